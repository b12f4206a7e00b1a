//! The table of classes: regions that open and close, pools over the rows of their branches.
//! Must not decide who reports with whom.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{
    Align, Align2, Color32, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::rows::{Member, Region, Row};
use crate::domain::{BranchCode, Pool};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Chip, Kit as _};

/// Height of a row.
const ROW: f32 = 25.0;
/// Room for “Change…”.
const DEED: f32 = 104.0;
/// Rows from which regions without pools begin closed.
const MANY: usize = 20;

/// The table with its words.
pub(super) struct ClassTable {
    pub(super) heads: [String; 4],
    pub(super) change: String,
    pub(super) regions: Vec<Region>,
}

/// Edges of the columns, left to right.
#[derive(Clone, Copy)]
struct Columns {
    left: f32,
    contact: f32,
    back: f32,
    class: f32,
    deed: f32,
    right: f32,
}

impl Columns {
    fn new(rect: Rect) -> Self {
        let width = rect.width();
        let class_width = (width * 0.36).clamp(190.0, 300.0);
        let deed = rect.right() - DEED;
        let class = deed - class_width;
        Self {
            left: rect.left() + 16.0,
            contact: class - 92.0,
            back: class - 16.0,
            class: class - 8.0,
            deed,
            right: rect.right(),
        }
    }
}

impl ClassTable {
    /// Draws the table, at most `most` points high; the pool whose “Change…” was pressed.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        most: f32,
        turned: &mut BTreeSet<String>,
    ) -> Option<Pool> {
        self.head_ui(ui);
        if !most.is_finite() {
            return self.rows_ui(ui, turned);
        }
        ScrollArea::vertical()
            .id_salt("classes")
            .max_height((most - measures::TABLE_HEAD).max(ROW * 4.0))
            .auto_shrink([false, true])
            .show(ui, |ui| self.rows_ui(ui, turned))
            .inner
    }

    fn rows_ui(&self, ui: &mut Ui, turned: &mut BTreeSet<String>) -> Option<Pool> {
        let mut pressed = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let all: usize = self.regions.iter().map(|it| it.rows.len()).sum();
        for region in &self.regions {
            let is_usual_open = region.has_pools || all <= MANY;
            let is_open = is_usual_open != turned.contains(&region.name);
            if region_ui(ui, region, is_open) && !turned.remove(&region.name) {
                turned.insert(region.name.clone());
            }
            for row in region.rows.iter().filter(|_| is_open) {
                if self.row_ui(ui, row) {
                    pressed = Some(row.pool.clone());
                }
            }
        }
        pressed
    }

    fn head_ui(&self, ui: &mut Ui) {
        let palette = ui.palette();
        let size = vec2(ui.available_width(), measures::TABLE_HEAD);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        ui.painter().rect_filled(rect, 0.0, palette.raised);
        line_below(ui, rect, palette.border);
        let columns = Columns::new(rect);
        let place = |left, right| span(rect, left, right);
        let [branch, contact, back, class] = &self.heads;
        let look = (Type::SmallMedium, palette.weak);
        let left = Align2::LEFT_CENTER;
        let right = Align2::RIGHT_CENTER;
        words(
            ui,
            place(columns.left, columns.contact - 60.0),
            left,
            (look, branch),
        );
        words(
            ui,
            place(columns.contact - 80.0, columns.contact),
            right,
            (look, contact),
        );
        words(
            ui,
            place(columns.contact, columns.back),
            right,
            (look, back),
        );
        words(
            ui,
            place(columns.class + 8.0, columns.right),
            left,
            (look, class),
        );
    }

    fn row_ui(&self, ui: &mut Ui, row: &Row) -> bool {
        let count = row.members.len();
        #[expect(clippy::cast_precision_loss, reason = "a handful of branches")]
        let size = vec2(ui.available_width(), ROW * count as f32);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &row.heard));
        if !ui.is_rect_visible(rect) {
            return false;
        }
        let palette = ui.palette();
        let is_pooled = count > 1;
        if row.is_too_small {
            ui.painter().rect_filled(rect, 0.0, palette.bad_soft);
        } else if is_pooled {
            ui.painter().rect_filled(rect, 0.0, palette.warn_soft);
        } else if response.contains_pointer() {
            ui.painter().rect_filled(rect, 0.0, palette.raised);
        }
        let columns = Columns::new(rect);
        let mut line = Rect::from_min_size(rect.min, vec2(rect.width(), ROW));
        for (position, member) in row.members.iter().enumerate() {
            member_ui(ui, line, member);
            if position + 1 < count {
                let part = span(line, line.left(), columns.class);
                line_below(ui, part, palette.grid);
            }
            line = line.translate(vec2(0.0, ROW));
        }
        line_below(ui, rect, palette.grid);
        class_ui(ui, rect, row);
        let is_used = is_pooled || row.is_too_small || response.contains_pointer();
        self.deed_ui(ui, rect, row, is_used)
    }

    /// “Change…”: always there for pools, and for the keyboard; elsewhere under the pointer.
    fn deed_ui(&self, ui: &mut Ui, rect: Rect, row: &Row, is_used: bool) -> bool {
        let columns = Columns::new(rect);
        let place = span(rect, columns.deed, columns.right);
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt(("change", row.pool.first().map(BranchCode::as_str)))
                .max_rect(place)
                .layout(Layout::centered_and_justified(egui::Direction::LeftToRight)),
        );
        let seen = row.pool.first().map(BranchCode::as_str).unwrap_or_default();
        let id = child.scope_id().with(("focus", seen));
        let had_focus = child
            .data(|data| data.get_temp::<bool>(id))
            .unwrap_or(false);
        if !is_used && !had_focus {
            child.set_opacity(0.0);
        }
        let name = format!("{} {}", self.change, row.title);
        let response = child.add(Button::quiet(&self.change).row());
        let has_focus = response.has_focus();
        child
            .ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(name));
        if has_focus != had_focus {
            child.data_mut(|data| data.insert_temp(id, has_focus));
            child.ctx().request_repaint();
        }
        response.clicked()
    }
}

/// Head of a region; true when pressed.
fn region_ui(ui: &mut Ui, region: &Region, is_open: bool) -> bool {
    let palette = ui.palette();
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            true,
            is_open,
            format!("{} {}", region.name, region.note),
        )
    });
    ui.painter().rect_filled(rect, 0.0, palette.raised);
    line_below(ui, rect, palette.grid);
    let icon = if is_open {
        Icon::ChevronDown
    } else {
        Icon::ChevronRight
    };
    let at = egui::pos2(rect.left() + 20.0, rect.center().y);
    let font = Icon::font(measures::ICON_SMALL);
    ui.painter()
        .text(at, Align2::CENTER_CENTER, icon.glyph(), font, palette.text);
    let place = span(rect, rect.left() + 34.0, rect.right() - 16.0);
    let look = (Type::Strong, palette.text);
    let end = words(ui, place, Align2::LEFT_CENTER, (look, &region.name));
    let rest = span(rect, end + 5.0, rect.right() - 16.0);
    let note = format!("· {}", region.note);
    words(
        ui,
        rest,
        Align2::LEFT_CENTER,
        ((Type::Body, palette.weak), &note),
    );
    if response.has_focus() {
        let edge = egui::Stroke::new(2.0, palette.focus);
        let inner = rect.shrink(2.0);
        ui.painter()
            .rect_stroke(inner, measures::RADIUS_CHIP, edge, egui::StrokeKind::Inside);
    }
    response.clicked()
}

fn member_ui(ui: &Ui, line: Rect, member: &Member) {
    let palette = ui.palette();
    let columns = Columns::new(line);
    let name = if member.code.is_empty() {
        member.name.clone()
    } else {
        format!("{} {}", member.code, member.name)
    };
    let plain = (Type::Body, palette.text);
    let place = span(line, columns.left, columns.contact - 44.0);
    words(ui, place, Align2::LEFT_CENTER, (plain, &name));
    let right = Align2::RIGHT_CENTER;
    let place = span(line, columns.contact - 60.0, columns.contact);
    words(ui, place, right, (plain, &member.contact));
    let look = if member.is_back_small {
        (Type::Strong, palette.warn)
    } else {
        plain
    };
    let place = span(line, columns.contact, columns.back);
    words(ui, place, right, (look, &member.back_office));
}

/// The class of a row: a chip for one branch, two lines for a pool.
fn class_ui(ui: &mut Ui, rect: Rect, row: &Row) {
    let palette = ui.palette();
    let columns = Columns::new(rect);
    if row.members.len() == 1 {
        let place = span(rect, columns.class + 8.0, columns.deed);
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(place)
                .layout(Layout::left_to_right(Align::Center)),
        );
        child.spacing_mut().item_spacing.x = measures::GAP_XS;
        let tone = if row.is_too_small {
            Tone::Bad
        } else if row.is_split {
            Tone::Ok
        } else {
            Tone::Neutral
        };
        Chip::new(&row.classes).tone(tone).show(&mut child);
        child.text_line(Type::Small, palette.weak, &row.note);
        return;
    }
    let edge = palette.border;
    for x in [columns.class, columns.deed] {
        let line = Rect::from_min_size(egui::pos2(x, rect.top()), vec2(1.0, rect.height() - 1.0));
        ui.painter().rect_filled(line, 0.0, edge);
    }
    let ink = if row.is_too_small {
        palette.bad
    } else {
        palette.warn
    };
    let at = egui::pos2(columns.class + 14.0, rect.center().y);
    let font = Icon::font(measures::ICON);
    ui.painter()
        .text(at, Align2::CENTER_CENTER, Icon::Merge.glyph(), font, ink);
    let place = span(rect, columns.class + 33.0, columns.deed - 6.0);
    let upper = place
        .with_max_y(rect.center().y + 1.0)
        .with_min_y(rect.center().y - 17.0);
    let lower = upper.translate(vec2(0.0, 17.0));
    let left = Align2::LEFT_CENTER;
    words(ui, upper, left, ((Type::Strong, palette.text), &row.title));
    words(ui, lower, left, ((Type::Small, palette.weak), &row.note));
}

fn span(rect: Rect, left: f32, right: f32) -> Rect {
    Rect::from_min_max(
        egui::pos2(left, rect.top()),
        egui::pos2(right.max(left), rect.bottom()),
    )
}

fn line_below(ui: &Ui, rect: Rect, color: Color32) {
    let y = rect.bottom() - 0.5;
    let stroke = egui::Stroke::new(1.0, color);
    ui.painter().hline(rect.x_range(), y, stroke);
}

/// Paints one elided line; gives back where it ends.
fn words(
    ui: &Ui,
    place: Rect,
    align: Align2,
    ((style, ink), text): ((Type, Color32), &str),
) -> f32 {
    let job = style.elided(text, ink, place.width());
    let galley = ui.painter().layout_job(job);
    let rect = align.align_size_within_rect(galley.size(), place);
    ui.painter().galley(rect.min, galley, ink);
    rect.right()
}
