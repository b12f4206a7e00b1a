//! The keys of a container and how they are derived. They never leave this folder.

use chacha20poly1305::aead::AeadInOut as _;
use chacha20poly1305::{KeyInit as _, Tag, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::header::ContainerId;
use crate::error::Result;
use crate::seal::secret::{self, Cost, Secret, SystemEntropy};

/// Bytes of the tag of a sealed piece.
pub(super) const TAG: usize = 16;
/// Bytes of a nonce.
pub(super) const NONCE: usize = 24;

/// Fresh random bytes from the system that are no secret.
pub(super) fn random<const N: usize>() -> Result<[u8; N]> {
    secret::random(&mut SystemEntropy)
}

/// A key of 256 bits.
#[derive(Debug)]
pub(super) struct Key(Secret<32>);

impl Clone for Key {
    fn clone(&self) -> Self {
        Self(self.0.duplicate())
    }
}

impl Key {
    pub(super) fn generate() -> Result<Self> {
        Secret::random(&mut SystemEntropy).map(Self)
    }

    pub(super) fn take(mut bytes: [u8; 32]) -> Self {
        Self(Secret::take(&mut bytes))
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// Argon2id of a passphrase.
    pub(super) fn from_passphrase(passphrase: &str, salt: &[u8; 16], cost: Cost) -> Result<Self> {
        let mut key = Secret::zeroed();
        cost.stretch(passphrase.as_bytes(), salt, key.expose_mut())?;
        Ok(Self(key))
    }

    /// The key of recovery words: their 256 bits need no stretching.
    pub(super) fn from_words(bits: &[u8; 32], salt: &[u8; 16]) -> Self {
        let mut material = Zeroizing::new([0; 48]);
        material[..32].copy_from_slice(bits);
        material[32..].copy_from_slice(salt);
        let context = "frontline container 1 recovery words";
        Self::take(blake3::derive_key(context, material.as_slice()))
    }

    /// A key for one purpose, bound to the container.
    pub(super) fn derive(&self, purpose: Purpose, id: ContainerId) -> Self {
        let mut material = Zeroizing::new([0; 32 + 16 + 2]);
        material[..32].copy_from_slice(self.bytes());
        material[32..48].copy_from_slice(&id.bytes());
        material[48..].copy_from_slice(&purpose.detail().to_le_bytes());
        Self::take(blake3::derive_key(purpose.context(), material.as_slice()))
    }

    /// Keyed hash: only who has the key can make it.
    pub(super) fn mac(&self, bytes: &[u8]) -> [u8; 32] {
        *blake3::keyed_hash(self.bytes(), bytes).as_bytes()
    }

    pub(super) fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.bytes().into())
    }
}

/// What a derived key is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    /// Proves the header.
    Header,
    /// Seals names of holders.
    Names,
    /// Seals the section of this kind.
    Section(u16),
}

impl Purpose {
    const fn context(self) -> &'static str {
        match self {
            Self::Header => "frontline container 1 header",
            Self::Names => "frontline container 1 names of holders",
            Self::Section(_) => "frontline container 1 section",
        }
    }

    const fn detail(self) -> u16 {
        match self {
            Self::Header | Self::Names => 0,
            Self::Section(kind) => kind,
        }
    }
}

/// Seals bytes in place; gives the tag.
pub(super) fn seal(
    cipher: &XChaCha20Poly1305,
    nonce: [u8; NONCE],
    bound: &[u8],
    bytes: &mut [u8],
) -> [u8; TAG] {
    let sealed = cipher.encrypt_inout_detached(&XNonce::from(nonce), bound, bytes.into());
    sealed.expect("a chunk is far below the cipher's limit").0
}

/// Opens bytes in place; false where they are not what was sealed.
pub(super) fn open(
    cipher: &XChaCha20Poly1305,
    nonce: [u8; NONCE],
    bound: &[u8],
    (bytes, tag): (&mut [u8], [u8; TAG]),
) -> bool {
    cipher
        .decrypt_inout_detached(&XNonce::from(nonce), bound, bytes.into(), &Tag::from(tag))
        .is_ok()
}
