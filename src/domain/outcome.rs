//! Customer outcomes per branch and period, with the channel they came through, and benchmarks.

use serde::Serialize;

use super::{BranchCode, Period};
use crate::error::{Error, Field, Result};

/// One customer's answer to "would you recommend us", 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct NpsScore(u8);

impl NpsScore {
    /// A score.
    ///
    /// # Errors
    /// Above 10.
    pub fn new(score: u8) -> Result<Self> {
        if score <= 10 {
            Ok(Self(score))
        } else {
            Err(Error::invalid(Field::Score, score.to_string()))
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// How many promoters (9–10), passives (7–8) and detractors (0–6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct NpsCounts {
    /// Scores 9 and 10.
    pub promoters: u64,
    /// Scores 7 and 8.
    pub passives: u64,
    /// Scores 0 to 6.
    pub detractors: u64,
}

impl NpsCounts {
    /// Counts one more score.
    pub fn add(&mut self, score: NpsScore) {
        match score.get() {
            9.. => self.promoters += 1,
            7..=8 => self.passives += 1,
            0..=6 => self.detractors += 1,
        }
    }

    /// Counts all of another.
    pub fn merge(&mut self, other: Self) {
        self.promoters += other.promoters;
        self.passives += other.passives;
        self.detractors += other.detractors;
    }

    /// How many answers.
    #[must_use]
    pub const fn n(self) -> u64 {
        self.promoters + self.passives + self.detractors
    }
}

/// How customers were asked: `sms`, `kiosk`, `call`; empty where the file does not say.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(transparent)]
pub struct Channel(String);

impl Channel {
    /// A channel from text, trimmed.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The channel as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What was measured: `nps`, or any name from a file such as "repeat visits, %".
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Measure(String);

impl Measure {
    /// The measure that promoters and detractors make.
    pub const NPS: &'static str = "nps";

    /// The Net Promoter Score.
    #[must_use]
    pub fn nps() -> Self {
        Self(Self::NPS.to_owned())
    }

    /// A measure by name; any spelling of NPS is NPS.
    ///
    /// # Errors
    /// When the name is empty or longer than 80 characters.
    pub fn new(name: &str) -> Result<Self> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 80 {
            return Err(Error::invalid(Field::Measure, name));
        }
        if name.eq_ignore_ascii_case(Self::NPS) {
            return Ok(Self::nps());
        }
        Ok(Self(name.to_owned()))
    }

    /// Is it the NPS?
    #[must_use]
    pub fn is_nps(&self) -> bool {
        self.0 == Self::NPS
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A customer result.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub enum CustomerValue {
    /// Promoters, passives, detractors.
    Counts(NpsCounts),
    /// Any other number, with the sample size where it is known.
    Value {
        /// The number, finite.
        value: f64,
        /// How many customers or visits it rests on.
        n: Option<u64>,
    },
}

/// One customer measure of one branch in one period through one channel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// Branch.
    pub branch: BranchCode,
    /// When.
    pub period: Period,
    /// How customers were asked.
    pub channel: Channel,
    /// What was measured.
    pub measure: Measure,
    /// The result.
    pub value: CustomerValue,
}

/// A figure to compare with, from outside the workspace, with its source.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Benchmark {
    /// Id or title of a dimension or question, or a measure such as `nps` or `enps`.
    pub subject: String,
    /// The figure.
    pub value: f64,
    /// Who published it.
    pub source: String,
    /// When, as written by the source.
    pub period: String,
}
