//! May answers of persons be averaged to a branch? One-way ANOVA, ICC(1), ICC(2).
//!
//! Works on summaries of groups, so that a million answers are read once. Nothing here says
//! "agreement proven".

use super::descriptive::{mean, sum_of_squares};
use super::distribution::{f_quantile, f_upper};
use super::{Interval, Stat, Undefined, at_least, count, finite};

/// What is known of one group of answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Answers, at least one.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Their sum of squares around the mean, 0 and above.
    pub sum_of_squares: f64,
}

impl Group {
    /// The summary of values.
    ///
    /// # Errors
    /// Empty or not finite input.
    pub fn of(values: &[f64]) -> Stat<Self> {
        Ok(Self {
            n: values.len(),
            mean: mean(values)?,
            sum_of_squares: sum_of_squares(values)?,
        })
    }

    /// The sample variance; needs two answers.
    ///
    /// # Errors
    /// One answer only.
    pub fn variance(self) -> Stat<f64> {
        at_least(self.n, 2)?;
        finite(self.sum_of_squares / (count(self.n) - 1.0))
    }

    /// Refuses summaries that no answers can have.
    pub(super) fn check(self) -> Stat<()> {
        at_least(self.n, 1)?;
        finite(self.mean)?;
        finite(self.sum_of_squares)?;
        if self.sum_of_squares < 0.0 {
            Err(Undefined::OutOfRange)
        } else {
            Ok(())
        }
    }
}

/// The analysis of variance of answers in groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anova {
    /// Answers.
    pub n: usize,
    /// Groups.
    pub groups: usize,
    /// Mean square between groups.
    pub between: f64,
    /// Mean square within groups, above 0.
    pub within: f64,
    /// between/within.
    pub f: f64,
    /// P of a larger F if all groups were alike.
    pub p: f64,
    /// Share of the variance between groups, η², 0–1.
    pub eta_squared: f64,
    /// Mean group size.
    pub mean_size: f64,
    /// The size that unequal groups are worth, (N − Σn²/N)/(G − 1).
    pub effective_size: f64,
    /// Harmonic mean of the group sizes.
    pub harmonic_size: f64,
}

/// Analyses groups; a group of one answer counts for the mean only.
///
/// # Errors
/// Fewer than two groups, no group with two answers, no variance within groups, impossible
/// summaries.
pub fn anova(groups: &[Group]) -> Stat<Anova> {
    at_least(groups.len(), 2)?;
    groups.iter().try_for_each(|g| g.check())?;
    let n: usize = groups.iter().map(|g| g.n).sum();
    at_least(n, groups.len() + 1)?;
    let (total, g) = (count(n), count(groups.len()));
    let grand = groups.iter().map(|g| count(g.n) * g.mean).sum::<f64>() / total;
    let between: f64 = groups
        .iter()
        .map(|g| count(g.n) * (g.mean - grand).powi(2))
        .sum();
    let within: f64 = groups.iter().map(|g| g.sum_of_squares).sum();
    if within <= 1e-24 * total * grand * grand || within <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let (msb, msw) = (finite(between / (g - 1.0))?, finite(within / (total - g))?);
    let f = finite(msb / msw)?;
    Ok(Anova {
        n,
        groups: groups.len(),
        between: msb,
        within: msw,
        f,
        p: f_upper(f, g - 1.0, total - g)?,
        eta_squared: finite(between / (between + within))?,
        mean_size: total / g,
        effective_size: (total - groups.iter().map(|g| count(g.n).powi(2)).sum::<f64>() / total)
            / (g - 1.0),
        harmonic_size: g / groups.iter().map(|g| 1.0 / count(g.n)).sum::<f64>(),
    })
}

impl Anova {
    /// ICC(1), the share of an answer's variance that lies between groups (Bliese 2000), with the
    /// mean group size. Below 0 when groups differ less than chance lets them.
    #[must_use]
    pub fn icc1(&self) -> f64 {
        self.icc1_with(self.mean_size)
    }

    /// ICC(1) with another group size, mostly [`Anova::effective_size`].
    #[must_use]
    pub fn icc1_with(&self, size: f64) -> f64 {
        (self.between - self.within) / (self.between + (size - 1.0) * self.within)
    }

    /// ICC(2), the reliability of a group mean, (MSB − MSW)/MSB. At most 1; below 0 when groups
    /// differ less than chance lets them.
    ///
    /// # Errors
    /// All group means are equal.
    pub fn icc2(&self) -> Stat<f64> {
        if self.between <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        finite(1.0 - self.within / self.between)
    }

    /// Intervals of ICC(1) and ICC(2) (Shrout & Fleiss 1979) with the mean group size.
    ///
    /// # Errors
    /// All group means are equal; `level` outside 0–1.
    pub fn icc_intervals(&self, level: f64) -> Stat<(Interval, Interval)> {
        if self.f <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        let (d1, d2) = (count(self.groups) - 1.0, count(self.n - self.groups));
        let side = (1.0 - level) / 2.0;
        let low = self.f / f_quantile(1.0 - side, d1, d2)?;
        let high = self.f / f_quantile(side, d1, d2)?;
        let one = |f: f64| (f - 1.0) / (f + self.mean_size - 1.0);
        let two = |f: f64| 1.0 - 1.0 / f;
        Ok((
            Interval::new(one(low), one(high))?,
            Interval::new(two(low), two(high))?,
        ))
    }
}
