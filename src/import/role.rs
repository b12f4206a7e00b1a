//! What a column can mean, and the words of `--map` files for it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Field};

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Role {
    /// Not taken.
    Skip,
    /// The branch, by code or name.
    Branch,
    /// Name of the branch.
    Name,
    /// Region.
    Region,
    /// Format of the branch.
    Format,
    /// Head count of contact staff.
    Contact,
    /// Head count of the back office.
    BackOffice,
    /// Head count of both together.
    HeadCount,
    /// Staff group.
    Group,
    /// Position of who answered; only used to know the staff group.
    Position,
    /// Wave.
    Wave,
    /// Day.
    Date,
    /// Month, quarter, half-year or year.
    Period,
    /// How customers were asked.
    Channel,
    /// One customer's score, 0 to 10.
    Score,
    /// How many promoters.
    Promoters,
    /// How many passives.
    Passives,
    /// How many detractors.
    Detractors,
    /// Name of the measure.
    Measure,
    /// Its value.
    Value,
    /// How many answers it rests on.
    Count,
    /// Dimension.
    Dimension,
    /// What a benchmark is about.
    Subject,
    /// Who published it.
    Source,
    /// Title of a position.
    Title,
    /// Name of a person who works here or is rated.
    Person,
    /// Who rates.
    Rater,
    /// In which part: self, manager, peer, mystery shopper.
    RaterSource,
    /// A competency, one row each.
    Competency,
    /// Its level.
    Level,
    /// Evidence.
    Evidence,
    /// Service sins that were seen.
    Sins,
    /// Round of assessment.
    Round,
    /// Name of a person's manager.
    Manager,
    /// Last working day.
    Left,
    /// Levels of a competency, by its id.
    Rated(String),
    /// Answers to an item, by its id.
    Item(String),
    /// A measure of its own, one column each: the name.
    Named(String),
}

impl Role {
    /// Every role without a name of its own, so that screens and tests can walk them.
    pub const PLAIN: [Self; 35] = [
        Self::Skip,
        Self::Branch,
        Self::Name,
        Self::Region,
        Self::Format,
        Self::Contact,
        Self::BackOffice,
        Self::HeadCount,
        Self::Group,
        Self::Position,
        Self::Wave,
        Self::Date,
        Self::Period,
        Self::Channel,
        Self::Score,
        Self::Promoters,
        Self::Passives,
        Self::Detractors,
        Self::Measure,
        Self::Value,
        Self::Count,
        Self::Dimension,
        Self::Subject,
        Self::Source,
        Self::Title,
        Self::Person,
        Self::Rater,
        Self::RaterSource,
        Self::Competency,
        Self::Level,
        Self::Evidence,
        Self::Sins,
        Self::Round,
        Self::Manager,
        Self::Left,
    ];

    /// The word of `--map` files: `branch`, `item:pay_1`, `measure:returns`.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Rated(id) => format!("competency:{id}"),
            Self::Item(id) => format!("item:{id}"),
            Self::Named(name) => format!("measure:{name}"),
            Self::Skip
            | Self::Branch
            | Self::Name
            | Self::Region
            | Self::Format
            | Self::Contact
            | Self::BackOffice
            | Self::HeadCount
            | Self::Group
            | Self::Position
            | Self::Wave
            | Self::Date
            | Self::Period
            | Self::Channel
            | Self::Score
            | Self::Promoters
            | Self::Passives
            | Self::Detractors
            | Self::Measure
            | Self::Value
            | Self::Count
            | Self::Dimension
            | Self::Subject
            | Self::Source
            | Self::Title
            | Self::Person
            | Self::Rater
            | Self::RaterSource
            | Self::Competency
            | Self::Level
            | Self::Evidence
            | Self::Sins
            | Self::Round
            | Self::Manager
            | Self::Left => self.key().trim_start_matches("column-").replace('-', "_"),
        }
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Skip => "column-skip",
            Self::Branch => "column-branch",
            Self::Name => "column-name",
            Self::Region => "column-region",
            Self::Format => "column-format",
            Self::Contact => "column-contact",
            Self::BackOffice => "column-back-office",
            Self::HeadCount => "column-head-count",
            Self::Group => "column-group",
            Self::Position => "column-position",
            Self::Wave => "column-wave",
            Self::Date => "column-date",
            Self::Period => "column-period",
            Self::Channel => "column-channel",
            Self::Score => "column-score",
            Self::Promoters => "column-promoters",
            Self::Passives => "column-passives",
            Self::Detractors => "column-detractors",
            Self::Measure => "column-measure",
            Self::Value => "column-value",
            Self::Count => "column-count",
            Self::Dimension => "column-dimension",
            Self::Subject => "column-subject",
            Self::Source => "column-source",
            Self::Title => "column-title",
            Self::Person => "column-person",
            Self::Rater => "column-rater",
            Self::RaterSource => "column-rater-source",
            Self::Competency => "column-competency",
            Self::Level => "column-level",
            Self::Evidence => "column-evidence",
            Self::Sins => "column-sins",
            Self::Round => "column-round",
            Self::Manager => "column-manager",
            Self::Left => "column-left",
            Self::Rated(_) => "column-competency-named",
            Self::Item(_) => "column-item",
            Self::Named(_) => "column-named",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code())
    }
}

impl FromStr for Role {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        if let Some(id) = text.strip_prefix("competency:") {
            return Ok(Self::Rated(id.trim().to_owned()));
        }
        if let Some(id) = text.strip_prefix("item:") {
            return Ok(Self::Item(id.trim().to_owned()));
        }
        if let Some(name) = text.strip_prefix("measure:") {
            return Ok(Self::Named(name.trim().to_owned()));
        }
        let plain = Self::PLAIN.into_iter().find(|role| role.code() == text);
        plain.ok_or_else(|| Error::invalid(Field::Name, text))
    }
}

impl TryFrom<String> for Role {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<Role> for String {
    fn from(role: Role) -> Self {
        role.code()
    }
}
