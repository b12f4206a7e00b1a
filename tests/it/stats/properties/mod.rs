//! What must hold for any input.
//!
//! Here: no number that comes out is a NaN or infinite, whatever goes in.

mod drivers;
mod invariance;
mod resampling;

use frontline::stats::aggregation::{Group, anova};
use frontline::stats::agreement_within::{Center, average_deviation, awg_j, rwg_j};
use frontline::stats::bootstrap::{self, bca};
use frontline::stats::chance;
use frontline::stats::compare::Overlapping;
use frontline::stats::correlation::{Correlation, Kind, coefficient, correlate};
use frontline::stats::descriptive::{mean_interval, median, quantile, ranks, variance};
use frontline::stats::influence::{diagnose, leave_one_out};
use frontline::stats::kendall::tau_b;
use frontline::stats::line::{fit, hc3};
use frontline::stats::multiple::{Method, adjust};
use frontline::stats::nps::{Counts, difference, nps};
use frontline::stats::partial::partial;
use frontline::stats::permutation::{self, exact, random};
use frontline::stats::proportion::{Share, fisher_exact, newcombe, wilson};
use frontline::stats::reliability::{
    Covariances, CrossSums, alpha, alpha_if_dropped, feldt_interval, item_rest,
};
use frontline::stats::robust::{huber, siegel, theil_sen};
use frontline::stats::shrinkage::{Estimate, Method as Tau, components, james_stein, shrink};
use frontline::stats::waves::{Cluster, cliff, clustered, hedges, paired, rank_change, welch};
use frontline::stats::{Interval, Stat, Undefined};
use proptest::collection::vec;
use proptest::prelude::*;

const KINDS: [Kind; 2] = [Kind::Pearson, Kind::Spearman];

/// Numbers of every sort: ordinary ones, ties, zeros, huge and tiny ones, NaN and infinities.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => (1..=5_i32).prop_map(f64::from),
        3 => -100.0..100.0_f64,
        1 => prop_oneof![
            Just(0.0), Just(-0.0), Just(1e300), Just(-1e300), Just(1e-300), Just(f64::MAX),
            Just(f64::NAN), Just(f64::INFINITY)
        ],
    ]
}

fn columns() -> impl Strategy<Value = (Vec<f64>, Vec<f64>, Vec<f64>)> {
    (0_usize..14).prop_flat_map(|n| {
        (
            vec(any_number(), n),
            vec(any_number(), n),
            vec(any_number(), n),
        )
    })
}

/// All numbers of results, for the check that each is finite.
struct Numbers(Vec<f64>);

impl Numbers {
    fn one(&mut self, found: Stat<f64>) {
        self.0.extend(found.ok());
    }

    fn range(&mut self, found: Stat<Interval>) {
        if let Ok(Interval { low, high }) = found {
            self.0.extend([low, high]);
            assert!(low <= high, "{low} > {high}");
        }
    }

    fn correlation(&mut self, found: Stat<Correlation>) {
        if let Ok(Correlation {
            n: _,
            value,
            interval,
            p,
        }) = found
        {
            assert!((-1.0..=1.0).contains(&value));
            self.0.push(value);
            self.range(interval);
            self.one(p);
        }
    }
}

/// Runs what takes columns and collects every number that comes out.
fn everything(x: &[f64], y: &[f64], z: &[f64]) -> Vec<f64> {
    let mut all = Numbers(Vec::new());
    all.one(median(x));
    all.one(variance(x));
    all.one(quantile(x, 0.3));
    if let Ok(found) = mean_interval(x, 0.95) {
        all.0.extend([found.mean, found.standard_error]);
        all.range(Ok(found.interval));
    }
    for kind in KINDS {
        all.correlation(correlate(kind, x, y, 0.95));
        if let Ok(found) = partial(kind, x, y, &[z], 0.95) {
            all.correlation(Ok(found.partial));
            all.0.push(found.semipartial);
        }
        if let Ok(found) = leave_one_out(kind, x, y) {
            all.0.extend([found.lowest.1, found.highest.1]);
            all.0.extend(found.without.into_iter().flatten());
        }
        let plan = bootstrap::Plan {
            draws: 50,
            seed: 1,
            level: 0.95,
        };
        if let Ok(found) = bca(kind, x, y, plan) {
            all.range(Ok(found.interval));
            all.range(Ok(found.percentile));
            all.0
                .extend([found.standard_error, found.bias, found.acceleration]);
        }
    }
    all.correlation(tau_b(x, y, 0.95));
    let plan = permutation::Plan { draws: 20, seed: 1 };
    all.one(random(x, y, plan).map(|found| found.p));
    lines(x, y, &mut all);
    groups(&[x, y, z], &mut all);
    all.0
}

fn lines(x: &[f64], y: &[f64], all: &mut Numbers) {
    if let Ok(found) = fit(x, y) {
        all.0.extend([
            found.intercept,
            found.slope,
            found.slope_error,
            found.residual_variance,
        ]);
        all.range(found.band(x[0], 0.95));
    }
    if let Ok(found) = hc3(x, y) {
        all.0.extend([found.slope, found.error, found.p]);
    }
    if let Ok(found) = diagnose(x, y) {
        all.0.extend(found.cook);
        all.0.extend(found.leverage);
        all.0.extend(found.studentized.into_iter().flatten());
    }
    if let Ok(found) = theil_sen(x, y, 0.95) {
        all.0.extend([found.slope, found.intercept]);
        all.range(Ok(found.interval));
    }
    if let Ok(found) = siegel(x, y) {
        all.0
            .extend([found.slope, found.intercept, found.separate_intercept]);
    }
    if let Ok(found) = huber(x, y) {
        all.0.extend([found.slope, found.intercept, found.scale]);
    }
}

fn groups(columns: &[&[f64]], all: &mut Numbers) {
    if let Ok(items) = Covariances::of(columns) {
        if let Ok(value) = alpha(&items) {
            all.0.push(value);
            all.range(feldt_interval(value, items.rows(), items.items(), 0.95));
        }
        alpha_if_dropped(&items)
            .into_iter()
            .for_each(|v| all.one(v));
        item_rest(&items).into_iter().for_each(|v| all.one(v));
    }
    all.one(awg_j(columns, 1.0, 5.0));
    all.one(average_deviation(columns, Center::Median));
    let groups: Vec<Group> = columns.iter().filter_map(|c| Group::of(c).ok()).collect();
    if let Ok(found) = anova(&groups) {
        all.0
            .extend([found.between, found.within, found.f, found.p, found.icc1()]);
        all.one(found.icc2());
        if let Ok((one, two)) = found.icc_intervals(0.95) {
            all.range(Ok(one));
            all.range(Ok(two));
        }
    }
    if let Ok(found) = components(&groups) {
        all.0.extend([
            found.tau_squared,
            found.sigma_squared,
            found.mean,
            found.icc,
        ]);
        all.0.extend(found.values);
    }
    if let [first, second, ..] = groups.as_slice() {
        if let Ok(found) = welch(*first, *second, 0.95) {
            all.0
                .extend([found.t, found.df, found.p, found.standard_error]);
            all.range(Ok(found.interval));
        }
        all.one(hedges(*first, *second).map(|found| found.g));
    }
    all.one(paired(columns[0], columns[1], 0.95).map(|found| found.dz));
    if let Ok(found) = rank_change(columns[0], columns[1]) {
        all.0.extend([found.w, found.cliff]);
        all.one(found.p);
    }
    let counted = |column: &[f64]| column.iter().map(|v| (*v, 2)).collect::<Vec<_>>();
    all.one(cliff(&counted(columns[0]), &counted(columns[1])));
    all.one(james_stein(columns[0], 1.0).map(|found| found.0));
    let estimates: Vec<Estimate> = columns[0]
        .iter()
        .zip(columns[1])
        .map(|(value, variance)| Estimate {
            value: *value,
            variance: *variance,
        })
        .collect();
    for method in [Tau::DerSimonianLaird, Tau::Reml, Tau::PauleMandel] {
        if let Ok(found) = shrink(method, &estimates) {
            all.0.extend([
                found.tau_squared,
                found.mean,
                found.q,
                found.q_p,
                found.i_squared,
            ]);
            all.0.extend(found.values);
        }
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_input_gives_nan_or_infinity((x, y, z) in columns()) {
        for value in everything(&x, &y, &z) {
            prop_assert!(value.is_finite(), "{value} from {x:?} {y:?} {z:?}");
        }
    }
}

/// Enough cases to find what matters, and no files beside the tests.
fn cases() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Branch means as they are: a few digits, some ties.
fn pairs(n: std::ops::Range<usize>) -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    let value = (10..=50_i32).prop_map(|v| f64::from(v) / 10.0);
    n.prop_flat_map(move |n| (vec(value.clone(), n), vec(value.clone(), n)))
}
