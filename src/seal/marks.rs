//! The kiosk's warning before a comment names somebody: hashes of the stems of staff names, and
//! patterns of phones and e-mails. A warning, not a proof: it looks only at how words begin.
//!
//! Whoever holds a pack can try names on the marks. A mark is therefore cut so short that it fits
//! one name in 2,048 of any phone book too: with a list of half a million surnames a finder gets some
//! 240 strangers for every list of staff. A colleague's name is always found; of other words, one in
//! 2,048 is warned about for nothing.

use std::ops::Range;

use super::bytes::{Reader, Writer};
use crate::domain::passage::{self, emails, phones, stem, words};
use crate::error::Result;

/// How many times rarer than the list is long a word fits by chance, in bits.
const STRANGERS: u32 = 11;

/// Salted hashes of name stems, cut short and sorted; four bytes each, the rest zeros.
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

impl NameMarks {
    /// Marks of all words of these names that have at least three letters.
    #[must_use]
    pub fn of<'a>(salt: [u8; 16], names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut marks = Vec::new();
        for name in names {
            let words = words(name).map(|range| stem(name.get(range).unwrap_or("")));
            let long = words.filter(|stem| stem.chars().count() >= passage::LEAST_STEM);
            marks.extend(long.map(|stem| mark(&salt, &stem)));
        }
        marks.sort_unstable();
        marks.dedup();
        // Marks may fall together when cut, and a shorter list is cut shorter.
        loop {
            let kept = kept_bits(marks.len());
            for mark in &mut marks {
                *mark = cut(*mark, kept);
            }
            marks.dedup();
            if kept_bits(marks.len()) == kept {
                return Self { salt, marks };
            }
        }
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
        let found = |what| move |range| Found { what, range };
        let mut found: Vec<Found> = emails(text)
            .map(found(Giveaway::Email))
            .chain(phones(text).map(found(Giveaway::Phone)))
            .collect();
        let named = words(text).filter(|range| {
            let stem = stem(text.get(range.clone()).unwrap_or(""));
            stem.chars().count() >= passage::LEAST_STEM && self.fits(&stem)
        });
        found.extend(named.map(|range| Found {
            what: Giveaway::Name,
            range,
        }));
        found.sort_by_key(|found| (found.range.start, found.what));
        found
    }

    /// Packs of version 1 hold uncut marks, so both sides are cut alike.
    fn fits(&self, stem: &str) -> bool {
        let kept = kept_bits(self.marks.len());
        let sought = cut(mark(&self.salt, stem), kept);
        let found = self.marks.binary_search_by_key(&sought, |m| cut(*m, kept));
        found.is_ok()
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

/// Bits that are kept of a mark in a list of this length.
fn kept_bits(length: usize) -> u32 {
    let of_length = usize::BITS - length.saturating_sub(1).leading_zeros();
    (of_length + STRANGERS).min(u32::BITS)
}

fn cut(mark: [u8; 4], kept: u32) -> [u8; 4] {
    let unkept = u32::MAX.checked_shr(kept).unwrap_or(0);
    (u32::from_be_bytes(mark) & !unkept).to_be_bytes()
}

fn mark(salt: &[u8; 16], stem: &str) -> [u8; 4] {
    let mut hasher = blake3::Hasher::new_derive_key("frontline name mark 1");
    hasher.update(salt);
    hasher.update(stem.as_bytes());
    let mut mark = [0; 4];
    hasher.finalize_xof().fill(&mut mark);
    mark
}
