//! The recovery words, shown once, right after the key was made. Cannot be copied: they belong on
//! paper, by hand or by printer.

use egui::Ui;

use super::fault::Fault;
use crate::app::RecoveryWords;
use crate::domain::Lang;
use crate::i18n::message;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::WitnessPlace;
use crate::ui::icons::Icon;
use crate::ui::screens::keys::recovery_words_ui;
use crate::ui::theme::{Tone, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _, SentenceCard, checkbox, note};

/// The page of recovery words.
pub(super) struct Recovery {
    words: RecoveryWords,
    is_written: bool,
    labels: [String; 9],
}

impl Recovery {
    pub(super) fn new(lang: Lang, words: &RecoveryWords) -> Self {
        Self {
            words: words.clone(),
            is_written: false,
            labels: [
                "witness-recovery",
                "witness-recovery-line",
                "witness-recovery-words",
                "witness-recovery-where",
                "witness-recovery-lost",
                "witness-recovery-written",
                "witness-recovery-deed",
                "witness-recovery-wait",
                "words-print",
            ]
            .map(|key| message(lang, key)),
        }
    }

    /// Draws the page; true when the words were written down.
    pub(super) fn show(&mut self, ui: &mut Ui, fault: &Fault, actions: &mut Actions) -> bool {
        let labels = &self.labels;
        SentenceCard::consequence(&labels[0])
            .line(&labels[1])
            .plain(ui);
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(&labels[2]).plain(ui);
            ui.scope(|ui| recovery_words_ui(ui, &self.words.words()));
            ui.rule();
            note(ui, Icon::FileText, Tone::Neutral, &labels[3]);
            note(ui, Icon::TriangleAlert, Tone::Warn, &labels[4]);
        });
        checkbox(ui, &mut self.is_written, &labels[5], None);
        let reason = (!self.is_written).then_some(labels[7].as_str());
        let deed = Button::primary(&labels[6])
            .icon_after(Icon::ArrowRight)
            .disabled_because(reason);
        let mut is_done = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            is_done = ui.add(deed).clicked();
            let print = Button::secondary(&labels[8]).icon(Icon::Printer);
            if ui.add(print).clicked() {
                actions.push(Action::Pick(Pick::WitnessSheet));
            }
        });
        fault.show(ui, WitnessPlace::Words);
        is_done
    }
}
