//! An open container: the data key, the slots that lead to it, and the number of its last save.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use super::chunks::{self, Binding};
use super::header::{ContainerId, Entry, HEADER, Head, Header, MOST_SECTIONS};
use super::keys::{Key, Purpose, random};
use super::slot::{Holder, Opener, Slot};
use super::{Passphrase, RecoveryWords};
use crate::error::{Result, SealFault, VaultFault};
use crate::seal::secret::Cost;

/// What can lie in a container. Each kind is sealed under a key of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKind {
    /// The workspace's database.
    Main,
    /// Ratings of people: personal data, kept apart from the surveys.
    Ratings,
}

impl SectionKind {
    const fn code(self) -> u16 {
        match self {
            Self::Main => 1,
            Self::Ratings => 2,
        }
    }

    fn from_code(code: u16) -> Result<Self> {
        match code {
            1 => Ok(Self::Main),
            2 => Ok(Self::Ratings),
            _ => Err(SealFault::Damaged.into()),
        }
    }
}

/// The contents of an opened container; they wipe themselves.
pub type Sections = BTreeMap<SectionKind, Zeroizing<Vec<u8>>>;

/// What opens a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlock {
    /// A passphrase of any officer.
    Passphrase(Passphrase),
    /// The words of the recovery sheet.
    Words(RecoveryWords),
}

impl Unlock {
    pub(super) fn opener(&self) -> Opener<'_> {
        match self {
            Self::Passphrase(passphrase) => Opener::Passphrase(passphrase),
            Self::Words(words) => Opener::Words(words),
        }
    }

    pub(super) const fn refusal(&self) -> VaultFault {
        match self {
            Self::Passphrase(_) => VaultFault::WrongPassphrase,
            Self::Words(_) => VaultFault::WrongWords,
        }
    }
}

/// A container that was opened or made: what it takes to save it again. Holds the data key; wipes it.
#[derive(Debug, Clone)]
pub struct Vault {
    pub(super) id: ContainerId,
    pub(super) generation: u64,
    pub(super) data: Key,
    pub(super) slots: Vec<Slot>,
}

/// An opened container.
#[derive(Debug)]
pub struct Opened {
    /// Its keys.
    pub vault: Vault,
    /// Its contents.
    pub sections: Sections,
}

impl Vault {
    /// A new container for one passphrase, with a recovery sheet.
    ///
    /// # Errors
    /// When the system has no randomness or not the memory.
    pub fn create(passphrase: &Passphrase, cost: Cost) -> Result<(Self, RecoveryWords)> {
        let words = RecoveryWords::generate()?;
        let mut vault = Self::for_words(&words)?;
        vault.add_passphrase(&Holder::default(), passphrase, cost)?;
        // The passphrase's slot comes first.
        vault.slots.reverse();
        Ok((vault, words))
    }

    /// A new container that only a recovery sheet opens.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub fn for_words(words: &RecoveryWords) -> Result<Self> {
        let mut vault = Self {
            id: ContainerId::new(random()?),
            generation: 0,
            data: Key::generate()?,
            slots: Vec::new(),
        };
        vault.add(Opener::Words(words), (Cost::FLOOR, &Holder::default()))?;
        Ok(vault)
    }

    /// Opens a container.
    ///
    /// # Errors
    /// When it is not whole, of a newer program, altered, or the key is not one of its own.
    pub fn open(bytes: &[u8], unlock: &Unlock) -> Result<Opened> {
        let header = Header::read(bytes, bytes.len())?;
        for slot in &header.slots {
            if let Some(data) = slot.open(header.id, unlock.opener())? {
                return Self::contents(bytes, header, data);
            }
        }
        Err(unlock.refusal().into())
    }

    /// Opens another save of the same container, such as a backup, with the key at hand.
    ///
    /// # Errors
    /// As [`Self::open`]; [`VaultFault::WrongPassphrase`] where the save has another data key.
    pub fn open_sibling(&self, bytes: &[u8]) -> Result<Opened> {
        let header = Header::read(bytes, bytes.len())?;
        if header.id != self.id || !header.is_proven(bytes, &self.data) {
            return Err(VaultFault::WrongPassphrase.into());
        }
        Self::contents(bytes, header, self.data.clone())
    }

    fn contents(bytes: &[u8], header: Header, data: Key) -> Result<Opened> {
        if !header.is_proven(bytes, &data) {
            return Err(SealFault::Damaged.into());
        }
        let header_hash = header_hash(bytes);
        let mut rest = bytes.get(HEADER..).unwrap_or_default();
        let mut sections = Sections::new();
        for entry in &header.entries {
            let length = chunks::sealed_bytes(entry.padded).ok_or(SealFault::Damaged)?;
            let (sealed, after) = rest.split_at_checked(length).ok_or(VaultFault::CutOff)?;
            rest = after;
            let binding = Binding {
                header_hash: &header_hash,
                generation: header.generation,
                entry,
            };
            let key = data.derive(Purpose::Section(entry.kind), header.id);
            let content = chunks::open(&key, &binding, sealed)?;
            let kind = SectionKind::from_code(entry.kind)?;
            if sections.insert(kind, content).is_some() {
                return Err(SealFault::Damaged.into());
            }
        }
        let Header {
            id,
            generation,
            slots,
            entries: _,
        } = header;
        let vault = Self {
            id,
            generation,
            data,
            slots,
        };
        Ok(Opened { vault, sections })
    }

    /// The next save: one generation on, fresh nonces, every content sealed anew.
    ///
    /// # Errors
    /// When there is no section or more than eight, or the system has no randomness.
    pub fn seal(&mut self, sections: &[(SectionKind, &[u8])]) -> Result<Vec<u8>> {
        if sections.is_empty() || sections.len() > MOST_SECTIONS {
            return Err(SealFault::TooLarge.into());
        }
        let mut entries = Vec::with_capacity(sections.len());
        let mut length = HEADER;
        for (kind, content) in sections {
            let padded = chunks::padded_bytes(content.len()).ok_or(SealFault::TooLarge)?;
            let sealed = chunks::sealed_bytes(padded).ok_or(SealFault::TooLarge)?;
            length = length.checked_add(sealed).ok_or(SealFault::TooLarge)?;
            entries.push(Entry {
                kind: kind.code(),
                padded,
                prefix: random()?,
            });
        }
        self.generation = self.generation.checked_add(1).ok_or(SealFault::TooLarge)?;
        let header = Header {
            id: self.id,
            generation: self.generation,
            slots: self.slots.clone(),
            entries,
        };
        let mut bytes = header.write(&self.data);
        let header_hash = header_hash(&bytes);
        bytes.resize(length, 0);
        let mut rest = &mut bytes[HEADER..];
        for (entry, (_, content)) in header.entries.iter().zip(sections) {
            let sealed = chunks::sealed_bytes(entry.padded).ok_or(SealFault::TooLarge)?;
            let (out, after) = rest.split_at_mut(sealed);
            rest = after;
            let binding = Binding {
                header_hash: &header_hash,
                generation: self.generation,
                entry,
            };
            let key = self.data.derive(Purpose::Section(entry.kind), self.id);
            chunks::seal(&key, &binding, content, out);
        }
        Ok(bytes)
    }

    /// The id.
    #[must_use]
    pub const fn id(&self) -> ContainerId {
        self.id
    }

    /// The number of the last save.
    #[must_use]
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// The next save will be later than this one: used when an older save is taken knowingly.
    pub const fn advance_past(&mut self, generation: u64) {
        if self.generation < generation {
            self.generation = generation;
        }
    }

    /// What the next save will show to anybody.
    #[must_use]
    pub fn head(&self) -> Head {
        Head {
            id: self.id,
            generation: self.generation,
            slots: self.slots.iter().map(|slot| slot.kind).collect(),
        }
    }
}

/// The hash of the header's bytes, proof included.
fn header_hash(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes.get(..HEADER).unwrap_or_default()).as_bytes()
}
