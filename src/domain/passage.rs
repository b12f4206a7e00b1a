//! Passages of what people write: words, their stems, phones, e-mails. The kiosk warns with them
//! before a comment is sealed, and HR sees them marked afterwards. Decides nothing.

use std::ops::Range;

/// Endings that Russian cases put behind a stem, the longest first.
const ENDINGS: [&str; 31] = [
    "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ой", "ей", "ом", "ем", "ым", "им",
    "ую", "юю", "ая", "яя", "ый", "ий", "ые", "ых", "а", "я", "о", "е", "у", "ю", "ы", "и", "ь",
];
/// A shorter stem says nothing.
pub const LEAST_STEM: usize = 3;
/// The stress mark over a vowel.
const STRESS: char = '\u{301}';

/// Ranges of the words of a text, in bytes.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    runs(text, |letter| letter.is_alphabetic() || letter == STRESS)
}

/// Ranges of the longest runs of characters that fit.
pub fn runs(text: &str, fits: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while letters.next_if(|(_, letter)| !fits(*letter)).is_some() {}
        let (start, first) = letters.next()?;
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) = letters.next_if(|(_, letter)| fits(*letter)) {
            end = at + letter.len_utf8();
        }
        Some(start..end)
    })
}

/// The part of a word that cases leave alone, roughly: lower case, without stress marks.
#[must_use]
pub fn stem(word: &str) -> String {
    let lower = word.to_lowercase().replace('ё', "е").replace(STRESS, "");
    let count = |text: &str| text.chars().count();
    let stripped = ENDINGS
        .iter()
        .filter_map(|ending| lower.strip_suffix(ending))
        .find(|stem| count(stem) >= LEAST_STEM)
        .unwrap_or(&lower);
    // Сергей, Сергея, Мария, Наталья: a soft letter may still stand at the end.
    let shorter = stripped
        .strip_suffix(['и', 'е', 'ь', 'й'])
        .unwrap_or(stripped);
    let kept = if count(shorter) > LEAST_STEM {
        shorter
    } else {
        stripped
    };
    kept.to_owned()
}

/// Ranges of phone numbers: ten digits and more in any way, or local ones written 123-45-67.
pub fn phones(text: &str) -> impl Iterator<Item = Range<usize>> {
    let fits = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '–' | '(' | ')' | ' ' | '.');
    runs(text, fits).filter_map(move |range| {
        let run = text.get(range.clone())?;
        let first = run.find(|c: char| c.is_ascii_digit() || c == '+')?;
        let last = run.rfind(|c: char| c.is_ascii_digit())?;
        let digits = run.chars().filter(char::is_ascii_digit).count();
        // Local numbers are written 123-45-67; long ones in any way.
        let is_local = digits == 7 && run.matches(['-', '–']).count() == 2;
        let range = range.start + first..range.start + last + 1;
        (digits >= 10 || is_local).then_some(range)
    })
}

/// Ranges of e-mail addresses and accounts (`@name`).
pub fn emails(text: &str) -> impl Iterator<Item = Range<usize>> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '_' | '-' | '+');
    runs(text, fits).filter(move |range| {
        let run = text.get(range.clone()).unwrap_or("");
        let Some((user, host)) = run.split_once('@') else {
            return false;
        };
        let is_address = !user.is_empty() && host.trim_end_matches('.').contains('.');
        let is_account = user.is_empty() && host.chars().count() >= 3;
        is_address || is_account
    })
}
