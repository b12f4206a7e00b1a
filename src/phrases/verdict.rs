//! What may be said about the link between staff and customers, and what may not.

use super::cell::undefined;
use super::change::Sentence;
use super::title::{branch_title, measure};
use crate::analysis::{Findings, GroupComparison, Link, Verdict};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;

/// The level below which a corrected p is called a claim.
const CLAIM: f64 = 0.05;

/// The verdict on a link; `pairs` is the number of pairs that the corrected p values count.
#[must_use]
pub fn verdict(lang: Lang, findings: &Findings, link: &Link, pairs: usize) -> Sentence {
    let basis = match link.verdict {
        Verdict::OneBranch(branch, without) => {
            one_branch(lang, link, &branch_title(findings, branch), without)
        }
        Verdict::TooFew
        | Verdict::Description
        | Verdict::NotSeen
        | Verdict::Positive
        | Verdict::Negative
        | Verdict::Undefined(_) => basis(lang, link),
    };
    whole(lang, findings, link, (basis, pairs))
}

/// The same without the name of any branch, for a report that shows only one of them.
#[must_use]
pub fn verdict_unnamed(lang: Lang, findings: &Findings, link: &Link, pairs: usize) -> Sentence {
    whole(lang, findings, link, (basis(lang, link), pairs))
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
        Verdict::Positive | Verdict::Negative if !is_corrected(link) => {
            "verdict-short-before-correction"
        }
        Verdict::Positive => "verdict-short-positive",
        Verdict::Negative => "verdict-short-negative",
        Verdict::NotSeen => "verdict-short-not-seen",
        Verdict::Description => "verdict-short-description",
        Verdict::OneBranch(..) => "verdict-short-one-branch",
        Verdict::TooFew => "verdict-short-too-few",
        Verdict::Undefined(_) => "verdict-short-undefined",
    };
    message(lang, key)
}

/// Contact staff against the back office.
#[must_use]
pub fn comparison(lang: Lang, findings: &Findings, found: &GroupComparison) -> Sentence {
    let (Ok((difference, low, high)), Ok(contact), Ok(back)) =
        (found.difference, found.contact, found.back_office)
    else {
        let headline = tr!(lang, "verdict-groups-too-few", n = found.n);
        return Sentence {
            headline,
            detail: String::new(),
        };
    };
    let headline = if found.is_settled {
        let (measure, outcome) = measure(lang, findings, found.outcome);
        let dimension = findings.dimensions.get(found.dimension);
        tr!(
            lang,
            "verdict-groups-differ",
            dimension = dimension.map_or("", |dimension| dimension.title.get(lang)),
            measure = measure,
            outcome = outcome
        )
    } else {
        message(lang, "verdict-groups-same")
    };
    let detail = tr!(
        lang,
        "verdict-groups-note",
        contact = number::decimal(lang, contact.value, 2),
        back = number::decimal(lang, back.value, 2),
        difference = number::signed(lang, difference, 2),
        lo = number::signed(lang, low, 2),
        hi = number::signed(lang, high, 2),
        n = found.n
    );
    Sentence { headline, detail }
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
        Verdict::Description => "verdict-description",
        Verdict::OneBranch(..) => "verdict-one-branch",
        Verdict::Undefined(_) => "verdict-undefined",
        Verdict::NotSeen => "verdict-not-seen",
        Verdict::Positive => "verdict-positive",
        Verdict::Negative => "verdict-negative",
    };
    let dimension = findings.dimensions.get(link.dimension);
    let (measure, outcome) = measure(lang, findings, link.outcome);
    tr!(
        lang,
        key,
        group = link.audience.code(),
        dimension = dimension.map_or("", |dimension| dimension.title.get(lang)),
        measure = measure,
        outcome = outcome,
        n = link.points.len()
    )
}

fn whole(
    lang: Lang,
    findings: &Findings,
    link: &Link,
    (basis, pairs): (String, usize),
) -> Sentence {
    let mut detail = vec![basis];
    if matches!(link.verdict, Verdict::Positive | Verdict::Negative) {
        detail.push(correction(lang, link, pairs));
    }
    if link.is_unusually_strong {
        detail.push(tr!(lang, "verdict-unusual", n = link.points.len()));
    }
    if let (true, Ok(rho), Ok(pearson)) = (link.measures_disagree, &link.spearman, &link.pearson) {
        let rho = number::decimal(lang, rho.value, 2);
        let r = number::decimal(lang, pearson.value, 2);
        detail.push(tr!(lang, "verdict-disagree", r = r, rho = rho));
    }
    detail.retain(|sentence| !sentence.is_empty());
    Sentence {
        headline: headline(lang, findings, link),
        detail: detail.join(" "),
    }
}

/// The figures behind the verdict and what they bear.
fn basis(lang: Lang, link: &Link) -> String {
    let n = link.points.len();
    let key = match link.verdict {
        Verdict::TooFew => return tr!(lang, "verdict-too-few-note", n = n),
        Verdict::Undefined(reason) => {
            return tr!(
                lang,
                "verdict-undefined-note",
                reason = undefined(lang, reason)
            );
        }
        Verdict::OneBranch(_, without) => return one_unnamed(lang, link, without),
        Verdict::Description => "verdict-description-note",
        Verdict::NotSeen if link.detectable.is_none() => return figures(lang, link),
        Verdict::NotSeen => "verdict-not-seen-note",
        Verdict::Positive => "verdict-positive-note",
        Verdict::Negative => "verdict-negative-note",
    };
    let Ok(rho) = &link.spearman else {
        return String::new();
    };
    let [value, lo, hi] = [rho.value, rho.low, rho.high].map(|x| number::decimal(lang, x, 2));
    let x = number::decimal(lang, link.detectable.unwrap_or_default(), 2);
    tr!(lang, key, rho = value, lo = lo, hi = hi, n = n, x = x)
}

fn one_branch(lang: Lang, link: &Link, branch: &str, without: f64) -> String {
    let Ok(rho) = &link.spearman else {
        return String::new();
    };
    let [value, lo, hi] = [rho.value, rho.low, rho.high].map(|x| number::decimal(lang, x, 2));
    tr!(
        lang,
        "verdict-one-branch-note",
        branch = branch,
        rho = value,
        lo = lo,
        hi = hi,
        n = link.points.len(),
        without = number::decimal(lang, without, 2)
    )
}

fn one_unnamed(lang: Lang, link: &Link, without: f64) -> String {
    let without = number::decimal(lang, without, 2);
    let figures = figures(lang, link);
    format!(
        "{figures} {}",
        tr!(lang, "verdict-without-unnamed", rho = without)
    )
}

fn figures(lang: Lang, link: &Link) -> String {
    let Ok(rho) = &link.spearman else {
        return String::new();
    };
    tr!(
        lang,
        "verdict-figures",
        rho = number::decimal(lang, rho.value, 2),
        interval = number::interval(lang, rho.low, rho.high, 2),
        n = link.points.len()
    )
}

fn correction(lang: Lang, link: &Link, pairs: usize) -> String {
    let Some(p) = link.holm_p else {
        return String::new();
    };
    let key = if p < CLAIM {
        "verdict-holds"
    } else {
        "verdict-uncorrected"
    };
    tr!(lang, key, m = pairs, p = number::p_statement(lang, p))
}
