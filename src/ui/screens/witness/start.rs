//! Without a key: what a witness is, a new key, or the key file there is already.

use std::path::{Path, PathBuf};

use egui::Ui;

use super::VerifiedCard;
use crate::app::{Command, Passphrase, RecoveryWords, Unlock, WitnessDeed, offer_passphrase};
use crate::domain::Lang;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Kit as _, SecretText, SentenceCard, Side, TextField, note, two_columns,
};

/// Letters that a passphrase has at least.
const LEAST: usize = 12;

/// What is being typed.
pub(super) struct Start {
    lang: Lang,
    name: String,
    passphrase: SecretText,
    again: SecretText,
    offered: Option<Passphrase>,
    was_tried: bool,
    file: Option<(PathBuf, String)>,
    opening: SecretText,
    words: Words,
}

impl Start {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            name: String::new(),
            passphrase: SecretText::default(),
            again: SecretText::default(),
            offered: None,
            was_tried: false,
            file: None,
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
                    "witness-passphrase-note",
                    "witness-passphrase-short",
                    "witness-passphrase-again",
                    "witness-passphrase-different",
                    "witness-offer",
                    "witness-offered",
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

    /// A key file may have been chosen or dropped.
    pub(super) fn prepare(&mut self, file: Option<&Path>) {
        self.file = file.map(|path| {
            let name = path.file_name();
            let name = name.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            (path.to_owned(), name)
        });
    }

    pub(super) fn show(&mut self, ui: &mut Ui, verified: &VerifiedCard, actions: &mut Actions) {
        let word = |key| self.words.get(key);
        SentenceCard::finding(word("witness-what"))
            .line(word("witness-what-line"))
            .plain(ui);
        let right = (ui.available_width() - measures::GAP_M) / 2.0;
        two_columns(ui, right, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => self.new_ui(ui, actions),
                Side::Right => {
                    self.open_ui(ui, actions);
                    verified.show(ui, actions);
                }
            }
        });
    }

    fn new_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(self.words.get("witness-new")).plain(ui);
            ui.text_weak(Type::Small, self.words.get("witness-new-line"));
            self.fields_ui(ui);
            self.offer_ui(ui);
            let deed = Button::primary(self.words.get("witness-new-deed")).icon(Icon::KeyRound);
            if ui.add(deed).clicked() {
                self.was_tried = true;
                if self.is_fit() {
                    actions.push(Action::Pick(Pick::NewWitnessKey {
                        name: self.name.trim().to_owned(),
                        passphrase: Passphrase::new(self.passphrase.reveal()),
                    }));
                }
            }
        });
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        let is_tried = self.was_tried;
        let (has_name, is_long, is_same) = (self.has_name(), self.is_long(), self.is_same());
        let words = &self.words;
        let fault = |is_fine: bool, key: &str| (is_tried && !is_fine).then(|| words.get(key));
        TextField::new("witness-name", words.get("witness-name"))
            .hint(words.get("witness-name-hint"))
            .error(fault(has_name, "witness-name-wanted"))
            .width(f32::INFINITY)
            .show(ui, &mut self.name);
        TextField::new("passphrase", words.get("witness-passphrase"))
            .secret(true)
            .note(words.get("witness-passphrase-note"))
            .error(fault(is_long, "witness-passphrase-short"))
            .width(f32::INFINITY)
            .show(ui, &mut self.passphrase);
        TextField::new("again", words.get("witness-passphrase-again"))
            .secret(true)
            .error(fault(is_same, "witness-passphrase-different"))
            .width(f32::INFINITY)
            .show(ui, &mut self.again);
    }

    /// Five words that the program draws; shown while they are what stands in the fields.
    fn offer_ui(&mut self, ui: &mut Ui) {
        let offered = self.offered.as_ref();
        let offered = offered.filter(|offered| offered.reveal() == self.passphrase.reveal());
        if let Some(offered) = offered {
            note(
                ui,
                Icon::Pencil,
                Tone::Warn,
                self.words.get("witness-offered"),
            );
            ui.text(Type::Heading, offered.reveal());
        }
        let button = Button::quiet(self.words.get("witness-offer")).icon(Icon::RefreshCw);
        if ui.add(button.small()).clicked()
            && let Some(offered) = offer_passphrase(self.lang)
        {
            self.passphrase = SecretText::new(offered.reveal());
            self.again = SecretText::new(offered.reveal());
            self.offered = Some(offered);
        }
    }

    fn has_name(&self) -> bool {
        (1..=60).contains(&self.name.trim().chars().count())
    }

    fn is_long(&self) -> bool {
        self.passphrase.reveal().trim().chars().count() >= LEAST
    }

    fn is_same(&self) -> bool {
        self.passphrase.reveal() == self.again.reveal()
    }

    fn is_fit(&self) -> bool {
        self.has_name() && self.is_long() && self.is_same()
    }

    fn open_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
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
            if is_opened {
                actions.run(Command::Witness(WitnessDeed::Open {
                    path: path.clone(),
                    unlock: unlock_of(self.opening.reveal()),
                }));
                self.opening = SecretText::default();
            }
        });
    }
}

/// Recovery words where 24 of them were typed, else a passphrase.
fn unlock_of(typed: &str) -> Unlock {
    RecoveryWords::parse(typed).map_or_else(
        |_| Unlock::Passphrase(Passphrase::new(typed)),
        Unlock::Words,
    )
}
