//! What an audit has taken back: figures that the rules would show and the proof would not.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Reason;
use crate::domain::{Audience, Lever, Motive};

/// A question of a row; positions are those of the data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// A dimension.
    Dimension(usize),
    /// An item.
    Item(usize),
    /// Want, know or can.
    Motive(Motive),
    /// A lever.
    Lever(Lever),
    /// Would one recommend working here?
    Enps,
}

/// A row of a wave: position of the wave, of the branch (none for the company), whose answers.
pub type RowPlace = (usize, Option<usize>, Audience);

/// Figures taken back, with the reason; grows from round to round and never shrinks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Listed", into = "Listed")]
pub struct Withdrawn {
    rows: BTreeMap<RowPlace, Reason>,
    cells: BTreeMap<(RowPlace, Subject), Reason>,
    details: BTreeSet<(RowPlace, Subject)>,
}

/// The same as plain lists, for keeping.
#[derive(Serialize, Deserialize)]
struct Listed {
    rows: Vec<(RowPlace, Reason)>,
    cells: Vec<((RowPlace, Subject), Reason)>,
    details: Vec<(RowPlace, Subject)>,
}

impl From<Listed> for Withdrawn {
    fn from(listed: Listed) -> Self {
        Self {
            rows: listed.rows.into_iter().collect(),
            cells: listed.cells.into_iter().collect(),
            details: listed.details.into_iter().collect(),
        }
    }
}

impl From<Withdrawn> for Listed {
    fn from(withdrawn: Withdrawn) -> Self {
        Self {
            rows: withdrawn.rows.into_iter().collect(),
            cells: withdrawn.cells.into_iter().collect(),
            details: withdrawn.details.into_iter().collect(),
        }
    }
}

impl Withdrawn {
    /// Is nothing taken back?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.cells.is_empty() && self.details.is_empty()
    }

    /// How many rows, cells and details are taken back.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len() + self.cells.len() + self.details.len()
    }

    /// Takes a whole row back, its count too. Gives whether that is news.
    pub fn row(&mut self, place: RowPlace, reason: Reason) -> bool {
        let is_new = !self.rows.contains_key(&place);
        self.rows.entry(place).or_insert(reason);
        is_new
    }

    /// Takes one question of a row back. Gives whether that is news.
    pub fn cell(&mut self, place: RowPlace, subject: Subject, reason: Reason) -> bool {
        let key = (place, subject);
        let is_new = !self.rows.contains_key(&place) && !self.cells.contains_key(&key);
        self.cells.entry(key).or_insert(reason);
        is_new
    }

    /// Takes back what stands beside a mean: its interval, and shares or a band. Gives whether that is
    /// news.
    pub fn detail(&mut self, place: RowPlace, subject: Subject) -> bool {
        let is_shown = self.check(place, Some(subject)).is_ok();
        self.details.insert((place, subject)) && is_shown
    }

    /// May the detail beside a mean still be shown?
    #[must_use]
    pub fn has_detail(&self, place: RowPlace, subject: Subject) -> bool {
        !self.details.contains(&(place, subject))
    }

    /// Was a cell of a branch taken back, of any audience? Without a subject, a whole row.
    #[must_use]
    pub fn has_gap(&self, (wave, branch): (usize, usize), subject: Option<Subject>) -> bool {
        let place = |audience: Audience| (wave, Some(branch), audience);
        let mut audiences = Audience::ALL.into_iter();
        audiences.any(|audience| self.check(place(audience), subject).is_err())
    }

    /// May a figure still be shown? Without a subject, the row's count.
    ///
    /// # Errors
    /// Why it was taken back.
    pub fn check(&self, place: RowPlace, subject: Option<Subject>) -> Result<(), Reason> {
        if let Some(reason) = self.rows.get(&place) {
            return Err(*reason);
        }
        let cell = subject.and_then(|subject| self.cells.get(&(place, subject)));
        cell.map_or(Ok(()), |reason| Err(*reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_takes_its_cells_with_it_and_a_cell_no_row() {
        let mut withdrawn = Withdrawn::default();
        let place = (0, Some(3), Audience::All);
        assert!(withdrawn.is_empty());
        assert!(withdrawn.cell(place, Subject::Item(2), Reason::ProvesAnswer));
        assert_eq!(withdrawn.check(place, None), Ok(()));
        assert_eq!(withdrawn.check(place, Some(Subject::Item(1))), Ok(()));
        let kept = withdrawn.check(place, Some(Subject::Item(2)));
        assert_eq!(kept, Err(Reason::ProvesAnswer));
        assert!(withdrawn.has_detail(place, Subject::Item(1)));
        assert!(withdrawn.detail(place, Subject::Item(1)));
        assert!(!withdrawn.has_detail(place, Subject::Item(1)));
        assert_eq!(withdrawn.check(place, Some(Subject::Item(1))), Ok(()));
        assert!(withdrawn.row(place, Reason::Difference));
        assert!(!withdrawn.row(place, Reason::Changed));
        assert!(!withdrawn.cell(place, Subject::Enps, Reason::Changed));
        let row = withdrawn.check(place, None);
        assert_eq!(row, Err(Reason::Difference));
    }
}
