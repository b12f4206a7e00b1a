//! The auditor against brute force: all data sets of a few people that agree with the figures.
//!
//! For one question the two must agree in both directions on single atoms. The auditor may say more
//! about sets of several atoms: any combination of known sums that touches few people, whatever its
//! factors, is a breach for it. It must never say less.

use std::collections::BTreeSet;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::{Atom, BreachKind, Case, Fact, Population, Statement, atom, breaches, question, says};

const SMALL: u32 = 10;

/// One data set: for each atom how many gave each level.
type Data = Vec<Vec<u32>>;

/// All ways in which `people` can fall into `levels` levels.
fn ways(people: u32, levels: usize) -> Vec<Vec<u32>> {
    if levels == 1 {
        return vec![vec![people]];
    }
    (0..=people)
        .flat_map(|first| {
            let rest = ways(people - first, levels - 1).into_iter();
            rest.map(move |rest| std::iter::once(first).chain(rest).collect())
        })
        .collect()
}

fn agrees(data: &Data, statement: &Statement) -> bool {
    let levels = data[0].len();
    let mut counts = vec![0_u32; levels];
    for atom in &statement.atoms {
        counts
            .iter_mut()
            .zip(&data[*atom])
            .for_each(|(all, n)| *all += n);
    }
    let people = f64::from(counts.iter().sum::<u32>());
    let count = |from: f64, to: f64| {
        let inside = (1..)
            .zip(&counts)
            .filter(|(level, _)| (from..=to).contains(&f64::from(*level)));
        f64::from(inside.map(|(_, n)| *n).sum::<u32>())
    };
    let (value, low, high) = match statement.fact {
        Fact::Mean { low, high } => {
            let sum: f64 = (1..)
                .zip(&counts)
                .map(|(level, n)| f64::from(level * n))
                .sum();
            (sum / people, low, high)
        }
        Fact::Share {
            from,
            to,
            low,
            high,
        } => (count(from, to) / people, low, high),
        Fact::Squares { low, high } => {
            let sum: u32 = (1..).zip(&counts).map(|(level, n)| level * level * n).sum();
            (f64::from(sum) / people, low, high)
        }
        Fact::Count { .. } | Fact::Net { .. } => return true,
    };
    low - 1e-9 <= value && value <= high + 1e-9
}

/// Every data set that agrees with every figure.
fn agreeing(case: &Case) -> Vec<Data> {
    let population = &case.populations[0];
    let levels = population.questions[0].values.len();
    let mut all: Vec<Data> = vec![Vec::new()];
    for atom in &population.atoms {
        let ways = ways(atom.answered[0], levels);
        all = all
            .into_iter()
            .flat_map(|data| {
                ways.iter()
                    .map(move |way| data.iter().chain([way]).cloned().collect::<Data>())
            })
            .collect();
    }
    all.retain(|data| {
        case.statements
            .iter()
            .all(|statement| agrees(data, statement))
    });
    all
}

/// What is true of an atom in every data set.
fn provable(case: &Case, data: &[Data], at: usize) -> BTreeSet<BreachKind> {
    let people = case.populations[0].atoms[at].answered[0];
    let levels = case.populations[0].questions[0].values.len();
    let mut found = BTreeSet::new();
    let all = |holds: &dyn Fn(&Vec<u32>) -> bool| data.iter().all(|data| holds(&data[at]));
    let within =
        |from: usize, to: usize| all(&|counts| counts[from..to].iter().sum::<u32>() == people);
    let below = levels / 2;
    let above = levels.div_ceil(2);
    if people < SMALL && people > 0 {
        if (0..levels).any(|level| within(level, level + 1)) {
            found.insert(BreachKind::Unanimous);
        }
        if within(0, below) || within(above, levels) {
            found.insert(BreachKind::Side);
        }
        let first = &data[0][at];
        if (0..levels).any(|l| first[l] > 0 && all(&|counts| counts[l] == first[l])) {
            found.insert(BreachKind::ExactCount);
        }
        if people < case.min_group {
            if (0..levels).any(|level| all(&|counts| counts[level] > 0)) {
                found.insert(BreachKind::Answer);
            }
            let sum = |counts: &Vec<u32>| (1..).zip(counts).map(|(l, n)| l * n).sum::<u32>();
            if all(&|counts| sum(counts) == sum(first)) {
                found.insert(BreachKind::SmallSet);
            }
        }
    }
    found
}

/// Do all data sets agree on how many of an atom gave some of the levels?
fn share_is_known(data: &[Data], at: usize) -> bool {
    let levels = data[0][at].len();
    let count = |data: &Data, from: usize, to: usize| data[at][from..to].iter().sum::<u32>();
    let mut ranges = (0..levels).flat_map(|from| (from + 1..=levels).map(move |to| (from, to)));
    ranges.any(|(from, to)| {
        let is_some = to - from < levels;
        is_some
            && data
                .iter()
                .all(|it| count(it, from, to) == count(&data[0], from, to))
    })
}

/// Figures about random sets of a few people, as exact or coarse as they come.
fn random_case(random: &mut ChaCha8Rng) -> Case {
    let levels = *[2_u8, 3, 5].get(random.random_range(0..3)).expect("three");
    let atoms = random.random_range(2..=4);
    let mut left = 8_u32;
    let mut sizes = Vec::new();
    for more in (0..atoms).rev() {
        let n = random.random_range(0..=(left - more).min(4));
        left -= n;
        sizes.push(n);
    }
    let data: Data = sizes
        .iter()
        .map(|n| {
            let mut counts = vec![0; usize::from(levels)];
            let lean = random.random_range(0..usize::from(levels));
            for _ in 0..*n {
                let level = if random.random_bool(0.6) {
                    lean
                } else {
                    random.random_range(0..usize::from(levels))
                };
                counts[level] += 1;
            }
            counts
        })
        .collect();
    let mut statements = Vec::new();
    for _ in 0..random.random_range(1..=5) {
        let set: Vec<usize> = (0..atoms as usize)
            .filter(|_| random.random_bool(0.6))
            .collect();
        let people: u32 = set.iter().map(|atom| sizes[*atom]).sum();
        if people > 0 {
            statements.push(says(&set, random_fact(random, &set, &data)));
        }
    }
    let is_shown = random.random_bool(0.5);
    let people = sizes.iter().enumerate().map(|(at, n)| Atom {
        example: if is_shown {
            vec![data[at].clone()]
        } else {
            Vec::new()
        },
        ..atom(&at.to_string(), *n)
    });
    Case {
        min_group: random.random_range(2..=5),
        populations: vec![Population {
            wave: "w".to_owned(),
            questions: vec![question(levels)],
            atoms: people.collect(),
        }],
        statements,
    }
}

fn random_fact(random: &mut ChaCha8Rng, set: &[usize], data: &Data) -> Fact {
    let levels = data[0].len();
    let mut counts = vec![0_u32; levels];
    for atom in set {
        counts
            .iter_mut()
            .zip(&data[*atom])
            .for_each(|(all, n)| *all += n);
    }
    let people = f64::from(counts.iter().sum::<u32>());
    let width = *[0.0, 0.05, 0.3, 1.0]
        .get(random.random_range(0..4))
        .expect("four");
    if random.random_bool(0.15) {
        let sum: u32 = (1..).zip(&counts).map(|(level, n)| level * level * n).sum();
        let value = f64::from(sum) / people;
        Fact::Squares {
            low: value - width * random.random::<f64>(),
            high: value + width * random.random::<f64>(),
        }
    } else if random.random_bool(0.7) {
        let sum: f64 = (1..).zip(&counts).map(|(l, n)| f64::from(l * n)).sum();
        let (low, high) = (
            sum / people - width * random.random::<f64>(),
            sum / people + width * random.random::<f64>(),
        );
        Fact::Mean { low, high }
    } else {
        let from = random.random_range(0..levels);
        let to = random.random_range(from..levels);
        let share = f64::from(counts[from..=to].iter().sum::<u32>()) / people;
        let level = |at: usize| f64::from(u32::try_from(at + 1).expect("few levels"));
        Fact::Share {
            from: level(from),
            to: level(to),
            low: share - width * random.random::<f64>(),
            high: share + width * random.random::<f64>(),
        }
    }
}

fn cases() -> usize {
    let asked = std::env::var("FRONTLINE_AUDIT_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(400)
}

#[test]
fn the_auditor_proves_exactly_what_all_data_sets_have_in_common() {
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let (mut safe, mut broken) = (0, 0);
    for _ in 0..cases() {
        let case = random_case(&mut random);
        let data = agreeing(&case);
        assert!(
            !data.is_empty(),
            "the answers behind the figures agree with them"
        );
        let found = breaches(&case);
        assert!(
            found.iter().all(|it| it.kind != BreachKind::Undecided),
            "{case:#?}"
        );
        let mut has_any = false;
        for at in 0..case.populations[0].atoms.len() {
            let provable = provable(&case, &data, at);
            let about = |set: &Vec<usize>| set.contains(&at);
            let is_found = found.iter().any(|breach| about(&breach.atoms));
            has_any |= !provable.is_empty();
            assert!(
                provable.is_empty() || is_found,
                "missed {provable:?} of {at}: {case:#?} {found:#?}"
            );
            // Of an atom by itself nothing may be said that is not true of all data sets.
            for breach in found.iter().filter(|breach| breach.atoms == [at]) {
                // A known share of a few people is a sum as well.
                let is_share = breach.kind == BreachKind::SmallSet && share_is_known(&data, at);
                let is_true = is_share || provable.contains(&breach.kind);
                assert!(is_true, "{at} {breach:#?} {provable:?} {case:#?}");
            }
        }
        if has_any {
            broken += 1;
        } else {
            safe += 1;
        }
    }
    assert!(
        safe > cases() / 20 && broken > cases() / 20,
        "{safe} {broken}"
    );
}

#[test]
fn what_is_computed_of_several_atoms_is_the_same_in_all_data_sets() {
    let mut random = ChaCha8Rng::seed_from_u64(12);
    let mut computed = 0;
    for _ in 0..cases() {
        let case = random_case(&mut random);
        let data = agreeing(&case);
        for breach in breaches(&case)
            .iter()
            .filter(|it| it.kind == BreachKind::SmallSet)
        {
            assert!(breach.people < case.min_group, "{breach:?}");
            for (statement, _) in &breach.combination {
                assert!(breach.statements.contains(statement));
            }
            let is_mean =
                |at: &(usize, f64)| matches!(case.statements[at.0].fact, Fact::Mean { .. });
            if breach.combination.is_empty() || !breach.combination.iter().all(is_mean) {
                continue;
            }
            computed += 1;
            let value = |data: &Data| -> f64 {
                let of = |(statement, times): &(usize, f64)| {
                    let atoms = &case.statements[*statement].atoms;
                    let sum = |atom: &usize| -> f64 {
                        (1..).zip(&data[*atom]).map(|(l, n)| f64::from(l * n)).sum()
                    };
                    times * atoms.iter().map(sum).sum::<f64>()
                };
                breach.combination.iter().map(of).sum()
            };
            let first = value(&data[0]);
            assert!(data.iter().all(|data| (value(data) - first).abs() < 1e-6));
            // Nobody outside the set has a part in it.
            for at in 0..case.populations[0].atoms.len() {
                let factor: f64 = breach
                    .combination
                    .iter()
                    .filter(|(statement, _)| case.statements[*statement].atoms.contains(&at))
                    .map(|(_, times)| times)
                    .sum();
                let is_empty = case.populations[0].atoms[at].answered[0] == 0;
                assert_eq!(
                    factor.abs() > 1e-9 && !is_empty,
                    breach.atoms.contains(&at) && !is_empty,
                    "{breach:?} {case:#?}"
                );
            }
        }
    }
    assert!(computed > 20, "{computed}");
}
