//! What was proven before: pieces of work that found nothing need not be done again on the same
//! figures, so that taking back a few figures does not cost a whole audit each time.
//!
//! A piece is known by a fingerprint of everything that it reads. Only what was found to be safe is
//! remembered. And what could not be proven of a cell cannot be proven of it from fewer figures
//! about the same people: answers that contradicted it then still agree with those that are left.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::verdict::Residual;
use super::{Case, Fact, Found, Statement};

/// A fingerprint.
pub(super) type Key = [u8; 32];

/// A cell: its question, and its atoms, rising.
pub(super) type Place = (usize, Vec<usize>);

/// What was found to be safe.
#[derive(Debug, Default)]
pub struct Memory {
    /// Pieces of work that found nothing.
    clean: Mutex<HashMap<Key, Clean>>,
    /// By people and questions: the cells of which nothing could be proven.
    safe: Mutex<HashMap<Key, Safe>>,
}

/// Cells of which nothing could be proven, and from which figures.
#[derive(Debug)]
struct Safe {
    said: BTreeSet<Key>,
    cells: BTreeSet<Place>,
}

/// What a piece of work without a breach tells. Statements are positions in the list it was given.
#[derive(Debug, Clone)]
struct Clean {
    solved: usize,
    residual: Vec<Residual>,
}

impl Memory {
    /// What is known of a piece of work on these statements, or what it finds now.
    pub(super) fn known_or(
        &self,
        key: Key,
        statements: &[usize],
        find: impl FnOnce() -> Found,
    ) -> Found {
        if let Some(clean) = lock(&self.clean).get(&key).cloned() {
            let placed = |it: Residual| Residual {
                statement: statements[it.statement],
                ..it
            };
            return Found {
                breaches: Vec::new(),
                solved: clean.solved,
                residual: clean.residual.into_iter().map(placed).collect(),
            };
        }
        let found = find();
        if found.breaches.is_empty() {
            let place = |it: &Residual| {
                let statement = statements.iter().position(|at| *at == it.statement)?;
                Some(Residual {
                    statement,
                    ..it.clone()
                })
            };
            let residual: Option<Vec<Residual>> = found.residual.iter().map(place).collect();
            if let Some(residual) = residual {
                let solved = found.solved;
                lock(&self.clean).insert(key, Clean { solved, residual });
            }
        }
        found
    }

    /// The cells of these people of which nothing can be proven from so little.
    pub(super) fn safe(&self, people: Key, said: &BTreeSet<Key>) -> BTreeSet<Place> {
        let known = lock(&self.safe);
        let safe = known.get(&people).filter(|safe| said.is_subset(&safe.said));
        safe.map_or_else(BTreeSet::new, |safe| safe.cells.clone())
    }

    /// Remembers cells of which nothing could be proven.
    pub(super) fn keep(&self, people: Key, said: BTreeSet<Key>, cells: BTreeSet<Place>) {
        lock(&self.safe).insert(people, Safe { said, cells });
    }
}

/// Whoever panicked while holding the lock had not begun to write.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A fingerprint of each of some statements.
pub(super) fn said(case: &Case, statements: &[usize]) -> BTreeSet<Key> {
    let one = |at: &usize| {
        let mut print = Print(blake3::Hasher::new());
        print.statement(&case.statements[*at]);
        print.end()
    };
    statements.iter().map(one).collect()
}

/// A fingerprint of what is known of questions, by wave and position, and was said of them.
pub(super) fn fingerprint(
    case: &Case,
    kind: u8,
    questions: &[(usize, usize)],
    statements: &[usize],
) -> Key {
    let mut print = Print(blake3::Hasher::new());
    print.bytes(&[kind]);
    print.number(case.min_group.into());
    print.number(len(questions));
    for (wave, question) in questions {
        let population = &case.populations[*wave];
        let asked = &population.questions[*question];
        print.number(count(*wave));
        print.number(count(*question));
        print.number(asked.is_composed.into());
        print.list(&asked.parts);
        print.number(len(&asked.values));
        asked.values.iter().for_each(|value| print.float(*value));
        print.number(len(&population.atoms));
        for atom in &population.atoms {
            print.number(len(atom.name.as_bytes()));
            print.bytes(atom.name.as_bytes());
            print.number(atom.invited.map_or(u64::MAX, u64::from));
            print.number(atom.answered[*question].into());
            let example = atom.example.get(*question).map_or(&[][..], Vec::as_slice);
            print.number(len(example));
            example.iter().for_each(|n| print.number((*n).into()));
        }
    }
    print.number(len(statements));
    for at in statements {
        print.statement(&case.statements[*at]);
    }
    print.end()
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn len<T>(list: &[T]) -> u64 {
    count(list.len())
}

struct Print(blake3::Hasher);

impl Print {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn number(&mut self, number: u64) {
        self.bytes(&number.to_le_bytes());
    }

    fn float(&mut self, number: f64) {
        self.number(number.to_bits());
    }

    fn list(&mut self, list: &[usize]) {
        self.number(len(list));
        list.iter().for_each(|at| self.number(count(*at)));
    }

    fn end(&self) -> Key {
        *self.0.finalize().as_bytes()
    }

    fn statement(&mut self, statement: &Statement) {
        self.number(count(statement.wave));
        self.number(count(statement.question));
        self.list(&statement.atoms);
        self.fact(statement.fact);
    }

    fn fact(&mut self, fact: Fact) {
        let (kind, bounds) = match fact {
            Fact::Count { low, high } => (0, [0.0, 0.0, f64::from(low), f64::from(high)]),
            Fact::Mean { low, high } => (1, [0.0, 0.0, low, high]),
            Fact::Share {
                from,
                to,
                low,
                high,
            } => (2, [from, to, low, high]),
            Fact::Squares { low, high } => (3, [0.0, 0.0, low, high]),
            Fact::Net { low, high } => (4, [0.0, 0.0, low, high]),
        };
        self.number(kind);
        bounds.into_iter().for_each(|bound| self.float(bound));
    }
}
