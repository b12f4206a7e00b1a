//! Small changes of answers that agree with every figure, to other answers that do: the cheap way to
//! show that a claim is not provable, before any program is solved.
//!
//! One person changes the answer; or two persons of a cell move apart or together by one step, which
//! keeps their sum, while two of another cell do the reverse, which keeps the distribution of both.
//! Every change is checked against every figure it touches.

use std::collections::HashMap;

use super::claim::Claim;
use super::table::{Table, Weight};
use super::witness::{Answers, holds};

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

/// Is it an exact share of one answer, which a step of one cell changes and of two can restore?
fn is_common(table: &Table, row: usize) -> bool {
    let row = &table.rows[row];
    row.is_known && matches!(row.weight, Weight::Within(mask) if mask.count_ones() == 1)
}

/// Who can take which step, among cells of a question that the same exact shares are said of.
pub(super) struct Moves<'a> {
    table: &'a Table,
    /// The company of each cell.
    of_cell: Vec<usize>,
    /// For each company and step, some cells that can take it.
    able: Vec<Vec<Vec<usize>>>,
}

impl<'a> Moves<'a> {
    pub(super) fn new(table: &'a Table, answers: &mut Answers) -> Self {
        let mut companies: HashMap<(usize, Vec<usize>), usize> = HashMap::new();
        let mut of_cell = Vec::with_capacity(table.cells.len());
        let mut able: Vec<Vec<Vec<usize>>> = Vec::new();
        for (position, cell) in table.cells.iter().enumerate() {
            let own = table.rows_of[position].iter().copied();
            let (common, others): (Vec<usize>, Vec<usize>) =
                own.partition(|row| is_common(table, *row));
            let values = table.items[cell.item].values.len();
            let next = companies.len();
            let company = *companies.entry((cell.item, common)).or_insert(next);
            if company == able.len() {
                able.push(vec![Vec::new(); 2 * values * values]);
            }
            of_cell.push(company);
            for step in Step::all(values) {
                let list = &mut able[company][step.place(values)];
                if list.len() == PARTNERS {
                    continue;
                }
                let Some(counts) = step.take(&answers[position]) else {
                    continue;
                };
                let before = std::mem::replace(&mut answers[position], counts);
                if others.iter().all(|row| holds(table, answers, *row)) {
                    list.push(position);
                }
                answers[position] = before;
            }
        }
        Self {
            table,
            of_cell,
            able,
        }
    }

    /// Can a small change contradict the claim about a cell? The answers are the same afterwards.
    pub(super) fn refute(&self, answers: &mut Answers, cell: usize, claim: Claim) -> bool {
        self.one_person(answers, cell, claim) || self.two_persons(answers, cell, claim)
    }

    fn holds(&self, answers: &Answers, cells: &[usize]) -> bool {
        let rows = cells.iter().flat_map(|cell| &self.table.rows_of[*cell]);
        rows.into_iter().all(|row| holds(self.table, answers, *row))
    }

    /// One person answers otherwise.
    fn one_person(&self, answers: &mut Answers, cell: usize, claim: Claim) -> bool {
        let tight = |row: &usize| {
            let row = &self.table.rows[*row];
            row.is_known && row.weight == Weight::Value
        };
        if self.table.rows_of[cell].iter().any(tight) {
            return false;
        }
        let item = &self.table.items[self.table.cells[cell].item];
        let values = item.values.len();
        for (from, to) in (0..values).flat_map(|a| (0..values).map(move |b| (a, b))) {
            if from == to || answers[cell][from] == 0 {
                continue;
            }
            answers[cell][from] -= 1;
            answers[cell][to] += 1;
            let is_shown = claim.fails(item, &answers[cell]) && self.holds(answers, &[cell]);
            answers[cell][from] += 1;
            answers[cell][to] -= 1;
            if is_shown {
                return true;
            }
        }
        false
    }

    fn two_persons(&self, answers: &mut Answers, cell: usize, claim: Claim) -> bool {
        let item = &self.table.items[self.table.cells[cell].item];
        let values = item.values.len();
        let is_even = item.values.windows(2).all(|pair| pair[1] - pair[0] == 1);
        is_even
            && Step::all(values).any(|step| {
                let Some(counts) = step.take(&answers[cell]) else {
                    return false;
                };
                claim.fails(item, &counts) && self.compensate(answers, (cell, step), counts)
            })
    }

    /// Does the step leave every figure as it was, alone or with the reverse step elsewhere?
    fn compensate(
        &self,
        answers: &mut Answers,
        (cell, step): (usize, Step),
        counts: Vec<u32>,
    ) -> bool {
        let before = std::mem::replace(&mut answers[cell], counts);
        let mut is_shown = self.holds(answers, &[cell]);
        let values = before.len();
        let reverse = step.reverse();
        for partner in &self.able[self.of_cell[cell]][reverse.place(values)] {
            if is_shown {
                break;
            }
            if *partner == cell {
                continue;
            }
            if let Some(counts) = reverse.take(&answers[*partner]) {
                let own = std::mem::replace(&mut answers[*partner], counts);
                is_shown = self.holds(answers, &[cell, *partner]);
                answers[*partner] = own;
            }
        }
        answers[cell] = before;
        is_shown
    }
}
