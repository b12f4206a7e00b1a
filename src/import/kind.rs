//! The registry of what can be imported: each kind, the columns it takes, and the words that heads
//! use for them. The wizard, the guess, `--map` files and the tests walk it.

use serde::{Deserialize, Serialize};

use super::kind_words::*;
use super::role::Role;

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
    /// People to rate.
    People,
    /// Ratings of people on competencies.
    Ratings,
    /// Mystery shoppers' visits with levels.
    Visits,
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
    optional(&Role::Period, PUBLISHED),
];
/// When a source published its figures.
const PUBLISHED: &[&str] = &[
    "period*",
    "период*",
    "date*",
    "дата*",
    "year",
    "год",
    "quarter*",
    "квартал*",
    "month*",
    "месяц*",
    "when",
    "когда",
];
const POSITIONS: &[RoleSpec] = &[required(&Role::Title, TITLE), required(&Role::Group, GROUP)];

const PEOPLE: &[RoleSpec] = &[
    required(&Role::Person, PERSON),
    required(&Role::Position, POSITION),
    required(&Role::Branch, BRANCH),
    optional(&Role::Group, GROUP),
    optional(&Role::Manager, MANAGER),
    optional(&Role::Left, LEFT),
];
const RATINGS: &[RoleSpec] = &[
    required(&Role::Person, PERSON),
    optional(&Role::Rater, RATER),
    optional(&Role::RaterSource, RATER_SOURCE),
    optional(&Role::Branch, BRANCH),
    optional(&Role::Position, POSITION),
    optional(&Role::Round, ROUND),
    either(&Role::Competency, COMPETENCY),
    either(&Role::Level, LEVEL),
    optional(&Role::Evidence, EVIDENCE),
    optional(&Role::Sins, SINS),
];
const VISITS: &[RoleSpec] = &[
    required(&Role::Person, PERSON),
    required(&Role::Date, DATE),
    optional(&Role::Rater, SHOPPER),
    optional(&Role::Branch, BRANCH),
    optional(&Role::Position, POSITION),
    optional(&Role::Round, ROUND),
    either(&Role::Competency, COMPETENCY),
    either(&Role::Level, LEVEL),
    optional(&Role::Evidence, EVIDENCE),
    optional(&Role::Sins, SINS),
];

impl ImportKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Branches,
        Self::Outcomes,
        Self::Answers,
        Self::StaffScores,
        Self::Benchmarks,
        Self::Positions,
        Self::People,
        Self::Ratings,
        Self::Visits,
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
            Self::People => "people",
            Self::Ratings => "ratings",
            Self::Visits => "visits",
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
            Self::People => "import-kind-people",
            Self::Ratings => "import-kind-ratings",
            Self::Visits => "import-kind-visits",
        }
    }

    /// The columns it takes. Answers also take [`Role::Item`], outcomes [`Role::Named`],
    /// ratings and visits [`Role::Rated`].
    #[must_use]
    pub const fn roles(self) -> &'static [RoleSpec] {
        match self {
            Self::Branches => BRANCHES,
            Self::Outcomes => OUTCOMES,
            Self::Answers => ANSWERS,
            Self::StaffScores => STAFF_SCORES,
            Self::Benchmarks => BENCHMARKS,
            Self::Positions => POSITIONS,
            Self::People => PEOPLE,
            Self::Ratings => RATINGS,
            Self::Visits => VISITS,
        }
    }

    /// Does it hold levels of people?
    #[must_use]
    pub const fn is_rating(self) -> bool {
        matches!(self, Self::Ratings | Self::Visits)
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
            Role::Rated(_) => self.is_rating(),
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
            | Role::Title
            | Role::Person
            | Role::Rater
            | Role::RaterSource
            | Role::Competency
            | Role::Level
            | Role::Evidence
            | Role::Sins
            | Role::Round
            | Role::Manager
            | Role::Left => self.roles().iter().any(|spec| spec.role == role),
        }
    }
}
