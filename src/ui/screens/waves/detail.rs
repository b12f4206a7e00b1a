//! The chosen wave: what is known of it, and the deeds that its state allows.

use egui::Ui;

use crate::app::{Overview, WaveInfo};
use crate::domain::{Lang, ProtectionLevel, WaveState};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::icons::Icon;
use crate::ui::screens::parts::wave_days;
use crate::ui::screens::{ScreenId, deeds};
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, Chip, Kit as _};

/// The chosen wave, formatted.
pub(super) struct Detail {
    name: String,
    state: (String, Tone),
    rows: Vec<(String, String)>,
    note: String,
    deeds: Vec<(String, Icon, Action)>,
    change: Option<String>,
    remove: Option<(String, Action)>,
}

/// The word and the tone of a state.
pub(super) fn state_of(lang: Lang, state: WaveState) -> (String, Tone) {
    let tone = match state {
        WaveState::Draft => Tone::Neutral,
        WaveState::Open => Tone::Accent,
        WaveState::Closed => Tone::Ok,
    };
    (message(lang, &format!("wave-state-{}", state.code())), tone)
}

impl Detail {
    pub(super) fn new(lang: Lang, overview: &Overview, info: &WaveInfo) -> Self {
        let wave = &info.wave;
        let word = |key| message(lang, key);
        let months = wave.customers.map_or_else(
            || word("wave-months-none"),
            |(first, last)| number::months(lang, first, last),
        );
        let scores = overview
            .outcomes
            .iter()
            .filter(|outcome| wave.covers(&outcome.period));
        let mut branches: Vec<&str> = scores.map(|outcome| outcome.branch.as_str()).collect();
        branches.sort_unstable();
        branches.dedup();
        let with_scores = i64::try_from(branches.len()).unwrap_or(i64::MAX);
        let answers = match (wave.state, info.has_means) {
            (_, true) => word("step-means"),
            (WaveState::Draft, false) => word("step-answers-later"),
            (WaveState::Open | WaveState::Closed, false) => deeds::returned_of(lang, info),
        };
        let questionnaire = info.questionnaire.title.get(lang);
        let questionnaire = if questionnaire.is_empty() {
            word("step-means")
        } else {
            questionnaire.to_owned()
        };
        Self {
            name: wave.name.clone(),
            state: state_of(lang, wave.state),
            rows: vec![
                (word("wave-questionnaire"), questionnaire),
                (word("wave-days"), wave_days(lang, wave)),
                (word("wave-collected"), collected(lang, info)),
                (word("wave-answers"), answers),
                (word("wave-months"), months),
                (
                    word("wave-scores"),
                    tr!(lang, "wave-scores-of", count = with_scores),
                ),
                (
                    word("wave-threshold"),
                    tr!(
                        lang,
                        "wave-threshold-value",
                        k = i64::from(wave.min_group.get())
                    ),
                ),
            ],
            note: word(match wave.state {
                WaveState::Draft if info.collection.is_some() => "wave-note-designed",
                WaveState::Draft => "wave-note-draft",
                WaveState::Open => "wave-note-open",
                WaveState::Closed => "wave-note-closed",
            }),
            deeds: deeds_of(lang, info),
            change: Some(word("wave-change")),
            remove: (wave.state == WaveState::Draft)
                .then(|| (word("wave-remove"), deeds::remove_wave(lang, info))),
        }
    }

    /// Draws the panel; true when the user wants to change the wave.
    pub(super) fn show(&self, ui: &mut Ui, actions: &mut Actions) -> bool {
        let mut wants_change = false;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                ui.text(Type::Heading, &self.name);
                Chip::new(&self.state.0).tone(self.state.1).show(ui);
            });
            for (key, value) in &self.rows {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.text_weak(Type::Small, key);
                    ui.text(Type::Body, value);
                });
            }
            ui.rule();
            ui.text_weak(Type::Small, &self.note);
            for (position, (label, icon, action)) in self.deeds.iter().enumerate() {
                let button = if position == 0 {
                    Button::primary(label)
                } else {
                    Button::secondary(label)
                };
                if ui.add(button.icon(*icon).full_width()).clicked() {
                    actions.push(action.clone());
                }
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                if let Some(change) = &self.change {
                    wants_change = ui
                        .add(Button::quiet(change).icon(Icon::Pencil).small())
                        .clicked();
                }
                if let Some((label, action)) = &self.remove
                    && ui
                        .add(Button::danger(label).icon(Icon::Trash2).small())
                        .clicked()
                {
                    actions.push(action.clone());
                }
            });
        });
        wants_change
    }
}

/// By the program with one key or two, or from a file.
fn collected(lang: Lang, info: &WaveInfo) -> String {
    let key = match info.collection.as_ref().map(|it| it.design.level) {
        Some(ProtectionLevel::TwoKeys) => "wave-collected-two",
        Some(ProtectionLevel::OneKey) => "wave-collected-one",
        None => "wave-collected-file",
    };
    message(lang, key)
}

/// What can be done in this state, the main deed first.
fn deeds_of(lang: Lang, info: &WaveInfo) -> Vec<(String, Icon, Action)> {
    let word = |key| message(lang, key);
    let show = |key| {
        let action = Action::ShowWave(info.wave.code.clone());
        (word(key), Icon::KeyRound, action)
    };
    match info.wave.state {
        WaveState::Draft if info.collection.is_some() => vec![show("wave-go-on")],
        WaveState::Draft => vec![
            show("wave-prepare"),
            (
                word("home-open-import"),
                Icon::CalendarRange,
                deeds::open_wave(lang, info),
            ),
        ],
        WaveState::Open if info.collection.is_some() => vec![
            show("wave-stations"),
            (
                word("home-close-wave"),
                Icon::Lock,
                deeds::close_wave(lang, info),
            ),
        ],
        WaveState::Open => vec![
            (
                word("home-import-answers"),
                Icon::Download,
                deeds::import_answers(info),
            ),
            (
                word("home-close-wave"),
                Icon::Lock,
                deeds::close_wave(lang, info),
            ),
        ],
        WaveState::Closed if info.collection.is_some() => vec![
            show("wave-answers-state"),
            (
                word("home-see-results"),
                Icon::Table,
                Action::Go(ScreenId::Results),
            ),
        ],
        WaveState::Closed => vec![
            (
                word("home-see-results"),
                Icon::Table,
                Action::Go(ScreenId::Results),
            ),
            (
                word("home-import-customers"),
                Icon::Star,
                deeds::import("outcomes"),
            ),
        ],
    }
}
