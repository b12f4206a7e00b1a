//! The few file operations that a station needs. The order in which it calls them is what survives a
//! power cut; tests put a storage in its place that remembers every call.

use std::fs::{File, FileTimes, OpenOptions, TryLockError};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Files as a station sees them.
pub trait Storage {
    /// The whole file.
    ///
    /// # Errors
    /// As the system says.
    fn read(&self, path: &Path) -> Result<Vec<u8>>;

    /// Creates or replaces a file and gives it the constant time. Nothing is durable yet.
    ///
    /// # Errors
    /// As the system says.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()>;

    /// Makes a file's bytes durable.
    ///
    /// # Errors
    /// As the system says.
    fn sync(&self, path: &Path) -> Result<()>;

    /// Gives a file another name, replacing what had it, in one step.
    ///
    /// # Errors
    /// As the system says.
    fn rename(&self, from: &Path, to: &Path) -> Result<()>;

    /// Makes the names in a folder durable.
    ///
    /// # Errors
    /// As the system says.
    fn sync_dir(&self, dir: &Path) -> Result<()>;

    /// Removes a file; one that is not there is no error.
    ///
    /// # Errors
    /// As the system says.
    fn remove(&self, path: &Path) -> Result<()>;

    /// Keeps other windows off until the guard is dropped.
    ///
    /// # Errors
    /// [`ErrorKind::WouldBlock`] when another window has it.
    fn lock(&self, path: &Path) -> Result<Box<dyn Send>>;
}

/// The real disk.
#[derive(Debug, Default, Clone, Copy)]
pub struct Disk;

impl Storage for Disk {
    fn read(&self, path: &Path) -> Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.set_times(FileTimes::new().set_accessed(fixed()).set_modified(fixed()))
    }

    fn sync(&self, path: &Path) -> Result<()> {
        // Windows flushes only what it may write to.
        OpenOptions::new().write(true).open(path)?.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        let mut tries = 0;
        loop {
            match std::fs::rename(from, to) {
                // A virus scanner may hold the old file for a moment.
                Err(error) if error.kind() == ErrorKind::PermissionDenied && tries < 5 => {
                    tries += 1;
                    std::thread::sleep(Duration::from_millis(40));
                }
                done => return done,
            }
        }
    }

    fn sync_dir(&self, dir: &Path) -> Result<()> {
        if cfg!(windows) {
            // Windows cannot flush a folder; its journal keeps renames in order.
            return Ok(());
        }
        File::open(dir)?.sync_all()
    }

    fn remove(&self, path: &Path) -> Result<()> {
        match std::fs::remove_file(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn Send>> {
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Box::new(file)),
            Err(TryLockError::WouldBlock) => Err(Error::from(ErrorKind::WouldBlock)),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// The time of every file that answers lie in: 2000-01-01.
fn fixed() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(946_684_800)
}
