//! Axes: where a value lies on screen, grid, ticks, names.
//! Must not choose ranges by itself; a chart that stretches to its data lies about size.

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, epaint::TextShape, vec2};

use super::super::text;
use crate::ui::theme::{Palette, Type};

/// A tick with its prepared words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it is.
    pub at: f64,
    /// What stands there.
    pub text: String,
}

/// One axis: its name with unit or range, its ends and its ticks.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// Name with unit or range. Never empty.
    pub title: &'a str,
    /// The low end.
    pub low: f64,
    /// The high end, above `low`.
    pub high: f64,
    /// Ticks within the ends.
    pub ticks: &'a [Tick],
}

/// Round steps (1, 2 or 5 times a power of ten) that cover `low` to `high` in about `count` steps.
/// Empty for ends that are equal, in the wrong order or not finite.
#[must_use]
pub fn even_steps(low: f64, high: f64, count: u32) -> Vec<f64> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 || count == 0 {
        return Vec::new();
    }
    let rough = span / f64::from(count);
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power);
    let first = (low / step - 1e-9).ceil();
    (0..=4 * count)
        .map(|index| (first + f64::from(index)) * step)
        .take_while(|value| *value <= high + step * 1e-9)
        .collect()
}

impl Axis<'_> {
    /// The part of the way from low to high, 0 to 1 inside the ends.
    pub(super) fn part(&self, value: f64) -> f32 {
        points((value - self.low) / (self.high - self.low))
    }
}

/// A coordinate in points. Screens are small; what is lost below 1e-7 is not seen.
#[expect(
    clippy::cast_possible_truncation,
    reason = "screen coordinates have a range of thousands"
)]
pub(super) fn points(value: f64) -> f32 {
    value as f32
}

/// A plot area with two axes.
pub(super) struct Plot<'a> {
    pub(super) rect: Rect,
    pub(super) x: Axis<'a>,
    pub(super) y: Axis<'a>,
}

impl<'a> Plot<'a> {
    /// Finds the plot area inside `outer`, leaving room for the words of both axes.
    pub(super) fn within(painter: &Painter, outer: Rect, x: Axis<'a>, y: Axis<'a>) -> Self {
        let look = (Color32::PLACEHOLDER, f32::INFINITY);
        let width = |tick: &Tick| text::line(painter, Type::Small, &tick.text, look).size().x;
        let widest = y.ticks.iter().map(width).fold(0.0_f32, f32::max);
        let last = x.ticks.last().map_or(0.0, width);
        let rect = Rect::from_min_max(
            outer.min + vec2(16.0 + 6.0 + widest + 8.0, 8.0),
            outer.max - vec2((last / 2.0 + 2.0).max(10.0), 42.0),
        );
        Self { rect, x, y }
    }

    /// A point of the data on screen.
    pub(super) fn at(&self, x: f64, y: f64) -> Pos2 {
        let rect = self.rect;
        egui::pos2(
            rect.left() + self.x.part(x) * rect.width(),
            rect.bottom() - self.y.part(y) * rect.height(),
        )
    }

    /// Grid, zero lines, ticks and names.
    pub(super) fn paint(&self, painter: &Painter, palette: &Palette) {
        let rect = self.rect;
        for tick in self.y.ticks {
            let y = self.at(self.x.low, tick.at).y;
            let line =
                Rect::from_min_size(egui::pos2(rect.left(), y - 0.5), vec2(rect.width(), 1.0));
            text::hairline(painter, line, grid_color(palette, tick.at));
            let place = Rect::from_min_max(
                egui::pos2(rect.left() - 80.0, y - 8.0),
                egui::pos2(rect.left() - 8.0, y + 8.0),
            );
            tick_text(painter, palette, (place, Align2::RIGHT_CENTER), &tick.text);
        }
        let mut free_from = f32::NEG_INFINITY;
        for tick in self.x.ticks {
            let x = self.at(tick.at, self.y.low).x;
            let line =
                Rect::from_min_size(egui::pos2(x - 0.5, rect.top()), vec2(1.0, rect.height()));
            text::hairline(painter, line, grid_color(palette, tick.at));
            let galley = text::line(
                painter,
                Type::Small,
                &tick.text,
                (palette.weak, f32::INFINITY),
            );
            let half = galley.size().x / 2.0;
            // Words that would touch the ones before are left out; the grid line stays.
            if x - half >= free_from {
                free_from = x + half + 4.0;
                let pos = egui::pos2(x - half, rect.bottom() + 4.0);
                painter.galley(pos, galley, palette.weak);
            }
        }
        self.titles(painter, palette);
    }

    fn titles(&self, painter: &Painter, palette: &Palette) {
        let rect = self.rect;
        let below = Rect::from_min_max(
            egui::pos2(rect.left(), rect.bottom() + 22.0),
            egui::pos2(rect.right(), rect.bottom() + 40.0),
        );
        let look = (palette.text, below.width());
        let galley = text::line(painter, Type::Small, self.x.title, look);
        text::paint_galley(painter, below, Align2::CENTER_CENTER, galley);
        let look = (palette.text, rect.height());
        let galley = text::line(painter, Type::Small, self.y.title, look);
        let widest = self
            .y
            .ticks
            .iter()
            .map(|tick| {
                text::line(painter, Type::Small, &tick.text, (palette.weak, 80.0))
                    .size()
                    .x
            })
            .fold(0.0_f32, f32::max);
        let x = rect.left() - 8.0 - widest - 6.0 - 16.0;
        paint_upward(painter, (x, rect.center().y), galley);
    }
}

/// Paints a line that is read upward, its left edge at `x` and its middle at `y`.
pub(in crate::ui::widgets) fn paint_upward(
    painter: &Painter,
    (x, y): (f32, f32),
    galley: std::sync::Arc<egui::Galley>,
) {
    let start = egui::pos2(x.round(), (y + galley.size().x / 2.0).round());
    let shape = TextShape::new(start, galley, Color32::PLACEHOLDER)
        .with_angle(-std::f32::consts::FRAC_PI_2);
    painter.add(Shape::Text(shape));
}

fn grid_color(palette: &Palette, at: f64) -> Color32 {
    if at.abs() < 1e-9 {
        palette.control_border
    } else {
        palette.grid
    }
}

fn tick_text(painter: &Painter, palette: &Palette, (place, align): (Rect, Align2), words: &str) {
    let look = (palette.weak, f32::INFINITY);
    let galley = text::line(painter, Type::Small, words, look);
    text::paint_galley(painter, place, align, galley);
}

/// Text with a halo of the surface around it, readable across lines and bands.
pub(super) fn paint_haloed(
    painter: &Painter,
    pos: Pos2,
    galley: &std::sync::Arc<egui::Galley>,
    halo: Color32,
) {
    // A ring of 3 points: 1.5 on each side, drawn as shifted copies since text has no stroke.
    const AROUND: [(f32, f32); 12] = [
        (1.5, 0.0),
        (-1.5, 0.0),
        (0.0, 1.5),
        (0.0, -1.5),
        (1.1, 1.1),
        (-1.1, 1.1),
        (1.1, -1.1),
        (-1.1, -1.1),
        (2.2, 0.0),
        (-2.2, 0.0),
        (0.0, 2.0),
        (0.0, -2.0),
    ];
    for (x, y) in AROUND {
        let shadow = std::sync::Arc::clone(galley);
        painter.galley_with_override_text_color(pos + vec2(x, y), shadow, halo);
    }
    painter.galley(pos, std::sync::Arc::clone(galley), Color32::PLACEHOLDER);
}
