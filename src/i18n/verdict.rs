//! Sentences about findings: why something is hidden.

use crate::domain::Lang;

/// Why a value is hidden, in a sentence.
#[must_use]
pub fn hidden_sentence(lang: Lang, reason_key: &str, min_group: u32) -> String {
    crate::tr!(lang, reason_key, k = i64::from(min_group))
}
