//! Small marks: bars, bands, stacked parts, intervals, a small course over time.
//! Must not print a value more exact than the words beside it.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::super::text::{self, Kit as _};
use super::axis::points;
use crate::ui::theme::{HeatStop, Type};

const BAR: f32 = 8.0;

/// A share as a bar on its track, with the target as a tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The share, 0 to 1.
    pub share: f64,
    /// The target, 0 to 1.
    pub target: Option<f64>,
    /// Below target or otherwise to be seen; the words beside it must say so too.
    pub is_flagged: bool,
}

impl Bar {
    /// Draws the bar as a widget of this width, named for screen readers.
    pub fn show(self, ui: &mut Ui, width: f32, name: &str) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        self.paint(ui, rect);
        response
    }

    pub(in super::super) fn paint(self, ui: &Ui, rect: Rect) {
        let palette = ui.palette();
        let track = track(rect);
        ui.painter().rect_filled(track, 2.0, palette.grid);
        let color = if self.is_flagged {
            palette.chart[1]
        } else {
            palette.accent
        };
        let mut fill = track;
        fill.set_width(track.width() * points(self.share.clamp(0.0, 1.0)));
        if fill.width() > 0.0 {
            ui.painter().rect_filled(fill, 2.0, color);
        }
        if let Some(target) = self.target {
            let x = track.left() + track.width() * points(target.clamp(0.0, 1.0));
            let tick = Rect::from_center_size(egui::pos2(x, track.center().y), vec2(1.0, 14.0));
            text::hairline(ui.painter(), tick, palette.text);
        }
    }
}

fn track(rect: Rect) -> Rect {
    Rect::from_center_size(rect.center(), vec2(rect.width(), BAR))
}

/// A share that may only be told as its ten-point band: a segment of the track, not a bar to a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandBar {
    /// Lower end of the band, 0 to 1.
    pub low: f64,
    /// Upper end of the band, 0 to 1.
    pub high: f64,
}

impl BandBar {
    /// Draws the band as a widget of this width, named for screen readers.
    pub fn show(self, ui: &mut Ui, width: f32, name: &str) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 10.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        self.paint(ui, rect);
        response
    }

    pub(in super::super) fn paint(self, ui: &Ui, rect: Rect) {
        let palette = ui.palette();
        let track = track(rect);
        ui.painter().rect_filled(track, 2.0, palette.grid);
        let x = |share: f64| track.left() + track.width() * points(share.clamp(0.0, 1.0));
        let part = Rect::from_min_max(
            egui::pos2(x(self.low), track.top()),
            egui::pos2(x(self.high), track.bottom()),
        );
        ui.painter().rect_filled(part, 2.0, palette.chart[0]);
    }
}

/// One part of a stacked bar.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedPart {
    /// Its share, 0 to 1.
    pub share: f64,
    /// Its prepared figure; left out where it does not fit.
    pub text: String,
}

/// Three or five parts from disagreement to agreement, in the colours of the heat scale.
#[derive(Clone, Copy, Debug)]
pub struct StackedBar<'a> {
    /// From the lowest answer to the highest.
    pub parts: &'a [StackedPart],
}

impl StackedBar<'_> {
    /// Draws the bar as a widget of this width, named for screen readers.
    pub fn show(self, ui: &mut Ui, width: f32, name: &str) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        self.paint(ui, rect);
        response
    }

    pub(in super::super) fn paint(self, ui: &Ui, rect: Rect) {
        let palette = ui.palette();
        let rect = Rect::from_center_size(rect.center(), vec2(rect.width(), 18.0));
        let stops: &[u8] = if self.parts.len() > 3 {
            &[0, 1, 3, 5, 6]
        } else {
            &[1, 3, 5]
        };
        let last = self.parts.len().saturating_sub(1);
        let mut x = rect.left();
        for (index, part) in self.parts.iter().enumerate() {
            let wide = rect.width() * points(part.share.clamp(0.0, 1.0));
            let right = if index == last {
                rect.right()
            } else {
                x + wide
            };
            let place = Rect::from_min_max(
                egui::pos2(x, rect.top()),
                egui::pos2(right.min(rect.right()), rect.bottom()),
            );
            x = right;
            let stop = HeatStop::at(stops.get(index).copied().unwrap_or(6));
            let corner = |is_end: bool| if is_end { 3 } else { 0 };
            let corners = CornerRadius {
                nw: corner(index == 0),
                sw: corner(index == 0),
                ne: corner(index == last),
                se: corner(index == last),
            };
            ui.painter()
                .rect_filled(place, corners, palette.heat_fill(stop));
            let look = (palette.heat_text, f32::INFINITY);
            let galley = text::line(ui.painter(), Type::Tick, &part.text, look);
            if galley.size().x + 4.0 <= place.width() {
                text::paint_galley(ui.painter(), place, Align2::CENTER_CENTER, galley);
            }
        }
        let edge = Stroke::new(1.0, palette.border);
        ui.painter()
            .rect_stroke(rect, 3.0, edge, egui::StrokeKind::Inside);
    }
}

/// Words under a stacked bar: low end, middle, high end.
pub fn bar_key(ui: &mut Ui, width: f32, words: [&str; 3]) {
    let palette = ui.palette();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    let aligns = [
        Align2::LEFT_CENTER,
        Align2::CENTER_CENTER,
        Align2::RIGHT_CENTER,
    ];
    for (align, word) in aligns.into_iter().zip(words) {
        let look = (palette.weak, width / 2.0);
        let galley = text::line(ui.painter(), Type::Small, word, look);
        text::paint_galley(ui.painter(), rect, align, galley);
    }
}

/// An estimate with its interval on the scale that its whole column shares; zero is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntervalMark {
    /// Lower end of the interval.
    pub low: f64,
    /// The estimate.
    pub estimate: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// Both ends of the scale of the column.
    pub scale: (f64, f64),
}

impl IntervalMark {
    /// Draws the mark as a widget of this width, named for screen readers.
    pub fn show(self, ui: &mut Ui, width: f32, name: &str) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        self.paint(ui, rect);
        response
    }

    pub(in super::super) fn paint(self, ui: &Ui, rect: Rect) {
        let palette = ui.palette();
        let (from, to) = self.scale;
        let inner = rect.shrink2(vec2(4.0, 0.0));
        let x = |value: f64| {
            inner.left() + inner.width() * points(((value - from) / (to - from)).clamp(0.0, 1.0))
        };
        let middle = rect.center().y;
        if from < 0.0 && to > 0.0 {
            let zero = Rect::from_center_size(egui::pos2(x(0.0), middle), vec2(1.0, 16.0));
            text::hairline(ui.painter(), zero, palette.control_border);
        }
        let line = Stroke::new(2.0, palette.chart[0]);
        ui.painter().hline(x(self.low)..=x(self.high), middle, line);
        let dot = egui::pos2(x(self.estimate), middle);
        ui.painter().circle_filled(dot, 4.0, palette.chart[0]);
    }
}

/// A small course over waves; a gap where there is no value.
#[derive(Clone, Copy, Debug)]
pub struct Spark<'a> {
    /// Values in the order of time.
    pub values: &'a [Option<f64>],
    /// Both ends of the scale, shared by all of a column.
    pub scale: (f64, f64),
}

impl Spark<'_> {
    /// Draws the course as a widget of this width, named for screen readers.
    pub fn show(self, ui: &mut Ui, width: f32, name: &str) -> Response {
        let palette = ui.palette();
        let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        let inner = rect.shrink2(vec2(4.0, 4.0));
        let (from, to) = self.scale;
        let steps = self.values.len().saturating_sub(1).max(1);
        let mut before = None;
        for (index, value) in self.values.iter().enumerate() {
            let at = value.map(|value| {
                #[expect(clippy::cast_precision_loss, reason = "a handful of waves")]
                let part = index as f32 / steps as f32;
                let up = points(((value - from) / (to - from)).clamp(0.0, 1.0));
                egui::pos2(
                    inner.left() + inner.width() * part,
                    inner.bottom() - inner.height() * up,
                )
            });
            if let (Some(a), Some(b)) = (before, at) {
                let line = Stroke::new(1.5, palette.chart[0]);
                ui.painter().line_segment([a, b], line);
            }
            if let Some(dot) = at {
                let is_last = index == steps;
                let radius = if is_last { 3.0 } else { 1.5 };
                ui.painter().circle_filled(dot, radius, palette.chart[0]);
            }
            before = at;
        }
        response
    }
}
