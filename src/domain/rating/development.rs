//! What follows from ratings: the yearly talk, goals, successors.

use super::{PersonId, RoundCode};
use crate::domain::{BranchCode, Date};

/// An answer of the yearly talk. It changes no level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppraisalAnswer {
    /// Round.
    pub round: RoundCode,
    /// Whose.
    pub person: PersonId,
    /// Id of the question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// Number of a goal in the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GoalId(pub u32);

/// Where a goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GoalState {
    /// Agreed.
    Planned,
    /// Begun.
    Doing,
    /// Reached.
    Done,
    /// Given up.
    Dropped,
}

impl GoalState {
    /// All states in order.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Doing, Self::Done, Self::Dropped];

    /// The word of files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "development-state-planned",
            Self::Doing => "development-state-doing",
            Self::Done => "development-state-done",
            Self::Dropped => "development-state-dropped",
        }
    }
}

/// A goal of a person's development plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DevelopmentGoal {
    /// Number; zero for one that is not stored yet.
    pub id: GoalId,
    /// Whose.
    pub person: PersonId,
    /// Id of the competency.
    pub competency: String,
    /// What is to be reached.
    pub goal: String,
    /// What is done for it.
    pub action: String,
    /// Until when.
    pub due: Option<Date>,
    /// What came of it.
    pub follow_up: String,
    /// Where it stands.
    pub state: GoalState,
}

/// A post: a position at a branch.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Post {
    /// Branch.
    pub branch: BranchCode,
    /// Position as in the staff list.
    pub position: String,
}

/// When a successor could take over, as the manager states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Readiness {
    /// Now.
    Now,
    /// In a year.
    InAYear,
    /// In two years or more.
    Later,
}

impl Readiness {
    /// All three, soonest first.
    pub const ALL: [Self; 3] = [Self::Now, Self::InAYear, Self::Later];

    /// The word of files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::InAYear => "year",
            Self::Later => "later",
        }
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "readiness-now",
            Self::InAYear => "readiness-year",
            Self::Later => "readiness-later",
        }
    }

    /// Does such a successor cover the post?
    #[must_use]
    pub const fn covers(self) -> bool {
        match self {
            Self::Now | Self::InAYear => true,
            Self::Later => false,
        }
    }
}

/// A named successor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Successor {
    /// The post.
    pub post: Post,
    /// Who could take it over.
    pub person: PersonId,
    /// When.
    pub readiness: Readiness,
}
