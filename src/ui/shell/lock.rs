//! The gate before the workspace: making keys, locking and unlocking, and the lock that falls by
//! itself. Whatever is readable is dropped here.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::{Outward, Shell};
use crate::app::{Command, LockedInfo, LockedKind, Overview, RecoveryWords, Reply, WitnessDeed};
use crate::ui::gate::{Gate, NewKeys};
use crate::ui::load::Load;
use crate::ui::ratings::Ratings;
use crate::ui::screens::{ScreenId, Screens};

/// How long nobody has touched anything.
#[derive(Debug, Default)]
pub(super) struct Idle {
    /// The clock on the wall, in seconds; 0 until it was told.
    wall: f64,
    /// When something was last touched.
    touched: f64,
    /// What egui remembers (typed text, undo) goes with the next frame.
    pub(super) forgets_memory: bool,
    /// Answers to what was asked before the lock are on their way.
    is_locking: bool,
}

impl Shell {
    /// The screen that the gate asks for.
    pub(super) fn gate_screen(&self) -> Option<ScreenId> {
        match self.gate {
            Gate::Open => None,
            Gate::NewKeys(_) => Some(ScreenId::NewKeys),
            Gate::Locked(_) => Some(ScreenId::Unlock),
            Gate::Words(_) => Some(ScreenId::Words),
        }
    }

    /// A workspace needs a passphrase before it can be made or encrypted.
    pub(super) fn ask_new_keys(&mut self, path: PathBuf, company: Option<String>) {
        self.key_error = None;
        self.gate = Gate::NewKeys(NewKeys { path, company });
        self.go(ScreenId::NewKeys);
    }

    pub(super) fn on_locked(&mut self, info: Arc<LockedInfo>) {
        self.idle.is_locking = false;
        self.hide_workspace();
        if info.kind == LockedKind::Unencrypted {
            self.ask_new_keys(info.path.clone(), None);
            return;
        }
        self.gate = Gate::Locked(info);
        self.go(ScreenId::Unlock);
    }

    pub(super) fn on_words(&mut self, overview: Arc<Overview>, words: RecoveryWords) {
        self.on_overview(overview);
        self.gate = Gate::Words(words);
        self.go(ScreenId::Words);
    }

    /// Done with keys: on to the workspace, or back to the first screen where none is open.
    pub(super) fn leave_gate(&mut self) {
        self.gate = Gate::Open;
        self.key_error = None;
        self.idle.forgets_memory = true;
        self.screens.forget_secrets();
        self.go(ScreenId::Home);
    }

    pub(super) fn print_words(&mut self, path: PathBuf) {
        if let Gate::Words(words) = &self.gate {
            let words = words.clone();
            self.run(Command::PrintWords { path, words });
        }
    }

    /// The lock falls at once, before the worker has heard of it.
    pub(super) fn hide_everything(&mut self) {
        let Some(overview) = self.overview.take() else {
            return;
        };
        let info = LockedInfo {
            path: overview.path.clone(),
            kind: LockedKind::Sealed { has_words: true },
            is_example: overview.is_demo,
            backups: overview.keys.backups.clone(),
        };
        self.hide_workspace();
        self.idle.is_locking = true;
        self.gate = Gate::Locked(Arc::new(info));
        self.go(ScreenId::Unlock);
    }

    /// Drops everything that could be read, with the rows that screens prepared.
    fn hide_workspace(&mut self) {
        self.overview = None;
        self.ratings = Ratings::default();
        self.findings = Load::Empty;
        self.comments = Load::Empty;
        self.import = Load::Empty;
        self.import_start = None;
        self.import_report = None;
        self.exported.clear();
        self.failure = None;
        self.key_error = None;
        self.undo = None;
        self.confirmation = None;
        self.proposed = None;
        self.wave = usize::MAX;
        self.screens = Screens::default();
        self.idle.forgets_memory = true;
        self.is_stale = true;
    }

    /// After the lock has fallen, answers to earlier questions are not looked at.
    pub(super) fn is_outdated(&self, reply: &Reply) -> bool {
        let tells = match reply {
            Reply::Overview(_)
            | Reply::Words { .. }
            | Reply::Findings(_)
            | Reply::Comments(_)
            | Reply::Import(_)
            | Reply::Imported { .. }
            | Reply::Exported { .. }
            | Reply::Merged { .. }
            | Reply::Ratings(_)
            | Reply::Actions(_)
            | Reply::Saved(_) => true,
            Reply::Closed
            | Reply::Locked(_)
            | Reply::Verified(_)
            | Reply::Witness(_)
            | Reply::Kiosk(_)
            | Reply::Quiet => false,
        };
        self.idle.is_locking && tells
    }

    /// Notes that somebody is there, and clears egui's memory after a lock.
    pub(super) fn watch_input(&mut self, ctx: &Context) {
        if std::mem::take(&mut self.idle.forgets_memory) {
            ctx.data_mut(egui::util::IdTypeMap::clear);
        }
        if ctx.input(|input| !input.events.is_empty()) {
            self.idle.touched = self.idle.wall;
        }
    }

    /// Tells the time on the wall, in seconds; locks a workspace that nobody has touched for long.
    /// Work that is running is not cut off: the lock falls when it is done.
    #[must_use]
    pub fn tick(&mut self, wall: f64) -> Vec<Outward> {
        if self.idle.touched <= 0.0 || wall < self.idle.touched {
            self.idle.touched = wall;
        }
        self.idle.wall = wall;
        let is_due = self.until_lock().is_some_and(|rest| rest.is_zero());
        if is_due && self.running.is_empty() {
            self.run(Command::Lock);
        }
        std::mem::take(&mut self.outward)
    }

    /// How long until the lock falls; nothing where there is nothing to lock.
    pub(super) fn until_lock(&self) -> Option<Duration> {
        self.overview.as_ref()?;
        let limit = f64::from(self.settings.auto_lock_minutes()) * 60.0;
        let rest = limit - (self.idle.wall - self.idle.touched);
        Some(Duration::from_secs_f64(rest.max(0.0)))
    }
}

/// Is this asked from a page of the gate, which shows the refusal itself?
pub(super) fn is_at_gate(command: &Command) -> bool {
    matches!(
        command,
        Command::Unlock { .. } | Command::CreateWorkspace { .. } | Command::ConvertWorkspace { .. }
    ) || matches!(
        command,
        Command::RestoreBackup {
            unlock: Some(_),
            ..
        }
    )
}

/// Is it asked for in a form of the settings, where a refusal is told beside what was typed?
pub(super) fn is_key_form(command: &Command) -> bool {
    matches!(
        command,
        Command::ChangePassphrase { .. } | Command::AddOfficer { .. } | Command::RotateKey(_)
    )
}

/// Does it carry a key? Then it is neither kept nor tried again by itself.
pub(super) fn holds_key(command: &Command) -> bool {
    matches!(
        command,
        Command::ChangePassphrase { .. }
            | Command::AddOfficer { .. }
            | Command::RotateKey(_)
            | Command::PrintWords { .. }
            | Command::Witness(
                WitnessDeed::Create { .. }
                    | WitnessDeed::Open { .. }
                    | WitnessDeed::PrintWords { .. }
            )
    )
}
