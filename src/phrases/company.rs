//! What is said of the company as a whole: engagement segments with their rule, tests of a change,
//! whether branches differ.

use super::cell::{hidden, undefined};
use crate::analysis::{Between, Findings, WaveTests};
use crate::disclosure::{Published, Segments};
use crate::domain::{Lang, MinGroup};
use crate::i18n::{message, number};
use crate::tr;

/// Names of the segments: engaged, not engaged, actively disengaged.
const SEGMENTS: [&str; 3] = [
    "segment-engaged",
    "segment-not-engaged",
    "segment-disengaged",
];

/// The rule of the segments, with the name of the dimension they are made from; nothing where no
/// dimension stands for engagement.
#[must_use]
pub fn segments_rule(lang: Lang, findings: &Findings) -> Option<String> {
    let outcome = findings.dimensions.iter().find(|it| it.is_outcome)?;
    let dimension = outcome.title.get(lang);
    Some(tr!(lang, "segment-rule", dimension = dimension))
}

/// Each segment with its share and interval; for few people only the band of the engaged, and why.
#[must_use]
pub fn segments(
    lang: Lang,
    found: &Published<Segments>,
    min_group: MinGroup,
) -> Vec<(String, String)> {
    match found {
        Published::Hidden(reason) => vec![(
            message(lang, "segment-engaged"),
            hidden(lang, *reason, min_group),
        )],
        Published::Shown { value, .. } => match value {
            Segments::Band { low, high } => vec![(
                message(lang, "segment-engaged"),
                super::favourable(
                    lang,
                    &crate::disclosure::Favourable::Band {
                        low: *low,
                        high: *high,
                    },
                ),
            )],
            Segments::Exact { shares, intervals } => {
                let parts = SEGMENTS.iter().zip(shares).zip(intervals);
                parts
                    .map(|((name, share), ends)| {
                        let text = tr!(
                            lang,
                            "segment-share",
                            share = number::percent(lang, *share),
                            interval = super::share_interval(lang, *ends)
                        );
                        (message(lang, name), text)
                    })
                    .collect()
            }
        },
    }
}

/// A share and the ends of its interval that changed: `+4 п. п. (−1…+9)`.
#[must_use]
pub fn points(lang: Lang, difference: f64, (low, high): (f64, f64)) -> String {
    let hundred = 100.0;
    tr!(
        lang,
        "share-change",
        points = number::signed(lang, difference * hundred, 0),
        interval = number::signed_interval(lang, low * hundred, high * hundred, 0)
    )
}

/// How large a change is, by the size of Hedges's g.
#[must_use]
pub fn effect_word(lang: Lang, g: f64) -> String {
    let key = match g.abs() {
        size if size < 0.2 => "effect-tiny",
        size if size < 0.5 => "effect-small",
        size if size < 0.8 => "effect-medium",
        _ => "effect-large",
    };
    message(lang, key)
}

/// What the comparison of branches with themselves rests on, or why there is none.
#[must_use]
pub fn matched(lang: Lang, found: &WaveTests) -> String {
    match found.matched {
        Ok((matched, n)) => tr!(
            lang,
            "tests-branches",
            n = n,
            p = number::p_statement(lang, matched.p)
        ),
        Err(reason) => undefined(lang, reason),
    }
}

/// Do branches differ at all? F and p; how many branches.
#[must_use]
pub fn branches_differ(lang: Lang, found: &Between) -> String {
    tr!(
        lang,
        "between-text",
        f = number::decimal(lang, found.f, 1),
        p = number::p_statement(lang, found.p),
        n = found.branches
    )
}
