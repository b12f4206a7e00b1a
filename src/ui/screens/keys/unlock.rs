//! The lock: the key of a workspace, and its backups where the file itself does not open.

use egui::Ui;

use super::backups::BackupRows;
use super::fields::{alone, busy, is_entered, refusal};
use crate::app::{
    Command, DEMO_PASSPHRASE, LockedInfo, LockedKind, Passphrase, RecoveryWords, Unlock,
};
use crate::error::{Error, Kind, VaultFault};
use crate::i18n::error_sentence;
use crate::tr;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::gate::Gate;
use crate::ui::icons::Icon;
use crate::ui::screens::Screen;
use crate::ui::screens::common::{Words, upper_first};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, Kit as _, SecretText, TextField, checkbox, note};

const WORDS: &[&str] = &[
    "keys-passphrase",
    "keys-show",
    "unlock-deed",
    "unlock-words",
    "unlock-words-hint",
    "unlock-use-words",
    "unlock-use-passphrase",
    "unlock-hint",
    "unlock-older",
    "unlock-other",
    "unlock-wanted",
    "unlock-backups",
    "unlock-backups-text",
    "unlock-backups-hide",
    "unlock-forgotten",
];

/// The page.
#[derive(Default)]
pub(in crate::ui::screens) struct UnlockPage {
    passphrase: SecretText,
    typed_words: SecretText,
    by_words: bool,
    is_shown: bool,
    was_tried: bool,
    has_backups_open: bool,
    /// Recovery words that cannot be right, found before the worker is asked.
    word_error: Option<Error>,
    was_focused: bool,
    /// A refusal is on the screen; the first time the keyboard goes back to the field.
    was_refused: bool,
    shown: Option<Shown>,
}

struct Shown {
    words: Words,
    name: String,
    folder: String,
    example: Option<String>,
    backups: BackupRows,
}

impl Screen for UnlockPage {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let Gate::Locked(info) = cx.gate else { return };
        let part = |part: Option<&std::ffi::OsStr>| {
            part.map_or_else(String::new, |part| part.to_string_lossy().into_owned())
        };
        let example = info
            .is_example
            .then(|| tr!(cx.lang, "unlock-example", passphrase = DEMO_PASSPHRASE));
        self.shown = Some(Shown {
            words: Words::new(cx.lang, WORDS),
            name: part(info.path.file_stem()),
            folder: part(info.path.parent().map(std::path::Path::as_os_str)),
            example,
            backups: BackupRows::new(cx.lang, &info.backups),
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Gate::Locked(info) = cx.gate else { return };
        let Some(shown) = self.shown.take() else {
            return;
        };
        alone(ui, (460.0, 400.0), |ui| {
            Card::new().padding(24).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = measures::GAP_S;
                let accent = ui.palette().accent;
                ui.icon(Icon::LockKeyhole, measures::ICON_LARGE, accent);
                ui.text(Type::Title, &shown.name);
                let weak = ui.palette().weak;
                ui.text_line(Type::Small, weak, &shown.folder);
                ui.add_space(measures::GAP_XS);
                if let LockedKind::Broken(error) = &info.kind {
                    refusal(ui, &upper_first(&error_sentence(cx.lang, error)));
                }
                self.form_ui(ui, cx, (info, &shown), actions);
            });
            self.backups_ui(ui, cx, (info, &shown), actions);
        });
        self.shown = Some(shown);
    }
}

impl UnlockPage {
    fn form_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (info, shown): (&LockedInfo, &Shown),
        actions: &mut Actions,
    ) {
        let words = &shown.words;
        let is_entered = if self.by_words {
            self.words_ui(ui, words)
        } else {
            // A refusal says the same and more.
            self.passphrase_ui(ui, (words, cx.key_error.is_some()))
        };
        if let Some(error) = self.word_error.as_ref().or(cx.key_error) {
            refusal(ui, &upper_first(&error_sentence(cx.lang, error)));
        }
        if let Some(example) = &shown.example {
            note(ui, Icon::Info, Tone::Accent, example);
        }
        ui.add_space(measures::GAP_XS);
        let is_broken = matches!(info.kind, LockedKind::Broken(_));
        let reason = busy(cx.lang, cx.is_busy);
        let is_older = cx.key_error.is_some_and(is_older);
        let mut is_pressed = is_entered && !cx.is_busy;
        let mut accepts_older = false;
        if !is_broken {
            let deed = Button::primary(words.get("unlock-deed")).full_width();
            is_pressed |= ui.add(deed.disabled_because(reason.as_deref())).clicked();
            if is_older {
                let older = Button::secondary(words.get("unlock-older")).full_width();
                accepts_older = ui.add(older.disabled_because(reason.as_deref())).clicked();
            }
        }
        if (is_pressed || accepts_older)
            && !is_broken
            && let Some(unlock) = self.key()
        {
            actions.run(Command::Unlock {
                path: info.path.clone(),
                unlock,
                accepts_older,
            });
        }
        self.links_ui(ui, (info, words), actions);
    }

    fn passphrase_ui(&mut self, ui: &mut Ui, (words, is_refused): (&Words, bool)) -> bool {
        let is_wanting = self.was_tried && self.passphrase.is_empty();
        let field = TextField::new("passphrase", words.get("keys-passphrase"))
            .secret(!self.is_shown)
            .note(if is_refused {
                ""
            } else {
                words.get("unlock-hint")
            })
            .error(is_wanting.then(|| words.get("unlock-wanted")))
            .width(f32::INFINITY)
            .show(ui, &mut self.passphrase);
        let is_new = !std::mem::replace(&mut self.was_refused, is_refused) && is_refused;
        if !std::mem::replace(&mut self.was_focused, true) || is_new {
            field.request_focus();
        }
        checkbox(ui, &mut self.is_shown, words.get("keys-show"), None);
        is_entered(ui, &field)
    }

    fn words_ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let field = TextField::new("words", words.get("unlock-words"))
            .rows(4)
            .note(words.get("unlock-words-hint"))
            .width(f32::INFINITY)
            .show(ui, &mut self.typed_words);
        if field.changed() {
            self.word_error = None;
        }
        false
    }

    /// The key as typed; recovery words that cannot be right are refused here and now.
    fn key(&mut self) -> Option<Unlock> {
        self.was_tried = true;
        if self.by_words {
            match RecoveryWords::parse(self.typed_words.reveal()) {
                Ok(words) => return Some(Unlock::Words(words)),
                Err(error) => self.word_error = Some(error),
            }
            return None;
        }
        let passphrase = Passphrase::new(self.passphrase.reveal());
        (!passphrase.is_empty()).then_some(Unlock::Passphrase(passphrase))
    }

    fn links_ui(
        &mut self,
        ui: &mut Ui,
        (info, words): (&LockedInfo, &Words),
        actions: &mut Actions,
    ) {
        let has_words = info.kind != (LockedKind::Sealed { has_words: false });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let other_way = if self.by_words {
                "unlock-use-passphrase"
            } else {
                "unlock-use-words"
            };
            if has_words
                && ui
                    .add(Button::quiet(words.get(other_way)).small())
                    .clicked()
            {
                self.by_words = !self.by_words;
                self.word_error = None;
            }
            let other = Button::quiet(words.get("unlock-other")).small();
            if ui.add(other).clicked() {
                actions.run(Command::CloseWorkspace);
            }
        });
        if self.by_words {
            ui.text_weak(Type::Small, words.get("unlock-forgotten"));
        }
    }

    fn backups_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (info, shown): (&LockedInfo, &Shown),
        actions: &mut Actions,
    ) {
        if info.backups.is_empty() {
            return;
        }
        let is_broken = matches!(info.kind, LockedKind::Broken(_));
        if !is_broken {
            let label = shown.words.get(if self.has_backups_open {
                "unlock-backups-hide"
            } else {
                "unlock-backups"
            });
            let more = Button::quiet(label).icon(Icon::ArchiveRestore).small();
            if ui.add(more).clicked() {
                self.has_backups_open = !self.has_backups_open;
            }
        }
        if !is_broken && !self.has_backups_open {
            return;
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.text_weak(Type::Small, shown.words.get("unlock-backups-text"));
            if let Some(chosen) = shown.backups.show(ui)
                && !cx.is_busy
                && let Some(unlock) = self.key()
                && let Some(backup) = info.backups.get(chosen)
            {
                let unlock = Some(unlock);
                actions.push(
                    shown
                        .backups
                        .question(chosen, (&info.path, &backup.path), unlock),
                );
            }
        });
    }
}

fn is_older(error: &Error) -> bool {
    matches!(error.kind(), Kind::Vault(VaultFault::Older { .. }))
}
