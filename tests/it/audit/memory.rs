//! What an audit remembers of earlier ones changes how long it takes and nothing else.

use std::collections::BTreeSet;

use frontline::disclosure::audit::{Breach, BreachKind, Case, Memory, audit_again};
use frontline::domain::MinGroup;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::breaches;
use super::chain::{Own, Rules, Withdrawn, publish};
use super::people::{Chain, Shape};
use super::rules::Threshold;

const ANYTHING: Threshold = Threshold { hides_next: false };

fn found(breaches: &[Breach]) -> BTreeSet<(usize, usize, Vec<usize>, BreachKind)> {
    let found = breaches
        .iter()
        .map(|it| (it.wave, it.question, it.atoms.clone(), it.kind));
    found.collect()
}

fn again(case: &Case, memory: &Memory) -> Vec<Breach> {
    let audited = audit_again(case, memory, &()).expect("the case fits together");
    audited.breaches
}

#[test]
fn an_audit_with_a_memory_finds_what_one_without_finds() {
    let mut random = ChaCha8Rng::seed_from_u64(21);
    let shape = Shape {
        branches: 10,
        staff: 14.0,
        items: 3,
        response: 0.7,
        missing: 0.05,
        agreement: 0.2,
    };
    let (mut broken, mut mended) = (0, 0);
    for round in 0..12 {
        let chain = Chain::random(&mut random, shape);
        let own = Own(MinGroup::default());
        let rules: &dyn Rules = if round % 2 == 0 { &own } else { &ANYTHING };
        let mut case = publish(&chain, rules, &Withdrawn::default()).case;
        let memory = Memory::default();
        for _ in 0..4 {
            let (with, without) = (again(&case, &memory), breaches(&case));
            assert_eq!(found(&with), found(&without));
            broken += usize::from(!without.is_empty());
            // What was found goes first, and something else with it.
            let gone: BTreeSet<usize> = without
                .iter()
                .filter_map(|it| it.statements.first().copied())
                .collect();
            let mut position = 0;
            case.statements.retain(|_| {
                let stays = !gone.contains(&position) && random.random_bool(0.9);
                position += 1;
                stays
            });
            mended += gone.len();
        }
        // The same figures once more: everything safe is known by now.
        assert_eq!(found(&again(&case, &memory)), found(&breaches(&case)));
    }
    assert!(broken > 5 && mended > 5, "{broken} broken, {mended} mended");
}

#[test]
fn what_becomes_provable_is_found_though_the_same_people_were_safe_before() {
    let mut random = ChaCha8Rng::seed_from_u64(22);
    let shape = Shape {
        branches: 8,
        staff: 16.0,
        items: 2,
        response: 0.7,
        missing: 0.0,
        agreement: 0.1,
    };
    let memory = Memory::default();
    let mut caught = 0;
    for _ in 0..6 {
        let chain = Chain::random(&mut random, shape);
        let own = Own(MinGroup::default());
        let safe = publish(&chain, &own, &Withdrawn::default()).case;
        let few = publish(&chain, &ANYTHING, &Withdrawn::default()).case;
        drop(again(&safe, &memory));
        let more = again(&few, &memory);
        assert_eq!(found(&more), found(&breaches(&few)));
        caught += more.len();
    }
    assert!(caught > 0, "nothing small was shown");
}
