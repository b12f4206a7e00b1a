//! The Net Promoter Score from counts: value, standard error, interval, difference of two.
//!
//! Everything is on the scale −1…1; the caller multiplies by 100. Scores become counts elsewhere,
//! so a source that only has counts gives the same numbers.

use super::distribution::{normal_margin, normal_two_sided};
use super::{Interval, Stat, Undefined, at_least, count};

/// Promoters (9–10), passives (7–8) and detractors (0–6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Scores 9 and 10.
    pub promoters: usize,
    /// Scores 7 and 8.
    pub passives: usize,
    /// Scores 0 to 6.
    pub detractors: usize,
}

/// An NPS with what is known about its precision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nps {
    /// Number of answers.
    pub n: usize,
    /// Share of promoters minus share of detractors, −1…1.
    pub value: f64,
    /// Square root of (p + d − (p − d)²)/n; 0 when all answers fall into one class.
    pub standard_error: f64,
    /// Adjusted-Wald interval, clipped to −1…1; never of width 0.
    pub interval: Interval,
}

/// The difference of two NPS.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Second minus first, unadjusted, −2…2.
    pub value: f64,
    /// Interval of the adjusted difference, clipped to −2…2.
    pub interval: Interval,
    /// z of the adjusted difference.
    pub z: f64,
    /// Two-sided p of that z.
    pub p: f64,
}

impl Counts {
    /// Counts of scores 0–10; other values are not counted.
    #[must_use]
    pub fn of_scores(scores: &[u8]) -> Self {
        let mut counts = Self::default();
        for &score in scores {
            match score {
                0..=6 => counts.detractors += 1,
                7..=8 => counts.passives += 1,
                9..=10 => counts.promoters += 1,
                _ => {}
            }
        }
        counts
    }

    /// Number of answers.
    #[must_use]
    pub fn n(self) -> usize {
        self.promoters + self.passives + self.detractors
    }

    /// Value and variance of one answer with `extra` added to the three counts.
    fn moments(self, extra: [f64; 3]) -> (f64, f64, f64) {
        let promoters = count(self.promoters) + extra[0];
        let detractors = count(self.detractors) + extra[2];
        let n = promoters + count(self.passives) + extra[1] + detractors;
        let (p, d) = (promoters / n, detractors / n);
        (n, p - d, (p + d - (p - d) * (p - d)).max(0.0))
    }
}

/// The additions of the adjusted-Wald interval: ¾ promoters, 1½ passives, ¾ detractors, together
/// three answers (Rocks 2016; Sauro & Lewis 2021).
const ADDED: [f64; 3] = [0.75, 1.5, 0.75];

/// The NPS with the adjusted-Wald interval at `level`.
///
/// # Errors
/// No answers; `level` outside 0–1.
pub fn nps(counts: Counts, level: f64) -> Stat<Nps> {
    at_least(counts.n(), 1)?;
    let z = normal_margin(level)?;
    let (n, value, variance) = counts.moments([0.0; 3]);
    let (center, error) = adjusted(counts);
    let interval = Interval::new(center - z * error, center + z * error)?.clipped(-1.0, 1.0);
    Ok(Nps {
        n: counts.n(),
        value,
        standard_error: (variance / n).sqrt(),
        interval,
    })
}

/// Center and standard error after the additions.
#[must_use]
pub fn adjusted(counts: Counts) -> (f64, f64) {
    let (n, value, variance) = counts.moments(ADDED);
    (value, (variance / n).sqrt())
}

/// The variance of one answer after the additions.
#[must_use]
pub fn adjusted_variance(counts: Counts) -> f64 {
    counts.moments(ADDED).2
}

/// The adjusted-Wald interval with a variance of one answer that is known from elsewhere.
///
/// # Errors
/// No answers; `level` outside 0–1; a variance that is none.
pub fn interval_with(counts: Counts, variance: f64, level: f64) -> Stat<Interval> {
    at_least(counts.n(), 1)?;
    let (n, center, _) = counts.moments(ADDED);
    let half = normal_margin(level)? * (variance.max(0.0) / n).sqrt();
    Ok(Interval::new(center - half, center + half)?.clipped(-1.0, 1.0))
}

/// The Wald interval without additions, for comparison only: it has width 0 when all answers fall
/// into one class, and it is not clipped.
///
/// # Errors
/// No answers; `level` outside 0–1.
pub fn wald(counts: Counts, level: f64) -> Stat<Interval> {
    let found = nps(counts, level)?;
    let half = normal_margin(level)? * found.standard_error;
    Interval::new(found.value - half, found.value + half)
}

/// The change from `first` to `second`: interval and test from the same additions on both sides.
///
/// # Errors
/// A side without answers; `level` outside 0–1.
pub fn difference(first: Counts, second: Counts, level: f64) -> Stat<Difference> {
    let (a, b) = (nps(first, level)?, nps(second, level)?);
    let ((from, from_error), (to, to_error)) = (adjusted(first), adjusted(second));
    let error = from_error.hypot(to_error);
    if error <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let (center, half) = (to - from, normal_margin(level)? * error);
    let z = center / error;
    Ok(Difference {
        value: b.value - a.value,
        interval: Interval::new(center - half, center + half)?.clipped(-2.0, 2.0),
        z,
        p: normal_two_sided(z),
    })
}
