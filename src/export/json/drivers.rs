//! What goes with engagement and with NPS.

use serde::Serialize;

use super::links::{Says, dimension_id, says};
use super::shape::{self, Maybe, Range, UndefinedReason, reason};
use crate::analysis::{DriverLine, DriverModel, Findings, NoModel, WaveFindings};
use crate::domain::{Audience, Lang};
use crate::phrases::{self, Sentence};

#[derive(Serialize)]
pub(super) struct Drivers<'a> {
    wave: &'a str,
    group: &'static str,
    outcome: &'static str,
    dimension: Option<&'a str>,
    model: Maybe<Model<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    single: Option<Vec<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    says: Option<Says>,
}

#[derive(Serialize)]
struct Model<'a> {
    n: usize,
    r_squared: f64,
    adjusted: f64,
    mean_inter_driver_r: Maybe<f64>,
    largest_vif: f64,
    shares_by: &'static str,
    draws: usize,
    dropped: usize,
    drivers: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    rank: usize,
    dimension: &'a str,
    share: f64,
    interval: Maybe<Range>,
    relative_weight: f64,
    mean: f64,
    r: f64,
    beta: f64,
    vif: f64,
    is_suppressor: bool,
}

pub(super) fn drivers(findings: &Findings, lang: Option<Lang>) -> Vec<Drivers<'_>> {
    let mut all = Vec::new();
    // Positions in `linkage` count over all waves; those of the findings count within one.
    let mut before = 0;
    for wave in &findings.waves {
        let sentence = |sentence: &dyn Fn(Lang) -> Sentence| lang.map(|lang| says(sentence(lang)));
        for found in &wave.drivers.engagement {
            let row = Drivers {
                dimension: found.dimension.map(|at| dimension_id(findings, at)),
                says: sentence(&|lang| phrases::drivers(lang, findings, found)),
                ..row(findings, wave, found.audience, &found.model)
            };
            all.push(row);
        }
        for found in &wave.drivers.nps {
            let row = Drivers {
                outcome: "nps",
                single: Some(found.single.iter().map(|at| at + before).collect()),
                says: sentence(&|lang| phrases::nps_drivers(lang, findings, wave, found)),
                ..row(findings, wave, found.audience, &found.model)
            };
            all.push(row);
        }
        before += wave.links.len();
    }
    all
}

fn row<'a>(
    findings: &'a Findings,
    wave: &'a WaveFindings,
    audience: Audience,
    found: &Result<DriverModel, NoModel>,
) -> Drivers<'a> {
    Drivers {
        wave: wave.wave.code.as_str(),
        group: audience.code(),
        outcome: "engagement",
        dimension: None,
        model: match found {
            Ok(found) => Maybe::Value(model(findings, found)),
            Err(why) => none(*why),
        },
        single: None,
        says: None,
    }
}

fn model<'a>(findings: &'a Findings, found: &DriverModel) -> Model<'a> {
    let (draws, dropped) = found.draws.unwrap_or_default();
    let lines = (1..).zip(&found.lines);
    Model {
        n: found.n,
        r_squared: found.r_squared,
        adjusted: found.adjusted,
        mean_inter_driver_r: shape::optional(found.mean_inter_driver, "one_driver"),
        largest_vif: found.largest_vif,
        shares_by: found.shares_by.code(),
        draws,
        dropped,
        drivers: lines.map(|(rank, it)| line(findings, rank, it)).collect(),
    }
}

fn line<'a>(findings: &'a Findings, rank: usize, found: &DriverLine) -> Line<'a> {
    Line {
        rank,
        dimension: dimension_id(findings, found.dimension),
        share: found.share,
        interval: shape::statistic(found.interval, |(lo, hi)| Range { lo, hi }),
        relative_weight: found.relative_weight,
        mean: found.mean,
        r: found.r,
        beta: found.beta,
        vif: found.vif,
        is_suppressor: found.is_suppressor,
    }
}

fn none<T>(why: NoModel) -> Maybe<T> {
    let counted = |undefined, n: Option<usize>, need: usize| UndefinedReason {
        undefined,
        n,
        need: Some(need),
    };
    Maybe::Undefined(match why {
        NoModel::Hidden(reason) => {
            return Maybe::Hidden {
                hidden: reason.code(),
            };
        }
        NoModel::Undefined(undefined) => shape::undefined_reason(undefined),
        NoModel::Blocks => reason("blocks"),
        NoModel::Means => reason("means"),
        NoModel::NothingToCompare => reason("nothing_to_compare"),
        NoModel::NoCustomers => reason("no_customers"),
        NoModel::TooFewPersons { need } => counted("too_few_persons", None, need),
        NoModel::TooFewBranches { n, need } => counted("too_few_branches", Some(n), need),
    })
}
