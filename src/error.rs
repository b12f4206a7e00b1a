//! The one error type: what went wrong as data, and where.
//!
//! No words for users live here: `i18n::error` makes the sentence at the edge, in the user's
//! language. Each error is handled once, where somebody can act on it.

mod action;
mod compare;
mod plan;
mod rating;
mod report;
mod seal;
mod vault;

use std::fmt;

pub use action::ActionFault;
pub use compare::CompareFault;
pub use plan::PlanFault;
pub use rating::{ModelFault, RatingFault};
pub use report::ReportFault;
pub use seal::SealFault;
pub use vault::VaultFault;

/// What a fallible function of this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error: its kind, and the places it passed on the way up (innermost first).
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    kind: Box<Kind>,
    places: Vec<Place>,
}

/// What went wrong. Each kind has one sentence per language (`error-…` in the Fluent files).
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Kind {
    /// The path names nothing.
    #[error("file missing: {0}")]
    FileMissing(String),
    /// The system refused to read the file.
    #[error("file unreadable: {0}")]
    FileUnreadable(String),
    /// The system refused to write the file; it is often open in Excel.
    #[error("file unwritable: {0}")]
    FileUnwritable(String),
    /// The file holds nothing.
    #[error("file empty")]
    FileEmpty,
    /// The file is of no kind that the program reads.
    #[error("unknown file type")]
    UnknownFileType,
    /// The workbook asks for a password.
    #[error("password protected")]
    PasswordProtected,
    /// The file says it is a workbook and is not, or breaks off.
    #[error("file damaged: {0}")]
    FileDamaged(String),
    /// The file unpacks to more than the stated limit.
    #[error("file too large: {what:?} over {limit}")]
    FileTooLarge {
        /// Which measure was exceeded.
        what: Limit,
        /// The most that is read.
        limit: u64,
    },
    /// The bytes are text in no encoding that fits.
    #[error("unreadable text encoding")]
    UnknownEncoding,
    /// A needed column is not there; the names that would have fitted.
    #[error("column missing: {0}")]
    ColumnMissing(String),
    /// Two columns were given the same meaning.
    #[error("column twice: {0}")]
    ColumnTwice(String),
    /// No row of the file could be accepted, or the user asked for all or nothing.
    #[error("{refused} rows refused")]
    RowsRefused {
        /// How many rows were refused.
        refused: usize,
        /// The first of them: row, column, value, reason.
        first: Box<(u32, String, String, String)>,
    },
    /// A value breaks a rule of the domain.
    #[error("{field:?} cannot be {value:?}")]
    Invalid {
        /// Which value it was.
        field: Field,
        /// What was given.
        value: String,
    },
    /// A questionnaire file breaks a rule; the fault names it.
    #[error("questionnaire: {0:?}")]
    Questionnaire(QuestionnaireFault),
    /// Something of that name is not in the workspace.
    #[error("{field:?} not found: {name}")]
    NotFound {
        /// What was looked for.
        field: Field,
        /// The name that was asked for.
        name: String,
    },
    /// Something of that name exists already.
    #[error("{field:?} exists: {name}")]
    Exists {
        /// What exists.
        field: Field,
        /// Its name.
        name: String,
    },
    /// The deed does not fit the state of the wave.
    #[error("wave state forbids this")]
    WaveState,
    /// Comments have left the program; what was hidden in them stays hidden.
    #[error("comments were released")]
    CommentsReleased,
    /// A report does not leave, or does not pass when it comes back.
    #[error("report: {0:?}")]
    Report(ReportFault),
    /// There is nothing to work on.
    #[error("nothing to analyse")]
    NoData,
    /// The workspace was written by a newer program.
    #[error("workspace is newer: {found} > {known}")]
    NewerWorkspace {
        /// Schema version in the file.
        found: u32,
        /// Newest version this program knows.
        known: u32,
    },
    /// The file is not a workspace.
    #[error("not a workspace")]
    NotAWorkspace,
    /// It needs a workspace, and none is open.
    #[error("no workspace is open")]
    NothingOpen,
    /// Another window holds the workspace open.
    #[error("workspace in use")]
    WorkspaceInUse,
    /// SQLite said something that no user can act on.
    #[error("store: {0}")]
    Store(String),
    /// Keys, codes, sealed files: why one was refused.
    #[error("seal: {0:?}")]
    Seal(SealFault),
    /// A workspace that cannot be opened, or keys that cannot be changed.
    #[error("vault: {0:?}")]
    Vault(VaultFault),
    /// People, rounds, ratings: why one was refused.
    #[error("rating: {0:?}")]
    Rating(RatingFault),
    /// Actions and their library: why one was refused.
    #[error("action: {0:?}")]
    Action(ActionFault),
    /// What figures were to be compared with: why it is not possible.
    #[error("comparison: {0:?}")]
    Compare(CompareFault),
    /// No display to open a window on.
    #[error("no display: {0}")]
    NoDisplay(String),
    /// The user cancelled; not shown as a failure.
    #[error("cancelled")]
    Cancelled,
    /// A fault of ours; the text goes into "copy details".
    #[error("internal: {0}")]
    Internal(String),
}

/// Which limit a file broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes on disk.
    FileBytes,
    /// Bytes after unpacking.
    UnpackedBytes,
    /// Files inside the archive.
    Entries,
    /// Rows of one sheet.
    Rows,
    /// Columns of one sheet.
    Columns,
    /// Cells of one sheet.
    Cells,
}

/// What a refused value was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// A branch, by code or name.
    Branch,
    /// A wave.
    Wave,
    /// A staff group.
    Group,
    /// A questionnaire.
    Questionnaire,
    /// A dimension.
    Dimension,
    /// An item.
    Item,
    /// An answer to an item.
    Answer,
    /// A score from 0 to 10.
    Score,
    /// A head count or another count.
    Count,
    /// A date.
    Date,
    /// A period.
    Period,
    /// A decimal number.
    Number,
    /// A level 1–5.
    Level,
    /// The smallest group that is shown.
    MinGroup,
    /// A channel of customer scores.
    Channel,
    /// A customer measure.
    Measure,
    /// A name.
    Name,
    /// A language.
    Language,
    /// A person.
    Person,
    /// A round of assessment.
    Round,
    /// A model of competencies.
    Model,
    /// A competency.
    Competency,
    /// A role profile.
    Role,
    /// A weight of a source.
    Weight,
    /// A rater's code.
    Code,
    /// A rating.
    Rating,
}

/// A fault of a questionnaire file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionnaireFault {
    /// Not TOML, or not the shape of a questionnaire; what the parser says.
    Syntax(String),
    /// A text is missing in a language.
    TextMissing {
        /// Where: `item empowerment_1`.
        place: String,
        /// `ru` or `en`.
        lang: String,
    },
    /// An id stands twice.
    IdTwice(String),
    /// An id has characters other than `a-z0-9_`.
    IdShape(String),
    /// An item names a dimension that is not declared.
    UnknownDimension(String),
    /// A dimension has no item.
    DimensionEmpty(String),
    /// A text is longer than a kiosk page bears.
    TextTooLong {
        /// Where.
        place: String,
        /// Most characters.
        limit: usize,
    },
    /// More questions than allowed.
    TooManyItems(usize),
    /// All items of a dimension are reversed, so that agreement cannot be told from habit.
    AllReversed(String),
    /// An item's kind does not fit its place: an observed item in a staff survey, a rated item
    /// outside a dimension, a recommendation inside one or given twice.
    KindUnfit(String),
}

/// A place an error passed on its way up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A file, by name.
    File(String),
    /// A sheet of a workbook.
    Sheet(String),
    /// A row, counted from 1 as Excel does.
    Row(u32),
    /// A column, by its head.
    Column(String),
    /// A line of a text file, from 1.
    Line(u32),
}

impl Error {
    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Where, innermost first.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The same error, one place further out.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// Did the user cancel?
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        *self.kind == Kind::Cancelled
    }

    /// A value that breaks a rule of the domain.
    #[must_use]
    pub fn invalid(field: Field, value: impl Into<String>) -> Self {
        Kind::Invalid {
            field,
            value: value.into(),
        }
        .into()
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self {
            kind: Box::new(kind),
            places: Vec::new(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        for place in &self.places {
            write!(f, " at {place:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
