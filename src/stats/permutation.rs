//! The permutation test of a correlation: how often does chance pairing give as much?
//!
//! Counts |r*| ≥ |r|. Works on any two columns; for Spearman the caller passes ranks. The result
//! depends on the seed, never on the number of threads.

use std::ops::Range;

use rayon::prelude::*;

use super::descriptive::{is_constant, mean};
use super::random::{Word, below, by_words};
use super::{Pair, Stat, Undefined, at_least, count, dot, finite, same_length};

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
pub fn test_many(pairs: &[Pair<'_>], plan: Plan) -> Vec<Stat<Permutation>> {
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
pub fn random_many(pairs: &[Pair<'_>], plan: Plan) -> Vec<Stat<Permutation>> {
    let many = Many::of(pairs, plan);
    let work = |words: &[Word], range: Range<usize>| many.extreme(words, range.len());
    let chunks = by_words(plan.seed, plan.draws, many.n, work);
    many.finish(chunks)
}

/// Pairs that are turned together, from random words that others may see too.
pub(super) struct Many {
    /// Rows, and words that an order takes.
    pub(super) n: usize,
    plan: Plan,
    prepared: Vec<Stat<Pairs>>,
    shared: Either,
}

/// Ranks are turned as whole numbers, which is many times faster and exact.
enum Either {
    Whole(Shared<i16, i32>),
    Float(Shared<f64, f64>),
}

impl Many {
    pub(super) fn of(pairs: &[Pair<'_>], plan: Plan) -> Self {
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
        let whole: Option<Vec<_>> = prepared.iter().flatten().map(Pairs::whole).collect();
        let shared = match whole {
            Some(pairs) => Either::Whole(Shared::of(pairs, |x, y| dot_whole(x, y).abs())),
            None => {
                let pairs = prepared.iter().flatten();
                let pairs = pairs.map(|it| (it.x.clone(), it.y.clone(), it.threshold));
                Either::Float(Shared::of(pairs.collect(), |x, y| dot(x, y).abs()))
            }
        };
        Self {
            n,
            plan,
            prepared,
            shared,
        }
    }

    /// For each pair that can be turned how many of `times` orders are extreme.
    pub(super) fn extreme(&self, words: &[Word], times: usize) -> Vec<usize> {
        match &self.shared {
            Either::Whole(shared) => shared.extreme(words, times, self.n),
            Either::Float(shared) => shared.extreme(words, times, self.n),
        }
    }

    /// The results from what all orders showed.
    pub(super) fn finish(
        &self,
        chunks: impl IntoIterator<Item = Vec<usize>>,
    ) -> Vec<Stat<Permutation>> {
        let mut all = vec![0; self.prepared.iter().flatten().count()];
        for chunk in chunks {
            all.iter_mut().zip(chunk).for_each(|(all, n)| *all += n);
        }
        let mut extreme = all.into_iter();
        let result = |found: &Stat<Pairs>| {
            found.as_ref().map_err(|reason| *reason)?;
            let extreme = extreme.next().unwrap_or_default();
            Ok(Permutation {
                p: (count(extreme) + 1.0) / (count(self.plan.draws) + 1.0),
                extreme,
                orders: self.plan.draws,
                is_exact: false,
            })
        };
        self.prepared.iter().map(result).collect()
    }
}

/// Pairs that are turned together; equal second columns are turned once.
struct Shared<T, S> {
    /// The first columns, which second column stands beside each, and from which sum of products on
    /// an order is extreme.
    rows: Vec<(Vec<T>, usize, S)>,
    columns: Vec<Vec<T>>,
    /// The size of the sum of products.
    size: fn(&[T], &[T]) -> S,
}

impl<T: Copy + PartialEq, S: PartialOrd> Shared<T, S> {
    fn of(pairs: Vec<(Vec<T>, Vec<T>, S)>, size: fn(&[T], &[T]) -> S) -> Self {
        let (mut rows, mut columns) = (Vec::new(), Vec::<Vec<T>>::new());
        for (x, y, threshold) in pairs {
            let known = columns.iter().position(|other| *other == y);
            let column = known.unwrap_or_else(|| {
                columns.push(y);
                columns.len() - 1
            });
            rows.push((x, column, threshold));
        }
        Self {
            rows,
            columns,
            size,
        }
    }

    /// For each pair how many of `times` orders are extreme.
    fn extreme(&self, words: &[Word], times: usize, n: usize) -> Vec<usize> {
        let mut found = vec![0; self.rows.len()];
        if found.is_empty() {
            return found;
        }
        let mut turned = self.columns.clone();
        for words in words.chunks_exact(n).take(times) {
            // From the last row down each is exchanged with one at or before it.
            for column in &mut turned {
                for (last, word) in (0..n).rev().zip(words) {
                    column.swap(last, below(*word, last + 1) as usize);
                }
            }
            for (found, (x, column, threshold)) in found.iter_mut().zip(&self.rows) {
                let size = (self.size)(x, &turned[*column]);
                *found += usize::from(size >= *threshold);
            }
        }
        found
    }
}

/// The sum of products of whole numbers, in sixteen running sums.
fn dot_whole(x: &[i16], y: &[i16]) -> i32 {
    const LANES: usize = 16;
    let mut sums = [0; LANES];
    let (x_parts, x_rest) = x.as_chunks::<LANES>();
    let (y_parts, y_rest) = y.as_chunks::<LANES>();
    for (a, b) in x_parts.iter().zip(y_parts) {
        for lane in 0..LANES {
            sums[lane] += i32::from(a[lane]) * i32::from(b[lane]);
        }
    }
    let rest = x_rest.iter().zip(y_rest);
    let rest: i32 = rest.map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
    sums.iter().sum::<i32>() + rest
}

/// Ranks as whole numbers: twice the distance from the middle. None where the values are not the
/// mid-ranks of so many rows, or so many that sums of products would not fit.
fn whole_ranks(values: &[f64]) -> Option<Vec<i16>> {
    const MOST: usize = 1_800;
    let n = values.len();
    let doubled = |value: &f64| {
        let distance = 2.0 * value - count(n + 1);
        let is_whole = distance.fract() == 0.0 && distance.abs() < count(n);
        #[expect(clippy::cast_possible_truncation, reason = "smaller than n")]
        is_whole.then_some(distance as i16)
    };
    if n > MOST {
        return None;
    }
    let ranks: Vec<i16> = values.iter().map(doubled).collect::<Option<_>>()?;
    let sum: i32 = ranks.iter().map(|rank| i32::from(*rank)).sum();
    (sum == 0).then_some(ranks)
}

/// Centered columns of length 1, so that the sum of products is r itself.
#[derive(Clone)]
struct Pairs {
    x: Vec<f64>,
    y: Vec<f64>,
    threshold: f64,
    /// Both columns as whole ranks, where they are ranks.
    ranks: Option<(Vec<i16>, Vec<i16>)>,
}

impl Pairs {
    fn of(x: &[f64], y: &[f64]) -> Stat<Self> {
        same_length(x, y)?;
        at_least(x.len(), 3)?;
        let mut pairs = Self {
            x: unit(x)?,
            y: unit(y)?,
            threshold: 0.0,
            ranks: whole_ranks(x).zip(whole_ranks(y)),
        };
        // Orders as extreme as the observed one count, in spite of rounding.
        pairs.threshold = pairs.product().abs() - 1e-10;
        Ok(pairs)
    }

    /// Ranks with the size of their sum of products: exact, and many times faster.
    fn whole(&self) -> Option<(Vec<i16>, Vec<i16>, i32)> {
        let (x, y) = self.ranks.clone()?;
        let size = dot_whole(&x, &y).abs();
        Some((x, y, size))
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
