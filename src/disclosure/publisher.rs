//! The one place where a number becomes a published one: how much detail so many answers bear.
//!
//! Below the threshold nothing, not even the count; up to 9 answers a mean that proves nothing of
//! one person; from 10 the exact mean and a band; from 30 the distribution. Intervals are drawn from
//! the spread of everybody, which is published anyway: a group's own would tell, with the exact
//! mean, what single people answered. Decides cell by cell: what a cell gives away beside other cells
//! is [`protect`](super::protect())'s question.

use super::{Favourable, NpsFigure, Published, Reason, Score, ShownCount};
use crate::domain::{MinGroup, NpsCounts};
use crate::stats::nps::Counts;
use crate::stats::proportion::{Share, wilson};
use crate::stats::{Interval, LEVEL};

pub use spread::standard_error;

/// From so many answers counts, exact means and bands are shown.
pub const EXACT_FROM: u32 = 10;

/// From so many answers shares and distributions are shown.
pub const SHARES_FROM: u32 = 30;

/// The range that a mean of 5–9 answers is clipped to.
const CLIP: (f64, f64) = (1.5, 4.5);

/// Sums over the answers of some people: what a score is made of.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tally {
    /// People with a score.
    pub n: u32,
    /// Sum of their scores, each 1–5.
    pub sum: f64,
    /// Sum of the squares of their scores.
    pub sum_squares: f64,
    /// Item answers 1 to 5 after recoding, pooled.
    pub levels: [u32; 5],
}

impl Tally {
    /// The tally of one item: every answer is a score.
    #[must_use]
    pub fn of_levels(levels: [u32; 5]) -> Self {
        let mut tally = Self {
            levels,
            ..Self::default()
        };
        for (level, &people) in (1_u32..).zip(&levels) {
            tally.n += people;
            tally.sum += f64::from(level) * f64::from(people);
            tally.sum_squares += f64::from(level * level) * f64::from(people);
        }
        tally
    }

    /// Adds the people of another.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.sum_squares += other.sum_squares;
        let pairs = self.levels.iter_mut().zip(&other.levels);
        pairs.for_each(|(mine, theirs)| *mine += theirs);
    }

    /// The mean of people's scores; none without people.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / f64::from(self.n))
    }

    /// The sum of squares around the mean, never below zero; rounding counts as zero.
    #[must_use]
    pub fn sum_of_squares(&self) -> f64 {
        let Some(mean) = self.mean() else { return 0.0 };
        let around = self.sum_squares - self.sum * mean;
        if around <= 1e-12 * self.sum_squares {
            0.0
        } else {
            around
        }
    }
}

/// Cuts numbers to the detail that their answers bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publisher {
    min_group: MinGroup,
}

impl Publisher {
    /// A publisher that shows nothing of groups below the threshold.
    #[must_use]
    pub fn new(min_group: MinGroup) -> Self {
        Self { min_group }
    }

    /// The threshold.
    #[must_use]
    pub fn min_group(&self) -> MinGroup {
        self.min_group
    }

    /// How many answers, as it may be said.
    ///
    /// # Errors
    /// The reason, where not even the count may be said.
    pub fn count(&self, n: u32) -> Result<ShownCount, Reason> {
        match n {
            0 => Err(Reason::NoAnswers),
            _ if n < self.min_group.get() => Err(Reason::TooFew),
            _ if n < EXACT_FROM => Ok(ShownCount::FiveToNine),
            _ => Ok(ShownCount::Exact(n)),
        }
    }

    /// The score of people whose answers belong together. `known` is the
    /// [variance](Self::known_variance) published of everybody.
    #[must_use]
    pub fn score(&self, tally: &Tally, known: Option<f64>) -> Published<Score> {
        let Some(mean) = tally.mean() else {
            return Published::Hidden(Reason::NoAnswers);
        };
        self.graded(tally.n, mean, &tally.levels, || {
            spread::interval(tally, mean, known)
        })
    }

    /// The interval of a mean of people's scores, as [`score`](Self::score) draws it.
    #[must_use]
    pub fn interval(tally: &Tally, mean: f64, known: Option<f64>) -> Option<(f64, f64)> {
        spread::interval(tally, mean, known)
    }

    /// The variance that a shown cell tells anyway; none where its answers are too few for that.
    #[must_use]
    pub fn known_variance(tally: &Tally) -> Option<f64> {
        (tally.n >= SHARES_FROM).then(|| spread::variance(tally))?
    }

    /// The score of several questions together, made of what is published of each, so that it says
    /// nothing beyond them: not even of somebody who passed one over. Questions that are hidden are
    /// left out. `n` people have the score; `interval` draws one around the mean, where they are
    /// enough.
    #[must_use]
    pub fn composed(
        &self,
        n: u32,
        parts: &[Published<Score>],
        interval: impl FnOnce(f64) -> Option<(f64, f64)>,
    ) -> Published<Score> {
        let n = match self.count(n) {
            Ok(n) => n,
            Err(reason) => return Published::Hidden(reason),
        };
        let Some((mean, favourable)) = composed::of_parts(parts) else {
            let reason = parts.iter().find_map(Published::reason);
            return Published::Hidden(reason.unwrap_or(Reason::NoAnswers));
        };
        let value = match n {
            ShownCount::FiveToNine => Score {
                mean: coarse(mean),
                interval: None,
                favourable: None,
            },
            ShownCount::Exact(_) | ShownCount::NotDelivered => Score {
                mean,
                interval: interval(mean),
                favourable,
            },
        };
        Published::Shown { value, n }
    }

    fn graded(
        &self,
        n: u32,
        mean: f64,
        levels: &[u32; 5],
        interval: impl FnOnce() -> Option<(f64, f64)>,
    ) -> Published<Score> {
        match self.count(n) {
            Err(reason) => Published::Hidden(reason),
            Ok(n @ ShownCount::FiveToNine) => {
                let value = Score {
                    mean: coarse(mean),
                    interval: None,
                    favourable: None,
                };
                Published::Shown { value, n }
            }
            Ok(shown @ (ShownCount::Exact(_) | ShownCount::NotDelivered)) => {
                let favourable = if n < SHARES_FROM {
                    band(levels)
                } else {
                    exact(n, levels)
                };
                let value = Score {
                    mean,
                    interval: interval(),
                    favourable,
                };
                Published::Shown { value, n: shown }
            }
        }
    }

    /// A mean that somebody else published, with its count where they said it.
    #[must_use]
    pub fn delivered(&self, mean: f64, n: Option<u32>) -> Published<Score> {
        let n = match n.map(|n| self.count(n)) {
            None => ShownCount::NotDelivered,
            Some(Ok(n)) => n,
            Some(Err(reason)) => return Published::Hidden(reason),
        };
        if !mean.is_finite() {
            return Published::Hidden(Reason::Undefined);
        }
        let value = Score {
            mean,
            interval: None,
            favourable: None,
        };
        Published::Shown { value, n }
    }

    /// The mean of the shown ones of several delivered means, by their n where every one is exact.
    pub fn average<'a>(
        &self,
        cells: impl IntoIterator<Item = &'a Published<Score>>,
    ) -> Published<Score> {
        let (mut sum, mut count, mut weighted, mut people) = (0.0, 0.0, 0.0, Some(0_u32));
        for cell in cells {
            let (Some(score), Some(n)) = (cell.value(), cell.n()) else {
                continue;
            };
            sum += score.mean;
            count += 1.0;
            weighted += score.mean * f64::from(n.exact().unwrap_or(0));
            people = people.zip(n.exact()).map(|(all, n)| all.saturating_add(n));
        }
        match people.filter(|n| *n > 0) {
            _ if count <= 0.0 => Published::Hidden(Reason::NoAnswers),
            Some(n) => self.delivered(weighted / f64::from(n), Some(n)),
            None => self.delivered(sum / count, None),
        }
    }

    /// Employee NPS: from 10 answers, shares from 30. `known` are everybody's counts, where their
    /// shares are published.
    #[must_use]
    pub fn enps(&self, counts: NpsCounts, known: Option<NpsCounts>) -> Published<NpsFigure> {
        let answers = u32::try_from(counts.n()).unwrap_or(u32::MAX);
        let n = match self.count(answers) {
            Err(reason) => return Published::Hidden(reason),
            Ok(ShownCount::FiveToNine) => return Published::Hidden(Reason::DetailTooFine),
            Ok(n @ (ShownCount::Exact(_) | ShownCount::NotDelivered)) => n,
        };
        let Some((net, interval)) = spread::net(counts, known) else {
            return Published::Hidden(Reason::Undefined);
        };
        let share = |part: u64| (answers >= SHARES_FROM).then(|| ratio(part, counts.n()));
        let value = NpsFigure {
            value: net * 100.0,
            low: interval.low * 100.0,
            high: interval.high * 100.0,
            promoters: share(counts.promoters),
            detractors: share(counts.detractors),
        };
        Published::Shown { value, n }
    }

    /// How many sheets came back, as it may be said.
    #[must_use]
    pub fn sheets(&self, n: u32) -> Published<()> {
        match self.count(n) {
            Ok(n) => Published::Shown { value: (), n },
            Err(reason) => Published::Hidden(reason),
        }
    }

    /// The response rate 0–1: to the per cent from 10 answers, in steps of ten per cent below;
    /// none where the answers are hidden or nobody is known to be invited.
    #[must_use]
    pub fn response_rate(&self, n: u32, invited: u32) -> Option<f64> {
        if invited == 0 {
            return None;
        }
        let steps = match self.count(n).ok()? {
            ShownCount::FiveToNine => 10.0,
            ShownCount::Exact(_) | ShownCount::NotDelivered => 100.0,
        };
        let rate = (f64::from(n) / f64::from(invited)).min(1.0);
        Some((rate * steps).round() / steps)
    }
}

/// A mean to the detail that 5–9 answers bear.
fn coarse(mean: f64) -> f64 {
    ((mean * 10.0).round() / 10.0).clamp(CLIP.0, CLIP.1)
}

/// Counts as the statistics take them.
#[must_use]
pub fn plain(counts: NpsCounts) -> Counts {
    let part = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    Counts {
        promoters: part(counts.promoters),
        passives: part(counts.passives),
        detractors: part(counts.detractors),
    }
}

/// The band of the favourable share.
fn band(levels: &[u32; 5]) -> Option<Favourable> {
    let all: u64 = levels.iter().map(|n| u64::from(*n)).sum();
    let favourable = u64::from(levels[3]) + u64::from(levels[4]);
    band_of(favourable, all).map(|(low, high)| Favourable::Band { low, high })
}

/// The band of ten per cent that a share lies in; the ends reach to 20 and from 80.
pub(super) fn band_of(part: u64, all: u64) -> Option<(u8, u8)> {
    let tens = (part * 10).checked_div(all)?;
    let is_low = part * 5 <= all;
    Some(match u8::try_from(tens).ok()? {
        _ if is_low => (0, 20),
        8.. => (80, 100),
        tens => (tens * 10, tens * 10 + 10),
    })
}

/// The distribution. The interval counts people, not their answers to several items, which are no
/// independent observations.
fn exact(n: u32, levels: &[u32; 5]) -> Option<Favourable> {
    let all: u64 = levels.iter().map(|n| u64::from(*n)).sum();
    if all == 0 {
        return None;
    }
    let favourable = ratio(u64::from(levels[3]) + u64::from(levels[4]), all);
    Some(Favourable::Exact {
        levels: levels.map(|n| ratio(u64::from(n), all)),
        favourable,
        unfavourable: ratio(u64::from(levels[0]) + u64::from(levels[1]), all),
        interval: share_interval(favourable, n)?,
    })
}

/// Wilson's interval of a share of so many people, rounded to whole people.
#[must_use]
pub fn share_interval(share: f64, people: u32) -> Option<(f64, f64)> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a head count lies between 0 and the head count"
    )]
    let hits = (share * f64::from(people)).round() as usize;
    let share = Share::new(hits, usize::try_from(people).ok()?).ok()?;
    let Interval { low, high } = wilson(share, LEVEL).ok()?;
    Some((low, high))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "head counts stay far below 2^53"
)]
pub(super) fn ratio(part: u64, all: u64) -> f64 {
    part as f64 / all as f64
}

mod composed;
mod spread;

#[cfg(test)]
mod tests;
