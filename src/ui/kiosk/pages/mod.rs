//! The pages, in the order in which an employee meets them.

mod code;
mod comment;
mod end;
mod limits;
mod operator;
mod paper;
mod paper_row;
mod paper_sheet;
mod question;
mod records;
mod review;
mod start;
mod stored;
mod trust;

use egui::{Rect, Ui, vec2};

use super::frame::SIDE;
use super::paint;
use crate::ui::theme::Type;
use crate::ui::widgets::Kit as _;

/// A message in the middle of a page: title and one line.
fn centred(ui: &mut Ui, body: Rect, title: &str, line: &str) {
    let room = paint::column(body, 720.0_f32.min(body.width() - 2.0 * SIDE));
    let look = (ui.palette().text, room.width());
    let head = paint::wrapped(ui, Type::KioskQuestion, title, look);
    let look = (ui.palette().weak, room.width());
    let below = paint::wrapped(ui, Type::KioskBody, line, look);
    let height = head.size().y + 12.0 + below.size().y;
    let place = Rect::from_center_size(room.center(), vec2(room.width(), height));
    paint::within(ui, (place, "kiosk-centred"), |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        ui.text(Type::KioskQuestion, title);
        if !line.is_empty() {
            ui.text_weak(Type::KioskBody, line);
        }
    });
}

/// A whole number for a message.
fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
