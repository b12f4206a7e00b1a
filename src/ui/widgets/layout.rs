//! Layout of pages: sides, two columns that become one, rows of equal cards.
//! Must not draw.

use egui::{Frame, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::ui::theme::measures;

/// The body of a page with 24 points at its sides and 16 below. `least` is the height below which
/// the page scrolls instead of pressing its content; the closure gets the height it may fill.
pub fn page<R>(ui: &mut Ui, least: f32, add: impl FnOnce(&mut Ui, f32) -> R) -> R {
    let margin = Margin {
        left: 24,
        right: 24,
        top: 0,
        bottom: 16,
    };
    let room = ui.available_height() - f32::from(margin.bottom);
    let body = |ui: &mut Ui| {
        Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                add(ui, room.max(least))
            })
            .inner
    };
    if room >= least {
        return body(ui);
    }
    // The scroll bar lies in the margin at the right and never on a card.
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, body)
        .inner
}

/// Which column is being drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The wide one.
    Left,
    /// The one for panels.
    Right,
}

/// Is the window too narrow for two columns and for words in the side bar?
#[must_use]
pub fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < measures::NARROW_BELOW
}

/// Two columns, the right one `right` points wide; in a narrow window one under the other.
/// The closure is called for each side in turn, so that both may use the same state.
pub fn two_columns(ui: &mut Ui, right: f32, gap: f32, mut add: impl FnMut(&mut Ui, Side)) {
    if is_narrow(ui) {
        add(ui, Side::Left);
        add(ui, Side::Right);
        return;
    }
    let whole = ui.available_rect_before_wrap();
    let left = (whole.width() - right - gap).max(120.0);
    let column = |from: f32, width: f32| {
        Rect::from_min_size(
            egui::pos2(from, whole.top()),
            vec2(width, whole.height().max(0.0)),
        )
    };
    let sides = [
        (Side::Left, column(whole.left(), left)),
        (Side::Right, column(whole.left() + left + gap, right)),
    ];
    let mut used = Rect::from_min_size(whole.min, vec2(whole.width(), 0.0));
    for (side, rect) in sides {
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt(("column", side == Side::Right))
                .max_rect(rect)
                .layout(Layout::top_down(egui::Align::Min)),
        );
        add(&mut child, side);
        used |= child.min_rect();
    }
    ui.allocate_rect(used, egui::Sense::hover());
}

/// Cells of equal width in rows of `per_row`; in each the closure draws one card.
pub fn equal_cells(
    ui: &mut Ui,
    (count, per_row): (usize, usize),
    mut add: impl FnMut(&mut Ui, usize),
) {
    let gap = measures::GAP_S;
    let per_row = per_row.max(1);
    #[expect(clippy::cast_precision_loss, reason = "a handful of cells")]
    let width = (ui.available_width() - gap * (per_row - 1) as f32) / per_row as f32;
    let mut index = 0;
    while index < count {
        let top = ui.available_rect_before_wrap();
        let mut used = Rect::from_min_size(top.min, vec2(top.width(), 0.0));
        for column in 0..per_row.min(count - index) {
            #[expect(clippy::cast_precision_loss, reason = "a handful of cells")]
            let left = top.left() + column as f32 * (width + gap);
            let rect = Rect::from_min_size(egui::pos2(left, top.top()), vec2(width, top.height()));
            let mut child = ui.new_child(
                UiBuilder::new()
                    .id_salt(("cell", index + column))
                    .max_rect(rect)
                    .layout(Layout::top_down(egui::Align::Min)),
            );
            add(&mut child, index + column);
            used |= child.min_rect();
        }
        ui.allocate_rect(used, egui::Sense::hover());
        index += per_row;
    }
}
