//! Check box, radio button, and the option card that takes decisions with consequences.
//! Must not hold the choice; the screen owns it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Galley, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::chip::Chip;
use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};

const MARK: f32 = 16.0;

/// A check box with its label and, under it, a weak line. A click turns `is_on` over.
pub fn checkbox(ui: &mut Ui, is_on: &mut bool, label: &str, line: Option<&str>) -> Response {
    let (mut response, mark) = labelled_mark(ui, label, line);
    if response.clicked() {
        *is_on = !*is_on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *is_on, label));
    let palette = ui.palette();
    let (fill, edge) = match (*is_on, ui.is_enabled()) {
        (true, true) => (palette.accent, palette.accent),
        (true, false) => (palette.weak, palette.weak),
        (false, true) => (palette.surface, palette.control_border),
        (false, false) => (palette.raised, palette.border),
    };
    let edge = if response.hovered() {
        palette.accent
    } else {
        edge
    };
    ui.painter().rect(
        mark,
        measures::RADIUS_CHECK,
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    if *is_on {
        let look = (12.0, palette.on_accent);
        text::paint_icon(ui.painter(), mark.center(), Icon::Check, look);
    }
    text::focus_ring(ui, &response, measures::RADIUS_CONTROL);
    response
}

/// A radio button with its label and, under it, a weak line.
pub fn radio(ui: &mut Ui, is_chosen: bool, label: &str, line: Option<&str>) -> Response {
    let (response, mark) = labelled_mark(ui, label, line);
    response
        .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, label));
    paint_radio(ui, mark.center(), is_chosen, response.hovered());
    text::focus_ring(ui, &response, measures::RADIUS_CONTROL);
    response
}

fn paint_radio(ui: &Ui, center: Pos2, is_chosen: bool, is_hovered: bool) {
    let palette = ui.palette();
    let painter = ui.painter();
    if is_chosen {
        let fill = if ui.is_enabled() {
            palette.accent
        } else {
            palette.weak
        };
        painter.circle_filled(center, 8.0, fill);
        painter.circle_filled(center, 3.0, palette.on_accent);
    } else {
        let edge = if is_hovered {
            palette.accent
        } else {
            palette.control_border
        };
        painter.circle(center, 7.5, palette.surface, Stroke::new(1.0, edge));
    }
}

/// Lays out a 16-point mark with a label beside it; the whole is one target.
fn labelled_mark(ui: &mut Ui, label: &str, line: Option<&str>) -> (Response, Rect) {
    let palette = ui.palette();
    let ink = if ui.is_enabled() {
        palette.text
    } else {
        palette.weak
    };
    let room = (ui.available_width() - MARK - 8.0).max(40.0);
    let head = ui
        .painter()
        .layout_job(Type::Body.wrapped(label, ink, room));
    let below = line.map(|line| {
        ui.painter()
            .layout_job(Type::Small.wrapped(line, palette.weak, room))
    });
    let text_width = head
        .size()
        .x
        .max(below.as_ref().map_or(0.0, |galley| galley.size().x));
    let text_height = head.size().y + below.as_ref().map_or(0.0, |galley| galley.size().y);
    let size = vec2(MARK + 8.0 + text_width, text_height.max(18.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let mark = Rect::from_min_size(rect.min + vec2(0.0, 1.0), vec2(MARK, MARK));
    let mut at = rect.min + vec2(MARK + 8.0, 0.0);
    let step = head.size().y;
    ui.painter().galley(at, head, ink);
    at.y += step;
    if let Some(galley) = below {
        ui.painter().galley(at, galley, palette.weak);
    }
    (response, mark)
}

/// A card with a radio button, a title and a few words on the consequence.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::widgets::OptionCard;
/// let two_keys = OptionCard::new("Два ключа", true)
///     .badge("советуем")
///     .line("Ответы открывают вместе HR и свидетель");
/// if two_keys.show(ui).clicked() {}
/// # });
/// ```
#[must_use = "call `show`"]
pub struct OptionCard<'a> {
    title: &'a str,
    is_chosen: bool,
    line: Option<&'a str>,
    badge: Option<&'a str>,
}

impl<'a> OptionCard<'a> {
    /// A card with its title; exactly one of a group is chosen.
    pub fn new(title: &'a str, is_chosen: bool) -> Self {
        Self {
            title,
            is_chosen,
            line: None,
            badge: None,
        }
    }

    /// The consequence in a few words; wraps.
    pub fn line(mut self, line: &'a str) -> Self {
        self.line = Some(line);
        self
    }

    /// A word beside the title, such as “recommended”.
    pub fn badge(mut self, badge: &'a str) -> Self {
        self.badge = Some(badge);
        self
    }

    /// Draws the card over the whole width; a click chooses it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = ui.palette();
        let width = ui.available_width();
        let inset = 40.0;
        let room = (width - inset - 14.0).max(60.0);
        let ink = if self.is_chosen {
            palette.text
        } else {
            palette.weak
        };
        let title = text::line(ui.painter(), Type::Strong, self.title, (palette.text, room));
        let below: Option<Arc<Galley>> = self.line.map(|line| {
            ui.painter()
                .layout_job(Type::Small.wrapped(line, ink, room))
        });
        let below_height = below.as_ref().map_or(0.0, |galley| galley.size().y);
        let height = 10.0 + 18.0 + below_height + 10.0;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| {
            let enabled = ui.is_enabled();
            WidgetInfo::selected(Role::RadioButton, enabled, self.is_chosen, self.title)
        });
        let (fill, edge) = if self.is_chosen {
            (palette.accent_soft, Stroke::new(2.0, palette.accent))
        } else if response.hovered() {
            (palette.surface, Stroke::new(1.0, palette.accent))
        } else {
            (palette.surface, Stroke::new(1.0, palette.border))
        };
        let radius = measures::RADIUS_CONTROL;
        ui.painter()
            .rect(rect, radius, fill, edge, StrokeKind::Inside);
        let dot = rect.min + vec2(21.0, 19.0);
        paint_radio(ui, dot, self.is_chosen, response.hovered());
        let mut at = rect.min + vec2(inset, 10.0);
        let title_width = title.size().x;
        ui.painter().galley(at, title, palette.text);
        if let Some(badge) = self.badge {
            let start = at + vec2(title_width + 10.0, 0.0);
            Chip::new(badge).tone(Tone::Accent).paint(
                ui,
                Rect::from_min_max(start, rect.max),
                Align2::LEFT_TOP,
            );
        }
        at.y += 18.0;
        if let Some(galley) = below {
            ui.painter().galley(at, galley, Color32::PLACEHOLDER);
        }
        text::focus_ring(ui, &response, radius);
        response
    }
}
