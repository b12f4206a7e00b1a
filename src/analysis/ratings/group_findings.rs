//! The shapes of what is said about groups of people: levels, training needs, succession.

use super::{Change, Figure, Rated};
use crate::domain::rating::{PersonId, Post, Readiness};
use crate::domain::{Audience, BranchCode};

/// Levels of a group of people.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupLevels {
    /// People with a level.
    pub people: usize,
    /// Mean over people of the mean over competencies.
    pub overall: Rated<Figure>,
    /// Per competency.
    pub competencies: Vec<LevelCell>,
    /// Over all competencies: cells at or above the required level.
    pub at_required: Rated<Share>,
}

/// One competency of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelCell {
    /// Mean level over people.
    pub mean: Rated<Figure>,
    /// Share of people at or above what their role needs.
    pub at_required: Rated<Share>,
    /// People by level, rounded to the nearest, level 1 first.
    pub distribution: [usize; 5],
    /// Change of the mean since the round before, over people rated in both.
    pub change: Rated<Change>,
}

/// A share with its counts and its Wilson interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// How many.
    pub met: usize,
    /// Of how many.
    pub all: usize,
    /// 95 % interval of the share, 0 to 1.
    pub interval: (f64, f64),
}

/// A branch, everybody rated and contact staff only.
#[derive(Debug, Clone, PartialEq)]
pub struct BranchLevels {
    /// The branch.
    pub branch: BranchCode,
    /// Everybody rated.
    pub all: GroupLevels,
    /// Contact staff.
    pub contact: GroupLevels,
}

impl BranchLevels {
    /// The levels of an audience; the back office alone is not reported.
    #[must_use]
    pub const fn of(&self, audience: Audience) -> Option<&GroupLevels> {
        match audience {
            Audience::All => Some(&self.all),
            Audience::Contact => Some(&self.contact),
            Audience::BackOffice => None,
        }
    }
}

/// A training need.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Position in the model's competencies.
    pub competency: usize,
    /// People who fall short of their role.
    pub people: usize,
    /// Of so many with a level and a role.
    pub of: usize,
    /// Mean gap of those who fall short, above zero.
    pub mean_gap: Rated<f64>,
    /// Gap times people: what the order follows.
    pub weight: f64,
    /// Branches where the weight lies, the largest first.
    pub places: Vec<NeedPlace>,
}

/// A branch's part of a training need.
#[derive(Debug, Clone, PartialEq)]
pub struct NeedPlace {
    /// The branch.
    pub branch: BranchCode,
    /// People who fall short there.
    pub people: usize,
    /// Their gaps together.
    pub weight: f64,
}

/// Posts and their successors.
#[derive(Debug, Clone, PartialEq)]
pub struct Succession {
    /// Posts in order of branch and position: those of managers, and all that have a successor.
    pub posts: Vec<PostLine>,
    /// Coverage per branch, in order of code.
    pub branches: Vec<BranchCoverage>,
    /// Posts covered, of all.
    pub covered: (usize, usize),
}

/// A post.
#[derive(Debug, Clone, PartialEq)]
pub struct PostLine {
    /// The post.
    pub post: Post,
    /// Who holds it.
    pub holders: Vec<PersonId>,
    /// Named successors, soonest first.
    pub successors: Vec<SuccessorLine>,
    /// Is there one who is here and ready now or in a year?
    pub is_covered: bool,
}

/// A named successor.
#[derive(Debug, Clone, PartialEq)]
pub struct SuccessorLine {
    /// Who.
    pub person: PersonId,
    /// When.
    pub readiness: Readiness,
    /// Have they left?
    pub has_left: bool,
    /// For how many posts they are named.
    pub named_for: usize,
    /// What is missing to the profile of the new post: position of the competency and gap below
    /// zero, the largest first; from the last closed round.
    pub short: Rated<Vec<(usize, f64)>>,
}

/// Coverage of a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BranchCoverage {
    /// The branch.
    pub branch: BranchCode,
    /// Posts covered.
    pub covered: usize,
    /// Posts.
    pub posts: usize,
}
