//! How far the dimensions may be trusted, for the sheet of methods: alpha and omega, agreement inside
//! branches, whether branches differ. About the whole company.

use rust_xlsxwriter::Format;

use super::cells::At;
use super::context::Context;
use super::page::Page;
use super::style;
use crate::analysis::Reliability;
use crate::domain::Audience;
use crate::error::Result;
use crate::i18n::number;
use crate::stats::Undefined;

/// Both tables.
pub(super) fn tables(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let Some(found) = context.wave.audience(Audience::All) else {
        return Ok(());
    };
    // Both tables on one page: one that runs on to the next would lose its heads.
    page.break_here();
    page.section(&context.text("audit-reliability"))?;
    page.note(&context.text("audit-reliability-note"))?;
    heads(
        context,
        page,
        [
            "book-column-alpha",
            "book-column-low",
            "book-column-high",
            "book-column-omega",
            "book-column-rows",
            "book-column-rwg",
            "book-column-branches",
        ],
    )?;
    for (position, found) in found.reliability.iter().enumerate() {
        page.text((page.row, 1), context.dimension(position), &style::cell())?;
        scale(context, page, found)?;
        page.row += 1;
    }
    page.row += 1;
    page.section(&context.text("audit-between"))?;
    page.note(&context.text("audit-between-note"))?;
    heads(
        context,
        page,
        [
            "book-column-icc1",
            "book-column-low",
            "book-column-high",
            "book-column-icc2",
            "book-column-low",
            "book-column-high",
            "book-column-f",
        ],
    )?;
    for (position, found) in found.reliability.iter().enumerate() {
        page.text((page.row, 1), context.dimension(position), &style::cell())?;
        between(context, page, found)?;
        page.row += 1;
    }
    page.row += 1;
    Ok(())
}

fn heads(context: &Context<'_>, page: &mut Page<'_>, keys: [&str; 7]) -> Result<()> {
    let mut heads = vec![(context.text("book-column-dimension"), style::head())];
    heads.extend(keys.map(|key| (context.text(key), style::head_number())));
    page.sheet.set_row_height(page.row, 28)?;
    page.heads(&heads)
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn scale(context: &Context<'_>, page: &mut Page<'_>, found: &Reliability) -> Result<()> {
    let at = page.row;
    let two = style::number(style::COEFFICIENT);
    let count = style::number(style::COUNT);
    let mut put = |column: u16, value: Result<f64, Undefined>, format: &Format| {
        page.statistic(context, (at, column), value, format)
    };
    put(2, found.alpha.map(|it| it.0), &two.clone().set_bold())?;
    put(3, found.alpha.map(|it| it.1), &two)?;
    put(4, found.alpha.map(|it| it.2), &two)?;
    put(5, found.omega.map(|it| it.0), &two.clone().set_bold())?;
    // Without alpha there is nothing that these rows stand for.
    put(6, found.alpha.map(|_| found.n as f64), &count)?;
    put(7, found.rwg, &two)?;
    put(8, found.between.map(|it| it.branches as f64), &count)
}

fn between(context: &Context<'_>, page: &mut Page<'_>, found: &Reliability) -> Result<()> {
    let at = page.row;
    let two = style::number(style::COEFFICIENT);
    let bold = two.clone().set_bold();
    page.statistic(context, (at, 2), found.icc1, &bold)?;
    ends(context, page, (at, 3), found.between.map(|it| it.icc1))?;
    page.statistic(context, (at, 5), found.icc2, &bold)?;
    ends(context, page, (at, 6), found.between.map(|it| it.icc2))?;
    match found.between {
        Ok(found) => {
            let f = number::decimal(context.lang, found.f, 1);
            let p = number::p_statement(context.lang, found.p);
            page.text((at, 8), &format!("{f}; {p}"), &style::number("@"))
        }
        Err(reason) => page.statistic(context, (at, 8), Err(reason), &two),
    }
}

fn ends(
    context: &Context<'_>,
    page: &mut Page<'_>,
    at: At,
    found: Result<(f64, f64), Undefined>,
) -> Result<()> {
    let two = style::number(style::COEFFICIENT);
    page.statistic(context, at, found.map(|it| it.0), &two)?;
    page.statistic(context, (at.0, at.1 + 1), found.map(|it| it.1), &two)
}
