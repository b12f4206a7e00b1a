//! The Excel workbook: one file per sheet, one list of sheets.
//!
//! The same findings and the same request give the same bytes: no clock, no user name, no order
//! that depends on a hash. A branch's cut holds its own figures and the company's, nothing of
//! another branch.

mod actions;
mod cells;
mod charts;
mod comments;
mod compared;
mod context;
mod customers;
mod customers_blocks;
mod data;
mod drivers;
mod drivers_chart;
mod heat_map;
mod labels;
mod linkage;
mod linkage_chart;
mod linkage_facts;
mod linkage_lag;
mod linkage_tables;
mod method;
mod page;
mod questions;
mod rated;
mod read_me;
mod reliability;
mod style;
mod summary;
mod summary_next;
mod trend;
mod trend_chart;
mod trend_tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::analysis::{Findings, Yardstick};
use crate::domain::{Benchmark, Date, Lang, Text};
use crate::error::{Error, Field, Kind, Result};
use crate::i18n::message;
pub use actions::{ACTIONS_KEY, BookActions};
pub use comments::{BookComments, COMMENTS_KEY};
use context::Context;
pub use rated::{RATED_SHEETS, RatedBook, write_rated_workbook};

/// A sheet of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SheetId {
    /// What this workbook is and how to read it.
    ReadMe,
    /// The wave in a minute.
    Summary,
    /// Branches × dimensions.
    HeatMap,
    /// Every question.
    Questions,
    /// What goes with engagement, and how it is rated.
    Drivers,
    /// Waves side by side.
    Trend,
    /// What people wrote.
    Comments,
    /// Customer measures.
    Customers,
    /// Staff against customers.
    Linkage,
    /// What is done about findings.
    Actions,
    /// Rules, what is hidden, formulas.
    Method,
    /// Tidy aggregates as a table.
    Data,
}

/// A line of the list of sheets.
pub struct SheetSpec {
    /// Which sheet.
    pub id: SheetId,
    /// Fluent key of the name on the tab.
    pub title_key: &'static str,
    /// Fluent key of one sentence on what it shows.
    pub about_key: &'static str,
    build: fn(&Context<'_>, &mut Worksheet) -> Result<()>,
}

/// All sheets in the order of the tabs.
pub const SHEETS: &[SheetSpec] = &[
    SheetSpec {
        id: SheetId::ReadMe,
        title_key: "sheet-read-me",
        about_key: "sheet-read-me-about",
        build: read_me::build,
    },
    SheetSpec {
        id: SheetId::Summary,
        title_key: "sheet-summary",
        about_key: "sheet-summary-about",
        build: summary::build,
    },
    SheetSpec {
        id: SheetId::HeatMap,
        title_key: "sheet-heat-map",
        about_key: "sheet-heat-map-about",
        build: heat_map::build,
    },
    SheetSpec {
        id: SheetId::Questions,
        title_key: "sheet-questions",
        about_key: "sheet-questions-about",
        build: questions::build,
    },
    SheetSpec {
        id: SheetId::Drivers,
        title_key: "sheet-drivers",
        about_key: "sheet-drivers-about",
        build: drivers::build,
    },
    SheetSpec {
        id: SheetId::Trend,
        title_key: "sheet-trend",
        about_key: "sheet-trend-about",
        build: trend::build,
    },
    SheetSpec {
        id: SheetId::Comments,
        title_key: COMMENTS_KEY,
        about_key: "sheet-comments-about",
        build: comments::build,
    },
    SheetSpec {
        id: SheetId::Customers,
        title_key: "sheet-customers",
        about_key: "sheet-customers-about",
        build: customers::build,
    },
    SheetSpec {
        id: SheetId::Linkage,
        title_key: "sheet-linkage",
        about_key: "sheet-linkage-about",
        build: linkage::build,
    },
    SheetSpec {
        id: SheetId::Actions,
        title_key: ACTIONS_KEY,
        about_key: "sheet-actions-about",
        build: actions::build,
    },
    SheetSpec {
        id: SheetId::Method,
        title_key: "sheet-method",
        about_key: "sheet-method-about",
        build: method::build,
    },
    SheetSpec {
        id: SheetId::Data,
        title_key: "sheet-data",
        about_key: "sheet-data-about",
        build: data::build,
    },
];

/// Whose workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All branches, for HR and the director.
    Full,
    /// One branch against the company, for its manager: position in [`Findings::branches`].
    Branch(usize),
    /// Three sheets over all branches, for the director: [`SheetId::Summary`], [`SheetId::HeatMap`]
    /// and [`SheetId::Actions`], or [`SheetId::Linkage`] where there are no actions.
    Short,
}

/// What workbook is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRequest {
    /// Language of every word.
    pub lang: Lang,
    /// Position in [`Findings::waves`].
    pub wave: usize,
    /// Whose workbook.
    pub scope: Scope,
    /// Which sheets; empty means all. “Read me” and “Method and audit” are always written.
    pub sheets: BTreeSet<SheetId>,
    /// Name of the company; may be empty.
    pub company: String,
    /// The day printed in the workbook and set in its properties.
    pub made_on: Date,
    /// Titles of the questionnaires behind the wave.
    pub questionnaires: Vec<Text>,
    /// Comments of the wave; without them there is no sheet of comments.
    pub comments: Option<Arc<BookComments>>,
    /// Actions; without them there is no sheet of actions.
    pub actions: Option<Arc<BookActions>>,
    /// What means are compared with. A cut is never compared with other branches.
    pub compare: Yardstick,
    /// Figures from outside.
    pub outside: Vec<Benchmark>,
}

impl WorkbookRequest {
    /// Is the sheet wanted? The rules of reading travel with every report.
    #[must_use]
    pub fn wants(&self, id: SheetId) -> bool {
        if self.scope == Scope::Short {
            let third = match self.actions {
                Some(_) => SheetId::Actions,
                None => SheetId::Linkage,
            };
            return [SheetId::Summary, SheetId::HeatMap, third].contains(&id);
        }
        let is_fixed = matches!(id, SheetId::ReadMe | SheetId::Method);
        if id == SheetId::Comments && self.comments.is_none() {
            return false;
        }
        if id == SheetId::Actions && self.actions.is_none() {
            return false;
        }
        is_fixed || self.sheets.is_empty() || self.sheets.contains(&id)
    }
}

/// Writes a workbook and returns its bytes. `progress` hears a share of 1 after each sheet and may
/// stop the work with an error.
///
/// # Errors
/// When the request names a wave or branch that is not there, when `progress` stops the work, or
/// when the writer refuses (a fault of ours).
pub fn write_workbook(
    findings: &Findings,
    request: &WorkbookRequest,
    progress: &mut dyn FnMut(f32) -> Result<()>,
) -> Result<Vec<u8>> {
    let context = Context::new(findings, request)?;
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(ZIP_LEVEL);
    workbook.set_properties(&properties(&context)?);
    let wanted: Vec<&SheetSpec> = SHEETS
        .iter()
        .filter(|spec| request.wants(spec.id))
        .collect();
    // One step more than sheets: packing the file is work too.
    let steps = f32::from(u8::try_from(wanted.len() + 1).unwrap_or(u8::MAX));
    let empty: Vec<Worksheet> = wanted
        .iter()
        .map(|spec| empty_sheet(&mut workbook, spec))
        .collect();
    // Sheets know nothing of each other. The last one, by far the longest, is begun first.
    let sheets = wanted.par_iter().zip(empty).rev();
    let built = sheets.map(|(spec, sheet)| built(&context, spec, sheet));
    let built: Vec<Result<Worksheet>> = built.collect();
    for (done, sheet) in (1_u8..).zip(built.into_iter().rev()) {
        workbook.push_worksheet(sheet?);
        progress(f32::from(done) / steps)?;
    }
    let bytes = workbook.save_to_buffer()?;
    // Nobody needs to wait until a hundred thousand cells are taken apart: on a thread of its own,
    // because a worker of the pool would take it up while it waits for another part of the report.
    std::thread::spawn(move || drop(workbook));
    progress(1.0)?;
    Ok(bytes)
}

/// The long table is written row by row, which takes half the time; it then stands for a moment in a
/// nameless temporary file. Where none can be made, it is kept in memory like the others.
fn empty_sheet(workbook: &mut Workbook, spec: &SheetSpec) -> Worksheet {
    let by_row = match spec.id {
        SheetId::Data => workbook.new_worksheet_with_constant_memory().ok(),
        SheetId::ReadMe
        | SheetId::Summary
        | SheetId::HeatMap
        | SheetId::Questions
        | SheetId::Drivers
        | SheetId::Trend
        | SheetId::Comments
        | SheetId::Customers
        | SheetId::Linkage
        | SheetId::Actions
        | SheetId::Method => None,
    };
    by_row.unwrap_or_default()
}

fn built(context: &Context<'_>, spec: &SheetSpec, mut sheet: Worksheet) -> Result<Worksheet> {
    sheet.set_name(message(context.lang, spec.title_key))?;
    (spec.build)(context, &mut sheet)?;
    if spec.id == opening_sheet(context.request) {
        sheet.set_active(true);
    }
    Ok(sheet)
}

/// Quick packing: a file of a large company grows by a third, but nobody waits for it.
const ZIP_LEVEL: u8 = 1;

/// The tab that is in front when the file opens.
fn opening_sheet(request: &WorkbookRequest) -> SheetId {
    if request.wants(SheetId::Summary) {
        SheetId::Summary
    } else {
        SheetId::ReadMe
    }
}

fn properties(context: &Context<'_>) -> Result<DocProperties> {
    document(
        &context.title(),
        &context.wave.wave.name,
        context.request.made_on,
    )
}

/// What a file says of itself: no name of a user, no clock.
fn document(title: &str, subject: &str, day: Date) -> Result<DocProperties> {
    let bad_day = || Error::invalid(Field::Date, day.to_string());
    let year = u16::try_from(day.year()).map_err(|_| bad_day())?;
    let month = u8::try_from(day.month()).map_err(|_| bad_day())?;
    let in_month = u8::try_from(day.day()).map_err(|_| bad_day())?;
    let made = ExcelDateTime::from_ymd(year, month, in_month).map_err(|_| bad_day())?;
    Ok(DocProperties::new()
        .set_title(title)
        .set_subject(subject)
        .set_creation_datetime(&made))
}

impl From<XlsxError> for Error {
    fn from(fault: XlsxError) -> Self {
        Kind::Internal(format!("workbook: {fault}")).into()
    }
}
