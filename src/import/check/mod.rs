//! From rows and the meaning of columns to typed values and a list of refusals. Nothing is stored
//! here, and nothing personal leaves: what is not a value of a known kind is dropped.
//!
//! Taking the same file twice changes nothing: branches replace by code, outcomes by [`OutcomeKey`]
//! (branch, period, channel, measure), staff scores by branch, audience, wave and dimension,
//! benchmarks by subject, source and period, positions by title; answers replace those of their
//! wave. `app` commits so.

mod answers;
mod branches;
mod columns;
mod figures;
mod note;
mod outcomes;
mod people;
mod plain_ids;
mod ratings;
mod sheets;
mod sums;
mod where_branch;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::dates::DayOrder;
use super::kind::ImportKind;
use super::limits::Tick;
use super::mapping::Mapping;
use super::normal::shown;
use super::personal::{self, DropReason, Dropped};
use super::ratings::RatingsKnown;
use super::refusal::{Refusal, RefusalGroup, RefusalReason, Refusals};
use super::row::Row;
use super::table::RawTable;
use crate::domain::{
    Audience, Benchmark, Branch, BranchCode, Channel, Date, Measure, Outcome, Period, Position,
    Questionnaire, WaveCode,
};
use crate::error::Result;

use columns::Columns;
pub use note::Note;
pub use people::ImportedPerson;
pub use ratings::{ImportedRating, ImportedRatings};
pub use sheets::{ImportedAnswers, ImportedClass, ImportedSheets};

/// What happens to branches that are not in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnknownBranches {
    /// Their rows are refused (a workspace knows its branches).
    #[default]
    Refuse,
    /// They become branches (one-shot analysis).
    Accept,
}

/// What an outcome replaces: same key, same place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OutcomeKey {
    /// Branch.
    pub branch: BranchCode,
    /// Period.
    pub period: Period,
    /// Channel.
    pub channel: Channel,
    /// Measure.
    pub measure: Measure,
}

impl OutcomeKey {
    /// The key of an outcome.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        Self {
            branch: outcome.branch.clone(),
            period: outcome.period.clone(),
            channel: outcome.channel.clone(),
            measure: outcome.measure.clone(),
        }
    }
}

/// What is known beside the file.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// Branches of the workspace, or of `--branches`.
    pub branches: &'a [Branch],
    /// What happens to others.
    pub unknown_branches: UnknownBranches,
    /// The questionnaire of the answers; without one it is inferred from the heads.
    pub questionnaire: Option<&'a Questionnaire>,
    /// Positions, from which a staff group may follow.
    pub positions: &'a [Position],
    /// Outcomes that are in the workspace already.
    pub existing: &'a BTreeSet<OutcomeKey>,
    /// What the user said that a value means: «Вокзал №2» → `02`.
    pub fixes: &'a BTreeMap<String, BranchCode>,
    /// People and rounds of the workspace.
    pub ratings: &'a RatingsKnown,
    /// Day or month first, where the file does not prove it.
    pub day_order: DayOrder,
    /// Seed of the shuffle.
    pub seed: u64,
}

impl<'a> Context<'a> {
    /// A context that knows the branches and nothing else.
    #[must_use]
    pub fn new(branches: &'a [Branch]) -> Self {
        static EXISTING: BTreeSet<OutcomeKey> = BTreeSet::new();
        static FIXES: BTreeMap<String, BranchCode> = BTreeMap::new();
        static RATINGS: RatingsKnown = RatingsKnown {
            people: Vec::new(),
            rounds: Vec::new(),
            accepts_people: false,
        };
        Self {
            branches,
            ratings: &RATINGS,
            unknown_branches: UnknownBranches::Refuse,
            questionnaire: None,
            positions: &[],
            existing: &EXISTING,
            fixes: &FIXES,
            day_order: DayOrder::Unknown,
            seed: 0,
        }
    }
}

/// A branch mean of a former vendor, as it stands in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedScore {
    /// Branch.
    pub branch: BranchCode,
    /// Whose answers; all where the file does not say.
    pub audience: Audience,
    /// Wave; none where the file has no such column.
    pub wave: Option<WaveCode>,
    /// Dimension, as the file calls it.
    pub dimension: String,
    /// The mean.
    pub value: f64,
    /// How many answers, where the file says.
    pub n: Option<u32>,
}

/// Values that may be stored.
#[derive(Debug, Clone, PartialEq)]
pub enum Accepted {
    /// Branches in the order of the file.
    Branches(Vec<Branch>),
    /// Outcomes in order of their key, scores counted per branch, period and channel.
    Outcomes(Vec<Outcome>),
    /// Shuffled answers.
    Answers(Box<ImportedAnswers>),
    /// Branch means.
    StaffScores(Vec<ImportedScore>),
    /// Figures to compare with.
    Benchmarks(Vec<Benchmark>),
    /// Positions.
    Positions(Vec<Position>),
    /// People in the order of the file.
    People(Vec<ImportedPerson>),
    /// Ratings or visits.
    Ratings(Box<ImportedRatings>),
}

/// The figures beside the preview.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows of the file, blank ones not counted.
    pub rows: usize,
    /// Rows that may be taken.
    pub ready: usize,
    /// Rows that were refused.
    pub refused: usize,
    /// Rows with no answer to any question; left out, no fault.
    pub blank: usize,
    /// Rows of those that may be taken whose result is in the workspace already and is replaced.
    pub existing: usize,
    /// First and last day that the rows speak of.
    pub span: Option<(Date, Date)>,
    /// How many different branches the ready rows name.
    pub branches_seen: usize,
    /// How many branches are known.
    pub branches_known: usize,
}

/// What came out of a file.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Values of the rows that may be taken.
    pub accepted: Accepted,
    /// Rows that were not, at most 100,000 of them.
    pub refused: Vec<Refusal>,
    /// The same by reason, first row first.
    pub groups: Vec<RefusalGroup>,
    /// Columns that were not read.
    pub dropped: Vec<Dropped>,
    /// Things to know.
    pub notes: Vec<Note>,
    /// Figures.
    pub summary: Summary,
}

/// A cell that cannot be taken.
struct Fault {
    column: usize,
    reason: RefusalReason,
}

fn at(column: usize) -> impl Fn(RefusalReason) -> Box<Fault> {
    move |reason| Box::new(Fault { column, reason })
}

/// A row that was taken and is refused after all.
struct LateRefusal {
    row: u32,
    column: usize,
    value: String,
    reason: RefusalReason,
}

/// What becomes of a good row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// It is new.
    New,
    /// Its place in the workspace is filled already.
    Existing,
    /// It says nothing and is left out.
    Blank,
}

/// Takes rows of one kind, one after the other.
trait Collect {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>>;

    /// Rows that only the end of the file shows to be bad; they were taken before.
    fn late(&mut self) -> Vec<LateRefusal> {
        Vec::new()
    }

    fn finish(
        self: Box<Self>,
        summary: &mut Summary,
        notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted>;
}

fn collector<'a>(columns: Columns, context: &Context<'a>) -> Result<Box<dyn Collect + 'a>> {
    Ok(match columns.kind {
        ImportKind::Branches => Box::new(branches::Branches::new(columns, context)),
        ImportKind::Outcomes => Box::new(outcomes::Outcomes::new(columns, context)),
        ImportKind::Answers => Box::new(answers::Answers::new(&columns, context)?),
        ImportKind::StaffScores => Box::new(figures::Scores::new(columns, context)),
        ImportKind::Benchmarks => Box::new(figures::Benchmarks::new(columns)),
        ImportKind::Positions => Box::new(figures::Positions::new(columns)),
        ImportKind::People => Box::new(people::People::new(columns, context)),
        ImportKind::Ratings | ImportKind::Visits => {
            Box::new(ratings::Ratings::new(columns, context))
        }
    })
}

/// The running check of one file, fed row by row.
pub(super) struct Checker<'a> {
    heads: Vec<Arc<str>>,
    collector: Box<dyn Collect + 'a>,
    dropped: Vec<Dropped>,
    refusals: Refusals,
    summary: Summary,
    known: usize,
}

impl<'a> Checker<'a> {
    /// `table` holds the heads and the first rows, or all.
    pub(super) fn new(table: &RawTable, mapping: &Mapping, context: &Context<'a>) -> Result<Self> {
        mapping.validate(table.heads())?;
        let columns = Columns::new(table, mapping, context);
        let dropped = dropped(table, &columns);
        Ok(Self {
            heads: table
                .heads()
                .iter()
                .map(|head| Arc::from(head.as_str()))
                .collect(),
            collector: collector(columns, context)?,
            dropped,
            refusals: Refusals::default(),
            summary: Summary::default(),
            known: context.branches.len(),
        })
    }

    pub(super) fn row(&mut self, row: Row<'_>) {
        self.summary.rows += 1;
        match self.collector.row(row) {
            Ok(Taken::New) => self.summary.ready += 1,
            Ok(Taken::Existing) => {
                self.summary.ready += 1;
                self.summary.existing += 1;
            }
            Ok(Taken::Blank) => self.summary.blank += 1,
            Err(fault) => self.refuse(row, *fault),
        }
    }

    fn refuse(&mut self, row: Row<'_>, fault: Fault) {
        let is_merged = fault.reason == RefusalReason::EmptyCell && row.is_merged(fault.column);
        let reason = if is_merged {
            RefusalReason::MergedCell
        } else {
            fault.reason
        };
        let column = self.heads.get(fault.column).cloned().unwrap_or_default();
        let value = shown(&row.cell(fault.column).to_text());
        self.refusals.push(Refusal {
            row: row.number(),
            column,
            value,
            reason,
        });
    }

    pub(super) fn finish(mut self) -> Result<Checked> {
        for late in self.collector.late() {
            self.summary.ready = self.summary.ready.saturating_sub(1);
            self.refusals.push(Refusal {
                row: late.row,
                column: self.heads.get(late.column).cloned().unwrap_or_default(),
                value: shown(&late.value),
                reason: late.reason,
            });
        }
        let mut summary = self.summary;
        summary.refused = self.refusals.total();
        summary.branches_known = self.known;
        let mut notes = BTreeSet::new();
        let accepted = self.collector.finish(&mut summary, &mut notes)?;
        let (refused, groups) = self.refusals.into_parts();
        Ok(Checked {
            accepted,
            refused,
            groups,
            dropped: self.dropped,
            notes: notes.into_iter().collect(),
            summary,
        })
    }
}

/// The columns that are not read, and why.
fn dropped(table: &RawTable, columns: &Columns) -> Vec<Dropped> {
    let why = |column: usize, head: &str| {
        personal::of_head(columns.kind, head)
            .or_else(|| personal::of_content(table, column))
            .unwrap_or(DropReason::NotTaken)
    };
    table
        .heads()
        .iter()
        .enumerate()
        .filter(|(column, _)| !columns.is_taken(*column))
        .map(|(column, head)| Dropped {
            head: head.clone(),
            why: why(column, head),
        })
        .collect()
}

/// Checks a table. The mapping may come from [`super::guess()`], the screen or a `--map` file.
///
/// # Errors
/// When the mapping does not fit the file ([`Mapping::validate`]), or the user cancels. Bad rows are
/// no error: they are listed.
pub fn check(
    table: &RawTable,
    mapping: &Mapping,
    context: &Context<'_>,
    tick: &mut Tick<'_>,
) -> Result<Checked> {
    let mut checker = Checker::new(table, mapping, context)?;
    let total = u64::try_from(table.row_count()).unwrap_or(u64::MAX);
    for (row, done) in (0..table.row_count()).zip(0_u64..) {
        if done.is_multiple_of(4_096) {
            tick(done, total)?;
        }
        checker.row(Row::Table { table, row });
    }
    tick(total, total)?;
    checker.finish()
}
