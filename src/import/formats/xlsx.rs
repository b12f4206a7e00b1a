//! Workbooks since Excel 2007, cell by cell: the size a sheet states is never believed.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::{Wanted, archive, workbook};
use crate::error::{Error, Kind, Result};
use crate::import::limits::{ReadLimits, Tick};
use crate::import::table::{Area, Cell, Origin, RawTable, TableBuilder};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

pub(super) fn read(
    bytes: &[u8],
    limits: &ReadLimits,
    wanted: &Wanted<'_>,
    tick: &mut Tick<'_>,
) -> Result<RawTable> {
    archive::check(bytes, limits)?;
    workbook::guarded(|| {
        let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
        let sheets = workbook::sheet_names(book.sheets_metadata());
        for sheet in workbook::candidates(&sheets, wanted.sheet)? {
            let mut builder = TableBuilder::new(limits);
            if !read_cells(&mut book, &sheet, &mut builder, tick)? {
                continue;
            }
            read_merged(&mut book, &sheet, &mut builder)?;
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

/// Streams the cells of a sheet; says whether there was one with something in it.
fn read_cells(
    book: &mut Book<'_>,
    sheet: &str,
    builder: &mut TableBuilder,
    tick: &mut Tick<'_>,
) -> Result<bool> {
    let mut cells = match book.worksheet_cells_reader(sheet) {
        Ok(cells) => cells,
        // A sheet of charts has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(false),
        Err(error) => return Err(fault(&error)),
    };
    let mut has_cells = false;
    let mut count = 0_u64;
    while let Some(cell) = cells.next_cell().map_err(|error| fault(&error))? {
        count += 1;
        if count.is_multiple_of(65_536) {
            tick(count, 0)?;
        }
        let (row, column) = cell.get_position();
        let value = cell_of(cell.get_value());
        if value.is_empty() {
            continue;
        }
        has_cells = true;
        let number = row.saturating_add(1);
        if number < builder.row_number() {
            return Err(workbook::damaged(&"rows out of order"));
        }
        if number > builder.row_number() {
            builder.begin_row(number)?;
        }
        builder.put(usize::try_from(column).unwrap_or(usize::MAX), value)?;
    }
    Ok(has_cells)
}

fn read_merged(book: &mut Book<'_>, sheet: &str, builder: &mut TableBuilder) -> Result<()> {
    for area in book
        .merge_cells_by_sheet_name(sheet)
        .map_err(|error| fault(&error))?
    {
        builder.add_merged(Area {
            rows: (area.start.0.saturating_add(1), area.end.0.saturating_add(1)),
            columns: (area.start.1, area.end.1),
        });
    }
    Ok(())
}

fn cell_of<'a>(data: &'a DataRef<'_>) -> Cell<'a> {
    match data {
        DataRef::Int(number) => workbook::whole(*number),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::of_text(text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::Bool(is_true) => Cell::Bool(*is_true),
        DataRef::DateTime(value) => workbook::day_or_number(*value),
        DataRef::DateTimeIso(text) => workbook::iso_day(text),
        DataRef::Error(_) => Cell::Fault,
        DataRef::Empty => Cell::Empty,
    }
}

fn fault(error: &XlsxError) -> Error {
    if matches!(error, XlsxError::Password) {
        return Kind::PasswordProtected.into();
    }
    workbook::damaged(error)
}
