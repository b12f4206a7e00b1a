//! The method texts: what each statistic answers, how to read it and where it comes from.
//!
//! [`METHODS`] is the list that help, the sheet "Method and audit" and the tests walk. Nothing is
//! computed here.

use super::message;
use crate::domain::Lang;

/// The statistics that have a text, in the order of reading: linkage, drivers, scores.
pub const METHODS: &[&str] = &[
    "unit",
    "spearman",
    "pearson",
    "kendall",
    "bca",
    "permutation",
    "holm",
    "bh",
    "influence",
    "theil-sen",
    "detectable",
    "icc",
    "rwg",
    "weights",
    "attenuation",
    "partial",
    "regions",
    "zou",
    "steiger",
    "lag",
    "divergence",
    "shrinkage",
    "lmg",
    "relative-weights",
    "beta",
    "vif",
    "importance",
    "dissatisfiers",
    "score",
    "favourable",
    "newcombe",
    "alpha",
    "omega",
    "item-rest",
    "nps",
    "enps",
    "nps-change",
    "welch",
    "hedges",
    "cliff",
    "paired",
    "cluster",
    "segments",
    "motives",
    "levers",
];

/// Title and text of a method of [`METHODS`].
#[must_use]
pub fn method_text(lang: Lang, name: &str) -> (String, String) {
    let title = message(lang, &format!("method-{name}-title"));
    (title, message(lang, &format!("method-{name}")))
}
