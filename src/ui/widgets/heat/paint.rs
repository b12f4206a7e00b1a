//! Painting of a heat map: cells, names, company row, heads.
//! Must lay out each different figure once per frame and nothing that is out of sight.

use std::collections::HashMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Galley, Painter, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::super::Order;
use super::super::chart::paint_upward;
use super::super::text::{self, Kit as _};
use super::input::Map;
use super::{HeatHead, HeatPlace, HeatRow, ROW};
use crate::ui::icons::Icon;
use crate::ui::theme::{Palette, Type, measures};

/// Figures laid out in this frame; “3,4” stands in many cells.
struct Figures<'a> {
    painter: Painter,
    known: HashMap<(&'a str, bool), Arc<Galley>>,
}

impl<'a> Figures<'a> {
    fn get(&mut self, words: &'a str, is_strong: bool) -> Arc<Galley> {
        let painter = &self.painter;
        let galley = self.known.entry((words, is_strong)).or_insert_with(|| {
            let style = if is_strong {
                Type::SmallStrong
            } else {
                Type::Small
            };
            let look = (Color32::PLACEHOLDER, f32::INFINITY);
            text::line(painter, style, words, look)
        });
        Arc::clone(galley)
    }
}

impl<'a> Map<'a> {
    pub(super) fn paint(&self, ui: &Ui, has_focus: bool) {
        let palette = ui.palette();
        let fixed = self.fixed_top() + self.layout.top();
        let below = Rect::from_min_max(egui::pos2(self.clip.left(), fixed), self.clip.max);
        let cells = Rect::from_min_max(
            egui::pos2(self.fixed_left() + self.layout.left, fixed),
            self.clip.max,
        );
        let mut figures = Figures {
            painter: ui.painter_at(cells),
            known: HashMap::new(),
        };
        let names = ui.painter_at(below);
        let (first, last) = self.visible();
        // All names, then all cells: each change of the clip rectangle is a draw call.
        let visible = self.map.rows.get(first..last).unwrap_or_default();
        for (row, words) in (first..).zip(visible) {
            self.name(&names, palette, (Some(row), words));
        }
        for (row, words) in (first..).zip(visible) {
            self.cells(ui, &mut figures, (Some(row), words));
        }
        self.frame(ui, &mut figures, has_focus);
        if let Some(company) = self.map.company {
            self.company(ui, company);
        }
    }

    /// Code, name and n of one row.
    fn name(&self, painter: &Painter, palette: &Palette, (row, words): (Option<usize>, &HeatRow)) {
        let left = self.fixed_left();
        let top = self.row_top(row);
        let height = if row.is_none() {
            self.layout.company - 2.0
        } else {
            ROW
        };
        let rect = Rect::from_min_size(egui::pos2(left, top), vec2(self.layout.left, height));
        let is_selected = self.map.selected.is_some_and(|place| place.row == row);
        if is_selected {
            let fill = Rect::from_min_max(rect.min, rect.max - vec2(0.0, 1.0));
            painter.rect_filled(fill, 0.0, palette.accent_soft);
        }
        let style = if row.is_none() {
            Type::SmallStrong
        } else {
            Type::Small
        };
        let count = text::line(painter, style, &words.n, (palette.text, f32::INFINITY));
        let count_left = self.layout.count_end - count.size().x;
        let ink = if words.cells.iter().all(|cell| cell.stop.is_none()) {
            palette.weak
        } else {
            palette.text
        };
        let place = |from: f32, to: f32| {
            Rect::from_min_max(
                egui::pos2(left + from, rect.top()),
                egui::pos2(left + to, rect.bottom()),
            )
        };
        let code_end = self.layout.name_at - 6.0;
        let name_at = if words.code.is_empty() {
            11.0
        } else {
            let code = (palette.weak, code_end - 11.0 + 1.0);
            let galley = text::line(painter, Type::Small, &words.code, code);
            let at = place(11.0, code_end);
            text::paint_galley(painter, at, Align2::LEFT_CENTER, galley);
            self.layout.name_at
        };
        let at = place(name_at, count_left - 6.0);
        let galley = text::line(painter, style, &words.name, (palette.text, at.width()));
        text::paint_galley(painter, at, Align2::LEFT_CENTER, galley);
        let at = place(count_left, self.layout.count_end);
        let pos = Align2::LEFT_CENTER
            .align_size_within_rect(count.size(), at)
            .min;
        painter.galley_with_override_text_color(pos, count, ink);
    }

    fn cells(
        &self,
        ui: &Ui,
        figures: &mut Figures<'a>,
        (row, words): (Option<usize>, &'a HeatRow),
    ) {
        let palette = ui.palette();
        for (column, cell) in words.cells.iter().enumerate() {
            let place = HeatPlace { row, column };
            let rect = self.cell_rect(place);
            if !rect.intersects(self.clip) {
                continue;
            }
            let (fill, ink) = cell.stop.map_or((palette.hidden, palette.weak), |stop| {
                (palette.heat_fill(stop), palette.heat_text)
            });
            let is_strong = row.is_none() || self.map.selected == Some(place);
            figures.painter.rect_filled(rect, 0.0, fill);
            let mut galley = figures.get(&cell.text, is_strong);
            // A word that would run into its neighbours; the tip and the reader have it whole.
            if galley.size().x > rect.width() - 2.0 {
                galley = figures.get("…", is_strong);
            }
            let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
            figures.painter.galley(at.min, galley, ink);
            let response = ui.interact(
                rect.intersect(figures.painter.clip_rect()),
                self.base.with((row, column)),
                Sense::hover(),
            );
            response.widget_info(|| {
                let head = self.map.heads.get(column).map_or("", String::as_str);
                let name = format!("{}, {head}: {}", words.name, cell.text);
                WidgetInfo::labeled(Role::GridCell, true, name)
            });
        }
    }

    /// The frame around the chosen cell, and the ring while the keyboard is here.
    fn frame(&self, ui: &Ui, figures: &mut Figures<'a>, has_focus: bool) {
        let palette = ui.palette();
        match self.map.selected {
            Some(place) if place.row.is_some() => {
                let rect = self.cell_rect(place);
                let edge = Stroke::new(2.0, palette.accent);
                figures
                    .painter
                    .rect_stroke(rect, 1.0, edge, StrokeKind::Inside);
            }
            Some(_) => {}
            None if has_focus => text::ring(ui, self.clip.shrink(4.0), measures::RADIUS_CONTROL),
            None => {}
        }
    }

    fn company(&self, ui: &Ui, company: &'a HeatRow) {
        let palette = ui.palette();
        let top = self.fixed_top() + self.layout.head;
        let rect = Rect::from_min_size(
            egui::pos2(self.clip.left(), top),
            vec2(self.clip.width(), self.layout.company),
        );
        ui.painter().rect_filled(rect, 0.0, palette.surface);
        let cells = Rect::from_min_max(
            egui::pos2(self.fixed_left() + self.layout.left, rect.top()),
            rect.max,
        );
        let mut figures = Figures {
            painter: ui.painter_at(cells),
            known: HashMap::new(),
        };
        self.cells(ui, &mut figures, (None, company));
        self.name(ui.painter(), palette, (None, company));
        let line = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 2.0), rect.max);
        ui.painter().rect_filled(line, 0.0, palette.control_border);
        if let Some(place) = self.map.selected
            && place.row.is_none()
        {
            let edge = Stroke::new(2.0, palette.accent);
            let rect = self.cell_rect(place);
            figures
                .painter
                .rect_stroke(rect, 1.0, edge, StrokeKind::Inside);
        }
    }

    /// Heads over everything; gives back the one that was pressed.
    pub(super) fn heads(&self, ui: &Ui) -> Option<HeatHead> {
        let palette = ui.palette();
        let top = self.fixed_top();
        let rect = Rect::from_min_size(
            egui::pos2(self.clip.left(), top),
            vec2(self.clip.width(), self.layout.head),
        );
        let corners = egui::CornerRadius {
            nw: measures::RADIUS_CARD - 1,
            ne: measures::RADIUS_CARD - 1,
            sw: 0,
            se: 0,
        };
        ui.painter().rect_filled(rect, corners, palette.raised);
        let edge = Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 1.0), rect.max);
        text::hairline(ui.painter(), edge, palette.border);
        let mut pressed = None;
        let cells_left = self.fixed_left() + self.layout.left;
        let painter = ui.painter_at(Rect::from_min_max(
            egui::pos2(cells_left, rect.top()),
            rect.max,
        ));
        for (column, words) in self.map.heads.iter().enumerate() {
            let cell = self.cell_rect(HeatPlace { row: None, column });
            let place = Rect::from_min_max(
                egui::pos2(cell.left().max(cells_left), rect.top()),
                egui::pos2(cell.right(), rect.bottom()),
            );
            if place.width() < 8.0 || !place.intersects(self.clip) {
                continue;
            }
            if self.upward_head(ui, &painter, (cell.center().x, place), (column, words)) {
                pressed = Some(HeatHead::Dimension(column));
            }
        }
        let low = egui::pos2(rect.left() + 7.0, rect.bottom() - 26.0);
        let count_left = rect.left() + self.layout.count_end - 40.0;
        let name = Rect::from_min_max(low, egui::pos2(count_left - 4.0, rect.bottom() - 4.0));
        let count = Rect::from_min_max(
            egui::pos2(count_left, low.y),
            egui::pos2(
                rect.left() + self.layout.count_end + 4.0,
                rect.bottom() - 4.0,
            ),
        );
        if self.flat_head(ui, name, (HeatHead::Name, self.map.row_head)) {
            pressed = Some(HeatHead::Name);
        }
        if self.flat_head(ui, count, (HeatHead::Count, self.map.count_head)) {
            pressed = Some(HeatHead::Count);
        }
        pressed
    }

    fn order(&self, head: HeatHead) -> Option<Icon> {
        let (sorted, order) = self.map.sort?;
        (sorted == head).then_some(match order {
            Order::Ascending => Icon::ChevronUp,
            Order::Descending => Icon::ChevronDown,
        })
    }

    fn upward_head(
        &self,
        ui: &Ui,
        painter: &Painter,
        (middle, place): (f32, Rect),
        (column, words): (usize, &str),
    ) -> bool {
        let palette = ui.palette();
        let id = self.base.with(("head", column));
        let response = ui.interact(place, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, words));
        let order = self.order(HeatHead::Dimension(column));
        let ink = if response.hovered() || order.is_some() {
            palette.accent
        } else {
            palette.text
        };
        let mark = if order.is_some() { 14.0 } else { 0.0 };
        let room = place.height() - 8.0 - mark;
        let galley = text::line(painter, Type::SmallMedium, words, (ink, room));
        let is_elided = galley.elided;
        let x = middle - galley.size().y / 2.0;
        let y = place.bottom() - 4.0 - galley.size().x / 2.0 - mark;
        paint_upward(painter, (x, y), galley);
        if let Some(icon) = order {
            let at = egui::pos2(middle, place.bottom() - 10.0);
            text::paint_icon(painter, at, icon, (measures::ICON_SMALL, ink));
        }
        if response.has_focus() {
            text::ring(ui, place.shrink(4.0), measures::RADIUS_CHIP);
        }
        let is_pressed = response.clicked();
        if is_elided {
            text::tip(response, words);
        }
        is_pressed
    }

    fn flat_head(&self, ui: &Ui, place: Rect, (head, words): (HeatHead, &str)) -> bool {
        if words.is_empty() {
            return false;
        }
        let palette = ui.palette();
        let salt = if head == HeatHead::Name { "name" } else { "n" };
        let response = ui.interact(place, self.base.with(salt), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, words));
        let order = self.order(head);
        let ink = if response.hovered() || order.is_some() {
            palette.text
        } else {
            palette.weak
        };
        let inner = place.shrink2(vec2(4.0, 0.0));
        let galley = text::line(
            ui.painter(),
            Type::SmallMedium,
            words,
            (ink, inner.width() - 14.0),
        );
        let align = if head == HeatHead::Name {
            Align2::LEFT_CENTER
        } else {
            Align2::RIGHT_CENTER
        };
        let at = text::paint_galley(ui.painter(), inner, align, galley);
        if let Some(icon) = order {
            let x = if head == HeatHead::Name {
                at.right() + 9.0
            } else {
                at.left() - 9.0
            };
            text::paint_icon(
                ui.painter(),
                egui::pos2(x, place.center().y),
                icon,
                (measures::ICON_SMALL, ink),
            );
        }
        if response.has_focus() {
            text::ring(ui, place, measures::RADIUS_CHIP);
        }
        response.clicked()
    }
}
