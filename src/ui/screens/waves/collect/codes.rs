//! The form before codes are made: where to, in which languages, and what ends the kiosk.

use std::path::PathBuf;

use egui::Ui;

use crate::app::{CodesRequest, Command, Passphrase, WaveInfo};
use crate::domain::{Lang, WaveCode};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _, SecretText, TextField, checkbox, note};

/// Letters that an exit password has at least.
const LEAST: usize = 6;

/// What the user is typing.
pub(super) struct CodesForm {
    lang: Lang,
    wave: WaveCode,
    /// The station whose codes are made anew; none for all that have none yet.
    anew: Option<String>,
    folder: PathBuf,
    folder_shown: String,
    langs: [bool; 2],
    exit: SecretText,
    again: SecretText,
    was_tried: bool,
    title: String,
    deed: String,
    words: [String; 14],
}

/// What became of the form in this frame.
pub(super) enum CodesOutcome {
    Open,
    Cancel,
    Make(Box<Action>),
}

const LINE: usize = 0;
const FOLDER: usize = 1;
const CHOOSE: usize = 2;
const LANGS: usize = 3;
const EXIT: usize = 4;
const EXIT_NOTE: usize = 5;
const AGAIN: usize = 6;
const CANCEL: usize = 7;
const SHORT: usize = 8;
const DIFFERENT: usize = 9;
const NO_LANG: usize = 10;
const ANEW: usize = 11;
const RUSSIAN: usize = 12;
const ENGLISH: usize = 13;

impl CodesForm {
    pub(super) fn new(cx: &Cx<'_>, info: &WaveInfo, anew: Option<String>) -> Option<Self> {
        let lang = cx.lang;
        let collection = info.collection.as_deref()?;
        let bare = collection.stations.iter();
        let bare = bare.filter(|station| station.issued.is_none()).count();
        let count = i64::try_from(bare).unwrap_or(i64::MAX);
        let (title, deed) = match &anew {
            Some(name) => (
                tr!(lang, "codes-title-anew", name = name.as_str()),
                message(lang, "codes-deed-anew"),
            ),
            None => (
                message(lang, "codes-title"),
                tr!(lang, "codes-deed", count = count),
            ),
        };
        let mut form = Self {
            lang,
            wave: info.wave.code.clone(),
            anew,
            folder: PathBuf::new(),
            folder_shown: String::new(),
            langs: [true, lang == Lang::En],
            exit: SecretText::default(),
            again: SecretText::default(),
            was_tried: false,
            title,
            deed,
            words: [
                "codes-line",
                "codes-folder",
                "codes-choose",
                "codes-langs",
                "codes-exit",
                "codes-exit-note",
                "codes-again",
                "form-cancel",
                "codes-short",
                "codes-different",
                "codes-no-lang",
                "codes-anew-warning",
                "language-ru",
                "language-en",
            ]
            .map(|key| message(lang, key)),
        };
        form.prepare(cx);
        Some(form)
    }

    /// The folder may have been chosen anew.
    pub(super) fn prepare(&mut self, cx: &Cx<'_>) {
        self.folder = cx.codes_folder.to_owned();
        self.folder_shown = cx.codes_folder.display().to_string();
    }

    pub(super) fn show(&mut self, ui: &mut Ui, actions: &mut Actions) -> CodesOutcome {
        let mut outcome = CodesOutcome::Open;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(&self.title).plain(ui);
            if self.anew.is_some() {
                note(ui, Icon::TriangleAlert, Tone::Warn, &self.words[ANEW]);
            } else {
                ui.text_weak(Type::Small, &self.words[LINE]);
            }
            self.folder_ui(ui, actions);
            self.langs_ui(ui);
            self.exit_ui(ui);
            ui.rule();
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(measures::GAP_S, measures::GAP_S);
                let deed = Button::primary(&self.deed).icon(Icon::Printer);
                if ui.add(deed).clicked() {
                    self.was_tried = true;
                    if let Some(action) = self.action() {
                        outcome = CodesOutcome::Make(Box::new(action));
                    }
                }
                if ui.add(Button::secondary(&self.words[CANCEL])).clicked() {
                    outcome = CodesOutcome::Cancel;
                }
            });
        });
        outcome
    }

    fn folder_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.text_weak(Type::Small, &self.words[FOLDER]);
            let ink = ui.palette().text;
            ui.text_line(Type::Body, ink, &self.folder_shown);
            let choose = Button::quiet(&self.words[CHOOSE]).icon(Icon::HardDrive);
            if ui.add(choose.small()).clicked() {
                actions.push(Action::Pick(Pick::CodesFolder));
            }
        });
    }

    fn langs_ui(&mut self, ui: &mut Ui) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.text_weak(Type::Small, &self.words[LANGS]);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_L;
                checkbox(ui, &mut self.langs[0], &self.words[RUSSIAN], None);
                checkbox(ui, &mut self.langs[1], &self.words[ENGLISH], None);
            });
            if self.was_tried && self.langs == [false, false] {
                ui.text_toned(Type::Small, Tone::Bad, &self.words[NO_LANG]);
            }
        });
    }

    fn exit_ui(&mut self, ui: &mut Ui) {
        let is_short = self.is_short();
        let is_other = self.exit.reveal() != self.again.reveal();
        let shown = |is_bad: bool, word: usize| {
            (is_bad && self.was_tried).then_some(self.words[word].as_str())
        };
        let (short, other) = (shown(is_short, SHORT), shown(is_other, DIFFERENT));
        TextField::new("exit", &self.words[EXIT])
            .secret(true)
            .note(&self.words[EXIT_NOTE])
            .error(short)
            .width(f32::INFINITY)
            .show(ui, &mut self.exit);
        TextField::new("exit-again", &self.words[AGAIN])
            .secret(true)
            .error(other)
            .width(f32::INFINITY)
            .show(ui, &mut self.again);
    }

    fn is_short(&self) -> bool {
        self.exit.reveal().trim().chars().count() < LEAST
    }

    fn action(&self) -> Option<Action> {
        if self.is_short()
            || self.exit.reveal() != self.again.reveal()
            || self.langs == [false, false]
        {
            return None;
        }
        let langs = [Lang::Ru, Lang::En].into_iter().zip(self.langs);
        let command = Command::MakeCodes(CodesRequest {
            wave: self.wave.clone(),
            stations: self.anew.iter().cloned().collect(),
            folder: self.folder.clone(),
            exit_password: Passphrase::new(self.exit.reveal()),
            langs: langs
                .filter(|(_, is_on)| *is_on)
                .map(|(it, _)| it)
                .collect(),
        });
        let Some(name) = &self.anew else {
            return Some(Action::Run(command));
        };
        Some(Action::Confirm(Confirmation {
            title: tr!(self.lang, "codes-anew-title", name = name.as_str()),
            body: message(self.lang, "codes-anew-body"),
            deed: message(self.lang, "codes-deed-anew"),
            is_danger: true,
            command: Box::new(command),
        }))
    }
}
