//! Which rows of a table stay hidden so that no small group follows from the others by subtraction.
//!
//! A table lists branches for everybody, for contact staff and for the back office, each with its
//! company total. People therefore fall into three parts that add up: contact staff, back office,
//! and the rest (answers of merged groups). In every part the hidden branches together are known
//! exactly, so a small one must never stand alone among them, and together they must be as many as an
//! exact mean needs.

use super::{EXACT_FROM, Reason};
use crate::domain::MinGroup;

/// Answers of one row in the parts that add up to the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// Answers that count for contact staff.
    pub contact: u32,
    /// Answers that count for the back office.
    pub back_office: u32,
    /// Answers that count for neither.
    pub rest: u32,
}

impl Parts {
    /// All answers of the row.
    #[must_use]
    pub fn total(self) -> u32 {
        self.contact + self.back_office + self.rest
    }

    const fn part(self, part: usize) -> u32 {
        [self.contact, self.back_office, self.rest][part]
    }
}

/// What a table may show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// For each row: may its cells be shown, in every audience that has answers?
    pub rows: Vec<Result<(), Reason>>,
    /// May the company totals of contact staff and back office be shown?
    pub groups: Result<(), Reason>,
}

/// Decides on a table whose company total for everybody is shown.
///
/// `forced` rows are hidden already for the reason given. A row is hidden whole when one of its
/// parts is below the threshold; a second row is hidden with it where it would stand alone. Where
/// there is no second row, the totals of both groups are hidden instead.
#[must_use]
pub fn protect(parts: &[Parts], forced: &[Option<Reason>], min_group: MinGroup) -> Protection {
    protect_withdrawn(parts, forced, &[], min_group)
}

/// The same, with rows that an audit has withdrawn: what they hold would prove an answer, so it must
/// no more follow by subtraction than if they were below the threshold.
#[must_use]
pub fn protect_withdrawn(
    parts: &[Parts],
    forced: &[Option<Reason>],
    withdrawn: &[bool],
    min_group: MinGroup,
) -> Protection {
    let k = min_group.get();
    let forced = forced.iter().copied().chain(std::iter::repeat(None));
    let withdrawn = withdrawn.iter().copied().chain(std::iter::repeat(false));
    let withdrawn: Vec<bool> = withdrawn.take(parts.len()).collect();
    let rows = parts.iter().zip(forced).zip(&withdrawn);
    let rows = rows.map(|((row, forced), withdrawn)| match forced {
        Some(reason) => Err(reason),
        None => match alone(*row, k) {
            Ok(()) if *withdrawn => Err(Reason::Difference),
            own => own,
        },
    });
    let mut table = Table {
        parts,
        rows: rows.collect(),
        withdrawn,
        k,
    };
    let mut groups = Ok(());
    for part in 0..3 {
        let count = |row: Parts| row.part(part);
        // One more row is not always enough: together they must be as many as may be told exactly.
        while table.gives_away(count) {
            if !table.hide_partner(count) {
                groups = Err(Reason::Difference);
                break;
            }
        }
    }
    // With no group totals only everybody's total is left to subtract from. Where no row is left
    // to hide, that total is the hidden rows themselves and stands or falls with its own count.
    while groups.is_err() && table.gives_away(Parts::total) && table.hide_partner(Parts::total) {}
    Protection {
        rows: table.rows,
        groups,
    }
}

/// May this row be shown if there were no others?
fn alone(row: Parts, k: u32) -> Result<(), Reason> {
    let is_small = |n: u32| (1..k).contains(&n);
    match row.total() {
        0 => Err(Reason::NoAnswers),
        total if total < k => Err(Reason::TooFew),
        _ if (0..3).any(|part| is_small(row.part(part))) => Err(Reason::Difference),
        _ => Ok(()),
    }
}

struct Table<'a> {
    parts: &'a [Parts],
    rows: Vec<Result<(), Reason>>,
    withdrawn: Vec<bool>,
    k: u32,
}

impl Table<'_> {
    /// Do the hidden rows of a part give away one that must not be known?
    fn gives_away(&self, count: impl Fn(Parts) -> u32) -> bool {
        let hidden = (0..self.rows.len()).filter(|row| self.rows[*row].is_err());
        let hidden: Vec<(u32, bool)> = hidden
            .map(|row| (count(self.parts[row]), self.withdrawn[row]))
            .filter(|(n, _)| *n > 0)
            .collect();
        let sum: u32 = hidden.iter().map(|(n, _)| n).sum();
        let is_delicate = hidden
            .iter()
            .any(|(n, withdrawn)| *n < self.k || *withdrawn);
        is_delicate && (hidden.len() < 2 || sum < EXACT_FROM.max(self.k) || self.counts(&hidden))
    }

    /// Does the sum of the hidden rows tell how many each has? A reader knows of each whether it is
    /// below the threshold, and so does who knows the sum when all are as few or as many as can be.
    fn counts(&self, hidden: &[(u32, bool)]) -> bool {
        let is_least = |n: u32| n == if n < self.k { 1 } else { self.k };
        hidden.iter().all(|(n, _)| is_least(*n)) || hidden.iter().all(|(n, _)| n + 1 == self.k)
    }

    /// Hides the smallest shown row of a part; is there one?
    fn hide_partner(&mut self, count: impl Fn(Parts) -> u32) -> bool {
        let shown = (0..self.rows.len()).filter(|row| self.rows[*row].is_ok());
        let partner = shown
            .filter(|row| count(self.parts[*row]) > 0)
            .min_by_key(|row| (self.parts[*row].total(), *row));
        let Some(row) = partner else { return false };
        self.rows[row] = Err(Reason::Difference);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(contact: u32, back_office: u32) -> Parts {
        Parts {
            contact,
            back_office,
            rest: 0,
        }
    }

    fn merged(rest: u32) -> Parts {
        Parts {
            rest,
            ..Parts::default()
        }
    }

    fn of(parts: &[Parts]) -> Protection {
        protect(parts, &[], MinGroup::default())
    }

    #[test]
    fn a_small_row_takes_the_smallest_of_its_part_with_it() {
        let found = of(&[groups(3, 0), groups(0, 6), groups(20, 10), groups(9, 5)]);
        assert_eq!(
            found.rows,
            [Err(Reason::TooFew), Ok(()), Ok(()), Err(Reason::Difference)]
        );
        assert_eq!(found.groups, Ok(()));
    }

    #[test]
    fn a_small_part_hides_the_row_in_every_audience() {
        let found = of(&[groups(12, 4), groups(20, 10), groups(30, 11)]);
        assert_eq!(found.rows[0], Err(Reason::Difference));
        assert_eq!(found.rows[1], Err(Reason::Difference));
    }

    #[test]
    fn a_small_row_alone_in_its_part_hides_the_group_totals() {
        let found = of(&[merged(3), groups(20, 10), groups(9, 8)]);
        assert_eq!(found.groups, Err(Reason::Difference));
        assert_eq!(
            found.rows,
            [Err(Reason::TooFew), Ok(()), Err(Reason::Difference)]
        );
    }

    #[test]
    fn rows_hidden_before_stay_hidden() {
        let forced = [Some(Reason::Merged), None, None];
        let found = protect(
            &[merged(12), merged(9), merged(8)],
            &forced,
            MinGroup::default(),
        );
        assert_eq!(found.rows, [Err(Reason::Merged), Ok(()), Ok(())]);
    }

    /// Every sum of hidden rows that the published totals give away has no row or several rows and
    /// enough people.
    #[test]
    fn no_small_row_stands_alone_in_any_small_table() {
        let sizes = [0, 3, 4, 6, 12];
        for a in sizes {
            for b in sizes {
                for c in sizes {
                    for d in sizes {
                        let table = [groups(a, b), groups(c, d), merged(b), groups(12, 0)];
                        check(&table);
                    }
                }
            }
        }
    }

    fn check(table: &[Parts]) {
        let found = of(table);
        let known: Vec<fn(Parts) -> u32> = match found.groups {
            Ok(()) => vec![|p| p.contact, |p| p.back_office, |p| p.rest],
            Err(_) => vec![Parts::total],
        };
        for part in known {
            let hidden: Vec<u32> = (0..table.len())
                .filter(|row| found.rows[*row].is_err())
                .map(|row| part(table[row]))
                .filter(|n| *n > 0)
                .collect();
            let is_small = hidden.iter().any(|n| *n < 5);
            // Where every row is hidden, their sum is the total and stands by itself.
            let is_total = hidden.len() == table.iter().filter(|row| part(**row) > 0).count();
            let is_total = found.groups.is_err() && is_total;
            assert!(
                !is_small
                    || is_total
                    || (hidden.len() > 1 && hidden.iter().sum::<u32>() >= EXACT_FROM),
                "{table:?} {found:?}"
            );
        }
    }
}
