//! The BCa bootstrap interval of a correlation between branches.
//!
//! Whole rows are drawn with replacement; ranks are made anew in every draw. Never below ten rows.
//! The result depends on the seed, never on the number of threads.

use super::correlation::{Kind, coefficient};
use super::descriptive::{mean, quantile_of_sorted};
use super::distribution::{normal_cdf, normal_quantile};
use super::random::{Word, below, by_chunk, by_words};
use super::ranked::Ranked;
use super::{Interval, Pair, Stat, Undefined, at_least, count, finite};
use rayon::prelude::*;
use std::ops::Range;

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
    match kind {
        Kind::Pearson => {
            let mut found = bca_many(&[(x, y)], plan);
            found.pop().unwrap_or(Err(Undefined::Lengths))
        }
        Kind::Spearman => {
            let value = checked(kind, x, y, plan)?;
            let found = by_chunk(plan.seed, plan.draws, |draws, range| {
                Ranked::of(x, y).draw(draws, range.len())
            });
            interval(kind, (x, y), value, (found.concat(), plan))
        }
    }
}

/// Intervals of Pearson's r of several pairs of columns of one length: every pair sees the same
/// draws of rows, which costs little more than one pair alone. Each result is that of [`bca`].
#[must_use]
pub fn bca_many(pairs: &[Pair<'_>], plan: Plan) -> Vec<Stat<Bca>> {
    let many = Many::of(pairs, plan);
    let work = |words: &[Word], range: Range<usize>| many.draw(words, range.len());
    let chunks = by_words(plan.seed, plan.draws, many.n, work);
    many.finish(chunks)
}

/// Pairs that are drawn together, from random words that others may see too.
pub(super) struct Many<'a> {
    /// Rows, and words that a draw takes.
    pub(super) n: usize,
    pairs: &'a [Pair<'a>],
    plan: Plan,
    prepared: Vec<Prepared>,
    together: Together,
}

impl<'a> Many<'a> {
    pub(super) fn of(pairs: &'a [Pair<'a>], plan: Plan) -> Self {
        let n = pairs.first().map_or(0, |(x, _)| x.len());
        let checked = |(x, y): &Pair<'_>| {
            let value = checked(Kind::Pearson, x, y, plan)?;
            if x.len() == n {
                Ok((value, centered(x)?, centered(y)?))
            } else {
                Err(Undefined::Lengths)
            }
        };
        let prepared: Vec<Prepared> = pairs.iter().map(checked).collect();
        Self {
            n,
            pairs,
            plan,
            together: Together::of(&prepared),
            prepared,
        }
    }

    /// The coefficients of so many draws for each pair that can be drawn.
    pub(super) fn draw(&self, words: &[Word], times: usize) -> Vec<Vec<f64>> {
        self.together.run(words, times, self.n)
    }

    /// The results from all draws in their order.
    pub(super) fn finish(&self, chunks: impl IntoIterator<Item = Vec<Vec<f64>>>) -> Vec<Stat<Bca>> {
        let mut drawn: Vec<Vec<f64>> = vec![Vec::new(); self.together.pairs.len()];
        for chunk in chunks {
            for (all, part) in drawn.iter_mut().zip(chunk) {
                all.extend(part);
            }
        }
        let mut drawn = drawn.into_iter();
        let jobs: Vec<_> = self
            .pairs
            .iter()
            .zip(&self.prepared)
            .map(|(pair, found)| match found {
                Ok((value, ..)) => Ok((*pair, *value, drawn.next().unwrap_or_default())),
                Err(reason) => Err(*reason),
            })
            .collect();
        let plan = self.plan;
        jobs.into_par_iter()
            .map(|job| {
                let (pair, value, drawn) = job?;
                interval(Kind::Pearson, pair, value, (drawn, plan))
            })
            .collect()
    }
}

/// The coefficient of the rows themselves, where an interval around it is possible.
fn checked(kind: Kind, x: &[f64], y: &[f64], plan: Plan) -> Stat<f64> {
    at_least(x.len().min(y.len()), FEWEST_ROWS)?;
    at_least(plan.draws, 2)?;
    let value = coefficient(kind, x, y)?;
    if value.abs() >= 1.0 - 1e-12 {
        return Err(Undefined::Perfect);
    }
    Ok(value)
}

/// The interval from the coefficients of the draws.
fn interval(
    kind: Kind,
    (x, y): (&[f64], &[f64]),
    value: f64,
    (mut found, plan): (Vec<f64>, Plan),
) -> Stat<Bca> {
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

/// A column around its mean, of size about 1.
fn centered(column: &[f64]) -> Stat<Vec<f64>> {
    let center = mean(column)?;
    let far = |far: f64, v: &f64| far.max((v - center).abs());
    let far = finite(column.iter().fold(0.0, far))?;
    Ok(column.iter().map(|v| (v - center) / far).collect())
}

/// So many columns are added up side by side: their sums stay in the registers of the processor.
const PANEL: usize = 16;

/// A pair that can be drawn: its coefficient and both sides.
type Prepared = Stat<(f64, Vec<f64>, Vec<f64>)>;

/// Pairs that are drawn together. A draw adds up whole rows of columns: the values of every side,
/// their squares and, for every pair, the products. Equal sides are added up once.
struct Together {
    /// The columns, [`PANEL`] of them at a time, row by row.
    panels: Vec<Vec<[f64; PANEL]>>,
    /// The columns of both sides, each followed by its squares, and of the products.
    pairs: Vec<(usize, usize, usize)>,
}

impl Together {
    fn of(prepared: &[Prepared]) -> Self {
        let mut sides = Vec::<(&[f64], usize)>::new();
        let (mut columns, mut pairs) = (Vec::new(), Vec::new());
        let product =
            |x: &[f64], y: &[f64]| -> Vec<f64> { x.iter().zip(y).map(|(a, b)| a * b).collect() };
        for (_, x, y) in prepared.iter().flatten() {
            let [x_at, y_at] = [x, y].map(|side| {
                let known = sides.iter().find(|(it, _)| it == side);
                if let Some((_, at)) = known {
                    return *at;
                }
                let at = columns.len();
                sides.push((side, at));
                columns.extend([side.clone(), product(side, side)]);
                at
            });
            pairs.push((x_at, y_at, columns.len()));
            columns.push(product(x, y));
        }
        let panel = |columns: &[Vec<f64>]| {
            let rows = 0..columns.first().map_or(0, Vec::len);
            let row =
                |row: usize| std::array::from_fn(|at| columns.get(at).map_or(0.0, |c| c[row]));
            rows.map(row).collect()
        };
        Self {
            panels: columns.chunks(PANEL).map(panel).collect(),
            pairs,
        }
    }

    /// The coefficients of so many draws for each pair; those without variance are left out.
    fn run(&self, words: &[Word], times: usize, n: usize) -> Vec<Vec<f64>> {
        let mut out = vec![Vec::with_capacity(times); self.pairs.len()];
        if out.is_empty() {
            return out;
        }
        let words = words.iter().take(times * n);
        let drawn: Vec<u32> = words.map(|word| below(*word, n)).collect();
        // Panel by panel over all draws, so that a panel is near while it is needed.
        let width = self.panels.len() * PANEL;
        let mut sums = vec![0.0; times * width];
        for (at, panel) in self.panels.iter().enumerate() {
            let draws = sums.chunks_exact_mut(width).zip(drawn.chunks_exact(n));
            for (sums, rows) in draws {
                sums[at * PANEL..(at + 1) * PANEL].copy_from_slice(&added(panel, rows));
            }
        }
        for sums in sums.chunks_exact(width) {
            let spread = |side: usize| {
                let (sum, squares) = (sums[side], sums[side + 1]);
                let rest = squares - sum * sum / count(n);
                (rest > 1e-12 * squares).then_some(rest)
            };
            for (out, (x, y, products)) in out.iter_mut().zip(&self.pairs) {
                if let (Some(vx), Some(vy)) = (spread(*x), spread(*y)) {
                    let together = sums[*products] - sums[*x] * sums[*y] / count(n);
                    out.push((together / (vx * vy).sqrt()).clamp(-1.0, 1.0));
                }
            }
        }
        out
    }
}

/// The sum of these rows of a panel.
fn added(panel: &[[f64; PANEL]], rows: &[u32]) -> [f64; PANEL] {
    let mut sums = [0.0; PANEL];
    for row in rows {
        let values = &panel[*row as usize];
        for lane in 0..PANEL {
            sums[lane] += values[lane];
        }
    }
    sums
}
