//! Drivers of an outcome.

use frontline::stats::drivers::{Driver, Moments, drivers};

use super::{Computed, Data, Entry};

/// The predictors and, last, the outcome.
fn columns(entry: &Entry, data: &Data) -> Vec<Vec<f64>> {
    let mut heads: Vec<&str> = entry.value["predictors"]
        .as_array()
        .expect("predictors")
        .iter()
        .map(|name| name.as_str().expect("name"))
        .collect();
    let (table, outcome) = match entry.data() {
        "attitude" => (data.table("attitude"), "rating"),
        "mtcars" => (data.table("mtcars"), "mpg"),
        "swiss" => (data.table("swiss"), "Fertility"),
        _ => (
            data.table("nyc2015_linkage").only("borough", "Bronx"),
            "t_commitment",
        ),
    };
    heads.push(outcome);
    table.complete(&heads)
}

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    let columns = columns(entry, data);
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let found = drivers(&Moments::of(&slices).unwrap()).unwrap();
    let all = |value: fn(&Driver) -> f64| found.drivers.iter().map(value).collect::<Vec<_>>();
    let share = 100.0 / found.r_squared;
    Some(
        Computed::new()
            .n("n", found.n)
            .one("R2", found.r_squared)
            .one("adjR2", found.adjusted)
            .many("r", all(|d| d.r))
            .many("beta", all(|d| d.beta))
            .many("t", all(|d| d.t.unwrap()))
            .many("p", all(|d| d.p.unwrap()))
            .many("VIF", all(|d| d.inflation))
            .many("rw_raw", all(|d| d.relative_weight))
            .many(
                "rw_pct",
                all(|d| d.relative_weight).into_iter().map(|w| w * share),
            )
            .many("rw_tool", all(|d| d.relative_weight))
            .many("lmg", all(|d| d.shapley.unwrap()))
            .many("last", all(|d| d.unique))
            .many("pratt", all(|d| d.pratt)),
    )
}
