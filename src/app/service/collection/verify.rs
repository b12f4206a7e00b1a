//! Checking a file against what is promised of it; needs no key and no workspace.

use std::path::Path;

use crate::app::{Reply, Verified, files};
use crate::error::{Place, Result};
use crate::seal::container::{Head, is_container};
use crate::seal::verify::{FileKind, VerifyReport, verify};

/// The most pack files that are tried beside a sealed file.
const MOST_PACKS: usize = 200;

/// Checks a pack, station, bundle, batch or release. A bundle and a release are sealed: their
/// signature is checked with the pack file that lies in the same folder.
pub(in crate::app::service) fn verify_file(path: &Path) -> Result<Reply> {
    let bytes = files::read(path)?;
    if is_container(&bytes) {
        return Ok(Reply::Verified(container(path, &bytes)?));
    }
    let alone = verify(&bytes, None)?;
    let report = match alone.kind {
        FileKind::Bundle | FileKind::Release => beside(path, &bytes).unwrap_or(alone),
        FileKind::Pack | FileKind::Station | FileKind::Batch => alone,
    };
    Ok(Reply::Verified(Verified {
        file: files::name_of(path),
        kind: kind_key(report.kind),
        holds: report.holds(),
        statements: report
            .checks
            .iter()
            .map(|(invariant, holds)| (invariant.key(), *holds))
            .collect(),
        figures: report
            .figures
            .iter()
            .map(|(figure, number)| (figure.key(), *number))
            .collect(),
    }))
}

/// What can be said of a workspace or key file without its key: that it is whole, how often it was
/// saved, and how many keys open it.
///
/// # Errors
/// Why the file does not open: it breaks off, was altered, or a newer program wrote it.
fn container(path: &Path, bytes: &[u8]) -> Result<Verified> {
    let file = files::name_of(path);
    let head = Head::read(bytes).map_err(|error| error.at(Place::File(file.clone())))?;
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let slots = u64::try_from(head.slots.len()).unwrap_or(u64::MAX);
    Ok(Verified {
        file,
        kind: "verify-kind-container",
        holds: true,
        statements: vec![("verify-container-whole", true)],
        figures: vec![
            ("verify-figure-bytes", length),
            ("verify-figure-saves", head.generation),
            ("verify-figure-keys", slots),
        ],
    })
}

/// The best report that a pack file of the same folder makes possible.
fn beside(path: &Path, bytes: &[u8]) -> Option<VerifyReport> {
    let folder = path.parent()?;
    let mut packs: Vec<_> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "flpack")
        })
        .collect();
    packs.sort();
    let reports = packs.iter().take(MOST_PACKS).filter_map(|pack| {
        let pack = files::read(pack).ok()?;
        verify(bytes, Some(&pack)).ok()
    });
    reports.max_by_key(|report| (report.holds(), report.checks.len()))
}

const fn kind_key(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pack => "verify-kind-pack",
        FileKind::Station => "verify-kind-station",
        FileKind::Bundle => "verify-kind-bundle",
        FileKind::Batch => "verify-kind-batch",
        FileKind::Release => "verify-kind-release",
    }
}
