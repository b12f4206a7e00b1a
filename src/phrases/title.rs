//! Names of branches, groups, levers and customer measures as a reader sees them.

use crate::analysis::{Findings, OutcomeInfo};
use crate::domain::{Audience, Lang, Lever, Motive};
use crate::i18n::{message, number};
use crate::tr;

/// “Contact staff”.
#[must_use]
pub fn audience(lang: Lang, audience: Audience) -> String {
    message(lang, &format!("group-{}", audience.code()))
}

/// “Contact”.
#[must_use]
pub fn audience_short(lang: Lang, audience: Audience) -> String {
    message(lang, &format!("group-short-{}", audience.code()))
}

/// “Want”, “Know”, “Can”.
#[must_use]
pub fn motive(lang: Lang, motive: Motive) -> String {
    let key = match motive {
        Motive::Want => "motive-want",
        Motive::Know => "motive-know",
        Motive::Can => "motive-can",
    };
    message(lang, key)
}

/// “Standards”, “Recruiting” and the others.
#[must_use]
pub fn lever(lang: Lang, lever: Lever) -> String {
    let key = match lever {
        Lever::Standards => "lever-standards",
        Lever::Recruiting => "lever-recruiting",
        Lever::Training => "lever-training",
        Lever::Motivation => "lever-motivation",
        Lever::Control => "lever-control",
    };
    message(lang, key)
}

/// Code and name, or the code alone where the branch has no other name.
#[must_use]
pub fn branch_title(findings: &Findings, branch: usize) -> String {
    let Some(branch) = findings.branches.get(branch) else {
        return String::new();
    };
    let code = branch.code.as_str();
    if branch.name == code {
        code.to_owned()
    } else {
        format!("{code} {}", branch.name)
    }
}

/// A customer measure as a heading: “Customer NPS”, “Customer NPS, channel “sms””.
#[must_use]
pub fn outcome_title(lang: Lang, outcome: &OutcomeInfo) -> String {
    match (&outcome.channel, outcome.measure.is_nps()) {
        (None, true) => message(lang, "measure-nps"),
        (None, false) => outcome.measure.as_str().to_owned(),
        (Some(channel), true) => tr!(lang, "outcome-nps-channel", channel = channel.as_str()),
        (Some(channel), false) => tr!(
            lang,
            "outcome-measure-channel",
            measure = outcome.measure.as_str(),
            channel = channel.as_str()
        ),
    }
}

/// The same inside a sentence.
#[must_use]
pub fn outcome_in_sentence(lang: Lang, outcome: &OutcomeInfo) -> String {
    let title = outcome_title(lang, outcome);
    if !outcome.measure.is_nps() {
        return tr!(lang, "outcome-quoted", title = title);
    }
    match lang {
        Lang::Ru => title,
        Lang::En => lower_first(&title),
    }
}

/// How the sentences of verdicts name a customer measure: `nps` or `other`, and its title. The NPS
/// of one channel is named by its title, so that the channel is not lost.
pub(super) fn measure(lang: Lang, findings: &Findings, outcome: usize) -> (&'static str, String) {
    let Some(outcome) = findings.outcomes.get(outcome) else {
        return ("other", String::new());
    };
    let is_plain_nps = outcome.measure.is_nps() && outcome.channel.is_none();
    (
        if is_plain_nps { "nps" } else { "other" },
        outcome_title(lang, outcome),
    )
}

/// A customer value: NPS whole and signed, other measures with one decimal.
#[must_use]
pub fn outcome_value(lang: Lang, outcome: &OutcomeInfo, value: f64) -> String {
    if outcome.measure.is_nps() {
        number::signed(lang, value, 0)
    } else {
        number::decimal(lang, value, outcome_places(outcome))
    }
}

/// Decimals that a customer measure is shown with.
#[must_use]
pub fn outcome_places(outcome: &OutcomeInfo) -> usize {
    usize::from(!outcome.measure.is_nps())
}

fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(rest).collect()
    })
}
