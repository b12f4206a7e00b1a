//! Questions whose value a person's several answers make up: sums are real numbers between bounds.
//!
//! Whether all of a small group are on one side depends on how far their sum can be from the end of
//! the scale: one person takes up the whole distance. Bounds that keep the distance decide almost
//! everything; where they do not, a linear program looks for sums that keep it.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::range::Ranges;
use super::single::{Sizes, agreement};
use super::table::{FINE, Table, Weight};
use super::verdict::{Breach, BreachKind};

/// What bounds drawn outwards may hide, in parts of a point.
const MARGIN: i64 = FINE / 20;

/// What the solver may be off, in points.
const TOLERANCE: f64 = 1e-5;

/// Everything that can be proven of small groups, and how many programs were solved.
pub(super) fn prove(table: &Table, values: &[f64], sizes: Sizes) -> (Vec<Breach>, usize) {
    let mut proof = Proof {
        table,
        gaps: gaps(values),
        ranges: Ranges::new(table, Weight::Value),
        solved: 0,
        breaches: Vec::new(),
    };
    let told = table
        .rows
        .iter()
        .filter(|row| row.people >= sizes.large && (agreement(table, row).is_some()));
    let told: Vec<usize> = told.flat_map(|row| row.cells.iter().copied()).collect();
    for (position, cell) in table.cells.iter().enumerate() {
        if cell.members.iter().any(|n| *n < sizes.small) && !told.contains(&position) {
            proof.cell(position, sizes);
        }
    }
    (proof.breaches, proof.solved)
}

/// How far the lower and the upper side reach from their end of the scale, in parts of a point.
fn gaps(values: &[f64]) -> [i64; 2] {
    let (Some(first), Some(last)) = (values.first(), values.last()) else {
        return [0, 0];
    };
    let middle = f64::midpoint(*first, *last);
    let below = values
        .iter()
        .rfind(|value| **value < middle)
        .unwrap_or(first);
    let above = values.iter().find(|value| **value > middle).unwrap_or(last);
    [parts(below - first), parts(last - above)]
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a distance on a scale"
)]
fn parts(points: f64) -> i64 {
    (points * FINE as f64).round() as i64
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sums over people stay far below 2^53"
)]
fn points(parts: i64) -> f64 {
    parts as f64 / FINE as f64
}

struct Proof<'a> {
    table: &'a Table,
    gaps: [i64; 2],
    ranges: Ranges,
    solved: usize,
    breaches: Vec<Breach>,
}

impl Proof<'_> {
    fn cell(&mut self, cell: usize, sizes: Sizes) {
        let own = &self.table.cells[cell];
        let people = i64::from(own.people);
        let (first, last) = self.table.items[own.item].range(Weight::Value);
        let (low, high) = self.ranges.of[cell];
        let limits = [
            first * people + self.gaps[0] + MARGIN,
            last * people - self.gaps[1] - MARGIN,
        ];
        // Below: can the sum be more than that? Above: can it be less?
        let is_low = low <= limits[0] && !self.reaches(cell, (high, limits[0]), true);
        let is_high = high >= limits[1] && !self.reaches(cell, (low, limits[1]), false);
        if is_low || is_high {
            let is_end = high <= first * people + MARGIN || low >= last * people - MARGIN;
            let kind = if is_end {
                BreachKind::Unanimous
            } else {
                BreachKind::Side
            };
            self.report(cell, kind);
        } else if own.people < sizes.threshold && self.is_narrow(cell) {
            self.report(cell, BreachKind::SmallSet);
        }
    }

    /// Can the sum of a cell go beyond a limit, upward or downward? `bound` is as far as it goes by
    /// narrowing alone.
    fn reaches(&mut self, cell: usize, (bound, limit): (i64, i64), upward: bool) -> bool {
        let is_beyond = |sum: f64| {
            if upward {
                sum > points(limit)
            } else {
                sum < points(limit)
            }
        };
        is_beyond(points(bound)) && self.extreme(cell, upward).is_some_and(is_beyond)
    }

    /// Is the sum known within less than a whole answer?
    fn is_narrow(&mut self, cell: usize) -> bool {
        let (low, high) = self.ranges.of[cell];
        if high - low < FINE {
            return true;
        }
        match (self.extreme(cell, true), self.extreme(cell, false)) {
            (Some(most), Some(least)) => most - least < 1.0,
            _ => true,
        }
    }

    /// The most or the least that a cell can sum up to, in points; none where the solver fails.
    fn extreme(&mut self, cell: usize, upward: bool) -> Option<f64> {
        self.solved += 1;
        let table = self.table;
        let mut problem = Problem::new(if upward {
            OptimizationDirection::Maximize
        } else {
            OptimizationDirection::Minimize
        });
        let bounds = self.ranges.of.iter().enumerate();
        let sums: Vec<Variable> = bounds
            .map(|(position, (low, high))| {
                let weight = f64::from(u8::from(position == cell));
                problem.add_var(weight, (points(*low), points(*high)))
            })
            .collect();
        let rows = table.rows_with(Weight::Value);
        for row in rows.iter().map(|row| &table.rows[*row]) {
            let terms: Vec<(Variable, f64)> =
                row.cells.iter().map(|cell| (sums[*cell], 1.0)).collect();
            problem.add_constraint(&terms, ComparisonOp::Ge, points(row.low));
            problem.add_constraint(&terms, ComparisonOp::Le, points(row.high));
        }
        let solution = problem.solve().ok()?.into_solution().ok()?;
        let value = |cell: &usize| solution.var_value(sums[*cell]);
        let holds = |row: &usize| {
            let row = &table.rows[*row];
            let sum: f64 = row.cells.iter().map(value).sum();
            points(row.low) - TOLERANCE <= sum && sum <= points(row.high) + TOLERANCE
        };
        rows.iter().all(holds).then(|| value(&cell))
    }

    fn report(&mut self, cell: usize, kind: BreachKind) {
        let own = &self.table.cells[cell];
        let mut rows = self.ranges.trail(self.table, cell);
        if rows.is_empty() {
            rows.clone_from(&self.table.rows_of[cell]);
        }
        self.breaches.push(Breach {
            wave: self.table.wave,
            question: self.table.items[own.item].question,
            atoms: self.table.atoms(&[cell]),
            people: own.people,
            kind,
            statements: self.table.statements(rows),
            combination: Vec::new(),
        });
    }
}
