//! The passphrase of a workspace that is to be made, or of an old one that is to be encrypted.

use egui::Ui;

use super::fields::{NewPassphrase, alone, busy, refusal};
use crate::app::Command;
use crate::i18n::{error_sentence, message};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::gate::{Gate, NewKeys};
use crate::ui::icons::Icon;
use crate::ui::screens::Screen;
use crate::ui::screens::common::upper_first;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, Kit as _, Side, note, two_columns};

/// The page.
#[derive(Default)]
pub(in crate::ui::screens) struct NewKeysPage {
    passphrase: NewPassphrase,
    shown: Option<Shown>,
}

/// Everything that is drawn, formatted.
struct Shown {
    title: String,
    file: String,
    deed: String,
    cancel: String,
    about: String,
    notes: [(Icon, Tone, String); 3],
}

impl Screen for NewKeysPage {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        self.passphrase.prepare(lang);
        let Gate::NewKeys(keys) = cx.gate else { return };
        let word = |key: &str| message(lang, key);
        let (title, deed, first) = match &keys.company {
            Some(company) => (
                tr!(lang, "keys-new-title", company = company.as_str()),
                word("keys-new-deed"),
                word("keys-note-nobody"),
            ),
            None => (
                word("keys-convert-title"),
                word("keys-convert-deed"),
                word("keys-note-convert"),
            ),
        };
        self.shown = Some(Shown {
            title,
            file: keys.path.display().to_string(),
            deed,
            cancel: word("cancel"),
            about: word("keys-about"),
            notes: [
                (Icon::Lock, Tone::Accent, first),
                (Icon::FileText, Tone::Accent, word("keys-note-sheet")),
                (Icon::TriangleAlert, Tone::Warn, word("keys-note-lost")),
            ],
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let (Some(shown), Gate::NewKeys(keys)) = (&self.shown, cx.gate) else {
            return;
        };
        let passphrase = &mut self.passphrase;
        alone(ui, (880.0, 440.0), |ui| {
            ui.text(Type::Title, &shown.title);
            let weak = ui.palette().weak;
            ui.text_line(Type::Small, weak, &shown.file);
            two_columns(ui, 320.0, measures::GAP_M, |ui, side| match side {
                Side::Left => {
                    Card::new().padding(20).show(ui, |ui| {
                        shown.form_ui(ui, cx, (passphrase, keys), actions);
                    });
                }
                Side::Right => shown.notes_ui(ui),
            });
        });
    }
}

impl Shown {
    fn form_ui(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (passphrase, keys): (&mut NewPassphrase, &NewKeys),
        actions: &mut Actions,
    ) {
        let is_entered = passphrase.show(ui, cx.lang, "new");
        if let Some(error) = cx.key_error {
            refusal(ui, &upper_first(&error_sentence(cx.lang, error)));
        }
        ui.add_space(measures::GAP_S);
        let reason = busy(cx.lang, cx.is_busy);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let deed = Button::primary(&self.deed).disabled_because(reason.as_deref());
            let is_pressed = ui.add(deed).clicked();
            if ui.add(Button::secondary(&self.cancel)).clicked() {
                actions.push(Action::LeaveGate);
            }
            if (is_pressed || is_entered)
                && !cx.is_busy
                && let Some(passphrase) = passphrase.take()
            {
                let path = keys.path.clone();
                actions.run(match keys.company.clone() {
                    Some(company) => Command::CreateWorkspace {
                        path,
                        company,
                        passphrase,
                    },
                    None => Command::ConvertWorkspace { path, passphrase },
                });
            }
        });
    }

    fn notes_ui(&self, ui: &mut Ui) {
        Card::new().padding(20).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            ui.text(Type::Heading, &self.about);
            for (icon, tone, words) in &self.notes {
                note(ui, *icon, *tone, words);
            }
        });
    }
}
