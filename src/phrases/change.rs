//! What changed between two waves, in words.

use super::cell::{hidden, hidden_short};
use super::title::{branch_title, measure, outcome_value};
use crate::analysis::{Against, Alone, Change, Divergence, Findings, WaveFindings, Yardstick};
use crate::domain::{Lang, MinGroup};
use crate::i18n::{message, number};
use crate::tr;

/// A finding in words: what to remember, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What is found, without a full stop.
    pub headline: String,
    /// Numbers, limits and caveats, whole sentences; may be empty.
    pub detail: String,
}

/// `2,4 → 2,2: −0,2 (95 %: −0,6…+0,2)`; `places` are decimals.
#[must_use]
pub fn change(lang: Lang, change: &Change, places: usize) -> String {
    let before = number::decimal(lang, change.before, places);
    let after = number::decimal(lang, change.after, places);
    let difference = number::signed(lang, change.difference, places);
    match change.interval {
        None => tr!(
            lang,
            "change-line",
            before = before,
            after = after,
            difference = difference
        ),
        Some((low, high)) => tr!(
            lang,
            "change-line-interval",
            before = before,
            after = after,
            difference = difference,
            interval = number::signed_interval(lang, low, high, places)
        ),
    }
}

/// “higher than before”, “lower than before” or “change not established”.
#[must_use]
pub fn change_word(lang: Lang, change: &Change) -> String {
    let key = match (change.is_settled, change.difference > 0.0) {
        (true, true) => "change-up",
        (true, false) => "change-down",
        (false, _) => "change-open",
    };
    message(lang, key)
}

/// What a figure is compared with: “Company”, “Best branch: 03 Park”, “Retail survey, 2025”.
#[must_use]
pub fn against(lang: Lang, findings: &Findings, against: &Against) -> String {
    match against {
        Against::PreviousWave(name) => tr!(lang, "against-wave", wave = name.as_str()),
        Against::Company => message(lang, "company"),
        Against::Region(name, count) => tr!(
            lang,
            "against-region",
            region = name.as_str(),
            count = *count
        ),
        Against::BestBranch(at) => {
            tr!(lang, "against-best", branch = branch_title(findings, *at))
        }
        Against::Imported { source, period } => source_name(lang, source, period),
    }
}

/// What a table is compared with: “Wave before”, “Company”, “Retail survey, 2025”.
#[must_use]
pub fn yardstick(lang: Lang, yardstick: &Yardstick) -> String {
    let key = match yardstick {
        Yardstick::PreviousWave => "yardstick-wave",
        Yardstick::Company => "yardstick-company",
        Yardstick::Region => "yardstick-region",
        Yardstick::BestBranch => "yardstick-best",
        Yardstick::Imported { source, period } => {
            return source_name(lang, source, period);
        }
    };
    message(lang, key)
}

/// Who published figures from outside, and when: “Retail survey, 2025”. What is not known is said.
#[must_use]
pub fn source_name(lang: Lang, source: &str, period: &str) -> String {
    match (source.trim(), period.trim()) {
        ("", "") => message(lang, "against-nameless"),
        ("", period) => tr!(lang, "against-unnamed", period = period),
        (source, "") => tr!(lang, "against-undated", source = source),
        (source, period) => tr!(lang, "against-source", source = source, period = period),
    }
}

/// What stands in a cell that has nothing to be compared with.
#[must_use]
pub fn alone_short(lang: Lang, alone: Alone, min_group: MinGroup) -> String {
    match alone {
        Alone::Hidden(reason) => hidden_short(lang, reason, min_group),
        Alone::Itself | Alone::Nothing => message(lang, "alone-short"),
    }
}

/// Why there is no difference.
#[must_use]
pub fn alone(lang: Lang, alone: Alone, min_group: MinGroup) -> String {
    match alone {
        Alone::Hidden(reason) => hidden(lang, reason, min_group),
        Alone::Itself => message(lang, "alone-itself"),
        Alone::Nothing => message(lang, "alone-nothing"),
    }
}

/// `+0,3`, with ▲ or ▼ in front where the interval excludes zero.
#[must_use]
pub fn difference_marked(lang: Lang, change: &Change) -> String {
    let difference = number::signed(lang, change.difference, 1);
    match (change.is_settled, change.difference > 0.0) {
        (true, true) => format!("▲ {difference}"),
        (true, false) => format!("▼ {difference}"),
        (false, _) => difference,
    }
}

/// `2,9: −0,7 (95 %: −1,0…−0,4)`: the other figure and how far the own one lies from it.
#[must_use]
pub fn compared(lang: Lang, change: &Change) -> String {
    let other = number::decimal(lang, change.before, 1);
    let difference = number::signed(lang, change.difference, 1);
    match change.interval {
        None => tr!(
            lang,
            "compared-line",
            other = other,
            difference = difference
        ),
        Some((low, high)) => tr!(
            lang,
            "compared-line-interval",
            other = other,
            difference = difference,
            interval = number::signed_interval(lang, low, high, 1)
        ),
    }
}

/// “▲ higher”, “▼ lower”, “not established”; a figure from outside has no interval.
#[must_use]
pub fn compared_word(lang: Lang, change: &Change) -> String {
    let key = match (change.interval, change.is_settled, change.difference > 0.0) {
        (None, _, _) => "compared-plain",
        (Some(_), true, true) => "compared-higher",
        (Some(_), true, false) => "compared-lower",
        (Some(_), false, _) => "compared-open",
    };
    message(lang, key)
}

/// A branch where staff got more satisfied and customers less.
#[must_use]
pub fn divergence(lang: Lang, findings: &Findings, found: &Divergence) -> Sentence {
    let (key, note) = if found.is_certain {
        ("verdict-divergence", "verdict-divergence-note")
    } else {
        (
            "verdict-divergence-possible",
            "verdict-divergence-possible-note",
        )
    };
    let (measure, title) = measure(lang, findings, found.outcome);
    let branch = branch_title(findings, found.branch);
    let outcome = findings.outcomes.get(found.outcome);
    let customer = |value: f64| outcome.map(|outcome| outcome_value(lang, outcome, value));
    let dimension = findings.dimensions.get(found.dimension);
    Sentence {
        headline: tr!(
            lang,
            key,
            branch = branch,
            measure = measure,
            outcome = title.as_str()
        ),
        detail: tr!(
            lang,
            note,
            dimension = dimension.map_or("", |dimension| dimension.title.get(lang)),
            measure = measure,
            outcome = title.as_str(),
            staff_before = number::decimal(lang, found.staff.before, 1),
            staff_after = number::decimal(lang, found.staff.after, 1),
            customer_before = customer(found.customer.before).unwrap_or_default(),
            customer_after = customer(found.customer.after).unwrap_or_default()
        ),
    }
}

/// How many flags chance alone would raise.
#[must_use]
pub fn divergences_by_chance(lang: Lang, wave: &WaveFindings) -> String {
    let expected = match wave.divergences_by_chance {
        few if few < 0.05 => format!("< {}", number::decimal(lang, 0.1, 1)),
        expected => format!("≈ {}", number::decimal(lang, expected, 1)),
    };
    tr!(lang, "verdict-divergence-chance", x = expected)
}
