//! ICC and agreement inside groups.

use frontline::stats::aggregation::{Group, anova};
use frontline::stats::agreement_within::{
    Center, average_deviation, awg_j, item_variances, rwg_j, rwg_j_lindell, uniform_variance,
};
use frontline::stats::descriptive::{mean, median};
use frontline::stats::shrinkage::components;

use super::super::table::by_group;
use super::{Computed, Data, Entry};

/// The groups of a data set, by name.
pub(crate) fn groups(name: &str, data: &Data) -> Vec<(String, Vec<f64>)> {
    let (table, group, value) = match name {
        "bh1996_HRS" => ("bh1996", "GRP", "HRS"),
        "bh1996_LEAD" => ("bh1996", "GRP", "LEAD"),
        "lq_LEAD" => ("lq2002", "COMPID", "LEAD"),
        _ => ("klein2000", "GRPID", "JOBSAT"),
    };
    let table = data.table(table);
    by_group(table.text(group), &table.numbers(value))
}

/// Items by group: for each group its complete columns.
fn item_groups(name: &str, data: &Data) -> Vec<(String, Vec<Vec<f64>>)> {
    let (table, heads): (_, Vec<String>) = match name {
        "lq_lead" => (
            data.table("lq2002"),
            (1..=11).map(|i| format!("LEAD{i:02}")).collect(),
        ),
        "lq_lead1" => (data.table("lq2002"), vec!["LEAD".to_owned()]),
        _ => (
            data.table("cohesion"),
            (1..=5).map(|i| format!("COH{i:02}")).collect(),
        ),
    };
    let names: Vec<String> = if name == "cohesion" {
        let (unit, platoon) = (table.text("UNIT"), table.text("PLATOON"));
        unit.iter()
            .zip(platoon)
            .map(|(a, b)| format!("{a} {b}"))
            .collect()
    } else {
        table.text("COMPID").to_vec()
    };
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let places: Vec<f64> = (0..names.len()).map(|i| i as f64).collect();
    by_group(&names, &places)
        .into_iter()
        .map(|(name, rows)| {
            let part = table.filter(|row| rows.contains(&(row as f64)));
            (name, part.complete(&heads))
        })
        .collect()
}

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    match entry.statistic() {
        "anova" | "icc_ci" | "reml" => Some(variances(entry, data)),
        "rwgj" | "rwg" | "rwgj_lindell" | "ADm" | "awg" => Some(within(entry, data)),
        _ => None,
    }
}

fn variances(entry: &Entry, data: &Data) -> Computed {
    let groups: Vec<Group> = groups(entry.data(), data)
        .iter()
        .map(|(_, v)| Group::of(v).unwrap())
        .collect();
    let table = anova(&groups).unwrap();
    match entry.statistic() {
        "anova" => Computed::new()
            .n("N", table.n)
            .n("groups", table.groups)
            .one("MSB", table.between)
            .one("MSW", table.within)
            .one("F", table.f)
            .one("p", table.p)
            .one("eta2", table.eta_squared)
            .one("mean_group_size", table.mean_size)
            .one("n0", table.effective_size)
            .one("harmonic_n", table.harmonic_size)
            .one("ICC1", table.icc1())
            .one("ICC2", table.icc2().unwrap())
            .one("ICC1_n0", table.icc1_with(table.effective_size)),
        "icc_ci" => {
            let (one, two) = table.icc_intervals(0.95).unwrap();
            Computed::new().range("icc1", one).range("icc2", two)
        }
        _ => {
            let found = components(&groups).unwrap();
            Computed::new()
                .one("tau2", found.tau_squared)
                .one("sigma2", found.sigma_squared)
                .one("icc", found.icc)
                .one("grand_mean", found.mean)
        }
    }
}

fn within(entry: &Entry, data: &Data) -> Computed {
    let groups = item_groups(entry.data(), data);
    let null = uniform_variance(5).unwrap();
    let index = |columns: &[Vec<f64>]| {
        let items: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let variances = item_variances(&items);
        match entry.statistic() {
            "rwgj" | "rwg" => rwg_j(&variances.unwrap(), null).unwrap(),
            "rwgj_lindell" => rwg_j_lindell(&variances.unwrap(), null).unwrap(),
            "ADm" => average_deviation(&items, Center::Mean).unwrap(),
            _ => awg_j(&items, 1.0, 5.0).unwrap(),
        }
    };
    let values: Vec<f64> = groups.iter().map(|(_, columns)| index(columns)).collect();
    let sizes = groups.iter().map(|(_, columns)| columns[0].len() as f64);
    let first = entry.numbers("first").len();
    let found = Computed::new()
        .one("mean", mean(&values).unwrap())
        .one("median", median(&values).unwrap())
        .n("n_groups", values.len())
        .one(
            "share_ge_.70",
            values.iter().filter(|v| **v >= 0.7).count() as f64 / values.len() as f64,
        );
    let has_sizes = entry.statistic().starts_with("rwg") && entry.statistic() != "rwgj_lindell";
    if has_sizes {
        let half = first / 2;
        found.many(
            "first",
            values.iter().copied().take(half).chain(sizes.take(half)),
        )
    } else {
        found.many("first", values.into_iter().take(first))
    }
}
