//! Painting of rows and of the head that stays in place.
//! Must not decide what the user did, beyond heads and links.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, Ui, WidgetInfo, vec2};

use super::super::text::{self, Kit as _};
use super::column::PAD;
use super::{Cell, Frame, Order, TableResponse};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};

impl Frame<'_, '_> {
    fn column_rect(&self, column: usize, rect: Rect) -> Rect {
        let left = self.edges.get(column).copied().unwrap_or(rect.left());
        let right = self.edges.get(column + 1).copied().unwrap_or(left);
        Rect::from_min_max(
            egui::pos2(left, rect.top()),
            egui::pos2(right, rect.bottom()),
        )
    }

    pub(super) fn paint_row(&self, ui: &Ui, row: usize, rect: Rect, out: &mut TableResponse) {
        if let Cell::Group {
            title,
            note,
            is_open,
        } = (self.cell)(row, 0)
        {
            paint_group(ui, rect, (title, note, is_open));
            return;
        }
        for column in 0..self.table.columns.len() {
            let cell = (self.cell)(row, column);
            let place = self.column_rect(column, rect);
            self.paint_cell(ui, (row, column), (place, &cell), out);
        }
    }

    fn paint_cell(
        &self,
        ui: &Ui,
        (row, column): (usize, usize),
        (place, cell): (Rect, &Cell<'_>),
        out: &mut TableResponse,
    ) {
        if matches!(cell, Cell::Empty) {
            return;
        }
        let palette = ui.palette();
        if matches!(cell, Cell::Hidden { .. } | Cell::Wrong { .. }) {
            let fill = if matches!(cell, Cell::Hidden { .. }) {
                palette.hidden
            } else {
                palette.bad_soft
            };
            let inner = Rect::from_min_max(place.min, place.max - vec2(0.0, 1.0));
            ui.painter().rect_filled(inner, 0.0, fill);
        }
        let is_number = self
            .table
            .columns
            .get(column)
            .is_some_and(|column| column.is_number);
        let align = if is_number {
            Align2::RIGHT_CENTER
        } else {
            Align2::LEFT_CENTER
        };
        let is_elided = cell.paint(ui, place.shrink2(vec2(PAD, 0.0)), align);
        let id = self.base.with((row, column));
        if let Cell::Link(words) = cell {
            let response = ui.interact(place.shrink2(vec2(0.0, 2.0)), id, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), words));
            text::focus_ring(ui, &response, measures::RADIUS_CHIP);
            if response.hovered() {
                let y = place.center().y + 8.0;
                let line = Rect::from_min_size(
                    egui::pos2(place.left() + PAD, y),
                    vec2(cell.width(ui).min(place.width() - 2.0 * PAD), 1.0),
                );
                text::hairline(ui.painter(), line, palette.accent);
            }
            if response.clicked() {
                out.link = Some((row, column));
            }
            return;
        }
        let response = ui.interact(place, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, ui.is_enabled(), cell.name()));
        if let Some(reason) = cell.reason() {
            text::tip(response, reason);
        } else if let (true, Cell::TwoLines(upper, lower)) = (is_elided, cell) {
            response.on_hover_ui(|ui| {
                text::tip_body(ui, |ui| {
                    ui.text(Type::SmallStrong, upper);
                    ui.text(Type::Small, lower);
                });
            });
        } else if is_elided {
            text::tip(response, cell.name());
        }
    }

    /// The head, at the top of what is visible, over the rows.
    pub(super) fn head(&self, ui: &Ui, clip: Rect, out: &mut TableResponse) {
        let palette = ui.palette();
        let lowest = self.content.bottom() - measures::TABLE_HEAD;
        let top = clip.top().min(lowest).max(self.content.top());
        let rect = Rect::from_min_size(
            egui::pos2(self.content.left(), top),
            vec2(self.content.width(), measures::TABLE_HEAD),
        );
        let radius = if self.table.is_rounded {
            measures::RADIUS_CARD - 1
        } else {
            0
        };
        let corners = CornerRadius {
            nw: radius,
            ne: radius,
            sw: 0,
            se: 0,
        };
        if self.table.is_rounded {
            // Rows that scroll under the head would show in its rounded corners.
            ui.painter()
                .rect_filled(rect.shrink2(vec2(1.0, 1.0)), 0.0, palette.raised);
        }
        ui.painter().rect_filled(rect, corners, palette.raised);
        let edge = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 1.0), rect.max);
        text::hairline(ui.painter(), edge, palette.border);
        for index in 0..self.table.columns.len() {
            if self.head_cell(ui, index, self.column_rect(index, rect)) {
                out.sort = Some(index);
            }
        }
        self.scales(ui, rect);
    }

    /// The ticks of columns with a scale, in a row of their own under the head.
    fn scales(&self, ui: &Ui, head: Rect) {
        let height = self.table.head_height() - measures::TABLE_HEAD;
        if height <= 0.0 {
            return;
        }
        let palette = ui.palette();
        let row = Rect::from_min_size(head.left_bottom(), vec2(head.width(), height));
        ui.painter().rect_filled(row, 0.0, palette.surface);
        let edge = Rect::from_min_max(egui::pos2(row.left(), row.bottom() - 1.0), row.max);
        text::hairline(ui.painter(), edge, palette.grid);
        for (index, column) in self.table.columns.iter().enumerate() {
            let place = self.column_rect(index, row).shrink2(vec2(PAD, 0.0));
            let scale = super::super::chart::scale_rect(place);
            for (part, words) in column.scale.unwrap_or_default() {
                let at = egui::pos2(scale.left() + scale.width() * part, row.center().y);
                let look = (palette.text, f32::INFINITY);
                let galley = text::line(ui.painter(), Type::Small, words, look);
                let pos = at - galley.size() / 2.0;
                ui.painter().galley(pos, galley, palette.text);
            }
        }
    }

    fn head_cell(&self, ui: &Ui, index: usize, place: Rect) -> bool {
        let Some(column) = self.table.columns.get(index) else {
            return false;
        };
        let palette = ui.palette();
        let sense = if column.is_sortable {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response: Response = ui.interact(place, self.base.with(("head", index)), sense);
        response
            .widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), column.head));
        let order = self
            .table
            .sort
            .filter(|(sorted, _)| *sorted == index)
            .map(|(_, order)| order);
        let ink = if order.is_some() || (column.is_sortable && response.hovered()) {
            palette.text
        } else {
            palette.weak
        };
        let mut inner = place.shrink2(vec2(PAD, 0.0));
        if order.is_some() && column.is_number {
            inner.max.x -= 14.0;
        }
        let align = if column.is_number {
            Align2::RIGHT_CENTER
        } else {
            Align2::LEFT_CENTER
        };
        let look = (ink, inner.width() + 0.5);
        let galley = text::line(ui.painter(), Type::SmallMedium, column.head, look);
        let is_elided = galley.elided;
        let words = text::paint_galley(ui.painter(), inner, align, galley);
        if let Some(order) = order {
            let icon = match order {
                Order::Ascending => Icon::ChevronUp,
                Order::Descending => Icon::ChevronDown,
            };
            let center = egui::pos2(words.right() + 8.0, place.center().y);
            text::paint_icon(ui.painter(), center, icon, (12.0, ink));
        }
        if response.has_focus() {
            text::ring(ui, place.shrink(4.0), measures::RADIUS_CHIP);
        }
        let is_pressed = response.clicked();
        if let Some(tip) = column.tip {
            text::tip(response, tip);
        } else if is_elided {
            text::tip(response, column.head);
        }
        is_pressed
    }
}

fn paint_group(ui: &Ui, rect: Rect, (title, note, is_open): (&str, &str, bool)) {
    let palette = ui.palette();
    let icon = if is_open {
        Icon::ChevronDown
    } else {
        Icon::ChevronRight
    };
    let center = egui::pos2(rect.left() + 20.0, rect.center().y);
    let look = (measures::ICON_SMALL, palette.text);
    text::paint_icon(ui.painter(), center, icon, look);
    let mut place = rect.shrink2(vec2(16.0, 0.0));
    place.min.x = rect.left() + 33.0;
    let galley = text::line(
        ui.painter(),
        Type::Strong,
        title,
        (palette.text, place.width()),
    );
    let words = text::paint_galley(ui.painter(), place, Align2::LEFT_CENTER, galley);
    place.min.x = words.right() + 5.0;
    if place.width() > 24.0 {
        let look = (palette.weak, place.width());
        let galley = text::line(ui.painter(), Type::Body, note, look);
        text::paint_galley(ui.painter(), place, Align2::LEFT_CENTER, galley);
    }
}
