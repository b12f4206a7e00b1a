//! Drivers, omega, regions, lags, weights.

use frontline::stats::attenuation::correct;
use frontline::stats::drivers::{self, Moments, drivers, shapley_intervals};
use frontline::stats::ecological::within_between;
use frontline::stats::lagged::{TwoWaves, lagged};
use frontline::stats::omega::omega;
use frontline::stats::weighted::{precision_weights, weighted_r};

use super::*;

/// Four columns of answers that share something.
fn related(rows: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Vec<f64>>> {
    rows.prop_flat_map(|n| vec((1..=5_i32, vec(0..=3_i32, 4)), n))
        .prop_map(|rows| {
            (0..4)
                .map(|i| {
                    rows.iter()
                        .map(|(common, own)| f64::from(common + own[i]))
                        .collect()
                })
                .collect()
        })
}

fn slices(columns: &[Vec<f64>]) -> Vec<&[f64]> {
    columns.iter().map(Vec::as_slice).collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn shares_of_drivers_add_up_to_all_that_is_explained(columns in related(6..60)) {
        let Ok(found) = drivers(&Moments::of(&slices(&columns)).unwrap()) else { return Ok(()) };
        prop_assert!((0.0..=1.0).contains(&found.r_squared));
        let shapley: f64 = found.drivers.iter().map(|d| d.shapley.unwrap()).sum();
        let johnson: f64 = found.drivers.iter().map(|d| d.relative_weight).sum();
        let pratt: f64 = found.drivers.iter().map(|d| d.pratt).sum();
        for total in [shapley, johnson, pratt] {
            prop_assert!((total - found.r_squared).abs() < 1e-8, "{total} {found:?}");
        }
        for driver in &found.drivers {
            prop_assert!(driver.shapley.unwrap() >= -1e-12 && driver.relative_weight >= 0.0);
            prop_assert!(driver.inflation >= 1.0);
        }
    }

    #[test]
    fn parts_of_rows_give_the_same_drivers(columns in related(8..60)) {
        let whole = Moments::of(&slices(&columns)).unwrap();
        let (mut front, mut back) = (Moments::new(&[3.0; 4]), Moments::new(&[3.0; 4]));
        for row in 0..columns[0].len() {
            let values: Vec<f64> = columns.iter().map(|c| c[row]).collect();
            let part = if row % 3 == 0 { &mut front } else { &mut back };
            prop_assert!(part.add(&values));
        }
        prop_assert!(front.merge(&back));
        prop_assert!(!front.merge(&Moments::new(&[0.0; 4])));
        let (Ok(a), Ok(b)) = (drivers(&whole), drivers(&front)) else { return Ok(()) };
        prop_assert!((a.r_squared - b.r_squared).abs() < 1e-9);
    }

    #[test]
    fn omega_is_a_share(columns in related(10..80)) {
        let items = Covariances::of(&slices(&columns)).unwrap();
        let Ok(found) = omega(&items) else { return Ok(()) };
        prop_assert!((0.0..=1.0).contains(&found.omega));
        prop_assert!(found.residuals.iter().all(|r| *r > 0.0));
        prop_assert!(found.loadings.iter().sum::<f64>() >= 0.0);
    }

    #[test]
    fn equal_weights_change_nothing((x, y) in pairs(3..30), weight in 0.1..50.0_f64) {
        let plain = coefficient(Kind::Pearson, &x, &y);
        let weighted = weighted_r(&x, &y, &vec![weight; x.len()]);
        prop_assert_eq!(plain.is_ok(), weighted.is_ok());
        if let (Ok(plain), Ok(weighted)) = (plain, weighted) {
            prop_assert!((plain - weighted).abs() < 1e-10);
        }
    }

    #[test]
    fn one_region_has_only_an_inside((x, y) in pairs(4..30)) {
        let Ok(found) = within_between(&x, &y, &vec![7; x.len()]) else { return Ok(()) };
        prop_assert!((found.within.unwrap() - found.total).abs() < 1e-9);
        prop_assert_eq!(found.between, Err(Undefined::TooFew { n: 1, need: 3 }));
    }

    #[test]
    fn later_families_give_no_nan((x, y, z) in columns()) {
        let mut all = Numbers(Vec::new());
        let regions: Vec<usize> = (0..x.len()).map(|row| row % 4).collect();
        if let Ok(found) = within_between(&x, &y, &regions) {
            all.0.extend([found.total, found.eta_x, found.eta_y]);
            [found.within, found.between, found.of_means].into_iter().for_each(|r| all.one(r));
        }
        all.one(weighted_r(&x, &y, &z));
        all.0.extend(precision_weights(0.5, &z).unwrap_or_default());
        let waves = TwoWaves {
            staff_first: &x, customers_first: &y, staff_second: &z, customers_second: &x,
        };
        if let Ok(found) = lagged(waves) {
            all.0.extend([found.staff_to_customers, found.staff_stability]);
            for path in [found.staff_path, found.customers_path].into_iter().flatten() {
                all.0.extend([path.beta, path.error, path.p]);
            }
            all.one(found.difference.map(|test| test.statistic));
            all.one(found.changes);
            all.one(found.beyond_first);
        }
        if let Ok(found) = Moments::of(&[&x, &y, &z]).and_then(|moments| drivers(&moments)) {
            all.0.extend([found.r_squared, found.adjusted]);
            for driver in found.drivers {
                all.0.extend([driver.beta, driver.shapley.unwrap(), driver.relative_weight, driver.pratt]);
                all.one(driver.t);
            }
        }
        if let Ok(found) = Covariances::of(&[&x, &y, &z]).and_then(|items| omega(&items)) {
            all.0.push(found.omega);
            all.0.extend(found.loadings);
        }
        for value in x.iter().zip(&y).filter_map(|(a, b)| correct(0.4, *a, *b).ok()) {
            all.0.push(value.value);
        }
        for value in all.0 {
            prop_assert!(value.is_finite(), "{value} from {x:?} {y:?} {z:?}");
        }
    }
}

#[test]
fn correction_is_refused_for_poor_scales_and_capped_for_strong_ones() {
    assert_eq!(correct(0.4, 0.3, 0.9), Err(Undefined::Unreliable));
    let capped = correct(0.8, 0.5, 0.6).unwrap();
    assert!(capped.is_capped && capped.value == 1.0);
}

#[test]
fn a_driver_that_is_the_sum_of_others_is_refused() {
    let a = [1.0, 4.0, 2.0, 5.0, 3.0, 2.0, 4.0];
    let b = [2.0, 3.0, 5.0, 1.0, 4.0, 4.0, 1.0];
    let sum: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a + b).collect();
    let outcome = [3.0, 4.0, 2.0, 5.0, 1.0, 2.0, 3.0];
    let moments = Moments::of(&[&a, &b, &sum, &outcome]).unwrap();
    assert_eq!(drivers(&moments), Err(Undefined::Collinear));
}

/// Rows of two related drivers and an outcome that follows `slopes`, the same rows every time.
fn planted(rows: u32, slopes: (f64, f64)) -> Moments {
    let mut dice = crate::fixtures::Dice::new(13);
    let mut columns = [const { Vec::new() }; 3];
    for _ in 0..rows {
        let (a, own) = (dice.normal(), dice.normal());
        let b = 0.8 * a + 0.6 * own;
        let outcome = slopes.0 * a + slopes.1 * b + dice.normal();
        for (column, value) in columns.iter_mut().zip([a, b, outcome]) {
            column.push(value);
        }
    }
    Moments::of(&[&columns[0], &columns[1], &columns[2]]).unwrap()
}

#[test]
fn a_suppressor_turns_its_sign_beyond_chance() {
    // b goes with the outcome through a alone, and works against it beside a.
    let found = drivers(&planted(4000, (1.0, -0.5))).unwrap();
    let [a, b] = [found.drivers[0], found.drivers[1]];
    assert!(!a.is_suppressor && b.is_suppressor, "{found:?}");
    assert!(b.r > 0.1 && b.beta < -0.1);
    // With a slope of nothing the sign of beta is chance, whichever it is.
    let found = drivers(&planted(4000, (1.0, 0.0))).unwrap();
    assert!(
        found.drivers.iter().all(|driver| !driver.is_suppressor),
        "{found:?}"
    );
    // The same turn in few rows is not established.
    let few = drivers(&planted(12, (1.0, -0.5))).unwrap();
    assert!(
        few.drivers.iter().all(|driver| !driver.is_suppressor),
        "{few:?}"
    );
}

#[test]
fn thirteen_drivers_get_relative_weights_only() {
    let mut dice = crate::fixtures::Dice::new(4);
    let columns: Vec<Vec<f64>> = (0..14)
        .map(|_| (0..80).map(|_| dice.normal()).collect())
        .collect();
    let twelve = drivers(&Moments::of(&slices(&columns[1..])).unwrap()).unwrap();
    let thirteen = drivers(&Moments::of(&slices(&columns)).unwrap()).unwrap();
    assert!(twelve.drivers.iter().all(|driver| driver.shapley.is_some()));
    assert!(
        thirteen
            .drivers
            .iter()
            .all(|driver| driver.shapley.is_none())
    );
    for found in [&twelve, &thirteen] {
        let total: f64 = found
            .drivers
            .iter()
            .map(|driver| driver.relative_weight)
            .sum();
        assert!((total - found.r_squared).abs() < 1e-9);
        // What R² loses without a driver is its squared slope over its inflation.
        for driver in &found.drivers {
            let unique = driver.beta * driver.beta / driver.inflation;
            assert!((driver.unique - unique).abs() < 1e-9, "{driver:?}");
        }
    }
}

#[test]
fn intervals_of_shares_hold_the_shares_on_any_number_of_threads() {
    let parts: Vec<Moments> = (0..40)
        .map(|branch| {
            let mut part = Moments::new(&[3.0; 3]);
            for person in 0..12 {
                let a = f64::from((branch * 7 + person * 3) % 5);
                let b = f64::from((branch * 3 + person * 4 + person * branch) % 5);
                let noise = f64::from((branch + person * person) % 3);
                part.add(&[a, b, a + 0.3 * b + noise]);
            }
            part
        })
        .collect();
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let plan = drivers::Plan {
            draws: 600,
            seed: 2,
            level: 0.95,
        };
        pool.install(|| shapley_intervals(&parts, plan).unwrap())
    };
    assert_eq!(run(1), run(3));
    let mut whole = Moments::new(&[3.0; 3]);
    parts.iter().for_each(|part| assert!(whole.merge(part)));
    let found = drivers(&whole).unwrap();
    for (driver, interval) in found.drivers.iter().zip(run(2).0) {
        assert!(
            interval.contains(driver.shapley.unwrap()),
            "{driver:?} {interval:?}"
        );
    }
}
