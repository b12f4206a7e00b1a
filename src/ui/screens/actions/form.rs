//! The form of an action: from a finding, from the library, or from nothing. Checks what is typed.

use egui::{Ui, vec2};

use super::super::common::{Words, padded};
use super::fields::{Faults, Fields};
use super::month::plus;
use super::proposals::Proposals;
use crate::analysis::actions::published_figure;
use crate::app::{Overview, action_library};
use crate::domain::action::{Action as Plan, ActionId, Finding, Status};
use crate::domain::{BranchCode, Date, Lang, MinGroup};
use crate::i18n::message;
use crate::phrases;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::parts::day_text;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, Dropdown, Kit as _, SentenceCard, Side, TextField, two_columns,
};

/// An action that is being written.
pub(super) struct Form {
    action: Plan,
    fields: Fields,
    places: Vec<BranchCode>,
    names: Vec<String>,
    proposals: Proposals,
    words: Words,
    title: String,
    finding: (String, String),
    was_tried: bool,
    lang: Lang,
    today: Date,
}

/// What became of the form in this frame.
pub(super) enum Outcome {
    /// Still open.
    Open,
    /// Still open; its words have to be prepared anew.
    Again,
    /// Close.
    Cancel,
    /// Keep and close.
    Save(Box<Plan>),
}

const KEYS: &[&str] = &[
    "action-what",
    "action-why",
    "action-owner",
    "action-owner-hint",
    "action-where",
    "action-due",
    "action-follow-ups",
    "action-follow-ups-hint",
    "action-steps",
    "action-steps-hint",
    "action-promised",
    "action-promised-note",
    "action-cost",
    "action-save",
    "form-cancel",
    "action-bad-what",
    "action-bad-long",
    "action-bad-day",
    "action-bad-days",
    "action-bad-promised",
    "action-finding-none",
];

impl Form {
    /// A form for a finding, for an action, or for nothing yet.
    pub(super) fn new(
        cx: &Cx<'_>,
        overview: &Overview,
        action: Option<&Plan>,
        finding: Option<&Finding>,
    ) -> Self {
        let places: Vec<BranchCode> = overview.branches.iter().map(|it| it.code.clone()).collect();
        let due = plus(overview.today, 8 * 7);
        let fresh = || Plan {
            id: ActionId(0),
            revision: 0,
            finding: finding.map(|finding| Finding {
                figure: finding
                    .figure
                    .or_else(|| published_figure(finding, &cx.evidence()).ok()),
                ..finding.clone()
            }),
            proposal: None,
            what: String::new(),
            why: String::new(),
            owner: String::new(),
            branch: finding.and_then(|finding| finding.branch.clone()),
            due,
            follow_ups: Vec::new(),
            steps: Vec::new(),
            promised: None,
            cost: String::new(),
            status: Status::Planned,
            history: Vec::new(),
        };
        let action = action.map_or_else(fresh, Plan::clone);
        let decimals = action
            .finding
            .as_ref()
            .map_or(1, |finding| phrases::linked_places(&finding.measure));
        let mut form = Self {
            fields: Fields::of(cx.lang, &action, &places, decimals),
            proposals: Proposals::new(action.finding.as_ref(), action.proposal.as_deref()),
            words: Words::default(),
            title: String::new(),
            finding: Default::default(),
            names: Vec::new(),
            was_tried: false,
            lang: cx.lang,
            today: overview.today,
            places,
            action,
        };
        form.prepare(cx, overview);
        form
    }

    /// The words in the language of the window.
    pub(super) fn prepare(&mut self, cx: &Cx<'_>, overview: &Overview) {
        let lang = cx.lang;
        self.lang = lang;
        self.words = Words::new(lang, KEYS);
        let is_new = self.action.id == ActionId(0);
        let key = if is_new { "action-new" } else { "action-edit" };
        self.title = message(lang, key);
        let company = message(lang, "action-whole-company");
        let branches = self.places.iter();
        let branches =
            branches.map(|code| phrases::action_place(lang, &overview.branches, Some(code)));
        self.names = std::iter::once(company).chain(branches).collect();
        let evidence = cx.evidence();
        let min_group = evidence
            .findings
            .map_or_else(MinGroup::default, |findings| findings.min_group);
        self.finding = match &self.action.finding {
            None => (String::new(), String::new()),
            Some(finding) => {
                let line = phrases::finding_line(lang, finding, &overview.branches, &evidence);
                let origin = message(lang, finding.origin.key());
                let is_open = published_figure(finding, &evidence).is_ok();
                let figure = finding.figure.as_ref().filter(|_| is_open);
                let figure = figure.map(|figure| {
                    phrases::linked_figure(lang, &finding.measure, figure, min_group)
                });
                let detail = match figure {
                    Some(figure) => format!("{origin} · {figure}"),
                    None => origin,
                };
                (line, detail)
            }
        };
        self.proposals.prepare(lang, overview);
    }

    /// The title of the page.
    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// Draws the form.
    pub(super) fn show(&mut self, ui: &mut Ui) -> Outcome {
        let mut outcome = Outcome::Open;
        two_columns(ui, 380.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    if !self.finding.0.is_empty() {
                        SentenceCard::finding(&self.finding.0)
                            .line(&self.finding.1)
                            .plain(ui);
                    }
                    let done = self.fields_ui(ui);
                    if let Some(done) = done {
                        outcome = done;
                    }
                }
                Side::Right => {
                    let (taken, is_other) = self.proposals.show(ui);
                    if let Some(id) = taken {
                        self.take(&id);
                    }
                    if is_other {
                        outcome = Outcome::Again;
                    }
                }
            }
        });
        outcome
    }

    /// Fills the fields from a proposal of the library.
    fn take(&mut self, id: &str) {
        let library = action_library();
        let known = library.actions.iter().find(|action| action.id == id);
        let Some(known) = known else { return };
        let lang = self.lang;
        let days = i64::from(known.weeks) * 7;
        self.fields.what = known.title.get(lang).to_owned();
        self.fields.why = known.why.get(lang).to_owned();
        let steps = known.steps.iter().map(|step| step.get(lang));
        self.fields.steps = steps.collect::<Vec<_>>().join("\n");
        self.fields.due = day_text(plus(self.today, days));
        self.fields.follow_ups = day_text(plus(self.today, days / 2));
    }

    fn fields_ui(&mut self, ui: &mut Ui) -> Option<Outcome> {
        let faults = if self.was_tried {
            self.fields.faults()
        } else {
            Faults::default()
        };
        let mut outcome = None;
        Card::flush().show(ui, |ui| {
            padded(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(measures::GAP_M, 10.0);
                self.words_ui(ui, faults);
                self.days_ui(ui, faults);
                self.effect_ui(ui, faults);
                ui.add_space(4.0);
                outcome = self.end_ui(ui);
            });
        });
        outcome
    }

    fn words_ui(&mut self, ui: &mut Ui, faults: Faults) {
        let words = &self.words;
        let error = |is_bad: bool, key| is_bad.then(|| words.get(key));
        let wide = |id, key| TextField::new(id, words.get(key)).width(f32::INFINITY);
        wide("what", "action-what")
            .error(error(faults.what, "action-bad-what"))
            .show(ui, &mut self.fields.what);
        wide("why", "action-why")
            .rows(2)
            .error(error(faults.why, "action-bad-long"))
            .show(ui, &mut self.fields.why);
        wide("steps", "action-steps")
            .rows(4)
            .hint(words.get("action-steps-hint"))
            .show(ui, &mut self.fields.steps);
        ui.horizontal_top(|ui| {
            let half = (ui.available_width() - measures::GAP_M) / 2.0;
            TextField::new("owner", words.get("action-owner"))
                .hint(words.get("action-owner-hint"))
                .width(half)
                .error(error(faults.owner, "action-bad-long"))
                .show(ui, &mut self.fields.owner);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                let label = words.get("action-where");
                ui.text_weak(Type::Small, label);
                let place = Some(self.fields.place);
                let choice = Dropdown::new("place", label, &self.names, place).width(half);
                self.fields.place = choice.show(ui).unwrap_or(self.fields.place);
            });
        });
    }

    fn days_ui(&mut self, ui: &mut Ui, faults: Faults) {
        let words = &self.words;
        ui.horizontal_top(|ui| {
            let rest = ui.available_width() - measures::GAP_M - 150.0;
            TextField::new("due", words.get("action-due"))
                .width(150.0)
                .hint("01.03.2027")
                .error(faults.due.then(|| words.get("action-bad-day")))
                .show(ui, &mut self.fields.due);
            TextField::new("follow", words.get("action-follow-ups"))
                .width(rest)
                .hint(words.get("action-follow-ups-hint"))
                .error(faults.follow_ups.then(|| words.get("action-bad-days")))
                .show(ui, &mut self.fields.follow_ups);
        });
    }

    fn effect_ui(&mut self, ui: &mut Ui, faults: Faults) {
        let words = &self.words;
        let is_linked = self.action.finding.is_some();
        if !is_linked {
            ui.text_weak(Type::Small, words.get("action-finding-none"));
        }
        ui.horizontal_top(|ui| {
            if is_linked {
                let hint = match self.lang {
                    Lang::Ru => "+0,3",
                    Lang::En => "+0.3",
                };
                TextField::new("promised", words.get("action-promised"))
                    .width(150.0)
                    .hint(hint)
                    .error(faults.promised.then(|| words.get("action-bad-promised")))
                    .show(ui, &mut self.fields.promised);
            }
            TextField::new("cost", words.get("action-cost"))
                .width(ui.available_width())
                .error(faults.cost.then(|| words.get("action-bad-long")))
                .show(ui, &mut self.fields.cost);
        });
        if is_linked {
            ui.text_weak(Type::Small, words.get("action-promised-note"));
        }
    }

    fn end_ui(&mut self, ui: &mut Ui) -> Option<Outcome> {
        let mut outcome = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let save = Button::primary(self.words.get("action-save")).icon(Icon::Check);
            if ui.add(save).clicked() {
                self.was_tried = true;
                if let Some(action) = self.fields.read(&self.action, &self.places) {
                    let proposal = self.proposals.chosen().map(str::to_owned);
                    let action = Plan { proposal, ..action };
                    outcome = Some(Outcome::Save(Box::new(action)));
                }
            }
            let cancel = Button::secondary(self.words.get("form-cancel"));
            if ui.add(cancel).clicked() {
                outcome = Some(Outcome::Cancel);
            }
        });
        outcome
    }
}
