//! Refusals about people, rounds and ratings as sentences.

use crate::domain::Lang;
use crate::error::{ModelFault, RatingFault};
use crate::tr;

use super::message;

pub(super) fn rating_fault(lang: Lang, fault: &RatingFault) -> String {
    match fault {
        RatingFault::OwnManager => message(lang, "person-own-manager"),
        RatingFault::ManagerLoop(name) => tr!(lang, "person-manager-loop", name = name.as_str()),
        RatingFault::NameTaken => message(lang, "person-taken-name"),
        RatingFault::RoundState => message(lang, "rating-refused-state"),
        RatingFault::CodeUnknown => message(lang, "rate-code-unknown"),
        RatingFault::Incomplete(left) => tr!(lang, "rating-refused-incomplete", count = *left),
        RatingFault::SourceUnfit => message(lang, "rating-refused-source"),
        RatingFault::RaterKnown => message(lang, "rating-refused-known"),
        RatingFault::NoTeam => message(lang, "rating-refused-no-team"),
        RatingFault::TooLong(limit) => tr!(lang, "rating-refused-long", limit = *limit),
        RatingFault::Model(fault) => model_fault(lang, fault),
    }
}

fn model_fault(lang: Lang, fault: &ModelFault) -> String {
    match fault {
        ModelFault::Format(_) => message(lang, "model-bad-format"),
        ModelFault::Anchors(name) => tr!(lang, "model-bad-anchors", name = name.as_str()),
        ModelFault::Profile(name) => tr!(lang, "model-bad-profile", name = name.as_str()),
        ModelFault::Language(id) => tr!(lang, "model-missing-language", id = id.as_str()),
        ModelFault::IdTwice(id) => tr!(lang, "model-duplicate-id", id = id.as_str()),
    }
}
