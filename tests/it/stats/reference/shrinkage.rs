//! Empirical Bayes and James–Stein.

use frontline::stats::aggregation::Group;
use frontline::stats::nps::{Counts, nps};
use frontline::stats::shrinkage::{Estimate, Method, components, james_stein, shrink};

use super::super::table::by_group;
use super::{Computed, Data, Entry};

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    Some(match entry.statistic() {
        "blup" => {
            let groups = super::aggregation::groups(entry.data(), data);
            let groups: Vec<Group> = groups.iter().map(|(_, v)| Group::of(v).unwrap()).collect();
            let found = components(&groups).unwrap();
            Computed::new()
                .many("n", groups.iter().take(6).map(|g| g.n as f64))
                .many("raw", groups.iter().take(6).map(|g| g.mean))
                .many("blup", found.values.into_iter().take(6))
                .many("weight", found.weights.into_iter().take(6))
        }
        "eb" => accounts(data),
        "js" => {
            let hits = [
                18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7,
            ];
            let shares: Vec<f64> = hits.iter().map(|h| f64::from(*h) / 45.0).collect();
            let mean = shares.iter().sum::<f64>() / 18.0;
            let (c, values) = james_stein(&shares, mean * (1.0 - mean) / 45.0).unwrap();
            Computed::new()
                .one("c", c)
                .one("first", values[0])
                .one("last", values[17])
        }
        _ => return None,
    })
}

fn accounts(data: &Data) -> Computed {
    let table = data.table("nps_testdata");
    let estimates: Vec<Estimate> = by_group(table.text("Account"), &table.numbers("REC"))
        .into_iter()
        .map(|(_, scores)| {
            let scores: Vec<u8> = scores.iter().map(|s| *s as u8).collect();
            let found = nps(Counts::of_scores(&scores), 0.95).unwrap();
            Estimate {
                value: found.value,
                variance: found.standard_error.powi(2),
            }
        })
        .collect();
    let dl = shrink(Method::DerSimonianLaird, &estimates).unwrap();
    let reml = shrink(Method::Reml, &estimates).unwrap();
    let pm = shrink(Method::PauleMandel, &estimates).unwrap();
    Computed::new()
        .n("k", estimates.len())
        .one("Q", dl.q)
        .one("Qp", dl.q_p)
        .one("tau2_DL", dl.tau_squared)
        .one("I2_DL", dl.i_squared)
        .one("mu_DL", dl.mean)
        .one("tau2_REML", reml.tau_squared)
        .one("tau2_PM", pm.tau_squared)
        .one("mu_REML", reml.mean)
        .many("yi", estimates.iter().take(6).map(|e| e.value))
        .many("vi", estimates.iter().take(6).map(|e| e.variance))
        .many("blup_REML", reml.values.into_iter().take(6))
}
