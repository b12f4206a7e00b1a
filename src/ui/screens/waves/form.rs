//! The form of a wave: a new one, or changes to one that is not closed. Checks what is typed; the
//! threshold and the questionnaire can only be chosen in a draft.

use egui::{Layout, Ui, vec2};

use super::days::{Days, DaysForm};
use crate::app::{Command, Overview, WaveDraft};
use crate::domain::{Lang, MinGroup, QuestionnaireKind, Wave, WaveState};
use crate::i18n::message;
use crate::tr;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Dropdown, Kit as _, Segments, TextField};

/// What the user is typing.
pub(super) struct WaveForm {
    /// The wave that is being changed; none for a new one.
    wave: Option<Wave>,
    name: String,
    questionnaire: usize,
    days: DaysForm,
    threshold: usize,
    /// Errors show from the first try on.
    was_tried: bool,
    words: Words,
    ids: Vec<String>,
    titles: Vec<String>,
    what_if: Vec<String>,
}

struct Words {
    title: String,
    name: String,
    name_hint: String,
    questionnaire: String,
    threshold: String,
    save: String,
    cancel: String,
    frozen: String,
    bad_name: String,
}

impl Words {
    fn new(lang: Lang, is_new: bool) -> Self {
        let word = |key| message(lang, key);
        Self {
            title: word(if is_new {
                "wave-form-new"
            } else {
                "wave-form-change"
            }),
            name: word("wave-form-name"),
            name_hint: word("wave-form-name-hint"),
            questionnaire: word("wave-form-questionnaire"),
            threshold: word("wave-form-threshold"),
            save: word(if is_new {
                "wave-form-make"
            } else {
                "wave-form-save"
            }),
            cancel: word("form-cancel"),
            frozen: word("wave-form-frozen"),
            bad_name: word("wave-form-bad-name"),
        }
    }
}

/// What became of the form in this frame.
pub(super) enum Outcome {
    /// Still open.
    Open,
    /// Ask the worker and close.
    Save(Box<Command>),
    /// Close.
    Cancel,
}

impl WaveForm {
    pub(super) fn new(lang: Lang, overview: &Overview, wave: Option<&Wave>) -> Self {
        let staff = overview
            .questionnaires
            .iter()
            .filter(|info| info.questionnaire.kind == QuestionnaireKind::Staff);
        let (ids, titles): (Vec<String>, Vec<String>) = staff
            .map(|info| {
                let own = &info.questionnaire;
                let minutes = i64::from(own.minutes);
                let title = tr!(
                    lang,
                    "wave-form-title-minutes",
                    title = own.title.get(lang),
                    minutes = minutes
                );
                (own.id.clone(), title)
            })
            .unzip();
        let k = wave.map_or(5, |wave| wave.min_group.get());
        Self {
            name: wave.map(|wave| wave.name.clone()).unwrap_or_default(),
            questionnaire: wave
                .and_then(|wave| ids.iter().position(|id| *id == wave.questionnaire))
                .unwrap_or(0),
            days: DaysForm::new(lang, wave),
            threshold: MinGroup::OFFERED
                .iter()
                .position(|offered| *offered == k)
                .unwrap_or(0),
            was_tried: false,
            words: Words::new(lang, wave.is_none()),
            what_if: MinGroup::OFFERED
                .iter()
                .map(|k| what_if(lang, overview, *k))
                .collect(),
            wave: wave.cloned(),
            ids,
            titles,
        }
    }

    /// Is everything frozen but name, days and months?
    fn is_frozen(&self) -> bool {
        self.wave
            .as_ref()
            .is_some_and(|wave| wave.state != WaveState::Draft)
    }

    pub(super) fn show(&mut self, ui: &mut Ui) -> Outcome {
        let mut outcome = Outcome::Open;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(&self.words.title).plain(ui);
            self.fields_ui(ui);
            self.threshold_ui(ui);
            ui.rule();
            let layout = Layout::right_to_left(egui::Align::Center);
            ui.allocate_ui_with_layout(
                vec2(ui.available_width(), measures::CONTROL),
                layout,
                |ui| {
                    ui.spacing_mut().item_spacing.x = measures::GAP_S;
                    if ui.add(Button::primary(&self.words.save)).clicked() {
                        self.was_tried = true;
                        if let Some(command) = self.command() {
                            outcome = Outcome::Save(Box::new(command));
                        }
                    }
                    if ui.add(Button::secondary(&self.words.cancel)).clicked() {
                        outcome = Outcome::Cancel;
                    }
                },
            );
        });
        outcome
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        let is_tried = self.was_tried;
        let length = self.name.trim().chars().count();
        let words = &self.words;
        let is_bad_name = is_tried && (length == 0 || length > 60);
        TextField::new("name", &words.name)
            .hint(&words.name_hint)
            .error(is_bad_name.then_some(words.bad_name.as_str()))
            .width(f32::INFINITY)
            .show(ui, &mut self.name);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.text_weak(Type::Small, &words.questionnaire);
            let width = ui.available_width();
            // The text of the questionnaire is stored with the wave from the start.
            let reason = self.wave.is_some().then_some(words.frozen.as_str());
            let list = Dropdown::new(
                "questionnaire",
                &words.questionnaire,
                &self.titles,
                Some(self.questionnaire),
            );
            if let Some(picked) = list.width(width).disabled_because(reason).show(ui) {
                self.questionnaire = picked;
            }
        });
        self.days.show(ui, is_tried);
    }

    fn threshold_ui(&mut self, ui: &mut Ui) {
        let labels = MinGroup::OFFERED.map(|k| k.to_string());
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.text_weak(Type::Small, &self.words.threshold);
            if let Some(wave) = self
                .wave
                .as_ref()
                .filter(|wave| wave.state != WaveState::Draft)
            {
                ui.text(Type::Strong, &wave.min_group.get().to_string());
                ui.text_weak(Type::Small, &self.words.frozen);
                return;
            }
            if let Some(picked) = Segments::new("threshold", &labels, self.threshold).show(ui) {
                self.threshold = picked;
            }
            if let Some(what_if) = self.what_if.get(self.threshold) {
                ui.text_weak(Type::Small, what_if);
            }
        });
    }

    /// The deed, where every field can be read.
    fn command(&self) -> Option<Command> {
        let Days {
            opens,
            closes,
            customers,
        } = self.days.read()?;
        let name = self.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > 60 {
            return None;
        }
        let min_group = MinGroup::new(*MinGroup::OFFERED.get(self.threshold)?).ok()?;
        if let Some(wave) = &self.wave {
            let min_group = if self.is_frozen() {
                wave.min_group
            } else {
                min_group
            };
            let wave = Wave {
                name,
                opens,
                closes,
                customers,
                min_group,
                ..wave.clone()
            };
            return Some(Command::UpdateWave(wave));
        }
        let questionnaire = self.ids.get(self.questionnaire)?.clone();
        let draft = WaveDraft {
            name,
            questionnaire,
            opens,
            closes,
            customers,
            min_group,
        };
        Some(Command::CreateWave(draft))
    }
}

/// «При пороге 7 не будет видно 3 филиалов из 24».
fn what_if(lang: Lang, overview: &Overview, k: u32) -> String {
    let small = overview
        .branches
        .iter()
        .filter(|branch| branch.head_count() < k)
        .count();
    let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let all = count(overview.branches.len());
    if small == 0 {
        return tr!(lang, "wave-form-what-if-none", k = i64::from(k));
    }
    tr!(
        lang,
        "wave-form-what-if",
        k = i64::from(k),
        count = count(small),
        all = all
    )
}
