//! Which cell lies under the pointer, and where the arrow keys go.
//! Must not draw.

use egui::{EventFilter, Id, Key, Modifiers, Pos2, Rect, Ui, vec2};

use super::layout::Layout;
use super::{HeatMap, HeatPlace, ROW};

/// A heat map in its place.
pub(super) struct Map<'a> {
    pub(super) map: &'a HeatMap<'a>,
    pub(super) layout: &'a Layout,
    /// The whole content, part of it perhaps scrolled away.
    pub(super) content: Rect,
    /// What is visible of it.
    pub(super) clip: Rect,
    pub(super) base: Id,
}

impl Map<'_> {
    /// Upper edge of what stays in place: the top of what is visible.
    pub(super) fn fixed_top(&self) -> f32 {
        let lowest = self.content.bottom() - self.layout.top();
        self.clip.top().min(lowest).max(self.content.top())
    }

    /// Left edge of the columns that stay in place.
    pub(super) fn fixed_left(&self) -> f32 {
        self.clip.left()
    }

    /// First visible row and the one after the last.
    pub(super) fn visible(&self) -> (usize, usize) {
        let top = self.content.top() + self.layout.top();
        let row_at = |y: f32| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to the rows there are"
            )]
            let row = ((y - top) / ROW).max(0.0) as usize;
            row.min(self.map.rows.len())
        };
        let first = row_at(self.fixed_top() + self.layout.top());
        let last = (row_at(self.clip.bottom()) + 1).min(self.map.rows.len());
        (first, last)
    }

    pub(super) fn row_top(&self, row: Option<usize>) -> f32 {
        match row {
            None => self.fixed_top() + self.layout.head,
            #[expect(clippy::cast_precision_loss, reason = "a height in points")]
            Some(row) => self.content.top() + self.layout.top() + row as f32 * ROW,
        }
    }

    /// The rectangle of a cell without its gaps, on whole points.
    pub(super) fn cell_rect(&self, place: HeatPlace) -> Rect {
        let left = self.content.left() + self.layout.left;
        #[expect(clippy::cast_precision_loss, reason = "a handful of dimensions")]
        let edge = |column: usize| (left + column as f32 * self.layout.column).round();
        let top = self.row_top(place.row);
        let height = if place.row.is_none() {
            self.layout.company - 2.0
        } else {
            ROW - 1.0
        };
        Rect::from_min_size(
            egui::pos2(edge(place.column), top),
            vec2(edge(place.column + 1) - edge(place.column) - 1.0, height),
        )
    }

    /// The cell under a point; a point on the name of a branch means the chosen dimension.
    pub(super) fn place_at(&self, at: Pos2) -> Option<HeatPlace> {
        let top = self.fixed_top();
        let below_head = at.y - top - self.layout.head;
        if below_head < 0.0 || self.map.heads.is_empty() {
            return None;
        }
        let row = if below_head < self.layout.company {
            None
        } else {
            let into = at.y - self.content.top() - self.layout.top();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "compared with the number of rows below"
            )]
            let row = (into / ROW).max(0.0) as usize;
            if row >= self.map.rows.len() {
                return None;
            }
            Some(row)
        };
        let column = if at.x < self.fixed_left() + self.layout.left {
            self.map.selected.map_or(0, |place| place.column)
        } else {
            let into = at.x - self.content.left() - self.layout.left;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "compared with the number of columns below"
            )]
            let column = (into / self.layout.column).max(0.0) as usize;
            column
        };
        (column < self.layout.columns).then_some(HeatPlace { row, column })
    }

    /// Moves the choice by arrow keys, Home and End.
    pub(super) fn keys(&self, ui: &Ui, has_focus: bool) -> Option<HeatPlace> {
        if !has_focus || self.map.heads.is_empty() {
            return None;
        }
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.base, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let steps = [
            (Key::ArrowDown, (1, 0)),
            (Key::ArrowUp, (-1, 0)),
            (Key::ArrowRight, (0, 1)),
            (Key::ArrowLeft, (0, -1)),
            (Key::PageDown, (20, 0)),
            (Key::PageUp, (-20, 0)),
            (Key::Home, (0, isize::MIN / 2)),
            (Key::End, (0, isize::MAX / 2)),
        ];
        let step = steps
            .into_iter()
            .find(|(key, _)| pressed(*key))
            .map(|(_, step)| step)?;
        let place = self.moved(step);
        let mut seen = self.cell_rect(place);
        if place.row.is_some() {
            seen.min.y -= self.layout.top();
            seen.min.x -= self.layout.left;
            ui.scroll_to_rect(seen, None);
        }
        Some(place)
    }

    fn moved(&self, (down, right): (isize, isize)) -> HeatPlace {
        let Some(now) = self.map.selected else {
            return HeatPlace {
                row: if self.map.rows.is_empty() {
                    None
                } else {
                    Some(0)
                },
                column: 0,
            };
        };
        // The company is the row above the first.
        let has_company = self.map.company.is_some();
        let rows = self.map.rows.len() + usize::from(has_company);
        let line = match now.row {
            None => 0,
            Some(row) => row + usize::from(has_company),
        };
        let line = line.saturating_add_signed(down).min(rows.max(1) - 1);
        let column = now
            .column
            .saturating_add_signed(right)
            .min(self.layout.columns.max(1) - 1);
        let row = if has_company && line == 0 {
            None
        } else {
            Some(line - usize::from(has_company))
        };
        HeatPlace { row, column }
    }
}
