//! The kiosk's warning before a comment names somebody: hashes of the stems of staff names, and
//! patterns of phones and e-mails. A warning, not a proof: it looks only at how words begin.

use std::ops::Range;

use super::bytes::{Reader, Writer};
use crate::error::Result;

/// Salted four-byte hashes of name stems, sorted.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct NameMarks {
    salt: [u8; 16],
    marks: Vec<[u8; 4]>,
}

/// What a comment seems to give away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Giveaway {
    /// A name from the staff list.
    Name,
    /// A phone number.
    Phone,
    /// An e-mail address or an account (`@name`).
    Email,
}

/// Where a comment gives somebody away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it looks like.
    pub what: Giveaway,
    /// Where it stands, in bytes; both ends are between letters.
    pub range: Range<usize>,
}

/// Endings that Russian cases put behind a stem, the longest first.
const ENDINGS: [&str; 31] = [
    "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ой", "ей", "ом", "ем", "ым", "им",
    "ую", "юю", "ая", "яя", "ый", "ий", "ые", "ых", "а", "я", "о", "е", "у", "ю", "ы", "и", "ь",
];
const LEAST_STEM: usize = 3;
/// The stress mark over a vowel.
const STRESS: char = '\u{301}';

impl NameMarks {
    /// Marks of all words of these names that have at least three letters.
    #[must_use]
    pub fn of<'a>(salt: [u8; 16], names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut marks = Vec::new();
        for name in names {
            let words = words(name).map(|range| stem(name.get(range).unwrap_or("")));
            let long = words.filter(|stem| stem.chars().count() >= LEAST_STEM);
            marks.extend(long.map(|stem| mark(&salt, &stem)));
        }
        marks.sort_unstable();
        marks.dedup();
        Self { salt, marks }
    }

    /// How many stems.
    #[must_use]
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// None?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Names, phones and e-mails in a text, in the order they stand.
    #[must_use]
    pub fn check(&self, text: &str) -> Vec<Found> {
        let mut found = emails(text);
        found.extend(phones(text));
        let named = words(text).filter(|range| {
            let stem = stem(text.get(range.clone()).unwrap_or(""));
            stem.chars().count() >= LEAST_STEM
                && self.marks.binary_search(&mark(&self.salt, &stem)).is_ok()
        });
        found.extend(named.map(|range| Found {
            what: Giveaway::Name,
            range,
        }));
        found.sort_by_key(|found| (found.range.start, found.what));
        found
    }

    pub(super) fn write(&self, out: &mut Writer) -> Result<()> {
        out.count(self.marks.len())?;
        for mark in &self.marks {
            out.raw(mark);
        }
        Ok(())
    }

    pub(super) fn read(from: &mut Reader<'_>, salt: [u8; 16]) -> Result<Self> {
        let mut marks = Vec::new();
        for _ in 0..from.count(4)? {
            marks.push(from.array()?);
        }
        if !marks.is_sorted_by(|left, right| left < right) {
            return Err(crate::error::SealFault::Damaged.into());
        }
        Ok(Self { salt, marks })
    }
}

impl std::fmt::Debug for NameMarks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NameMarks({})", self.marks.len())
    }
}

fn mark(salt: &[u8; 16], stem: &str) -> [u8; 4] {
    let mut hasher = blake3::Hasher::new_derive_key("frontline name mark 1");
    hasher.update(salt);
    hasher.update(stem.as_bytes());
    let mut mark = [0; 4];
    hasher.finalize_xof().fill(&mut mark);
    mark
}

/// Ranges of the words of a text.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    runs(text, |letter| letter.is_alphabetic() || letter == STRESS)
}

/// Ranges of the longest runs of characters that fit.
fn runs(text: &str, fits: impl Fn(char) -> bool) -> impl Iterator<Item = Range<usize>> {
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

/// The part of a word that cases leave alone, roughly.
fn stem(word: &str) -> String {
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

fn phones(text: &str) -> impl Iterator<Item = Found> {
    let fits = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '–' | '(' | ')' | ' ' | '.');
    runs(text, fits).filter_map(move |range| {
        let run = text.get(range.clone())?;
        let first = run.find(|c: char| c.is_ascii_digit() || c == '+')?;
        let last = run.rfind(|c: char| c.is_ascii_digit())?;
        let digits = run.chars().filter(char::is_ascii_digit).count();
        // Local numbers are written 123-45-67; long ones in any way.
        let is_local = digits == 7 && run.matches(['-', '–']).count() == 2;
        let range = range.start + first..range.start + last + 1;
        (digits >= 10 || is_local).then_some(Found {
            what: Giveaway::Phone,
            range,
        })
    })
}

fn emails(text: &str) -> Vec<Found> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '_' | '-' | '+');
    let found = runs(text, fits).filter_map(|range| {
        let run = text.get(range.clone())?;
        let (user, host) = run.split_once('@')?;
        let is_address = !user.is_empty() && host.trim_end_matches('.').contains('.');
        let is_account = user.is_empty() && host.chars().count() >= 3;
        (is_address || is_account).then_some(Found {
            what: Giveaway::Email,
            range,
        })
    });
    found.collect()
}
