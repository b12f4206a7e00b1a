//! The pictures of the trend: means of a few dimensions, and eNPS beside the customers' NPS.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFormat, ChartLine, ChartMarker, ChartMarkerType,
    ChartSolidFill, ChartType, Color,
};

use super::charts;
use super::context::Context;
use super::page::{Col, FIRST, Page, Row};
use super::style;
use super::trend::Line;
use crate::disclosure::Published;
use crate::error::Result;

/// Lines in one picture; more cannot be told apart in grey print.
const LINES: usize = 4;
const COLORS: [Color; LINES] = [
    style::CHART_VALUE,
    style::CHART_FIFTH,
    style::CHART_COMPARE,
    style::CHART_FOURTH,
];
const MARKERS: [ChartMarkerType; LINES] = [
    ChartMarkerType::Circle,
    ChartMarkerType::Diamond,
    ChartMarkerType::Square,
    ChartMarkerType::Triangle,
];

/// Means of the dimensions that moved most, and eNPS beside the customers' NPS.
pub(super) fn pictures(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (head, first, main): (Row, Row, &[Line]),
    (scores_first, scores): (Row, &[Line]),
) -> Result<()> {
    let picked = picked(context, main);
    let rows: Vec<Row> = (first..)
        .zip(main)
        .enumerate()
        .filter_map(|(at, (row, _))| picked.contains(&at).then_some(row))
        .collect();
    let is_nps =
        |line: &&Line| line.format == style::NPS && line.values.iter().all(|v| v.value().is_some());
    let nps_rows: Vec<Row> = (scores_first..)
        .zip(scores)
        .filter_map(|(row, line)| is_nps(&line).then_some(row))
        .collect();
    // Where no line is shown in every wave there is nothing to draw.
    if rows.is_empty() && nps_rows.is_empty() {
        return Ok(());
    }
    page.row += 1;
    page.break_here();
    page.section(&context.text("book-trend-chart"))?;
    if !rows.is_empty() {
        let mut means = picture(context, page, (head, &rows));
        charts::axis(means.y_axis(), &context.text("axis-mean"), style::MEAN);
        means.y_axis().set_min(1).set_max(5).set_major_unit(1);
        page.picture(&means, 0)?;
    }
    let beside = if rows.is_empty() { 0 } else { 500 };
    if !nps_rows.is_empty() {
        let mut nps = picture(context, page, (head, &nps_rows));
        charts::axis(nps.y_axis(), &context.text("axis-nps"), style::NPS);
        let (low, high) = nps_range(scores);
        nps.y_axis().set_min(low).set_max(high);
        page.picture(&nps, beside)?;
    }
    page.row += 18;
    Ok(())
}

/// The outcome dimension and those that moved most; only lines that are shown in every wave.
fn picked(context: &Context<'_>, lines: &[Line]) -> Vec<usize> {
    let whole = |at: &usize| {
        lines[*at]
            .values
            .iter()
            .all(|value| value.value().is_some())
    };
    let mut order: Vec<usize> = (0..lines.len()).filter(whole).collect();
    let moved = |at: usize| {
        let change = lines[at].change.as_ref().and_then(Published::value);
        change.map_or(0.0, |change| change.difference.abs())
    };
    let is_outcome = |at: usize| {
        context
            .findings
            .dimensions
            .get(at)
            .is_some_and(|d| d.is_outcome)
    };
    order.sort_by(|a, b| {
        is_outcome(*b)
            .cmp(&is_outcome(*a))
            .then(moved(*b).total_cmp(&moved(*a)))
    });
    order.truncate(LINES);
    order
}

/// An axis that holds zero, so that a small step does not look like a leap.
fn nps_range(lines: &[Line]) -> (f64, f64) {
    let nps = lines.iter().filter(|line| line.format == style::NPS);
    let values = nps.flat_map(|line| {
        line.values
            .iter()
            .filter_map(|value| value.value().copied())
    });
    let (low, high) = values.fold((0.0_f64, 0.0_f64), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let ten = |value: f64| (value / 10.0).round() * 10.0;
    (ten(low - 4.9).max(-100.0), ten(high + 5.0).min(100.0))
}

fn picture(context: &Context<'_>, page: &Page<'_>, (head, rows): (Row, &[Row])) -> Chart {
    let sheet = page.sheet.name();
    let last = FIRST + Col::try_from(context.waves().len()).unwrap_or(Col::MAX);
    let mut chart = Chart::new(ChartType::Line);
    for ((row, color), marker) in rows.iter().zip(COLORS).zip(MARKERS) {
        let mut sign = ChartMarker::new();
        sign.set_type(marker).set_size(7).set_format(
            ChartFormat::new()
                .set_solid_fill(ChartSolidFill::new().set_color(color))
                .set_border(ChartLine::new().set_color(color)),
        );
        chart
            .add_series()
            .set_name((sheet.as_str(), *row, FIRST))
            .set_categories((sheet.as_str(), head, FIRST + 1, head, last))
            .set_values((sheet.as_str(), *row, FIRST + 1, *row, last))
            .set_format(ChartFormat::new().set_line(&charts::line(color, 2.0)))
            .set_marker(&sign);
    }
    charts::axis(chart.x_axis(), "", "@");
    // The names of the waves stand below, also where zero lies higher.
    chart
        .x_axis()
        .set_major_gridlines(false)
        .set_label_position(ChartAxisLabelPosition::Low);
    chart.title().set_hidden();
    charts::legend(&mut chart);
    charts::sized(&mut chart, 480, 330);
    chart
}
