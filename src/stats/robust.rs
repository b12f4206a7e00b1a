//! Lines that a few unusual branches cannot bend: Theil–Sen, Siegel, Huber.
//!
//! Slopes of all pairs are made, so the time grows with n²: for branches, not for respondents.

use super::descriptive::{ascending, is_constant, mean, median, median_in_place, ties};
use super::distribution::normal_margin;
use super::line::fit;
use super::{Interval, Stat, Undefined, at_least, count, finite, same_length};

/// A line from medians of slopes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TheilSen {
    /// The median of all pairwise slopes.
    pub slope: f64,
    /// The median of y − slope·x.
    pub intercept: f64,
    /// Sen's interval of the slope.
    pub interval: Interval,
}

/// Theil (1950) and Sen (1968): the median slope over pairs with different x, with Sen's interval
/// from the variance of Kendall's score corrected for ties. Needs three pairs.
///
/// # Errors
/// Fewer than three pairs, unequal lengths, not finite input, no variance in x.
pub fn theil_sen(x: &[f64], y: &[f64], level: f64) -> Stat<TheilSen> {
    let mut slopes = pair_slopes(x, y)?;
    let slope = median_in_place(&mut slopes)?;
    let spread = |t: f64| t * (t - 1.0) * (2.0 * t + 5.0);
    let tied = |v: &[f64]| -> f64 {
        ties(v, &ascending(v))
            .into_iter()
            .map(|tie| spread(count(tie.len())))
            .sum()
    };
    let variance = (spread(count(x.len())) - tied(x) - tied(y)) / 18.0;
    let margin = normal_margin(level)? * variance.max(0.0).sqrt();
    let all = count(slopes.len());
    let mut at = |place: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to the length"
        )]
        let place = place.round_ties_even().clamp(0.0, all - 1.0) as usize;
        *slopes.select_nth_unstable_by(place, f64::total_cmp).1
    };
    let low = at(((all - margin) / 2.0).round_ties_even() - 1.0);
    let high = at((all + margin) / 2.0);
    let intercept = joint_intercept(x, y, slope)?;
    Ok(TheilSen {
        slope,
        intercept,
        interval: Interval::new(low, high)?,
    })
}

/// The median of y − slope·x.
fn joint_intercept(x: &[f64], y: &[f64], slope: f64) -> Stat<f64> {
    median_in_place(
        &mut x
            .iter()
            .zip(y)
            .map(|(a, b)| b - slope * a)
            .collect::<Vec<_>>(),
    )
}

/// Slopes of all pairs with different x.
#[expect(
    clippy::float_cmp,
    reason = "equal x has no slope, however small a difference has one"
)]
fn pair_slopes(x: &[f64], y: &[f64]) -> Stat<Vec<f64>> {
    same_length(x, y)?;
    at_least(x.len(), 3)?;
    if is_constant(x) {
        return Err(Undefined::NoVariance);
    }
    let mut slopes = Vec::with_capacity(x.len() * (x.len() - 1) / 2);
    for i in 1..x.len() {
        for j in 0..i {
            if x[i] != x[j] {
                slopes.push(finite((y[i] - y[j]) / (x[i] - x[j]))?);
            }
        }
    }
    Ok(slopes)
}

/// The center of a Theil–Sen line through the medians: median(y) − slope·median(x).
///
/// # Errors
/// Empty or not finite input.
pub fn median_intercept(x: &[f64], y: &[f64], slope: f64) -> Stat<f64> {
    finite(median(y)? - slope * median(x)?)
}

/// Siegel's repeated medians.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Siegel {
    /// The median over rows of the median slope to the other rows.
    pub slope: f64,
    /// The median over rows of the median intercept with the other rows.
    pub separate_intercept: f64,
    /// The median of y − slope·x.
    pub intercept: f64,
}

/// Siegel (1982). Holds with nearly half of the rows spoilt. Needs three pairs.
///
/// # Errors
/// As [`theil_sen`].
#[expect(
    clippy::float_cmp,
    reason = "equal x has no slope, however small a difference has one"
)]
pub fn siegel(x: &[f64], y: &[f64]) -> Stat<Siegel> {
    same_length(x, y)?;
    at_least(x.len(), 3)?;
    if is_constant(x) {
        return Err(Undefined::NoVariance);
    }
    let (mut slopes, mut intercepts) = (Vec::new(), Vec::new());
    let (mut row_slopes, mut row_intercepts) = (Vec::new(), Vec::new());
    for i in 0..x.len() {
        row_slopes.clear();
        row_intercepts.clear();
        for j in 0..x.len() {
            if x[i] != x[j] {
                row_slopes.push(finite((y[i] - y[j]) / (x[i] - x[j]))?);
                row_intercepts.push(finite((y[j] * x[i] - y[i] * x[j]) / (x[i] - x[j]))?);
            }
        }
        slopes.push(median_in_place(&mut row_slopes)?);
        intercepts.push(median_in_place(&mut row_intercepts)?);
    }
    let slope = median_in_place(&mut slopes)?;
    Ok(Siegel {
        slope,
        separate_intercept: median_in_place(&mut intercepts)?,
        intercept: joint_intercept(x, y, slope)?,
    })
}

/// A Huber line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Huber {
    /// Height at x = 0.
    pub intercept: f64,
    /// Rise per unit of x.
    pub slope: f64,
    /// The scale of the residuals: their median size over 0.6745.
    pub scale: f64,
}

/// Huber's M-estimate with k = 1.345 and the scale estimated anew in every step (Huber 1964), by
/// reweighted least squares until the residuals stand still.
///
/// # Errors
/// As [`fit`]; no convergence in 500 steps; more than half of the points on one line.
pub fn huber(x: &[f64], y: &[f64]) -> Stat<Huber> {
    let line = fit(x, y)?;
    let (mut intercept, mut slope) = (line.intercept, line.slope);
    let residuals = |intercept: f64, slope: f64| -> Vec<f64> {
        x.iter()
            .zip(y)
            .map(|(a, b)| b - intercept - slope * a)
            .collect()
    };
    let mut old = residuals(intercept, slope);
    for _ in 0..500 {
        let sizes: Vec<f64> = old.iter().map(|r| r.abs()).collect();
        let scale = median(&sizes)? / 0.6745;
        if scale <= 1e-14 * mean(&y.iter().map(|v| v.abs()).collect::<Vec<_>>())? {
            return Err(Undefined::NoVariance);
        }
        let weights: Vec<f64> = sizes.iter().map(|r| (1.345 * scale / r).min(1.0)).collect();
        (intercept, slope) = weighted_line(x, y, &weights)?;
        let new = residuals(intercept, slope);
        let moved: f64 = old.iter().zip(&new).map(|(a, b)| (a - b).powi(2)).sum();
        let size: f64 = old.iter().map(|r| r * r).sum();
        old = new;
        if (moved / size.max(1e-20)).sqrt() <= 1e-10 {
            return Ok(Huber {
                intercept: finite(intercept)?,
                slope: finite(slope)?,
                scale,
            });
        }
    }
    Err(Undefined::NoConvergence)
}

/// The weighted least-squares line: intercept and slope.
fn weighted_line(x: &[f64], y: &[f64], weights: &[f64]) -> Stat<(f64, f64)> {
    let total: f64 = weights.iter().sum();
    let center = |v: &[f64]| v.iter().zip(weights).map(|(a, w)| a * w).sum::<f64>() / total;
    let (mx, my) = (center(x), center(y));
    let (mut xx, mut xy) = (0.0, 0.0);
    for ((a, b), w) in x.iter().zip(y).zip(weights) {
        xx += w * (a - mx) * (a - mx);
        xy += w * (a - mx) * (b - my);
    }
    if xx <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let slope = finite(xy / xx)?;
    Ok((my - slope * mx, slope))
}
