//! What to do next with the answers: while they come in, once the wave is closed, with the witness,
//! and when they are open. One sentence, one main deed.

use egui::Ui;

use super::has_all_codes;
use crate::app::{Collection, Command, SealedState, WaveInfo};
use crate::domain::{Lang, WaveState};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation, Pick};
use crate::ui::icons::Icon;
use crate::ui::screens::{ScreenId, deeds};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _, SentenceCard, note};

/// The sentence and its deeds, formatted.
pub(super) struct Answers {
    face: Face,
    title: String,
    line: String,
    deeds: Vec<(String, Icon, Deed)>,
    steps: Vec<String>,
    note: String,
    kept: Option<Kept>,
}

/// How the sentence is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Face {
    ToDo,
    Done,
    Wanting,
}

#[derive(Clone)]
enum Deed {
    Codes,
    Act(Box<Action>),
}

/// Sealed records that are still there.
struct Kept {
    title: String,
    line: String,
    deed: String,
    action: Action,
}

impl Answers {
    pub(super) fn new(lang: Lang, info: &WaveInfo, collection: &Collection) -> Self {
        if info.wave.state != WaveState::Closed {
            return collecting(lang, info, collection);
        }
        match collection.answers {
            SealedState::None => plain(lang, Face::Wanting, "answers-none"),
            SealedState::Sealed => plain(lang, Face::Wanting, "answers-sealed"),
            SealedState::AwaitsRelease => awaiting(lang, info, collection),
            SealedState::Opened => opened(lang, info, collection),
            SealedState::Destroyed => {
                let mut own = plain(lang, Face::Done, "answers-destroyed");
                own.deeds.push(results(lang));
                own
            }
        }
    }

    /// Draws the cards; true when codes should be made.
    pub(super) fn show(&self, ui: &mut Ui, actions: &mut Actions) -> bool {
        let sentence = match self.face {
            Face::ToDo => SentenceCard::finding(&self.title),
            Face::Done => SentenceCard::proof(&self.title),
            Face::Wanting => SentenceCard::consequence(&self.title),
        };
        sentence.line(&self.line).plain(ui);
        let mut wants_codes = false;
        if !self.deeds.is_empty() || !self.steps.is_empty() {
            Card::new().show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = measures::GAP_S;
                for (at, step) in self.steps.iter().enumerate() {
                    ui.text(Type::Small, &format!("{}. {step}", at + 1));
                }
                for (position, (label, icon, deed)) in self.deeds.iter().enumerate() {
                    let button = if position == 0 {
                        Button::primary(label)
                    } else {
                        Button::secondary(label)
                    };
                    if ui.add(button.icon(*icon).full_width()).clicked() {
                        match deed {
                            Deed::Codes => wants_codes = true,
                            Deed::Act(action) => actions.push((**action).clone()),
                        }
                    }
                }
                if !self.note.is_empty() {
                    note(ui, Icon::FileDown, Tone::Neutral, &self.note);
                }
            });
        }
        if let Some(kept) = &self.kept {
            kept.show(ui, actions);
        }
        wants_codes
    }
}

impl Kept {
    fn show(&self, ui: &mut Ui, actions: &mut Actions) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(&self.title).plain(ui);
            ui.text_weak(Type::Small, &self.line);
            let button = Button::danger(&self.deed).icon(Icon::Trash2);
            if ui.add(button.small()).clicked() {
                actions.push(self.action.clone());
            }
        });
    }
}

fn plain(lang: Lang, face: Face, key: &str) -> Answers {
    Answers {
        face,
        title: message(lang, key),
        line: message(lang, &format!("{key}-line")),
        deeds: Vec::new(),
        steps: Vec::new(),
        note: String::new(),
        kept: None,
    }
}

fn act(lang: Lang, key: &str, icon: Icon, action: Action) -> (String, Icon, Deed) {
    (message(lang, key), icon, Deed::Act(Box::new(action)))
}

fn results(lang: Lang) -> (String, Icon, Deed) {
    let go = Action::Go(ScreenId::Results);
    act(lang, "home-see-results", Icon::Table, go)
}

fn bundles(lang: Lang) -> (String, Icon, Deed) {
    let pick = Action::Pick(Pick::Bundles);
    act(lang, "collect-merge", Icon::GitMerge, pick)
}

/// Codes first; then answers, as they come.
fn collecting(lang: Lang, info: &WaveInfo, collection: &Collection) -> Answers {
    let all = collection.stations.len();
    let bare = collection.stations.iter();
    let bare = bare.filter(|station| station.issued.is_none()).count();
    let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let codes = |count: i64| {
        let label = tr!(lang, "collect-codes", count = count);
        (label, Icon::Printer, Deed::Codes)
    };
    if bare == all {
        let mut own = plain(lang, Face::ToDo, "collect-no-code");
        own.deeds.push(codes(count(bare)));
        return own;
    }
    let mut own = plain(lang, Face::ToDo, "collect-going");
    own.title = tr!(
        lang,
        "collect-going-title",
        answers = deeds::returned_of(lang, info)
    );
    own.deeds.push(bundles(lang));
    if !has_all_codes(collection) {
        own.deeds.push(codes(count(bare)));
    }
    own.note = message(lang, "collect-drop");
    own
}

/// Out to the witness, and back in.
fn awaiting(lang: Lang, info: &WaveInfo, collection: &Collection) -> Answers {
    let names: Vec<&str> = collection
        .witnesses
        .iter()
        .map(|witness| witness.name.as_str())
        .collect();
    let mut own = plain(lang, Face::ToDo, "answers-await");
    own.steps = vec![
        message(lang, "answers-await-export"),
        tr!(lang, "answers-await-send", names = names.join(", ")),
        message(lang, "answers-await-import"),
    ];
    let batch = Action::Pick(Pick::Batch(info.wave.code.clone()));
    own.deeds = vec![
        act(lang, "answers-export", Icon::Upload, batch),
        act(
            lang,
            "answers-import",
            Icon::Download,
            Action::Pick(Pick::Release),
        ),
    ];
    own.note = message(lang, "answers-drop");
    own
}

/// Results are open; records and key wait for their day.
fn opened(lang: Lang, info: &WaveInfo, collection: &Collection) -> Answers {
    let mut own = plain(lang, Face::Done, "answers-opened");
    own.deeds.push(results(lang));
    let line = match collection.destroy_on {
        Some(day) => tr!(lang, "answers-kept-until", day = number::day(lang, day)),
        None => message(lang, "answers-kept-line"),
    };
    own.kept = Some(Kept {
        title: message(lang, "answers-kept"),
        line,
        deed: message(lang, "answers-destroy"),
        action: Action::Confirm(Confirmation {
            title: tr!(
                lang,
                "answers-destroy-title",
                name = info.wave.name.as_str()
            ),
            body: message(lang, "answers-destroy-body"),
            deed: message(lang, "answers-destroy-deed"),
            is_danger: true,
            command: Box::new(Command::DestroyRecords(info.wave.code.clone())),
        }),
    });
    own
}
