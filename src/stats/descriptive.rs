//! Means, variances, medians, ranks, the t interval of a mean, and the pairing of columns with gaps.
//!
//! Nothing here weighs, tests or judges.

use super::distribution::t_margin;
use super::{Interval, Stat, Undefined, all_finite, at_least, count, finite, same_length};

/// The arithmetic mean. Needs one value.
///
/// # Errors
/// Empty or not finite input.
pub fn mean(values: &[f64]) -> Stat<f64> {
    at_least(values.len(), 1)?;
    finite(values.iter().sum::<f64>() / count(values.len()))
}

/// The sample variance (divisor n − 1), two passes. Needs two values.
///
/// # Errors
/// Fewer than two values, or not finite input.
pub fn variance(values: &[f64]) -> Stat<f64> {
    at_least(values.len(), 2)?;
    Ok(sum_of_squares(values)? / (count(values.len()) - 1.0))
}

/// The sample standard deviation (divisor n − 1).
///
/// # Errors
/// As [`variance`].
pub fn standard_deviation(values: &[f64]) -> Stat<f64> {
    Ok(variance(values)?.sqrt())
}

/// The sum of squared distances from the mean; 0 for equal values.
///
/// # Errors
/// Empty or not finite input.
pub fn sum_of_squares(values: &[f64]) -> Stat<f64> {
    let center = mean(values)?;
    if is_constant(values) {
        return Ok(0.0);
    }
    finite(values.iter().map(|v| (v - center) * (v - center)).sum())
}

/// The sample covariance (divisor n − 1). Needs two pairs.
///
/// # Errors
/// Fewer than two pairs, unequal lengths, or not finite input.
pub fn covariance(x: &[f64], y: &[f64]) -> Stat<f64> {
    same_length(x, y)?;
    at_least(x.len(), 2)?;
    if is_constant(x) || is_constant(y) {
        return Ok(0.0);
    }
    let (mx, my) = (mean(x)?, mean(y)?);
    let sum: f64 = x.iter().zip(y).map(|(a, b)| (a - mx) * (b - my)).sum();
    finite(sum / (count(x.len()) - 1.0))
}

/// Are all values equal, up to the rounding of a mean? A spread below 10⁻¹³ of the largest value is
/// rounding, and a correlation computed from it would be noise.
#[must_use]
pub fn is_constant(values: &[f64]) -> bool {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for &value in values {
        low = low.min(value);
        high = high.max(value);
    }
    values.is_empty() || high - low <= 1e-13 * low.abs().max(high.abs())
}

/// The median: the middle value, or the mean of the two middle values.
///
/// # Errors
/// Empty or not finite input.
pub fn median(values: &[f64]) -> Stat<f64> {
    all_finite(values)?;
    median_in_place(&mut values.to_vec())
}

/// [`median`] of a buffer that may be reordered; linear time.
pub(super) fn median_in_place(values: &mut [f64]) -> Stat<f64> {
    at_least(values.len(), 1)?;
    let middle = values.len() / 2;
    let odd = values.len() % 2 == 1;
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let upper = *upper;
    if odd {
        return finite(upper);
    }
    let lower = below
        .iter()
        .copied()
        .max_by(f64::total_cmp)
        .unwrap_or(upper);
    finite(f64::midpoint(lower, upper))
}

/// The quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
///
/// # Errors
/// Empty or not finite input, `p` outside 0–1.
pub fn quantile(values: &[f64], p: f64) -> Stat<f64> {
    all_finite(values)?;
    at_least(values.len(), 1)?;
    if !(0.0..=1.0).contains(&p) {
        return Err(Undefined::OutOfRange);
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    Ok(quantile_of_sorted(&sorted, p))
}

/// [`quantile`] of ascending values; not empty.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the place lies between 0 and the length"
)]
pub(super) fn quantile_of_sorted(sorted: &[f64], p: f64) -> f64 {
    let place = p.clamp(0.0, 1.0) * (count(sorted.len()) - 1.0);
    let below = place.floor() as usize;
    let low = sorted[below.min(sorted.len() - 1)];
    let high = sorted[(below + 1).min(sorted.len() - 1)];
    low + (high - low) * (place - place.floor())
}

/// Mid-ranks from 1: equal values share the mean of their places. The sum is n(n + 1)/2.
///
/// # Errors
/// Not finite input.
pub fn ranks(values: &[f64]) -> Stat<Vec<f64>> {
    all_finite(values)?;
    let order = ascending(values);
    let mut out = vec![0.0; values.len()];
    for tie in ties(values, &order) {
        let shared = (count(tie.start) + count(tie.end) + 1.0) / 2.0;
        for &row in &order[tie] {
            out[row] = shared;
        }
    }
    Ok(out)
}

/// The rows in ascending order of their values.
pub(super) fn ascending(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    order
}

/// The runs of equal values in `order`.
#[expect(clippy::float_cmp, reason = "a tie is two equal values")]
pub(super) fn ties(values: &[f64], order: &[usize]) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for place in 1..=order.len() {
        if place == order.len() || values[order[place]] != values[order[start]] {
            out.push(start..place);
            start = place;
        }
    }
    out
}

/// A mean with its t interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// Number of values.
    pub n: usize,
    /// The mean.
    pub mean: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// Student's interval with n − 1 degrees of freedom.
    pub interval: Interval,
}

/// The mean with Student's t interval at `level`. Needs two values; equal values give width 0.
///
/// # Errors
/// Fewer than two values, not finite input, `level` outside 0–1.
pub fn mean_interval(values: &[f64], level: f64) -> Stat<Mean> {
    let n = values.len();
    let standard_error = (variance(values)? / count(n)).sqrt();
    mean_from_summary(n, mean(values)?, standard_error, level)
}

/// [`mean_interval`] from n, mean and standard error.
///
/// # Errors
/// `n` below two, numbers not finite, `level` outside 0–1.
pub fn mean_from_summary(n: usize, mean: f64, standard_error: f64, level: f64) -> Stat<Mean> {
    at_least(n, 2)?;
    let margin = t_margin(level, count(n) - 1.0)? * standard_error;
    let interval = Interval::new(mean - margin, mean + margin)?;
    Ok(Mean {
        n,
        mean,
        standard_error,
        interval,
    })
}

/// The pairs in which neither side is missing, in order.
#[must_use]
pub fn complete_pairs(x: &[Option<f64>], y: &[Option<f64>]) -> (Vec<f64>, Vec<f64>) {
    x.iter()
        .zip(y)
        .filter_map(|(a, b)| Some(((*a)?, (*b)?)))
        .unzip()
}

/// The rows in which no column is missing, column by column, in order (listwise deletion).
///
/// # Errors
/// Columns of unequal length.
pub fn complete_rows(columns: &[&[Option<f64>]]) -> Stat<Vec<Vec<f64>>> {
    let n = columns.first().map_or(0, |c| c.len());
    if columns.iter().any(|c| c.len() != n) {
        return Err(Undefined::Lengths);
    }
    let mut out = vec![Vec::new(); columns.len()];
    for row in 0..n {
        if columns.iter().all(|c| c[row].is_some()) {
            for (kept, column) in out.iter_mut().zip(columns) {
                kept.extend(column[row]);
            }
        }
    }
    Ok(out)
}
