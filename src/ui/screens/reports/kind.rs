//! The kinds of report that can be chosen.

/// Which report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Everything, for HR.
    #[default]
    Full,
    /// One workbook per branch.
    Branches,
    /// Tidy aggregates.
    Csv,
    /// The same for statistics programs.
    Sav,
    /// Three sheets for the director.
    Short,
    /// Two pages for the staff.
    Staff,
}

impl Kind {
    /// Is it a workbook, of which sheets can be left out?
    pub(super) const fn has_sheets(self) -> bool {
        match self {
            Self::Full | Self::Branches => true,
            Self::Short | Self::Staff | Self::Csv | Self::Sav => false,
        }
    }

    /// Does it compare means with others?
    pub(super) const fn compares(self) -> bool {
        match self {
            Self::Full | Self::Branches | Self::Short => true,
            Self::Staff | Self::Csv | Self::Sav => false,
        }
    }
}

/// In the order of the form, with the keys of name and line.
pub(super) const KINDS: [(Kind, &str, &str); 6] = [
    (Kind::Full, "reports-full", "reports-full-line"),
    (Kind::Short, "reports-short", "reports-short-line"),
    (Kind::Branches, "reports-cuts", "reports-cuts-line"),
    (Kind::Staff, "reports-staff", "reports-staff-line"),
    (Kind::Csv, "reports-csv", "reports-csv-line"),
    (Kind::Sav, "reports-sav", "reports-sav-line"),
];
