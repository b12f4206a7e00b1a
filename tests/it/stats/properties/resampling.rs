//! Draws: the same on any number of threads, honest about what was dropped.

use super::*;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn exact_and_random_permutation_agree((x, y) in pairs(5..8)) {
        let Ok(all) = exact(&x, &y) else { return Ok(()) };
        let some = random(&x, &y, permutation::Plan { draws: 20_000, seed: 3 }).unwrap();
        let error = (all.p * (1.0 - all.p) / 20_000.0).sqrt();
        prop_assert!((all.p - some.p).abs() <= 5.0 * error + 1e-4, "{all:?} {some:?}");
    }

    #[test]
    fn leaving_out_a_row_is_the_coefficient_of_the_rest((x, y) in pairs(4..25)) {
        for kind in KINDS {
            let Ok(found) = leave_one_out(kind, &x, &y) else { continue };
            for (row, without) in found.without.iter().enumerate() {
                let rest = |v: &[f64]| {
                    let mut kept = v.to_vec();
                    kept.remove(row);
                    kept
                };
                let direct = coefficient(kind, &rest(&x), &rest(&y)).ok();
                prop_assert_eq!(direct.is_some(), without.is_some());
                let off = direct.unwrap_or(0.0) - without.unwrap_or(0.0);
                prop_assert!(off.abs() < 1e-12);
                prop_assert!(without.is_none_or(|r| found.lowest.1 <= r && r <= found.highest.1));
            }
        }
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
fn constant_data_have_a_reason_and_no_p() {
    let (flat, rising) = (
        [3.0; 12],
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.5, 2.5, 3.5],
    );
    let plan = permutation::Plan { draws: 50, seed: 1 };
    assert!(exact(&flat[..6], &rising[..6]).is_err());
    assert!(random(&flat, &rising, plan).is_err());
    assert_eq!(tau_b(&flat, &rising, 0.95), Err(Undefined::NoVariance));
    assert!(theil_sen(&flat, &rising, 0.95).is_err());
    let group = Group::of(&flat).unwrap();
    assert_eq!(hedges(group, group).err(), Some(Undefined::NoVariance));
    assert_eq!(welch(group, group, 0.95).err(), Some(Undefined::NoVariance));
    assert_eq!(
        paired(&flat, &flat, 0.95).err(),
        Some(Undefined::NoVariance)
    );
    assert_eq!(anova(&[group, group]).err(), Some(Undefined::NoVariance));
    // Ranks of equal answers balance: that is a value, and only its p is undefined.
    let ranks = rank_change(&flat, &flat).unwrap();
    assert!(ranks.cliff == 0.0 && ranks.p.is_err());
}

#[test]
fn nothing_answered_has_a_reason_everywhere() {
    let none: [f64; 0] = [];
    let plan = permutation::Plan { draws: 50, seed: 1 };
    let drawn = bootstrap::Plan {
        draws: 50,
        seed: 1,
        level: 0.95,
    };
    for kind in KINDS {
        assert!(correlate(kind, &none, &none, 0.95).is_err());
        assert!(bca(kind, &none, &none, drawn).is_err());
        assert!(leave_one_out(kind, &none, &none).is_err());
    }
    assert!(exact(&none, &none).is_err() && random(&none, &none, plan).is_err());
    assert!(Group::of(&none).is_err() && anova(&[]).is_err());
    assert!(cliff(&[], &[]).is_err() && rank_change(&none, &none).is_err());
    assert!(median(&none).is_err() && variance(&none).is_err());
    assert!(shrink(Tau::Reml, &[]).is_err() && components(&[]).is_err());
    assert!(Covariances::of(&[]).is_err());
    let nobody = Counts {
        promoters: 0,
        passives: 0,
        detractors: 0,
    };
    assert!(nps(nobody, 0.95).is_err() && Share::new(0, 0).is_err());
}

#[test]
fn groups_drawn_together_give_what_each_gives_alone() {
    let column = |n: i32, step: i32| -> Vec<f64> {
        (0..n)
            .map(|i| f64::from(i * step % 23) + f64::from(i) / 50.0)
            .collect()
    };
    let sizes = [7, 12, 41, 30];
    let columns: Vec<[Vec<f64>; 3]> = sizes
        .map(|n| [column(n, 7), column(n, 5), column(n, 11)])
        .into();
    let ranked: Vec<[Vec<f64>; 3]> = columns
        .iter()
        .map(|group| group.each_ref().map(|it| ranks(it).unwrap()))
        .collect();
    let groups: Vec<chance::Group<'_>> = columns
        .iter()
        .zip(&ranked)
        .map(|([a, b, y], [p, q, r])| chance::Group {
            resampled: vec![(a, y), (b, y)],
            turned: vec![(p, r), (q, r), (p, q)],
        })
        .collect();
    let plan = chance::Plan {
        draws: 1000,
        orders: 1300,
        seed: 5,
        level: 0.95,
    };
    for (group, found) in groups.iter().zip(chance::draw(&groups, plan)) {
        let alone = bootstrap::Plan {
            draws: plan.draws,
            seed: plan.seed,
            level: plan.level,
        };
        for ((x, y), found) in group.resampled.iter().zip(found.intervals) {
            assert_eq!(found, bca(Kind::Pearson, x, y, alone));
        }
        let alone = permutation::Plan {
            draws: plan.orders,
            seed: plan.seed,
        };
        for ((x, y), found) in group.turned.iter().zip(found.tests) {
            assert_eq!(found, permutation::test(x, y, alone));
        }
    }
}
