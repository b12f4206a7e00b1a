//! Ratings of people in words: why there is no number, what a profile says first.

use crate::analysis::ratings::{CompetencyLine, GapVerdict, PersonProfile, Why};
use crate::domain::Lang;
use crate::domain::rating::CompetencyModel;
use crate::i18n::{message, number};
use crate::tr;

/// Why there is no number.
#[must_use]
pub fn rating_why(lang: Lang, why: Why) -> String {
    match why {
        Why::FewPeople { n, need } => tr!(lang, why.key(), n = n, need = need),
        Why::AllEqual
        | Why::OneRater
        | Why::Nobody
        | Why::Disjoint
        | Why::FewPeers
        | Why::NoSelf
        | Why::NoRole
        | Why::NoEarlier
        | Why::OtherModel
        | Why::Undefined => message(lang, why.key()),
    }
}

/// How far a competency falls short of the role, below zero; nothing where it does not.
#[must_use]
pub fn shortfall(line: &CompetencyLine) -> Option<f64> {
    let gap = line.gap.as_ref().ok()?;
    let is_short = match gap.verdict {
        GapVerdict::Sure | GapVerdict::Possible | GapVerdict::Single => true,
        GapVerdict::Met | GapVerdict::Above => false,
    };
    (is_short && gap.value <= -0.05).then_some(gap.value)
}

/// What may be said about a gap, in words.
#[must_use]
pub fn gap_word(lang: Lang, verdict: GapVerdict) -> String {
    let key = match verdict {
        GapVerdict::Sure => "profile-gap-sure",
        GapVerdict::Possible => "profile-gap-open",
        GapVerdict::Single => "profile-gap-one",
        GapVerdict::Met => "profile-gap-met",
        GapVerdict::Above => "profile-gap-above",
    };
    message(lang, key)
}

/// A profile in two sentences: the gaps in one, the rest and the self-rating in the other.
#[must_use]
pub fn profile_sentences(
    lang: Lang,
    model: &CompetencyModel,
    found: &PersonProfile,
) -> (String, String) {
    let mut gaps: Vec<(usize, f64)> = found
        .competencies
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, shortfall(line)?)))
        .collect();
    gaps.sort_by(|a, b| a.1.total_cmp(&b.1));
    let name = |place: usize| {
        let at = gaps.get(place).map_or(0, |(at, _)| *at);
        let competency = model.competencies.get(at);
        competency.map_or("", |it| it.name.get(lang))
    };
    let headline = match (found.role, gaps.len()) {
        (None, _) => message(lang, "person-no-role"),
        (Some(_), 0) => message(lang, "profile-gaps-none"),
        (Some(_), 1) => tr!(lang, "profile-gaps-one", first = name(0)),
        (Some(_), 2) => tr!(lang, "profile-gaps-two", first = name(0), second = name(1)),
        (Some(_), count) => {
            tr!(
                lang,
                "profile-gaps-more",
                count = count,
                first = name(0),
                second = name(1)
            )
        }
    };
    let rest = match (found.role, gaps.len()) {
        (None, _) => String::new(),
        (Some(_), 0) => format!("{}. ", message(lang, "profile-all-met")),
        (Some(_), _) => format!("{} ", tr!(lang, "profile-rest", count = found.met.0)),
    };
    (headline, format!("{rest}{}", own(lang, found)))
}

/// The self-rating against the others.
fn own(lang: Lang, found: &PersonProfile) -> String {
    match &found.self_gap {
        Err(_) => message(lang, "profile-self-none"),
        Ok(gap) if gap.difference.abs() < 0.05 => message(lang, "profile-self-same"),
        Ok(gap) => {
            let difference = number::decimal(lang, gap.difference.abs(), 1);
            let key = if gap.difference > 0.0 {
                "profile-self-above"
            } else {
                "profile-self-below"
            };
            tr!(lang, key, difference = difference)
        }
    }
}
