//! What changed between two waves, in words.

use super::title::{branch_title, outcome_in_sentence, outcome_places};
use crate::analysis::{Change, Divergence, Findings, WaveFindings};
use crate::domain::Lang;
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
        None => tr!(lang, "change-line", before = before, after = after, difference = difference),
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

/// A branch where staff got more satisfied and customers less.
#[must_use]
pub fn divergence(lang: Lang, findings: &Findings, found: &Divergence) -> Sentence {
    let branch = branch_title(findings, found.branch);
    let key = if found.is_certain { "divergence-certain" } else { "divergence-possible" };
    let headline = tr!(lang, key, branch = branch);
    let dimension = findings.dimensions.get(found.dimension);
    let outcome = findings.outcomes.get(found.outcome);
    let (Some(dimension), Some(outcome)) = (dimension, outcome) else {
        return Sentence { headline, detail: String::new() };
    };
    let detail = tr!(
        lang,
        "divergence-detail",
        dimension = dimension.title.get(lang),
        staff = change(lang, &found.staff, 1),
        outcome = outcome_in_sentence(lang, outcome),
        customer = change(lang, &found.customer, outcome_places(outcome))
    );
    Sentence { headline, detail }
}

/// How many flags chance alone would raise.
#[must_use]
pub fn divergences_by_chance(lang: Lang, wave: &WaveFindings) -> String {
    let expected = number::decimal(lang, wave.divergences_by_chance, 1);
    tr!(lang, "divergence-chance", expected = expected)
}
