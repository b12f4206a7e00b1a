//! A key slot: the data key, sealed for one passphrase or one recovery sheet.

use zeroize::Zeroizing;

use super::header::ContainerId;
use super::keys::{self, Key, NONCE, Purpose, TAG, random};
use super::{Passphrase, RecoveryWords};
use crate::error::{Result, SealFault};
use crate::seal::bytes::{Reader, Writer};
use crate::seal::secret::Cost;

/// The longest name of a holder, in bytes of UTF-8.
pub const HOLDER_BYTES: usize = 48;
/// A name is sealed with its length before it, so that its size says nothing.
const NAME: usize = HOLDER_BYTES + 1;

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlotKind {
    /// A passphrase.
    Passphrase,
    /// The words of a recovery sheet.
    Words,
}

impl SlotKind {
    const fn code(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::Words => 2,
        }
    }

    fn from_code(code: u8) -> Result<Self> {
        match code {
            1 => Ok(Self::Passphrase),
            2 => Ok(Self::Words),
            _ => Err(SealFault::Damaged.into()),
        }
    }
}

/// The name of who holds a slot: empty for the first officer and for recovery sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holder(String);

impl Holder {
    /// A name, cut to what a slot can hold.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let mut short = String::new();
        for letter in name.trim().chars().filter(|letter| !letter.is_control()) {
            if short.len() + letter.len_utf8() > HOLDER_BYTES {
                break;
            }
            short.push(letter);
        }
        Self(short)
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a slot is opened with.
#[derive(Clone, Copy)]
pub(super) enum Opener<'a> {
    Passphrase(&'a Passphrase),
    Words(&'a RecoveryWords),
}

/// A slot as it stands in the header.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub(super) number: u8,
    pub(super) kind: SlotKind,
    salt: [u8; 16],
    cost: Cost,
    nonce: [u8; NONCE],
    sealed: [u8; 32 + TAG],
    name_nonce: [u8; NONCE],
    name: [u8; NAME + TAG],
}

impl Slot {
    /// Seals the data key for whoever has the opener.
    pub(super) fn make(
        (id, number): (ContainerId, u8),
        data: &Key,
        opener: Opener<'_>,
        (cost, holder): (Cost, &Holder),
    ) -> Result<Self> {
        let (kind, cost) = match opener {
            Opener::Passphrase(_) => (SlotKind::Passphrase, cost),
            // Stands for "none": the words are 256 random bits.
            Opener::Words(_) => (SlotKind::Words, Cost::FLOOR),
        };
        let mut slot = Self {
            number,
            kind,
            salt: random()?,
            cost,
            nonce: random()?,
            sealed: [0; 32 + TAG],
            name_nonce: random()?,
            name: [0; NAME + TAG],
        };
        let key = slot.key(opener)?;
        let bound = slot.bound(id, b"key");
        let mut plain = Zeroizing::new(*data.bytes());
        let tag = keys::seal(&key.cipher(), slot.nonce, &bound, plain.as_mut_slice());
        slot.sealed[..32].copy_from_slice(plain.as_slice());
        slot.sealed[32..].copy_from_slice(&tag);
        slot.name_it(id, data, holder);
        Ok(slot)
    }

    fn name_it(&mut self, id: ContainerId, data: &Key, holder: &Holder) {
        let text = holder.as_str().as_bytes();
        let mut plain = [0; NAME];
        plain[0] = u8::try_from(text.len()).expect("a holder's name is at most 48 bytes");
        plain[1..=text.len()].copy_from_slice(text);
        let cipher = data.derive(Purpose::Names, id).cipher();
        let bound = self.bound(id, b"name");
        let tag = keys::seal(&cipher, self.name_nonce, &bound, &mut plain);
        self.name[..NAME].copy_from_slice(&plain);
        self.name[NAME..].copy_from_slice(&tag);
    }

    /// The name of the holder; only who opened the container can read it.
    pub(super) fn holder(&self, id: ContainerId, data: &Key) -> Result<Holder> {
        let (plain, tag) = self
            .name
            .split_first_chunk::<NAME>()
            .ok_or(SealFault::Damaged)?;
        let (mut plain, tag) = (*plain, tag.first_chunk().ok_or(SealFault::Damaged)?);
        let cipher = data.derive(Purpose::Names, id).cipher();
        let bound = self.bound(id, b"name");
        if !keys::open(&cipher, self.name_nonce, &bound, (&mut plain, *tag)) {
            return Err(SealFault::Damaged.into());
        }
        let text = plain
            .get(1..=usize::from(plain[0]))
            .ok_or(SealFault::Damaged)?;
        let text = std::str::from_utf8(text).map_err(|_| SealFault::Damaged)?;
        Ok(Holder::new(text))
    }

    /// The data key, where this opens the slot. Takes as long as the slot's cost says.
    pub(super) fn open(&self, id: ContainerId, opener: Opener<'_>) -> Result<Option<Key>> {
        let is_fitting = match opener {
            Opener::Passphrase(_) => self.kind == SlotKind::Passphrase,
            Opener::Words(_) => self.kind == SlotKind::Words,
        };
        if !is_fitting {
            return Ok(None);
        }
        let key = self.key(opener)?;
        let (plain, tag) = self
            .sealed
            .split_first_chunk::<32>()
            .ok_or(SealFault::Damaged)?;
        let tag = tag.first_chunk().ok_or(SealFault::Damaged)?;
        let mut plain = Zeroizing::new(*plain);
        let bound = self.bound(id, b"key");
        let is_open = keys::open(
            &key.cipher(),
            self.nonce,
            &bound,
            (plain.as_mut_slice(), *tag),
        );
        Ok(is_open.then(|| Key::take(*plain)))
    }

    fn key(&self, opener: Opener<'_>) -> Result<Key> {
        match opener {
            Opener::Passphrase(passphrase) => {
                Key::from_passphrase(passphrase.reveal(), &self.salt, self.cost)
            }
            Opener::Words(words) => Ok(Key::from_words(words.bits(), &self.salt)),
        }
    }

    /// What the sealed pieces are bound to: nothing of the slot can be swapped.
    fn bound(&self, id: ContainerId, what: &[u8]) -> Vec<u8> {
        let mut bound = Writer::new();
        bound.raw(b"frontline slot 1 ");
        bound.raw(what);
        bound.raw(&id.bytes());
        bound.u8(self.number);
        bound.u8(self.kind.code());
        bound.raw(&self.salt);
        self.cost.write(&mut bound);
        bound.into_bytes()
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.u8(self.number);
        writer.u8(self.kind.code());
        writer.raw(&self.salt);
        self.cost.write(writer);
        writer.raw(&self.nonce);
        writer.raw(&self.sealed);
        writer.raw(&self.name_nonce);
        writer.raw(&self.name);
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self> {
        Ok(Self {
            number: reader.u8()?,
            kind: SlotKind::from_code(reader.u8()?)?,
            salt: reader.array()?,
            cost: Cost::read(reader)?,
            nonce: reader.array()?,
            sealed: reader.array()?,
            name_nonce: reader.array()?,
            name: reader.array()?,
        })
    }
}
