//! The end of a visit: egui's own memory is emptied, so that no cursor, undo, scroll position, focus
//! or measured text of one respondent reaches the next.

use egui::{Context, Memory};

/// In how many frames after a wipe free memory is written over: egui lets go of what it laid out for
/// drawing two frames after it was drawn last.
pub(super) const SCRUBS: u8 = 3;

/// Empties egui's memory; fonts, colours and zoom stay. Call between two visits, before drawing.
pub(super) fn forget(ctx: &Context) {
    ctx.memory_mut(|memory| {
        let mut fresh = Memory::default();
        fresh.options = memory.options.clone();
        *memory = fresh;
    });
    // Nothing of a visit ever went there; what an on-screen keyboard may have put there goes too.
    ctx.copy_text(String::new());
}
