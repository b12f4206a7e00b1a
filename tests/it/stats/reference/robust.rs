//! Influence and robust lines.

use frontline::stats::correlation::Kind;
use frontline::stats::influence::{diagnose, leave_one_out};
use frontline::stats::line::hc3;
use frontline::stats::robust::{huber, median_intercept, siegel, theil_sen};

use super::{Computed, Data, Entry};

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    let (x, y) = data.pair(entry.data());
    Some(match entry.statistic() {
        "influence" => influence(&x, &y),
        "theilsen" => {
            let found = theil_sen(&x, &y, 0.95).unwrap();
            Computed::new()
                .one("slope", found.slope)
                .one(
                    "intercept_separate",
                    median_intercept(&x, &y, found.slope).unwrap(),
                )
                .one("intercept_joint", found.intercept)
        }
        "siegel" => {
            let (found, range) = (siegel(&x, &y).unwrap(), theil_sen(&x, &y, 0.95).unwrap());
            Computed::new()
                .one("slope", found.slope)
                .one("intercept_hier", found.intercept)
                .one("slope_sep", found.slope)
                .one("intercept_sep", found.separate_intercept)
                .one("ts_low", range.interval.low)
                .one("ts_high", range.interval.high)
        }
        "rlm_huber" => {
            let found = huber(&x, &y).unwrap();
            Computed::new()
                .many("coef", [found.intercept, found.slope])
                .one("s", found.scale)
        }
        "hc3" => {
            let found = hc3(&x, &y).unwrap();
            Computed::new()
                .one("slope", found.slope)
                .one("se_hc3", found.error)
                .one("p_t", found.p)
        }
        _ => return None,
    })
}

fn influence(x: &[f64], y: &[f64]) -> Computed {
    let found = diagnose(x, y).unwrap();
    let (worst, cook) = found.most_influential().unwrap();
    let largest = |values: &[f64]| values.iter().fold(0.0_f64, |a, b| a.max(b.abs()));
    let studentized: Vec<f64> = found.studentized.iter().map(|v| v.unwrap()).collect();
    let border = 4.0 / x.len() as f64;
    let r = leave_one_out(Kind::Pearson, x, y).unwrap();
    let rho = leave_one_out(Kind::Spearman, x, y).unwrap();
    Computed::new()
        .one("intercept", found.line.intercept)
        .one("slope", found.line.slope)
        .one("slope_se", found.line.slope_error)
        .one("cook_max", cook)
        .n("cook_argmax_1based", worst + 1)
        .one("hat_max", largest(&found.leverage))
        .one("rstudent_max_abs", largest(&studentized))
        .n(
            "n_cook_gt_4_over_n",
            found.cook.iter().filter(|c| **c > border).count(),
        )
        .one("loo_r_min", r.lowest.1)
        .one("loo_r_max", r.highest.1)
        .n("loo_r_argmin", r.lowest.0 + 1)
        .n("loo_r_argmax", r.highest.0 + 1)
        .one("loo_rho_min", rho.lowest.1)
        .one("loo_rho_max", rho.highest.1)
}
