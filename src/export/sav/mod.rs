//! The tidy figures as an SPSS system file, which jamovi, PSPP, SPSS, R and pandas open with labels
//! and measurement levels: the rows of the CSV, and nothing beyond them.
//!
//! What is hidden is the system-missing value, with the reason beside it. The same findings, language
//! and day give the same bytes; no user, no machine, no clock.

mod columns;
mod file;
mod pack;

use super::tidy::Tidy;
use crate::analysis::Findings;
use crate::domain::{Date, Lang};
use crate::error::Result;

/// All waves of the findings as an SPSS system file; with a branch, only that one beside the company.
///
/// # Errors
/// When a number does not fit into the format: more than two thousand million rows.
pub fn to_sav(
    findings: &Findings,
    (lang, made_on): (Lang, Date),
    own_branch: Option<usize>,
) -> Result<Vec<u8>> {
    let tidy = Tidy {
        findings,
        lang,
        own: own_branch,
        last_wave: findings.waves.len().saturating_sub(1),
        has_branch_items: true,
        first_of_branches: 0,
    };
    let columns = columns::columns((findings, lang), &tidy.rows());
    file::write(&columns, (lang, made_on))
}
