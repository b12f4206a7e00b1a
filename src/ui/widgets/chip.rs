//! Chips: a state in one or two words, with a colour and, where it judges, an icon.
//! Must not be clickable; a thing to press is a button.

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};

const HEIGHT: f32 = 20.0;

/// A state in a word or two.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::{icons::Icon, theme::Tone, widgets::Chip};
/// Chip::new("доказано").tone(Tone::Ok).icon(Icon::Check).show(ui);
/// # });
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Chip<'a> {
    text: &'a str,
    tone: Tone,
    icon: Option<Icon>,
}

impl<'a> Chip<'a> {
    /// A neutral chip.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            tone: Tone::Neutral,
            icon: None,
        }
    }

    /// What the chip says.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// An icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Draws it as a widget.
    pub fn show(self, ui: &mut Ui) -> Response {
        let size = self.size(ui, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), self.text));
        if self.paint(ui, rect, Align2::LEFT_CENTER) {
            text::tip(response, self.text)
        } else {
            response
        }
    }

    /// Its word.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    fn icon_room(self) -> f32 {
        if self.icon.is_some() { 20.0 } else { 0.0 }
    }

    /// The size the chip would like, at most `room` wide.
    pub(super) fn size(self, ui: &Ui, room: f32) -> Vec2 {
        let frame = 18.0 + self.icon_room();
        let ink = (ui.palette().text, (room - frame).max(12.0));
        let galley = text::line(ui.painter(), Type::SmallMedium, self.text, ink);
        vec2(galley.size().x + frame, HEIGHT)
    }

    /// Paints the chip aligned in a rectangle; true if its text had to be elided.
    pub(super) fn paint(self, ui: &Ui, within: Rect, align: Align2) -> bool {
        let palette = ui.palette();
        let size = self.size(ui, within.width());
        let rect = align.align_size_within_rect(size, within);
        let edge = if self.tone == Tone::Neutral {
            palette.border
        } else {
            palette.tone_soft(self.tone)
        };
        ui.painter().rect(
            rect,
            measures::RADIUS_CHIP,
            palette.tone_soft(self.tone),
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        let ink = palette.tone(self.tone);
        let mut inner = rect.shrink2(vec2(9.0, 0.0));
        if let Some(icon) = self.icon {
            let center = egui::pos2(inner.left() + 6.0, rect.center().y);
            text::paint_icon(ui.painter(), center, icon, (measures::ICON_SMALL, ink));
            inner.min.x += self.icon_room();
        }
        let galley = text::line(
            ui.painter(),
            Type::SmallMedium,
            self.text,
            (ink, inner.width() + 0.5),
        );
        let is_elided = galley.elided;
        text::paint_galley(ui.painter(), inner, Align2::LEFT_CENTER, galley);
        is_elided
    }
}
