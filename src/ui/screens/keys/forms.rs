//! The forms of the keys card: change the passphrase, add an officer, rotate the key. One is open at
//! a time; what was typed is forgotten when it closes.

use egui::Ui;

use super::fields::{NewPassphrase, busy, refusal, unlock_of};
use crate::app::{Command, Passphrase};
use crate::domain::Lang;
use crate::error::Error;
use crate::i18n::error_sentence;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::common::{Words, upper_first};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Kit as _, SecretText, TextField, note};

const WORDS: &[&str] = &[
    "cancel",
    "keys-current",
    "keys-current-wanted",
    "keys-current-words",
    "keys-change-deed",
    "keys-change-note",
    "keys-officer-name",
    "keys-officer-name-wanted",
    "keys-officer-note",
    "keys-officer-deed",
    "keys-rotate-note",
    "keys-rotate-other",
    "keys-rotate-other-note",
    "keys-rotate-deed",
];

/// Which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Another passphrase for oneself.
    Change,
    /// A passphrase for another officer.
    Officer,
    /// A fresh data key.
    Rotate,
}

/// The forms and what was typed into the open one.
#[derive(Default)]
pub(super) struct Forms {
    open: Option<Form>,
    current: SecretText,
    other: SecretText,
    name: String,
    new: NewPassphrase,
    was_tried: bool,
    /// Recovery words that cannot be right, found before the worker is asked.
    word_error: Option<Error>,
    has_others: bool,
    words: Words,
}

impl Forms {
    /// The workspace changed: a form that did its deed closes, one that was refused stays as it is.
    pub(super) fn prepare(&mut self, lang: Lang, has_others: bool, is_refused: bool) {
        self.words = Words::new(lang, WORDS);
        self.has_others = has_others;
        if !is_refused {
            let open = self.open.filter(|_| !self.was_tried);
            self.clear();
            self.open = open;
        }
        self.new.prepare(lang);
    }

    /// Opens a form, or closes it where it is open.
    pub(super) fn turn(&mut self, form: Form) {
        let open = (self.open != Some(form)).then_some(form);
        self.clear();
        self.open = open;
    }

    fn clear(&mut self) {
        self.current = SecretText::default();
        self.other = SecretText::default();
        self.name.clear();
        self.was_tried = false;
        self.word_error = None;
        self.open = None;
        self.new.clear();
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(form) = self.open else { return };
        ui.push_id("key form", |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.rule();
            let deed = match form {
                Form::Change => self.change_ui(ui, cx.lang),
                Form::Officer => self.officer_ui(ui, cx.lang),
                Form::Rotate => self.rotate_ui(ui, cx.lang),
            };
            if let Some(error) = cx.key_error.filter(|_| self.was_tried) {
                refusal(ui, &upper_first(&error_sentence(cx.lang, error)));
            }
            let reason = busy(cx.lang, cx.is_busy);
            let mut is_pressed = false;
            let mut is_left = false;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let deed = Button::primary(self.words.get(deed));
                is_pressed = ui.add(deed.disabled_because(reason.as_deref())).clicked();
                is_left = ui
                    .add(Button::secondary(self.words.get("cancel")))
                    .clicked();
            });
            if is_left {
                self.clear();
            } else if is_pressed && let Some(command) = self.command(form) {
                actions.run(command);
            }
        });
    }

    /// What is asked for, where everything is given; from then on faults are shown.
    fn command(&mut self, form: Form) -> Option<Command> {
        self.was_tried = true;
        let current = Passphrase::new(self.current.reveal());
        match form {
            Form::Change => {
                let new = self.new.take();
                self.word_error = unlock_of(self.current.reveal()).err();
                let current = (!current.is_empty()).then(|| unlock_of(self.current.reveal()));
                let (current, new) = (current?.ok()?, new?);
                Some(Command::ChangePassphrase { current, new })
            }
            Form::Officer => {
                let passphrase = self.new.take()?;
                let name = self.name.trim().to_owned();
                (!name.is_empty()).then_some(Command::AddOfficer { name, passphrase })
            }
            Form::Rotate => {
                let other = Passphrase::new(self.other.reveal());
                let kept = [current, other].into_iter();
                let kept: Vec<_> = kept.filter(|kept| !kept.is_empty()).collect();
                (!self.current.is_empty()).then_some(Command::RotateKey(kept))
            }
        }
    }

    /// The present passphrase; `note` says what else may be typed there.
    fn current_ui(&mut self, ui: &mut Ui, lang: Lang, note: &str) {
        let is_wanting = self.was_tried && self.current.is_empty();
        let wanting = is_wanting.then(|| self.words.get("keys-current-wanted").to_owned());
        let wrong = self.word_error.as_ref();
        let wrong = wrong.map(|error| upper_first(&error_sentence(lang, error)));
        let fault = wanting.or(wrong);
        let field = TextField::new("current", self.words.get("keys-current"))
            .secret(true)
            .note(note)
            .error(fault.as_deref())
            .width(f32::INFINITY);
        if field.show(ui, &mut self.current).changed() {
            self.word_error = None;
        }
    }

    fn change_ui(&mut self, ui: &mut Ui, lang: Lang) -> &'static str {
        let words = self.words.get("keys-current-words").to_owned();
        self.current_ui(ui, lang, &words);
        let _ = self.new.show(ui, lang, "change");
        note(
            ui,
            Icon::Info,
            Tone::Neutral,
            self.words.get("keys-change-note"),
        );
        "keys-change-deed"
    }

    fn officer_ui(&mut self, ui: &mut Ui, lang: Lang) -> &'static str {
        let is_wanting = self.was_tried && self.name.trim().is_empty();
        let field = TextField::new("officer", self.words.get("keys-officer-name"))
            .error(is_wanting.then(|| self.words.get("keys-officer-name-wanted")))
            .width(f32::INFINITY);
        field.show(ui, &mut self.name);
        let _ = self.new.show(ui, lang, "officer");
        ui.text_weak(Type::Small, self.words.get("keys-officer-note"));
        "keys-officer-deed"
    }

    fn rotate_ui(&mut self, ui: &mut Ui, lang: Lang) -> &'static str {
        note(
            ui,
            Icon::TriangleAlert,
            Tone::Warn,
            self.words.get("keys-rotate-note"),
        );
        self.current_ui(ui, lang, "");
        if self.has_others {
            let field = TextField::new("other", self.words.get("keys-rotate-other"))
                .secret(true)
                .note(self.words.get("keys-rotate-other-note"))
                .width(f32::INFINITY);
            field.show(ui, &mut self.other);
        }
        "keys-rotate-deed"
    }
}
