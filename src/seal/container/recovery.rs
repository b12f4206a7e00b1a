//! The recovery sheet: 24 words of the BIP-39 English list, 256 random bits and a checksum.

use std::fmt;

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

use crate::error::{Result, VaultFault};
use crate::seal::secret::{Secret, SystemEntropy};

/// How many words a recovery sheet has.
pub const RECOVERY_WORDS: usize = 24;

/// The words of a recovery sheet: they open the workspace without a passphrase.
pub struct RecoveryWords(Secret<32>);

impl RecoveryWords {
    /// Fresh words.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub fn generate() -> Result<Self> {
        Secret::random(&mut SystemEntropy).map(Self)
    }

    /// Reads what was typed: any case, numbers and commas between words, and the first four letters
    /// of a word are enough.
    ///
    /// # Errors
    /// When a word is not in the list (its number is named), words are missing or too many, or the
    /// checksum shows that one of them is another word.
    pub fn parse(typed: &str) -> Result<Self> {
        let list = Language::English.word_list();
        let mut indices = Zeroizing::new(Vec::with_capacity(RECOVERY_WORDS));
        let parts = typed
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|part| !part.is_empty());
        for (position, part) in parts.enumerate() {
            let word = Zeroizing::new(part.to_lowercase());
            let number = position + 1;
            let found = place_of(list, &word);
            indices.push(found.ok_or(VaultFault::UnknownWord(number))?);
        }
        if indices.len() != RECOVERY_WORDS {
            return Err(VaultFault::WordCount(indices.len()).into());
        }
        let mut phrase = Zeroizing::new(String::with_capacity(RECOVERY_WORDS * 9));
        for index in indices.iter() {
            phrase.push_str(list[*index]);
            phrase.push(' ');
        }
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, phrase.trim_end())
            .map_err(|_| VaultFault::WordsMixed)?;
        let entropy = Zeroizing::new(mnemonic.to_entropy_array().0);
        let mut bits = *entropy.first_chunk().expect("24 words are 32 bytes");
        Ok(Self(Secret::take(&mut bits)))
    }

    /// The words in order, for the sheet.
    #[must_use]
    pub fn words(&self) -> Vec<&'static str> {
        let mnemonic = Mnemonic::from_entropy_in(Language::English, self.bits());
        mnemonic.expect("32 bytes are 24 words").words().collect()
    }

    /// The 256 bits.
    pub(super) fn bits(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

impl Clone for RecoveryWords {
    fn clone(&self) -> Self {
        Self(self.0.duplicate())
    }
}

impl PartialEq for RecoveryWords {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(other.bits())
    }
}

impl Eq for RecoveryWords {}

/// The place of a word; its first four letters are its own in the whole list.
fn place_of(list: &[&str], word: &str) -> Option<usize> {
    let whole = list.iter().position(|known| *known == word);
    whole.or_else(|| {
        let is_prefix = word.chars().count() == 4;
        list.iter()
            .position(|known| is_prefix && known.starts_with(word))
    })
}

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryWords(…)")
    }
}
