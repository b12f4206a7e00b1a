//! What is left of a data set once it is counted: enough for any proof, and small.

use super::names::released_names;
use super::table::{Truth, WaveTable, count_answers};
use crate::domain::Dataset;
use crate::import::released::Names;

/// A data set as auditors need it.
#[derive(Debug)]
pub struct Counted {
    /// Everything that a report may name.
    pub names: Names,
    /// Who was asked, and how many answered what.
    pub tables: Vec<WaveTable>,
    /// What they answered.
    pub truth: Truth,
}

impl Counted {
    /// Counts a data set.
    #[must_use]
    pub fn of(dataset: &Dataset) -> Self {
        let (tables, truth) = count_answers(dataset);
        Self {
            names: released_names(dataset),
            tables,
            truth,
        }
    }
}
