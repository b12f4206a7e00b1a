//! The header: who may open the container, how old it is, and what lies in it.

use std::fmt;

use super::chunks;
use super::keys::{Key, Purpose};
use super::slot::{Slot, SlotKind};
use crate::error::{Result, SealFault, VaultFault};
use crate::seal::bytes::{Reader, Writer};

/// The first eight bytes of every container.
pub const MAGIC: [u8; 8] = *b"FRNTLNWS";
const VERSION: u16 = 1;
/// Slots that a container can have.
pub(super) const MOST_SLOTS: usize = 8;
/// Sections that a container can have.
pub(super) const MOST_SECTIONS: usize = 8;
/// Bytes of the header.
pub(super) const HEADER: usize = 4096;
/// Where the hash of the fields stands, and after it the proof.
const HASH: usize = HEADER - 64;
const PROOF: usize = HEADER - 32;

/// The id of a container: random, and the same for ever.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContainerId([u8; 16]);

impl ContainerId {
    pub(super) const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    pub(super) const fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl fmt::Display for ContainerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContainerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContainerId({self})")
    }
}

/// What anybody can read of a container without a key. It is proven only by opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The id.
    pub id: ContainerId,
    /// How often it was saved.
    pub generation: u64,
    /// What opens its slots, in their order.
    pub slots: Vec<SlotKind>,
}

impl Head {
    /// Reads the head from the start of a file (4,096 bytes are enough) that is `length` bytes long.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_start(start: &[u8], length: usize) -> Result<Self> {
        Header::read(start, length).map(|header| header.head())
    }

    /// Reads the head and checks that the file is whole.
    ///
    /// # Errors
    /// [`SealFault::OtherKind`], [`SealFault::NewerFormat`], [`VaultFault::CutOff`],
    /// [`VaultFault::TrailingBytes`] or [`SealFault::Damaged`].
    pub fn read(bytes: &[u8]) -> Result<Self> {
        Header::read(bytes, bytes.len()).map(|header| header.head())
    }
}

/// Does a file with these first bytes claim to be a container?
#[must_use]
pub fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

/// Where a section lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) kind: u16,
    /// Bytes of the padded content, whole MiB.
    pub(super) padded: usize,
    pub(super) prefix: [u8; chunks::PREFIX],
}

/// The header, read or to be written.
#[derive(Debug, Clone)]
pub(super) struct Header {
    pub(super) id: ContainerId,
    pub(super) generation: u64,
    pub(super) slots: Vec<Slot>,
    pub(super) entries: Vec<Entry>,
}

impl Header {
    pub(super) fn head(&self) -> Head {
        Head {
            id: self.id,
            generation: self.generation,
            slots: self.slots.iter().map(|slot| slot.kind).collect(),
        }
    }

    /// The 4,096 bytes, proven with the data key.
    pub(super) fn write(&self, data: &Key) -> Vec<u8> {
        let mut writer = Writer::of_kind(&MAGIC, VERSION);
        writer.raw(&self.id.bytes());
        writer.u64(self.generation);
        writer.u8(u8::try_from(self.slots.len()).expect("at most eight slots"));
        self.slots.iter().for_each(|slot| slot.write(&mut writer));
        writer.u8(u8::try_from(self.entries.len()).expect("at most eight sections"));
        for entry in &self.entries {
            writer.u16(entry.kind);
            writer.u64(u64::try_from(entry.padded).expect("a usize has at most 64 bits"));
            writer.raw(&entry.prefix);
        }
        let mut bytes = writer.into_bytes();
        assert!(bytes.len() <= HASH, "eight slots and eight sections fit");
        bytes.resize(HASH, 0);
        bytes.extend_from_slice(blake3::hash(&bytes).as_bytes());
        let proof = data.derive(Purpose::Header, self.id).mac(&bytes);
        bytes.extend_from_slice(&proof);
        bytes
    }

    /// Reads the header without trust, and checks that in a file of this length exactly the sections
    /// follow it.
    pub(super) fn read(bytes: &[u8], length: usize) -> Result<Self> {
        let is_start = MAGIC.starts_with(bytes) || bytes.starts_with(&MAGIC);
        if !is_start || bytes.is_empty() {
            return Err(SealFault::OtherKind.into());
        }
        if bytes.len() < MAGIC.len() + 2 {
            return Err(VaultFault::CutOff.into());
        }
        let mut reader = Reader::of_kind(bytes, &MAGIC, VERSION, usize::MAX)?;
        let Some(whole) = bytes.first_chunk::<HEADER>() else {
            return Err(VaultFault::CutOff.into());
        };
        let (fields, rest) = whole.split_at(HASH);
        if !rest.starts_with(blake3::hash(fields).as_bytes()) {
            return Err(SealFault::Damaged.into());
        }
        let header = Self::fields(&mut reader)?;
        let sealed = header
            .entries
            .iter()
            .try_fold(HEADER, |sum, entry| {
                sum.checked_add(chunks::sealed_bytes(entry.padded)?)
            })
            .ok_or(SealFault::Damaged)?;
        let used = bytes.len() - reader.left();
        let filling = HASH.checked_sub(used).ok_or(SealFault::Damaged)?;
        reader.zeros(filling)?;
        match length.cmp(&sealed) {
            std::cmp::Ordering::Less => Err(VaultFault::CutOff.into()),
            std::cmp::Ordering::Greater => Err(VaultFault::TrailingBytes.into()),
            std::cmp::Ordering::Equal => Ok(header),
        }
    }

    fn fields(reader: &mut Reader<'_>) -> Result<Self> {
        let id = ContainerId(reader.array()?);
        let generation = reader.u64()?;
        let slots = few(reader.u8()?, MOST_SLOTS)?;
        let slots = (0..slots).map(|_| Slot::read(reader));
        let slots = slots.collect::<Result<Vec<_>>>()?;
        let sections = few(reader.u8()?, MOST_SECTIONS)?;
        let entries = (0..sections).map(|_| {
            let kind = reader.u16()?;
            let padded = usize::try_from(reader.u64()?).map_err(|_| SealFault::Damaged)?;
            let prefix = reader.array()?;
            if padded == 0 || padded % chunks::PAD != 0 {
                return Err(SealFault::Damaged.into());
            }
            Ok(Entry {
                kind,
                padded,
                prefix,
            })
        });
        let entries = entries.collect::<Result<Vec<_>>>()?;
        Ok(Self {
            id,
            generation,
            slots,
            entries,
        })
    }

    /// Is this the header that the holder of the data key wrote?
    pub(super) fn is_proven(&self, bytes: &[u8], data: &Key) -> bool {
        let proof = data.derive(Purpose::Header, self.id);
        let wanted = bytes.get(..PROOF).map(|fields| proof.mac(fields));
        let found = bytes.get(PROOF..HEADER);
        wanted.is_some_and(|wanted| {
            found.is_some_and(|found| crate::seal::secret::is_same(&wanted, found))
        })
    }
}

/// A count from 1 to `most`.
fn few(count: u8, most: usize) -> Result<usize> {
    let count = usize::from(count);
    if count == 0 || count > most {
        return Err(SealFault::Damaged.into());
    }
    Ok(count)
}
