//! How the answers of a wave are collected: who must co-operate to open them, which branches are
//! reported together, and where people answer.

use serde::{Deserialize, Serialize};

use super::{BranchCode, MinGroup};
use crate::error::{Error, Field, Result};

/// Who must co-operate to open answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionLevel {
    /// Level 1: HR alone. Does not protect against somebody who copies the disk of a station
    /// while people answer.
    OneKey,
    /// Level 2: HR and a witness together.
    TwoKeys,
}

impl ProtectionLevel {
    /// Both, the recommended one first.
    pub const ALL: [Self; 2] = [Self::TwoKeys, Self::OneKey];

    /// The number that slips, files and people name it by.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::OneKey => 1,
            Self::TwoKeys => 2,
        }
    }

    /// The level of this number.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::OneKey),
            2 => Some(Self::TwoKeys),
            _ => None,
        }
    }
}

/// Branches that are reported together; one branch where it is large enough. Ascending codes.
pub type Pool = Vec<BranchCode>;

/// A place where people answer: a PC and the branches whose staff come to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct StationDesign {
    /// Name on slips and on the kiosk, unique in the wave.
    pub name: String,
    /// Branches whose staff answer there.
    pub branches: Vec<BranchCode>,
}

impl StationDesign {
    /// A station.
    ///
    /// # Errors
    /// When the name is empty or longer than 60 characters, or no branch is named.
    pub fn new(name: &str, branches: Vec<BranchCode>) -> Result<Self> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 60 || branches.is_empty() {
            return Err(Error::invalid(Field::Name, name));
        }
        Ok(Self {
            name: name.to_owned(),
            branches,
        })
    }
}

/// What HR decides about a wave before it opens; frozen from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaveDesign {
    /// Who must co-operate to open answers.
    pub level: ProtectionLevel,
    /// Is the company view collected: the dimension scores of a sheet in three bands, without
    /// class, for drivers?
    pub has_company_view: bool,
    /// Which branches are reported together; every branch with staff is in exactly one pool.
    pub pools: Vec<Pool>,
    /// Where people answer; every branch with staff has exactly one station.
    pub stations: Vec<StationDesign>,
}

impl WaveDesign {
    /// From how many invited the company view is offered as usual.
    pub const COMPANY_VIEW_FROM: u32 = 200;
}

/// The fewest invited people that may form a class: 8, and more where the threshold is higher, so
/// that three in five who answer are enough to reach it.
#[must_use]
pub fn min_invited(min_group: MinGroup) -> u32 {
    (min_group.get() * 8).div_ceil(5).max(8)
}
