//! A sheet while it is read: cells are taken one after another, and what nobody took is noticed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::known::Known;
use super::names::Names;
use super::pattern::{printed_count, printed_interval, whole};
use super::raw::{At, RawSheet, Value, address};
use super::{About, Fault, OtherKind, Place, Released, Says, Subject};
use crate::domain::{Audience, Lang};

/// What is known about the file as a whole.
pub(super) struct Book<'a> {
    pub(super) names: &'a Names,
    pub(super) lang: Lang,
    pub(super) known: &'a Known,
    /// Code of the wave that the workbook is of.
    pub(super) wave: Arc<str>,
    /// The branch of a cut.
    pub(super) own: Option<String>,
}

impl Book<'_> {
    pub(super) fn word(&self, key: &str) -> String {
        self.names.word(self.lang, key)
    }

    pub(super) fn pattern(&self, key: &str) -> super::pattern::Pattern {
        super::pattern::Pattern::new(&self.word(key))
    }

    /// Everybody of the company, in the wave of the workbook.
    pub(super) fn about(&self, subject: Subject) -> About {
        About {
            wave: Arc::clone(&self.wave),
            subject,
            place: Place::Company,
            audience: Audience::All,
        }
    }

    /// The branch of a cut, else the company.
    pub(super) fn own_place(&self) -> Place {
        let own = self.own.as_deref();
        own.map_or(Place::Company, |code| Place::Branch(code.into()))
    }

    pub(super) fn dimension(&self, title: &str) -> Option<Subject> {
        let id = self.names.dimension(self.lang, title)?;
        Some(Subject::Dimension(id.into()))
    }

    pub(super) fn printed(&self, text: &str) -> Option<(f64, f64)> {
        super::pattern::printed(self.lang, text)
    }
}

/// See the module.
pub(super) struct Page<'a> {
    pub(super) book: &'a Book<'a>,
    name: &'a str,
    cells: &'a BTreeMap<At, Value>,
    taken: BTreeSet<At>,
    out: &'a mut Released,
}

impl<'a> Page<'a> {
    pub(super) fn new(book: &'a Book<'a>, sheet: &'a RawSheet, out: &'a mut Released) -> Self {
        Self {
            book,
            name: &sheet.name,
            cells: &sheet.cells,
            taken: BTreeSet::new(),
            out,
        }
    }

    /// Rows that hold something, in order.
    pub(super) fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }

    /// Columns of a row that hold something.
    pub(super) fn columns(&self, row: u32) -> Vec<u32> {
        let cells = self.cells.range((row, 0)..=(row, u32::MAX));
        cells.map(|((_, column), _)| *column).collect()
    }

    pub(super) fn text(&self, at: At) -> &'a str {
        match self.cells.get(&at) {
            Some(Value::Text(text)) => text.as_str(),
            Some(Value::Number(_) | Value::Odd(_)) | None => "",
        }
    }

    pub(super) fn number(&self, at: At) -> Option<f64> {
        match self.cells.get(&at) {
            Some(Value::Number(value)) => Some(*value),
            Some(Value::Text(_) | Value::Odd(_)) | None => None,
        }
    }

    /// The heads of a row: column and text.
    pub(super) fn heads(&self, row: u32) -> Vec<(u32, String)> {
        let heads = self.columns(row).into_iter();
        let heads = heads.map(|column| (column, self.text((row, column)).to_owned()));
        heads.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Takes a cell as a figure.
    pub(super) fn figure(&mut self, at: At, about: About, says: Says) {
        self.taken.insert(at);
        let cell = format!("{}!{}", self.name, address(at));
        self.out.add(about, says, cell);
    }

    /// Takes a cell that was taken before, for one figure more.
    pub(super) fn also(&mut self, at: At, about: About, says: Says) {
        self.figure(at, about, says);
    }

    /// Takes a cell as another number; words in it are no number.
    pub(super) fn other(&mut self, at: At, kind: OtherKind) {
        self.taken.insert(at);
        if self.number(at).is_some() {
            self.out.count(kind);
        }
    }

    /// The rows of a table below its heads: as long as they hold more than one cell.
    pub(super) fn below(&self, head: u32) -> Vec<u32> {
        let rows = head + 1..=head.saturating_add(1_000_000);
        rows.take_while(|row| self.columns(*row).len() > 1)
            .collect()
    }

    /// Takes all numbers of a row of a table by what its heads say; a column of no kind is left.
    pub(super) fn others(&mut self, row: u32, columns: &[(u32, OtherKind)]) {
        for (column, kind) in columns {
            self.other((row, *column), *kind);
        }
    }

    /// Takes words made of statistics beside a row that was read; a number there is left.
    pub(super) fn words(&mut self, at: At) {
        if self.number(at).is_none() {
            self.taken.insert(at);
        }
    }

    /// Takes the interval of a difference where it is one: words that hold the difference. Anything
    /// else is left.
    pub(super) fn interval_of(&mut self, at: At, difference: f64) {
        let Some((low, high, step)) = printed_interval(self.book.lang, self.text(at)) else {
            return;
        };
        let room = step / 2.0 + 1e-9;
        if low - room <= difference && difference <= high + room {
            self.taken.insert(at);
            self.out.count(OtherKind::ChangeInterval);
        }
    }

    /// A number as it stands, by what it says; words in its place are left.
    pub(super) fn say(&mut self, at: At, about: &About, says: impl FnOnce(f64) -> Says) {
        if let Some(value) = self.number(at) {
            self.figure(at, about.clone(), says(value));
        }
    }

    /// A count: a number, or a range in words.
    pub(super) fn count(&mut self, at: At, about: &About) {
        let found = match self.number(at) {
            Some(value) => whole(value).map(|n| (n, n)),
            None => printed_count(self.book.lang, self.text(at)),
        };
        if let Some((low, high)) = found {
            self.figure(at, about.clone(), Says::Count { low, high });
        }
    }

    /// A row, column or name that no rule explains.
    pub(super) fn notice(&mut self, at: At, fault: Fault) {
        let cell = format!("{}!{}", self.name, address(at));
        let text = self.text(at).to_owned();
        self.out.unknown(cell, &text, fault);
    }

    /// Notices everything that nobody took.
    pub(super) fn finish(self) {
        for (at, value) in self.cells {
            if self.taken.contains(at) {
                continue;
            }
            let (text, fault) = match value {
                Value::Number(value) => (value.to_string(), Fault::Number),
                Value::Odd(text) => (text.clone(), Fault::Number),
                Value::Text(text) if self.book.known.holds(text) => continue,
                Value::Text(text) => (text.clone(), Fault::Text),
            };
            let cell = format!("{}!{}", self.name, address(*at));
            self.out.unknown(cell, &text, fault);
        }
    }
}

/// A mean as a cell holds it.
pub(super) fn mean(value: f64) -> Says {
    Says::Mean { value, step: 0.0 }
}

/// An employee NPS as a cell holds it.
pub(super) fn net(value: f64) -> Says {
    Says::Net { value, step: 0.0 }
}

/// A response rate as a cell holds it.
pub(super) fn rate(value: f64) -> Says {
    Says::Rate { value, step: 0.0 }
}

/// A share of levels as a cell holds it.
pub(super) fn share(from: u8, to: u8, value: f64) -> Says {
    Says::Share {
        from,
        to,
        low: value,
        high: value,
    }
}
