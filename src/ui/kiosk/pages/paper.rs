//! The pages of a paper form: its code, both entries, the comparison, and what becomes of the paper.

use egui::{Rect, Ui, pos2, vec2};

use super::number;
use crate::app::kiosk::CodeRefusal;
use crate::domain::Lang;
use crate::i18n::{error_sentence, message};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::frame::{COLUMN, Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::paint;
use crate::ui::kiosk::paper::PaperStep;
use crate::ui::kiosk::state::Kiosk;
use crate::ui::kiosk::visit::{CodeState, Sealing};
use crate::ui::theme::{Tone, Type};
use crate::ui::widgets::Kit as _;

/// Width of the page with all questions.
const SHEET: f32 = 1040.0;

impl Kiosk {
    pub(in crate::ui::kiosk) fn paper_ui(
        &mut self,
        ui: &mut Ui,
        (body, foot): (Rect, Rect),
        step: PaperStep,
    ) {
        match step {
            PaperStep::Code => self.paper_code_ui(ui, body, foot),
            PaperStep::First | PaperStep::Second | PaperStep::Compare => {
                self.paper_entry_ui(ui, (body, foot), step);
            }
            PaperStep::Sealed => self.paper_sealed_ui(ui, body, foot),
        }
    }

    fn paper_code_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let lang = self.lang;
        let room = paint::column(body, COLUMN.min(body.width() - 2.0 * SIDE));
        let is_low = body.height() < 580.0;
        let on_key = self.enter_on_the_code(ui);
        paint::within(ui, (room, "code"), |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.add_space(if is_low { 0.0 } else { 16.0 });
            ui.text(
                Type::KioskQuestion,
                &message(lang, "kiosk-paper-code-title"),
            );
            ui.text_weak(Type::KioskBody, &message(lang, "kiosk-paper-code-line"));
            ui.add_space(if is_low { 4.0 } else { 12.0 });
            self.code_fields(ui, is_low);
        });
        let is_checking = self.visit.code_state == CodeState::Checking;
        let on = if is_checking {
            "kiosk-code-checking"
        } else {
            "kiosk-code-on"
        };
        let words = FootWords {
            back: message(lang, "kiosk-paper-finish"),
            note: message(lang, "kiosk-paper-note"),
            on: message(lang, on),
            cap: "Enter",
            is_off: !self.may_check_code(),
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        let pressed = foot_keys(ui, &words, pressed);
        match if on_key { Foot::On } else { pressed } {
            Foot::Back => self.finish_paper(),
            Foot::On => self.check_code(),
            Foot::Link | Foot::Erase | Foot::Nothing => {}
        }
    }

    fn paper_entry_ui(&mut self, ui: &mut Ui, (body, foot): (Rect, Rect), step: PaperStep) {
        let lang = self.lang;
        let room = paint::column(body, SHEET.min(body.width() - 2.0 * SIDE));
        paint::within(ui, (room, "paper"), |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            self.paper_head(ui, step);
            ui.add_space(6.0);
            self.paper_sheet_ui(ui, step);
        });
        let is_running = self.visit.sealing == Sealing::Running;
        let is_agreed = step == PaperStep::Compare && self.paper_items(step).is_empty();
        let on = match step {
            PaperStep::First => "kiosk-paper-first-on",
            PaperStep::Second => "kiosk-paper-second-on",
            PaperStep::Compare if is_running => "kiosk-sealing",
            PaperStep::Compare | PaperStep::Code | PaperStep::Sealed => "kiosk-seal",
        };
        let words = FootWords {
            note: message(lang, "kiosk-paper-note"),
            on: message(lang, on),
            cap: if is_agreed { "Enter" } else { "" },
            erase: if is_running {
                String::new()
            } else {
                message(lang, "kiosk-paper-erase")
            },
            is_off: is_running,
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        match foot_keys(ui, &words, pressed) {
            Foot::On => {
                self.paper_on(step);
                if let Some(paper) = self.visit.paper.as_ref().filter(|paper| paper.is_missing) {
                    self.focus_row(ui, step, paper.row);
                }
            }
            Foot::Erase => self.open_paper(),
            Foot::Back | Foot::Link | Foot::Nothing => {}
        }
    }

    /// Which entry this is, what is left, and what the keys do.
    fn paper_head(&self, ui: &mut Ui, step: PaperStep) {
        let lang = self.lang;
        let differing = self.paper_items(step).len();
        let is_compare = step == PaperStep::Compare;
        let title = match step {
            PaperStep::First => message(lang, "kiosk-paper-first"),
            PaperStep::Second => message(lang, "kiosk-paper-second"),
            PaperStep::Compare if differing == 0 => message(lang, "kiosk-paper-agree"),
            PaperStep::Compare | PaperStep::Code | PaperStep::Sealed => {
                tr!(lang, "kiosk-paper-differ", count = number(differing))
            }
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            ui.text(Type::KioskChosen, &title);
            let left = self.paper_left(step);
            let missing = self
                .visit
                .paper
                .as_ref()
                .filter(|paper| paper.is_missing && left > 0);
            if let Some(paper) = missing {
                let line = tr!(
                    lang,
                    "kiosk-paper-missing",
                    number = number(paper.row.saturating_add(1))
                );
                ui.text_toned(Type::KioskNote, Tone::Accent, &line);
            } else if left > 0 {
                let line = tr!(lang, "kiosk-paper-left", count = number(left));
                ui.text_weak(Type::KioskNote, &line);
            }
        });
        let line = match step {
            PaperStep::Compare if differing == 0 => message(lang, "kiosk-paper-agree-line"),
            PaperStep::Compare => message(lang, "kiosk-paper-differ-line"),
            PaperStep::First | PaperStep::Second | PaperStep::Code | PaperStep::Sealed => {
                self.paper_keys_line()
            }
        };
        ui.text_weak(Type::KioskNote, &line);
        if is_compare && self.visit.sealing == Sealing::Failed {
            let reason = self.failure.as_ref();
            let reason = reason.map_or_else(String::new, |error| error_sentence(lang, error));
            let line = tr!(lang, "kiosk-not-sealed", reason = reason);
            ui.text_toned(Type::KioskNote, Tone::Warn, &line);
        }
    }

    fn paper_keys_line(&self) -> String {
        let scale = self.facts.as_ref().map(|facts| &facts.questionnaire.scale);
        let label = |place: usize| {
            let label = scale.and_then(|scale| scale.get(place));
            label.map_or("", |label| label.get(self.lang))
        };
        tr!(
            self.lang,
            "kiosk-paper-keys",
            low = label(0),
            high = label(4)
        )
    }

    fn paper_sealed_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let lang = self.lang;
        let room = paint::column(body, 680.0_f32.min(body.width() - 2.0 * SIDE));
        let palette = ui.palette();
        let center = pos2(room.center().x, room.center().y - 110.0);
        let badge = Rect::from_center_size(center, vec2(72.0, 72.0));
        ui.painter().circle_filled(center, 36.0, palette.ok_soft);
        paint::icon(ui, center, Icon::Check, (34.0, palette.ok));
        let text = Rect::from_min_max(pos2(room.left(), badge.bottom() + 20.0), room.max);
        paint::within(ui, (text, "paper-sealed"), |ui| {
            ui.vertical_centered(|ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                ui.text(Type::KioskQuestion, &message(lang, "kiosk-paper-sealed"));
                ui.text(Type::KioskBody, &message(lang, "kiosk-paper-destroy"));
                ui.text_weak(Type::KioskBody, &message(lang, "kiosk-paper-wiped"));
            });
        });
        let words = FootWords {
            back: message(lang, "kiosk-paper-finish"),
            on: message(lang, "kiosk-paper-next"),
            cap: "Enter",
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        match foot_keys(ui, &words, pressed) {
            Foot::Back => self.finish_paper(),
            Foot::On => self.open_paper(),
            Foot::Link | Foot::Erase | Foot::Nothing => {}
        }
    }
}

/// Why the code of a form was not taken, for whoever types it in.
pub(super) fn refusal_words(lang: Lang, refusal: CodeRefusal) -> String {
    match refusal {
        CodeRefusal::Mistyped(Some(group)) => {
            tr!(lang, "kiosk-paper-mistyped-group", group = i64::from(group))
        }
        CodeRefusal::Mistyped(None) => message(lang, "kiosk-paper-mistyped"),
        CodeRefusal::Spent => message(lang, "kiosk-paper-spent"),
        CodeRefusal::Foreign => message(lang, "kiosk-paper-foreign"),
        CodeRefusal::NotToday => message(lang, "kiosk-paper-not-today"),
        CodeRefusal::NotChecked => message(lang, "kiosk-code-not-checked"),
    }
}
