//! Small sets: which few people some combination of known sums singles out.
//!
//! For every weight that figures sum up, the known sums span a space; a combination whose people are
//! fewer than the threshold is a breach whatever its value. Of exact shares of one answer a
//! combination about fewer than ten people is one as soon as the number is not zero.

use std::collections::BTreeMap;

use super::single::Sizes;
use super::span::{Column, Support, small_supports};
use super::table::{Table, Weight};
use super::verdict::{Breach, BreachKind};

/// A known sum: its cells, its value, and the rows that it is made of.
struct Known {
    cells: Vec<usize>,
    value: i64,
    parts: Vec<(usize, i64)>,
}

/// Everything that known sums single out, and how many systems were solved. `slack` is what a sum
/// of several may be off.
pub(super) fn small_sets(table: &Table, sizes: Sizes, slack: i64) -> (Vec<Breach>, usize) {
    let mut breaches: Vec<Breach> = Vec::new();
    let mut solved = 0;
    let columns: Vec<Column> = table
        .cells
        .iter()
        .map(|cell| Column {
            pool: cell.pool,
            people: cell.people,
        })
        .collect();
    for weight in table.weights() {
        let is_one_answer = matches!(weight, Weight::Within(mask) if mask.count_ones() == 1);
        let limit = if is_one_answer {
            sizes.small.saturating_sub(1)
        } else {
            sizes.threshold.saturating_sub(1)
        };
        if columns.iter().all(|column| column.people > limit) {
            continue;
        }
        let known = known(table, weight);
        let lines: Vec<&[usize]> = known.iter().map(|sum| sum.cells.as_slice()).collect();
        solved += 1;
        let Ok(found) = small_supports(&lines, &columns, limit) else {
            let rows = table.rows_with(weight);
            breaches.push(breach(table, (BreachKind::Undecided, &[]), &rows));
            continue;
        };
        for support in found {
            let people = table.people(&support.columns);
            let taken = || support.lines.iter();
            let value: i64 = taken()
                .map(|(line, times)| known[*line].value * times)
                .sum();
            let doubt: i64 = taken().map(|(_, times)| slack * times.abs()).sum();
            let kind = if people < sizes.threshold {
                BreachKind::SmallSet
            } else if value.abs() > doubt {
                BreachKind::ExactCount
            } else {
                continue;
            };
            let found = computed(table, &known, (kind, &support));
            let is_repeated = breaches
                .iter()
                .any(|other| other.question == found.question && other.atoms == found.atoms);
            if !is_repeated {
                breaches.push(found);
            }
        }
    }
    (breaches, solved)
}

/// A breach with the way in which a reader computes it.
fn computed(table: &Table, known: &[Known], (kind, support): (BreachKind, &Support)) -> Breach {
    let mut rows: BTreeMap<usize, i64> = BTreeMap::new();
    for (line, times) in &support.lines {
        for (row, factor) in &known[*line].parts {
            *rows.entry(*row).or_default() += times * factor;
        }
    }
    let used: Vec<usize> = rows.keys().copied().collect();
    let times = |factor: i64| float(factor) / float(support.divisor);
    let combination = rows.iter();
    Breach {
        combination: combination
            .map(|(row, factor)| (table.rows[*row].statement, times(*factor)))
            .collect(),
        ..breach(table, (kind, &support.columns), &used)
    }
}

fn breach(table: &Table, about: (BreachKind, &[usize]), rows: &[usize]) -> Breach {
    let (kind, cells) = about;
    let item = cells.first().map_or(0, |cell| table.cells[*cell].item);
    Breach {
        wave: table.wave,
        question: table.items.get(item).map_or(0, |item| item.question),
        atoms: table.atoms(cells),
        people: table.people(cells),
        kind,
        statements: table.statements(rows.iter().copied()),
        combination: Vec::new(),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "factors of combinations stay small"
)]
fn float(value: i64) -> f64 {
    value as f64
}

/// The known sums of a weight: published, or following from a distribution of the same people.
fn known(table: &Table, weight: Weight) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    let mut of_sets: BTreeMap<&[usize], Vec<(u32, usize)>> = BTreeMap::new();
    for (position, row) in table.rows.iter().enumerate() {
        if !row.is_known {
            continue;
        }
        if row.weight == weight {
            known.push(Known {
                cells: row.cells.clone(),
                value: row.low,
                parts: vec![(position, 1)],
            });
        } else if let Weight::Within(mask) = row.weight {
            of_sets
                .entry(&row.cells)
                .or_default()
                .push((mask, position));
        }
    }
    for (cells, shares) in of_sets {
        known.extend(derived(table, weight, cells, &shares));
    }
    known
}

/// A sum that follows from exact shares of the same people: of other answers, or of all.
fn derived(
    table: &Table,
    weight: Weight,
    cells: &[usize],
    shares: &[(u32, usize)],
) -> Option<Known> {
    let item = &table.items[table.cells[*cells.first()?].item];
    let row_of = |value: usize| {
        let single = shares.iter().find(|(mask, _)| *mask == 1 << value);
        single.map(|(_, row)| *row)
    };
    let values = 0..item.values.len();
    let missing: Vec<usize> = values.clone().filter(|it| row_of(*it).is_none()).collect();
    let base = match (weight, missing.as_slice()) {
        // One missing share follows from the others.
        (Weight::Value | Weight::Square | Weight::Net, []) => 0,
        (Weight::Value | Weight::Square | Weight::Net, [one]) => item.weigh(weight, *one),
        (Weight::Within(mask), missing) => {
            let inside = missing.iter().filter(|it| mask >> **it & 1 == 1).count();
            match (inside, missing.len() - inside) {
                (0, _) => 0,
                (_, 0) => 1,
                _ => return None,
            }
        }
        (Weight::Value | Weight::Square | Weight::Net, _) => return None,
    };
    let people: i64 = cells
        .iter()
        .map(|cell| i64::from(table.cells[*cell].people))
        .sum();
    let mut sum = Known {
        cells: cells.to_vec(),
        value: base * people,
        parts: Vec::new(),
    };
    for value in values {
        let factor = item.weigh(weight, value) - base;
        if let (Some(row), true) = (row_of(value), factor != 0) {
            sum.value += factor * table.rows[row].low;
            sum.parts.push((row, factor));
        }
    }
    Some(sum)
}
