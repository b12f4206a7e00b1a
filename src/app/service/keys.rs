//! Keys of the workspace: unlocking, locking, officers, recovery sheet, backups.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::Service;
use super::workspace::COMPANY;
use crate::app::{
    BackupInfo, KeysInfo, LockedInfo, LockedKind, Passphrase, RecoveryWords, Reply, SlotKind,
    Stage, Unlock, Watch, files,
};
use crate::domain::strength;
use crate::error::{Error, Field, Kind, Result, VaultFault};
use crate::export::print::{Holder as PrintedHolder, Langs, RecoverySheet, recovery};
use crate::seal::container::{Holder, Vault, fitting_cost, usual_cost};
use crate::seal::secret::Cost;
use crate::store::{Backup, FILE_EXTENSION, FileKind, Opening, Workspace, backups, look_at};

impl Service {
    /// What may be said of a file that is not open.
    pub(super) fn locked(&self, path: &Path) -> Result<Reply> {
        let backups: Vec<BackupInfo> = backups(path).into_iter().map(backup_info).collect();
        let kind = match look_at(path) {
            Ok(FileKind::Sealed(head)) => LockedKind::Sealed {
                has_words: head.slots.contains(&SlotKind::Words),
            },
            Ok(FileKind::Unencrypted) => LockedKind::Unencrypted,
            Err(error) if is_damage(&error) && !backups.is_empty() => LockedKind::Broken(error),
            Err(error) => return Err(error),
        };
        Ok(Reply::Locked(Arc::new(LockedInfo {
            path: path.to_owned(),
            kind,
            is_example: path == self.example_path(),
            backups,
        })))
    }

    pub(super) fn example_path(&self) -> std::path::PathBuf {
        let folder = self.surroundings.data().join("demo");
        folder.join("chain").with_extension(FILE_EXTENSION)
    }

    pub(super) fn unlock(
        &mut self,
        path: &Path,
        unlock: &Unlock,
        accepts_older: bool,
        watch: &mut Watch,
    ) -> Result<Reply> {
        if self.open.as_ref().is_some_and(|open| open.path() == path) {
            return self.changed();
        }
        watch.step(Stage::Unlocking, None)?;
        let opening = Opening {
            unlock,
            seen: &self.settings.seen,
            accepts_older,
            today: self.surroundings.today(),
        };
        let workspace = Workspace::open(path, &opening)?;
        self.take(workspace)
    }

    /// Drops everything readable. Without an open workspace there is nothing to lock.
    pub(super) fn lock(&mut self) -> Result<Reply> {
        self.import = None;
        self.forget();
        let Some(open) = self.open.take() else {
            return Ok(Reply::Closed);
        };
        let path = open.path().to_owned();
        drop(open);
        self.locked(&path)
    }

    pub(super) fn convert_workspace(
        &mut self,
        path: &Path,
        passphrase: &Passphrase,
        watch: &mut Watch,
    ) -> Result<Reply> {
        let (vault, words) = self.new_vault(passphrase, watch)?;
        let workspace = Workspace::convert(path, vault, self.surroundings.today())?;
        self.take(workspace)?;
        self.with_words(words)
    }

    pub(super) fn change_passphrase(
        &mut self,
        current: &Unlock,
        new: &Passphrase,
        watch: &mut Watch,
    ) -> Result<Reply> {
        refuse_weak(new)?;
        let cost = self.fitting_cost(watch)?;
        self.workspace_mut()?.change_keys(|vault| match current {
            Unlock::Passphrase(current) => vault.change_passphrase(current, new, cost),
            Unlock::Words(_) => {
                vault.slot_of(current)?;
                let slots = vault.slots()?;
                let first = slots.iter().find(|slot| slot.kind == SlotKind::Passphrase);
                let first = first.ok_or(VaultFault::NoSuchSlot)?;
                vault.replace_passphrase(first.number, new, cost)
            }
        })?;
        self.changed()
    }

    pub(super) fn add_officer(
        &mut self,
        name: &str,
        passphrase: &Passphrase,
        watch: &mut Watch,
    ) -> Result<Reply> {
        let holder = Holder::new(name);
        if holder.as_str().is_empty() {
            return Err(Error::invalid(Field::Name, name));
        }
        refuse_weak(passphrase)?;
        let cost = self.fitting_cost(watch)?;
        self.workspace_mut()?
            .change_keys(|vault| vault.add_passphrase(&holder, passphrase, cost))?;
        self.changed()
    }

    pub(super) fn remove_officer(&mut self, slot: u8) -> Result<Reply> {
        self.workspace_mut()?
            .change_keys(|vault| vault.remove(slot))?;
        self.changed()
    }

    pub(super) fn renew_words(&mut self) -> Result<Reply> {
        let words = self.workspace_mut()?.change_keys(Vault::renew_words)?;
        self.with_words(words)
    }

    pub(super) fn rotate_key(&mut self, kept: &[Passphrase], watch: &mut Watch) -> Result<Reply> {
        let cost = self.fitting_cost(watch)?;
        let workspace = self.workspace_mut()?;
        let words = workspace.change_keys(|vault| vault.rotate(kept, cost))?;
        self.with_words(words)
    }

    pub(super) fn restore_backup(
        &mut self,
        (path, backup): (&Path, &Path),
        unlock: Option<&Unlock>,
        watch: &mut Watch,
    ) -> Result<Reply> {
        watch.step(Stage::Unlocking, None)?;
        self.import = None;
        if let Some(open) = self.open.as_mut().filter(|open| open.path() == path) {
            open.restore(backup, unlock)?;
            return self.changed();
        }
        let unlock = unlock.ok_or(VaultFault::NoPassphrase)?;
        let opening = Opening {
            unlock,
            seen: &self.settings.seen,
            accepts_older: true,
            today: self.surroundings.today(),
        };
        let workspace = Workspace::restore_at(path, backup, &opening)?;
        self.take(workspace)
    }

    /// Writes the recovery sheet as PDF. The file holds the spare key: it belongs on paper, not on
    /// the disk, and the sheet says so.
    pub(super) fn print_words(&mut self, path: &Path, words: &RecoveryWords) -> Result<Reply> {
        let workspace = self.workspace()?;
        let sheet = RecoverySheet {
            company: workspace.setting(COMPANY)?.unwrap_or_default(),
            file_name: files::name_of(workspace.path()),
            holder: PrintedHolder::Workspace,
            words: words.words().into_iter().map(str::to_owned).collect(),
        };
        let lang = self.lang();
        let pdf = zeroize::Zeroizing::new(recovery(&sheet, Langs::One(lang))?);
        files::write_private(path, &pdf)?;
        Ok(Reply::Saved(path.to_owned()))
    }

    pub(super) fn with_words(&mut self, words: RecoveryWords) -> Result<Reply> {
        self.forget();
        let overview = Arc::new(self.overview()?);
        Ok(Reply::Words { overview, words })
    }

    /// Keys for a new workspace. A passphrase that is guessed too soon is refused.
    pub(super) fn new_vault(
        &self,
        passphrase: &Passphrase,
        watch: &mut Watch,
    ) -> Result<(Vault, RecoveryWords)> {
        refuse_weak(passphrase)?;
        let cost = self.fitting_cost(watch)?;
        Vault::create(passphrase, cost)
    }

    /// What a passphrase costs on this computer: about a second, measured.
    fn fitting_cost(&self, watch: &mut Watch) -> Result<Cost> {
        watch.step(Stage::Unlocking, None)?;
        if self.has_quick_keys {
            return Ok(Cost::FLOOR);
        }
        let start = Instant::now();
        usual_cost()?.stretch(b"how fast is this computer", &[0; 16], &mut [0; 32])?;
        let took = start.elapsed();
        watch.step(Stage::Unlocking, None)?;
        fitting_cost(took)
    }

    /// Remembers the newest save of the open workspace, so that an older file is noticed.
    pub(super) fn remember_save(&mut self) {
        let Some((id, number)) = self.open.as_ref().map(Workspace::save_number) else {
            return;
        };
        if self.settings.seen.get(&id) == Some(&number) {
            return;
        }
        self.settings.seen.insert(id, number);
        // What is not remembered is not noticed; that is no reason to refuse the work.
        drop(self.settings.save(self.surroundings.settings_file()));
    }
}

/// Is the passphrase good enough to protect names and answers?
pub(super) fn refuse_weak(passphrase: &Passphrase) -> Result<()> {
    if strength::estimate(passphrase.reveal()).is_weak() {
        return Err(VaultFault::WeakPassphrase.into());
    }
    Ok(())
}

fn is_damage(error: &Error) -> bool {
    let Kind::Vault(fault) = error.kind() else {
        return false;
    };
    matches!(
        fault,
        VaultFault::Damaged | VaultFault::CutOff | VaultFault::TrailingBytes
    )
}

fn backup_info(backup: Backup) -> BackupInfo {
    let Backup {
        path,
        day,
        generation,
        bytes,
        id: _,
    } = backup;
    BackupInfo {
        path,
        day,
        generation,
        bytes,
    }
}

/// Who can open the workspace, and its backups.
pub(super) fn keys_info(workspace: &Workspace) -> Result<KeysInfo> {
    let (_, generation) = workspace.save_number();
    Ok(KeysInfo {
        slots: workspace.slots()?,
        backups: backups(workspace.path())
            .into_iter()
            .map(backup_info)
            .collect(),
        generation,
    })
}
