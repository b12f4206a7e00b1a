//! The frame around the screens: side bar, status line, progress, failures, undo, confirmation.
//!
//! Knows commands and events, not the worker: [`Shell::ui`] returns what should be asked, and
//! [`Shell::on_event`] takes what is heard, so that tests drive it without a thread.

mod actions;
mod events;
mod files;
mod lock;
mod parts;
mod ratings;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Ui};

use crate::analysis::Findings;
use crate::app::{
    Command, CommentsView, ImportReport, ImportView, MergedFile, Overview, Settings, Stage, Ticket,
    Verified, WitnessView,
};
use crate::domain::action::Finding;
use crate::domain::{Lang, WaveCode, WaveState};
use crate::error::Error;
use crate::ui::action::{Action, Actions, Confirmation, Pick};
use crate::ui::cx::{Cx, WitnessPlace};
use crate::ui::gate::Gate;
use crate::ui::load::Load;
use crate::ui::ratings::Ratings;
use crate::ui::screens::{ScreenId, Screens};
use lock::Idle;

/// What the shell wants from the program around it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outward {
    /// Ask the worker.
    Run(Command),
    /// Cancel this ticket.
    Cancel(Ticket),
    /// Let the user choose a file.
    Pick(Pick),
    /// Open with the system's own program.
    OpenPath(PathBuf),
    /// Start this program once more, as a kiosk with this pack.
    Kiosk(PathBuf),
}

/// What is running.
#[derive(Debug, Clone)]
pub(super) struct Running {
    pub(super) ticket: Ticket,
    pub(super) command: Command,
    pub(super) stage: Option<Stage>,
    pub(super) share: Option<f32>,
    pub(super) since: f64,
}

/// A failure in sight, with what would try again.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    pub(super) error: Error,
    /// None where trying again would only repeat a key that did not fit.
    pub(super) command: Option<Command>,
    /// It was brought into sight: the page was scrolled to its top.
    pub(super) is_seen: bool,
}

/// A deed that can be taken back for a while.
#[derive(Debug, Clone)]
pub(super) struct Undo {
    pub(super) done: String,
    pub(super) command: Command,
    pub(super) until: f64,
}

/// How long an undo is offered, seconds.
const UNDO_SECONDS: f64 = 10.0;

/// The window's state.
pub struct Shell {
    pub(super) lang: Lang,
    pub(super) screen: ScreenId,
    screens: Screens,
    pub(super) overview: Option<Arc<Overview>>,
    findings: Load<Arc<Findings>>,
    comments: Load<Arc<CommentsView>>,
    wave: usize,
    import: Load<Arc<ImportView>>,
    import_start: Option<crate::app::ImportStart>,
    import_report: Option<ImportReport>,
    exported: Vec<PathBuf>,
    focus: Option<WaveCode>,
    codes_folder: PathBuf,
    merged: Vec<MergedFile>,
    verified: Option<Verified>,
    witness: Load<Arc<WitnessView>>,
    witness_file: Option<PathBuf>,
    witness_fault: Option<(WitnessPlace, Error)>,
    witness_gone: Option<PathBuf>,
    pub(super) ratings: Ratings,
    /// The finding that an action is to be made of, and how many were so far.
    proposed: Option<(u64, Box<Finding>)>,
    settings: Settings,
    report_folder: PathBuf,
    pub(super) running: Vec<Running>,
    pub(super) failure: Option<Failure>,
    pub(super) undo: Option<Undo>,
    pub(super) confirmation: Option<Confirmation>,
    /// How many days of actions are overdue or today, for the side bar.
    pub(super) due: Option<String>,
    is_stale: bool,
    outward: Vec<Outward>,
    now: f64,
    gate: Gate,
    key_error: Option<Error>,
    idle: Idle,
}

impl Shell {
    /// A window without a workspace.
    #[must_use]
    pub fn new(settings: Settings, lang: Lang) -> Self {
        Self {
            lang,
            screen: ScreenId::Welcome,
            screens: Screens::default(),
            overview: None,
            findings: Load::Empty,
            comments: Load::Empty,
            wave: 0,
            import: Load::Empty,
            import_start: None,
            import_report: None,
            exported: Vec::new(),
            focus: None,
            codes_folder: PathBuf::new(),
            merged: Vec::new(),
            verified: None,
            witness: Load::Empty,
            witness_file: None,
            witness_fault: None,
            witness_gone: None,
            ratings: Ratings::default(),
            proposed: None,
            report_folder: settings.export_folder.clone().unwrap_or_default(),
            settings,
            running: Vec::new(),
            failure: None,
            undo: None,
            confirmation: None,
            due: None,
            is_stale: true,
            outward: Vec::new(),
            now: 0.0,
            gate: Gate::Open,
            key_error: None,
            idle: Idle::default(),
        }
    }

    /// Language of the window.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The title of the window: the company first, as window lists cut the end.
    #[must_use]
    pub fn title(&self, program: &str) -> String {
        match &self.overview {
            Some(overview) => format!("{} — {program}", overview.company),
            None => program.to_owned(),
        }
    }

    /// Which screen is shown.
    #[must_use]
    pub fn screen(&self) -> ScreenId {
        self.screen
    }

    /// Shows a screen; without a workspace only the welcome screen, settings, and what the gate asks.
    pub fn go(&mut self, screen: ScreenId) {
        let gate = self.gate_screen();
        let is_allowed = match screen {
            ScreenId::Welcome | ScreenId::Settings => gate != Some(ScreenId::Words),
            ScreenId::NewKeys | ScreenId::Unlock | ScreenId::Words => gate == Some(screen),
            ScreenId::Witness => gate != Some(ScreenId::Words),
            ScreenId::Home
            | ScreenId::Organisation
            | ScreenId::Questionnaires
            | ScreenId::Waves
            | ScreenId::Design
            | ScreenId::Collection
            | ScreenId::Results
            | ScreenId::Customers
            | ScreenId::Linkage
            | ScreenId::Actions
            | ScreenId::Reports
            | ScreenId::Competencies
            | ScreenId::RaterDesk
            | ScreenId::Import => self.overview.is_some() && gate.is_none(),
        };
        let is_allowed = is_allowed && self.ratings.is_shared == (screen == ScreenId::RaterDesk);
        self.screen = if is_allowed {
            screen
        } else if self.ratings.is_shared && gate.is_none() {
            ScreenId::RaterDesk
        } else {
            gate.unwrap_or(ScreenId::Welcome)
        };
        if self.screen == ScreenId::Competencies {
            self.open_ratings();
        }
        self.exported.clear();
        self.import_report = None;
        self.merged.clear();
        self.verified = None;
        self.witness_fault = None;
        self.witness_gone = None;
        self.is_stale = true;
    }

    /// Shows how a wave is collected.
    pub fn show_wave(&mut self, code: WaveCode) {
        let waves = self.overview.iter().flat_map(|overview| &overview.waves);
        let is_draft = waves
            .into_iter()
            .any(|info| info.wave.code == code && info.wave.state == WaveState::Draft);
        self.focus = Some(code);
        self.go(if is_draft {
            ScreenId::Design
        } else {
            ScreenId::Collection
        });
    }

    /// Draws a frame; returns what the window should do, first wish first.
    #[must_use]
    pub fn ui(&mut self, ui: &mut Ui) -> Vec<Outward> {
        self.now = ui.input(|input| input.time);
        self.watch_input(ui.ctx());
        if self.is_stale {
            self.due = self.due_actions();
        }
        let mut actions = Actions::default();
        parts::frame_ui(self, ui, &mut actions);
        for action in actions.take() {
            self.carry_out(ui.ctx(), action);
        }
        self.repaint_later(ui.ctx());
        std::mem::take(&mut self.outward)
    }

    /// Draws the screen itself; called by the frame around it.
    pub(super) fn screen_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let cx = Cx {
            lang: self.lang,
            overview: self.overview.as_ref(),
            findings: &self.findings,
            comments: &self.comments,
            wave: self.wave,
            import: &self.import,
            import_start: self.import_start.as_ref(),
            import_report: self.import_report.as_ref(),
            exported: &self.exported,
            focus: self.focus.as_ref(),
            codes_folder: &self.codes_folder,
            merged: &self.merged,
            verified: self.verified.as_ref(),
            witness: &self.witness,
            witness_file: self.witness_file.as_deref(),
            witness_fault: self.witness_fault.as_ref(),
            witness_gone: self.witness_gone.as_deref(),
            ratings: &self.ratings,
            proposed: self
                .proposed
                .as_ref()
                .map(|(count, it)| (*count, it.as_ref())),
            settings: &self.settings,
            report_folder: &self.report_folder,
            is_busy: !self.running.is_empty(),
            gate: &self.gate,
            key_error: self.key_error.as_ref(),
        };
        let screen = self.screens.get(self.screen);
        if std::mem::take(&mut self.is_stale) {
            screen.prepare(&cx);
        }
        screen.ui(ui, &cx, actions);
    }

    /// Only a pending undo or a running command changes the picture by itself.
    fn repaint_later(&self, ctx: &Context) {
        if let Some(undo) = &self.undo {
            ctx.request_repaint_after(Duration::from_secs_f64((undo.until - self.now).max(0.05)));
        }
        if !self.running.is_empty() {
            ctx.request_repaint_after(Duration::from_millis(150));
        }
        if let Some(rest) = self.until_lock() {
            // Work that is running holds the lock back; no need to look more than once a second.
            ctx.request_repaint_after(rest.max(Duration::from_secs(1)));
        }
    }

    fn carry_out(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Run(command) => self.run(command),
            Action::Confirm(confirmation) => self.confirmation = Some(confirmation),
            Action::Go(screen) => self.go(screen),
            Action::ShowWave(code) => self.show_wave(code),
            Action::SelectWave(wave) => self.select_wave(wave),
            Action::Pick(pick) => self.outward.push(Outward::Pick(pick)),
            Action::Copy(text) => ctx.copy_text(text),
            Action::Remember(settings) => self.remember(settings),
            Action::OpenPath(path) => self.outward.push(Outward::OpenPath(path)),
            Action::OfferUndo { done, undo } => self.offer_undo(done, *undo),
            Action::CancelWork => self.cancel_work(),
            Action::Retry => self.retry(),
            Action::Dismiss => self.failure = None,
            Action::WordsKept => self.leave_gate(),
            Action::LeaveGate => self.leave_gate(),
            Action::MakeAction(finding) => self.make_action(finding),
            Action::ChooseRound(code) => self.choose_round(code),
            Action::ShareDesk => self.share_desk(),
            Action::LeaveSheet => self.leave_sheet(),
            Action::ForgetRater => self.forget_rater(),
        }
    }

    fn run(&mut self, command: Command) {
        self.failure = None;
        self.key_error = None;
        self.is_stale |= self.witness_fault.take().is_some() | self.witness_gone.take().is_some();
        if command == Command::Lock {
            self.hide_everything();
        }
        self.outward.push(Outward::Run(command));
    }

    fn select_wave(&mut self, wave: usize) {
        self.wave = wave;
        self.is_stale = true;
    }

    fn remember(&mut self, settings: Settings) {
        self.lang = settings.lang.unwrap_or(self.lang);
        if let Some(folder) = &settings.export_folder {
            self.report_folder.clone_from(folder);
        }
        self.settings = settings.clone();
        self.is_stale = true;
        self.run(Command::SaveSettings(settings));
    }

    fn offer_undo(&mut self, done: String, command: Command) {
        self.undo = Some(Undo {
            done,
            command,
            until: self.now + UNDO_SECONDS,
        });
    }

    fn cancel_work(&mut self) {
        let last = self.running.iter().map(|running| running.ticket).max();
        self.outward.extend(last.map(Outward::Cancel));
    }

    fn retry(&mut self) {
        if let Some(command) = self.failure.take().and_then(|failure| failure.command) {
            self.run(command);
        }
    }

    /// The user answered the question before a deed.
    pub(super) fn confirmed(&mut self, is_yes: bool, actions: &mut Actions) {
        if let Some(confirmation) = self.confirmation.take()
            && is_yes
        {
            actions.run(*confirmation.command);
        }
    }

    /// The undo that is still offered.
    pub(super) fn offered_undo(&mut self) -> Option<Undo> {
        if self
            .undo
            .as_ref()
            .is_some_and(|undo| undo.until <= self.now)
        {
            self.undo = None;
        }
        self.undo.clone()
    }
}
