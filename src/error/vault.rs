//! Why a workspace does not open or its keys cannot be changed.

use super::{Error, Kind};

/// Why an encrypted workspace does not open, or its keys cannot be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultFault {
    /// The passphrase opens none of its slots.
    WrongPassphrase,
    /// The recovery words open none of its slots.
    WrongWords,
    /// A passphrase that is guessed too soon.
    WeakPassphrase,
    /// So many recovery words instead of 24.
    WordCount(usize),
    /// The recovery word of this number, from 1, is not in the list.
    UnknownWord(usize),
    /// All recovery words are in the list, but their checksum is wrong.
    WordsMixed,
    /// The file ends too early.
    CutOff,
    /// Something follows the end of the file.
    TrailingBytes,
    /// The file was damaged or altered.
    Damaged,
    /// The file was written by a newer program; the version of its format.
    Newer(u16),
    /// The file is older than what this computer has seen of it.
    Older {
        /// The number of the save in the file.
        found: u64,
        /// The newest that was seen.
        seen: u64,
    },
    /// The file is an unencrypted one of a preview version.
    Unencrypted,
    /// A workspace must not lie on a network drive; where it was meant to.
    NetworkDrive(String),
    /// A backup was sealed under keys that are no longer in use.
    OtherKeys,
    /// The last passphrase cannot be taken away.
    LastSlot,
    /// All slots are taken.
    SlotsFull,
    /// There is no such slot.
    NoSuchSlot,
    /// No passphrase was given where nobody can be asked.
    NoPassphrase,
    /// The passphrase was typed differently the second time.
    PassphrasesDiffer,
}

impl From<VaultFault> for Error {
    fn from(fault: VaultFault) -> Self {
        Kind::Vault(fault).into()
    }
}
