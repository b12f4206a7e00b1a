//! How much is read from a file, and how a long reading reports and stops.

use crate::error::{Error, Kind, Limit, Result};

/// Called now and then with what is done and what there is (bytes or rows). An error stops the work
/// at once: return [`Kind::Cancelled`] when the user cancels.
pub type Tick<'a> = dyn FnMut(u64, u64) -> Result<()> + 'a;

/// The most that is read from one file. Every number is checked before memory is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadLimits {
    /// Bytes on disk.
    pub file_bytes: u64,
    /// Bytes that one entry of an archive may really unpack to.
    pub entry_bytes: u64,
    /// Bytes that all entries together may unpack to.
    pub unpacked_bytes: u64,
    /// Entries of an archive.
    pub entries: usize,
    /// Rows below the head.
    pub rows: u32,
    /// Columns.
    pub columns: usize,
    /// Cells that hold something.
    pub cells: u64,
}

impl Default for ReadLimits {
    /// For the wizard: 100,000 rows by 256 columns. Six million cells, because 100,000 sheets of an
    /// engagement survey have some 50 columns each.
    fn default() -> Self {
        Self {
            file_bytes: 100 << 20,
            entry_bytes: 50 << 20,
            unpacked_bytes: 100 << 20,
            entries: 200,
            rows: 100_000,
            columns: 256,
            cells: 6_000_000,
        }
    }
}

impl ReadLimits {
    /// For the command line, where the user named the file and waits for it: millions of rows.
    #[must_use]
    pub fn for_analyze() -> Self {
        Self {
            file_bytes: 4 << 30,
            entry_bytes: 400 << 20,
            unpacked_bytes: 600 << 20,
            entries: 200,
            rows: 10_000_000,
            columns: 1_024,
            cells: 30_000_000,
        }
    }

    /// The same limits with other rows, where the user allows more.
    #[must_use]
    pub fn with_rows(self, rows: u32) -> Self {
        let cells = self.cells.max(u64::from(rows) * 60);
        Self {
            rows,
            cells,
            ..self
        }
    }
}

/// Refuses a measure above its limit.
pub(super) fn within(what: Limit, found: u64, limit: u64) -> Result<()> {
    if found > limit {
        Err(Error::from(Kind::FileTooLarge { what, limit }))
    } else {
        Ok(())
    }
}
