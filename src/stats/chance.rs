//! Bootstrap intervals and permutation tests of many correlations in one go. Groups of any number of
//! rows are drawn from the same random words, which cost more to make than what is drawn from them.
//!
//! Each result is that of [`bca_many`](super::bootstrap::bca_many) and
//! [`test_many`](super::permutation::test_many) for the group alone, on any number of threads.

use super::bootstrap::{self, Bca};
use super::permutation::{self, EXACT_UP_TO, Permutation};
use super::random::{Word, by_words};
use super::{Pair, Stat};

/// How much chance, from which seed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// Bootstrap draws.
    pub draws: usize,
    /// Random orders of the permutation tests.
    pub orders: usize,
    /// The seed.
    pub seed: u64,
    /// Confidence level.
    pub level: f64,
}

/// Pairs of columns of one length.
#[derive(Debug, Clone, Default)]
pub struct Group<'a> {
    /// Those whose Pearson's r gets an interval.
    pub resampled: Vec<Pair<'a>>,
    /// Those whose order is tested: ranks for Spearman.
    pub turned: Vec<Pair<'a>>,
}

/// The results of a group, in the order of its pairs.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// Of [`Group::resampled`].
    pub intervals: Vec<Stat<Bca>>,
    /// Of [`Group::turned`].
    pub tests: Vec<Stat<Permutation>>,
}

/// The results of all groups.
#[must_use]
pub fn draw(groups: &[Group<'_>], plan: Plan) -> Vec<Drawn> {
    let resampling = bootstrap::Plan {
        draws: plan.draws,
        seed: plan.seed,
        level: plan.level,
    };
    let turning = permutation::Plan {
        draws: plan.orders,
        seed: plan.seed,
    };
    let prepared: Vec<(bootstrap::Many<'_>, permutation::Many)> = groups
        .iter()
        .map(|group| {
            // All orders of a few pairs are counted, not drawn.
            let is_drawn = |(x, _): &&Pair<'_>| x.len() > EXACT_UP_TO;
            let turned: Vec<Pair<'_>> = group.turned.iter().filter(is_drawn).copied().collect();
            (
                bootstrap::Many::of(&group.resampled, resampling),
                permutation::Many::of(&turned, turning),
            )
        })
        .collect();
    let width = prepared.iter().map(|(a, b)| a.n.max(b.n)).max();
    let work = |words: &[Word], range: std::ops::Range<usize>| {
        let left = |all: usize| all.saturating_sub(range.start).min(range.len());
        let of_group = |(resampled, turned): &(bootstrap::Many<'_>, permutation::Many)| {
            (
                resampled.draw(words, left(plan.draws)),
                turned.extreme(words, left(plan.orders)),
            )
        };
        prepared.iter().map(of_group).collect::<Vec<_>>()
    };
    let chunks = by_words(
        plan.seed,
        plan.draws.max(plan.orders),
        width.unwrap_or_default(),
        work,
    );
    let mut by_group = vec![(Vec::new(), Vec::new()); groups.len()];
    for (group, (drawn, extreme)) in chunks
        .into_iter()
        .flat_map(|chunk| chunk.into_iter().enumerate())
    {
        by_group[group].0.push(drawn);
        by_group[group].1.push(extreme);
    }
    let mut results = Vec::with_capacity(groups.len());
    for ((group, (resampled, turned)), (drawn, extreme)) in
        groups.iter().zip(&prepared).zip(by_group)
    {
        results.push(Drawn {
            intervals: resampled.finish(drawn),
            tests: if turned.n > EXACT_UP_TO {
                turned.finish(extreme)
            } else {
                permutation::test_many(&group.turned, turning)
            },
        });
    }
    results
}
