//! OpenDocument spreadsheets. A row or cell may say "the same a million times", and the reader
//! writes it out, so the repeats are added up before it sees them.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader};

use super::{Wanted, archive, workbook};
use crate::error::{Error, Kind, Limit, Result};
use crate::import::limits::{ReadLimits, Tick, within};
use crate::import::table::{Origin, RawTable, TableBuilder};

pub(super) fn read(
    bytes: &[u8],
    limits: &ReadLimits,
    wanted: &Wanted<'_>,
    tick: &mut Tick<'_>,
) -> Result<RawTable> {
    archive::check(bytes, limits)?;
    // A protected file has an encrypted content; the reader says so by the manifest.
    if let Ok(content) = String::from_utf8(archive::entry(bytes, "content.xml")?) {
        check_repeats(&content, limits)?;
    } else if !is_protected(bytes) {
        return Err(workbook::damaged(&"content is not text"));
    }
    workbook::guarded(|| {
        let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
        let sheets = workbook::sheet_names(book.sheets_metadata());
        for sheet in workbook::candidates(&sheets, wanted.sheet)? {
            let range = book
                .worksheet_range(&sheet)
                .map_err(|error| fault(&error))?;
            if range.used_cells().next().is_none() {
                continue;
            }
            let mut builder = TableBuilder::new(limits);
            workbook::put_range(&range, &mut builder, tick)?;
            let origin = Origin {
                sheets: sheets.clone(),
                sheet: Some(sheet),
                ..wanted.origin.clone()
            };
            return builder.finish(origin);
        }
        Err(Kind::FileEmpty.into())
    })
}

fn is_protected(bytes: &[u8]) -> bool {
    archive::entry(bytes, "META-INF/manifest.xml")
        .is_ok_and(|manifest| String::from_utf8_lossy(&manifest).contains("encryption-data"))
}

fn fault(error: &OdsError) -> Error {
    if matches!(error, OdsError::Password) {
        return Kind::PasswordProtected.into();
    }
    workbook::damaged(error)
}

/// Adds up the cells that the reader would write out: in each row up to the last filled cell, empty
/// rows only when a filled one follows.
fn check_repeats(content: &str, limits: &ReadLimits) -> Result<()> {
    let mut sums = Repeats::default();
    for tag in content.split('<').skip(1) {
        let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
        if tag.starts_with("table:table-row") {
            sums.end_row();
            sums.row_repeats = repeats(tag, "number-rows-repeated")?;
        } else if tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")
        {
            let count = repeats(tag, "number-columns-repeated")?;
            // A cell may hold text without stating a value: only one that closes at once is empty.
            let is_empty = tag.ends_with('/') && !tag.contains("value") && !tag.contains("formula");
            sums.gap = sums.gap.saturating_add(count);
            if !is_empty {
                sums.width = sums.width.saturating_add(sums.gap);
                sums.gap = 0;
            }
        } else if tag.starts_with("/table:table ") || tag == "/table:table" {
            sums.end_row();
            sums.end_table(limits)?;
        }
    }
    sums.end_row();
    sums.end_table(limits)
}

/// Running sums of one table.
#[derive(Debug, Default)]
struct Repeats {
    row_repeats: u64,
    gap: u64,
    width: u64,
    rows: u64,
    empty_rows: u64,
    widest: u64,
}

impl Repeats {
    fn end_row(&mut self) {
        if self.width > 0 {
            self.rows = self
                .rows
                .saturating_add(self.empty_rows)
                .saturating_add(self.row_repeats);
            self.empty_rows = 0;
        } else {
            self.empty_rows = self.empty_rows.saturating_add(self.row_repeats);
        }
        self.widest = self.widest.max(self.width);
        self.row_repeats = 0;
        self.gap = 0;
        self.width = 0;
    }

    fn end_table(&mut self, limits: &ReadLimits) -> Result<()> {
        within(
            Limit::Columns,
            self.widest,
            u64::try_from(limits.columns).unwrap_or(u64::MAX),
        )?;
        within(Limit::Rows, self.rows, u64::from(limits.rows) + 32)?;
        // Empty cells of the rectangle cost memory, too.
        within(
            Limit::Cells,
            self.rows.saturating_mul(self.widest),
            limits.cells.max(20_000_000),
        )?;
        *self = Self::default();
        Ok(())
    }
}

/// The number of an attribute, 1 where it is not there. Anything but plain digits is refused, so
/// that the reader cannot see another number.
fn repeats(tag: &str, attribute: &str) -> Result<u64> {
    let mut found = tag.match_indices(attribute);
    let Some((at, _)) = found.next() else {
        return Ok(1);
    };
    let rest = tag.get(at + attribute.len()..).unwrap_or("").trim_start();
    let rest = rest.strip_prefix('=').unwrap_or("").trim_start();
    let digits = rest
        .strip_prefix('"')
        .and_then(|rest| rest.split_once('"'))
        .or_else(|| {
            rest.strip_prefix('\'')
                .and_then(|rest| rest.split_once('\''))
        })
        .map(|(digits, _)| digits.trim());
    match (
        digits.and_then(|digits| digits.parse::<u64>().ok()),
        found.next(),
    ) {
        (Some(count), None) => Ok(count),
        (None, _) | (Some(_), Some(_)) => Err(workbook::damaged(&"repeats that are no number")),
    }
}
