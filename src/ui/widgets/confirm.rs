//! The question before a deed that cannot be taken back; its button names the deed.
//! Must not say “OK” or “Yes”.

use egui::{Frame, Id, Key, Margin, Modal, Stroke, Ui};

use super::Button;
use super::text::Kit as _;
use crate::ui::theme::{Type, measures};

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Open,
    /// Do it.
    Deed,
    /// Leave it.
    Cancel,
}

/// A question in the middle of the window.
///
/// ```
/// # egui::__run_test_ui(|ui| {
/// use frontline::ui::widgets::{Answer, Confirm};
/// let answer = Confirm::new("close-wave", "Закрыть волну «Осень 2026»?", "Закрыть волну", "Отмена")
///     .text("Ответы больше не принимаются. Открыть волну снова нельзя.")
///     .show(ui);
/// assert_eq!(answer, Answer::Open);
/// # });
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Confirm<'a> {
    id: &'a str,
    title: &'a str,
    text: &'a str,
    deed: &'a str,
    cancel: &'a str,
    is_destructive: bool,
}

impl<'a> Confirm<'a> {
    /// A question with a stable id, its title, and the words of both buttons.
    pub fn new(id: &'a str, title: &'a str, deed: &'a str, cancel: &'a str) -> Self {
        Self {
            id,
            title,
            text: "",
            deed,
            cancel,
            is_destructive: false,
        }
    }

    /// What follows from the deed; `**…**` is strong.
    pub fn text(mut self, text: &'a str) -> Self {
        self.text = text;
        self
    }

    /// The deed destroys something: its button is filled in the colour of errors, and the keyboard
    /// starts on Cancel.
    pub fn destructive(mut self) -> Self {
        self.is_destructive = true;
        self
    }

    /// Asks, with nothing but words between title and buttons.
    #[must_use]
    pub fn show(self, ui: &Ui) -> Answer {
        self.show_with(ui, |_| {})
    }

    /// Asks, with fields between words and buttons, such as a name to be typed.
    #[must_use]
    pub fn show_with(self, ui: &Ui, add: impl FnOnce(&mut Ui)) -> Answer {
        let palette = ui.palette();
        let frame = Frame::new()
            .fill(palette.surface)
            .stroke(Stroke::new(1.0, palette.border))
            .corner_radius(measures::RADIUS_CARD)
            .inner_margin(Margin::same(24));
        let id = Id::unique(("confirm", self.id));
        let modal = Modal::new(id).frame(frame).backdrop_color(palette.backdrop);
        let shown = modal.show(ui.ctx(), |ui| {
            let room = (ui.ctx().content_rect().width() - 96.0).clamp(200.0, 420.0);
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.text(Type::Verdict, self.title);
            if !self.text.is_empty() {
                ui.text_marked(Type::Body, self.text);
            }
            add(ui);
            ui.add_space(measures::GAP_S);
            self.buttons(ui, id)
        });
        let is_left = shown.should_close();
        match shown.inner {
            Answer::Open if is_left => Answer::Cancel,
            answer @ (Answer::Open | Answer::Deed | Answer::Cancel) => answer,
        }
    }

    fn buttons(self, ui: &mut Ui, id: Id) -> Answer {
        ui.horizontal_wrapped(|ui| {
            let deed = if self.is_destructive {
                Button::danger_filled(self.deed)
            } else {
                Button::primary(self.deed)
            };
            let deed = ui.add(deed);
            let cancel = ui.add(Button::secondary(self.cancel));
            if is_opening(ui, id) {
                let first = if self.is_destructive { &cancel } else { &deed };
                first.request_focus();
            }
            if deed.clicked() {
                Answer::Deed
            } else if cancel.clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
                Answer::Cancel
            } else {
                Answer::Open
            }
        })
        .inner
    }
}

/// The first frames of a question: egui measures it unseen before it can hold the keyboard. From
/// then on Tab is the user's.
fn is_opening(ui: &Ui, id: Id) -> bool {
    let frame = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|data| {
        let (mut opened, last): (u64, u64) = data.get_temp(id).unwrap_or((frame, frame));
        if frame > last + 1 {
            opened = frame;
        }
        data.insert_temp(id, (opened, frame));
        frame <= opened + 2
    })
}
