//! Keys in the settings: who can open the workspace, and what can be changed about it.

use std::path::PathBuf;

use egui::Ui;

use super::backups::BackupRows;
use super::forms::{Form, Forms};
use crate::app::{AUTO_LOCK_CHOICES, Command, DEMO_PASSPHRASE, Settings, SlotInfo, SlotKind};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Dropdown, Kit as _, note};

const WORDS: &[&str] = &[
    "keys-title",
    "keys-lock",
    "keys-auto-lock",
    "keys-change",
    "keys-add",
    "keys-renew",
    "keys-rotate",
    "keys-remove",
    "keys-backups",
    "keys-backups-text",
    "keys-backups-none",
];

/// The card and its forms.
#[derive(Default)]
pub(in crate::ui::screens) struct KeysCard {
    forms: Forms,
    shown: Option<Shown>,
}

struct Shown {
    words: Words,
    /// Who holds a passphrase: words, and the question before it is taken away.
    holders: Vec<(String, Option<Confirmation>)>,
    renew: Confirmation,
    example: Option<String>,
    minutes: Vec<String>,
    minutes_now: usize,
    backups: BackupRows,
    paths: Vec<PathBuf>,
    path: PathBuf,
}

impl KeysCard {
    pub(in crate::ui::screens) fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        let count = cx
            .overview
            .map_or(0, |overview| passphrases(&overview.keys.slots));
        self.forms.prepare(lang, count > 1, cx.key_error.is_some());
        self.shown = cx.overview.map(|overview| Shown {
            words: Words::new(lang, WORDS),
            holders: holders(cx, &overview.keys.slots),
            renew: Confirmation {
                title: message(lang, "keys-renew-title"),
                body: message(lang, "keys-renew-body"),
                deed: message(lang, "keys-renew-deed"),
                is_danger: false,
                command: Box::new(Command::RenewWords),
            },
            example: overview
                .is_demo
                .then(|| tr!(lang, "unlock-example", passphrase = DEMO_PASSPHRASE)),
            minutes: AUTO_LOCK_CHOICES
                .iter()
                .map(|minutes| tr!(lang, "keys-minutes", minutes = i64::from(*minutes)))
                .collect(),
            minutes_now: AUTO_LOCK_CHOICES
                .iter()
                .position(|minutes| *minutes == cx.settings.auto_lock_minutes())
                .unwrap_or(0),
            backups: BackupRows::new(lang, &overview.keys.backups),
            paths: overview
                .keys
                .backups
                .iter()
                .map(|backup| backup.path.clone())
                .collect(),
            path: overview.path.clone(),
        });
    }

    pub(in crate::ui::screens) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(shown) = &self.shown else { return };
        let forms = &mut self.forms;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(shown.words.get("keys-title")).plain(ui);
            shown.holders_ui(ui, actions);
            shown.deeds_ui(ui, forms, actions);
            forms.show(ui, cx, actions);
            ui.rule();
            shown.lock_ui(ui, cx.settings, actions);
        });
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_XS;
            CardHead::new(shown.words.get("keys-backups")).plain(ui);
            ui.text_weak(Type::Small, shown.words.get("keys-backups-text"));
            if shown.backups.is_empty() {
                ui.text_weak(Type::Body, shown.words.get("keys-backups-none"));
            }
            if let Some(chosen) = shown.backups.show(ui)
                && let Some(backup) = shown.paths.get(chosen)
            {
                actions.push(shown.backups.question(chosen, (&shown.path, backup), None));
            }
        });
    }
}

fn passphrases(slots: &[SlotInfo]) -> usize {
    slots
        .iter()
        .filter(|slot| slot.kind == SlotKind::Passphrase)
        .count()
}

fn holders(cx: &Cx<'_>, slots: &[SlotInfo]) -> Vec<(String, Option<Confirmation>)> {
    let lang = cx.lang;
    let holder = |slot: &SlotInfo| {
        let name = slot.holder.as_str();
        if slot.kind == SlotKind::Words {
            return (message(lang, "keys-holder-words"), None);
        }
        if name.is_empty() {
            return (message(lang, "keys-holder-first"), None);
        }
        let question = Confirmation {
            title: tr!(lang, "keys-remove-title", name = name),
            body: message(lang, "keys-remove-body"),
            deed: message(lang, "keys-remove-deed"),
            is_danger: true,
            command: Box::new(Command::RemoveOfficer(slot.number)),
        };
        (tr!(lang, "keys-holder-second", name = name), Some(question))
    };
    slots.iter().map(holder).collect()
}

impl Shown {
    fn holders_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        for (place, (words, removal)) in self.holders.iter().enumerate() {
            ui.push_id(("holder", place), |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = measures::GAP_S;
                    let (accent, ink) = (ui.palette().accent, ui.palette().text);
                    ui.icon(Icon::KeyRound, measures::ICON_SMALL, accent);
                    ui.text_line(Type::Body, ink, words);
                    if let Some(question) = removal {
                        let remove = Button::danger(self.words.get("keys-remove")).row();
                        if ui.add(remove).clicked() {
                            actions.push(Action::Confirm(question.clone()));
                        }
                    }
                });
            });
        }
        if let Some(example) = &self.example {
            note(ui, Icon::Info, Tone::Accent, example);
        }
    }

    fn deeds_ui(&self, ui: &mut Ui, forms: &mut Forms, actions: &mut Actions) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(measures::GAP_S, measures::GAP_S);
            let deeds = [
                (Form::Change, "keys-change"),
                (Form::Officer, "keys-add"),
                (Form::Rotate, "keys-rotate"),
            ];
            for (form, key) in deeds {
                let button = Button::secondary(self.words.get(key)).small();
                if ui.add(button).clicked() {
                    forms.turn(form);
                }
            }
            let renew = Button::secondary(self.words.get("keys-renew")).small();
            if ui.add(renew.icon(Icon::Printer)).clicked() {
                actions.push(Action::Confirm(self.renew.clone()));
            }
        });
    }

    fn lock_ui(&self, ui: &mut Ui, settings: &Settings, actions: &mut Actions) {
        ui.horizontal(|ui| {
            ui.set_min_height(measures::CONTROL);
            ui.spacing_mut().item_spacing.x = measures::GAP_M;
            let label = self.words.get("keys-auto-lock");
            let weak = ui.palette().weak;
            ui.text_line(Type::Body, weak, label);
            let choice = Dropdown::new("auto-lock", label, &self.minutes, Some(self.minutes_now));
            if let Some(picked) = choice.width(170.0).show(ui) {
                let auto_lock = AUTO_LOCK_CHOICES.get(picked).copied().unwrap_or_default();
                actions.push(Action::Remember(Settings {
                    auto_lock,
                    ..settings.clone()
                }));
            }
            let lock = Button::secondary(self.words.get("keys-lock")).icon(Icon::Lock);
            if ui.add(lock).clicked() {
                actions.run(Command::Lock);
            }
        });
    }
}
