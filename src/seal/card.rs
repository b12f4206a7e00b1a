//! The card of a witness: the name and the public keys that HR puts into plans. HR compares its six
//! words with the witness in person or by telephone; nothing in the file itself proves whose it is.
//!
//! Layout, version 1: `FL-WCARD`, version (2), name (length 4, UTF-8), X25519 key (32), Ed25519 key
//! (32), BLAKE3 of everything before (32).

use super::bytes::{Reader, Writer};
use super::keys::{PublicKey, VerifyKey};
use super::plan::WitnessCard;
use super::words::Fingerprint;
use crate::error::{Result, SealFault};

const MAGIC: &[u8; 8] = b"FL-WCARD";
const VERSION: u16 = 1;
const MOST_BYTES: usize = 1_024;
const MOST_NAME: usize = 512;
const TRAILER: usize = 32;

impl WitnessCard {
    /// The card as a file.
    ///
    /// # Errors
    /// When the name is too long.
    pub fn encode(&self) -> Result<Vec<u8>> {
        if self.name.trim().is_empty() || self.name.len() > MOST_NAME {
            return Err(SealFault::TooLarge.into());
        }
        let mut out = Writer::of_kind(MAGIC, VERSION);
        out.text(&self.name)?;
        out.raw(self.seal_key.as_bytes());
        out.raw(self.verify_key.as_bytes());
        let trailer = *blake3::hash(out.written()).as_bytes();
        out.raw(&trailer);
        Ok(out.into_bytes())
    }

    /// Reads a card file.
    ///
    /// # Errors
    /// When it is none, damaged, or names a key that must not be used.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut from = Reader::of_kind(bytes, MAGIC, VERSION, MOST_BYTES)?;
        let card = Self {
            name: from.text(MOST_NAME)?.to_owned(),
            seal_key: PublicKey::from_bytes(&from.array()?)?,
            verify_key: VerifyKey::from_bytes(&from.array()?)?,
        };
        let trailer: [u8; TRAILER] = from.array()?;
        from.end()?;
        let body = bytes.len() - TRAILER;
        let is_whole = blake3::hash(bytes.get(..body).unwrap_or_default()) == trailer;
        if !is_whole || card.name.trim().is_empty() {
            return Err(SealFault::Damaged.into());
        }
        Ok(card)
    }

    /// The six words that HR and the witness compare.
    ///
    /// # Errors
    /// When there is no memory to stretch them.
    pub fn fingerprint(&self) -> Result<Fingerprint> {
        Fingerprint::of(blake3::hash(&self.encode()?).as_bytes())
    }
}
