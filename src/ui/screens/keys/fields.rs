//! What pages about keys share: a pair of passphrase fields with a strength meter, and the frame of a
//! page that stands alone.

use egui::{Key, Response, Ui};

use crate::app::{Passphrase, RecoveryWords, Unlock, offered_passphrase};
use crate::domain::Lang;
use crate::domain::strength::{Grade, estimate};
use crate::error::Result;
use crate::i18n::message;
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Kit as _, SecretText, TextField, checkbox, strength_bar};

/// The words that [`NewPassphrase`] needs.
const WORDS: &[&str] = &[
    "keys-passphrase",
    "keys-repeat",
    "keys-repeat-wanted",
    "keys-differ",
    "keys-weak",
    "keys-offer",
    "keys-offer-note",
    "keys-show",
    "keys-grade-weak",
    "keys-grade-fair",
    "keys-grade-good",
    "keys-grade-strong",
    "keys-passphrase-note",
];

/// A passphrase that is being chosen: typed twice, or offered.
#[derive(Default)]
pub(in crate::ui::screens) struct NewPassphrase {
    first: SecretText,
    second: SecretText,
    is_shown: bool,
    was_offered: bool,
    was_tried: bool,
    words: Words,
}

impl NewPassphrase {
    pub(in crate::ui::screens) fn prepare(&mut self, lang: Lang) {
        self.words = Words::new(lang, WORDS);
    }

    /// The passphrase, if it may be taken; from then on faults are shown.
    pub(in crate::ui::screens) fn take(&mut self) -> Option<Passphrase> {
        self.was_tried = true;
        let first = Passphrase::new(self.first.reveal());
        let is_same = first == Passphrase::new(self.second.reveal());
        (is_same && !estimate(first.reveal()).is_weak()).then_some(first)
    }

    /// Forgets what was typed.
    pub(super) fn clear(&mut self) {
        self.first = SecretText::default();
        self.second = SecretText::default();
        self.is_shown = false;
        self.was_offered = false;
        self.was_tried = false;
    }

    /// Draws the fields; true when Enter was pressed in the second.
    pub(in crate::ui::screens) fn show(&mut self, ui: &mut Ui, lang: Lang, salt: &str) -> bool {
        ui.push_id(salt, |ui| self.fields(ui, lang)).inner
    }

    fn fields(&mut self, ui: &mut Ui, lang: Lang) -> bool {
        let Self {
            first,
            second,
            is_shown,
            was_offered,
            was_tried,
            words,
        } = self;
        ui.spacing_mut().item_spacing.y = measures::GAP_S;
        let typed = Passphrase::new(first.reveal());
        let strength = estimate(typed.reveal());
        let weak = (*was_tried && strength.is_weak()).then(|| words.get("keys-weak"));
        let field = TextField::new("passphrase", words.get("keys-passphrase"))
            .secret(!*is_shown)
            .error(weak)
            .width(f32::INFINITY);
        if field.show(ui, first).changed() {
            *was_offered = false;
        }
        if typed.is_empty() {
            ui.text_weak(Type::Small, words.get("keys-passphrase-note"));
        } else {
            let (filled, tone, key) = match strength.grade {
                Grade::Weak => (1, Tone::Bad, "keys-grade-weak"),
                Grade::Fair => (2, Tone::Warn, "keys-grade-fair"),
                Grade::Good => (3, Tone::Ok, "keys-grade-good"),
                Grade::Strong => (4, Tone::Ok, "keys-grade-strong"),
            };
            strength_bar(ui, filled, tone, words.get(key));
        }
        let is_same = typed == Passphrase::new(second.reveal());
        let differ = (*was_tried && !is_same).then(|| {
            words.get(if second.is_empty() {
                "keys-repeat-wanted"
            } else {
                "keys-differ"
            })
        });
        let repeat = TextField::new("repeat", words.get("keys-repeat"))
            .secret(!*is_shown)
            .error(differ)
            .width(f32::INFINITY)
            .show(ui, second);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_M;
            // As high as the button beside it, so that both stand on one line.
            ui.set_min_height(measures::CONTROL_SMALL);
            checkbox(ui, is_shown, words.get("keys-show"), None);
            let offer = Button::quiet(words.get("keys-offer"))
                .icon(Icon::KeyRound)
                .small();
            // Without randomness nothing is offered; the user still can type.
            if ui.add(offer).clicked()
                && let Ok(phrase) = offered_passphrase(lang)
            {
                *first = SecretText::new(phrase.reveal());
                *second = SecretText::new(phrase.reveal());
                (*is_shown, *was_offered) = (true, true);
            }
        });
        if *was_offered {
            ui.text_weak(Type::Small, words.get("keys-offer-note"));
        }
        is_entered(ui, &repeat)
    }
}

/// No passphrase has so many words: whoever types them means the recovery sheet.
const MEANS_SHEET: usize = 20;

/// What was typed as a key: the words of a recovery sheet where it looks like them, else a passphrase.
///
/// # Errors
/// When it looks like a sheet and is none: which word, and why.
pub(in crate::ui::screens) fn unlock_of(typed: &str) -> Result<Unlock> {
    if typed.split_whitespace().count() < MEANS_SHEET {
        return Ok(Unlock::Passphrase(Passphrase::new(typed)));
    }
    RecoveryWords::parse(typed).map(Unlock::Words)
}

/// Was Enter pressed in this field?
pub(super) fn is_entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A page that stands alone, a little above the middle, no wider than this.
pub(super) fn alone(ui: &mut Ui, (widest, usual): (f32, f32), add: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    let width = room.min(widest);
    ui.add_space(((ui.available_height() - usual) / 3.0).max(measures::GAP_M));
    ui.horizontal_top(|ui| {
        ui.add_space((room - width) / 2.0);
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            add(ui);
        });
    });
}

/// A sentence of failure under the fields.
pub(in crate::ui::screens) fn refusal(ui: &mut Ui, words: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let bad = ui.palette().bad;
        ui.icon(Icon::CircleAlert, measures::ICON, bad);
        ui.vertical(|ui| ui.text_toned(Type::Body, Tone::Bad, words));
    });
}

/// The reason why a deed waits while the worker is busy.
pub(super) fn busy(lang: Lang, is_busy: bool) -> Option<String> {
    is_busy.then(|| message(lang, "stage-unlocking"))
}
