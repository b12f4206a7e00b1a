//! What prints about people are made of.

use std::sync::Arc;

use crate::analysis::ratings::{PersonProfile, RoundFindings};
use crate::domain::Date;
use crate::domain::rating::{CompetencyModel, DevelopmentGoal, Person, Round, Source};

/// One person on one page.
#[derive(Debug, Clone)]
pub struct ProfileSheet<'a> {
    /// The company's name.
    pub company: String,
    /// Name of the branch.
    pub branch: String,
    /// Name of the manager.
    pub manager: Option<String>,
    /// Findings of the closed round.
    pub findings: &'a RoundFindings,
    /// The profile; one of those findings.
    pub profile: &'a PersonProfile,
    /// Whose.
    pub person: &'a Person,
    /// Goals of the development plan.
    pub goals: Vec<&'a DevelopmentGoal>,
    /// The day printed on the sheet.
    pub made_on: Date,
}

/// The form of one rater for one person.
#[derive(Debug, Clone)]
pub struct RaterForm {
    /// The company's name.
    pub company: String,
    /// The open round.
    pub round: Round,
    /// Its model.
    pub model: Arc<CompetencyModel>,
    /// Name of who is rated.
    pub ratee: String,
    /// Their position.
    pub position: String,
    /// Name of who rates.
    pub rater: String,
    /// In which part.
    pub source: Source,
}
