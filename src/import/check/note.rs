//! Things to know about the values of a file that are no fault.

/// Something to know about the values that is no fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Note {
    /// Days were counted into their months.
    DaysToMonths,
    /// The head count is not split into contact staff and back office; all count as back office, so
    /// that no small branch passes for contact staff.
    HeadCountNotSplit,
    /// The list has no codes; names serve.
    CodesFromNames,
    /// There is no period: the results belong to every wave.
    NoPeriod,
    /// Staff groups were told from positions.
    GroupFromPosition,
    /// Neither group nor known position: answers count for all staff only.
    NoGroup,
    /// Rows without an answer to any question were left out.
    EmptySheets,
    /// Answers were shuffled; their order is not kept.
    Shuffled,
    /// Empty levels were taken as "not observed".
    NotObserved,
}

impl Note {
    /// All notes.
    pub const ALL: [Self; 9] = [
        Self::DaysToMonths,
        Self::HeadCountNotSplit,
        Self::CodesFromNames,
        Self::NoPeriod,
        Self::GroupFromPosition,
        Self::NoGroup,
        Self::EmptySheets,
        Self::Shuffled,
        Self::NotObserved,
    ];

    /// The Fluent key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::DaysToMonths => "import-note-days-to-months",
            Self::HeadCountNotSplit => "import-note-head-count-not-split",
            Self::CodesFromNames => "import-note-codes-from-names",
            Self::NoPeriod => "import-note-no-period",
            Self::GroupFromPosition => "import-note-group-from-position",
            Self::NoGroup => "import-note-no-group",
            Self::EmptySheets => "import-note-empty-sheets",
            Self::Shuffled => "import-note-shuffled",
            Self::NotObserved => "import-note-not-observed",
        }
    }
}
