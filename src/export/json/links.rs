//! Waves, customers, and how staff and customers go together.

use serde::Serialize;

use super::company::{self, Spread};
use super::extras::{Extras, extras};
use super::shape::{self, Difference, Maybe, Named, Range};
use crate::analysis::{
    CustomerFigure, Findings, Influence, Link, OutcomeInfo, Source, Verdict, WaveFindings,
};
use crate::domain::Lang;
use crate::phrases::{self, Sentence};

/// The inside measure that comes from ratings.
const COMPETENCY_LEVEL: &str = "competency_level";

#[derive(Serialize)]
pub(super) struct Wave<'a> {
    code: &'a str,
    name: &'a str,
    questionnaire: &'a str,
    source: &'static str,
    pairs: usize,
    headline: Maybe<usize>,
    divergences_by_chance: f64,
}

#[derive(Serialize)]
pub(super) struct Customer<'a> {
    wave: &'a str,
    outcome: Outcome<'a>,
    company: Maybe<Figure>,
    change: Maybe<Difference>,
    shrinkage: Maybe<Spread>,
    branches: Vec<BranchFigure<'a>>,
}

#[derive(Serialize)]
struct BranchFigure<'a> {
    code: &'a str,
    figure: Maybe<Figure>,
    shrunken: Maybe<f64>,
    change: Maybe<Difference>,
}

#[derive(Serialize)]
struct Outcome<'a> {
    measure: &'a str,
    channel: Option<&'a str>,
}

#[derive(Serialize)]
struct Figure {
    value: f64,
    interval: Maybe<Range>,
    n: Maybe<u64>,
    counts: Maybe<crate::domain::NpsCounts>,
}

#[derive(Serialize)]
pub(super) struct Linkage<'a> {
    dimension: &'a str,
    outcome: &'a str,
    channel: Option<&'a str>,
    group: &'static str,
    wave: &'a str,
    n: usize,
    left_out: usize,
    mixed: usize,
    pairs: usize,
    spearman: Maybe<Named>,
    pearson: Maybe<Named>,
    kendall: Maybe<Named>,
    bca: Maybe<Bca>,
    permutation: Maybe<Permutation>,
    holm_p: Maybe<f64>,
    bh_p: Maybe<f64>,
    leave_one_out: Maybe<LeaveOneOut<'a>>,
    theil_sen: Maybe<Slope>,
    detectable: Maybe<f64>,
    verdict: &'static str,
    is_unusually_strong: bool,
    measures_disagree: bool,
    extras: Extras<'a>,
    points: Vec<Point<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    says: Option<Says>,
}

#[derive(Serialize)]
struct Bca {
    lo: f64,
    hi: f64,
    draws: usize,
    dropped: usize,
}

#[derive(Serialize)]
struct Permutation {
    p: f64,
    exact: bool,
}

#[derive(Serialize)]
struct LeaveOneOut<'a> {
    min: f64,
    max: f64,
    branch: &'a str,
    without: f64,
    is_robust: bool,
    cooks_max: f64,
}

#[derive(Serialize)]
struct Slope {
    slope: f64,
    lo: f64,
    hi: f64,
}

#[derive(Serialize)]
struct Point<'a> {
    branch: &'a str,
    staff: f64,
    customer: f64,
    interval: Maybe<Range>,
}

#[derive(Serialize)]
pub(super) struct Says {
    headline: String,
    detail: String,
}

#[derive(Serialize)]
pub(super) struct Comparison<'a> {
    wave: &'a str,
    dimension: &'a str,
    outcome: &'a str,
    channel: Option<&'a str>,
    n: usize,
    contact: Maybe<Named>,
    back_office: Maybe<Named>,
    difference: Maybe<ZouInterval>,
    steiger: Maybe<Steiger>,
    is_settled: bool,
}

#[derive(Serialize)]
struct ZouInterval {
    value: f64,
    lo: f64,
    hi: f64,
}

#[derive(Serialize)]
struct Steiger {
    z: f64,
    p: f64,
}

pub(super) fn waves(findings: &Findings) -> Vec<Wave<'_>> {
    let each = findings.waves.iter().map(|wave| Wave {
        code: wave.wave.code.as_str(),
        name: &wave.wave.name,
        questionnaire: &wave.wave.questionnaire,
        source: match wave.source {
            Source::Sheets => "sheets",
            Source::Blocks => "blocks",
            Source::Means => "means",
        },
        pairs: wave.pairs,
        headline: shape::optional(wave.headline, "no_pairs"),
        divergences_by_chance: wave.divergences_by_chance,
    });
    each.collect()
}

pub(super) fn customers(findings: &Findings) -> Vec<Customer<'_>> {
    let mut all = Vec::new();
    for wave in &findings.waves {
        for (outcome, found) in findings.outcomes.iter().zip(&wave.customers) {
            let branches = findings
                .branches
                .iter()
                .enumerate()
                .map(|(position, branch)| {
                    let figure = found.branches.get(position).and_then(Option::as_ref);
                    let change = found.branch_changes.get(position).and_then(Option::as_ref);
                    BranchFigure {
                        code: branch.code.as_str(),
                        figure: customer_figure(figure),
                        shrunken: company::shrunken(Some(&found.shrunken), Some(position)),
                        change: shape::optional(change.map(shape::difference), "not_computed"),
                    }
                });
            all.push(Customer {
                wave: wave.wave.code.as_str(),
                outcome: Outcome {
                    measure: measure(outcome),
                    channel: channel(outcome),
                },
                company: customer_figure(found.company.as_ref()),
                change: shape::optional(
                    found.change.as_ref().map(shape::difference),
                    "not_computed",
                ),
                shrinkage: company::spread(Some(&found.shrunken)),
                branches: branches.collect(),
            });
        }
    }
    all
}

fn customer_figure(figure: Option<&CustomerFigure>) -> Maybe<Figure> {
    let shaped = figure.map(|figure| Figure {
        value: figure.value,
        interval: shape::range(figure.interval),
        n: shape::optional(figure.n, "not_delivered"),
        counts: shape::optional(figure.counts, "not_counted"),
    });
    shape::optional(shaped, "no_data")
}

pub(super) fn measure(outcome: &OutcomeInfo) -> &str {
    outcome.measure.as_str()
}

pub(super) fn channel(outcome: &OutcomeInfo) -> Option<&str> {
    outcome.channel.as_ref().map(crate::domain::Channel::as_str)
}

pub(super) fn dimension_id(findings: &Findings, position: usize) -> &str {
    findings
        .dimensions
        .get(position)
        .map_or("", |found| found.id.as_str())
}

pub(super) fn branch_code(findings: &Findings, position: usize) -> &str {
    findings
        .branches
        .get(position)
        .map_or("", |found| found.code.as_str())
}

pub(super) fn linkage(findings: &Findings, lang: Option<Lang>) -> Vec<Linkage<'_>> {
    let mut all = Vec::new();
    for wave in &findings.waves {
        for link in &wave.links {
            let Some(outcome) = findings.outcomes.get(link.outcome) else {
                continue;
            };
            let says = lang.map(|lang| says(phrases::verdict(lang, findings, link, wave.pairs)));
            all.push(Linkage {
                says,
                ..pair(findings, wave, link, outcome)
            });
        }
        for link in &wave.level_links {
            let outcome = findings.outcomes.get(link.outcome);
            all.extend(outcome.map(|outcome| Linkage {
                dimension: COMPETENCY_LEVEL,
                ..pair(findings, wave, link, outcome)
            }));
        }
    }
    all
}

fn pair<'a>(
    findings: &'a Findings,
    wave: &'a WaveFindings,
    link: &Link,
    outcome: &'a OutcomeInfo,
) -> Linkage<'a> {
    Linkage {
        dimension: dimension_id(findings, link.dimension),
        outcome: measure(outcome),
        channel: channel(outcome),
        group: link.audience.code(),
        wave: wave.wave.code.as_str(),
        n: link.points.len(),
        left_out: link.left_out,
        mixed: link.mixed,
        pairs: wave.pairs,
        spearman: shape::coefficient("rho", link.spearman),
        pearson: shape::coefficient("r", link.pearson),
        kendall: shape::coefficient("tau", link.kendall),
        bca: shape::statistic(link.bca, |(lo, hi, draws, dropped)| Bca {
            lo,
            hi,
            draws,
            dropped,
        }),
        permutation: shape::statistic(link.permutation, |(p, exact)| Permutation { p, exact }),
        holm_p: shape::optional(link.holm_p, "not_computed"),
        bh_p: shape::optional(link.bh_p, "not_computed"),
        leave_one_out: shape::statistic(link.influence, |found| leave_one_out(findings, &found)),
        theil_sen: shape::statistic(link.theil_sen, |(slope, lo, hi)| Slope { slope, lo, hi }),
        detectable: shape::optional(link.detectable, "not_computed"),
        verdict: verdict_code(link.verdict),
        is_unusually_strong: link.is_unusually_strong,
        measures_disagree: link.measures_disagree,
        extras: extras(findings, link),
        points: points(findings, link),
        says: None,
    }
}

fn leave_one_out<'a>(findings: &'a Findings, found: &Influence) -> LeaveOneOut<'a> {
    LeaveOneOut {
        min: found.min,
        max: found.max,
        branch: branch_code(findings, found.branch),
        without: found.without,
        is_robust: found.is_robust,
        cooks_max: found.cooks_max,
    }
}

fn points<'a>(findings: &'a Findings, link: &Link) -> Vec<Point<'a>> {
    let each = link.points.iter().map(|point| Point {
        branch: branch_code(findings, point.branch),
        staff: point.staff,
        customer: point.customer,
        interval: shape::range(point.interval),
    });
    each.collect()
}

fn verdict_code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::TooFew => "too_few",
        Verdict::Description => "description",
        Verdict::NotSeen => "not_seen",
        Verdict::OneBranch(..) => "one_branch",
        Verdict::Positive => "positive",
        Verdict::Negative => "negative",
        Verdict::Undefined(_) => "undefined",
    }
}

pub(super) fn says(sentence: Sentence) -> Says {
    let Sentence { headline, detail } = sentence;
    Says { headline, detail }
}

pub(super) fn comparisons(findings: &Findings) -> Vec<Comparison<'_>> {
    let mut all = Vec::new();
    for wave in &findings.waves {
        for found in &wave.comparisons {
            let Some(outcome) = findings.outcomes.get(found.outcome) else {
                continue;
            };
            all.push(Comparison {
                wave: wave.wave.code.as_str(),
                dimension: dimension_id(findings, found.dimension),
                outcome: measure(outcome),
                channel: channel(outcome),
                n: found.n,
                contact: shape::coefficient("rho", found.contact),
                back_office: shape::coefficient("rho", found.back_office),
                difference: shape::statistic(found.difference, |(value, lo, hi)| ZouInterval {
                    value,
                    lo,
                    hi,
                }),
                steiger: shape::statistic(found.steiger, |(z, p)| Steiger { z, p }),
                is_settled: found.is_settled,
            });
        }
    }
    all
}
