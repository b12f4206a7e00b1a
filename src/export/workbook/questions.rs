//! Questions: every item by dimension with all five levels where n bears them, contact staff and
//! the back office beside the company, and the shares as stacked bars.

use rust_xlsxwriter::Worksheet;

use super::cells::score_interval;
use super::charts::{self, Cells};
use super::compared;
use super::context::Context;
use super::page::{Col, FIRST, Page, Row};
use super::style;
use crate::disclosure::{Favourable, Published, Reason, Score};
use crate::domain::Audience;
use crate::error::Result;
use crate::tr;

/// Dimension, question, n, mean, interval, five levels, favourable, contact, back office or own.
/// Then what the company is compared with.
const WIDTHS: [f64; 14] = [
    18.0, 50.0, 7.0, 7.5, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 11.5, 10.5, 10.5,
];
/// Correlation with the rest, alpha without the question.
const LAST: [f64; 2] = [10.5, 11.0];
/// The first column after those of [`WIDTHS`].
const COMPARED: Col = 15;
/// Bars in one picture: as many as a printed page shows.
const BARS: usize = 24;

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let compared = compared::item_heads(context);
    let mut widths = WIDTHS.to_vec();
    widths.extend(compared.iter().map(|(_, width)| width));
    widths.extend(LAST);
    let mut page = Page::new(context, sheet, &widths)?;
    page.title(
        &context.text("book-questions-title"),
        &context.text("book-questions-lead"),
    )?;
    let head = page.row;
    heads(context, &mut page, compared)?;
    page.sheet.set_freeze_panes(page.row, FIRST + 2)?;
    let first = page.row;
    let order = order(context);
    for item in &order {
        item_row(context, &mut page, *item)?;
    }
    if page.row > first {
        let (last, last_column) = (page.row - 1, page.last());
        page.sheet.autofilter(head, FIRST, last, last_column)?;
        super::heat_map::heat_rules(&mut page, (first, 4, last, 4))?;
    }
    page.row += 1;
    page.note(&context.text("book-questions-note"))?;
    page.note(&context.text("book-questions-scale-note"))?;
    if let Some(note) = compared::item_note(context) {
        page.note(&context.text(note))?;
    }
    let bars: Vec<Row> = (first..)
        .zip(&order)
        .filter_map(|(row, item)| has_levels(context, *item).then_some(row))
        .collect();
    pictures(context, &mut page, &bars)?;
    page.finish(Some((head, head)))
}

/// Items by dimension, in the order they are asked.
fn order(context: &Context<'_>) -> Vec<usize> {
    let of = |id: &str| {
        let items = context.findings.items.iter().enumerate();
        items
            .filter(|(_, item)| item.dimension == id)
            .map(|(at, _)| at)
            .collect::<Vec<_>>()
    };
    context
        .findings
        .dimensions
        .iter()
        .flat_map(|dimension| of(&dimension.id))
        .collect()
}

fn heads(context: &Context<'_>, page: &mut Page<'_>, compared: Vec<(String, f64)>) -> Result<()> {
    let number = |text: String| (text, style::head_number());
    let mut heads = vec![
        (context.text("book-column-dimension"), style::head()),
        (context.text("book-column-question"), style::head()),
        number(context.text("book-column-n")),
        number(context.text("book-column-mean")),
        number(context.text("book-column-low")),
        number(context.text("book-column-high")),
    ];
    heads
        .extend((1..=5).map(|level| number(tr!(context.lang, "book-column-level", level = level))));
    heads.push(number(context.text("book-column-favourable")));
    heads.extend(beside(context).map(number));
    heads.extend(compared.into_iter().map(|(text, _)| number(text)));
    heads.push(number(context.text("book-column-item-rest")));
    heads.push(number(context.text("book-column-alpha-dropped")));
    // The name of a wave or of a source may be long.
    let columns = (FIRST..).zip(&heads);
    let heights = columns.map(|(column, (text, _))| page.height((column, column), text, 9.0));
    let height = heights.fold(40.0, f64::max);
    page.sheet.set_row_height(page.row, height)?;
    page.heads(&heads)
}

/// What stands beside the company's figures.
fn beside(context: &Context<'_>) -> [String; 2] {
    match context.own_branch() {
        None => [Audience::Contact, Audience::BackOffice]
            .map(|group| crate::phrases::audience(context.lang, group)),
        Some(_) => [
            context.text("book-column-own-mean"),
            context.text("book-column-own-difference"),
        ],
    }
}

fn company_score(context: &Context<'_>, audience: Audience, item: usize) -> Published<Score> {
    let found = context.wave.audience(audience);
    let score = found
        .and_then(|found| found.items.get(item))
        .map(|found| found.score);
    score.unwrap_or(Published::Hidden(Reason::NotAsked))
}

fn levels(context: &Context<'_>, item: usize) -> Result<[f64; 5], Reason> {
    let score = company_score(context, Audience::All, item);
    let Some(value) = score.value() else {
        return Err(score.reason().unwrap_or(Reason::NoAnswers));
    };
    match value.favourable {
        Some(Favourable::Exact { levels, .. }) => Ok(levels),
        Some(Favourable::Band { .. }) | None => Err(Reason::DetailTooFine),
    }
}

fn has_levels(context: &Context<'_>, item: usize) -> bool {
    levels(context, item).is_ok()
}

fn item_row(context: &Context<'_>, page: &mut Page<'_>, item: usize) -> Result<()> {
    let Some(about) = context.findings.items.get(item) else {
        return Ok(());
    };
    let at = page.row;
    let title = context
        .findings
        .dimensions
        .iter()
        .find(|found| found.id == about.dimension);
    let dimension = title.map_or("", |found| found.title.get(context.lang));
    let question = context.question(about);
    page.text((at, 1), dimension, &style::cell_text())?;
    page.text((at, 2), &question, &style::cell_text())?;
    let height = page
        .height((2, 2), &question, 10.6)
        .max(page.height((1, 1), dimension, 10.0));
    page.sheet.set_row_height(at, height)?;
    let score = company_score(context, Audience::All, item);
    let number = style::number(style::MEAN);
    page.n(context, (at, 3), &score, &style::number(style::COUNT))?;
    page.mean(context, (at, 4), &score, &number.clone().set_bold())?;
    page.interval(context, (at, 5), score_interval(&score), &number)?;
    let share = style::number(style::PERCENT);
    let levels = levels(context, item);
    for (position, column) in (7..12).enumerate() {
        match levels {
            Ok(levels) => page.number((at, column), levels[position], &share)?,
            Err(reason) => page.hidden(context, (at, column), reason, &share)?,
        }
    }
    page.favourable(context, (at, 12), &score, &share.clone().set_bold())?;
    beside_cells(context, page, item)?;
    compared::item_cells(context, page, (item, COMPARED))?;
    if let Some(found) = context.all().and_then(|found| found.items.get(item)) {
        let (two, last) = (style::number(style::COEFFICIENT), page.last());
        page.statistic(context, (at, last - 1), found.item_rest, &two)?;
        page.statistic(context, (at, last), found.alpha_if_dropped, &two)?;
    }
    page.row += 1;
    Ok(())
}

fn beside_cells(context: &Context<'_>, page: &mut Page<'_>, item: usize) -> Result<()> {
    let at = page.row;
    let number = style::number(style::MEAN);
    let Some(branch) = context.own_branch() else {
        let contact = company_score(context, Audience::Contact, item);
        page.mean(context, (at, 13), &contact, &number)?;
        let back_office = company_score(context, Audience::BackOffice, item);
        return page.mean(context, (at, 14), &back_office, &number);
    };
    let row = context.all().and_then(|found| found.branches.get(branch));
    let own = row.and_then(|row| row.items.get(item)).copied();
    let own = own.unwrap_or(Published::Hidden(Reason::NoAnswers));
    page.mean(context, (at, 13), &own, &number.set_bold())?;
    compared::own_difference(context, page, (item, 14))
}

/// Stacked bars, one picture per printed page. Rows without shares are left out: a bar of nothing
/// would read as zero.
fn pictures(context: &Context<'_>, page: &mut Page<'_>, bars: &[Row]) -> Result<()> {
    let mut runs: Vec<(Row, Row)> = Vec::new();
    for row in bars {
        match runs.last_mut() {
            Some((first, last)) if *last + 1 == *row && usize_rows(*first, *row) <= BARS => {
                *last = *row;
            }
            _ => runs.push((*row, *row)),
        }
    }
    for run in runs {
        page.break_here();
        picture(context, page, run)?;
    }
    Ok(())
}

fn usize_rows(first: Row, last: Row) -> usize {
    usize::try_from(last - first + 1).unwrap_or(usize::MAX)
}

fn picture(context: &Context<'_>, page: &mut Page<'_>, rows: (Row, Row)) -> Result<()> {
    page.section(&context.text("book-questions-chart"))?;
    let sheet = page.sheet.name();
    let cells = Cells {
        sheet: &sheet,
        rows,
    };
    let mut chart = charts::levels(&cells, (2, 7), |level| {
        tr!(context.lang, "book-questions-level", level = level)
    });
    let bars = rows.1 - rows.0 + 1;
    let height = 90 + bars * 34;
    charts::sized(&mut chart, page.pixels(), height);
    charts::larger(&mut chart, 12);
    chart.set_alt_text(context.text("book-questions-chart"));
    page.picture(&chart, 0)?;
    page.row += height / 20 + 2;
    Ok(())
}
