//! The same correlation inside regions, between regions, and in all.
//!
//! When they differ, the total is a mixture: a relation between regions says nothing about branches
//! of one region.

use std::collections::BTreeMap;

use super::correlation::{Kind, coefficient, fisher_z};
use super::descriptive::{is_constant, mean};
use super::distribution::normal_margin;
use super::shrinkage::{Estimate, Method, shrink};
use super::{Interval, Stat, Undefined, at_least, count, finite, same_length};

/// One correlation in three places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithinBetween {
    /// Over all rows.
    pub total: f64,
    /// Of the distances from the region's mean, pooled; needs variance inside regions.
    pub within: Stat<f64>,
    /// Of the region means, each counted as often as it has rows; needs three regions, because two
    /// always give ±1.
    pub between: Stat<f64>,
    /// Of the region means, each counted once; needs three regions.
    pub of_means: Stat<f64>,
    /// Share of the variance of x between regions, η².
    pub eta_x: f64,
    /// Share of the variance of y between regions, η².
    pub eta_y: f64,
}

/// Splits a correlation by region (Robinson 1950); `region` gives a number for each row.
///
/// # Errors
/// Fewer than three rows, unequal lengths, not finite input, no variance.
pub fn within_between(x: &[f64], y: &[f64], region: &[usize]) -> Stat<WithinBetween> {
    same_length(x, y)?;
    if region.len() != x.len() {
        return Err(Undefined::Lengths);
    }
    let total = coefficient(Kind::Pearson, x, y)?;
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (row, region) in region.iter().enumerate() {
        rows.entry(*region).or_default().push(row);
    }
    let (gx, gy) = (mean(x)?, mean(y)?);
    let (mut inside, mut outside) = (Products::default(), Products::default());
    let (mut means_x, mut means_y) = (Vec::new(), Vec::new());
    for rows in rows.values() {
        let center = |v: &[f64]| rows.iter().map(|r| v[*r]).sum::<f64>() / count(rows.len());
        let (mx, my) = (center(x), center(y));
        rows.iter()
            .for_each(|r| inside.add(1.0, x[*r] - mx, y[*r] - my));
        outside.add(count(rows.len()), mx - gx, my - gy);
        means_x.push(mx);
        means_y.push(my);
    }
    let all = (inside.xx + outside.xx, inside.yy + outside.yy);
    let has_regions = at_least(rows.len(), 3).and_then(|()| {
        let flat = is_constant(&means_x) || is_constant(&means_y);
        if flat {
            Err(Undefined::NoVariance)
        } else {
            Ok(())
        }
    });
    Ok(WithinBetween {
        total,
        within: inside.r(all),
        between: has_regions.and_then(|()| outside.r(all)),
        of_means: has_regions.and_then(|()| coefficient(Kind::Pearson, &means_x, &means_y)),
        eta_x: finite(outside.xx / all.0)?,
        eta_y: finite(outside.yy / all.1)?,
    })
}

/// Sums of squares and products.
#[derive(Default)]
struct Products {
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Products {
    fn add(&mut self, weight: f64, a: f64, b: f64) {
        self.xx += weight * a * a;
        self.yy += weight * b * b;
        self.xy += weight * a * b;
    }

    /// The correlation; a sum of squares that is nothing beside that of all rows is no variance.
    fn r(&self, all: (f64, f64)) -> Stat<f64> {
        if self.xx <= 1e-24 * all.0 || self.yy <= 1e-24 * all.1 {
            return Err(Undefined::NoVariance);
        }
        Ok(finite(self.xy / (self.xx * self.yy).sqrt())?.clamp(-1.0, 1.0))
    }
}

/// Correlations of several regions put together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pooled {
    /// The common correlation, if there is one.
    pub common: f64,
    /// Its interval.
    pub interval: Interval,
    /// Cochran's Q: do the regions differ?
    pub q: f64,
    /// P of a larger Q if they do not.
    pub q_p: f64,
    /// Variance of the true Fisher z between regions (DerSimonian–Laird), 0 and above.
    pub tau_squared: f64,
    /// The mean correlation if regions differ.
    pub random: f64,
}

/// Pools correlations over regions by Fisher's z with weights n − 3 (Hedges & Olkin 1985). Each
/// region is (r, n).
///
/// # Errors
/// Fewer than two regions, one with fewer than four rows or an r of ±1, `level` outside 0–1.
pub fn pool(regions: &[(f64, usize)], level: f64) -> Stat<Pooled> {
    let estimate = |(r, n): &(f64, usize)| {
        at_least(*n, 4)?;
        Ok(Estimate {
            value: fisher_z(*r)?,
            variance: 1.0 / (count(*n) - 3.0),
        })
    };
    let estimates = regions.iter().map(estimate).collect::<Stat<Vec<_>>>()?;
    let found = shrink(Method::DerSimonianLaird, &estimates)?;
    let weight: f64 = estimates.iter().map(|e| 1.0 / e.variance).sum();
    let z = estimates.iter().map(|e| e.value / e.variance).sum::<f64>() / weight;
    let half = normal_margin(level)? / weight.sqrt();
    Ok(Pooled {
        common: z.tanh(),
        interval: Interval::new((z - half).tanh(), (z + half).tanh())?,
        q: found.q,
        q_p: found.q_p,
        tau_squared: found.tau_squared,
        random: found.mean.tanh(),
    })
}
