//! Workbooks before Excel 2007. The reader takes memory on the file's word (the stated size of a
//! sheet, the corners of its cells), so the records are walked before it sees them.

use std::io::Cursor;

use calamine::{Reader, Xls, XlsError};

use super::ole::{read_u16, read_u32, workbook_stream};
use super::{Wanted, workbook};
use crate::error::{Error, Kind, Limit, Result};
use crate::import::limits::{ReadLimits, Tick, within};
use crate::import::table::{Area, Origin, RawTable, TableBuilder};

const BOF: u16 = 0x0809;
const END: u16 = 0x000a;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const PASSWORD: u16 = 0x002f;
/// Records of cells: row and column stand first.
const CELLS: [u16; 9] = [
    0x0006, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e,
];

pub(super) fn read(
    bytes: &[u8],
    limits: &ReadLimits,
    wanted: &Wanted<'_>,
    tick: &mut Tick<'_>,
) -> Result<RawTable> {
    let stream = workbook_stream(bytes).ok_or_else(|| workbook::damaged(&"no workbook stream"))?;
    check(&stream, limits)?;
    workbook::guarded(|| read_checked(bytes, limits, wanted, tick))
}

fn read_checked(
    bytes: &[u8],
    limits: &ReadLimits,
    wanted: &Wanted<'_>,
    tick: &mut Tick<'_>,
) -> Result<RawTable> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
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
        for area in book.merge_cells_by_sheet_name(&sheet).unwrap_or_default() {
            builder.add_merged(Area {
                rows: (area.start.0.saturating_add(1), area.end.0.saturating_add(1)),
                columns: (area.start.1, area.end.1),
            });
        }
        let origin = Origin {
            sheets: sheets.clone(),
            sheet: Some(sheet),
            ..wanted.origin.clone()
        };
        return builder.finish(origin);
    }
    Err(Kind::FileEmpty.into())
}

fn fault(error: &XlsError) -> Error {
    if matches!(error, XlsError::Password) {
        return Kind::PasswordProtected.into();
    }
    workbook::damaged(error)
}

struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

/// The records from an offset on, until one is cut.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut at = start;
    std::iter::from_fn(move || {
        let kind = read_u16(stream, at)?;
        let length = usize::from(read_u16(stream, at.checked_add(2)?)?);
        let data = stream.get(at.checked_add(4)?..at.checked_add(4)?.checked_add(length)?)?;
        at += 4 + length;
        Some(Record { kind, data })
    })
}

/// Walks the records of every sheet and refuses what would take too much memory.
fn check(stream: &[u8], limits: &ReadLimits) -> Result<()> {
    let mut starts = Vec::new();
    for record in records(stream, 0) {
        match record.kind {
            PASSWORD if read_u16(record.data, 0) != Some(0) => {
                return Err(Kind::PasswordProtected.into());
            }
            SHEET => starts.push(read_u32(record.data, 0).unwrap_or(u32::MAX)),
            END => break,
            _ => {}
        }
    }
    within(
        Limit::Entries,
        u64::try_from(starts.len()).unwrap_or(u64::MAX),
        200,
    )?;
    for start in starts {
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        if start >= stream.len() {
            return Err(workbook::damaged(&"a sheet lies outside the file"));
        }
        check_sheet(stream, start, limits)?;
    }
    Ok(())
}

fn check_sheet(stream: &[u8], start: usize, limits: &ReadLimits) -> Result<()> {
    let (mut rows, mut columns) = (0_u64, 0_u64);
    let mut depth = 0_u32;
    for record in records(stream, start) {
        match record.kind {
            BOF => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            DIMENSIONS => {
                let (last_row, last_column) = stated_size(record.data);
                within(Limit::Rows, last_row, 70_000)?;
                within(Limit::Columns, last_column, 1_024)?;
            }
            kind if CELLS.contains(&kind) => {
                rows = rows.max(u64::from(read_u16(record.data, 0).unwrap_or(0)) + 1);
                columns = columns.max(u64::from(last_column(&record)) + 1);
            }
            _ => {}
        }
    }
    let most_columns = u64::try_from(limits.columns).unwrap_or(u64::MAX);
    within(Limit::Columns, columns, most_columns)?;
    // The reader makes a full rectangle; empty cells of it cost memory, too.
    within(
        Limit::Cells,
        rows.saturating_mul(columns),
        limits.cells.max(20_000_000),
    )
}

/// Rows and columns that a sheet says it has.
fn stated_size(data: &[u8]) -> (u64, u64) {
    let wide = || Some((read_u32(data, 4)?, read_u16(data, 10)?));
    let narrow = || Some((u32::from(read_u16(data, 2)?), read_u16(data, 6)?));
    let size = if data.len() >= 14 { wide() } else { narrow() };
    size.map_or((0, 0), |(rows, columns)| {
        (u64::from(rows), u64::from(columns))
    })
}

/// The last column of a record of one or several cells.
fn last_column(record: &Record<'_>) -> u16 {
    let first = read_u16(record.data, 2).unwrap_or(0);
    if matches!(record.kind, 0x00bd | 0x00be) {
        let last = record
            .data
            .len()
            .checked_sub(2)
            .and_then(|at| read_u16(record.data, at));
        return last.unwrap_or(first).max(first);
    }
    first
}
