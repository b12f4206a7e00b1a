//! Calibration of a round as JSON: how raters use the levels, and how far they agree.

use std::collections::HashMap;

use serde::Serialize;

use super::ratings::{Maybe, OwnGap, Range, maybe, own_gap, range};
use crate::analysis::ratings::{Coefficient, Rated, RaterLine, RoundFindings, SeverityVerdict};
use crate::domain::rating::{Person, PersonId, Rater};

#[derive(Serialize)]
pub(super) struct Calibration<'a> {
    rating_sd: Maybe<f64>,
    kappa_self_manager: Maybe<Agreed>,
    krippendorff_alpha: Maybe<Agreed>,
    gwet_ac2: Maybe<Agreed>,
    icc_1k: Maybe<Agreed>,
    icc_ak_manager_peers: Maybe<Agreed>,
    rwg_median: Maybe<Agreed>,
    self_gap: Maybe<OwnGap>,
    raters: Vec<RaterEntry<'a>>,
}

#[derive(Serialize)]
struct Agreed {
    value: f64,
    interval: Maybe<Range>,
    n: usize,
}

fn coefficient(value: &Rated<Coefficient>) -> Maybe<Agreed> {
    maybe(value, |found| Agreed {
        value: found.value,
        interval: range(&found.interval),
        n: found.n,
    })
}

#[derive(Serialize)]
struct RaterEntry<'a> {
    rater: &'a str,
    source: &'static str,
    rated: usize,
    severity: Maybe<SeverityFigure>,
    adjusted_severity: Maybe<f64>,
    r_with_others: Maybe<f64>,
    levels_given: [usize; 5],
    is_narrow: Maybe<bool>,
    halo_within_sd: Maybe<f64>,
    looks_like_halo: Maybe<bool>,
    straight: usize,
    straight_of: usize,
}

#[derive(Serialize)]
struct SeverityFigure {
    difference: f64,
    interval: Maybe<Range>,
    common: usize,
    bh_p: Maybe<f64>,
    verdict: &'static str,
}

pub(super) fn calibration<'a>(
    findings: &'a RoundFindings,
    known: &HashMap<PersonId, &'a Person>,
) -> Calibration<'a> {
    let found = &findings.calibration;
    let agreement = &found.agreement;
    Calibration {
        rating_sd: maybe(&found.rating_sd, |sd| *sd),
        kappa_self_manager: coefficient(&agreement.kappa),
        krippendorff_alpha: coefficient(&agreement.alpha),
        gwet_ac2: coefficient(&agreement.ac2),
        icc_1k: coefficient(&agreement.icc1k),
        icc_ak_manager_peers: coefficient(&agreement.icc_ak),
        rwg_median: coefficient(&agreement.rwg),
        self_gap: own_gap(&found.self_gap),
        raters: found.raters.iter().map(|line| rater(line, known)).collect(),
    }
}

fn rater<'a>(line: &'a RaterLine, known: &HashMap<PersonId, &'a Person>) -> RaterEntry<'a> {
    RaterEntry {
        rater: match &line.rater {
            Rater::Person(person) => known.get(person).map_or("", |person| &person.name),
            Rater::Shopper(name) => name,
            Rater::Erased => "",
        },
        source: line.source.code(),
        rated: line.rated,
        severity: maybe(&line.severity, |found| SeverityFigure {
            difference: found.difference,
            interval: range(&found.interval),
            common: found.common,
            bh_p: maybe(&found.p, |p| *p),
            verdict: match found.verdict {
                SeverityVerdict::Strict => "strict",
                SeverityVerdict::Lenient => "lenient",
                SeverityVerdict::Even => "even",
            },
        }),
        adjusted_severity: maybe(&line.adjusted, |effect| *effect),
        r_with_others: maybe(&line.r_with_others, |r| *r),
        levels_given: line.distribution,
        is_narrow: maybe(&line.range, |range| range.is_narrow),
        halo_within_sd: maybe(&line.halo, |halo| halo.within_sd),
        looks_like_halo: maybe(&line.halo, |halo| halo.is_high),
        straight: line.straight.0,
        straight_of: line.straight.1,
    }
}
