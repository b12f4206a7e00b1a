//! What the program cannot do, said plainly: the list that lies over a page.

use egui::{Frame, Margin, Modal, Stroke, Ui};

use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::controls::Big;
use crate::ui::kiosk::state::Kiosk;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

impl Kiosk {
    pub(in crate::ui::kiosk) fn limits_ui(&mut self, ui: &Ui) {
        let lang = self.lang;
        let witnesses = self.facts.as_ref().map(|facts| facts.witnesses.join(", "));
        let together = match witnesses.filter(|names| !names.is_empty()) {
            Some(names) => tr!(lang, "kiosk-limits-together", witness = names),
            None => message(lang, "kiosk-limits-copies"),
        };
        let list = [
            message(lang, "kiosk-limits-style"),
            message(lang, "kiosk-limits-camera"),
            message(lang, "kiosk-limits-agree"),
            together,
            message(lang, "kiosk-limits-program"),
        ];
        let palette = ui.palette();
        let frame = Frame::new()
            .fill(palette.surface)
            .stroke(Stroke::new(1.0, palette.border))
            .corner_radius(measures::RADIUS_CARD)
            .inner_margin(Margin::same(28));
        let modal = Modal::new(egui::Id::unique("kiosk-limits"))
            .frame(frame)
            .backdrop_color(palette.backdrop);
        let shown = modal.show(ui.ctx(), |ui| {
            ui.set_width(640.0_f32.min(ui.ctx().content_rect().width() - 96.0));
            ui.spacing_mut().item_spacing.y = 12.0;
            ui.text(Type::KioskChosen, &message(lang, "kiosk-limits-head"));
            for line in &list {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 12.0;
                    ui.icon(Icon::Info, 20.0, palette.weak);
                    ui.vertical(|ui| ui.text(Type::KioskBody, line));
                });
            }
            ui.add_space(4.0);
            let close = message(lang, "kiosk-limits-close");
            ui.add(Big::secondary(&close)).clicked()
        });
        if shown.inner || shown.should_close() {
            self.visit.shows_limits = false;
        }
    }
}
