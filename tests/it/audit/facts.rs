//! Single facts: counts, composed questions with their parts, what does not fit together, watching.

use std::sync::atomic::{AtomicUsize, Ordering};

use frontline::disclosure::audit::{Stopped, Watch};

use super::{
    Atom, BreachKind, Case, Certificate, Fact, Population, Question, Statement, Verdict, atom,
    audit, breaches, mean, question, says, verdict,
};

fn case(sizes: &[u32], statements: Vec<Statement>) -> Case {
    let atoms = sizes.iter().zip('a'..);
    Case {
        min_group: 5,
        populations: vec![Population {
            wave: "w".to_owned(),
            questions: vec![question(5)],
            atoms: atoms.map(|(n, name)| atom(&name.to_string(), *n)).collect(),
        }],
        statements,
    }
}

fn exactly(n: u32) -> Fact {
    Fact::Count { low: n, high: n }
}

#[test]
fn a_count_below_the_threshold_must_not_follow_from_others() {
    let shown = |fact| {
        vec![
            says(&[0, 1], exactly(16)),
            says(&[0], exactly(12)),
            says(&[1], fact),
        ]
    };
    let found = breaches(&case(&[12, 4], shown(Fact::Count { low: 1, high: 4 })));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind, found[0].people), (BreachKind::Count, 4));
    // Beside a second hidden one it stays open.
    let open = vec![
        says(&[0, 1, 2], exactly(22)),
        says(&[0], exactly(12)),
        says(&[1], Fact::Count { low: 1, high: 4 }),
    ];
    assert_eq!(breaches(&case(&[12, 3, 7], open)), []);
}

#[test]
fn three_hidden_counts_at_their_most_are_told_by_their_sum() {
    let below = Fact::Count { low: 1, high: 4 };
    let shown = |sum| {
        vec![
            says(&[0, 1, 2], exactly(sum)),
            says(&[0], below),
            says(&[1], below),
            says(&[2], below),
        ]
    };
    assert_eq!(breaches(&case(&[4, 4, 4], shown(12))).len(), 3);
    assert_eq!(breaches(&case(&[4, 3, 4], shown(11))), []);
}

#[test]
fn who_was_invited_bounds_a_count() {
    let mut tight = case(
        &[12, 3],
        vec![
            says(&[0, 1], exactly(15)),
            says(&[0], Fact::Count { low: 12, high: 20 }),
        ],
    );
    tight.populations[0].atoms[0].invited = Some(12);
    let found = breaches(&tight);
    assert!(
        found
            .iter()
            .any(|it| it.kind == BreachKind::Count && it.people == 3),
        "{found:?}"
    );
    tight.populations[0].atoms[0].invited = Some(20);
    assert_eq!(breaches(&tight), []);
}

/// Two items and the dimension they make up, for a group of six beside one of twenty.
fn dimension(item: f64, other: f64, both: Fact) -> Case {
    let item_of = |key: &str| Question {
        key: key.to_owned(),
        ..question(5)
    };
    let composed = Question {
        is_composed: true,
        parts: vec![0, 1],
        ..item_of("dimension")
    };
    let person = |name: &str, n: u32| Atom {
        answered: vec![n; 3],
        ..atom(name, n)
    };
    let of = |question: usize, fact: Fact| Statement {
        question,
        ..says(&[0], fact)
    };
    Case {
        min_group: 5,
        populations: vec![Population {
            wave: "w".to_owned(),
            questions: vec![item_of("one"), item_of("two"), composed],
            atoms: vec![person("a", 6), person("b", 20)],
        }],
        statements: vec![
            // Clipped: somewhere from 4.45 on.
            of(
                0,
                Fact::Mean {
                    low: item,
                    high: 5.0,
                },
            ),
            of(1, mean(other)),
            of(2, both),
        ],
    }
}

#[test]
fn a_dimension_undoes_the_clipping_of_its_item() {
    // 54 points of twelve answers, 24 of them to the second: 30 are left for the first.
    let near = Fact::Mean {
        low: 4.45,
        high: 4.55,
    };
    let found = breaches(&dimension(4.45, 4.0, near));
    let own = found
        .iter()
        .find(|it| it.question == 0)
        .expect("the clipped item");
    assert!(
        own.kind == BreachKind::Unanimous && own.atoms == [0],
        "{found:?}"
    );
    // A dimension that says no more than its items leaves it open.
    let wide = Fact::Mean {
        low: 4.2,
        high: 4.55,
    };
    assert!(
        breaches(&dimension(4.45, 4.0, wide))
            .iter()
            .all(|it| it.question != 0)
    );
}

#[test]
fn a_score_near_the_end_of_the_scale_tells_the_side_of_a_small_group() {
    let of = |low: f64, high: f64| {
        let mut case = case(&[6], vec![says(&[0], Fact::Mean { low, high })]);
        case.populations[0].questions[0].is_composed = true;
        let kinds = breaches(&case).into_iter().map(|it| it.kind);
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(of(4.45, 5.0), []);
    assert_eq!(of(4.85, 4.9), [BreachKind::Side]);
    assert_eq!(of(5.0, 5.0), [BreachKind::Unanimous]);
    assert_eq!(of(1.05, 1.1), [BreachKind::Side]);
}

#[test]
fn bounds_on_several_scores_prove_a_side_only_together() {
    // Six and seven people: the first clipped, both together nearly at the end.
    let of = |both: f64| {
        let mut case = case(
            &[6, 7],
            vec![
                says(
                    &[0],
                    Fact::Mean {
                        low: 4.45,
                        high: 5.0,
                    },
                ),
                says(
                    &[0, 1],
                    Fact::Mean {
                        low: both,
                        high: 5.0,
                    },
                ),
            ],
        );
        case.populations[0].questions[0].is_composed = true;
        breaches(&case).len()
    };
    assert_eq!((of(4.5), of(4.93)), (0, 2));
}

#[test]
fn a_large_group_of_one_mind_is_told() {
    let shown = vec![
        says(&[0, 1], mean(5.0)),
        says(
            &[0],
            Fact::Mean {
                low: 4.45,
                high: 5.0,
            },
        ),
    ];
    let Verdict::Proven(Certificate {
        residual,
        sets,
        statements,
        ..
    }) = verdict(&case(&[6, 30], shown.clone()))
    else {
        panic!("told, not prevented");
    };
    assert_eq!(
        (residual.len(), residual[0].people, residual[0].is_high),
        (1, 36, true)
    );
    assert_eq!((sets, statements), (2, 2));
    assert!(matches!(
        verdict(&case(&[6, 20], shown)),
        Verdict::Broken(_)
    ));
}

#[test]
fn recommendation_figures_are_sums_too() {
    let mut case = case(
        &[12, 4],
        vec![
            says(
                &[0, 1],
                Fact::Net {
                    low: 0.25,
                    high: 0.25,
                },
            ),
            says(
                &[0],
                Fact::Net {
                    low: 0.25,
                    high: 0.25,
                },
            ),
        ],
    );
    case.populations[0].questions[0].values = (0..=10).map(f64::from).collect();
    let found = breaches(&case);
    assert_eq!(found[0].kind, BreachKind::SmallSet);
    assert_eq!(found[0].people, 4);
    case.statements.pop();
    assert_eq!(breaches(&case), []);
}

#[test]
fn figures_that_contradict_each_other_are_refused() {
    let impossible = vec![says(&[0], mean(3.1))];
    let found = breaches(&case(&[7], impossible));
    assert_eq!(
        found[0].kind,
        BreachKind::Undecided,
        "no seven levels have that mean"
    );
    let at_odds = vec![
        says(
            &[0],
            Fact::Mean {
                low: 1.0,
                high: 2.0,
            },
        ),
        says(
            &[0],
            Fact::Mean {
                low: 4.0,
                high: 5.0,
            },
        ),
    ];
    let found = breaches(&case(&[7], at_odds));
    assert!(
        found.iter().any(|it| it.kind == BreachKind::Undecided),
        "{found:?}"
    );
}

#[test]
fn what_does_not_fit_together_is_named() {
    let far = case(&[7], vec![says(&[0], mean(3.0)), says(&[1], mean(3.0))]);
    assert_eq!(audit(&far, &()), Err(Stopped::UnfitStatement(1)));
    let mut unfit = case(&[7], Vec::new());
    unfit.populations[0].atoms[0].answered.clear();
    assert_eq!(audit(&unfit, &()), Err(Stopped::UnfitPopulation(0)));
}

struct Called {
    times: AtomicUsize,
    is_off: bool,
}

impl Watch for Called {
    fn progress(&self, done: f32) {
        assert!((0.0..=1.0).contains(&done));
        self.times.fetch_add(1, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.is_off
    }
}

#[test]
fn an_audit_tells_how_far_it_is_and_can_be_called_off() {
    let case = case(&[7, 8], vec![says(&[0, 1], mean(3.0))]);
    let mut called = Called {
        times: AtomicUsize::new(0),
        is_off: false,
    };
    assert!(matches!(audit(&case, &called), Ok(Verdict::Proven(_))));
    assert!(called.times.load(Ordering::Relaxed) > 0);
    called.is_off = true;
    assert_eq!(audit(&case, &called), Err(Stopped::Cancelled));
}
