//! Kendall's coefficient of concordance.

use std::collections::BTreeMap;

use crate::stats::descriptive::ranks;
use crate::stats::distribution::chi_squared_upper;
use crate::stats::{Stat, Undefined, count, finite};

use super::complete;

/// Do judges order subjects alike?
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concordance {
    /// W, 0–1.
    pub w: f64,
    /// k(n − 1)W.
    pub chi_squared: f64,
    /// P of a larger one if judges ordered at random.
    pub p: f64,
}

/// Kendall's W with correction for ties (Siegel & Castellan 1988).
///
/// # Errors
/// Fewer than two judges or subjects; all ratings of every judge equal.
pub fn kendall_w(columns: &[&[f64]]) -> Stat<Concordance> {
    let n = complete(columns, 2, 2)?;
    let (judges, subjects) = (count(columns.len()), count(n));
    let mut sums = vec![0.0; n];
    let mut ties = 0.0;
    for column in columns {
        let mut sizes: BTreeMap<u64, usize> = BTreeMap::new();
        for (sum, rank) in sums.iter_mut().zip(ranks(column)?) {
            *sum += rank;
            *sizes.entry(rank.to_bits()).or_default() += 1;
        }
        ties += sizes
            .values()
            .map(|t| count(*t).powi(3) - count(*t))
            .sum::<f64>();
    }
    let squares: f64 = sums.iter().map(|sum| sum * sum).sum();
    let above = 12.0 * squares - 3.0 * judges.powi(2) * subjects * (subjects + 1.0).powi(2);
    let below = judges.powi(2) * (subjects.powi(3) - subjects) - judges * ties;
    if below <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let w = finite(above / below)?;
    let chi_squared = judges * (subjects - 1.0) * w;
    Ok(Concordance {
        w,
        chi_squared,
        p: chi_squared_upper(chi_squared.max(0.0), subjects - 1.0)?,
    })
}
