//! A text in words and numbers, with what stands between them.

use std::ops::Range;

use crate::domain::passage::runs;

/// Words after which a full stop ends no sentence.
const SHORT: [&str; 22] = [
    "ул", "пр", "пер", "пл", "наб", "г", "гор", "д", "кв", "им", "тов", "гр", "т", "зам", "нач",
    "ст", "mr", "mrs", "ms", "dr", "st", "prof",
];

/// A word or a number.
pub(super) struct Token<'a> {
    /// As it is written.
    pub(super) text: &'a str,
    /// In lower case, е for ё.
    pub(super) lower: String,
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// What stands between it and the token before.
    pub(super) gap: &'a str,
    /// Does it begin a sentence?
    pub(super) is_first: bool,
}

impl Token<'_> {
    /// The number that it is.
    pub(super) fn number(&self) -> Option<u32> {
        self.text.parse().ok()
    }

    /// How many characters.
    pub(super) fn len(&self) -> usize {
        self.text.chars().count()
    }

    /// A word that begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// A capital and nothing else: an initial.
    pub(super) fn is_initial(&self) -> bool {
        self.is_capital() && self.len() == 1
    }

    /// Is it one of these words?
    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// Is nothing but a blank before it?
    pub(super) fn follows(&self) -> bool {
        !self.gap.is_empty() && self.gap.chars().all(|c| c == ' ' || c == '\u{a0}')
    }
}

/// The tokens of a text.
pub(super) struct Tokens<'a>(Vec<Token<'a>>);

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let letters = runs(text, char::is_alphabetic);
        let digits = runs(text, |c| c.is_ascii_digit());
        let mut ranges: Vec<Range<usize>> = letters.chain(digits).collect();
        ranges.sort_by_key(|range| range.start);
        let mut tokens: Vec<Token<'a>> = Vec::new();
        let mut end = 0;
        for range in ranges {
            let gap = text.get(end..range.start).unwrap_or("");
            let word = text.get(range.clone()).unwrap_or("");
            let is_first = begins_sentence(tokens.last(), gap);
            end = range.end;
            tokens.push(Token {
                text: word,
                lower: word.to_lowercase().replace('ё', "е"),
                range,
                gap,
                is_first,
            });
        }
        Self(tokens)
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The token at this place.
    pub(super) fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.0.get(at)
    }

    /// The token so many places before.
    pub(super) fn before(&self, at: usize, steps: usize) -> Option<&Token<'a>> {
        self.0.get(at.checked_sub(steps)?)
    }

    /// The bytes from one token to another.
    pub(super) fn span(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.get(first).map_or(0, |token| token.range.start);
        let end = self.get(last).map_or(start, |token| token.range.end);
        start..end
    }
}

fn begins_sentence(before: Option<&Token<'_>>, gap: &str) -> bool {
    let Some(before) = before else {
        return true;
    };
    let ends = gap.contains(['!', '?', '…', '\n', '•']);
    let stops = gap.contains('.') && !before.is_initial() && !before.is(&SHORT);
    ends || stops
}
