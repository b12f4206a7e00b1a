//! The board: plan, do, check, and what was decided. Cards move by drag and by keys.

use egui::{Frame, Id, Key, Margin, Modifiers, Rect, Ui, UiBuilder, pos2, vec2};

use super::shown::{Card, Shown};
use super::{Wish, moved};
use crate::domain::action::{ActionId, Status};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Chip, Kit as _, TaskCard, drop_place};

/// The columns: the last one has a part for each decision.
const COLUMNS: [&[Status]; 4] = [
    &[Status::Planned],
    &[Status::Doing],
    &[Status::Checked],
    &[Status::Kept, Status::Changed, Status::Dropped],
];

/// Columns are never narrower; below that they stand in two rows.
const LEAST: f32 = 160.0;

/// Draws the board.
pub(super) fn show(ui: &mut Ui, height: f32, shown: &Shown, wish: &mut Wish) {
    let gap = measures::GAP_M;
    let room = ui.available_width();
    let in_row: usize = if (room - 3.0 * gap) / 4.0 >= LEAST {
        4
    } else {
        2
    };
    #[expect(clippy::cast_precision_loss, reason = "two or four columns")]
    let width = (room - gap * (in_row - 1) as f32) / in_row as f32;
    for row in COLUMNS.chunks(in_row) {
        row_ui(ui, (width, height), row, (shown, wish));
    }
}

/// Columns beside each other, all as high as the highest.
fn row_ui(
    ui: &mut Ui,
    (width, height): (f32, f32),
    row: &[&[Status]],
    (shown, wish): (&Shown, &mut Wish),
) {
    let top = ui.cursor().min;
    let known = ui.scope_id().with(("row", row[0][0]));
    // As high as the highest was in the last frame: all columns end on one line.
    let before: f32 = ui.data(|data| data.get_temp(known).unwrap_or(0.0));
    let height = height.max(before);
    let mut highest: f32 = 0.0;
    for (position, statuses) in (0_u8..).zip(row) {
        let left = top.x + (width + measures::GAP_M) * f32::from(position);
        let place = Rect::from_min_size(pos2(left, top.y), vec2(width, height));
        ui.painter()
            .rect_filled(place, measures::RADIUS_CARD, ui.palette().raised);
        let inside = Rect::from_min_size(place.min, vec2(width, f32::INFINITY));
        let builder = UiBuilder::new().id_salt(statuses[0]).max_rect(inside);
        let used = ui.scope_builder(builder, |ui| {
            Frame::new().inner_margin(Margin::same(6)).show(ui, |ui| {
                ui.set_width(width - 12.0);
                ui.spacing_mut().item_spacing.y = measures::GAP_S;
                for (part, status) in statuses.iter().enumerate() {
                    let is_last = part + 1 == statuses.len();
                    let start = ui.cursor().min;
                    part_ui(ui, *status, (shown, wish));
                    let end = if is_last {
                        place.bottom()
                    } else {
                        ui.cursor().top()
                    };
                    let zone = Rect::from_min_max(
                        start - vec2(6.0, if part == 0 { 6.0 } else { 0.0 }),
                        pos2(place.right(), end),
                    );
                    drop_ui(ui, zone, *status, (shown, wish));
                }
            });
        });
        highest = highest.max(used.response.rect.height());
    }
    ui.data_mut(|data| data.insert_temp(known, highest));
    if (highest - before).abs() > 0.5 {
        ui.ctx().request_repaint();
    }
    let all = vec2(ui.available_width(), height.max(highest));
    ui.advance_cursor_after_rect(Rect::from_min_size(top, all));
}

fn part_ui(ui: &mut Ui, status: Status, (shown, wish): (&Shown, &mut Wish)) {
    let cards = || shown.cards.iter().filter(|card| card.status == status);
    let at = status as usize;
    ui.horizontal(|ui| {
        ui.text(Type::Strong, shown.statuses.get(at).map_or("", |it| it));
        ui.text_weak(Type::Small, &cards().count().to_string());
    });
    for card in cards() {
        card_ui(ui, card, (shown, wish));
    }
    if cards().next().is_none() {
        ui.text_weak(Type::Small, shown.words.get("action-nothing-here"));
    }
}

fn card_ui(ui: &mut Ui, card: &Card, (shown, wish): (&Shown, &mut Wish)) {
    let mut chips = Vec::with_capacity(2);
    if card.status.is_open() {
        let due = Chip::new(&card.due.short).tone(card.due.tone);
        chips.push(due.icon(card.due.icon));
    }
    if let Some(told) = &card.verdict {
        chips.push(Chip::new(&told.short).tone(told.tone).icon(told.icon));
    }
    let task = TaskCard {
        id: Id::unique(("action", card.id.0)),
        name: &card.name,
        title: &card.what,
        line: &card.line,
        chips: &chips,
        foot: &card.steps,
        is_chosen: card.is_chosen,
    };
    let response = task.show(ui, card.id).response;
    if response.clicked() {
        wish.shows = Some(card.id);
    }
    if response.has_focus() {
        let step = key_step(ui);
        let to = step.and_then(|step| neighbour(card.status, step));
        let action = shown.action(card.id);
        if let (Some(to), Some(action)) = (to, action) {
            wish.saves = Some(moved(action, to));
        }
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.text(Type::Small, &card.name);
        ui.text_weak(Type::Small, shown.words.get("action-card-keys"));
    });
}

/// Ctrl with an arrow moves the card.
fn key_step(ui: &Ui) -> Option<isize> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
    if pressed(Key::ArrowRight) {
        Some(1)
    } else if pressed(Key::ArrowLeft) {
        Some(-1)
    } else {
        None
    }
}

fn neighbour(status: Status, step: isize) -> Option<Status> {
    let at = Status::ALL.iter().position(|known| *known == status)?;
    Status::ALL.get(at.checked_add_signed(step)?).copied()
}

fn drop_ui(ui: &Ui, zone: Rect, status: Status, (shown, wish): (&Shown, &mut Wish)) {
    let Some(id) = drop_place::<ActionId>(ui, zone) else {
        return;
    };
    if let Some(action) = shown.action(*id).filter(|it| it.status != status) {
        wish.saves = Some(moved(action, status));
    }
}
