//! Cohen's kappa of two raters, plain and weighted.

use crate::stats::distribution::{normal_margin, normal_two_sided};
use crate::stats::{Interval, Stat, Undefined, at_least, count, finite, same_length};

use super::{categories, place};

/// How much a disagreement counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disagreement {
    /// All alike.
    Plain,
    /// By the distance.
    Linear,
    /// By its square: the usual one for levels.
    Quadratic,
}

/// Kappa with its errors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kappa {
    /// The coefficient, at most 1.
    pub value: f64,
    /// Asymptotic standard error.
    pub standard_error: f64,
    /// The same if raters agreed by chance only.
    pub null_error: f64,
    /// Subjects.
    pub n: usize,
}

/// Cohen's kappa with the errors of Fleiss, Cohen & Everitt (1969). Distances are those of the values.
///
/// # Errors
/// Fewer than two subjects; both raters gave one and the same value throughout.
pub fn kappa(first: &[f64], second: &[f64], counted: Disagreement) -> Stat<Kappa> {
    same_length(first, second)?;
    at_least(first.len(), 2)?;
    let values = categories([first, second].into_iter())?;
    let q = values.len();
    if q < 2 {
        return Err(Undefined::NoVariance);
    }
    let widest = values[q - 1] - values[0];
    let weight = |a: usize, b: usize| {
        let apart = (values[a] - values[b]).abs() / widest;
        match counted {
            Disagreement::Plain => f64::from(u8::from(a == b)),
            Disagreement::Linear => 1.0 - apart,
            Disagreement::Quadratic => 1.0 - apart * apart,
        }
    };
    let n = count(first.len());
    let mut joint = vec![0.0; q * q];
    for (a, b) in first.iter().zip(second) {
        joint[place(&values, *a) * q + place(&values, *b)] += 1.0 / n;
    }
    let rows: Vec<f64> = (0..q)
        .map(|a| joint[a * q..(a + 1) * q].iter().sum())
        .collect();
    let columns: Vec<f64> = (0..q)
        .map(|b| (0..q).map(|a| joint[a * q + b]).sum())
        .collect();
    let near_row: Vec<f64> = (0..q)
        .map(|a| (0..q).map(|b| weight(a, b) * columns[b]).sum())
        .collect();
    let near_column: Vec<f64> = (0..q)
        .map(|b| (0..q).map(|a| weight(a, b) * rows[a]).sum())
        .collect();
    let cells = || (0..q).flat_map(|a| (0..q).map(move |b| (a, b)));
    let observed: f64 = cells().map(|(a, b)| weight(a, b) * joint[a * q + b]).sum();
    let expected: f64 = cells()
        .map(|(a, b)| weight(a, b) * rows[a] * columns[b])
        .sum();
    if 1.0 - expected <= 1e-12 {
        return Err(Undefined::NoVariance);
    }
    let value = finite((observed - expected) / (1.0 - expected))?;
    let apart = |a: usize, b: usize, share: f64| {
        (weight(a, b) - (near_row[a] + near_column[b]) * share).powi(2)
    };
    let spread: f64 = cells()
        .map(|(a, b)| joint[a * q + b] * apart(a, b, 1.0 - value))
        .sum();
    let spread = spread - (value - expected * (1.0 - value)).powi(2);
    let null: f64 = cells()
        .map(|(a, b)| rows[a] * columns[b] * apart(a, b, 1.0))
        .sum();
    let below = (1.0 - expected).powi(2) * n;
    Ok(Kappa {
        value,
        standard_error: finite((spread.max(0.0) / below).sqrt())?,
        null_error: finite(((null - expected * expected).max(0.0) / below).sqrt())?,
        n: first.len(),
    })
}

impl Kappa {
    /// The interval at `level`.
    ///
    /// # Errors
    /// `level` outside 0–1.
    pub fn interval(&self, level: f64) -> Stat<Interval> {
        let margin = normal_margin(level)? * self.standard_error;
        Interval::new(self.value - margin, self.value + margin)
    }

    /// z against chance agreement, and its two-sided p.
    ///
    /// # Errors
    /// No error to compare with.
    pub fn against_chance(&self) -> Stat<(f64, f64)> {
        if self.null_error <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        let z = finite(self.value / self.null_error)?;
        Ok((z, normal_two_sided(z)))
    }
}
