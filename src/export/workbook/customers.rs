//! Customers: NPS by branch with its interval and n, the same per channel, other measures, bars.

use rust_xlsxwriter::{Chart, ChartFormat, ChartSolidFill, ChartType, Format, Formula, Worksheet};

use super::charts::{self, Cells};
use super::context::Context;
use super::customers_blocks::blocks;
use super::page::{Col, FIRST, Page, Row};
use super::style;
use crate::analysis::{Change, CustomerFigure, CustomerFindings};
use crate::disclosure::Reason;
use crate::error::Result;

/// Code, branch, NPS, interval, n, shrunken NPS, three shares, change, its interval, distances.
const WIDTHS: [f64; 15] = [
    7.0, 24.0, 9.0, 9.0, 9.0, 9.0, 11.5, 9.5, 9.5, 9.5, 9.0, 9.0, 9.0, 9.5, 9.5,
];
const SHRUNKEN: Col = 7;
const CHANGE: Col = 11;
const UP: Col = 14;
const DOWN: Col = 15;
/// Between the ticks of the axis of NPS.
const STEP: f64 = 20.0;
/// Rows that one printed page holds.
const ROWS_OF_A_PAGE: usize = 32;

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    page.title(
        &context.text("book-customers-title"),
        &context.text("book-customers-lead"),
    )?;
    let outcomes = &context.findings.outcomes;
    let main = outcomes
        .iter()
        .position(|it| it.measure.is_nps() && it.channel.is_none());
    let head = page.row;
    if let Some(found) = main.and_then(|at| context.wave.customers.get(at)) {
        main_table(context, &mut page, found)?;
    }
    let channels: Vec<usize> = others(context, |at| Some(at) != main && is_nps(context, at));
    blocks(
        context,
        &mut page,
        &context.text("book-customers-channels"),
        &channels,
    )?;
    let measures: Vec<usize> = others(context, |at| !is_nps(context, at));
    blocks(
        context,
        &mut page,
        &context.text("book-customers-measures"),
        &measures,
    )?;
    if outcomes.is_empty() {
        page.paragraph(&context.text("book-customers-none"), &style::headline())?;
    }
    // The tables further down have heads of their own, which repeated ones would contradict.
    let is_long = context.branches().len() > ROWS_OF_A_PAGE;
    page.finish((main.is_some() && is_long).then_some((head, head)))
}

pub(super) fn is_nps(context: &Context<'_>, at: usize) -> bool {
    context
        .findings
        .outcomes
        .get(at)
        .is_some_and(|outcome| outcome.measure.is_nps())
}

/// Outcomes of a kind that have a figure in this wave.
fn others(context: &Context<'_>, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
    let has_figure = |at: &usize| {
        let found = context.wave.customers.get(*at);
        found.is_some_and(|found| {
            found.company.is_some() || found.branches.iter().any(Option::is_some)
        })
    };
    (0..context.findings.outcomes.len())
        .filter(|at| wanted(*at))
        .filter(has_figure)
        .collect()
}

fn main_table(context: &Context<'_>, page: &mut Page<'_>, found: &CustomerFindings) -> Result<()> {
    let head = page.row;
    main_heads(context, page)?;
    page.sheet.set_freeze_panes(page.row, FIRST + 2)?;
    let first = page.row;
    let company = (String::new(), context.text("company"));
    main_row(
        context,
        page,
        company,
        (found.company.as_ref(), found.change.as_ref()),
        None,
    )?;
    let rows = ranked(context, found);
    for branch in &rows {
        let Some(about) = context.findings.branches.get(*branch) else {
            continue;
        };
        let names = (about.code.as_str().to_owned(), about.name.clone());
        let figure = found.branches.get(*branch).and_then(Option::as_ref);
        let change = found.branch_changes.get(*branch).and_then(Option::as_ref);
        let shrunken = found.shrunken.as_ref().ok();
        let shrunken = shrunken.and_then(|it| *it.values.get(*branch)?);
        main_row(context, page, names, (figure, change), shrunken)?;
    }
    let (last, last_column) = (page.row - 1, page.last());
    page.sheet.autofilter(head, FIRST, last, last_column)?;
    page.row += 1;
    page.note(&context.text("book-customers-note"))?;
    if context.own_branch().is_none() {
        page.note(&crate::phrases::shrunken_note(
            context.lang,
            &found.shrunken,
        ))?;
    }
    let with_figure = rows
        .iter()
        .filter(|at| found.branches.get(**at).is_some_and(Option::is_some));
    let count = Row::try_from(with_figure.count()).unwrap_or(0);
    if found.company.is_some() && count > 0 {
        let figures = rows
            .iter()
            .filter_map(|at| found.branches.get(*at)?.as_ref());
        let ends = ends(figures.chain(&found.company));
        picture(context, page, ((first, first + count), ends))?;
    }
    Ok(())
}

/// Best first; branches without a figure last.
fn ranked(context: &Context<'_>, found: &CustomerFindings) -> Vec<usize> {
    let value = |branch: usize| {
        let figure = found.branches.get(branch).and_then(Option::as_ref);
        figure.map_or(f64::NEG_INFINITY, |figure| figure.value)
    };
    let mut branches = context.branches();
    branches.sort_by(|a, b| value(*b).total_cmp(&value(*a)));
    branches
}

fn main_heads(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let mut heads = vec![
        (context.text("branch-code"), style::head()),
        (context.text("branch"), style::head()),
    ];
    let keys = [
        "book-column-nps",
        "book-column-low",
        "book-column-high",
        "book-column-n",
        "book-column-shrunken",
        "book-column-promoters",
        "book-column-passives",
        "book-column-detractors",
        "book-column-change",
        "book-column-low",
        "book-column-high",
        "book-column-up",
        "book-column-down",
    ];
    heads.extend(keys.map(|key| (context.text(key), style::head_number())));
    page.sheet.set_row_height(page.row, 40)?;
    page.heads(&heads)
}

fn main_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (code, name): (String, String),
    (figure, change): (Option<&CustomerFigure>, Option<&Change>),
    shrunken: Option<f64>,
) -> Result<()> {
    let at = page.row;
    let is_company = code.is_empty();
    let strong = |format: Format| {
        if is_company {
            style::strong(format)
        } else {
            format
        }
    };
    page.text((at, 1), &code, &strong(style::cell()))?;
    page.text((at, 2), &name, &strong(style::cell()))?;
    let nps = strong(style::number(style::NPS));
    figure_cells(context, page, (3, style::NPS), figure, is_company)?;
    match shrunken {
        Some(value) => page.number((at, SHRUNKEN), value, &nps)?,
        None => page.text((at, SHRUNKEN), &context.text("not-applicable"), &nps)?,
    }
    let share = strong(style::number(style::PERCENT));
    for (position, column) in (SHRUNKEN + 1..).take(3).enumerate() {
        match figure.and_then(|figure| figure.counts).map(shares) {
            Some(shares) => page.number((at, column), shares[position], &share)?,
            None => page.hidden(context, (at, column), Reason::NoAnswers, &share)?,
        }
    }
    match change {
        Some(change) => {
            let format = if change.is_settled {
                nps.clone().set_bold().set_num_format(style::NPS_SETTLED)
            } else {
                nps.clone()
            };
            page.number((at, CHANGE), change.difference, &format)?;
            page.interval(
                context,
                (at, CHANGE + 1),
                change.interval.ok_or(Reason::Undefined),
                &nps,
            )?;
        }
        None => {
            for column in CHANGE..UP {
                page.text((at, column), &context.text("not-applicable"), &nps)?;
            }
        }
    }
    distances(
        context,
        page,
        figure,
        &strong(style::number(style::ONE_PLACE)),
    )?;
    page.row += 1;
    Ok(())
}

/// Distances to the ends of the interval, which the error bars read: formulas over shown cells.
fn distances(
    context: &Context<'_>,
    page: &mut Page<'_>,
    figure: Option<&CustomerFigure>,
    format: &Format,
) -> Result<()> {
    let at = page.row;
    let Some((figure, (low, high))) = figure.and_then(|f| Some((f, f.interval?))) else {
        page.hidden(context, (at, UP), Reason::NoAnswers, format)?;
        return page.hidden(context, (at, DOWN), Reason::NoAnswers, format);
    };
    let row = at + 1;
    let up = Formula::new(format!("=F{row}-D{row}")).set_result((high - figure.value).to_string());
    let down = Formula::new(format!("=D{row}-E{row}")).set_result((figure.value - low).to_string());
    page.sheet.write_formula_with_format(at, UP, up, format)?;
    page.sheet
        .write_formula_with_format(at, DOWN, down, format)?;
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn shares(counts: crate::domain::NpsCounts) -> [f64; 3] {
    let n = counts.n().max(1) as f64;
    [counts.promoters, counts.passives, counts.detractors].map(|part| part as f64 / n)
}

/// Value, low, high, n from a column on.
pub(super) fn figure_cells(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (column, format): (Col, &str),
    figure: Option<&CustomerFigure>,
    is_company: bool,
) -> Result<()> {
    let at = page.row;
    let strong = |format: Format| {
        if is_company {
            style::strong(format)
        } else {
            format
        }
    };
    let value = strong(style::number(format));
    let count = strong(style::number(style::COUNT));
    let Some(figure) = figure else {
        for offset in 0..4 {
            page.hidden(context, (at, column + offset), Reason::NoAnswers, &value)?;
        }
        return Ok(());
    };
    page.number((at, column), figure.value, &value.clone().set_bold())?;
    match figure.interval {
        Some((low, high)) => page.interval(context, (at, column + 1), Ok((low, high)), &value)?,
        None => {
            for offset in 1..3 {
                page.text(
                    (at, column + offset),
                    &context.text("not-applicable"),
                    &value,
                )?;
            }
        }
    }
    match figure.n {
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
        Some(n) => page.number((at, column + 3), n as f64, &count),
        None => page.text((at, column + 3), &context.text("not-applicable"), &count),
    }
}

/// The ends of all intervals that the bars show.
fn ends<'a>(figures: impl Iterator<Item = &'a CustomerFigure>) -> (f64, f64) {
    let each = figures.map(|it| it.interval.unwrap_or((it.value, it.value)));
    each.fold((0.0_f64, 0.0_f64), |(low, high), (from, to)| {
        (low.min(from), high.max(to))
    })
}

fn picture(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (rows, (low, high)): ((Row, Row), (f64, f64)),
) -> Result<()> {
    page.row += 1;
    if context.own_branch().is_none() {
        page.break_here();
    }
    page.section(&context.text("book-customers-chart"))?;
    let sheet = page.sheet.name();
    let cells = Cells {
        sheet: &sheet,
        rows,
    };
    let bars = charts::error_bars(cells.column(UP), cells.column(DOWN));
    let mut chart = Chart::new(ChartType::Bar);
    chart
        .add_series()
        .set_name(context.text("measure-nps").as_str())
        .set_categories(&cells.column(2))
        .set_values(&cells.column(3))
        .set_gap(55)
        .set_format(
            ChartFormat::new()
                .set_solid_fill(
                    ChartSolidFill::new().set_color(rust_xlsxwriter::Color::RGB(0xAB_CD_EE)),
                )
                .set_border(&charts::line(style::CHART_VALUE, 0.75)),
        )
        .set_x_error_bars(&bars);
    // In bar charts the writer's x axis is the one of values.
    charts::axis(chart.x_axis(), &context.text("axis-nps"), style::NPS);
    charts::axis(chart.y_axis(), "", "@");
    // An axis of its own making would cut the ends of intervals off.
    chart
        .x_axis()
        .set_min((low / STEP).floor() * STEP)
        .set_max((high / STEP).ceil() * STEP)
        .set_major_unit(STEP);
    chart.y_axis().set_reverse().set_major_gridlines(false);
    chart
        .y_axis()
        .set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
    chart
        .x_axis()
        .set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::High);
    chart.title().set_hidden();
    chart.legend().set_hidden();
    let height = (80 + (rows.1 - rows.0 + 1) * 21).max(150);
    charts::sized(&mut chart, 1000, height);
    chart.set_alt_text(context.text("book-customers-chart"));
    page.picture(&chart, 0)?;
    page.row += height / 20 + 2;
    Ok(())
}
