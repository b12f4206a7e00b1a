//! Access codes: eleven random characters and one that catches misreadings. Printed on slips, typed
//! once, never stored; the pack holds what Argon2id makes of them.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use super::secret::{Cost, Entropy, Secret};
use crate::error::{Result, SealFault};

/// Characters of a code, the check character included.
pub const CODE_LENGTH: usize = 12;
/// Bytes of what the pack keeps of a code.
pub const VERIFIER_BYTES: usize = 16;
/// What the pack keeps of a code.
pub type Verifier = [u8; VERIFIER_BYTES];

/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LABEL: &[u8] = b"frontline code 1";
const EXIT_LABEL: &[u8] = b"frontline exit 1";

/// An access code.
pub struct Code(Secret<CODE_LENGTH>);

impl Code {
    /// A fresh code: 55 random bits.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn random(entropy: &mut dyn Entropy) -> Result<Self> {
        let mut values = Secret::<CODE_LENGTH>::random(entropy)?;
        for value in values.expose_mut() {
            *value &= 31;
        }
        Ok(Self::with_check(values))
    }

    /// The code of eleven values from 0 to 31 (higher bits are dropped).
    #[must_use]
    pub fn from_values(from: &[u8; CODE_LENGTH - 1]) -> Self {
        let mut values = Secret::zeroed();
        for (value, from) in values.expose_mut().iter_mut().zip(from) {
            *value = from & 31;
        }
        Self::with_check(values)
    }

    fn with_check(mut values: Secret<CODE_LENGTH>) -> Self {
        let [body @ .., check] = values.expose_mut();
        // Σ 2^i · value = 0 in GF(32), solved for the last value.
        let sum = weighted(body);
        *check = (0..32)
            .find(|value| multiply(power(CODE_LENGTH - 1), *value) == sum)
            .expect("every sum has a solution in a field");
        Self(values)
    }

    /// Reads what somebody typed: any case, spaces and dashes, O for 0, I and L for 1, and Cyrillic
    /// letters that look like Latin ones.
    ///
    /// # Errors
    /// [`SealFault::CodeMisread`].
    pub fn parse(text: &str) -> Result<Self> {
        let mut values = Secret::zeroed();
        let mut slots = values.expose_mut().iter_mut();
        for letter in text.chars().filter(|letter| !is_separator(*letter)) {
            let value = value_of(letter).ok_or(SealFault::CodeMisread)?;
            *slots.next().ok_or(SealFault::CodeMisread)? = value;
        }
        if slots.next().is_some() || weighted(values.expose()) != 0 {
            return Err(SealFault::CodeMisread.into());
        }
        Ok(Self(values))
    }

    /// The code as printed: `ABCD-EFGH-JKMN`.
    #[must_use]
    pub fn shown(&self) -> Zeroizing<String> {
        let mut shown = Zeroizing::new(String::with_capacity(CODE_LENGTH + 2));
        for (place, letter) in self.letters().iter().enumerate() {
            if place > 0 && place % 4 == 0 {
                shown.push('-');
            }
            shown.push(char::from(*letter));
        }
        shown
    }

    fn letters(&self) -> Zeroizing<[u8; CODE_LENGTH]> {
        Zeroizing::new(
            self.0
                .expose()
                .map(|value| ALPHABET[usize::from(value & 31)]),
        )
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// Makes verifiers of codes and of the exit password.
pub trait CodeHash: Sync {
    /// Sixteen bytes of a labelled secret under a salt.
    ///
    /// # Errors
    /// When the memory is not there.
    fn verifier(&self, labelled: &[u8], salt: &[u8; 16], cost: Cost) -> Result<Verifier>;
}

/// Argon2id at the pack's cost: the only one the program uses.
#[derive(Debug, Default, Clone, Copy)]
pub struct Argon2idHash;

impl CodeHash for Argon2idHash {
    fn verifier(&self, labelled: &[u8], salt: &[u8; 16], cost: Cost) -> Result<Verifier> {
        let mut verifier = [0; VERIFIER_BYTES];
        cost.stretch(labelled, salt, &mut verifier)?;
        Ok(verifier)
    }
}

/// How a pack turns codes into verifiers.
#[derive(Clone, Copy)]
pub struct Checking<'a> {
    /// The function.
    pub hash: &'a dyn CodeHash,
    /// The pack's salt.
    pub salt: [u8; 16],
    /// The pack's cost.
    pub cost: Cost,
}

impl Checking<'_> {
    /// What the pack keeps of a code.
    ///
    /// # Errors
    /// When the memory is not there.
    pub fn code(&self, code: &Code) -> Result<Verifier> {
        self.labelled(CODE_LABEL, code.letters().as_slice())
    }

    /// What the pack keeps of the exit password.
    ///
    /// # Errors
    /// When the memory is not there.
    pub fn exit(&self, password: &str) -> Result<Verifier> {
        self.labelled(EXIT_LABEL, password.as_bytes())
    }

    fn labelled(&self, label: &[u8], secret: &[u8]) -> Result<Verifier> {
        let mut input = Vec::with_capacity(label.len() + secret.len());
        input.extend_from_slice(label);
        input.extend_from_slice(secret);
        let verifier = self.hash.verifier(&input, &self.salt, self.cost);
        input.zeroize();
        verifier
    }
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '‑' | '−' | '.' | '_')
}

fn value_of(letter: char) -> Option<u8> {
    let upper = letter.to_uppercase().next()?;
    let latin = match upper {
        'О' | 'O' => '0',
        'I' | 'L' => '1',
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        other => other,
    };
    let byte = u8::try_from(latin).ok()?;
    ALPHABET
        .iter()
        .position(|known| *known == byte)
        .and_then(|value| u8::try_from(value).ok())
}

/// Σ 2^i · value in GF(32) = `GF(2)[x] / (x⁵ + x² + 1)`. All weights differ and none is zero, so one
/// wrong character, or any two that change places, never cancel out.
fn weighted(values: &[u8]) -> u8 {
    values.iter().enumerate().fold(0, |sum, (place, value)| {
        sum ^ multiply(power(place), *value)
    })
}

fn power(exponent: usize) -> u8 {
    (0..exponent).fold(1, |value, _| multiply(value, 2))
}

fn multiply(left: u8, right: u8) -> u8 {
    let mut product = 0_u8;
    let mut shifted = left;
    for bit in 0..5 {
        if right >> bit & 1 == 1 {
            product ^= shifted;
        }
        shifted <<= 1;
        if shifted & 0b10_0000 != 0 {
            shifted ^= 0b10_0101;
        }
    }
    product
}
