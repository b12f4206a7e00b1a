//! One action in full: its finding with the figure of that day, the check, steps and days to tick off,
//! how it came to stand where it stands.

use egui::{ScrollArea, Ui, vec2};

use super::super::common::padded;
use super::shown::{Shown, tone_of};
use super::{Wish, moved};
use crate::analysis::actions::{Check, published_figure};
use crate::app::Overview;
use crate::disclosure::{Published, Reason};
use crate::domain::action::{Action as Plan, Finding, Status};
use crate::domain::{Audience, Lang, MinGroup};
use crate::i18n::{message, number};
use crate::phrases::{self, Sentence};
use crate::tr;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Chip, Dropdown, Kit as _, checkbox};

/// An action in words.
pub(super) struct Detail {
    action: Plan,
    place: String,
    due: (String, Tone, Icon),
    origin: String,
    finding: String,
    figure: String,
    check: Sentence,
    check_tone: (Tone, Icon),
    has_check: bool,
    since: String,
    promised: String,
    follow_ups: Vec<String>,
    history: Vec<String>,
}

impl Detail {
    pub(super) fn new(
        cx: &Cx<'_>,
        overview: &Overview,
        (action, check): (&Plan, &Check),
        min_group: MinGroup,
    ) -> Self {
        let lang = cx.lang;
        let evidence = cx.evidence();
        let finding = action.finding.as_ref();
        let place = phrases::action_place(lang, &overview.branches, action.branch.as_ref());
        let is_late = action.is_overdue(overview.today);
        let near = phrases::due_in_words(lang, action.due, overview.today);
        let day = number::day(lang, action.due);
        let due = match (action.status.is_open(), is_late) {
            (true, true) => (format!("{day} · {near}"), Tone::Bad, Icon::TriangleAlert),
            (true, false) => (format!("{day} · {near}"), Tone::Neutral, Icon::Calendar),
            (false, _) => (day, Tone::Neutral, Icon::Calendar),
        };
        let check_tone = check
            .as_ref()
            .map_or((Tone::Neutral, Icon::Clock), |measured| {
                tone_of(measured.verdict)
            });
        Self {
            origin: finding.map_or_else(String::new, |it| message(lang, it.origin.key())),
            finding: finding.map_or_else(String::new, |it| {
                phrases::finding_line(lang, it, &overview.branches, &evidence)
            }),
            figure: finding.map_or_else(String::new, |it| figure_then(cx, it, min_group)),
            check: phrases::action_check(lang, finding, check, min_group),
            check_tone,
            has_check: finding.is_some(),
            since: changes_told(cx, action, check, min_group),
            promised: match (action.promised, finding) {
                (Some(value), Some(finding)) => {
                    number::signed(lang, value, phrases::linked_places(&finding.measure))
                }
                (Some(_) | None, _) => String::new(),
            },
            follow_ups: action
                .follow_ups
                .iter()
                .map(|it| number::day(lang, it.day))
                .collect(),
            history: history(lang, action),
            action: action.clone(),
            place,
            due,
        }
    }

    /// Draws it.
    pub(super) fn show(&self, ui: &mut Ui, height: f32, shown: &Shown, wish: &mut Wish) {
        Card::flush().min_height(height).show(ui, |ui| {
            CardHead::flush(&self.place).rule().show(ui, |ui| {
                let close = Button::quiet(shown.words.get("action-close"));
                let close = close.icon(Icon::X).icon_only().small();
                wish.is_closed |= ui.add(close).clicked();
            });
            let mut inside = |ui: &mut Ui| self.inside_ui(ui, shown, wish);
            if height > 0.0 {
                let area = ScrollArea::vertical()
                    .id_salt(("detail", self.action.id.0))
                    .max_height(height - 56.0);
                area.auto_shrink([false, true]).show(ui, inside);
            } else {
                inside(ui);
            }
        });
    }

    fn inside_ui(&self, ui: &mut Ui, shown: &Shown, wish: &mut Wish) {
        padded(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.text(Type::Heading, &self.action.what);
            if !self.action.owner.is_empty() {
                ui.text_weak(Type::Body, &self.action.owner);
            }
            Chip::new(&self.due.0)
                .tone(self.due.1)
                .icon(self.due.2)
                .show(ui);
            self.deeds_ui(ui, shown, wish);
        });
        if self.has_check {
            self.finding_ui(ui, shown);
        }
        if !self.action.why.is_empty() {
            part(ui, shown.words.get("action-why"), |ui| {
                ui.text(Type::Body, &self.action.why);
            });
        }
        self.steps_ui(ui, shown, wish);
        if !self.action.cost.is_empty() {
            part(ui, shown.words.get("action-cost"), |ui| {
                ui.text(Type::Body, &self.action.cost);
            });
        }
        part(ui, shown.words.get("action-history"), |ui| {
            for line in &self.history {
                ui.text_weak(Type::Small, line);
            }
        });
    }

    fn deeds_ui(&self, ui: &mut Ui, shown: &Shown, wish: &mut Wish) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(measures::GAP_S, measures::GAP_S);
            let at = Status::ALL
                .iter()
                .position(|status| *status == self.action.status);
            let label = shown.words.get("action-status");
            let choice = Dropdown::new("status", label, &shown.statuses, at).small();
            if let Some(status) = choice.show(ui).and_then(|at| Status::ALL.get(at)) {
                wish.saves = Some(moved(&self.action, *status));
            }
            let edit = Button::secondary(shown.words.get("action-edit"));
            if ui
                .add(edit.icon(Icon::Pencil).icon_only().small())
                .clicked()
            {
                wish.edits = Some(self.action.id);
            }
            let remove = Button::quiet(shown.words.get("action-remove"));
            if ui
                .add(remove.icon(Icon::Trash2).icon_only().small())
                .clicked()
            {
                wish.removes = Some(self.action.id);
            }
        });
    }

    fn finding_ui(&self, ui: &mut Ui, shown: &Shown) {
        part(ui, shown.words.get("action-finding"), |ui| {
            ui.text(Type::Body, &self.finding);
            ui.text_weak(Type::Small, &self.origin);
            if !self.figure.is_empty() {
                ui.text_marked(Type::Body, &self.figure);
            }
            if !self.promised.is_empty() {
                let words = shown.words.get("action-promised");
                ui.text_weak(Type::Small, &format!("{words} {}", self.promised));
            }
        });
        part(ui, shown.words.get("action-check-title"), |ui| {
            ui.horizontal_top(|ui| {
                let (tone, icon) = self.check_tone;
                let ink = ui.palette().tone(tone);
                ui.icon(icon, measures::ICON, ink);
                ui.vertical(|ui| {
                    ui.text(Type::Strong, &self.check.headline);
                    ui.text_weak(Type::Small, &self.check.detail);
                    if !self.since.is_empty() {
                        ui.text_weak(Type::Small, &self.since);
                    }
                });
            });
        });
    }

    fn steps_ui(&self, ui: &mut Ui, shown: &Shown, wish: &mut Wish) {
        if !self.action.steps.is_empty() {
            part(ui, shown.words.get("action-steps"), |ui| {
                for (at, step) in self.action.steps.iter().enumerate() {
                    let mut is_done = step.is_done;
                    ui.push_id(at, |ui| checkbox(ui, &mut is_done, &step.words, None));
                    if is_done != step.is_done {
                        let mut action = Box::new(self.action.clone());
                        action.steps[at].is_done = is_done;
                        wish.saves = Some(action);
                    }
                }
            });
        }
        if !self.action.follow_ups.is_empty() {
            part(ui, shown.words.get("action-follow-ups"), |ui| {
                let days = self.action.follow_ups.iter().zip(&self.follow_ups);
                for (at, (follow_up, day)) in days.enumerate() {
                    let mut is_done = follow_up.is_done;
                    ui.push_id(("day", at), |ui| checkbox(ui, &mut is_done, day, None));
                    if is_done != follow_up.is_done {
                        let mut action = Box::new(self.action.clone());
                        action.follow_ups[at].is_done = is_done;
                        wish.saves = Some(action);
                    }
                }
            });
        }
    }
}

fn part(ui: &mut Ui, head: &str, add: impl FnOnce(&mut Ui)) {
    ui.rule();
    padded(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.text(Type::Strong, head);
        add(ui);
    });
}

/// The figure of that day, as long as it may still be shown.
fn figure_then(cx: &Cx<'_>, finding: &Finding, min_group: MinGroup) -> String {
    let lang = cx.lang;
    match (published_figure(finding, &cx.evidence()), &finding.figure) {
        (Ok(_), Some(figure)) => {
            let text = phrases::linked_figure(lang, &finding.measure, figure, min_group);
            match finding.noted {
                Some(day) => tr!(
                    lang,
                    "action-figure-on",
                    figure = text,
                    day = number::day(lang, day)
                ),
                None => text,
            }
        }
        (Err(reason), Some(_)) if reason.protects() => phrases::hidden(lang, reason, min_group),
        (Ok(_) | Err(_), _) => String::new(),
    }
}

/// What people answered to “has something changed since the last survey?” in the wave of the check.
fn changes_told(cx: &Cx<'_>, action: &Plan, check: &Check, min_group: MinGroup) -> String {
    let lang = cx.lang;
    let told = || {
        let (findings, measured) = (cx.ready()?, check.as_ref().ok()?);
        let wave = findings.wave(&measured.later.code)?;
        let id = crate::domain::CHANGES_ITEM;
        let item = findings.items.iter().position(|item| item.id == id)?;
        let found = wave.audience(Audience::All)?;
        let branch = action.branch.as_ref().and_then(|code| {
            let known = &findings.branches;
            known.iter().position(|branch| branch.code == *code)
        });
        let row = match branch {
            Some(at) => found.branches.get(at)?,
            None => &found.company,
        };
        row.items.get(item).copied()
    };
    match told() {
        Some(Published::Shown { value, n }) => {
            let share = value.favourable.as_ref();
            let share = share.map(|share| phrases::favourable(lang, share));
            let n = phrases::n_equals(lang, n, min_group);
            match share {
                Some(share) => tr!(lang, "action-changed-share", share = share, n = n),
                None => tr!(
                    lang,
                    "action-changed-mean",
                    mean = number::decimal(lang, value.mean, 1),
                    n = n
                ),
            }
        }
        Some(Published::Hidden(reason)) if reason != Reason::NotAsked => tr!(
            lang,
            "action-changed-hidden",
            reason = phrases::hidden(lang, reason, min_group)
        ),
        Some(Published::Hidden(_)) | None => String::new(),
    }
}

fn history(lang: Lang, action: &Plan) -> Vec<String> {
    let entries = action.history.iter().map(|entry| {
        let status = message(lang, entry.status.key());
        format!("{} · {status}", number::day(lang, entry.day))
    });
    entries.collect()
}
