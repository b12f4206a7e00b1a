//! Segments: one of a few views of the same data.
//! Must not be used for choices with consequences; those are option cards.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::text::{self, Kit as _};
use crate::ui::theme::{Type, measures};

/// A row of segments of which one is chosen.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::widgets::Segments;
/// let mut chosen = 1;
/// if let Some(index) = Segments::new("group", &["Все", "Контактный", "Бэк-офис"], chosen).show(ui) {
///     chosen = index;
/// }
/// # });
/// ```
#[must_use = "call `show`"]
pub struct Segments<'a, S> {
    id: &'a str,
    labels: &'a [S],
    chosen: usize,
    height: f32,
    style: Type,
}

impl<'a, S: AsRef<str>> Segments<'a, S> {
    /// Segments with a stable id, the labels, and the number of the chosen one.
    pub fn new(id: &'a str, labels: &'a [S], chosen: usize) -> Self {
        Self {
            id,
            labels,
            chosen,
            height: measures::CONTROL,
            style: Type::Body,
        }
    }

    /// 28 points high, for use inside cards.
    pub fn small(mut self) -> Self {
        self.height = measures::CONTROL_SMALL;
        self
    }

    /// 48 points high with kiosk type.
    pub fn kiosk(mut self) -> Self {
        self.height = 48.0;
        self.style = Type::KioskBody;
        self
    }

    /// Draws the row; `Some` is the number of a segment just chosen. Left and right arrows move the
    /// choice while a segment holds the keyboard.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let padding = if self.height >= 48.0 { 18.0 } else { 12.0 };
        let palette = ui.palette();
        let count = self.labels.len().max(1);
        #[expect(clippy::cast_precision_loss, reason = "a handful of segments")]
        let most = (ui.available_width() / count as f32).max(48.0);
        let wide: Vec<f32> = self
            .labels
            .iter()
            .map(|label| {
                let strong = self.style.stronger();
                let ink = (Color32::PLACEHOLDER, f32::INFINITY);
                text::line(ui.painter(), strong, label.as_ref(), ink)
                    .size()
                    .x
                    .ceil()
                    + 2.0 * padding
            })
            .collect();
        let total: f32 = wide.iter().sum();
        let fits = total <= ui.available_width();
        let widths: Vec<f32> = wide
            .iter()
            .map(|width| if fits { *width } else { width.min(most) })
            .collect();
        let size = vec2(widths.iter().sum(), self.height);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let radius = measures::RADIUS_CONTROL;
        ui.painter().rect_filled(rect, radius, palette.surface);
        let base = ui.make_persistent_id(self.id);
        let mut picked = None;
        let mut x = rect.left();
        for (index, (label, width)) in self.labels.iter().zip(&widths).enumerate() {
            let cell = Rect::from_min_size(egui::pos2(x, rect.top()), vec2(*width, self.height));
            x += width;
            if let Some(new) = self.segment(ui, (base, index), cell, (label.as_ref(), padding)) {
                picked = Some(new);
            }
        }
        ui.painter().rect_stroke(
            rect,
            radius,
            Stroke::new(1.0, palette.control_border),
            StrokeKind::Inside,
        );
        self.paint_focus(ui, base, rect, &widths);
        picked.filter(|index| *index != self.chosen)
    }

    fn segment(
        &self,
        ui: &Ui,
        (base, index): (Id, usize),
        cell: Rect,
        (label, padding): (&str, f32),
    ) -> Option<usize> {
        let palette = ui.palette();
        let is_chosen = index == self.chosen;
        let is_last = index + 1 == self.labels.len();
        let response = ui.interact(cell, base.with(index), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, label)
        });
        let radius = measures::RADIUS_CONTROL;
        let corners = CornerRadius {
            nw: if index == 0 { radius } else { 0 },
            sw: if index == 0 { radius } else { 0 },
            ne: if is_last { radius } else { 0 },
            se: if is_last { radius } else { 0 },
        };
        let fill = if is_chosen {
            palette.accent_soft
        } else if response.is_pointer_button_down_on() {
            palette.pressed(palette.raised)
        } else if response.hovered() {
            palette.raised
        } else {
            Color32::TRANSPARENT
        };
        ui.painter().rect_filled(cell, corners, fill);
        if !is_last {
            let edge = Rect::from_min_max(egui::pos2(cell.right() - 1.0, cell.top()), cell.max);
            text::hairline(ui.painter(), edge, palette.border);
        }
        let (style, ink) = if is_chosen {
            (self.style.stronger(), palette.accent)
        } else {
            (self.style, palette.text)
        };
        let galley = text::line(ui.painter(), style, label, (ink, cell.width() - padding));
        let is_elided = galley.elided;
        text::paint_galley(ui.painter(), cell, Align2::CENTER_CENTER, galley);
        let response = if is_elided {
            text::tip(response, label)
        } else {
            response
        };
        if response.clicked() {
            return Some(index);
        }
        self.arrows(ui, base, index, response.has_focus())
    }

    fn arrows(&self, ui: &Ui, base: Id, index: usize, has_focus: bool) -> Option<usize> {
        if !has_focus {
            return None;
        }
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(base.with(index), filter));
        let step = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
        let last = self.labels.len().saturating_sub(1);
        let next = if step(egui::Key::ArrowRight) {
            (index + 1).min(last)
        } else if step(egui::Key::ArrowLeft) {
            index.saturating_sub(1)
        } else {
            return None;
        };
        ui.memory_mut(|memory| memory.request_focus(base.with(next)));
        Some(next)
    }

    fn paint_focus(&self, ui: &Ui, base: Id, rect: Rect, widths: &[f32]) {
        let mut x = rect.left();
        for (index, width) in widths.iter().enumerate() {
            let cell = Rect::from_min_size(egui::pos2(x, rect.top()), vec2(*width, self.height));
            x += width;
            if ui.memory(|memory| memory.has_focus(base.with(index))) {
                text::ring(ui, cell, measures::RADIUS_CONTROL);
            }
        }
    }
}
