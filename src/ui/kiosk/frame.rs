//! What every page has: the head with the language switch, the foot with the way back and on, and
//! what may lie over a page.

use egui::{Align2, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::controls::{Big, TARGET};
use super::state::{Kiosk, Page};
use super::{keys, paint};
use crate::domain::Lang;
use crate::i18n::message;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Kit as _, Segments};

/// Space at the left and right edge.
pub(super) const SIDE: f32 = 40.0;
/// Width of a page with one question.
pub(super) const COLUMN: f32 = 760.0;

/// What was pressed in the foot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Foot {
    /// Nothing.
    #[default]
    Nothing,
    /// The way back.
    Back,
    /// The way on.
    On,
    /// The link in the middle.
    Link,
    /// The deed that destroys.
    Erase,
}

/// Words of the foot; what is empty is not shown.
#[derive(Clone, Debug, Default)]
pub(super) struct FootWords {
    /// The way back.
    pub(super) back: String,
    /// The quiet line.
    pub(super) note: String,
    /// The link behind it.
    pub(super) link: String,
    /// The way on.
    pub(super) on: String,
    /// The key of the way on.
    pub(super) cap: &'static str,
    /// The deed that destroys.
    pub(super) erase: String,
    /// The way on cannot be taken now.
    pub(super) is_off: bool,
}

impl Kiosk {
    /// Draws everything.
    pub(super) fn frame_ui(&mut self, ui: &mut Ui) {
        let whole = ui.max_rect();
        ui.painter().rect_filled(whole, 0.0, ui.palette().window);
        let is_low = whole.height() < 760.0;
        let head = Rect::from_min_size(
            whole.min,
            vec2(whole.width(), if is_low { 68.0 } else { 72.0 }),
        );
        let foot = if is_low { 76.0 } else { 88.0 };
        let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - foot), whole.max);
        let body = Rect::from_min_max(head.left_bottom(), foot.right_top());
        self.look_for_exit(ui);
        let countdown = self.countdown(ui);
        let is_covered = self.exit.is_some() || countdown.is_some() || self.visit.shows_limits;
        ui.add_enabled_ui(!is_covered, |ui| {
            self.head_ui(ui, head);
            // Whoever stands there during the countdown may not be the one who answered.
            if countdown.is_none() {
                self.page_ui(ui, body, foot);
            }
        });
        if let Some(left) = countdown {
            self.countdown_ui(ui, left);
        } else if self.exit.is_some() {
            self.exit_ui(ui);
        } else if self.visit.shows_limits {
            self.limits_ui(ui);
        }
    }

    fn page_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        match self.page {
            Page::Opening => self.opening_ui(ui, body),
            Page::Broken => self.broken_ui(ui, body, foot),
            Page::Closed => self.closed_ui(ui, body, foot),
            Page::Start => self.start_ui(ui, body, foot),
            Page::Trust => self.trust_ui(ui, body, foot),
            Page::Code => self.code_ui(ui, body, foot),
            Page::Question(item) => self.question_ui(ui, (body, foot), item),
            Page::Review => self.review_ui(ui, body, foot),
            Page::Stored => self.stored_ui(ui, body, foot),
            Page::Thanks => self.thanks_ui(ui, body, foot),
            Page::Operator => self.operator_ui(ui, body, foot),
            Page::Paper(step) => self.paper_ui(ui, (body, foot), step),
        }
    }

    fn head_ui(&mut self, ui: &mut Ui, rect: Rect) {
        let palette = ui.palette();
        let inner = rect.shrink2(vec2(SIDE, 0.0));
        let mark = Rect::from_center_size(
            pos2(inner.left() + 13.0, inner.center().y),
            vec2(26.0, 26.0),
        );
        brand_mark(ui, mark);
        let langs = Lang::ALL.map(|lang| message(self.lang, &format!("language-{}", lang.code())));
        let chosen = Lang::ALL.iter().position(|lang| *lang == self.lang);
        let switch = Rect::from_min_max(
            pos2(inner.right() - 250.0, inner.center().y - 24.0),
            pos2(inner.right(), inner.center().y + 24.0),
        );
        let mut left_edge = switch.left();
        let picked = paint::within(ui, (switch, "kiosk-head"), |ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let picked = Segments::new("kiosk-lang", &langs, chosen.unwrap_or(0))
                    .kiosk()
                    .show(ui);
                left_edge = ui.min_rect().left();
                picked
            })
            .inner
        });
        let room = left_edge - 24.0 - (mark.right() + 16.0);
        let name = message(self.lang, "app-name");
        let galley = paint::line(ui, Type::KioskStrong, &name, (palette.text, room));
        let place = Rect::from_min_max(pos2(mark.right() + 16.0, inner.top()), inner.max);
        let named = paint::put(ui, place, Align2::LEFT_CENTER, galley);
        if let Some(facts) = &self.facts {
            let words = format!("{}, {}", facts.company, facts.wave);
            let rest = left_edge - 24.0 - (named.right() + 16.0);
            if rest > 60.0 {
                let galley = paint::line(ui, Type::KioskBody, &words, (palette.weak, rest));
                let place = Rect::from_min_max(pos2(named.right() + 16.0, inner.top()), inner.max);
                let put = paint::put(ui, place, Align2::LEFT_CENTER, galley);
                let response = ui.interact(put, ui.scope_id().with("survey"), Sense::hover());
                response.widget_info(|| {
                    WidgetInfo::labeled(egui::accesskit::Role::Label, true, &words)
                });
            }
        }
        if let Some(lang) = picked.and_then(|picked| Lang::ALL.get(picked).copied()) {
            self.speak(lang);
        }
    }

    /// Ctrl+Shift+Q, on every page.
    fn look_for_exit(&mut self, ui: &Ui) {
        let both = Modifiers::CTRL | Modifiers::SHIFT;
        let is_asked = ui.input_mut(|input| input.consume_key(both, Key::Q));
        let can_exit = self.facts.is_some() && !self.is_operator();
        if is_asked && can_exit && self.exit.is_none() {
            self.open_exit();
        }
    }
}

/// Draws the foot; the answer is what was pressed in it, keys included.
pub(super) fn foot_ui(ui: &mut Ui, rect: Rect, words: &FootWords) -> Foot {
    let palette = ui.palette();
    ui.painter().rect_filled(rect, 0.0, palette.surface);
    let edge = Rect::from_min_size(rect.min, vec2(rect.width(), 1.0));
    ui.painter().rect_filled(edge, 0.0, palette.border);
    let row = Rect::from_center_size(rect.center(), vec2(rect.width() - 2.0 * SIDE, TARGET));
    let mut pressed = Foot::Nothing;
    let left = paint::within(ui, (row, "kiosk-back"), |ui| {
        let start = ui.cursor().left();
        if !words.back.is_empty() {
            let back = Big::secondary(&words.back).icon(Icon::ArrowLeft);
            if ui.add(back).clicked() {
                pressed = Foot::Back;
            }
        }
        ui.min_rect().right().max(start)
    });
    let left = if words.back.is_empty() {
        row.left()
    } else {
        left
    };
    let right = right_controls(ui, row, words, &mut pressed);
    middle(
        ui,
        (
            Rect::from_min_max(
                pos2(left + 24.0, row.top()),
                pos2(right - 24.0, row.bottom()),
            ),
            rect,
        ),
        words,
        &mut pressed,
    );
    pressed
}

/// The way on and the deed that destroys; gives back where they begin.
fn right_controls(ui: &mut Ui, row: Rect, words: &FootWords, pressed: &mut Foot) -> f32 {
    let mut begin = row.right();
    paint::within(ui, (row, "kiosk-on"), |ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_L;
            if !words.on.is_empty() {
                let mut on = Big::primary(&words.on)
                    .icon_after(Icon::ArrowRight)
                    .off(words.is_off);
                if !words.cap.is_empty() {
                    on = on.cap(words.cap);
                }
                let response = ui.add(on);
                begin = response.rect.left();
                if response.clicked() {
                    *pressed = Foot::On;
                }
            }
            if !words.erase.is_empty() {
                let response = ui.add(Big::danger(&words.erase).icon(Icon::Trash2));
                begin = response.rect.left();
                if response.clicked() {
                    *pressed = Foot::Erase;
                }
            }
        });
    });
    begin
}

/// The quiet line about anonymity and its link, in the middle of what is left.
fn middle(ui: &mut Ui, (room, whole): (Rect, Rect), words: &FootWords, pressed: &mut Foot) {
    let palette = ui.palette();
    if words.note.is_empty() && words.link.is_empty() {
        return;
    }
    let infinite = (palette.weak, f32::INFINITY);
    let note = paint::line(ui, Type::KioskNote, &words.note, infinite)
        .size()
        .x;
    let link = if words.link.is_empty() {
        0.0
    } else {
        paint::line(ui, Type::KioskMedium, &words.link, infinite)
            .size()
            .x
            + 20.0
            + 12.0
    };
    let icon = 28.0;
    let fits = icon + note + link <= room.width();
    let width = if fits { icon + note + link } else { link };
    // In the middle of the window where that is free, else in the middle of what is left.
    let middle = whole.center().x.clamp(
        room.left() + width / 2.0,
        (room.right() - width / 2.0).max(room.left() + width / 2.0),
    );
    let mut x = middle - width / 2.0;
    if fits && !words.note.is_empty() {
        paint::icon(
            ui,
            pos2(x + 9.0, room.center().y),
            Icon::Lock,
            (18.0, palette.weak),
        );
        let galley = paint::line(ui, Type::KioskNote, &words.note, infinite);
        let place = Rect::from_min_size(pos2(x + icon, room.top()), vec2(note, room.height()));
        paint::put(ui, place, Align2::LEFT_CENTER, galley);
        let response = ui.interact(place, ui.scope_id().with("note"), Sense::hover());
        response
            .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &words.note));
        x += icon + note + 12.0;
    }
    if !words.link.is_empty() {
        let place = Rect::from_min_size(pos2(x, room.top()), vec2(link, room.height()));
        paint::within(ui, (place, "kiosk-link"), |ui| {
            if ui.add(Big::quiet(&words.link)).clicked() {
                *pressed = Foot::Link;
            }
        });
    }
}

/// The keys of the foot: Enter goes on, Backspace back.
pub(super) fn foot_keys(ui: &Ui, words: &FootWords, pressed: Foot) -> Foot {
    if pressed != Foot::Nothing || !ui.is_enabled() {
        return pressed;
    }
    if !words.on.is_empty() && !words.is_off && keys::enter(ui) {
        Foot::On
    } else if !words.back.is_empty() && keys::backspace(ui) {
        Foot::Back
    } else {
        Foot::Nothing
    }
}

/// The mark of the product.
fn brand_mark(ui: &Ui, mark: Rect) {
    let palette = ui.palette();
    ui.painter()
        .rect_filled(mark, measures::RADIUS_CONTROL, palette.accent);
    let bars = [(7.0, 14.0, 1.0), (12.0, 10.0, 0.85), (17.0, 6.0, 0.6)];
    for (top, width, strength) in bars {
        let bar = Rect::from_min_size(mark.min + vec2(6.0, top), vec2(width, 3.0));
        let ink = palette.on_accent.gamma_multiply(strength);
        ui.painter().rect_filled(bar, 1.0, ink);
    }
}
