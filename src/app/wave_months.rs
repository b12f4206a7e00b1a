//! Which months of customer scores belong to a wave that only a file names.

use crate::domain::{Month, Wave};

/// How far a wave reaches where no other wave limits it, months.
const REACH: i16 = 6;

/// Seasons and quarters in wave codes, with the month in their middle.
const WORDS: &[(&str, i8)] = &[
    ("winter", 1),
    ("зим", 1),
    ("spring", 4),
    ("весн", 4),
    ("summer", 7),
    ("лет", 7),
    ("autumn", 10),
    ("fall", 10),
    ("осен", 10),
    ("q1", 2),
    ("q2", 5),
    ("q3", 8),
    ("q4", 11),
];

/// Gives each wave the months that lie nearer to it than to any other. A single wave takes all;
/// where a code says no time, several waves take only scores whose file names the wave.
pub(super) fn give_customer_months(waves: &mut [&mut Wave]) {
    if let [wave] = waves {
        wave.customers = Month::new(1990, 1).ok().zip(Month::new(2100, 12).ok());
        return;
    }
    let times: Option<Vec<Month>> = waves
        .iter()
        .map(|wave| time_of(wave.code.as_str()))
        .collect();
    let Some(times) = times else { return };
    let mut order: Vec<usize> = (0..waves.len()).collect();
    order.sort_by_key(|wave| times[*wave]);
    for (place, wave) in order.iter().enumerate() {
        let own = times[*wave];
        let earlier = place.checked_sub(1).map(|place| times[order[place]]);
        let later = order.get(place + 1).map(|wave| times[*wave]);
        let from = earlier.map_or(own.plus(-REACH), |earlier| middle(earlier, own).plus(1));
        let to = later.map_or(own.plus(REACH), |later| middle(own, later));
        waves[*wave].customers = (from <= to).then_some((from, to));
    }
    waves.sort_by_key(|wave| wave.customers);
}

fn middle(first: Month, second: Month) -> Month {
    let months = (second.year() - first.year()) * 12 + i16::from(second.month() - first.month());
    first.plus(months / 2)
}

/// The month that a code such as `2026-spring`, `2026-04`, `2026-q2` or `2026` speaks of.
fn time_of(code: &str) -> Option<Month> {
    let lower = code.to_lowercase();
    let numbers: Vec<i16> = lower
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let year = *numbers
        .iter()
        .find(|number| (1990..=2100).contains(*number))?;
    let word = WORDS
        .iter()
        .find(|(word, _)| lower.contains(word))
        .map(|(_, month)| *month);
    let number = numbers.iter().find(|number| (1..=12).contains(*number));
    let month = word
        .or_else(|| number.and_then(|number| i8::try_from(*number).ok()))
        .unwrap_or(6);
    Month::new(year, month).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_their_time() {
        let month = |year, month| Month::new(year, month).ok();
        assert_eq!(time_of("2026-spring"), month(2026, 4));
        assert_eq!(time_of("Осень 2025"), month(2025, 10));
        assert_eq!(time_of("2026-04"), month(2026, 4));
        assert_eq!(time_of("2026 Q3"), month(2026, 8));
        assert_eq!(time_of("2026"), month(2026, 6));
        assert_eq!(time_of("1"), None);
    }
}
