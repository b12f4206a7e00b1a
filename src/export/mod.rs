//! Findings into files: the Excel workbook, JSON for other programs, aggregates as
//! CSV and SPSS system file. And paper for a wave: slips, posters, forms ([`print`](mod@print)).
//!
//! Writes bytes, never files, and never a number that did not come out of
//! [`Findings`](crate::analysis::Findings). The only home of `rust_xlsxwriter`, and in
//! [`print`](mod@print) of krilla.

mod csv;
mod json;
mod list;
pub mod print;
mod sav;
mod tidy;
mod workbook;

pub use csv::to_csv;
pub use json::{RatedRound, ratings_to_json, to_json, write_json, write_json_with};
pub use list::list_to_csv;
pub use sav::to_sav;
pub use workbook::{
    ACTIONS_KEY, BookActions, BookComments, COMMENTS_KEY, RATED_SHEETS, RatedBook, SHEETS, Scope,
    SheetId, SheetSpec, WorkbookRequest, write_rated_workbook, write_workbook,
};
