//! What must hold for any input: bounds, invariances, no NaN, the same draws on any number of
//! threads.

use frontline::stats::aggregation::{Group, anova};
use frontline::stats::agreement_within::{Center, average_deviation, awg_j, rwg_j};
use frontline::stats::bootstrap::{self, bca};
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
use frontline::stats::waves::{Cluster, clustered, hedges, paired, rank_change, welch};
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

/// Branch means as they are: a few digits, some ties.
fn pairs(n: std::ops::Range<usize>) -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    let value = (10..=50_i32).prop_map(|v| f64::from(v) / 10.0);
    n.prop_flat_map(move |n| (vec(value.clone(), n), vec(value.clone(), n)))
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
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_input_gives_nan_or_infinity((x, y, z) in columns()) {
        for value in everything(&x, &y, &z) {
            prop_assert!(value.is_finite(), "{value} from {x:?} {y:?} {z:?}");
        }
    }

    #[test]
    fn correlation_does_not_mind_units_or_sides((x, y) in pairs(4..40)) {
        for kind in KINDS {
            let Ok(value) = coefficient(kind, &x, &y) else { continue };
            let scaled: Vec<f64> = x.iter().map(|v| 250.0 - 40.0 * v).collect();
            prop_assert!((coefficient(kind, &y, &x).unwrap() - value).abs() < 1e-12);
            prop_assert!((coefficient(kind, &scaled, &y).unwrap() + value).abs() < 1e-10);
        }
    }

    #[test]
    fn rank_correlations_do_not_mind_rising_curves((x, y) in pairs(5..40)) {
        let curved: Vec<f64> = x.iter().map(|v| v.exp()).collect();
        prop_assert_eq!(
            coefficient(Kind::Spearman, &x, &y),
            coefficient(Kind::Spearman, &curved, &y)
        );
        prop_assert_eq!(tau_b(&x, &y, 0.95), tau_b(&curved, &y, 0.95));
    }

    #[test]
    fn interval_holds_the_coefficient_and_grows_with_the_level((x, y) in pairs(4..40)) {
        for kind in KINDS {
            let Ok(found) = correlate(kind, &x, &y, 0.95) else { continue };
            let Ok(narrow) = found.interval else { continue };
            let wide = correlate(kind, &x, &y, 0.99).unwrap().interval.unwrap();
            prop_assert!(narrow.contains(found.value));
            prop_assert!(wide.low < narrow.low && narrow.high < wide.high);
        }
    }

    #[test]
    fn ranks_add_up_whatever_the_ties(x in vec(1..=5_i32, 0..60)) {
        let x: Vec<f64> = x.into_iter().map(f64::from).collect();
        let n = x.len() as f64;
        let sum: f64 = ranks(&x).unwrap().iter().sum();
        prop_assert!((sum - n * (n + 1.0) / 2.0).abs() < 1e-9);
    }

    #[test]
    fn exact_and_random_permutation_agree((x, y) in pairs(5..8)) {
        let Ok(all) = exact(&x, &y) else { return Ok(()) };
        let some = random(&x, &y, permutation::Plan { draws: 20_000, seed: 3 }).unwrap();
        let error = (all.p * (1.0 - all.p) / 20_000.0).sqrt();
        prop_assert!((all.p - some.p).abs() <= 5.0 * error + 1e-4, "{all:?} {some:?}");
    }

    #[test]
    fn shares_stay_inside_their_scale(a in 0_usize..200, b in 0_usize..200, n in 1_usize..200) {
        let (first, second) = (Share::new(a.min(n), n).unwrap(), Share::new(b.min(n), n).unwrap());
        let range = wilson(first, 0.95).unwrap();
        prop_assert!(0.0 <= range.low && range.low < range.high && range.high <= 1.0);
        prop_assert!(range.contains(first.value()));
        let (difference, range) = newcombe(first, second, 0.95).unwrap();
        prop_assert!(range.contains(difference));
        let p = fisher_exact(first, second);
        prop_assert!(p > 0.0 && p <= 1.0);
        prop_assert!((p - fisher_exact(second, first)).abs() < 1e-9);
    }

    #[test]
    fn nps_stays_inside_its_scale(p in 0_usize..50, s in 0_usize..50, d in 0_usize..50) {
        let counts = Counts { promoters: p, passives: s, detractors: d };
        let mirrored = Counts { promoters: d, passives: s, detractors: p };
        let Ok(found) = nps(counts, 0.95) else {
            prop_assert_eq!(counts.n(), 0);
            return Ok(());
        };
        prop_assert!(-1.0 <= found.interval.low && found.interval.high <= 1.0);
        prop_assert!(found.interval.low < found.interval.high);
        let other = nps(mirrored, 0.95).unwrap();
        prop_assert!((found.value + other.value).abs() < 1e-12);
        prop_assert!((found.interval.low + other.interval.high).abs() < 1e-12);
        let change = difference(counts, mirrored, 0.95).unwrap();
        prop_assert!((change.value - (other.value - found.value)).abs() < 1e-12);
    }

    #[test]
    fn adjusted_p_keeps_order_and_never_shrinks(p in vec(proptest::option::of(0.0..=1.0_f64), 0..40)) {
        for method in [Method::Holm, Method::BenjaminiHochberg, Method::Hochberg] {
            let found = adjust(method, &p).unwrap();
            prop_assert_eq!(found.tests, p.iter().flatten().count());
            for (before, after) in p.iter().zip(&found.p) {
                prop_assert_eq!(before.is_some(), after.is_some());
                if let (Some(before), Some(after)) = (before, after) {
                    prop_assert!(after >= before && *after <= 1.0);
                }
            }
        }
    }

    #[test]
    fn whole_number_sums_give_the_same_covariances(rows in vec(vec(1..=5_u8, 4), 2..60)) {
        let (mut front, mut back) = (CrossSums::new(4), CrossSums::new(4));
        let columns: Vec<Vec<f64>> =
            (0..4).map(|i| rows.iter().map(|row| f64::from(row[i])).collect()).collect();
        for (place, row) in rows.iter().enumerate() {
            let part = if place % 2 == 0 { &mut front } else { &mut back };
            prop_assert!(part.add(row));
        }
        prop_assert!(front.merge(&back));
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let (a, b) = (Covariances::of(&slices).unwrap(), Covariances::from_sums(&front).unwrap());
        for i in 0..4 {
            for j in 0..4 {
                let (a, b) = (a.get(i, j).unwrap(), b.get(i, j).unwrap());
                prop_assert!((a - b).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn agreement_is_between_none_and_full(variances in vec(0.0..9.0_f64, 1..10)) {
        let value = rwg_j(&variances, 2.0).unwrap();
        prop_assert!((0.0..=1.0).contains(&value));
    }

    #[test]
    fn shrunken_values_lie_between_own_and_common(
        values in vec((-1.0..1.0_f64, 0.001..0.5_f64), 2..30)
    ) {
        let estimates: Vec<Estimate> =
            values.iter().map(|(value, variance)| Estimate { value: *value, variance: *variance }).collect();
        for method in [Tau::DerSimonianLaird, Tau::Reml, Tau::PauleMandel] {
            let found = shrink(method, &estimates).unwrap();
            prop_assert!(found.tau_squared >= 0.0);
            for (own, shrunken) in values.iter().zip(&found.values) {
                let (low, high) = (own.0.min(found.mean), own.0.max(found.mean));
                prop_assert!(low - 1e-12 <= *shrunken && *shrunken <= high + 1e-12);
            }
        }
    }

    #[test]
    fn clusters_of_one_give_nearly_the_unclustered_error(
        first in vec(1..=5_i32, 10..60), second in vec(1..=5_i32, 10..60)
    ) {
        let of = |v: &[i32]| -> Vec<f64> { v.iter().map(|a| f64::from(*a)).collect() };
        let (first, second) = (of(&first), of(&second));
        let single = |sum: f64| (1, sum);
        let clusters: Vec<Cluster> = first
            .iter()
            .map(|v| Cluster { first_n: single(*v).0, first_sum: *v, ..Cluster::default() })
            .chain(second.iter().map(|v| Cluster {
                second_n: 1,
                second_sum: *v,
                ..Cluster::default()
            }))
            .collect();
        let (Ok(a), Ok(b)) = (
            clustered(&clusters, 0.95),
            welch(Group::of(&first).unwrap(), Group::of(&second).unwrap(), 0.95),
        ) else { return Ok(()) };
        prop_assert!((a.change.difference - b.difference).abs() < 1e-12);
        prop_assert!((a.change.standard_error / b.standard_error - 1.0).abs() < 0.12);
    }
}

#[test]
fn draws_do_not_depend_on_the_number_of_threads() {
    let x: Vec<f64> = (0..40).map(|i| f64::from(i * 7 % 23)).collect();
    let y: Vec<f64> = (0..40).map(|i| f64::from(i * 5 % 19 + i / 4)).collect();
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| {
            let plan = bootstrap::Plan {
                draws: 3000,
                seed: 11,
                level: 0.95,
            };
            let found = KINDS.map(|kind| bca(kind, &x, &y, plan).unwrap());
            (
                found,
                random(
                    &x,
                    &y,
                    permutation::Plan {
                        draws: 3000,
                        seed: 11,
                    },
                )
                .unwrap(),
            )
        })
    };
    assert_eq!(run(1), run(4));
}

#[test]
fn another_seed_gives_other_draws() {
    let (x, y): (Vec<f64>, Vec<f64>) = (0..20)
        .map(|i| (f64::from(i * 7 % 23), f64::from(i * 5 % 19)))
        .unzip();
    let run = |seed| {
        let plan = bootstrap::Plan {
            draws: 500,
            seed,
            level: 0.95,
        };
        bca(Kind::Spearman, &x, &y, plan).unwrap()
    };
    assert_ne!(run(1).interval, run(2).interval);
}

#[test]
fn degenerate_draws_are_dropped_and_counted() {
    // One branch differs: about 35 % of the draws of ten miss it.
    let x = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 5.0];
    let y = [3.0, 4.0, 2.0, 5.0, 3.5, 2.5, 4.5, 3.2, 2.8, 4.9];
    let plan = bootstrap::Plan {
        draws: 2000,
        seed: 5,
        level: 0.95,
    };
    for kind in KINDS {
        let found = bca(kind, &x, &y, plan).unwrap();
        assert_eq!(found.draws + found.degenerate, 2000);
        assert!((600..800).contains(&found.degenerate), "{found:?}");
    }
}

#[test]
fn nine_branches_get_no_bootstrap_interval() {
    let x: Vec<f64> = (0..9).map(f64::from).collect();
    let y: Vec<f64> = (0..9).map(|i| f64::from(i * 5 % 9)).collect();
    let plan = bootstrap::Plan {
        draws: 100,
        seed: 5,
        level: 0.95,
    };
    assert_eq!(
        bca(Kind::Spearman, &x, &y, plan),
        Err(Undefined::TooFew { n: 9, need: 10 })
    );
}

#[test]
fn four_branches_cannot_reach_a_small_exact_p() {
    let found = exact(&[1.0, 2.0, 3.0, 4.0], &[10.0, 20.0, 30.0, 40.0]).unwrap();
    assert!((found.p - 2.0 / 24.0).abs() < 1e-12, "{found:?}");
}

#[test]
fn equal_answers_have_a_reason_instead_of_a_correlation() {
    let flat = [0.1 + 0.2, 0.3, 0.3, 0.3];
    let rising = [1.0, 2.0, 3.0, 4.0];
    assert_eq!(
        correlate(Kind::Pearson, &flat, &rising, 0.95),
        Err(Undefined::NoVariance)
    );
    let perfect = correlate(Kind::Pearson, &rising, &rising, 0.95).unwrap();
    assert_eq!(perfect.interval, Err(Undefined::Perfect));
}

#[test]
fn collinear_covariates_are_refused() {
    let x = [1.0, 5.0, 2.0, 8.0, 4.0, 7.0, 3.0];
    let y = [2.0, 3.0, 5.0, 6.0, 8.0, 9.0, 1.0];
    let size = [10.0, 40.0, 20.0, 30.0, 25.0, 60.0, 50.0];
    let twice: Vec<f64> = size.iter().map(|v| 2.0 * v + 3.0).collect();
    assert_eq!(
        partial(Kind::Pearson, &x, &y, &[&size, &twice], 0.95),
        Err(Undefined::Collinear)
    );
}

#[test]
fn swapping_the_sides_turns_the_difference_of_correlations() {
    let pair = Overlapping {
        n: 40,
        ya: 0.5,
        yb: 0.2,
        ab: 0.3,
    };
    let turned = Overlapping {
        n: 40,
        ya: 0.2,
        yb: 0.5,
        ab: 0.3,
    };
    for kind in KINDS {
        let ((a, i), (b, j)) = (
            pair.difference(kind, 0.95).unwrap(),
            turned.difference(kind, 0.95).unwrap(),
        );
        assert!((a + b).abs() < 1e-12 && (i.low + j.high).abs() < 1e-12);
        assert!(i.contains(a));
    }
    let (a, b) = (pair.steiger().unwrap(), turned.steiger().unwrap());
    assert!((a.statistic + b.statistic).abs() < 1e-12 && (a.p - b.p).abs() < 1e-12);
}
