//! Pearson's r and Spearman's rho with intervals and p.
//!
//! The p values are those of the usual tests; whether a relation may be claimed is decided elsewhere.

use super::descriptive::{is_constant, mean, ranks};
use super::distribution::{normal_margin, t_two_sided};
use super::{Interval, Stat, Undefined, at_least, count, finite, same_length};

/// Which correlation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Product-moment correlation of the values.
    Pearson,
    /// Product-moment correlation of the mid-ranks.
    Spearman,
}

/// A correlation and its precision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Pairs.
    pub n: usize,
    /// The coefficient, −1…1.
    pub value: f64,
    /// The interval; needs more pairs than the coefficient, and a coefficient below 1 in size.
    pub interval: Stat<Interval>,
    /// Two-sided p against 0.
    pub p: Stat<f64>,
}

/// The coefficient alone. Needs three pairs and variance on both sides.
///
/// # Errors
/// Fewer than three pairs, unequal lengths, not finite input, no variance.
pub fn coefficient(kind: Kind, x: &[f64], y: &[f64]) -> Stat<f64> {
    same_length(x, y)?;
    at_least(x.len(), 3)?;
    if is_constant(x) || is_constant(y) {
        return Err(Undefined::NoVariance);
    }
    match kind {
        Kind::Pearson => product_moment(x, y),
        Kind::Spearman => product_moment(&ranks(x)?, &ranks(y)?),
    }
}

/// Product-moment correlation of checked columns, on values scaled by their largest distance so that
/// no square overflows.
pub(super) fn product_moment(x: &[f64], y: &[f64]) -> Stat<f64> {
    let (mx, my) = (mean(x)?, mean(y)?);
    let far = |v: &[f64], m: f64| v.iter().fold(0.0_f64, |far, a| far.max((a - m).abs()));
    let (fx, fy) = (finite(far(x, mx))?, finite(far(y, my))?);
    if fx <= 0.0 || fy <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (a, b) in x.iter().zip(y) {
        let (a, b) = ((a - mx) / fx, (b - my) / fy);
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    Ok(finite(xy / (xx * yy).sqrt())?.clamp(-1.0, 1.0))
}

/// The correlation with its interval at `level` and its p.
///
/// Pearson: Fisher's z with standard error 1/√(n − 3). Spearman: Bonett & Wright (2000) with
/// √((1 + ρ²/2)/(n − 3)). Both p from t with n − 2 degrees of freedom. The interval needs four pairs.
///
/// # Errors
/// As [`coefficient`]; the interval and p carry their own reasons.
pub fn correlate(kind: Kind, x: &[f64], y: &[f64], level: f64) -> Stat<Correlation> {
    let (n, value) = (x.len(), coefficient(kind, x, y)?);
    Ok(Correlation {
        n,
        value,
        interval: interval(kind, value, n, level),
        p: t_statistic(value, count(n) - 2.0).and_then(|t| t_two_sided(t, count(n) - 2.0)),
    })
}

/// The interval of a coefficient from `n` pairs; see [`correlate`].
///
/// # Errors
/// Fewer than four pairs, a coefficient of ±1, `level` outside 0–1.
pub fn interval(kind: Kind, value: f64, n: usize, level: f64) -> Stat<Interval> {
    at_least(n, 4)?;
    let variance = match kind {
        Kind::Pearson => 1.0,
        Kind::Spearman => 1.0 + value * value / 2.0,
    };
    fisher_interval(value, (variance / (count(n) - 3.0)).sqrt(), level)
}

/// The interval tanh(atanh r ± z·se).
pub(super) fn fisher_interval(value: f64, standard_error: f64, level: f64) -> Stat<Interval> {
    let (z, half) = (fisher_z(value)?, normal_margin(level)? * standard_error);
    Interval::new((z - half).tanh(), (z + half).tanh())
}

/// Fisher's z, atanh r.
pub(super) fn fisher_z(r: f64) -> Stat<f64> {
    if r.abs() >= 1.0 - 1e-15 {
        Err(Undefined::Perfect)
    } else {
        finite(r.atanh())
    }
}

/// t = r·√(df/(1 − r²)).
///
/// # Errors
/// A coefficient of ±1, or no degrees of freedom.
pub fn t_statistic(r: f64, df: f64) -> Stat<f64> {
    if df <= 0.0 {
        return Err(Undefined::OutOfRange);
    }
    if r.abs() >= 1.0 - 1e-15 {
        return Err(Undefined::Perfect);
    }
    finite(r * (df / ((1.0 - r) * (1.0 + r))).sqrt())
}
