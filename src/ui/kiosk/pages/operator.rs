//! For whoever looks after the computer: how many sheets there are, in steps, the bundle for HR, the
//! way to paper forms, and the end of the kiosk. Shows participation only.

use egui::{Align, Layout, Rect, Ui};

use crate::i18n::{error_sentence, message};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::controls::Big;
use crate::ui::kiosk::frame::{Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::paint;
use crate::ui::kiosk::state::{Exporting, Kiosk, Wish};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Card, Kit as _};

/// Two cards beside each other need more room than a question.
const WIDE: f32 = 960.0;
/// Height of either.
const CARD: f32 = 204.0;

impl Kiosk {
    pub(in crate::ui::kiosk) fn operator_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let room = paint::column(body, WIDE.min(body.width() - 2.0 * SIDE));
        let mut opens_paper = false;
        paint::within(ui, (room, "operator"), |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            ui.add_space(16.0);
            ui.text(
                Type::KioskQuestion,
                &message(self.lang, "kiosk-operator-title"),
            );
            if let Some(facts) = &self.facts {
                ui.text_weak(Type::KioskBody, &facts.station);
            }
            ui.add_space(8.0);
            self.count_card(ui);
            ui.spacing_mut().item_spacing.x = measures::GAP_M;
            ui.columns(2, |columns| {
                let plain = Layout::top_down(Align::Min);
                if let [left, right] = columns {
                    left.with_layout(plain, |ui| self.bundle_card(ui));
                    opens_paper = right.with_layout(plain, |ui| self.paper_card(ui)).inner;
                }
            });
        });
        let words = FootWords {
            back: message(self.lang, "kiosk-operator-back"),
            erase: message(self.lang, "kiosk-operator-close"),
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        match foot_keys(ui, &words, pressed) {
            Foot::Back => self.leave(),
            Foot::Erase => self.wish(Wish::Close),
            Foot::On | Foot::Link | Foot::Nothing => {}
        }
        if opens_paper {
            self.open_paper();
        }
    }

    /// What typing paper in protects, what it does not, and the way there.
    fn paper_card(&self, ui: &mut Ui) -> bool {
        let lang = self.lang;
        Card::new()
            .padding(20)
            .min_height(CARD)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                ui.text(Type::KioskStrong, &message(lang, "kiosk-paper-head"));
                ui.text_weak(Type::KioskNote, &message(lang, "kiosk-paper-line"));
                let words = message(lang, "kiosk-paper-open");
                let button = Big::secondary(&words).icon(Icon::FileText);
                ui.add(button).clicked()
            })
            .inner
    }

    fn count_card(&self, ui: &mut Ui) {
        Card::new().padding(20).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.text(
                Type::KioskStrong,
                &message(self.lang, "kiosk-operator-count"),
            );
            let words = match self.stored {
                None => message(self.lang, "kiosk-operator-counting"),
                Some(stored) if stored.at_least == 0 => tr!(
                    self.lang,
                    "kiosk-operator-few",
                    step = i64::from(stored.step)
                ),
                Some(stored) => tr!(
                    self.lang,
                    "kiosk-operator-from",
                    from = i64::from(stored.at_least),
                    to = i64::from(stored.at_least + stored.step - 1)
                ),
            };
            ui.text(Type::KioskChosen, &words);
            ui.text_weak(
                Type::KioskNote,
                &message(self.lang, "kiosk-operator-count-line"),
            );
        });
    }

    fn bundle_card(&mut self, ui: &mut Ui) {
        let lang = self.lang;
        let is_running = matches!(self.exporting, Exporting::Running);
        let wants = Card::new()
            .padding(20)
            .min_height(CARD)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                ui.text(Type::KioskStrong, &message(lang, "kiosk-bundle-head"));
                ui.text_weak(Type::KioskNote, &message(lang, "kiosk-bundle-line"));
                let words = message(lang, "kiosk-bundle-button");
                let button = Big::secondary(&words).icon(Icon::HardDrive).off(is_running);
                let wants = ui.add(button).clicked();
                match &self.exporting {
                    Exporting::Not | Exporting::Running => {}
                    Exporting::Done(path) => {
                        let path = path.display().to_string();
                        let line = tr!(lang, "kiosk-bundle-done", path = path);
                        ui.text_toned(Type::KioskNote, Tone::Ok, &line);
                    }
                    Exporting::Failed(error) => {
                        let line = error_sentence(lang, error);
                        ui.text_toned(Type::KioskNote, Tone::Warn, &line);
                    }
                }
                wants
            })
            .inner;
        if wants {
            self.wish(Wish::PickFolder);
        }
    }
}
