//! How raters use the scale on the same subjects: severity, spread, agreement with the others.

use crate::stats::correlation::{Kind, coefficient};
use crate::stats::descriptive::{mean, variance};
use crate::stats::{Stat, count};

use super::complete;

/// A rater among others who rated the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaterUse {
    /// The rater's mean minus the mean of all; below 0 is strict.
    pub severity: f64,
    /// Standard deviation of the ratings given.
    pub sd: f64,
    /// Correlation with the mean of the others.
    pub r_with_others: Stat<f64>,
}

/// Severity, spread and agreement of raters (columns) who rated the same subjects.
///
/// # Errors
/// Fewer than two raters or subjects.
pub fn rater_use(columns: &[&[f64]]) -> Stat<Vec<RaterUse>> {
    let n = complete(columns, 2, 2)?;
    let means: Vec<f64> = columns
        .iter()
        .map(|column| mean(column))
        .collect::<Stat<_>>()?;
    let grand = mean(&means)?;
    let others = count(columns.len()) - 1.0;
    let of = |(rater, column): (usize, &&[f64])| {
        let rest: Vec<f64> = (0..n)
            .map(|row| (columns.iter().map(|c| c[row]).sum::<f64>() - column[row]) / others)
            .collect();
        Ok(RaterUse {
            severity: means[rater] - grand,
            sd: variance(column)?.sqrt(),
            r_with_others: coefficient(Kind::Pearson, column, &rest),
        })
    };
    columns.iter().enumerate().map(of).collect()
}
