//! A card on a board: what is to be done, a weak line, states, a foot. It can be pressed, dragged and
//! moved with the keyboard; which column it belongs to is the screen's business.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, DragAndDrop, Galley, Id, LayerId, Order, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::chip::Chip;
use super::text::{self, Kit as _};
use crate::ui::theme::{Type, measures};

const PAD: f32 = 8.0;
/// The most lines of the title.
const MOST_ROWS: usize = 4;

/// A card on a board.
#[must_use = "call `show`"]
pub struct TaskCard<'a> {
    /// Stable id.
    pub id: Id,
    /// What a screen reader says.
    pub name: &'a str,
    /// What is to be done.
    pub title: &'a str,
    /// Where and who, weak.
    pub line: &'a str,
    /// States, one under the other.
    pub chips: &'a [Chip<'a>],
    /// How far it is, weak, at the right of the last state.
    pub foot: &'a str,
    /// Is it looked at beside the board?
    pub is_chosen: bool,
}

/// What was done to a card.
pub struct TaskResponse {
    /// The card itself; its focus is for keys.
    pub response: Response,
    /// It is being dragged.
    pub is_dragged: bool,
}

impl TaskCard<'_> {
    /// Draws the card over the whole width. `payload` travels with it while it is dragged.
    pub fn show<P: Send + Sync + 'static>(self, ui: &mut Ui, payload: P) -> TaskResponse {
        let palette = ui.palette();
        let width = ui.available_width();
        let room = width - 2.0 * PAD;
        let mut job = Type::Strong.wrapped(self.title, palette.text, room);
        job.wrap.max_rows = MOST_ROWS;
        job.wrap.overflow_character = Some('…');
        let title = ui.painter().layout_job(job);
        let line = ui
            .painter()
            .layout_job(Type::Small.wrapped(self.line, palette.weak, room));
        let foot = ui
            .painter()
            .layout_job(Type::Small.elided(self.foot, palette.weak, room));
        #[expect(clippy::cast_precision_loss, reason = "two or three states")]
        let chips = self.chips.len() as f32 * 24.0;
        let foot_row = if self.foot.is_empty() { 0.0 } else { 20.0 };
        let height = PAD + title.size().y + 2.0 + line.size().y + 6.0 + chips + foot_row + PAD;
        let (_, rect) = ui.allocate_space(vec2(width, height - 4.0));
        let response = ui.interact(rect, self.id, Sense::click_and_drag());
        let label = self.name;
        let is_chosen = self.is_chosen;
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, label));
        response.dnd_set_drag_payload(payload);
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, [&title, &line, &foot]);
        }
        let is_dragged = response.dragged();
        if is_dragged {
            ghost(ui, &title, response.id);
        }
        TaskResponse {
            response: response.on_hover_cursor(egui::CursorIcon::Grab),
            is_dragged,
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response, galleys: [&Arc<Galley>; 3]) {
        let palette = ui.palette();
        let [title, line, foot] = galleys;
        let fill = if self.is_chosen || response.hovered() {
            palette.accent_soft
        } else {
            palette.surface
        };
        let edge = if self.is_chosen {
            Stroke::new(2.0, palette.accent)
        } else {
            Stroke::new(1.0, palette.border)
        };
        let painter = ui.painter();
        let radius = measures::RADIUS_CONTROL;
        painter.rect(rect, radius, fill, edge, StrokeKind::Inside);
        let mut at = rect.min + vec2(PAD, PAD);
        painter.galley(at, Arc::clone(title), palette.text);
        at.y += title.size().y + 2.0;
        painter.galley(at, Arc::clone(line), palette.weak);
        at.y += line.size().y + 6.0;
        for chip in self.chips {
            let place = Rect::from_min_size(at, vec2(rect.width() - 2.0 * PAD, 20.0));
            chip.paint(ui, place, Align2::LEFT_CENTER);
            at.y += 24.0;
        }
        painter.galley(at, Arc::clone(foot), palette.weak);
        text::focus_ring(ui, response, radius);
    }
}

/// The title beside the pointer while the card is dragged.
fn ghost(ui: &Ui, title: &Arc<Galley>, id: Id) {
    let Some(pointer) = ui.ctx().pointer_interact_pos() else {
        return;
    };
    let palette = ui.palette();
    let layer = LayerId::new(Order::Tooltip, id.with("ghost"));
    let painter = ui.ctx().layer_painter(layer);
    let at = pointer + vec2(12.0, 8.0);
    let rect = Rect::from_min_size(at, title.size() + vec2(2.0 * PAD, 2.0 * PAD));
    let edge = Stroke::new(2.0, palette.accent);
    let radius = measures::RADIUS_CONTROL;
    painter.rect(rect, radius, palette.surface, edge, StrokeKind::Inside);
    painter.galley(at + vec2(PAD, PAD), Arc::clone(title), palette.text);
}

/// A place that cards can be dropped on: framed while something of the kind is held over it. Gives what
/// was dropped.
pub fn drop_place<P: Send + Sync + 'static>(ui: &Ui, rect: Rect) -> Option<Arc<P>> {
    let pointer: Pos2 = ui.ctx().pointer_interact_pos()?;
    DragAndDrop::payload::<P>(ui.ctx())?;
    if !rect.contains(pointer) {
        return None;
    }
    let edge = Stroke::new(2.0, ui.palette().accent);
    let radius = measures::RADIUS_CARD;
    ui.painter()
        .rect_stroke(rect, radius, edge, StrokeKind::Inside);
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::take_payload::<P>(ui.ctx())
    } else {
        None
    }
}
