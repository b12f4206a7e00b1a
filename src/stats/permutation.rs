//! The permutation test of a correlation: how often does chance pairing give as much?
//!
//! Counts |r*| ≥ |r|. Works on any two columns; for Spearman the caller passes ranks. The result
//! depends on the seed, never on the number of threads.

use rayon::prelude::*;

use super::descriptive::{is_constant, mean};
use super::random::{Draws, by_chunk};
use super::{Stat, Undefined, at_least, count, dot, finite, same_length};

/// Up to this many pairs all orders are counted (9! = 362 880).
pub const EXACT_UP_TO: usize = 9;

/// Beyond this, counting all orders takes minutes and is refused.
const EXACT_LIMIT: usize = 11;

/// Random orders: how many, and from which seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Number of random orders.
    pub draws: usize,
    /// The seed.
    pub seed: u64,
}

/// What the orders showed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Permutation {
    /// Two-sided p: the share of orders at least as extreme; for random orders
    /// (extreme + 1)/(orders + 1), so that it is never 0 (Phipson & Smyth 2010).
    pub p: f64,
    /// Orders at least as extreme as the observed one.
    pub extreme: usize,
    /// Orders looked at.
    pub orders: usize,
    /// All orders, or a random part of them?
    pub is_exact: bool,
}

/// The test, exact to [`EXACT_UP_TO`] pairs and random above.
///
/// # Errors
/// Fewer than three pairs, unequal lengths, not finite input, no variance.
pub fn test(x: &[f64], y: &[f64], plan: Plan) -> Stat<Permutation> {
    if x.len() <= EXACT_UP_TO {
        exact(x, y)
    } else {
        random(x, y, plan)
    }
}

/// The test of several pairs of columns of one length, which see the same orders.
#[must_use]
pub fn test_many(pairs: &[(&[f64], &[f64])], plan: Plan) -> Vec<Stat<Permutation>> {
    let n = pairs.first().map_or(0, |(x, _)| x.len());
    if n <= EXACT_UP_TO {
        pairs.par_iter().map(|(x, y)| exact(x, y)).collect()
    } else {
        random_many(pairs, plan)
    }
}

/// All orders (Heap's algorithm).
///
/// # Errors
/// As [`test()`]; more than eleven pairs.
pub fn exact(x: &[f64], y: &[f64]) -> Stat<Permutation> {
    let mut pairs = Pairs::of(x, y)?;
    let n = x.len();
    if n > EXACT_LIMIT {
        return Err(Undefined::OutOfRange);
    }
    let mut turns = vec![0; n];
    let mut sum = pairs.product();
    let (mut extreme, mut orders, mut place) = (usize::from(pairs.is_extreme(sum)), 1, 1);
    while place < n {
        if turns[place] < place {
            let other = if place % 2 == 0 { 0 } else { turns[place] };
            // Two swapped partners change only two products.
            sum += (pairs.x[place] - pairs.x[other]) * (pairs.y[other] - pairs.y[place]);
            pairs.y.swap(place, other);
            extreme += usize::from(pairs.is_extreme(sum));
            orders += 1;
            turns[place] += 1;
            place = 1;
        } else {
            turns[place] = 0;
            place += 1;
        }
    }
    Ok(Permutation {
        p: count(extreme) / count(orders),
        extreme,
        orders,
        is_exact: true,
    })
}

/// Random orders.
///
/// # Errors
/// As [`test()`]; no draws.
pub fn random(x: &[f64], y: &[f64], plan: Plan) -> Stat<Permutation> {
    let mut found = random_many(&[(x, y)], plan);
    found.pop().unwrap_or(Err(Undefined::Lengths))
}

/// Random orders of several pairs of columns of one length: every pair sees the same orders, which
/// costs little more than one pair alone. Each result is that of [`random`].
#[must_use]
pub fn random_many(pairs: &[(&[f64], &[f64])], plan: Plan) -> Vec<Stat<Permutation>> {
    let n = pairs.first().map_or(0, |(x, _)| x.len());
    let prepared: Vec<Stat<Pairs>> = pairs
        .iter()
        .map(|(x, y)| {
            at_least(plan.draws, 1)?;
            if x.len() == n {
                Pairs::of(x, y)
            } else {
                Err(Undefined::Lengths)
            }
        })
        .collect();
    let shared = Shared::of(&prepared);
    let counted = by_chunk(plan.seed, plan.draws, |draws, range| {
        shared.extreme(draws, range.len(), n)
    });
    let mut extreme = vec![0; shared.rows.len()];
    for chunk in counted {
        extreme.iter_mut().zip(chunk).for_each(|(all, n)| *all += n);
    }
    let mut extreme = extreme.into_iter();
    let result = |found: Stat<Pairs>| {
        found?;
        let extreme = extreme.next().unwrap_or_default();
        Ok(Permutation {
            p: (count(extreme) + 1.0) / (count(plan.draws) + 1.0),
            extreme,
            orders: plan.draws,
            is_exact: false,
        })
    };
    prepared.iter().cloned().map(result).collect()
}

/// Pairs that are turned together; equal second columns are turned once.
struct Shared<'a> {
    rows: Vec<(&'a Pairs, usize)>,
    columns: Vec<&'a [f64]>,
}

impl<'a> Shared<'a> {
    fn of(prepared: &'a [Stat<Pairs>]) -> Self {
        let mut shared = Self {
            rows: Vec::new(),
            columns: Vec::new(),
        };
        for pairs in prepared.iter().flatten() {
            let y = pairs.y.as_slice();
            let known = shared.columns.iter().position(|other| *other == y);
            let column = known.unwrap_or_else(|| {
                shared.columns.push(y);
                shared.columns.len() - 1
            });
            shared.rows.push((pairs, column));
        }
        shared
    }

    /// For each pair how many of `times` orders are extreme.
    fn extreme(&self, draws: &mut Draws, times: usize, n: usize) -> Vec<usize> {
        let mut found = vec![0; self.rows.len()];
        if found.is_empty() {
            return found;
        }
        let mut order: Vec<usize> = (0..n).collect();
        let mut turned = vec![vec![0.0; n]; self.columns.len()];
        for _ in 0..times {
            for last in (0..n).rev() {
                order.swap(last, draws.below(last + 1));
            }
            for (turned, column) in turned.iter_mut().zip(&self.columns) {
                turned
                    .iter_mut()
                    .zip(&order)
                    .for_each(|(slot, row)| *slot = column[*row]);
            }
            for (found, (pairs, column)) in found.iter_mut().zip(&self.rows) {
                let sum = dot(&pairs.x, &turned[*column]);
                *found += usize::from(pairs.is_extreme(sum));
            }
        }
        found
    }
}

/// Centered columns of length 1, so that the sum of products is r itself.
#[derive(Clone)]
struct Pairs {
    x: Vec<f64>,
    y: Vec<f64>,
    threshold: f64,
}

impl Pairs {
    fn of(x: &[f64], y: &[f64]) -> Stat<Self> {
        same_length(x, y)?;
        at_least(x.len(), 3)?;
        let mut pairs = Self {
            x: unit(x)?,
            y: unit(y)?,
            threshold: 0.0,
        };
        // Orders as extreme as the observed one count, in spite of rounding.
        pairs.threshold = pairs.product().abs() - 1e-10;
        Ok(pairs)
    }

    fn product(&self) -> f64 {
        self.x.iter().zip(&self.y).map(|(a, b)| a * b).sum()
    }

    fn is_extreme(&self, sum: f64) -> bool {
        sum.abs() >= self.threshold
    }
}

/// The column around its mean, scaled to length 1.
fn unit(values: &[f64]) -> Stat<Vec<f64>> {
    if is_constant(values) {
        return Err(Undefined::NoVariance);
    }
    let center = mean(values)?;
    let length = finite(
        values
            .iter()
            .map(|v| (v - center).powi(2))
            .sum::<f64>()
            .sqrt(),
    )?;
    if length <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    Ok(values.iter().map(|v| (v - center) / length).collect())
}
