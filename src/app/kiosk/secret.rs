//! Text that a respondent typed: never shown by `Debug`, never moved about in memory, overwritten at
//! the end. Must not be cloned without need.

use std::fmt;
use std::ops::Range;

use zeroize::Zeroize as _;

/// Text with a fixed room. It never grows out of its first allocation, so no copy stays behind.
pub struct SecretText {
    text: String,
    room: usize,
}

impl SecretText {
    /// Empty text with room for this many bytes.
    #[must_use]
    pub fn new(room: usize) -> Self {
        Self {
            text: String::with_capacity(room),
            room,
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Is nothing there but white space?
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Bytes that still fit.
    #[must_use]
    pub fn bytes_left(&self) -> usize {
        self.room.saturating_sub(self.text.len())
    }

    /// Puts text before the character at this position, as much as fits, without control and
    /// direction marks; gives back how many characters went in.
    pub fn insert(&mut self, text: &str, position: usize) -> usize {
        let mut at = self.byte_of(position);
        let mut inserted = 0;
        for letter in text.chars().filter(|letter| is_plain(*letter)) {
            if letter.len_utf8() > self.bytes_left() {
                break;
            }
            self.text.insert(at, letter);
            at += letter.len_utf8();
            inserted += 1;
        }
        inserted
    }

    /// Adds text at the end.
    pub fn push(&mut self, text: &str) {
        self.insert(text, usize::MAX);
    }

    /// Takes the characters of this range out.
    pub fn delete(&mut self, range: Range<usize>) {
        let bytes = self.byte_of(range.start)..self.byte_of(range.end);
        if bytes.start < bytes.end {
            self.text.drain(bytes);
        }
    }

    /// Takes the last character away.
    pub fn pop(&mut self) {
        self.text.pop();
    }

    /// Overwrites and empties the text, its room included.
    pub fn clear(&mut self) {
        self.text.zeroize();
    }

    /// The same, and the text can be written again without a new allocation.
    pub fn clear_keeping_room(&mut self) {
        self.clear();
        // `zeroize` keeps the allocation; this only holds it to that.
        self.text.reserve_exact(self.room);
    }

    /// A second text with the same content.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        let mut twin = Self::new(self.room);
        twin.text.push_str(&self.text);
        twin
    }

    fn byte_of(&self, position: usize) -> usize {
        let mut places = self.text.char_indices();
        places
            .nth(position)
            .map_or(self.text.len(), |(byte, _)| byte)
    }
}

/// Neither a control character (a new line is none here) nor one that turns the reading direction.
fn is_plain(letter: char) -> bool {
    let turns = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    letter == '\n' || !(letter.is_control() || turns)
}

impl Drop for SecretText {
    fn drop(&mut self) {
        self.clear();
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stops_at_its_room_on_a_whole_letter() {
        let mut text = SecretText::new(5);
        assert_eq!(text.insert("\u{436}\u{436}\u{436}", 0), 2);
        assert_eq!(text.bytes_left(), 1);
        text.delete(0..1);
        assert_eq!(text.as_str(), "\u{436}");
        text.push("a\u{7}\u{202e}b");
        assert_eq!(text.as_str(), "\u{436}ab");
        assert_eq!(format!("{text:?}"), "SecretText(…)");
    }
}
