//! What the three workbook readers share: which sheet, cells of the reader as cells of ours, and
//! that a fault of the reader never ends the program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, ExcelDateTime, Range, Sheet, SheetType, SheetVisible};

use crate::domain::Date;
use crate::error::{Error, Field, Kind, Result};
use crate::import::dates;
use crate::import::limits::Tick;
use crate::import::table::{Cell, TableBuilder};

/// The visible sheets, in the order of the workbook.
pub(super) fn sheet_names(sheets: &[Sheet]) -> Vec<String> {
    sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// The sheets to try, best first: the one asked for, else all.
pub(super) fn candidates(sheets: &[String], wanted: Option<&str>) -> Result<Vec<String>> {
    let Some(wanted) = wanted else {
        return Ok(sheets.to_vec());
    };
    if sheets.iter().any(|sheet| sheet == wanted) {
        return Ok(vec![wanted.to_owned()]);
    }
    Err(Kind::NotFound {
        field: Field::Name,
        name: wanted.to_owned(),
    }
    .into())
}

/// Runs a reader over bytes from outside; its panic is a damaged file.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(Kind::FileDamaged("the reader gave up".to_owned()).into()))
}

pub(super) fn damaged(error: &dyn std::fmt::Display) -> Error {
    Kind::FileDamaged(error.to_string()).into()
}

/// A day from Excel's serial number; a duration stays a number.
pub(super) fn day_or_number(value: ExcelDateTime) -> Cell<'static> {
    if value.is_duration() {
        return Cell::Number(value.as_f64());
    }
    let (year, month, day, ..) = value.to_ymd_hms_milli();
    let date = i16::try_from(year)
        .ok()
        .zip(i8::try_from(month).ok())
        .zip(i8::try_from(day).ok())
        .and_then(|((year, month), day)| Date::new(year, month, day).ok());
    date.map_or(Cell::Number(value.as_f64()), Cell::Day)
}

/// A day from ISO text, else the text.
pub(super) fn iso_day(text: &str) -> Cell<'_> {
    match dates::iso_day(text) {
        Some(day) => Cell::Day(day),
        None => Cell::of_text(text),
    }
}

/// Whole numbers of a workbook are far below what a float holds exactly.
#[expect(clippy::cast_precision_loss, reason = "cells hold at most 15 digits")]
pub(super) fn whole(number: i64) -> Cell<'static> {
    Cell::Number(number as f64)
}

fn cell_of(data: &Data) -> Cell<'_> {
    match data {
        Data::Int(number) => whole(*number),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) => Cell::of_text(text),
        Data::Bool(is_true) => Cell::Bool(*is_true),
        Data::DateTime(value) => day_or_number(*value),
        Data::DateTimeIso(text) => iso_day(text),
        Data::DurationIso(text) => Cell::of_text(text),
        Data::Error(_) => Cell::Fault,
        Data::Empty => Cell::Empty,
    }
}

/// Puts a range that was checked before into a table.
pub(super) fn put_range(
    range: &Range<Data>,
    builder: &mut TableBuilder,
    tick: &mut Tick<'_>,
) -> Result<()> {
    let Some((first_row, first_column)) = range.start() else {
        return Ok(());
    };
    let total = u64::try_from(range.height()).unwrap_or(u64::MAX);
    let first_column = usize::try_from(first_column).unwrap_or(usize::MAX);
    for (row, number) in range.rows().zip(first_row + 1..) {
        if number.is_multiple_of(4_096) {
            tick(u64::from(number), total)?;
        }
        builder.begin_row(number)?;
        for (column, data) in row.iter().enumerate() {
            builder.put(first_column.saturating_add(column), cell_of(data))?;
        }
    }
    Ok(())
}
