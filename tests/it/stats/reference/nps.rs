//! NPS from counts.

use frontline::stats::descriptive::mean_interval;
use frontline::stats::nps::{Counts, Nps, adjusted, difference, nps, wald};

use super::{Computed, Data, Entry};

fn counts(data: &Data, unit: Option<&str>) -> Counts {
    let mut table = data.table("nps_testdata");
    if let Some(unit) = unit {
        table = table.only("BU", unit);
    }
    let scores: Vec<u8> = table.numbers("REC").into_iter().map(|s| s as u8).collect();
    Counts::of_scores(&scores)
}

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    if let Some(unit) = entry.id.strip_prefix("nps_BU1v2") {
        assert_eq!(unit, ".nps2");
        return Some(two(
            counts(data, Some("Apples")),
            counts(data, Some("Bananas")),
        ));
    }
    if let Some(unit) = entry.data().strip_prefix("nps_BU_") {
        return Some(one(counts(data, Some(unit))));
    }
    if entry.data() == "nps_all" {
        return Some(one(counts(data, None)));
    }
    entry.id.strip_prefix("nps_counts_")?;
    let number = |name: &str| {
        let part = entry
            .input()
            .split(' ')
            .find_map(|part| part.strip_prefix(name));
        part.unwrap().parse().unwrap()
    };
    let counts = Counts {
        promoters: number("P="),
        passives: number("S="),
        detractors: number("D="),
    };
    let found = nps(counts, 0.95).unwrap();
    Some(
        Computed::new()
            .one("nps", found.value)
            .one("se", found.standard_error)
            .range("wald", wald(counts, 0.95).unwrap())
            .many("adj", unclipped(counts, found)),
    )
}

/// The adjusted-Wald limits before clipping: the reference does not clip. Ours is checked to be
/// the clipped one.
fn unclipped(counts: Counts, found: Nps) -> [f64; 2] {
    let (center, error) = adjusted(counts);
    let half = 1.959_963_984_540_054 * error;
    let limits = [center - half, center + half];
    assert!(
        (found.interval.low - limits[0].max(-1.0)).abs() < 1e-9,
        "{found:?} {limits:?}"
    );
    assert!(
        (found.interval.high - limits[1].min(1.0)).abs() < 1e-9,
        "{found:?} {limits:?}"
    );
    limits
}

fn one(counts: Counts) -> Computed {
    let found = nps(counts, 0.95).unwrap();
    let mut answers = vec![1.0; counts.promoters];
    answers.resize(counts.promoters + counts.passives, 0.0);
    answers.resize(counts.n(), -1.0);
    Computed::new()
        .n("n", found.n)
        .n("promoters", counts.promoters)
        .n("passives", counts.passives)
        .n("detractors", counts.detractors)
        .one("nps", found.value)
        .one("var", found.standard_error.powi(2) * found.n as f64)
        .one("se", found.standard_error)
        .range("wald", wald(counts, 0.95).unwrap())
        .one("adj_wald_center", adjusted(counts).0)
        .range("adj_wald", found.interval)
        .range("t_ci", mean_interval(&answers, 0.95).unwrap().interval)
}

/// The reference takes the first minus the second.
fn two(first: Counts, second: Counts) -> Computed {
    let found = difference(second, first, 0.95).unwrap();
    let (a, b) = (nps(first, 0.95).unwrap(), nps(second, 0.95).unwrap());
    let error = a.standard_error.hypot(b.standard_error);
    let z = found.value / error;
    let half = 1.959_963_984_540_054 * error;
    let ((c1, e1), (c2, e2)) = (adjusted(first), adjusted(second));
    Computed::new()
        .one("diff", found.value)
        .one("se_wald", error)
        .one("z_wald", z)
        .one(
            "p_wald",
            statrs::function::erf::erfc(z.abs() / std::f64::consts::SQRT_2),
        )
        .many("ci_wald", [found.value - half, found.value + half])
        .one("diff_adj", c1 - c2)
        .one("se_adj", e1.hypot(e2))
        .one("z_adj", found.z)
        .one("p_adj", found.p)
        .range("ci_adj", found.interval)
}
