//! Bounds, symmetries, and results that cannot change with the units.

use super::*;

proptest! {
    #![proptest_config(cases())]

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
    fn counted_values_give_the_same_delta_as_all_of_them(
        first in vec((1..=9_i32, 0..4_u64), 1..12), second in vec((1..=9_i32, 0..4_u64), 1..12)
    ) {
        let counted = |group: &[(i32, u64)]| -> Vec<(f64, u64)> {
            group.iter().map(|(value, times)| (f64::from(*value), *times)).collect()
        };
        let all = |group: &[(i32, u64)]| -> Vec<f64> {
            let each = group.iter().map(|(value, times)| vec![f64::from(*value); *times as usize]);
            each.collect::<Vec<_>>().concat()
        };
        let found = cliff(&counted(&first), &counted(&second));
        let Ok(expected) = rank_change(&all(&first), &all(&second)) else {
            prop_assert!(found.is_err());
            return Ok(());
        };
        let delta = found.unwrap();
        prop_assert!((delta - expected.cliff).abs() < 1e-12);
        prop_assert!((-1.0..=1.0).contains(&delta));
        let turned = cliff(&counted(&second), &counted(&first)).unwrap();
        prop_assert!((delta + turned).abs() < 1e-12);
    }

    #[test]
    fn scaling_and_shifting_answers_changes_no_ratio(
        first in vec(1..=5_i32, 4..40), second in vec(1..=5_i32, 4..40),
        scale in 0.1..30.0_f64, shift in -50.0..50.0_f64
    ) {
        let of = |v: &[i32]| -> Vec<f64> { v.iter().map(|a| f64::from(*a)).collect() };
        let moved = |v: &[f64]| -> Vec<f64> { v.iter().map(|a| shift + scale * a).collect() };
        let (first, second) = (of(&first), of(&second));
        let (first_moved, second_moved) = (moved(&first), moved(&second));
        let group = |v: &[f64]| Group::of(v).unwrap();
        if let (Ok(a), Ok(b)) = (
            hedges(group(&first), group(&second)),
            hedges(group(&first_moved), group(&second_moved)),
        ) {
            prop_assert!((a.g - b.g).abs() < 1e-6);
        }
        let anovas = (
            anova(&[group(&first), group(&second)]),
            anova(&[group(&first_moved), group(&second_moved)]),
        );
        if let (Ok(a), Ok(b)) = anovas {
            prop_assert!((a.icc1() - b.icc1()).abs() < 1e-6);
            prop_assert!((a.p - b.p).abs() < 1e-6);
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing((x, y) in pairs(5..25), seed in 0..1000_u64) {
        let mut order: Vec<usize> = (0..x.len()).collect();
        let mut dice = crate::fixtures::Dice::new(seed);
        for place in (1..order.len()).rev() {
            order.swap(place, dice.below(place as u64 + 1) as usize);
        }
        let turned = |v: &[f64]| -> Vec<f64> { order.iter().map(|row| v[*row]).collect() };
        let (u, v) = (turned(&x), turned(&y));
        let near = |a: Stat<f64>, b: Stat<f64>| match (a, b) {
            (Ok(a), Ok(b)) => (a - b).abs() < 1e-9,
            (a, b) => a.is_err() && b.is_err(),
        };
        for kind in KINDS {
            prop_assert!(near(coefficient(kind, &x, &y), coefficient(kind, &u, &v)));
        }
        let tau = |x: &[f64], y: &[f64]| tau_b(x, y, 0.95).map(|it| it.value);
        prop_assert!(near(tau(&x, &y), tau(&u, &v)));
        let slope = |x: &[f64], y: &[f64]| theil_sen(x, y, 0.95).map(|it| it.slope);
        prop_assert!(near(slope(&x, &y), slope(&u, &v)));
        let delta = |x: &[f64], y: &[f64]| rank_change(x, y).map(|it| it.cliff);
        prop_assert!(near(delta(&x, &y), delta(&u, &v)));
        if x.len() <= 7 {
            let p = |x: &[f64], y: &[f64]| exact(x, y).map(|it| it.p);
            prop_assert!(near(p(&x, &y), p(&u, &v)));
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
