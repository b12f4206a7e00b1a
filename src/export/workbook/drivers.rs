//! Drivers: which dimensions go with engagement among people, the map of importance and score, and
//! what can be said of the customers' NPS. About the whole company only; never about causes.

use rust_xlsxwriter::{Format, FormatAlign, Formula, Worksheet};

use super::context::Context;
use super::drivers_chart;
use super::page::{FIRST, Page, Row};
use super::style;
use crate::analysis::{DriverLine, DriverModel, NpsDrivers, SharesBy};
use crate::disclosure::Reason;
use crate::domain::Audience;
use crate::error::Result;
use crate::phrases;
use crate::tr;

/// Rank, dimension, share and interval, mean, r, β, relative weight, VIF, flag.
const WIDTHS: [f64; 11] = [7.0, 34.0, 11.0, 8.5, 8.5, 9.5, 9.0, 9.0, 11.0, 8.0, 16.0];
/// The column of the mean.
pub(super) const MEAN: u16 = 6;
/// The column of the share.
pub(super) const SHARE: u16 = 3;
/// A share of differences.
pub(super) const SHARE_FORMAT: &str = "0.0%";

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    page.title(
        &context.text("book-drivers-title"),
        &context.text("book-drivers-lead"),
    )?;
    if context.own_branch().is_some() {
        page.paragraph(&context.text("book-drivers-company-only"), &style::text())?;
        return page.finish(None);
    }
    for found in &context.wave.drivers.engagement {
        if found.audience != Audience::All {
            page.break_here();
            page.section(&group_title(context, found.audience))?;
        }
        page.sentence(&phrases::drivers(context.lang, context.findings, found))?;
        page.row += 1;
        if let Ok(model) = &found.model {
            let rows = table(context, &mut page, model)?;
            page.row += 1;
            if found.audience == Audience::All {
                let note = match model.shares_by {
                    SharesBy::Dominance => "book-drivers-note",
                    SharesBy::RelativeWeights => "book-drivers-note-weights",
                };
                page.note(&context.text(note))?;
                page.row += 1;
                drivers_chart::map(context, &mut page, (model, rows))?;
            }
        }
    }
    if let Some(found) = context.wave.drivers.nps_of(Audience::All) {
        nps(context, &mut page, found)?;
    }
    page.finish(None)
}

/// In the middle of its column: ranks stand apart from what they rank.
fn middle(format: Format) -> Format {
    format.set_align(FormatAlign::Center)
}

fn group_title(context: &Context<'_>, audience: Audience) -> String {
    phrases::audience(context.lang, audience)
}

/// The table of a model; returns its first and last row. The medians stand below it.
fn table(context: &Context<'_>, page: &mut Page<'_>, model: &DriverModel) -> Result<(Row, Row)> {
    let number = |key: &str| (context.text(key), style::head_number());
    page.sheet.set_row_height(page.row, 28)?;
    page.heads(&[
        (context.text("book-drivers-rank"), middle(style::head())),
        (context.text("book-column-dimension"), style::head()),
        number("book-drivers-share"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-mean"),
        number("book-drivers-r"),
        number("book-drivers-beta"),
        number("book-drivers-weight"),
        number("book-drivers-vif"),
        (context.text("book-drivers-flag"), style::head_word()),
    ])?;
    let first = page.row;
    for (rank, line) in (1_u32..).zip(&model.lines) {
        line_row(context, page, rank, line)?;
    }
    let last = page.row.saturating_sub(1).max(first);
    if let Some((mean, share)) = model.medians() {
        for column in FIRST..=page.last() {
            page.text((page.row, column), "", &style::cell())?;
        }
        let label = context.text("book-drivers-median");
        page.text((page.row, 2), &label, &style::cell())?;
        let median = |column: char, value: f64| {
            Formula::new(format!(
                "=MEDIAN({column}{}:{column}{})",
                first + 1,
                last + 1
            ))
            .set_result(value.to_string())
        };
        for (column, formula, format) in [
            (SHARE, median('D', share), SHARE_FORMAT),
            (MEAN, median('G', mean), style::MEAN),
        ] {
            let format = style::number(format);
            page.sheet
                .write_formula_with_format(page.row, column, formula, &format)?;
        }
        page.row += 1;
    }
    Ok((first, last))
}

fn line_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    rank: u32,
    line: &DriverLine,
) -> Result<()> {
    let at = page.row;
    let share = style::number(SHARE_FORMAT);
    let two = style::number(style::COEFFICIENT);
    page.number((at, FIRST), f64::from(rank), &middle(style::cell()))?;
    page.text(
        (at, 2),
        context.dimension(line.dimension),
        &style::cell_text(),
    )?;
    page.number((at, SHARE), line.share, &share.clone().set_bold())?;
    let interval = line.interval.map_err(|_| Reason::Undefined);
    page.interval(context, (at, 4), interval, &share)?;
    page.number((at, MEAN), line.mean, &style::number(style::MEAN))?;
    page.number((at, 7), line.r, &two)?;
    page.number((at, 8), line.beta, &two)?;
    page.number((at, 9), line.relative_weight, &share)?;
    page.number((at, 10), line.vif, &style::number("0.0"))?;
    let flag = phrases::driver_flag(context.lang, line);
    let word = flag.map_or_else(String::new, |(word, _)| word);
    page.text((at, 11), &word, &style::cell().set_indent(1))?;
    page.row += 1;
    Ok(())
}

/// What goes with the customers' NPS over branches: the model, or the single correlations.
fn nps(context: &Context<'_>, page: &mut Page<'_>, found: &NpsDrivers) -> Result<()> {
    page.break_here();
    page.section(&context.text("book-drivers-nps"))?;
    let sentence = phrases::nps_drivers(context.lang, context.findings, context.wave, found);
    page.sentence(&sentence)?;
    page.row += 1;
    if let Ok(model) = &found.model {
        table(context, page, model)?;
        page.row += 1;
        return Ok(());
    }
    if found.single.is_empty() {
        return Ok(());
    }
    let number = |key: &str| (context.text(key), style::head_number());
    page.heads(&[
        (context.text("book-drivers-rank"), middle(style::head())),
        (context.text("book-column-dimension"), style::head()),
        number("book-drivers-rho"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-n"),
    ])?;
    let two = style::number(style::COEFFICIENT);
    for (rank, position) in (1_u32..).zip(&found.single) {
        let Some(link) = context.wave.links.get(*position) else {
            continue;
        };
        let at = page.row;
        page.number((at, FIRST), f64::from(rank), &middle(style::cell()))?;
        page.text(
            (at, 2),
            context.dimension(link.dimension),
            &style::cell_text(),
        )?;
        let rho = link.spearman;
        page.statistic(
            context,
            (at, 3),
            rho.map(|it| it.value),
            &two.clone().set_bold(),
        )?;
        let ends = rho
            .map(|it| (it.low, it.high))
            .map_err(|_| Reason::Undefined);
        page.interval(context, (at, 4), ends, &two)?;
        let n = u32::try_from(link.points.len()).unwrap_or(u32::MAX);
        page.number((at, 6), f64::from(n), &style::number(style::COUNT))?;
        page.row += 1;
    }
    page.note(&tr!(
        context.lang,
        "book-drivers-single-note",
        m = context.wave.pairs
    ))?;
    page.row += 1;
    Ok(())
}
