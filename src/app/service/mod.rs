//! The service behind the commands: holds the open workspace and does one command at a time.

mod actions;
mod asked;
mod basis;
mod collection;
mod comments;
mod comparison;
mod import_commit;
pub(in crate::app) mod import_ratings;
mod imports;
mod keys;
mod organisation;
mod overview;
mod proven;
pub(in crate::app) mod ratings;
mod report_check;
mod report_files;
mod report_make;
mod reports;
mod waves;
mod workspace;

use std::sync::Arc;

use super::{Command, ImportReport, Reply, Settings, Surroundings, Watch};
use crate::domain::Lang;
use crate::error::{Kind, Result};
use crate::store::Workspace;
use basis::Known;
use collection::WitnessDesk;
use imports::ImportSession;

pub use imports::mapping_roles;
pub(in crate::app) use overview::questionnaire_of;
pub use report_check::CheckedReport;
pub use report_make::report_sheets;
pub use reports::DEFAULT_SEED;

/// Does commands. Lives on the worker thread, or in the command line.
pub struct Service {
    surroundings: Surroundings,
    settings: Settings,
    open: Option<Workspace>,
    import: Option<ImportSession>,
    known: Known,
    witness: Option<WitnessDesk>,
    has_quick_keys: bool,
}

impl Service {
    /// A service with the user's remembered choices.
    #[must_use]
    pub fn new(surroundings: Surroundings) -> Self {
        let settings = Settings::load(surroundings.settings_file());
        Self {
            surroundings,
            settings,
            open: None,
            import: None,
            known: Known::default(),
            witness: None,
            has_quick_keys: false,
        }
    }

    /// The same, but new passphrases cost the least that is allowed (64 MiB, three passes) instead
    /// of what fits this computer.
    #[must_use]
    pub fn with_quick_keys(self) -> Self {
        Self {
            has_quick_keys: true,
            ..self
        }
    }

    /// A service that remembers nothing about its user; for the command line.
    #[must_use]
    pub fn without_memory(surroundings: Surroundings, lang: Lang) -> Self {
        let settings = Settings {
            lang: Some(lang),
            ..Settings::default()
        };
        let surroundings = surroundings.without_settings();
        Self {
            surroundings,
            settings,
            open: None,
            import: None,
            known: Known::default(),
            witness: None,
            has_quick_keys: false,
        }
    }

    /// Closes what is open, with its keys, before the program ends. What was computed is taken apart
    /// beside: whoever waits for the program need not wait for that.
    pub fn leave(self) {
        let Self { open, known, .. } = self;
        drop(open);
        std::thread::spawn(move || drop(known));
    }

    /// The user's remembered choices.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Does a command; the answer tells what changed.
    ///
    /// # Errors
    /// When it cannot be done; nothing has changed then.
    pub fn handle(&mut self, command: Command, watch: &mut Watch) -> Result<Reply> {
        let today = self.surroundings.today();
        if let Some(open) = &mut self.open {
            open.set_today(today);
        }
        let result = self.dispatch(command, watch);
        self.remember_save();
        result
    }

    fn dispatch(&mut self, command: Command, watch: &mut Watch) -> Result<Reply> {
        match command {
            Command::OpenWorkspace(path) => self.open_workspace(&path),
            Command::Unlock {
                path,
                unlock,
                accepts_older,
            } => self.unlock(&path, &unlock, accepts_older, watch),
            Command::CreateWorkspace {
                path,
                company,
                passphrase,
            } => self.create_workspace(&path, &company, &passphrase, watch),
            Command::ConvertWorkspace { path, passphrase } => {
                self.convert_workspace(&path, &passphrase, watch)
            }
            Command::Lock => self.lock(),
            Command::ChangePassphrase { current, new } => {
                self.change_passphrase(&current, &new, watch)
            }
            Command::AddOfficer { name, passphrase } => self.add_officer(&name, &passphrase, watch),
            Command::RemoveOfficer(slot) => self.remove_officer(slot),
            Command::RenewWords => self.renew_words(),
            Command::RotateKey(kept) => self.rotate_key(&kept, watch),
            Command::RestoreBackup {
                path,
                backup,
                unlock,
            } => self.restore_backup((&path, &backup), unlock.as_ref(), watch),
            Command::PrintWords { path, words } => self.print_words(&path, &words),
            Command::OpenDemo { dir, lang, seed } => self.open_demo(dir, lang, seed, watch),
            Command::CloseWorkspace => self.close_workspace(),
            Command::RenameCompany(name) => self.rename_company(&name),
            Command::SaveBranch { branch, previous } => self.save_branch(branch, previous),
            Command::RemoveBranch(code) => self.remove_branch(&code),
            Command::AddQuestionnaire(path) => self.add_questionnaire(&path),
            Command::CreateWave(draft) => self.create_wave(draft),
            Command::UpdateWave(wave) => self.update_wave(&wave),
            Command::OpenWave(code) => self.open_wave(&code),
            Command::CloseWave(code) => self.close_wave(&code, watch),
            Command::RemoveWave(code) => self.remove_wave(&code),
            Command::DesignWave { wave, change } => self.change_design(&wave, change),
            Command::AskChanges { wave, is_asked } => self.ask_changes(&wave, is_asked),
            Command::MakeCodes(request) => self.make_codes(&request, watch),
            Command::ExportPack {
                wave,
                station,
                path,
            } => self.export_pack(&wave, &station, &path),
            Command::StartKiosk { wave, station } => self.start_kiosk(&wave, &station),
            Command::MergeBundles(paths) => self.merge_bundles(&paths, watch),
            Command::ExportBatch { wave, path } => self.export_batch(&wave, &path),
            Command::ImportRelease(path) => self.import_release(&path, watch),
            Command::DestroyRecords(wave) => self.destroy_records(&wave),
            Command::VerifyFile(path) => collection::verify_file(&path),
            Command::Witness(deed) => self.witness(deed, watch),
            Command::StartImport(start) => self.start_import(start, watch),
            Command::CheckImport(plan) => self.check_import(plan, watch),
            Command::CommitImport(plan) => self.commit_import(&plan, watch),
            Command::CancelImport => self.cancel_import(),
            Command::SaveRefusals(path) => self.save_refusals(&path),
            Command::RemoveMeasure(measure) => self.remove_measure(&measure),
            Command::Ratings(command) => self.ratings(command, watch),
            Command::Actions(command) => self.actions(command),
            Command::Analyze => self.analyze(watch),
            Command::Comments(wave, deed) => self.comments(&wave, deed),
            Command::Export(request) => self.export(request, watch),
            Command::SaveSettings(settings) => self.save_settings(settings),
        }
    }

    fn workspace(&self) -> Result<&Workspace> {
        self.open.as_ref().ok_or_else(|| Kind::NothingOpen.into())
    }

    fn workspace_mut(&mut self) -> Result<&mut Workspace> {
        self.open.as_mut().ok_or_else(|| Kind::NothingOpen.into())
    }

    /// After a change: findings are stale, and the screens want the workspace anew.
    fn changed(&mut self) -> Result<Reply> {
        self.forget();
        Ok(Reply::Overview(Arc::new(self.overview()?)))
    }

    /// What was computed rests on what was before.
    fn forget(&mut self) {
        self.known = Known::default();
    }

    fn imported(&mut self, report: ImportReport) -> Result<Reply> {
        self.forget();
        Ok(Reply::Imported {
            overview: Arc::new(self.overview()?),
            report,
        })
    }

    /// What the service itself keeps is not the window's to set: its copy may be older.
    fn save_settings(&mut self, settings: Settings) -> Result<Reply> {
        let settings = Settings {
            last_workspace: self.settings.last_workspace.clone(),
            recent: self.settings.recent.clone(),
            seen: self.settings.seen.clone(),
            ..settings
        };
        settings.save(self.surroundings.settings_file())?;
        self.settings = settings;
        Ok(Reply::Quiet)
    }
}
