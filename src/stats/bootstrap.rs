//! The BCa bootstrap interval of a correlation between branches.
//!
//! Whole rows are drawn with replacement; ranks are made anew in every draw. Never below ten rows.
//! The result depends on the seed, never on the number of threads.

use super::correlation::{Kind, coefficient};
use super::descriptive::{mean, quantile_of_sorted};
use super::distribution::{normal_cdf, normal_quantile};
use super::random::{Draws, by_chunk};
use super::ranked::Ranked;
use super::{Interval, Stat, Undefined, at_least, count, finite, same_length};

/// Below this many rows a bootstrap interval misleads and is refused.
pub const FEWEST_ROWS: usize = 10;

/// Draws: how many, from which seed, for which level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// Number of draws.
    pub draws: usize,
    /// The seed.
    pub seed: u64,
    /// Confidence level.
    pub level: f64,
}

/// A bootstrap interval and what it was made from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bca {
    /// The coefficient of the rows themselves.
    pub value: f64,
    /// Bias-corrected and accelerated interval (Efron 1987).
    pub interval: Interval,
    /// Plain percentile interval of the same draws.
    pub percentile: Interval,
    /// Standard deviation of the draws.
    pub standard_error: f64,
    /// Bias correction z₀.
    pub bias: f64,
    /// Acceleration from leaving out one row at a time.
    pub acceleration: f64,
    /// Draws that gave a coefficient.
    pub draws: usize,
    /// Draws in which a side had no variance; dropped.
    pub degenerate: usize,
}

/// The interval.
///
/// # Errors
/// Fewer than ten rows, unequal lengths, not finite input, no variance, a perfect correlation, no
/// draws, `level` outside 0–1.
pub fn bca(kind: Kind, x: &[f64], y: &[f64], plan: Plan) -> Stat<Bca> {
    at_least(x.len().min(y.len()), FEWEST_ROWS)?;
    at_least(plan.draws, 2)?;
    let value = coefficient(kind, x, y)?;
    if value.abs() >= 1.0 - 1e-12 {
        return Err(Undefined::Perfect);
    }
    let mut found: Vec<f64> = by_chunk(plan.seed, plan.draws, |draws, range| match kind {
        Kind::Pearson => Values::of(x, y).map(|mut rows| rows.run(draws, range.len())),
        Kind::Spearman => Ok(Ranked::of(x, y).draw(draws, range.len())),
    })
    .into_iter()
    .collect::<Stat<Vec<_>>>()?
    .concat();
    at_least(found.len(), 2)?;
    found.sort_unstable_by(f64::total_cmp);
    let acceleration = acceleration(&leave_one_out(kind, x, y));
    let share = share_below(&found, value);
    let limits = |(low, high): (f64, f64)| {
        Interval::new(
            quantile_of_sorted(&found, low),
            quantile_of_sorted(&found, high),
        )
    };
    let side = (1.0 - plan.level) / 2.0;
    Ok(Bca {
        value,
        interval: limits(levels(share, acceleration, plan.level)?)?,
        percentile: limits((side, 1.0 - side))?,
        standard_error: super::descriptive::standard_deviation(&found)?,
        bias: normal_quantile(share)?,
        acceleration,
        draws: found.len(),
        degenerate: plan.draws - found.len(),
    })
}

/// The share of draws below the value, equal ones counted half, kept off 0 and 1.
fn share_below(sorted: &[f64], value: f64) -> f64 {
    let below = sorted.partition_point(|v| *v < value - 1e-12);
    let up_to = sorted.partition_point(|v| *v <= value + 1e-12);
    let half = 0.5 / count(sorted.len());
    (f64::midpoint(count(below), count(up_to)) / count(sorted.len())).clamp(half, 1.0 - half)
}

/// The two probabilities at which the BCa interval reads the distribution of the draws, from the
/// share of draws below the value and the acceleration (Efron & Tibshirani 1993, 14.10).
///
/// # Errors
/// `share` or `level` not strictly between 0 and 1; an acceleration too large for the formula.
pub fn levels(share: f64, acceleration: f64, level: f64) -> Stat<(f64, f64)> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Undefined::OutOfRange);
    }
    let bias = normal_quantile(share)?;
    let place = |p: f64| {
        let z = bias + normal_quantile(p)?;
        let scale = 1.0 - acceleration * z;
        if scale <= 0.0 {
            return Err(Undefined::NoConvergence);
        }
        finite(normal_cdf(bias + z / scale))
    };
    Ok((
        place((1.0 - level) / 2.0)?,
        place(f64::midpoint(1.0, level))?,
    ))
}

/// Efron's acceleration from the coefficients with one row left out: Σd³/(6(Σd²)^1.5) with d the
/// distance below their mean; 0 when they are all equal.
#[must_use]
pub fn acceleration(left_out: &[f64]) -> f64 {
    let Ok(center) = mean(left_out) else {
        return 0.0;
    };
    let (squares, cubes) = left_out.iter().fold((0.0, 0.0), |(s, c), v| {
        let d = center - v;
        (s + d * d, c + d * d * d)
    });
    if squares <= 1e-28 {
        0.0
    } else {
        cubes / (6.0 * f64::powf(squares, 1.5))
    }
}

/// The coefficients with one row left out; those that are undefined are missing.
fn leave_one_out(kind: Kind, x: &[f64], y: &[f64]) -> Vec<f64> {
    super::influence::leave_one_out(kind, x, y)
        .map(|found| found.without.into_iter().flatten().collect())
        .unwrap_or_default()
}

/// Rows for Pearson, side by side, around their means and of size about 1.
struct Values(Vec<(f64, f64)>);

impl Values {
    fn of(x: &[f64], y: &[f64]) -> Stat<Self> {
        same_length(x, y)?;
        let (mx, my) = (mean(x)?, mean(y)?);
        let far = |v: &[f64], m: f64| v.iter().fold(0.0_f64, |far, a| far.max((a - m).abs()));
        let (fx, fy) = (finite(far(x, mx))?, finite(far(y, my))?);
        Ok(Self(
            x.iter()
                .zip(y)
                .map(|(a, b)| ((a - mx) / fx, (b - my) / fy))
                .collect(),
        ))
    }

    fn run(&mut self, draws: &mut Draws, times: usize) -> Vec<f64> {
        let mut out = Vec::with_capacity(times);
        let n = count(self.0.len());
        for _ in 0..times {
            let (mut x, mut y, mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for _ in 0..self.0.len() {
                let (a, b) = self.0[draws.below(self.0.len())];
                x += a;
                y += b;
                xx += a * a;
                yy += b * b;
                xy += a * b;
            }
            let (vx, vy) = (xx - x * x / n, yy - y * y / n);
            if vx > 1e-12 * xx && vy > 1e-12 * yy {
                out.push(((xy - x * y / n) / (vx * vy).sqrt()).clamp(-1.0, 1.0));
            }
        }
        out
    }
}
