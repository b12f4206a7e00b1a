//! Rounds of assessment: who rates, how sources weigh, how long everything is kept.

use std::fmt;

use serde::Serialize;

use crate::domain::Date;
use crate::domain::code::short_code;
use crate::error::{Error, Field, Result};

/// The code of a round, unique in the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct RoundCode(String);

impl RoundCode {
    /// A code from text; outer white space is dropped.
    ///
    /// # Errors
    /// When nothing is left, or more than 64 characters.
    pub fn new(text: &str) -> Result<Self> {
        short_code(text, Field::Round).map(Self)
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a round stands. It only moves forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoundState {
    /// Being planned; everything may change.
    Draft,
    /// Taking ratings; competencies, sources and weights are frozen, results are locked.
    Open,
    /// Finished; results are shown.
    Closed,
}

impl RoundState {
    /// All states in order.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Open, Self::Closed];

    /// The word of files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "round-state-draft",
            Self::Open => "round-state-open",
            Self::Closed => "round-state-closed",
        }
    }
}

/// In which part somebody rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// The person rates themselves: stands apart, no part of the level.
    Itself,
    /// The person's manager.
    Manager,
    /// A colleague; only shown together with at least two others.
    Peer,
    /// A mystery shopper, visit by visit.
    MysteryShopper,
}

impl Source {
    /// All four.
    pub const ALL: [Self; 4] = [
        Self::Itself,
        Self::Manager,
        Self::Peer,
        Self::MysteryShopper,
    ];

    /// Those that make the level: everybody but the person.
    pub const OTHERS: [Self; 3] = [Self::Manager, Self::Peer, Self::MysteryShopper];

    /// The word of files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Itself => "self",
            Self::Manager => "manager",
            Self::Peer => "peer",
            Self::MysteryShopper => "mystery_shopper",
        }
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Itself => "source-self",
            Self::Manager => "source-manager",
            Self::Peer => "source-peer",
            Self::MysteryShopper => "source-mystery_shopper",
        }
    }
}

/// How much each source counts in the level. Whole shares, not all zero; a source of weight zero is
/// shown and does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    manager: u8,
    peer: u8,
    mystery_shopper: u8,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            manager: 1,
            peer: 1,
            mystery_shopper: 1,
        }
    }
}

impl Weights {
    /// Weights of manager, peers and mystery shoppers, 0 to 100 each.
    ///
    /// # Errors
    /// When all are zero, or one is above 100.
    pub fn new(manager: u8, peer: u8, mystery_shopper: u8) -> Result<Self> {
        let all = [manager, peer, mystery_shopper];
        if all.iter().all(|weight| *weight == 0) || all.iter().any(|weight| *weight > 100) {
            return Err(Error::invalid(Field::Weight, format!("{all:?}")));
        }
        Ok(Self {
            manager,
            peer,
            mystery_shopper,
        })
    }

    /// The weight of a source; nothing for the person's own rating.
    #[must_use]
    pub const fn of(self, source: Source) -> u8 {
        match source {
            Source::Itself => 0,
            Source::Manager => self.manager,
            Source::Peer => self.peer,
            Source::MysteryShopper => self.mystery_shopper,
        }
    }
}

/// A round of assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Unique code.
    pub code: RoundCode,
    /// Name on screens: «Осень 2026».
    pub name: String,
    /// Id of the model of competencies; the text of the model is kept with the round.
    pub model: String,
    /// First day.
    pub opens: Date,
    /// Last day.
    pub closes: Date,
    /// The day on which ratings and evidence are offered for erasing.
    pub keep_until: Date,
    /// Why it is kept longer than was first set; empty where it is not.
    pub kept_because: String,
    /// How sources weigh.
    pub weights: Weights,
    /// Where it stands.
    pub state: RoundState,
}

impl Round {
    /// Is the day of erasing reached?
    #[must_use]
    pub fn is_overdue_on(&self, day: Date) -> bool {
        self.keep_until <= day
    }

    /// Checks the days.
    ///
    /// # Errors
    /// When it closes before it opens, or is to be erased before it closes.
    pub fn check_days(&self) -> Result<()> {
        if self.closes < self.opens {
            return Err(Error::invalid(Field::Date, self.closes.to_string()));
        }
        if self.keep_until < self.closes {
            return Err(Error::invalid(Field::Date, self.keep_until.to_string()));
        }
        Ok(())
    }
}

/// What opens a rater's own list on a shared computer: eight characters of Crockford's alphabet. It
/// gives no anonymity. Wiped from `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct RaterCode(String);

impl RaterCode {
    /// Characters of a code.
    pub const CHARS: usize = 8;
    const ALPHABET: &'static str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// A code from 40 random bits.
    #[must_use]
    pub fn from_bits(bits: [u8; 5]) -> Self {
        let number = bits
            .iter()
            .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        let character = |place: usize| {
            let digit = usize::try_from(number >> (5 * (7 - place)) & 31).expect("below 32");
            Self::ALPHABET.chars().nth(digit).expect("32 characters")
        };
        Self((0..Self::CHARS).map(character).collect())
    }

    /// A code as typed: case, spaces and hyphens do not matter, `O` is 0, `I` and `L` are 1.
    ///
    /// # Errors
    /// When it is not eight characters of the alphabet.
    pub fn parse(text: &str) -> Result<Self> {
        let plain = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let code: String = plain
            .flat_map(char::to_uppercase)
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let is_code =
            code.chars().count() == Self::CHARS && code.chars().all(|c| Self::ALPHABET.contains(c));
        if is_code {
            Ok(Self(code))
        } else {
            Err(Error::invalid(Field::Code, ""))
        }
    }

    /// The characters as they are hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For print: two groups of four.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut shown = String::with_capacity(Self::CHARS + 1);
        for (place, character) in self.0.chars().enumerate() {
            if place == 4 {
                shown.push('-');
            }
            shown.push(character);
        }
        shown
    }
}

impl fmt::Debug for RaterCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RaterCode")
    }
}
