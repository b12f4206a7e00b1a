//! The workbook of a round of ratings: personal data in a file of their own, never part of a report
//! about a survey. A manager's cut holds the own people and, of the company, only what gives away
//! nobody else. Writes findings; must not see a single rating.

mod calibration;
mod context;
mod groups;
mod method;
mod people;
mod read_me;
mod succession;

use rust_xlsxwriter::{Workbook, Worksheet};

use self::context::RatedContext;
use super::{ZIP_LEVEL, document};
use crate::analysis::ratings::{RoundFindings, Succession, TeamFindings};
use crate::domain::rating::Person;
use crate::domain::{Branch, Date, Lang};
use crate::error::Result;
use crate::i18n::message;

/// What workbook of ratings is wanted.
#[derive(Debug, Clone, Copy)]
pub struct RatedBook<'a> {
    /// Language of every word.
    pub lang: Lang,
    /// Name of the company; may be empty.
    pub company: &'a str,
    /// The day printed in the workbook and set in its properties.
    pub made_on: Date,
    /// Findings of the closed round.
    pub findings: &'a RoundFindings,
    /// Posts and successors.
    pub succession: &'a Succession,
    /// Everybody known.
    pub people: &'a [Person],
    /// Branches, for their names.
    pub branches: &'a [Branch],
    /// The round as one manager may take it away; none for all people.
    pub cut: Option<&'a TeamFindings>,
}

/// A line of the list of sheets.
pub struct RatedSheet {
    /// Fluent key of the name on the tab.
    pub title_key: &'static str,
    /// Fluent key of one sentence on what it shows.
    pub about_key: &'static str,
    build: fn(&RatedContext<'_>, &mut Worksheet) -> Result<()>,
}

/// All sheets in the order of the tabs.
pub const RATED_SHEETS: &[RatedSheet] = &[
    RatedSheet {
        title_key: "sheet-read-me",
        about_key: "sheet-read-me-about",
        build: read_me::build,
    },
    RatedSheet {
        title_key: "sheet-competencies",
        about_key: "sheet-competencies-about",
        build: people::build,
    },
    RatedSheet {
        title_key: "sheet-rated-groups",
        about_key: "sheet-rated-groups-about",
        build: groups::build,
    },
    RatedSheet {
        title_key: "sheet-calibration",
        about_key: "sheet-calibration-about",
        build: calibration::build,
    },
    RatedSheet {
        title_key: "sheet-succession",
        about_key: "sheet-succession-about",
        build: succession::build,
    },
    RatedSheet {
        title_key: "sheet-rated-method",
        about_key: "sheet-rated-method-about",
        build: method::build,
    },
];

/// Writes the workbook and returns its bytes; the same findings give the same bytes.
///
/// # Errors
/// When the writer refuses, which would be a fault of ours.
pub fn write_rated_workbook(book: &RatedBook<'_>) -> Result<Vec<u8>> {
    let context = RatedContext::new(book);
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(ZIP_LEVEL);
    let round = &context.findings.round.name;
    workbook.set_properties(&document(&context.title(), round, book.made_on)?);
    for spec in RATED_SHEETS {
        let mut sheet = Worksheet::new();
        sheet.set_name(message(book.lang, spec.title_key))?;
        (spec.build)(&context, &mut sheet)?;
        workbook.push_worksheet(sheet);
    }
    Ok(workbook.save_to_buffer()?)
}
