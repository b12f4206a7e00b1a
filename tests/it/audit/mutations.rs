//! One thing made wrong in a safe release is caught every time.

use frontline::disclosure::audit::{Atom, BreachKind, Case, Fact, Statement, Verdict};
use frontline::domain::MinGroup;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::chain::{Own, release};
use super::people::{Chain, Shape};
use super::{breaches, mean, verdict};

/// Safe releases of simulated chains.
fn safe_cases(count: usize) -> Vec<Case> {
    let mut random = ChaCha8Rng::seed_from_u64(8);
    let shape = Shape {
        branches: 10,
        staff: 18.0,
        items: 2,
        response: 0.7,
        missing: 0.02,
        agreement: 0.1,
    };
    let mut cases = Vec::new();
    while cases.len() < count {
        let chain = Chain::random(&mut random, shape);
        if let Some((release, _)) = release(&chain, &Own(MinGroup::default())) {
            assert!(matches!(verdict(&release.case), Verdict::Proven(_)));
            cases.push(release.case);
        }
    }
    cases
}

fn people(case: &Case, atom: usize) -> u32 {
    case.populations[0].atoms[atom].answered[0]
}

/// The mean of the first question over some atoms, as it was answered.
fn true_mean(case: &Case, atoms: &[usize]) -> f64 {
    let (mut sum, mut n) = (0, 0);
    for atom in atoms {
        let levels = &case.populations[0].atoms[*atom].example[0];
        sum += (1..).zip(levels).map(|(level, n)| level * n).sum::<u32>();
        n += levels.iter().sum::<u32>();
    }
    f64::from(sum) / f64::from(n)
}

fn says(atoms: Vec<usize>, fact: Fact) -> Statement {
    Statement {
        wave: 0,
        question: 0,
        atoms,
        fact,
        place: "mutation".to_owned(),
    }
}

/// Takes a few people out of an atom into one of their own, behind all others.
fn split(case: &mut Case, atom: usize, few: u32) -> usize {
    let atoms = &mut case.populations[0].atoms;
    let mut own = Atom {
        name: "few".to_owned(),
        invited: None,
        answered: vec![0; atoms[atom].answered.len()],
        example: vec![vec![0; 5]; atoms[atom].example.len()],
    };
    for question in 0..own.example.len() {
        for _ in 0..few {
            let levels = &mut atoms[atom].example[question];
            let level = levels.iter().position(|n| *n > 0).expect("enough people");
            levels[level] -= 1;
            own.example[question][level] += 1;
        }
        atoms[atom].answered[question] -= few;
        own.answered[question] = few;
    }
    let composed = own.answered.len() - 1;
    atoms[atom].answered[composed] -= few;
    own.answered[composed] = few;
    let position = atoms.len();
    atoms.push(own);
    for statement in &mut case.statements {
        if statement.atoms.contains(&atom) {
            statement.atoms.push(position);
        }
    }
    position
}

/// An atom with enough people, whose mean stands in the release by itself.
fn shown_atom(case: &Case, at_least: u32) -> usize {
    let shown = case.statements.iter().find(|statement| {
        let is_mean = matches!(statement.fact, Fact::Mean { .. });
        is_mean
            && statement.question == 0
            && statement.atoms.len() == 1
            && people(case, statement.atoms[0]) >= at_least
    });
    shown.expect("a group that is shown").atoms[0]
}

fn assert_caught(case: &Case, kinds: &[BreachKind], what: &str) {
    let found = breaches(case);
    assert!(
        found.iter().any(|breach| kinds.contains(&breach.kind)),
        "{what}: {found:#?}"
    );
}

#[test]
fn one_merge_dropped_or_one_extra_group_is_caught() {
    for mut case in safe_cases(12) {
        let atom = shown_atom(&case, 9);
        let few = split(&mut case, atom, 3);
        assert!(breaches(&case).is_empty(), "splitting alone says nothing");
        let rest = true_mean(&case, &[atom]);
        case.statements.push(says(vec![atom], mean(rest)));
        assert_caught(&case, &[BreachKind::SmallSet], "extra group");
        let found = breaches(&case);
        let own = found
            .iter()
            .find(|it| it.atoms == [few] && it.question == 0)
            .expect("the few");
        assert_eq!(own.people, 3);
        // The reader's way: the whole less the rest.
        let sum: f64 = own
            .combination
            .iter()
            .map(|(statement, times)| {
                let atoms = &case.statements[*statement].atoms;
                let n: u32 = atoms.iter().map(|atom| people(&case, *atom)).sum();
                times * true_mean(&case, atoms) * f64::from(n)
            })
            .sum();
        assert!((sum / 3.0 - true_mean(&case, &[few])).abs() < 1e-6);
    }
}

#[test]
fn one_total_more_is_caught() {
    for mut case in safe_cases(12) {
        let atom = shown_atom(&case, 9);
        let few = split(&mut case, atom, 2);
        let all: Vec<usize> = (0..few).collect();
        let value = true_mean(&case, &all);
        // The company without the few, beside the company.
        case.statements.push(says(all, mean(value)));
        assert_caught(&case, &[BreachKind::SmallSet], "total");
    }
}

#[test]
fn one_mean_unrounded_is_caught() {
    let mut caught = 0;
    for mut case in safe_cases(12) {
        let clipped = case.statements.iter().position(|statement| {
            statement.question == 0
                && statement.atoms.len() == 1
                && (5..10).contains(&people(&case, statement.atoms[0]))
                && matches!(statement.fact, Fact::Mean { .. })
        });
        let Some(at) = clipped else { continue };
        let atom = case.statements[at].atoms[0];
        let n = people(&case, atom);
        // Everybody of that group agrees, which the clipped mean would not have said.
        for statement in case.statements.iter_mut().filter(|it| it.question != 0) {
            statement.fact = Fact::Count {
                low: 0,
                high: u32::MAX,
            };
        }
        case.statements
            .retain(|it| !it.atoms.contains(&atom) || it.atoms == [atom]);
        case.populations[0].atoms[atom].example[0] = vec![0, 0, 0, 0, n];
        case.statements[..]
            .iter_mut()
            .filter(|it| it.atoms == [atom])
            .for_each(|it| {
                if matches!(it.fact, Fact::Mean { .. }) && it.question == 0 {
                    it.fact = Fact::Mean {
                        low: 4.45,
                        high: 5.0,
                    };
                }
            });
        let about = |case: &Case| breaches(case).iter().any(|it| it.atoms == [atom]);
        assert!(!about(&case), "clipped, it is safe");
        case.statements
            .iter_mut()
            .filter(|it| it.atoms == [atom])
            .for_each(|it| {
                if matches!(it.fact, Fact::Mean { .. }) {
                    it.fact = mean(5.0);
                }
            });
        assert_caught(&case, &[BreachKind::Unanimous], "unrounded");
        assert!(about(&case));
        caught += 1;
    }
    assert!(caught > 6, "{caught}");
}

#[test]
fn one_distribution_too_early_is_caught() {
    for mut case in safe_cases(12) {
        let atom = (0..case.populations[0].atoms.len())
            .find(|atom| (5..10).contains(&people(&case, *atom)))
            .expect("a group of 5 to 9");
        let levels = case.populations[0].atoms[atom].example[0].clone();
        let n = f64::from(people(&case, atom));
        for (level, count) in (1_u8..).zip(levels) {
            let share = f64::from(count) / n;
            let level = f64::from(level);
            case.statements.push(says(
                vec![atom],
                Fact::Share {
                    from: level,
                    to: level,
                    low: share,
                    high: share,
                },
            ));
        }
        let kinds = [
            BreachKind::ExactCount,
            BreachKind::Unanimous,
            BreachKind::Side,
        ];
        assert_caught(&case, &kinds, "distribution");
    }
}

#[test]
fn a_second_release_after_one_late_answer_is_caught() {
    for mut case in safe_cases(12) {
        let all: Vec<usize> = (0..case.populations[0].atoms.len()).collect();
        let mut late = case.populations[0].atoms[0].clone();
        late.name.push('+');
        late.answered = vec![1; late.answered.len()];
        late.example = vec![vec![0, 1, 0, 0, 0]; late.example.len()];
        let position = all.len();
        case.populations[0].atoms.push(late);
        let mut with: Vec<usize> = all;
        with.push(position);
        let value = true_mean(&case, &with);
        case.statements.push(says(with, mean(value)));
        assert_caught(&case, &[BreachKind::SmallSet], "late answer");
        let found = breaches(&case);
        let own = found
            .iter()
            .find(|it| it.kind == BreachKind::SmallSet)
            .expect("found");
        assert_eq!((own.atoms.as_slice(), own.people), (&[position][..], 1));
    }
}

/// Two waves of the same people; in the second `leavers` of one group are gone.
fn two_waves(mut case: Case, leavers: u32, is_full: bool) -> Case {
    let atom = shown_atom(&case, 9);
    let population = &mut case.populations[0];
    for own in &mut population.atoms {
        // Everybody answered everything.
        let n = own.answered.iter().copied().max().unwrap_or(0);
        own.answered = vec![n; own.answered.len()];
        own.invited = Some(if is_full { n } else { n + 1 });
        own.example.clear();
    }
    let mut later = population.clone();
    "later".clone_into(&mut later.wave);
    let own = &mut later.atoms[atom];
    let n = own.answered[0] - leavers;
    own.answered = vec![n; own.answered.len()];
    own.invited = Some(if is_full { n } else { n + 1 });
    case.populations.push(later);
    // The company's mean in both waves, and nothing else.
    let all: Vec<usize> = (0..case.populations[0].atoms.len()).collect();
    case.statements = vec![says(all.clone(), mean(3.5)), says(all, mean(3.5))];
    case.statements[1].wave = 1;
    let sum = |wave: usize| -> u32 {
        let atoms = &case.populations[wave].atoms;
        atoms.iter().map(|atom| atom.answered[0]).sum()
    };
    // A sum of whole answers.
    let values = [0, 1].map(|wave| (3.5 * f64::from(sum(wave))).round() / f64::from(sum(wave)));
    for (statement, value) in case.statements.iter_mut().zip(values) {
        statement.fact = mean(value);
    }
    case
}

#[test]
fn one_leaver_between_waves_is_caught_where_everybody_answered() {
    for case in safe_cases(6) {
        let found = breaches(&two_waves(case.clone(), 1, true));
        let own = found
            .iter()
            .find(|it| it.kind == BreachKind::Changed)
            .expect("the leaver");
        assert_eq!((own.wave, own.people), (1, 1));
        assert!(
            breaches(&two_waves(case.clone(), 0, true)).is_empty(),
            "nobody left"
        );
        assert!(
            breaches(&two_waves(case.clone(), 5, true)).is_empty(),
            "enough left"
        );
        assert!(
            breaches(&two_waves(case, 1, false)).is_empty(),
            "who answered is unknown"
        );
    }
}
