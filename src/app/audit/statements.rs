//! What releases say of rows, as statements about the smallest groups, each once.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::disclosure::audit::{Fact, Statement};

/// The batches of a row of some release.
pub(super) struct RowBatches {
    pub(super) population: usize,
    pub(super) batches: Vec<usize>,
}

/// A fact about a row, before its batches are joined to atoms.
pub(super) struct Stated {
    /// Position in the rows of all releases.
    pub(super) row: usize,
    pub(super) question: usize,
    pub(super) fact: Fact,
    pub(super) place: String,
}

/// Statements in order, each once.
pub(super) fn statements(
    found: Vec<Stated>,
    rows: &[RowBatches],
    atom_of: &[Vec<usize>],
) -> Vec<Statement> {
    // Rows of several releases may be the same people: of one set, one row stands for all.
    let mut sets: BTreeMap<(usize, Vec<usize>), usize> = BTreeMap::new();
    let rows = rows.iter().enumerate().map(|(at, row)| {
        let atoms = row.batches.iter();
        let atoms = atoms.filter_map(|batch| atom_of[row.population].get(*batch));
        let atoms: BTreeSet<usize> = atoms.copied().collect();
        let atoms: Vec<usize> = atoms.into_iter().collect();
        let same = *sets.entry((row.population, atoms.clone())).or_insert(at);
        (row.population, atoms, same)
    });
    let rows: Vec<(usize, Vec<usize>, usize)> = rows.collect();
    let mut seen = HashSet::new();
    let mut statements = Vec::new();
    for it in found {
        let (wave, atoms, same) = &rows[it.row];
        if !seen.insert((*same, it.question, bits(it.fact))) {
            continue;
        }
        statements.push(Statement {
            wave: *wave,
            question: it.question,
            atoms: atoms.clone(),
            fact: it.fact,
            place: it.place,
        });
    }
    statements
}

/// A fact as numbers that can be compared.
const fn bits(fact: Fact) -> [u64; 5] {
    match fact {
        Fact::Count { low, high } => [0, low as u64, high as u64, 0, 0],
        Fact::Mean { low, high } => [1, low.to_bits(), high.to_bits(), 0, 0],
        Fact::Share {
            from,
            to,
            low,
            high,
        } => [
            2,
            low.to_bits(),
            high.to_bits(),
            from.to_bits(),
            to.to_bits(),
        ],
        Fact::Squares { low, high } => [4, low.to_bits(), high.to_bits(), 0, 0],
        Fact::Net { low, high } => [3, low.to_bits(), high.to_bits(), 0, 0],
    }
}
