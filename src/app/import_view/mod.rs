//! A file on its way into the workspace, as the wizard shows it. Reasons, roles and kinds are keys
//! of Fluent messages with their values; the screen makes the sentences.

pub(super) mod view;

use crate::domain::{BranchCode, Date, Text, WaveCode};

/// A file as it would be read under the present plan.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportView {
    /// Name of the file.
    pub file: String,
    /// Sheets of a workbook; empty for text files.
    pub sheets: Vec<String>,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// Encoding and separator of a text file, as one short note; empty for workbooks.
    pub format_note: String,
    /// What the file is taken for.
    pub kind: ImportKindView,
    /// Every kind that could be chosen.
    pub kinds: Vec<ImportKindView>,
    /// The survey tool that the file was recognised as coming from.
    pub preset_key: Option<&'static str>,
    /// Columns of the file.
    pub columns: Vec<ImportColumn>,
    /// First rows of the file.
    pub rows: Vec<ImportRow>,
    /// Rows in the file.
    pub row_count: usize,
    /// Roles that are required and still missing (Fluent keys).
    pub missing_roles: Vec<&'static str>,
    /// Rows that can be taken.
    pub ready: usize,
    /// Rows that are refused.
    pub refused: usize,
    /// Rows that are in the workspace already and will be replaced.
    pub known: usize,
    /// First and last day of the data.
    pub span: Option<(Date, Date)>,
    /// Branches named in the file, of those that are in the workspace.
    pub branches_seen: usize,
    /// Branches of the workspace.
    pub branches_known: usize,
    /// Heads of columns that are never read because they name people or times.
    pub dropped: Vec<String>,
    /// Refusals, one per reason and column, most frequent first.
    pub groups: Vec<RefusalGroupView>,
    /// Every refusal, up to 10,000.
    pub refusals: Vec<RefusalView>,
    /// What the answers are answers to; none for other kinds.
    pub asked: Option<AskedView>,
    /// The wave that answers go to.
    pub wave: Option<WaveCode>,
    /// Was this very file taken into that wave before?
    pub is_known_file: bool,
    /// The plan that this view shows.
    pub plan: super::ImportPlan,
}

/// What the answers of a file are answers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedView {
    /// Who knows the questions.
    pub origin: AskedOrigin,
    /// Title of the questionnaire; empty where the heads of the file make it.
    pub title: Text,
    /// Topics that the file has questions of.
    pub dimensions: usize,
    /// Questions that the file has.
    pub items: usize,
}

/// Who knows the questions of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedOrigin {
    /// The wave that the answers are for.
    Wave,
    /// One of our questionnaires or the company's own: it has all of them.
    Known,
    /// Nobody: the heads of the file were taken for questions and topics.
    Inferred,
}

/// A kind of import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportKindView {
    /// Key in plans: `outcomes`.
    pub key: &'static str,
    /// Fluent key of its title.
    pub title_key: &'static str,
    /// Roles that a column may take.
    pub roles: Vec<RoleView>,
}

/// A role of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleView {
    /// Key in plans: `branch`.
    pub key: String,
    /// Fluent key of its title, or the title itself where it is a question of the questionnaire.
    pub title: String,
    /// Is `title` a Fluent key?
    pub is_message: bool,
    /// Must a column have it?
    pub is_required: bool,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportColumn {
    /// Head as in the file.
    pub head: String,
    /// Key of its role; empty for "do not read".
    pub role: String,
    /// Is it never read, whatever is chosen, because it names people or times?
    pub is_personal: bool,
    /// Are its values numbers?
    pub is_numeric: bool,
}

/// A row of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Row as Excel counts.
    pub number: u32,
    /// Cells as text; empty where the column is not read.
    pub cells: Vec<String>,
    /// Columns whose value is refused.
    pub bad: Vec<usize>,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalView {
    /// Row as Excel counts.
    pub row: u32,
    /// Head of the column.
    pub column: String,
    /// The value.
    pub value: String,
    /// Fluent key of the reason.
    pub reason_key: &'static str,
    /// Values for the reason's sentence.
    pub reason_values: Vec<(&'static str, String)>,
}

/// Refusals of one reason, value and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalGroupView {
    /// The first of them.
    pub first: RefusalView,
    /// How many.
    pub count: usize,
    /// The unknown branch as written, where naming it would mend all of them.
    pub unknown_branch: Option<String>,
    /// The branch that it probably is.
    pub suggestion: Option<BranchCode>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// Key of the kind.
    pub kind: &'static str,
    /// Name of the file.
    pub file: String,
    /// Rows taken.
    pub taken: usize,
    /// Rows refused.
    pub refused: usize,
    /// Heads of the columns that were not read.
    pub dropped: Vec<String>,
}
