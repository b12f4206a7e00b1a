//! The kiosk's warning before a comment names somebody: hashes of the stems of staff names, and
//! patterns of phones and e-mails. A warning, not a proof: it looks only at how words begin.

use std::ops::Range;

use super::bytes::{Reader, Writer};
use crate::domain::passage::{self, emails, phones, stem, words};
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
        let found = |what| move |range| Found { what, range };
        let mut found: Vec<Found> = emails(text)
            .map(found(Giveaway::Email))
            .chain(phones(text).map(found(Giveaway::Phone)))
            .collect();
        let named = words(text).filter(|range| {
            let stem = stem(text.get(range.clone()).unwrap_or(""));
            stem.chars().count() >= passage::LEAST_STEM
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
