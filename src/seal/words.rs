//! Words that people compare and remember: fingerprints of six words, offered passphrases of five.
//! Ten bits a word; the same number has a Russian and an English word.

use std::sync::OnceLock;

use zeroize::Zeroizing;

use super::secret::{Cost, Entropy, random_below};
use crate::domain::Lang;
use crate::error::Result;

/// How many words each list has.
pub const LIST_LENGTH: usize = 1024;
/// How many words a fingerprint has: 60 bits, stretched.
pub const FINGERPRINT_WORDS: usize = 6;
/// How many words an offered passphrase has: 50 bits, stretched by the container.
pub const PASSPHRASE_WORDS: usize = 5;

const FINGERPRINT_SALT: &[u8; 17] = b"frontline words 1";

/// The list of a language.
#[must_use]
pub fn list(lang: Lang) -> &'static [&'static str] {
    static RU: OnceLock<Vec<&'static str>> = OnceLock::new();
    static EN: OnceLock<Vec<&'static str>> = OnceLock::new();
    match lang {
        Lang::Ru => RU.get_or_init(|| include_str!("../../assets/words/ru.txt").lines().collect()),
        // Every second word, so that two neighbours of the alphabet are further apart.
        Lang::En => EN.get_or_init(|| {
            bip39::Language::English
                .word_list()
                .iter()
                .copied()
                .step_by(2)
                .collect()
        }),
    }
}

/// Six words that stand for a pack: on slips, on the poster and on the kiosk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u16; FINGERPRINT_WORDS]);

impl Fingerprint {
    /// The fingerprint of a hash. Each try costs Argon2id at its floor, so that making a second
    /// pack with the same words costs 2⁶⁰ times that.
    ///
    /// # Errors
    /// When the memory is not there.
    pub fn of(hash: &[u8; 32]) -> Result<Self> {
        let mut bits = [0; 8];
        Cost::FLOOR.stretch(hash, FINGERPRINT_SALT, &mut bits)?;
        let mut rest = u64::from_le_bytes(bits);
        let mut words = [0; FINGERPRINT_WORDS];
        for word in &mut words {
            *word = u16::try_from(rest % 1024).expect("below 1,024");
            rest /= 1024;
        }
        Ok(Self(words))
    }

    /// The words in a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> [&'static str; FINGERPRINT_WORDS] {
        self.0
            .map(|number| list(lang).get(usize::from(number)).copied().unwrap_or(""))
    }
}

/// Five random words with spaces between, to be offered as a passphrase.
///
/// # Errors
/// When there is no randomness.
pub fn offered_passphrase(lang: Lang, entropy: &mut dyn Entropy) -> Result<Zeroizing<String>> {
    // Room for the longest words, so that growing leaves no copy behind.
    let mut phrase = Zeroizing::new(String::with_capacity(PASSPHRASE_WORDS * 20));
    for number in 0..PASSPHRASE_WORDS {
        if number > 0 {
            phrase.push(' ');
        }
        let drawn = random_below(entropy, 1024)?;
        let word = usize::try_from(drawn).ok().and_then(|i| list(lang).get(i));
        phrase.push_str(word.copied().unwrap_or(""));
    }
    Ok(phrase)
}
