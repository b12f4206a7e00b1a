//! The five levels: fixed names, order and meaning, the same for every competency. Their words
//! stand in the Fluent files, never in a file with competencies.

use std::num::NonZeroU8;

use serde::Serialize;

use crate::error::{Error, Field, Result};

/// A level, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Level(NonZeroU8);

impl Level {
    /// Levels from the lowest to the highest.
    pub const COUNT: usize = 5;

    /// A level from a number.
    ///
    /// # Errors
    /// Below 1 or above 5.
    pub fn new(level: u8) -> Result<Self> {
        match NonZeroU8::new(level) {
            Some(number) if level <= 5 => Ok(Self(number)),
            Some(_) | None => Err(Error::invalid(Field::Level, level.to_string())),
        }
    }

    /// All five, from the lowest.
    #[must_use]
    pub fn all() -> [Self; Self::COUNT] {
        [1, 2, 3, 4, 5].map(|level| Self::new(level).expect("between 1 and 5"))
    }

    /// The number, 1 to 5.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0.get()
    }

    /// The number to compute with.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.get())
    }

    /// Position from 0, for lists of five.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.get()) - 1
    }

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self.get() {
            1 => "level-1",
            2 => "level-2",
            3 => "level-3",
            4 => "level-4",
            _ => "level-5",
        }
    }

    /// The Fluent key of its meaning.
    #[must_use]
    pub const fn meaning_key(self) -> &'static str {
        match self.get() {
            1 => "level-1-meaning",
            2 => "level-2-meaning",
            3 => "level-3-meaning",
            4 => "level-4-meaning",
            _ => "level-5-meaning",
        }
    }
}
