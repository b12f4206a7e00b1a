//! Text fields: with label and error line, and the search field.
//! Must not validate; the screen passes the error it found.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Frame, Margin, Response, RichText, Stroke, TextBuffer, TextEdit, Ui, vec2};

use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};

/// A text field with its label above and, when something is wrong, the error below.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::widgets::TextField;
/// let mut name = String::new();
/// TextField::new("branch-name", "Название филиала").hint("Садовая").show(ui, &mut name);
/// # });
/// ```
#[must_use = "call `show`"]
pub struct TextField<'a> {
    id: &'a str,
    label: &'a str,
    hint: &'a str,
    note: Option<&'a str>,
    error: Option<&'a str>,
    width: f32,
    rows: usize,
    is_secret: bool,
    is_search: bool,
    has_label: bool,
}

impl<'a> TextField<'a> {
    /// A field with a stable id and its label.
    pub fn new(id: &'a str, label: &'a str) -> Self {
        Self {
            id,
            label,
            hint: "",
            note: None,
            error: None,
            width: 240.0,
            rows: 1,
            is_secret: false,
            is_search: false,
            has_label: true,
        }
    }

    /// A field to search in what is on screen: magnifying glass, no label above.
    pub fn search(id: &'a str, label: &'a str) -> Self {
        Self {
            is_search: true,
            has_label: false,
            hint: label,
            ..Self::new(id, label)
        }
    }

    /// What stands in the empty field.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// A weak line below that helps.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = Some(note);
        self
    }

    /// What is wrong and how to mend it; takes the place of the note.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Width in points; `f32::INFINITY` takes the space there is.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// Dots instead of letters, unless the user asked to see them.
    pub fn secret(mut self, is_hidden: bool) -> Self {
        self.is_secret = is_hidden;
        self
    }

    /// No visible label; the name stays for screen readers.
    pub fn unlabelled(mut self) -> Self {
        self.has_label = false;
        self
    }

    /// Draws the field.
    pub fn show(self, ui: &mut Ui, value: &mut dyn TextBuffer) -> Response {
        let width = self.width.min(ui.available_width());
        // Without a label it may stand in a row of controls, as high as they are.
        let height = if self.has_label {
            0.0
        } else {
            measures::CONTROL
        };
        ui.allocate_ui_with_layout(
            vec2(width, height),
            egui::Layout::top_down(egui::Align::Min),
            |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                if self.has_label {
                    ui.text_weak(Type::Small, self.label);
                }
                let response = self.field(ui, value, width);
                if let Some(error) = self.error {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = 4.0;
                        let color = ui.palette().bad;
                        ui.icon(Icon::CircleAlert, 12.0, color);
                        let room = ui.available_width();
                        let job = Type::Small.wrapped(error, color, room);
                        ui.add(egui::Label::new(job).wrap());
                    });
                } else if let Some(note) = self.note.filter(|note| !note.is_empty()) {
                    ui.text_weak(Type::Small, note);
                }
                response
            },
        )
        .inner
    }

    fn field(&self, ui: &mut Ui, value: &mut dyn TextBuffer, width: f32) -> Response {
        let palette = ui.palette();
        let id = ui.make_persistent_id(self.id);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let edge = if self.error.is_some() {
            palette.tone(Tone::Bad)
        } else if has_focus {
            palette.accent
        } else {
            palette.control_border
        };
        let style = Type::Body;
        let row = ui.fonts_mut(|fonts| fonts.row_height(&style.font()));
        // 28 points of content and frame; a taller field adds whole rows.
        let pad = ((measures::CONTROL - 2.0 - row) / 2.0).max(2.0);
        #[expect(clippy::cast_possible_truncation, reason = "6 or 7 points")]
        let margin = Margin::symmetric(10, pad.round() as i8);
        let frame = Frame::new()
            .fill(palette.surface)
            .stroke(Stroke::new(1.0, edge))
            .corner_radius(measures::RADIUS_CONTROL)
            .inner_margin(margin);
        let mut edit = if self.rows > 1 {
            TextEdit::multiline(value).desired_rows(self.rows)
        } else {
            TextEdit::singleline(value)
        };
        if self.is_search {
            let glass = RichText::new(Icon::Search.glyph())
                .font(Icon::font(measures::ICON_SMALL))
                .color(palette.weak);
            edit = edit.prefix(glass);
        }
        let response = edit
            .id(id)
            .font(style.font())
            .text_color(palette.text)
            .hint_text(RichText::new(self.hint).color(palette.weak))
            .password(self.is_secret)
            .desired_width(width)
            .frame(frame)
            .show(ui)
            .response
            .response
            .accessible_name(self.label);
        if self.is_search {
            ui.ctx()
                .accesskit_node_builder(id, |node| node.set_role(Role::SearchInput));
        }
        if let Some(error) = self.error {
            ui.ctx()
                .accesskit_node_builder(id, |node| node.set_description(error));
        }
        text::focus_ring(ui, &response, measures::RADIUS_CONTROL);
        response
    }
}

/// The height of a piece of text that wraps at a width, for layouts that must know beforehand.
#[must_use]
pub fn text_height(ui: &Ui, job: LayoutJob) -> f32 {
    ui.painter().layout_job(job).size().y
}
