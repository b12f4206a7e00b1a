//! Releases (`.flrelease`): what a witness hands back to HR, once per wave: inner records by group,
//! sealed to the wave key, signed by the witness.

use super::Watch;
use super::bag::Bag;
use super::bundle::Derived;
use super::bytes::{Reader, Writer};
use super::envelope;
use super::keys::{PrivateKey, SIGNATURE_BYTES, SigningKey};
use super::opened::{OpenedAnswers, open_sorted};
use super::plan::{FrozenPlan, WaveId};
use super::record::{COMMENT_INNER, SMALL_INNER};
use super::sorting::{GroupRecords, Sorted};
use crate::error::{Result, SealFault};

const MAGIC: &[u8; 8] = b"FL-RELSE";
const VERSION: u16 = 1;
/// The most bytes of a release.
pub const MOST_BYTES: usize = 2 << 30;
const INFO: &[u8] = b"frontline release 1";
/// The body is padded to a multiple of this.
const STEP: usize = 64 * 1024;

/// What stands in a release for everybody to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReleaseHead {
    /// The wave.
    pub wave: WaveId,
    /// BLAKE3 of the batch that was released.
    pub batch: [u8; 32],
    /// Which witness, by position in the plan.
    pub witness: u8,
}

/// Reads the head of a release, for looking up its wave.
///
/// # Errors
/// When it is no release.
pub fn head_of(bytes: &[u8]) -> Result<ReleaseHead> {
    read_head(&mut Reader::of_kind(bytes, MAGIC, VERSION, MOST_BYTES)?)
}

fn read_head(from: &mut Reader<'_>) -> Result<ReleaseHead> {
    Ok(ReleaseHead {
        wave: WaveId(from.array()?),
        batch: from.array()?,
        witness: from.u8()?,
    })
}

/// Makes the file. Equal content gives equal bytes, so that a release lost on its way can be made again.
pub(super) fn seal(
    head: ReleaseHead,
    sorted: &Sorted,
    plan: &FrozenPlan,
    witness: &SigningKey,
) -> Result<Vec<u8>> {
    let mut body = Writer::new();
    body.count(sorted.groups.len())?;
    for group in &sorted.groups {
        body.count(group.classes.len())?;
        for class in &group.classes {
            body.u16(*class);
        }
        body.u32(group.sessions);
        group.small.write(&mut body)?;
        group.comments.write(&mut body)?;
    }
    sorted.company.write(&mut body)?;
    let mut body = body.into_bytes();
    body.resize(body.len().div_ceil(STEP) * STEP, 0);
    let mut source = Derived::new(witness.seed().expose(), &body);
    let sealed = envelope::seal(&plan.wave_key, &info(head), &body, &mut source)?;
    let mut out = Writer::of_kind(MAGIC, VERSION);
    write_head(&mut out, head);
    out.raw(&sealed);
    let signature = witness.sign(out.written());
    out.raw(&signature);
    let bytes = out.into_bytes();
    if bytes.len() > MOST_BYTES {
        return Err(SealFault::TooLarge.into());
    }
    Ok(bytes)
}

/// Checks a witness's signature and opens the answers with the wave key. Whole or not at all.
///
/// # Errors
/// [`SealFault::OtherWave`], [`SealFault::SignatureWrong`], [`SealFault::CannotOpen`], or
/// [`SealFault::Damaged`] when groups are too small or do not cover the plan.
pub fn open_release(
    bytes: &[u8],
    plan: &FrozenPlan,
    wave: &PrivateKey,
    watch: Watch<'_>,
) -> Result<OpenedAnswers> {
    let head = head_of(bytes)?;
    if head.wave != plan.id() {
        return Err(SealFault::OtherWave.into());
    }
    // A file that breaks off is told by its size, before anything is computed over it.
    if !is_padded(bytes) {
        return Err(SealFault::Damaged.into());
    }
    let witness = plan.witnesses.get(usize::from(head.witness));
    let message = witness
        .ok_or(SealFault::NotTheWitness)?
        .verify_key
        .open(bytes)?;
    let mut from = Reader::of_kind(message, MAGIC, VERSION, MOST_BYTES)?;
    read_head(&mut from)?;
    let body = envelope::open(wave, &info(head), from.rest())?;
    let sorted = read(&body)?;
    check(&sorted, plan)?;
    open_sorted(&sorted, plan, wave, watch)
}

/// Is the size of a release what padding makes it?
pub(super) fn is_padded(bytes: &[u8]) -> bool {
    let around = MAGIC.len() + 2 + 32 + 32 + 1 + envelope::OVERHEAD + SIGNATURE_BYTES;
    let body = bytes.len().checked_sub(around);
    body.is_some_and(|body| body > 0 && body.is_multiple_of(STEP))
}

fn write_head(out: &mut Writer, head: ReleaseHead) {
    out.raw(&head.wave.0);
    out.raw(&head.batch);
    out.u8(head.witness);
}

fn read(body: &[u8]) -> Result<Sorted> {
    let mut from = Reader::new(body);
    let mut groups = Vec::new();
    for _ in 0..from.count(16)? {
        let mut classes = Vec::new();
        for _ in 0..from.count(2)? {
            classes.push(from.u16()?);
        }
        groups.push(GroupRecords {
            classes,
            sessions: from.u32()?,
            small: Bag::read(&mut from, SMALL_INNER)?,
            comments: Bag::read(&mut from, COMMENT_INNER)?,
        });
    }
    let company = Bag::read(&mut from, SMALL_INNER)?;
    if from.left() >= STEP {
        return Err(SealFault::Damaged.into());
    }
    from.zeros(from.left())?;
    from.end()?;
    Ok(Sorted { groups, company })
}

/// Every class in exactly one group, every group large enough, records of whole sheets.
fn check(sorted: &Sorted, plan: &FrozenPlan) -> Result<()> {
    let layout = &plan.layout;
    let mut classes = sorted
        .groups
        .iter()
        .flat_map(|group| group.classes.iter().copied().map(usize::from))
        .collect::<Vec<_>>();
    classes.sort_unstable();
    let mut total = 0;
    let mut is_whole = classes.into_iter().eq(0..plan.classes.len());
    for group in &sorted.groups {
        let sessions = usize::try_from(group.sessions).map_err(|_| SealFault::Damaged)?;
        total += sessions;
        is_whole &= group.sessions >= plan.policy.min_group.get()
            && Some(group.small.len()) == sessions.checked_mul(layout.class_blocks().len())
            && Some(group.comments.len()) == sessions.checked_mul(layout.comments().len());
    }
    let views = total * usize::from(layout.has_company_view());
    if is_whole && sorted.company.len() == views {
        Ok(())
    } else {
        Err(SealFault::Damaged.into())
    }
}

fn info(head: ReleaseHead) -> Vec<u8> {
    [INFO, &head.wave.0, &head.batch, &[head.witness]].concat()
}
