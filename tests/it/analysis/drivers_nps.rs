//! What goes with the customers' NPS over branches: the model, and when there is none; and what takes
//! the place of all orders where there are many dimensions.

use frontline::analysis::{NoModel, SharesBy};
use frontline::domain::{Audience, Dataset, StaffScore, Text, WaveCode};

use super::drivers::{engagement, of_nps};
use super::{assert_near, found};
use crate::fixtures::{Dice, branch, nps, small_dataset, wave};

/// Branch means of three dimensions without answers behind them; NPS follows the first one most.
fn means(branches: usize) -> Dataset {
    let questions = small_dataset();
    let mut dice = Dice::new(3);
    let mut dataset = Dataset {
        dimensions: questions.dimensions,
        items: questions.items,
        ..Dataset::default()
    };
    dataset.dimensions[0].title = Text::same("first");
    dataset.waves.push(frontline::domain::WaveData {
        wave: wave("1"),
        answers: frontline::domain::Answers::default(),
    });
    for place in 0..branches {
        let code = format!("{place:03}");
        dataset.branches.push(branch(&code, 10, 5));
        let scores = [0, 1, 2].map(|_| 3.0 + 0.3 * dice.normal());
        for (dimension, value) in scores.into_iter().enumerate() {
            dataset.staff_scores.push(StaffScore {
                branch: place,
                audience: Audience::All,
                wave: WaveCode::new("1").unwrap(),
                dimension,
                value,
                n: Some(20),
            });
        }
        let liking = 50.0 + 60.0 * (scores[0] - 3.0) + 20.0 * (scores[1] - 3.0);
        let liked = |level: &u64| f64::from(u32::try_from(*level).unwrap()) >= liking;
        let promoters = (1..99_u64).find(liked).unwrap_or(99);
        dataset
            .outcomes
            .push(nps(&code, "1", "sms", (promoters, 20, 100 - promoters)));
    }
    dataset
}

#[test]
fn ten_branches_for_each_dimension_are_needed_for_nps() {
    let findings = found(&means(29));
    let refused = NoModel::TooFewBranches { n: 29, need: 30 };
    assert_eq!(of_nps(&findings).err(), Some(refused));
    let wave = &findings.waves[0];
    let single = &wave.drivers.nps_of(Audience::All).unwrap().single;
    assert_eq!(wave.links[single[0]].dimension, 0, "the strongest first");
    let findings = found(&means(30));
    let model = of_nps(&findings).unwrap();
    assert_eq!((model.n, model.lines[0].dimension), (30, 0));
    let shares: f64 = model.lines.iter().map(|line| line.share).sum();
    assert_near(shares, model.r_squared, 1e-10);
    assert!(model.lines.iter().all(|line| line.interval.is_ok()));
    assert_eq!(
        engagement(&findings, Audience::All).err(),
        Some(NoModel::Means)
    );
}

#[test]
fn without_nps_the_question_has_no_answer() {
    let mut dataset = means(40);
    dataset.outcomes.clear();
    assert_eq!(of_nps(&found(&dataset)).err(), Some(NoModel::NoCustomers));
}

#[test]
fn more_than_twelve_dimensions_are_divided_by_relative_weights() {
    let mut dataset = small_dataset();
    let mut dice = Dice::new(21);
    for place in 0..10 {
        let mut dimension = dataset.dimensions[place % 3].clone();
        dimension.id = format!("more_{place}");
        dataset.dimensions.push(dimension);
        for wave in &mut dataset.waves {
            let mut block = wave.answers.blocks[place % 3].clone();
            block.content = frontline::domain::BlockContent::Dimension(4 + place);
            // Not the same answers once more: those would be collinear.
            for answer in block.columns.iter_mut().flatten() {
                if dice.below(3) == 0 {
                    *answer = u8::try_from(1 + dice.below(5)).unwrap();
                }
            }
            wave.answers.blocks.push(block);
        }
    }
    let findings = found(&dataset);
    let model = engagement(&findings, Audience::All).unwrap();
    assert_eq!(model.lines.len(), 13);
    assert_eq!(model.shares_by, SharesBy::RelativeWeights);
    let shares: f64 = model.lines.iter().map(|line| line.share).sum();
    assert_near(shares, model.r_squared, 1e-9);
    assert!(
        model
            .lines
            .iter()
            .all(|line| line.share == line.relative_weight)
    );
    let few = found(&small_dataset());
    let few = engagement(&few, Audience::All).unwrap();
    assert_eq!(few.shares_by, SharesBy::Dominance);
    let words = frontline::phrases::drivers(
        frontline::domain::Lang::En,
        &findings,
        findings.waves[1]
            .drivers
            .engagement_of(Audience::All)
            .unwrap(),
    );
    assert!(
        words.detail.contains("relative weights"),
        "{}",
        words.detail
    );
}
