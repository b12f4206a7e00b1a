//! Waves: the list, the chosen wave with its deeds, who has answered, and the form. How a wave is
//! designed and collected has screens of its own.

pub(super) mod collect;
mod days;
pub(super) mod design;
mod detail;
mod form;

use egui::Ui;

use self::detail::{Detail, state_of};
use self::form::{Outcome, WaveForm};
use super::Screen;
use super::deeds;
use super::participation::Participants;
use super::parts::{HEAD_GAP, empty_state, wave_days};
use crate::app::{Overview, WaveInfo};
use crate::domain::{Lang, WaveCode, WaveState};
use crate::i18n::{message, number};
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::ScreenId;
use crate::ui::theme::{Tone, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Chip, Column, Density, Side, Table, is_narrow, page_head,
    two_columns,
};

/// The form is no wider than this where it stands alone.
const FORM_ALONE: f32 = 520.0;

/// The waves.
#[derive(Default)]
pub(super) struct Waves {
    chosen: Option<WaveCode>,
    form: Option<WaveForm>,
    shows_all: bool,
    shown: Option<Shown>,
}

/// Everything that is drawn, formatted.
struct Shown {
    title: String,
    subtitle: String,
    new: String,
    empty: String,
    needs_branches: bool,
    see_organisation: String,
    list_title: String,
    heads: [String; 5],
    rows: Vec<Line>,
    codes: Vec<WaveCode>,
    selected: usize,
    detail: Option<Detail>,
    participants: Option<Participants>,
}

struct Line {
    name: String,
    state: (String, Tone),
    days: String,
    answers: String,
    months: String,
}

impl Screen for Waves {
    fn prepare(&mut self, cx: &Cx<'_>) {
        self.shown = cx
            .overview
            .map(|overview| Shown::new(cx.lang, overview, self.chosen.as_ref()));
        if cx.overview.is_none() {
            self.form = None;
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let (Some(shown), Some(overview)) = (&self.shown, cx.overview) else {
            return;
        };
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        let height = ui.available_height() - measures::PAGE_HEAD - HEAD_GAP;
        let is_free = self.form.is_none() && !shown.rows.is_empty();
        let mut wants_new = false;
        page_head(ui, &shown.title, &shown.subtitle, |ui| {
            if is_free {
                wants_new = ui
                    .add(Button::secondary(&shown.new).icon(Icon::Plus))
                    .clicked();
            }
        });
        if shown.rows.is_empty() && self.form.is_none() {
            wants_new |= empty_ui(ui, shown, actions);
        }
        let mut wish = Wish::default();
        if !shown.rows.is_empty() || self.form.is_some() {
            let (form, shows_all) = (&mut self.form, &mut self.shows_all);
            // In a narrow window the form comes first: below the list nobody would see it open.
            let is_form_first = is_narrow(ui) && form.is_some();
            let mut draw = |ui: &mut Ui, side: Side| {
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                match side {
                    Side::Left => shown.left_ui(ui, height, shows_all, &mut wish),
                    Side::Right => shown.right_ui(ui, form, &mut wish, actions),
                }
            };
            if shown.rows.is_empty() {
                // The first wave is being written: an empty table beside it would say nothing.
                ui.scope(|ui| {
                    ui.set_max_width(FORM_ALONE);
                    draw(ui, Side::Right);
                });
            } else if is_form_first {
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                draw(ui, Side::Right);
                draw(ui, Side::Left);
            } else {
                two_columns(ui, 340.0, measures::GAP_M, draw);
            }
        }
        if wants_new {
            self.form = Some(WaveForm::new(cx.lang, overview, None));
        }
        if wish.changes {
            let wave = overview.waves.get(shown.selected).map(|info| &info.wave);
            self.form = Some(WaveForm::new(cx.lang, overview, wave));
        }
        if wish.is_over {
            self.form = None;
        }
        if let Some(row) = wish.selected {
            self.chosen = shown.codes.get(row).cloned();
            self.form = None;
            self.prepare(cx);
        }
    }
}

/// What the user wants in this frame.
#[derive(Default)]
struct Wish {
    selected: Option<usize>,
    changes: bool,
    is_over: bool,
}

fn empty_ui(ui: &mut Ui, shown: &Shown, actions: &mut Actions) -> bool {
    let mut wants_new = false;
    Card::new().show(ui, |ui| {
        let deed = if shown.needs_branches {
            &shown.see_organisation
        } else {
            &shown.new
        };
        if empty_state(ui, Icon::CalendarRange, &shown.empty, deed) {
            if shown.needs_branches {
                actions.go(ScreenId::Organisation);
            } else {
                wants_new = true;
            }
        }
    });
    wants_new
}

impl Shown {
    fn new(lang: Lang, overview: &Overview, chosen: Option<&WaveCode>) -> Self {
        let word = |key| message(lang, key);
        let waves: Vec<&WaveInfo> = overview.waves.iter().rev().collect();
        let at = chosen.and_then(|code| {
            overview
                .waves
                .iter()
                .position(|info| info.wave.code == *code)
        });
        let selected = at.unwrap_or(overview.waves.len().saturating_sub(1));
        let info = overview.waves.get(selected);
        let needs_branches = overview.branches.is_empty();
        Self {
            title: word("nav-waves"),
            subtitle: word("waves-subtitle"),
            new: word("wave-new"),
            empty: word(if needs_branches {
                "waves-empty-branches"
            } else {
                "waves-empty"
            }),
            needs_branches,
            see_organisation: word("home-see-organisation"),
            list_title: word("waves-list"),
            heads: [
                word("wave"),
                word("wave-state"),
                word("wave-days"),
                word("wave-answers"),
                word("wave-months"),
            ],
            rows: waves.iter().map(|info| line(lang, info)).collect(),
            codes: waves.iter().map(|info| info.wave.code.clone()).collect(),
            selected,
            detail: info.map(|info| Detail::new(lang, overview, info)),
            participants: info
                .filter(|info| info.wave.state != WaveState::Draft && !info.has_means)
                .map(|info| Participants::new(lang, overview, info)),
        }
    }

    /// The row of the chosen wave: the newest stands first.
    fn selected_row(&self) -> Option<usize> {
        self.rows.len().checked_sub(self.selected + 1)
    }

    fn left_ui(&self, ui: &mut Ui, height: f32, shows_all: &mut bool, wish: &mut Wish) {
        let top = ui.cursor().top();
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.list_title).plain(ui);
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 110.0),
                Column::text(&self.heads[1]),
                Column::text(&self.heads[2]).at_most(220.0),
                Column::number(&self.heads[3]),
                Column::text(&self.heads[4]).at_most(180.0),
            ];
            let table = Table::new("waves", &self.list_title, &columns)
                .density(Density::Roomy)
                .selected(self.selected_row());
            let answer = table.show(ui, self.rows.len(), &|row, column| self.cell(row, column));
            wish.selected = answer.selected;
        });
        let rest = height - (ui.cursor().top() - top);
        if let Some(participants) = &self.participants {
            participants.show(ui, rest, shows_all);
        }
    }

    fn right_ui(
        &self,
        ui: &mut Ui,
        form: &mut Option<WaveForm>,
        wish: &mut Wish,
        actions: &mut Actions,
    ) {
        if let Some(form) = form {
            match form.show(ui) {
                Outcome::Open => {}
                Outcome::Cancel => wish.is_over = true,
                Outcome::Save(command) => {
                    actions.run(*command);
                    wish.is_over = true;
                }
            }
            return;
        }
        if let Some(detail) = &self.detail {
            wish.changes = detail.show(ui, actions);
        }
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let Some(line) = self.rows.get(row) else {
            return Cell::Empty;
        };
        match column {
            0 => Cell::Strong(&line.name),
            1 => Cell::Chip(Chip::new(&line.state.0).tone(line.state.1)),
            2 => Cell::Text(&line.days),
            3 => Cell::Text(&line.answers),
            _ => Cell::Weak(&line.months),
        }
    }
}

fn line(lang: Lang, info: &WaveInfo) -> Line {
    let wave = &info.wave;
    let answers = match wave.state {
        WaveState::Draft => "—".to_owned(),
        WaveState::Open | WaveState::Closed if info.has_means => message(lang, "step-means"),
        WaveState::Open | WaveState::Closed => deeds::returned_of(lang, info),
    };
    Line {
        name: wave.name.clone(),
        state: state_of(lang, wave.state),
        days: wave_days(lang, wave),
        answers,
        months: wave.customers.map_or_else(
            || message(lang, "wave-months-none"),
            |(first, last)| number::months(lang, first, last),
        ),
    }
}
