//! What stands between the user and the workspace: keys to be made, a lock, words to be written down.
//! Must not draw.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{LockedInfo, RecoveryWords};

/// What the user has to do before the workspace is seen.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Gate {
    /// Nothing.
    #[default]
    Open,
    /// Choose the passphrase of a workspace that is to be made or encrypted.
    NewKeys(NewKeys),
    /// Give the key.
    Locked(Arc<LockedInfo>),
    /// Write down the recovery words.
    Words(RecoveryWords),
}

/// A workspace that is to get a passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKeys {
    /// Its file.
    pub path: PathBuf,
    /// Name of the company where the workspace is new; none where an old file is encrypted.
    pub company: Option<String>,
}
