//! The development plan of a person: goals, what is done for them, until when, what came of it.

use egui::Ui;

use super::super::parts::{day_text, parse_day};
use super::ground::Ground;
use crate::app::{Command, RatingCommand};
use crate::domain::rating::{CompetencyModel, DevelopmentGoal, GoalId, GoalState, PersonId};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Chip, Dropdown, Kit as _, TextField};

/// The plan of the person on show.
#[derive(Default)]
pub(super) struct Goals {
    person: Option<PersonId>,
    words: Vec<String>,
    goals: Vec<Shown>,
    competencies: Vec<(String, String)>,
    names: Vec<String>,
    states: Vec<String>,
    form: Option<Form>,
}

struct Shown {
    goal: DevelopmentGoal,
    competency: String,
    state: String,
    tone: Tone,
    due: String,
}

/// A goal that is being written.
struct Form {
    goal: DevelopmentGoal,
    competency: usize,
    state: usize,
    due: String,
    was_tried: bool,
    /// Just opened, maybe far below the button that did it.
    is_fresh: bool,
}

const KEYS: [&str; 12] = [
    "development-title",
    "development-empty",
    "development-goal",
    "development-action",
    "development-due",
    "development-follow-up-note",
    "development-add",
    "development-save",
    "form-cancel",
    "development-remove",
    "round-bad-day",
    "development-removed",
];

impl Goals {
    pub(super) fn prepare(
        &mut self,
        ground: Ground<'_>,
        person: PersonId,
        model: &CompetencyModel,
    ) {
        let lang = ground.lang;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        if self.person != Some(person) {
            self.form = None;
        }
        self.person = Some(person);
        self.competencies = model
            .competencies
            .iter()
            .map(|it| (it.id.clone(), it.name.get(lang).to_owned()))
            .collect();
        self.names = self
            .competencies
            .iter()
            .map(|(_, name)| name.clone())
            .collect();
        self.states = GoalState::ALL
            .map(|state| message(lang, state.key()))
            .to_vec();
        let today = ground.overview.today;
        let own = ground
            .overview
            .goals
            .iter()
            .filter(|goal| goal.person == person);
        self.goals = own
            .map(|goal| {
                let known = self
                    .competencies
                    .iter()
                    .find(|(id, _)| *id == goal.competency);
                let is_over = matches!(goal.state, GoalState::Done | GoalState::Dropped);
                let is_late = !is_over && goal.due.is_some_and(|due| due < today);
                let key = if is_late {
                    "development-overdue"
                } else {
                    "development-due-soon"
                };
                let due = goal.due.map_or_else(String::new, |due| {
                    tr!(lang, key, day = number::day(lang, due))
                });
                Shown {
                    goal: goal.clone(),
                    competency: known.map_or_else(|| goal.competency.clone(), |it| it.1.clone()),
                    state: message(lang, goal.state.key()),
                    tone: match goal.state {
                        _ if is_late => Tone::Warn,
                        GoalState::Planned | GoalState::Dropped => Tone::Neutral,
                        GoalState::Doing => Tone::Accent,
                        GoalState::Done => Tone::Ok,
                    },
                    due,
                }
            })
            .collect();
    }

    /// Begins a goal for a competency.
    pub(super) fn begin(&mut self, competency: Option<usize>) {
        let Some(person) = self.person else { return };
        let competency = competency.unwrap_or(0);
        self.form = Some(Form {
            goal: DevelopmentGoal {
                id: GoalId(0),
                person,
                competency: String::new(),
                goal: String::new(),
                action: String::new(),
                due: None,
                follow_up: String::new(),
                state: GoalState::Planned,
            },
            competency,
            state: 0,
            due: String::new(),
            was_tried: false,
            is_fresh: true,
        });
    }

    /// Draws the plan; true when it has to be prepared anew.
    pub(super) fn show(&mut self, ui: &mut Ui, _: Ground<'_>, actions: &mut Actions) -> bool {
        let mut edits = None;
        let mut removes = None;
        let mut wants_new = false;
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.words[0]).rule().show(ui, |ui| {
                if self.form.is_none() {
                    let add = Button::quiet(&self.words[6]).icon(Icon::Plus).small();
                    wants_new = ui.add(add).clicked();
                }
            });
            super::super::common::padded(ui, |ui| {
                ui.spacing_mut().item_spacing.y = measures::GAP_S;
                if let Some(form) = &mut self.form {
                    let choices = (&self.names[..], &self.states[..]);
                    match form.show(ui, &self.words, choices) {
                        Some(true) => edits = Some(usize::MAX),
                        Some(false) => removes = Some(usize::MAX),
                        None => {}
                    }
                    ui.rule();
                }
                if self.goals.is_empty() && self.form.is_none() {
                    ui.text_weak(Type::Body, &self.words[1]);
                }
                for (place, shown) in self.goals.iter().enumerate() {
                    ui.push_id(place, |ui| match goal_ui(ui, shown, &self.words) {
                        Some(true) => edits = Some(place),
                        Some(false) => removes = Some(place),
                        None => {}
                    });
                }
            });
        });
        if wants_new {
            self.begin(None);
        }
        self.follow((edits, removes), actions);
        wants_new || edits.is_some() || removes.is_some()
    }

    /// A deed on a goal, or on the form where the place is beyond all goals.
    fn follow(&mut self, (edits, removes): (Option<usize>, Option<usize>), actions: &mut Actions) {
        match edits {
            Some(usize::MAX) => self.save(actions),
            Some(place) => self.edit(place),
            None => {}
        }
        match removes {
            Some(usize::MAX) => self.form = None,
            Some(place) => self.remove(place, actions),
            None => {}
        }
    }

    fn edit(&mut self, place: usize) {
        let Some(shown) = self.goals.get(place) else {
            return;
        };
        let goal = shown.goal.clone();
        let known = self
            .competencies
            .iter()
            .position(|(id, _)| *id == goal.competency);
        let state = GoalState::ALL.iter().position(|state| *state == goal.state);
        self.form = Some(Form {
            competency: known.unwrap_or(0),
            state: state.unwrap_or(0),
            due: goal.due.map_or_else(String::new, day_text),
            goal,
            was_tried: false,
            is_fresh: true,
        });
    }

    fn remove(&self, place: usize, actions: &mut Actions) {
        let Some(shown) = self.goals.get(place) else {
            return;
        };
        actions.rate(RatingCommand::RemoveGoal(shown.goal.id));
        let goal = DevelopmentGoal {
            id: GoalId(0),
            ..shown.goal.clone()
        };
        actions.push(Action::OfferUndo {
            done: self.words[11].clone(),
            undo: Box::new(Command::Ratings(RatingCommand::SaveGoal(goal))),
        });
    }

    fn save(&mut self, actions: &mut Actions) {
        let Some(form) = &mut self.form else { return };
        form.was_tried = true;
        let due = parse_day(&form.due);
        let is_bad = due.is_none() && !form.due.trim().is_empty();
        let Some((id, _)) = self.competencies.get(form.competency) else {
            return;
        };
        if is_bad || form.goal.goal.trim().is_empty() {
            return;
        }
        let state = GoalState::ALL.get(form.state).copied();
        let goal = DevelopmentGoal {
            competency: id.clone(),
            goal: form.goal.goal.trim().to_owned(),
            action: form.goal.action.trim().to_owned(),
            follow_up: form.goal.follow_up.trim().to_owned(),
            due,
            state: state.unwrap_or(GoalState::Planned),
            ..form.goal.clone()
        };
        actions.rate(RatingCommand::SaveGoal(goal));
        self.form = None;
    }
}

impl Form {
    /// Draws the form: true to save, false to leave it.
    fn show(
        &mut self,
        ui: &mut Ui,
        words: &[String],
        (names, states): (&[String], &[String]),
    ) -> Option<bool> {
        let mut answer = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let choice = Dropdown::new("competency", &words[2], names, Some(self.competency));
            self.competency = choice.show(ui).unwrap_or(self.competency);
            let choice = Dropdown::new("state", &words[0], states, Some(self.state));
            self.state = choice.show(ui).unwrap_or(self.state);
        });
        let is_bare = self.was_tried && self.goal.goal.trim().is_empty();
        let empty = is_bare.then_some(words[1].as_str());
        let wide = |id, label| TextField::new(id, label).width(f32::INFINITY);
        let goal = wide("goal", &words[2])
            .error(empty)
            .show(ui, &mut self.goal.goal);
        if std::mem::take(&mut self.is_fresh) {
            goal.request_focus();
            goal.scroll_to_me(Some(egui::Align::Center));
        }
        wide("action", &words[3])
            .rows(2)
            .show(ui, &mut self.goal.action);
        let is_bad =
            self.was_tried && !self.due.trim().is_empty() && parse_day(&self.due).is_none();
        let error = is_bad.then_some(words[10].as_str());
        let due = TextField::new("due", &words[4])
            .hint("01.03.2027")
            .width(160.0);
        due.error(error).show(ui, &mut self.due);
        wide("follow", &words[5]).show(ui, &mut self.goal.follow_up);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            if ui.add(Button::secondary(&words[7]).small()).clicked() {
                answer = Some(true);
            }
            if ui.add(Button::quiet(&words[8]).small()).clicked() {
                answer = Some(false);
            }
        });
        answer
    }
}

/// Draws a goal: true to change it, false to remove it.
fn goal_ui(ui: &mut Ui, shown: &Shown, words: &[String]) -> Option<bool> {
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = measures::GAP_S;
        Chip::new(&shown.state).tone(shown.tone).show(ui);
        ui.text(Type::Strong, &shown.goal.goal);
        ui.text_weak(Type::Small, &shown.competency);
        ui.text_weak(Type::Small, &shown.due);
        let change = Button::quiet(&words[7])
            .icon(Icon::Pencil)
            .icon_only()
            .small();
        if ui.add(change).clicked() {
            answer = Some(true);
        }
        let remove = Button::quiet(&words[9])
            .icon(Icon::Trash2)
            .icon_only()
            .small();
        if ui.add(remove).clicked() {
            answer = Some(false);
        }
    });
    if !shown.goal.action.is_empty() {
        ui.text(Type::Body, &shown.goal.action);
    }
    if !shown.goal.follow_up.is_empty() {
        ui.text_weak(Type::Body, &shown.goal.follow_up);
    }
    answer
}
