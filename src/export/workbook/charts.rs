//! How every chart looks: small sober type, light grid, no frame; axes always carry their unit.

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisLabelPosition, ChartErrorBars, ChartErrorBarsType, ChartFont,
    ChartFormat, ChartLegendPosition, ChartLine, ChartRange, ChartSolidFill, ChartType, Color,
};

use super::page::{Col, Row};
use super::style;

/// A column of cells that a chart reads.
pub(super) struct Cells<'a> {
    /// Name of the sheet.
    pub(super) sheet: &'a str,
    /// First and last row.
    pub(super) rows: (Row, Row),
}

impl Cells<'_> {
    /// The rows of one column.
    pub(super) fn column(&self, column: Col) -> ChartRange {
        ChartRange::new_from_range(self.sheet, self.rows.0, column, self.rows.1, column)
    }
}

/// How the answers or levels 1 to 5 divide: a bar per row. `first` is the column of the lowest one;
/// `name` gives the words of each.
pub(super) fn levels(
    cells: &Cells<'_>,
    (words, first): (Col, Col),
    name: impl Fn(u8) -> String,
) -> Chart {
    let mut chart = Chart::new(ChartType::BarPercentStacked);
    for ((column, color), level) in (first..).zip(style::LEVELS).zip(1..) {
        let fill = ChartSolidFill::new().set_color(color).clone();
        chart
            .add_series()
            .set_name(name(level).as_str())
            .set_categories(&cells.column(words))
            .set_values(&cells.column(column))
            .set_gap(45)
            .set_format(
                ChartFormat::new()
                    .set_solid_fill(&fill)
                    .set_border(&line(Color::White, 0.5)),
            );
    }
    // In bar charts the writer's x axis is the one of values.
    axis(chart.x_axis(), "", style::PERCENT);
    axis(chart.y_axis(), "", "@");
    chart.y_axis().set_reverse().set_major_gridlines(false);
    chart
        .x_axis()
        .set_label_position(ChartAxisLabelPosition::High);
    chart.title().set_hidden();
    legend(&mut chart);
    chart
}

/// The size of charts in pixels: as wide as the sheet or half of it.
pub(super) fn sized(chart: &mut Chart, width: u32, height: u32) {
    chart.set_width(width).set_height(height);
    chart
        .chart_area()
        .set_format(ChartFormat::new().set_no_border());
}

/// Larger words for a chart on a sheet that is printed small.
pub(super) fn larger(chart: &mut Chart, points: u8) {
    let mut font = font();
    font.set_size(points);
    chart.x_axis().set_font(&font);
    chart.y_axis().set_font(&font);
    chart.legend().set_font(&font);
}

/// The type of labels.
pub(super) fn font() -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(style::FONT)
        .set_size(9)
        .set_color(style::TEXT);
    font
}

/// An axis with its unit.
pub(super) fn axis(axis: &mut ChartAxis, name: &str, format: &str) {
    let mut name_font = font();
    name_font.unset_bold();
    axis.set_font(&font()).set_num_format(format);
    axis.set_format(
        ChartLine::new()
            .set_color(style::CHART_COMPARE)
            .set_width(0.75),
    );
    axis.set_major_gridlines_line(ChartLine::new().set_color(style::LINE).set_width(0.5));
    if !name.is_empty() {
        axis.set_name(name).set_name_font(&name_font);
    }
}

/// The legend below the picture.
pub(super) fn legend(chart: &mut Chart) {
    chart
        .legend()
        .set_position(ChartLegendPosition::Bottom)
        .set_font(&font());
}

/// Error bars from two columns of distances, up and down.
pub(super) fn error_bars(up: ChartRange, down: ChartRange) -> ChartErrorBars {
    let mut bars = ChartErrorBars::new();
    bars.set_type(ChartErrorBarsType::Custom(up, down))
        .set_format(
            ChartLine::new()
                .set_color(style::CHART_COMPARE)
                .set_width(1.0),
        );
    bars
}

/// A line of a colour.
pub(super) fn line(color: Color, width: f64) -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(color).set_width(width);
    line
}
