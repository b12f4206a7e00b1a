//! The form of a wave: a new one, or changes to one that is not closed. Checks what is typed; the
//! threshold and the questionnaire can only be chosen in a draft.

use egui::{Layout, Ui, vec2};

use crate::app::{Command, Overview, WaveDraft};
use crate::domain::{Date, Lang, MinGroup, Month, QuestionnaireKind, Wave, WaveState};
use crate::i18n::message;
use crate::tr;
use crate::ui::screens::parts::{day_text, month_text, parse_day, parse_month};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Dropdown, Kit as _, Segments, TextField};

/// What the user is typing.
pub(super) struct WaveForm {
    /// The wave that is being changed; none for a new one.
    wave: Option<Wave>,
    name: String,
    questionnaire: usize,
    opens: String,
    closes: String,
    first_month: String,
    last_month: String,
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
    opens: String,
    closes: String,
    day_hint: String,
    months: String,
    months_note: String,
    last_month: String,
    month_hint: String,
    threshold: String,
    save: String,
    cancel: String,
    frozen: String,
    bad_name: String,
    bad_day: String,
    bad_order: String,
    bad_month: String,
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
            opens: word("wave-form-opens"),
            closes: word("wave-form-closes"),
            day_hint: word("wave-form-day-hint"),
            months: word("wave-form-months"),
            months_note: word("wave-form-months-note"),
            last_month: word("wave-form-last-month"),
            month_hint: word("wave-form-month-hint"),
            threshold: word("wave-form-threshold"),
            save: word(if is_new {
                "wave-form-make"
            } else {
                "wave-form-save"
            }),
            cancel: word("form-cancel"),
            frozen: word("wave-form-frozen"),
            bad_name: word("wave-form-bad-name"),
            bad_day: word("wave-form-bad-day"),
            bad_order: word("wave-form-bad-order"),
            bad_month: word("wave-form-bad-month"),
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

/// The fields, read.
struct Read {
    opens: Result<Option<Date>, ()>,
    closes: Result<Option<Date>, ()>,
    customers: Result<Option<(Month, Month)>, ()>,
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
        let day = |date: Option<Date>| date.map(day_text).unwrap_or_default();
        let month = |month: Option<Month>| month.map(month_text).unwrap_or_default();
        let k = wave.map_or(5, |wave| wave.min_group.get());
        Self {
            name: wave.map(|wave| wave.name.clone()).unwrap_or_default(),
            questionnaire: wave
                .and_then(|wave| ids.iter().position(|id| *id == wave.questionnaire))
                .unwrap_or(0),
            opens: day(wave.and_then(|wave| wave.opens)),
            closes: day(wave.and_then(|wave| wave.closes)),
            first_month: month(wave.and_then(|wave| wave.customers).map(|months| months.0)),
            last_month: month(wave.and_then(|wave| wave.customers).map(|months| months.1)),
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
        let read = self.read();
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
        let is_backwards =
            matches!((read.opens, read.closes), (Ok(Some(first)), Ok(Some(last))) if last < first);
        let closes_error = if read.closes.is_err() {
            Some(words.bad_day.as_str())
        } else {
            is_backwards.then_some(words.bad_order.as_str())
        };
        let opens_error = read.opens.is_err().then_some(words.bad_day.as_str());
        let months_error = read.customers.is_err().then_some(words.bad_month.as_str());
        let shown = |error| if is_tried { error } else { None };
        pair_ui(
            ui,
            (
                ("opens", &words.opens, &mut self.opens),
                ("closes", &words.closes, &mut self.closes),
            ),
            &words.day_hint,
            (shown(opens_error), shown(closes_error)),
        );
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.text_weak(Type::Small, &words.months);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let width = (ui.available_width() - measures::GAP_S) / 2.0;
                let field = |id, label| {
                    TextField::new(id, label)
                        .unlabelled()
                        .hint(&words.month_hint)
                        .width(width)
                };
                field("first-month", &words.months).show(ui, &mut self.first_month);
                field("last-month", &words.last_month).show(ui, &mut self.last_month);
            });
            match shown(months_error) {
                Some(error) => ui.text_toned(Type::Small, crate::ui::theme::Tone::Bad, error),
                None => ui.text_weak(Type::Small, &words.months_note),
            };
        });
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

    fn read(&self) -> Read {
        let day = |text: &str| {
            if text.trim().is_empty() {
                Ok(None)
            } else {
                parse_day(text).map(Some).ok_or(())
            }
        };
        let (first, last) = (self.first_month.trim(), self.last_month.trim());
        let customers = match (first.is_empty(), last.is_empty()) {
            (true, true) => Ok(None),
            (false, true) => parse_month(first)
                .map(|month| Some((month, month)))
                .ok_or(()),
            (true, false) => Err(()),
            (false, false) => match (parse_month(first), parse_month(last)) {
                (Some(first), Some(last)) if first <= last => Ok(Some((first, last))),
                _ => Err(()),
            },
        };
        Read {
            opens: day(&self.opens),
            closes: day(&self.closes),
            customers,
        }
    }

    /// The deed, where every field can be read.
    fn command(&self) -> Option<Command> {
        let Read {
            opens,
            closes,
            customers,
        } = self.read();
        let (opens, closes, customers) = (opens.ok()?, closes.ok()?, customers.ok()?);
        let name = self.name.trim().to_owned();
        let is_backwards = opens.zip(closes).is_some_and(|(first, last)| last < first);
        if name.is_empty() || name.chars().count() > 60 || is_backwards {
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

type Field<'a> = (&'static str, &'a String, &'a mut String);

/// Two fields side by side.
fn pair_ui(
    ui: &mut Ui,
    ((left_id, left_label, left), (right_id, right_label, right)): (Field<'_>, Field<'_>),
    hint: &str,
    (left_error, right_error): (Option<&str>, Option<&str>),
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = measures::GAP_S;
        let width = (ui.available_width() - measures::GAP_S) / 2.0;
        let field = |id, label, error| {
            TextField::new(id, label)
                .hint(hint)
                .error(error)
                .width(width)
        };
        field(left_id, left_label, left_error).show(ui, left);
        field(right_id, right_label, right_error).show(ui, right);
    });
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
