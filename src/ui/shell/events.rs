//! What the shell does when the worker answers, a file was chosen, or one was dropped.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Failure, Outward, Running, Shell, lock};
use crate::analysis::Findings;
use crate::app::{
    Command, Event, ImportReport, ImportStart, Overview, Reply, Settings, Stage, Ticket, WaveInfo,
};
use crate::domain::{WaveCode, WaveState};
use crate::error::Error;
use crate::ui::action::Pick;
use crate::ui::gate::Gate;
use crate::ui::load::Load;
use crate::ui::screens::ScreenId;

impl Shell {
    /// The worker took the command under this ticket.
    pub fn on_sent(&mut self, ticket: Ticket, command: Command) {
        if command == Command::Analyze {
            self.findings.wait();
        }
        if let Command::StartImport(start) = &command {
            self.import_start = Some(start.clone());
            self.import.wait();
            self.go(ScreenId::Import);
        }
        if matches!(command, Command::CheckImport(_) | Command::CommitImport(_)) {
            self.import.wait();
        }
        let since = self.now;
        self.running.push(Running {
            ticket,
            command,
            stage: None,
            share: None,
            since,
        });
    }

    /// The user chose a file.
    pub fn on_picked(&mut self, pick: Pick, path: PathBuf) -> Vec<Outward> {
        match pick {
            Pick::OpenWorkspace => self.run(Command::OpenWorkspace(path)),
            Pick::NewWorkspace { company } => self.ask_new_keys(path, Some(company)),
            Pick::Import { kind, wave } => {
                let start = ImportStart {
                    path,
                    kind,
                    sheet: None,
                    wave,
                };
                self.run(Command::StartImport(start));
            }
            Pick::Questionnaire => self.run(Command::AddQuestionnaire(path)),
            Pick::ReportFolder => {
                let settings = Settings {
                    export_folder: Some(path),
                    ..self.settings.clone()
                };
                self.remember(settings);
            }
            Pick::Refusals => self.run(Command::SaveRefusals(path)),
            Pick::RecoverySheet => self.print_words(path),
        }
        std::mem::take(&mut self.outward)
    }

    /// A file was dropped on the window: a workspace is opened, anything else imported.
    pub fn on_dropped(&mut self, path: PathBuf) -> Vec<Outward> {
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase());
        let pick = match extension.as_deref() {
            Some("frontline") => Pick::OpenWorkspace,
            Some("toml") => Pick::Questionnaire,
            _ => Pick::Import {
                kind: None,
                wave: self.open_wave(),
            },
        };
        self.on_picked(pick, path)
    }

    fn open_wave(&self) -> Option<WaveCode> {
        let is_open = |info: &&WaveInfo| info.wave.state == WaveState::Open;
        let found = self.overview.as_ref()?.waves.iter().rev().find(is_open)?;
        Some(found.wave.code.clone())
    }

    /// Hears from the worker; returns what should be asked next.
    pub fn on_event(&mut self, event: Event) -> Vec<Outward> {
        match event {
            Event::Progress {
                ticket,
                stage,
                share,
            } => self.on_progress(ticket, stage, share),
            Event::Done { ticket, reply } => self.on_done(ticket, reply),
            Event::Failed { ticket, error } => self.on_failed(ticket, error),
        }
        std::mem::take(&mut self.outward)
    }

    fn on_progress(&mut self, ticket: Ticket, stage: Stage, share: Option<f32>) {
        for running in self
            .running
            .iter_mut()
            .filter(|running| running.ticket == ticket)
        {
            running.stage = Some(stage);
            running.share = share;
        }
    }

    fn on_done(&mut self, ticket: Ticket, reply: Reply) {
        self.running.retain(|running| running.ticket != ticket);
        if self.is_outdated(&reply) {
            return;
        }
        match reply {
            Reply::Overview(overview) => self.on_overview(overview),
            Reply::Closed => self.on_closed(),
            Reply::Locked(info) => self.on_locked(info),
            Reply::Words { overview, words } => self.on_words(overview, words),
            Reply::Findings(findings) => self.on_findings(findings),
            Reply::Import(view) => self.import = Load::Ready(view),
            Reply::Imported { overview, report } => self.on_imported(overview, report),
            Reply::Exported { overview, files } => self.on_exported(overview, files),
            Reply::Merged { overview, files: _ } => self.on_overview(overview),
            Reply::Verified(_) | Reply::Witness(_) => {}
            Reply::Saved(path) => self.outward.push(Outward::OpenPath(path)),
            Reply::Quiet => {}
        }
        self.is_stale = true;
    }

    pub(super) fn on_overview(&mut self, overview: Arc<Overview>) {
        if self.gate != Gate::Open {
            self.leave_gate();
        }
        let is_other = self
            .overview
            .as_ref()
            .is_none_or(|known| known.path != overview.path);
        if is_other {
            self.findings = Load::Empty;
            self.import = Load::Empty;
            self.wave = usize::MAX;
        }
        if self.report_folder.as_os_str().is_empty() {
            self.report_folder.clone_from(&overview.reports_folder);
        }
        let has_results = overview.has_closed_wave();
        self.overview = Some(overview);
        if is_other || self.screen == ScreenId::Welcome {
            self.go(ScreenId::Home);
        }
        if has_results {
            self.run(Command::Analyze);
        } else {
            self.findings = Load::Empty;
        }
    }

    fn on_closed(&mut self) {
        self.overview = None;
        self.findings = Load::Empty;
        self.import = Load::Empty;
        self.undo = None;
        self.gate = Gate::Open;
        self.go(ScreenId::Welcome);
    }

    fn on_findings(&mut self, findings: Arc<Findings>) {
        let last = findings.waves.len().saturating_sub(1);
        self.wave = self.wave.min(last);
        self.findings = Load::Ready(findings);
    }

    fn on_imported(&mut self, overview: Arc<Overview>, report: ImportReport) {
        self.import = Load::Empty;
        self.on_overview(overview);
        self.screen = ScreenId::Import;
        self.import_report = Some(report);
    }

    fn on_exported(&mut self, overview: Arc<Overview>, files: Vec<PathBuf>) {
        self.overview = Some(overview);
        self.exported = files;
    }

    fn on_failed(&mut self, ticket: Ticket, error: Error) {
        let position = self
            .running
            .iter()
            .position(|running| running.ticket == ticket);
        let Some(command) = position.map(|position| self.running.remove(position).command) else {
            return;
        };
        self.is_stale = true;
        if command == Command::Analyze {
            self.findings = Load::Failed(error.clone());
        }
        if matches!(command, Command::StartImport(_)) {
            self.import = Load::Failed(error.clone());
        }
        if matches!(command, Command::CheckImport(_) | Command::CommitImport(_)) {
            // The file stays on the screen as it was checked last.
            self.import.stop_waiting();
        }
        if command == Command::Lock {
            // The file is gone; what was readable is gone with it.
            self.on_closed();
        }
        if error.is_cancelled() {
            return;
        }
        if lock::is_at_gate(&command) {
            self.key_error = Some(error);
            return;
        }
        let command = (!lock::holds_key(&command)).then_some(command);
        self.failure = Some(Failure { error, command });
    }
}
