//! Everything of one respondent. Dropping it overwrites it.

use super::entry::CodeEntry;
use super::paper::Paper;
use crate::app::kiosk::{ClassFacts, CodeRefusal, Draft, RecordView, Session};
use crate::domain::Questionnaire;

/// Where sealing stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sealing {
    /// Not asked for.
    #[default]
    Not,
    /// On its way.
    Running,
    /// Nothing was stored.
    Failed,
}

/// Where the code stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CodeState {
    /// Being typed.
    #[default]
    Typing,
    /// Being looked at.
    Checking,
    /// Not taken.
    Refused(CodeRefusal),
}

/// One visit.
pub(super) struct Visit {
    /// Its number.
    pub(super) session: Session,
    /// The answers.
    pub(super) draft: Option<Draft>,
    /// The code while it is being typed.
    pub(super) code: CodeEntry,
    /// Where the code stands.
    pub(super) code_state: CodeState,
    /// The group, once the code is taken.
    pub(super) class: Option<ClassFacts>,
    /// The records as they would be sealed; none while they are on their way.
    pub(super) records: Option<Vec<RecordView>>,
    /// Where sealing stands.
    pub(super) sealing: Sealing,
    /// Did the respondent go on without an answer?
    pub(super) is_answer_missing: bool,
    /// Is the question being mended from the review?
    pub(super) is_mending: bool,
    /// When a 1 was pressed on the scale to ten, which may become a 10.
    pub(super) one_at: Option<f64>,
    /// Is the list of what the program cannot do open?
    pub(super) shows_limits: bool,
    /// When the thanks were shown.
    pub(super) thanked_at: Option<f64>,
    /// The two entries of a paper form; none while an employee answers.
    pub(super) paper: Option<Paper>,
}

impl Visit {
    /// A visit with nothing in it.
    pub(super) fn new(session: Session, questionnaire: Option<&Questionnaire>) -> Self {
        Self {
            session,
            draft: questionnaire.map(Draft::new),
            code: CodeEntry::default(),
            code_state: CodeState::default(),
            class: None,
            records: None,
            sealing: Sealing::default(),
            is_answer_missing: false,
            is_mending: false,
            one_at: None,
            shows_limits: false,
            thanked_at: None,
            paper: None,
        }
    }
}
