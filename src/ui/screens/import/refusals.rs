//! What is refused: one row per reason with a mend for all of them, or every single one.

use egui::{Frame, Margin, Ui};

use super::Change;
use super::shown::{Line, Shown};
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Cell, Column, Dropdown, Kit as _, Table};

/// A list of all refusals scrolls by itself from here on.
const MOST: f32 = 320.0;

pub(super) fn refusals_ui(
    ui: &mut Ui,
    shown: &Shown,
    (shows_all, naming): (&mut bool, &mut Option<String>),
    (changes, actions): (&mut Vec<Change>, &mut Actions),
) {
    if shown.view.refused == 0 && shown.fixes.is_empty() {
        return;
    }
    Card::flush().show(ui, |ui| {
        let head = CardHead::flush(&shown.refused_title);
        head.caption(&shown.words.refused_note).show(ui, |ui| {
            let label = if *shows_all {
                &shown.words.show_few
            } else {
                &shown.show_all
            };
            if shown.view.refused > 0 && ui.add(Button::quiet(label).small()).clicked() {
                *shows_all = !*shows_all;
            }
            if shown.view.refused > 0
                && ui
                    .add(Button::quiet(&shown.words.save_list).small())
                    .clicked()
            {
                actions.push(Action::Pick(Pick::Refusals));
            }
        });
        if *shows_all {
            all_ui(ui, shown);
        } else if let Some(group) = groups_ui(ui, shown) {
            mend(shown, group, naming, changes);
        }
        naming_ui(ui, shown, naming, changes);
        fixes_ui(ui, shown, changes);
    });
}

/// One row per reason; the group whose link was pressed.
fn groups_ui(ui: &mut Ui, shown: &Shown) -> Option<usize> {
    let heads = &shown.words.refusal_heads;
    let columns = [
        Column::number(&heads[0]).width(60.0),
        Column::text(&heads[1]),
        Column::text(&heads[2]),
        Column::text(&heads[3]).share(1.2, 120.0),
        Column::text(&heads[4]).share(1.0, 120.0),
        Column::number(&heads[5]),
    ];
    let cell = |row: usize, column: usize| {
        let Some(line) = shown.groups.get(row) else {
            return Cell::Empty;
        };
        if column == 4 && !line.fix.is_empty() {
            return Cell::Link(&line.fix);
        }
        words(line, column)
    };
    let table = Table::new("refused", &shown.refused_title, &columns);
    table
        .show(ui, shown.groups.len(), &cell)
        .link
        .map(|(row, _)| row)
}

fn all_ui(ui: &mut Ui, shown: &Shown) {
    let heads = &shown.words.refusal_heads;
    let columns = [
        Column::number(&heads[0]).width(60.0),
        Column::text(&heads[1]),
        Column::text(&heads[2]),
        Column::text(&heads[3]).share(1.0, 120.0),
    ];
    let cell = |row: usize, column: usize| {
        shown
            .refusals
            .get(row)
            .map_or(Cell::Empty, |line| words(line, column))
    };
    let table = Table::new("all-refused", &shown.refused_title, &columns).max_height(MOST);
    let _ = table.show(ui, shown.refusals.len(), &cell);
}

fn words(line: &Line, column: usize) -> Cell<'_> {
    match column {
        0 => Cell::Weak(&line.row),
        1 => Cell::Text(&line.column),
        2 => Cell::Strong(&line.value),
        3 => Cell::Text(&line.reason),
        4 => Cell::Empty,
        _ => Cell::Text(&line.count),
    }
}

/// Takes the suggestion, or asks which branch is meant.
fn mend(shown: &Shown, group: usize, naming: &mut Option<String>, changes: &mut Vec<Change>) {
    let Some(group) = shown.view.groups.get(group) else {
        return;
    };
    let Some(name) = &group.unknown_branch else {
        return;
    };
    match &group.suggestion {
        Some(code) => changes.push(Change::Fix(name.clone(), code.clone())),
        None => *naming = Some(name.clone()),
    }
}

fn naming_ui(ui: &mut Ui, shown: &Shown, naming: &mut Option<String>, changes: &mut Vec<Change>) {
    let Some(name) = naming.clone() else { return };
    let mut is_done = false;
    Frame::new()
        .inner_margin(Margin::symmetric(16, 10))
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                ui.text(Type::Strong, &name);
                let branches =
                    Dropdown::new("naming", &shown.words.choose_branch, &shown.branches, None);
                let picked = branches
                    .placeholder(&shown.words.choose_branch)
                    .width(260.0)
                    .show(ui);
                if let Some(code) = picked.and_then(|position| shown.branch_codes.get(position)) {
                    changes.push(Change::Fix(name.clone(), code.clone()));
                    is_done = true;
                }
                is_done |= ui.add(Button::quiet(&shown.words.cancel)).clicked();
            });
        });
    if is_done {
        *naming = None;
    }
}

fn fixes_ui(ui: &mut Ui, shown: &Shown, changes: &mut Vec<Change>) {
    if shown.fixes.is_empty() {
        return;
    }
    Frame::new()
        .inner_margin(Margin::symmetric(16, 8))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.text_weak(Type::Small, &shown.words.fixed);
            for (name, branch) in &shown.fixes {
                ui.push_id(name, |ui| {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = measures::GAP_S;
                        let ink = ui.palette().text;
                        ui.text_line(Type::Body, ink, &format!("{name} → {branch}"));
                        if ui.add(Button::quiet(&shown.words.unfix).small()).clicked() {
                            changes.push(Change::Unfix(name.clone()));
                        }
                    });
                });
            }
        });
}
