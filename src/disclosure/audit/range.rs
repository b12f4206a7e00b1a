//! What follows for single cells when sums over several of them are bounded: interval reasoning,
//! repeated until nothing gets narrower. What it says is true of all answers that agree with the
//! figures; what it does not say may be true all the same.

use super::table::{Table, Weight};

/// Rounds of narrowing at most; further ones would only say more.
const ROUNDS: usize = 40;

/// Bounds of one weight for every cell, and the rows that they rest on.
#[derive(Debug, Clone)]
pub(super) struct Ranges {
    pub(super) weight: Weight,
    pub(super) of: Vec<(i64, i64)>,
    /// The last row that drew the lower and the upper bound.
    drawn: Vec<[Option<usize>; 2]>,
}

impl Ranges {
    /// Narrows all cells by all rows of a weight.
    pub(super) fn new(table: &Table, weight: Weight) -> Self {
        let range = |cell: &super::table::Cell| {
            let (least, most) = table.items[cell.item].range(weight);
            let people = i64::from(cell.people);
            (least * people, most * people)
        };
        Self::from(table, weight, table.cells.iter().map(range).collect())
    }

    /// The same from bounds that are known before.
    pub(super) fn from(table: &Table, weight: Weight, of: Vec<(i64, i64)>) -> Self {
        let mut ranges = Self {
            weight,
            drawn: vec![[None; 2]; of.len()],
            of,
        };
        let mut rows = table.rows_with(weight);
        rows.sort_by_key(|row| table.rows[*row].cells.len());
        for _ in 0..ROUNDS {
            let mut has_changed = false;
            for row in &rows {
                has_changed |= ranges.narrow(table, *row);
            }
            if !has_changed {
                break;
            }
        }
        ranges
    }

    fn narrow(&mut self, table: &Table, position: usize) -> bool {
        let row = &table.rows[position];
        let sum = |which: fn((i64, i64)) -> i64| -> i64 {
            row.cells.iter().map(|cell| which(self.of[*cell])).sum()
        };
        let (least, most) = (sum(|it| it.0), sum(|it| it.1));
        let mut has_changed = false;
        for cell in &row.cells {
            let (low, high) = self.of[*cell];
            let (new_low, new_high) = (row.low - (most - high), row.high - (least - low));
            if new_low > low {
                self.of[*cell].0 = new_low.min(high);
                self.drawn[*cell][0] = Some(position);
                has_changed = true;
            }
            if new_high < high {
                self.of[*cell].1 = new_high.max(self.of[*cell].0);
                self.drawn[*cell][1] = Some(position);
                has_changed = true;
            }
        }
        has_changed
    }

    /// The rows that the bounds of a cell rest on, directly and through other cells.
    pub(super) fn trail(&self, table: &Table, cell: usize) -> Vec<usize> {
        let mut rows: Vec<usize> = Vec::new();
        let (mut seen, mut open) = (vec![false; table.cells.len()], vec![cell]);
        while let Some(cell) = open.pop() {
            if std::mem::replace(&mut seen[cell], true) {
                continue;
            }
            for row in self.drawn[cell].iter().flatten() {
                if !rows.contains(row) {
                    rows.push(*row);
                    open.extend(&table.rows[*row].cells);
                }
            }
        }
        rows
    }
}
