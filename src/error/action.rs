//! Why an action, or a library of actions, was refused.

use super::{Error, Kind};

/// Why an action or a library of actions cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActionFault {
    /// The action was changed or removed since it was read.
    Stale,
    /// No library of actions: what the parser says.
    Format(String),
    /// Suits something other than `dimension:…`, `sin:…` or `competency:…`, or nothing; its id.
    Fits(String),
    /// Fewer than three steps, or more than five; its id.
    Steps(String),
    /// Takes no week, or more than a year; its id.
    Weeks(String),
    /// A text is missing in a language or too long; its id.
    Language(String),
    /// An id stands twice, or has characters other than `a-z0-9_-`.
    IdTwice(String),
}

impl From<ActionFault> for Error {
    fn from(fault: ActionFault) -> Self {
        Kind::Action(fault).into()
    }
}
