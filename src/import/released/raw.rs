//! The cells of a workbook as they stand there, those of hidden sheets and rows as well. No meaning.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetVisible, Xlsx};

use crate::error::{Kind, Limit, Result};
use crate::import::limits::{ReadLimits, within};

/// Row and column, from 0.
pub(super) type At = (u32, u32);

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// A number, or a date as one.
    Number(f64),
    /// Text.
    Text(String),
    /// Something that reports do not hold: yes or no, an error.
    Odd(String),
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawSheet {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) cells: BTreeMap<At, Value>,
}

/// All sheets; the archive has been checked before.
pub(super) fn sheets(bytes: &[u8], limits: &ReadLimits) -> Result<Vec<RawSheet>> {
    let read = || -> Result<Vec<RawSheet>> {
        let damaged = |error: &dyn std::fmt::Display| Kind::FileDamaged(error.to_string());
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        let mut found = Vec::new();
        let mut count = 0_u64;
        for about in book.sheets_metadata().to_vec() {
            let mut cells = BTreeMap::new();
            let reader = book.worksheet_cells_reader(&about.name);
            let mut reader = reader.map_err(|error| damaged(&error))?;
            while let Some(cell) = reader.next_cell().map_err(|error| damaged(&error))? {
                if let Some(value) = value(cell.get_value()) {
                    count += 1;
                    within(Limit::Cells, count, limits.cells)?;
                    cells.insert(cell.get_position(), value);
                }
            }
            found.push(RawSheet {
                is_hidden: about.visible != SheetVisible::Visible,
                name: about.name,
                cells,
            });
        }
        Ok(found)
    };
    // A fault of the reader never ends the program.
    let gave_up = |_| Err(Kind::FileDamaged("the reader gave up".to_owned()).into());
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(gave_up)
}

fn value(data: &DataRef<'_>) -> Option<Value> {
    #[expect(clippy::cast_precision_loss, reason = "cells hold at most 15 digits")]
    let whole = |number: i64| number as f64;
    match data {
        DataRef::Int(number) => Some(Value::Number(whole(*number))),
        DataRef::Float(number) => Some(Value::Number(*number)),
        DataRef::DateTime(date) => Some(Value::Number(date.as_f64())),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            (!text.is_empty()).then(|| Value::Text(text.clone()))
        }
        DataRef::SharedString(text) => (!text.is_empty()).then(|| Value::Text((*text).to_owned())),
        DataRef::Bool(is_true) => Some(Value::Odd(is_true.to_string())),
        DataRef::Error(error) => Some(Value::Odd(error.to_string())),
        DataRef::Empty => None,
    }
}

/// `B7` for row 6 and column 1.
pub(super) fn address((row, column): At) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", row + 1)
}
