//! The witness: a person outside HR without whose key no class label opens at level 2. Sees how many
//! answered per class, never an answer; releases a wave once.

use std::collections::BTreeMap;
use std::fmt;

use zeroize::Zeroizing;

use super::Watch;
use super::batch::Batch;
use super::bytes::{Reader, Writer};
use super::keys::{PrivateKey, SigningKey};
use super::plan::{FrozenPlan, WaveId, WitnessCard};
use super::release::{self, ReleaseHead};
use super::secret::{Entropy, Secret};
use super::sorting::Piles;
use crate::error::{Result, SealFault};

const MAGIC: &[u8; 8] = b"FL-WITNS";
const VERSION: u16 = 1;
const MOST_BYTES: usize = 1 << 20;
const MOST_TEXT: usize = 512;

/// A witness's keys and what was released with them. Kept in a container of the witness's own.
pub struct Witness {
    name: String,
    opening: PrivateKey,
    signing: SigningKey,
    /// Per wave, BLAKE3 of the batch that was released.
    released: BTreeMap<WaveId, [u8; 32]>,
}

/// What a witness sees of a batch.
#[derive(Debug)]
pub struct Reading {
    batch: Batch,
    slot: u8,
    piles: Piles,
    groups: Vec<Vec<u16>>,
}

impl Reading {
    /// The wave's plan.
    #[must_use]
    pub const fn plan(&self) -> &FrozenPlan {
        self.batch.plan()
    }

    /// How many answered, per class of the plan.
    #[must_use]
    pub fn sessions(&self) -> &[u32] {
        self.piles.sessions()
    }

    /// Which classes will be opened together.
    #[must_use]
    pub fn groups(&self) -> &[Vec<u16>] {
        &self.groups
    }

    /// BLAKE3 of the batch: two witnesses compare it, so that HR cannot have two different sets of
    /// answers released and look at the difference.
    #[must_use]
    pub const fn digest(&self) -> [u8; 32] {
        self.batch.digest()
    }
}

impl Witness {
    /// A new witness.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn random(name: &str, entropy: &mut dyn Entropy) -> Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            opening: PrivateKey::random(entropy)?,
            signing: SigningKey::random(entropy)?,
            released: BTreeMap::new(),
        })
    }

    /// The card that HR puts into plans.
    #[must_use]
    pub fn card(&self) -> WitnessCard {
        WitnessCard {
            name: self.name.clone(),
            seal_key: self.opening.public(),
            verify_key: self.signing.verify_key(),
        }
    }

    /// Reads a batch: counts per class, and what would be merged.
    ///
    /// # Errors
    /// [`SealFault::NotTheWitness`] when the plan does not name this witness; as [`Piles::open`].
    pub fn read(&self, bytes: &[u8], watch: Watch<'_>) -> Result<Reading> {
        let batch = Batch::decode(bytes)?;
        let card = self.card();
        let slot = batch.plan().witnesses.iter().position(|other| {
            other.seal_key == card.seal_key && other.verify_key == card.verify_key
        });
        let slot = slot.ok_or(SealFault::NotTheWitness)?;
        let piles = Piles::open(&batch, &self.opening, slot, watch)?;
        let groups = piles.grouped(batch.plan())?;
        Ok(Reading {
            slot: u8::try_from(slot).map_err(|_| SealFault::NotTheWitness)?,
            batch,
            piles,
            groups,
        })
    }

    /// Releases a wave. The same batch may be released again (the file is the same byte for byte); any
    /// other batch of the wave is refused for ever. Store the witness before handing the file out.
    ///
    /// # Errors
    /// [`SealFault::ReleasedBefore`], [`SealFault::TooFewAnswers`].
    pub fn release(&mut self, reading: Reading) -> Result<Vec<u8>> {
        let Reading {
            batch, slot, piles, ..
        } = reading;
        let wave = batch.plan().id();
        let digest = batch.digest();
        if self
            .released
            .get(&wave)
            .is_some_and(|before| *before != digest)
        {
            return Err(SealFault::ReleasedBefore.into());
        }
        let sorted = piles.into_groups(batch.plan())?;
        let head = ReleaseHead {
            wave,
            batch: digest,
            witness: slot,
        };
        let bytes = release::seal(head, &sorted, batch.plan(), &self.signing)?;
        self.released.insert(wave, digest);
        Ok(bytes)
    }

    /// Was the wave released?
    #[must_use]
    pub fn has_released(&self, wave: WaveId) -> bool {
        self.released.contains_key(&wave)
    }

    /// The secret content of the witness's container.
    ///
    /// # Errors
    /// When there are too many waves.
    pub fn encode(&self) -> Result<Zeroizing<Vec<u8>>> {
        let mut out = Writer::of_kind(MAGIC, VERSION);
        out.text(&self.name)?;
        out.raw(self.opening.secret().expose());
        out.raw(self.signing.seed().expose());
        out.count(self.released.len())?;
        for (wave, digest) in &self.released {
            out.raw(&wave.0);
            out.raw(digest);
        }
        let bytes = Zeroizing::new(out.written().to_vec());
        out.wipe();
        Ok(bytes)
    }

    /// Reads what [`Self::encode`] wrote.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut from = Reader::of_kind(bytes, MAGIC, VERSION, MOST_BYTES)?;
        let name = from.text(MOST_TEXT)?.to_owned();
        let opening = PrivateKey::from_secret(Secret::take(&mut from.array()?));
        let signing = SigningKey::from_seed(&Secret::take(&mut from.array()?));
        let mut released = BTreeMap::new();
        for _ in 0..from.count(64)? {
            released.insert(WaveId(from.array()?), from.array()?);
        }
        from.end()?;
        Ok(Self {
            name,
            opening,
            signing,
            released,
        })
    }
}

impl fmt::Debug for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Witness({}, …)", self.name)
    }
}
