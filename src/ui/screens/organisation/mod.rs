//! The organisation: branches with their head counts, searched, sorted and grouped, a form to add
//! and change them, and the positions with their staff groups.

mod form;
mod rows;

use egui::{Frame, Margin, Ui};

use self::form::BranchForm;
use self::rows::{Look, Row, rows};
use super::Screen;
use super::deeds;
use super::parts::{HEAD_GAP, empty_state};
use crate::app::Overview;
use crate::domain::{BranchCode, Lang};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Column, Density, Kit as _, Order, Segments, Side, Table,
    TextField, is_narrow, page_head, two_columns,
};

/// The organisation.
#[derive(Default)]
pub(super) struct Organisation {
    look: Look,
    selected: Option<BranchCode>,
    form: Option<BranchForm>,
    shown: Option<Shown>,
}

/// Everything that is drawn, formatted.
struct Shown {
    title: String,
    subtitle: String,
    import: String,
    add: String,
    empty: String,
    search: String,
    views: [String; 2],
    list: String,
    heads: [String; 7],
    rows: Vec<Row>,
    selected: Option<usize>,
    total: String,
    nothing: String,
    is_empty: bool,
    positions: String,
    positions_note: String,
    positions_import: String,
    positions_empty: String,
    position_heads: [String; 2],
    position_rows: Vec<(String, String)>,
}

/// What the user wants in this frame.
#[derive(Default)]
struct Wish {
    is_changed: bool,
    edits: Option<usize>,
    is_over: bool,
}

impl Screen for Organisation {
    fn prepare(&mut self, cx: &Cx<'_>) {
        self.shown = cx
            .overview
            .map(|overview| Shown::new(cx.lang, overview, &self.look, self.selected.as_ref()));
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let (Some(shown), Some(overview)) = (&self.shown, cx.overview) else {
            return;
        };
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        let height = ui.available_height() - measures::PAGE_HEAD - HEAD_GAP;
        let mut wants_new = false;
        page_head(ui, &shown.title, &shown.subtitle, |ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            if !shown.is_empty {
                if ui
                    .add(Button::secondary(&shown.import).icon(Icon::Upload))
                    .clicked()
                {
                    actions.push(deeds::import("branches"));
                }
                let add = if self.form.is_some() {
                    Button::secondary(&shown.add)
                } else {
                    Button::primary(&shown.add)
                };
                wants_new = ui.add(add.icon(Icon::Plus)).clicked();
            }
        });
        let mut wish = Wish::default();
        let (look, form) = (&mut self.look, &mut self.form);
        if shown.is_empty && form.is_none() {
            wants_new |= shown.empty_ui(ui, actions);
        } else {
            // In a narrow window the form comes first: below the list nobody would see it open.
            let is_form_first = is_narrow(ui) && form.is_some();
            let mut draw = |ui: &mut Ui, side: Side| {
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                match side {
                    Side::Left => shown.branches_ui(ui, height, look, &mut wish),
                    Side::Right => {
                        if let Some(form) = form.as_mut() {
                            wish.is_over = form.show(ui, actions);
                        }
                        shown.positions_ui(ui, actions);
                    }
                }
            };
            if is_form_first {
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                draw(ui, Side::Right);
                draw(ui, Side::Left);
            } else {
                two_columns(ui, 320.0, measures::GAP_M, draw);
            }
        }
        if let Some(position) = wish.edits {
            let branch = overview.branches.get(position);
            self.selected = branch.map(|branch| branch.code.clone());
            self.form = Some(BranchForm::new(cx.lang, overview, branch));
        }
        if wants_new {
            self.selected = None;
            self.form = Some(BranchForm::new(cx.lang, overview, None));
        }
        if wish.is_over {
            self.form = None;
            self.selected = None;
        }
        if wish.is_changed || wish.is_over || wish.edits.is_some() || wants_new {
            self.prepare(cx);
        }
    }
}

impl Shown {
    fn new(lang: Lang, overview: &Overview, look: &Look, selected: Option<&BranchCode>) -> Self {
        let word = |key| message(lang, key);
        let rows = rows(lang, overview, look);
        let is_selected = |row: &Row| match row {
            Row::Branch { position, .. } => {
                overview.branches.get(*position).map(|branch| &branch.code) == selected
            }
            Row::Region { .. } => false,
        };
        let of = |value: u64| number::count(lang, value);
        let contact: u64 = overview
            .branches
            .iter()
            .map(|branch| u64::from(branch.contact))
            .sum();
        let back: u64 = overview
            .branches
            .iter()
            .map(|branch| u64::from(branch.back_office))
            .sum();
        let count = i64::try_from(overview.branches.len()).unwrap_or(i64::MAX);
        Self {
            title: word("nav-organisation"),
            subtitle: word("organisation-subtitle"),
            import: word("organisation-import"),
            add: word("organisation-add"),
            empty: word("organisation-empty"),
            search: word("organisation-search"),
            views: [word("organisation-by-region"), word("organisation-flat")],
            list: word("organisation-branches"),
            heads: [
                word("branch-code"),
                word("branch"),
                word("region"),
                word("branch-format"),
                word("group-short-contact"),
                word("group-short-back_office"),
                word("branch-total"),
            ],
            selected: selected.and_then(|_| rows.iter().position(is_selected)),
            total: tr!(
                lang,
                "organisation-total",
                count = count,
                staff = of(contact + back),
                contact = of(contact),
                back = of(back)
            ),
            nothing: word("organisation-nothing"),
            is_empty: overview.branches.is_empty(),
            rows,
            positions: word("organisation-positions"),
            positions_note: word("organisation-positions-note"),
            positions_import: word("organisation-positions-import"),
            positions_empty: word("organisation-positions-empty"),
            position_heads: [word("position"), word("position-group")],
            position_rows: overview
                .positions
                .iter()
                .map(|position| {
                    let key = format!("group-short-{}", position.group.code());
                    (position.title.clone(), message(lang, &key))
                })
                .collect(),
        }
    }

    fn empty_ui(&self, ui: &mut Ui, actions: &mut Actions) -> bool {
        let mut wants_new = false;
        Card::new().show(ui, |ui| {
            if empty_state(ui, Icon::Store, &self.empty, &self.import) {
                actions.push(deeds::import("branches"));
            }
            ui.vertical_centered(|ui| {
                wants_new = ui.add(Button::quiet(&self.add)).clicked();
            });
        });
        wants_new
    }

    fn branches_ui(&self, ui: &mut Ui, height: f32, look: &mut Look, wish: &mut Wish) {
        Card::flush().min_height(height).show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin::symmetric(16, 10))
                .show(ui, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = measures::GAP_M;
                        let search = TextField::search("search", &self.search).width(260.0);
                        wish.is_changed |= search.show(ui, &mut look.search).changed();
                        let view = usize::from(!look.is_grouped);
                        if let Some(view) = Segments::new("view", &self.views, view).show(ui) {
                            look.is_grouped = view == 0;
                            wish.is_changed = true;
                        }
                    });
                });
            self.table_ui(ui, height - 108.0, look, wish);
            Frame::new()
                .inner_margin(Margin::symmetric(16, 10))
                .show(ui, |ui| {
                    let words = if self.rows.is_empty() {
                        &self.nothing
                    } else {
                        &self.total
                    };
                    ui.text_marked(Type::Body, words);
                });
        });
    }

    fn table_ui(&self, ui: &mut Ui, height: f32, look: &mut Look, wish: &mut Wish) {
        let columns = [
            Column::text(&self.heads[0]).sortable().at_most(120.0),
            Column::text(&self.heads[1]).sortable().share(1.4, 130.0),
            Column::text(&self.heads[2]).sortable().at_most(160.0),
            Column::text(&self.heads[3]).sortable().share(1.0, 110.0),
            Column::number(&self.heads[4]).sortable(),
            Column::number(&self.heads[5]).sortable(),
            Column::number(&self.heads[6]).sortable(),
        ];
        let table = Table::new("branches", &self.list, &columns)
            .selected(self.selected)
            .sorted_by(look.sort.0, look.sort.1)
            .max_height(height.max(260.0));
        let answer = table.show(ui, self.rows.len(), &|row, column| {
            self.rows
                .get(row)
                .map_or(Cell::Empty, |row| row.cell(column))
        });
        if let Some(column) = answer.sort {
            let is_again = look.sort == (column, Order::Ascending);
            look.sort = (
                column,
                if is_again {
                    Order::Descending
                } else {
                    Order::Ascending
                },
            );
            wish.is_changed = true;
        }
        if let Some(Row::Region { title, .. }) = answer.group.and_then(|row| self.rows.get(row)) {
            match look.closed.iter().position(|closed| closed == title) {
                Some(known) => drop(look.closed.remove(known)),
                None => look.closed.push(title.clone()),
            }
            wish.is_changed = true;
        }
        if let Some(Row::Branch { position, .. }) =
            answer.selected.and_then(|row| self.rows.get(row))
        {
            wish.edits = Some(*position);
        }
    }

    fn positions_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.positions).show(ui, |ui| {
                let import = Button::quiet(&self.positions_import).small();
                if ui.add(import).clicked() {
                    actions.push(deeds::import("positions"));
                }
            });
            Frame::new()
                .inner_margin(Margin {
                    left: 16,
                    right: 16,
                    top: 0,
                    bottom: 10,
                })
                .show(ui, |ui| {
                    let is_empty = self.position_rows.is_empty();
                    let note = if is_empty {
                        &self.positions_empty
                    } else {
                        &self.positions_note
                    };
                    ui.text_weak(Type::Small, note);
                });
            if self.position_rows.is_empty() {
                return;
            }
            let columns = [
                Column::text(&self.position_heads[0]).share(1.0, 120.0),
                Column::text(&self.position_heads[1]),
            ];
            let table = Table::new("positions", &self.positions, &columns)
                .density(Density::Dense)
                .max_height(320.0);
            let _ = table.show(ui, self.position_rows.len(), &|row, column| match (
                self.position_rows.get(row),
                column,
            ) {
                (Some((title, _)), 0) => Cell::Text(title),
                (Some((_, group)), _) => Cell::Weak(group),
                (None, _) => Cell::Empty,
            });
        });
    }
}
