//! How much the answers inside one branch agree: r_wg, r_wg(j), r*_wg(j), a_wg(j), AD.
//!
//! Each index compares with a chosen picture of no agreement; none of them proves agreement.

use super::descriptive::{mean, median, variance};
use super::{Stat, Undefined, at_least, count, finite};

/// The variance of answers spread evenly over a scale with `points` points, (A² − 1)/12: 2 for five
/// points.
///
/// # Errors
/// Fewer than two points.
pub fn uniform_variance(points: usize) -> Stat<f64> {
    at_least(points, 2)?;
    Ok((count(points).powi(2) - 1.0) / 12.0)
}

/// r_wg(j) of one group from the variances of its items (James, Demaree & Wolf 1984); with one item
/// it is r_wg. 0–1: a mean variance above the null variance counts as no agreement.
///
/// # Errors
/// No items, a negative variance, a null variance of 0 or less.
pub fn rwg_j(variances: &[f64], null_variance: f64) -> Stat<f64> {
    let ratio = null_ratio(variances, null_variance)?.min(1.0);
    let items = count(variances.len());
    finite(items * (1.0 - ratio) / (items * (1.0 - ratio) + ratio))
}

/// r*_wg(j) of one group, 1 − mean variance/null variance (Lindell, Brandt & Whitney 1999); does not
/// grow with the number of items. Below 0 when answers are split into camps.
///
/// # Errors
/// As [`rwg_j`].
pub fn rwg_j_lindell(variances: &[f64], null_variance: f64) -> Stat<f64> {
    Ok(1.0 - null_ratio(variances, null_variance)?)
}

fn null_ratio(variances: &[f64], null_variance: f64) -> Stat<f64> {
    at_least(variances.len(), 1)?;
    if null_variance <= 0.0 || variances.iter().any(|v| *v < 0.0) {
        return Err(Undefined::OutOfRange);
    }
    finite(mean(variances)? / null_variance)
}

/// The sample variances of the items of one group; needs two answers.
///
/// # Errors
/// An item with fewer than two answers, not finite input.
pub fn item_variances(items: &[&[f64]]) -> Stat<Vec<f64>> {
    items.iter().map(|item| variance(item)).collect()
}

/// Where a group's items are compared from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Center {
    /// The item's mean.
    Mean,
    /// The item's median.
    Median,
}

/// The average deviation of answers from the center of their item, averaged over items (Burke,
/// Finkelstein & Dusig 1999); 0 is full agreement.
///
/// # Errors
/// No items, an item without answers, not finite input.
pub fn average_deviation(items: &[&[f64]], center: Center) -> Stat<f64> {
    at_least(items.len(), 1)?;
    let of_item = |item: &&[f64]| {
        let from = match center {
            Center::Mean => mean(item)?,
            Center::Median => median(item)?,
        };
        mean(&item.iter().map(|v| (v - from).abs()).collect::<Vec<_>>())
    };
    mean(&items.iter().map(of_item).collect::<Stat<Vec<_>>>()?)
}

/// a_wg(j): agreement against the largest variance possible at the item's mean, averaged over items
/// (Brown & Hauenstein 2005); −1…1.
///
/// An item whose mean lies so near an end of the scale that the index cannot be read there, below
/// (low·(n − 1) + high)/n or above (high·(n − 1) + low)/n, is passed over.
///
/// # Errors
/// No items, fewer than two answers, answers outside `low`–`high`, every item passed over.
pub fn awg_j(items: &[&[f64]], low: f64, high: f64) -> Stat<f64> {
    at_least(items.len(), 1)?;
    let mut found = Vec::with_capacity(items.len());
    for item in items {
        let (spread, center, n) = (variance(item)?, mean(item)?, count(item.len()));
        if item.iter().any(|v| !(low..=high).contains(v)) {
            return Err(Undefined::OutOfRange);
        }
        let lowest = (low * (n - 1.0) + high) / n - 1e-9;
        let highest = (high * (n - 1.0) + low) / n + 1e-9;
        if lowest <= center && center <= highest {
            let most = ((high + low) * center - center * center - high * low) * n / (n - 1.0);
            found.push(finite(1.0 - 2.0 * spread / most)?);
        }
    }
    if found.is_empty() {
        Err(Undefined::OutOfRange)
    } else {
        mean(&found)
    }
}
