//! The profile of a person: two sentences, the radar with its table, the evidence, the plan.
//! Personal data; must not show a peer apart from at least two others.

mod detail;
mod levels;
mod talk;

use egui::{Ui, vec2};

use self::detail::Detail;
use self::levels::Levels;
use self::talk::Talk;
use super::Wish;
use super::goals::Goals;
use super::ground::Ground;
use crate::analysis::ratings::{PersonProfile, RoundFindings};
use crate::app::RatingFileKind;
use crate::domain::rating::{PersonId, RoundCode};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Answer, Button, Card, Confirm, Kit as _, Side, TextField, empty_state, is_narrow, two_columns,
};

/// Width of the table beside the radar, and of the card beside the evidence.
const TABLE: f32 = 600.0;
const SIDE: f32 = 372.0;
/// Names offered while somebody is looked for.
const MOST_FOUND: usize = 10;

/// The page of one person.
#[derive(Default)]
pub(super) struct Profile {
    person: Option<PersonId>,
    competency: Option<usize>,
    words: Vec<String>,
    name: String,
    line: String,
    headline: String,
    rest: String,
    levels: Levels,
    detail: Detail,
    goals: Goals,
    talk: Talk,
    everybody: Vec<(PersonId, String, String)>,
    search: String,
    is_searching: bool,
    print: Print,
}

/// The sheet to print, and the question that names what leaves.
#[derive(Default)]
struct Print {
    is_asking: bool,
    round: Option<RoundCode>,
    body: String,
    file: String,
}

const KEYS: [&str; 9] = [
    "profile-add-goal",
    "profile-other",
    "people-search",
    "profile-private",
    "people-nothing",
    "rated-print",
    "rated-print-ask",
    "rated-print-deed",
    "cancel",
];

impl Profile {
    /// Looks at another person.
    pub(super) fn choose(&mut self, person: PersonId) {
        if self.person != Some(person) {
            self.person = Some(person);
            self.competency = None;
        }
        self.is_searching = false;
        self.search.clear();
    }

    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        let Some(results) = ground.results else {
            return;
        };
        let findings = &results.findings;
        self.everybody = findings
            .people
            .iter()
            .filter_map(|it| ground.overview.person(it.person))
            .map(|it| (it.id, it.name.clone(), it.name.to_lowercase()))
            .collect();
        let known = |id: &PersonId| findings.people.iter().any(|it| it.person == *id);
        self.person = self.person.filter(known).or_else(|| first_look(findings));
        let found = findings
            .people
            .iter()
            .find(|it| Some(it.person) == self.person);
        let Some(found) = found else {
            self.name.clear();
            return;
        };
        self.head(ground, findings, found);
        self.levels.prepare(ground, findings, found);
        let first = self.levels.competency(0).unwrap_or(0);
        let competency = self.competency.unwrap_or(first);
        self.competency = Some(competency);
        self.levels.select(competency);
        self.detail.prepare(ground, (findings, found), competency);
        self.goals.prepare(ground, found.person, &findings.model);
        self.talk.prepare(ground, found.person);
    }

    fn head(&mut self, ground: Ground<'_>, findings: &RoundFindings, found: &PersonProfile) {
        let lang = ground.lang;
        self.name = ground.name(found.person);
        self.print.round = Some(findings.round.code.clone());
        self.print.body = tr!(lang, "rated-print-ask-body", name = self.name.as_str());
        let round = findings.round.name.as_str();
        let kind = message(lang, "rated-file-profile");
        self.print.file = format!("{kind}, {}, {round}", self.name);
        self.line = tr!(
            lang,
            "profile-line",
            position = found.position.as_str(),
            branch = ground.branch(&found.branch)
        );
        (self.headline, self.rest) =
            crate::phrases::profile_sentences(lang, &findings.model, found);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, ground: Ground<'_>, actions: &mut Actions) -> Wish {
        let mut wish = Wish::Nothing;
        if self.name.is_empty() {
            Card::new().show(ui, |ui| {
                empty_state(ui, Icon::Users, &self.words[4], None);
            });
            return wish;
        }
        if self.head_ui(ui) {
            self.goals.begin(self.competency);
        }
        self.print_ui(ui, actions);
        if let Some(person) = self.search_ui(ui) {
            return Wish::Profile(person);
        }
        let table = if is_narrow(ui) {
            ui.available_width()
        } else {
            TABLE
        };
        let mut picked = None;
        let levels = &self.levels;
        two_columns(ui, table, measures::GAP_M, |ui, side| match side {
            Side::Left => levels.radar_ui(ui),
            Side::Right => picked = levels.table_ui(ui),
        });
        let (detail, goals, talk) = (&self.detail, &mut self.goals, &mut self.talk);
        two_columns(ui, SIDE, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    detail.evidence_ui(ui);
                    if goals.show(ui, ground, actions) {
                        wish = Wish::Again;
                    }
                }
                Side::Right => {
                    detail.side_ui(ui);
                    talk.show(ui, actions);
                }
            }
        });
        ui.text_weak(Type::Small, &self.words[3]);
        if let Some(competency) = picked {
            self.competency = Some(competency);
            wish = Wish::Again;
        }
        wish
    }

    /// Name, position, and the two sentences; true when a goal is wanted.
    fn head_ui(&mut self, ui: &mut Ui) -> bool {
        let mut wants_goal = false;
        let mut wants_other = false;
        let is_wide = !is_narrow(ui);
        let width = ui.available_width();
        let top = ui.cursor().min;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            // The buttons stand beside the name; the sentences below have the whole width.
            let beside = if is_wide { width - 560.0 } else { width };
            ui.allocate_ui(vec2(beside, measures::CONTROL), |ui| {
                ui.set_max_width(beside);
                ui.set_min_height(measures::CONTROL);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = measures::GAP_S;
                    ui.text(Type::Verdict, &self.name);
                    ui.text_weak(Type::Body, &self.line);
                });
            });
            ui.text(Type::Heading, &self.headline);
            ui.text_weak(Type::Body, &self.rest);
        });
        let mut buttons = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_M;
            let goal = Button::primary(&self.words[0]).icon(Icon::ListChecks);
            wants_goal = ui.add(goal).clicked();
            let print = Button::secondary(&self.words[5]).icon(Icon::Printer);
            self.print.is_asking |= ui.add(print).clicked();
            let other = Button::secondary(&self.words[1]).icon(Icon::Search);
            wants_other = ui.add(other).clicked();
        };
        if is_wide {
            let rect = egui::Rect::from_min_size(top, vec2(width, measures::CONTROL));
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            let place = egui::UiBuilder::new()
                .id_salt("deeds")
                .max_rect(rect)
                .layout(layout);
            buttons(&mut ui.new_child(place));
        } else {
            ui.horizontal_wrapped(buttons);
        }
        if wants_other {
            self.is_searching = !self.is_searching;
            self.search.clear();
        }
        wants_goal
    }

    /// Names leave the program only after a question.
    fn print_ui(&mut self, ui: &Ui, actions: &mut Actions) {
        if !self.print.is_asking {
            return;
        }
        let words = &self.words;
        let question = Confirm::new("print-profile", &words[6], &words[7], &words[8]);
        match question.text(&self.print.body).show(ui) {
            Answer::Open => return,
            Answer::Cancel => {}
            Answer::Deed => {
                if let (Some(round), Some(person)) = (self.print.round.clone(), self.person) {
                    actions.push(Action::Pick(Pick::RatingFile {
                        round,
                        what: RatingFileKind::Profile(person),
                        name: self.print.file.clone(),
                    }));
                }
            }
        }
        self.print.is_asking = false;
    }

    /// Finding somebody else by name.
    fn search_ui(&mut self, ui: &mut Ui) -> Option<PersonId> {
        if !self.is_searching {
            return None;
        }
        let mut picked = None;
        Card::new().padding(12).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            let field = TextField::search("find", &self.words[2]).width(320.0);
            field.show(ui, &mut self.search);
            let wanted = self.search.trim().to_lowercase();
            let found = self
                .everybody
                .iter()
                .filter(|(_, _, name)| name.contains(&wanted));
            ui.horizontal_wrapped(|ui| {
                for (id, name, _) in found.take(MOST_FOUND) {
                    let button = Button::quiet(name).small();
                    if ui.push_id(id, |ui| ui.add(button)).inner.clicked() {
                        picked = Some(*id);
                    }
                }
            });
        });
        picked
    }
}

/// The person to begin with: the one furthest below their role.
fn first_look(findings: &RoundFindings) -> Option<PersonId> {
    let depth = |it: &PersonProfile| {
        let gaps = it
            .competencies
            .iter()
            .filter_map(|line| line.gap.as_ref().ok());
        gaps.map(|gap| gap.value.min(0.0)).sum::<f64>()
    };
    let lowest = findings
        .people
        .iter()
        .min_by(|a, b| depth(a).total_cmp(&depth(b)));
    lowest.map(|it| it.person)
}
