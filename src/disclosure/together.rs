//! What may be said of many people at once: engagement segments, and indices over branches cut to so
//! few decimals that the size of no hidden branch follows from several of them.

use super::publisher::{band_of, ratio};
use super::{EXACT_FROM, Published, Publisher, SHARES_FROM, ShownCount, share_interval};

/// Decimals that an index keeps beside hidden branches.
const CUT: f64 = 100.0;

/// Steps of a p beside hidden branches.
const P_STEPS: f64 = 1000.0;

/// People by their score of the outcome dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segments {
    /// 10–29 people: the ten-point band of the engaged share, in per cent; the ends are 0–20 and
    /// 80–100.
    Band {
        /// Lower end, per cent.
        low: u8,
        /// Upper end, per cent.
        high: u8,
    },
    /// From 30 people: engaged, not engaged, actively disengaged.
    Exact {
        /// Shares of people; they sum to 1.
        shares: [f64; 3],
        /// Their 95 % Wilson intervals.
        intervals: [(f64, f64); 3],
    },
}

/// May an index over branches be given in full?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    /// Every branch in it is shown with its count: nothing is left to find out.
    Full,
    /// Some branch is hidden or its count is not said.
    Cut,
}

impl Index {
    /// The index as it may be said.
    #[must_use]
    pub fn value(self, value: f64) -> f64 {
        match self {
            Self::Full => value,
            Self::Cut => (value * CUT).round() / CUT,
        }
    }

    /// A p as it may be said: cut ones are rounded up, so that none is made smaller than it is.
    #[must_use]
    pub fn p(self, p: f64) -> f64 {
        match self {
            Self::Full => p,
            Self::Cut => ((p * P_STEPS).ceil() / P_STEPS).min(1.0),
        }
    }
}

impl Publisher {
    /// Engagement segments from the numbers of engaged, not engaged and actively disengaged people.
    ///
    /// `others` are the people whom the segments of a larger group would show by subtraction: where
    /// they are some but too few for a distribution of their own, only a band is shown here.
    #[must_use]
    pub fn segments(&self, people: [u32; 3], others: &[u32]) -> Published<Segments> {
        let n: u32 = people.iter().sum();
        let shown = match self.count(n) {
            Err(reason) => return Published::Hidden(reason),
            Ok(shown) => shown,
        };
        let is_whole = n >= SHARES_FROM && others.iter().all(|n| *n == 0 || *n >= SHARES_FROM);
        let value = if is_whole {
            exact(people, n)
        } else if n >= EXACT_FROM {
            band_of(u64::from(people[0]), u64::from(n))
                .map(|(low, high)| Segments::Band { low, high })
        } else {
            None
        };
        match (value, shown) {
            (Some(value), ShownCount::Exact(_)) => Published::Shown { value, n: shown },
            (_, _) => Published::Hidden(super::Reason::DetailTooFine),
        }
    }
}

fn exact(people: [u32; 3], n: u32) -> Option<Segments> {
    let shares = people.map(|part| ratio(u64::from(part), u64::from(n)));
    let [engaged, between, disengaged] = shares.map(|share| share_interval(share, n));
    Some(Segments::Exact {
        shares,
        intervals: [engaged?, between?, disengaged?],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::Reason;
    use crate::domain::MinGroup;

    fn published(people: [u32; 3], others: &[u32]) -> Published<Segments> {
        Publisher::new(MinGroup::default()).segments(people, others)
    }

    #[test]
    fn detail_of_segments_grows_with_the_people() {
        assert_eq!(published([1, 2, 1], &[]), Published::Hidden(Reason::TooFew));
        assert_eq!(
            published([3, 4, 2], &[]),
            Published::Hidden(Reason::DetailTooFine)
        );
        let band = Segments::Band { low: 30, high: 40 };
        assert_eq!(published([10, 12, 7], &[]).value(), Some(&band));
        let Some(Segments::Exact { shares, intervals }) =
            published([15, 10, 5], &[]).value().copied()
        else {
            panic!("thirty people bear a distribution");
        };
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for (share, (low, high)) in shares.iter().zip(intervals) {
            assert!(low <= *share && *share <= high);
        }
    }

    #[test]
    fn people_found_by_subtraction_keep_the_distribution_back() {
        let is_band = |others: &[u32]| {
            matches!(
                published([20, 15, 5], others).value(),
                Some(Segments::Band { .. })
            )
        };
        assert!(is_band(&[29]) && is_band(&[60, 1]));
        assert!(!is_band(&[0]) && !is_band(&[30, 0]));
    }

    #[test]
    fn a_cut_index_says_less_and_no_p_shrinks() {
        assert!((Index::Cut.value(0.123_456) - 0.12).abs() < 1e-12);
        assert!((Index::Cut.p(1e-9) - 0.001).abs() < 1e-12);
        assert!((Index::Cut.p(0.0421) - 0.043).abs() < 1e-12);
        assert!((Index::Full.p(1e-9) - 1e-9).abs() < 1e-18);
    }
}
