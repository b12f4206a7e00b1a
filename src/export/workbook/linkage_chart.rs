//! The picture of the headline pair: a native scatter with its trend line, what it rests on beside
//! it, and the block of published means that it draws.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFormat, ChartMarker, ChartMarkerType,
    ChartPoint, ChartSolidFill, ChartTrendline, ChartTrendlineType, ChartType, Formula,
};

use super::charts::{self, Cells};
use super::context::Context;
use super::linkage::side_title;
use super::page::{FIRST, Page, Row};
use super::{labels, linkage_facts, style};
use crate::analysis::{Link, LinkPoint};
use crate::error::Result;
use crate::phrases;
use crate::tr;

/// Height of the picture in rows of 20 pixels.
const HEIGHT: Row = 21;
/// Where dots are drawn, in pixels.
const PLOT: (f64, f64) = (600.0, 345.0);
/// Facts beside it start here.
const FACTS: u16 = 8;

/// The facts, and room for the picture beside them; returns the row where the picture starts. It
/// draws the block that [`points`] writes further down, so [`points`] puts it there.
pub(super) fn room(context: &Context<'_>, page: &mut Page<'_>, link: &Link) -> Result<Row> {
    let top = page.row;
    let title = style::section();
    let last = page.last();
    page.across(
        (FIRST, FACTS - 2),
        &context.text("book-linkage-chart"),
        &title,
    )?;
    page.across((FACTS, last), &context.text("book-linkage-facts"), &title)?;
    page.row += 1;
    for (label, value) in linkage_facts::facts(context, link) {
        let bold = style::cell()
            .set_bold()
            .set_align(rust_xlsxwriter::FormatAlign::Right);
        page.across((FACTS, last - 3), &label, &style::cell())?;
        page.across((last - 2, last), &value, &bold)?;
        page.row += 1;
    }
    page.row = top + HEIGHT + 2;
    Ok(top + 1)
}

/// The block of means under the picture, and the picture itself.
pub(super) fn points(
    context: &Context<'_>,
    page: &mut Page<'_>,
    link: &Link,
    spot: Row,
) -> Result<()> {
    page.break_here();
    page.section(&context.text("book-linkage-points"))?;
    let Some(outcome) = context.findings.outcomes.get(link.outcome) else {
        return Ok(());
    };
    let customer = phrases::outcome_title(context.lang, outcome);
    let staff = side_title(context, link.dimension, link.audience);
    let number = style::head_number;
    page.sheet.set_row_height(page.row, 40)?;
    page.heads(&[
        (context.text("branch"), style::head()),
        (staff.clone(), number()),
        (customer.clone(), number()),
        (context.text("book-column-low"), number()),
        (context.text("book-column-high"), number()),
        (context.text("book-column-up"), number()),
        (context.text("book-column-down"), number()),
        (context.text("book-column-flag"), number()),
        (context.text("book-column-shrunken-staff"), number()),
        (context.text("book-column-shrunken"), number()),
    ])?;
    let first = page.row;
    for point in &link.points {
        point_row(context, page, (link, point))?;
    }
    page.note(&context.text("shrunken-note"))?;
    page.row += 1;
    if link.points.is_empty() {
        return Ok(());
    }
    let rows = (
        first,
        first + Row::try_from(link.points.len() - 1).unwrap_or(0),
    );
    let chart = scatter(context, page, (link, rows), [&staff, &customer]);
    page.sheet
        .insert_chart_with_offset(spot, FIRST, &chart, 0, 6)?;
    Ok(())
}

fn is_flagged(context: &Context<'_>, point: &LinkPoint) -> bool {
    context
        .wave
        .divergences
        .iter()
        .any(|found| found.is_certain && found.branch == point.branch)
}

fn point_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (link, point): (&Link, &LinkPoint),
) -> Result<()> {
    let at = page.row;
    let name = phrases::branch_title(context.findings, point.branch);
    page.text((at, FIRST), &name, &style::cell())?;
    page.number((at, 2), point.staff, &style::number("0.00"))?;
    let value = style::number(style::ONE_PLACE);
    page.number((at, 3), point.customer, &value)?;
    if let Some((low, high)) = point.interval {
        page.interval(context, (at, 4), Ok((low, high)), &value)?;
        let row = at + 1;
        let up = Formula::new(format!("=F{row}-D{row}"));
        let down = Formula::new(format!("=D{row}-E{row}"));
        let up = up.set_result((high - point.customer).to_string());
        let down = down.set_result((point.customer - low).to_string());
        page.sheet.write_formula_with_format(at, 6, up, &value)?;
        page.sheet.write_formula_with_format(at, 7, down, &value)?;
    } else {
        for column in 4..8 {
            page.text((at, column), &context.text("not-applicable"), &value)?;
        }
    }
    let mark = if is_flagged(context, point) {
        "◆"
    } else {
        ""
    };
    page.text((at, 8), mark, &style::number("@"))?;
    let extras = &link.extras;
    for (column, found, format) in [
        (9, &extras.staff, style::number("0.00")),
        (10, &extras.customers, value),
    ] {
        let drawn = found.as_ref().ok();
        match drawn.and_then(|found| *found.values.get(point.branch)?) {
            Some(value) => page.number((at, column), value, &format)?,
            None => page.text((at, column), &context.text("not-applicable"), &format)?,
        }
    }
    page.row += 1;
    Ok(())
}

fn scatter(
    context: &Context<'_>,
    page: &Page<'_>,
    (link, rows): (&Link, (Row, Row)),
    [staff, customer]: [&str; 2],
) -> Chart {
    let sheet = page.sheet.name();
    let cells = Cells {
        sheet: &sheet,
        rows,
    };
    let filled = |color| {
        ChartFormat::new()
            .set_solid_fill(ChartSolidFill::new().set_color(color))
            .set_border(&charts::line(color, 0.75))
            .clone()
    };
    let mut marker = ChartMarker::new();
    marker
        .set_type(ChartMarkerType::Circle)
        .set_size(7)
        .set_format(&mut filled(style::CHART_VALUE));
    let mut trend = ChartTrendline::new();
    trend
        .set_type(ChartTrendlineType::Linear)
        .set_name(context.text("book-linkage-trend-line"))
        .set_format(ChartFormat::new().set_line(&charts::line(style::CHART_VALUE, 1.5)));
    let bars = charts::error_bars(cells.column(6), cells.column(7));
    let named = names(context, link);
    let dots: Vec<ChartPoint> = link
        .points
        .iter()
        .map(|point| {
            let flagged = is_flagged(context, point);
            let color = if flagged {
                style::CHART_FLAG
            } else {
                style::CHART_VALUE
            };
            ChartPoint::new().set_format(&mut filled(color))
        })
        .collect();
    let mut label = ChartDataLabel::new();
    label
        .show_value()
        .set_position(ChartDataLabelPosition::Right);
    let mut chart = Chart::new(ChartType::Scatter);
    let series = chart.add_series();
    series
        .set_name(context.text("book-linkage-branches").as_str())
        .set_categories(&cells.column(2))
        .set_values(&cells.column(3))
        .set_marker(&marker)
        .set_points(&dots)
        .set_trendline(&trend)
        .set_data_label(&label)
        .set_custom_data_labels(&named);
    if link.points.iter().all(|point| point.interval.is_some()) {
        series.set_y_error_bars(&bars);
    }
    dress(context, &mut chart, link, [staff, customer]);
    chart
}

/// The names of the branches, each where it has room.
fn names(context: &Context<'_>, link: &Link) -> Vec<ChartDataLabel> {
    link.points
        .iter()
        .zip(label_places(context, link))
        .map(|(point, place)| {
            let about = context.findings.branches.get(point.branch);
            let name = about.map_or("", |about| about.name.as_str());
            let mark = if is_flagged(context, point) {
                "◆ "
            } else {
                ""
            };
            let mut font = charts::font();
            font.set_size(8);
            if is_flagged(context, point) {
                font.set_bold().set_color(style::CHART_FLAG);
            }
            let mut label = ChartDataLabel::new();
            label
                .set_value(format!("{mark}{name}").as_str())
                .set_font(&font);
            match place {
                Some(place) => label.set_position(place).to_custom(),
                None => label.set_hidden().to_custom(),
            }
        })
        .collect()
}

/// Both ends of the axis of the staff's means.
fn staff_ends(link: &Link) -> (f64, f64) {
    let means = link.points.iter().map(|point| point.staff);
    let low = means.clone().fold(5.0, f64::min);
    let high = means.fold(1.0, f64::max);
    (
        ((low - 0.1) * 2.0).floor() / 2.0,
        ((high + 0.3) * 2.0).ceil() / 2.0,
    )
}

/// Where the names of branches go; flagged ones are named first.
fn label_places(context: &Context<'_>, link: &Link) -> Vec<Option<ChartDataLabelPosition>> {
    let (left, right) = staff_ends(link);
    let ends = link.points.iter();
    let ends = ends.map(|point| point.interval.unwrap_or((point.customer, point.customer)));
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| {
        (low.min(it.0), high.max(it.1))
    });
    let height = (high - low).max(f64::EPSILON);
    let dot = |point: &LinkPoint| {
        let about = context.findings.branches.get(point.branch);
        labels::Dot {
            at: (
                (point.staff - left) / (right - left),
                (point.customer - low) / height,
            ),
            letters: about.map_or(0, |about| about.name.chars().count()),
            is_first: is_flagged(context, point),
        }
    };
    let dots: Vec<labels::Dot> = link.points.iter().map(dot).collect();
    labels::places(&dots, PLOT)
}

fn dress(context: &Context<'_>, chart: &mut Chart, link: &Link, [staff, customer]: [&str; 2]) {
    let staff_unit = tr!(context.lang, "axis-staff", side = staff);
    charts::axis(chart.x_axis(), &staff_unit, style::MEAN);
    let is_nps = context
        .findings
        .outcomes
        .get(link.outcome)
        .is_some_and(|o| o.measure.is_nps());
    let unit = if is_nps {
        context.text("axis-nps")
    } else {
        customer.to_owned()
    };
    let format = if is_nps { style::NPS } else { style::ONE_PLACE };
    charts::axis(chart.y_axis(), &unit, format);
    let (low, high) = staff_ends(link);
    chart
        .x_axis()
        .set_min(low)
        .set_max(high)
        .set_major_unit(0.5);
    chart
        .x_axis()
        .set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
    chart.title().set_hidden();
    chart.legend().set_hidden();
    charts::sized(chart, 690, HEIGHT * 20);
    chart.set_alt_text(context.text("book-linkage-chart"));
}
