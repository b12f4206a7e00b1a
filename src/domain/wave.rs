//! Survey waves, their states, days and periods, and the smallest group that is shown.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::code::short_code;
use crate::error::{Error, Field, Result};

/// A calendar day.
pub type Date = jiff::civil::Date;

/// The code of a wave, unique in the workspace: `2026-spring`, `1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct WaveCode(String);

impl WaveCode {
    /// A code from text; outer white space is dropped.
    ///
    /// # Errors
    /// When nothing is left, or more than 64 characters.
    pub fn new(text: &str) -> Result<Self> {
        short_code(text, Field::Wave).map(Self)
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a wave stands. It only moves forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WaveState {
    /// Being designed; everything may change.
    Draft,
    /// Collecting; questionnaire, threshold and classes are frozen; results are locked.
    Open,
    /// Finished; no more answers, results are shown.
    Closed,
}

impl WaveState {
    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

/// One survey period (волна).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wave {
    /// Unique code.
    pub code: WaveCode,
    /// Name on screens and in reports: «Весна 2026».
    pub name: String,
    /// Where it stands.
    pub state: WaveState,
    /// Id of its questionnaire.
    pub questionnaire: String,
    /// First day of collection.
    pub opens: Option<Date>,
    /// Last day of collection.
    pub closes: Option<Date>,
    /// First and last month of the customer scores that belong to it.
    pub customers: Option<(Month, Month)>,
    /// Smallest group that is shown.
    pub min_group: MinGroup,
}

impl Wave {
    /// Do customer scores of this period belong to the wave?
    #[must_use]
    pub fn covers(&self, period: &Period) -> bool {
        match (period, self.customers) {
            (Period::Wave(code), _) => *code == self.code,
            (Period::Any, _) => true,
            (Period::Months(first, last), Some((from, to))) => *first >= from && *last <= to,
            (Period::Months(..), None) => false,
        }
    }
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// A month; `month` from 1 to 12.
    ///
    /// # Errors
    /// When there is no such month, or the year is not between 1990 and 2100.
    pub fn new(year: i16, month: i8) -> Result<Self> {
        if !(1..=12).contains(&month) || !(1990..=2100).contains(&year) {
            return Err(Error::invalid(Field::Period, format!("{year}-{month}")));
        }
        Ok(Self { year, month })
    }

    /// The month that a day lies in.
    ///
    /// # Errors
    /// When the year is out of range.
    pub fn of(date: Date) -> Result<Self> {
        Self::new(date.year(), date.month())
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> i8 {
        self.month
    }

    /// The month `count` months later.
    #[must_use]
    pub fn plus(self, count: i16) -> Self {
        let index = self.year * 12 + i16::from(self.month) - 1 + count;
        let month = i8::try_from(index.rem_euclid(12) + 1).unwrap_or(1);
        Self {
            year: index.div_euclid(12),
            month,
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl std::str::FromStr for Month {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let bad = || Error::invalid(Field::Period, text);
        let (year, month) = text.trim().split_once('-').ok_or_else(bad)?;
        Self::new(
            year.parse().map_err(|_| bad())?,
            month.parse().map_err(|_| bad())?,
        )
    }
}

/// The period that an outcome belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Period {
    /// The file named the wave.
    Wave(WaveCode),
    /// From the first to the last month, both included.
    Months(Month, Month),
    /// The file named no period: it belongs to every wave.
    Any,
}

impl Period {
    /// The text form used in the store and in files: `wave:1`, `2026-04..2026-06`, empty.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Wave(code) => format!("wave:{}", code.as_str()),
            Self::Months(first, last) if first == last => first.to_string(),
            Self::Months(first, last) => format!("{first}..{last}"),
            Self::Any => String::new(),
        }
    }

    /// Reads what [`Self::code`] wrote.
    ///
    /// # Errors
    /// When the text is none of the three forms.
    pub fn from_code(text: &str) -> Result<Self> {
        if text.is_empty() {
            return Ok(Self::Any);
        }
        if let Some(code) = text.strip_prefix("wave:") {
            return Ok(Self::Wave(WaveCode::new(code)?));
        }
        match text.split_once("..") {
            Some((first, last)) => Ok(Self::Months(first.parse()?, last.parse()?)),
            None => text.parse().map(|month| Self::Months(month, month)),
        }
    }
}

/// The fewest answers that are ever shown together; 5 or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct MinGroup(u32);

impl MinGroup {
    /// What the screens offer.
    pub const OFFERED: [u32; 3] = [5, 7, 10];

    /// A threshold; the company may tighten it, never loosen it below 5.
    ///
    /// # Errors
    /// Below 5 or above 100.
    pub fn new(answers: u32) -> Result<Self> {
        if (5..=100).contains(&answers) {
            Ok(Self(answers))
        } else {
            Err(Error::invalid(Field::MinGroup, answers.to_string()))
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Default for MinGroup {
    fn default() -> Self {
        Self(5)
    }
}
