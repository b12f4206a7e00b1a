//! What an interval gives away: with the count and the value it comes from, it tells the spread of
//! the answers, and so how many gave which.

/// The normal quantile of a 95 % interval.
const Z: f64 = 1.959_963_984_540_054;

/// Three answers that the interval of an employee NPS adds: promoters, passives, detractors.
const ADDED: [f64; 3] = [0.75, 1.5, 0.75];

/// Least and most promoters and detractors among so many people whose NPS (−1 to 1) and interval are
/// printed within `slack`; none where no counts fit.
pub(super) fn net_counts(
    people: u32,
    value: Option<f64>,
    interval: (f64, f64),
    slack: f64,
) -> Option<[(u32, u32); 2]> {
    let n = f64::from(people);
    let mut found: Option<[(u32, u32); 2]> = None;
    let mut fits = |promoters: u32, detractors: u32| {
        let (low, high) = net_interval(people, promoters, detractors);
        if (low - interval.0).abs() <= slack && (high - interval.1).abs() <= slack {
            let wider = |range: (u32, u32), n: u32| (range.0.min(n), range.1.max(n));
            let known = found.unwrap_or([(promoters, promoters), (detractors, detractors)]);
            found = Some([wider(known[0], promoters), wider(known[1], detractors)]);
        }
    };
    for promoters in 0..=people {
        match value {
            Some(value) => {
                let detractors = f64::from(promoters) - value * n;
                if let Some(detractors) = whole(detractors).filter(|d| promoters + d <= people) {
                    fits(promoters, detractors);
                }
            }
            None => (0..=people - promoters).for_each(|detractors| fits(promoters, detractors)),
        }
    }
    found
}

fn net_interval(people: u32, promoters: u32, detractors: u32) -> (f64, f64) {
    let n = f64::from(people);
    let share = |count: u32| f64::from(count) / n;
    let (p, d) = (share(promoters), share(detractors));
    net_interval_with(people, p - d, net_variance(people, p, d))
}

/// The variance of one answer behind an NPS, with the added answers.
pub(super) fn net_variance(people: u32, promoters: f64, detractors: f64) -> f64 {
    let (people, added) = (f64::from(people), ADDED.iter().sum::<f64>());
    let n = people + added;
    let (p, d) = (
        (promoters * people + ADDED[0]) / n,
        (detractors * people + ADDED[2]) / n,
    );
    ((p + d) - (p - d) * (p - d)).max(0.0)
}

/// The interval of an NPS (−1 to 1) of so many people, where an answer varies so much.
pub(super) fn net_interval_with(people: u32, net: f64, variance: f64) -> (f64, f64) {
    let people = f64::from(people);
    let n = people + ADDED.iter().sum::<f64>();
    let (center, half) = (net * people / n, Z * (variance.max(0.0) / n).sqrt());
    ((center - half).max(-1.0), (center + half).min(1.0))
}

/// Intervals of means and the spread behind them.
pub(super) mod from_spread {
    use crate::stats::LEVEL;
    use crate::stats::descriptive::mean_from_summary;

    /// Ends of the scale of answers.
    const SCALE: (f64, f64) = (1.0, 5.0);

    /// Half the width of an interval for a standard error of one.
    fn margin(people: u32) -> Option<f64> {
        let people = usize::try_from(people).ok().filter(|n| *n > 1)?;
        let unit = mean_from_summary(people, 0.0, 1.0, LEVEL).ok()?;
        Some(unit.interval.high)
    }

    /// The variance that a printed interval comes from.
    pub(in super::super) fn variance(
        mean: f64,
        (low, high): (f64, f64),
        people: u32,
    ) -> Option<f64> {
        // One end may be cut off by the scale.
        let half = (mean - low).max(high - mean);
        let error = half / margin(people)?;
        Some(error * error * f64::from(people))
    }

    /// The most that answers with a mean can vary.
    pub(in super::super) fn widest(mean: f64) -> f64 {
        (SCALE.1 - mean) * (mean - SCALE.0)
    }

    /// The interval of the mean of so many people whose answers vary so much.
    pub(in super::super) fn interval(mean: f64, variance: f64, people: u32) -> Option<(f64, f64)> {
        let half = margin(people)? * (variance / f64::from(people)).sqrt();
        let on_scale = |value: f64| value.clamp(SCALE.0, SCALE.1);
        Some((on_scale(mean - half), on_scale(mean + half)))
    }
}

/// A number that is whole but for the last digits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked before"
)]
fn whole(value: f64) -> Option<u32> {
    let is_whole = (value - value.round()).abs() < 1e-6 && (-0.5..4e9).contains(&value);
    is_whole.then(|| value.round() as u32)
}

/// Least and most of so many people who gave each of the levels 1 to 5, from the sum of their answers
/// and the sum of their squares; none where nothing fits.
pub(super) fn level_counts(people: u32, sum: f64, squares: f64) -> Option<[(u32, u32); 5]> {
    let (n, sum, squares) = (i64::from(people), integer(sum)?, integer(squares)?);
    let mut found: Option<[(u32, u32); 5]> = None;
    for five in 0..=n {
        for four in 0..=n - five {
            // The three lower levels follow from three equations.
            let people = n - five - four;
            let sum = sum - 5 * five - 4 * four;
            let squares = squares - 25 * five - 16 * four;
            let twice_three = squares - 3 * sum + 2 * people;
            if twice_three % 2 != 0 {
                continue;
            }
            let three = twice_three / 2;
            let two = sum - people - 2 * three;
            let one = people - two - three;
            let levels = [one, two, three, four, five].map(|count| u32::try_from(count).ok());
            let [Some(a), Some(b), Some(c), Some(d), Some(e)] = levels else {
                continue;
            };
            let levels = [a, b, c, d, e];
            let known = found.get_or_insert(levels.map(|count| (count, count)));
            for (range, count) in known.iter_mut().zip(levels) {
                *range = (range.0.min(count), range.1.max(count));
            }
        }
    }
    found
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is checked before"
)]
fn integer(value: f64) -> Option<i64> {
    let is_whole = (value - value.round()).abs() < 1e-3 && value.abs() < 1e15;
    is_whole.then(|| value.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_employee_nps_with_its_interval_gives_the_counts_away() {
        let (people, promoters, detractors) = (17, 6, 4);
        let value = (f64::from(promoters) - f64::from(detractors)) / f64::from(people);
        let interval = net_interval(people, promoters, detractors);
        let found = net_counts(people, Some(value), interval, 1e-9);
        assert_eq!(found, Some([(6, 6), (4, 4)]));
        assert_eq!(net_counts(people, None, interval, 1e-9), found);
        assert_eq!(net_counts(people, Some(0.5), interval, 1e-9), None);
    }

    #[test]
    fn a_mean_with_its_interval_leaves_few_distributions() {
        // 1, 2, 4, 4, 5, 5, 5, 5, 5, 5
        let found = level_counts(10, 41.0, 187.0).expect("the answers themselves fit");
        for (range, count) in found.iter().zip([1, 1, 0, 2, 6]) {
            assert!((range.0..=range.1).contains(&count), "{found:?}");
        }
        // Nobody gave a 3, and most gave a 5: that much is proven.
        assert_eq!((found[2], found[4]), ((0, 0), (6, 7)), "{found:?}");
        assert_eq!(
            level_counts(10, 50.0, 250.0),
            Some([(0, 0), (0, 0), (0, 0), (0, 0), (10, 10)])
        );
        assert_eq!(level_counts(10, 51.0, 250.0), None);
    }
}
