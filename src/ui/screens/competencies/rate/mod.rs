//! The rater's form: one person, competency by competency, all five levels of behaviour in sight.
//! The same on a shared computer, for HR, and for what comes from paper. Holds the only copy of a
//! draft until it is kept; must not show anything of the workspace but this sheet.

mod keys;
mod page;
mod review;
mod shown;

use egui::Ui;

use self::shown::Shown;
use crate::app::{RatingCommand, SheetView};
use crate::domain::Lang;
use crate::domain::rating::{Level, Mark, RatingSheet};
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, Chip, Kit as _, Side, note, page_head, two_columns};

/// Quiet seconds after which a draft is kept by itself.
const KEPT_AFTER: f64 = 4.0;
/// Width of the column with steps and sins.
const SIDE: f32 = 316.0;

/// The form and the draft on it.
#[derive(Default)]
pub(in super::super) struct Form {
    draft: Option<RatingSheet>,
    shown: Option<Shown>,
    /// Position of the competency; past the last one stands the review.
    at: usize,
    /// When the draft was changed and not kept since.
    changed: Option<f64>,
    was_kept: bool,
    is_typing: bool,
}

impl Form {
    /// Takes a sheet in; a draft that is being written is never overwritten by an older copy.
    pub(super) fn prepare(&mut self, lang: Lang, view: Option<&SheetView>) {
        let Some(view) = view else {
            *self = Self::default();
            return;
        };
        let known = self.draft.as_ref().map(|draft| draft.assignment);
        if known != Some(view.assignment.id) {
            *self = Self {
                draft: Some(view.sheet.clone()),
                at: first_open(view),
                ..Self::default()
            };
        }
        self.shown = Some(Shown::new(lang, view));
    }

    /// Asks for the draft to be kept, where something changed.
    pub(super) fn keep(&mut self, actions: &mut Actions) {
        if let (Some(_), Some(draft)) = (self.changed.take(), &self.draft) {
            actions.rate(RatingCommand::SaveSheet {
                sheet: draft.clone(),
                is_handed_in: false,
            });
            self.was_kept = true;
        }
    }

    /// Draws the form.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        if self.shown.is_none() || self.draft.is_none() {
            return;
        }
        self.head_ui(ui, cx, actions);
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        let count = self
            .shown
            .as_ref()
            .map_or(0, |shown| shown.competencies.len());
        if self.is_open() {
            self.keys(ui, actions);
        } else {
            self.at = count;
        }
        let mut turn = None;
        two_columns(ui, SIDE, measures::GAP_M, |ui, side| match side {
            Side::Left if self.at >= count => turn = turn.or(self.review_ui(ui, cx, actions)),
            Side::Left => turn = turn.or(self.page_ui(ui)),
            Side::Right => turn = turn.or(self.side_ui(ui)),
        });
        if let Some(to) = turn {
            self.turn(to, ui, actions);
        }
        self.keep_when_quiet(ui, actions);
    }

    fn is_open(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.is_open)
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(shown) = &self.shown else { return };
        let is_kept = self.was_kept && self.changed.is_none();
        let mut is_back = false;
        page_head(ui, &shown.title, &shown.subtitle, |ui| {
            if is_kept {
                Chip::new(&shown.kept).icon(Icon::Check).show(ui);
            }
            let back = Button::secondary(&shown.to_list).icon(Icon::ArrowLeft);
            is_back = ui.add(back).clicked();
        });
        note(
            ui,
            Icon::Info,
            crate::ui::theme::Tone::Neutral,
            &shown.privacy,
        );
        ui.add_space(measures::GAP_S);
        if is_back {
            self.keep(actions);
            actions.push(Action::LeaveSheet);
            if !cx.ratings.is_shared {
                actions.rate(RatingCommand::Open);
            }
        }
    }

    /// Another page: what was written is kept, and no field holds the keyboard.
    fn turn(&mut self, to: usize, ui: &Ui, actions: &mut Actions) {
        let count = self
            .shown
            .as_ref()
            .map_or(0, |shown| shown.competencies.len());
        self.at = to.min(count);
        self.is_typing = false;
        self.keep(actions);
        ui.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
    }

    fn mark(&self, competency: usize) -> Mark {
        let draft = self.draft.as_ref();
        let mark = draft.and_then(|draft| draft.marks.get(competency));
        mark.copied().unwrap_or_default()
    }

    fn set(&mut self, competency: usize, mark: Mark, now: f64) {
        let slot = self
            .draft
            .as_mut()
            .and_then(|draft| draft.marks.get_mut(competency));
        if let Some(slot) = slot
            && *slot != mark
        {
            *slot = mark;
            self.changed = Some(now);
        }
    }

    fn keep_when_quiet(&mut self, ui: &Ui, actions: &mut Actions) {
        let Some(changed) = self.changed else { return };
        let rest = changed + KEPT_AFTER - ui.input(|input| input.time);
        if rest <= 0.0 {
            self.keep(actions);
        } else {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(rest));
        }
    }

    /// Steps, and the sins that can be ticked on any of them.
    fn side_ui(&mut self, ui: &mut Ui) -> Option<usize> {
        let mut turn = None;
        let (Some(shown), Some(draft)) = (&self.shown, &mut self.draft) else {
            return None;
        };
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        Card::new().padding(12).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal(|ui| {
                ui.text(Type::Heading, &shown.steps_title);
                let done = draft.marked().min(shown.progress.len() - 1);
                ui.text_weak(Type::Small, &shown.progress[done]);
            });
            for (position, competency) in shown.competencies.iter().enumerate() {
                let mark = draft.marks.get(position).copied().unwrap_or_default();
                if page::step_ui(ui, &competency.name, (mark, position == self.at), shown) {
                    turn = Some(position);
                }
            }
            ui.add_space(measures::GAP_XS);
            if self.at < shown.competencies.len() {
                let review = Button::secondary(&shown.review).small().full_width();
                if ui.add(review).clicked() {
                    turn = Some(shown.competencies.len());
                }
            }
        });
        if shown.sins.is_empty() {
            return turn;
        }
        let now = ui.input(|input| input.time);
        let is_open = shown.is_open;
        let mut is_changed = false;
        Card::new().padding(12).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            ui.text(Type::Heading, &shown.sins_title);
            ui.text_weak(Type::Small, &shown.sins_note);
            ui.add_enabled_ui(is_open, |ui| {
                for sin in &shown.sins {
                    is_changed |= page::sin_ui(ui, sin, &mut draft.sins);
                }
            });
        });
        if is_changed {
            self.changed = Some(now);
        }
        turn
    }
}

/// The first competency without a mark; the first of all on an empty or full sheet.
fn first_open(view: &SheetView) -> usize {
    let marks = &view.sheet.marks;
    if view.sheet.is_complete() {
        return marks.len();
    }
    marks
        .iter()
        .position(|mark| *mark == Mark::Open)
        .unwrap_or(0)
}

/// The level of a digit; nothing for “not observed”.
fn level_of(digit: u8) -> Mark {
    Level::new(digit).map_or(Mark::NotObserved, Mark::Level)
}
