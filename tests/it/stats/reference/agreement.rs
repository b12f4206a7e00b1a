//! Agreement of raters, severity, halo, self against others.

use frontline::stats::LEVEL;
use frontline::stats::agreement_within::{rwg_j, uniform_variance};
use frontline::stats::descriptive::variance;
use frontline::stats::raters::{
    Disagreement, Form, Metric, gwet_ac2_ordinal, halo, icc_interval, icc_table, icc_value, kappa,
    kendall_w, krippendorff_alpha, own_against_others, rater_use,
};

use super::{Computed, Data, Entry};
use crate::stats::table::Table;

/// The columns of raters: every column but the first where that numbers the subjects.
fn raters(table: &Table) -> Vec<Vec<Option<f64>>> {
    let all = table.heads();
    let ids = ["target", "subject", "unit", "Units", "Unit", "id"];
    all.iter()
        .filter(|head| !head.is_empty() && !ids.contains(&head.as_str()))
        .map(|head| table.gaps(head))
        .collect()
}

fn complete(columns: &[Vec<Option<f64>>]) -> Vec<Vec<f64>> {
    let slices: Vec<&[Option<f64>]> = columns.iter().map(Vec::as_slice).collect();
    frontline::stats::descriptive::complete_rows(&slices).unwrap()
}

fn units(columns: &[Vec<Option<f64>>]) -> Vec<Vec<f64>> {
    (0..columns[0].len())
        .map(|row| columns.iter().filter_map(|column| column[row]).collect())
        .collect()
}

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    let name = entry.dataset.trim_end_matches(".csv");
    let table = data.table(name);
    if entry.statistic() == "halo" {
        return Some(halo_of(&table));
    }
    let gaps = raters(&table);
    let whole = || complete(&gaps);
    Some(match entry.statistic() {
        "icc" => icc_of(&whole()),
        "kendallW" => {
            let whole = whole();
            let found = kendall_w(&slices(&whole)).unwrap();
            Computed::new()
                .one("W", found.w)
                .one("chi2", found.chi_squared)
                .one("p", found.p)
        }
        "kripp" => {
            let units = units(&gaps);
            let alpha = |metric| krippendorff_alpha(&units, metric).unwrap();
            Computed::new()
                .one("nominal", alpha(Metric::Nominal))
                .one("ordinal", alpha(Metric::Ordinal))
                .one("interval", alpha(Metric::Interval))
                .one("ratio", alpha(Metric::Ratio))
        }
        "gwetAC2ord" => {
            let found = gwet_ac2_ordinal(&units(&gaps)).unwrap();
            Computed::new()
                .one("value", found.value)
                .one("se", found.standard_error)
        }
        "kappa" => kappa_of(&whole()),
        "kappa_se" => kappa_errors(&whole()),
        "rwg_items" => {
            let null = uniform_variance(6).unwrap();
            let of_unit = |unit: &Vec<f64>| rwg_j(&[variance(unit).unwrap()], null).unwrap();
            let all: Vec<f64> = units(&gaps).iter().map(of_unit).collect();
            let mean = all.iter().sum::<f64>() / all.len() as f64;
            Computed::new().many("rwg", all).one("mean", mean)
        }
        "severity" => {
            let whole = whole();
            let found = rater_use(&slices(&whole)).unwrap();
            Computed::new()
                .many("severity", found.iter().map(|rater| rater.severity))
                .many("sd", found.iter().map(|rater| rater.sd))
                .many(
                    "r_with_others",
                    found.iter().map(|rater| rater.r_with_others.unwrap()),
                )
        }
        "self_other" => own_of(&whole()),
        _ => return None,
    })
}

fn slices(columns: &[Vec<f64>]) -> Vec<&[f64]> {
    columns.iter().map(Vec::as_slice).collect()
}

fn icc_of(whole: &[Vec<f64>]) -> Computed {
    let table = icc_table(&slices(whole)).unwrap();
    let all = |form| {
        let range = icc_interval(&table, form, LEVEL).unwrap();
        [icc_value(&table, form).unwrap(), range.low, range.high]
    };
    let (f, p) = table.judges_differ().unwrap();
    Computed::new()
        .n("n", table.n)
        .n("k", table.k)
        .one("MSR", table.subjects)
        .one("MSC", table.judges)
        .one("MSE", table.residual)
        .one("MSW", table.within)
        .many("ICC1_1", all(Form::OneWay))
        .many("ICC2_1", all(Form::Agreement))
        .many("ICC3_1", all(Form::Consistency))
        .many("ICC1_k", all(Form::OneWayMean))
        .many("ICC2_k", all(Form::AgreementMean))
        .many("ICC3_k", all(Form::ConsistencyMean))
        .one("F_raters", f)
        .one("p_raters", p)
}

fn kappa_of(whole: &[Vec<f64>]) -> Computed {
    let of = |counted| kappa(&whole[0], &whole[1], counted).unwrap();
    let all = |counted| {
        let found = of(counted);
        let (z, p) = found.against_chance().unwrap();
        [found.value, z, p]
    };
    let plain = of(Disagreement::Plain);
    let range = plain.interval(LEVEL).unwrap();
    Computed::new()
        .many("unweighted", all(Disagreement::Plain))
        .many("equal", all(Disagreement::Linear))
        .many("squared", all(Disagreement::Quadratic))
        .many("psych_unweighted_ci", [range.low, plain.value, range.high])
}

fn kappa_errors(whole: &[Vec<f64>]) -> Computed {
    // Keys of an object stand in alphabetical order: ci, kappa, se, se0.
    let all = |counted| {
        let found = kappa(&whole[0], &whole[1], counted).unwrap();
        let range = found.interval(LEVEL).unwrap();
        [
            range.low,
            range.high,
            found.value,
            found.standard_error,
            found.null_error,
        ]
    };
    Computed::new()
        .many("unweighted", all(Disagreement::Plain))
        .many("linear", all(Disagreement::Linear))
        .many("quadratic", all(Disagreement::Quadratic))
}

fn own_of(whole: &[Vec<f64>]) -> Computed {
    let others: Vec<f64> = (0..whole[0].len())
        .map(|row| {
            let rest = &whole[1..];
            rest.iter().map(|column| column[row]).sum::<f64>() / rest.len() as f64
        })
        .collect();
    let found = own_against_others(&whole[0], &others, LEVEL).unwrap();
    let test = found.test.unwrap();
    Computed::new()
        .n("n", found.n)
        .one("gap", found.gap)
        .one("sd", found.sd)
        .one("t", test.t)
        .one("p", test.p)
        .range("ci", test.interval)
        .one("dz", test.dz)
        .one("profile_r", found.profile_r.unwrap())
}

fn halo_of(table: &Table) -> Computed {
    let heads: Vec<String> = (1..=11).map(|item| format!("LEAD{item:02}")).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let whole = table.complete(&heads);
    let found = halo(&slices(&whole)).unwrap();
    Computed::new()
        .one("mean_r", found.mean_r.unwrap())
        .one("pc1", found.first_component.unwrap())
        .one("mean_intra_sd", found.within_sd)
        .one("straight", found.straight)
        .n("n", found.n)
}
