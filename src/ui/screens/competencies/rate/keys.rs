//! The keyboard of the form: 1–5 and 0 choose, up and down move the choice, left, right and Enter
//! turn the page. While a text is being written, the keys belong to the text.

use egui::{Key, Modifiers, Ui};

use super::{Form, level_of};
use crate::domain::rating::{Level, Mark};
use crate::ui::action::Actions;

/// Keys and the mark that they make.
const DIGITS: [(Key, u8); 6] = [
    (Key::Num0, 0),
    (Key::Num1, 1),
    (Key::Num2, 2),
    (Key::Num3, 3),
    (Key::Num4, 4),
    (Key::Num5, 5),
];

impl Form {
    /// Reads the keys of this frame.
    pub(super) fn keys(&mut self, ui: &Ui, actions: &mut Actions) {
        let count = self
            .shown
            .as_ref()
            .map_or(0, |shown| shown.competencies.len());
        if self.is_typing || self.at >= count {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let now = ui.input(|input| input.time);
        let chosen = DIGITS.iter().find(|(key, _)| pressed(*key));
        if let Some((_, digit)) = chosen {
            self.set(self.at, level_of(*digit), now);
        }
        let level = self.mark(self.at).level();
        if pressed(Key::ArrowDown) {
            self.set(self.at, Mark::Level(step(level, 1)), now);
        }
        if pressed(Key::ArrowUp) {
            self.set(self.at, Mark::Level(step(level, -1)), now);
        }
        if pressed(Key::ArrowRight) || pressed(Key::PageDown) {
            self.turn(self.at + 1, ui, actions);
        } else if (pressed(Key::ArrowLeft) || pressed(Key::PageUp)) && self.at > 0 {
            self.turn(self.at - 1, ui, actions);
        }
        let is_free = ui.memory(|memory| memory.focused().is_none());
        if is_free && pressed(Key::Enter) && self.mark(self.at) != Mark::Open {
            self.turn(self.at + 1, ui, actions);
        }
    }
}

/// The next level in this direction; from nothing, the first one from that end.
fn step(level: Option<Level>, way: i8) -> Level {
    let now = level.map(|level| i8::try_from(level.get()).unwrap_or(3));
    let next = match now {
        Some(level) => (level + way).clamp(1, 5),
        None if way > 0 => 1,
        None => 5,
    };
    let number = u8::try_from(next).unwrap_or(3);
    Level::new(number).unwrap_or_else(|_| Level::all()[2])
}
