//! Without a key: what a witness is, a new key, or the key file there is already.

use std::path::{Path, PathBuf};

use egui::Ui;

use super::VerifiedCard;
use super::fault::Fault;
use crate::app::{Command, Passphrase, Unlock, WitnessDeed};
use crate::domain::Lang;
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::WitnessPlace;
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::screens::keys::{NewPassphrase, unlock_of};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Kit as _, SecretText, SentenceCard, Side, TextField, note, two_columns,
};

/// What is being typed.
pub(super) struct Start {
    lang: Lang,
    name: String,
    passphrase: NewPassphrase,
    was_tried: bool,
    file: Option<(PathBuf, String)>,
    /// That the key is gone, right after it was destroyed.
    gone: Option<String>,
    opening: SecretText,
    words: Words,
}

impl Start {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            name: String::new(),
            passphrase: NewPassphrase::default(),
            was_tried: false,
            file: None,
            gone: None,
            opening: SecretText::default(),
            words: Words::new(
                lang,
                &[
                    "witness-what",
                    "witness-what-line",
                    "witness-new",
                    "witness-new-line",
                    "witness-name",
                    "witness-name-hint",
                    "witness-name-wanted",
                    "witness-passphrase",
                    "witness-new-deed",
                    "witness-open",
                    "witness-open-line",
                    "witness-open-choose",
                    "witness-open-other",
                    "witness-open-deed",
                ],
            ),
        }
    }

    /// A key file may have been chosen or dropped, or was destroyed.
    pub(super) fn prepare(&mut self, lang: Lang, (file, gone): (Option<&Path>, Option<&Path>)) {
        self.passphrase.prepare(lang);
        self.file = file.map(|path| (path.to_owned(), name_of(path)));
        self.gone = gone.map(|path| tr!(lang, "witness-destroyed", file = name_of(path)));
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        (verified, fault): (&VerifiedCard, &Fault),
        actions: &mut Actions,
    ) {
        if let Some(gone) = &self.gone {
            Card::new().show(ui, |ui| note(ui, Icon::Check, Tone::Ok, gone));
        }
        let word = |key| self.words.get(key);
        SentenceCard::finding(word("witness-what"))
            .line(word("witness-what-line"))
            .plain(ui);
        let right = (ui.available_width() - measures::GAP_M) / 2.0;
        two_columns(ui, right, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => self.new_ui(ui, fault, actions),
                Side::Right => {
                    self.open_ui(ui, fault, actions);
                    verified.show(ui, actions);
                }
            }
        });
    }

    fn new_ui(&mut self, ui: &mut Ui, fault: &Fault, actions: &mut Actions) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(self.words.get("witness-new")).plain(ui);
            ui.text_weak(Type::Small, self.words.get("witness-new-line"));
            self.name_ui(ui);
            let _ = self.passphrase.show(ui, self.lang, "new");
            let deed = Button::primary(self.words.get("witness-new-deed")).icon(Icon::KeyRound);
            if ui.add(deed).clicked() {
                self.was_tried = true;
                let passphrase = self.passphrase.take();
                if let Some(passphrase) = passphrase.filter(|_| self.has_name()) {
                    actions.push(Action::Pick(Pick::NewWitnessKey {
                        name: self.name.trim().to_owned(),
                        passphrase,
                    }));
                }
            }
            fault.show(ui, WitnessPlace::NewKey);
        });
    }

    fn name_ui(&mut self, ui: &mut Ui) {
        let words = &self.words;
        let is_wanting = self.was_tried && !self.has_name();
        TextField::new("witness-name", words.get("witness-name"))
            .hint(words.get("witness-name-hint"))
            .error(is_wanting.then(|| words.get("witness-name-wanted")))
            .width(f32::INFINITY)
            .show(ui, &mut self.name);
    }

    fn has_name(&self) -> bool {
        (1..=60).contains(&self.name.trim().chars().count())
    }

    fn open_ui(&mut self, ui: &mut Ui, fault: &Fault, actions: &mut Actions) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(self.words.get("witness-open")).plain(ui);
            let Some((path, name)) = &self.file else {
                ui.text_weak(Type::Small, self.words.get("witness-open-line"));
                let choose = Button::secondary(self.words.get("witness-open-choose"));
                if ui.add(choose.icon(Icon::HardDrive)).clicked() {
                    actions.push(Action::Pick(Pick::WitnessKey));
                }
                return;
            };
            ui.text(Type::Strong, name);
            let field = TextField::new("opening", self.words.get("witness-passphrase"))
                .secret(true)
                .width(f32::INFINITY)
                .show(ui, &mut self.opening);
            let is_entered =
                field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let mut is_opened = is_entered && !self.opening.is_empty();
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let open = Button::secondary(self.words.get("witness-open-deed"));
                is_opened |= ui.add(open.icon(Icon::Key)).clicked() && !self.opening.is_empty();
                let other = Button::quiet(self.words.get("witness-open-other"));
                if ui.add(other.small()).clicked() {
                    actions.push(Action::Pick(Pick::WitnessKey));
                }
            });
            // Words that are no sheet are tried as they stand, and refused as any wrong passphrase.
            let typed = || Unlock::Passphrase(Passphrase::new(self.opening.reveal()));
            if is_opened {
                actions.run(Command::Witness(WitnessDeed::Open {
                    path: path.clone(),
                    unlock: unlock_of(self.opening.reveal()).unwrap_or_else(|_| typed()),
                }));
                self.opening = SecretText::default();
            }
            fault.show(ui, WitnessPlace::OpenKey);
        });
    }
}

fn name_of(path: &Path) -> String {
    let name = path.file_name();
    name.map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
