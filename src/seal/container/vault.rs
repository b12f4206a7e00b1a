//! An open container: the data key, the slots that lead to it, and the number of its last save.

use std::collections::BTreeMap;
use std::time::Duration;

use zeroize::Zeroizing;

use super::chunks::{self, Binding};
use super::header::{ContainerId, Entry, HEADER, Head, Header, MOST_SECTIONS, MOST_SLOTS};
use super::keys::{Key, Purpose, random};
use super::slot::{Holder, Opener, Slot, SlotKind};
use super::{Passphrase, RecoveryWords};
use crate::error::{Result, SealFault, VaultFault};
use crate::seal::secret::Cost;

/// What a new workspace's passphrase costs before it is fitted to the computer: 128 MiB, three
/// passes.
const USUAL_KIBIBYTES: u32 = 128 << 10;
const USUAL_PASSES: u32 = 3;

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
    fn opener(&self) -> Opener<'_> {
        match self {
            Self::Passphrase(passphrase) => Opener::Passphrase(passphrase),
            Self::Words(words) => Opener::Words(words),
        }
    }

    const fn refusal(&self) -> VaultFault {
        match self {
            Self::Passphrase(_) => VaultFault::WrongPassphrase,
            Self::Words(_) => VaultFault::WrongWords,
        }
    }
}

/// A slot, as its officers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotInfo {
    /// Its number; stays the same as long as the slot.
    pub number: u8,
    /// What opens it.
    pub kind: SlotKind,
    /// Who holds it.
    pub holder: Holder,
}

/// A container that was opened or made: what it takes to save it again. Holds the data key; wipes it.
#[derive(Debug, Clone)]
pub struct Vault {
    id: ContainerId,
    generation: u64,
    data: Key,
    slots: Vec<Slot>,
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

    /// The slots in their order, with the names of their holders.
    ///
    /// # Errors
    /// When a name was altered.
    pub fn slots(&self) -> Result<Vec<SlotInfo>> {
        let info = |slot: &Slot| {
            Ok(SlotInfo {
                number: slot.number,
                kind: slot.kind,
                holder: slot.holder(self.id, &self.data)?,
            })
        };
        self.slots.iter().map(info).collect()
    }

    /// The number of the slot that this opens.
    ///
    /// # Errors
    /// When it opens none.
    pub fn slot_of(&self, unlock: &Unlock) -> Result<u8> {
        for slot in &self.slots {
            if slot.open(self.id, unlock.opener())?.is_some() {
                return Ok(slot.number);
            }
        }
        Err(unlock.refusal().into())
    }

    /// Another passphrase in place of the one that opens now.
    ///
    /// # Errors
    /// When `current` opens no slot.
    pub fn change_passphrase(
        &mut self,
        current: &Passphrase,
        new: &Passphrase,
        cost: Cost,
    ) -> Result<()> {
        let number = self.slot_of(&Unlock::Passphrase(current.clone()))?;
        self.replace_passphrase(number, new, cost)
    }

    /// Another passphrase for this slot, whatever opened it before: after recovery words.
    ///
    /// # Errors
    /// When there is no such slot for a passphrase.
    pub fn replace_passphrase(&mut self, number: u8, new: &Passphrase, cost: Cost) -> Result<()> {
        let is_it = |slot: &&mut Slot| slot.number == number && slot.kind == SlotKind::Passphrase;
        let slot = self.slots.iter_mut().find(is_it);
        let slot = slot.ok_or(VaultFault::NoSuchSlot)?;
        let holder = slot.holder(self.id, &self.data)?;
        let at = (self.id, number);
        *slot = Slot::make(at, &self.data, Opener::Passphrase(new), (cost, &holder))?;
        Ok(())
    }

    /// A slot for another officer; gives its number.
    ///
    /// # Errors
    /// When all eight slots are taken.
    pub fn add_passphrase(
        &mut self,
        holder: &Holder,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<u8> {
        self.add(Opener::Passphrase(passphrase), (cost, holder))
    }

    fn add(&mut self, opener: Opener<'_>, how: (Cost, &Holder)) -> Result<u8> {
        if self.slots.len() >= MOST_SLOTS {
            return Err(VaultFault::SlotsFull.into());
        }
        let is_free = |number: &u8| self.slots.iter().all(|slot| slot.number != *number);
        let number = (1..=u8::MAX).find(is_free).ok_or(VaultFault::SlotsFull)?;
        self.slots
            .push(Slot::make((self.id, number), &self.data, opener, how)?);
        Ok(number)
    }

    /// Takes a slot away: its passphrase or sheet opens later saves no more.
    ///
    /// # Errors
    /// When there is no such slot, or it is the last that a passphrase opens.
    pub fn remove(&mut self, number: u8) -> Result<()> {
        let rest: Vec<Slot> = self
            .slots
            .iter()
            .filter(|slot| slot.number != number)
            .cloned()
            .collect();
        if rest.len() == self.slots.len() {
            return Err(VaultFault::NoSuchSlot.into());
        }
        let had = self.has(SlotKind::Passphrase);
        let has = rest.iter().any(|slot| slot.kind == SlotKind::Passphrase);
        if rest.is_empty() || (had && !has) {
            return Err(VaultFault::LastSlot.into());
        }
        self.slots = rest;
        Ok(())
    }

    fn has(&self, kind: SlotKind) -> bool {
        self.slots.iter().any(|slot| slot.kind == kind)
    }

    /// A fresh recovery sheet in place of the old one.
    ///
    /// # Errors
    /// When the system has no randomness or all slots are taken by passphrases.
    pub fn renew_words(&mut self) -> Result<RecoveryWords> {
        let words = RecoveryWords::generate()?;
        let old = self.slots.clone();
        self.slots.retain(|slot| slot.kind != SlotKind::Words);
        let added = self.add(Opener::Words(&words), (Cost::FLOOR, &Holder::default()));
        if added.is_err() {
            self.slots = old;
        }
        added.map(|_| words)
    }

    /// A fresh data key. Only the passphrases given here go on opening the container; the recovery
    /// sheet is replaced. Who kept the old key or an old sheet can read old copies, and no new one.
    ///
    /// # Errors
    /// When one of the passphrases opens no slot, or the system has no randomness.
    pub fn rotate(&mut self, kept: &[Passphrase], cost: Cost) -> Result<RecoveryWords> {
        if kept.is_empty() {
            return Err(VaultFault::LastSlot.into());
        }
        let mut next = Self {
            id: self.id,
            generation: self.generation,
            data: Key::generate()?,
            slots: Vec::new(),
        };
        for passphrase in kept {
            let number = self.slot_of(&Unlock::Passphrase(passphrase.clone()))?;
            let slot = self.slots.iter().find(|slot| slot.number == number);
            let slot = slot.ok_or(VaultFault::NoSuchSlot)?;
            let holder = slot.holder(self.id, &self.data)?;
            if next.slots.iter().all(|known| known.number != number) {
                let at = (next.id, number);
                let opener = Opener::Passphrase(passphrase);
                next.slots
                    .push(Slot::make(at, &next.data, opener, (cost, &holder))?);
            }
        }
        let words = next.renew_words()?;
        *self = next;
        Ok(words)
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

/// What is hashed at creation to learn how fast this computer is.
///
/// # Errors
/// Never: the numbers are within what is allowed.
pub fn usual_cost() -> Result<Cost> {
    Cost::new(USUAL_KIBIBYTES, USUAL_PASSES, 1)
}

/// The cost that comes near to a second without passing it, from the time that [`usual_cost`] took
/// here. A slow computer gets the floor. Memory stays, so that smaller computers can open the file.
///
/// # Errors
/// Never: the numbers are within what is allowed.
pub fn fitting_cost(usual_took: Duration) -> Result<Cost> {
    const GOAL: f64 = 1.0;
    let took = usual_took.as_secs_f64().max(0.001);
    if took > 1.5 * GOAL {
        return Ok(Cost::FLOOR);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 3 and 24"
    )]
    let passes = (f64::from(USUAL_PASSES) * GOAL / took).clamp(3.0, 24.0) as u32;
    Cost::new(USUAL_KIBIBYTES, passes, 1)
}

/// The hash of the header's bytes, proof included.
fn header_hash(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes.get(..HEADER).unwrap_or_default()).as_bytes()
}
