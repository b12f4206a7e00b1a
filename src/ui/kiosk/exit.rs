//! What may lie over a page: the exit password, and the countdown when nobody moves.

use egui::{Frame, Margin, Modal, Modifiers, Stroke, TextBuffer, TextEdit, Ui};

use super::controls::Big;
use super::state::Kiosk;
use crate::app::kiosk::SecretText;
use crate::i18n::message;
use crate::tr;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::Kit as _;

/// Bytes of a password that are read.
const PASSWORD_BYTES: usize = 256;

/// The exit dialog.
pub(super) struct ExitDialog {
    password: SecretText,
    state: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Typing,
    Checking,
    Wrong,
}

impl ExitDialog {
    /// It was not the password.
    pub(super) fn refuse(&mut self) {
        self.password.clear_keeping_room();
        self.state = Look::Wrong;
    }
}

/// The password as egui edits it.
struct Field<'a>(&'a mut SecretText);

impl TextBuffer for Field<'_> {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        self.0.as_str()
    }

    fn insert_text(&mut self, text: &str, char_index: egui::text::CharIndex) -> usize {
        self.0.insert(text, char_index.0)
    }

    fn delete_char_range(&mut self, char_range: std::ops::Range<egui::text::CharIndex>) {
        self.0.delete(char_range.start.0..char_range.end.0);
    }

    fn type_id(&self) -> std::any::TypeId {
        std::any::TypeId::of::<Field<'static>>()
    }
}

impl Kiosk {
    pub(super) fn open_exit(&mut self) {
        self.exit = Some(ExitDialog {
            password: SecretText::new(PASSWORD_BYTES),
            state: Look::Typing,
        });
    }

    pub(super) fn exit_ui(&mut self, ui: &Ui) {
        let lang = self.lang;
        let Some(exit) = &mut self.exit else { return };
        let is_checking = exit.state == Look::Checking;
        let (mut leaves, mut checks) = (false, false);
        let shown = modal(ui, "kiosk-exit").show(ui.ctx(), |ui| {
            ui.set_width(440.0_f32.min(ui.ctx().content_rect().width() - 96.0));
            ui.spacing_mut().item_spacing.y = 10.0;
            ui.text(Type::KioskChosen, &message(lang, "kiosk-exit-title"));
            ui.text_weak(Type::KioskNote, &message(lang, "kiosk-exit-line"));
            checks |= password_field(ui, &mut exit.password, &message(lang, "kiosk-exit-name"));
            if exit.state == Look::Wrong {
                let line = message(lang, "kiosk-exit-wrong");
                ui.text_toned(Type::KioskNote, Tone::Warn, &line);
            }
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let leave = message(lang, "kiosk-exit-leave");
                leaves |= ui.add(Big::secondary(&leave)).clicked();
                let check = message(lang, "kiosk-exit-check");
                let is_off = is_checking || exit.password.as_str().is_empty();
                checks |= ui.add(Big::primary(&check).off(is_off)).clicked();
            });
        });
        if leaves || shown.should_close() {
            self.exit = None;
            self.come_back();
        } else if checks && !is_checking && !exit.password.as_str().is_empty() {
            exit.state = Look::Checking;
            let password = exit.password.duplicate();
            exit.password.clear_keeping_room();
            self.check_exit(password);
        }
    }

    /// Hides the page and asks whether somebody is there.
    pub(super) fn countdown_ui(&mut self, ui: &Ui, left: u32) {
        let lang = self.lang;
        let (mut stays, mut leaves) = (false, false);
        modal(ui, "kiosk-idle").show(ui.ctx(), |ui| {
            ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 96.0));
            ui.spacing_mut().item_spacing.y = 10.0;
            ui.text(Type::KioskQuestion, &message(lang, "kiosk-idle-title"));
            let line = tr!(lang, "kiosk-idle-line", seconds = i64::from(left));
            ui.text(Type::KioskBody, &line);
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let stay = message(lang, "kiosk-idle-stay");
                stays |= ui.add(Big::primary(&stay)).clicked();
                let leave = message(lang, "kiosk-erase");
                leaves |= ui
                    .add(Big::danger(&leave).icon(crate::ui::icons::Icon::Trash2))
                    .clicked();
            });
        });
        if leaves {
            self.leave();
        } else if stays {
            self.stay(ui);
        }
    }
}

fn modal(ui: &Ui, key: &'static str) -> Modal {
    let palette = ui.palette();
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.border))
        .corner_radius(measures::RADIUS_CARD)
        .inner_margin(Margin::same(28));
    Modal::new(egui::Id::unique(key))
        .frame(frame)
        .backdrop_color(palette.backdrop)
}

/// The field; true when Enter was pressed in it.
fn password_field(ui: &mut Ui, password: &mut SecretText, name: &str) -> bool {
    let palette = ui.palette();
    let id = egui::Id::unique("kiosk-password");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let edge = if has_focus {
        palette.accent
    } else {
        palette.control_border
    };
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(measures::RADIUS_CONTROL)
        .inner_margin(Margin::symmetric(14, 12));
    let mut field = Field(password);
    let shown = TextEdit::singleline(&mut field)
        .id(id)
        .password(true)
        .font(Type::KioskBody.font())
        .desired_width(f32::INFINITY)
        .frame(frame)
        .show(ui);
    let response = shown.response.response.accessible_name(name);
    let mut state = shown.state;
    state.clear_undoer();
    state.store(ui.ctx(), id);
    let enter = ui.input(|input| input.key_pressed(egui::Key::Enter))
        && response.lost_focus()
        && ui.input(|input| input.modifiers == Modifiers::NONE);
    if !response.has_focus() && (enter || ui.memory(|memory| memory.focused().is_none())) {
        response.request_focus();
    }
    enter
}
