//! What goes with the customers' NPS over branches: the model, and when there is none.

use frontline::analysis::NoModel;
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
