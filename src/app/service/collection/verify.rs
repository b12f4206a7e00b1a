//! Checking a file against what is promised of it; needs no key and no workspace.

use std::path::Path;

use crate::app::{Reply, files};
use crate::error::{Result, SealFault};

/// Checks a pack, station, bundle, batch, release, card or container.
pub(in crate::app::service) fn verify_file(path: &Path) -> Result<Reply> {
    files::read(path)?;
    Err(SealFault::OtherKind.into())
}
