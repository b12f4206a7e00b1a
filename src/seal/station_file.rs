//! The station file (`.flstation`): its bytes follow from the pack, the codes that are left, the sealed
//! records and the size of the last bundle; from no order, time or person.

use super::bag::Bag;
use super::bytes::{Reader, Writer};
use super::code::VERIFIER_BYTES;
use super::keys::SigningKey;
use super::pack::{MOST_BYTES as MOST_PACK, Pack, PackFile};
use super::record::SealedSheet;
use super::secret::Secret;
use crate::error::{Result, SealFault};

const MAGIC: &[u8; 8] = b"FL-STATN";
const VERSION: u16 = 1;
/// The most bytes of a station file.
pub const MOST_BYTES: usize = 512 << 20;
const TRAILER: usize = 32;

/// What a station file holds.
#[derive(Debug)]
pub struct StationFile {
    /// The pack.
    pub pack: Pack,
    /// The seed of the station's signing key.
    pub seed: Secret<32>,
    /// Unspent verifiers, one set per class of the pack.
    pub unspent: Vec<Bag>,
    /// Sealed small records.
    pub small: Bag,
    /// Sealed comments.
    pub comments: Bag,
    /// How many sessions the last bundle had.
    pub exported: u32,
}

impl StationFile {
    /// A station that nobody has answered at.
    #[must_use]
    pub fn fresh(file: &PackFile) -> Self {
        let plan = file.pack.plan();
        let classes = &file.pack.parts().classes;
        Self {
            seed: file.seed.duplicate(),
            unspent: classes.iter().map(|c| c.verifiers.clone()).collect(),
            small: Bag::new(plan.small_sealed()),
            comments: Bag::new(plan.comment_sealed()),
            exported: 0,
            pack: file.pack.clone(),
        }
    }

    /// How many have answered.
    #[must_use]
    pub fn sessions(&self) -> u32 {
        let left = self.unspent.iter().map(Bag::len).sum::<usize>();
        let left = u32::try_from(left).unwrap_or(u32::MAX);
        self.pack.issued().saturating_sub(left)
    }

    /// The state after one more session: a code gone, its records in. None when the code is spent.
    ///
    /// # Errors
    /// When the records are not of this plan.
    pub fn after(
        &self,
        place: usize,
        verifier: &[u8],
        sealed: &SealedSheet,
    ) -> Result<Option<Self>> {
        let mut unspent = self.unspent.clone();
        let is_taken = unspent
            .get_mut(place)
            .is_some_and(|own| own.remove(verifier));
        if !is_taken {
            return Ok(None);
        }
        Ok(Some(Self {
            pack: self.pack.clone(),
            seed: self.seed.duplicate(),
            unspent,
            small: self.small.with(&sealed.small)?,
            comments: self.comments.with(&sealed.comments)?,
            exported: self.exported,
        }))
    }

    /// The state after a bundle of all sessions.
    #[must_use]
    pub fn after_export(&self) -> Self {
        Self {
            pack: self.pack.clone(),
            seed: self.seed.duplicate(),
            unspent: self.unspent.clone(),
            small: self.small.clone(),
            comments: self.comments.clone(),
            exported: self.sessions(),
        }
    }

    /// The file.
    ///
    /// # Errors
    /// When it grows too large.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut out = Writer::of_kind(MAGIC, VERSION);
        out.block(self.pack.bytes())?;
        out.raw(self.seed.expose());
        out.u32(self.exported);
        for own in &self.unspent {
            own.write(&mut out)?;
        }
        self.small.write(&mut out)?;
        self.comments.write(&mut out)?;
        let trailer = blake3::hash(out.written());
        out.raw(trailer.as_bytes());
        let bytes = out.into_bytes();
        if bytes.len() > MOST_BYTES {
            return Err(SealFault::TooLarge.into());
        }
        Ok(bytes)
    }

    /// Reads a station file.
    ///
    /// # Errors
    /// When it is none, altered, or its codes and records do not add up.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut from = Reader::of_kind(bytes, MAGIC, VERSION, MOST_BYTES)?;
        let (body, trailer) = bytes
            .split_last_chunk::<TRAILER>()
            .ok_or(SealFault::Damaged)?;
        if blake3::hash(body).as_bytes() != trailer {
            return Err(SealFault::Damaged.into());
        }
        let pack = Pack::decode(from.block(MOST_PACK)?)?;
        let seed = Secret::take(&mut from.array()?);
        let exported = from.u32()?;
        let mut unspent = Vec::new();
        for class in &pack.parts().classes {
            let own = Bag::read(&mut from, VERIFIER_BYTES)?;
            if !own.is_within(&class.verifiers) {
                return Err(SealFault::Damaged.into());
            }
            unspent.push(own);
        }
        let small = Bag::read(&mut from, pack.plan().small_sealed())?;
        let comments = Bag::read(&mut from, pack.plan().comment_sealed())?;
        from.take(TRAILER)?;
        from.end()?;
        let file = Self {
            pack,
            seed,
            unspent,
            small,
            comments,
            exported,
        };
        file.check()?;
        Ok(file)
    }

    fn check(&self) -> Result<()> {
        let layout = &self.pack.plan().layout;
        let sessions = usize::try_from(self.sessions()).map_err(|_| SealFault::Damaged)?;
        let is_right = self.small.len() == sessions * layout.blocks().len()
            && self.comments.len() == sessions * layout.comments().len()
            && self.exported <= self.sessions()
            && SigningKey::from_seed(&self.seed).verify_key() == self.pack.parts().station_key;
        if is_right {
            Ok(())
        } else {
            Err(SealFault::Damaged.into())
        }
    }
}
