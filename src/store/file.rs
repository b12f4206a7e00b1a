//! Whole files: read within a limit, replaced at once or not at all, locked while they are open.
//! What is written here is sealed already.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::error::{Error, Kind, Limit, Result};

/// The largest workspace that is read into memory.
const MOST_BYTES: u64 = 2 << 30;

pub(super) fn unreadable(path: &Path) -> Error {
    Kind::FileUnreadable(path.display().to_string()).into()
}

pub(super) fn unwritable(path: &Path) -> Error {
    Kind::FileUnwritable(path.display().to_string()).into()
}

/// The name without the folder.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The path with something after its name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(suffix);
    PathBuf::from(path)
}

/// All bytes of a file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    let length = length_of(path)?;
    if length > MOST_BYTES {
        let what = Limit::FileBytes;
        return Err(Kind::FileTooLarge {
            what,
            limit: MOST_BYTES,
        }
        .into());
    }
    std::fs::read(path).map_err(|_| unreadable(path))
}

/// The first bytes of a file, and how long it is.
pub(super) fn read_start(path: &Path, bytes: u64) -> Result<(Vec<u8>, usize)> {
    let length = length_of(path)?;
    let mut start = Vec::new();
    let file = File::open(path).map_err(|_| unreadable(path))?;
    file.take(bytes)
        .read_to_end(&mut start)
        .map_err(|_| unreadable(path))?;
    let length = usize::try_from(length).map_err(|_| unreadable(path))?;
    Ok((start, length))
}

fn length_of(path: &Path) -> Result<u64> {
    let missing = |_| Error::from(Kind::FileMissing(path.display().to_string()));
    let metadata = std::fs::metadata(path).map_err(missing)?;
    if metadata.is_dir() {
        return Err(unreadable(path));
    }
    Ok(metadata.len())
}

/// Replaces a file: afterwards it holds these bytes, or is as it was. They are on the disk when this
/// returns. The name of the helper file is fixed, so that a crash leaves one at most.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let refused = |_| unwritable(path);
    let helper = with_suffix(path, ".saving");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(&helper).map_err(refused)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    let replaced = written.and_then(|()| std::fs::rename(&helper, path));
    if replaced.is_err() {
        // What could not become the file is of no use to anybody.
        drop(std::fs::remove_file(&helper));
    }
    replaced.map_err(refused)?;
    sync_folder(path);
    Ok(())
}

/// Makes the new name last through a power cut. Windows does this by itself; a file system that
/// cannot is no reason to call the save failed: the new bytes are in place.
fn sync_folder(path: &Path) {
    if cfg!(unix) {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or_else(|| Path::new("."));
        drop(File::open(folder).and_then(|folder| folder.sync_all()));
    }
}

/// Removes what a crash during a save left behind. Only who holds the lock may.
pub(super) fn clear_helper(path: &Path) {
    drop(std::fs::remove_file(with_suffix(path, ".saving")));
}

/// Held while the workspace is open, so that two windows do not overwrite each other.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    pub(super) fn take(workspace: &Path) -> Result<Self> {
        let path = with_suffix(workspace, ".lock");
        let file = File::create(&path).map_err(|_| unwritable(workspace))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file, path }),
            Err(TryLockError::WouldBlock) => Err(Kind::WorkspaceInUse.into()),
            Err(TryLockError::Error(_)) => Err(unwritable(workspace)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed before it is unlocked: whoever waits for the name creates a file of its own.
        drop(std::fs::remove_file(&self.path));
        drop(self.file.unlock());
    }
}
