//! The map of importance and score: every dimension a dot, the medians as lines.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartErrorBars, ChartErrorBarsType, ChartFormat,
    ChartMarker, ChartMarkerType, ChartSolidFill, ChartType,
};

use super::charts::{self, Cells};
use super::context::Context;
use super::drivers::{MEAN, SHARE};
use super::labels;
use super::page::{Page, Row};
use super::style;
use crate::analysis::DriverModel;
use crate::error::Result;

/// Height of the picture in rows of 20 pixels.
const HEIGHT: Row = 22;
/// Where dots are drawn, in pixels.
const PLOT: (f64, f64) = (820.0, 370.0);
/// The lines of the medians reach so far both ways: beyond any axis of the picture.
const REACH: f64 = 10.0;

/// The map of a table's rows; the row below them holds the medians.
pub(super) fn map(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (model, rows): (&DriverModel, (Row, Row)),
) -> Result<()> {
    if model.lines.len() < 2 {
        return Ok(());
    }
    page.break_here();
    page.section(&context.text("book-drivers-map"))?;
    page.note(&context.text("book-drivers-quadrants"))?;
    let sheet = page.sheet.name();
    let dots = Cells {
        sheet: &sheet,
        rows,
    };
    let medians = Cells {
        sheet: &sheet,
        rows: (rows.1 + 1, rows.1 + 1),
    };
    let mut chart = Chart::new(ChartType::Scatter);
    add_dots(context, &mut chart, (model, &dots));
    let mut nothing = ChartMarker::new();
    nothing.set_none();
    chart
        .add_series()
        .set_name(context.text("book-drivers-median").as_str())
        .set_categories(&medians.column(MEAN))
        .set_values(&medians.column(SHARE))
        .set_marker(&nothing)
        .set_x_error_bars(&line())
        .set_y_error_bars(&line());
    dress(context, &mut chart, model);
    page.picture(&chart, 0)?;
    page.row += HEIGHT + 2;
    Ok(())
}

/// A bar both ways from the medians: drawn across the whole picture.
fn line() -> ChartErrorBars {
    let mut bars = ChartErrorBars::new();
    bars.set_type(ChartErrorBarsType::FixedValue(REACH))
        .set_end_cap(false)
        .set_format(&mut charts::line(style::CHART_COMPARE, 1.0));
    bars
}

fn add_dots(context: &Context<'_>, chart: &mut Chart, (model, dots): (&DriverModel, &Cells<'_>)) {
    let mut filled = ChartFormat::new();
    filled
        .set_solid_fill(ChartSolidFill::new().set_color(style::CHART_VALUE))
        .set_border(&charts::line(style::CHART_VALUE, 0.75));
    let mut marker = ChartMarker::new();
    marker
        .set_type(ChartMarkerType::Circle)
        .set_size(8)
        .set_format(&mut filled);
    let ((low, high), most) = ends(model);
    let wanted: Vec<labels::Dot> = model
        .lines
        .iter()
        .map(|line| labels::Dot {
            at: ((line.mean - low) / (high - low), line.share / most),
            letters: context.dimension(line.dimension).chars().count(),
            is_first: false,
        })
        .collect();
    let places = labels::places(&wanted, PLOT);
    let named: Vec<ChartDataLabel> = model
        .lines
        .iter()
        .zip(places)
        .map(|(line, place)| {
            let mut label = ChartDataLabel::new();
            label
                .set_value(context.dimension(line.dimension))
                .set_font(&charts::font());
            match place {
                Some(place) => label.set_position(place).to_custom(),
                None => label.set_hidden().to_custom(),
            }
        })
        .collect();
    let mut label = ChartDataLabel::new();
    label
        .show_value()
        .set_position(ChartDataLabelPosition::Right);
    chart
        .add_series()
        .set_name(context.text("book-column-dimension").as_str())
        .set_categories(&dots.column(MEAN))
        .set_values(&dots.column(SHARE))
        .set_marker(&marker)
        .set_data_label(&label)
        .set_custom_data_labels(&named);
}

/// Both ends of the axis of means, and the upper end of that of shares.
fn ends(model: &DriverModel) -> ((f64, f64), f64) {
    let means = model.lines.iter().map(|line| line.mean);
    let low = means.clone().fold(5.0, f64::min);
    let high = means.fold(1.0, f64::max);
    let shares = model.lines.iter().map(|line| line.share);
    let most = shares.fold(0.0, f64::max);
    (
        (
            ((low - 0.1) * 2.0).floor() / 2.0,
            ((high + 0.3) * 2.0).ceil() / 2.0,
        ),
        ((most + 0.01) * 20.0).ceil() / 20.0,
    )
}

fn dress(context: &Context<'_>, chart: &mut Chart, model: &DriverModel) {
    charts::axis(chart.x_axis(), &context.text("book-drivers-x"), style::MEAN);
    charts::axis(
        chart.y_axis(),
        &context.text("book-drivers-y"),
        style::PERCENT,
    );
    let ((low, high), most) = ends(model);
    chart
        .x_axis()
        .set_min(low)
        .set_max(high)
        .set_major_unit(0.5);
    chart.y_axis().set_min(0.0).set_max(most);
    chart.title().set_hidden();
    chart.legend().set_hidden();
    charts::sized(chart, 900, HEIGHT * 20);
    chart.set_alt_text(context.text("book-drivers-map"));
}
