//! Keys that work on a page without holding a control, and the guard that keeps the clipboard out.

use egui::{Event, Key, Modifiers, Ui};

use crate::ui::digits::DIGITS;

/// What the keyboard asked for on this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Enter.
    On,
    /// Backspace.
    Back,
    /// A digit.
    Digit(u8),
    /// N or minus: rather not answer.
    Decline,
    /// Arrow up or left.
    Previous,
    /// Arrow down or right.
    Next,
}

/// Takes copy, cut and paste out of the frame before any control sees them.
pub(super) fn bar_clipboard(ui: &Ui) {
    ui.input_mut(|input| {
        input.events.retain(|event| {
            !matches!(
                event,
                Event::Copy | Event::Cut | Event::Paste(_) | Event::MiddleClickPaste { .. }
            )
        });
    });
}

/// Takes back what controls wanted of the system: the clipboard, and on X11 the selection, which the
/// middle mouse button would paste. Call when all of them were drawn.
pub(super) fn drop_outgoing(ui: &Ui) {
    ui.output_mut(|output| output.commands.clear());
}

/// Does a control hold the keyboard? Then Enter and letters are its own.
pub(super) fn is_held(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_some())
}

/// What was pressed, in order. Keys that a page knows are taken out of the frame.
pub(super) fn pressed(ui: &Ui) -> Vec<Pressed> {
    taken(ui, is_held(ui))
}

/// The same for a row that holds the keyboard itself: Enter is its own too.
pub(super) fn pressed_in_row(ui: &Ui) -> Vec<Pressed> {
    taken(ui, false)
}

fn taken(ui: &Ui, is_held: bool) -> Vec<Pressed> {
    let mut found = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                repeat: false,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            if *modifiers != Modifiers::NONE {
                return true;
            }
            match meaning(*key) {
                Some(Pressed::On) if is_held => true,
                Some(meaning) => {
                    found.push(meaning);
                    false
                }
                None => true,
            }
        });
    });
    found
}

fn meaning(key: Key) -> Option<Pressed> {
    let digit = DIGITS.iter().position(|digit| *digit == key);
    if let Some(digit) = digit.and_then(|digit| u8::try_from(digit).ok()) {
        return Some(Pressed::Digit(digit));
    }
    let known = [
        (Key::Enter, Pressed::On),
        (Key::Backspace, Pressed::Back),
        (Key::N, Pressed::Decline),
        (Key::Minus, Pressed::Decline),
        (Key::ArrowUp, Pressed::Previous),
        (Key::ArrowLeft, Pressed::Previous),
        (Key::ArrowDown, Pressed::Next),
        (Key::ArrowRight, Pressed::Next),
    ];
    known
        .iter()
        .find(|(own, _)| *own == key)
        .map(|(_, meaning)| *meaning)
}

/// Was Enter pressed while no control holds the keyboard?
pub(super) fn enter(ui: &Ui) -> bool {
    !is_held(ui) && take(ui, Key::Enter)
}

/// Was Backspace pressed while no control holds the keyboard?
pub(super) fn backspace(ui: &Ui) -> bool {
    !is_held(ui) && take(ui, Key::Backspace)
}

/// Takes a press of this key out of the frame. A key that is held down counts once, or it would turn
/// page after page.
pub(super) fn take(ui: &Ui, wanted: Key) -> bool {
    let mut found = false;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let is_it = matches!(
                event,
                Event::Key { key, pressed: true, repeat: false, modifiers, .. }
                    if *key == wanted && *modifiers == Modifiers::NONE
            );
            found |= is_it;
            !is_it
        });
    });
    found
}
