//! What the shell does when the worker answers.

use std::path::PathBuf;
use std::sync::Arc;

use super::ratings::rating_of;
use super::{Failure, Outward, Running, Shell, lock};
use crate::analysis::Findings;
use crate::app::extensions;
use crate::app::{
    Command, CommentDeed, Event, ImportReport, MergedFile, Overview, Reply, Stage, Ticket,
    Verified, WaveInfo, WitnessDeed,
};
use crate::domain::WaveState;
use crate::error::Error;
use crate::ui::cx::WitnessPlace;
use crate::ui::gate::Gate;
use crate::ui::load::Load;
use crate::ui::ratings::Ratings;
use crate::ui::screens::ScreenId;

impl Shell {
    /// The worker took the command under this ticket.
    pub fn on_sent(&mut self, ticket: Ticket, command: Command) {
        if command == Command::Analyze {
            self.findings.wait();
        }
        if matches!(command, Command::Comments(..)) {
            self.comments.wait();
            self.is_stale = true;
        }
        if let Command::StartImport(start) = &command {
            self.import_start = Some(start.clone());
            self.import.wait();
            self.go(ScreenId::Import);
        }
        if matches!(command, Command::CheckImport(_) | Command::CommitImport(_)) {
            self.import.wait();
        }
        if matches!(command, Command::Witness(_)) {
            self.witness.wait();
        }
        if let Some(question) = rating_of(&command) {
            self.ratings.on_sent(question);
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
        let asked = self.running.iter().position(|it| it.ticket == ticket);
        let asked = asked.map(|position| self.running.remove(position).command);
        if self.is_outdated(&reply) {
            return;
        }
        match reply {
            Reply::Overview(overview) => self.on_overview(overview),
            Reply::Closed => self.on_closed(),
            Reply::Locked(info) => self.on_locked(info),
            Reply::Words { overview, words } => self.on_words(overview, words),
            Reply::Findings(findings) => self.on_findings(findings),
            Reply::Comments(view) => self.comments = Load::Ready(view),
            Reply::Import(view) => self.import = Load::Ready(view),
            Reply::Imported { overview, report } => self.on_imported(overview, report),
            Reply::Exported { overview, files } => self.on_exported(overview, files),
            Reply::Merged { overview, files } => self.on_merged(overview, files),
            Reply::Ratings(reply) => self.on_ratings(reply, asked.as_ref()),
            Reply::Actions(reply) => self.on_actions(reply),
            Reply::Verified(verified) => self.on_verified(verified),
            Reply::Witness(view) => self.witness = Load::Ready(view),
            Reply::Kiosk(pack) => self.on_kiosk(pack),
            Reply::Saved(path) => self.on_saved(path),
            Reply::Quiet => self.on_quiet(asked.as_ref()),
        }
        self.is_stale = true;
    }

    /// What others can read is opened; a file for a station or a witness is told of, with its folder.
    fn on_saved(&mut self, path: PathBuf) {
        self.witness.stop_waiting();
        if extensions::is_sealed(&path) {
            self.exported = vec![path];
        } else {
            self.outward.push(Outward::OpenPath(path));
        }
    }

    /// A witness's file was closed or destroyed.
    fn on_quiet(&mut self, asked: Option<&Command>) {
        let is_over = matches!(
            asked,
            Some(Command::Witness(WitnessDeed::Close | WitnessDeed::Destroy))
        );
        if is_over {
            if matches!(asked, Some(Command::Witness(WitnessDeed::Destroy))) {
                self.witness_gone = self.witness.ready().map(|view| view.path.clone());
            }
            self.witness = Load::Empty;
            self.witness_file = None;
        } else {
            self.witness.stop_waiting();
        }
    }

    /// The outcome of a merge is shown beside the stations it changed.
    fn on_merged(&mut self, overview: Arc<Overview>, files: Vec<MergedFile>) {
        self.on_overview(overview);
        if self.screen != ScreenId::Collection {
            let mut waves = self.overview.iter().flat_map(|overview| &overview.waves);
            let is_open =
                |info: &&WaveInfo| info.wave.state == WaveState::Open && info.collection.is_some();
            let code = waves.rfind(is_open).map(|it| it.wave.code.clone());
            if let Some(code) = code {
                self.show_wave(code);
            }
        }
        self.merged = files;
    }

    fn on_verified(&mut self, verified: Verified) {
        if !matches!(self.screen, ScreenId::Settings | ScreenId::Witness) {
            self.go(ScreenId::Settings);
        }
        self.verified = Some(verified);
    }

    fn on_kiosk(&mut self, pack: PathBuf) {
        self.on_closed();
        self.outward.push(Outward::Kiosk(pack));
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
            self.ratings = Ratings::default();
            self.findings = Load::Empty;
            self.import = Load::Empty;
            self.wave = usize::MAX;
        }
        if is_other {
            self.codes_folder.clone_from(&overview.reports_folder);
        }
        if self.report_folder.as_os_str().is_empty() {
            self.report_folder.clone_from(&overview.reports_folder);
        }
        // Branches, thresholds, answers: any of them may have moved what can be read.
        self.comments = Load::Empty;
        let has_results = overview.has_closed_wave();
        self.overview = Some(overview);
        if is_other || self.screen == ScreenId::Welcome {
            self.go(ScreenId::Home);
        }
        self.leave_design();
        if has_results {
            self.run(Command::Analyze);
        } else {
            self.findings = Load::Empty;
        }
    }

    /// A wave that was opened is no draft any more: its stations are shown.
    fn leave_design(&mut self) {
        let Some(code) = self
            .focus
            .clone()
            .filter(|_| self.screen == ScreenId::Design)
        else {
            return;
        };
        let waves = self.overview.iter().flat_map(|overview| &overview.waves);
        let is_opened = waves
            .into_iter()
            .any(|info| info.wave.code == code && info.wave.state != WaveState::Draft);
        if is_opened {
            self.show_wave(code);
        }
    }

    fn on_closed(&mut self) {
        self.overview = None;
        self.ratings = Ratings::default();
        self.findings = Load::Empty;
        self.comments = Load::Empty;
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
        self.comments = Load::Empty;
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
        if let Command::Comments(_, deed) = &command {
            self.comments.stop_waiting();
            if *deed == CommentDeed::Read {
                self.comments = Load::Failed(error.clone());
            }
        }
        if matches!(command, Command::StartImport(_)) {
            self.import = Load::Failed(error.clone());
        }
        if matches!(command, Command::CheckImport(_) | Command::CommitImport(_)) {
            // The file stays on the screen as it was checked last.
            self.import.stop_waiting();
        }
        if matches!(command, Command::Witness(_)) {
            self.witness.stop_waiting();
        }
        if command == Command::Lock {
            // The file is gone; what was readable is gone with it.
            self.on_closed();
        }
        if error.is_cancelled() {
            return;
        }
        if let Command::Witness(deed) = &command
            && self.screen == ScreenId::Witness
        {
            self.witness_fault = Some((WitnessPlace::of(deed), error));
            return;
        }
        if self.on_ratings_failed(&command, &error) {
            return;
        }
        if lock::is_at_gate(&command) || lock::is_key_form(&command) {
            self.key_error = Some(error);
            return;
        }
        let command = (!lock::holds_key(&command)).then_some(command);
        self.failure = Some(Failure {
            error,
            command,
            is_seen: false,
        });
    }
}
