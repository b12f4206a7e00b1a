//! The auditor on simulated chains: how long it takes, and what is left to show.
//!
//! `cargo bench --bench audit` tells the speed for 12, 40, 100 and 300 branches of two groups, 50
//! questions and two waves; `cargo bench --bench audit -- useful` how much the project's own rules
//! show after all rounds of withdrawing. Sizes can be given: `-- 100`.

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

#[path = "../it/audit/chain.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod chain;
#[path = "../it/audit/people.rs"]
mod people;

use std::time::Instant;

use chain::{Own, Withdrawn, publish, release};
use frontline::disclosure::audit::{Case, Verdict, audit};
use frontline::domain::MinGroup;
use people::{Chain, Shape};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// Dimensions of a questionnaire, of four items each.
const DIMENSIONS: usize = 10;

fn shape(branches: usize) -> Shape {
    Shape {
        branches,
        staff: 18.0,
        items: 4,
        response: 0.75,
        missing: 0.02,
        agreement: 0.1,
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<usize> = arguments.iter().filter_map(|it| it.parse().ok()).collect();
    let sizes = if given.is_empty() {
        vec![12, 40, 100, 300]
    } else {
        given
    };
    let is_useful = arguments.iter().any(|it| it == "useful");
    for branches in sizes {
        if is_useful {
            [5, 7, 10].iter().for_each(|k| usefulness(branches, *k));
        } else {
            speed(branches);
        }
    }
}

/// Two waves of a whole questionnaire in one case: as first published, or as released after all rounds
/// of withdrawing.
fn questionnaire(branches: usize, is_released: bool) -> Case {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let mut whole = Case {
        min_group: 5,
        ..Case::default()
    };
    for part in 0..2 * DIMENSIONS {
        let chain = Chain::random(&mut random, shape(branches));
        let rules = Own(MinGroup::default());
        let case = if is_released {
            let released = release(&chain, &rules);
            released.expect("the own rules come to a release").0.case
        } else {
            publish(&chain, &rules, &Withdrawn::default()).case
        };
        for mut population in case.populations {
            for question in &mut population.questions {
                question.key = format!("{part} {}", question.key);
            }
            whole.populations.push(population);
        }
        for mut statement in case.statements {
            statement.wave = part;
            whole.statements.push(statement);
        }
    }
    whole
}

fn speed(branches: usize) {
    for is_released in [true, false] {
        let case = questionnaire(branches, is_released);
        timed(branches, (&case, is_released), true);
        timed(branches, (&without_example(&case), is_released), false);
    }
}

fn without_example(case: &Case) -> Case {
    let mut case = case.clone();
    for atom in case.populations.iter_mut().flat_map(|it| &mut it.atoms) {
        atom.example.clear();
    }
    case
}

fn timed(branches: usize, (case, is_released): (&Case, bool), is_shown: bool) {
    let start = Instant::now();
    let verdict = audit(case, &()).expect("the case fits together");
    let took = start.elapsed().as_secs_f64();
    let found = match verdict {
        Verdict::Proven(_) => 0,
        Verdict::Broken(breaches) => breaches.len(),
    };
    println!(
        "audit: {branches} branches, {} questions, {} statements {}, {} an example: {took:.2} s, {found} breaches",
        case.populations
            .iter()
            .map(|it| it.questions.len())
            .sum::<usize>(),
        case.statements.len(),
        if is_released {
            "of a release"
        } else {
            "at first"
        },
        if is_shown { "with" } else { "without" },
    );
}

fn usefulness(branches: usize, k: u32) {
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let rules = Own(MinGroup::new(k).expect("an offered threshold"));
    let (mut own, mut rows, mut shown, mut cells, mut most, mut refused) = (0, 0, 0, 0, 0, 0);
    let start = Instant::now();
    for _ in 0..DIMENSIONS {
        let chain = Chain::random(&mut random, shape(branches));
        let Some((release, rounds)) = release(&chain, &rules) else {
            refused += 1;
            continue;
        };
        own += release.rows.iter().filter(|row| **row).count();
        rows += release.rows.len();
        shown += release.cells.0;
        cells += release.cells.1;
        most = most.max(rounds);
    }
    println!(
        "useful: {branches} branches, k = {k}: {:.1} % of branches on their own, {:.1} % of cells shown, at most {most} rounds, {refused} refused, {:.2} s a dimension",
        percent(own, rows),
        percent(shown, cells),
        start.elapsed().as_secs_f64() / 10.0,
    );
}

fn percent(part: usize, all: usize) -> f64 {
    let float = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    100.0 * float(part) / float(all.max(1))
}
