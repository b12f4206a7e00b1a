//! A set of byte strings of one length, kept sorted, so that the bytes of the whole depend on what is
//! in it and on nothing else.

use super::bytes::{Reader, Writer};
use crate::error::{Result, SealFault};

/// The set. One allocation; sorted bytewise; no string twice.
#[derive(Clone, PartialEq, Eq)]
pub struct Bag {
    size: usize,
    bytes: Vec<u8>,
}

impl Bag {
    /// An empty set of strings of `size` bytes (at least one).
    #[must_use]
    pub fn new(size: usize) -> Self {
        Self {
            size: size.max(1),
            bytes: Vec::new(),
        }
    }

    /// The set of these strings; equal ones count once.
    ///
    /// # Errors
    /// When one has another length.
    pub fn of(size: usize, strings: impl IntoIterator<Item = Vec<u8>>) -> Result<Self> {
        let mut all = strings.into_iter().collect::<Vec<_>>();
        all.sort_unstable();
        all.dedup();
        let mut bag = Self::new(size);
        for string in all {
            if string.len() != bag.size {
                return Err(SealFault::Damaged.into());
            }
            bag.bytes.extend_from_slice(&string);
        }
        Ok(bag)
    }

    /// How many strings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len() / self.size
    }

    /// None?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The strings in ascending order.
    pub fn iter(&self) -> std::slice::ChunksExact<'_, u8> {
        self.bytes.chunks_exact(self.size)
    }

    /// All strings, one after the other.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Is the string in it?
    #[must_use]
    pub fn contains(&self, string: &[u8]) -> bool {
        self.find(string).is_ok()
    }

    /// Adds a string; false when it was there.
    ///
    /// # Errors
    /// When it has another length.
    pub fn insert(&mut self, string: &[u8]) -> Result<bool> {
        if string.len() != self.size {
            return Err(SealFault::Damaged.into());
        }
        let Err(place) = self.find(string) else {
            return Ok(false);
        };
        let at = place * self.size;
        self.bytes.splice(at..at, string.iter().copied());
        Ok(true)
    }

    /// Adds many strings of the right length at once.
    ///
    /// # Errors
    /// When one has another length.
    pub fn with(&self, strings: &[Vec<u8>]) -> Result<Self> {
        let added = Self::of(self.size, strings.iter().cloned())?;
        Ok(self.union(&added))
    }

    /// Takes a string out; false when it was not there.
    pub fn remove(&mut self, string: &[u8]) -> bool {
        let Ok(place) = self.find(string) else {
            return false;
        };
        let at = place * self.size;
        self.bytes.drain(at..at + self.size);
        true
    }

    /// What is in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut bytes = Vec::with_capacity(self.bytes.len() + other.bytes.len());
        let (mut left, mut right) = (self.iter().peekable(), other.iter().peekable());
        loop {
            let next = match (left.peek(), right.peek()) {
                (None, None) => break,
                (Some(_), None) => left.next(),
                (None, Some(_)) => right.next(),
                (Some(l), Some(r)) => match l.cmp(r) {
                    std::cmp::Ordering::Less => left.next(),
                    std::cmp::Ordering::Greater => right.next(),
                    std::cmp::Ordering::Equal => {
                        right.next();
                        left.next()
                    }
                },
            };
            bytes.extend_from_slice(next.unwrap_or(&[]));
        }
        Self {
            size: self.size,
            bytes,
        }
    }

    /// Is every string of this one in the other?
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.iter().all(|string| other.contains(string))
    }

    /// Writes count and strings.
    pub(super) fn write(&self, out: &mut Writer) -> Result<()> {
        out.count(self.len())?;
        out.raw(&self.bytes);
        Ok(())
    }

    /// Reads what [`Self::write`] wrote; another order or a string twice is refused.
    pub(super) fn read(from: &mut Reader<'_>, size: usize) -> Result<Self> {
        let count = from.count(size)?;
        let bytes = from.take(count * size)?.to_vec();
        let bag = Self { size, bytes };
        if !bag.iter().is_sorted_by(|left, right| left < right) {
            return Err(SealFault::Damaged.into());
        }
        Ok(bag)
    }

    fn find(&self, string: &[u8]) -> std::result::Result<usize, usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let found = &self.bytes[middle * self.size..(middle + 1) * self.size];
            match found.cmp(string) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Ok(middle),
            }
        }
        Err(low)
    }
}

impl std::fmt::Debug for Bag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Bag({} × {} bytes)", self.len(), self.size)
    }
}
