//! Intervals of shares: whole parts are drawn again, branches or rows.

use super::{Moments, shares, split};
use crate::stats::descriptive::quantile_of_sorted;
use crate::stats::random::by_chunk;
use crate::stats::{Interval, Stat, Undefined, at_least};

/// Draws for intervals of shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// Number of draws.
    pub draws: usize,
    /// The seed.
    pub seed: u64,
    /// Confidence level.
    pub level: f64,
}

/// Percentile intervals of the shares, one for each driver, and how many draws were dropped
/// because drivers were collinear in them.
///
/// Whole parts are drawn: branches, because people of one branch resemble each other, or single
/// rows where rows are branches. All parts must have the same centers.
///
/// # Errors
/// Fewer than ten parts, parts that do not fit together, fewer than two usable draws, `level`
/// outside 0–1.
pub fn shapley_intervals(parts: &[Moments], plan: Plan) -> Stat<(Vec<Interval>, usize)> {
    at_least(parts.len(), crate::stats::bootstrap::FEWEST_ROWS)?;
    if !(plan.level > 0.0 && plan.level < 1.0) {
        return Err(Undefined::OutOfRange);
    }
    let centers = &parts.first().ok_or(Undefined::Lengths)?.centers;
    if parts.iter().any(|p| p.centers != *centers) {
        return Err(Undefined::Lengths);
    }
    let packed: Vec<Vec<f64>> = parts.iter().map(Moments::packed).collect();
    let found: Vec<Vec<f64>> = by_chunk(plan.seed, plan.draws, |draws, range| {
        let mut drawn = vec![0; parts.len()];
        let mut sum = packed[0].clone();
        let shapley_of_draw = |_| {
            draws.fill(&mut drawn, |_| parts.len());
            sum.fill(0.0);
            let mut n = 0;
            for part in &drawn {
                let part = *part as usize;
                n += parts[part].n;
                let row = &packed[part];
                sum.iter_mut()
                    .zip(row)
                    .for_each(|(sum, value)| *sum += value);
            }
            let (r, outcome) = split(&Moments::unpacked(centers, n, &sum)).ok()?;
            shares(&r, &outcome).ok()
        };
        range.filter_map(shapley_of_draw).collect::<Vec<_>>()
    })
    .concat();
    at_least(found.len(), 2)?;
    let side = (1.0 - plan.level) / 2.0;
    let ends = |j: usize| {
        let mut shares: Vec<f64> = found.iter().map(|shares| shares[j]).collect();
        shares.sort_unstable_by(f64::total_cmp);
        Interval::new(
            quantile_of_sorted(&shares, side),
            quantile_of_sorted(&shares, 1.0 - side),
        )
    };
    let drivers = centers.len() - 1;
    let intervals = (0..drivers).map(ends).collect::<Stat<Vec<_>>>()?;
    Ok((intervals, plan.draws - found.len()))
}
