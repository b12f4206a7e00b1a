//! Small changes of answers that agree with every figure, to other answers that do: the cheap way to
//! show that a claim is not provable, before any program is solved.
//!
//! One person changes the answer; or two persons of a cell move apart or together by one step, which
//! keeps their sum, while two of another cell do the reverse, which keeps the distribution of both.
//! Every change is checked against every figure it touches.

use super::claim::Claim;
use super::company::Companies;
use super::table::{Row, Table, Weight};
use super::witness::{Answers, sum, weigh};

/// Cells that are remembered for a kind of step.
const PARTNERS: usize = 12;

/// Two persons of a cell: who stands at `lower` goes a step down and who stands at `upper` a step
/// up, or the reverse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    lower: usize,
    upper: usize,
    is_apart: bool,
}

impl Step {
    fn all(values: usize) -> impl Iterator<Item = Self> {
        let inner = 1..values.saturating_sub(1);
        inner.flat_map(move |lower| {
            (lower..values - 1).flat_map(move |upper| {
                [true, false].map(|is_apart| Self {
                    lower,
                    upper,
                    is_apart,
                })
            })
        })
    }

    fn place(self, values: usize) -> usize {
        2 * (self.lower * values + self.upper) + usize::from(self.is_apart)
    }

    fn reverse(self) -> Self {
        Self {
            is_apart: !self.is_apart,
            ..self
        }
    }

    /// The answers after the step; none where nobody stands there.
    fn take(self, counts: &[u32]) -> Option<Vec<u32>> {
        let mut counts = counts.to_vec();
        let (outer_low, outer_high) = (self.lower - 1, self.upper + 1);
        let (from, to) = if self.is_apart {
            ([self.lower, self.upper], [outer_low, outer_high])
        } else {
            ([outer_low, outer_high], [self.lower, self.upper])
        };
        for place in from {
            counts[place] = counts[place].checked_sub(1)?;
        }
        to.iter().for_each(|place| counts[*place] += 1);
        Some(counts)
    }
}

/// A cell and its answers after a change.
type Change<'a> = (usize, &'a [u32]);

/// Answers that agree with every figure, and who can take which step, among cells of a question that
/// the same exact shares are said of.
pub(super) struct Moves<'a> {
    table: &'a Table,
    answers: Answers,
    /// The sum of every row.
    sums: Vec<i64>,
    companies: Companies,
    /// For each company and step, some cells that can take it.
    able: Vec<Vec<Vec<usize>>>,
}

impl<'a> Moves<'a> {
    /// The answers agree with every figure.
    pub(super) fn new(table: &'a Table, answers: Answers) -> Self {
        let rows = 0..table.rows.len();
        let mut moves = Self {
            table,
            sums: rows.map(|row| sum(table, &answers, row)).collect(),
            answers,
            companies: Companies::new(table),
            able: Vec::new(),
        };
        moves.gather();
        moves
    }

    /// The answers that changes start from.
    pub(super) fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The sum of every row.
    pub(super) fn sums(&self) -> &[i64] {
        &self.sums
    }

    /// Cells that can make up for each other.
    pub(super) fn companies(&self) -> &Companies {
        &self.companies
    }

    fn gather(&mut self) {
        for company in 0..self.companies.len() {
            let cells = self.companies.members(company);
            let values = self.table.items[self.table.cells[cells[0]].item]
                .values
                .len();
            let mut able = vec![Vec::new(); 2 * values * values];
            for step in Step::all(values) {
                let can_take = |cell: &&usize| {
                    let rows = self.companies.own(**cell).iter();
                    let counts = step.take(&self.answers[**cell]);
                    counts.is_some_and(|counts| {
                        let change = [(**cell, counts.as_slice())];
                        rows.clone().all(|row| self.holds(*row, &change))
                    })
                };
                let first = cells.iter().filter(can_take).take(PARTNERS);
                able[step.place(values)] = first.copied().collect();
            }
            self.able.push(able);
        }
    }

    /// Can a small change contradict the claim about a cell?
    pub(super) fn refute(&self, cell: usize, claim: Claim) -> bool {
        self.one_person(cell, claim) || self.two_persons(cell, claim)
    }

    /// Does every figure that the changes touch still agree?
    fn all_hold(&self, changes: &[Change<'_>]) -> bool {
        let mut rows = changes
            .iter()
            .flat_map(|(cell, _)| &self.table.rows_of[*cell]);
        rows.all(|row| self.holds(*row, changes))
    }

    /// Does a figure still agree?
    fn holds(&self, row: usize, changes: &[Change<'_>]) -> bool {
        let Row {
            weight, low, high, ..
        } = self.table.rows[row];
        let mut sum = self.sums[row];
        for (cell, after) in changes {
            if self.table.rows[row].cells.binary_search(cell).is_ok() {
                let item = &self.table.items[self.table.cells[*cell].item];
                sum += weigh(item, after, weight) - weigh(item, &self.answers[*cell], weight);
            }
        }
        low <= sum && sum <= high
    }

    /// One person answers otherwise.
    fn one_person(&self, cell: usize, claim: Claim) -> bool {
        let tight = |row: &usize| {
            let row = &self.table.rows[*row];
            row.is_known && row.weight == Weight::Value
        };
        if self.table.rows_of[cell].iter().any(tight) {
            return false;
        }
        let item = &self.table.items[self.table.cells[cell].item];
        let values = item.values.len();
        let mut pairs = (0..values).flat_map(|a| (0..values).map(move |b| (a, b)));
        pairs.any(|(from, to)| {
            let mut counts = self.answers[cell].clone();
            if from == to || counts[from] == 0 {
                return false;
            }
            counts[from] -= 1;
            counts[to] += 1;
            claim.fails(item, &counts) && self.all_hold(&[(cell, &counts)])
        })
    }

    fn two_persons(&self, cell: usize, claim: Claim) -> bool {
        let item = &self.table.items[self.table.cells[cell].item];
        let values = item.values.len();
        let is_even = item.values.windows(2).all(|pair| pair[1] - pair[0] == 1);
        is_even
            && Step::all(values).any(|step| {
                let Some(counts) = step.take(&self.answers[cell]) else {
                    return false;
                };
                claim.fails(item, &counts) && self.can_be_made_up((cell, step), &counts)
            })
    }

    /// Does the step leave every figure as it was, alone or with the reverse step elsewhere?
    fn can_be_made_up(&self, (cell, step): (usize, Step), counts: &[u32]) -> bool {
        let reverse = step.reverse();
        let mut partners = self.able[self.companies.of(cell)][reverse.place(counts.len())].iter();
        self.all_hold(&[(cell, counts)])
            || partners.any(|partner| {
                let after = reverse.take(&self.answers[*partner]);
                after.filter(|_| *partner != cell).is_some_and(|after| {
                    self.all_hold(&[(cell, counts), (*partner, after.as_slice())])
                })
            })
    }
}
