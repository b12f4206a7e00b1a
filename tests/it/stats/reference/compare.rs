//! Differences of correlations, many tests, power.

use std::collections::BTreeMap;

use frontline::stats::Undefined;
use frontline::stats::compare::{Overlapping, independent};
use frontline::stats::correlation::{Kind, coefficient};
use frontline::stats::ecological::{pool, within_between};
use frontline::stats::lagged::{TwoWaves, lagged};
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
        "within_between" => regions(entry, data),
        "pooled_r" => {
            let table = data.table("nyc2015_linkage");
            let sides: Vec<(f64, usize)> = ["Manhattan", "Bronx"]
                .iter()
                .map(|borough| {
                    let part = table.only("borough", borough);
                    let columns = part.complete(&["t_influence", "s_support"]);
                    let r = coefficient(Kind::Pearson, &columns[0], &columns[1]).unwrap();
                    (r, columns[0].len())
                })
                .collect();
            let found = pool(&sides, 0.95).unwrap();
            Computed::new()
                .n("k", sides.len())
                .many("r", sides.iter().map(|s| s.0))
                .many("n", sides.iter().map(|s| s.1 as f64))
                .one("r_fe", found.common)
                .range("ci_fe", found.interval)
                .one("Q", found.q)
                .one("Qp", found.q_p)
                .one("tau2", found.tau_squared)
                .one("r_dl", found.random)
        }
        "lag" => lag(data),
        _ => return None,
    })
}

fn regions(entry: &Entry, data: &Data) -> Computed {
    let (columns, names) = if entry.data() == "bh1996hl" {
        let table = data.table("bh1996");
        (table.complete(&["HRS", "LEAD"]), table.text("GRP").to_vec())
    } else {
        let table = data.table("nyc2011_gened");
        let (x, y) = (table.gaps("com_t_11"), table.gaps("com_p_11"));
        let part = table.filter(|row| x[row].is_some() && y[row].is_some());
        (
            part.complete(&["com_t_11", "com_p_11"]),
            part.text("borough").to_vec(),
        )
    };
    let mut known: Vec<&String> = names.iter().collect();
    known.sort();
    known.dedup();
    let place: Vec<usize> = names
        .iter()
        .map(|n| known.binary_search(&n).unwrap())
        .collect();
    let found = within_between(&columns[0], &columns[1], &place).unwrap();
    let computed = Computed::new()
        .one("total", found.total)
        .one("within", found.within.unwrap())
        .one("eta2_x", found.eta_x)
        .one("eta2_y", found.eta_y);
    if known.len() == 2 {
        assert_eq!(found.between, Err(Undefined::TooFew { n: 2, need: 3 }));
        return computed;
    }
    computed
        .one("between_weighted", found.between.unwrap())
        .one("group_means", found.of_means.unwrap())
}

fn lag(data: &Data) -> Computed {
    let table = data.table("nyc_waves");
    let wave = |name: &str| -> BTreeMap<String, [Option<f64>; 2]> {
        let part = table.only("wave", name);
        let sides = part
            .gaps("collab_teachers")
            .into_iter()
            .zip(part.gaps("student_attendance"));
        part.text("dbn")
            .iter()
            .cloned()
            .zip(sides.map(|(s, c)| [s, c]))
            .collect()
    };
    let (first, second) = (wave("2015-16"), wave("2016-17"));
    let mut columns: [Vec<f64>; 4] = Default::default();
    for (unit, [s1, c1]) in &first {
        let Some([s2, c2]) = second.get(unit) else {
            continue;
        };
        let row = [*s1, *c1, *s2, *c2];
        if row.iter().all(Option::is_some) {
            columns
                .iter_mut()
                .zip(row)
                .for_each(|(column, value)| column.extend(value));
        }
    }
    let found = lagged(TwoWaves {
        staff_first: &columns[0],
        customers_first: &columns[1],
        staff_second: &columns[2],
        customers_second: &columns[3],
    })
    .unwrap();
    let (staff, customers) = (found.staff_path.unwrap(), found.customers_path.unwrap());
    let zpf = found.difference.unwrap();
    Computed::new()
        .n("n", found.n)
        .one("r_s1c2", found.staff_to_customers)
        .one("r_c1s2", found.customers_to_staff)
        .one("r_s1c1", found.first_wave)
        .one("r_s2c2", found.second_wave)
        .one("stab_s", found.staff_stability)
        .one("stab_c", found.customers_stability)
        .one("beta_s1_to_c2", staff.beta)
        .one("se", staff.error)
        .one("p", staff.p)
        .one("beta_c1_to_s2", customers.beta)
        .one("se2", customers.error)
        .one("p2", customers.p)
        .one("zpf", zpf.statistic)
        .one("zpf_p", zpf.p)
        .one("r_change", found.changes.unwrap())
        .one("r_partial_change", found.beyond_first.unwrap())
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
