//! Opening, creating and saving a workspace.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction};
use zeroize::Zeroizing;

use super::file::{self, Lock};
use super::migrate::{self, WORKSPACE};
use super::{backup, image, network, store_error};
use crate::domain::Date;
use crate::error::{Error, Field, Kind, Place, Result, SealFault, VaultFault};
use crate::seal::container::{
    Head, Opened, SectionKind, Sections, SlotInfo, Unlock, Vault, is_container,
};

/// The extension of workspace files.
pub const FILE_EXTENSION: &str = "frontline";
/// Enough of a file to read its head.
const HEADER: u64 = 4096;

/// An open workspace. Dropping it wipes the database and releases the lock; everything is in the
/// file already.
#[derive(Debug)]
pub struct Workspace {
    pub(super) connection: Connection,
    path: PathBuf,
    vault: Vault,
    /// Sections beside the database, sealed again as they are.
    pub(super) others: Sections,
    today: Date,
    /// The day of the newest backup, or of creation: nothing to put aside again on that day.
    kept: Option<Date>,
    // Fields are dropped in this order: the lock goes last.
    _lock: Lock,
}

/// What a file at a path is, as far as anybody can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
    /// An encrypted workspace.
    Sealed(Head),
    /// A workspace of a preview version, not encrypted.
    Unencrypted,
}

/// How a workspace is to be opened.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// With what.
    pub unlock: &'a Unlock,
    /// The newest save that this computer has seen, by id.
    pub seen: &'a BTreeMap<String, u64>,
    /// Take an older save all the same.
    pub accepts_older: bool,
    /// Today: the day of backups.
    pub today: Date,
}

/// Looks at a file without opening it.
///
/// # Errors
/// When there is no file, or it is no workspace, damaged or newer.
pub fn look_at(path: &Path) -> Result<FileKind> {
    let at_file = |error: Error| refusal(error).at(Place::File(file::name_of(path)));
    let (start, length) = file::read_start(path, HEADER)?;
    if image::is_database(&start) {
        return Ok(FileKind::Unencrypted);
    }
    let head = Head::read_start(&start, length).map_err(at_file)?;
    Ok(FileKind::Sealed(head))
}

/// The refusals of a container in the words of workspaces.
fn refusal(error: Error) -> Error {
    let Kind::Seal(fault) = error.kind() else {
        return error;
    };
    if *fault == SealFault::OtherKind {
        return Kind::NotAWorkspace.into();
    }
    if let SealFault::NewerFormat(version) = fault {
        return VaultFault::Newer(*version).into();
    }
    let is_damage = matches!(
        fault,
        SealFault::Damaged | SealFault::TooLarge | SealFault::WeakCost
    );
    if is_damage {
        return VaultFault::Damaged.into();
    }
    error
}

fn refuse_network(path: &Path) -> Result<()> {
    if network::is_on_network(path) {
        return Err(VaultFault::NetworkDrive(path.display().to_string()).into());
    }
    Ok(())
}

impl Workspace {
    /// A new, empty workspace under these keys; refuses to replace a file.
    ///
    /// # Errors
    /// When the file exists, lies on a network drive, or the folder cannot be written.
    pub fn create(path: &Path, vault: Vault, today: Date) -> Result<Self> {
        if path.exists() {
            return Err(Kind::Exists {
                field: Field::Name,
                name: file::name_of(path),
            }
            .into());
        }
        refuse_network(path)?;
        let lock = Lock::take(path)?;
        let opened = (vault, Sections::new());
        Self::saved(path, lock, (image::empty(WORKSPACE)?, opened), today)
    }

    /// Encrypts a workspace of a preview version in its place.
    ///
    /// # Errors
    /// When it is no such file, damaged, newer, on a network drive or open in another window.
    pub fn convert(path: &Path, vault: Vault, today: Date) -> Result<Self> {
        let at_file = |error: Error| error.at(Place::File(file::name_of(path)));
        refuse_network(path)?;
        let lock = Lock::take(path)?;
        let bytes = Zeroizing::new(file::read(path)?);
        let mut connection = image::load(&bytes, WORKSPACE).map_err(at_file)?;
        image::prepare(&mut connection, WORKSPACE).map_err(at_file)?;
        let opened = (vault, Sections::new());
        Self::saved(path, lock, (connection, opened), today)
    }

    /// A workspace that is in its file for the first time under these keys.
    fn saved(
        path: &Path,
        lock: Lock,
        (connection, (vault, others)): (Connection, (Vault, Sections)),
        today: Date,
    ) -> Result<Self> {
        let mut workspace = Self {
            connection,
            path: path.to_owned(),
            vault,
            others,
            today,
            kept: Some(today),
            _lock: lock,
        };
        workspace.save()?;
        Ok(workspace)
    }

    /// Opens a workspace; an older schema is upgraded, and its file put aside as a backup before.
    ///
    /// # Errors
    /// When the file is missing, no workspace, damaged, newer, older than what was seen, on a
    /// network drive, open in another window, or the key does not fit.
    pub fn open(path: &Path, how: &Opening<'_>) -> Result<Self> {
        let at_file = |error: Error| refusal(error).at(Place::File(file::name_of(path)));
        if !path.exists() {
            return Err(Kind::FileMissing(path.display().to_string()).into());
        }
        refuse_network(path)?;
        let lock = Lock::take(path)?;
        file::clear_helper(path);
        let bytes = file::read(path)?;
        if image::is_database(&bytes) {
            return Err(at_file(VaultFault::Unencrypted.into()));
        }
        if !is_container(&bytes) {
            return Err(at_file(Kind::NotAWorkspace.into()));
        }
        let opened = Vault::open(&bytes, how.unlock).map_err(at_file)?;
        let seen = how.seen.get(&opened.vault.id().to_string()).copied();
        let seen = seen.filter(|seen| *seen > opened.vault.generation());
        if let Some(seen) = seen.filter(|_| !how.accepts_older) {
            let found = opened.vault.generation();
            return Err(at_file(VaultFault::Older { found, seen }.into()));
        }
        let (mut connection, mut vault, others) = unpack(opened).map_err(at_file)?;
        let found = migrate::version(&connection, WORKSPACE).map_err(at_file)?;
        let is_upgrade = found < WORKSPACE.newest_version();
        image::prepare(&mut connection, WORKSPACE).map_err(at_file)?;
        let mut workspace = Self {
            connection,
            path: path.to_owned(),
            vault: vault.clone(),
            others,
            today: how.today,
            kept: None,
            _lock: lock,
        };
        if is_upgrade || seen.is_some() {
            vault.advance_past(seen.unwrap_or_default());
            workspace.put_aside()?;
            workspace.save_under(vault)?;
        }
        Ok(workspace)
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The id of the container, and the number of its last save.
    #[must_use]
    pub fn save_number(&self) -> (String, u64) {
        (self.vault.id().to_string(), self.vault.generation())
    }

    /// Who can open the workspace.
    ///
    /// # Errors
    /// When a name was altered.
    pub fn slots(&self) -> Result<Vec<SlotInfo>> {
        self.vault.slots().map_err(refusal)
    }

    /// Today, for backups; the program may run past midnight.
    pub const fn set_today(&mut self, today: Date) {
        self.today = today;
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
        // The one copy: what to return to if the file cannot be written.
        let before = self.connection.serialize("main").map_err(store_error)?;
        let before = Zeroizing::new(before.to_vec());
        let transaction = self.connection.transaction().map_err(store_error)?;
        let value = deed(&transaction)?;
        transaction
            .commit()
            .map_err(|fault| Error::from(Kind::Store(format!("{name}: {fault}"))))?;
        if let Err(error) = self.save() {
            let mut connection = image::load(&before, WORKSPACE)?;
            image::prepare(&mut connection, WORKSPACE)?;
            image::wipe(&std::mem::replace(&mut self.connection, connection));
            return Err(error);
        }
        Ok(value)
    }

    /// Changes the keys: the file is saved under the new ones, or nothing happened.
    ///
    /// # Errors
    /// When `deed` fails or the file cannot be written.
    pub fn change_keys<T>(&mut self, deed: impl FnOnce(&mut Vault) -> Result<T>) -> Result<T> {
        let mut vault = self.vault.clone();
        let value = deed(&mut vault)?;
        self.keep_backup()?;
        self.save_under(vault)?;
        Ok(value)
    }

    /// Takes the content of a backup in place of the present one, which is put aside first. The
    /// backup is opened, checked and brought up to date before anything is replaced. `unlock` is
    /// needed where the backup was sealed under keys that are no longer in use.
    ///
    /// # Errors
    /// When the backup cannot be read, opened or written.
    pub fn restore(&mut self, backup: &Path, unlock: Option<&Unlock>) -> Result<()> {
        let at_file = |error: Error| refusal(error).at(Place::File(file::name_of(backup)));
        let bytes = file::read(backup)?;
        let (connection, mut vault, others) = match self.vault.open_sibling(&bytes) {
            // The keys of today stay.
            Ok(opened) => {
                let (connection, _, others) = unpack(opened).map_err(at_file)?;
                (connection, self.vault.clone(), others)
            }
            Err(error) => match unlock {
                Some(unlock) => {
                    unpack(Vault::open(&bytes, unlock).map_err(at_file)?).map_err(at_file)?
                }
                // Damage stays damage; a key that is not ours is another matter.
                None if *error.kind() == Kind::Vault(VaultFault::WrongPassphrase) => {
                    return Err(at_file(VaultFault::OtherKeys.into()));
                }
                None => return Err(at_file(error)),
            },
        };
        let mut connection = connection;
        image::prepare(&mut connection, WORKSPACE).map_err(at_file)?;
        self.put_aside()?;
        vault.advance_past(self.vault.generation());
        let before = std::mem::replace(&mut self.connection, connection);
        let others = std::mem::replace(&mut self.others, others);
        if let Err(error) = self.save_under(vault) {
            self.others = others;
            image::wipe(&std::mem::replace(&mut self.connection, before));
            return Err(error);
        }
        image::wipe(&before);
        Ok(())
    }

    /// Restores a backup where the workspace itself cannot be opened. What lies there is put aside.
    ///
    /// # Errors
    /// As [`Self::restore`], and when the workspace is open in another window.
    pub fn restore_at(path: &Path, backup: &Path, how: &Opening<'_>) -> Result<Self> {
        let at_file = |error: Error| refusal(error).at(Place::File(file::name_of(backup)));
        refuse_network(path)?;
        let lock = Lock::take(path)?;
        let bytes = file::read(backup)?;
        let opened = Vault::open(&bytes, how.unlock).map_err(at_file)?;
        let (mut connection, mut vault, others) = unpack(opened).map_err(at_file)?;
        image::prepare(&mut connection, WORKSPACE).map_err(at_file)?;
        if path.exists() {
            backup::put_aside(path, how.today)?;
        }
        let present = file::read_start(path, HEADER).ok();
        let present = present.and_then(|(start, bytes)| Head::read_start(&start, bytes).ok());
        let present = present.filter(|head| head.id == vault.id());
        vault.advance_past(present.map_or(0, |head| head.generation));
        let seen = how.seen.get(&vault.id().to_string()).copied();
        vault.advance_past(seen.unwrap_or_default());
        Self::saved(path, lock, (connection, (vault, others)), how.today)
    }

    fn put_aside(&mut self) -> Result<()> {
        backup::put_aside(&self.path, self.today)?;
        self.kept = Some(self.today);
        Ok(())
    }

    /// The state before the first change of a day is put aside.
    fn keep_backup(&mut self) -> Result<()> {
        if self.kept != Some(self.today) && !backup::has_of_day(&self.path, self.today) {
            backup::put_aside(&self.path, self.today)?;
        }
        self.kept = Some(self.today);
        Ok(())
    }

    pub(super) fn save(&mut self) -> Result<()> {
        self.keep_backup()?;
        self.save_under(self.vault.clone())
    }

    fn save_under(&mut self, mut vault: Vault) -> Result<()> {
        let bytes = {
            // Shared, not copied: the image goes straight from the database into the cipher.
            let image = self.connection.serialize("main").map_err(store_error)?;
            let mut sections = vec![(SectionKind::Main, &*image)];
            let others = self.others.iter();
            sections.extend(others.map(|(kind, content)| (*kind, content.as_slice())));
            vault.seal(&sections)?
        };
        file::replace(&self.path, &bytes)?;
        self.vault = vault;
        Ok(())
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        image::wipe(&self.connection);
    }
}

/// The database of an opened container, checked; its keys; what lies beside the database.
fn unpack(opened: Opened) -> Result<(Connection, Vault, Sections)> {
    let Opened {
        vault,
        mut sections,
    } = opened;
    let main = sections.remove(&SectionKind::Main);
    let main = main.ok_or(VaultFault::Damaged)?;
    Ok((image::load(&main, WORKSPACE)?, vault, sections))
}

/// Removes a workspace with its backups: only for the example, which is made anew each time.
///
/// # Errors
/// When the file cannot be removed.
pub fn remove_workspace(path: &Path) -> Result<()> {
    std::fs::remove_file(path).map_err(|_| file::unwritable(path))?;
    backup::remove_all(path);
    Ok(())
}
