//! The staff side: one entry per wave and group, so that every list is flat and filterable.

use serde::Serialize;

use super::company::{self, Differing, Spread, Tests};
use super::shape::{self, Difference, Maybe, Mean, Nps, Range};
use crate::analysis::{AudienceFindings, Findings, Reliability, WaveFindings};
use crate::disclosure::Published;
use crate::domain::{Audience, Lever, MinGroup, Motive, Text};

#[derive(Serialize)]
pub(super) struct Dimension<'a> {
    id: &'a str,
    title: &'a Text,
    is_outcome: bool,
    wave: &'a str,
    group: &'static str,
    score: Maybe<Mean>,
    change: Maybe<Difference>,
    tests: Maybe<Tests>,
    alpha: Maybe<Alpha>,
    omega: Maybe<Omega>,
    icc1: Maybe<f64>,
    icc2: Maybe<f64>,
    between: Maybe<Differing>,
    shrinkage: Maybe<Spread>,
    rwg_median: Maybe<f64>,
}

#[derive(Serialize)]
struct Alpha {
    value: f64,
    lo: f64,
    hi: f64,
    n: usize,
}

#[derive(Serialize)]
struct Omega {
    value: f64,
    has_heywood: bool,
    n: usize,
}

#[derive(Serialize)]
pub(super) struct Item<'a> {
    id: &'a str,
    dimension: &'a str,
    text: &'a Text,
    is_reversed: bool,
    wave: &'a str,
    group: &'static str,
    score: Maybe<Mean>,
    item_rest: Maybe<f64>,
    alpha_if_dropped: Maybe<f64>,
    unfavourable_rank: Maybe<usize>,
    unfavourable: Maybe<Unfavourable>,
}

#[derive(Serialize)]
struct Unfavourable {
    share: f64,
    interval: Range,
    n: u32,
}

#[derive(Serialize)]
pub(super) struct Branch<'a> {
    /// None for the company.
    code: Option<&'a str>,
    name: Option<&'a str>,
    region: Option<&'a str>,
    format: Option<&'a str>,
    wave: &'a str,
    group: &'static str,
    n: Maybe<shape::Count>,
    invited: Maybe<u32>,
    response_rate: Maybe<f64>,
    is_merged: bool,
    dimensions: Vec<Scored<'a>>,
    items: Vec<ItemScored<'a>>,
    motives: Vec<Labelled<Motive>>,
    levers: Vec<Labelled<Lever>>,
    enps: Maybe<Nps>,
}

#[derive(Serialize)]
struct Scored<'a> {
    dimension: &'a str,
    score: Maybe<Mean>,
    shrunken: Maybe<f64>,
    change: Maybe<Difference>,
}

#[derive(Serialize)]
struct ItemScored<'a> {
    item: &'a str,
    score: Maybe<Mean>,
}

#[derive(Serialize)]
struct Labelled<T> {
    id: T,
    score: Maybe<Mean>,
}

/// The company's eNPS of the last wave, and of every wave and group.
#[derive(Serialize)]
pub(super) struct Enps<'a> {
    wave: Option<&'a str>,
    group: &'static str,
    company: Maybe<Nps>,
    all: Vec<EnpsOf<'a>>,
}

#[derive(Serialize)]
struct EnpsOf<'a> {
    wave: &'a str,
    group: &'static str,
    company: Maybe<Nps>,
}

fn groups(findings: &Findings) -> impl Iterator<Item = (&WaveFindings, &AudienceFindings)> {
    let of_wave = |wave: &'_ WaveFindings| wave.audiences.len();
    findings.waves.iter().flat_map(move |wave| {
        (0..of_wave(wave)).filter_map(move |at| Some((wave, wave.audiences.get(at)?)))
    })
}

pub(super) fn dimensions(findings: &Findings) -> Vec<Dimension<'_>> {
    let k = findings.min_group;
    let mut all = Vec::new();
    for (wave, found) in groups(findings) {
        let positions = findings.dimensions.iter().enumerate();
        for ((position, dimension), reliability) in positions.zip(&found.reliability) {
            let Some(score) = found.company.scores.get(position) else {
                continue;
            };
            all.push(Dimension {
                id: &dimension.id,
                title: &dimension.title,
                is_outcome: dimension.is_outcome,
                wave: wave.wave.code.as_str(),
                group: found.audience.code(),
                score: shape::mean(score, k),
                change: shape::change(found.company.changes.get(position)),
                tests: company::tests(found.tests.get(position)),
                alpha: alpha(reliability),
                omega: omega(reliability),
                icc1: shape::statistic(reliability.icc1, |value| value),
                icc2: shape::statistic(reliability.icc2, |value| value),
                between: company::between(reliability.between),
                shrinkage: company::spread(found.shrunken.get(position)),
                rwg_median: shape::statistic(reliability.rwg, |value| value),
            });
        }
    }
    all
}

fn alpha(reliability: &Reliability) -> Maybe<Alpha> {
    let n = reliability.n;
    shape::statistic(reliability.alpha, |(value, lo, hi)| Alpha {
        value,
        lo,
        hi,
        n,
    })
}

fn omega(reliability: &Reliability) -> Maybe<Omega> {
    let n = reliability.n;
    shape::statistic(reliability.omega, |(value, has_heywood)| Omega {
        value,
        has_heywood,
        n,
    })
}

pub(super) fn items(findings: &Findings) -> Vec<Item<'_>> {
    let mut all = Vec::new();
    for (wave, found) in groups(findings) {
        for (position, (item, statistics)) in findings.items.iter().zip(&found.items).enumerate() {
            let rank = found
                .dissatisfiers
                .iter()
                .position(|ranked| ranked.item == position);
            let ranked = rank.and_then(|rank| found.dissatisfiers.get(rank));
            all.push(Item {
                id: &item.id,
                dimension: &item.dimension,
                text: &item.text,
                is_reversed: item.is_reversed,
                wave: wave.wave.code.as_str(),
                group: found.audience.code(),
                score: shape::mean(&statistics.score, findings.min_group),
                item_rest: shape::statistic(statistics.item_rest, |value| value),
                alpha_if_dropped: shape::statistic(statistics.alpha_if_dropped, |value| value),
                unfavourable_rank: shape::optional(rank.map(|rank| rank + 1), "not_ranked"),
                unfavourable: shape::optional(ranked.map(unfavourable), "not_ranked"),
            });
        }
    }
    all
}

fn unfavourable(ranked: &crate::analysis::Dissatisfier) -> Unfavourable {
    let (lo, hi) = ranked.interval;
    Unfavourable {
        share: ranked.unfavourable,
        interval: Range { lo, hi },
        n: ranked.n,
    }
}

/// A row of the heat map: its wave, its group, and its branch or the whole company.
#[derive(Clone, Copy)]
pub(super) struct RowOf<'a> {
    wave: &'a WaveFindings,
    found: &'a AudienceFindings,
    branch: Option<usize>,
}

/// All rows; the company comes before its branches.
pub(super) fn rows(findings: &Findings) -> Vec<RowOf<'_>> {
    let mut rows = Vec::new();
    for (wave, found) in groups(findings) {
        let branches = (0..found.branches.len()).map(Some);
        let places = [None].into_iter().chain(branches);
        rows.extend(places.map(|branch| RowOf {
            wave,
            found,
            branch,
        }));
    }
    rows
}

pub(super) fn branch<'a>(findings: &'a Findings, place: RowOf<'a>) -> Branch<'a> {
    let RowOf {
        wave,
        found,
        branch: position,
    } = place;
    let row = position
        .and_then(|position| found.branches.get(position))
        .unwrap_or(&found.company);
    let k = findings.min_group;
    let branch = position;
    let about = position.and_then(|position| findings.branches.get(position));
    let scored = findings.dimensions.iter().zip(&row.scores).enumerate();
    let items = findings.items.iter().zip(&row.items);
    Branch {
        code: about.map(|about| about.code.as_str()),
        name: about.map(|about| about.name.as_str()),
        region: about.map(|about| about.region.as_str()),
        format: about.map(|about| about.format.as_str()),
        wave: wave.wave.code.as_str(),
        group: found.audience.code(),
        n: match row.sheets {
            Published::Shown { n, .. } => Maybe::Value(shape::count(n, k)),
            Published::Hidden(reason) => Maybe::Hidden {
                hidden: reason.code(),
            },
        },
        invited: shape::optional(row.invited, "unknown"),
        response_rate: match row.sheets.reason() {
            Some(reason) => Maybe::Hidden {
                hidden: reason.code(),
            },
            None => shape::optional(row.response_rate, "unknown"),
        },
        is_merged: row.is_merged,
        dimensions: scored
            .map(|(position, (dimension, score))| Scored {
                dimension: &dimension.id,
                score: shape::mean(score, k),
                shrunken: match (score.reason(), branch) {
                    (Some(reason), Some(_)) => Maybe::Hidden {
                        hidden: reason.code(),
                    },
                    (_, _) => company::shrunken(found.shrunken.get(position), branch),
                },
                change: shape::change(row.changes.get(position)),
            })
            .collect(),
        items: items
            .map(|(item, score)| ItemScored {
                item: &item.id,
                score: shape::mean(score, k),
            })
            .collect(),
        motives: labelled(&Motive::ALL, &row.motives, k),
        levers: labelled(&Lever::ALL, &row.levers, k),
        enps: shape::nps(&row.enps, k),
    }
}

fn labelled<T: Copy>(
    ids: &[T],
    scores: &[Published<crate::disclosure::Score>],
    min_group: MinGroup,
) -> Vec<Labelled<T>> {
    let pairs = ids.iter().zip(scores);
    pairs
        .map(|(id, score)| Labelled {
            id: *id,
            score: shape::mean(score, min_group),
        })
        .collect()
}

pub(super) fn enps(findings: &Findings) -> Enps<'_> {
    let k = findings.min_group;
    let last = findings.waves.last();
    let company = last.and_then(|wave| wave.audience(Audience::All));
    Enps {
        wave: last.map(|wave| wave.wave.code.as_str()),
        group: Audience::All.code(),
        company: company.map_or_else(
            || Maybe::Undefined(shape::reason("no_answers")),
            |found| shape::nps(&found.company.enps, k),
        ),
        all: groups(findings)
            .map(|(wave, found)| EnpsOf {
                wave: wave.wave.code.as_str(),
                group: found.audience.code(),
                company: shape::nps(&found.company.enps, k),
            })
            .collect(),
    }
}
