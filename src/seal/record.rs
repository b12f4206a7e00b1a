//! Sealing a record twice: the answers to HR's wave key, the class label around them to the witnesses
//! (at level 1 to the wave key too). Sizes depend on the plan alone.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use zeroize::Zeroizing;

use super::envelope;
use super::keys::PrivateKey;
use super::layout::{COMMENT_BYTES, SMALL_BYTES};
use super::pack::PackHash;
use super::plan::{COMPANY, FrozenPlan, WaveId};
use super::secret::{Entropy, Secret};
use super::sheet::Records;
use crate::error::{Error, Result, SealFault};
use crate::seal::layout::BlockKind;

const RECORD_INFO: &[u8] = b"frontline record 1";
const CLASS_INFO: &[u8] = b"frontline class 1";
const CLASS_BYTES: usize = 2;
const TAG: usize = 16;
/// Bytes of the content key sealed to one recipient.
const SLOT: usize = 32 + envelope::OVERHEAD;

/// Bytes of an inner small record, sealed to the wave key alone.
pub const SMALL_INNER: usize = SMALL_BYTES + envelope::OVERHEAD;
/// Bytes of an inner comment.
pub const COMMENT_INNER: usize = COMMENT_BYTES + envelope::OVERHEAD;

/// Bytes of a record of `plain` bytes sealed for so many recipients of the class.
#[must_use]
pub const fn sealed_size(plain: usize, recipients: usize) -> usize {
    recipients * SLOT + CLASS_BYTES + plain + envelope::OVERHEAD + TAG
}

/// The sealed records of one sheet.
#[derive(Debug)]
pub struct SealedSheet {
    /// Small records, equally long.
    pub small: Vec<Vec<u8>>,
    /// Comments, equally long.
    pub comments: Vec<Vec<u8>>,
}

/// Seals records of one station.
#[derive(Clone, Copy)]
pub struct Sealer<'a> {
    /// The wave.
    pub plan: &'a FrozenPlan,
    /// The station's pack.
    pub pack: PackHash,
}

impl Sealer<'_> {
    /// Seals all records of a sheet. Each has randomness of its own; nothing ties them together.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn sheet(
        &self,
        class: u16,
        records: &Records,
        entropy: &mut dyn Entropy,
    ) -> Result<SealedSheet> {
        let mut small = Vec::with_capacity(records.small.len());
        for record in &records.small {
            let label = match record.kind {
                BlockKind::CompanyView => COMPANY,
                BlockKind::Dimension | BlockKind::Single => class,
            };
            small.push(self.record(label, record.bytes.as_slice(), entropy)?);
        }
        let mut comments = Vec::with_capacity(records.comments.len());
        for record in &records.comments {
            comments.push(self.record(class, record.as_slice(), entropy)?);
        }
        Ok(SealedSheet { small, comments })
    }

    /// Seals one record.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn record(&self, class: u16, plain: &[u8], entropy: &mut dyn Entropy) -> Result<Vec<u8>> {
        let id = self.plan.id();
        let inner = envelope::seal(&self.plan.wave_key, &record_info(id), plain, entropy)?;
        let content_key = Secret::<32>::random(entropy)?;
        let keys = self.plan.class_keys();
        let mut sealed = Vec::with_capacity(sealed_size(plain.len(), keys.len()));
        let info = class_info(id, self.pack);
        for key in &keys {
            let slot = envelope::seal(key, &info, content_key.expose(), entropy)?;
            sealed.extend_from_slice(&slot);
        }
        let mut body = Vec::with_capacity(CLASS_BYTES + inner.len());
        body.extend_from_slice(&class.to_le_bytes());
        body.extend_from_slice(&inner);
        let body = Zeroizing::new(body);
        let locked = cipher(&content_key)
            .encrypt(
                &Nonce::default(),
                Payload {
                    msg: &body,
                    aad: &sealed,
                },
            )
            .map_err(|_| Error::from(SealFault::TooLarge))?;
        sealed.extend_from_slice(&locked);
        Ok(sealed)
    }
}

/// Opens the outer layer of the records of one station.
#[derive(Clone, Copy)]
pub struct ClassOpener<'a> {
    /// The wave.
    pub wave: WaveId,
    /// The station's pack.
    pub pack: PackHash,
    /// How many recipients each record has.
    pub recipients: usize,
    /// Which of them we are.
    pub slot: usize,
    /// Our key.
    pub key: &'a PrivateKey,
}

impl ClassOpener<'_> {
    /// The class label and the inner record.
    ///
    /// # Errors
    /// [`SealFault::CannotOpen`].
    pub fn open(&self, sealed: &[u8]) -> Result<(u16, Vec<u8>)> {
        let cannot = || Error::from(SealFault::CannotOpen);
        let slots = self.recipients * SLOT;
        let (header, locked) = sealed.split_at_checked(slots).ok_or_else(cannot)?;
        let own = header
            .chunks_exact(SLOT)
            .nth(self.slot)
            .ok_or_else(cannot)?;
        let opened = envelope::open(self.key, &class_info(self.wave, self.pack), own)?;
        let mut content_key = Secret::zeroed();
        if opened.len() != content_key.expose().len() {
            return Err(cannot());
        }
        content_key.expose_mut().copy_from_slice(&opened);
        let payload = Payload {
            msg: locked,
            aad: header,
        };
        let body = cipher(&content_key)
            .decrypt(&Nonce::default(), payload)
            .map_err(|_| cannot())?;
        let (class, inner) = body.split_first_chunk::<CLASS_BYTES>().ok_or_else(cannot)?;
        Ok((u16::from_le_bytes(*class), inner.to_vec()))
    }
}

/// Opens an inner record with the wave key.
///
/// # Errors
/// [`SealFault::CannotOpen`].
pub fn open_inner(key: &PrivateKey, wave: WaveId, inner: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    envelope::open(key, &record_info(wave), inner)
}

fn cipher(key: &Secret<32>) -> ChaCha20Poly1305 {
    // The key serves one record only, so the nonce may be zero.
    ChaCha20Poly1305::new(&Key::from(*key.expose()))
}

fn record_info(wave: WaveId) -> Vec<u8> {
    [RECORD_INFO, &wave.0].concat()
}

/// The wave stands beside the pack: a witness sees pack hashes without packs, and a made-up plan that
/// names the packs of another wave must not open that wave's records a second time.
fn class_info(wave: WaveId, pack: PackHash) -> Vec<u8> {
    [CLASS_INFO, &wave.0, &pack.0].concat()
}
