//! How small a correlation would have been noticed, and how many branches a correlation needs.
//!
//! Two-sided test of r against 0, by Fisher's z with the bias term r/(2(n − 1)) and the critical r
//! of the t test (Cohen 1988, section 3; the same approximation as R's pwr).

use super::distribution::{normal_cdf, t_margin};
use super::{Stat, Undefined, at_least, count};

/// The chance to find a correlation of size `r` with `n` pairs at error `alpha`; `n` may be a
/// fraction while it is searched for. Above 3.
fn power(r: f64, n: f64, alpha: f64) -> Stat<f64> {
    Ok(power_beyond(critical(n, alpha)?, r, n))
}

/// Fisher's z of the smallest r that the t test of `n` pairs calls different from 0.
fn critical(n: f64, alpha: f64) -> Stat<f64> {
    let t = t_margin(1.0 - alpha, n - 2.0)?;
    Ok((t / (t * t + n - 2.0).sqrt()).atanh())
}

/// The chance that a correlation of size `r` lies beyond the critical one.
fn power_beyond(critical: f64, r: f64, n: f64) -> f64 {
    let z = r.atanh() + r / (2.0 * (n - 1.0));
    let scale = (n - 3.0).sqrt();
    normal_cdf((z - critical) * scale) + normal_cdf((-z - critical) * scale)
}

/// The smallest |r| that is found with probability `power_wanted` (0.8 by custom) from `n` pairs.
///
/// # Errors
/// Fewer than four pairs; `alpha` or `power_wanted` outside 0–1, or a power below `alpha`.
pub fn smallest_noticed(n: usize, alpha: f64, power_wanted: f64) -> Stat<f64> {
    at_least(n, 4)?;
    check(alpha, power_wanted)?;
    let critical = critical(count(n), alpha)?;
    solve((0.0, 1.0 - 1e-12), |r| {
        Ok(power_beyond(critical, r, count(n)) < power_wanted)
    })
}

/// How many pairs a correlation of size `r` needs to be found with probability `power_wanted`; not
/// rounded up.
///
/// # Errors
/// `r` not strictly between 0 and 1 in size; `alpha` or `power_wanted` outside 0–1.
pub fn pairs_needed(r: f64, alpha: f64, power_wanted: f64) -> Stat<f64> {
    check(alpha, power_wanted)?;
    let r = r.abs();
    if !(r > 0.0 && r < 1.0) {
        return Err(Undefined::OutOfRange);
    }
    let mut most = 8.0;
    while power(r, most, alpha)? < power_wanted {
        most *= 2.0;
        if most > 1e12 {
            return Err(Undefined::NoConvergence);
        }
    }
    solve((4.0, most), |n| Ok(power(r, n, alpha)? < power_wanted))
}

fn check(alpha: f64, power_wanted: f64) -> Stat<()> {
    let possible = alpha > 0.0 && alpha < power_wanted && power_wanted < 1.0;
    if possible {
        Ok(())
    } else {
        Err(Undefined::OutOfRange)
    }
}

/// The border between too small and large enough.
fn solve((mut low, mut high): (f64, f64), too_small: impl Fn(f64) -> Stat<bool>) -> Stat<f64> {
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if too_small(middle)? {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(f64::midpoint(low, high))
}
