//! Changes between waves.

use std::collections::BTreeMap;

use frontline::stats::aggregation::Group;
use frontline::stats::correlation::{Kind, coefficient};
use frontline::stats::descriptive::complete_pairs;
use frontline::stats::proportion::{Share, chi_squared, fisher_exact, newcombe, wilson};
use frontline::stats::waves::{
    Cluster, clustered, hedges, paired, rank_change, signed_rank, welch,
};

use super::{Computed, Data, Entry};

/// The two waves with gaps, matched by unit, and the cluster of each unit.
fn waves(name: &str, data: &Data) -> (Vec<Option<f64>>, Vec<Option<f64>>, Vec<String>) {
    if name == "univbct_12" {
        let table = data.table("univbct_wide");
        let cluster = table.text("BTN").iter().zip(table.text("COMPANY"));
        let cluster = cluster.map(|(a, b)| format!("{a} {b}")).collect();
        return (table.gaps("JOBSAT1"), table.gaps("JOBSAT2"), cluster);
    }
    let table = data.table("nyc_waves");
    let wave = |name: &str| -> BTreeMap<String, Option<f64>> {
        let part = table.only("wave", name);
        part.text("dbn")
            .iter()
            .cloned()
            .zip(part.gaps("collab_teachers"))
            .collect()
    };
    let (first, second) = (wave("2014-15"), wave("2015-16"));
    let mut units: Vec<&String> = first.keys().chain(second.keys()).collect();
    units.sort();
    units.dedup();
    let of = |wave: &BTreeMap<String, Option<f64>>| {
        units
            .iter()
            .map(|unit| wave.get(*unit).copied().flatten())
            .collect()
    };
    (
        of(&first),
        of(&second),
        units.iter().map(|u| (*u).clone()).collect(),
    )
}

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    if let Some(number) = entry.id.strip_prefix("fav_change_") {
        assert!(number == "1" || number == "4");
        return Some(favourable(entry.input()));
    }
    let (first, second, cluster) = waves(entry.data(), data);
    Some(match entry.statistic() {
        "unpaired" => unpaired(&first, &second),
        "paired" => matched(&first, &second),
        "cluster" => by_cluster(&first, &second, &cluster),
        _ => return None,
    })
}

fn favourable(input: &str) -> Computed {
    let side = |text: &str| {
        let (hits, n) = text.split_once('/').unwrap();
        Share::new(hits.parse().unwrap(), n.parse().unwrap()).unwrap()
    };
    let (first, second) = input.split_once(" -> ").unwrap();
    let (first, second) = (side(first), side(second));
    let (difference, range) = newcombe(first, second, 0.95).unwrap();
    let (statistic, p) = chi_squared(first, second).unwrap();
    Computed::new()
        .one("diff", difference)
        .one("chi2", statistic)
        .one("p", p)
        .range("wilson1", wilson(first, 0.95).unwrap())
        .range("wilson2", wilson(second, 0.95).unwrap())
        .range("newcombe", range)
        .one("fisher_p", fisher_exact(first, second))
}

fn unpaired(first: &[Option<f64>], second: &[Option<f64>]) -> Computed {
    let (first, second): (Vec<f64>, Vec<f64>) = (
        first.iter().flatten().copied().collect(),
        second.iter().flatten().copied().collect(),
    );
    let (a, b) = (Group::of(&first).unwrap(), Group::of(&second).unwrap());
    let (found, effect) = (welch(a, b, 0.95).unwrap(), hedges(a, b).unwrap());
    let ranks = rank_change(&first, &second).unwrap();
    Computed::new()
        .n("n1", a.n)
        .n("n2", b.n)
        .one("mean1", a.mean)
        .one("mean2", b.mean)
        .one("diff", found.difference)
        .one("t", found.t)
        .one("df", found.df)
        .one("p", found.p)
        .range("ci", found.interval)
        .one("d", effect.d)
        .one("g", effect.g)
        .one("W", ranks.w)
        .one("p_mw", ranks.p.unwrap())
        .one("cliff", ranks.cliff)
}

fn matched(first: &[Option<f64>], second: &[Option<f64>]) -> Computed {
    let (first, second) = complete_pairs(first, second);
    let found = paired(&first, &second, 0.95).unwrap();
    let (v, p) = signed_rank(&first, &second).unwrap();
    Computed::new()
        .n("n", first.len())
        .one("diff", found.change.difference)
        .one("t", found.change.t)
        .one("df", found.change.df)
        .one("p", found.change.p)
        .range("ci", found.change.interval)
        .one("dz", found.dz)
        .one("r12", coefficient(Kind::Pearson, &first, &second).unwrap())
        .one("V", v)
        .one("p_w", p)
}

fn by_cluster(first: &[Option<f64>], second: &[Option<f64>], names: &[String]) -> Computed {
    let mut clusters: BTreeMap<&String, Cluster> = BTreeMap::new();
    for ((a, b), name) in first.iter().zip(second).zip(names) {
        let cluster = clusters.entry(name).or_default();
        cluster.first_n += usize::from(a.is_some());
        cluster.first_sum += a.unwrap_or(0.0);
        cluster.second_n += usize::from(b.is_some());
        cluster.second_sum += b.unwrap_or(0.0);
    }
    let clusters: Vec<Cluster> = clusters.into_values().collect();
    let found = clustered(&clusters, 0.95).unwrap();
    let all = |side: &[Option<f64>]| {
        Group::of(&side.iter().flatten().copied().collect::<Vec<_>>()).unwrap()
    };
    let (a, b) = (all(first), all(second));
    let n = (a.n + b.n) as f64;
    let pooled = (a.sum_of_squares + b.sum_of_squares) / (n - 2.0);
    let naive = (pooled * (1.0 / a.n as f64 + 1.0 / b.n as f64)).sqrt();
    Computed::new()
        .one("diff", found.change.difference)
        .one("se_cluster", found.change.standard_error)
        .one("p", found.normal_p)
        .one("se_naive", naive)
        .n("G", found.clusters)
        .one("N", n)
}
