//! A level from 1 to 5 as a bar, with the level that is needed and the self-rating on it.
//! Must not know competencies; the words beside it say what the marks mean.

use egui::accesskit::Role;
use egui::{Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::super::text::{self, Kit as _};
use super::axis::points;

/// Room at both ends of the scale, so that a mark on 1 or 5 is whole.
const PAD: f32 = 10.0;

/// A level with what it is compared to.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct LevelBar {
    /// The level, 1 to 5; none where nobody observed it.
    pub level: Option<f64>,
    /// Its 95 % interval.
    pub interval: Option<(f64, f64)>,
    /// The level that is needed.
    pub required: Option<f64>,
    /// The self-rating.
    pub own: Option<f64>,
    /// Below what is needed; the words beside it must say so too.
    pub is_flagged: bool,
}

impl LevelBar {
    /// Where the five levels lie in a cell of this width, 0 to 1.
    #[must_use]
    pub fn ticks() -> [f32; 5] {
        [0.0, 0.25, 0.5, 0.75, 1.0]
    }

    /// Draws the bar as a widget of this width, named for screen readers.
    pub fn show(self, ui: &mut Ui, width: f32, name: &str) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        self.paint(ui, rect);
        response
    }

    pub(in super::super) fn paint(self, ui: &Ui, rect: Rect) {
        let palette = ui.palette();
        let painter = ui.painter();
        let line = scale_rect(rect);
        let middle = rect.center().y;
        let x =
            |level: f64| line.left() + line.width() * points(((level - 1.0) / 4.0).clamp(0.0, 1.0));
        let track = Rect::from_center_size(line.center(), vec2(line.width(), 2.0));
        text::hairline(painter, track, palette.grid);
        for part in Self::ticks() {
            let at = egui::pos2(line.left() + line.width() * part, middle);
            let tick = Rect::from_center_size(at, vec2(1.0, 6.0));
            text::hairline(painter, tick, palette.control_border);
        }
        if let Some(level) = self.level {
            let color = if self.is_flagged {
                palette.chart[1]
            } else {
                palette.chart[0]
            };
            let bar = Rect::from_min_max(
                egui::pos2(line.left(), middle - 3.0),
                egui::pos2(x(level).max(line.left() + 3.0), middle + 3.0),
            );
            painter.rect_filled(bar, 0.0, color);
        }
        if let Some((low, high)) = self.interval {
            let stroke = Stroke::new(1.0, palette.text);
            painter.hline(x(low)..=x(high), middle + 6.0, stroke);
        }
        if let Some(required) = self.required {
            let at = egui::pos2(x(required), middle);
            let tick = Rect::from_center_size(at, vec2(2.0, 20.0));
            text::hairline(painter, tick, palette.text);
        }
        if let Some(own) = self.own {
            let stroke = Stroke::new(2.0, palette.chart[4]);
            painter.circle(egui::pos2(x(own), middle), 5.0, palette.surface, stroke);
        }
    }
}

/// The scale inside a cell.
pub(in super::super) fn scale_rect(rect: Rect) -> Rect {
    rect.shrink2(vec2(PAD.min(rect.width() / 4.0), 0.0))
}
