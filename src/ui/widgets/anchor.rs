//! An answer with a key, a name and the behaviour that it stands for.
//! Must not colour a choice as good or bad.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, EventFilter, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};

const KEY: f32 = 28.0;
const PAD: f32 = 10.0;

/// A choice with its key on the keyboard, its name, and what it looks like.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::widgets::Anchor;
/// let three = Anchor::new("3", "Базовый", "Заметив клиента, откладывает другие дела");
/// if three.chosen(true).show(ui).clicked() {}
/// # });
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Anchor<'a> {
    key: &'a str,
    name: &'a str,
    text: &'a str,
    is_chosen: bool,
}

impl<'a> Anchor<'a> {
    /// A choice with its key, its name and its text; the text may be empty.
    pub fn new(key: &'a str, name: &'a str, text: &'a str) -> Self {
        Self {
            key,
            name,
            text,
            is_chosen: false,
        }
    }

    /// Is it the one in force?
    pub fn chosen(mut self, is_chosen: bool) -> Self {
        self.is_chosen = is_chosen;
        self
    }

    /// Draws it over the whole width; a click chooses it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = ui.palette();
        let width = ui.available_width();
        let inset = PAD + KEY + 12.0;
        let room = (width - inset - 36.0).max(80.0);
        let style = if self.is_chosen {
            Type::Strong
        } else {
            Type::Medium
        };
        let head = text::line(ui.painter(), style, self.name, (palette.text, room));
        let below = (!self.text.is_empty()).then(|| {
            ui.painter()
                .layout_job(Type::Body.wrapped(self.text, palette.text, room))
        });
        let words = head.size().y + below.as_ref().map_or(0.0, |galley| galley.size().y);
        let height = (words + 14.0).max(KEY + 12.0);
        let sense = if ui.is_enabled() {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        response.widget_info(|| {
            let name = format!("{} {}", self.key, self.name);
            WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), self.is_chosen, name)
        });
        self.frame(ui, rect, &response);
        let mut at = egui::pos2(rect.left() + inset, rect.center().y - words / 2.0);
        let step = head.size().y;
        ui.painter().galley(at, head, palette.text);
        at.y += step;
        if let Some(galley) = below {
            ui.painter().galley(at, galley, palette.text);
        }
        if response.has_focus() {
            let filter = EventFilter {
                vertical_arrows: true,
                horizontal_arrows: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        text::focus_ring(ui, &response, measures::RADIUS_CONTROL);
        response
    }

    fn frame(&self, ui: &Ui, rect: Rect, response: &Response) {
        let palette = ui.palette();
        let (fill, edge) = if self.is_chosen {
            (palette.accent_soft, Stroke::new(2.0, palette.accent))
        } else if response.hovered() {
            (palette.raised, Stroke::new(1.0, palette.accent))
        } else {
            (palette.surface, Stroke::new(1.0, palette.control_border))
        };
        ui.painter().rect(
            rect,
            measures::RADIUS_CONTROL,
            fill,
            edge,
            StrokeKind::Inside,
        );
        let center = egui::pos2(rect.left() + PAD + KEY / 2.0, rect.center().y);
        badge(ui, center, self.key, self.is_chosen);
        if self.is_chosen {
            let at = egui::pos2(rect.right() - 18.0, rect.center().y);
            text::paint_icon(
                ui.painter(),
                at,
                Icon::Check,
                (measures::ICON, palette.accent),
            );
        }
    }
}

/// A figure in a small square, as beside a piece of evidence.
pub fn level_badge(ui: &mut Ui, words: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(KEY, KEY), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    badge(ui, rect.center(), words, false);
    response
}

fn badge(ui: &Ui, center: egui::Pos2, words: &str, is_chosen: bool) {
    let palette = ui.palette();
    let (fill, edge, ink) = if is_chosen {
        (palette.accent, palette.accent, palette.on_accent)
    } else {
        (palette.raised, palette.border, palette.text)
    };
    let rect = Rect::from_center_size(center, vec2(KEY, KEY));
    ui.painter().rect(
        rect,
        measures::RADIUS_CONTROL,
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    let look = (Color32::PLACEHOLDER, f32::INFINITY);
    let galley = text::line(ui.painter(), Type::Strong, words, look);
    let place = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    ui.painter()
        .galley_with_override_text_color(place.min, galley, ink);
}
