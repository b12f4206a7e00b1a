//! The yearly talk: its questions and answers. They change no level.

use egui::Ui;

use super::super::ground::Ground;
use crate::app::RatingCommand;
use crate::domain::rating::{AppraisalAnswer, PersonId, RoundCode};
use crate::i18n::message;
use crate::ui::action::Actions;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _, TextField};

/// Questions with their answers.
#[derive(Default)]
pub(super) struct Talk {
    of: Option<(PersonId, RoundCode)>,
    title: String,
    note: String,
    save: String,
    change: String,
    questions: Vec<Question>,
    is_editing: bool,
}

struct Question {
    id: String,
    text: String,
    answer: String,
    kept: String,
}

impl Talk {
    pub(super) fn prepare(&mut self, ground: Ground<'_>, person: PersonId) {
        let Some(results) = ground.results else {
            return;
        };
        let lang = ground.lang;
        let round = results.findings.round.code.clone();
        let of = Some((person, round));
        // Answers that are being written stay when something else on the screen changes.
        let is_same = self.of == of && self.is_editing;
        self.title = message(lang, "appraisal-title");
        self.note = message(lang, "appraisal-note");
        self.save = message(lang, "appraisal-save");
        self.change = message(lang, "appraisal-change");
        if is_same {
            return;
        }
        self.of = of;
        self.is_editing = false;
        let answer = |id: &str| {
            let known = results.appraisal.iter();
            let mut own = known.filter(|it| it.person == person && it.question == id);
            own.next().map_or_else(String::new, |it| it.answer.clone())
        };
        let model = &results.findings.model;
        self.questions = model
            .appraisal
            .iter()
            .map(|question| Question {
                id: question.id.clone(),
                text: question.text.get(lang).to_owned(),
                answer: answer(&question.id),
                kept: answer(&question.id),
            })
            .collect();
    }

    pub(super) fn show(&mut self, ui: &mut Ui, actions: &mut Actions) {
        if self.questions.is_empty() {
            return;
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            let mut wants_change = false;
            CardHead::new(&self.title).show(ui, |ui| {
                if !self.is_editing {
                    let change = Button::quiet(&self.change).icon(Icon::Pencil).small();
                    wants_change = ui.add(change).clicked();
                }
            });
            self.is_editing |= wants_change;
            ui.text_weak(Type::Small, &self.note);
            for question in &mut self.questions {
                if self.is_editing {
                    let field = TextField::new(&question.id, &question.text);
                    field
                        .rows(2)
                        .width(f32::INFINITY)
                        .show(ui, &mut question.answer);
                } else {
                    ui.text_weak(Type::Small, &question.text);
                    let answer = if question.answer.is_empty() {
                        "—"
                    } else {
                        &question.answer
                    };
                    ui.text(Type::Body, answer);
                }
            }
            if self.is_editing && ui.add(Button::secondary(&self.save).small()).clicked() {
                self.save(actions);
            }
        });
    }

    fn save(&mut self, actions: &mut Actions) {
        self.is_editing = false;
        let Some((person, round)) = self.of.clone() else {
            return;
        };
        let changed: Vec<AppraisalAnswer> = self
            .questions
            .iter()
            .filter(|it| it.answer.trim() != it.kept)
            .map(|it| AppraisalAnswer {
                round: round.clone(),
                person,
                question: it.id.clone(),
                answer: it.answer.trim().to_owned(),
            })
            .collect();
        if !changed.is_empty() {
            actions.rate(RatingCommand::SaveAppraisal(changed));
        }
    }
}
