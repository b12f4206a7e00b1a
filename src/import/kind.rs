//! The registry of what can be imported: each kind, the columns it takes, and the words that heads
//! use for them. The wizard, the guess, `--map` files and the tests walk it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::kind_words::*;
use crate::error::{Error, Field};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// The list of branches with head counts.
    Branches,
    /// Customers' scores and other measures per branch.
    Outcomes,
    /// Survey answers collected elsewhere, one sheet a row.
    Answers,
    /// Branch means that somebody else computed.
    StaffScores,
    /// Figures from outside to compare with.
    Benchmarks,
    /// Positions and the staff group of each.
    Positions,
}

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
    /// Answers to an item, by its id.
    Item(String),
    /// A measure of its own, one column each: the name.
    Named(String),
}

/// Must the column be there?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Yes.
    Required,
    /// One of several will do; [`super::Mapping::missing`] says which are wanting.
    Alternative,
    /// No.
    Optional,
}

/// A column that a kind takes.
#[derive(Debug, Clone, Copy)]
pub struct RoleSpec {
    /// What it means.
    pub role: &'static Role,
    /// Must it be there?
    pub need: Need,
    /// Words of heads, normalised; a `*` ends a stem.
    pub words: &'static [&'static str],
}

const fn required(role: &'static Role, words: &'static [&'static str]) -> RoleSpec {
    RoleSpec {
        role,
        need: Need::Required,
        words,
    }
}

const fn either(role: &'static Role, words: &'static [&'static str]) -> RoleSpec {
    RoleSpec {
        role,
        need: Need::Alternative,
        words,
    }
}

const fn optional(role: &'static Role, words: &'static [&'static str]) -> RoleSpec {
    RoleSpec {
        role,
        need: Need::Optional,
        words,
    }
}

const BRANCHES: &[RoleSpec] = &[
    either(&Role::Branch, CODE),
    either(&Role::Name, NAME),
    optional(&Role::Region, REGION),
    optional(&Role::Format, FORMAT),
    optional(&Role::Contact, CONTACT_COUNT),
    optional(&Role::BackOffice, BACK_COUNT),
    optional(&Role::HeadCount, HEADS),
];
const OUTCOMES: &[RoleSpec] = &[
    required(&Role::Branch, BRANCH),
    optional(&Role::Date, DATE),
    optional(&Role::Period, PERIOD),
    optional(&Role::Wave, WAVE),
    optional(&Role::Channel, CHANNEL),
    either(&Role::Score, SCORE),
    either(&Role::Promoters, PROMOTERS),
    either(&Role::Passives, PASSIVES),
    either(&Role::Detractors, DETRACTORS),
    optional(&Role::Measure, MEASURE),
    either(&Role::Value, AMOUNT),
    optional(&Role::Count, COUNT),
];
const ANSWERS: &[RoleSpec] = &[
    required(&Role::Branch, BRANCH),
    optional(&Role::Group, GROUP),
    optional(&Role::Position, POSITION),
    optional(&Role::Wave, WAVE),
];
const STAFF_SCORES: &[RoleSpec] = &[
    required(&Role::Branch, BRANCH),
    optional(&Role::Group, GROUP),
    optional(&Role::Wave, WAVE),
    required(&Role::Dimension, DIMENSION),
    required(&Role::Value, VALUE),
    optional(&Role::Count, COUNT),
];
const BENCHMARKS: &[RoleSpec] = &[
    required(&Role::Subject, SUBJECT),
    required(&Role::Value, VALUE),
    optional(&Role::Source, SOURCE),
    optional(&Role::Period, PERIOD),
];
const POSITIONS: &[RoleSpec] = &[required(&Role::Title, TITLE), required(&Role::Group, GROUP)];

impl ImportKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Branches,
        Self::Outcomes,
        Self::Answers,
        Self::StaffScores,
        Self::Benchmarks,
        Self::Positions,
    ];

    /// The word of the command line and of `--map` files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Branches => "branches",
            Self::Outcomes => "outcomes",
            Self::Answers => "answers",
            Self::StaffScores => "staff_scores",
            Self::Benchmarks => "benchmarks",
            Self::Positions => "positions",
        }
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Branches => "import-kind-branches",
            Self::Outcomes => "import-kind-outcomes",
            Self::Answers => "import-kind-answers",
            Self::StaffScores => "import-kind-staff-scores",
            Self::Benchmarks => "import-kind-benchmarks",
            Self::Positions => "import-kind-positions",
        }
    }

    /// The columns it takes. Answers also take [`Role::Item`], outcomes [`Role::Named`].
    #[must_use]
    pub const fn roles(self) -> &'static [RoleSpec] {
        match self {
            Self::Branches => BRANCHES,
            Self::Outcomes => OUTCOMES,
            Self::Answers => ANSWERS,
            Self::StaffScores => STAFF_SCORES,
            Self::Benchmarks => BENCHMARKS,
            Self::Positions => POSITIONS,
        }
    }

    /// The kind of this code, with `-` or `_`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim().replace('-', "_");
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// May a column of this kind have this role?
    #[must_use]
    pub fn takes(self, role: &Role) -> bool {
        match role {
            Role::Skip => true,
            Role::Item(_) => self == Self::Answers,
            Role::Named(_) => self == Self::Outcomes,
            Role::Branch
            | Role::Name
            | Role::Region
            | Role::Format
            | Role::Contact
            | Role::BackOffice
            | Role::HeadCount
            | Role::Group
            | Role::Position
            | Role::Wave
            | Role::Date
            | Role::Period
            | Role::Channel
            | Role::Score
            | Role::Promoters
            | Role::Passives
            | Role::Detractors
            | Role::Measure
            | Role::Value
            | Role::Count
            | Role::Dimension
            | Role::Subject
            | Role::Source
            | Role::Title => self.roles().iter().any(|spec| spec.role == role),
        }
    }
}

impl Role {
    /// Every role without a name of its own, so that screens and tests can walk them.
    pub const PLAIN: [Self; 25] = [
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
    ];

    /// The word of `--map` files: `branch`, `item:pay_1`, `measure:returns`.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
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
            | Self::Title => self.key().trim_start_matches("column-").replace('-', "_"),
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
