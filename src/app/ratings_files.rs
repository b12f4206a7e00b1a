//! Files about people: the workbook of a round, a person's profile, paper forms. Each is an own
//! deed; a report about a survey never holds any of this.

use std::path::PathBuf;

use crate::domain::Lang;
use crate::domain::rating::{PersonId, RoundCode, Source};

/// A file about people to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingFile {
    /// The round.
    pub round: RoundCode,
    /// What is written.
    pub what: RatingFileKind,
    /// Language of every word.
    pub lang: Lang,
    /// Where.
    pub path: PathBuf,
}

/// What is written about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingFileKind {
    /// The workbook of a closed round: everybody, or the people of one manager.
    Book {
        /// Whose people; none for everybody.
        manager: Option<PersonId>,
    },
    /// One person on one page, of a closed round.
    Profile(PersonId),
    /// Forms for everybody who has not handed in, of an open round.
    Forms,
}

/// One rater of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaterPair {
    /// The round.
    pub round: RoundCode,
    /// Who is rated.
    pub ratee: PersonId,
    /// Who rates.
    pub rater: PersonId,
    /// In which part.
    pub source: Source,
}
