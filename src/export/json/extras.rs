//! The second looks at a link, as JSON.

use serde::Serialize;

use super::links::branch_code;
use super::shape::{self, Maybe, Named};
use crate::analysis::{
    Findings, LaggedLink, Link, LinkExtras, PartialLink, RegionSplit, Shrinkage,
};
use crate::stats::Undefined;

#[derive(Serialize)]
pub(super) struct Extras<'a> {
    weighted: Maybe<Weighted>,
    partial: Vec<Partial>,
    regions: Maybe<Regions>,
    corrected: Maybe<Corrected>,
    lagged: Maybe<Lagged>,
    staff: Maybe<Shrunken<'a>>,
    customers: Maybe<Shrunken<'a>>,
}

#[derive(Serialize)]
struct Weighted {
    r: f64,
    unweighted: f64,
    n: usize,
}

#[derive(Serialize)]
struct Partial {
    held: &'static str,
    n: usize,
    spearman: Maybe<Named>,
    pearson: Maybe<Named>,
}

#[derive(Serialize)]
struct Regions {
    n: usize,
    regions: usize,
    total: f64,
    within: Maybe<f64>,
    between: Maybe<f64>,
}

#[derive(Serialize)]
struct Corrected {
    r: f64,
    is_capped: bool,
    staff_reliability: f64,
    customer_reliability: f64,
}

#[derive(Serialize)]
struct Lagged {
    n: usize,
    staff_to_customers: f64,
    customers_to_staff: f64,
    wave_before: f64,
    this_wave: f64,
    staff_stability: f64,
    customers_stability: f64,
    changes: Maybe<f64>,
    staff_path: Maybe<Path>,
    customers_path: Maybe<Path>,
    difference: Maybe<Difference>,
}

#[derive(Serialize)]
struct Path {
    beta: f64,
    p: f64,
}

#[derive(Serialize)]
struct Difference {
    z: f64,
    p: f64,
}

#[derive(Serialize)]
struct Shrunken<'a> {
    n: usize,
    tau_squared: f64,
    mean: f64,
    reliability: f64,
    values: Vec<Value<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    branch: &'a str,
    value: f64,
}

pub(super) fn extras<'a>(findings: &'a Findings, link: &Link) -> Extras<'a> {
    let LinkExtras {
        weighted,
        partial,
        regions,
        corrected,
        lagged,
        staff,
        customers,
    } = &link.extras;
    let shrunken = |found: &Result<Shrinkage, Undefined>| {
        shape::statistic(found.as_ref().map_err(|why| *why), |found| {
            self::shrunken(findings, link, found)
        })
    };
    Extras {
        weighted: shape::statistic(*weighted, |found| Weighted {
            r: found.weighted,
            unweighted: found.unweighted,
            n: found.n,
        }),
        partial: partial.iter().map(self::partial).collect(),
        regions: match regions {
            None => shape::optional(None, "no_regions"),
            Some(found) => shape::statistic(*found, split),
        },
        corrected: shape::statistic(*corrected, |found| Corrected {
            r: found.value,
            is_capped: found.is_capped,
            staff_reliability: found.staff,
            customer_reliability: found.customers,
        }),
        lagged: match lagged {
            None => shape::optional(None, "no_previous_wave"),
            Some(found) => shape::statistic(*found, self::lagged),
        },
        staff: shrunken(staff),
        customers: shrunken(customers),
    }
}

fn partial(found: &PartialLink) -> Partial {
    Partial {
        held: found.held.code(),
        n: found.n,
        spearman: shape::coefficient("rho", found.rho),
        pearson: shape::coefficient("r", found.r),
    }
}

fn split(found: RegionSplit) -> Regions {
    Regions {
        n: found.n,
        regions: found.regions,
        total: found.total,
        within: shape::statistic(found.within, |r| r),
        between: shape::statistic(found.between, |r| r),
    }
}

fn lagged(found: LaggedLink) -> Lagged {
    // Below 30 branches the figures are shown and nothing is tested.
    let few = Undefined::TooFew {
        n: found.n,
        need: crate::analysis::TEST_LAG_FROM,
    };
    let tests = found.tests.ok_or(few);
    let path =
        |it: Result<(f64, f64), Undefined>| shape::statistic(it, |(beta, p)| Path { beta, p });
    Lagged {
        n: found.n,
        staff_to_customers: found.staff_to_customers,
        customers_to_staff: found.customers_to_staff,
        wave_before: found.same_wave.0,
        this_wave: found.same_wave.1,
        staff_stability: found.staff_stability,
        customers_stability: found.customers_stability,
        changes: shape::statistic(found.changes, |r| r),
        staff_path: path(tests.and_then(|it| it.staff_path)),
        customers_path: path(tests.and_then(|it| it.customers_path)),
        difference: shape::statistic(tests.and_then(|it| it.difference), |(z, p)| Difference {
            z,
            p,
        }),
    }
}

/// The best guesses of the branches of the link.
fn shrunken<'a>(findings: &'a Findings, link: &Link, found: &Shrinkage) -> Shrunken<'a> {
    let values = link.points.iter().filter_map(|point| {
        let value = (*found.values.get(point.branch)?)?;
        Some(Value {
            branch: branch_code(findings, point.branch),
            value,
        })
    });
    Shrunken {
        n: found.n,
        tau_squared: found.tau_squared,
        mean: found.mean,
        reliability: found.reliability,
        values: values.collect(),
    }
}
