//! The company against the wave before by several tests, engagement segments, and branch figures drawn
//! towards their mean, as JSON.

use serde::Serialize;

use super::shape::{self, Count, Maybe, Range};
use crate::analysis::{Between, Findings, ShareChange, Shrinkage, Tested, WaveTests};
use crate::disclosure::{Published, Segments};
use crate::stats::Undefined;

#[derive(Serialize)]
pub(super) struct Tests {
    welch: Maybe<Test>,
    clustered: Maybe<Test>,
    hedges_g: Maybe<f64>,
    cliff_delta: Maybe<f64>,
    matched: Maybe<Matched>,
    favourable: Maybe<Share>,
}

#[derive(Serialize)]
struct Test {
    difference: f64,
    lo: f64,
    hi: f64,
    p: f64,
}

#[derive(Serialize)]
struct Matched {
    branches: usize,
    difference: f64,
    lo: f64,
    hi: f64,
    p: f64,
}

#[derive(Serialize)]
struct Share {
    difference: f64,
    lo: f64,
    hi: f64,
    fisher_p: Maybe<f64>,
}

/// Tests of a dimension; none in the first wave.
pub(super) fn tests(found: Option<&WaveTests>) -> Maybe<Tests> {
    let tests = found.map(|found| Tests {
        welch: shape::statistic(found.welch, test),
        clustered: shape::statistic(found.clustered, test),
        hedges_g: shape::statistic(found.hedges, |g| g),
        cliff_delta: shape::statistic(found.cliff, |delta| delta),
        matched: shape::statistic(found.matched, |(found, branches)| Matched {
            branches,
            difference: found.difference,
            lo: found.low,
            hi: found.high,
            p: found.p,
        }),
        favourable: shape::statistic(found.favourable, share),
    });
    shape::optional(tests, "no_previous_wave")
}

fn test(found: Tested) -> Test {
    Test {
        difference: found.difference,
        lo: found.low,
        hi: found.high,
        p: found.p,
    }
}

fn share(found: ShareChange) -> Share {
    Share {
        difference: found.difference,
        lo: found.low,
        hi: found.high,
        fisher_p: shape::optional(found.fisher, "no_small_cell"),
    }
}

#[derive(Serialize)]
pub(super) struct Differing {
    branches: usize,
    icc1: Range,
    icc2: Range,
    f: f64,
    p: f64,
}

pub(super) fn between(found: Result<Between, Undefined>) -> Maybe<Differing> {
    let range = |(lo, hi)| Range { lo, hi };
    shape::statistic(found, |found| Differing {
        branches: found.branches,
        icc1: range(found.icc1),
        icc2: range(found.icc2),
        f: found.f,
        p: found.p,
    })
}

/// What was found of the spread of branches; the figures stand beside the raw ones.
#[derive(Serialize)]
pub(super) struct Spread {
    n: usize,
    tau_squared: f64,
    mean: f64,
    reliability: f64,
}

pub(super) fn spread(found: Option<&Result<Shrinkage, Undefined>>) -> Maybe<Spread> {
    let Some(found) = found else {
        return shape::optional(None, "not_computed");
    };
    let found = found.as_ref().map_err(|why| *why);
    shape::statistic(found, |found| Spread {
        n: found.n,
        tau_squared: found.tau_squared,
        mean: found.mean,
        reliability: found.reliability,
    })
}

/// The figure of a branch drawn towards the mean.
pub(super) fn shrunken(
    found: Option<&Result<Shrinkage, Undefined>>,
    branch: Option<usize>,
) -> Maybe<f64> {
    let values = found.and_then(|found| Some(&found.as_ref().ok()?.values));
    let value = values.zip(branch).and_then(|(values, at)| *values.get(at)?);
    shape::optional(value, "not_computed")
}

#[derive(Serialize)]
pub(super) struct SegmentsOf<'a> {
    wave: &'a str,
    group: &'static str,
    dimension: Option<&'a str>,
    engaged_from: f64,
    disengaged_to: f64,
    people: Maybe<People>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum People {
    Exact {
        n: Count,
        engaged: Segment,
        not_engaged: Segment,
        disengaged: Segment,
    },
    Band {
        n: Count,
        engaged: Band,
    },
}

#[derive(Serialize)]
struct Segment {
    share: f64,
    lo: f64,
    hi: f64,
}

#[derive(Serialize)]
struct Band {
    band_lo: f64,
    band_hi: f64,
}

/// Engagement segments per wave and group.
pub(super) fn segments(findings: &Findings) -> Vec<SegmentsOf<'_>> {
    let outcome = findings.dimensions.iter().find(|it| it.is_outcome);
    let mut all = Vec::new();
    for wave in &findings.waves {
        for found in &wave.audiences {
            all.push(SegmentsOf {
                wave: wave.wave.code.as_str(),
                group: found.audience.code(),
                dimension: outcome.map(|it| it.id.as_str()),
                engaged_from: 4.0,
                disengaged_to: 2.0,
                people: match &found.segments {
                    Published::Hidden(reason) => Maybe::Hidden {
                        hidden: reason.code(),
                    },
                    Published::Shown { value, n } => {
                        Maybe::Value(people(*value, shape::count(*n, findings.min_group)))
                    }
                },
            });
        }
    }
    all
}

fn people(value: Segments, n: Count) -> People {
    match value {
        Segments::Band { low, high } => People::Band {
            n,
            engaged: Band {
                band_lo: f64::from(low) / 100.0,
                band_hi: f64::from(high) / 100.0,
            },
        },
        Segments::Exact { shares, intervals } => {
            let part = |at: usize| Segment {
                share: shares[at],
                lo: intervals[at].0,
                hi: intervals[at].1,
            };
            People::Exact {
                n,
                engaged: part(0),
                not_engaged: part(1),
                disengaged: part(2),
            }
        }
    }
}
