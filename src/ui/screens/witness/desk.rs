//! With a key open: the card for HR, the answers that wait, one release, and the end of the key.

use std::path::PathBuf;

use egui::Ui;

use super::VerifiedCard;
use super::fault::Fault;
use crate::app::{BatchView, Command, WitnessDeed, WitnessView};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation, Pick};
use crate::ui::cx::WitnessPlace;
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::screens::parts::{empty_state, other_words, six_words, six_words_ui};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Column, Kit as _, SentenceCard, Side, Table, note, two_columns,
};

/// The open key, formatted.
pub(super) struct Desk {
    words: Words,
    six: Vec<String>,
    other_six: String,
    saved: Option<(String, PathBuf)>,
    batch: Option<Batch>,
    destroy: Action,
}

struct Batch {
    title: String,
    line: String,
    is_released: bool,
    heads: [String; 2],
    rows: Vec<(String, String)>,
    caption: String,
    note: String,
}

impl Desk {
    pub(super) fn new(lang: Lang, view: &WitnessView) -> Self {
        let word = |key| message(lang, key);
        let saved = view.saved.as_ref().map(|path| {
            let name = path.file_name();
            let name = name.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let folder = path.parent().map(PathBuf::from).unwrap_or_default();
            (tr!(lang, "witness-saved", file = name), folder)
        });
        Self {
            six: six_words(lang, &view.words),
            other_six: other_words(lang, &view.words),
            saved,
            batch: view.batch.as_ref().map(|batch| Batch::new(lang, batch)),
            destroy: Action::Confirm(Confirmation {
                title: word("witness-destroy-title"),
                body: word("witness-destroy-body"),
                deed: word("witness-destroy-deed"),
                is_danger: true,
                command: Box::new(Command::Witness(WitnessDeed::Destroy)),
            }),
            words: Words::new(
                lang,
                &[
                    "witness-card",
                    "witness-card-line",
                    "witness-card-deed",
                    "witness-card-compare",
                    "witness-empty",
                    "witness-read",
                    "witness-read-other",
                    "witness-release",
                    "witness-release-note",
                    "witness-key",
                    "witness-key-line",
                    "witness-destroy",
                    "settings-show-folder",
                ],
            ),
        }
    }

    pub(super) fn show(
        &self,
        ui: &mut Ui,
        (verified, fault): (&VerifiedCard, &Fault),
        actions: &mut Actions,
    ) {
        two_columns(ui, 360.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    self.saved_ui(ui, actions);
                    self.batch_ui(ui, actions);
                    fault.show(ui, WitnessPlace::Batch);
                }
                Side::Right => {
                    self.card_ui(ui, actions);
                    fault.show(ui, WitnessPlace::Card);
                    self.key_ui(ui, actions);
                    fault.show(ui, WitnessPlace::Key);
                    verified.show(ui, actions);
                }
            }
        });
    }

    /// The file that was written last, and where it lies.
    fn saved_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let Some((words, folder)) = &self.saved else {
            return;
        };
        Card::new().show(ui, |ui| {
            note(ui, Icon::Check, Tone::Ok, words);
            let open = Button::quiet(self.words.get("settings-show-folder"));
            if ui.add(open.icon(Icon::HardDrive).small()).clicked() {
                actions.push(Action::OpenPath(folder.clone()));
            }
        });
    }

    fn batch_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let read = Action::Pick(Pick::ReadBatch);
        let Some(batch) = &self.batch else {
            let (sentence, deed) = (
                self.words.get("witness-empty"),
                self.words.get("witness-read"),
            );
            let pressed =
                Card::new().show(ui, |ui| empty_state(ui, Icon::FileDown, sentence, deed));
            if pressed.inner {
                actions.push(read);
            }
            return;
        };
        let sentence = if batch.is_released {
            SentenceCard::proof(&batch.title)
        } else {
            SentenceCard::finding(&batch.title)
        };
        sentence.line(&batch.line).plain(ui);
        if !batch.is_released {
            Card::new().show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = measures::GAP_S;
                note(
                    ui,
                    Icon::EyeOff,
                    Tone::Neutral,
                    self.words.get("witness-release-note"),
                );
                let release = Button::primary(self.words.get("witness-release"));
                if ui.add(release.icon(Icon::KeyRound)).clicked() {
                    actions.push(Action::Pick(Pick::SaveRelease));
                }
            });
        }
        batch.table_ui(ui);
        let other = Button::quiet(self.words.get("witness-read-other"));
        if ui.add(other.icon(Icon::FileDown).small()).clicked() {
            actions.push(read);
        }
    }

    fn card_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(self.words.get("witness-card")).plain(ui);
            ui.text_weak(Type::Small, self.words.get("witness-card-line"));
            six_words_ui(ui, &self.six);
            ui.text_weak(Type::Small, &self.other_six);
            note(
                ui,
                Icon::Contact,
                Tone::Neutral,
                self.words.get("witness-card-compare"),
            );
            let save = Button::secondary(self.words.get("witness-card-deed"));
            if ui.add(save.icon(Icon::Save).small()).clicked() {
                actions.push(Action::Pick(Pick::SaveCard));
            }
        });
    }

    fn key_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(self.words.get("witness-key")).plain(ui);
            ui.text_weak(Type::Small, self.words.get("witness-key-line"));
            let destroy = Button::danger(self.words.get("witness-destroy"));
            if ui.add(destroy.icon(Icon::Trash2).small()).clicked() {
                actions.push(self.destroy.clone());
            }
        });
    }
}

impl Batch {
    fn new(lang: Lang, batch: &BatchView) -> Self {
        let all: u64 = batch
            .groups
            .iter()
            .map(|(_, sheets)| u64::from(*sheets))
            .sum();
        let (company, wave) = (batch.company.as_str(), batch.wave.as_str());
        let groups = i64::try_from(batch.groups.len()).unwrap_or(i64::MAX);
        let count = i64::try_from(all).unwrap_or(i64::MAX);
        let (title, line) = if batch.is_released {
            ("witness-released", "witness-released-line")
        } else {
            ("witness-batch", "witness-batch-line")
        };
        let merged = i64::try_from(batch.merged).unwrap_or(i64::MAX);
        Self {
            title: tr!(lang, title, wave = wave, company = company),
            line: tr!(lang, line, count = count, groups = groups),
            is_released: batch.is_released,
            heads: [
                message(lang, "witness-group"),
                message(lang, "witness-sheets"),
            ],
            rows: batch
                .groups
                .iter()
                .map(|(labels, sheets)| {
                    (labels.join(" + "), number::count(lang, u64::from(*sheets)))
                })
                .collect(),
            caption: message(lang, "witness-groups-caption"),
            note: if batch.merged == 0 {
                tr!(lang, "witness-merged-none", k = i64::from(batch.min_group))
            } else {
                tr!(
                    lang,
                    "witness-merged",
                    k = i64::from(batch.min_group),
                    count = merged
                )
            },
        }
    }

    fn table_ui(&self, ui: &mut Ui) {
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.heads[0])
                .caption(&self.caption)
                .plain(ui);
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 160.0),
                Column::number(&self.heads[1]),
            ];
            let table = Table::new("groups", &self.heads[0], &columns).max_height(420.0);
            let _ = table.show(ui, self.rows.len(), &|row, column| match (
                self.rows.get(row),
                column,
            ) {
                (Some((labels, _)), 0) => Cell::Text(labels),
                (Some((_, sheets)), _) => Cell::Strong(sheets),
                (None, _) => Cell::Empty,
            });
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(16, 10))
                .show(ui, |ui| ui.text_weak(Type::Small, &self.note));
        });
    }
}
