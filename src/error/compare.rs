//! Why figures cannot be compared with what was asked for.

use super::{Error, Kind};

/// Why a report cannot be compared like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompareFault {
    /// No such word, and no source of that name.
    Unknown {
        /// What was asked for.
        asked: String,
        /// What there is for this wave.
        offered: Vec<String>,
    },
    /// It is the first wave.
    NoWaveBefore,
    /// There is one branch, and it is the company.
    OneBranch,
    /// No region has three branches or more.
    NoRegion,
    /// No imported figure is about these questions.
    NothingImported,
    /// Figures of several sources or dates were imported; which.
    SeveralSources(Vec<String>),
    /// A manager's report is not compared with other branches.
    OtherBranches,
}

impl From<CompareFault> for Error {
    fn from(fault: CompareFault) -> Self {
        Kind::Compare(fault).into()
    }
}
