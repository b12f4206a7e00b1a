//! Branches of the company, staff groups and positions.

use serde::{Deserialize, Serialize};

use super::code::{MAX_CODE, short_code};
use crate::error::{Field, Result};

/// The code of a branch, unique in the company: `08`, `MSK-3`. Never empty, no outer spaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct BranchCode(String);

impl BranchCode {
    /// The most characters a code may have.
    pub const MAX_CHARS: usize = MAX_CODE;

    /// A code from text; outer white space is dropped.
    ///
    /// # Errors
    /// When nothing is left, or more than [`Self::MAX_CHARS`].
    pub fn new(text: &str) -> Result<Self> {
        short_code(text, Field::Branch).map(Self)
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A branch (филиал): a café, a shop, a call centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Branch {
    /// Unique code.
    pub code: BranchCode,
    /// Name as people say it.
    pub name: String,
    /// Region; empty where the company has none.
    pub region: String,
    /// Format, such as "drive-through"; empty where not used.
    pub format: String,
    /// Head count of contact staff.
    pub contact: u32,
    /// Head count of the back office.
    pub back_office: u32,
}

impl Branch {
    /// A branch known by its code alone.
    #[must_use]
    pub fn from_code(code: BranchCode) -> Self {
        Self {
            name: code.as_str().to_owned(),
            code,
            region: String::new(),
            format: String::new(),
            contact: 0,
            back_office: 0,
        }
    }

    /// Everybody who works there.
    #[must_use]
    pub fn head_count(&self) -> u32 {
        self.contact.saturating_add(self.back_office)
    }

    /// Head count of an audience.
    #[must_use]
    pub fn invited(&self, audience: Audience) -> u32 {
        match audience {
            Audience::All => self.head_count(),
            Audience::Contact => self.contact,
            Audience::BackOffice => self.back_office,
        }
    }
}

/// The two staff groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffGroup {
    /// Contact staff (контактный персонал): who serves, sells, delivers, answers the phone.
    Contact,
    /// Everybody else (бэк-офис).
    BackOffice,
}

impl StaffGroup {
    /// Both groups, contact staff first.
    pub const ALL: [Self; 2] = [Self::Contact, Self::BackOffice];

    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::BackOffice => "back_office",
        }
    }
}

/// Whose answers a number rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody.
    All,
    /// Contact staff only.
    Contact,
    /// Back office only.
    BackOffice,
}

impl Audience {
    /// All three, in the order of the screens.
    pub const ALL: [Self; 3] = [Self::All, Self::Contact, Self::BackOffice];

    /// Position in [`Self::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::All => 0,
            Self::Contact => 1,
            Self::BackOffice => 2,
        }
    }

    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Contact => "contact",
            Self::BackOffice => "back_office",
        }
    }
}

/// A position (должность) and the group it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Title as in the staff list.
    pub title: String,
    /// The group that people in it belong to.
    pub group: StaffGroup,
}
