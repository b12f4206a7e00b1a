//! Staff now and customers later, and the reverse.
//!
//! Two waves cannot show which causes which; below 30 branches the caller prints a table only.

use super::compare::{Across, NonOverlapping, Test};
use super::correlation::{Kind, coefficient};
use super::distribution::t_two_sided;
use super::partial::partial;
use super::{Stat, Undefined, at_least, count, finite};

/// The same branches in two waves, on two sides; four columns of one length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TwoWaves<'a> {
    /// Staff in the first wave.
    pub staff_first: &'a [f64],
    /// Customers in the first wave.
    pub customers_first: &'a [f64],
    /// Staff in the second wave.
    pub staff_second: &'a [f64],
    /// Customers in the second wave.
    pub customers_second: &'a [f64],
}

/// A standardized slope on an earlier value of the other side, with the earlier value of the own
/// side held constant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Path {
    /// The slope, in standard deviations.
    pub beta: f64,
    /// Its standard error.
    pub error: f64,
    /// Two-sided p, t with n − 3 degrees of freedom.
    pub p: f64,
}

/// What two waves show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lagged {
    /// Branches.
    pub n: usize,
    /// r of staff first with customers second.
    pub staff_to_customers: f64,
    /// r of customers first with staff second.
    pub customers_to_staff: f64,
    /// r of the two sides in the first wave.
    pub first_wave: f64,
    /// r of the two sides in the second wave.
    pub second_wave: f64,
    /// r of staff with itself.
    pub staff_stability: f64,
    /// r of customers with themselves.
    pub customers_stability: f64,
    /// Customers second on staff first, customers first held constant.
    pub staff_path: Stat<Path>,
    /// Staff second on customers first, staff first held constant.
    pub customers_path: Stat<Path>,
    /// Are the two lagged correlations different? (Raghunathan, Rosenthal & Rubin 1996)
    pub difference: Stat<Test>,
    /// r of the changes of the two sides.
    pub changes: Stat<f64>,
    /// r of the two sides in the second wave, both sides of the first wave held constant.
    pub beyond_first: Stat<f64>,
}

/// Compares two waves. Needs five branches.
///
/// # Errors
/// Fewer than five branches, unequal lengths, not finite input, a column without variance.
pub fn lagged(waves: TwoWaves<'_>) -> Stat<Lagged> {
    let TwoWaves {
        staff_first: s1,
        customers_first: c1,
        staff_second: s2,
        customers_second: c2,
    } = waves;
    at_least(s1.len(), 5)?;
    let r = |x: &[f64], y: &[f64]| coefficient(Kind::Pearson, x, y);
    let (s1c2, c1s2) = (r(s1, c2)?, r(c1, s2)?);
    let (s1c1, s2c2) = (r(s1, c1)?, r(s2, c2)?);
    let (s1s2, c1c2) = (r(s1, s2)?, r(c1, c2)?);
    let n = s1.len();
    let across = Across {
        jh: s1c1,
        jm: s1s2,
        kh: c1c2,
        km: s2c2,
    };
    let change = |from: &[f64], to: &[f64]| -> Vec<f64> {
        from.iter().zip(to).map(|(a, b)| b - a).collect()
    };
    Ok(Lagged {
        n,
        staff_to_customers: s1c2,
        customers_to_staff: c1s2,
        first_wave: s1c1,
        second_wave: s2c2,
        staff_stability: s1s2,
        customers_stability: c1c2,
        staff_path: path(n, s1c2, c1c2, s1c1),
        customers_path: path(n, c1s2, s1s2, s1c1),
        difference: NonOverlapping {
            n,
            jk: s1c2,
            hm: c1s2,
            across,
        }
        .zpf(),
        changes: r(&change(s1, s2), &change(c1, c2)),
        beyond_first: partial(Kind::Pearson, s2, c2, &[s1, c1], super::LEVEL)
            .map(|found| found.partial.value),
    })
}

/// The standardized slope on a predictor from three correlations: outcome with predictor, outcome
/// with the other predictor, and between the predictors.
fn path(n: usize, r: f64, other: f64, between: f64) -> Stat<Path> {
    let free = 1.0 - between * between;
    if free <= 1e-12 {
        return Err(Undefined::Collinear);
    }
    let beta = (r - other * between) / free;
    let explained = beta * r + (other - r * between) / free * other;
    let df = count(n) - 3.0;
    let error = finite((((1.0 - explained) / (df * free)).max(0.0)).sqrt())?;
    if error <= 1e-12 {
        return Err(Undefined::Perfect);
    }
    Ok(Path {
        beta: finite(beta)?,
        error,
        p: t_two_sided(beta / error, df)?,
    })
}
