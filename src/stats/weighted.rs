//! Correlations of branches that are not known equally well.
//!
//! Printed beside the unweighted coefficient, never instead of it.

use super::{Stat, Undefined, all_finite, at_least, finite, same_length};

/// Pearson's r with a weight for each row, as R's `cov.wt`; equal weights give the plain r.
///
/// # Errors
/// Fewer than three rows with a weight, unequal lengths, not finite input, a negative weight, no
/// variance.
pub fn weighted_r(x: &[f64], y: &[f64], weights: &[f64]) -> Stat<f64> {
    same_length(x, y)?;
    same_length(x, weights)?;
    if weights.iter().any(|w| *w < 0.0) {
        return Err(Undefined::OutOfRange);
    }
    let used: Vec<(f64, f64, f64)> = x
        .iter()
        .zip(y)
        .zip(weights)
        .filter(|(_, w)| **w > 0.0)
        .map(|((a, b), w)| (*a, *b, *w))
        .collect();
    at_least(used.len(), 3)?;
    let total = finite(used.iter().map(|(_, _, w)| w).sum())?;
    let mx = used.iter().map(|(a, _, w)| a * w).sum::<f64>() / total;
    let my = used.iter().map(|(_, b, w)| b * w).sum::<f64>() / total;
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (a, b, w) in used {
        let (a, b) = (a - mx, b - my);
        xx += w * a * a;
        yy += w * b * b;
        xy += w * a * b;
    }
    if xx <= 1e-24 * total * mx * mx || yy <= 1e-24 * total * my * my || xx <= 0.0 || yy <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    Ok(finite(xy / (xx * yy).sqrt())?.clamp(-1.0, 1.0))
}

/// The weights 1/(τ² + error variance) of branches: equal when branches truly differ much, by
/// precision when they do not.
///
/// # Errors
/// A negative τ², an error variance of 0 with τ² of 0, not finite input.
pub fn precision_weights(tau_squared: f64, error_variances: &[f64]) -> Stat<Vec<f64>> {
    all_finite(error_variances)?;
    let weight = |variance: &f64| {
        let spread = tau_squared + variance;
        if tau_squared < 0.0 || *variance < 0.0 || spread <= 0.0 {
            return Err(Undefined::OutOfRange);
        }
        finite(1.0 / spread)
    };
    error_variances.iter().map(weight).collect()
}
