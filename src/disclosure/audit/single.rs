//! Questions whose answers are whole levels: which claims about small cells can be proven.
//!
//! A claim is not provable as soon as one set of answers agrees with every figure and contradicts
//! it. Such answers are sought from cheap to dear: the example, small changes of it, sums that the
//! bounds leave open, a walk of many changes, whole numbers near the cell, whole numbers everywhere.
//! Where none is found the claim counts as proven.

use std::collections::BTreeSet;

use super::claim::{Claim, claims};
use super::memory::Place;
use super::moves::Moves;
use super::range::Ranges;
use super::table::{Table, Weight};
use super::verdict::{Breach, BreachKind};
use super::walk::walk;
use super::witness::{Answers, Search, agrees};

/// Cells of other groups that a first, small search may change.
const NEAR: usize = 16;

/// Cells of a figure that are next neighbours.
const NEXT: usize = 16;

/// Unknowns that a search may have.
const UNKNOWNS: usize = 800;

/// The sizes that decide what may be said of a group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    /// The threshold.
    pub(super) threshold: u32,
    /// From so many people on a group is no longer small.
    pub(super) small: u32,
    /// From so many people on agreement is told and not prevented.
    pub(super) large: u32,
}

/// What was found of small cells.
pub(super) struct Outcome {
    pub(super) breaches: Vec<Breach>,
    /// Cells that were looked at and of which nothing can be proven.
    pub(super) safe: BTreeSet<Place>,
    /// Systems that were solved.
    pub(super) solved: usize,
}

/// Everything that can be proven of small cells; `known` ones are safe already.
pub(super) fn prove(
    table: &Table,
    example: Option<Answers>,
    (known, sizes): (&BTreeSet<Place>, Sizes),
) -> Outcome {
    let mut proof = Proof {
        table,
        sizes,
        ranges: None,
        solved: 0,
        breaches: Vec::new(),
    };
    let (mut safe, open): (BTreeSet<Place>, Vec<usize>) = proof.cells(known);
    if !open.is_empty() {
        proof.run(example, &open);
    }
    let is_undecided = |breach: &Breach| breach.kind == BreachKind::Undecided;
    if proof.breaches.iter().any(is_undecided) {
        safe.clear();
    } else {
        safe.extend(open.iter().map(|cell| table.place(*cell)));
        for breach in &proof.breaches {
            safe.remove(&(breach.question, breach.atoms.clone()));
        }
    }
    Outcome {
        breaches: proof.breaches,
        safe,
        solved: proof.solved,
    }
}

struct Proof<'a> {
    table: &'a Table,
    sizes: Sizes,
    /// Made when first needed.
    ranges: Option<Vec<Ranges>>,
    solved: usize,
    breaches: Vec<Breach>,
}

/// Answers that agree with every figure: the first ones, and others that were found on the way.
struct Known<'a> {
    moves: Moves<'a>,
    others: Vec<Answers>,
}

impl Proof<'_> {
    /// Cells with a small group, outside large groups of which agreement is told: those that are
    /// known to be safe, and the others.
    fn cells(&self, known: &BTreeSet<Place>) -> (BTreeSet<Place>, Vec<usize>) {
        let mut is_told = vec![false; self.table.cells.len()];
        let agree =
            self.table.rows.iter().filter(|row| {
                row.people >= self.sizes.large && agreement(self.table, row).is_some()
            });
        agree
            .flat_map(|row| &row.cells)
            .for_each(|cell| is_told[*cell] = true);
        let small = |cell: &usize| {
            let members = &self.table.cells[*cell].members;
            members.iter().any(|n| *n < self.sizes.small) && !is_told[*cell]
        };
        let (mut safe, mut open) = (BTreeSet::new(), Vec::new());
        for cell in (0..self.table.cells.len()).filter(small) {
            match known.get(&self.table.place(cell)) {
                Some(place) => drop(safe.insert(place.clone())),
                None => open.push(cell),
            }
        }
        (safe, open)
    }

    fn run(&mut self, example: Option<Answers>, cells: &[usize]) {
        let start = example.filter(|answers| agrees(self.table, answers));
        let start = start.or_else(|| {
            self.solved += 1;
            self.search(None, (0..self.table.cells.len()).collect(), None)
        });
        let Some(first) = start else {
            self.undecided();
            return;
        };
        let mut known = Known {
            moves: Moves::new(self.table, first),
            others: Vec::new(),
        };
        for cell in cells {
            self.cell(&mut known, *cell);
        }
    }

    fn cell(&mut self, known: &mut Known<'_>, cell: usize) {
        let own = &self.table.cells[cell];
        let item = &self.table.items[own.item];
        let limits = (self.sizes.threshold, self.sizes.small);
        let claims = claims(item, own, &known.moves.answers()[cell], limits);
        // The first claim that holds says most.
        for claim in claims {
            if let Some(rows) = self.is_provable(known, cell, claim) {
                self.report(cell, claim, rows);
                return;
            }
        }
    }

    /// The rows that prove a claim; none where some answers contradict it.
    fn is_provable(
        &mut self,
        known: &mut Known<'_>,
        cell: usize,
        claim: Claim,
    ) -> Option<Vec<usize>> {
        let own = &self.table.cells[cell];
        let item = &self.table.items[own.item];
        let has_shares = self.table.rows_of[cell]
            .iter()
            .any(|row| self.table.rows[*row].weight != Weight::Value);
        if !has_shares {
            let sum = super::claim::value_sum(item, &known.moves.answers()[cell]);
            if claim.can_fail(item, own.people, (sum, sum)) {
                return None;
            }
        }
        let fails = |answers: &Answers| claim.fails(item, &answers[cell]);
        if known.others.iter().any(fails) || known.moves.refute(cell, claim) {
            return None;
        }
        if let Some(rows) = self.follows(cell, claim) {
            return Some(rows);
        }
        if let Some(other) = walk(self.table, &known.moves, cell, claim) {
            known.others.push(other);
            return None;
        }
        let proof = Some(self.table.rows_of[cell].clone());
        if self.is_hopeless(cell, claim) {
            return proof;
        }
        let few = self.near(cell, NEAR);
        let many = self.near(cell, 3 * NEAR);
        let all = (0..self.table.cells.len()).collect();
        for free in [few, many, all] {
            if self.is_contradicted(known, free, (cell, claim)) {
                return None;
            }
        }
        proof
    }

    /// Can the free cells change such that a claim no longer holds? Answers that show it are kept.
    fn is_contradicted(
        &mut self,
        known: &mut Known<'_>,
        free: Vec<usize>,
        (cell, claim): (usize, Claim),
    ) -> bool {
        let values = self.table.items[self.table.cells[cell].item].values.len();
        if free.len() * values > UNKNOWNS {
            return false;
        }
        self.solved += 1;
        let other = self.search(Some(known.moves.answers()), free, Some((cell, claim)));
        let is_found = other.is_some();
        known.others.extend(other);
        is_found
    }

    fn search(
        &self,
        start: Option<&Answers>,
        free: Vec<usize>,
        against: Option<(usize, Claim)>,
    ) -> Option<Answers> {
        let search = Search {
            table: self.table,
            start,
            free,
            against,
        };
        search.run()
    }

    fn ranges(&mut self) -> &[Ranges] {
        let table = self.table;
        self.ranges.get_or_insert_with(|| {
            let weights = table.weights().into_iter();
            weights.map(|weight| Ranges::new(table, weight)).collect()
        })
    }

    /// The rows from which a claim follows by narrowing bounds alone.
    fn follows(&mut self, cell: usize, claim: Claim) -> Option<Vec<usize>> {
        let table = self.table;
        let own = &table.cells[cell];
        let item = &table.items[own.item];
        let people = i64::from(own.people);
        let proves = |ranges: &&Ranges| {
            let (low, high) = ranges.of[cell];
            let within = match ranges.weight {
                Weight::Value => return !claim.can_fail(item, own.people, (low, high)),
                Weight::Net | Weight::Square => return false,
                Weight::Within(within) => within,
            };
            match claim {
                Claim::Within(mask) => {
                    (within & !mask == 0 && low == people) || (!within & !mask == 0 && high == 0)
                }
                Claim::Given(value, least) => within == 1 << value && low >= i64::from(least),
                Claim::Count(value, _) => within == 1 << value && low == high,
                Claim::Sum(_) => false,
            }
        };
        let ranges = self.ranges();
        let proof = ranges.iter().find(proves)?;
        Some(proof.trail(table, cell))
    }

    /// Does a claim follow from what was said of a cell and its next neighbours alone?
    fn is_hopeless(&mut self, cell: usize, claim: Claim) -> bool {
        let table = self.table;
        let rows = table.rows_of[cell]
            .iter()
            .map(|row| &table.rows[*row].cells);
        let mut free: Vec<usize> = rows
            .filter(|cells| cells.len() <= NEXT)
            .flatten()
            .copied()
            .collect();
        free.push(cell);
        free.sort_unstable();
        free.dedup();
        self.solved += 1;
        let search = Search {
            table,
            start: None,
            free,
            against: Some((cell, claim)),
        };
        let values = self.ranges().iter().find(|it| it.weight == Weight::Value);
        search.is_hopeless(values.map(|ranges| ranges.of.as_slice()))
    }

    /// The cell, and those that figures of few people join it with.
    fn near(&mut self, cell: usize, most: usize) -> Vec<usize> {
        let table = self.table;
        let is_open = |ranges: &Ranges, cell: usize| ranges.of[cell].0 < ranges.of[cell].1;
        let values = self.ranges().iter().find(|it| it.weight == Weight::Value);
        let mut free = vec![cell];
        let mut rows = table.rows_of[cell].clone();
        rows.sort_by_key(|row| table.rows[*row].people);
        // Cells whose sums are open can give way; of the others, any can give and take levels.
        let item = table.cells[cell].item;
        let stages = [
            (true, true, most / 2),
            (false, true, most),
            (true, false, 2 * most),
        ];
        for (wants_same, wants_open, limit) in stages {
            for other in rows.iter().flat_map(|row| &table.rows[*row].cells) {
                let is_fit = (table.cells[*other].item == item) == wants_same
                    && values.is_none_or(|ranges| is_open(ranges, *other) == wants_open);
                if is_fit && free.len() < limit && !free.contains(other) {
                    free.push(*other);
                }
            }
        }
        free.sort_unstable();
        free
    }

    fn report(&mut self, cell: usize, claim: Claim, rows: Vec<usize>) {
        let kind = match claim {
            Claim::Within(mask) if mask.count_ones() == 1 => BreachKind::Unanimous,
            Claim::Within(_) => BreachKind::Side,
            Claim::Given(_, _) => BreachKind::Answer,
            Claim::Count(_, _) => BreachKind::ExactCount,
            Claim::Sum(_) => BreachKind::SmallSet,
        };
        let own = &self.table.cells[cell];
        // Without shares there is more room for everything.
        let is_share = |row: &usize| self.table.rows[*row].weight != Weight::Value;
        let (shares, sums): (Vec<usize>, Vec<usize>) = rows.into_iter().partition(is_share);
        let mut statements = self.table.statements(shares);
        statements.extend(self.table.statements(sums));
        self.breaches.push(Breach {
            wave: self.table.wave,
            question: self.table.items[own.item].question,
            atoms: self.table.atoms(&[cell]),
            people: own.people,
            kind,
            statements,
            combination: Vec::new(),
        });
    }

    /// No answers were found that agree with the figures, so nothing can be shown to be safe.
    fn undecided(&mut self) {
        self.breaches.push(Breach {
            wave: self.table.wave,
            question: self.table.items.first().map_or(0, |item| item.question),
            atoms: Vec::new(),
            people: 0,
            kind: BreachKind::Undecided,
            statements: self.table.statements(0..self.table.rows.len()),
            combination: Vec::new(),
        });
    }
}

/// Does a row prove that all of its people but one, who may be a point off, are at an end of the scale? Then at which: true
/// for the upper one.
pub(super) fn agreement(table: &Table, row: &super::table::Row) -> Option<bool> {
    if row.weight != Weight::Value {
        return None;
    }
    let ends = |which: fn((i64, i64)) -> i64| -> i64 {
        let of = |cell: &usize| {
            let cell = &table.cells[*cell];
            which(table.items[cell.item].range(Weight::Value)) * i64::from(cell.people)
        };
        row.cells.iter().map(of).sum()
    };
    if row.high <= ends(|range| range.0) + table.point {
        Some(false)
    } else if row.low >= ends(|range| range.1) - table.point {
        Some(true)
    } else {
        None
    }
}
