//! What goes with engagement and with NPS: the figures, the refusals, what does not change them.

use std::sync::Arc;

use frontline::analysis::{DriverModel, Findings, NoModel};
use frontline::domain::{Audience, CompanyView, Dataset, MISSING, StaffGroup};
use frontline::stats::drivers::{Moments, drivers};

use super::{assert_near, found};
use crate::fixtures::{blocks_dataset, branch, class, small_dataset};

pub(super) fn engagement(findings: &Findings, audience: Audience) -> Result<&DriverModel, NoModel> {
    let wave = findings.waves.last().unwrap();
    let found = wave.drivers.engagement_of(audience).unwrap();
    found.model.as_ref().map_err(|reason| *reason)
}

pub(super) fn of_nps(findings: &Findings) -> Result<&DriverModel, NoModel> {
    let wave = findings.waves.last().unwrap();
    let found = wave.drivers.nps_of(Audience::All).unwrap();
    found.model.as_ref().map_err(|reason| *reason)
}

/// Keeps some rows of the last wave in every block, with every answer given.
fn keep(dataset: &mut Dataset, rows: &[usize]) {
    for block in &mut dataset.waves.last_mut().unwrap().answers.blocks {
        block.class = rows.iter().map(|row| block.class[*row]).collect();
        for column in &mut block.columns {
            let given = |row: &usize| Some(column[*row]).filter(|it| *it != MISSING);
            *column = rows.iter().map(|row| given(row).unwrap_or(3)).collect();
        }
    }
}

/// Scores of every person of a group of the last wave, by hand: dimensions × persons.
fn scores(dataset: &Dataset, audience: Audience) -> Vec<Vec<f64>> {
    let answers = &dataset.waves.last().unwrap().answers;
    let mut columns = vec![Vec::new(); dataset.dimensions.len()];
    for row in 0..answers.rows() {
        let class = usize::from(answers.blocks[0].class[row]);
        let class = &answers.classes[class];
        // The back office of branch 03 has three answers: both its groups stand together.
        let is_apart = audience == Audience::All || class.branches != [2];
        if !(class.counts_for(audience) && is_apart) {
            continue;
        }
        let person: Option<Vec<f64>> = answers.blocks[..dataset.dimensions.len()]
            .iter()
            .map(|block| {
                let levels = block.items.iter().zip(&block.columns);
                let levels: Vec<f64> = levels
                    .filter(|(_, column)| column[row] != MISSING)
                    .map(|(item, column)| {
                        let level = f64::from(column[row]);
                        if dataset.items[*item].is_reversed {
                            6.0 - level
                        } else {
                            level
                        }
                    })
                    .collect();
                (2 * levels.len() >= block.items.len())
                    .then(|| levels.iter().sum::<f64>() / levels.len() as f64)
            })
            .collect();
        for (column, score) in columns.iter_mut().zip(person.into_iter().flatten()) {
            column.push(score);
        }
    }
    columns
}

#[test]
fn the_model_equals_one_over_the_scores_of_persons() {
    let dataset = small_dataset();
    let findings = found(&dataset);
    for audience in [Audience::All, Audience::BackOffice] {
        let columns = scores(&dataset, audience);
        let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let expected = drivers(&Moments::of(&columns).unwrap()).unwrap();
        let model = engagement(&findings, audience).unwrap();
        assert_eq!(model.n, expected.n, "{audience:?}");
        assert_near(model.r_squared, expected.r_squared, 1e-10);
        assert_near(
            model.mean_inter_driver.unwrap(),
            expected.mean_inter_driver.unwrap(),
            1e-10,
        );
        for (dimension, expected) in expected.drivers.iter().enumerate() {
            let line = model.line(dimension).unwrap();
            assert_near(line.r, expected.r, 1e-10);
            assert_near(line.beta, expected.beta, 1e-10);
            assert_near(line.share, expected.shapley.unwrap(), 1e-10);
            assert_near(line.relative_weight, expected.relative_weight, 1e-10);
            assert_near(line.vif, expected.inflation, 1e-10);
            assert_eq!(line.is_suppressor, expected.is_suppressor);
        }
    }
}

#[test]
fn shares_add_up_to_the_whole_and_lines_are_ranked() {
    let findings = found(&small_dataset());
    for audience in Audience::ALL {
        let model = engagement(&findings, audience).unwrap();
        let shares: f64 = model.lines.iter().map(|line| line.share).sum();
        let weights: f64 = model.lines.iter().map(|line| line.relative_weight).sum();
        assert_near(shares, model.r_squared, 1e-10);
        assert_near(weights, model.r_squared, 1e-10);
        assert!(model.lines.is_sorted_by(|a, b| a.share >= b.share));
        assert_eq!(model.lines.len(), 3, "engagement is no driver of itself");
        let company = &findings.waves[1].audience(audience).unwrap().company;
        for line in &model.lines {
            let published = company.scores[line.dimension].value().unwrap().mean;
            assert_eq!(line.mean, published);
        }
    }
}

#[test]
fn intervals_come_from_whole_branches_or_not_at_all() {
    // Nine branches answered: too few to draw from. Twenty are enough.
    let model = found(&small_dataset());
    let model = engagement(&model, Audience::All).unwrap();
    assert!(model.draws.is_none());
    assert!(model.lines.iter().all(|line| line.interval.is_err()));
    let findings = found(&twice(&small_dataset()));
    let model = engagement(&findings, Audience::All).unwrap();
    assert!(model.draws.is_some_and(|(used, lost)| used + lost == 200));
    for line in &model.lines {
        let (low, high) = line.interval.unwrap();
        assert!(
            0.0 <= low && low <= line.share && line.share <= high,
            "{line:?}"
        );
    }
}

/// The same branches once more under other codes.
fn twice(dataset: &Dataset) -> Dataset {
    let mut twice = dataset.clone();
    let branches = dataset.branches.len();
    for old in &dataset.branches {
        let code = format!("x{}", old.code.as_str());
        twice
            .branches
            .push(branch(&code, old.contact, old.back_office));
    }
    for wave in &mut twice.waves {
        let classes = wave.answers.classes.clone();
        let shift = u16::try_from(classes.len()).unwrap();
        for mut class in classes {
            class.branches.iter_mut().for_each(|at| *at += branches);
            wave.answers.classes.push(class);
        }
        for block in &mut wave.answers.blocks {
            let again = block.class.iter().map(|class| class + shift);
            block.class = block.class.iter().copied().chain(again).collect();
            block
                .columns
                .iter_mut()
                .for_each(|column| column.extend(column.clone()));
        }
    }
    twice
}

#[test]
fn the_order_of_branches_and_of_rows_changes_nothing() {
    let dataset = small_dataset();
    let mut turned = dataset.clone();
    let last = dataset.branches.len() - 1;
    turned.branches.reverse();
    for wave in &mut turned.waves {
        for class in &mut wave.answers.classes {
            class.branches.iter_mut().for_each(|at| *at = last - *at);
        }
        for block in &mut wave.answers.blocks {
            block.class = block.class.iter().rev().copied().collect();
            block.columns.iter_mut().for_each(|column| column.reverse());
        }
    }
    let (before, after) = (found(&dataset), found(&turned));
    for audience in Audience::ALL {
        let before = engagement(&before, audience).unwrap();
        let after = engagement(&after, audience).unwrap();
        assert_eq!(before.n, after.n);
        for (a, b) in before.lines.iter().zip(&after.lines) {
            assert_eq!(a.dimension, b.dimension);
            assert_near(a.share, b.share, 1e-10);
            assert_near(a.beta, b.beta, 1e-10);
        }
    }
}

#[test]
fn one_thread_and_several_give_the_same_bits() {
    let dataset = twice(&twice_again());
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let findings = pool.unwrap().install(|| found(&dataset));
        findings.waves.last().unwrap().drivers.clone()
    };
    assert_eq!(run(1), run(3));
}

fn twice_again() -> Dataset {
    let mut dataset = small_dataset();
    for wave in &mut dataset.waves {
        for block in &mut wave.answers.blocks {
            let rows = block.rows();
            let many = block.class.iter().copied().cycle().take(rows * 40);
            block.class = many.collect::<Arc<[u16]>>();
            for column in &mut block.columns {
                *column = column.iter().copied().cycle().take(rows * 40).collect();
            }
        }
    }
    dataset
}

#[test]
fn shuffled_blocks_are_refused() {
    let findings = found(&blocks_dataset());
    for audience in Audience::ALL {
        assert_eq!(engagement(&findings, audience).err(), Some(NoModel::Blocks));
    }
    assert!(of_nps(&findings).is_err());
    let single = &findings.waves[1]
        .drivers
        .nps_of(Audience::All)
        .unwrap()
        .single;
    assert_eq!(
        single.len(),
        3,
        "published means still go with NPS one by one"
    );
}

#[test]
fn without_an_outcome_or_anything_beside_it_there_is_no_answer() {
    let mut dataset = small_dataset();
    for dimension in &mut dataset.dimensions {
        dimension.is_outcome = false;
    }
    let none = Some(NoModel::NothingToCompare);
    assert_eq!(engagement(&found(&dataset), Audience::All).err(), none);
    let mut dataset = small_dataset();
    let is_engagement = |content| content == frontline::domain::BlockContent::Dimension(3);
    for wave in &mut dataset.waves {
        wave.answers.blocks.retain(|it| is_engagement(it.content));
    }
    assert_eq!(engagement(&found(&dataset), Audience::All).err(), none);
}

#[test]
fn fewer_than_thirty_complete_sheets_tell_nothing() {
    let few = |most: usize| {
        let mut dataset = small_dataset();
        let answers = &dataset.waves[1].answers;
        let is_here = |row: &usize| {
            let class = usize::from(answers.blocks[0].class[*row]);
            answers.classes[class].branches == [4]
        };
        let rows: Vec<usize> = (0..answers.rows()).filter(is_here).take(most).collect();
        keep(&mut dataset, &rows);
        dataset
    };
    let refused = Some(NoModel::TooFewPersons { need: 30 });
    assert_eq!(engagement(&found(&few(29)), Audience::All).err(), refused);
    let findings = found(&few(30));
    assert_eq!(engagement(&findings, Audience::All).unwrap().n, 30);
}

#[test]
fn a_group_that_would_uncover_a_few_persons_is_refused() {
    let mut dataset = small_dataset();
    let mut back = 0;
    // Back office: everybody answers one dimension, three persons answer all of them.
    let rows: Vec<usize> = {
        let answers = &dataset.waves[1].answers;
        let is_back = |row: &usize| {
            let class = usize::from(answers.blocks[0].class[*row]);
            answers.classes[class].group == Some(StaffGroup::BackOffice)
        };
        (0..answers.rows()).filter(is_back).collect()
    };
    for row in rows {
        back += 1;
        if back > 3 {
            for column in &mut dataset.waves[1].answers.blocks[0].columns {
                column[row] = MISSING;
            }
        }
    }
    let findings = found(&dataset);
    assert!(engagement(&findings, Audience::All).is_ok());
    assert!(engagement(&findings, Audience::Contact).is_err());
    assert!(engagement(&findings, Audience::BackOffice).is_err());
}

#[test]
fn equal_and_repeated_answers_are_a_reason_and_no_number() {
    let mut dataset = small_dataset();
    for wave in &mut dataset.waves {
        let first = wave.answers.blocks[0].columns.clone();
        wave.answers.blocks[1].columns = first;
    }
    let refused = engagement(&found(&dataset), Audience::All).err();
    assert!(
        matches!(refused, Some(NoModel::Undefined(_))),
        "{refused:?}"
    );
    for wave in &mut dataset.waves {
        for column in &mut wave.answers.blocks[1].columns {
            column.fill(3);
        }
    }
    let refused = engagement(&found(&dataset), Audience::All).err();
    assert!(
        matches!(refused, Some(NoModel::Undefined(_))),
        "{refused:?}"
    );
    // A class of nobody does no harm.
    let answers = &mut dataset.waves[1].answers;
    answers.classes.push(class(7, None, (3, 1)));
    assert!(engagement(&found(&dataset), Audience::All).is_err());
}

/// Bands of every person's scores as the company view keeps them, in another order.
fn company_view(dataset: &Dataset) -> CompanyView {
    let bands = scores(dataset, Audience::All).into_iter().map(|column| {
        let band = |score: &f64| match *score {
            low if low <= 2.5 => 0,
            high if high >= 3.5 => 2,
            _ => 1,
        };
        column.iter().rev().map(band).collect()
    });
    CompanyView {
        dimensions: (0..dataset.dimensions.len()).collect(),
        bands: bands.collect(),
    }
}

#[test]
fn block_records_have_drivers_through_the_company_view_for_everybody_only() {
    let whole = small_dataset();
    let mut blocks = whole.clone();
    let view = company_view(&whole);
    let columns: Vec<Vec<f64>> = view
        .bands
        .iter()
        .map(|column| column.iter().map(|band| f64::from(*band)).collect())
        .collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let expected = drivers(&Moments::of(&columns).unwrap()).unwrap();
    let answers = &mut blocks.waves.last_mut().unwrap().answers;
    answers.is_linked = false;
    answers.company_view = Some(view);
    let findings = found(&blocks);
    let model = engagement(&findings, Audience::All).unwrap();
    assert_eq!(model.n, expected.n);
    assert_near(model.r_squared, expected.r_squared, 1e-9);
    for line in &model.lines {
        let shapley = expected.drivers[line.dimension].shapley.unwrap();
        assert_near(line.share, shapley, 1e-9);
        let (low, high) = line.interval.unwrap();
        assert!(low <= line.share && line.share <= high, "{line:?}");
    }
    assert!(engagement(&findings, Audience::Contact).is_err());
    assert!(engagement(&findings, Audience::BackOffice).is_err());
}
