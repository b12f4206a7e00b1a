//! A table as it stands in the file: heads, cells, row numbers. No meaning yet, no words for users.

use std::borrow::Cow;
use std::collections::HashMap;

use super::formats;
use super::grid::{Grid, Packed};
use super::heads::{find_head, is_two_row_head, read_heads};
use super::limits::{ReadLimits, Tick, within};
use crate::domain::Date;
use crate::error::{Limit, Place, Result};

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing, or only spaces.
    Empty,
    /// Text, trimmed.
    Text(&'a str),
    /// A number of a workbook.
    Number(f64),
    /// A day of a workbook.
    Day(Date),
    /// Yes or no of a workbook.
    Bool(bool),
    /// An error of a workbook, such as #N/A.
    Fault,
}

impl<'a> Cell<'a> {
    /// Text as a cell.
    #[must_use]
    pub fn of_text(text: &'a str) -> Self {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// The cell as text, for previews and lists.
    #[must_use]
    pub fn to_text(self) -> Cow<'a, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Day(day) => Cow::Owned(day.to_string()),
            Self::Bool(is_true) => Cow::Borrowed(if is_true { "TRUE" } else { "FALSE" }),
            Self::Fault => Cow::Borrowed("#N/A"),
        }
    }

    /// Does it hold nothing?
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Cell::Empty
    }
}

/// A rectangle of merged cells, rows counted from 1 as Excel does, columns from 0, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (u32, u32),
}

/// Where a table comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) name: String,
    pub(super) sheets: Vec<String>,
    pub(super) sheet: Option<String>,
    pub(super) encoding: Option<&'static str>,
    pub(super) separator: Option<char>,
}

/// A table: heads and the rows below, blank rows left out.
#[derive(Debug, Clone, Default)]
pub struct RawTable {
    origin: Origin,
    head_row: u32,
    head_rows: u32,
    heads: Vec<String>,
    grid: Grid,
    merged: Vec<Area>,
}

impl RawTable {
    /// Name of the file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.origin.name
    }

    /// All visible sheets of a workbook; empty for text files.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        &self.origin.sheets
    }

    /// The sheet that was read.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.origin.sheet.as_deref()
    }

    /// The encoding of a text file, such as `windows-1251`.
    #[must_use]
    pub fn encoding(&self) -> Option<&'static str> {
        self.origin.encoding
    }

    /// What separates the columns of a text file.
    #[must_use]
    pub fn separator(&self) -> Option<char> {
        self.origin.separator
    }

    /// Row of the heads, from 1.
    #[must_use]
    pub fn head_row(&self) -> u32 {
        self.head_row
    }

    /// How many rows the heads take: 1, or 2 in SurveyMonkey's files.
    #[must_use]
    pub fn head_rows(&self) -> u32 {
        self.head_rows
    }

    /// Heads, one per column, each different; a column without one is named by its letter.
    #[must_use]
    pub fn heads(&self) -> &[String] {
        &self.heads
    }

    /// How many rows below the heads.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.grid.len()
    }

    /// Number of a row as Excel counts; `row` from 0 below the heads.
    #[must_use]
    pub fn row_number(&self, row: usize) -> u32 {
        self.grid.numbers.get(row).copied().unwrap_or(0)
    }

    /// A cell; empty outside the table.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        self.grid.cell(row, column)
    }

    /// The cells of a column in the first rows, those that hold something.
    pub fn sample(&self, column: usize, rows: usize) -> impl Iterator<Item = Cell<'_>> {
        (0..self.row_count().min(rows))
            .map(move |row| self.cell(row, column))
            .filter(|c| !c.is_empty())
    }

    /// Merged areas below the heads.
    #[must_use]
    pub fn merged(&self) -> &[Area] {
        &self.merged
    }

    /// Is this cell inside a merged area?
    #[must_use]
    pub fn is_merged(&self, row: usize, column: usize) -> bool {
        let number = self.row_number(row);
        let Ok(column) = u32::try_from(column) else {
            return false;
        };
        self.merged.iter().any(|area| {
            (area.rows.0..=area.rows.1).contains(&number)
                && (area.columns.0..=area.columns.1).contains(&column)
        })
    }
}

/// Takes cells from a reader in the order of the file and counts them against the limits.
pub(super) struct TableBuilder {
    limits: ReadLimits,
    grid: Grid,
    known: HashMap<Box<str>, u32>,
    row: Vec<Packed>,
    row_number: u32,
    filled: u64,
    merged: Vec<Area>,
}

impl TableBuilder {
    /// Rows above and in the head that do not count as data.
    const HEAD_ROOM: u64 = 32;

    pub(super) fn new(limits: &ReadLimits) -> Self {
        Self {
            limits: *limits,
            grid: Grid::default(),
            known: HashMap::new(),
            row: Vec::new(),
            row_number: 0,
            filled: 0,
            merged: Vec::new(),
        }
    }

    /// Ends the row before and begins one; rows come in ascending order.
    pub(super) fn begin_row(&mut self, number: u32) -> Result<()> {
        self.end_row()?;
        self.row_number = number;
        Ok(())
    }

    pub(super) fn row_number(&self) -> u32 {
        self.row_number
    }

    pub(super) fn put(&mut self, column: usize, cell: Cell<'_>) -> Result<()> {
        if cell.is_empty() {
            return Ok(());
        }
        within(
            Limit::Columns,
            u64::try_from(column).unwrap_or(u64::MAX).saturating_add(1),
            self.columns(),
        )?;
        self.filled += 1;
        within(Limit::Cells, self.filled, self.limits.cells)?;
        let packed = self.pack(cell);
        if self.row.len() <= column {
            self.row.resize(column + 1, Packed::Empty);
        }
        if let Some(place) = self.row.get_mut(column) {
            *place = packed;
        }
        Ok(())
    }

    pub(super) fn add_merged(&mut self, area: Area) {
        // A sheet with thousands of merged areas is a form, not a table.
        if self.merged.len() < 10_000 {
            self.merged.push(area);
        }
    }

    fn columns(&self) -> u64 {
        u64::try_from(self.limits.columns).unwrap_or(u64::MAX)
    }

    fn pack(&mut self, cell: Cell<'_>) -> Packed {
        match cell {
            Cell::Empty => Packed::Empty,
            Cell::Text(text) => Packed::Text(self.keep(text)),
            Cell::Number(number) => Packed::Number(number),
            Cell::Day(day) => Packed::Day(day),
            Cell::Bool(is_true) => Packed::Bool(is_true),
            Cell::Fault => Packed::Fault,
        }
    }

    fn keep(&mut self, text: &str) -> u32 {
        if let Some(index) = self.known.get(text) {
            return *index;
        }
        let index = u32::try_from(self.grid.texts.len()).expect("cells are limited far below 2^32");
        self.grid.texts.push(text.into());
        self.known.insert(text.into(), index);
        index
    }

    fn end_row(&mut self) -> Result<()> {
        if self.row.is_empty() {
            return Ok(());
        }
        self.grid.cells.append(&mut self.row);
        self.grid.ends.push(self.grid.cells.len());
        self.grid.numbers.push(self.row_number);
        let rows = u64::try_from(self.grid.len()).unwrap_or(u64::MAX);
        within(
            Limit::Rows,
            rows.saturating_sub(Self::HEAD_ROOM),
            u64::from(self.limits.rows),
        )
    }

    /// Finds the heads and closes the table.
    pub(super) fn finish(mut self, origin: Origin) -> Result<RawTable> {
        self.end_row()?;
        let mut grid = self.grid;
        let Some(head) = find_head(&grid) else {
            return Err(crate::error::Kind::FileEmpty.into());
        };
        let head_rows = if is_two_row_head(&grid, head) { 2 } else { 1 };
        let heads = read_heads(&grid, head, head_rows);
        let head_row = grid.numbers.get(head).copied().unwrap_or(1);
        grid.cut(head + head_rows);
        let rows = u64::try_from(grid.len()).unwrap_or(u64::MAX);
        within(Limit::Rows, rows, u64::from(self.limits.rows))?;
        let first = grid.numbers.first().copied().unwrap_or(u32::MAX);
        self.merged.retain(|area| area.rows.1 >= first);
        let head_rows = if head_rows == 2 { 2 } else { 1 };
        Ok(RawTable {
            origin,
            head_row,
            head_rows,
            heads,
            grid,
            merged: self.merged,
        })
    }
}

/// Reads a file of any kind into a table. `sheet` picks a sheet of a workbook, else the first
/// visible one that holds something.
///
/// # Errors
/// When the file is empty, damaged, protected, too large, of no known type, or the user cancels;
/// the place is the file.
pub fn read_table(
    name: &str,
    bytes: &[u8],
    limits: &ReadLimits,
    sheet: Option<&str>,
    tick: &mut Tick<'_>,
) -> Result<RawTable> {
    formats::read(name, bytes, limits, sheet, tick)
        .map_err(|error| error.at(Place::File(name.to_owned())))
}
