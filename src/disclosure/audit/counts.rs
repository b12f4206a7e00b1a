//! Counts of answers are figures too: how many answered in a group below the threshold must not
//! follow from them. Here a reader knows nothing of counts but what was published, and that nobody
//! answers who was not invited.

use super::range::Ranges;
use super::single::Sizes;
use super::span::{Column, small_supports};
use super::table::{Table, Weight};
use super::verdict::{Breach, BreachKind};
use super::{Case, Fact};

/// Every group below the threshold whose count follows, and how many systems were solved.
/// `statements` are the positions of everything said of the question.
pub(super) fn counts(
    case: &Case,
    (wave, question): (usize, usize),
    statements: &[usize],
    sizes: Sizes,
) -> (Vec<Breach>, usize) {
    let table = Table::counts(case, (wave, question), statements);
    let is_small = |people: u32| (1..sizes.threshold).contains(&people);
    if table.rows.is_empty() || !table.cells.iter().any(|cell| is_small(cell.people)) {
        return (Vec::new(), 0);
    }
    let breach = |cells: &[usize], rows: Vec<usize>| Breach {
        wave,
        question,
        atoms: table.atoms(cells),
        people: table.people(cells),
        kind: BreachKind::Count,
        statements: table.statements(rows),
        combination: Vec::new(),
    };
    let known = table.rows.iter().filter(|row| row.is_known);
    let lines: Vec<&[usize]> = known.clone().map(|row| row.cells.as_slice()).collect();
    let columns = table.cells.iter().map(|cell| Column {
        pool: cell.pool,
        people: cell.people,
    });
    let columns: Vec<Column> = columns.collect();
    let Ok(found) = small_supports(&lines, &columns, sizes.threshold - 1) else {
        let all = breach(&[], (0..table.rows.len()).collect());
        let kind = BreachKind::Undecided;
        return (vec![Breach { kind, ..all }], 1);
    };
    let known: Vec<usize> = (0..table.rows.len())
        .filter(|row| table.rows[*row].is_known)
        .collect();
    let mut breaches: Vec<Breach> = found
        .iter()
        .map(|support| {
            let rows = support.lines.iter().map(|(line, _)| known[*line]);
            breach(&support.columns, rows.collect())
        })
        .collect();
    let ranges = Ranges::from(&table, Weight::Value, invited(case, wave, &table));
    for (position, cell) in table.cells.iter().enumerate() {
        let (low, high) = ranges.of[position];
        let is_below = low >= 1 && high < i64::from(sizes.threshold);
        let says_so = |row: &&super::table::Row| {
            row.cells == [position] && row.low >= 1 && row.high < i64::from(sizes.threshold)
        };
        let is_said = table.rows.iter().any(|row| says_so(&row));
        let is_new = !breaches
            .iter()
            .any(|other| other.atoms == table.atoms(&[position]));
        if is_small(cell.people) && is_new && (low == high || (is_below && !is_said)) {
            breaches.push(breach(&[position], ranges.trail(&table, position)));
        }
    }
    (breaches, 1)
}

/// What a reader knows of every cell before any count: nobody answers uninvited.
fn invited(case: &Case, wave: usize, table: &Table) -> Vec<(i64, i64)> {
    let atoms = &case.populations[wave].atoms;
    let most = |pool: &Vec<usize>| -> i64 {
        let invited = pool.iter().map(|atom| atoms[*atom].invited);
        let sum: Option<u32> = invited.sum();
        sum.map_or(i64::from(u32::MAX), i64::from)
    };
    let cells = table.cells.iter();
    cells
        .map(|cell| {
            let own = i64::from(cell.people);
            (0, most(&table.pools[cell.pool]).max(own))
        })
        .collect()
}

impl Table {
    /// The counts of a question.
    fn counts(case: &Case, (wave, question): (usize, usize), statements: &[usize]) -> Self {
        let is_count = |at: &&usize| matches!(case.statements[**at].fact, Fact::Count { .. });
        let used: Vec<usize> = statements.iter().filter(is_count).copied().collect();
        Self::of_counts(case, (wave, question), &used)
    }
}
