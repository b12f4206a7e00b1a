//! Strokes that every page of the kiosk shares. Colours and type come from the theme.

use std::sync::Arc;

use egui::{Align2, Color32, Galley, Rect, Response, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

/// Lays out words that wrap at a width.
pub(super) fn wrapped(ui: &Ui, style: Type, words: &str, look: (Color32, f32)) -> Arc<Galley> {
    let (color, width) = look;
    ui.painter().layout_job(style.wrapped(words, color, width))
}

/// Lays out one line, elided at a width.
pub(super) fn line(ui: &Ui, style: Type, words: &str, look: (Color32, f32)) -> Arc<Galley> {
    let (color, width) = look;
    ui.painter().layout_job(style.elided(words, color, width))
}

/// Draws a galley aligned in a rectangle and gives back where it lies.
pub(super) fn put(ui: &Ui, rect: Rect, align: Align2, galley: Arc<Galley>) -> Rect {
    let place = align.align_size_within_rect(galley.size(), rect);
    ui.painter().galley(place.min, galley, Color32::PLACEHOLDER);
    place
}

/// Draws an icon centred on a point.
pub(super) fn icon(ui: &Ui, center: egui::Pos2, icon: Icon, look: (f32, Color32)) {
    let (size, color) = look;
    ui.painter().text(
        // The face sits a little high in its line.
        center + vec2(0.0, 1.0),
        Align2::CENTER_CENTER,
        icon.glyph(),
        Icon::font(size),
        color,
    );
}

/// The ring around what the keyboard holds.
pub(super) fn ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            f32::from(measures::RADIUS_CONTROL) + 2.0,
            Stroke::new(2.0, ui.palette().focus),
            StrokeKind::Outside,
        );
    }
}

/// A small key cap with its word.
pub(super) fn cap(ui: &Ui, rect: Rect, words: &str, ink: Color32) {
    let edge = Stroke::new(1.0, ink.gamma_multiply(0.65));
    ui.painter().rect(
        rect,
        measures::RADIUS_CHIP,
        Color32::TRANSPARENT,
        edge,
        StrokeKind::Inside,
    );
    let words = line(ui, Type::SmallMedium, words, (ink, rect.width()));
    put(ui, rect, Align2::CENTER_CENTER, words);
}

/// A flat fill with an edge.
pub(super) fn sheet(ui: &Ui, rect: Rect, fill: Color32, edge: (f32, Color32)) {
    let stroke = Stroke::new(edge.0, edge.1);
    ui.painter().rect(
        rect,
        measures::RADIUS_CONTROL,
        fill,
        stroke,
        StrokeKind::Inside,
    );
}

/// A thin line over the width of a rectangle, at this height.
pub(super) fn rule(ui: &Ui, (left, right): (f32, f32), y: f32) {
    let color = ui.palette().grid;
    let line = Rect::from_min_max(pos2(left, y.round()), pos2(right, y.round() + 1.0));
    ui.painter().rect_filled(line, 0.0, color);
}

/// A child that draws from the top down in this rectangle and may not widen it.
pub(super) fn within<R>(
    ui: &mut Ui,
    (rect, key): (Rect, &str),
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let mut child = ui.new_child(
        egui::UiBuilder::new()
            .id_salt(key)
            .max_rect(rect)
            .layout(egui::Layout::top_down(egui::Align::Min)),
    );
    add(&mut child)
}

/// The part of a rectangle of at most this width, in its middle.
pub(super) fn column(rect: Rect, width: f32) -> Rect {
    let width = width.min(rect.width());
    Rect::from_center_size(rect.center(), vec2(width, rect.height()))
}
