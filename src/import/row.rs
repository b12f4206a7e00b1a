//! One row, from a table or from a stream, so that both go through the same checks.

use csv::ByteRecord;

use super::memo;
use super::plain::PlainLine;
use super::table::{Cell, RawTable};

/// A row to check.
#[derive(Debug, Clone, Copy)]
pub(super) enum Row<'a> {
    /// Of a table in memory.
    Table {
        /// The table.
        table: &'a RawTable,
        /// Position below the heads.
        row: usize,
    },
    /// Of a stream of text.
    Record {
        /// The fields.
        record: &'a ByteRecord,
        /// Number as Excel counts.
        number: u32,
    },
    /// A line without quotes.
    Plain {
        /// The cells.
        line: PlainLine<'a>,
        /// Number as Excel counts.
        number: u32,
    },
}

impl<'a> Row<'a> {
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Table { table, row } => table.row_number(row),
            Self::Record { number, .. } | Self::Plain { number, .. } => number,
        }
    }

    pub(super) fn cell(self, column: usize) -> Cell<'a> {
        match self {
            Self::Table { table, row } => table.cell(row, column),
            Self::Record { .. } | Self::Plain { .. } => {
                // The stream is decoded to UTF-8 before; a stray byte becomes a text nobody knows.
                let text = self
                    .bytes(column)
                    .map(|bytes| std::str::from_utf8(bytes).unwrap_or("\u{fffd}"));
                text.map_or(Cell::Empty, Cell::of_text)
            }
        }
    }

    /// A cell that is one digit: the most frequent answer, without reading it as text.
    pub(super) fn digit(self, column: usize) -> Option<u8> {
        match self.bytes(column) {
            Some([digit @ b'0'..=b'9']) => Some(digit - b'0'),
            Some(_) | None => None,
        }
    }

    /// The key of a short cell of a stream; 0 for any other.
    pub(super) fn short(self, column: usize) -> u64 {
        self.bytes(column).map_or(0, memo::short)
    }

    /// The text of a cell of a stream.
    fn bytes(self, column: usize) -> Option<&'a [u8]> {
        match self {
            Self::Record { record, .. } => record.get(column),
            Self::Plain { line, .. } => line.cell(column),
            Self::Table { .. } => None,
        }
    }

    pub(super) fn is_merged(self, column: usize) -> bool {
        match self {
            Self::Table { table, row } => {
                !table.merged().is_empty() && table.is_merged(row, column)
            }
            Self::Record { .. } | Self::Plain { .. } => false,
        }
    }
}
