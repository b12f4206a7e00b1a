//! Rows that ask for attention, and notes with an icon.
//! Must not know what the link leads to.

use egui::{Rect, Sense, Ui, vec2};

use super::Button;
use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};

/// A row with an icon in a soft square, a title, a few lines and a link.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::{icons::Icon, theme::Tone, widgets::AlertRow};
/// let backup = AlertRow::new(Icon::HardDrive, Tone::Warn, "Резервной копии уже 9 дней")
///     .text("Последняя проверенная копия: 12 ноября, диск «Резерв».")
///     .link("Сделать копию…");
/// if backup.show(ui) {}
/// # });
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct AlertRow<'a> {
    icon: Icon,
    tone: Tone,
    title: &'a str,
    text: &'a str,
    link: &'a str,
}

impl<'a> AlertRow<'a> {
    /// A row with its icon, tone and title.
    pub fn new(icon: Icon, tone: Tone, title: &'a str) -> Self {
        Self {
            icon,
            tone,
            title,
            text: "",
            link: "",
        }
    }

    /// What it is about; wraps.
    pub fn text(mut self, text: &'a str) -> Self {
        self.text = text;
        self
    }

    /// Where one can do something about it.
    pub fn link(mut self, link: &'a str) -> Self {
        self.link = link;
        self
    }

    /// Draws the row with 16 points of padding; true if the link was pressed.
    pub fn show(self, ui: &mut Ui) -> bool {
        let palette = ui.palette();
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(16, 12))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.x = measures::GAP_M;
                ui.horizontal_top(|ui| {
                    let (square, _) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::hover());
                    let radius = measures::RADIUS_CONTROL;
                    let soft = palette.tone_soft(self.tone);
                    ui.painter().rect_filled(square, radius, soft);
                    let look = (measures::ICON, palette.tone(self.tone));
                    text::paint_icon(ui.painter(), square.center(), self.icon, look);
                    ui.vertical(|ui| self.words(ui)).inner
                })
                .inner
            })
            .inner
    }

    fn words(self, ui: &mut Ui) -> bool {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.text(Type::Strong, self.title);
        if !self.text.is_empty() {
            ui.text_weak(Type::Small, self.text);
        }
        if self.link.is_empty() {
            return false;
        }
        // A quiet button has 4 points of padding; its words stand in line with the text above.
        let row = ui.cursor().min - vec2(4.0, 0.0);
        let rect = Rect::from_min_size(row, vec2(ui.available_width() + 4.0, 24.0));
        let mut child = ui.new_child(
            egui::UiBuilder::new()
                .id_salt("link")
                .max_rect(rect)
                .layout(egui::Layout::left_to_right(egui::Align::Center)),
        );
        let is_pressed = child.add(Button::quiet(self.link).row()).clicked();
        ui.allocate_rect(rect, Sense::hover());
        is_pressed
    }
}

/// Small words with an icon before them, such as a lock and what follows from it; wraps.
pub fn note(ui: &mut Ui, icon: Icon, tone: Tone, words: &str) {
    let palette = ui.palette();
    let (style, ink) = (Type::Small, palette.text);
    let room = (ui.available_width() - 26.0).max(60.0);
    let galley = ui.painter().layout_job(style.wrapped(words, ink, room));
    let size = vec2(ui.available_width(), galley.size().y.max(16.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, words));
    let color = if tone == Tone::Neutral {
        palette.weak
    } else {
        palette.tone(tone)
    };
    let center = rect.min + vec2(8.0, 8.0);
    text::paint_icon(ui.painter(), center, icon, (measures::ICON_SMALL, color));
    ui.painter().galley(rect.min + vec2(26.0, 0.0), galley, ink);
}
