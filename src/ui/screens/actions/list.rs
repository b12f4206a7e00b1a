//! The list: every action in one table, searched, narrowed down and sorted.

use egui::{Ui, vec2};

use super::super::common::padded;
use super::Wish;
use super::shown::{Card as Row, Shown};
use crate::domain::Lang;
use crate::domain::action::{ActionId, Status};
use crate::i18n::message;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Card, Cell, Chip, Column, Density, Dropdown, Kit as _, Order, Table, TextField,
};

/// Columns: what, where, who, by which day, status, check.
const ALL: [usize; 6] = [0, 1, 2, 3, 4, 5];
/// Those that a narrow window has room for; where and who stand below what.
const FEW: [usize; 4] = [0, 3, 4, 5];
const TIGHT: f32 = 860.0;
/// Below this width a check is said in a word.
const BRIEF: f32 = 1150.0;

/// What the list is narrowed down to, in the order of the choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Filter {
    #[default]
    All,
    Open,
    Overdue,
    Status(Status),
}

/// The list and how it is looked at.
pub(super) struct List {
    search: String,
    filter: usize,
    filters: Vec<(Filter, String)>,
    names: Vec<String>,
    sort: (usize, Order),
    heads: [String; 6],
    rows: Vec<usize>,
}

impl Default for List {
    fn default() -> Self {
        Self {
            search: String::new(),
            filter: 0,
            filters: Vec::new(),
            names: Vec::new(),
            sort: (3, Order::Ascending),
            heads: Default::default(),
            rows: Vec::new(),
        }
    }
}

impl List {
    pub(super) fn prepare(&mut self, lang: Lang, shown: &Shown) {
        self.heads = [
            "action-what",
            "action-where",
            "action-owner",
            "action-due",
            "action-status",
            "action-check-title",
        ]
        .map(|key| message(lang, key));
        let named = [
            (Filter::All, "action-filter-all"),
            (Filter::Open, "action-filter-open"),
            (Filter::Overdue, "action-filter-overdue"),
        ];
        let named = named.map(|(filter, key)| (filter, message(lang, key)));
        let statuses = Status::ALL.into_iter().zip(&shown.statuses);
        let statuses = statuses.map(|(status, name)| (Filter::Status(status), name.clone()));
        self.filters = named.into_iter().chain(statuses).collect();
        self.names = self.filters.iter().map(|(_, name)| name.clone()).collect();
        self.arrange(shown);
    }

    /// Which rows in which order.
    fn arrange(&mut self, shown: &Shown) {
        let words = self.search.trim().to_lowercase();
        let filter = self.filters.get(self.filter).map_or(Filter::All, |it| it.0);
        let fits = |row: &Row| {
            let is_kept = match filter {
                Filter::All => true,
                Filter::Open => !row.status.is_decided(),
                Filter::Overdue => row.due.is_late,
                Filter::Status(status) => row.status == status,
            };
            is_kept && (words.is_empty() || row.name.to_lowercase().contains(&words))
        };
        let cards = shown.cards.iter().enumerate();
        self.rows = cards
            .filter(|(_, row)| fits(row))
            .map(|(at, _)| at)
            .collect();
        let (column, order) = self.sort;
        let key = |at: &usize| shown.cards.get(*at);
        self.rows.sort_by(|a, b| {
            let (Some(a), Some(b)) = (key(a), key(b)) else {
                return std::cmp::Ordering::Equal;
            };
            let order_of = match column {
                0 => a.what.cmp(&b.what),
                1 => a.place.cmp(&b.place),
                2 => a.owner.cmp(&b.owner),
                4 => a.status.cmp(&b.status),
                5 => verdict(a).cmp(verdict(b)),
                _ => a.due.day.cmp(&b.due.day),
            };
            match order {
                Order::Ascending => order_of,
                Order::Descending => order_of.reverse(),
            }
        });
    }

    pub(super) fn show(&mut self, ui: &mut Ui, height: f32, shown: &Shown, wish: &mut Wish) {
        Card::flush().min_height(height).show(ui, |ui| {
            let mut is_changed = false;
            padded(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(measures::GAP_S, measures::GAP_S);
                    let search = TextField::search("search", shown.words.get("actions-search"));
                    is_changed |= search.width(240.0).show(ui, &mut self.search).changed();
                    let label = shown.words.get("actions-filter");
                    let choice = Dropdown::new("filter", label, &self.names, Some(self.filter));
                    if let Some(filter) = choice.show(ui) {
                        self.filter = filter;
                        is_changed = true;
                    }
                });
            });
            is_changed |= self.table_ui(ui, height - 64.0, shown, wish);
            if self.rows.is_empty() {
                padded(ui, |ui| {
                    ui.text_weak(Type::Body, shown.words.get("actions-none-found"));
                });
            }
            if is_changed {
                self.arrange(shown);
            }
        });
    }

    fn table_ui(&mut self, ui: &mut Ui, height: f32, shown: &Shown, wish: &mut Wish) -> bool {
        let (is_tight, is_brief) = (ui.available_width() < TIGHT, ui.available_width() < BRIEF);
        let visible: &[usize] = if is_tight { &FEW } else { &ALL };
        let columns: Vec<Column<'_>> = visible.iter().map(|at| self.column(*at)).collect();
        let sorted = visible.iter().position(|at| *at == self.sort.0);
        let chosen = shown.cards.iter().position(|card| card.is_chosen);
        let chosen = self.rows.iter().position(|at| Some(*at) == chosen);
        let table = Table::new("actions", shown.words.get("actions-title"), &columns)
            .density(Density::Tall)
            .selected(chosen)
            .sorted_by(sorted.unwrap_or(columns.len()), self.sort.1)
            .max_height(height.max(240.0));
        let row = |row: usize| self.rows.get(row).and_then(|at| shown.cards.get(*at));
        let answer = table.show(ui, self.rows.len(), &|at, column| {
            let column = visible.get(column).copied().unwrap_or_default();
            row(at).map_or(Cell::Empty, |card| match column {
                // Where and who, where they have no columns of their own.
                0 if is_tight => Cell::TwoLines(&card.what, &card.line),
                _ => cell(shown, card, (column, is_tight, is_brief)),
            })
        });
        let id = |at: Option<usize>| -> Option<ActionId> { row(at?).map(|card| card.id) };
        wish.edits = id(answer.opened);
        // A row that is chosen already stays so.
        let pressed = id(answer.selected).filter(|id| shown.action(*id).is_some());
        let is_same = chosen.and_then(row).map(|card| card.id) == pressed;
        wish.shows = wish.shows.or(pressed.filter(|_| !is_same));
        let Some(column) = answer.sort.and_then(|at| visible.get(at).copied()) else {
            return false;
        };
        let is_again = self.sort == (column, Order::Ascending);
        let order = if is_again {
            Order::Descending
        } else {
            Order::Ascending
        };
        self.sort = (column, order);
        true
    }
}

impl List {
    fn column(&self, at: usize) -> Column<'_> {
        let column = Column::text(self.heads.get(at).map_or("", String::as_str));
        let column = match at {
            0 => column.share(2.6, 170.0),
            1 => column.share(0.9, 112.0),
            2 => column.share(1.5, 80.0),
            3 => column.at_most(200.0),
            4 => column.at_most(130.0),
            _ => column.at_most(196.0),
        };
        column.sortable()
    }
}

fn verdict(row: &Row) -> &str {
    row.verdict.as_ref().map_or("", |told| told.word.as_str())
}

fn cell<'a>(
    shown: &'a Shown,
    row: &'a Row,
    (column, is_tight, is_brief): (usize, bool, bool),
) -> Cell<'a> {
    match column {
        0 => Cell::TwoLines(&row.what, &row.steps),
        1 => Cell::Text(&row.place),
        2 => Cell::Text(&row.owner),
        3 if row.due.is_late => {
            let words = if is_tight {
                &row.due.short
            } else {
                &row.due.words
            };
            Cell::Chip(Chip::new(words).tone(row.due.tone).icon(row.due.icon))
        }
        3 => Cell::Text(&row.due.text),
        4 => Cell::Text(shown.statuses.get(row.status as usize).map_or("", |it| it)),
        _ => match &row.verdict {
            Some(told) => {
                let words = if is_brief { &told.short } else { &told.word };
                Cell::Chip(Chip::new(words).tone(told.tone).icon(told.icon))
            }
            None => Cell::Empty,
        },
    }
}
