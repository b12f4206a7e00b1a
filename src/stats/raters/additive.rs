//! score ~ subject + rater, where not everybody rated everybody.

use crate::stats::{Stat, Undefined, at_least, finite};

/// A rating: subject, rater, score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Position of the subject.
    pub subject: usize,
    /// Position of the rater.
    pub rater: usize,
    /// The score.
    pub score: f64,
}

/// Effects of raters in score ~ subject + rater.
#[derive(Debug, Clone, PartialEq)]
pub struct RaterEffects {
    /// Per rater, centred so that ratings weigh equally and their mean is 0 within each set of
    /// connected raters; nothing for a rater without a subject in common with another one.
    pub effects: Vec<Option<f64>>,
    /// How many sets of raters have nobody in common; 1 where all compare.
    pub sets: usize,
}

/// Least-squares effects of raters, subjects taken out. Solved by alternating means, which settle on
/// the least-squares solution; effects of raters in different connected sets do not compare.
///
/// # Errors
/// No cells, a score that is not finite, raters who share no subject at all, no convergence.
pub fn rater_effects(cells: &[Cell], subjects: usize, raters: usize) -> Stat<RaterEffects> {
    at_least(cells.len(), 1)?;
    for cell in cells {
        finite(cell.score)?;
        if cell.subject >= subjects || cell.rater >= raters {
            return Err(Undefined::OutOfRange);
        }
    }
    let set = connected(cells, subjects, raters);
    let mut members = vec![std::collections::BTreeSet::new(); raters];
    for cell in cells {
        if let Some(members) = members.get_mut(set[cell.rater]) {
            members.insert(cell.rater);
        }
    }
    let sets = members.iter().filter(|members| members.len() > 1).count();
    at_least(sets, 1)?;
    let mut effects = settle(cells, subjects, raters)?;
    centre(&mut effects, cells, &set);
    let effects = (0..raters)
        .map(|rater| (members[set[rater]].len() > 1).then_some(effects[rater]))
        .collect();
    Ok(RaterEffects { effects, sets })
}

/// The set of each rater: raters are connected through subjects in common.
fn connected(cells: &[Cell], subjects: usize, raters: usize) -> Vec<usize> {
    let mut of_rater: Vec<usize> = (0..raters).collect();
    let mut of_subject = vec![usize::MAX; subjects];
    loop {
        let mut is_settled = true;
        for cell in cells {
            let lower = of_rater[cell.rater].min(of_subject[cell.subject]);
            if of_rater[cell.rater] != lower || of_subject[cell.subject] != lower {
                of_rater[cell.rater] = lower;
                of_subject[cell.subject] = lower;
                is_settled = false;
            }
        }
        if is_settled {
            return of_rater;
        }
    }
}

fn settle(cells: &[Cell], subjects: usize, raters: usize) -> Stat<Vec<f64>> {
    const ROUNDS: usize = 500;
    let mut effects = vec![0.0; raters];
    for _ in 0..ROUNDS {
        let level = means(
            cells
                .iter()
                .map(|c| (c.subject, c.score - effects[c.rater])),
            subjects,
        );
        let next = means(
            cells.iter().map(|c| (c.rater, c.score - level[c.subject])),
            raters,
        );
        let moved = effects
            .iter()
            .zip(&next)
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f64::max);
        effects = next;
        if moved < 1e-10 {
            return Ok(effects);
        }
    }
    Err(Undefined::NoConvergence)
}

fn means(values: impl Iterator<Item = (usize, f64)>, places: usize) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); places];
    for (place, value) in values {
        sums[place].0 += value;
        sums[place].1 += 1.0;
    }
    let mean = |(sum, n): (f64, f64)| if n > 0.0 { sum / n } else { 0.0 };
    sums.into_iter().map(mean).collect()
}

/// Within each set the effects of ratings have mean 0.
fn centre(effects: &mut [f64], cells: &[Cell], set: &[usize]) {
    let of_ratings = cells
        .iter()
        .map(|cell| (set[cell.rater], effects[cell.rater]));
    let middle = means(of_ratings, effects.len());
    for (effect, set) in effects.iter_mut().zip(set) {
        *effect -= middle[*set];
    }
}
