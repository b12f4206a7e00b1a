//! The frame of this screen's dialogs: title, what it is about, two buttons.
//! Must not know what is asked.

use egui::{Frame, Id, Margin, Modal, Stroke, Ui};

use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Kit as _};

/// How a dialog ended in this frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Open,
    Deed,
    Cancel,
}

/// Words of a dialog.
#[derive(Clone, Copy)]
pub(super) struct Frames<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) line: &'a str,
    pub(super) deed: &'a str,
    pub(super) cancel: &'a str,
    /// Why the deed cannot be done yet.
    pub(super) reason: Option<&'a str>,
}

/// Draws a dialog over the window.
pub(super) fn dialog(ui: &Ui, frames: Frames<'_>, add: impl FnOnce(&mut Ui)) -> Ending {
    let palette = ui.palette();
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.border))
        .corner_radius(measures::RADIUS_CARD)
        .inner_margin(Margin::same(24));
    let modal = Modal::new(Id::unique(("dialog", frames.id)))
        .frame(frame)
        .backdrop_color(palette.backdrop);
    let shown = modal.show(ui.ctx(), |ui| {
        let room = (ui.ctx().content_rect().width() - 96.0).clamp(200.0, 480.0);
        ui.set_width(room);
        ui.spacing_mut().item_spacing.y = measures::GAP_S;
        ui.text(Type::Verdict, frames.title);
        ui.text_weak(Type::Body, frames.line);
        ui.add_space(measures::GAP_XS);
        add(ui);
        ui.add_space(measures::GAP_S);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let deed = Button::primary(frames.deed).disabled_because(frames.reason);
            if ui.add(deed).clicked() {
                return Ending::Deed;
            }
            if ui.add(Button::secondary(frames.cancel)).clicked() {
                return Ending::Cancel;
            }
            Ending::Open
        })
        .inner
    });
    let is_left = shown.should_close();
    if shown.inner == Ending::Open && is_left {
        return Ending::Cancel;
    }
    shown.inner
}
