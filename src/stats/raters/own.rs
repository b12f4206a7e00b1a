//! A rating of oneself against those of others.

use crate::stats::correlation::{Kind, coefficient};
use crate::stats::descriptive::{mean, variance};
use crate::stats::distribution::{t_margin, t_two_sided};
use crate::stats::{Interval, Stat, Undefined, at_least, count, finite, same_length};

/// Self minus others, paired.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnGap {
    /// Pairs.
    pub n: usize,
    /// Mean difference.
    pub gap: f64,
    /// Standard deviation of the differences.
    pub sd: f64,
    /// Paired t, its p, the interval of the gap, and gap/sd; not defined where all differences are
    /// equal.
    pub test: Stat<OwnTest>,
    /// Correlation of both sides.
    pub profile_r: Stat<f64>,
}

/// The paired t test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnTest {
    /// t.
    pub t: f64,
    /// Two-sided p.
    pub p: f64,
    /// Interval of the gap.
    pub interval: Interval,
    /// Cohen's d of differences.
    pub dz: f64,
}

/// Compares own ratings with those of others, pair by pair, at `level`.
///
/// # Errors
/// Fewer than two pairs, unequal lengths.
pub fn own_against_others(own: &[f64], others: &[f64], level: f64) -> Stat<OwnGap> {
    same_length(own, others)?;
    at_least(own.len(), 2)?;
    let apart: Vec<f64> = own.iter().zip(others).map(|(a, b)| a - b).collect();
    let (gap, sd) = (mean(&apart)?, variance(&apart)?.sqrt());
    let n = count(own.len());
    let test = || {
        if sd <= 1e-12 {
            return Err(Undefined::NoVariance);
        }
        let error = sd / n.sqrt();
        let margin = t_margin(level, n - 1.0)? * error;
        Ok(OwnTest {
            t: finite(gap / error)?,
            p: t_two_sided(gap / error, n - 1.0)?,
            interval: Interval::new(gap - margin, gap + margin)?,
            dz: gap / sd,
        })
    };
    Ok(OwnGap {
        n: own.len(),
        gap,
        sd,
        test: test(),
        profile_r: coefficient(Kind::Pearson, own, others),
    })
}
