//! Interval plot: a few estimates with their intervals on one scale with zero drawn.
//! Must not colour an interval by whether it includes zero; that is said in words.

use egui::accesskit::Role;
use egui::{Align2, Painter, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::super::text::{self, Kit as _};
use super::axis::{Axis, paint_haloed};
use crate::ui::theme::{Palette, Type};

/// One estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct ForestRow {
    /// Whose estimate it is.
    pub label: String,
    /// Lower end of the interval.
    pub low: f64,
    /// The estimate.
    pub estimate: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// The estimate in words.
    pub text: String,
    /// Drawn in the colour of comparison.
    pub is_comparison: bool,
}

/// Estimates under each other on one axis.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Forest<'a> {
    /// Accessible name of the whole.
    pub name: &'a str,
    /// The one scale; its title may be empty where the card names it.
    pub axis: Axis<'a>,
    /// The estimates.
    pub rows: &'a [ForestRow],
}

const ROW: f32 = 52.0;

impl Forest<'_> {
    /// Draws the plot over the whole width.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = ui.palette();
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let rows = self.rows.len() as f32;
        let title = if self.axis.title.is_empty() {
            0.0
        } else {
            18.0
        };
        let size = vec2(ui.available_width(), rows * ROW + 18.0 + title);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, self.name));
        let look = (palette.text, rect.width() * 0.4);
        let widest = self
            .rows
            .iter()
            .map(|row| {
                text::line(ui.painter(), Type::Small, &row.label, look)
                    .size()
                    .x
            })
            .fold(0.0_f32, f32::max);
        let left = rect.left() + (widest + 28.0).max(rect.width() * 0.2);
        let plot = Rect::from_min_max(
            egui::pos2(left, rect.top()),
            egui::pos2(rect.right() - 16.0, rect.top() + rows * ROW),
        );
        self.scale(ui.painter(), palette, plot);
        for (index, row) in self.rows.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
            let y = plot.top() + ROW * (index as f32 + 0.5);
            let words = Rect::from_min_max(
                egui::pos2(rect.left(), y - 9.0),
                egui::pos2(plot.left() - 8.0, y + 9.0),
            );
            let galley = text::line(
                ui.painter(),
                Type::Small,
                &row.label,
                (palette.text, words.width()),
            );
            text::paint_galley(ui.painter(), words, Align2::LEFT_CENTER, galley);
            self.estimate(ui.painter(), palette, plot, (row, y));
            let id = response.id.with(("row", index));
            let whole = Rect::from_min_max(
                egui::pos2(rect.left(), y - ROW / 2.0),
                egui::pos2(rect.right(), y + ROW / 2.0),
            );
            let name = format!("{}: {}", row.label, row.text);
            text::name_rect(ui, whole, id, &name);
        }
        response
    }

    fn scale(&self, painter: &Painter, palette: &Palette, plot: Rect) {
        for tick in self.axis.ticks {
            let x = plot.left() + plot.width() * self.axis.part(tick.at);
            let line =
                Rect::from_min_size(egui::pos2(x - 0.5, plot.top()), vec2(1.0, plot.height()));
            let color = if tick.at.abs() < 1e-9 {
                palette.control_border
            } else {
                palette.grid
            };
            text::hairline(painter, line, color);
            let look = (palette.weak, f32::INFINITY);
            let galley = text::line(painter, Type::Small, &tick.text, look);
            let pos = egui::pos2(x - galley.size().x / 2.0, plot.bottom() + 3.0);
            painter.galley(pos, galley, palette.weak);
        }
        if !self.axis.title.is_empty() {
            let below = Rect::from_min_size(
                egui::pos2(plot.left(), plot.bottom() + 19.0),
                vec2(plot.width(), 16.0),
            );
            let look = (palette.text, below.width());
            let galley = text::line(painter, Type::Small, self.axis.title, look);
            text::paint_galley(painter, below, Align2::CENTER_CENTER, galley);
        }
    }

    fn estimate(
        &self,
        painter: &Painter,
        palette: &Palette,
        plot: Rect,
        (row, y): (&ForestRow, f32),
    ) {
        let x = |value: f64| plot.left() + plot.width() * self.axis.part(value).clamp(-0.02, 1.02);
        let color = if row.is_comparison {
            palette.chart[2]
        } else {
            palette.chart[0]
        };
        let line = Stroke::new(2.0, color);
        let (low, high) = (x(row.low), x(row.high));
        painter.hline(low..=high, y, line);
        painter.vline(low, y - 4.0..=y + 4.0, line);
        painter.vline(high, y - 4.0..=y + 4.0, line);
        painter.circle_filled(egui::pos2(x(row.estimate), y), 5.0, color);
        let look = (palette.text, f32::INFINITY);
        let galley = text::line(painter, Type::SmallStrong, &row.text, look);
        let pos = egui::pos2(x(row.estimate) - galley.size().x / 2.0, y - 22.0);
        paint_haloed(painter, pos, &galley, palette.surface);
    }
}
