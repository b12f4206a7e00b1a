//! Opening, creating and saving a workspace.

use std::fs::{File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction};

use super::{migrate, store_error};
use crate::error::{Error, Kind, Place, Result};

/// The extension of workspace files.
pub const FILE_EXTENSION: &str = "frontline";

/// An open workspace. Dropping it releases the lock; everything is in the file already.
#[derive(Debug)]
pub struct Workspace {
    pub(super) connection: Connection,
    path: PathBuf,
    lock: Lock,
}

/// Held while the workspace is open, so that two windows do not overwrite each other.
#[derive(Debug)]
struct Lock {
    file: File,
    path: PathBuf,
}

impl Workspace {
    /// A new, empty workspace; refuses to replace a file.
    ///
    /// # Errors
    /// When the file exists or the folder cannot be written.
    pub fn create(path: &Path) -> Result<Self> {
        if path.exists() {
            return Err(Kind::Exists {
                field: crate::error::Field::Name,
                name: file_name(path),
            }
            .into());
        }
        let lock = Lock::take(path)?;
        let mut connection = Connection::open_in_memory().map_err(store_error)?;
        prepare(&mut connection)?;
        let mut workspace = Self {
            connection,
            path: path.to_owned(),
            lock,
        };
        workspace.save()?;
        Ok(workspace)
    }

    /// Opens a workspace; an older one is upgraded, and its file kept beside it as a backup.
    ///
    /// # Errors
    /// When the file is missing, no workspace, damaged, newer, or open in another window.
    pub fn open(path: &Path) -> Result<Self> {
        let at_file = |error: Error| error.at(Place::File(file_name(path)));
        if !path.exists() {
            return Err(Kind::FileMissing(path.display().to_string()).into());
        }
        let lock = Lock::take(path)?;
        let image = std::fs::read(path)
            .map_err(|_| Error::from(Kind::FileUnreadable(path.display().to_string())))?;
        let mut connection = load(&image).map_err(at_file)?;
        let found = migrate::version(&connection).map_err(at_file)?;
        if found == 0 {
            return Err(at_file(Kind::NotAWorkspace.into()));
        }
        prepare(&mut connection).map_err(at_file)?;
        let mut workspace = Self {
            connection,
            path: path.to_owned(),
            lock,
        };
        if found < migrate::newest_version() {
            write_whole(&path.with_extension(format!("v{found}.bak")), &image)?;
            workspace.save()?;
        }
        Ok(workspace)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// One named transaction: what `deed` did is in the file, or nothing happened.
    ///
    /// # Errors
    /// When `deed` fails, or the file cannot be written; the workspace is then as before.
    pub fn change<T>(
        &mut self,
        name: &'static str,
        deed: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        let before = self
            .connection
            .serialize("main")
            .map_err(store_error)?
            .to_vec();
        let transaction = self.connection.transaction().map_err(store_error)?;
        let value = deed(&transaction)?;
        transaction
            .commit()
            .map_err(|fault| Error::from(Kind::Store(format!("{name}: {fault}"))))?;
        if let Err(error) = self.save() {
            self.connection = load(&before)?;
            prepare(&mut self.connection)?;
            return Err(error);
        }
        Ok(value)
    }

    fn save(&mut self) -> Result<()> {
        debug_assert!(
            self.lock.path.exists(),
            "the lock is held while the workspace is open"
        );
        let image = self
            .connection
            .serialize("main")
            .map_err(store_error)?
            .to_vec();
        write_whole(&self.path, &image)
    }
}

fn load(image: &[u8]) -> Result<Connection> {
    if !image.starts_with(b"SQLite format 3\0") {
        return Err(Kind::NotAWorkspace.into());
    }
    if !is_whole(image) {
        return Err(Kind::FileDamaged("pages missing".to_owned()).into());
    }
    let mut connection = Connection::open_in_memory().map_err(store_error)?;
    connection
        .deserialize_read_exact("main", image, image.len(), false)
        .map_err(store_error)?;
    let check: String = connection
        .query_row("pragma quick_check(1)", [], |row| row.get(0))
        .map_err(store_error)?;
    if check != "ok" {
        return Err(Kind::Store(check).into());
    }
    Ok(connection)
}

/// Has the image all the pages that its head counts? SQLite forgives a cut in the last page.
/// Page size stands in bytes 16–17 (1 means 65,536), the number of pages in 28–31.
fn is_whole(image: &[u8]) -> bool {
    let Some(head) = image.first_chunk::<100>() else {
        return false;
    };
    let page = match u64::from(u16::from_be_bytes([head[16], head[17]])) {
        1 => 65_536,
        page => page,
    };
    let pages = u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]]));
    u64::try_from(image.len()).is_ok_and(|length| length == page * pages)
}

fn prepare(connection: &mut Connection) -> Result<()> {
    connection
        .pragma_update(None, "foreign_keys", true)
        .map_err(store_error)?;
    connection
        .pragma_update(None, "trusted_schema", false)
        .map_err(store_error)?;
    migrate::migrate(connection)
}

fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let refused = |_| Error::from(Kind::FileUnwritable(path.display().to_string()));
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(refused)?;
    file.write_all(bytes).map_err(refused)?;
    file.as_file().sync_all().map_err(refused)?;
    file.persist(path).map_err(|error| refused(error.error))?;
    Ok(())
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

impl Lock {
    fn take(workspace: &Path) -> Result<Self> {
        let mut path = workspace.as_os_str().to_owned();
        path.push(".lock");
        let path = PathBuf::from(path);
        let unwritable = |_| Error::from(Kind::FileUnwritable(workspace.display().to_string()));
        let file = File::create(&path).map_err(unwritable)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file, path }),
            Err(TryLockError::WouldBlock) => Err(Kind::WorkspaceInUse.into()),
            Err(TryLockError::Error(error)) => Err(unwritable(error)),
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
