//! How many guesses a passphrase would stand, said cautiously. Must not keep or show the passphrase.
//!
//! People choose words, dates and rows of keys, so letters are counted as language (about two bits
//! each, after Shannon's measurements of running text), not as random signs; repetitions, runs and
//! the best-known passwords count next to nothing. The estimate errs on the low side for random
//! strings: that only asks for a few letters more.

/// How strong a passphrase is, in steps that can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Guessed too soon; refused.
    Weak,
    /// Enough against a curious colleague.
    Fair,
    /// Enough against somebody with a good computer and months of time.
    Good,
    /// Out of reach.
    Strong,
}

/// An estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    /// Bits: each doubles the work of guessing.
    pub bits: f64,
    /// The grade.
    pub grade: Grade,
}

impl Strength {
    /// Is it refused?
    #[must_use]
    pub fn is_weak(self) -> bool {
        self.grade == Grade::Weak
    }
}

/// Bits from which a grade begins. With a second a guess, 24 bits are half a year on one computer;
/// five words of our list (50 bits) are millions of years.
const FAIR: f64 = 24.0;
const GOOD: f64 = 34.0;
const STRONG: f64 = 44.0;
/// Fewer letters are weak, whatever they are.
const LEAST_LETTERS: usize = 8;

/// The most used passwords and what they are made of, in Latin and Cyrillic and with the keyboard in
/// the other language. Written as code points, since words do not belong in sources.
const KNOWN: &[&str] = &[
    "password",
    "passwort",
    "qwerty",
    "qwertz",
    "azerty",
    "asdf",
    "zxcv",
    "admin",
    "welcome",
    "letmein",
    "login",
    "master",
    "secret",
    "dragon",
    "monkey",
    "iloveyou",
    "football",
    "frontline",
    "company",
    "summer",
    "winter",
    "spring",
    "autumn",
    "gfhjkm",
    "ghbdtn",
    "parol",
    "privet",
    "\u{43f}\u{430}\u{440}\u{43e}\u{43b}\u{44c}",
    "\u{439}\u{446}\u{443}\u{43a}\u{435}\u{43d}",
    "\u{444}\u{44b}\u{432}\u{430}",
    "\u{44f}\u{447}\u{441}\u{43c}",
    "\u{43f}\u{440}\u{438}\u{432}\u{435}\u{442}",
    "\u{43b}\u{44e}\u{431}\u{43e}\u{432}\u{44c}",
    "\u{43a}\u{43e}\u{43c}\u{43f}\u{430}\u{43d}\u{438}\u{44f}",
];
/// Bits of a well-known piece.
const KNOWN_BITS: f64 = 4.0;

/// Estimates a passphrase.
#[must_use]
pub fn estimate(passphrase: &str) -> Strength {
    let letters: Vec<char> = passphrase.chars().collect();
    let mut bits = 0.0;
    let mut place = 0;
    while place < letters.len() {
        if let Some(length) = known_at(&letters, place) {
            bits += KNOWN_BITS;
            place += length;
        } else {
            bits += bits_of(&letters, place);
            place += 1;
        }
    }
    let different = {
        let mut sorted = letters.clone();
        sorted.sort_unstable();
        sorted.dedup();
        sorted.len()
    };
    let grade = if letters.len() < LEAST_LETTERS || different < 5 || bits < FAIR {
        Grade::Weak
    } else if bits < GOOD {
        Grade::Fair
    } else if bits < STRONG {
        Grade::Good
    } else {
        Grade::Strong
    };
    Strength { bits, grade }
}

/// The length of a well-known piece that starts here.
fn known_at(letters: &[char], place: usize) -> Option<usize> {
    let rest = letters.get(place..)?;
    let is_here = |word: &&&str| {
        let mut rest = rest.iter().flat_map(|letter| letter.to_lowercase());
        word.chars().all(|letter| rest.next() == Some(letter))
    };
    let found = KNOWN.iter().filter(is_here);
    found.map(|word| word.chars().count()).max()
}

/// What a letter adds, given those before it.
fn bits_of(letters: &[char], place: usize) -> f64 {
    let letter = letters[place];
    let before = place.checked_sub(1).and_then(|place| letters.get(place));
    let Some(before) = before.copied() else {
        return 3.0;
    };
    let step = i64::from(u32::from(letter)) - i64::from(u32::from(before));
    // A letter again, or the next of the alphabet or of the digits.
    if step.abs() <= 1 {
        return 0.5;
    }
    let is_new_word = before == ' ' || before == '-';
    if letter == ' ' || letter == '-' {
        0.5
    } else if letter.is_alphabetic() && (is_new_word || !before.is_alphabetic()) {
        // The choice of a word begins with its first letter.
        4.0
    } else if letter.is_uppercase() && before.is_lowercase() {
        3.5
    } else if letter.is_alphabetic() {
        1.7
    } else if letter.is_ascii_digit() && before.is_ascii_digit() {
        // Mostly years and dates.
        2.0
    } else {
        3.5
    }
}
