//! Cells in memory: 16 bytes each, texts kept once, rows as long as they are. No heads, no meaning.

use super::table::Cell;
use crate::domain::Date;

/// A cell in 16 bytes; texts are kept once.
#[derive(Debug, Clone, Copy)]
pub(super) enum Packed {
    Empty,
    Text(u32),
    Number(f64),
    Day(Date),
    Bool(bool),
    Fault,
}

/// Rows of cells, ragged, in one vector.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    pub(super) cells: Vec<Packed>,
    pub(super) ends: Vec<usize>,
    pub(super) numbers: Vec<u32>,
    pub(super) texts: Vec<Box<str>>,
}

impl Grid {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn row(&self, row: usize) -> &[Packed] {
        let start = row
            .checked_sub(1)
            .and_then(|above| self.ends.get(above))
            .copied()
            .unwrap_or(0);
        self.ends
            .get(row)
            .and_then(|end| self.cells.get(start..*end))
            .unwrap_or(&[])
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        match self.row(row).get(column).copied().unwrap_or(Packed::Empty) {
            Packed::Empty => Cell::Empty,
            Packed::Text(index) => usize::try_from(index)
                .ok()
                .and_then(|i| self.texts.get(i))
                .map_or(Cell::Empty, |t| Cell::Text(t)),
            Packed::Number(number) => Cell::Number(number),
            Packed::Day(day) => Cell::Day(day),
            Packed::Bool(is_true) => Cell::Bool(is_true),
            Packed::Fault => Cell::Fault,
        }
    }

    pub(super) fn width(&self, rows: usize) -> usize {
        (0..self.len().min(rows))
            .map(|row| self.row(row).len())
            .max()
            .unwrap_or(0)
    }

    /// Forgets the first rows.
    pub(super) fn cut(&mut self, rows: usize) {
        let Some(end) = rows
            .checked_sub(1)
            .and_then(|last| self.ends.get(last))
            .copied()
        else {
            return;
        };
        self.cells.drain(..end);
        self.ends.drain(..rows);
        for kept in &mut self.ends {
            *kept -= end;
        }
        self.numbers.drain(..rows);
    }
}
