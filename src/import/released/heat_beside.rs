//! What the means of the heat map are compared with, and whether a printed difference is that of two
//! printed means. Takes no cell: the sheet's reader does.

use std::collections::BTreeMap;

use super::page::{Book, Page};
use super::{OtherKind, Subject};
use crate::domain::Audience;

/// What the differences of a block lead from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Other {
    /// The wave of this code; none where no wave has the name.
    Wave(Option<String>),
    /// The company.
    Company,
    /// The other branches of the region.
    Region,
    /// The best branch.
    Best,
    /// Figures from outside.
    Outside,
}

impl Other {
    /// By the title of a block.
    pub(super) fn of_title(book: &Book<'_>, title: &str) -> Option<Self> {
        let plain = [
            ("heat-map-from-company", Self::Company),
            ("heat-map-from-region", Self::Region),
            ("heat-map-from-best", Self::Best),
        ];
        let found = plain.into_iter().find(|(key, _)| book.word(key) == title);
        if let Some((_, other)) = found {
            return Some(other);
        }
        let read = |key: &str| {
            let found = book.pattern(key).read(title)?;
            Some(found.first().copied().unwrap_or_default().to_owned())
        };
        if read("heat-map-from-outside").is_some() {
            return Some(Self::Outside);
        }
        let wave = read("heat-map-differences")?;
        Some(Self::Wave(book.names.wave(&wave).map(str::to_owned)))
    }
}

/// A row of the map: its audience, and its branch.
pub(super) type Key = (Audience, Option<String>);

/// The printed means.
#[derive(Default)]
pub(super) struct Beside {
    rows: BTreeMap<Key, BTreeMap<u32, f64>>,
    outside: BTreeMap<u32, f64>,
}

impl Beside {
    /// Keeps the means of a row.
    pub(super) fn keep(
        &mut self,
        page: &Page<'_>,
        row: u32,
        (key, columns): (Key, &[(u32, Subject)]),
    ) {
        let means = columns
            .iter()
            .filter_map(|(column, _)| Some((*column, page.number((row, *column))?)));
        self.rows.insert(key, means.collect());
    }

    /// Takes and keeps the figures from outside: nobody here answered for them.
    pub(super) fn outside(&mut self, page: &mut Page<'_>, row: u32, columns: &[(u32, Subject)]) {
        for (column, _) in columns {
            if let Some(value) = page.number((row, *column)) {
                page.other((row, *column), OtherKind::Parameter);
                self.outside.insert(*column, value);
            }
        }
    }

    /// Is it the mean of the row less what it is compared with?
    pub(super) fn explains(
        &self,
        book: &Book<'_>,
        (other, key, column): (&Other, &Key, u32),
        difference: f64,
    ) -> bool {
        let mean = |key: &Key| self.rows.get(key)?.get(&column).copied();
        let Some(own) = mean(key) else {
            return false;
        };
        let others = match other {
            Other::Wave(_) => Vec::new(),
            Other::Company => Vec::from_iter(mean(&(key.0, None))),
            Other::Region => Vec::from_iter(self.region(book, key, column)),
            Other::Best => {
                let branches = self.rows.range((key.0, Some(String::new()))..);
                let branches = branches.take_while(|((audience, _), _)| *audience == key.0);
                branches.filter_map(|(it, _)| mean(it)).collect()
            }
            Other::Outside => Vec::from_iter(self.outside.get(&column).copied()),
        };
        others
            .iter()
            .any(|other| (own - other - difference).abs() < 1e-9)
    }

    /// The plain mean of the other branches of the region that are printed.
    fn region(&self, book: &Book<'_>, key: &Key, column: u32) -> Option<f64> {
        let region = book.names.region(key.1.as_deref()?)?;
        let others = book.names.branches.iter().zip(&book.names.regions);
        let others = others
            .filter(|((code, _), of)| *of == region && key.1.as_deref() != Some(code.as_str()));
        let means: Vec<f64> = others
            .filter_map(|((code, _), _)| {
                let row = self.rows.get(&(key.0, Some(code.clone())))?;
                row.get(&column).copied()
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "branches are few")]
        let count = means.len() as f64;
        (!region.is_empty() && !means.is_empty()).then(|| means.iter().sum::<f64>() / count)
    }
}
