//! Columns of a table and how wide they come out.
//! Must not draw.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use egui::{Color32, Id, Ui};

use super::super::text;
use super::{Cell, Table};
use crate::ui::theme::Type;

/// Rows that are measured to find the width of a column that fits its content.
const SAMPLE: usize = 60;
/// Between the text of a cell and the edge of its column.
pub(super) const PAD: f32 = 8.0;

/// Direction of sorting, for the mark in the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Small first.
    Ascending,
    /// Large first.
    Descending,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Width {
    Fit { most: f32 },
    Fixed(f32),
    Share { weight: f32, least: f32 },
}

/// One column: its head, its side, its width.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    pub(super) head: &'a str,
    pub(super) is_number: bool,
    pub(super) is_sortable: bool,
    pub(super) tip: Option<&'a str>,
    pub(super) scale: Option<&'a [(f32, String)]>,
    width: Width,
}

impl<'a> Column<'a> {
    /// Text at the left, as wide as its content up to 280 points.
    #[must_use]
    pub fn text(head: &'a str) -> Self {
        Self {
            head,
            is_number: false,
            is_sortable: false,
            tip: None,
            scale: None,
            width: Width::Fit { most: 280.0 },
        }
    }

    /// Numbers at the right, as wide as their content. The unit stands in the head.
    #[must_use]
    pub fn number(head: &'a str) -> Self {
        Self {
            is_number: true,
            ..Self::text(head)
        }
    }

    /// A fixed width in points, with the padding of 8 on both sides in it.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = Width::Fixed(width);
        self
    }

    /// As wide as its content, at most this.
    #[must_use]
    pub fn at_most(mut self, most: f32) -> Self {
        self.width = Width::Fit { most };
        self
    }

    /// Takes what is left, by weight, at least `least` points.
    #[must_use]
    pub fn share(mut self, weight: f32, least: f32) -> Self {
        self.width = Width::Share { weight, least };
        self
    }

    /// The head can be pressed to sort.
    #[must_use]
    pub fn sortable(mut self) -> Self {
        self.is_sortable = true;
        self
    }

    /// A scale under the head: where its ticks lie, 0 to 1, and their words.
    #[must_use]
    pub fn scale(mut self, ticks: &'a [(f32, String)]) -> Self {
        self.scale = Some(ticks);
        self
    }

    /// What the head means, as a tooltip.
    #[must_use]
    pub fn tip(mut self, tip: &'a str) -> Self {
        self.tip = Some(tip);
        self
    }
}

/// Widths of all columns for a table in `room` points. Measured once for the same content.
pub(super) fn widths<'c>(
    ui: &Ui,
    table: &Table<'_>,
    base: Id,
    (room, rows): (f32, usize),
    cell: &dyn Fn(usize, usize) -> Cell<'c>,
) -> Arc<Vec<f32>> {
    let sample = rows.min(SAMPLE);
    let mut hasher = DefaultHasher::new();
    (room.to_bits(), rows, ui.pixels_per_point().to_bits()).hash(&mut hasher);
    for (index, column) in table.columns.iter().enumerate() {
        column.head.hash(&mut hasher);
        for row in 0..sample {
            cell(row, index).name().hash(&mut hasher);
        }
    }
    let key = hasher.finish();
    let id = base.with("column widths");
    let known: Option<(u64, Arc<Vec<f32>>)> = ui.data(|data| data.get_temp(id));
    if let Some((known, widths)) = known
        && known == key
    {
        return widths;
    }
    let wishes: Vec<f32> = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| wish(ui, column, index, (sample, cell)))
        .collect();
    let widths = Arc::new(share_out(table.columns, wishes, room - 2.0 * table.inset));
    ui.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&widths))));
    widths
}

fn wish<'c>(
    ui: &Ui,
    column: &Column<'_>,
    index: usize,
    (sample, cell): (usize, &dyn Fn(usize, usize) -> Cell<'c>),
) -> f32 {
    let most = match column.width {
        Width::Fixed(width) => return width,
        Width::Share { least, .. } => return least,
        Width::Fit { most } => most,
    };
    let look = (Color32::PLACEHOLDER, f32::INFINITY);
    let mark = if column.is_sortable { 16.0 } else { 0.0 };
    let head = text::line(ui.painter(), Type::SmallMedium, column.head, look)
        .size()
        .x
        + mark;
    let widest = (0..sample)
        .map(|row| cell(row, index).width(ui))
        .fold(head, f32::max);
    (widest.ceil() + 2.0 * PAD + 1.0).min(most)
}

/// Gives what is left over to the columns that share, or else to all that fit their content; takes
/// what is missing from the widest text columns, down to 88 points.
fn share_out(columns: &[Column<'_>], mut wishes: Vec<f32>, room: f32) -> Vec<f32> {
    let total: f32 = wishes.iter().sum();
    let left = room - total;
    let weight = |column: &Column<'_>| match column.width {
        Width::Share { weight, .. } => weight,
        Width::Fit { .. } | Width::Fixed(_) => 0.0,
    };
    let shares: f32 = columns.iter().map(weight).sum();
    if left >= 0.0 && shares > 0.0 {
        for (column, wish) in columns.iter().zip(&mut wishes) {
            *wish += left * weight(column) / shares;
        }
    } else if left >= 0.0 {
        let fits = |column: &Column<'_>| matches!(column.width, Width::Fit { .. });
        let count = columns.iter().filter(|column| fits(column)).count().max(1);
        for (column, wish) in columns.iter().zip(&mut wishes) {
            if fits(column) {
                #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
                let part = left / count as f32;
                *wish += part;
            }
        }
    } else {
        shrink(columns, &mut wishes, -left);
    }
    wishes
}

fn shrink(columns: &[Column<'_>], wishes: &mut [f32], mut missing: f32) {
    const LEAST: f32 = 88.0;
    let gives = |column: &Column<'_>| {
        !column.is_number && !matches!(column.width, Width::Fixed(_) | Width::Share { .. })
    };
    let spare: f32 = columns
        .iter()
        .zip(wishes.iter())
        .filter(|(column, _)| gives(column))
        .map(|(_, wish)| (wish - LEAST).max(0.0))
        .sum();
    if spare <= 0.0 {
        return;
    }
    missing = missing.min(spare);
    for (column, wish) in columns.iter().zip(wishes) {
        if gives(column) {
            *wish -= missing * (*wish - LEAST).max(0.0) / spare;
        }
    }
}
