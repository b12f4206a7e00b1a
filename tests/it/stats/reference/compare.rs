//! Differences of correlations, many tests, power.

use frontline::stats::compare::{Overlapping, independent};
use frontline::stats::correlation::{Kind, coefficient};
use frontline::stats::multiple::{Method, adjust};
use frontline::stats::power::{pairs_needed, smallest_noticed};

use super::{Computed, Data, Entry};

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    Some(match entry.statistic() {
        "dep_overlap" => overlapping(entry, data),
        "indep" => {
            let side = |borough: &str| {
                let (x, y) = data.pair(&format!("nyc15_{borough}_commit_strust"));
                (coefficient(Kind::Pearson, &x, &y).unwrap(), x.len())
            };
            let (first, second) = (side("Manhattan"), side("Bronx"));
            let (_, range, test) = independent(Kind::Pearson, first, second, 0.95).unwrap();
            Computed::new()
                .one("r1", first.0)
                .n("n1", first.1)
                .one("r2", second.0)
                .n("n2", second.1)
                .one("z", test.statistic)
                .one("p", test.p)
                .range("zou_ci", range)
        }
        "bh_mcdonald25" => {
            let p: Vec<Option<f64>> = entry.listed().into_iter().map(Some).collect();
            let all = |method| {
                adjust(method, &p)
                    .unwrap()
                    .p
                    .into_iter()
                    .map(Option::unwrap)
            };
            Computed::new()
                .many("bonferroni", all(Method::Bonferroni))
                .many("holm", all(Method::Holm))
                .many("hochberg", all(Method::Hochberg))
                .many("BH", all(Method::BenjaminiHochberg))
                .many("BY", all(Method::BenjaminiYekutieli))
        }
        "mde80" => {
            let sizes = entry.listed();
            let smallest = |n: &f64| smallest_noticed(*n as usize, 0.05, 0.8).unwrap();
            let found: Vec<f64> = sizes.iter().map(smallest).collect();
            Computed::new().many("n", sizes).many("r", found)
        }
        "n_for_r" => {
            let sizes = entry.listed();
            let found: Vec<f64> = sizes
                .iter()
                .map(|r| pairs_needed(*r, 0.05, 0.8).unwrap())
                .collect();
            Computed::new().many("r", sizes).many("n", found)
        }
        _ => return None,
    })
}

fn overlapping(entry: &Entry, data: &Data) -> Computed {
    let columns = if entry.data().starts_with("att") {
        data.table("attitude")
            .complete(&["rating", "complaints", "learning"])
    } else {
        let table = data.table("nyc2015_linkage").only("borough", "Bronx");
        table.complete(&["s_support", "t_influence", "t_reflective"])
    };
    let r = |i: usize, j: usize| coefficient(Kind::Pearson, &columns[i], &columns[j]).unwrap();
    let pair = Overlapping {
        n: columns[0].len(),
        ya: r(0, 1),
        yb: r(0, 2),
        ab: r(1, 2),
    };
    let (steiger, meng) = (pair.steiger().unwrap(), pair.meng().unwrap());
    let williams = pair.williams().unwrap();
    let (_, range) = pair.difference(Kind::Pearson, 0.95).unwrap();
    Computed::new()
        .n("n", pair.n)
        .one("r_ya", pair.ya)
        .one("r_yb", pair.yb)
        .one("r_ab", pair.ab)
        .one("steiger_z", steiger.statistic)
        .one("steiger_p", steiger.p)
        .one("meng_z", meng.statistic)
        .one("meng_p", meng.p)
        .one("williams_t", williams.statistic)
        .one("williams_p", williams.p)
        .range("zou_ci", range)
}
