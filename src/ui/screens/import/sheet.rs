//! The mapping row over real rows of the file: drop-downs above, refused cells red, unread grey.

use egui::{Frame, Margin, ScrollArea, Ui};

use super::Change;
use super::shown::Shown;
use crate::ui::icons::Icon;
use crate::ui::theme::measures;
use crate::ui::widgets::{Card, CardHead, Cell, Column, Density, Dropdown, Table};

/// Width of the column of row numbers.
const NUMBERS: f32 = 60.0;
/// The table keeps this to its left and right.
const INSET: f32 = 8.0;

pub(super) fn sheet_ui(ui: &mut Ui, shown: &Shown, changes: &mut Vec<Change>) {
    Card::flush().show(ui, |ui| {
        head_ui(ui, shown, changes);
        let widths = widths(shown, ui.available_width() - 2.0 * INSET - NUMBERS);
        let total = NUMBERS + 2.0 * INSET + widths.iter().sum::<f32>();
        // The bar stands below the last row, not on it.
        let is_wide = total > ui.available_width();
        ScrollArea::horizontal()
            .id_salt("columns")
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.set_width(total.max(ui.available_width()));
                mapping_ui(ui, shown, &widths, changes);
                table_ui(ui, shown, &widths);
                if is_wide {
                    ui.add_space(measures::GAP_M);
                }
            });
    });
}

/// What the file is read as; the note gives way to what the program recognised.
fn head_ui(ui: &mut Ui, shown: &Shown, changes: &mut Vec<Change>) {
    let words = &shown.words;
    let note = if shown.preset.is_empty() {
        &words.columns_note
    } else {
        &shown.preset
    };
    CardHead::flush(&words.columns)
        .caption(note)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            if shown.view.sheets.len() > 1 {
                let sheets = Dropdown::new("sheet", &words.sheet, &shown.view.sheets, shown.sheet);
                changes.extend(sheets.icon(Icon::Table).small().show(ui).map(Change::Sheet));
            }
            let kinds = Dropdown::new("kind", &words.kind, &shown.kinds, shown.kind);
            changes.extend(kinds.small().show(ui).map(Change::Kind));
        });
}

/// Wide enough for head, role and cells; what is left is shared out evenly.
fn widths(shown: &Shown, room: f32) -> Vec<f32> {
    let natural = |(position, column): (usize, &crate::app::ImportColumn)| {
        let role = role_of(shown, position);
        let role = shown
            .roles
            .get(role)
            .map_or(0, |title| title.chars().count());
        let cells = shown
            .view
            .rows
            .iter()
            .filter_map(|row| row.cells.get(position));
        let widest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
        let longest = widest.max(column.head.chars().count());
        // A drop-down has strong letters, an arrow and padding; a cell only padding.
        #[expect(clippy::cast_precision_loss, reason = "a few dozen characters")]
        let width = (longest as f32 * 7.0 + 18.0).max(role as f32 * 8.4 + 58.0);
        width.clamp(104.0, 230.0)
    };
    let mut widths: Vec<f32> = shown.view.columns.iter().enumerate().map(natural).collect();
    let left = room - widths.iter().sum::<f32>();
    if left > 0.0 && !widths.is_empty() {
        #[expect(clippy::cast_precision_loss, reason = "a few dozen columns")]
        let part = left / widths.len() as f32;
        widths.iter_mut().for_each(|width| *width += part);
    }
    widths
}

/// Position of the column's role in the titles.
fn role_of(shown: &Shown, column: usize) -> usize {
    let key = shown.plan.roles.get(column).map_or("", String::as_str);
    let known = shown
        .view
        .kind
        .roles
        .iter()
        .position(|role| role.key == key);
    known.map_or(0, |position| position + 1)
}

fn mapping_ui(ui: &mut Ui, shown: &Shown, widths: &[f32], changes: &mut Vec<Change>) {
    let margin = Margin {
        left: 8,
        right: 8,
        top: 0,
        bottom: 8,
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            ui.add_space(NUMBERS - measures::GAP_S + 4.0);
            for (position, (column, width)) in shown.view.columns.iter().zip(widths).enumerate() {
                let role = role_of(shown, position);
                let reason = column.is_personal.then_some(shown.words.personal.as_str());
                let id = format!("role-{position}");
                let picked = Dropdown::new(&id, &column.head, &shown.roles, Some(role))
                    .marked(role > 0)
                    .disabled_because(reason)
                    .width(width - measures::GAP_S)
                    .show(ui);
                changes.extend(picked.map(|role| Change::Role(position, role)));
            }
        });
    });
}

fn table_ui(ui: &mut Ui, shown: &Shown, widths: &[f32]) {
    let mut columns = vec![Column::number(&shown.words.row).width(NUMBERS)];
    for (column, width) in shown.view.columns.iter().zip(widths) {
        let made = if column.is_numeric {
            Column::number(&column.head)
        } else {
            Column::text(&column.head)
        };
        columns.push(made.width(*width));
    }
    let cell = |row: usize, column: usize| -> Cell<'_> {
        let Some(position) = column.checked_sub(1) else {
            return shown
                .numbers
                .get(row)
                .map_or(Cell::Empty, |number| Cell::Weak(number));
        };
        let is_read = role_of(shown, position) > 0;
        let is_personal = shown
            .view
            .columns
            .get(position)
            .is_some_and(|column| column.is_personal);
        if is_personal || !is_read {
            return Cell::Hidden {
                text: &shown.words.not_read,
                reason: &shown.words.not_read,
            };
        }
        let Some(row) = shown.view.rows.get(row) else {
            return Cell::Empty;
        };
        let text = row.cells.get(position).map_or("", String::as_str);
        if row.bad.contains(&position) {
            let text = if text.is_empty() { "—" } else { text };
            return Cell::Wrong {
                text,
                reason: &shown.words.wrong,
            };
        }
        Cell::Text(text)
    };
    let table = Table::new("preview", &shown.words.columns, &columns).density(Density::Dense);
    let _ = table.show(ui, shown.view.rows.len(), &cell);
}
