//! Bundles (`.flbundle`): the sealed records of a station on their way to HR. Cumulative, signed,
//! sealed once more against interceptors, padded to steps of 64 sessions. Equal content, equal bytes.

use zeroize::Zeroizing;

use super::bag::Bag;
use super::bytes::{Reader, Writer};
use super::envelope;
use super::keys::{PrivateKey, SIGNATURE_BYTES, SigningKey};
use super::pack::{Pack, PackHash};
use super::plan::FrozenPlan;
use super::secret::Entropy;
use super::station_file::StationFile;
use crate::error::{Result, SealFault};

const MAGIC: &[u8; 8] = b"FL-BUNDL";
const VERSION: u16 = 1;
/// The most bytes of a bundle.
pub const MOST_BYTES: usize = 256 << 20;
/// Sessions a bundle is padded to a multiple of.
pub const STEP: usize = 64;
const INFO: &[u8] = b"frontline bundle 1";

/// What a bundle holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleContent {
    /// The station's pack.
    pub pack: PackHash,
    /// Unused codes, one number per class of the pack.
    pub unspent: Vec<u32>,
    /// Sealed small records.
    pub small: Bag,
    /// Sealed comments.
    pub comments: Bag,
}

impl BundleContent {
    /// How many sessions it holds.
    #[must_use]
    pub fn sessions(&self, pack: &Pack) -> u32 {
        let left = self.unspent.iter().copied().fold(0, u32::saturating_add);
        pack.issued().saturating_sub(left)
    }
}

/// The pack that a bundle says it belongs to, for looking it up before opening.
///
/// # Errors
/// When it is no bundle.
pub fn pack_of(bytes: &[u8]) -> Result<PackHash> {
    let mut from = Reader::of_kind(bytes, MAGIC, VERSION, MOST_BYTES)?;
    Ok(PackHash(from.array()?))
}

/// Bytes of a bundle of so many sessions: nothing but the step shows.
#[must_use]
pub fn size(plan: &FrozenPlan, classes: usize, sessions: usize) -> usize {
    let head = MAGIC.len() + 2 + 32;
    head + body_size(plan, classes, sessions) + envelope::OVERHEAD + SIGNATURE_BYTES
}

/// Makes the bundle of a station.
pub(super) fn seal(file: &StationFile) -> Result<Vec<u8>> {
    let plan = file.pack.plan();
    let hash = file.pack.hash();
    let sessions = usize::try_from(file.sessions()).map_err(|_| SealFault::TooLarge)?;
    let mut body = Writer::new();
    body.u32(file.sessions());
    for left in &file.unspent {
        body.count(left.len())?;
    }
    body.raw(file.small.as_bytes());
    body.raw(file.comments.as_bytes());
    let mut body = body.into_bytes();
    body.resize(body_size(plan, file.unspent.len(), sessions), 0);
    let mut source = Derived::new(file.seed.expose(), &body);
    let sealed = envelope::seal(&plan.wave_key, &info(hash), &body, &mut source)?;
    let mut out = Writer::of_kind(MAGIC, VERSION);
    out.raw(&hash.0);
    out.raw(&sealed);
    let signature = SigningKey::from_seed(&file.seed).sign(out.written());
    out.raw(&signature);
    let bytes = out.into_bytes();
    if bytes.len() > MOST_BYTES {
        return Err(SealFault::TooLarge.into());
    }
    Ok(bytes)
}

/// Opens a bundle with the wave key. Whole or not at all.
///
/// # Errors
/// [`SealFault::OtherWave`] for another station's pack, [`SealFault::SignatureWrong`] when forged or
/// altered, [`SealFault::CannotOpen`] with another key, [`SealFault::CountsDisagree`] when answers and
/// unused codes are not the codes issued.
pub fn open_bundle(bytes: &[u8], pack: &Pack, wave: &PrivateKey) -> Result<BundleContent> {
    if pack_of(bytes)? != pack.hash() {
        return Err(SealFault::OtherWave.into());
    }
    // A file that breaks off is told by its size, before anything is computed over it.
    if !is_padded(bytes.len(), pack) {
        return Err(SealFault::Damaged.into());
    }
    let message = pack.parts().station_key.open(bytes)?;
    let mut from = Reader::of_kind(message, MAGIC, VERSION, MOST_BYTES)?;
    from.array::<32>()?;
    let body = envelope::open(wave, &info(pack.hash()), from.rest())?;
    read(&body, pack)
}

fn read(body: &[u8], pack: &Pack) -> Result<BundleContent> {
    let disagree = || SealFault::CountsDisagree(pack.parts().station.clone());
    let plan = pack.plan();
    let mut from = Reader::new(body);
    let sessions = from.u32()?;
    let mut unspent = Vec::new();
    for class in &pack.parts().classes {
        let left = from.u32()?;
        if left > class.issued() {
            return Err(disagree().into());
        }
        unspent.push(left);
    }
    let left = unspent.iter().copied().map(u64::from).sum::<u64>();
    if u64::from(sessions) + left != u64::from(pack.issued()) {
        return Err(disagree().into());
    }
    let count = usize::try_from(sessions).map_err(|_| disagree())?;
    if body.len() != body_size(plan, unspent.len(), count) {
        return Err(disagree().into());
    }
    let small = take(
        &mut from,
        plan.small_sealed(),
        count * plan.layout.blocks().len(),
    )?;
    let comments = count * plan.layout.comments().len();
    let comments = take(&mut from, plan.comment_sealed(), comments)?;
    from.zeros(from.left())?;
    from.end()?;
    Ok(BundleContent {
        pack: pack.hash(),
        unspent,
        small,
        comments,
    })
}

/// Reads `count` sorted strings; the count is known, so none is written.
fn take(from: &mut Reader<'_>, size: usize, count: usize) -> Result<Bag> {
    let bytes = from.take(count.checked_mul(size).ok_or(SealFault::Damaged)?)?;
    let mut out = Writer::new();
    out.count(count)?;
    out.raw(bytes);
    Bag::read(&mut Reader::new(out.written()), size)
}

/// Is this a size that padding makes?
fn is_padded(length: usize, pack: &Pack) -> bool {
    let (plan, classes) = (pack.plan(), pack.parts().classes.len());
    let one = size(plan, classes, 0);
    let step = body_size(plan, classes, STEP + 1) - body_size(plan, classes, STEP);
    let more = length.checked_sub(one);
    more.is_some_and(|more| more.is_multiple_of(step))
}

fn body_size(plan: &FrozenPlan, classes: usize, sessions: usize) -> usize {
    let layout = &plan.layout;
    let session = layout.blocks().len() * plan.small_sealed()
        + layout.comments().len() * plan.comment_sealed();
    4 + 4 * classes + sessions.div_ceil(STEP).max(1) * STEP * session
}

fn info(pack: PackHash) -> Vec<u8> {
    [INFO, &pack.0].concat()
}

/// Bytes that follow from a secret and a content, so that equal content is sealed equally and a second
/// export tells an interceptor nothing.
pub(super) struct Derived(blake3::OutputReader);

impl Derived {
    pub(super) fn new(secret: &[u8; 32], content: &[u8]) -> Self {
        let key = Zeroizing::new(blake3::derive_key("frontline derived randomness 1", secret));
        Self(
            blake3::Hasher::new_keyed(&key)
                .update(content)
                .finalize_xof(),
        )
    }
}

impl Entropy for Derived {
    fn fill(&mut self, out: &mut [u8]) -> Result<()> {
        self.0.fill(out);
        Ok(())
    }
}
