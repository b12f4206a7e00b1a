//! Figures with their n, and key–value rows.
//! Must not format; both sides are prepared words.

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, Sense, Ui, WidgetInfo, vec2};

use super::text::{self, Kit as _};
use crate::ui::theme::{Type, measures};

/// One big number and, on its baseline, what it counts and of how many.
pub fn figure(ui: &mut Ui, number: &str, unit: &str) -> Response {
    let palette = ui.palette();
    let room = ui.available_width();
    let big = text::line(ui.painter(), Type::Figure, number, (palette.text, room));
    let rest = (room - big.size().x - measures::GAP_S).max(24.0);
    let small = text::line(ui.painter(), Type::Body, unit, (palette.weak, rest));
    let size = vec2(
        big.size().x + measures::GAP_S + small.size().x,
        Type::Figure.line(),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{number} {unit}")));
    let is_elided = small.elided;
    let big_end = rect.left() + big.size().x + measures::GAP_S;
    ui.painter().galley(rect.min, big, palette.text);
    // Both lines centre their letters; 3.5 points bring the small one down to the same baseline.
    let at = egui::pos2(big_end, rect.center().y - small.size().y / 2.0 + 3.5);
    ui.painter().galley(at, small, palette.weak);
    if is_elided {
        text::tip(response, unit)
    } else {
        response
    }
}

/// A row with words at the left and a strong value at the right; the words give way first.
pub fn key_value(ui: &mut Ui, style: Type, key: &str, value: &str) -> Response {
    let palette = ui.palette();
    let width = ui.available_width();
    let look = (palette.text, width * 0.7);
    let right = text::line(ui.painter(), style.stronger(), value, look);
    let room = width - right.size().x - measures::GAP_S;
    let left = text::line(ui.painter(), style, key, (palette.text, room));
    let (rect, response) = ui.allocate_exact_size(vec2(width, style.line()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{key} {value}")));
    let is_elided = left.elided || right.elided;
    text::paint_galley(ui.painter(), rect, Align2::LEFT_CENTER, left);
    text::paint_galley(ui.painter(), rect, Align2::RIGHT_CENTER, right);
    if is_elided {
        text::tip(response, &format!("{key} {value}"))
    } else {
        response
    }
}

/// Key–value rows of 28 points with weak keys, as in a side panel.
pub fn key_values(ui: &mut Ui, rows: &[(&str, &str)]) {
    let palette = ui.palette();
    for (key, value) in rows {
        let width = ui.available_width();
        let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{key} {value}")));
        let look = (palette.text, width * 0.7);
        let right = text::line(ui.painter(), Type::Strong, value, look);
        let mut place = rect;
        place.max.x -= right.size().x + measures::GAP_S;
        let left = text::line(ui.painter(), Type::Body, key, (palette.weak, place.width()));
        text::paint_galley(ui.painter(), place, Align2::LEFT_CENTER, left);
        let edge = Rect::from_min_max(rect.min, rect.max);
        text::paint_galley(ui.painter(), edge, Align2::RIGHT_CENTER, right);
    }
}
