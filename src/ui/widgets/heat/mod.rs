//! Heat map: branches by dimensions, company first, heads read upward.
//! Must not format or classify; words and stops are ready, and nothing is stretched to the data.

mod input;
mod layout;
mod paint;

use egui::accesskit::Role;
use egui::{Align2, Rect, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::text::{self, Kit as _};
use crate::ui::theme::{HeatStop, Type, measures};
use layout::Layout;

/// One cell: its words and its class.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    /// The prepared words, such as “2,2” or “< 5”.
    pub text: String,
    /// The stop of the scale; `None` for a withheld value, which lies on the hidden colour.
    pub stop: Option<HeatStop>,
}

/// One row of prepared words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatRow {
    /// Code of the branch; may be empty.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its n in words: “34”, “5–9”, “< 5”.
    pub n: String,
    /// One cell per dimension.
    pub cells: Vec<HeatCell>,
}

/// A cell of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HeatPlace {
    /// The row; `None` is the company.
    pub row: Option<usize>,
    /// The dimension.
    pub column: usize,
}

/// A head that can be pressed to sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatHead {
    /// By branch.
    Name,
    /// By n.
    Count,
    /// By this dimension.
    Dimension(usize),
}

/// What the user did to a heat map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct HeatResponse {
    /// A cell was chosen by click or by arrow key.
    pub selected: Option<HeatPlace>,
    /// A head was pressed.
    pub sort: Option<HeatHead>,
    /// The cell under the pointer.
    pub hovered: Option<HeatPlace>,
}

/// A heat map. See the module of widgets for an example.
#[must_use = "call `show`"]
pub struct HeatMap<'a> {
    id: &'a str,
    name: &'a str,
    row_head: &'a str,
    count_head: &'a str,
    heads: &'a [String],
    company: Option<&'a HeatRow>,
    rows: &'a [HeatRow],
    selected: Option<HeatPlace>,
    sort: Option<(HeatHead, super::Order)>,
    tip: Option<&'a dyn Fn(HeatPlace) -> Option<String>>,
    max_height: f32,
}

impl<'a> HeatMap<'a> {
    /// A map with a stable id, an accessible name, the names of the dimensions and the rows.
    pub fn new(id: &'a str, name: &'a str, heads: &'a [String], rows: &'a [HeatRow]) -> Self {
        Self {
            id,
            name,
            row_head: "",
            count_head: "n",
            heads,
            company: None,
            rows,
            selected: None,
            sort: None,
            tip: None,
            max_height: f32::INFINITY,
        }
    }

    /// Heads of the column of branches and of the column of n.
    pub fn row_heads(mut self, branch: &'a str, count: &'a str) -> Self {
        self.row_head = branch;
        self.count_head = count;
        self
    }

    /// The row of the whole company; it stays in place while the branches scroll.
    pub fn company(mut self, company: &'a HeatRow) -> Self {
        self.company = Some(company);
        self
    }

    /// The chosen cell.
    pub fn selected(mut self, place: Option<HeatPlace>) -> Self {
        self.selected = place;
        self
    }

    /// By what the rows are in order, for the mark in the head.
    pub fn sorted_by(mut self, head: HeatHead, order: super::Order) -> Self {
        self.sort = Some((head, order));
        self
    }

    /// Words for the tooltip of a cell; asked only for the cell under the pointer.
    pub fn tip(mut self, tip: &'a dyn Fn(HeatPlace) -> Option<String>) -> Self {
        self.tip = Some(tip);
        self
    }

    /// Scrolls by itself from this height on.
    pub fn max_height(mut self, height: f32) -> Self {
        self.max_height = height;
        self
    }

    /// Draws the map over the whole width.
    pub fn show(self, ui: &mut Ui) -> HeatResponse {
        let base = ui.make_persistent_id(self.id);
        let room = ui.available_width();
        let mut layout = Layout::measure(ui, &self, base, room);
        let height = layout.height(self.rows.len());
        let scrolls_down = self.max_height.is_finite() && height > self.max_height;
        if scrolls_down {
            // The scroll bar lies beside the last column and not on it.
            layout = Layout::measure(ui, &self, base, room - SCROLL_BAR);
        }
        let bar = if scrolls_down { SCROLL_BAR } else { 0.0 };
        let size = vec2((layout.width() + bar).max(room), height);
        let shown = vec2(room, height.min(self.max_height));
        let mut out = HeatResponse::default();
        ScrollArea::new([size.x > room + 1.0, scrolls_down])
            .scroll_bar_visibility(text::scroll_bars(ui, shown))
            .id_salt(self.id)
            .max_height(self.max_height.min(size.y))
            .auto_shrink([false, true])
            .show_viewport(ui, |ui, _| {
                let content = Rect::from_min_size(ui.max_rect().min, size);
                ui.allocate_rect(content, Sense::hover());
                let clip = ui.clip_rect().intersect(content);
                if clip.is_negative() {
                    return;
                }
                let response = ui.interact(clip, base, Sense::click());
                response
                    .widget_info(|| WidgetInfo::labeled(Role::Grid, ui.is_enabled(), self.name));
                let map = input::Map {
                    map: &self,
                    layout: &layout,
                    content,
                    clip,
                    base,
                };
                out.hovered = response.hover_pos().and_then(|at| map.place_at(at));
                if response.clicked() {
                    ui.memory_mut(|memory| memory.request_focus(base));
                    out.selected = response
                        .interact_pointer_pos()
                        .and_then(|at| map.place_at(at));
                }
                let moved = map.keys(ui, response.has_focus());
                out.selected = moved.or(out.selected);
                out.selected = out.selected.filter(|place| self.selected != Some(*place));
                map.paint(ui, response.has_focus());
                out.sort = map.heads(ui);
                if let (Some(place), Some(tip)) = (out.hovered, self.tip)
                    && let Some(words) = tip(place)
                {
                    response.on_hover_ui_at_pointer(|ui| {
                        text::tip_body(ui, |ui| {
                            ui.text(Type::Small, &words);
                        });
                    });
                }
            });
        out
    }
}

/// The scale with the words of both ends.
pub fn heat_legend(ui: &mut Ui, low: &str, high: &str) {
    let palette = ui.palette();
    let look = (palette.weak, 160.0);
    let left = text::line(ui.painter(), Type::Small, low, look);
    let right = text::line(ui.painter(), Type::Small, high, look);
    let words = left.size().x + right.size().x + 20.0;
    let bar = (ui.available_width() - words).clamp(70.0, 232.0);
    let size = vec2(words + bar, 20.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{low} … {high}")));
    let words_end = left.size().x;
    text::paint_galley(ui.painter(), rect, Align2::LEFT_CENTER, left);
    text::paint_galley(ui.painter(), rect, Align2::RIGHT_CENTER, right);
    #[expect(clippy::cast_precision_loss, reason = "seven stops")]
    let step = bar / HeatStop::COUNT as f32;
    let mut x = rect.left() + words_end + 10.0;
    let whole = Rect::from_min_size(egui::pos2(x, rect.center().y - 7.0), vec2(bar, 14.0));
    for fill in palette.heat {
        let part = Rect::from_min_size(egui::pos2(x, whole.top()), vec2(step, 14.0));
        ui.painter().rect_filled(part, 0.0, fill);
        x += step;
    }
    let edge = egui::Stroke::new(1.0, palette.grid);
    ui.painter()
        .rect_stroke(whole, 0.0, edge, egui::StrokeKind::Outside);
}

/// Room that a scroll bar needs beside the last column.
const SCROLL_BAR: f32 = 10.0;
/// Height of a row and of the company row with the line under it.
const ROW: f32 = measures::HEAT_ROW;
const COMPANY: f32 = measures::COMPANY_ROW;
