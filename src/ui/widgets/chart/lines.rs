//! Lines over waves: at most four series, each with its own marker and its name at the end.
//! Must not join values over a wave without one.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, vec2,
};

use super::super::text::{self, Kit as _};
use super::axis::{Axis, Plot, Tick, paint_haloed};
use super::scatter::diamond;
use crate::ui::theme::{Palette, Type};

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its name, which stands at its end.
    pub name: String,
    /// A value per wave; `None` where it is withheld or was not asked.
    pub values: Vec<Option<f64>>,
    /// An interval per wave; may be empty.
    pub intervals: Vec<Option<(f64, f64)>>,
}

/// Lines over waves.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct LineChart<'a> {
    /// Accessible name of the whole.
    pub name: &'a str,
    /// Name of the axis of time.
    pub time_title: &'a str,
    /// Names of the waves, in order.
    pub waves: &'a [String],
    /// The axis of values.
    pub y: Axis<'a>,
    /// At most four; further ones are not drawn.
    pub series: &'a [Series],
    /// Height of the whole in points.
    pub height: f32,
}

const MOST: usize = 4;

impl LineChart<'_> {
    /// Draws the lines over the whole width.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = ui.palette();
        let size = vec2(ui.available_width(), self.height.max(120.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, self.name));
        let series = self.series.get(..MOST).unwrap_or(self.series);
        let look = (palette.text, rect.width() * 0.28);
        let names: f32 = series
            .iter()
            .map(|one| {
                text::line(ui.painter(), Type::Small, &one.name, look)
                    .size()
                    .x
            })
            .fold(0.0, f32::max);
        #[expect(clippy::cast_precision_loss, reason = "a handful of waves")]
        let ticks: Vec<Tick> = self
            .waves
            .iter()
            .enumerate()
            .map(|(index, wave)| Tick {
                // From 1, because 0 would be drawn as the zero line.
                at: index as f64 + 1.0,
                text: wave.clone(),
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "a handful of waves")]
        let x = Axis {
            title: self.time_title,
            low: 0.75,
            high: self.waves.len().max(2) as f64 + 0.25,
            ticks: &ticks,
        };
        let mut outer = rect;
        outer.max.x -= names + 4.0;
        let plot = Plot::within(ui.painter(), outer, x, self.y);
        plot.paint(ui.painter(), palette);
        let mut ends = Vec::new();
        for (index, one) in series.iter().enumerate() {
            if let Some(end) = draw(ui.painter(), palette, &plot, (index, one)) {
                ends.push((index, end));
            }
        }
        name_ends(ui, &plot, (series, ends), names);
        response
    }
}

fn color(palette: &Palette, index: usize) -> Color32 {
    let order = [0, 1, 2, 3];
    palette.chart[order.get(index).copied().unwrap_or(3)]
}

fn draw(
    painter: &Painter,
    palette: &Palette,
    plot: &Plot<'_>,
    (index, series): (usize, &Series),
) -> Option<Pos2> {
    let ink = color(palette, index);
    let mut before: Option<Pos2> = None;
    let mut end = None;
    for (wave, value) in series.values.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of waves")]
        let x = wave as f64 + 1.0;
        let at = value.map(|value| plot.at(x, value));
        if let Some(Some((low, high))) = series.intervals.get(wave) {
            let top = plot.at(x, *high);
            let bottom = plot.at(x, *low);
            let line = Rect::from_min_max(top - vec2(0.5, 0.0), bottom + vec2(0.5, 0.0));
            text::hairline(painter, line, ink.gamma_multiply(0.6));
        }
        if let (Some(a), Some(b)) = (before, at) {
            painter.line_segment([a, b], Stroke::new(2.0, ink));
        }
        before = at;
        end = at.or(end);
    }
    for (wave, value) in series.values.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of waves")]
        let x = wave as f64 + 1.0;
        if let Some(value) = value {
            painter.add(marker(index, plot.at(x, *value), ink, palette.surface));
        }
    }
    end
}

/// Circle, diamond, square, triangle: told apart without colour.
fn marker(index: usize, at: Pos2, fill: Color32, around: Color32) -> Shape {
    let edge = Stroke::new(1.0, around);
    match index {
        0 => Shape::Circle(egui::epaint::CircleShape {
            center: at,
            radius: 4.5,
            fill,
            stroke: edge,
        }),
        1 => diamond(at, 5.5, fill, edge),
        2 => Shape::convex_polygon(
            vec![
                at + vec2(-4.0, -4.0),
                at + vec2(4.0, -4.0),
                at + vec2(4.0, 4.0),
                at + vec2(-4.0, 4.0),
            ],
            fill,
            edge,
        ),
        _ => Shape::convex_polygon(
            vec![
                at + vec2(0.0, -5.0),
                at + vec2(5.0, 4.0),
                at + vec2(-5.0, 4.0),
            ],
            fill,
            edge,
        ),
    }
}

/// Names at the ends of the lines, pushed apart where lines end close together.
fn name_ends(
    ui: &Ui,
    plot: &Plot<'_>,
    (series, mut ends): (&[Series], Vec<(usize, Pos2)>),
    width: f32,
) {
    const LINE: f32 = 16.0;
    let palette = ui.palette();
    ends.sort_by(|(_, a), (_, b)| a.y.total_cmp(&b.y));
    let mut tops: Vec<f32> = ends.iter().map(|(_, end)| end.y - LINE / 2.0).collect();
    for index in 1..tops.len() {
        tops[index] = tops[index].max(tops[index - 1] + LINE);
    }
    if let Some(last) = tops.last_mut() {
        *last = last.min(plot.rect.bottom() - LINE / 2.0);
    }
    for index in (1..tops.len()).rev() {
        tops[index - 1] = tops[index - 1].min(tops[index] - LINE);
    }
    for ((index, end), top) in ends.iter().zip(tops) {
        let Some(one) = series.get(*index) else {
            continue;
        };
        let place = Rect::from_min_size(
            egui::pos2(end.x.max(plot.rect.right() - 6.0) + 10.0, top),
            vec2(width + 4.0, LINE),
        );
        // Only chart colours 1 and 2 carry text; the marker says which line it is.
        let ink = if *index < 2 {
            color(palette, *index)
        } else {
            palette.text
        };
        let galley = text::line(ui.painter(), Type::Small, &one.name, (ink, width + 1.0));
        let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), place);
        paint_haloed(ui.painter(), at.min, &galley, palette.surface);
    }
}
