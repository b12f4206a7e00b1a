//! The smallest groups that published sets are made of: classes, the late answers of a class apart,
//! joined where no figure tells them apart in any wave.

use std::collections::{BTreeMap, BTreeSet};

use super::sets::invited;
use super::table::{ClassCount, Truth, WaveTable};
use crate::disclosure::audit::{Atom, Population};
use crate::domain::StaffGroup;

/// The answers of a class that came in together.
#[derive(Debug, Clone)]
struct Batch {
    name: String,
    invited: Option<u32>,
    answered: Vec<u32>,
    /// Position of the class in the newest table.
    class: Option<usize>,
}

/// A wave as it grew from release to release.
#[derive(Debug)]
pub(super) struct Grown<'a> {
    pub(super) wave: &'a str,
    /// The tables that differ, in order of time.
    tables: Vec<&'a WaveTable>,
    batches: Vec<Batch>,
    /// For each table and class, the batches that it holds.
    held: Vec<Vec<Vec<usize>>>,
}

impl<'a> Grown<'a> {
    pub(super) fn new(table: &'a WaveTable) -> Self {
        let mut grown = Self {
            wave: &table.wave,
            tables: Vec::new(),
            batches: Vec::new(),
            held: Vec::new(),
        };
        grown.push(table);
        grown
    }

    pub(super) fn newest(&self) -> &'a WaveTable {
        self.tables[self.tables.len() - 1]
    }

    /// Position of a table that is known already.
    pub(super) fn known(&self, table: &WaveTable) -> Option<usize> {
        self.tables.iter().position(|known| *known == table)
    }

    /// Could a table come from the newest one by answers that were added?
    pub(super) fn grows_into(&self, table: &WaveTable) -> bool {
        let newest = self.newest();
        let fewer = |class: &ClassCount| {
            let later = table.classes.iter().find(|it| is_same(it, class));
            let Some(later) = later else {
                return class.answered.iter().any(|n| *n > 0);
            };
            class
                .answered
                .iter()
                .zip(&later.answered)
                .any(|(before, after)| before > after)
        };
        newest.questions == table.questions && !newest.classes.iter().any(fewer)
    }

    /// Adds a table; returns its position.
    pub(super) fn push(&mut self, table: &'a WaveTable) -> usize {
        let before = self.tables.last().zip(self.held.last());
        let mut held = Vec::new();
        let mut added = Vec::new();
        for class in &table.classes {
            let earlier = before.and_then(|(before, held)| {
                let at = before.classes.iter().position(|it| is_same(it, class))?;
                Some((&before.classes[at], held[at].clone()))
            });
            let (is_late, mut batches) = match &earlier {
                Some((_, batches)) => (true, batches.clone()),
                None => (!self.tables.is_empty(), Vec::new()),
            };
            let answered: Vec<u32> = match &earlier {
                None => class.answered.clone(),
                Some((earlier, _)) => {
                    let pairs = class.answered.iter().zip(&earlier.answered);
                    pairs
                        .map(|(after, before)| after.saturating_sub(*before))
                        .collect()
                }
            };
            if !is_late || answered.iter().any(|n| *n > 0) {
                batches.push(self.batches.len() + added.len());
                let late = "+".repeat(if is_late { self.tables.len() } else { 0 });
                added.push(Batch {
                    name: format!("{}{late}", name(class)),
                    invited: if is_late { None } else { invited(class) },
                    answered,
                    class: None,
                });
            }
            held.push(batches);
        }
        self.batches.extend(added);
        self.tables.push(table);
        self.held.push(held);
        self.tables.len() - 1
    }

    /// Batches of some classes of a table, rising.
    pub(super) fn batches(&self, table: usize, classes: &[usize]) -> Vec<usize> {
        let held = self.held.get(table);
        let found: BTreeSet<usize> = classes
            .iter()
            .filter_map(|class| held?.get(*class))
            .flatten()
            .copied()
            .collect();
        found.into_iter().collect()
    }

    /// Classes of the newest table to batches that hold all of their answers.
    fn find_classes(&mut self) {
        let newest = self.held.last().cloned().unwrap_or_default();
        for (class, batches) in newest.into_iter().enumerate() {
            if let [only] = batches.as_slice() {
                self.batches[*only].class = Some(class);
            }
        }
    }
}

fn is_same(one: &ClassCount, other: &ClassCount) -> bool {
    one.branches == other.branches && one.group == other.group
}

/// The same name for the same people in every wave.
fn name(class: &ClassCount) -> String {
    let group = match class.group {
        Some(StaffGroup::Contact) => "/contact",
        Some(StaffGroup::BackOffice) => "/back_office",
        None => "",
    };
    format!("{}{group}", class.branches.join("+"))
}

/// The published sets of batches of each population.
pub(super) type PublishedSets = Vec<BTreeSet<Vec<usize>>>;

/// Populations with their atoms, and the atom of each batch.
pub(super) fn atoms(
    waves: &mut [Grown<'_>],
    published: &PublishedSets,
    truth: Option<(&[WaveTable], &Truth)>,
) -> (Vec<Population>, Vec<Vec<usize>>) {
    waves.iter_mut().for_each(Grown::find_classes);
    let group_of = together(waves, published);
    let mut populations = Vec::new();
    let mut places = Vec::new();
    for wave in waves.iter() {
        let newest = wave.newest();
        let found = truth.and_then(|(tables, truth)| {
            let at = tables.iter().position(|table| table == newest)?;
            truth.levels.get(at)
        });
        let mut atoms: Vec<Atom> = Vec::new();
        let mut at_name: BTreeMap<&str, usize> = BTreeMap::new();
        let mut place = Vec::new();
        for batch in &wave.batches {
            let group = group_of.get(batch.name.as_str());
            let group = group.map_or(batch.name.as_str(), String::as_str);
            let at = *at_name.entry(group).or_insert_with(|| {
                atoms.push(Atom {
                    name: group.to_owned(),
                    invited: Some(0),
                    answered: vec![0; newest.questions.len()],
                    example: Vec::new(),
                });
                atoms.len() - 1
            });
            let example = found
                .zip(batch.class)
                .and_then(|(levels, class)| levels.get(class));
            join(&mut atoms[at], batch, example);
            place.push(at);
        }
        populations.push(Population {
            wave: wave.wave.to_owned(),
            questions: super::translate::questions(newest),
            atoms,
        });
        places.push(place);
    }
    (populations, places)
}

/// Adds people to an atom; an atom of which something is unknown has no example.
fn join(atom: &mut Atom, batch: &Batch, example: Option<&Vec<Vec<u32>>>) {
    let is_first = atom.answered.iter().all(|n| *n == 0) && atom.example.is_empty();
    let had_nobody = atom.answered.iter().all(|n| *n == 0);
    atom.invited = match (atom.invited, batch.invited) {
        (Some(before), Some(more)) => Some(before.saturating_add(more)),
        // Late answers are of people who were invited with the others.
        (before, None) if batch.name.ends_with('+') => before,
        (_, _) => None,
    };
    let pairs = atom.answered.iter_mut().zip(&batch.answered);
    pairs.for_each(|(sum, n)| *sum = sum.saturating_add(*n));
    match example {
        Some(example) if is_first => atom.example.clone_from(example),
        Some(example) if !atom.example.is_empty() => {
            for (sums, levels) in atom.example.iter_mut().zip(example) {
                let pairs = sums.iter_mut().zip(levels);
                pairs.for_each(|(sum, n)| *sum = sum.saturating_add(*n));
            }
        }
        Some(_) | None if !had_nobody => atom.example.clear(),
        Some(_) | None => {}
    }
}

/// Names of those who stand together in every set of every wave: the same in all waves.
fn together(waves: &[Grown<'_>], published: &PublishedSets) -> BTreeMap<String, String> {
    let mut signs: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for (wave, grown) in waves.iter().enumerate() {
        for batch in &grown.batches {
            // Whoever is missing from a wave stands with nobody who is there.
            signs
                .entry(&batch.name)
                .or_default()
                .push((wave, usize::MAX));
        }
        for (set, members) in published[wave].iter().enumerate() {
            for batch in members {
                if let Some(batch) = grown.batches.get(*batch) {
                    signs.entry(&batch.name).or_default().push((wave, set));
                }
            }
        }
    }
    let mut groups: BTreeMap<&Vec<(usize, usize)>, Vec<&str>> = BTreeMap::new();
    for (name, sign) in &signs {
        groups.entry(sign).or_default().push(name);
    }
    let mut names = BTreeMap::new();
    for members in groups.values() {
        let joint = members.join(" & ");
        names.extend(
            members
                .iter()
                .map(|name| ((*name).to_owned(), joint.clone())),
        );
    }
    names
}
