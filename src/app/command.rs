//! The closed list of what can be asked for, and of what is heard back.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::{
    ActionCommand, ActionReply, CodesRequest, CommentDeed, CommentsView, DesignChange,
    ExportRequest, ImportReport, ImportView, LockedInfo, MergedFile, Overview, Passphrase,
    RatingCommand, RatingReply, RecoveryWords, Settings, Stage, Unlock, Verified, WitnessView,
};
use crate::analysis::Findings;
use crate::domain::{Branch, BranchCode, Date, Lang, Measure, MinGroup, Month, Wave, WaveCode};
use crate::error::Error;

/// A running number that ties an answer to its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// What can be asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Look at a workspace file; the answer asks for the key.
    OpenWorkspace(PathBuf),
    /// Open a workspace with its key.
    Unlock {
        /// The file.
        path: PathBuf,
        /// Passphrase or recovery words.
        unlock: Unlock,
        /// Take a save that is older than what this computer has seen.
        accepts_older: bool,
    },
    /// Make an empty workspace.
    CreateWorkspace {
        /// Where.
        path: PathBuf,
        /// Name of the company.
        company: String,
        /// What will open it.
        passphrase: Passphrase,
    },
    /// Encrypt a workspace of a preview version in its place, and open it.
    ConvertWorkspace {
        /// The file.
        path: PathBuf,
        /// What will open it.
        passphrase: Passphrase,
    },
    /// Forget everything readable and ask for the key again.
    Lock,
    /// Another passphrase in place of the one that opens now.
    ChangePassphrase {
        /// What opens now: the passphrase to be replaced, or recovery words, which replace the first.
        current: Unlock,
        /// What will.
        new: Passphrase,
    },
    /// Give another officer a passphrase of their own.
    AddOfficer {
        /// Their name.
        name: String,
        /// Their passphrase.
        passphrase: Passphrase,
    },
    /// Take an officer's passphrase away: the number of the slot.
    RemoveOfficer(u8),
    /// A fresh recovery sheet; the old one opens nothing from then on.
    RenewWords,
    /// A fresh data key, kept by those whose passphrases are given here.
    RotateKey(Vec<Passphrase>),
    /// Take the content of a backup in place of the present one.
    RestoreBackup {
        /// The workspace.
        path: PathBuf,
        /// The backup.
        backup: PathBuf,
        /// Its key, where that is not the one of the open workspace.
        unlock: Option<Unlock>,
    },
    /// Write the recovery sheet as a document to print.
    PrintWords {
        /// Where.
        path: PathBuf,
        /// The words.
        words: RecoveryWords,
    },
    /// Make the demo chain (in a folder, or in the user's data folder) and open it.
    OpenDemo {
        /// Folder; none for the user's own.
        dir: Option<PathBuf>,
        /// Language of names.
        lang: Lang,
        /// Seed of the chain.
        seed: u64,
    },
    /// Close the workspace and release its lock.
    CloseWorkspace,
    /// Change the company's name.
    RenameCompany(String),
    /// Add a branch, or replace the one that had the code `previous`.
    SaveBranch {
        /// The branch.
        branch: Branch,
        /// Its code before, when it was edited.
        previous: Option<BranchCode>,
    },
    /// Remove a branch.
    RemoveBranch(BranchCode),
    /// Read a questionnaire file into the workspace.
    AddQuestionnaire(PathBuf),
    /// Make a wave.
    CreateWave(WaveDraft),
    /// Change name, days, customer months, and in a draft the threshold.
    UpdateWave(Wave),
    /// Open a draft for answers; freezes questionnaire and threshold.
    OpenWave(WaveCode),
    /// Close a wave; results open, no more answers.
    CloseWave(WaveCode),
    /// Delete a wave with its answers.
    RemoveWave(WaveCode),
    /// Change how a draft is collected.
    DesignWave {
        /// The wave.
        wave: WaveCode,
        /// What changes.
        change: DesignChange,
    },
    /// Ask in a draft whether something has changed since the last survey, or no longer.
    AskChanges {
        /// The wave.
        wave: WaveCode,
        /// Ask?
        is_asked: bool,
    },
    /// Make codes for stations of an open wave: pack, slips, poster and paper form each.
    MakeCodes(CodesRequest),
    /// Write the pack of a station again, for a lost stick. Slips are not printed again.
    ExportPack {
        /// The wave.
        wave: WaveCode,
        /// Name of the station.
        station: String,
        /// The file.
        path: PathBuf,
    },
    /// Close the workspace and make a station ready on this computer.
    StartKiosk {
        /// The wave.
        wave: WaveCode,
        /// Name of the station.
        station: String,
    },
    /// Take bundles of stations into their waves.
    MergeBundles(Vec<PathBuf>),
    /// Write the sealed answers of a closed wave for its witness.
    ExportBatch {
        /// The wave.
        wave: WaveCode,
        /// The file.
        path: PathBuf,
    },
    /// Take in what the witness has released; results open.
    ImportRelease(PathBuf),
    /// Destroy the sealed records and the key of a wave whose answers were opened.
    DestroyRecords(WaveCode),
    /// Check a file of the program against what is promised of it.
    VerifyFile(PathBuf),
    /// What a witness does, with a file of their own and no workspace.
    Witness(WitnessDeed),
    /// Read a file for import and guess what is in it.
    StartImport(ImportStart),
    /// Check the file with another mapping or other decisions.
    CheckImport(ImportPlan),
    /// Take what was checked into the workspace.
    CommitImport(ImportPlan),
    /// Forget the file.
    CancelImport,
    /// Write the list of refused rows as CSV.
    SaveRefusals(PathBuf),
    /// Remove all figures of a customer measure.
    RemoveMeasure(Measure),
    /// People and their ratings.
    Ratings(RatingCommand),
    /// Actions.
    Actions(ActionCommand),
    /// Compute the findings of all closed waves.
    Analyze,
    /// Read, hide or take back comments of a closed wave.
    Comments(WaveCode, CommentDeed),
    /// Write reports.
    Export(ExportRequest),
    /// Remember language, theme and other choices.
    SaveSettings(Settings),
}

/// What is heard back.
#[derive(Debug, Clone)]
pub enum Event {
    /// Work goes on.
    Progress {
        /// Whose.
        ticket: Ticket,
        /// What is being done.
        stage: Stage,
        /// From 0 to 1, where it is known.
        share: Option<f32>,
    },
    /// Done.
    Done {
        /// Whose.
        ticket: Ticket,
        /// The answer.
        reply: Reply,
    },
    /// Not done, and nothing changed.
    Failed {
        /// Whose.
        ticket: Ticket,
        /// Why.
        error: Error,
    },
}

/// The answer to a command.
#[derive(Debug, Clone)]
pub enum Reply {
    /// The workspace as it is now; after opening and after every change.
    Overview(Arc<Overview>),
    /// The workspace was closed.
    Closed,
    /// The workspace is there and asks for its key.
    Locked(Arc<LockedInfo>),
    /// The keys are new: the workspace now, and the recovery words to be written down.
    Words {
        /// The workspace now.
        overview: Arc<Overview>,
        /// The words; shown once.
        words: RecoveryWords,
    },
    /// Findings of all closed waves; their `waves` are the closed waves of the overview.
    Findings(Arc<Findings>),
    /// The comments of a wave, as they may be read.
    Comments(Arc<CommentsView>),
    /// A file for import, as it would be read.
    Import(Arc<ImportView>),
    /// The import was taken: the workspace now, and what happened.
    Imported {
        /// The workspace now.
        overview: Arc<Overview>,
        /// What happened.
        report: ImportReport,
    },
    /// Reports were written: the workspace now (its ledger), and the files.
    Exported {
        /// The workspace now.
        overview: Arc<Overview>,
        /// Files in the order written.
        files: Vec<PathBuf>,
    },
    /// Bundles were taken in or refused, one by one.
    Merged {
        /// The workspace now.
        overview: Arc<Overview>,
        /// What became of each file.
        files: Vec<MergedFile>,
    },
    /// People and their ratings.
    Ratings(RatingReply),
    /// Actions as they are now.
    Actions(ActionReply),
    /// A file was checked.
    Verified(Verified),
    /// What the witness has open.
    Witness(Arc<WitnessView>),
    /// The workspace was closed; a kiosk can start with this pack.
    Kiosk(PathBuf),
    /// Something was written; the path.
    Saved(PathBuf),
    /// Nothing to say.
    Quiet,
}

/// A wave to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaveDraft {
    /// Name: «Весна 2027».
    pub name: String,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// First day.
    pub opens: Option<Date>,
    /// Last day.
    pub closes: Option<Date>,
    /// Months of the customer scores that belong to it.
    pub customers: Option<(Month, Month)>,
    /// Smallest group that is shown.
    pub min_group: MinGroup,
}

/// A file to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportStart {
    /// The file.
    pub path: PathBuf,
    /// What is expected (key of an import kind, such as `outcomes`); none to guess.
    pub kind: Option<String>,
    /// Sheet of a workbook; none for the first that has data.
    pub sheet: Option<String>,
    /// The wave that answers are for.
    pub wave: Option<WaveCode>,
}

/// Decisions about a file that is being imported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportPlan {
    /// Key of the import kind.
    pub kind: String,
    /// For each column of the file, the key of its role; empty for "do not read".
    pub roles: Vec<String>,
    /// Unknown branch as written → code of the branch that is meant.
    pub fixes: BTreeMap<String, BranchCode>,
    /// Take the good rows (false: all or nothing).
    pub accept_good_rows: bool,
    /// Remember the mapping for files with the same heads.
    pub remember: bool,
    /// The wave that answers are for.
    pub wave: Option<WaveCode>,
    /// Replace the wave's earlier answers (false: add to them).
    pub replace_answers: bool,
    /// Make branches of the unknown ones.
    pub add_branches: bool,
}

/// What a witness does. Every deed needs the key file open; making and opening it need no workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WitnessDeed {
    /// Make a key in a new file; the reply shows the recovery words once.
    Create {
        /// The key file.
        path: PathBuf,
        /// Name on the card.
        name: String,
        /// What opens the file.
        passphrase: Passphrase,
    },
    /// Open a key file.
    Open {
        /// The file.
        path: PathBuf,
        /// Passphrase or recovery words.
        unlock: Unlock,
    },
    /// Write the card that HR needs: name and public keys.
    SaveCard(PathBuf),
    /// Read a batch: the outer layer is opened, counts are shown.
    ReadBatch(PathBuf),
    /// Release the batch that was read, once.
    Release(PathBuf),
    /// Write the recovery sheet of the open key as PDF.
    PrintWords {
        /// The PDF to write.
        path: PathBuf,
        /// The words.
        words: RecoveryWords,
    },
    /// Close the key file.
    Close,
    /// Destroy the key.
    Destroy,
}
