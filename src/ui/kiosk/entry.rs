//! The code of the slip: three boxes of four letters, and keys on the screen for those who touch it.
//! The boxes are drawn by hand: a text field would remember what was typed, to undo it.

use egui::accesskit::Role;
use egui::{Align2, Event, EventFilter, Key, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::app::kiosk::{CODE_LENGTH, CODE_LETTERS, SecretText, code_letter};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

/// Letters of one group.
const GROUP: usize = 4;

/// A code that is being typed.
pub(super) struct CodeEntry {
    letters: SecretText,
    id: Option<egui::Id>,
}

impl Default for CodeEntry {
    fn default() -> Self {
        Self {
            letters: SecretText::new(CODE_LENGTH),
            id: None,
        }
    }
}

impl CodeEntry {
    /// The boxes, once they were drawn.
    pub(super) fn id(&self) -> Option<egui::Id> {
        self.id
    }

    /// Are all letters there?
    pub(super) fn is_whole(&self) -> bool {
        self.letters.as_str().len() == CODE_LENGTH
    }

    /// The code, for the desk.
    pub(super) fn duplicate(&self) -> SecretText {
        self.letters.duplicate()
    }

    /// Overwrites it.
    pub(super) fn clear(&mut self) {
        self.letters.clear();
    }

    fn push(&mut self, typed: char) -> bool {
        let Some(letter) = code_letter(typed) else {
            return false;
        };
        let before = self.letters.bytes_left();
        self.letters.push(letter.encode_utf8(&mut [0; 4]));
        before > 0
    }

    /// Draws the boxes; true when a letter came or went. `faulty` is the group with the slip, from 1.
    pub(super) fn boxes(&mut self, ui: &mut Ui, name: &str, faulty: Option<u8>) -> bool {
        let gap = 28.0;
        let width = ui.available_width();
        let each = (width - 2.0 * gap) / 3.0;
        let (rect, response) = ui.allocate_exact_size(vec2(width, 72.0), Sense::click());
        let id = response.id;
        self.id = Some(id);
        if response.clicked() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        response.widget_info(|| {
            WidgetInfo::text_edit(true, self.letters.as_str(), self.letters.as_str(), "")
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::TextInput);
            node.set_label(name);
        });
        let changed = self.typed(ui, id);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let typed = self.letters.as_str().chars().count();
        for group in 0_u8..3 {
            let left = rect.left() + f32::from(group) * (each + gap);
            let place = Rect::from_min_size(pos2(left, rect.top()), vec2(each, rect.height()));
            let first = usize::from(group) * GROUP;
            let is_next = (first..first + GROUP).contains(&typed);
            let is_faulty = faulty == Some(group + 1);
            self.group(ui, place, first, (has_focus && is_next, is_faulty));
            if group > 0 {
                let dash = Rect::from_center_size(
                    pos2(left - gap / 2.0, rect.center().y),
                    vec2(10.0, 2.0),
                );
                ui.painter().rect_filled(dash, 1.0, ui.palette().weak);
            }
        }
        changed
    }

    fn group(&self, ui: &Ui, rect: Rect, first: usize, (is_next, is_faulty): (bool, bool)) {
        let palette = ui.palette();
        let (fill, edge) = if is_faulty {
            (palette.warn_soft, (2.0, palette.warn))
        } else if is_next {
            (palette.surface, (2.0, palette.accent))
        } else {
            (palette.surface, (1.0, palette.control_border))
        };
        paint::sheet(ui, rect, fill, edge);
        let step = (rect.width() - 24.0) / 4.0;
        let mut left = rect.left() + 12.0;
        for position in first..first + GROUP {
            let place = Rect::from_min_size(pos2(left, rect.top()), vec2(step, rect.height()));
            left += step;
            match self.letters.as_str().chars().nth(position) {
                Some(letter) => {
                    let letter = letter.to_string();
                    let look = (palette.text, step);
                    let galley = paint::line(ui, Type::KioskQuestion, &letter, look);
                    paint::put(ui, place, Align2::CENTER_CENTER, galley);
                }
                None => {
                    let is_cursor = is_next && position == self.letters.as_str().chars().count();
                    let ink = if is_cursor {
                        palette.accent
                    } else {
                        palette.border
                    };
                    let low = Rect::from_center_size(
                        pos2(place.center().x, rect.bottom() - 18.0),
                        vec2(step - 10.0, if is_cursor { 3.0 } else { 2.0 }),
                    );
                    ui.painter().rect_filled(low, 1.0, ink);
                }
            }
        }
    }

    /// Letters from the keyboard: to the boxes whenever no other control holds it.
    fn typed(&mut self, ui: &Ui, id: egui::Id) -> bool {
        let is_mine = ui.memory(|memory| memory.focused().is_none_or(|focused| focused == id));
        if !is_mine || !ui.is_enabled() {
            return false;
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let filter = EventFilter {
            horizontal_arrows: false,
            vertical_arrows: false,
            escape: false,
            tab: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let mut changed = false;
        ui.input_mut(|input| {
            input.events.retain(|event| {
                if let Event::Text(text) = event {
                    for letter in text.chars() {
                        changed |= self.push(letter);
                    }
                    return false;
                }
                let is_rub_out = matches!(
                    event,
                    Event::Key {
                        key: Key::Backspace,
                        pressed: true,
                        ..
                    }
                );
                let is_mine = is_rub_out && !self.letters.as_str().is_empty();
                if is_mine {
                    self.letters.pop();
                    changed = true;
                }
                !is_mine
            });
        });
        changed
    }

    /// Draws the keys; true when a letter came or went.
    pub(super) fn keys(&mut self, ui: &mut Ui, rub_out: &str, height: f32) -> bool {
        const PER_ROW: u8 = 8;
        let gap = measures::GAP_S;
        let width = ui.available_width();
        let each = (width - gap * f32::from(PER_ROW - 1)) / f32::from(PER_ROW);
        let rows = 5.0;
        let (rect, _) = ui.allocate_exact_size(
            vec2(width, rows * height + (rows - 1.0) * gap),
            Sense::hover(),
        );
        let mut changed = false;
        let (mut column, mut row) = (0_u8, 0_u8);
        for letter in CODE_LETTERS.chars() {
            let place = Rect::from_min_size(
                rect.min
                    + vec2(
                        f32::from(column) * (each + gap),
                        f32::from(row) * (height + gap),
                    ),
                vec2(each, height),
            );
            if key(ui, place, &letter.to_string()) {
                changed |= self.push(letter);
            }
            column += 1;
            if column == PER_ROW {
                (column, row) = (0, row + 1);
            }
        }
        let last = Rect::from_min_max(
            pos2(
                rect.right() - 3.0 * each - 2.0 * gap,
                rect.bottom() - height,
            ),
            rect.max,
        );
        if rub_out_key(ui, last, rub_out) {
            self.letters.pop();
            changed = true;
        }
        changed
    }
}

fn key(ui: &Ui, rect: Rect, letter: &str) -> bool {
    let palette = ui.palette();
    let response = ui.interact(rect, ui.scope_id().with(("key", letter)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, letter));
    let fill = if response.is_pointer_button_down_on() {
        palette.pressed(palette.accent_soft)
    } else if response.hovered() {
        palette.accent_soft
    } else {
        palette.surface
    };
    paint::sheet(ui, rect, fill, (1.0, palette.border));
    let galley = paint::line(ui, Type::KioskAnswer, letter, (palette.text, rect.width()));
    paint::put(ui, rect, Align2::CENTER_CENTER, galley);
    response.clicked()
}

fn rub_out_key(ui: &Ui, rect: Rect, words: &str) -> bool {
    let palette = ui.palette();
    let response = ui.interact(rect, ui.scope_id().with("rub-out"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let fill = if response.hovered() {
        palette.accent_soft
    } else {
        palette.raised
    };
    paint::sheet(ui, rect, fill, (1.0, palette.border));
    let galley = paint::line(
        ui,
        Type::KioskBody,
        words,
        (palette.text, rect.width() - 48.0),
    );
    let place = paint::put(
        ui,
        rect.translate(vec2(12.0, 0.0)),
        Align2::CENTER_CENTER,
        galley,
    );
    let center = pos2(place.left() - 16.0, rect.center().y);
    paint::icon(ui, center, Icon::ArrowLeft, (18.0, palette.text));
    response.clicked()
}
