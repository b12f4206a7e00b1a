//! HPKE (RFC 9180), base mode, one fixed suite: X25519, HKDF-SHA256, ChaCha20-Poly1305. What is
//! sealed is 48 bytes longer than what goes in: 32 bytes of ephemeral key in front, 16 of tag behind.

use std::convert::Infallible;

use hpke::aead::{AeadTag, ChaCha20Poly1305 as Cipher};
use hpke::inout::InOutBuf;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::{Zeroize, Zeroizing};

use super::keys::{PrivateKey, PublicKey};
use super::secret::{Entropy, Secret};
use crate::error::{Error, Result, SealFault};

type Suite = X25519HkdfSha256;

/// Bytes of the ephemeral key.
const ENCAPSULATED: usize = 32;
/// By how much sealing lengthens.
pub const OVERHEAD: usize = ENCAPSULATED + TAG;
const TAG: usize = 16;

/// Seals `plaintext` to a key; `info` says what for.
///
/// # Errors
/// When there is no randomness or the key is unusable.
pub fn seal(
    to: &PublicKey,
    info: &[u8],
    plaintext: &[u8],
    entropy: &mut dyn Entropy,
) -> Result<Vec<u8>> {
    let key = <Suite as Kem>::PublicKey::from_bytes(to.as_bytes())
        .map_err(|_| Error::from(SealFault::KeyRefused))?;
    let mut source = Drawn::from(entropy)?;
    let mut bytes = vec![0; ENCAPSULATED];
    bytes.reserve_exact(plaintext.len() + TAG);
    bytes.extend_from_slice(plaintext);
    let (head, body) = bytes.split_at_mut(ENCAPSULATED);
    let (encapsulated, tag) =
        hpke::single_shot_seal_inout_detached_with_rng::<Cipher, HkdfSha256, Suite>(
            &OpModeS::Base,
            &key,
            info,
            InOutBuf::from(body),
            &[],
            &mut source,
        )
        .map_err(|_| Error::from(SealFault::KeyRefused))?;
    head.copy_from_slice(&encapsulated.to_bytes());
    bytes.extend_from_slice(&tag.to_bytes());
    Ok(bytes)
}

/// Opens what [`seal`] made.
///
/// # Errors
/// [`SealFault::CannotOpen`] when it was sealed to another key, for another purpose, or altered.
pub fn open(with: &PrivateKey, info: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let cannot = || Error::from(SealFault::CannotOpen);
    let (encapsulated, body) = sealed.split_at_checked(ENCAPSULATED).ok_or_else(cannot)?;
    let encapsulated =
        <Suite as Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| cannot())?;
    let key =
        <Suite as Kem>::PrivateKey::from_bytes(with.secret().expose()).map_err(|_| cannot())?;
    let (body, tag) = body.split_last_chunk::<TAG>().ok_or_else(cannot)?;
    let tag = AeadTag::<Cipher>::from_bytes(tag).map_err(|_| cannot())?;
    let mut opened = Zeroizing::new(body.to_vec());
    hpke::single_shot_open_inout_detached::<Cipher, HkdfSha256, Suite>(
        &OpModeR::Base,
        &key,
        &encapsulated,
        info,
        InOutBuf::from(opened.as_mut_slice()),
        &[],
        &tag,
    )
    .map_err(|_| cannot())?;
    Ok(opened)
}

/// The public half of a private key.
pub(super) fn public_of(secret: &Secret<32>) -> [u8; 32] {
    let key = <Suite as Kem>::PrivateKey::from_bytes(secret.expose())
        .expect("any 32 bytes are a private key");
    Suite::sk_to_pk(&key).to_bytes().into()
}

/// Is it a key that may be sealed to: below the field's prime, and of no small order?
pub(super) fn is_usable(bytes: &[u8; 32]) -> bool {
    let Ok(key) = <Suite as Kem>::PublicKey::from_bytes(bytes) else {
        return false;
    };
    // A small order shows itself as an all-zero secret, which the suite refuses.
    is_canonical(bytes) && Suite::encap_with_rng(&key, None, &mut Drawn::fixed()).is_ok()
}

/// Is the little-endian number below 2²⁵⁵ − 19?
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let is_high = bytes[1..31].iter().all(|byte| *byte == 0xFF) && bytes[31] & 0x7F == 0x7F;
    bytes[31] & 0x80 == 0 && !(is_high && bytes[0] >= 0xED)
}

/// 32 drawn bytes, handed to HPKE as the keying material of its ephemeral key. Drawing beforehand
/// lets a failing source be an error instead of a panic.
struct Drawn {
    bytes: [u8; 32],
    is_used: bool,
}

impl Drawn {
    fn from(entropy: &mut dyn Entropy) -> Result<Self> {
        let mut drawn = Self::fixed();
        entropy.fill(&mut drawn.bytes)?;
        Ok(drawn)
    }

    const fn fixed() -> Self {
        Self {
            bytes: [0x5A; 32],
            is_used: false,
        }
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

impl TryRng for Drawn {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        if self.is_used || out.len() != self.bytes.len() {
            // HPKE asks once for 32 bytes; should a later version ask otherwise, it gets a stream
            // that never repeats instead.
            let mut stream = blake3::Hasher::new_derive_key("frontline hpke randomness 1");
            stream.update(&self.bytes);
            stream.finalize_xof().fill(out);
            self.bytes = *stream.update(b"next").finalize().as_bytes();
        } else {
            out.copy_from_slice(&self.bytes);
        }
        self.is_used = true;
        Ok(())
    }
}

impl TryCryptoRng for Drawn {}
