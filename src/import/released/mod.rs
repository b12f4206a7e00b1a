//! What a finished file says: a workbook, the CSV or SPSS system file of its figures or the JSON of
//! `analyze`, read back into figures about staff, for the auditor.
//!
//! Shares nothing with what writes these files: words are looked up again, tables are found again by
//! their heads. Never passes over a number: each is a figure about staff, or belongs to a named kind
//! of other number, or stands in [`OtherNumbers::unknown`]. Judges nothing and hides nothing.

mod csv_file;
mod data_rows;
mod drivers_sheet;
mod heat_beside;
mod heat_sheet;
mod json_file;
mod json_kinds;
mod json_leaves;
mod json_rows;
mod known;
mod linkage_sheet;
mod names;
mod page;
mod parts;
mod pattern;
mod questions_sheet;
mod raw;
mod sav_file;
mod sav_parts;
mod sav_rows;
mod summary_lists;
mod summary_sheet;
mod trend_sheet;
mod workbook_file;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{Audience, Lever, Motive};

pub use csv_file::read_csv;
pub use json_file::read_json;
pub use names::{Arg, Names, ReleasedItem, Word};
pub use sav_file::read_sav;
pub use workbook_file::{BookReader, read_workbook};

/// Everything that a file says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Released {
    /// What it says about staff, in the order of reading.
    pub figures: Vec<Figure>,
    /// Every other number.
    pub other: OtherNumbers,
}

/// One figure about staff.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it speaks of.
    pub about: About,
    /// What it says.
    pub says: Says,
    /// Where it stands: sheet and address, line and column, or path.
    pub cell: String,
}

/// Whose answers to what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct About {
    /// Code of the wave.
    pub wave: Arc<str>,
    /// What was asked.
    pub subject: Subject,
    /// Where.
    pub place: Place,
    /// Of whom.
    pub audience: Audience,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Answers to anything at all: sheets returned.
    Sheets,
    /// A dimension, by id.
    Dimension(Arc<str>),
    /// An item, by id.
    Item(Arc<str>),
    /// The items of a condition of good service.
    Motive(Motive),
    /// The items of a lever.
    Lever(Lever),
    /// Would one recommend working here?
    Enps,
}

/// Where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The whole company.
    Company,
    /// A branch, by code.
    Branch(Arc<str>),
}

/// What a figure says, as it is printed. `step` is the last decimal that is printed, 0 where the
/// number stands in full.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// So many answers.
    Count {
        /// At least.
        low: u32,
        /// At most.
        high: u32,
    },
    /// The share of those invited who answered.
    Rate {
        /// 0–1.
        value: f64,
        /// See [`Says`].
        step: f64,
    },
    /// A mean.
    Mean {
        /// 1–5.
        value: f64,
        /// See [`Says`].
        step: f64,
    },
    /// The 95 % interval of a mean: with mean and count it gives the spread of the answers.
    Interval {
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
        /// See [`Says`].
        step: f64,
    },
    /// The share of the answers from one level to another.
    Share {
        /// Lowest level that counts.
        from: u8,
        /// Highest level that counts.
        to: u8,
        /// At least, 0–1.
        low: f64,
        /// At most, 0–1.
        high: f64,
    },
    /// The share of the people whose own score lies in a segment of engagement.
    Segment {
        /// Which.
        segment: Segment,
        /// At least, 0–1.
        low: f64,
        /// At most, 0–1.
        high: f64,
    },
    /// An employee NPS, −100 to +100.
    Net {
        /// The score.
        value: f64,
        /// See [`Says`].
        step: f64,
    },
    /// The 95 % interval of an employee NPS: with score and count it gives the counts behind it.
    NetInterval {
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
        /// See [`Says`].
        step: f64,
    },
    /// The value of this wave less that of an earlier one.
    Difference {
        /// Code of the earlier wave.
        before: String,
        /// The difference.
        value: f64,
        /// See [`Says`].
        step: f64,
    },
}

/// Segments of engagement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// A score from 4.
    Engaged,
    /// Between.
    NotEngaged,
    /// A score up to 2.
    Disengaged,
}

impl Segment {
    /// All three, in the order of reports.
    pub const ALL: [Self; 3] = [Self::Engaged, Self::NotEngaged, Self::Disengaged];
}

/// Numbers that say nothing about the answers of some staff by themselves.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OtherNumbers {
    /// How many there are of each kind.
    pub kinds: BTreeMap<OtherKind, usize>,
    /// What no rule explains: nothing may stay here.
    pub unknown: Vec<Unknown>,
}

/// What other numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OtherKind {
    /// Customers are not staff.
    Customers,
    /// A statistic over branches, each counted once: correlations, spread, shrunken means.
    OverBranches,
    /// A statistic over all answers of the company: reliability, importance, tests.
    OverPeople,
    /// The interval of a change between waves.
    ChangeInterval,
    /// The interval of a share, which follows from the share and the count.
    ShareInterval,
    /// How many sheets a statistic rests on.
    CompleteSheets,
    /// How many branches a statistic rests on.
    Branches,
    /// Head counts: known to everybody who works there.
    Invited,
    /// Follows from figures that stand beside it: a median of shown ones, a difference of shown ones.
    Derived,
    /// A place in an order.
    Rank,
    /// A parameter of the method: threshold, seed, draws, limits of a scale, days.
    Parameter,
}

/// Something that no rule explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Where.
    pub cell: String,
    /// What stands there, cut to 80 characters.
    pub text: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with something unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A number where none belongs.
    Number,
    /// A text with numbers that is no sentence of a report.
    Text,
    /// A hidden sheet, row or column.
    Hidden,
    /// A property of the document that says more than title, wave and day.
    Property,
    /// A part of the file that reports do not have: notes, pictures, links, macros.
    Part,
    /// A picture that draws other numbers than the cells hold.
    Chart,
    /// A row that names a wave, branch, group or question that is not known.
    Name,
}

impl Released {
    fn add(&mut self, about: About, says: Says, cell: String) {
        self.figures.push(Figure { about, says, cell });
    }

    fn count(&mut self, kind: OtherKind) {
        *self.other.kinds.entry(kind).or_default() += 1;
    }

    fn unknown(&mut self, cell: String, text: &str, fault: Fault) {
        let text = text.chars().take(80).collect();
        self.other.unknown.push(Unknown { cell, text, fault });
    }
}
