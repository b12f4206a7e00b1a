//! Data: tidy aggregates as an Excel table, for whoever wants to compute on. Only what is published.

use rust_xlsxwriter::{Table, TableColumn, TableStyle, Worksheet};

use super::context::Context;
use super::page::{Col, FIRST, Page, Row};
use super::style;
use crate::error::Result;
use crate::export::tidy::{COLUMNS, LABELS, Tidy, Value};

const WIDTHS: [f64; COLUMNS.len()] = [
    14.0, 19.0, 8.0, 20.0, 16.0, 17.0, 44.0, 10.0, 10.0, 10.0, 10.0, 12.0, 12.0,
];

/// Beyond so many rows, the questions of branches are left to the CSV export: a sheet of a hundred
/// thousand rows opens slowly and is read by nobody.
const MAX_BRANCH_ITEMS: usize = 20_000;

/// Beyond so many rows of branches, those of earlier waves are left to it too: the trend sheet has
/// what changed.
const MAX_BRANCH_ROWS: usize = 8_000;

/// Rows of the table that are printed: one page.
const PRINTED: Row = 30;

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    let (has_branch_items, has_earlier_branches) = (
        branch_rows(context, context.findings.items.len()) <= MAX_BRANCH_ITEMS,
        // Dimensions and eNPS; what is asked beside them is asked in few companies.
        context.request.wave == 0
            || branch_rows(context, context.findings.dimensions.len() + 1) <= MAX_BRANCH_ROWS,
    );
    let mut lead = context.text("book-data-lead");
    for (has, left_out) in [
        (has_branch_items, "book-data-left-out"),
        (has_earlier_branches, "book-data-earlier-left-out"),
    ] {
        if !has {
            lead.push(' ');
            lead.push_str(&context.text(left_out));
        }
    }
    page.title(&context.text("book-data-title"), &lead)?;
    let head = page.row;
    page.sheet.set_freeze_panes(head + 1, 0)?;
    let tidy = Tidy {
        findings: context.findings,
        lang: context.lang,
        own: context.own_branch(),
        last_wave: context.request.wave,
        has_branch_items,
        first_of_branches: if has_earlier_branches {
            0
        } else {
            context.request.wave
        },
    };
    let rows = tidy.rows();
    let bottom = head + Row::try_from(rows.len().max(1)).unwrap_or(Row::MAX);
    let columns: Vec<TableColumn> = COLUMNS
        .iter()
        .map(|key| TableColumn::new().set_header(context.text(key)))
        .collect();
    let table = Table::new()
        .set_name("frontline_data")
        .set_style(TableStyle::Light1)
        .set_columns(&columns);
    page.sheet
        .add_table(head, FIRST, bottom, FIRST + last_column(), &table)?;
    formats(&mut page)?;
    for row in rows {
        page.row += 1;
        for (column, cell) in (FIRST..).zip(row) {
            match cell {
                Value::Text(words) => page.sheet.write_string(page.row, column, words)?,
                Value::Number(value) => page.sheet.write_number(page.row, column, value)?,
            };
        }
    }
    // Made to compute on, not to read: printing the whole workbook must not cost 300 pages.
    page.row = bottom.min(head + PRINTED);
    page.finish(Some((head, head)))
}

/// Rows that so many figures of each branch would take.
fn branch_rows(context: &Context<'_>, figures: usize) -> usize {
    let audiences: usize = context
        .waves()
        .iter()
        .map(|wave| wave.audiences.len())
        .sum();
    context.branches().len() * figures * audiences
}

/// Formats of whole columns: a format for each of so many cells costs more than all the rest.
fn formats(page: &mut Page<'_>) -> Result<()> {
    let text = style::body().set_font_size(9);
    let number = text.clone().set_align(rust_xlsxwriter::FormatAlign::Right);
    for ((column, key), position) in (FIRST..).zip(COLUMNS).zip(0..) {
        let format = match key {
            _ if position < LABELS => text.clone(),
            "book-column-n" => number.clone().set_num_format(style::COUNT),
            "book-column-favourable" => number.clone().set_num_format(style::PERCENT),
            _ => number.clone().set_num_format("0.00"),
        };
        page.sheet.set_column_format(column, &format)?;
    }
    Ok(())
}

fn last_column() -> Col {
    Col::try_from(COLUMNS.len() - 1).unwrap_or(Col::MAX)
}
