//! Key pairs: Ed25519 for signing (company, station, witness), X25519 for sealing (wave, witness).
//! Private halves wipe themselves and never show themselves.

use std::fmt;

use ed25519_dalek::{Signature, Signer};

use super::envelope;
use super::secret::{Entropy, Secret};
use crate::error::{Error, Result, SealFault};

/// Bytes of a signature.
pub const SIGNATURE_BYTES: usize = 64;

/// The private half of an Ed25519 key.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// A fresh key.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn random(entropy: &mut dyn Entropy) -> Result<Self> {
        Ok(Self::from_seed(&Secret::random(entropy)?))
    }

    /// The key of a seed.
    #[must_use]
    pub fn from_seed(seed: &Secret<32>) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed.expose()))
    }

    /// The seed, for the container that keeps it.
    #[must_use]
    pub fn seed(&self) -> Secret<32> {
        Secret::take(&mut self.0.to_bytes())
    }

    /// The public half.
    #[must_use]
    pub fn verify_key(&self) -> VerifyKey {
        VerifyKey(self.0.verifying_key().to_bytes())
    }

    /// A signature over `message`, which starts with the magic word of its kind.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_BYTES] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

/// The public half of an Ed25519 key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct VerifyKey([u8; 32]);

impl VerifyKey {
    /// A key from a file.
    ///
    /// # Errors
    /// When it is no point of the curve, or one for which everything verifies.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(bytes)
            .map_err(|_| Error::from(SealFault::KeyRefused))?;
        // A second spelling of the same point would give a plan two identities.
        if key.is_weak() || key.to_edwards().compress().to_bytes() != *bytes {
            return Err(SealFault::KeyRefused.into());
        }
        Ok(Self(*bytes))
    }

    /// The bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Is the signature by this key? The strict rules: no small-order points, no second spelling.
    ///
    /// # Errors
    /// [`SealFault::SignatureWrong`].
    pub fn verify(&self, message: &[u8], signature: &[u8; SIGNATURE_BYTES]) -> Result<()> {
        ed25519_dalek::VerifyingKey::from_bytes(&self.0)
            .and_then(|key| key.verify_strict(message, &Signature::from_bytes(signature)))
            .map_err(|_| SealFault::SignatureWrong.into())
    }

    /// Splits `signed` into message and trailing signature, and checks it.
    ///
    /// # Errors
    /// [`SealFault::Damaged`] when it is too short, [`SealFault::SignatureWrong`].
    pub fn open<'a>(&self, signed: &'a [u8]) -> Result<&'a [u8]> {
        let (message, signature) = signed
            .split_last_chunk::<SIGNATURE_BYTES>()
            .ok_or_else(|| Error::from(SealFault::Damaged))?;
        self.verify(message, signature)?;
        Ok(message)
    }
}

/// The private half of an X25519 key: opens what was sealed to its public half.
pub struct PrivateKey(Secret<32>);

impl PrivateKey {
    /// A fresh key.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn random(entropy: &mut dyn Entropy) -> Result<Self> {
        Ok(Self(Secret::random(entropy)?))
    }

    /// The key of 32 secret bytes.
    #[must_use]
    pub const fn from_secret(secret: Secret<32>) -> Self {
        Self(secret)
    }

    /// The bytes, for the container that keeps them.
    #[must_use]
    pub const fn secret(&self) -> &Secret<32> {
        &self.0
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(envelope::public_of(&self.0))
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

/// The public half of an X25519 key: seals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// A key from a file.
    ///
    /// # Errors
    /// When it is one of the few points whose secrets are known to everybody, or a second spelling
    /// of a point.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self> {
        if !envelope::is_usable(bytes) {
            return Err(SealFault::KeyRefused.into());
        }
        Ok(Self(*bytes))
    }

    /// The bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}
