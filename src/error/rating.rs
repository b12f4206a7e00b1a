//! Why something about ratings of people was refused. No names or levels stand in a variant beside
//! what the user typed.

use super::{Error, Kind};

/// Why a person, a round or a rating cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RatingFault {
    /// Somebody would be their own manager.
    OwnManager,
    /// Managers in a circle; the name of who already reports to this person.
    ManagerLoop(String),
    /// The branch has a person of this name in this position.
    NameTaken,
    /// The deed does not fit the state of the round.
    RoundState,
    /// There is no rater of this code.
    CodeUnknown,
    /// Some competencies have neither a level nor "not observed"; how many.
    Incomplete(usize),
    /// A self-rating of somebody else, a manager who is not theirs, or a peer who is the person.
    SourceUnfit,
    /// This rater rates this person already; for a visit, on this day.
    RaterKnown,
    /// Nobody reports to this person.
    NoTeam,
    /// Evidence longer than this many characters.
    TooLong(usize),
    /// A file with a model of competencies breaks a rule.
    Model(ModelFault),
}

/// What is wrong with a file that holds a model of competencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelFault {
    /// No such file: what the parser says.
    Format(String),
    /// Not five examples of behaviour; the competency.
    Anchors(String),
    /// A profile without a level from 1 to 5 for every competency, or with one of no competency.
    Profile(String),
    /// A text is missing in a language; its id.
    Language(String),
    /// An id stands twice, or has characters other than `a-z0-9_-`.
    IdTwice(String),
}

impl From<RatingFault> for Error {
    fn from(fault: RatingFault) -> Self {
        Kind::Rating(fault).into()
    }
}

impl From<ModelFault> for Error {
    fn from(fault: ModelFault) -> Self {
        RatingFault::Model(fault).into()
    }
}
