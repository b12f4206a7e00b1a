//! What a secret is typed into, and how strong it is. The text wipes itself; must not judge.

use std::fmt;
use std::ops::Range;

use egui::accesskit::Role;
use egui::text::CharIndex;
use egui::{Rect, Sense, TextBuffer, Ui, WidgetInfo, vec2};
use zeroize::Zeroizing;

use super::text::Kit as _;
use crate::ui::theme::{Tone, Type};

/// Room from the start, so that typing leaves no shorter copies in memory.
const ROOM: usize = 512;

/// A text that is never printed and is overwritten when it goes.
pub struct SecretText(Zeroizing<String>);

impl Default for SecretText {
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(ROOM)))
    }
}

impl SecretText {
    /// A secret that is known already, such as an offered phrase.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut secret = Self::default();
        secret.0.push_str(text);
        secret
    }

    /// What was typed.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Is there nothing?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(…)")
    }
}

impl TextBuffer for SecretText {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.0
    }

    fn insert_text(&mut self, text: &str, at: CharIndex) -> usize {
        // A passphrase longer than its room is refused: growing would leave a copy behind.
        if self.0.len() + text.len() > ROOM {
            return 0;
        }
        TextBuffer::insert_text(&mut *self.0, text, at)
    }

    fn delete_char_range(&mut self, range: Range<CharIndex>) {
        TextBuffer::delete_char_range(&mut *self.0, range);
    }

    fn type_id(&self) -> std::any::TypeId {
        std::any::TypeId::of::<Self>()
    }
}

/// Four bars of which some are filled, and the word for it.
pub fn strength_bar(ui: &mut Ui, filled: usize, tone: Tone, words: &str) {
    const BARS: usize = 4;
    let palette = ui.palette();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (rect, response) = ui.allocate_exact_size(vec2(132.0, 16.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, words));
        for bar in 0..BARS {
            #[expect(clippy::cast_precision_loss, reason = "four bars")]
            let left = rect.left() + bar as f32 * 34.0;
            let place = Rect::from_min_size(egui::pos2(left, rect.top() + 6.0), vec2(30.0, 4.0));
            let color = if bar < filled {
                palette.tone(tone)
            } else {
                palette.border
            };
            ui.painter().rect_filled(place, 2.0, color);
        }
        ui.text_toned(Type::Small, tone, words);
    });
}
