//! The chosen round at a glance: where it stands, what to do next, who is missing, how long it is
//! kept.

use egui::Ui;

use super::super::Tab;
use super::super::ground::Ground;
use super::told::{Questions, facts, missing, notes, questions};
use crate::app::{Command, RatingCommand, RatingFileKind, RoundInfo};
use crate::domain::rating::{RoundCode, RoundState};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::chart::Bar;
use crate::ui::widgets::{Answer, Button, Card, CardHead, Confirm, Kit as _, key_values, note};

/// What was wanted of the page.
#[derive(Default)]
pub(super) struct Out {
    pub(super) wants_change: bool,
    pub(super) wants_book: bool,
    pub(super) tab: Option<Tab>,
}

/// The prepared words of the chosen round.
#[derive(Default)]
pub(super) struct Detail {
    code: Option<RoundCode>,
    state: Option<RoundState>,
    title: String,
    caption: String,
    share: f64,
    progress: String,
    facts: Vec<(String, String)>,
    missing_title: String,
    missing: Vec<String>,
    codes: Vec<(String, String)>,
    notes: Vec<(Icon, Tone, String)>,
    questions: Questions,
    is_asking_to_share: bool,
    has_plan: bool,
    has_codes: bool,
}

impl Detail {
    pub(super) fn prepare(&mut self, cx: &Cx<'_>, ground: Ground<'_>, info: Option<&RoundInfo>) {
        let Some(info) = info else {
            *self = Self::default();
            return;
        };
        let lang = ground.lang;
        let round = &info.round;
        let (done, all) = info.handed_in;
        self.code = Some(round.code.clone());
        self.state = Some(round.state);
        self.title.clone_from(&round.name);
        self.caption = message(lang, round.state.key());
        #[expect(clippy::cast_precision_loss, reason = "counts of sheets")]
        let share = if all == 0 {
            0.0
        } else {
            done as f64 / all as f64
        };
        self.share = share;
        self.progress = tr!(lang, "round-progress", done = done, all = all);
        self.facts = facts(lang, info);
        self.missing_title = message(
            lang,
            if info.missing.is_empty() {
                "round-missing-nobody"
            } else {
                "round-missing"
            },
        );
        self.missing = missing(ground, info);
        self.notes = notes(ground, info);
        self.questions = questions(lang, info);
        self.has_plan = all > 0;
        self.has_codes = info.has_codes;
        self.codes = cx
            .ratings
            .codes
            .iter()
            .map(|(id, code)| (ground.name(*id), code.shown()))
            .collect();
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) -> Out {
        let mut out = Out::default();
        let Some(code) = self.code.clone() else {
            return out;
        };
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(&self.title)
                .caption(&self.caption)
                .show(ui, |ui| {
                    let change = Button::quiet(&self.questions.change).icon(Icon::Pencil);
                    out.wants_change = ui.add(change.small()).clicked();
                });
            let bar = Bar {
                share: self.share,
                target: None,
                is_flagged: false,
            };
            bar.show(ui, ui.available_width(), &self.progress);
            ui.text_weak(Type::Small, &self.progress);
            let facts: Vec<(&str, &str)> = self
                .facts
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .collect();
            key_values(ui, &facts);
            for (icon, tone, words) in &self.notes {
                note(ui, *icon, *tone, words);
            }
            ui.add_space(4.0);
            self.deeds_ui(ui, &code, &mut out, actions);
        });
        self.codes_ui(ui, actions);
        self.missing_ui(ui);
        self.share_question(ui, cx, actions);
        out
    }

    fn deeds_ui(&mut self, ui: &mut Ui, code: &RoundCode, out: &mut Out, actions: &mut Actions) {
        let words = &self.questions;
        ui.spacing_mut().item_spacing.y = 6.0;
        match self.state {
            Some(RoundState::Draft) => {
                let reason = (!self.has_plan).then_some(words.nothing_planned.as_str());
                let open = Button::primary(&words.open).disabled_because(reason);
                if ui.add(open.full_width()).clicked() {
                    let command = RatingCommand::OpenRound(code.clone());
                    actions.push(ask((&words.open, &words.open_body), &words.open, command));
                }
            }
            Some(RoundState::Open) => {
                let share = Button::primary(&words.share).icon(Icon::Users);
                self.is_asking_to_share |= ui.add(share.full_width()).clicked();
                let codes = Button::secondary(&words.codes).icon(Icon::KeyRound);
                if ui.add(codes.full_width().tip(&words.codes_note)).clicked() {
                    let command = RatingCommand::MakeCodes(code.clone());
                    if self.has_codes {
                        let body = &words.new_codes_body;
                        actions.push(ask((&words.codes, body), &words.codes, command));
                    } else {
                        actions.rate(command);
                    }
                }
                let forms = Button::secondary(&words.forms).icon(Icon::Printer);
                if ui.add(forms.full_width().tip(&words.forms_note)).clicked() {
                    actions.push(Action::Pick(Pick::RatingFile {
                        round: code.clone(),
                        what: RatingFileKind::Forms,
                        name: format!("{}, {}", words.forms_file, self.title),
                    }));
                }
                if ui
                    .add(Button::secondary(&words.close).full_width())
                    .clicked()
                {
                    let command = RatingCommand::CloseRound(code.clone());
                    actions.push(ask(
                        (&words.close, &words.close_body),
                        &words.close,
                        command,
                    ));
                }
            }
            Some(RoundState::Closed) => {
                let results = Button::primary(&words.results).icon(Icon::Table);
                if ui.add(results.full_width()).clicked() {
                    out.tab = Some(Tab::Matrix);
                }
                let book = Button::secondary(&words.book).icon(Icon::FileSpreadsheet);
                out.wants_book |= ui.add(book.full_width()).clicked();
            }
            None => {}
        }
        if ui
            .add(Button::danger(&words.erase).icon(Icon::Trash2).small())
            .clicked()
        {
            actions.push(Action::Confirm(Confirmation {
                title: words.erase.clone(),
                body: words.erase_body.clone(),
                deed: words.erase_deed.clone(),
                is_danger: true,
                command: Box::new(Command::Ratings(RatingCommand::EraseRound(code.clone()))),
            }));
        }
    }

    /// Codes are shown once, after they were made.
    fn codes_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        if self.codes.is_empty() {
            return;
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            CardHead::new(&self.questions.codes).show(ui, |ui| {
                let copy = Button::quiet(&self.questions.codes_copy).icon(Icon::Copy);
                if ui.add(copy.small()).clicked() {
                    let lines = self.codes.iter();
                    let lines = lines.map(|(name, code)| format!("{name}\t{code}"));
                    actions.push(Action::Copy(lines.collect::<Vec<_>>().join("\n")));
                }
            });
            ui.text_weak(Type::Small, &self.questions.codes_note);
            egui::ScrollArea::vertical()
                .id_salt("codes")
                .max_height(220.0)
                .show_rows(ui, 24.0, self.codes.len(), |ui, rows| {
                    let shown = self.codes.get(rows).unwrap_or_default();
                    let lines: Vec<(&str, &str)> = shown
                        .iter()
                        .map(|(name, code)| (name.as_str(), code.as_str()))
                        .collect();
                    key_values(ui, &lines);
                });
        });
    }

    fn missing_ui(&self, ui: &mut Ui) {
        if self.state != Some(RoundState::Open) {
            return;
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.text(Type::Heading, &self.missing_title);
            for line in &self.missing {
                ui.text(Type::Body, line);
            }
        });
    }

    fn share_question(&mut self, ui: &Ui, cx: &Cx<'_>, actions: &mut Actions) {
        if !self.is_asking_to_share || cx.is_busy {
            return;
        }
        let words = &self.questions;
        // Nothing more is asked from here on.
        let deed = words.share.trim_end_matches('…');
        let question = Confirm::new("share", deed, deed, &words.cancel);
        match question.text(&words.share_body).show(ui) {
            Answer::Open => {}
            Answer::Deed => {
                self.is_asking_to_share = false;
                actions.push(Action::ShareDesk);
            }
            Answer::Cancel => self.is_asking_to_share = false,
        }
    }
}

fn ask((title, body): (&str, &str), deed: &str, command: RatingCommand) -> Action {
    Action::Confirm(Confirmation {
        title: title.to_owned(),
        body: body.to_owned(),
        deed: deed.to_owned(),
        is_danger: false,
        command: Box::new(Command::Ratings(command)),
    })
}
