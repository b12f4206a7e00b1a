//! Rows that were not taken: where, what stood there, and why. Reasons are data; the sentence is in
//! `import.ftl` under [`RefusalReason::key`].

use std::sync::Arc;

use crate::domain::BranchCode;

/// Why a value cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusalReason {
    /// A needed cell holds nothing.
    EmptyCell,
    /// No branch of this code or name; the one that is spelt most alike.
    UnknownBranch {
        /// Suggested branch.
        close: Option<BranchCode>,
    },
    /// A branch code stands twice in the list.
    DuplicateBranch {
        /// Row of the first one.
        first_row: u32,
    },
    /// The same result stands twice.
    DuplicateRow {
        /// Row of the first one.
        first_row: u32,
    },
    /// A score that is not 0 to 10.
    ScoreRange,
    /// Not a number.
    NotANumber,
    /// A word where a number is expected.
    TextWhereNumber,
    /// A count with a fraction.
    NotWhole,
    /// A count below zero or beyond belief.
    CountRange,
    /// Not a date.
    NotADate,
    /// Written as a date, but there is no such day.
    NoSuchDate,
    /// Day and month could be either way round.
    AmbiguousDate,
    /// Not a month, quarter, year or date.
    NotAPeriod,
    /// An answer outside its scale.
    AnswerRange {
        /// Lowest answer.
        lo: u8,
        /// Highest answer.
        hi: u8,
    },
    /// Words that are no answer of the scale.
    UnknownAnswer,
    /// Neither contact staff nor back office.
    UnknownGroup,
    /// The cell is part of a merged area, its value stands elsewhere.
    MergedCell,
    /// Promoters, passives and detractors are not all there.
    CountsMissing,
    /// The workbook shows an error here, such as #N/A.
    CellFault,
    /// More characters than a name may have.
    TooLong,
    /// A level that is not 1 to 5.
    LevelRange,
    /// A level between two levels.
    LevelHalf,
    /// Words that are no level.
    LevelWord,
    /// Nobody of this name.
    UnknownPerson,
    /// Several people of this name.
    AmbiguousPerson,
    /// No rater of this name.
    UnknownRater,
    /// The model has no such competency.
    UnknownCompetency,
    /// Neither self, manager, peer nor mystery shopper.
    UnknownSource,
    /// A self-rating of somebody else, or somebody else's part on oneself.
    SelfOther,
    /// No manager of this name.
    UnknownManager,
    /// Managers in a circle.
    ManagerLoop,
    /// No such round, or none is named where several are open.
    UnknownRound,
    /// The round takes no ratings.
    RoundNotOpen,
    /// No such service sin.
    UnknownSin,
    /// No level in the row.
    NothingRated,
    /// The person left before the round began.
    PersonLeft {
        /// Their last day.
        day: crate::domain::Date,
    },
    /// The person stands in an earlier row.
    DuplicatePerson {
        /// Row of the first one.
        first_row: u32,
    },
    /// This rater rated this person in an earlier row.
    DuplicateRating {
        /// Row of the first one.
        first_row: u32,
    },
}

impl RefusalReason {
    /// All Fluent keys, so that a test can walk them.
    pub const KEYS: [&'static str; 38] = [
        "refused-empty-cell",
        "refused-unknown-branch",
        "refused-duplicate-branch",
        "refused-duplicate-row",
        "refused-score-range",
        "refused-not-a-number",
        "refused-text-where-number",
        "refused-not-whole",
        "refused-count-range",
        "refused-not-a-date",
        "refused-no-such-date",
        "refused-ambiguous-date",
        "refused-not-a-period",
        "refused-answer-range",
        "refused-unknown-answer",
        "refused-unknown-group",
        "refused-merged-cell",
        "refused-counts-missing",
        "refused-cell-fault",
        "refused-too-long",
        "refused-level-range",
        "refused-level-half",
        "refused-level-word",
        "refused-unknown-person",
        "refused-ambiguous-person",
        "refused-unknown-rater",
        "refused-unknown-competency",
        "refused-unknown-source",
        "refused-self-other",
        "refused-unknown-manager",
        "refused-manager-loop",
        "refused-unknown-round",
        "refused-round-not-open",
        "refused-unknown-sin",
        "refused-nothing-rated",
        "refused-person-left",
        "refused-duplicate-person",
        "refused-duplicate-rating",
    ];

    /// The Fluent key of the sentence.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::EmptyCell => "refused-empty-cell",
            Self::UnknownBranch { .. } => "refused-unknown-branch",
            Self::DuplicateBranch { .. } => "refused-duplicate-branch",
            Self::DuplicateRow { .. } => "refused-duplicate-row",
            Self::ScoreRange => "refused-score-range",
            Self::NotANumber => "refused-not-a-number",
            Self::TextWhereNumber => "refused-text-where-number",
            Self::NotWhole => "refused-not-whole",
            Self::CountRange => "refused-count-range",
            Self::NotADate => "refused-not-a-date",
            Self::NoSuchDate => "refused-no-such-date",
            Self::AmbiguousDate => "refused-ambiguous-date",
            Self::NotAPeriod => "refused-not-a-period",
            Self::AnswerRange { .. } => "refused-answer-range",
            Self::UnknownAnswer => "refused-unknown-answer",
            Self::UnknownGroup => "refused-unknown-group",
            Self::MergedCell => "refused-merged-cell",
            Self::CountsMissing => "refused-counts-missing",
            Self::CellFault => "refused-cell-fault",
            Self::TooLong => "refused-too-long",
            Self::LevelRange => "refused-level-range",
            Self::LevelHalf => "refused-level-half",
            Self::LevelWord => "refused-level-word",
            Self::UnknownPerson => "refused-unknown-person",
            Self::AmbiguousPerson => "refused-ambiguous-person",
            Self::UnknownRater => "refused-unknown-rater",
            Self::UnknownCompetency => "refused-unknown-competency",
            Self::UnknownSource => "refused-unknown-source",
            Self::SelfOther => "refused-self-other",
            Self::UnknownManager => "refused-unknown-manager",
            Self::ManagerLoop => "refused-manager-loop",
            Self::UnknownRound => "refused-unknown-round",
            Self::RoundNotOpen => "refused-round-not-open",
            Self::UnknownSin => "refused-unknown-sin",
            Self::NothingRated => "refused-nothing-rated",
            Self::PersonLeft { .. } => "refused-person-left",
            Self::DuplicatePerson { .. } => "refused-duplicate-person",
            Self::DuplicateRating { .. } => "refused-duplicate-rating",
        }
    }

    /// Does each value need its own decision, so that values are not counted together?
    const fn is_per_value(&self) -> bool {
        matches!(
            self,
            Self::UnknownBranch { .. }
                | Self::UnknownAnswer
                | Self::UnknownGroup
                | Self::UnknownPerson
                | Self::UnknownRater
                | Self::UnknownManager
        )
    }
}

/// One row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Row, counted from 1 as Excel does.
    pub row: u32,
    /// Head of the column.
    pub column: Arc<str>,
    /// What stood there, safe to show, cut to 80 characters.
    pub value: String,
    /// Why.
    pub reason: RefusalReason,
}

/// Rows with the same reason: the first of them, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalGroup {
    /// The first such row.
    pub first: Refusal,
    /// How many rows.
    pub count: usize,
}

/// All refusals of a file, each row once.
#[derive(Debug, Default)]
pub(super) struct Refusals {
    list: Vec<Refusal>,
    groups: Vec<RefusalGroup>,
    total: usize,
}

impl Refusals {
    /// The most that are kept one by one; beyond, only the groups count on.
    const LISTED: usize = 100_000;
    /// Beyond so many different faults a list helps nobody.
    const GROUPS: usize = 1_000;

    pub(super) fn push(&mut self, refusal: Refusal) {
        self.total += 1;
        let same = |group: &&mut RefusalGroup| {
            let first = &group.first;
            first.reason.key() == refusal.reason.key()
                && first.column == refusal.column
                && (!refusal.reason.is_per_value() || first.value == refusal.value)
        };
        if let Some(group) = self.groups.iter_mut().find(same) {
            group.count += 1;
        } else if self.groups.len() < Self::GROUPS {
            self.groups.push(RefusalGroup {
                first: refusal.clone(),
                count: 1,
            });
        }
        if self.list.len() < Self::LISTED {
            self.list.push(refusal);
        }
    }

    pub(super) fn total(&self) -> usize {
        self.total
    }

    pub(super) fn into_parts(mut self) -> (Vec<Refusal>, Vec<RefusalGroup>) {
        // Whoever looks a row up searches by its number.
        self.list.sort_by_key(|refusal| refusal.row);
        (self.list, self.groups)
    }
}
