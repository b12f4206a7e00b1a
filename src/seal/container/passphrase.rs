//! A passphrase on its way from the keyboard to the key. Never shown, never kept longer than needed.

use std::fmt;

use zeroize::Zeroizing;

/// A passphrase as it is hashed: without spaces around it, single spaces inside, Cyrillic letters
/// composed, since macOS and Windows may type «й» in two ways.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        // Never grows: every rule below shortens.
        let mut text = Zeroizing::new(String::with_capacity(typed.len()));
        for letter in typed.trim().chars() {
            let last = text.chars().next_back();
            match (last, letter) {
                (Some(' '), space) if space.is_whitespace() => {}
                (_, space) if space.is_whitespace() => text.push(' '),
                (Some(base), mark) => match composed(base, mark) {
                    Some(whole) => {
                        text.pop();
                        text.push(whole);
                    }
                    None => text.push(mark),
                },
                (None, letter) => text.push(letter),
            }
        }
        Self(text)
    }

    /// Is there nothing?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text, for a strength meter and for showing an offered phrase.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// The letters that a Russian or Ukrainian keyboard may send in two parts.
fn composed(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        ('\u{438}', '\u{306}') => Some('\u{439}'),
        ('\u{418}', '\u{306}') => Some('\u{419}'),
        ('\u{435}', '\u{308}') => Some('\u{451}'),
        ('\u{415}', '\u{308}') => Some('\u{401}'),
        ('\u{456}', '\u{308}') => Some('\u{457}'),
        ('\u{406}', '\u{308}') => Some('\u{407}'),
        _ => None,
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        *self.0 == *other.0
    }
}

impl Eq for Passphrase {}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}
