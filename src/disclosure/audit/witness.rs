//! Answers that agree with every figure and contradict a claim: integer programs whose solutions
//! are checked in whole numbers before they count.
//!
//! The solver is trusted for nothing. A solution that does not agree exactly is no solution; where
//! the solver finds none, the claim stands and is reported, which errs on the safe side.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::claim::{Claim, value_sum};
use super::table::{Item, Row, Table, Weight};

/// Answers of every cell: how many gave each value.
pub(super) type Answers = Vec<Vec<u32>>;

/// Steps of a small search for whole numbers, and cells that make it small. Larger ones that do not
/// come out at once seldom do later.
const NODES: (u64, usize) = (2_000, 24);

/// Steps of a larger search.
const FEW_NODES: u64 = 200;

/// Do the answers fill every cell and agree with every figure?
pub(super) fn agrees(table: &Table, answers: &Answers) -> bool {
    let is_full = |(cell, counts): (&super::table::Cell, &Vec<u32>)| {
        counts.len() == table.items[cell.item].values.len()
            && counts.iter().sum::<u32>() == cell.people
    };
    answers.len() == table.cells.len()
        && table.cells.iter().zip(answers).all(is_full)
        && (0..table.rows.len()).all(|row| holds(table, answers, row))
}

/// Does one figure agree?
fn holds(table: &Table, answers: &Answers, row: usize) -> bool {
    let sum = sum(table, answers, row);
    table.rows[row].low <= sum && sum <= table.rows[row].high
}

/// What the answers of a row add up to.
pub(super) fn sum(table: &Table, answers: &Answers, row: usize) -> i64 {
    let Row { weight, cells, .. } = &table.rows[row];
    let of = |cell: &usize| {
        let item = &table.items[table.cells[*cell].item];
        weigh(item, &answers[*cell], *weight)
    };
    cells.iter().map(of).sum()
}

/// What the answers of a cell add to a sum.
pub(super) fn weigh(item: &Item, counts: &[u32], weight: Weight) -> i64 {
    let counts = counts.iter().enumerate();
    counts
        .map(|(value, n)| item.weigh(weight, value) * i64::from(*n))
        .sum()
}

/// What a search may change, and what it is for.
pub(super) struct Search<'a> {
    pub(super) table: &'a Table,
    /// Answers to start from; without them every cell must be free.
    pub(super) start: Option<&'a Answers>,
    /// Cells whose answers may change.
    pub(super) free: Vec<usize>,
    /// A claim about a cell to be contradicted.
    pub(super) against: Option<(usize, Claim)>,
}

/// How a free cell stands in the program: its sum where nothing else was published, else how many
/// gave each value.
enum Stand {
    Sum(Variable),
    Counts(Vec<Variable>),
}

impl Search<'_> {
    /// Is there surely no way for the free cells alone to contradict the claim, whatever all others
    /// answered? Only figures about nobody else count, and `bounds` of the values of each cell.
    pub(super) fn is_hopeless(&self, bounds: Option<&[(i64, i64)]>) -> bool {
        let directions: &[bool] = match self.against {
            Some((_, Claim::Count(_, _) | Claim::Sum(_))) => &[false, true],
            Some((_, Claim::Within(_) | Claim::Given(_, _))) | None => &[false],
        };
        directions
            .iter()
            .all(|upward| self.is_infeasible(bounds, *upward) == Some(true))
    }

    fn is_infeasible(&self, bounds: Option<&[(i64, i64)]>, upward: bool) -> Option<bool> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut stands = BTreeMap::new();
        for cell in &self.free {
            let stand = self.stand(&mut problem, *cell)?;
            if let Some(bounds) = bounds {
                let terms = self.terms(&stand, *cell, Weight::Value);
                problem.add_constraint(&terms, ComparisonOp::Ge, float(bounds[*cell].0));
                problem.add_constraint(&terms, ComparisonOp::Le, float(bounds[*cell].1));
            }
            stands.insert(*cell, stand);
        }
        if let Some((cell, claim)) = self.against {
            self.contradict(&mut problem, &stands[&cell], (claim, upward));
        }
        let is_inside = |row: &usize| {
            let cells = &self.table.rows[*row].cells;
            cells.iter().all(|cell| stands.contains_key(cell))
        };
        for row in self.rows().into_iter().filter(is_inside) {
            self.bound(&mut problem, &stands, row)?;
        }
        Some(matches!(
            problem.solve_with(self.options()),
            Err(microlp::Error::Infeasible)
        ))
    }

    fn options(&self) -> SolveOptions {
        let mut options = SolveOptions::default();
        let is_small = self.free.len() <= NODES.1;
        options.node_limit = Some(if is_small { NODES.0 } else { FEW_NODES });
        options
    }

    /// The rows that touch a free cell.
    fn rows(&self) -> Vec<usize> {
        let of = |cell: &usize| self.table.rows_of[*cell].iter().copied();
        let mut rows: Vec<usize> = self.free.iter().flat_map(of).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// Answers of all cells that agree with every figure and contradict the claim.
    pub(super) fn run(&self) -> Option<Answers> {
        let directions: &[bool] = match self.against {
            // A number can be too high or too low.
            Some((_, Claim::Count(_, _) | Claim::Sum(_))) => &[false, true],
            Some((_, Claim::Within(_) | Claim::Given(_, _))) | None => &[false],
        };
        directions.iter().find_map(|upward| self.solve(*upward))
    }

    fn solve(&self, upward: bool) -> Option<Answers> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut stands = BTreeMap::new();
        for cell in &self.free {
            stands.insert(*cell, self.stand(&mut problem, *cell)?);
        }
        if let Some((cell, claim)) = self.against {
            self.contradict(&mut problem, &stands[&cell], (claim, upward));
        }
        for row in self.rows() {
            self.bound(&mut problem, &stands, row)?;
        }
        let solution = problem
            .solve_with(self.options())
            .ok()?
            .into_solution()
            .ok()?;
        let whole = |variable: &Variable| whole(solution.var_value(*variable));
        let mut answers = match self.start {
            Some(start) => start.clone(),
            None => vec![Vec::new(); self.table.cells.len()],
        };
        for (cell, stand) in &stands {
            answers[*cell] = match stand {
                Stand::Counts(counts) => counts
                    .iter()
                    .map(|count| u32::try_from(whole(count)?).ok())
                    .collect::<Option<Vec<u32>>>()?,
                Stand::Sum(sum) => self.spread(*cell, whole(sum)?)?,
            };
        }
        let is_against = self.against.is_none_or(|(cell, claim)| {
            claim.fails(
                &self.table.items[self.table.cells[cell].item],
                &answers[cell],
            )
        });
        (is_against && agrees(self.table, &answers)).then_some(answers)
    }

    fn stand(&self, problem: &mut Problem, cell: usize) -> Option<Stand> {
        let own = &self.table.cells[cell];
        let item = &self.table.items[own.item];
        let people = i32::try_from(own.people).ok()?;
        let is_target = self.against.is_some_and(|(target, _)| target == cell);
        let only_sums = self.table.rows_of[cell]
            .iter()
            .all(|row| self.table.rows[*row].weight == Weight::Value);
        if only_sums && !is_target && is_even(&item.values) {
            let (least, most) = item.range(Weight::Value);
            let least = i32::try_from(least).ok()?.checked_mul(people)?;
            let most = i32::try_from(most).ok()?.checked_mul(people)?;
            return Some(Stand::Sum(problem.add_integer_var(0.0, (least, most))));
        }
        let counts: Vec<Variable> = item
            .values
            .iter()
            .map(|_| problem.add_integer_var(0.0, (0, people)))
            .collect();
        let all: Vec<(Variable, f64)> = counts.iter().map(|count| (*count, 1.0)).collect();
        problem.add_constraint(&all, ComparisonOp::Eq, f64::from(own.people));
        Some(Stand::Counts(counts))
    }

    fn contradict(&self, problem: &mut Problem, stand: &Stand, (claim, upward): (Claim, bool)) {
        let Stand::Counts(counts) = stand else { return };
        let Some((cell, _)) = self.against else {
            return;
        };
        let item = &self.table.items[self.table.cells[cell].item];
        match claim {
            Claim::Within(mask) => {
                let outside = counts.iter().enumerate();
                let outside = outside.filter(|(value, _)| mask >> value & 1 == 0);
                let sum: Vec<(Variable, f64)> = outside.map(|(_, count)| (*count, 1.0)).collect();
                problem.add_constraint(&sum, ComparisonOp::Ge, 1.0);
            }
            Claim::Given(value, least) => {
                let most = f64::from(least) - 1.0;
                problem.add_constraint([(counts[value], 1.0)], ComparisonOp::Le, most);
            }
            Claim::Count(value, exactly) => {
                beyond(problem, &[(counts[value], 1.0)], f64::from(exactly), upward);
            }
            Claim::Sum(exactly) => {
                let values = counts.iter().zip(&item.values);
                let sum: Vec<(Variable, f64)> = values
                    .map(|(count, value)| (*count, float(*value)))
                    .collect();
                beyond(problem, &sum, float(exactly), upward);
            }
        }
    }

    /// Keeps a row between its bounds.
    fn bound(
        &self,
        problem: &mut Problem,
        stands: &BTreeMap<usize, Stand>,
        position: usize,
    ) -> Option<()> {
        let row = &self.table.rows[position];
        let mut terms: Vec<(Variable, f64)> = Vec::new();
        let mut fixed = 0;
        for cell in &row.cells {
            match stands.get(cell) {
                None => {
                    let item = &self.table.items[self.table.cells[*cell].item];
                    fixed += weigh(item, &self.start?[*cell], row.weight);
                }
                Some(stand) => terms.extend(self.terms(stand, *cell, row.weight)),
            }
        }
        let (low, high) = (float(row.low - fixed), float(row.high - fixed));
        if row.is_known {
            problem.add_constraint(&terms, ComparisonOp::Eq, low);
        } else {
            problem.add_constraint(&terms, ComparisonOp::Ge, low);
            problem.add_constraint(&terms, ComparisonOp::Le, high);
        }
        Some(())
    }

    /// What a free cell adds to a sum.
    fn terms(&self, stand: &Stand, cell: usize, weight: Weight) -> Vec<(Variable, f64)> {
        let item = &self.table.items[self.table.cells[cell].item];
        match stand {
            Stand::Sum(sum) => vec![(*sum, 1.0)],
            Stand::Counts(counts) => {
                let weights = counts.iter().enumerate();
                weights
                    .map(|(value, count)| (*count, item.weigh(weight, value)))
                    .filter(|(_, weight)| *weight != 0)
                    .map(|(count, weight)| (count, float(weight)))
                    .collect()
            }
        }
    }

    /// Answers with a given sum, as even as can be; the values have even steps.
    fn spread(&self, cell: usize, sum: i64) -> Option<Vec<u32>> {
        let own = &self.table.cells[cell];
        let item = &self.table.items[own.item];
        let mut counts = vec![0; item.values.len()];
        let first = item.values.first()?;
        let step = item.values.get(1).map_or(1, |second| second - first);
        let people = i64::from(own.people);
        let steps = (sum - first * people).checked_div(step)?;
        let (even, rest) = (steps.div_euclid(people), steps.rem_euclid(people));
        let even = usize::try_from(even).ok()?;
        *counts.get_mut(even)? += u32::try_from(people - rest).ok()?;
        if rest > 0 {
            *counts.get_mut(even + 1)? += u32::try_from(rest).ok()?;
        }
        (value_sum(item, &counts) == sum).then_some(counts)
    }
}

fn is_even(values: &[i64]) -> bool {
    values.windows(2).all(|pair| pair[1] - pair[0] == 1)
}

fn beyond(problem: &mut Problem, sum: &[(Variable, f64)], exactly: f64, upward: bool) {
    if upward {
        problem.add_constraint(sum, ComparisonOp::Ge, exactly + 1.0);
    } else {
        problem.add_constraint(sum, ComparisonOp::Le, exactly - 1.0);
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sums over people stay far below 2^53"
)]
fn float(value: i64) -> f64 {
    value as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "variables are bounded by 32-bit integers"
)]
fn whole(value: f64) -> Option<i64> {
    let nearest = value.round();
    ((value - nearest).abs() < 1e-4).then_some(nearest as i64)
}
