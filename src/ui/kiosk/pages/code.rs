//! The code of the slip.

use egui::{Key, Rect, Ui};

use crate::app::kiosk::CodeRefusal;
use crate::domain::Lang;
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::controls::TARGET;
use crate::ui::kiosk::frame::{COLUMN, Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::state::{Kiosk, Page};
use crate::ui::kiosk::visit::CodeState;
use crate::ui::kiosk::{keys, paint};
use crate::ui::theme::{Tone, Type};
use crate::ui::widgets::Kit as _;

impl Kiosk {
    pub(in crate::ui::kiosk) fn code_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let room = paint::column(body, COLUMN.min(body.width() - 2.0 * SIDE));
        let is_low = body.height() < 580.0;
        let is_checking = self.visit.code_state == CodeState::Checking;
        let on_key = self.enter_on_the_code(ui);
        paint::within(ui, (room, "code"), |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.add_space(if is_low { 0.0 } else { 16.0 });
            ui.text(Type::KioskQuestion, &message(self.lang, "kiosk-code-title"));
            ui.text_weak(Type::KioskBody, &message(self.lang, "kiosk-code-line"));
            ui.add_space(if is_low { 4.0 } else { 12.0 });
            self.code_fields(ui, is_low);
        });
        let words = FootWords {
            back: message(self.lang, "kiosk-back"),
            note: message(self.lang, "kiosk-code-note"),
            on: message(
                self.lang,
                if is_checking {
                    "kiosk-code-checking"
                } else {
                    "kiosk-code-on"
                },
            ),
            cap: "Enter",
            is_off: !self.may_check_code(),
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        let pressed = foot_keys(ui, &words, pressed);
        match if on_key { Foot::On } else { pressed } {
            Foot::Back => self.go(Page::Trust),
            Foot::On => self.check_code(),
            Foot::Link | Foot::Erase | Foot::Nothing => {}
        }
    }

    pub(super) fn code_fields(&mut self, ui: &mut Ui, is_low: bool) {
        let faulty = match self.visit.code_state {
            CodeState::Refused(CodeRefusal::Mistyped(group)) => group,
            CodeState::Refused(
                CodeRefusal::Spent
                | CodeRefusal::Foreign
                | CodeRefusal::NotToday
                | CodeRefusal::NotChecked,
            )
            | CodeState::Typing
            | CodeState::Checking => None,
        };
        let name = if self.visit.paper.is_some() {
            "kiosk-paper-code-name"
        } else {
            "kiosk-code-name"
        };
        let name = message(self.lang, name);
        let is_free = self.visit.code_state != CodeState::Checking;
        let before = ui.is_enabled();
        let changed = ui
            .add_enabled_ui(is_free && before, |ui| {
                self.visit.code.boxes(ui, &name, faulty)
            })
            .inner;
        self.refusal_ui(ui, if is_low { 48.0 } else { 60.0 });
        let rub_out = message(self.lang, "kiosk-code-rub-out");
        let keyed = ui
            .add_enabled_ui(is_free && before, |ui| {
                self.visit.code.keys(ui, &rub_out, TARGET)
            })
            .inner;
        if (changed || keyed) && is_free {
            self.visit.code_state = CodeState::Typing;
        }
    }

    /// Why the code was not taken, in a place of fixed height, so that nothing jumps.
    fn refusal_ui(&self, ui: &mut Ui, height: f32) {
        let place = Rect::from_min_size(ui.cursor().min, egui::vec2(ui.available_width(), height));
        let words = match self.visit.code_state {
            CodeState::Typing | CodeState::Checking => None,
            CodeState::Refused(refusal) if self.visit.paper.is_some() => {
                Some(super::paper::refusal_words(self.lang, refusal))
            }
            CodeState::Refused(refusal) => Some(refusal_words(self.lang, refusal)),
        };
        if let Some(words) = words {
            paint::within(ui, (place, "refusal"), |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    let warn = ui.palette().warn;
                    ui.icon(Icon::TriangleAlert, 20.0, warn);
                    ui.vertical(|ui| ui.text_toned(Type::KioskNote, Tone::Warn, &words));
                });
            });
        }
        ui.allocate_space(place.size());
    }

    /// Enter goes on from the boxes too, where a whole code stands in them; on any other control it
    /// presses that control.
    pub(super) fn enter_on_the_code(&self, ui: &Ui) -> bool {
        let is_ready = ui.is_enabled() && self.may_check_code();
        let is_on_a_button = ui
            .memory(|memory| memory.focused())
            .is_some_and(|id| Some(id) != self.visit.code.id());
        is_ready && !is_on_a_button && keys::take(ui, Key::Enter)
    }
}

/// Why the code was not taken, for whoever holds the slip.
fn refusal_words(lang: Lang, refusal: CodeRefusal) -> String {
    match refusal {
        CodeRefusal::Mistyped(Some(group)) => {
            tr!(lang, "kiosk-code-mistyped-group", group = i64::from(group))
        }
        CodeRefusal::Mistyped(None) => message(lang, "kiosk-code-mistyped"),
        CodeRefusal::Spent => message(lang, "kiosk-code-spent"),
        CodeRefusal::Foreign => message(lang, "kiosk-code-foreign"),
        CodeRefusal::NotToday => message(lang, "kiosk-code-not-today"),
        CodeRefusal::NotChecked => message(lang, "kiosk-code-not-checked"),
    }
}
