//! What may be said about the link between staff and customers, and what may not.

use super::cell::undefined;
use super::change::Sentence;
use super::title::{branch_title, outcome_in_sentence};
use crate::analysis::{Findings, GroupComparison, Link, Verdict};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::stats::Undefined;
use crate::tr;

/// The level below which a corrected p is called a claim.
const CLAIM: f64 = 0.05;

/// The verdict on a link; `pairs` is the number of pairs that the corrected p values count.
#[must_use]
pub fn verdict(lang: Lang, findings: &Findings, link: &Link, pairs: usize) -> Sentence {
    let detail = detail(lang, link, pairs);
    let headline = match link.verdict {
        Verdict::OneBranch(branch, _) => {
            tr!(lang, "verdict-one-branch", branch = branch_title(findings, branch))
        }
        Verdict::TooFew
        | Verdict::Description
        | Verdict::NotSeen
        | Verdict::Positive
        | Verdict::Negative
        | Verdict::Undefined(_) => headline(lang, findings, link),
    };
    Sentence { headline, detail }
}

/// The same without the name of any branch, for a report that shows only one of them.
#[must_use]
pub fn verdict_unnamed(lang: Lang, findings: &Findings, link: &Link, pairs: usize) -> Sentence {
    Sentence { headline: headline(lang, findings, link), detail: detail(lang, link, pairs) }
}

/// Does the link hold after Holm's correction?
#[must_use]
pub fn is_corrected(link: &Link) -> bool {
    link.holm_p.is_some_and(|p| p < CLAIM)
}

/// The verdict as a word for a table.
#[must_use]
pub fn verdict_word(lang: Lang, link: &Link) -> String {
    let key = match link.verdict {
        Verdict::Positive | Verdict::Negative if !is_corrected(link) => "verdict-word-uncorrected",
        Verdict::Positive => "verdict-word-positive",
        Verdict::Negative => "verdict-word-negative",
        Verdict::NotSeen => "verdict-word-not-seen",
        Verdict::Description => "verdict-word-description",
        Verdict::OneBranch(..) => "verdict-word-one-branch",
        Verdict::TooFew => "verdict-word-too-few",
        Verdict::Undefined(_) => "verdict-word-undefined",
    };
    message(lang, key)
}

/// Contact staff against the back office.
#[must_use]
pub fn comparison(lang: Lang, found: &GroupComparison) -> Sentence {
    match found.difference {
        Err(reason) => Sentence {
            headline: tr!(lang, "comparison-undefined", reason = undefined(lang, reason)),
            detail: String::new(),
        },
        Ok((difference, low, high)) => {
            let key = if found.is_settled { "comparison-settled" } else { "comparison-open" };
            let detail = tr!(
                lang,
                "comparison-detail",
                difference = number::signed(lang, difference, 2),
                interval = number::signed_interval(lang, low, high, 2),
                n = found.n
            );
            Sentence { headline: message(lang, key), detail }
        }
    }
}

/// The comparison as a word for a table.
#[must_use]
pub fn comparison_word(lang: Lang, found: &GroupComparison) -> String {
    match found.difference {
        Err(reason) => undefined(lang, reason),
        Ok(_) if found.is_settled => message(lang, "comparison-word-settled"),
        Ok(_) => message(lang, "comparison-word-open"),
    }
}

fn headline(lang: Lang, findings: &Findings, link: &Link) -> String {
    let key = match link.verdict {
        Verdict::TooFew => return message(lang, "verdict-too-few"),
        Verdict::OneBranch(..) => return message(lang, "verdict-one-branch-unnamed"),
        Verdict::Undefined(reason) => return undefined_headline(lang, reason),
        Verdict::Description => "verdict-description",
        Verdict::NotSeen => "verdict-not-seen",
        Verdict::Positive => "verdict-positive",
        Verdict::Negative => "verdict-negative",
    };
    let dimension = findings.dimensions.get(link.dimension);
    let outcome = findings.outcomes.get(link.outcome);
    tr!(
        lang,
        key,
        group = link.audience.code(),
        dimension = dimension.map_or("", |dimension| dimension.title.get(lang)),
        outcome = outcome.map_or_else(String::new, |outcome| outcome_in_sentence(lang, outcome))
    )
}

fn undefined_headline(lang: Lang, reason: Undefined) -> String {
    tr!(lang, "verdict-undefined", reason = undefined(lang, reason))
}

fn detail(lang: Lang, link: &Link, pairs: usize) -> String {
    let n = link.points.len();
    let mut sentences = vec![figures(lang, link)];
    match link.verdict {
        Verdict::TooFew => sentences.push(tr!(lang, "verdict-too-few-detail", n = n)),
        Verdict::Description => sentences.push(tr!(lang, "verdict-description-detail", n = n)),
        Verdict::NotSeen => sentences.push(detectable(lang, link)),
        Verdict::OneBranch(_, without) => {
            let rho = number::decimal(lang, without, 2);
            sentences.push(tr!(lang, "verdict-without", rho = rho));
        }
        Verdict::Positive | Verdict::Negative => {
            sentences.push(correction(lang, link, pairs));
            sentences.push(message(lang, "verdict-common-size"));
        }
        Verdict::Undefined(_) => {}
    }
    if link.is_unusually_strong {
        sentences.push(message(lang, "verdict-strong"));
    }
    if let (true, Ok(pearson)) = (link.measures_disagree, &link.pearson) {
        let r = number::decimal(lang, pearson.value, 2);
        sentences.push(tr!(lang, "verdict-disagree", r = r));
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

fn figures(lang: Lang, link: &Link) -> String {
    let Ok(rho) = &link.spearman else { return String::new() };
    tr!(
        lang,
        "verdict-figures",
        rho = number::decimal(lang, rho.value, 2),
        interval = number::interval(lang, rho.low, rho.high, 2),
        n = link.points.len()
    )
}

fn detectable(lang: Lang, link: &Link) -> String {
    link.detectable.map_or_else(String::new, |rho| {
        tr!(lang, "verdict-detectable", rho = number::decimal(lang, rho, 2))
    })
}

fn correction(lang: Lang, link: &Link, pairs: usize) -> String {
    let Some(p) = link.holm_p else { return String::new() };
    let key = if p < CLAIM { "verdict-holds" } else { "verdict-uncorrected" };
    tr!(lang, key, m = pairs, p = number::p_value(lang, p))
}
