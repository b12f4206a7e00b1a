//! Keys of a workspace as the window and the command line see them: passphrases that do not show
//! themselves, who can open the file, and its backups.

use std::path::{Path, PathBuf};

use super::files;
use crate::domain::{Date, Lang};
use crate::error::{Error, Result};
use crate::seal::secret::SystemEntropy;
use crate::seal::words;

pub use crate::seal::container::{
    Passphrase, RECOVERY_WORDS, RecoveryWords, SlotInfo, SlotKind, Unlock,
};

/// The passphrase of every example: it holds invented data only.
pub const DEMO_PASSPHRASE: &str = "frontline demo";
/// No passphrase file is larger.
const MOST_BYTES: usize = 4096;

/// Who can open a workspace, and its backups.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeysInfo {
    /// Slots in their order: passphrases with their holders, and the recovery sheet.
    pub slots: Vec<SlotInfo>,
    /// Backups, newest first.
    pub backups: Vec<BackupInfo>,
    /// The number of the last save.
    pub generation: u64,
}

/// A backup beside the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupInfo {
    /// The file.
    pub path: PathBuf,
    /// The day on which it was put aside.
    pub day: Date,
    /// The number of the save.
    pub generation: u64,
    /// Its size in bytes.
    pub bytes: usize,
}

/// A workspace that asks for its key.
#[derive(Debug, Clone, PartialEq)]
pub struct LockedInfo {
    /// The file.
    pub path: PathBuf,
    /// What can be done with it.
    pub kind: LockedKind,
    /// Is it where the example is kept, whose passphrase is known?
    pub is_example: bool,
    /// Backups, newest first.
    pub backups: Vec<BackupInfo>,
}

/// What can be done with a workspace file that is not open.
#[derive(Debug, Clone, PartialEq)]
pub enum LockedKind {
    /// It opens with a key.
    Sealed {
        /// Does a recovery sheet open it?
        has_words: bool,
    },
    /// A workspace of a preview version, not encrypted: it can be encrypted.
    Unencrypted,
    /// It is damaged; a backup may help.
    Broken(Error),
}

/// A phrase of five random words to offer, in a language.
///
/// # Errors
/// When the system has no randomness.
pub fn offered_passphrase(lang: Lang) -> Result<Passphrase> {
    let phrase = words::offered_passphrase(lang, &mut SystemEntropy)?;
    Ok(Passphrase::new(&phrase))
}

/// The passphrase in the first line of a file.
///
/// # Errors
/// When the file is missing or no text.
pub fn read_passphrase(path: &Path) -> Result<Passphrase> {
    let text = zeroize::Zeroizing::new(files::read_text(path)?);
    let line = text.lines().next().unwrap_or_default();
    let line = line.trim_start_matches('\u{feff}');
    Ok(Passphrase::new(line.get(..MOST_BYTES).unwrap_or(line)))
}
