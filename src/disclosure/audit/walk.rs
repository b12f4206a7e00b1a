//! Answers that contradict a claim, sought in small steps: the cell gets other answers, and what
//! that breaks is mended elsewhere, change by change, each the one that leaves least broken.
//!
//! A change is that of one person, made up for where it can be by the reverse change of a person in
//! another cell of the company, so that wide figures stay as they were. A figure that stays broken
//! weighs more with every step, which leads out of circles; nothing is drawn at random. Far cheaper
//! than a program, but where it finds nothing, that says nothing.

use super::claim::Claim;
use super::company::Companies;
use super::moves::Moves;
use super::table::{Cell, Item, Table};
use super::witness::{Answers, agrees, weigh};

/// Ways in which the answers of a cell may differ, at most.
const WAYS: usize = 2_000;

/// Ways that are tried, the least troublesome first.
const TRIES: usize = 6;

/// Steps of a try.
const STEPS: usize = 120;

/// One person of a cell who answers otherwise.
#[derive(Debug, Clone, Copy)]
struct Change {
    cell: usize,
    from: usize,
    to: usize,
}

impl Change {
    /// The reverse, by a person of another cell.
    fn reverse(self, cell: usize) -> Self {
        Self {
            cell,
            from: self.to,
            to: self.from,
        }
    }
}

/// A change, with the one that makes up for it in wide figures.
type Step = (Change, Option<Change>);

/// Answers that agree with every figure and contradict a claim about a cell, if a walk finds some.
pub(super) fn walk(table: &Table, moves: &Moves<'_>, cell: usize, claim: Claim) -> Option<Answers> {
    let start = Walk {
        table,
        companies: moves.companies(),
        answers: moves.answers().clone(),
        sums: moves.sums().to_vec(),
        weights: vec![1; table.rows.len()],
        fixed: cell,
    };
    let mut ways = start.ways(claim);
    ways.sort_unstable();
    ways.into_iter().take(TRIES).find_map(|(_, counts)| {
        let mut walk = start.clone();
        walk.set_out(&counts);
        let is_found = walk.mend() && agrees(table, &walk.answers);
        is_found.then_some(walk.answers)
    })
}

#[derive(Clone)]
struct Walk<'a> {
    table: &'a Table,
    companies: &'a Companies,
    answers: Answers,
    /// The sum of every row.
    sums: Vec<i64>,
    /// How much a row counts that is broken.
    weights: Vec<i64>,
    /// The cell that the claim is about: it changes first and then no more.
    fixed: usize,
}

impl Walk<'_> {
    fn item(&self, cell: usize) -> &Item {
        &self.table.items[self.table.cells[cell].item]
    }

    /// Answers of the cell that contradict the claim, with the trouble that they make: how much they
    /// break of what others cannot make up for, then how many people answer otherwise.
    fn ways(&self, claim: Claim) -> Vec<((i64, u32), Vec<u32>)> {
        let item = self.item(self.fixed);
        let own = &self.answers[self.fixed];
        let trouble = |counts: &[u32]| {
            let rows = self.companies.own(self.fixed).iter();
            let broken = rows.map(|row| {
                let weight = self.table.rows[*row].weight;
                self.excess(*row, weigh(item, counts, weight) - weigh(item, own, weight))
            });
            let moved = own.iter().zip(counts).map(|(a, b)| a.abs_diff(*b));
            (broken.sum(), moved.sum())
        };
        let ways = every_count(&self.table.cells[self.fixed], item).into_iter();
        let against = ways.filter(|counts| claim.fails(item, counts));
        against.map(|counts| (trouble(&counts), counts)).collect()
    }

    /// How far a row is off after its sum has changed by so much.
    fn excess(&self, row: usize, by: i64) -> i64 {
        let bounds = &self.table.rows[row];
        let sum = self.sums[row] + by;
        (bounds.low - sum).max(sum - bounds.high).max(0)
    }

    /// What a change adds to a row.
    fn adds(&self, row: usize, change: Change) -> i64 {
        let weight = self.table.rows[row].weight;
        let item = self.item(change.cell);
        item.weigh(weight, change.to) - item.weigh(weight, change.from)
    }

    /// How much more a change breaks than it mends, among some rows.
    fn cost(&self, rows: &[usize], change: Change) -> i64 {
        let of = |row: &usize| match self.adds(*row, change) {
            0 => 0,
            by => self.weights[*row] * (self.excess(*row, by) - self.excess(*row, 0)),
        };
        rows.iter().map(of).sum()
    }

    fn make(&mut self, (change, other): Step) {
        for change in [Some(change), other].into_iter().flatten() {
            for row in &self.table.rows_of[change.cell] {
                self.sums[*row] += self.adds(*row, change);
            }
            self.answers[change.cell][change.from] -= 1;
            self.answers[change.cell][change.to] += 1;
        }
    }

    /// Gives the cell other answers, person by person.
    fn set_out(&mut self, counts: &[u32]) {
        loop {
            let own = || self.answers[self.fixed].iter().zip(counts);
            let from = own().position(|(own, new)| own > new);
            let to = own().position(|(own, new)| own < new);
            let (Some(from), Some(to)) = (from, to) else {
                break;
            };
            let change = Change {
                cell: self.fixed,
                from,
                to,
            };
            let other = self.partner(change).map(|(_, other)| other);
            self.make((change, other));
        }
    }

    /// Mends what is broken; false where it does not come to an end.
    fn mend(&mut self) -> bool {
        for turn in 0..STEPS {
            let rows = 0..self.table.rows.len();
            let broken: Vec<usize> = rows.filter(|row| self.excess(*row, 0) > 0).collect();
            if broken.is_empty() {
                return true;
            }
            for row in &broken {
                self.weights[*row] += 1;
            }
            let Some(step) = self.best(broken[turn % broken.len()]) else {
                return false;
            };
            self.make(step);
        }
        false
    }

    /// The step that mends a row and breaks least.
    fn best(&self, row: usize) -> Option<Step> {
        let mut best: Option<(i64, Step)> = None;
        let mut offer = |cost: i64, step: Step| {
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, step));
            }
        };
        let cells = self.table.rows[row].cells.iter();
        let changes = cells.flat_map(|cell| self.changes(*cell));
        for change in
            changes.filter(|it| self.excess(row, self.adds(row, *it)) < self.excess(row, 0))
        {
            offer(
                self.cost(&self.table.rows_of[change.cell], change),
                (change, None),
            );
            if let Some((cost, other)) = self.partner(change) {
                let own = self.cost(self.companies.own(change.cell), change);
                offer(own + cost, (change, Some(other)));
            }
        }
        best.map(|(_, step)| step)
    }

    /// The cheapest reverse of a change in the company of its cell, and what it costs there.
    fn partner(&self, change: Change) -> Option<(i64, Change)> {
        let members = self.companies.members(self.companies.of(change.cell));
        let able = members.iter().filter(|cell| {
            **cell != change.cell && **cell != self.fixed && self.answers[**cell][change.to] > 0
        });
        let priced = able.map(|cell| {
            let reverse = change.reverse(*cell);
            (self.cost(self.companies.own(*cell), reverse), reverse)
        });
        priced.min_by_key(|(cost, _)| *cost)
    }

    /// Everything that one person of a cell could answer otherwise.
    fn changes(&self, cell: usize) -> impl Iterator<Item = Change> {
        let counts = &self.answers[cell];
        let values = if cell == self.fixed { 0 } else { counts.len() };
        let given = (0..values).filter(|from| counts[*from] > 0);
        given.flat_map(move |from| {
            let others = (0..values).filter(move |to| *to != from);
            others.map(move |to| Change { cell, from, to })
        })
    }
}

/// All that the people of a cell could answer; nothing where that is too much.
fn every_count(cell: &Cell, item: &Item) -> Vec<Vec<u32>> {
    let mut all = vec![Vec::new()];
    for value in 0..item.values.len() {
        let is_last = value + 1 == item.values.len();
        let mut longer = Vec::new();
        for counts in all {
            let left = cell.people - counts.iter().sum::<u32>();
            let least = if is_last { left } else { 0 };
            longer.extend((least..=left).map(|n| [counts.as_slice(), &[n]].concat()));
        }
        if longer.len() > WAYS {
            return Vec::new();
        }
        all = longer;
    }
    all
}
