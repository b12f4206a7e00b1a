//! Which reports are to be written.

use std::path::PathBuf;

use crate::analysis::Yardstick;
use crate::domain::{BranchCode, Lang, WaveCode};

/// Reports to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRequest {
    /// Code of a closed wave.
    pub wave: WaveCode,
    /// What and for whom.
    pub scope: ExportScope,
    /// Language of the report.
    pub lang: Lang,
    /// Ids of the sheets to write; empty for all.
    pub sheets: Vec<String>,
    /// What means are compared with.
    pub compare: Yardstick,
    /// Folder to write to.
    pub folder: PathBuf,
}

impl ExportRequest {
    /// Does each figure of the report stand in it with everything that it is made of?
    #[must_use]
    pub fn tells_all(&self) -> bool {
        match self.scope {
            // Means of the best branches stand there without the counts that they rest on.
            ExportScope::Full => self.sheets.is_empty() && self.compare != Yardstick::BestBranch,
            ExportScope::Csv | ExportScope::Sav => true,
            ExportScope::Branches(_) | ExportScope::Short | ExportScope::Staff => false,
        }
    }
}

/// What a report covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportScope {
    /// One workbook with everything, for HR.
    Full,
    /// One workbook per branch: own branch against the company.
    Branches(Vec<BranchCode>),
    /// Tidy aggregates as CSV.
    Csv,
    /// The same as an SPSS system file.
    Sav,
    /// Three sheets for the director: summary, heat map, actions.
    Short,
    /// Two pages for the staff themselves, as PDF.
    Staff,
}
