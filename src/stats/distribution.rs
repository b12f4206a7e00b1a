//! Normal, t, F and chi-squared probabilities, with both tails where a difference would cancel.
//!
//! A thin wall around `statrs`, so that one place decides about precision and about refused
//! parameters. Nothing outside `stats` may see it.

use std::sync::OnceLock;

use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::beta::{checked_beta_reg, inv_beta_reg, ln_beta};
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
    let outside = 1.0 - level;
    // The expansion around the normal law is close from a few degrees of freedom; what it lacks is
    // made good below. The inverse beta function alone would be good to about 1e-8, and is slower.
    let mut t = if df >= FEW_DEGREES {
        margin_near_normal(normal_margin(level)?, df)
    } else {
        law.inverse_cdf(f64::midpoint(level, 1.0))
    };
    // Halley's steps on the two-sided tail, each of which triples the exact digits.
    for _ in 0..6 {
        let density = 2.0 * statrs::distribution::Continuous::pdf(&law, t);
        let newton = (t_two_sided(t, df)? - outside) / density;
        let step = newton / (1.0 - 0.5 * newton * (df + 1.0) * t / (df + t * t));
        if !step.is_finite() {
            break;
        }
        t += step;
        if step.abs() <= 1e-9 * t {
            // The next step would change no digit that the tail itself still has.
            break;
        }
    }
    finite(t)
}

/// From so many degrees of freedom the expansion of [`margin_near_normal`] is a good start.
const FEW_DEGREES: f64 = 4.0;

/// Student's margin from the normal one: the first terms in powers of one over the degrees of
/// freedom (Fisher and Cornish 1960; Abramowitz and Stegun 26.7.5).
fn margin_near_normal(z: f64, df: f64) -> f64 {
    let square = z * z;
    let terms = [
        (square + 1.0) / 4.0,
        ((5.0 * square + 16.0) * square + 3.0) / 96.0,
        (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0,
        ((((79.0 * square + 776.0) * square + 1482.0) * square - 1920.0) * square - 945.0)
            / 92_160.0,
    ];
    let series = terms.iter().rev().fold(0.0, |sum, term| (sum + term) / df);
    z * (1.0 + series)
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
    falling_root(
        |f| Ok(f_upper(f, d1, d2)? - (1.0 - p)),
        |f| f_density(f, d1, d2),
        start,
    )
}

/// The density of F.
fn f_density(f: f64, d1: f64, d2: f64) -> f64 {
    let log = 0.5 * (d1 * (d1 * f).ln() + d2 * d2.ln() - (d1 + d2) * (d1 * f + d2).ln());
    (log - f.ln() - ln_beta(d1 / 2.0, d2 / 2.0)).exp()
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

/// The zero of a falling function on the positive axis, from a good start: Newton's steps, kept
/// between points on both sides of it.
fn falling_root(
    excess: impl Fn(f64) -> Stat<f64>,
    fall: impl Fn(f64) -> f64,
    start: f64,
) -> Stat<f64> {
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let mut x = start;
    for _ in 0..2_000 {
        let above = excess(x)?;
        if above > 0.0 {
            low = x;
        } else {
            high = x;
        }
        let newton = x + above / fall(x);
        let next = if newton > low && newton < high && newton.is_finite() {
            newton
        } else if high.is_infinite() {
            2.0 * x
        } else {
            f64::midpoint(low, high)
        };
        if (next - x).abs() <= 2.0 * f64::EPSILON * x || high < f64::MIN_POSITIVE {
            return finite(next);
        }
        x = next;
    }
    Err(Undefined::NoConvergence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_of_t_cut_off_exactly_what_they_should() {
        for df in [1.0, 2.5, 4.0, 4.7, 9.0, 17.3, 120.0, 3_300.5, 1e6] {
            for level in [0.5, 0.9, 0.95, 0.99, 0.999] {
                let tail = t_margin(level, df).and_then(|t| t_two_sided(t, df));
                let error = tail.map(|tail| (tail - (1.0 - level)).abs() / (1.0 - level));
                assert!(
                    error.is_ok_and(|error| error < 1e-10),
                    "{df} {level} {error:?}"
                );
            }
        }
    }

    #[test]
    fn quantiles_of_f_cut_off_exactly_what_they_should() {
        for (d1, d2) in [
            (1.0, 1.0),
            (2.0, 7.0),
            (11.0, 289.0),
            (3_300.0, 16_500.0),
            (40.0, 1e6),
        ] {
            for p in [1e-6, 0.025, 0.5, 0.975, 1.0 - 1e-6] {
                let tail = f_quantile(p, d1, d2).and_then(|f| f_upper(f, d1, d2));
                let error = tail.map(|tail| (tail - (1.0 - p)).abs() / (1.0 - p));
                assert!(
                    error.is_ok_and(|error| error < 1e-9),
                    "{d1} {d2} {p} {error:?}"
                );
            }
        }
    }
}
