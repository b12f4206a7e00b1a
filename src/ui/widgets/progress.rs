//! Progress with its stage and a way out, and the bar that undoes the last deed.
//! Must not keep time; the screen says how long it has been.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Align2, Area, Frame, Order, Rect, Sense, Ui, WidgetInfo, vec2};

use super::Button;
use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Palette, Type, measures};

/// Nothing is shown for this long, so that quick work does not flicker.
pub const QUIET_TIME: Duration = Duration::from_millis(150);

/// A 3-point bar, the stage in words and Cancel.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Progress<'a> {
    /// What is being done.
    pub stage: &'a str,
    /// How much of it, 0 to 1; `None` while that is not known.
    pub share: Option<f32>,
    /// The word on the button; `None` where it cannot be stopped.
    pub cancel: Option<&'a str>,
    /// Since it began.
    pub elapsed: Duration,
}

impl Progress<'_> {
    /// Draws the bar, or nothing for the first 150 ms; true if Cancel was pressed.
    pub fn show(self, ui: &mut Ui) -> bool {
        if self.elapsed < QUIET_TIME {
            let left = QUIET_TIME.saturating_sub(self.elapsed);
            ui.ctx().request_repaint_after(left);
            return false;
        }
        ui.spacing_mut().item_spacing.y = measures::GAP_XS;
        self.bar(ui);
        let size = vec2(ui.available_width(), measures::CONTROL_SMALL);
        let (row, _) = ui.allocate_exact_size(size, Sense::hover());
        let mut is_pressed = false;
        let rest = text::trailing(ui, row, |ui| {
            if let Some(cancel) = self.cancel {
                is_pressed = ui.add(Button::quiet(cancel).small()).clicked();
            }
        });
        let look = (ui.palette().weak, rest.width());
        super::card::titled(ui, rest, (Type::Small, self.stage), look);
        is_pressed
    }

    fn bar(self, ui: &mut Ui) {
        let palette = ui.palette();
        let size = vec2(ui.available_width(), 3.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, self.stage);
            info.value = self.share.map(f64::from);
            info
        });
        ui.painter().rect_filled(rect, 1.5, palette.grid);
        let mut part = rect;
        if let Some(share) = self.share {
            part.set_width(rect.width() * share.clamp(0.0, 1.0));
        } else {
            // A third of the bar that wanders; seconds since the work began, not since the start.
            let phase = (self.elapsed.as_secs_f32() * 0.6).fract();
            let width = rect.width() * 0.3;
            let left = rect.left() + (rect.width() + width) * phase - width;
            part = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(width, 3.0));
            ui.ctx().request_repaint_after(Duration::from_millis(33));
        }
        ui.painter()
            .rect_filled(part.intersect(rect), 1.5, palette.accent);
    }
}

/// Words about a reversible deed and the button that takes it back, at the bottom of the window.
/// The screen shows it for ten seconds; true if it was pressed.
pub fn undo_bar(ui: &Ui, words: &str, undo: &str) -> bool {
    let palette: &Palette = ui.palette();
    Area::new(egui::Id::unique("undo bar"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0))
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(palette.text)
                .corner_radius(measures::RADIUS_CARD)
                .inner_margin(egui::Margin::symmetric(16, 8))
                .show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = measures::GAP_L;
                        let room = (ui.ctx().content_rect().width() - 240.0).max(120.0);
                        ui.set_max_width(room + 160.0);
                        let job = Type::Body.elided(words, palette.surface, room);
                        let galley = ui.painter().layout_job(job);
                        let size = vec2(galley.size().x, measures::CONTROL_SMALL);
                        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
                        text::paint_galley(ui.painter(), rect, Align2::LEFT_CENTER, galley);
                        ui.add(Button::on_dark(undo).icon(Icon::Undo2).small())
                            .clicked()
                    })
                    .inner
                })
                .inner
        })
        .inner
}
