//! Gwet's AC2: agreement that does not collapse where most ratings are alike.

use crate::stats::{Stat, Undefined, at_least, count, finite};

use super::{categories, place};

/// AC2 and its standard error over units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ac2 {
    /// The coefficient, at most 1.
    pub value: f64,
    /// Its standard error, raters held fixed.
    pub standard_error: f64,
    /// Units with at least one rating.
    pub units: usize,
}

/// Gwet's AC2 with ordinal weights (Gwet 2014, ch. 5), for any number of raters and gaps. Categories
/// are the values that occur.
///
/// # Errors
/// Fewer than two units, no unit with two ratings; all ratings equal.
pub fn gwet_ac2_ordinal(units: &[Vec<f64>]) -> Stat<Ac2> {
    let rated: Vec<&[f64]> = units
        .iter()
        .filter(|unit| !unit.is_empty())
        .map(Vec::as_slice)
        .collect();
    at_least(rated.len(), 2)?;
    let paired = rated.iter().filter(|unit| unit.len() >= 2).count();
    at_least(paired, 1)?;
    let values = categories(rated.iter().copied())?;
    let q = values.len();
    if q < 2 {
        return Err(Undefined::NoVariance);
    }
    let weight = |a: usize, b: usize| {
        let steps = count(a.abs_diff(b));
        let most = count(q - 1);
        1.0 - steps * (steps + 1.0) / (most * (most + 1.0))
    };
    let n = count(rated.len());
    let mut counts = vec![0.0; rated.len() * q];
    let mut shares = vec![0.0; q];
    for (unit, counts) in rated.iter().zip(counts.chunks_exact_mut(q)) {
        for value in *unit {
            counts[place(&values, *value)] += 1.0;
        }
        for (share, found) in shares.iter_mut().zip(counts.iter()) {
            *share += found / count(unit.len()) / n;
        }
    }
    let total: f64 = (0..q).flat_map(|a| (0..q).map(move |b| weight(a, b))).sum();
    let factor = total / (count(q) * (count(q) - 1.0));
    let expected = factor * shares.iter().map(|p| p * (1.0 - p)).sum::<f64>();
    let agreed: Vec<f64> = rated
        .iter()
        .zip(counts.chunks_exact(q))
        .map(|(unit, counts)| agreement_of(unit.len(), counts, weight))
        .collect();
    let observed = agreed.iter().sum::<f64>() / count(paired);
    let value = finite((observed - expected) / (1.0 - expected))?;
    let mut squares = 0.0;
    for ((unit, counts), agreed) in rated.iter().zip(counts.chunks_exact(q)).zip(&agreed) {
        let own = if unit.len() >= 2 { expected } else { 0.0 };
        let part = n / count(paired) * (agreed - own) / (1.0 - expected);
        let chance = factor
            * counts
                .iter()
                .zip(&shares)
                .map(|(c, p)| c * (1.0 - p))
                .sum::<f64>()
            / count(unit.len());
        let part = part - 2.0 * (1.0 - value) * (chance - expected) / (1.0 - expected);
        squares += (part - value).powi(2);
    }
    Ok(Ac2 {
        value,
        standard_error: finite((squares / (n * (n - 1.0))).sqrt())?,
        units: rated.len(),
    })
}

/// Weighted agreement within a unit; 0 for a single rating.
fn agreement_of(raters: usize, counts: &[f64], weight: impl Fn(usize, usize) -> f64) -> f64 {
    if raters < 2 {
        return 0.0;
    }
    let mut sum = 0.0;
    for (a, here) in counts.iter().enumerate() {
        let near: f64 = counts
            .iter()
            .enumerate()
            .map(|(b, n)| weight(a, b) * n)
            .sum();
        sum += here * (near - 1.0);
    }
    sum / (count(raters) * (count(raters) - 1.0))
}
