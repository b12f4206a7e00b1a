//! What every screen may look at: read-only, passed first.

use std::path::Path;
use std::sync::Arc;

use super::gate::Gate;
use super::load::Load;
use super::ratings::Ratings;
use crate::analysis::actions::Evidence;
use crate::analysis::{Findings, WaveFindings};
use crate::app::{
    CommentsView, ImportReport, ImportView, MergedFile, Overview, Settings, Verified, WitnessDeed,
    WitnessView,
};
use crate::domain::action::Finding;
use crate::domain::{Lang, WaveCode};
use crate::error::Error;

/// Where on the witness's screen a deed is done; its failure is shown there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WitnessPlace {
    /// Making a key.
    NewKey,
    /// Opening one.
    OpenKey,
    /// The recovery words.
    Words,
    /// The card for HR.
    Card,
    /// The answers that wait.
    Batch,
    /// Closing and destroying the key.
    Key,
}

impl WitnessPlace {
    /// The place of a deed.
    #[must_use]
    pub const fn of(deed: &WitnessDeed) -> Self {
        match deed {
            WitnessDeed::Create { .. } => Self::NewKey,
            WitnessDeed::Open { .. } => Self::OpenKey,
            WitnessDeed::PrintWords { .. } => Self::Words,
            WitnessDeed::SaveCard(_) => Self::Card,
            WitnessDeed::ReadBatch(_) | WitnessDeed::Release(_) => Self::Batch,
            WitnessDeed::Close | WitnessDeed::Destroy => Self::Key,
        }
    }
}

/// The read-only surroundings of a screen.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// Language of the window.
    pub lang: Lang,
    /// The workspace; none on the welcome screen.
    pub overview: Option<&'a Arc<Overview>>,
    /// Findings of the closed waves.
    pub findings: &'a Load<Arc<Findings>>,
    /// Comments of the wave that was asked for last.
    pub comments: &'a Load<Arc<CommentsView>>,
    /// Position of the chosen wave in the findings.
    pub wave: usize,
    /// The file that is being imported.
    pub import: &'a Load<Arc<ImportView>>,
    /// What was asked when its file was read, to read another of its sheets.
    pub import_start: Option<&'a crate::app::ImportStart>,
    /// What the last import did, until another screen is shown.
    pub import_report: Option<&'a ImportReport>,
    /// Files written by the last export, until another screen is shown.
    pub exported: &'a [std::path::PathBuf],
    /// The wave whose collection is shown.
    pub focus: Option<&'a WaveCode>,
    /// Folder for codes.
    pub codes_folder: &'a Path,
    /// What became of the bundles that were merged last, until another screen is shown.
    pub merged: &'a [MergedFile],
    /// What the check of a file found, until another screen is shown.
    pub verified: Option<&'a Verified>,
    /// What the witness has open.
    pub witness: &'a Load<Arc<WitnessView>>,
    /// The key file that waits for its passphrase.
    pub witness_file: Option<&'a Path>,
    /// Which deed of the witness failed, and why.
    pub witness_fault: Option<&'a (WitnessPlace, Error)>,
    /// The key file that was destroyed just now.
    pub witness_gone: Option<&'a Path>,
    /// People and ratings.
    pub ratings: &'a Ratings,
    /// The finding that an action is to be made of, and how many were so far.
    pub proposed: Option<(u64, &'a Finding)>,
    /// Remembered choices.
    pub settings: &'a Settings,
    /// Folder for reports.
    pub report_folder: &'a Path,
    /// Is something running?
    pub is_busy: bool,
    /// What has to be done before the workspace is seen.
    pub gate: &'a Gate,
    /// Why the last key was refused.
    pub key_error: Option<&'a Error>,
}

impl<'a> Cx<'a> {
    /// The findings, where they are there.
    #[must_use]
    pub fn ready(&self) -> Option<&'a Arc<Findings>> {
        self.findings.ready()
    }

    /// Everything that actions are measured by.
    #[must_use]
    pub fn evidence(&self) -> Evidence<'a> {
        Evidence {
            findings: self.ready().map(AsRef::as_ref),
            levels: self
                .overview
                .map_or(&[], |overview| &overview.actions.levels),
        }
    }

    /// The wave whose collection is shown.
    #[must_use]
    pub fn focused(&self) -> Option<&'a crate::app::WaveInfo> {
        let waves = &self.overview?.waves;
        waves
            .iter()
            .find(|info| Some(&info.wave.code) == self.focus)
    }

    /// The findings and the chosen wave of them.
    #[must_use]
    pub fn chosen(&self) -> Option<(&'a Findings, &'a WaveFindings)> {
        let findings = self.ready()?;
        Some((findings, findings.waves.get(self.wave)?))
    }
}
