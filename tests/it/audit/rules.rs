//! The project's own rules pass the auditor, after withdrawing what it names; the rules of vendors
//! do not.

use frontline::disclosure::audit::{BreachKind, Fact};
use frontline::disclosure::{
    Favourable, Parts, Protection, Published, Reason, Score, ShownCount, Tally, visible_rows,
};
use frontline::domain::MinGroup;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::breaches;
use super::chain::{Own, Rules, Withdrawn, publish, release};
use super::people::{Chain, Shape};

/// Chains that are tried: `FRONTLINE_AUDIT_CHAINS=10000` is the full run, about an hour.
fn chains() -> usize {
    let asked = std::env::var("FRONTLINE_AUDIT_CHAINS").ok();
    asked.and_then(|chains| chains.parse().ok()).unwrap_or(60)
}

/// A chain of any kind, small ones and one-minded ones among them.
fn any_shape(random: &mut ChaCha8Rng) -> Shape {
    Shape {
        branches: random.random_range(1..=16),
        staff: 6.0 + 30.0 * random.random::<f64>(),
        items: random.random_range(1..=4),
        response: 0.3 + 0.7 * random.random::<f64>(),
        missing: if random.random_bool(0.5) { 0.0 } else { 0.05 },
        agreement: random.random::<f64>().powi(2),
    }
}

#[test]
fn what_the_own_rules_publish_passes_the_auditor() {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    let (mut own, mut rows, mut refused, mut most) = (0, 0, 0, 0);
    for _ in 0..chains() {
        let k = *[5, 7, 10].get(random.random_range(0..3)).expect("three");
        let shape = any_shape(&mut random);
        let chain = Chain::random(&mut random, shape);
        let rules = Own(MinGroup::new(k).expect("an offered threshold"));
        let Some((release, rounds)) = release(&chain, &rules) else {
            refused += 1;
            continue;
        };
        assert_eq!(breaches(&release.case), [], "{shape:?}");
        most = most.max(rounds);
        own += release.rows.iter().filter(|row| **row).count();
        rows += release.rows.len();
    }
    println!("{own} of {rows} branches on their own, at most {most} rounds, {refused} refused");
    assert!(
        refused * 20 <= chains(),
        "{refused} of {} refused",
        chains()
    );
    assert!(own * 3 > rows, "{own} of {rows}");
}

#[test]
fn branches_of_eighteen_stay_on_their_own() {
    let mut random = ChaCha8Rng::seed_from_u64(6);
    let shape = Shape {
        branches: 40,
        staff: 18.0,
        items: 4,
        response: 0.75,
        missing: 0.02,
        agreement: 0.1,
    };
    let (mut own, mut rows) = (0, 0);
    for _ in 0..2 {
        let chain = Chain::random(&mut random, shape);
        let (release, _) = release(&chain, &Own(MinGroup::default())).expect("not refused");
        own += release.rows.iter().filter(|row| **row).count();
        rows += release.rows.len();
    }
    assert!(own * 100 >= rows * 85, "{own} of {rows}");
}

/// Shows everything from the threshold on, in full.
pub(super) struct Threshold {
    pub(super) hides_next: bool,
}

impl Rules for Threshold {
    fn guard(&self, parts: &[Parts], _: &[Option<Reason>], _: &[bool]) -> Protection {
        let counts: Vec<u32> = parts.iter().map(|row| row.total()).collect();
        let is_open = |n: &u32| if *n < 5 { Err(Reason::TooFew) } else { Ok(()) };
        Protection {
            rows: if self.hides_next {
                visible_rows(&counts, self.min_group())
            } else {
                counts.iter().map(is_open).collect()
            },
            groups: Ok(()),
        }
    }

    fn cell(&self, tally: &Tally) -> Published<Score> {
        let Some(mean) = tally.mean().filter(|_| tally.n >= 5) else {
            return Published::Hidden(Reason::TooFew);
        };
        let share = |n: u32| f64::from(n) / f64::from(tally.levels.iter().sum::<u32>());
        Published::Shown {
            value: Score {
                mean,
                interval: None,
                favourable: Some(Favourable::Exact {
                    levels: tally.levels.map(share),
                    favourable: share(tally.levels[3] + tally.levels[4]),
                    unfavourable: share(tally.levels[0] + tally.levels[1]),
                    interval: (0.0, 1.0),
                }),
            },
            n: ShownCount::Exact(tally.n),
        }
    }

    fn min_group(&self) -> MinGroup {
        MinGroup::default()
    }

    fn merges(&self) -> bool {
        false
    }
}

#[test]
fn a_threshold_alone_is_rejected_and_so_is_hiding_the_next_smallest() {
    let mut random = ChaCha8Rng::seed_from_u64(7);
    for round in 0..12 {
        let shape = Shape {
            branches: 12,
            staff: 18.0,
            items: 2,
            response: 0.75,
            missing: 0.02,
            agreement: 0.1,
        };
        let chain = Chain::random(&mut random, shape);
        for hides_next in [false, true] {
            let rules = Threshold { hides_next };
            let release = publish(&chain, &rules, &Withdrawn::default());
            let found = breaches(&release.case);
            let small = found
                .iter()
                .find(|breach| breach.kind == BreachKind::SmallSet);
            let small = small.unwrap_or_else(|| panic!("{round} {hides_next} {found:?}"));
            assert!(small.people < 5 && !small.combination.is_empty());
            assert!(
                found
                    .iter()
                    .any(|breach| breach.kind == BreachKind::ExactCount)
            );
        }
    }
}

#[test]
fn a_company_of_one_mind_is_told_or_refused_never_shown_in_detail() {
    for (people, is_refused) in [(60, false), (12, true)] {
        let sheets = vec![vec![5_u8, 5]; people];
        let mut chain = Chain::random(
            &mut ChaCha8Rng::seed_from_u64(1),
            Shape {
                branches: 1,
                staff: 40.0,
                items: 2,
                response: 1.0,
                missing: 0.0,
                agreement: 0.0,
            },
        );
        let half = people / 2;
        chain.sheets = vec![sheets[..half].to_vec(), sheets[half..].to_vec()];
        let rules = Own(MinGroup::default());
        let release = release(&chain, &rules);
        let shows = release.is_some_and(|(release, _)| {
            release
                .case
                .statements
                .iter()
                .any(|it| matches!(it.fact, Fact::Mean { low, .. } if low > 4.9))
        });
        assert_eq!(shows, !is_refused, "{people}");
    }
}
