//! Merging bundles: what HR keeps of a station is the union of all bundles that came, in any order and
//! however often.

use super::bag::Bag;
use super::bundle::BundleContent;
use super::bytes::{Reader, Writer};
use super::pack::{Pack, PackHash};
use crate::error::{Result, SealFault};

const MAGIC: &[u8; 8] = b"FL-RECRD";
const VERSION: u16 = 1;
const MOST_BYTES: usize = 512 << 20;

/// The sealed records of one station, as HR keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordSet {
    content: BundleContent,
}

/// What a merge did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// Sessions that were not there before.
    pub added: u32,
    /// Neither bundle continues the other: the station was restored from an old copy, or its file
    /// was used twice. HR should ask.
    pub is_fork: bool,
}

/// How far a station has come, without its records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Sessions that have come in.
    pub sessions: u32,
    /// Codes that nobody has used.
    pub unused: u32,
}

/// How many first bytes of an encoded set [`counts`] needs at most.
pub const START_BYTES: usize = 8 + 2 + 32 + 4 + 4 * MOST_CLASSES + 4;
/// Classes of a pack, as many as a number of two bytes can name.
const MOST_CLASSES: usize = 1 << 16;

/// Counts by the first bytes of what [`RecordSet::encode`] wrote: for a list of stations, whose records
/// need not be read and compared each time.
///
/// # Errors
/// When it is of another station or damaged.
pub fn counts(start: &[u8], pack: &Pack) -> Result<Counts> {
    let mut from = Reader::of_kind(start, MAGIC, VERSION, MOST_BYTES)?;
    let unspent = read_unspent(&mut from, pack)?;
    let blocks = u32::try_from(pack.plan().layout.blocks().len()).unwrap_or(u32::MAX);
    Ok(Counts {
        sessions: from.u32()?.checked_div(blocks).unwrap_or(0),
        unused: unspent.into_iter().fold(0, u32::saturating_add),
    })
}

/// The head of an encoded set: whose it is, and the unused codes of each class.
fn read_unspent(from: &mut Reader<'_>, pack: &Pack) -> Result<Vec<u32>> {
    if PackHash(from.array()?) != pack.hash() {
        return Err(SealFault::OtherWave.into());
    }
    let mut unspent = Vec::new();
    for _ in 0..from.count(4)? {
        unspent.push(from.u32()?);
    }
    if unspent.len() != pack.parts().classes.len() {
        return Err(SealFault::Damaged.into());
    }
    Ok(unspent)
}

impl RecordSet {
    /// No answers yet.
    #[must_use]
    pub fn empty(pack: &Pack) -> Self {
        let plan = pack.plan();
        Self {
            content: BundleContent {
                pack: pack.hash(),
                unspent: pack
                    .parts()
                    .classes
                    .iter()
                    .map(super::pack::PackClass::issued)
                    .collect(),
                small: Bag::new(plan.small_sealed()),
                comments: Bag::new(plan.comment_sealed()),
            },
        }
    }

    /// The station's pack.
    #[must_use]
    pub const fn pack(&self) -> PackHash {
        self.content.pack
    }

    /// Unused codes, one number per class of the pack.
    #[must_use]
    pub fn unspent(&self) -> &[u32] {
        &self.content.unspent
    }

    /// Sealed small records.
    #[must_use]
    pub const fn small(&self) -> &Bag {
        &self.content.small
    }

    /// Sealed comments.
    #[must_use]
    pub const fn comments(&self) -> &Bag {
        &self.content.comments
    }

    /// How many sessions it holds.
    #[must_use]
    pub fn sessions(&self, pack: &Pack) -> u32 {
        let blocks = pack.plan().layout.blocks().len();
        u32::try_from(self.content.small.len() / blocks).unwrap_or(u32::MAX)
    }

    /// Adds what a bundle of the same station holds. All or nothing.
    ///
    /// # Errors
    /// [`SealFault::OtherWave`] for another pack; [`SealFault::CountsDisagree`] when together there
    /// would be more answers than codes.
    pub fn merge(&mut self, bundle: &BundleContent, pack: &Pack) -> Result<Merged> {
        let own = &self.content;
        if bundle.pack != own.pack || pack.hash() != own.pack {
            return Err(SealFault::OtherWave.into());
        }
        let before = self.sessions(pack);
        let pairs = own.unspent.iter().zip(&bundle.unspent);
        let united = Self {
            content: BundleContent {
                pack: own.pack,
                unspent: pairs.map(|(own, other)| *own.min(other)).collect(),
                small: own.small.union(&bundle.small),
                comments: own.comments.union(&bundle.comments),
            },
        };
        let after = united.sessions(pack);
        if after > pack.issued() || !united.adds_up(pack) {
            return Err(SealFault::CountsDisagree(pack.parts().station.clone()).into());
        }
        let is_fork = united.content.small != own.small && united.content.small != bundle.small;
        self.content = united.content;
        Ok(Merged {
            added: after - before,
            is_fork,
        })
    }

    /// The bytes for the workspace.
    ///
    /// # Errors
    /// When there are too many.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut out = Writer::of_kind(MAGIC, VERSION);
        out.raw(&self.content.pack.0);
        out.count(self.content.unspent.len())?;
        for left in &self.content.unspent {
            out.u32(*left);
        }
        self.content.small.write(&mut out)?;
        self.content.comments.write(&mut out)?;
        Ok(out.into_bytes())
    }

    /// Reads what [`Self::encode`] wrote.
    ///
    /// # Errors
    /// When it is of another station or damaged.
    pub fn decode(bytes: &[u8], pack: &Pack) -> Result<Self> {
        let mut from = Reader::of_kind(bytes, MAGIC, VERSION, MOST_BYTES)?;
        let content = BundleContent {
            unspent: read_unspent(&mut from, pack)?,
            pack: pack.hash(),
            small: Bag::read(&mut from, pack.plan().small_sealed())?,
            comments: Bag::read(&mut from, pack.plan().comment_sealed())?,
        };
        from.end()?;
        let set = Self { content };
        if !set.adds_up(pack) {
            return Err(SealFault::Damaged.into());
        }
        Ok(set)
    }

    fn adds_up(&self, pack: &Pack) -> bool {
        let layout = &pack.plan().layout;
        let blocks = layout.blocks().len();
        let sessions = self.content.small.len() / blocks;
        self.content.small.len() == sessions * blocks
            && self.content.comments.len() == sessions * layout.comments().len()
    }
}
