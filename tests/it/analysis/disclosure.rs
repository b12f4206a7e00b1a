//! What the findings give away: every published figure is a sum over classes; no combination of
//! them may single out fewer people than the threshold.

use std::collections::BTreeMap;

use frontline::analysis::{AudienceFindings, Findings, HiddenWhat};
use frontline::disclosure::{Published, Reason, ShownCount};
use frontline::domain::{Audience, BlockContent, Dataset, MISSING, StaffGroup};

use super::{audience, found};
use crate::fixtures::{Dice, small_dataset};

const K: u32 = 5;

#[test]
fn hidden_rows_say_why() {
    let findings = found(&small_dataset());
    let all = audience(&findings, 0, Audience::All);
    assert_eq!(all.branches[6].sheets, Published::Hidden(Reason::TooFew));
    assert_eq!(all.branches[7].sheets, Published::Hidden(Reason::NoAnswers));
    let contact = audience(&findings, 0, Audience::Contact);
    let back = audience(&findings, 0, Audience::BackOffice);
    // 16 of contact staff and 3 of the back office: together in everybody's table. 22 of 26 invited
    // are contact staff, so the branch counts for them.
    assert!(all.branches[2].is_merged && contact.branches[2].is_merged);
    assert_eq!(contact.branches[2].sheets.n(), Some(ShownCount::Exact(19)));
    assert_eq!(back.branches[2].sheets, Published::Hidden(Reason::Merged));
    assert!(!all.branches[0].is_merged);
}

#[test]
fn a_hidden_row_takes_another_with_it_in_every_audience() {
    let findings = found(&small_dataset());
    let hidden: Vec<usize> = (0..10)
        .filter(|branch| {
            let row = &audience(&findings, 0, Audience::All).branches[*branch];
            row.sheets == Published::Hidden(Reason::Difference)
        })
        .collect();
    assert_eq!(hidden.len(), 1);
    for who in Audience::ALL {
        let row = &audience(&findings, 0, who).branches[hidden[0]];
        assert!(row.sheets.value().is_none());
        assert!(row.scores.iter().all(|score| score.value().is_none()));
        assert!(row.items.iter().all(|score| score.value().is_none()));
        assert_eq!(row.response_rate, None);
    }
}

#[test]
fn notes_name_every_protected_row() {
    let findings = found(&small_dataset());
    let wave = &findings.waves[0];
    for found in &wave.audiences {
        for (branch, row) in found.branches.iter().enumerate() {
            let is_noted = wave.hidden.iter().any(|note| {
                note.audience == found.audience
                    && note.branch == Some(branch)
                    && note.what == HiddenWhat::Row
            });
            assert_eq!(is_noted, row.sheets.reason().is_some_and(Reason::protects));
        }
    }
}

#[test]
fn figures_grow_with_the_answers() {
    let findings = found(&small_dataset());
    for found in &findings.waves[0].audiences {
        for row in found.branches.iter().chain([&found.company]) {
            let composed = row.scores.iter().chain(&row.motives);
            let items = row.items.iter().map(|cell| (cell, false));
            for (cell, is_composed) in items.chain(composed.map(|cell| (cell, true))) {
                let Published::Shown { value, n } = cell else {
                    continue;
                };
                match n {
                    ShownCount::FiveToNine => {
                        assert!((1.5..=4.5).contains(&value.mean));
                        assert_eq!((value.interval, value.favourable), (None, None));
                    }
                    ShownCount::Exact(n) => {
                        // A question of 5–9 answers coarsens what it is a part of.
                        let tenths = value.mean * 10.0;
                        let is_coarse = is_composed && (tenths - tenths.round()).abs() < 1e-9;
                        assert!(*n >= 10 && (value.favourable.is_some() || is_coarse));
                    }
                    ShownCount::NotDelivered => panic!("nothing was delivered"),
                }
            }
        }
    }
}

#[test]
fn no_combination_of_published_rows_singles_out_a_small_group() {
    for seed in 0..150 {
        let mut dataset = small_dataset();
        thin_out(&mut dataset, seed);
        let findings = found(&dataset);
        for wave in 0..2 {
            audit(&dataset, &findings, wave, seed);
        }
    }
}

#[test]
fn the_audit_finds_a_table_that_gives_a_group_away() {
    let dataset = small_dataset();
    let mut findings = found(&dataset);
    // Show the row that was hidden to protect another.
    for found in &mut findings.waves[0].audiences {
        for row in &mut found.branches {
            let n = ShownCount::Exact(12);
            if row.sheets == Published::Hidden(Reason::Difference) {
                row.sheets = Published::Shown { value: (), n };
            }
        }
    }
    let sets = published(&findings.waves[0].audiences, &dataset, 0, None);
    assert!(gives_away(&sets, &class_sizes(&dataset, 0, None)));
}

/// Removes rows and answers at random, so that small groups of every kind appear.
fn thin_out(dataset: &mut Dataset, seed: u64) {
    let mut dice = Dice::new(seed + 1);
    for wave in &mut dataset.waves {
        let keep: Vec<u64> = wave
            .answers
            .classes
            .iter()
            .map(|_| 1 + dice.below(10))
            .collect();
        let mostly: Vec<bool> = wave
            .answers
            .classes
            .iter()
            .map(|_| dice.below(3) == 0)
            .collect();
        let rows = wave.answers.rows();
        let kept: Vec<bool> = (0..rows)
            .map(|row| {
                let class = usize::from(wave.answers.blocks[0].class[row]);
                mostly[class] || dice.below(10) < keep[class]
            })
            .collect();
        for block in &mut wave.answers.blocks {
            let rows = || (0..rows).filter(|row| kept[*row]);
            block.class = rows().map(|row| block.class[row]).collect();
            for column in &mut block.columns {
                *column = rows().map(|row| column[row]).collect();
                for answer in column.iter_mut() {
                    if dice.below(6) == 0 {
                        *answer = MISSING;
                    }
                }
            }
        }
    }
}

fn audit(dataset: &Dataset, findings: &Findings, wave: usize, seed: u64) {
    for column in [None, Some(0), Some(4)] {
        let sets = published(&findings.waves[wave].audiences, dataset, wave, column);
        let sizes = class_sizes(dataset, wave, column);
        assert!(
            !gives_away(&sets, &sizes),
            "seed {seed}, wave {wave}, item {column:?}, sizes {sizes:?}, sets {sets:?}"
        );
    }
}

/// People per class: sheets, or those who answered an item.
fn class_sizes(dataset: &Dataset, wave: usize, item: Option<usize>) -> Vec<u32> {
    let answers = &dataset.waves[wave].answers;
    let mut sizes = vec![0; answers.classes.len()];
    for block in &answers.blocks {
        let column = item.and_then(|item| block.items.iter().position(|i| *i == item));
        let is_wanted = match item {
            None => block.content == BlockContent::Dimension(0),
            Some(_) => column.is_some(),
        };
        for (row, class) in block.class.iter().enumerate().filter(|_| is_wanted) {
            let is_answered = column.is_none_or(|column| block.columns[column][row] != MISSING);
            sizes[usize::from(*class)] += u32::from(is_answered);
        }
    }
    sizes
}

/// The sets of classes whose sum is published, as indicators.
fn published(
    audiences: &[AudienceFindings],
    dataset: &Dataset,
    wave: usize,
    item: Option<usize>,
) -> Vec<Vec<f64>> {
    let classes = &dataset.waves[wave].answers.classes;
    let merged = &audiences[0].branches;
    let counts_as_contact = |branch: usize| {
        let contact = audiences
            .iter()
            .find(|found| found.audience == Audience::Contact);
        contact.is_some_and(|found| {
            let row = &found.branches[branch];
            row.is_merged && row.sheets != Published::Hidden(Reason::Merged)
        })
    };
    let counts = |class: usize, audience: Audience| {
        let branch = classes[class].branches[0];
        match audience {
            Audience::All => true,
            Audience::Contact if merged[branch].is_merged => counts_as_contact(branch),
            Audience::Contact => classes[class].group == Some(StaffGroup::Contact),
            Audience::BackOffice => {
                !merged[branch].is_merged && classes[class].group == Some(StaffGroup::BackOffice)
            }
        }
    };
    let mut sets = Vec::new();
    for found in audiences {
        let rows = found
            .branches
            .iter()
            .enumerate()
            .map(|(branch, row)| (Some(branch), row));
        for (branch, row) in rows.chain([(None, &found.company)]) {
            let is_shown = item.map_or(row.sheets.value().is_some(), |item| {
                row.items[item].value().is_some()
            });
            if is_shown {
                let is_in = |class: usize| {
                    counts(class, found.audience)
                        && branch.is_none_or(|branch| classes[class].branches == [branch])
                };
                sets.push(
                    (0..classes.len())
                        .map(|c| f64::from(u8::from(is_in(c))))
                        .collect(),
                );
            }
        }
    }
    sets
}

/// Does a combination of the sets give the sum over a set of classes with 1 to K − 1 people?
///
/// Classes that no published set tells apart are one atom. In the reduced row echelon form of the
/// sets every small set of atoms is tried.
fn gives_away(sets: &[Vec<f64>], sizes: &[u32]) -> bool {
    let mut atoms = BTreeMap::<Vec<u8>, u32>::new();
    for (class, size) in sizes.iter().enumerate() {
        let pattern = sets.iter().map(|set| u8::from(set[class] > 0.5)).collect();
        *atoms.entry(pattern).or_default() += size;
    }
    let atoms: Vec<(Vec<u8>, u32)> = atoms
        .into_iter()
        .filter(|(_, people)| *people > 0)
        .collect();
    let rows: Vec<Vec<f64>> = (0..sets.len())
        .map(|set| {
            atoms
                .iter()
                .map(|(pattern, _)| f64::from(pattern[set]))
                .collect()
        })
        .collect();
    let basis = reduced(rows);
    let small: Vec<usize> = (0..atoms.len()).filter(|atom| atoms[*atom].1 < K).collect();
    let people = |chosen: &[usize]| chosen.iter().map(|atom| atoms[*atom].1).sum::<u32>();
    let mut open: Vec<Vec<usize>> = small.iter().map(|atom| vec![*atom]).collect();
    while let Some(chosen) = open.pop() {
        if is_combination(&basis, &chosen, atoms.len()) {
            return true;
        }
        let last = *chosen.last().unwrap();
        for atom in small.iter().copied().filter(|atom| *atom > last) {
            let more: Vec<usize> = chosen.iter().copied().chain([atom]).collect();
            if people(&more) < K {
                open.push(more);
            }
        }
    }
    false
}

fn reduced(mut rows: Vec<Vec<f64>>) -> Vec<(usize, Vec<f64>)> {
    let width = rows.first().map_or(0, Vec::len);
    let mut basis: Vec<(usize, Vec<f64>)> = Vec::new();
    for column in 0..width {
        let Some(place) = rows.iter().position(|row| row[column].abs() > 1e-9) else {
            continue;
        };
        let mut pivot = rows.swap_remove(place);
        let scale = pivot[column];
        pivot.iter_mut().for_each(|value| *value /= scale);
        let clear = |row: &mut Vec<f64>| {
            let factor = row[column];
            row.iter_mut()
                .zip(&pivot)
                .for_each(|(value, p)| *value -= factor * p);
        };
        rows.iter_mut().for_each(clear);
        basis.iter_mut().map(|(_, row)| row).for_each(clear);
        basis.push((column, pivot));
    }
    basis
}

fn is_combination(basis: &[(usize, Vec<f64>)], chosen: &[usize], width: usize) -> bool {
    let mut rest: Vec<f64> = (0..width)
        .map(|atom| f64::from(u8::from(chosen.contains(&atom))))
        .collect();
    for (pivot, row) in basis {
        let factor = rest[*pivot];
        rest.iter_mut()
            .zip(row)
            .for_each(|(value, r)| *value -= factor * r);
    }
    rest.iter().all(|value| value.abs() < 1e-9)
}
