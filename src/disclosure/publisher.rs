//! The one place where a number becomes a published one: how much detail so many answers bear.
//!
//! Below the threshold nothing, not even the count; up to 9 answers a mean that proves nothing of
//! one person; from 10 the exact mean and a band; from 30 the distribution. Decides cell by cell:
//! what a cell gives away beside other cells is [`protect`](super::protect)'s question.

use super::{Favourable, NpsFigure, Published, Reason, Score, ShownCount};
use crate::domain::{MinGroup, NpsCounts};
use crate::stats::descriptive::mean_from_summary;
use crate::stats::nps::{Counts, nps};
use crate::stats::proportion::{Share, wilson};
use crate::stats::{Interval, LEVEL};

/// From so many answers counts, exact means and bands are shown.
pub const EXACT_FROM: u32 = 10;

/// From so many answers shares and distributions are shown.
pub const SHARES_FROM: u32 = 30;

/// The range that a mean of 5–9 answers is clipped to.
const CLIP: (f64, f64) = (1.5, 4.5);

/// The range of a mean of answers 1–5.
const SCALE: (f64, f64) = (1.0, 5.0);

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

    /// The mean score; none without people.
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

    /// The score of people whose answers belong together.
    #[must_use]
    pub fn score(&self, tally: &Tally) -> Published<Score> {
        let (Some(mean), false) = (tally.mean(), tally.n == 0) else {
            return Published::Hidden(Reason::NoAnswers);
        };
        self.graded(tally.n, mean, &tally.levels, || interval_of(tally, mean))
    }

    /// The mean of the means of several questions whose answers must not be joined per person. It
    /// counts as resting on the fewest answers of any of them, and has no interval.
    #[must_use]
    pub fn pooled(&self, parts: &[Tally]) -> Published<Score> {
        let answered = || parts.iter().filter(|part| part.n > 0);
        let Some(n) = answered().map(|part| part.n).min() else {
            return Published::Hidden(Reason::NoAnswers);
        };
        let (mut all, mut sum, mut count) = (Tally::default(), 0.0, 0.0);
        for part in answered() {
            all.merge(part);
            sum += part.mean().unwrap_or_default();
            count += 1.0;
        }
        self.graded(n, sum / count, &all.levels, || None)
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
                let mean = ((mean * 10.0).round() / 10.0).clamp(CLIP.0, CLIP.1);
                let value = Score {
                    mean,
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

    /// Employee NPS: from 10 answers, shares from 30.
    #[must_use]
    pub fn enps(&self, counts: NpsCounts) -> Published<NpsFigure> {
        let answers = u32::try_from(counts.n()).unwrap_or(u32::MAX);
        let n = match self.count(answers) {
            Err(reason) => return Published::Hidden(reason),
            Ok(ShownCount::FiveToNine) => return Published::Hidden(Reason::DetailTooFine),
            Ok(n @ (ShownCount::Exact(_) | ShownCount::NotDelivered)) => n,
        };
        let Ok(found) = nps(plain(counts), LEVEL) else {
            return Published::Hidden(Reason::Undefined);
        };
        let share = |part: u64| (answers >= SHARES_FROM).then(|| ratio(part, counts.n()));
        let value = NpsFigure {
            value: found.value * 100.0,
            low: found.interval.low * 100.0,
            high: found.interval.high * 100.0,
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

/// Student's interval, kept on the scale; none where all scores are equal, because no spread is
/// then known.
fn interval_of(tally: &Tally, mean: f64) -> Option<(f64, f64)> {
    let squares = tally.sum_of_squares();
    if tally.n < 2 || squares <= 0.0 {
        return None;
    }
    let n = f64::from(tally.n);
    let error = (squares / (n - 1.0) / n).sqrt();
    let found = mean_from_summary(usize::try_from(tally.n).ok()?, mean, error, LEVEL).ok()?;
    let Interval { low, high } = found.interval.clipped(SCALE.0, SCALE.1);
    Some((low, high))
}

/// The band of ten per cent that the favourable share lies in; the ends reach to 20 and from 80.
fn band(levels: &[u32; 5]) -> Option<Favourable> {
    let all: u64 = levels.iter().map(|n| u64::from(*n)).sum();
    let favourable = u64::from(levels[3]) + u64::from(levels[4]);
    let tens = (favourable * 10).checked_div(all)?;
    let is_low = favourable * 5 <= all;
    let (low, high) = match u8::try_from(tens).ok()? {
        _ if is_low => (0, 20),
        8.. => (80, 100),
        tens => (tens * 10, tens * 10 + 10),
    };
    Some(Favourable::Band { low, high })
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
fn ratio(part: u64, all: u64) -> f64 {
    part as f64 / all as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publisher() -> Publisher {
        Publisher::new(MinGroup::default())
    }

    fn shown<T: Copy>(published: Published<T>) -> (T, ShownCount) {
        match published {
            Published::Shown { value, n } => (value, n),
            Published::Hidden(reason) => panic!("hidden: {reason:?}"),
        }
    }

    #[test]
    fn below_the_threshold_nothing_is_said() {
        for (levels, reason) in [
            ([0; 5], Reason::NoAnswers),
            ([1, 0, 0, 0, 0], Reason::TooFew),
            ([0, 0, 0, 0, 4], Reason::TooFew),
        ] {
            let tally = Tally::of_levels(levels);
            assert_eq!(publisher().score(&tally), Published::Hidden(reason));
            assert_eq!(publisher().sheets(tally.n), Published::Hidden(reason));
        }
        assert_eq!(publisher().response_rate(4, 10), None);
    }

    #[test]
    fn five_to_nine_answers_bear_a_rounded_clipped_mean() {
        let (score, n) = shown(publisher().score(&Tally::of_levels([0, 0, 1, 2, 4])));
        assert_eq!(n, ShownCount::FiveToNine);
        assert!((score.mean - 4.4).abs() < 1e-12, "31/7 rounded");
        assert_eq!((score.interval, score.favourable), (None, None));
        let (score, _) = shown(publisher().score(&Tally::of_levels([0, 0, 0, 0, 9])));
        assert!((score.mean - 4.5).abs() < 1e-12);
        let (score, _) = shown(publisher().score(&Tally::of_levels([5, 0, 0, 0, 0])));
        assert!((score.mean - 1.5).abs() < 1e-12);
    }

    #[test]
    fn ten_answers_bear_the_exact_mean_its_interval_and_a_band() {
        let (score, n) = shown(publisher().score(&Tally::of_levels([1, 2, 3, 4, 3])));
        assert_eq!(n, ShownCount::Exact(13));
        assert!((score.mean - 45.0 / 13.0).abs() < 1e-12);
        // Values 1, 2×2, 3×3, 4×4, 3×5: sd 1.265924, t(12) 2.178813.
        let (low, high) = score.interval.expect("spread");
        assert!((low - 2.696_548_1).abs() < 1e-6, "{low}");
        assert!((high - 4.226_528_8).abs() < 1e-6, "{high}");
        assert_eq!(
            score.favourable,
            Some(Favourable::Band { low: 50, high: 60 })
        );
    }

    #[test]
    fn bands_end_at_twenty_and_eighty() {
        let of = |favourable: u32| band(&[0, 0, 20 - favourable, favourable, 0]);
        let expected = |low, high| Some(Favourable::Band { low, high });
        assert_eq!(of(0), expected(0, 20));
        assert_eq!(of(4), expected(0, 20));
        assert_eq!(of(5), expected(20, 30));
        assert_eq!(of(15), expected(70, 80));
        assert_eq!(of(16), expected(80, 100));
        assert_eq!(of(20), expected(80, 100));
        assert_eq!(band(&[0; 5]), None);
    }

    #[test]
    fn thirty_answers_bear_the_distribution() {
        let (score, _) = shown(publisher().score(&Tally::of_levels([3, 3, 6, 12, 6])));
        let Some(Favourable::Exact {
            levels,
            favourable,
            unfavourable,
            interval,
        }) = score.favourable
        else {
            panic!("{score:?}")
        };
        assert!((levels.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((favourable - 0.6).abs() < 1e-12 && (unfavourable - 0.2).abs() < 1e-12);
        // Wilson for 18 of 30.
        assert!((interval.0 - 0.423_204).abs() < 1e-5, "{interval:?}");
        assert!((interval.1 - 0.754_094).abs() < 1e-5, "{interval:?}");
    }

    #[test]
    fn equal_answers_have_a_mean_and_no_interval() {
        let (score, _) = shown(publisher().score(&Tally::of_levels([0, 0, 0, 12, 0])));
        assert!((score.mean - 4.0).abs() < 1e-12);
        assert_eq!(score.interval, None);
    }

    #[test]
    fn pooled_questions_rest_on_the_fewest_answers() {
        let parts = [
            Tally::of_levels([0, 0, 0, 0, 12]),
            Tally::of_levels([0, 0, 6, 0, 0]),
            Tally::default(),
        ];
        let (score, n) = shown(publisher().pooled(&parts));
        assert_eq!(n, ShownCount::FiveToNine);
        assert!((score.mean - 4.0).abs() < 1e-12);
        assert_eq!(
            publisher().pooled(&[]),
            Published::Hidden(Reason::NoAnswers)
        );
    }

    #[test]
    fn employee_nps_needs_ten_answers_and_thirty_for_shares() {
        let counts = |promoters, passives, detractors| NpsCounts {
            promoters,
            passives,
            detractors,
        };
        assert_eq!(
            publisher().enps(counts(2, 1, 1)),
            Published::Hidden(Reason::TooFew)
        );
        assert_eq!(
            publisher().enps(counts(4, 4, 1)),
            Published::Hidden(Reason::DetailTooFine)
        );
        let (figure, _) = shown(publisher().enps(counts(5, 3, 2)));
        assert!((figure.value - 30.0).abs() < 1e-9 && figure.promoters.is_none());
        let (figure, _) = shown(publisher().enps(counts(15, 9, 6)));
        assert_eq!(
            (figure.promoters, figure.detractors),
            (Some(0.5), Some(0.2))
        );
        assert!(figure.low < figure.value && figure.value < figure.high);
    }

    #[test]
    fn response_rate_is_coarse_below_ten_answers() {
        let rate = |n, invited| publisher().response_rate(n, invited);
        assert_eq!(rate(7, 9), Some(0.8));
        assert_eq!(rate(22, 30), Some(0.73));
        assert_eq!(rate(12, 10), Some(1.0));
        assert_eq!(rate(12, 0), None);
    }

    #[test]
    fn a_higher_threshold_hides_more() {
        let strict = Publisher::new(MinGroup::new(10).expect("in range"));
        let tally = Tally::of_levels([0, 0, 4, 5, 0]);
        assert_eq!(strict.score(&tally), Published::Hidden(Reason::TooFew));
    }
}
