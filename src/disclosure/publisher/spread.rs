//! How sure a published mean is: its interval, from a spread that is published anyway. Knows no
//! cells.

use std::sync::OnceLock;

use super::{Published, SHARES_FROM, Score, Tally, plain};
use crate::domain::NpsCounts;
use crate::stats::descriptive::mean_from_summary;
use crate::stats::nps::{self, Nps};
use crate::stats::{Interval, LEVEL};

/// The range of a mean of answers 1–5.
const SCALE: (f64, f64) = (1.0, 5.0);

/// The variance of the scores of people; none where they are all equal, because no spread is then
/// known.
pub(super) fn variance(tally: &Tally) -> Option<f64> {
    let squares = tally.sum_of_squares();
    (tally.n >= 2 && squares > 0.0).then(|| squares / (f64::from(tally.n) - 1.0))
}

/// The most that answers with this mean can vary.
fn widest(mean: f64) -> f64 {
    (SCALE.1 - mean) * (mean - SCALE.0)
}

/// Student's interval, kept on the scale, with the variance of everybody: a group's own would tell,
/// beside its mean, what few people answered. The widest possible where none is published.
pub(super) fn interval(tally: &Tally, mean: f64, known: Option<f64>) -> Option<(f64, f64)> {
    let variance = known.or_else(|| Some(widest(mean)));
    let variance = variance.filter(|it| *it > 0.0)?;
    let half = margin(tally.n)? * (variance / f64::from(tally.n)).sqrt();
    let Interval { low, high } = Interval::new(mean - half, mean + half).ok()?;
    Some((low.clamp(SCALE.0, SCALE.1), high.clamp(SCALE.0, SCALE.1)))
}

/// Employee NPS and its interval, −1 to 1, with the variance of everybody below 30 answers.
pub(super) fn net(counts: NpsCounts, known: Option<NpsCounts>) -> Option<(f64, Interval)> {
    let own = plain(counts);
    let Nps {
        value, interval, ..
    } = nps::nps(own, LEVEL).ok()?;
    if counts.n() >= u64::from(SHARES_FROM) {
        return Some((value, interval));
    }
    let variance = match known {
        Some(known) => nps::adjusted_variance(plain(known)),
        None => 1.0 - value * value,
    };
    let interval = nps::interval_with(own, variance, LEVEL).ok()?;
    Some((value, interval))
}

/// Sizes whose margin is remembered: a heat map of 300 branches asks for the same ones 100,000
/// times.
const REMEMBERED: usize = 4096;

/// Half the width of Student's interval for a standard error of one.
fn margin(n: u32) -> Option<f64> {
    static MARGINS: [OnceLock<Option<f64>>; REMEMBERED] = [const { OnceLock::new() }; REMEMBERED];
    let n = usize::try_from(n).ok()?;
    let computed = || {
        let unit = mean_from_summary(n, 0.0, 1.0, LEVEL).ok()?;
        Some(unit.interval.high)
    };
    match MARGINS.get(n) {
        Some(slot) => *slot.get_or_init(computed),
        None => computed(),
    }
}

/// The standard error behind a shown mean; none where it has no interval.
#[must_use]
pub fn standard_error(score: &Published<Score>) -> Option<f64> {
    let (score, n) = (score.value()?, score.n()?.exact()?);
    let (low, high) = score.interval?;
    // One end may be cut off by the scale.
    let half = (score.mean - low).max(high - score.mean);
    let error = half / margin(n)?;
    (error > 0.0 && error.is_finite()).then_some(error)
}
