//! What the findings of a round are made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::RoundFindings;
use crate::domain::rating::{Assignment, CompetencyModel, Person, RatingSheet, Round};

/// A sheet that was handed in, with who rated whom.
#[derive(Debug, Clone, PartialEq)]
pub struct HandedIn {
    /// Who rated whom.
    pub assignment: Assignment,
    /// What was said; marks parallel to the model's competencies.
    pub sheet: RatingSheet,
}

/// A closed round.
#[derive(Debug, Clone, Copy)]
pub struct RoundInput<'a> {
    /// The round.
    pub round: &'a Round,
    /// Its model.
    pub model: &'a Arc<CompetencyModel>,
    /// Everybody known; those who were rated become profiles, in this order.
    pub people: &'a [Person],
    /// Position as in the staff list → id of its role profile.
    pub roles: &'a BTreeMap<String, String>,
    /// Sheets that were handed in.
    pub sheets: &'a [HandedIn],
    /// The closed round before.
    pub before: Option<&'a RoundFindings>,
}
