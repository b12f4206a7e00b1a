//! One question, or questions that a published mean joins, as whole numbers: columns of people, and
//! sums over them that lie between two whole numbers.
//!
//! Groups of people that stand together in every figure are one pool: nobody can tell their answers
//! apart. Decides nothing; how a case becomes a table is in `read`.

use super::memory::Place;

/// Parts of a point that the sums of composed questions are reckoned in.
pub(super) const FINE: i64 = 2_520;

/// What is summed up over people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Weight {
    /// The value, in steps of the scale.
    Value,
    /// One for each of the values whose bits are set.
    Within(u32),
    /// The square of the value.
    Square,
    /// One for 9 and 10, minus one for 0 to 6.
    Net,
}

/// A question of a table.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) question: usize,
    /// Whole numbers, rising.
    pub(super) values: Vec<i64>,
    /// What `Weight::Net` counts, parallel to the values.
    pub(super) nets: Vec<i64>,
}

impl Item {
    pub(super) fn weigh(&self, weight: Weight, value: usize) -> i64 {
        match weight {
            Weight::Value => self.values[value],
            Weight::Square => self.values[value] * self.values[value],
            Weight::Within(mask) => i64::from(mask >> value & 1),
            Weight::Net => self.nets[value],
        }
    }

    /// The least and the most that one person adds.
    pub(super) fn range(&self, weight: Weight) -> (i64, i64) {
        let all = || (0..self.values.len()).map(|value| self.weigh(weight, value));
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    }
}

/// Answers of one pool to one question.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) item: usize,
    pub(super) pool: usize,
    pub(super) people: u32,
    /// How many each atom of the pool counts, without the empty ones.
    pub(super) members: Vec<u32>,
}

/// A sum over cells that lies between two whole numbers.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) weight: Weight,
    /// Positions of cells, rising.
    pub(super) cells: Vec<usize>,
    pub(super) low: i64,
    pub(super) high: i64,
    /// Is the sum known as exactly as a whole answer changes it?
    pub(super) is_known: bool,
    /// Position in [`super::Case::statements`].
    pub(super) statement: usize,
    pub(super) people: u32,
}

/// A question, or several, with everything that was said of them.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) wave: usize,
    pub(super) items: Vec<Item>,
    /// One point of the scale in the numbers of the table.
    pub(super) point: i64,
    /// Atoms of each pool.
    pub(super) pools: Vec<Vec<usize>>,
    pub(super) cells: Vec<Cell>,
    pub(super) rows: Vec<Row>,
    /// Rows of each cell.
    pub(super) rows_of: Vec<Vec<usize>>,
    /// Statements that no answers could give.
    pub(super) impossible: Vec<usize>,
}

/// Questions of a wave that are looked at together: single ones and composed ones over them, or one
/// composed question by itself, which then stands among the single ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    pub(super) wave: usize,
    pub(super) single: Vec<usize>,
    pub(super) composed: Vec<usize>,
}

impl Group {
    /// The wave and position of every question.
    pub(super) fn questions(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let all = self.single.iter().chain(&self.composed);
        all.map(|question| (self.wave, *question))
    }
}

impl Table {
    /// The question and the atoms of a cell.
    pub(super) fn place(&self, cell: usize) -> Place {
        let question = self.items[self.cells[cell].item].question;
        (question, self.atoms(&[cell]))
    }

    /// Positions of rows that sum up a weight.
    pub(super) fn rows_with(&self, weight: Weight) -> Vec<usize> {
        let with = |row: &usize| self.rows[*row].weight == weight;
        (0..self.rows.len()).filter(with).collect()
    }

    /// The weights that figures sum up, each once.
    pub(super) fn weights(&self) -> Vec<Weight> {
        let mut weights: Vec<Weight> = self.rows.iter().map(|row| row.weight).collect();
        weights.sort_unstable();
        weights.dedup();
        weights
    }

    /// The atoms of some cells, rising.
    pub(super) fn atoms(&self, cells: &[usize]) -> Vec<usize> {
        let of = |cell: &usize| self.pools[self.cells[*cell].pool].iter().copied();
        let mut atoms: Vec<usize> = cells.iter().flat_map(of).collect();
        atoms.sort_unstable();
        atoms.dedup();
        atoms
    }

    /// How many people some cells are about: a pool counts once.
    pub(super) fn people(&self, cells: &[usize]) -> u32 {
        let mut pools: Vec<(usize, u32)> = cells
            .iter()
            .map(|cell| (self.cells[*cell].pool, self.cells[*cell].people))
            .collect();
        pools.sort_unstable();
        let largest = pools
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(<[(usize, u32)]>::last);
        largest.map(|(_, people)| *people).sum()
    }

    /// The statements of some rows: those about the fewest people first.
    pub(super) fn statements(&self, rows: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut found: Vec<(u32, usize)> = rows
            .into_iter()
            .map(|row| (self.rows[row].people, self.rows[row].statement))
            .collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|(_, statement)| statement).collect()
    }
}
