//! Sealed, thank you; the page leaves by itself.

use egui::{Align2, Rect, Ui, pos2, vec2};

use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::frame::{Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::state::Kiosk;
use crate::ui::kiosk::{idle, paint};
use crate::ui::theme::Type;
use crate::ui::widgets::Kit as _;

/// Seconds after which the first page comes back.
const STAY: f64 = 10.0;

impl Kiosk {
    pub(in crate::ui::kiosk) fn thanks_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let now = ui.input(|input| input.time);
        let since = *self.visit.thanked_at.get_or_insert(now);
        let left = (since + STAY - now).ceil().max(0.0);
        #[expect(clippy::cast_possible_truncation, reason = "0 to 10")]
        let left = left as i64;
        let room = paint::column(body, 680.0_f32.min(body.width() - 2.0 * SIDE));
        let palette = ui.palette();
        let badge = Rect::from_center_size(
            pos2(room.center().x, room.center().y - 110.0),
            vec2(72.0, 72.0),
        );
        ui.painter()
            .circle_filled(badge.center(), 36.0, palette.ok_soft);
        paint::icon(ui, badge.center(), Icon::Check, (34.0, palette.ok));
        let text = Rect::from_min_max(pos2(room.left(), badge.bottom() + 20.0), room.max);
        paint::within(ui, (text, "thanks"), |ui| {
            ui.vertical_centered(|ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                ui.text(Type::KioskQuestion, &message(self.lang, "kiosk-thanks"));
                ui.text(Type::KioskBody, &message(self.lang, "kiosk-thanks-line"));
                ui.text_weak(Type::KioskBody, &message(self.lang, "kiosk-thanks-slip"));
            });
        });
        let words = FootWords {
            on: message(self.lang, "kiosk-thanks-on"),
            cap: "Enter",
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        let line = tr!(self.lang, "kiosk-thanks-left", seconds = left);
        let galley = paint::line(ui, Type::KioskNote, &line, (palette.weak, 600.0));
        paint::put(
            ui,
            foot.shrink2(vec2(SIDE, 0.0)),
            Align2::LEFT_CENTER,
            galley,
        );
        if foot_keys(ui, &words, pressed) == Foot::On || now - since >= STAY {
            self.leave();
        } else {
            idle::wake_in(ui, 0.25);
        }
    }
}
