//! The text of one published value, or of its absence.

use crate::disclosure::{Favourable, NpsFigure, Published, Reason, Score, ShownCount};
use crate::domain::{Lang, MinGroup};
use crate::i18n::{message, number};
use crate::stats::Undefined;
use crate::tr;

/// Why a value is hidden, as a sentence without a full stop.
#[must_use]
pub fn hidden(lang: Lang, reason: Reason, min_group: MinGroup) -> String {
    tr!(lang, reason.key(), k = i64::from(min_group.get()))
}

/// What stands in a cell in place of a hidden value: `< 5`, or a word.
#[must_use]
pub fn hidden_short(lang: Lang, reason: Reason, min_group: MinGroup) -> String {
    let key = match reason {
        Reason::TooFew => return tr!(lang, "below-threshold", k = i64::from(min_group.get())),
        Reason::Difference => "short-hidden-difference",
        Reason::Merged => "short-hidden-merged",
        Reason::ProvesAnswer => "short-hidden-proves-answer",
        Reason::Changed => "short-hidden-changed",
        Reason::DetailTooFine => "short-hidden-detail",
        Reason::NotAsked => "short-hidden-not-asked",
        Reason::NoAnswers => "short-hidden-no-answers",
        Reason::Undefined => "short-hidden-undefined",
    };
    message(lang, key)
}

/// How many answers, as it may be said: `34`, `5–9`, `n not given`.
#[must_use]
pub fn shown_n(lang: Lang, n: ShownCount, min_group: MinGroup) -> String {
    match n {
        ShownCount::Exact(n) => number::count(lang, u64::from(n)),
        ShownCount::FiveToNine if min_group == MinGroup::default() => message(lang, "five-to-nine"),
        ShownCount::FiveToNine => format!("{}–9", min_group.get()),
        ShownCount::NotDelivered => message(lang, "n-not-delivered"),
    }
}

/// `n = 34`, or `n not given`.
#[must_use]
pub fn n_equals(lang: Lang, n: ShownCount, min_group: MinGroup) -> String {
    let text = shown_n(lang, n, min_group);
    if n == ShownCount::NotDelivered {
        text
    } else {
        tr!(lang, "n-equals", n = text)
    }
}

/// A mean with one decimal, or what stands in its place.
#[must_use]
pub fn published_mean(lang: Lang, score: &Published<Score>, min_group: MinGroup) -> String {
    match score {
        Published::Shown { value, .. } => number::decimal(lang, value.mean, 1),
        Published::Hidden(reason) => hidden_short(lang, *reason, min_group),
    }
}

/// An NPS or eNPS as a whole number with its sign, or what stands in its place.
#[must_use]
pub fn published_nps(lang: Lang, nps: &Published<NpsFigure>, min_group: MinGroup) -> String {
    match nps {
        Published::Shown { value, .. } => number::signed(lang, value.value, 0),
        Published::Hidden(reason) => hidden_short(lang, *reason, min_group),
    }
}

/// A favourable share: `64 %`, `20–30 %`, `≤ 20 %`, `≥ 80 %`.
#[must_use]
pub fn favourable(lang: Lang, share: &Favourable) -> String {
    let percent = match lang {
        Lang::Ru => "\u{a0}%",
        Lang::En => "%",
    };
    match share {
        Favourable::Exact { favourable, .. } => number::percent(lang, *favourable),
        Favourable::Band { low: 0, high } => format!("≤ {high}{percent}"),
        Favourable::Band { low, high: 100 } => format!("≥ {low}{percent}"),
        Favourable::Band { low, high } => format!("{low}–{high}{percent}"),
    }
}

/// Why a statistic has no value.
#[must_use]
pub fn undefined(lang: Lang, reason: Undefined) -> String {
    let key = match reason {
        Undefined::TooFew { n, need } => {
            return tr!(lang, "undefined-too-few", n = n, need = need);
        }
        Undefined::NoVariance => "undefined-no-variance",
        Undefined::Perfect => "undefined-perfect",
        Undefined::Lengths => "undefined-lengths",
        Undefined::NotFinite => "undefined-not-finite",
        Undefined::OutOfRange => "undefined-out-of-range",
        Undefined::Collinear => "undefined-collinear",
        Undefined::Unreliable => "undefined-unreliable",
        Undefined::NoConvergence => "undefined-no-convergence",
    };
    message(lang, key)
}
