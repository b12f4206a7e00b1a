//! Normal, t, F and chi-squared probabilities, with both tails where a difference would cancel.
//!
//! A thin wall around `statrs`, so that one place decides about precision and about refused
//! parameters. Nothing outside `stats` may see it.

use std::sync::OnceLock;

use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::beta::{checked_beta_reg, inv_beta_reg};
use statrs::function::erf::{erfc, erfc_inv};
use statrs::function::gamma::checked_gamma_ur;

use super::{LEVEL, Stat, Undefined, finite};

/// P(Z ≤ z) of a standard normal.
pub(super) fn normal_cdf(z: f64) -> f64 {
    0.5 * erfc(-z / std::f64::consts::SQRT_2)
}

/// P(|Z| ≥ |z|), without loss in the far tail.
pub(super) fn normal_two_sided(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2)
}

/// The z with P(Z ≤ z) = p; p strictly between 0 and 1.
pub(super) fn normal_quantile(p: f64) -> Stat<f64> {
    if !(p > 0.0 && p < 1.0) {
        return Err(Undefined::OutOfRange);
    }
    let mut z = -std::f64::consts::SQRT_2 * erfc_inv(2.0 * p);
    // One Newton step takes the rational approximation to full precision.
    let density = (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    if density > 1e-300 {
        z -= (normal_cdf(z) - p) / density;
    }
    finite(z)
}

/// The z that cuts `(1 - level) / 2` off each side.
pub(super) fn normal_margin(level: f64) -> Stat<f64> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Undefined::OutOfRange);
    }
    Ok(-normal_quantile((1.0 - level) / 2.0)?)
}

/// P(|T| ≥ |t|) with `df` degrees of freedom.
pub(super) fn t_two_sided(t: f64, df: f64) -> Stat<f64> {
    if !t.is_finite() || df.is_nan() || df <= 0.0 {
        return Err(Undefined::OutOfRange);
    }
    checked_beta_reg(df / 2.0, 0.5, df / (df + t * t)).map_err(|_| Undefined::NotFinite)
}

/// The t that cuts `(1 - level) / 2` off each side.
pub(super) fn t_margin(level: f64, df: f64) -> Stat<f64> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Undefined::OutOfRange);
    }
    let known = known_margin(level, df);
    if let Some(t) = known.and_then(OnceLock::get) {
        return Ok(*t);
    }
    let t = sought_margin(level, df)?;
    Ok(known.map_or(t, |known| *known.get_or_init(|| t)))
}

/// The place that keeps a margin of the usual level with few whole degrees of freedom: the intervals
/// of a company ask for the same ones a hundred thousand times.
fn known_margin(level: f64, df: f64) -> Option<&'static OnceLock<f64>> {
    const MOST: usize = 1_024;
    static KNOWN: [OnceLock<f64>; MOST] = [const { OnceLock::new() }; MOST];
    let is_usual = level.total_cmp(&LEVEL).is_eq() && df.fract().abs() < f64::MIN_POSITIVE;
    if !is_usual || !(1.0..super::count(MOST)).contains(&df) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number below the length"
    )]
    KNOWN.get(df as usize)
}

fn sought_margin(level: f64, df: f64) -> Stat<f64> {
    let law = StudentsT::new(0.0, 1.0, df).map_err(|_| Undefined::OutOfRange)?;
    let mut t = law.inverse_cdf(f64::midpoint(level, 1.0));
    // Newton on the two-sided tail: the inverse beta function alone is good to about 1e-8.
    for _ in 0..3 {
        let tail = t_two_sided(t, df)?;
        let density = 2.0 * statrs::distribution::Continuous::pdf(&law, t);
        let step = (tail - (1.0 - level)) / density;
        if !step.is_finite() {
            break;
        }
        t += step;
    }
    finite(t)
}

/// P(F ≥ f) with `d1` and `d2` degrees of freedom.
pub(super) fn f_upper(f: f64, d1: f64, d2: f64) -> Stat<f64> {
    if !(f >= 0.0 && d1 > 0.0 && d2 > 0.0) {
        return Err(Undefined::OutOfRange);
    }
    if f.is_infinite() {
        return Ok(0.0);
    }
    checked_beta_reg(d2 / 2.0, d1 / 2.0, d2 / (d2 + d1 * f)).map_err(|_| Undefined::NotFinite)
}

/// The f with P(F ≤ f) = p.
pub(super) fn f_quantile(p: f64, d1: f64, d2: f64) -> Stat<f64> {
    if !(p > 0.0 && p < 1.0 && d1 > 0.0 && d2 > 0.0) {
        return Err(Undefined::OutOfRange);
    }
    let z = inv_beta_reg(d1 / 2.0, d2 / 2.0, p).clamp(1e-300, 1.0 - 1e-16);
    let start = d2 * z / (d1 * (1.0 - z));
    bisect_upper(|f| f_upper(f, d1, d2), 1.0 - p, start)
}

/// P(X² ≥ x) with `df` degrees of freedom.
pub(super) fn chi_squared_upper(x: f64, df: f64) -> Stat<f64> {
    if !(x >= 0.0 && df > 0.0) {
        return Err(Undefined::OutOfRange);
    }
    if x <= 0.0 {
        return Ok(1.0);
    }
    checked_gamma_ur(df / 2.0, x / 2.0).map_err(|_| Undefined::NotFinite)
}

/// Solves `tail(x) = target` for a falling tail on the positive axis, from a good start.
fn bisect_upper(tail: impl Fn(f64) -> Stat<f64>, target: f64, start: f64) -> Stat<f64> {
    let (mut low, mut high) = (start * 0.999, start * 1.001);
    while tail(low)? < target {
        low /= 2.0;
        if low < 1e-290 {
            return Err(Undefined::NoConvergence);
        }
    }
    while tail(high)? > target {
        high *= 2.0;
        if high > 1e290 {
            return Err(Undefined::NoConvergence);
        }
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if tail(middle)? > target {
            low = middle;
        } else {
            high = middle;
        }
    }
    finite(f64::midpoint(low, high))
}
