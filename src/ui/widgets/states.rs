//! The faces of a screen without its content: empty, failed, locked; and dimmed while it reloads.
//! Must not word anything; sentences come ready.

use egui::{Frame, Layout, Margin, Sense, Ui, vec2};

use super::Button;
use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};

/// Nothing here yet: an icon, one sentence, and the one button that fixes it. True if it was pressed.
pub fn empty_state(ui: &mut Ui, icon: Icon, sentence: &str, button: Option<&str>) -> bool {
    centred(ui, icon, sentence, button)
}

/// Not yet to be seen: a lock and the sentence with the date.
pub fn locked_state(ui: &mut Ui, sentence: &str) {
    centred(ui, Icon::Lock, sentence, None);
}

fn centred(ui: &mut Ui, icon: Icon, sentence: &str, button: Option<&str>) -> bool {
    let palette = ui.palette();
    let height = if button.is_some() { 104.0 } else { 56.0 };
    // A card with a least height has it already; what it leaves is shared above and below.
    let room = ui.min_rect().height();
    ui.add_space(((room - height) / 2.0).max(16.0));
    let is_pressed = ui
        .with_layout(Layout::top_down(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.icon(icon, measures::ICON_LARGE, palette.weak);
            let width = ui.available_width().min(460.0);
            let mut job = Type::Body.wrapped(sentence, palette.weak, width);
            job.halign = egui::Align::Center;
            ui.add(egui::Label::new(job).wrap());
            let Some(label) = button else { return false };
            ui.add_space(measures::GAP_XS);
            ui.add(Button::secondary(label)).clicked()
        })
        .inner;
    ui.add_space(measures::GAP_S);
    is_pressed
}

/// What the user wants after a failure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FailedAnswer {
    /// Nothing yet.
    #[default]
    Open,
    /// Once more.
    Retry,
    /// The details to the clipboard.
    CopyDetails,
}

/// A failure in place: what happened, where, what to do.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Failed<'a> {
    /// What happened.
    pub what: &'a str,
    /// File, sheet, row; may be empty.
    pub place: &'a str,
    /// What to do; may be empty.
    pub remedy: &'a str,
    /// The word for “try again”; `None` where it would not help.
    pub retry: Option<&'a str>,
    /// The word for “copy details”.
    pub copy: &'a str,
}

impl Failed<'_> {
    /// Draws the card.
    #[must_use]
    pub fn show(self, ui: &mut Ui) -> FailedAnswer {
        let palette = ui.palette();
        Frame::new()
            .fill(palette.bad_soft)
            .corner_radius(measures::RADIUS_CARD)
            .inner_margin(Margin::same(16))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = measures::GAP_M;
                    let (mark, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
                    let look = (18.0, palette.bad);
                    text::paint_icon(ui.painter(), mark.center(), Icon::CircleAlert, look);
                    ui.vertical(|ui| self.words(ui)).inner
                })
                .inner
            })
            .inner
    }

    fn words(self, ui: &mut Ui) -> FailedAnswer {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.text_toned(Type::Strong, Tone::Bad, self.what);
        if !self.place.is_empty() {
            ui.text(Type::Body, self.place);
        }
        if !self.remedy.is_empty() {
            ui.text(Type::Body, self.remedy);
        }
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let mut answer = FailedAnswer::Open;
            if let Some(retry) = self.retry {
                let again = Button::secondary(retry).icon(Icon::RefreshCw).small();
                if ui.add(again).clicked() {
                    answer = FailedAnswer::Retry;
                }
            }
            let copy = Button::quiet(self.copy).icon(Icon::Copy).small();
            if ui.add(copy).clicked() {
                answer = FailedAnswer::CopyDetails;
            }
            answer
        })
        .inner
    }
}

/// Old content while new is on its way: it stays, dimmed to 60 %, and cannot be pressed.
pub fn dimmed<R>(ui: &mut Ui, is_dimmed: bool, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        if is_dimmed {
            ui.disable();
            ui.set_opacity(0.6);
        }
        add(ui)
    })
    .inner
}

/// A withheld value in running text: the words on the hidden colour, with the reason as tooltip.
pub fn hidden_value(ui: &mut Ui, words: &str, reason: &str) {
    let palette = ui.palette();
    let look = (palette.weak, ui.available_width());
    let galley = text::line(ui.painter(), Type::Small, words, look);
    let size = galley.size() + vec2(12.0, 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        let role = egui::accesskit::Role::Label;
        egui::WidgetInfo::labeled(role, true, words)
    });
    ui.painter()
        .rect_filled(rect, measures::RADIUS_CHIP, palette.hidden);
    text::paint_galley(ui.painter(), rect, egui::Align2::CENTER_CENTER, galley);
    text::tip(response, reason);
}
