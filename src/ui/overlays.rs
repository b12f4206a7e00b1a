//! What lies over or above a screen: work in progress, a failure, undo, a question before a deed.

use egui::{Align2, Area, Color32, Frame, Id, Layout, Margin, Modal, Order, Rect, Sense, Ui, vec2};

use super::theme::{Type, measures, palette};
use super::widgets::{Button, Kit as _, SentenceCard};

/// What runs: the stage in words, how far it is, and a way to stop it.
pub(super) struct WorkBar<'a> {
    pub(super) stage: &'a str,
    pub(super) share: Option<f32>,
    pub(super) cancel: &'a str,
}

impl WorkBar<'_> {
    /// A 3-point bar across the page with the stage below; true when the user cancels.
    pub(super) fn show(self, ui: &mut Ui) -> bool {
        let colors = palette(ui);
        let size = vec2(ui.available_width(), 3.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        ui.painter().rect_filled(rect, 0.0, colors.grid);
        let filled = match self.share {
            Some(share) => Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), 3.0)),
            None => Self::wandering(ui, rect),
        };
        ui.painter().rect_filled(filled, 0.0, colors.accent);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::ProgressIndicator, true, self.stage)
        });
        let row = Frame::NONE.inner_margin(Margin::symmetric(24, 4));
        row.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.text_weak(Type::Small, self.stage);
                ui.add(Button::quiet(self.cancel).small()).clicked()
            })
            .inner
        })
        .inner
    }

    /// How far is not known: a short bar that walks.
    fn wandering(ui: &Ui, rect: Rect) -> Rect {
        #[expect(clippy::cast_possible_truncation, reason = "a phase from 0 to 1")]
        let phase = (ui.input(|input| input.time) * 0.5).fract() as f32;
        let width = rect.width() * 0.2;
        let left = rect.left() + (rect.width() + width) * phase - width;
        Rect::from_min_size(egui::pos2(left, rect.top()), vec2(width, 3.0)).intersect(rect)
    }
}

/// A failure in sight.
pub(super) struct FailedState<'a> {
    pub(super) title: &'a str,
    pub(super) body: &'a str,
    pub(super) retry: &'a str,
    pub(super) copy: &'a str,
    pub(super) close: &'a str,
}

/// What the user wants to do about a failure.
pub(super) enum FailedChoice {
    Retry,
    Copy,
    Close,
}

impl FailedState<'_> {
    pub(super) fn show(self, ui: &mut Ui) -> Option<FailedChoice> {
        let mut choice = None;
        SentenceCard::failure(self.title).line(self.body).show(ui, |ui| {
            if ui.add(Button::secondary(self.retry)).clicked() {
                choice = Some(FailedChoice::Retry);
            }
            if ui.add(Button::quiet(self.copy)).clicked() {
                choice = Some(FailedChoice::Copy);
            }
            if ui.add(Button::quiet(self.close)).clicked() {
                choice = Some(FailedChoice::Close);
            }
        });
        choice
    }
}

/// The bar at the bottom that takes the last deed back; true when clicked.
pub(super) fn undo_bar(ui: &Ui, done: &str, undo: &str) -> bool {
    let colors = palette(ui);
    let offset = vec2(0.0, -measures::STATUS_LINE - 16.0);
    let area = Area::new(Id::new("undo")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, offset);
    area.show(ui.ctx(), |ui| {
        let frame = Frame::NONE
            .fill(colors.text)
            .corner_radius(measures::RADIUS_CARD)
            .inner_margin(Margin::symmetric(16, 8));
        frame
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = measures::GAP_L;
                    ui.text_line(Type::Body, colors.surface, done);
                    ui.add(Button::secondary(undo).small()).clicked()
                })
                .inner
            })
            .inner
    })
    .inner
}

/// The answer to a question before a deed.
pub(super) enum ModalChoice {
    Deed,
    Cancel,
}

/// A question whose button names the deed.
pub(super) struct Question<'a> {
    pub(super) title: &'a str,
    pub(super) body: &'a str,
    pub(super) deed: &'a str,
    pub(super) cancel: &'a str,
    pub(super) is_danger: bool,
}

impl Question<'_> {
    pub(super) fn show(self, ui: &Ui) -> Option<ModalChoice> {
        let colors = palette(ui);
        let frame = Frame::NONE
            .fill(colors.surface)
            .stroke(egui::Stroke::new(1.0, colors.border))
            .corner_radius(measures::RADIUS_CARD)
            .inner_margin(Margin::same(20));
        let modal = Modal::new(Id::new("question")).frame(frame).backdrop_color(Color32::from_black_alpha(96));
        let response = modal.show(ui.ctx(), |ui| {
            ui.set_width(420.0);
            ui.text(Type::Verdict, self.title);
            ui.add_space(measures::GAP_XS);
            ui.text_weak(Type::Body, self.body);
            ui.add_space(measures::GAP_L);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| self.buttons(ui)).inner
        });
        if response.inner.is_none() && response.should_close() {
            return Some(ModalChoice::Cancel);
        }
        response.inner
    }

    fn buttons(&self, ui: &mut Ui) -> Option<ModalChoice> {
        let deed = if self.is_danger {
            Button::danger_filled(self.deed)
        } else {
            Button::primary(self.deed)
        };
        let mut choice = None;
        if ui.add(deed).clicked() {
            choice = Some(ModalChoice::Deed);
        }
        if ui.add(Button::secondary(self.cancel)).clicked() {
            choice = Some(ModalChoice::Cancel);
        }
        choice
    }
}

