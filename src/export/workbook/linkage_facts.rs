//! What the headline pair rests on, as lines of label and value: branches, reliability, every
//! coefficient, what chance gives.

use super::context::Context;
use crate::analysis::{Link, Reliability};
use crate::domain::{Audience, Lang};
use crate::i18n::number;
use crate::phrases;
use crate::tr;

/// Label and value of each, in the order of reading.
pub(super) fn facts(context: &Context<'_>, link: &Link) -> Vec<(String, String)> {
    let lang = context.lang;
    let two = |value: f64| number::decimal(lang, value, 2);
    let interval = |low, high| number::interval(lang, low, high, 2);
    let why = |reason| phrases::undefined(lang, reason);
    let coefficient = |value: Result<crate::analysis::Coefficient, _>| match value {
        Ok(found) => format!("{} ({})", two(found.value), interval(found.low, found.high)),
        Err(reason) => why(reason),
    };
    let influence = match &link.influence {
        Ok(found) => (
            tr!(
                lang,
                "fact-leave-one-out",
                branch = phrases::branch_title(context.findings, found.branch)
            ),
            interval(found.min, found.max),
        ),
        Err(reason) => (context.text("fact-leave-one-out-none"), why(*reason)),
    };
    let found = context.wave.audience(link.audience);
    let reliability = found.and_then(|found| found.reliability.get(link.dimension));
    let [icc1, icc2, differ, rwg] = reliability.map_or_else(
        || std::array::from_fn(|_| context.text("not-applicable")),
        |found| indices(lang, found),
    );
    let detectable = link
        .detectable
        .map_or_else(|| context.text("not-applicable"), two);
    let bca = match link.bca {
        Ok((low, high, draws, dropped)) => {
            let used = number::count(lang, u64::try_from(draws).unwrap_or(u64::MAX));
            let lost = number::count(lang, u64::try_from(dropped).unwrap_or(u64::MAX));
            tr!(
                lang,
                "fact-bca-value",
                interval = interval(low, high),
                used = used,
                lost = lost
            )
        }
        Err(reason) => why(reason),
    };
    let permutation = link
        .permutation
        .map_or_else(why, |(p, _)| number::p_value(lang, p));
    let slope = link.theil_sen.map_or_else(why, |(slope, low, high)| {
        format!(
            "{} ({})",
            number::signed(lang, slope, 1),
            number::signed_interval(lang, low, high, 1)
        )
    });
    let mut all = vec![
        (context.text("fact-branches"), link.points.len().to_string()),
        (context.text("fact-left-out"), link.left_out.to_string()),
    ];
    if link.audience == Audience::Contact {
        all.push((context.text("fact-mixed"), link.mixed.to_string()));
    }
    all.extend([
        (context.text("fact-detectable"), detectable),
        influence,
        (context.text("fact-icc1"), icc1),
        (context.text("fact-icc2"), icc2),
        (context.text("fact-f"), differ),
        (context.text("fact-rwg"), rwg),
        (context.text("fact-spearman"), coefficient(link.spearman)),
        (context.text("fact-pearson"), coefficient(link.pearson)),
        (context.text("fact-kendall"), coefficient(link.kendall)),
        (context.text("fact-bca"), bca),
        (context.text("fact-permutation"), permutation),
        (context.text("fact-slope"), slope),
    ]);
    all
}

/// ICC(1) and ICC(2) with their intervals, the F test, agreement inside branches.
fn indices(lang: Lang, found: &Reliability) -> [String; 4] {
    let why = |reason| phrases::undefined(lang, reason);
    let two = |value: f64| number::decimal(lang, value, 2);
    let with = |value: f64, ends: Option<(f64, f64)>| match ends {
        Some((low, high)) => format!("{} ({})", two(value), number::interval(lang, low, high, 2)),
        None => two(value),
    };
    let between = found.between.ok();
    [
        found
            .icc1
            .map_or_else(why, |it| with(it, between.map(|it| it.icc1))),
        found
            .icc2
            .map_or_else(why, |it| with(it, between.map(|it| it.icc2))),
        found.between.map_or_else(why, |it| {
            let f = number::decimal(lang, it.f, 1);
            format!("{f}; {}", number::p_statement(lang, it.p))
        }),
        found.rwg.map_or_else(why, two),
    ]
}
