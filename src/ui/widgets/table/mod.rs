//! Tables: rows of prepared strings, drawn only where they are visible.
//! Must not sort, filter or format; rows come in the order and the words in which they are shown.

mod cell;
mod column;
mod paint;

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, WidgetInfo, vec2};

pub use cell::Cell;
pub use column::{Column, Order};

use super::text::{self, Kit as _};
use crate::ui::theme::{Tone, measures};

/// Height of the ticks under a head.
const SCALE: f32 = 22.0;

/// Height of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// 24 points.
    Dense,
    /// 28 points.
    #[default]
    Normal,
    /// 30 points, for rows with chips.
    Roomy,
    /// 34 points, for rows with bars or two lines.
    Tall,
}

impl Density {
    /// The height in points.
    #[must_use]
    pub fn height(self) -> f32 {
        match self {
            Self::Dense => 24.0,
            Self::Normal => 28.0,
            Self::Roomy => 30.0,
            Self::Tall => 34.0,
        }
    }
}

/// What the user did to a table in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct TableResponse {
    /// A row was chosen by click or by key.
    pub selected: Option<usize>,
    /// A row was opened by double click or Enter.
    pub opened: Option<usize>,
    /// The head of this sortable column was pressed.
    pub sort: Option<usize>,
    /// The link in this row and column was pressed.
    pub link: Option<(usize, usize)>,
    /// A group row was pressed, to open or to close it.
    pub group: Option<usize>,
    /// The row under the pointer.
    pub hovered: Option<usize>,
}

/// A table. See the module of widgets for an example.
#[must_use = "call `show`"]
pub struct Table<'a> {
    id: &'a str,
    name: &'a str,
    columns: &'a [Column<'a>],
    density: Density,
    selected: Option<usize>,
    sort: Option<(usize, Order)>,
    row_tone: Option<&'a dyn Fn(usize) -> Tone>,
    max_height: f32,
    inset: f32,
    is_rounded: bool,
    is_selectable: bool,
}

/// What painting needs to know about the place of a table.
struct Frame<'a, 'c> {
    table: &'a Table<'a>,
    base: Id,
    /// The whole content, most of it perhaps scrolled away.
    content: Rect,
    /// Left edges of the columns and, last, the right edge.
    edges: Vec<f32>,
    rows: usize,
    cell: &'a dyn Fn(usize, usize) -> Cell<'c>,
}

impl<'a> Table<'a> {
    /// A table with a stable id, an accessible name and its columns.
    pub fn new(id: &'a str, name: &'a str, columns: &'a [Column<'a>]) -> Self {
        Self {
            id,
            name,
            columns,
            density: Density::Normal,
            selected: None,
            sort: None,
            row_tone: None,
            max_height: f32::INFINITY,
            inset: 8.0,
            is_rounded: false,
            is_selectable: false,
        }
    }

    /// Another height of rows.
    pub fn density(mut self, density: Density) -> Self {
        self.density = density;
        self
    }

    /// Rows can be chosen; this one is.
    pub fn selected(mut self, row: Option<usize>) -> Self {
        self.is_selectable = true;
        self.selected = row;
        self
    }

    /// The column by which the rows are in order, for the mark in its head.
    pub fn sorted_by(mut self, column: usize, order: Order) -> Self {
        self.sort = Some((column, order));
        self
    }

    /// Rows that are tinted, such as the pairs that are shown together.
    pub fn row_tone(mut self, tone: &'a dyn Fn(usize) -> Tone) -> Self {
        self.row_tone = Some(tone);
        self
    }

    /// Scrolls by itself from this height on; without it the table is as high as its rows and the
    /// page scrolls. Rows out of sight cost nothing in both cases.
    pub fn max_height(mut self, height: f32) -> Self {
        self.max_height = height;
        self
    }

    /// The head has the rounded corners of the card it begins.
    pub fn rounded(mut self) -> Self {
        self.is_rounded = true;
        self
    }

    /// Height of the head, with the row of ticks where a column has a scale.
    fn head_height(&self) -> f32 {
        let has_scale = self.columns.iter().any(|column| column.scale.is_some());
        measures::TABLE_HEAD + if has_scale { SCALE } else { 0.0 }
    }

    /// Draws the table over the whole width. `cell` is asked for visible cells only.
    pub fn show<'c>(
        self,
        ui: &mut Ui,
        rows: usize,
        cell: &dyn Fn(usize, usize) -> Cell<'c>,
    ) -> TableResponse {
        let base = ui.make_persistent_id(self.id);
        let room = ui.available_width();
        let row_height = self.density.height();
        #[expect(clippy::cast_precision_loss, reason = "a height in points")]
        let height = self.head_height() + row_height * rows as f32;
        // The scroll bar lies beside the last column and not on it.
        let bar = if height > self.max_height { 8.0 } else { 0.0 };
        let widths = column::widths(ui, &self, base, (room - bar, rows), cell);
        let width: f32 = widths.iter().sum::<f32>() + 2.0 * self.inset + bar;
        let shown = vec2(room, height.min(self.max_height));
        let scrolls_down = self.max_height.is_finite() && height > self.max_height;
        let mut response = TableResponse::default();
        ScrollArea::new([width > room + 1.0, scrolls_down])
            .scroll_bar_visibility(text::scroll_bars(ui, shown))
            .id_salt(self.id)
            .max_height(self.max_height.min(height))
            .auto_shrink([false, true])
            .show_viewport(ui, |ui, _| {
                let origin = ui.max_rect().min;
                let size = vec2(width.max(room), height);
                let content = Rect::from_min_size(origin, size);
                ui.allocate_rect(content, Sense::hover());
                let mut edges = vec![content.left() + self.inset];
                for width in widths.iter() {
                    edges.push(edges.last().copied().unwrap_or(0.0) + width);
                }
                let frame = Frame {
                    table: &self,
                    base,
                    content,
                    edges,
                    rows,
                    cell,
                };
                response = frame.show(ui);
            });
        response
    }
}

impl Frame<'_, '_> {
    fn show(&self, ui: &Ui) -> TableResponse {
        let mut out = TableResponse::default();
        let clip = ui.clip_rect().intersect(self.content);
        let whole = ui.interact(
            clip,
            self.base,
            if self.table.is_selectable {
                Sense::focusable_noninteractive()
            } else {
                Sense::hover()
            },
        );
        whole.widget_info(|| WidgetInfo::labeled(Role::Table, ui.is_enabled(), self.table.name));
        self.keys(ui, whole.has_focus(), &mut out);
        let (first, last) = self.visible(clip);
        for row in first..last {
            self.row(ui, row, whole.has_focus(), &mut out);
        }
        self.head(ui, clip, &mut out);
        if whole.has_focus() && self.table.selected.is_none() {
            text::ring(ui, clip.shrink(4.0), measures::RADIUS_CONTROL);
        }
        out
    }

    /// First visible row and the one after the last.
    fn visible(&self, clip: Rect) -> (usize, usize) {
        let height = self.table.density.height();
        let top = self.content.top() + self.table.head_height();
        let row_at = |y: f32| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to the rows there are"
            )]
            let row = ((y - top) / height).max(0.0) as usize;
            row.min(self.rows)
        };
        if clip.is_negative() {
            return (0, 0);
        }
        let last = (row_at(clip.bottom()) + 1).min(self.rows);
        (row_at(clip.top()), last)
    }

    fn row_rect(&self, row: usize) -> Rect {
        let height = self.table.density.height();
        #[expect(clippy::cast_precision_loss, reason = "a height in points")]
        let top = self.content.top() + self.table.head_height() + height * row as f32;
        Rect::from_min_size(
            egui::pos2(self.content.left(), top),
            vec2(self.content.width(), height),
        )
    }

    fn keys(&self, ui: &Ui, has_focus: bool, out: &mut TableResponse) {
        if !has_focus || self.rows == 0 {
            return;
        }
        let filter = EventFilter {
            vertical_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.base, filter));
        let now = self.table.selected;
        let last = self.rows - 1;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let target = if pressed(Key::ArrowDown) {
            Some(now.map_or(0, |row| (row + 1).min(last)))
        } else if pressed(Key::ArrowUp) {
            Some(now.map_or(last, |row| row.saturating_sub(1)))
        } else if pressed(Key::PageDown) {
            Some(now.map_or(0, |row| (row + 20).min(last)))
        } else if pressed(Key::PageUp) {
            Some(now.map_or(0, |row| row.saturating_sub(20)))
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            Some(last)
        } else {
            None
        };
        if let Some(row) = target {
            out.selected = Some(row).filter(|row| now != Some(*row));
            // The head lies over the top of what is scrolled, so leave room for it.
            let mut seen = self.row_rect(row);
            seen.min.y -= self.table.head_height();
            ui.scroll_to_rect(seen, None);
        } else if pressed(Key::Enter) {
            out.opened = now;
        }
    }

    fn row(&self, ui: &Ui, row: usize, has_focus: bool, out: &mut TableResponse) {
        let palette = ui.palette();
        let rect = self.row_rect(row);
        let is_group = matches!((self.cell)(row, 0), Cell::Group { .. });
        let is_selected = self.table.selected == Some(row);
        let is_active = self.table.is_selectable || is_group;
        let response = is_active.then(|| {
            let response = ui.interact(rect, self.base.with(("row", row)), Sense::CLICK);
            let name = (self.cell)(row, 0).name().to_owned();
            response.widget_info(|| {
                WidgetInfo::selected(Role::Row, ui.is_enabled(), is_selected, &name)
            });
            response
        });
        let is_hovered = response.as_ref().is_some_and(egui::Response::hovered);
        let tone = self.table.row_tone.map_or(Tone::Neutral, |tone| tone(row));
        let fill = if is_selected {
            Some(palette.accent_soft)
        } else if tone != Tone::Neutral {
            Some(palette.tone_soft(tone))
        } else if is_group || is_hovered {
            Some(palette.raised)
        } else {
            None
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, 0.0, fill);
        }
        self.paint_row(ui, row, rect, out);
        let edge = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 1.0), rect.max);
        text::hairline(ui.painter(), edge, palette.grid);
        if is_selected && has_focus {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
            ui.painter().rect_filled(bar, 0.0, palette.focus);
        }
        let Some(response) = response else { return };
        if response.hovered() {
            out.hovered = Some(row);
        }
        if response.clicked() && out.link.is_none() {
            if is_group {
                out.group = Some(row);
            } else {
                out.selected = Some(row).filter(|_| !is_selected);
                ui.memory_mut(|memory| memory.request_focus(self.base));
            }
        }
        if response.double_clicked() && !is_group {
            out.opened = Some(row);
        }
    }
}
