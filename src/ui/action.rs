//! What a screen wants. Screens push actions while they draw; the shell carries them out after.

use std::path::PathBuf;

use super::screens::ScreenId;
use crate::app::{ActionCommand, Command, Passphrase, RatingCommand, RatingFileKind, Settings};
use crate::domain::WaveCode;
use crate::domain::action::Finding;
use crate::domain::rating::RoundCode;

/// A wish of a screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Ask the worker for something.
    Run(Command),
    /// Ask first: the dialog names the deed.
    Confirm(Confirmation),
    /// Show another screen.
    Go(ScreenId),
    /// Show how a wave is collected: its design while it is a draft, else its stations.
    ShowWave(WaveCode),
    /// Look at another wave: position in the findings' waves.
    SelectWave(usize),
    /// Choose a file, then do what it is for.
    Pick(Pick),
    /// Put a text on the clipboard and say so.
    Copy(String),
    /// Change remembered choices.
    Remember(Settings),
    /// Open a folder or file with the system's own program.
    OpenPath(PathBuf),
    /// Offer to take the last deed back, for ten seconds.
    OfferUndo {
        /// What was done.
        done: String,
        /// What takes it back.
        undo: Box<Command>,
    },
    /// Cancel what is running.
    CancelWork,
    /// Do again what failed.
    Retry,
    /// Forget the shown failure.
    Dismiss,
    /// The recovery words are written down; on to the workspace.
    WordsKept,
    /// Back to the first screen from a page about keys.
    LeaveGate,
    /// Begin an action about this finding.
    MakeAction(Box<Finding>),
    /// Look at another round of assessment.
    ChooseRound(RoundCode),
    /// Let raters sit down at this computer; only locking ends it.
    ShareDesk,
    /// Back from the sheet that is being filled.
    LeaveSheet,
    /// The rater is done: the next one finds nothing of them.
    ForgetRater,
}

/// A question before a deed that cannot be taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Confirmation {
    /// The question.
    pub title: String,
    /// What will happen, in one or two sentences.
    pub body: String,
    /// The button: the deed, never “OK”.
    pub deed: String,
    /// Does it destroy something?
    pub is_danger: bool,
    /// The deed.
    pub command: Box<Command>,
}

/// Which file to choose, and what for.
#[derive(Debug, Clone, PartialEq)]
pub enum Pick {
    /// A workspace to open.
    OpenWorkspace,
    /// A place for a new workspace of this company.
    NewWorkspace {
        /// Name of the company.
        company: String,
    },
    /// A file to import: key of the kind and code of the wave, where known.
    Import {
        /// Key of the import kind, such as `outcomes`.
        kind: Option<String>,
        /// The wave that answers are for.
        wave: Option<WaveCode>,
    },
    /// A questionnaire file.
    Questionnaire,
    /// A file with a model of competencies.
    CompetencyModel,
    /// A place for a file about people: workbook, profile or forms.
    RatingFile {
        /// The round.
        round: RoundCode,
        /// What is written.
        what: RatingFileKind,
        /// The name that is offered, without its extension.
        name: String,
    },
    /// A folder for reports.
    ReportFolder,
    /// A place for the list of refused rows.
    Refusals,
    /// A place for the recovery sheet.
    RecoverySheet,
    /// A witness's card for this draft.
    WitnessCard(WaveCode),
    /// A folder for codes.
    CodesFolder,
    /// A place for the pack of a station.
    Pack {
        /// The wave.
        wave: WaveCode,
        /// Name of the station.
        station: String,
    },
    /// Bundles of stations, as many as are chosen.
    Bundles,
    /// A place for the sealed answers of this wave.
    Batch(WaveCode),
    /// What the witness released.
    Release,
    /// A file to be checked.
    Verify,
    /// A witness's key file to be opened.
    WitnessKey,
    /// A place for a new key.
    NewWitnessKey {
        /// Name on the card.
        name: String,
        /// What will open the file.
        passphrase: Passphrase,
    },
    /// A place for the recovery sheet of the witness's key.
    WitnessSheet,
    /// A place for the witness's card.
    SaveCard,
    /// A batch for the witness to read.
    ReadBatch,
    /// A place for the release.
    SaveRelease,
}

/// Actions of one frame, in the order they were pushed.
#[derive(Debug, Default)]
pub struct Actions {
    list: Vec<Action>,
}

impl Actions {
    /// Wishes for something.
    pub fn push(&mut self, action: Action) {
        self.list.push(action);
    }

    /// Wishes for several things, or for none.
    pub fn extend(&mut self, actions: impl IntoIterator<Item = Action>) {
        self.list.extend(actions);
    }

    /// Asks the worker for something.
    pub fn run(&mut self, command: Command) {
        self.push(Action::Run(command));
    }

    /// Asks the worker for something about people and ratings.
    pub fn rate(&mut self, command: RatingCommand) {
        self.run(Command::Ratings(command));
    }

    /// Asks the worker for something about actions.
    pub fn act(&mut self, command: ActionCommand) {
        self.run(Command::Actions(command));
    }

    /// Shows another screen.
    pub fn go(&mut self, screen: ScreenId) {
        self.push(Action::Go(screen));
    }

    /// All of them, first pushed first.
    #[must_use]
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.list)
    }
}
