//! Backups: earlier saves in a folder beside the workspace, sealed as they were. One for every day on
//! which something changes, one before an upgrade and one before a restore; seven are kept.

use std::path::{Path, PathBuf};

use super::file;
use crate::domain::Date;
use crate::error::{Error, Kind, Result};
use crate::seal::container::{ContainerId, Head};

/// How many backups are kept.
pub const BACKUPS_KEPT: usize = 7;
const HEADER: u64 = 4096;
const EXTENSION: &str = "frontline";

/// A backup in the folder. Its head is readable; whether it opens is tried before it is restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// The day on which it was put aside.
    pub day: Date,
    /// The number of the save.
    pub generation: u64,
    /// Its size in bytes.
    pub bytes: usize,
    /// Whose save it is.
    pub id: ContainerId,
}

/// The folder of a workspace's backups.
fn folder_of(workspace: &Path) -> PathBuf {
    file::with_suffix(&workspace.with_extension(""), ".backups")
}

/// The backups of a workspace, newest first. Files that are no backups are passed over.
#[must_use]
pub fn backups(workspace: &Path) -> Vec<Backup> {
    let Ok(entries) = std::fs::read_dir(folder_of(workspace)) else {
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<Backup> = paths.filter_map(read).collect();
    found.sort_by(|a, b| (b.day, b.generation, &b.path).cmp(&(a.day, a.generation, &a.path)));
    found
}

fn read(path: PathBuf) -> Option<Backup> {
    let name = path.file_stem()?.to_str()?;
    let is_ours = path.extension().is_some_and(|found| found == EXTENSION);
    let day = name.get(..10).filter(|_| is_ours)?.parse().ok()?;
    let (start, bytes) = file::read_start(&path, HEADER).ok()?;
    let head = Head::read_start(&start, bytes).ok()?;
    Some(Backup {
        path,
        day,
        generation: head.generation,
        bytes,
        id: head.id,
    })
}

/// Is there a backup of this day?
pub(super) fn has_of_day(workspace: &Path, day: Date) -> bool {
    backups(workspace).iter().any(|backup| backup.day == day)
}

/// Puts the file aside as it is now. A file that is no whole container is kept too, under a name of
/// its own that is never cleared away.
pub(super) fn put_aside(workspace: &Path, day: Date) -> Result<()> {
    let folder = folder_of(workspace);
    std::fs::create_dir_all(&folder).map_err(|_| file::unwritable(&folder))?;
    let bytes = file::read(workspace)?;
    let path = match Head::read(&bytes) {
        Ok(head) => folder.join(format!("{day} {:08}.{EXTENSION}", head.generation)),
        Err(_) => free(&folder, day)?,
    };
    file::replace(&path, &bytes)?;
    // Read back: a backup that is not what was put aside is worse than none.
    if file::read(&path)? != bytes {
        return Err(file::unwritable(&path));
    }
    clear_old(workspace);
    Ok(())
}

/// A name for a file that is damaged.
fn free(folder: &Path, day: Date) -> Result<PathBuf> {
    (1..1_000)
        .map(|number| folder.join(format!("{day} damaged {number}.{EXTENSION}-damaged")))
        .find(|path| !path.exists())
        .ok_or_else(|| Error::from(Kind::FileUnwritable(folder.display().to_string())))
}

/// Clears the oldest away. One that cannot be removed is no reason to stop: it is tried again.
fn clear_old(workspace: &Path) {
    for old in backups(workspace).into_iter().skip(BACKUPS_KEPT) {
        drop(std::fs::remove_file(old.path));
    }
}

/// Removes the folder: only for the example, which is made anew each time.
pub(super) fn remove_all(workspace: &Path) {
    drop(std::fs::remove_dir_all(folder_of(workspace)));
}
