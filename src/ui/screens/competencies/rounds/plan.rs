//! Who rates whom: proposed in a draft, watched while the round is open, and the way to a sheet that
//! comes from paper.

use egui::Ui;

use super::super::ground::{Ground, in_row, source};
use super::by_hand::ByHand;
use crate::app::{Command, RatingCommand};
use crate::domain::BranchCode;
use crate::domain::rating::{
    AssignmentId, PersonId, Rater, RoundCode, RoundState, SheetState, Source,
};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Chip, Column, Density, Dropdown, Kit as _, Table, TextField,
};

/// The prepared plan.
#[derive(Default)]
pub(super) struct Plan {
    code: Option<RoundCode>,
    state: Option<RoundState>,
    words: Vec<String>,
    count: String,
    heads: [String; 4],
    rows: Vec<Row>,
    shown: Vec<usize>,
    search: String,
    only_missing: bool,
    branches: Vec<(Option<BranchCode>, String)>,
    branch_names: Vec<String>,
    branch: usize,
    positions: Vec<String>,
    position: usize,
    by_hand: ByHand,
}

struct Row {
    id: AssignmentId,
    ratee: String,
    rater: String,
    part: String,
    state: SheetState,
    state_word: String,
    pair: Option<(PersonId, PersonId, Source)>,
    searched: String,
}

const KEYS: [&str; 9] = [
    "round-plan",
    "round-propose",
    "round-propose-note",
    "people-search",
    "round-remove-pair",
    "round-enter-paper",
    "round-only-missing",
    "round-no-plan",
    "competencies-import",
];

impl Plan {
    pub(super) fn prepare(&mut self, cx: &Cx<'_>, ground: Ground<'_>) {
        let lang = ground.lang;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        self.heads = ["matrix-person", "column-rater", "rated-part", "rate-state"]
            .map(|key| message(lang, key));
        self.choices(ground);
        let info = cx.ratings.current();
        self.code = info.map(|info| info.round.code.clone());
        self.state = info.map(|info| info.round.state);
        let assignments = cx
            .ratings
            .current_round()
            .map_or(&[][..], |view| &view.assignments);
        self.count = tr!(lang, "round-assignments", count = assignments.len());
        let row = |it: &crate::domain::rating::Assignment| {
            let (ratee, rater) = (ground.name(it.ratee), ground.rater(&it.rater));
            let pair = match &it.rater {
                Rater::Person(id) => Some((it.ratee, *id, it.source)),
                Rater::Shopper(_) | Rater::Erased => None,
            };
            Row {
                id: it.id,
                searched: format!("{ratee} {rater}").to_lowercase(),
                ratee,
                rater,
                part: source(lang, it.source),
                state: it.state,
                state_word: message(lang, it.state.key()),
                pair,
            }
        };
        self.rows = assignments.iter().map(row).collect();
        self.filter();
        self.by_hand.prepare(ground, self.code.as_ref());
    }

    /// Branches and positions of those who are here.
    fn choices(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        let all = (None, message(lang, "matrix-filter-branch"));
        let known = ground.overview.branches.iter();
        let known = known.map(|it| (Some(it.code.clone()), ground.branch(&it.code)));
        self.branches = std::iter::once(all).chain(known).collect();
        self.branch_names = self.branches.iter().map(|(_, name)| name.clone()).collect();
        let mut positions: Vec<String> = ground
            .overview
            .people
            .iter()
            .map(|person| person.position.clone())
            .collect();
        positions.sort();
        positions.dedup();
        self.positions = vec![message(lang, "matrix-filter-position")];
        self.positions.extend(positions);
        self.branch = self.branch.min(self.branches.len().saturating_sub(1));
        self.position = self.position.min(self.positions.len().saturating_sub(1));
    }

    fn filter(&mut self) {
        let wanted = self.search.trim().to_lowercase();
        let is_wanted = |row: &Row| {
            let is_found = wanted.is_empty() || row.searched.contains(&wanted);
            is_found && (!self.only_missing || row.state != SheetState::HandedIn)
        };
        let rows = self.rows.iter().enumerate();
        self.shown = rows
            .filter(|(_, row)| is_wanted(row))
            .map(|(at, _)| at)
            .collect();
    }

    /// Draws the plan; true when what is shown of it changed.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        (cx, ground): (&Cx<'_>, Ground<'_>),
        actions: &mut Actions,
    ) -> bool {
        let Some(code) = self.code.clone() else {
            return false;
        };
        let is_draft = self.state == Some(RoundState::Draft);
        let mut is_changed = false;
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.words[0])
                .caption(&self.count)
                .show(ui, |ui| {
                    if self.state == Some(RoundState::Open) {
                        let import = Button::secondary(&self.words[8]).icon(Icon::Upload).small();
                        if ui.add(import).clicked() {
                            actions.push(super::super::super::deeds::import("ratings"));
                        }
                    }
                });
            super::super::super::common::padded(ui, |ui| {
                self.by_hand.show(ui, self.state, actions);
                if is_draft {
                    self.propose_ui(ui, ground, &code, actions);
                }
                if !self.rows.is_empty() {
                    is_changed = self.filter_ui(ui);
                }
            });
            if self.rows.is_empty() {
                crate::ui::widgets::empty_state(ui, Icon::Users, &self.words[7], None);
                ui.add_space(measures::GAP_L);
            } else {
                self.table_ui(ui, (cx, is_draft, &code), actions);
            }
        });
        if is_changed {
            self.filter();
        }
        false
    }

    fn filter_ui(&mut self, ui: &mut Ui) -> bool {
        let mut is_changed = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_M;
            let field = TextField::search("find", &self.words[3]).width(240.0);
            let search = &mut self.search;
            is_changed |= in_row(ui, 240.0, |ui| field.show(ui, search)).changed();
            if self.state == Some(RoundState::Open) {
                let word = &self.words[6];
                let mark = &mut self.only_missing;
                is_changed |= crate::ui::widgets::checkbox(ui, mark, word, None).changed();
            }
        });
        is_changed
    }

    fn propose_ui(
        &mut self,
        ui: &mut Ui,
        ground: Ground<'_>,
        code: &RoundCode,
        actions: &mut Actions,
    ) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let name = self.branch_names.first().map_or("", String::as_str);
            let choice = Dropdown::new("branch", name, &self.branch_names, Some(self.branch));
            self.branch = choice.show(ui).unwrap_or(self.branch);
            let name = self.positions.first().map_or("", String::as_str);
            let choice = Dropdown::new("position", name, &self.positions, Some(self.position));
            self.position = choice.show(ui).unwrap_or(self.position);
            let propose = Button::secondary(&self.words[1]).icon(Icon::Users);
            if ui.add(propose.tip(&self.words[2])).clicked() {
                actions.rate(RatingCommand::ProposeRaters {
                    round: code.clone(),
                    ratees: self.wanted(ground),
                });
            }
        });
        ui.text_weak(Type::Small, &self.words[2]);
    }

    /// Whom the choices mean; nobody where they mean everybody.
    fn wanted(&self, ground: Ground<'_>) -> Vec<PersonId> {
        if self.branch == 0 && self.position == 0 {
            return Vec::new();
        }
        let branch = self
            .branches
            .get(self.branch)
            .and_then(|(code, _)| code.as_ref());
        let position = self
            .positions
            .get(self.position)
            .filter(|_| self.position > 0);
        let people = ground.overview.people.iter();
        people
            .filter(|it| it.is_here_on(ground.overview.today))
            .filter(|it| branch.is_none_or(|code| it.branch == *code))
            .filter(|it| position.is_none_or(|position| it.position == *position))
            .map(|it| it.id)
            .collect()
    }

    fn table_ui(
        &self,
        ui: &mut Ui,
        (cx, is_draft, code): (&Cx<'_>, bool, &RoundCode),
        actions: &mut Actions,
    ) {
        let deed = if is_draft {
            &self.words[4]
        } else {
            &self.words[5]
        };
        let columns = [
            Column::text(&self.heads[0]).share(1.0, 130.0),
            Column::text(&self.heads[1]).share(1.0, 130.0),
            Column::text(&self.heads[2]),
            Column::text(&self.heads[3]),
            Column::text("").width(108.0),
            Column::text("").width(76.0),
        ];
        // A deed column per deed: taking out in a draft, paper and taking out while it is open.
        let columns = match self.state {
            Some(RoundState::Open) => &columns[..],
            Some(RoundState::Draft) => &columns[..5],
            Some(RoundState::Closed) | None => &columns[..4],
        };
        let cell = |row: usize, column: usize| {
            let row = self.shown.get(row).and_then(|at| self.rows.get(*at));
            match (row, column) {
                (Some(row), 0) => Cell::Text(&row.ratee),
                (Some(row), 1) => Cell::Weak(&row.rater),
                (Some(row), 2) => Cell::Text(&row.part),
                (Some(row), 3) => Cell::Chip(Chip::new(&row.state_word).tone(match row.state {
                    SheetState::NotBegun => Tone::Neutral,
                    SheetState::Draft => Tone::Accent,
                    SheetState::HandedIn => Tone::Ok,
                })),
                (Some(row), 5) if self.is_removable(row) => Cell::Link(&self.words[4]),
                (Some(_), 4) if is_draft || self.state == Some(RoundState::Open) => {
                    Cell::Link(deed)
                }
                (_, _) => Cell::Empty,
            }
        };
        let out = Table::new("plan", &self.words[0], columns)
            .density(Density::Roomy)
            .max_height(420.0)
            .show(ui, self.shown.len(), &cell);
        let Some((pressed, column)) = out.link else {
            return;
        };
        let pressed = self.shown.get(pressed);
        let Some(row) = pressed.and_then(|at| self.rows.get(*at)) else {
            return;
        };
        if cx.is_busy {
            return;
        }
        if is_draft {
            self.take_out(row, code, actions);
        } else if column == 5 {
            actions.rate(RatingCommand::RemoveRater(row.id));
        } else {
            actions.rate(RatingCommand::OpenSheet(row.id));
        }
    }
}

impl Plan {
    /// Nothing is written on its sheet, and the round still runs.
    fn is_removable(&self, row: &Row) -> bool {
        self.state == Some(RoundState::Open) && row.state == SheetState::NotBegun
    }

    /// Takes a pair out of the plan, and offers to put it back.
    fn take_out(&self, row: &Row, code: &RoundCode, actions: &mut Actions) {
        let plan = |pairs| RatingCommand::PlanRound {
            round: code.clone(),
            pairs,
        };
        let all: Vec<_> = self.rows.iter().filter_map(|it| it.pair).collect();
        let rest = self.rows.iter().filter(|it| it.id != row.id);
        actions.rate(plan(rest.filter_map(|it| it.pair).collect()));
        actions.push(Action::OfferUndo {
            done: format!("{}: {} ← {}", self.words[4], row.ratee, row.rater),
            undo: Box::new(Command::Ratings(plan(all))),
        });
    }
}
