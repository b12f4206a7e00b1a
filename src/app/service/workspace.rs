//! Opening, making and closing workspaces.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Service;
use super::ratings::put_demo_round;
use crate::app::demo::DemoChain;
use crate::app::{DEMO_PASSPHRASE, Passphrase, Reply, Stage, Unlock, Watch};
use crate::domain::{Date, Lang};
use crate::error::{Error, Field, Kind, Result, VaultFault};
use crate::import::embedded_source;
use crate::seal::container::Vault;
use crate::seal::secret::Cost;
use crate::store::{Change, FILE_EXTENSION, Opening, StoredComment, Workspace, remove_workspace};

pub(in crate::app::service) const COMPANY: &str = "company";
pub(super) const DEMO: &str = "demo";
/// How many workspaces the welcome screen remembers.
const RECENT: usize = 10;

impl Service {
    pub(super) fn open_workspace(&mut self, path: &Path) -> Result<Reply> {
        if self.open.as_ref().is_some_and(|open| open.path() == path) {
            return self.changed();
        }
        self.locked(path)
    }

    pub(super) fn create_workspace(
        &mut self,
        path: &Path,
        company: &str,
        passphrase: &Passphrase,
        watch: &mut Watch,
    ) -> Result<Reply> {
        let company = company_name(company)?;
        if let Some(folder) = path.parent() {
            make_folder(folder)?;
        }
        if path.exists() {
            let (field, name) = (Field::Name, path.display().to_string());
            return Err(Kind::Exists { field, name }.into());
        }
        let (vault, words) = self.new_vault(passphrase, watch)?;
        let mut workspace = Workspace::create(path, vault, self.surroundings.today())?;
        workspace.change("create", |tx| Workspace::set_setting(tx, COMPANY, company))?;
        self.take(workspace)?;
        self.with_words(words)
    }

    pub(super) fn close_workspace(&mut self) -> Result<Reply> {
        self.open = None;
        self.import = None;
        self.forget();
        self.settings.last_workspace = None;
        self.settings.save(self.surroundings.settings_file())?;
        Ok(Reply::Closed)
    }

    pub(super) fn rename_company(&mut self, name: &str) -> Result<Reply> {
        let name = company_name(name)?;
        self.workspace_mut()?.change("rename company", |tx| {
            Workspace::set_setting(tx, COMPANY, name)
        })?;
        self.changed()
    }

    pub(super) fn open_demo(
        &mut self,
        dir: Option<PathBuf>,
        lang: Lang,
        seed: u64,
        watch: &mut Watch,
    ) -> Result<Reply> {
        let is_ours = dir.is_none();
        let folder = dir.unwrap_or_else(|| self.surroundings.data().join("demo"));
        make_folder(&folder)?;
        let path = folder.join("chain").with_extension(FILE_EXTENSION);
        watch.step(Stage::Computing, None)?;
        let chain = DemoChain::generate(seed, lang);
        // Always the same fresh chain: whatever was tried out in it last time goes.
        self.open = None;
        let today = self.surroundings.today();
        let passphrase = Passphrase::new(DEMO_PASSPHRASE);
        remove_old_demo(&path, (&passphrase, today), is_ours)?;
        // Everybody knows the passphrase: there is nothing to make slow.
        let (vault, _) = Vault::create(&passphrase, Cost::FLOOR)?;
        let mut workspace = Workspace::create(&path, vault, today)?;
        watch.step(Stage::Saving, None)?;
        workspace.change("demo", |tx| put_demo(tx, &chain, (lang, seed)))?;
        workspace.change_ratings("demo", |tx| put_demo_round(tx, &chain))?;
        self.take(workspace)?;
        self.put_demo_actions(lang, watch)?;
        self.changed_actions()
    }

    pub(super) fn take(&mut self, workspace: Workspace) -> Result<Reply> {
        let path = workspace.path().to_owned();
        self.open = Some(workspace);
        self.destroy_due()?;
        self.import = None;
        self.settings.recent.retain(|known| *known != path);
        self.settings.recent.insert(0, path.clone());
        self.settings.recent.truncate(RECENT);
        self.settings.last_workspace = Some(path);
        // A choice that is not remembered is no reason to refuse the workspace.
        drop(self.settings.save(self.surroundings.settings_file()));
        self.changed()
    }
}

/// Makes room for a fresh example. A file that is no example of ours is never touched; a damaged
/// one is only replaced where nobody but the program puts files.
fn remove_old_demo(
    path: &Path,
    (passphrase, today): (&Passphrase, Date),
    is_ours: bool,
) -> Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let opening = Opening {
        unlock: &Unlock::Passphrase(passphrase.clone()),
        seen: &BTreeMap::new(),
        accepts_older: true,
        today,
    };
    match Workspace::open(path, &opening) {
        Ok(known) if known.setting(DEMO)?.is_some() => drop(known),
        Ok(_) => {
            let (field, name) = (Field::Name, path.display().to_string());
            return Err(Kind::Exists { field, name }.into());
        }
        Err(error) if *error.kind() == Kind::WorkspaceInUse => return Err(error),
        // Of somebody else, with a passphrase of its own.
        Err(error) if !is_ours && *error.kind() == Kind::Vault(VaultFault::WrongPassphrase) => {
            let (field, name) = (Field::Name, path.display().to_string());
            return Err(Kind::Exists { field, name }.into());
        }
        Err(error) if !is_ours => return Err(error),
        Err(_) => {}
    }
    remove_workspace(path)
}

fn company_name(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 120 {
        return Err(Error::invalid(Field::Name, name));
    }
    Ok(name)
}

pub(super) fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)
        .map_err(|_| Kind::FileUnwritable(folder.display().to_string()).into())
}

fn put_demo(tx: &Change<'_>, chain: &DemoChain, (lang, seed): (Lang, u64)) -> Result<()> {
    Workspace::set_setting(tx, COMPANY, &chain.company)?;
    Workspace::set_setting(tx, DEMO, "yes")?;
    Workspace::put_branches(tx, &chain.branches)?;
    Workspace::put_positions(tx, &chain.positions)?;
    for (position, wave) in chain.waves.iter().enumerate() {
        let source = embedded_source(&wave.questionnaire).unwrap_or_default();
        Workspace::add_wave(tx, wave, source)?;
        Workspace::put_answers(tx, &wave.code, &chain.stored_answers(position))?;
        let comments = chain.comments(position, lang).into_iter();
        let comments = comments.map(|(class, item, words)| StoredComment {
            class: u32::try_from(class).unwrap_or(u32::MAX),
            item,
            words,
        });
        Workspace::put_comments(tx, &wave.code, comments.collect())?;
        // Nothing to keep secret: the same example every time.
        Workspace::seed_comments(tx, &wave.code, seed)?;
    }
    Workspace::put_outcomes(tx, &chain.outcomes)
}
