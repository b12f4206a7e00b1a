//! Actions: the board by status, the list, the calendar; one action in full; the form with proposals.
//! What is due comes first. Whether an action worked is told, never typed.

mod board;
mod calendar;
mod fields;
mod form;
mod list;
mod month;
mod panel;
mod proposals;
mod shown;
mod tickler;

use std::path::PathBuf;

use egui::Ui;

use self::calendar::Calendar;
use self::form::{Form, Outcome};
use self::list::List;
use self::shown::Shown;
use super::Screen;
use super::common::nothing_here;
use super::parts::HEAD_GAP;
use crate::app::ActionCommand;
use crate::domain::action::{Action as Plan, ActionId, Status};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::measures;
use crate::ui::widgets::{Button, Segments, Side, is_narrow, page_head, two_columns};

/// How actions are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Board,
    List,
    Calendar,
}

impl View {
    const ALL: [Self; 3] = [Self::Board, Self::List, Self::Calendar];
}

/// What the user wants in this frame.
#[derive(Debug, Default)]
struct Wish {
    /// Look at this action.
    shows: Option<ActionId>,
    /// Look at none.
    is_closed: bool,
    /// Change this action in the form.
    edits: Option<ActionId>,
    /// Keep this changed action.
    saves: Option<Box<Plan>>,
    /// Ask, then delete.
    removes: Option<ActionId>,
    /// Something about the look changed.
    is_changed: bool,
}

/// The screen.
#[derive(Default)]
pub(super) struct ActionsScreen {
    view: View,
    chosen: Option<ActionId>,
    list: List,
    calendar: Calendar,
    form: Option<Form>,
    /// How many findings were taken up so far.
    taken: u64,
    /// The workspace that the form and the choice belong to.
    workspace: PathBuf,
    shown: Option<Shown>,
}

impl Screen for ActionsScreen {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let Some(overview) = cx.overview else {
            self.shown = None;
            self.form = None;
            return;
        };
        if self.workspace != overview.path {
            *self = Self {
                taken: self.taken,
                workspace: overview.path.clone(),
                ..Self::default()
            };
        }
        let actions = &overview.actions.actions;
        let is_there = |id: &ActionId| actions.iter().any(|action| action.id == *id);
        self.chosen = self.chosen.filter(is_there);
        if let Some((count, finding)) = cx.proposed.filter(|(count, _)| *count > self.taken) {
            self.taken = count;
            self.form = Some(Form::new(cx, overview, None, Some(finding)));
        }
        if let Some(form) = &mut self.form {
            form.prepare(cx, overview);
        }
        let shown = Shown::new(cx, overview, self.chosen);
        self.list.prepare(cx.lang, &shown);
        self.calendar.prepare(cx.lang, overview.today, &shown);
        self.shown = Some(shown);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(overview) = cx.overview else { return };
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        let height = ui.available_height() - measures::PAGE_HEAD - HEAD_GAP;
        let wants_new = self.head_ui(ui);
        let mut wish = Wish::default();
        if let Some(form) = &mut self.form {
            match form.show(ui) {
                Outcome::Open => {}
                Outcome::Again => wish.is_changed = true,
                Outcome::Cancel => (self.form, wish.is_changed) = (None, true),
                Outcome::Save(action) => {
                    self.form = None;
                    (wish.saves, wish.is_changed) = (Some(action), true);
                }
            }
        } else {
            self.views_ui(ui, height, &mut wish);
        }
        if wants_new {
            self.form = Some(Form::new(cx, overview, None, None));
        }
        if let Some(id) = wish.edits {
            let known = overview.actions.actions.iter().find(|it| it.id == id);
            self.form = known.map(|known| Form::new(cx, overview, Some(known), None));
        }
        let is_again = wants_new || wish.edits.is_some() || self.follow(wish, cx, actions);
        if is_again {
            self.prepare(cx);
        }
    }
}

impl ActionsScreen {
    /// Title, what is due, the views, and the button; true where a new action is wanted.
    fn head_ui(&mut self, ui: &mut Ui) -> bool {
        let Some(shown) = &self.shown else {
            return false;
        };
        let mut wants_new = false;
        let (form, view) = (self.form.as_ref(), &mut self.view);
        let title = form.map_or(shown.words.get("actions-title"), Form::title);
        let subtitle = if form.is_some() { "" } else { &shown.subtitle };
        page_head(ui, title, subtitle, |ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            if form.is_some() || shown.cards.is_empty() {
                return;
            }
            let at = View::ALL.iter().position(|it| *it == *view).unwrap_or(0);
            if let Some(at) = Segments::new("view", &shown.views, at).show(ui) {
                *view = View::ALL[at];
            }
            let add = Button::primary(shown.words.get("action-new")).icon(Icon::Plus);
            wants_new = ui.add(add).clicked();
        });
        if shown.cards.is_empty() && form.is_none() {
            let words = (
                shown.words.get("actions-empty"),
                shown.words.get("action-new"),
            );
            wants_new |= nothing_here(ui, Icon::ListChecks, words);
        }
        wants_new
    }

    fn views_ui(&mut self, ui: &mut Ui, height: f32, wish: &mut Wish) {
        let Some(shown) = &self.shown else { return };
        if shown.cards.is_empty() {
            return;
        }
        let (list, calendar, view) = (&mut self.list, &mut self.calendar, self.view);
        let rest = if is_narrow(ui) { 0.0 } else { height };
        if view == View::List && shown.detail.is_none() {
            // Nothing beside it: the columns have the whole width.
            return list.show(ui, height, shown, wish);
        }
        two_columns(ui, 328.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match (side, view) {
                (Side::Left, View::Board) => board::show(ui, rest, shown, wish),
                (Side::Left, View::List) => list.show(ui, height, shown, wish),
                (Side::Left, View::Calendar) => calendar.show(ui, height, shown, wish),
                (Side::Right, View::Board | View::List | View::Calendar) => {
                    if let Some(detail) = &shown.detail {
                        detail.show(ui, rest, shown, wish);
                    } else if view == View::Calendar {
                        calendar.day_ui(ui, rest, shown, wish);
                    } else {
                        shown.tickler.show(ui, rest, &shown.words, wish);
                    }
                }
            }
        });
    }

    /// Carries out what was wished for; true where the page has to be prepared anew.
    fn follow(&mut self, wish: Wish, cx: &Cx<'_>, actions: &mut Actions) -> bool {
        let Wish {
            shows,
            is_closed,
            edits: _,
            saves,
            removes,
            is_changed,
        } = wish;
        if let Some(action) = saves {
            actions.act(ActionCommand::Save(action));
        }
        if let Some(id) = removes {
            self.ask_removal(id, cx, actions);
        }
        if shows.is_some() || is_closed {
            // Pressing the chosen one again lets go of it.
            self.chosen = shows.filter(|shows| Some(*shows) != self.chosen);
        }
        is_changed || is_closed || shows.is_some()
    }

    fn ask_removal(&self, id: ActionId, cx: &Cx<'_>, actions: &mut Actions) {
        let board = cx.overview.map(|overview| &overview.actions);
        let known = board.and_then(|board| board.actions.iter().find(|it| it.id == id));
        let Some(action) = known else { return };
        actions.push(Action::Confirm(Confirmation {
            title: tr!(cx.lang, "action-remove-title", what = action.what.as_str()),
            body: message(cx.lang, "action-remove-body"),
            deed: message(cx.lang, "action-remove-deed"),
            is_danger: true,
            command: Box::new(crate::app::Command::Actions(ActionCommand::Remove {
                action: id,
                revision: action.revision,
            })),
        }));
    }
}

/// The same action, standing elsewhere.
fn moved(action: &Plan, status: Status) -> Box<Plan> {
    Box::new(Plan {
        status,
        ..action.clone()
    })
}
