//! What was proven of everything that findings say, in numbers for a sentence.

use serde::{Deserialize, Serialize};

/// The outcome of an audit that found nothing left to withhold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proof {
    /// Figures about staff that were read back.
    pub figures: usize,
    /// Questions, once per wave.
    pub questions: usize,
    /// Different groups of people that figures were published for.
    pub groups: usize,
    /// Earlier releases that were looked at together with this one.
    pub earlier: usize,
    /// Rows and cells that were taken back on the way.
    pub withdrawn: usize,
    /// Figures of large groups that all but agree: told, not prevented.
    pub agreeing: usize,
    /// What follows from earlier releases alone: it is out, and nothing here adds to it.
    #[serde(default)]
    pub out_before: usize,
    /// Numbers of the earlier releases without which less would have been taken back.
    pub causes: Vec<u32>,
}
