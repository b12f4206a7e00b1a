//! The workspace as screens see it: small enough to be made anew after every change.

use std::path::PathBuf;
use std::sync::Arc;

use super::{ActionBoard, Collection, KeysInfo};
use crate::disclosure::Published;
use crate::domain::{Benchmark, Branch, Date, Outcome, Position, Questionnaire, Wave, WaveState};

/// The workspace as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The file.
    pub path: PathBuf,
    /// Name of the company.
    pub company: String,
    /// Is it the invented demo chain?
    pub is_demo: bool,
    /// Branches in order of code.
    pub branches: Vec<Branch>,
    /// Positions in order of title.
    pub positions: Vec<Position>,
    /// Questionnaires: ours first, then the company's own.
    pub questionnaires: Vec<QuestionnaireInfo>,
    /// Waves in order of time.
    pub waves: Vec<WaveInfo>,
    /// Customer outcomes as stored: by branch, period, channel, measure.
    pub outcomes: Arc<[Outcome]>,
    /// Imported benchmarks.
    pub benchmarks: Vec<Benchmark>,
    /// Actions.
    pub actions: Arc<ActionBoard>,
    /// Releases, newest first.
    pub releases: Vec<ReleaseInfo>,
    /// Today, as the clock of the program says.
    pub today: Date,
    /// Folder where reports go by default.
    pub reports_folder: PathBuf,
    /// Who can open the workspace, and its backups.
    pub keys: KeysInfo,
}

impl Overview {
    /// Is there a wave whose results are open?
    #[must_use]
    pub fn has_closed_wave(&self) -> bool {
        self.waves
            .iter()
            .any(|wave| wave.wave.state == WaveState::Closed)
    }
}

/// A questionnaire and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireInfo {
    /// The questionnaire.
    pub questionnaire: Arc<Questionnaire>,
    /// Ours or the company's.
    pub origin: QuestionnaireOrigin,
}

/// Where a questionnaire comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionnaireOrigin {
    /// Comes with the program.
    Embedded,
    /// The company's own.
    Own,
}

/// A wave with its participation. Participation may be seen while the wave is open.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveInfo {
    /// The wave.
    pub wave: Wave,
    /// What it asks.
    pub questionnaire: Arc<Questionnaire>,
    /// Sheets returned in the company.
    pub returned: Published<()>,
    /// Staff invited, by today's head counts.
    pub invited: u32,
    /// Response rate of the company, 0–1, where it may be said.
    pub rate: Option<f64>,
    /// Per branch, parallel to [`Overview::branches`].
    pub participation: Vec<Participation>,
    /// How it is collected; none where answers are imported.
    pub collection: Option<Arc<Collection>>,
    /// Did it come as ready-made means from a former vendor?
    pub has_means: bool,
}

/// Participation of a branch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Participation {
    /// Staff invited.
    pub invited: u32,
    /// Sheets returned, or why that is hidden.
    pub returned: Published<()>,
    /// Response rate: to the per cent from 10 answers, to ten per cent below.
    pub rate: Option<f64>,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseInfo {
    /// Running number.
    pub number: u32,
    /// The day.
    pub day: Date,
    /// Name of the wave.
    pub wave: String,
    /// `full`, `branch` or `csv`.
    pub scope: String,
    /// Branch of a cut; empty otherwise.
    pub branch: String,
    /// Name of the file.
    pub file: String,
    /// First characters of the file's fingerprint.
    pub fingerprint: String,
}
