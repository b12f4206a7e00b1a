//! Batches (`.flbatch`): all sealed records of a wave on their way from HR to a witness, signed by the
//! company. At level 1 HR's program makes one for itself.

use std::collections::BTreeSet;

use super::bag::Bag;
use super::bytes::{Reader, Writer};
use super::keys::{SIGNATURE_BYTES, SigningKey};
use super::merge::RecordSet;
use super::pack::{Pack, PackHash};
use super::plan::{self, FrozenPlan};
use crate::error::{Result, SealFault};

const MAGIC: &[u8; 8] = b"FL-BATCH";
const VERSION: u16 = 1;
/// The most bytes of a batch.
pub const MOST_BYTES: usize = 2 << 30;
const MOST_PLAN: usize = 4 << 20;
const MOST_TEXT: usize = 512;

/// The records of one station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchStation {
    /// Its pack.
    pub pack: PackHash,
    /// Its name.
    pub name: String,
    /// Classes that use it, ascending, and codes issued to each.
    pub issued: Vec<(u16, u32)>,
    /// Sealed small records.
    pub small: Bag,
    /// Sealed comments.
    pub comments: Bag,
}

/// All records of a wave, with a signature that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    plan: FrozenPlan,
    stations: Vec<BatchStation>,
    digest: [u8; 32],
}

impl Batch {
    /// Makes the file. Stations are ordered by pack, so that equal sets give equal bytes.
    ///
    /// # Errors
    /// When a pack is of another wave, the key is not the plan's, or it grows too large.
    pub fn seal(
        plan: &FrozenPlan,
        stations: &[(&Pack, &RecordSet)],
        company: &SigningKey,
    ) -> Result<Vec<u8>> {
        if company.verify_key() != plan.company_key {
            return Err(SealFault::SignatureWrong.into());
        }
        let mut ordered = stations.to_vec();
        ordered.sort_by_key(|(pack, _)| pack.hash());
        let mut out = Writer::of_kind(MAGIC, VERSION);
        out.block(plan.bytes())?;
        out.count(ordered.len())?;
        for (pack, records) in ordered {
            if pack.plan().id() != plan.id() || records.pack() != pack.hash() {
                return Err(SealFault::OtherWave.into());
            }
            out.raw(&pack.hash().0);
            out.text(&pack.parts().station)?;
            out.count(pack.parts().classes.len())?;
            for class in &pack.parts().classes {
                out.u16(class.class);
                out.u32(class.issued());
            }
            records.small().write(&mut out)?;
            records.comments().write(&mut out)?;
        }
        let signature = company.sign(out.written());
        out.raw(&signature);
        let bytes = out.into_bytes();
        if bytes.len() > MOST_BYTES {
            return Err(SealFault::TooLarge.into());
        }
        Ok(bytes)
    }

    /// Reads a batch and checks that the company of its plan signed it.
    ///
    /// # Errors
    /// When it is none, altered, or names a station twice.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut from = Reader::of_kind(bytes, MAGIC, VERSION, MOST_BYTES)?;
        let plan_bytes = from.block(MOST_PLAN)?;
        plan::company_key_of(plan_bytes)?.open(bytes)?;
        let plan = FrozenPlan::decode(plan_bytes)?;
        let mut stations = Vec::new();
        for _ in 0..from.count(48)? {
            stations.push(read_station(&mut from, &plan)?);
        }
        from.take(SIGNATURE_BYTES)?;
        from.end()?;
        let hashes = stations.iter().map(|s| s.pack).collect::<BTreeSet<_>>();
        if hashes.len() != stations.len() || !stations.is_sorted_by_key(|s| s.pack) {
            return Err(SealFault::Damaged.into());
        }
        Ok(Self {
            plan,
            stations,
            digest: *blake3::hash(bytes).as_bytes(),
        })
    }

    /// The wave's plan.
    #[must_use]
    pub const fn plan(&self) -> &FrozenPlan {
        &self.plan
    }

    /// The stations.
    #[must_use]
    pub fn stations(&self) -> &[BatchStation] {
        &self.stations
    }

    /// BLAKE3 of the file: what two witnesses compare, and what "released once" means.
    #[must_use]
    pub const fn digest(&self) -> [u8; 32] {
        self.digest
    }
}

fn read_station(from: &mut Reader<'_>, plan: &FrozenPlan) -> Result<BatchStation> {
    let pack = PackHash(from.array()?);
    let name = from.text(MOST_TEXT)?.to_owned();
    let mut issued = Vec::new();
    for _ in 0..from.count(6)? {
        issued.push((from.u16()?, from.u32()?));
    }
    let is_right = issued.is_sorted_by(|(left, _), (right, _)| left < right)
        && issued
            .iter()
            .all(|(class, _)| usize::from(*class) < plan.classes.len());
    if !is_right {
        return Err(SealFault::Damaged.into());
    }
    Ok(BatchStation {
        pack,
        name,
        issued,
        small: Bag::read(from, plan.small_sealed())?,
        comments: Bag::read(from, plan.comment_sealed())?,
    })
}
