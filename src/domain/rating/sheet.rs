//! Who rates whom, and what was rated.

use std::fmt;

use super::{Level, PersonId, RoundCode, Source};
use crate::domain::Date;

/// Number of an assignment in the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AssignmentId(pub u32);

/// Who rates.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rater {
    /// Somebody of the company.
    Person(PersonId),
    /// A mystery shopper, by the name that the agency uses.
    Shopper(String),
    /// Somebody whose data were erased: the ratings they gave stay without the name.
    Erased,
}

/// How far a rating is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SheetState {
    /// Nothing is written yet.
    NotBegun,
    /// Kept, not handed in; does not count.
    Draft,
    /// Handed in; counts when the round closes.
    HandedIn,
}

impl SheetState {
    /// All states in order.
    pub const ALL: [Self; 3] = [Self::NotBegun, Self::Draft, Self::HandedIn];

    /// The word of files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotBegun => "none",
            Self::Draft => "draft",
            Self::HandedIn => "handed_in",
        }
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotBegun => "rate-state-none",
            Self::Draft => "rate-state-draft",
            Self::HandedIn => "rate-state-handed_in",
        }
    }
}

/// One person to be rated by one rater in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Number.
    pub id: AssignmentId,
    /// Round.
    pub round: RoundCode,
    /// Who is rated.
    pub ratee: PersonId,
    /// Who rates.
    pub rater: Rater,
    /// In which part.
    pub source: Source,
    /// The day of a mystery shopper's visit.
    pub visit: Option<Date>,
    /// How far it is.
    pub state: SheetState,
}

/// What was said of one competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// Nothing yet.
    #[default]
    Open,
    /// The rater did not see it.
    NotObserved,
    /// A level.
    Level(Level),
}

impl Mark {
    /// The level, where there is one.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::Open | Self::NotObserved => None,
        }
    }
}

/// A rating, begun or handed in.
#[derive(Clone, PartialEq, Eq)]
pub struct RatingSheet {
    /// Whose, by whom.
    pub assignment: AssignmentId,
    /// One mark per competency of the round's model.
    pub marks: Vec<Mark>,
    /// Evidence, one text per competency; empty where nothing was written.
    pub evidence: Vec<String>,
    /// Ids of the service sins that were seen.
    pub sins: Vec<String>,
}

impl RatingSheet {
    /// The most characters of evidence.
    pub const MAX_EVIDENCE: usize = 1_000;

    /// A sheet on which nothing is written.
    #[must_use]
    pub fn blank(assignment: AssignmentId, competencies: usize) -> Self {
        Self {
            assignment,
            marks: vec![Mark::Open; competencies],
            evidence: vec![String::new(); competencies],
            sins: Vec::new(),
        }
    }

    /// Has every competency its mark?
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.marks.iter().all(|mark| *mark != Mark::Open)
    }

    /// How many competencies have a mark.
    #[must_use]
    pub fn marked(&self) -> usize {
        self.marks
            .iter()
            .filter(|mark| **mark != Mark::Open)
            .count()
    }
}

/// Levels and evidence do not belong in logs and panics.
impl fmt::Debug for RatingSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RatingSheet")
            .field(&self.assignment.0)
            .finish()
    }
}
