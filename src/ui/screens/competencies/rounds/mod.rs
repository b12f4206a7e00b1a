//! Rounds of assessment: the list, who rates whom, deadlines, codes, opening and closing.

mod by_hand;
mod export;
mod form;
mod plan;
mod side;
mod told;

use egui::Ui;

use self::export::Export;
use self::form::RoundForm;
use self::plan::Plan;
use self::side::Detail;
use super::ground::{Ground, short_day};
use super::{Tab, Wish};
use crate::app::RoundInfo;
use crate::domain::rating::{RoundCode, RoundState};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Chip, Column, Density, Kit as _, Side, Table, is_narrow,
    two_columns,
};

/// Width of the column beside the tables.
const SIDE: f32 = 340.0;

/// The page of rounds.
#[derive(Default)]
pub(super) struct Rounds {
    words: Vec<String>,
    heads: [String; 4],
    rows: Vec<Row>,
    selected: Option<usize>,
    form: Option<RoundForm>,
    detail: Detail,
    export: Export,
    plan: Plan,
}

struct Row {
    code: RoundCode,
    name: String,
    state: String,
    tone: Tone,
    days: String,
    progress: String,
}

/// Words of the page, by place.
const KEYS: [&str; 4] = [
    "rounds-title",
    "round-new",
    "competencies-empty",
    "competencies-apart",
];

impl Rounds {
    pub(super) fn prepare(&mut self, cx: &Cx<'_>, ground: Ground<'_>) {
        let lang = cx.lang;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        self.heads = ["round-name", "round-state", "round-days", "round-handed-in"]
            .map(|key| message(lang, key));
        self.rows = ground
            .overview
            .rounds
            .iter()
            .map(|info| row(ground, info))
            .collect();
        let current = cx.ratings.current();
        let is_current = |row: &Row| current.is_some_and(|info| info.round.code == row.code);
        self.selected = self.rows.iter().position(is_current);
        self.detail.prepare(cx, ground, current);
        self.export.prepare(cx, ground);
        self.plan.prepare(cx, ground);
        if let Some(form) = &mut self.form {
            form.offer(ground);
        }
    }

    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        (cx, ground): (&Cx<'_>, Ground<'_>),
        actions: &mut Actions,
    ) -> Wish {
        let mut wish = Wish::Nothing;
        if self.rows.is_empty() && self.form.is_none() {
            Card::new().show(ui, |ui| {
                let (sentence, deed) = (&self.words[2], &self.words[1]);
                if super::super::parts::empty_state(ui, Icon::Radar, sentence, deed) {
                    self.form = Some(RoundForm::new(ground, None));
                }
            });
            ui.text_weak(Type::Small, &self.words[3]);
            return wish;
        }
        let mut draw = |ui: &mut Ui, side: Side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    self.list_ui(ui, ground, actions);
                    let again = self.plan.show(ui, (cx, ground), actions);
                    wish = if again { Wish::Again } else { wish };
                }
                Side::Right => {
                    let tab = self.side_ui(ui, (cx, ground), actions);
                    wish = tab.map_or(wish, Wish::Tab);
                }
            }
        };
        if is_narrow(ui) {
            draw(ui, Side::Right);
            draw(ui, Side::Left);
        } else {
            two_columns(ui, SIDE, measures::GAP_M, draw);
        }
        wish
    }

    fn list_ui(&mut self, ui: &mut Ui, ground: Ground<'_>, actions: &mut Actions) {
        let mut wants_new = false;
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.words[0]).show(ui, |ui| {
                let new = Button::secondary(&self.words[1]).icon(Icon::Plus).small();
                wants_new = ui.add(new).clicked();
            });
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 140.0),
                Column::text(&self.heads[1]),
                Column::text(&self.heads[2]),
                Column::number(&self.heads[3]),
            ];
            let rows = &self.rows;
            let cell = |row: usize, column: usize| match (rows.get(row), column) {
                (Some(row), 0) => Cell::Strong(&row.name),
                (Some(row), 1) => Cell::Chip(Chip::new(&row.state).tone(row.tone)),
                (Some(row), 2) => Cell::Text(&row.days),
                (Some(row), _) => Cell::Text(&row.progress),
                (None, _) => Cell::Empty,
            };
            let table = Table::new("rounds", &self.words[0], &columns)
                .density(Density::Roomy)
                .selected(self.selected)
                .max_height(190.0);
            let picked = table.show(ui, rows.len(), &cell).selected;
            if let Some(row) = picked.and_then(|row| rows.get(row)) {
                actions.push(Action::ChooseRound(row.code.clone()));
            }
        });
        if wants_new {
            self.form = Some(RoundForm::new(ground, None));
        }
    }

    fn side_ui(
        &mut self,
        ui: &mut Ui,
        (cx, ground): (&Cx<'_>, Ground<'_>),
        actions: &mut Actions,
    ) -> Option<Tab> {
        if let Some(form) = &mut self.form {
            if form.show(ui, actions) {
                self.form = None;
            }
            return None;
        }
        let out = self.detail.show(ui, cx, actions);
        if out.wants_book {
            self.export.begin();
        }
        self.export.show(ui, actions);
        if out.wants_change {
            self.form = Some(RoundForm::new(ground, cx.ratings.current()));
        }
        out.tab
    }
}

fn row(ground: Ground<'_>, info: &RoundInfo) -> Row {
    let lang = ground.lang;
    let round = &info.round;
    let (done, all) = info.handed_in;
    let first = short_day(lang, round.opens);
    let last = short_day(lang, round.closes);
    Row {
        code: round.code.clone(),
        name: round.name.clone(),
        state: message(lang, round.state.key()),
        tone: match round.state {
            RoundState::Draft => Tone::Neutral,
            RoundState::Open => Tone::Accent,
            RoundState::Closed => Tone::Ok,
        },
        days: format!("{first} – {last}"),
        progress: tr!(lang, "rate-progress", done = done, all = all),
    }
}
