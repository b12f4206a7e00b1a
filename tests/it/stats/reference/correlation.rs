//! Correlations, also partial, weighted and corrected.

use frontline::stats::attenuation::correct;
use frontline::stats::correlation::{Kind, correlate, t_statistic};
use frontline::stats::kendall::tau_b;
use frontline::stats::partial::partial;
use frontline::stats::weighted::weighted_r;

use super::{Computed, Data, Entry};

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    match entry.statistic() {
        "pearson" | "spearman" | "kendall" => {
            let (x, y) = data.pair(entry.data());
            Some(plain(entry.statistic(), &x, &y))
        }
        "statpsych_spear" => {
            let column = |name: &str| -> Vec<f64> {
                let list = entry
                    .dataset
                    .split("; ")
                    .find_map(|part| part.strip_prefix(name));
                list.unwrap()
                    .split(',')
                    .map(|v| v.parse().unwrap())
                    .collect()
            };
            let (x, y) = (column("y="), column("x="));
            let found = correlate(Kind::Spearman, &x, &y, 0.95).unwrap();
            let n = x.len() as f64;
            let error = (1.0 - found.value.powi(2))
                * ((1.0 + found.value.powi(2) / 2.0) / (n - 3.0)).sqrt();
            Some(
                Computed::new()
                    .one("rho", found.value)
                    .range("ci", found.interval.unwrap())
                    .one("se", error),
            )
        }
        "partial_pearson" => Some(held_constant(Kind::Pearson, entry, data)),
        "weighted" => {
            let table = data.table("nyc2011_gened");
            let columns = table.complete(&["com_t_11", "com_p_11", "N_t", "N_p"]);
            let (x, y, staff, parents) = (&columns[0], &columns[1], &columns[2], &columns[3]);
            let harmonic: Vec<f64> = staff
                .iter()
                .zip(parents)
                .map(|(a, b)| 2.0 / (1.0 / a + 1.0 / b))
                .collect();
            Some(
                Computed::new()
                    .one("r_w_Nt", weighted_r(x, y, staff).unwrap())
                    .one("r_w_harm", weighted_r(x, y, &harmonic).unwrap()),
            )
        }
        "1" => {
            assert_eq!(entry.id, "disattenuate.1");
            Some(
                Computed::new()
                    .one("a", correct(0.30, 0.80, 0.70).unwrap().value)
                    .one("b", correct(0.16, 0.83, 0.64).unwrap().value),
            )
        }
        "partial_spearman" => Some(held_constant(Kind::Spearman, entry, data)),
        _ => None,
    }
}

fn plain(statistic: &str, x: &[f64], y: &[f64]) -> Computed {
    let n = x.len();
    match statistic {
        "pearson" => {
            let found = correlate(Kind::Pearson, x, y, 0.95).unwrap();
            Computed::new()
                .n("n", n)
                .one("r", found.value)
                .one("t", t_statistic(found.value, n as f64 - 2.0).unwrap())
                .n("df", n - 2)
                .one("p", found.p.unwrap())
                .range("ci", found.interval.unwrap())
        }
        "spearman" => {
            let found = correlate(Kind::Spearman, x, y, 0.95).unwrap();
            Computed::new()
                .n("n", n)
                .one("rho", found.value)
                .one("p_t", found.p.unwrap())
                .range("ci_bonett_wright", found.interval.unwrap())
        }
        _ => {
            let found = tau_b(x, y, 0.95).unwrap();
            Computed::new()
                .n("n", n)
                .one("tau_b", found.value)
                .one("p", found.p.unwrap())
                .range("ci", found.interval.unwrap())
        }
    }
}

fn held_constant(kind: Kind, entry: &Entry, data: &Data) -> Computed {
    let columns = if entry.data() == "att" {
        data.table("attitude")
            .complete(&["complaints", "rating", "learning", "raises"])
    } else {
        let table = data.table("nyc2015_linkage");
        let borough = table.text("borough").to_vec();
        let part = table.filter(|row| ["Manhattan", "Bronx"].contains(&borough[row].as_str()));
        let mut columns = part.complete(&["t_commitment", "s_trust_teacher", "enrollment"]);
        columns[2].iter_mut().for_each(|v| *v = v.ln());
        columns
    };
    let covariates: Vec<&[f64]> = columns[2..].iter().map(Vec::as_slice).collect();
    let found = partial(kind, &columns[0], &columns[1], &covariates, 0.95).unwrap();
    let (n, k) = (found.partial.n, covariates.len());
    Computed::new()
        .n("n", n)
        .n("k", k)
        .one("r", found.partial.value)
        .one(
            "t",
            t_statistic(found.partial.value, (n - k - 2) as f64).unwrap(),
        )
        .one("p", found.partial.p.unwrap())
        .range("ci", found.partial.interval.unwrap())
        .one("semipartial_xy", found.semipartial)
}
