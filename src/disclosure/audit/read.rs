//! How a case becomes a table: bounds of figures become bounds of sums.
//!
//! A mean of so many people bounds the sum of their values, and since that sum is a whole number of
//! steps of the scale, the bound is drawn to the next one. Sums of composed values are no whole
//! numbers; their bounds are drawn outwards instead, in fine parts of a point.

use std::collections::HashMap;

use super::table::{Cell, FINE, Group, Item, Row, Table, Weight};
use super::{Case, Fact, Question};

/// How far a figure may be from the number that it was computed from: what floating point and a
/// file with fifteen digits leave.
const PRECISION: f64 = 1e-9;

/// The same for multiplication.
const FINE_SCALE: f64 = 2_520.0;

/// Bounds of a share of answers that are nearer than this say it exactly.
const SAME_SHARE: f64 = 1e-6;

/// Steps of scales: values are whole numbers after multiplication with one of these.
const STEPS: [f64; 13] = [
    1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 60.0, 100.0,
];

/// The whole numbers behind values; none where they fit no scale of even steps.
pub(super) fn whole(values: &[f64]) -> Option<(f64, Vec<i64>)> {
    let fits = |step: &f64| {
        values
            .iter()
            .all(|value| ((value * step).round() - value * step).abs() < 1e-6)
    };
    let step = STEPS.into_iter().find(|step| fits(step))?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "values are checked to be small"
    )]
    let whole = values.iter().map(|value| (value * step).round() as i64);
    Some((step, whole.collect()))
}

/// The bits of the values from one to another.
pub(super) fn mask(values: &[f64], from: f64, to: f64) -> u32 {
    let within = |value: f64| from - PRECISION <= value && value <= to + PRECISION;
    let bits = values.iter().enumerate();
    bits.fold(0, |mask, (bit, value)| {
        mask | u32::from(within(*value)) << bit
    })
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "sums over people stay far below 2^53"
)]
fn bounds(low: f64, high: f64, scale: f64) -> (i64, i64) {
    let slack = PRECISION * (1.0 + scale);
    (
        (low * scale - slack).ceil() as i64,
        (high * scale + slack).floor() as i64,
    )
}

/// Statements about a question of the group, with the cells' atoms.
struct Draft<'a> {
    case: &'a Case,
    group: &'a Group,
    /// Positions in [`Case::statements`].
    used: Vec<usize>,
}

impl Table {
    /// Reads everything that was said of a group. `statements` are the positions of its statements.
    pub(super) fn new(case: &Case, group: &Group, statements: &[usize]) -> Self {
        let mut draft = Draft {
            case,
            group,
            used: Vec::new(),
        };
        draft.used = statements
            .iter()
            .copied()
            .filter(|at| draft.is_used(*at))
            .collect();
        let pools = draft.pools();
        let items: Vec<Item> = group.single.iter().map(|at| draft.item(*at)).collect();
        let cells = draft.cells(&pools);
        let mut table = Self {
            wave: group.wave,
            point: if draft.is_fine() { FINE } else { 1 },
            items,
            rows_of: vec![Vec::new(); cells.len()],
            pools,
            cells,
            rows: Vec::new(),
            impossible: Vec::new(),
        };
        let mut of_atom = vec![usize::MAX; draft.population().atoms.len()];
        for (pool, atoms) in table.pools.iter().enumerate() {
            atoms.iter().for_each(|atom| of_atom[*atom] = pool);
        }
        let mut cell_at = vec![usize::MAX; table.pools.len() * table.items.len()];
        for (position, cell) in table.cells.iter().enumerate() {
            cell_at[cell.pool * table.items.len() + cell.item] = position;
        }
        for at in &draft.used {
            table.add(&draft, *at, (&of_atom, &cell_at));
        }
        for (position, row) in table.rows.iter().enumerate() {
            row.cells
                .iter()
                .for_each(|cell| table.rows_of[*cell].push(position));
        }
        table
    }

    /// The counts of a question: a cell's people are those who answered, and every one counts once.
    pub(super) fn of_counts(case: &Case, place: (usize, usize), statements: &[usize]) -> Self {
        let (wave, question) = place;
        let group = Group {
            wave,
            single: vec![question],
            composed: Vec::new(),
        };
        let draft = Draft {
            case,
            group: &group,
            used: statements.to_vec(),
        };
        let pools = draft.pools();
        let cells = draft.cells(&pools);
        let mut table = Self {
            wave,
            point: 1,
            items: vec![draft.item(question)],
            rows_of: Vec::new(),
            pools,
            cells,
            rows: Vec::new(),
            impossible: Vec::new(),
        };
        for at in statements {
            let statement = &case.statements[*at];
            let Fact::Count { low, high } = statement.fact else {
                continue;
            };
            let is_inside = |cell: &usize| {
                let pool = &table.pools[table.cells[*cell].pool];
                pool.iter().all(|atom| statement.atoms.contains(atom))
            };
            let cells: Vec<usize> = (0..table.cells.len()).filter(is_inside).collect();
            let people = cells.iter().map(|cell| table.cells[*cell].people).sum();
            table.rows.push(Row {
                weight: Weight::Value,
                cells,
                low: i64::from(low),
                high: i64::from(high),
                is_known: low == high,
                statement: *at,
                people,
            });
        }
        table
    }

    fn add(&mut self, draft: &Draft<'_>, at: usize, places: (&[usize], &[usize])) {
        let statement = &draft.case.statements[at];
        let (of_atom, cell_at) = places;
        let mut pools: Vec<usize> = statement.atoms.iter().map(|atom| of_atom[*atom]).collect();
        pools.sort_unstable();
        pools.dedup();
        let width = self.items.len();
        let items = draft.items(statement.question);
        let mut cells: Vec<usize> = pools
            .iter()
            .flat_map(|pool| items.iter().map(move |item| pool * width + item))
            .map(|place| cell_at[place])
            .filter(|cell| *cell != usize::MAX)
            .collect();
        cells.sort_unstable();
        let people: u32 = cells.iter().map(|cell| self.cells[*cell].people).sum();
        let Some((weight, low, high, is_known)) =
            draft.sum(statement.question, statement.fact, people)
        else {
            return;
        };
        let is_share = weight != Weight::Value && draft.is_fine();
        let reach = |which: fn((i64, i64)) -> i64| -> i64 {
            let of = |cell: &usize| {
                let cell = &self.cells[*cell];
                which(self.items[cell.item].range(weight)) * i64::from(cell.people)
            };
            cells.iter().map(of).sum()
        };
        let (low, high) = if is_share {
            (low, high)
        } else {
            (low.max(reach(|it| it.0)), high.min(reach(|it| it.1)))
        };
        if low > high {
            self.impossible.push(at);
        } else if people > 0 && !draft.is_certain(statement) {
            self.rows.push(Row {
                weight,
                cells,
                low,
                high,
                is_known: is_known.unwrap_or(low == high),
                statement: at,
                people,
            });
        }
    }
}

impl Draft<'_> {
    fn population(&self) -> &super::Population {
        &self.case.populations[self.group.wave]
    }

    fn question(&self, at: usize) -> &Question {
        &self.population().questions[at]
    }

    /// Does the statement bear on single answers? One of a composed question does where its parts
    /// have the same values: its mean is that of all answers to them.
    fn is_used(&self, at: usize) -> bool {
        let statement = &self.case.statements[at];
        let is_count = matches!(statement.fact, Fact::Count { .. });
        if is_count || !self.group.composed.contains(&statement.question) {
            return !is_count;
        }
        let parts = &self.question(statement.question).parts;
        let is_alike = parts
            .iter()
            .all(|part| self.question(*part).values == self.question(parts[0]).values);
        matches!(statement.fact, Fact::Mean { .. } | Fact::Share { .. }) && is_alike
    }

    /// Is it a share of all values or of none?
    fn is_certain(&self, statement: &super::Statement) -> bool {
        let Fact::Share { from, to, .. } = statement.fact else {
            return false;
        };
        let values = &self.question(statement.question).values;
        let inside = mask(values, from, to).count_ones();
        inside == 0 || usize::try_from(inside) == Ok(values.len())
    }

    /// The items that a question stands for: itself, or its parts.
    fn items(&self, question: usize) -> Vec<usize> {
        let parts = &self.question(question).parts;
        let is_part = |single: &usize| *single == question || parts.contains(single);
        let singles = self.group.single.iter().enumerate();
        singles
            .filter(|(_, single)| is_part(single))
            .map(|(item, _)| item)
            .collect()
    }

    /// Atoms that stand together in every statement. Those in none are left out.
    fn pools(&self) -> Vec<Vec<usize>> {
        let mut signatures: Vec<Vec<usize>> = vec![Vec::new(); self.population().atoms.len()];
        for at in &self.used {
            for atom in &self.case.statements[*at].atoms {
                signatures[*atom].push(*at);
            }
        }
        let mut pools: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<&[usize], usize> = HashMap::new();
        for (atom, signature) in signatures.iter().enumerate() {
            if signature.is_empty() {
                continue;
            }
            match known.get(signature.as_slice()) {
                Some(pool) => pools[*pool].push(atom),
                None => {
                    known.insert(signature, pools.len());
                    pools.push(vec![atom]);
                }
            }
        }
        pools
    }

    fn item(&self, question: usize) -> Item {
        let values = &self.question(question).values;
        let net = |value: &f64| {
            if *value >= 9.0 - PRECISION {
                1
            } else if *value <= 6.0 + PRECISION {
                -1
            } else {
                0
            }
        };
        let values_of = || {
            values
                .iter()
                .map(|value| bounds(*value, *value, FINE_SCALE).0)
        };
        let ends = || [values_of().next(), values_of().next_back()];
        Item {
            question,
            values: if self.is_fine() {
                ends().into_iter().flatten().collect()
            } else {
                whole(values).map_or_else(Vec::new, |(_, whole)| whole)
            },
            nets: values.iter().map(net).collect(),
        }
    }

    fn cells(&self, pools: &[Vec<usize>]) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (pool, atoms) in pools.iter().enumerate() {
            for (item, question) in self.group.single.iter().enumerate() {
                let answered = |atom: &usize| self.population().atoms[*atom].answered[*question];
                let members: Vec<u32> = atoms.iter().map(answered).filter(|n| *n > 0).collect();
                let people = members.iter().sum();
                if people > 0 {
                    cells.push(Cell {
                        item,
                        pool,
                        people,
                        members,
                    });
                }
            }
        }
        cells
    }

    /// Is this a composed question by itself?
    fn is_fine(&self) -> bool {
        let single = self.group.single.first();
        single.is_some_and(|question| self.question(*question).is_composed)
    }

    /// What a fact says of the sum over so many answers: the weight, the bounds, and whether the
    /// sum counts as known where that does not follow from the bounds.
    fn sum(
        &self,
        question: usize,
        fact: Fact,
        answers: u32,
    ) -> Option<(Weight, i64, i64, Option<bool>)> {
        if self.is_fine() {
            return self.fine_sum(question, fact, answers);
        }
        let values = &self.question(question).values;
        let answers = f64::from(answers);
        let (weight, (low, high)) = match fact {
            Fact::Count { low: _, high: _ } => return None,
            Fact::Mean { low, high } => {
                // A composed mean over so many people is the mean of all their answers.
                let part = self.question(question).parts.first().copied();
                let scale = whole(&self.question(part.unwrap_or(question)).values)?.0;
                (Weight::Value, bounds(low, high, answers * scale))
            }
            Fact::Share {
                from,
                to,
                low,
                high,
            } => (
                Weight::Within(mask(values, from, to)),
                bounds(low, high, answers),
            ),
            Fact::Squares { low, high } => {
                let scale = whole(values)?.0;
                (Weight::Square, bounds(low, high, answers * scale * scale))
            }
            Fact::Net { low, high } => (Weight::Net, bounds(low, high, answers)),
        };
        Some((weight, low, high, None))
    }

    /// The same of a composed question, whose sums are no whole numbers: bounds are drawn outwards.
    fn fine_sum(
        &self,
        question: usize,
        fact: Fact,
        answers: u32,
    ) -> Option<(Weight, i64, i64, Option<bool>)> {
        let people = f64::from(answers);
        let outward = |low: f64, high: f64| {
            let (high, low) = bounds(high, low, people * FINE_SCALE);
            (low - 1, high + 1)
        };
        let (weight, (low, high), width) = match fact {
            Fact::Count { low: _, high: _ }
            | Fact::Squares { low: _, high: _ }
            | Fact::Net { low: _, high: _ } => return None,
            Fact::Mean { low, high } => (Weight::Value, outward(low, high), (high - low) * people),
            Fact::Share {
                from,
                to,
                low,
                high,
            } => {
                let mask = mask(&self.question(question).values, from, to);
                let width = (high - low) / SAME_SHARE;
                (Weight::Within(mask), outward(low, high), width)
            }
        };
        Some((weight, low, high, Some(width < 1.0)))
    }
}
