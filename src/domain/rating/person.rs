//! People who are rated and rate. A person's number lives in the workspace's own image for ratings
//! and is never a code of a survey.

use std::fmt;

use crate::domain::{BranchCode, Date, StaffGroup};
use crate::error::{Error, Field, Result};

/// A person's number in the workspace; says nothing about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub u32);

/// A person.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Number.
    pub id: PersonId,
    /// Name; unique within branch and position.
    pub name: String,
    /// Position as in the staff list.
    pub position: String,
    /// Branch.
    pub branch: BranchCode,
    /// Staff group.
    pub group: StaffGroup,
    /// Who manages them.
    pub manager: Option<PersonId>,
    /// Last working day, for who has left.
    pub left: Option<Date>,
}

impl Person {
    /// The most characters of a name.
    pub const MAX_NAME: usize = 120;

    /// A name without outer or doubled spaces.
    ///
    /// # Errors
    /// When nothing is left, or more than [`Self::MAX_NAME`] characters.
    pub fn tidy_name(name: &str) -> Result<String> {
        let tidy = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if tidy.is_empty() || tidy.chars().count() > Self::MAX_NAME {
            return Err(Error::invalid(Field::Name, name));
        }
        Ok(tidy)
    }

    /// Did they work here on this day?
    #[must_use]
    pub fn is_here_on(&self, day: Date) -> bool {
        self.left.is_none_or(|left| left >= day)
    }
}

/// Names do not belong in logs and panics.
impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Person").field(&self.id.0).finish()
    }
}
