//! A place with its comments: its head and its rows. Decides nothing.

use egui::{Ui, vec2};

use super::draw::{self, Drawing, Wish};
use super::row::Row;
use crate::ui::screens::common::padded;
use crate::ui::theme::Type;
use crate::ui::widgets::{CardHead, Chip, Kit as _};

/// Rows so far out of sight are drawn all the same, so that Tab reaches them.
const BEYOND: f32 = 300.0;

/// A place with its comments.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) why: String,
    pub(super) count: String,
    pub(super) hidden: String,
    pub(super) rows: Vec<Row>,
    /// Rows that the search lets through.
    pub(super) found: Vec<usize>,
}

/// Title, number of comments, and why branches stand together.
pub(super) fn section_head(ui: &mut Ui, section: &Section) {
    CardHead::flush(&section.title).rule().show(ui, |ui| {
        if !section.hidden.is_empty() {
            Chip::new(&section.hidden).show(ui);
        }
        Chip::new(&section.count).show(ui);
    });
    if !section.why.is_empty() {
        padded(ui, |ui| {
            ui.text_weak(Type::Small, &section.why);
        });
        ui.rule();
    }
}

/// The rows that the search lets through; those out of sight take their room only.
pub(super) fn rows_ui(
    ui: &mut Ui,
    (section, heights): (&Section, &[f32]),
    drawing: &mut Drawing<'_>,
) -> Option<(usize, Wish)> {
    let mut wish = None;
    for (place, at) in section.found.iter().enumerate() {
        let (Some(row), Some(height)) = (section.rows.get(*at), heights.get(*at)) else {
            continue;
        };
        let size = vec2(ui.available_width(), *height);
        let (_, rect) = ui.allocate_space(size);
        if place > 0 {
            let color = ui.palette().grid;
            ui.painter()
                .hline(rect.x_range(), rect.top(), egui::Stroke::new(1.0, color));
        }
        if !ui.is_rect_visible(rect.expand2(vec2(0.0, BEYOND))) {
            continue;
        }
        let builder = egui::UiBuilder::new()
            .id_salt(("comment", row.number))
            .max_rect(rect)
            .layout(egui::Layout::top_down(egui::Align::Min));
        let mut child = ui.new_child(builder);
        if let Some(found) = draw::row_ui(&mut child, row, drawing) {
            wish = Some((row.number, found));
        }
    }
    wish
}
