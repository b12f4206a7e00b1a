//! Spearman's rho of rows that count more than once or not at all, without sorting anew.
//!
//! Serves the bootstrap and leaving out; nothing outside `stats` may see it.

use super::count;
use super::descriptive::{ascending, ties};
use super::random::Draws;

/// For each row its group of equal x and of equal y, groups in ascending order.
///
/// A sample is a count for each row; the mid-ranks of the sample follow from the counts of the
/// groups in one pass.
pub(super) struct Ranked {
    groups: Vec<(usize, usize)>,
    drawn: Vec<u32>,
    of_x: Vec<f64>,
    of_y: Vec<f64>,
}

impl Ranked {
    /// Prepares rows; checked columns of one length.
    pub(super) fn of(x: &[f64], y: &[f64]) -> Self {
        let group = |values: &[f64]| {
            let order = ascending(values);
            let runs = ties(values, &order);
            let mut place = vec![0; values.len()];
            for (g, run) in runs.iter().enumerate() {
                order[run.clone()].iter().for_each(|&row| place[row] = g);
            }
            (place, vec![0.0; runs.len()])
        };
        let ((gx, of_x), (gy, of_y)) = (group(x), group(y));
        let drawn = vec![0; gx.len()];
        Self {
            groups: gx.into_iter().zip(gy).collect(),
            drawn,
            of_x,
            of_y,
        }
    }

    /// The coefficients of `times` samples of as many rows, drawn with replacement; those without
    /// variance are left out.
    pub(super) fn draw(&mut self, draws: &mut Draws, times: usize) -> Vec<f64> {
        let mut out = Vec::with_capacity(times);
        let n = self.groups.len();
        for _ in 0..times {
            self.clear();
            for _ in 0..n {
                self.take(draws.below(n));
            }
            out.extend(self.value(n));
        }
        out
    }

    fn clear(&mut self) {
        self.drawn.fill(0);
        self.of_x.fill(0.0);
        self.of_y.fill(0.0);
    }

    fn take(&mut self, row: usize) {
        let (gx, gy) = self.groups[row];
        self.drawn[row] += 1;
        self.of_x[gx] += 1.0;
        self.of_y[gy] += 1.0;
    }

    /// The coefficient of a sample of `size` rows.
    fn value(&mut self, size: usize) -> Option<f64> {
        let total = count(size);
        let full = total * (total * total - 1.0) / 12.0;
        let center = total * (total + 1.0) * (total + 1.0) / 4.0;
        let vx = full - counts_to_ranks(&mut self.of_x);
        let vy = full - counts_to_ranks(&mut self.of_y);
        let products: f64 = self
            .drawn
            .iter()
            .zip(&self.groups)
            .map(|(times, (gx, gy))| f64::from(*times) * self.of_x[*gx] * self.of_y[*gy])
            .sum();
        (vx > 1e-9 && vy > 1e-9).then(|| ((products - center) / (vx * vy).sqrt()).clamp(-1.0, 1.0))
    }
}

/// For each row the coefficient of all others, from the mid-ranks of all: without a row, larger ranks
/// fall by 1 and equal ones by ½. Whole and half numbers add up exactly.
pub(super) fn leave_one_out(x: &[f64], y: &[f64]) -> Vec<Option<f64>> {
    let fall =
        |rank: f64, left_out: f64| (f64::from(rank > left_out) + f64::from(rank >= left_out)) / 2.0;
    let rest = count(x.len().saturating_sub(1));
    let center = rest * (rest + 1.0) * (rest + 1.0) / 4.0;
    let without = |(a, b): (&f64, &f64)| {
        // The row itself falls by ½ too and is taken away again.
        let (own_x, own_y) = (a - 0.5, b - 0.5);
        let (mut xx, mut yy, mut xy) = (-own_x * own_x, -own_y * own_y, -own_x * own_y);
        for (rank_x, rank_y) in x.iter().zip(y) {
            let (rank_x, rank_y) = (rank_x - fall(*rank_x, *a), rank_y - fall(*rank_y, *b));
            xx += rank_x * rank_x;
            yy += rank_y * rank_y;
            xy += rank_x * rank_y;
        }
        let (vx, vy) = (xx - center, yy - center);
        (vx > 1e-9 && vy > 1e-9).then(|| ((xy - center) / (vx * vy).sqrt()).clamp(-1.0, 1.0))
    };
    x.iter().zip(y).map(without).collect()
}

/// Turns group counts into mid-ranks; gives what ties take from the sum of squares.
fn counts_to_ranks(groups: &mut [f64]) -> f64 {
    let (mut before, mut lost) = (0.0, 0.0);
    for slot in groups {
        let size = *slot;
        *slot = before + (size + 1.0) / 2.0;
        before += size;
        lost += size * (size * size - 1.0) / 12.0;
    }
    lost
}
