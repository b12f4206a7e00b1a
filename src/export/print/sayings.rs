//! What several prints say alike: the three sentences, the promises, what is not promised.
//!
//! Each depends on the level of protection and on nothing else, so slip, poster and leaflet can
//! never contradict each other.

use super::input::{PrintedWave, Protection};
use crate::domain::Lang;
use crate::i18n::message;
use crate::tr;

/// “How your answers stay anonymous” in three sentences.
pub(super) fn three(wave: &PrintedWave, lang: Lang) -> [String; 3] {
    let group = wave.min_group.get();
    [
        message(lang, "print-why-drawn"),
        message(lang, "print-why-stored"),
        match wave.protection {
            Protection::OneKey => tr!(lang, "print-why-opened-one", group = group),
            Protection::TwoKeys(_) => tr!(lang, "print-why-opened-two", group = group),
        },
    ]
}

/// The level in a few words, for a slip.
pub(super) fn level_short(wave: &PrintedWave, lang: Lang) -> String {
    match wave.protection {
        Protection::OneKey => message(lang, "print-level-one-short"),
        Protection::TwoKeys(_) => message(lang, "print-level-two-short"),
    }
}

/// The level and who holds the keys.
pub(super) fn level(wave: &PrintedWave, lang: Lang) -> String {
    match wave.protection {
        Protection::OneKey => message(lang, "print-level-one"),
        Protection::TwoKeys(_) => message(lang, "print-level-two"),
    }
}

/// What the level means, in a sentence or two.
pub(super) fn level_meaning(wave: &PrintedWave, lang: Lang) -> String {
    match &wave.protection {
        Protection::OneKey => message(lang, "print-level-one-means"),
        Protection::TwoKeys(names) if names.is_empty() => message(lang, "print-level-two-means"),
        Protection::TwoKeys(names) => tr!(
            lang,
            "print-level-two-means-names",
            names = names.join(", "),
            count = names.len()
        ),
    }
}

/// What is promised.
pub(super) fn promises(wave: &PrintedWave, lang: Lang) -> Vec<String> {
    let group = wave.min_group.get();
    vec![
        message(lang, "print-promise-stored"),
        message(lang, "print-promise-apart"),
        match wave.protection {
            Protection::OneKey => message(lang, "print-promise-opened-one"),
            Protection::TwoKeys(_) => message(lang, "print-promise-opened-two"),
        },
        match wave.protection {
            Protection::OneKey => {
                tr!(
                    lang,
                    "print-promise-group-one",
                    group = group,
                    invited = wave.min_invited
                )
            }
            Protection::TwoKeys(_) => {
                tr!(
                    lang,
                    "print-promise-group-two",
                    group = group,
                    invited = wave.min_invited
                )
            }
        },
        message(lang, "print-promise-wiped"),
    ]
}

/// What nobody can promise.
pub(super) fn risks(wave: &PrintedWave, lang: Lang) -> Vec<String> {
    vec![
        message(lang, "print-risk-style"),
        message(lang, "print-risk-unanimous"),
        match wave.protection {
            Protection::OneKey => message(lang, "print-risk-keys-one"),
            Protection::TwoKeys(_) => message(lang, "print-risk-keys-two"),
        },
        message(lang, "print-risk-program"),
        message(lang, "print-risk-camera"),
    ]
}
