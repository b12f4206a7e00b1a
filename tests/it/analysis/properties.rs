//! Any small data set gives findings without a panic and without a number that is none.

use std::sync::Arc;

use frontline::analysis::{Findings, Options, analyze};
use frontline::domain::{
    Answers, Audience, Block, BlockContent, Class, Dataset, StaffGroup, StaffScore, WaveCode,
    WaveData,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::fixtures::{Dice, branch, measure, nps, small_dataset, wave};

/// The shape of a random data set; its content follows from `seed`.
#[derive(Debug, Clone)]
struct Shape {
    seed: u64,
    waves: usize,
    branches: usize,
    most_per_class: u64,
    /// Answers missing, of ten.
    missing: u64,
    is_linked: bool,
    has_means: bool,
    /// All answers equal.
    is_flat: bool,
}

fn shape() -> impl Strategy<Value = Shape> {
    (
        any::<u64>(),
        0..4_usize,
        0..31_usize,
        prop::sample::select(vec![1_u64, 6, 12, 40]),
        0..11_u64,
        any::<(bool, bool, bool)>(),
    )
        .prop_map(
            |(seed, waves, branches, most_per_class, missing, flags)| Shape {
                seed: seed >> 8,
                waves,
                branches,
                most_per_class,
                missing,
                is_linked: flags.0,
                has_means: flags.1,
                is_flat: flags.2,
            },
        )
}

fn dataset(shape: &Shape) -> Dataset {
    let mut dice = Dice::new(shape.seed);
    let questions = small_dataset();
    let code = |place: usize| format!("{place:02}");
    let mut dataset = Dataset {
        branches: (0..shape.branches)
            .map(|b| branch(&code(b), 12, 5))
            .collect(),
        dimensions: questions.dimensions,
        items: questions.items,
        ..Dataset::default()
    };
    for number in 0..shape.waves {
        let name = number.to_string();
        let answers = answers(shape, &dataset, &mut dice);
        dataset.waves.push(WaveData {
            wave: wave(&name),
            answers,
        });
        for place in 0..shape.branches {
            let counts = (dice.below(9), dice.below(9), dice.below(9));
            match dice.below(5) {
                0 => {}
                1 => dataset
                    .outcomes
                    .push(measure(&code(place), "returns", 2.5, Some(counts.0))),
                2 => dataset
                    .outcomes
                    .push(measure(&code(place), "nps", 30.0, None)),
                _ => dataset
                    .outcomes
                    .push(nps(&code(place), &name, "sms", counts)),
            }
            if shape.has_means {
                dataset.staff_scores.push(StaffScore {
                    branch: place,
                    audience: Audience::ALL[usize::try_from(dice.below(3)).unwrap()],
                    wave: WaveCode::new(&name).unwrap(),
                    dimension: usize::try_from(dice.below(4)).unwrap(),
                    value: if shape.is_flat { 3.0 } else { dice.normal() },
                    n: (dice.below(2) == 0).then_some(u32::try_from(counts.1).unwrap()),
                });
            }
        }
    }
    dataset
}

fn answers(shape: &Shape, dataset: &Dataset, dice: &mut Dice) -> Answers {
    if shape.branches == 0 || dice.below(6) == 0 {
        return Answers::default();
    }
    let mut classes = Vec::new();
    let mut rows: Vec<u16> = Vec::new();
    for branch in 0..shape.branches {
        let groups = [
            Some(StaffGroup::Contact),
            Some(StaffGroup::BackOffice),
            None,
        ];
        for group in groups
            .into_iter()
            .skip(usize::try_from(dice.below(3)).unwrap())
        {
            let number = u16::try_from(classes.len()).unwrap();
            let neighbour = branch + 1 < shape.branches && dice.below(12) == 0;
            classes.push(Class {
                branches: if neighbour {
                    vec![branch, branch + 1]
                } else {
                    vec![branch]
                },
                group,
                invited_contact: (dice.below(2) == 0).then_some(9),
                invited_back_office: (dice.below(2) == 0).then_some(1),
            });
            rows.extend((0..dice.below(shape.most_per_class + 1)).map(|_| number));
        }
    }
    let mut column = |most: u64, length: usize| -> Vec<u8> {
        (0..length)
            .map(|_| match dice.below(10) {
                roll if roll < shape.missing => 255,
                _ if shape.is_flat => 3,
                _ => u8::try_from(dice.below(most)).unwrap(),
            })
            .collect()
    };
    let mut blocks = Vec::new();
    for (place, dimension) in dataset.dimensions.iter().enumerate() {
        let length = if shape.is_linked {
            rows.len()
        } else {
            rows.len() * (place + 1) / 4
        };
        blocks.push(Block {
            content: BlockContent::Dimension(place),
            items: dimension.items.clone(),
            class: Arc::from(&rows[..length]),
            columns: dimension.items.iter().map(|_| column(7, length)).collect(),
        });
    }
    let length = rows.len();
    blocks.push(Block {
        content: BlockContent::Enps,
        items: Vec::new(),
        columns: vec![column(12, length)],
        class: rows.into(),
    });
    Answers {
        classes,
        blocks,
        is_linked: shape.is_linked,
        company_view: None,
    }
}

/// Every number of the findings, through their debug form: no field is forgotten.
fn assert_all_finite(findings: &Findings) {
    let text = format!("{findings:?}");
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        assert!(word != "NaN" && word != "inf", "{word} in the findings");
    }
}

fn assert_parallel(findings: &Findings) {
    for (number, wave) in findings.waves.iter().enumerate() {
        for found in &wave.audiences {
            assert_eq!(found.branches.len(), findings.branches.len());
            assert_eq!(found.items.len(), findings.items.len());
            assert_eq!(found.reliability.len(), findings.dimensions.len());
            for row in found.branches.iter().chain([&found.company]) {
                assert_eq!(row.scores.len(), findings.dimensions.len());
                assert_eq!(row.items.len(), findings.items.len());
                let changes = if number == 0 {
                    0
                } else {
                    findings.dimensions.len()
                };
                assert_eq!(row.changes.len(), changes);
            }
        }
        assert_eq!(wave.drivers.engagement.len(), wave.audiences.len());
        assert_eq!(wave.drivers.nps.len(), wave.audiences.len());
        let engagement = wave.drivers.engagement.iter().map(|it| &it.model);
        let nps = wave.drivers.nps.iter().map(|it| &it.model);
        for model in engagement.chain(nps).flatten() {
            let shares: f64 = model.lines.iter().map(|line| line.share).sum();
            assert!((shares - model.r_squared).abs() < 1e-9, "{model:?}");
            assert!((0.0..=1.0).contains(&model.r_squared) && model.largest_vif >= 1.0);
        }
        for link in wave.drivers.nps.iter().flat_map(|it| &it.single) {
            assert!(wave.links[*link].spearman.is_ok());
        }
        assert_eq!(wave.customers.len(), findings.outcomes.len());
        for customers in &wave.customers {
            assert_eq!(customers.branches.len(), findings.branches.len());
            let changes = if number == 0 {
                0
            } else {
                findings.branches.len()
            };
            assert_eq!(customers.branch_changes.len(), changes);
        }
    }
}

#[test]
fn any_small_data_set_gives_finite_parallel_findings() {
    let config = Config {
        cases: 300,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let options = Options {
        draws: 50,
        permutations: 49,
        ..Options::default()
    };
    runner
        .run(&shape(), |shape| {
            let dataset = dataset(&shape);
            let findings = analyze(&dataset, &options, &mut |_| Ok(())).unwrap();
            assert_all_finite(&findings);
            assert_parallel(&findings);
            Ok(())
        })
        .unwrap();
}
