//! Shares: Wilson's interval, Newcombe's interval of a difference, Fisher's exact test.
//!
//! A share is a count of hits among `n`; percent and words are the caller's.

use statrs::function::factorial::ln_binomial;

use super::distribution::{chi_squared_upper, normal_margin};
use super::{Interval, Stat, Undefined, at_least, count, finite};

/// Hits among a number of answers; `hits <= n` and `n >= 1` hold for every value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    hits: usize,
    n: usize,
}

impl Share {
    /// A share.
    ///
    /// # Errors
    /// No answers, or more hits than answers.
    pub fn new(hits: usize, n: usize) -> Stat<Self> {
        at_least(n, 1)?;
        if hits > n {
            Err(Undefined::OutOfRange)
        } else {
            Ok(Self { hits, n })
        }
    }

    /// The share, 0–1.
    #[must_use]
    pub fn value(self) -> f64 {
        count(self.hits) / count(self.n)
    }

    /// The hits.
    #[must_use]
    pub fn hits(self) -> usize {
        self.hits
    }

    /// The answers.
    #[must_use]
    pub fn n(self) -> usize {
        self.n
    }
}

/// Wilson's score interval (Wilson 1927), inside 0–1; never of width 0.
///
/// # Errors
/// `level` outside 0–1.
pub fn wilson(share: Share, level: f64) -> Stat<Interval> {
    let z = normal_margin(level)?;
    let (n, p) = (count(share.n), share.value());
    let shrunken = 1.0 + z * z / n;
    let center = (p + z * z / (2.0 * n)) / shrunken;
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / shrunken;
    // At 0 and 1 the limit is the share itself, in spite of rounding.
    Ok(Interval::new((center - half).min(p), (center + half).max(p))?.clipped(0.0, 1.0))
}

/// The difference `second - first` with Newcombe's hybrid score interval (Newcombe 1998, method 10).
///
/// # Errors
/// `level` outside 0–1.
pub fn newcombe(first: Share, second: Share, level: f64) -> Stat<(f64, Interval)> {
    let (a, b) = (wilson(first, level)?, wilson(second, level)?);
    let (p, q) = (first.value(), second.value());
    let difference = q - p;
    let down = ((q - b.low).powi(2) + (a.high - p).powi(2)).sqrt();
    let up = ((b.high - q).powi(2) + (p - a.low).powi(2)).sqrt();
    Ok((
        difference,
        Interval::new(difference - down, difference + up)?.clipped(-1.0, 1.0),
    ))
}

/// Pearson's chi-squared test of two shares without continuity correction: statistic and p.
///
/// # Errors
/// All answers are hits, or none is.
pub fn chi_squared(first: Share, second: Share) -> Stat<(f64, f64)> {
    let (n1, n2) = (count(first.n), count(second.n));
    let pooled = count(first.hits + second.hits) / (n1 + n2);
    let spread = pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2);
    if spread <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let statistic = finite((first.value() - second.value()).powi(2) / spread)?;
    Ok((statistic, chi_squared_upper(statistic, 1.0)?))
}

/// Fisher's exact test, two-sided: the probability of all tables with the same margins that are no
/// likelier than this one. 1 where the margins leave only one table.
#[must_use]
pub fn fisher_exact(first: Share, second: Share) -> f64 {
    let hits = first.hits + second.hits;
    let (n1, n2) = (first.n, second.n);
    let fewest = hits.saturating_sub(n2);
    let most = hits.min(n1);
    let all = ln_binomial((n1 + n2) as u64, hits as u64);
    let log_probability = |k: usize| {
        ln_binomial(n1 as u64, k as u64) + ln_binomial(n2 as u64, (hits - k) as u64) - all
    };
    // Tables as likely as the observed one count, in spite of rounding.
    let observed = log_probability(first.hits) + 1e-7;
    let sum: f64 = (fewest..=most)
        .map(log_probability)
        .filter(|l| *l <= observed)
        .map(f64::exp)
        .sum();
    sum.min(1.0)
}
