//! Witnesses by card, and the company view: the right side of the step of keys and stations.

use egui::Ui;

use super::{Draft, Wish};
use crate::app::WitnessInfo;
use crate::domain::{ProtectionLevel, WaveCode};
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::screens::parts::{other_words, six_words, six_words_ui};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _, checkbox, note};

/// A wave has no more witnesses than this.
const MOST: usize = 2;

/// Witnesses and the company view, formatted.
pub(super) struct Cards {
    wave: WaveCode,
    level: ProtectionLevel,
    witnesses: Vec<Witness>,
    has_view: bool,
    view_line: String,
    words: Words,
}

/// A witness, formatted.
struct Witness {
    name: String,
    words: Vec<String>,
    other_words: String,
    /// What a screen reader calls the removal.
    remove: String,
}

impl Cards {
    pub(super) fn new(draft: &Draft<'_>) -> Self {
        let lang = draft.lang;
        let design = &draft.collection.design;
        let witness = |info: &WitnessInfo| {
            let remove = tr!(lang, "design-witness-remove", name = info.name.as_str());
            Witness {
                name: info.name.clone(),
                words: six_words(lang, &info.words),
                other_words: other_words(lang, &info.words),
                remove,
            }
        };
        Self {
            wave: draft.info.wave.code.clone(),
            level: design.level,
            witnesses: draft.collection.witnesses.iter().map(witness).collect(),
            has_view: design.has_company_view,
            view_line: tr!(
                lang,
                "design-view-line",
                invited = i64::from(draft.info.invited)
            ),
            words: Words::new(
                lang,
                &[
                    "design-witness",
                    "design-witness-none",
                    "design-witness-how",
                    "design-witness-add",
                    "design-witness-second",
                    "design-witness-drop",
                    "design-witness-compare",
                    "design-witness-needless",
                    "design-witness-missing",
                    "design-view",
                    "design-view-switch",
                ],
            ),
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, wishes: &mut Vec<Wish>, actions: &mut Actions) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(self.words.get("design-witness")).plain(ui);
            match self.level {
                ProtectionLevel::OneKey => {
                    ui.text_weak(Type::Small, self.words.get("design-witness-needless"));
                }
                ProtectionLevel::TwoKeys => self.witnesses_ui(ui, wishes, actions),
            }
        });
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(self.words.get("design-view")).plain(ui);
            let mut is_on = self.has_view;
            checkbox(ui, &mut is_on, self.words.get("design-view-switch"), None);
            ui.text_weak(Type::Small, &self.view_line);
            if is_on != self.has_view {
                wishes.push(Wish::CompanyView(is_on));
            }
        });
    }

    fn witnesses_ui(&self, ui: &mut Ui, wishes: &mut Vec<Wish>, actions: &mut Actions) {
        if self.witnesses.is_empty() {
            note(
                ui,
                Icon::CircleAlert,
                Tone::Warn,
                self.words.get("design-witness-missing"),
            );
            ui.text_weak(Type::Small, self.words.get("design-witness-how"));
        }
        for (position, witness) in self.witnesses.iter().enumerate() {
            if position > 0 {
                ui.rule();
            }
            ui.push_id(position, |ui| {
                if witness_ui(ui, witness) {
                    wishes.push(Wish::RemoveWitness(position));
                }
            });
        }
        if !self.witnesses.is_empty() {
            let words = self.words.get("design-witness-compare");
            note(ui, Icon::Contact, Tone::Neutral, words);
        }
        if self.witnesses.len() < MOST {
            let (label, is_first) = if self.witnesses.is_empty() {
                ("design-witness-add", true)
            } else {
                ("design-witness-second", false)
            };
            let button = if is_first {
                Button::secondary(self.words.get(label)).full_width()
            } else {
                Button::quiet(self.words.get(label))
            };
            if ui.add(button.icon(Icon::KeyRound).small()).clicked() {
                actions.push(Action::Pick(Pick::WitnessCard(self.wave.clone())));
            }
            if is_first {
                ui.text_weak(Type::Small, self.words.get("design-witness-drop"));
            }
        }
    }
}

/// A witness with the words to compare; true when given up.
fn witness_ui(ui: &mut Ui, witness: &Witness) -> bool {
    let Witness {
        name,
        words,
        other_words,
        remove,
    } = witness;
    let mut is_removed = false;
    CardHead::new(name).show(ui, |ui| {
        let button = Button::quiet(remove).icon(Icon::X).icon_only().small();
        is_removed = ui.add(button).clicked();
    });
    six_words_ui(ui, words);
    ui.text_weak(Type::Small, other_words);
    is_removed
}
