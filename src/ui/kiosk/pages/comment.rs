//! A comment: the field, the room that is left, and a warning where it points at somebody.

use std::ops::Range;

use egui::text::CharIndex;
use egui::{Frame, Key, Margin, Modifiers, Stroke, TextBuffer, TextEdit, Ui};

use crate::app::kiosk::{COMMENT_BYTES, KioskFacts, Mark, SecretText};
use crate::domain::Lang;
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::state::Kiosk;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

/// The comment as egui edits it, in place.
pub(super) struct Field<'a>(pub(super) &'a mut SecretText);

impl TextBuffer for Field<'_> {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        self.0.as_str()
    }

    fn insert_text(&mut self, text: &str, char_index: CharIndex) -> usize {
        self.0.insert(text, char_index.0)
    }

    fn delete_char_range(&mut self, char_range: Range<CharIndex>) {
        self.0.delete(char_range.start.0..char_range.end.0);
    }

    fn type_id(&self) -> std::any::TypeId {
        std::any::TypeId::of::<Field<'static>>()
    }
}

impl Kiosk {
    pub(super) fn comment_ui(&mut self, ui: &mut Ui, facts: &KioskFacts, item: usize) {
        let both = ui.is_enabled()
            && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        self.comment_field(ui, item);
        let comment = self
            .visit
            .draft
            .as_ref()
            .and_then(|draft| draft.comment(item));
        let (left, marks) = comment.map_or((COMMENT_BYTES, Vec::new()), |comment| {
            let marks = facts.comments.marks(comment.as_str());
            (comment.bytes_left(), marks)
        });
        let counter = tr!(
            self.lang,
            "kiosk-comment-left",
            left = i64::try_from(left).unwrap_or(0),
            of = i64::try_from(COMMENT_BYTES).unwrap_or(0)
        );
        ui.text_weak(Type::KioskNote, &counter);
        if marks.is_empty() {
            ui.text_weak(Type::KioskNote, &message(self.lang, "kiosk-comment-style"));
        } else {
            self.marks_ui(ui, &marks);
        }
        ui.add_space(6.0);
        self.no_comment_ui(ui, item);
        if both {
            self.step_on(item);
        }
    }

    fn comment_field(&mut self, ui: &mut Ui, item: usize) {
        let palette = ui.palette();
        let id = egui::Id::unique(("kiosk-comment", self.visit.session.0, item));
        let is_new = !self.is_comment_known(ui, id);
        let height = (ui.available_height() - 190.0).clamp(96.0, 220.0);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let edge = if has_focus {
            Stroke::new(2.0, palette.accent)
        } else {
            Stroke::new(1.0, palette.control_border)
        };
        let name = message(self.lang, "kiosk-comment-name");
        let Some(comment) = self
            .visit
            .draft
            .as_mut()
            .and_then(|draft| draft.comment_mut(item))
        else {
            return;
        };
        let mut field = Field(comment);
        let margin = Margin::symmetric(16, 12);
        let frame = Frame::new()
            .fill(palette.surface)
            .stroke(edge)
            .corner_radius(measures::RADIUS_CONTROL)
            .inner_margin(margin);
        let mut changed = false;
        egui::ScrollArea::vertical()
            .id_salt("kiosk-comment-scroll")
            .max_height(height)
            .show(ui, |ui| {
                let shown = TextEdit::multiline(&mut field)
                    .id(id)
                    .font(Type::KioskAnswer.font())
                    .text_color(palette.text)
                    .frame(frame)
                    .desired_width(f32::INFINITY)
                    .min_size(egui::vec2(0.0, height))
                    .show(ui);
                let response = shown.response.response.accessible_name(&name);
                changed = response.changed();
                if is_new {
                    response.request_focus();
                }
                // What was rubbed out must not come back, least of all to the next person.
                let mut state = shown.state;
                state.clear_undoer();
                state.store(ui.ctx(), id);
            });
        if changed && let Some(draft) = &mut self.visit.draft {
            draft.undecline(item);
        }
    }

    /// Was this field on the screen already? Then the keyboard is not taken a second time.
    fn is_comment_known(&self, ui: &Ui, id: egui::Id) -> bool {
        let key = id.with("known");
        let page = self.page_number();
        let known = ui.data(|data| data.get_temp::<u64>(key)) == Some(page);
        ui.data_mut(|data| data.insert_temp(key, page));
        known
    }

    fn marks_ui(&self, ui: &mut Ui, marks: &[Mark]) {
        let palette = ui.palette();
        let words = marks_words(self.lang, marks);
        Frame::new()
            .fill(palette.warn_soft)
            .corner_radius(measures::RADIUS_CONTROL)
            .inner_margin(Margin::symmetric(14, 10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    ui.icon(Icon::TriangleAlert, 20.0, palette.warn);
                    ui.vertical(|ui| ui.text(Type::KioskNote, &words));
                });
            });
    }

    /// An empty comment is a full answer, and a written one can be taken away in one go.
    fn no_comment_ui(&mut self, ui: &mut Ui, item: usize) {
        let draft = self.visit.draft.as_ref();
        let comment = draft.and_then(|draft| draft.comment(item));
        let is_blank = comment.is_none_or(SecretText::is_blank);
        let is_declined = draft.is_some_and(|draft| draft.is_done(item)) && is_blank;
        let key = if is_blank {
            "kiosk-comment-none"
        } else {
            "kiosk-comment-clear"
        };
        let words = message(self.lang, key);
        let button = crate::ui::kiosk::controls::Big::secondary(&words).chosen(is_declined);
        if ui.add(button).clicked() {
            self.decline(ui, item);
        }
    }
}

/// What was found, names together and each once: “a name from the staff list (“Vera”, “Petrov”), a phone
/// number”.
fn marks_words(lang: Lang, marks: &[Mark]) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut others = Vec::new();
    for mark in marks {
        match mark {
            Mark::Name(word) => {
                let lower = word.to_lowercase();
                if names.iter().all(|known| known.to_lowercase() != lower) {
                    names.push(word);
                }
            }
            Mark::Phone => others.push(message(lang, "kiosk-mark-phone")),
            Mark::Address => others.push(message(lang, "kiosk-mark-address")),
        }
    }
    let mut found = Vec::new();
    if !names.is_empty() {
        let quoted = names
            .iter()
            .map(|word| tr!(lang, "kiosk-mark-word", word = *word));
        let words = quoted.collect::<Vec<_>>().join(", ");
        found.push(tr!(lang, "kiosk-mark-name", words = words));
    }
    found.extend(others);
    tr!(lang, "kiosk-comment-marks", found = found.join(", "))
}
