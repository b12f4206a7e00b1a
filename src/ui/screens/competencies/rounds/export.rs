//! The workbook of a closed round: whose people go into it, and a confirmation that names what leaves
//! the program. Must not write: the file is asked for, and the worker writes it.

use std::collections::BTreeSet;

use egui::Ui;

use super::super::ground::Ground;
use crate::analysis::ratings::team_of;
use crate::app::RatingFileKind;
use crate::domain::rating::{PersonId, RoundCode};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::theme::{Tone, Type};
use crate::ui::widgets::{Answer, Confirm, Dropdown, Kit as _, checkbox, note};

/// The question about the workbook, while it is asked.
#[derive(Default)]
pub(super) struct Export {
    is_asking: bool,
    is_sure: bool,
    was_tried: bool,
    at: usize,
    round: Option<RoundCode>,
    words: Vec<String>,
    choices: Vec<Choice>,
    names: Vec<String>,
}

struct Choice {
    manager: Option<PersonId>,
    body: String,
    file: String,
}

const KEYS: [&str; 7] = [
    "ratings-export-title",
    "rated-export-who",
    "ratings-export-confirm",
    "ratings-export-deed",
    "cancel",
    "rated-export-tick",
    "ratings-not-in-report",
];

impl Export {
    pub(super) fn prepare(&mut self, cx: &Cx<'_>, ground: Ground<'_>) {
        let lang = ground.lang;
        let Some(view) = cx.ratings.current_round() else {
            *self = Self::default();
            return;
        };
        let round = Some(view.info.round.code.clone());
        if self.round != round {
            *self = Self::default();
        }
        self.round = round;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        let rated: BTreeSet<PersonId> = view.assignments.iter().map(|it| it.ratee).collect();
        let name = view.info.round.name.as_str();
        let body = |count: usize| tr!(lang, "ratings-export-body", count = count);
        let file = message(lang, "rated-file-book");
        self.choices = vec![Choice {
            manager: None,
            body: body(rated.len()),
            file: format!("{file}, {name}"),
        }];
        self.names = vec![message(lang, "rated-export-whole")];
        let people = &ground.overview.people;
        let managers: BTreeSet<PersonId> = people.iter().filter_map(|it| it.manager).collect();
        for manager in people.iter().filter(|it| managers.contains(&it.id)) {
            let team = team_of(people, manager.id);
            let count = team.intersection(&rated).count();
            if count > 0 {
                let who = manager.name.as_str();
                self.names
                    .push(tr!(lang, "rated-export-team", name = who, count = count));
                self.choices.push(Choice {
                    manager: Some(manager.id),
                    body: body(count),
                    file: format!("{file}, {name}, {who}"),
                });
            }
        }
        self.at = self.at.min(self.choices.len().saturating_sub(1));
    }

    /// Begins to ask; everything has to be said anew.
    pub(super) fn begin(&mut self) {
        self.is_asking = true;
        self.is_sure = false;
        self.was_tried = false;
    }

    pub(super) fn show(&mut self, ui: &Ui, actions: &mut Actions) {
        let (Some(choice), true) = (self.choices.get(self.at), self.is_asking) else {
            return;
        };
        let words = &self.words;
        let question = Confirm::new("ratings-export", &words[0], &words[3], &words[4]);
        let (names, at, is_sure) = (&self.names, &mut self.at, &mut self.is_sure);
        let is_refused = self.was_tried && !*is_sure;
        let answer = question.text(&choice.body).show_with(ui, |ui| {
            ui.add_space(4.0);
            if names.len() > 1 {
                ui.text_weak(Type::Small, &words[1]);
                let picked = Dropdown::new("whose", &words[1], names, Some(*at)).show(ui);
                *at = picked.unwrap_or(*at);
            }
            checkbox(ui, is_sure, &words[2], None);
            if is_refused {
                note(
                    ui,
                    crate::ui::icons::Icon::CircleAlert,
                    Tone::Bad,
                    &words[5],
                );
            }
            ui.text_weak(Type::Small, &words[6]);
        });
        match answer {
            Answer::Open => {}
            Answer::Cancel => self.is_asking = false,
            Answer::Deed if self.is_sure => self.follow(actions),
            Answer::Deed => self.was_tried = true,
        }
    }

    fn follow(&mut self, actions: &mut Actions) {
        self.is_asking = false;
        let choice = self.choices.get(self.at);
        if let (Some(choice), Some(round)) = (choice, self.round.clone()) {
            actions.push(Action::Pick(Pick::RatingFile {
                round,
                what: RatingFileKind::Book {
                    manager: choice.manager,
                },
                name: choice.file.clone(),
            }));
        }
    }
}
