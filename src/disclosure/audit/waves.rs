//! Two waves together: what a few people answered who left or joined in between.
//!
//! The safe assumption is that whoever stayed answered the same. Where everybody invited answered
//! in both waves and the head count differs by a few, the larger sum is the smaller one and those
//! few. Where not everybody answered, nobody knows who did, and nothing is assumed.

use std::collections::BTreeMap;

use super::single::Sizes;
use super::span::{Column, small_supports};
use super::table::{Group, Table, Weight};
use super::verdict::{Breach, BreachKind};
use super::{Case, Population};

/// A question that two waves have in common: positions of the waves, earlier first, and of the
/// question in each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) waves: [usize; 2],
    pub(super) questions: [usize; 2],
}

/// What an atom stands for in the sums of both waves.
#[derive(Debug, Clone, Copy)]
struct Stand {
    /// The columns of its sum in each wave; none where nobody answered.
    columns: [[Option<usize>; 2]; 2],
}

/// Everything that can be computed of a few who left or joined, and how many systems were solved.
/// `statements` are the positions of what each wave said of the question.
pub(super) fn changed(
    case: &Case,
    pair: Pair,
    statements: [&[usize]; 2],
    sizes: Sizes,
) -> (Vec<Breach>, usize) {
    let populations = pair.waves.map(|wave| &case.populations[wave]);
    let few = few(populations, pair.questions, sizes);
    if few.is_empty() {
        return (Vec::new(), 0);
    }
    let (columns, stands) = stands(populations, pair.questions, &few);
    let tables = [0, 1].map(|side| {
        let group = Group {
            wave: pair.waves[side],
            single: vec![pair.questions[side]],
            composed: Vec::new(),
        };
        Table::new(case, &group, statements[side])
    });
    let mut breaches = Vec::new();
    let mut solved = 0;
    for weight in tables[1].weights() {
        let (lines, rows) = lines(populations, &tables, weight, &stands);
        let sets: Vec<&[usize]> = lines.iter().map(Vec::as_slice).collect();
        solved += 1;
        let found = small_supports(&sets, &columns, sizes.threshold - 1).unwrap_or_default();
        for support in found {
            let own = |column: &usize| few.iter().find(|few| few.column == *column);
            let people: Vec<&Few> = support.columns.iter().filter_map(own).collect();
            // Without leavers and joiners it is a small set of one wave, which is told there.
            if people.is_empty() {
                continue;
            }
            let mut named: Vec<(u32, usize)> = support
                .lines
                .iter()
                .map(|(line, _)| {
                    let (side, row) = rows[*line];
                    let row = &tables[side].rows[row];
                    (row.people, row.statement)
                })
                .collect();
            named.sort_unstable();
            breaches.push(Breach {
                wave: pair.waves[1],
                question: pair.questions[1],
                atoms: people.iter().map(|few| few.atom).collect(),
                people: people.iter().map(|few| few.people).sum(),
                kind: BreachKind::Changed,
                statements: named.into_iter().map(|(_, statement)| statement).collect(),
                combination: Vec::new(),
            });
        }
    }
    breaches.dedup_by(|a, b| a.atoms == b.atoms);
    (breaches, solved)
}

/// A few who left an atom or joined it.
struct Few {
    /// Position in the later wave.
    atom: usize,
    people: u32,
    column: usize,
}

fn few(populations: [&Population; 2], questions: [usize; 2], sizes: Sizes) -> Vec<Few> {
    let mut few = Vec::new();
    let earlier = by_name(populations[0]);
    for (position, after) in populations[1].atoms.iter().enumerate() {
        let Some(before) = earlier.get(after.name.as_str()) else {
            continue;
        };
        let before = &populations[0].atoms[*before];
        let answered = [before.answered[questions[0]], after.answered[questions[1]]];
        let is_full = before.invited == Some(answered[0]) && after.invited == Some(answered[1]);
        let people = answered[0].abs_diff(answered[1]);
        if is_full && (1..sizes.threshold).contains(&people) {
            few.push(Few {
                atom: position,
                people,
                column: 0,
            });
        }
    }
    for (column, few) in few.iter_mut().enumerate() {
        few.column = column;
    }
    few
}

fn by_name(population: &Population) -> BTreeMap<&str, usize> {
    let atoms = population.atoms.iter().enumerate();
    atoms.map(|(at, atom)| (atom.name.as_str(), at)).collect()
}

/// Columns for both waves: the few first, then what stayed, then what has nothing in common.
fn stands(
    populations: [&Population; 2],
    questions: [usize; 2],
    few: &[Few],
) -> (Vec<Column>, BTreeMap<(usize, usize), Stand>) {
    let mut columns: Vec<Column> = few
        .iter()
        .map(|few| Column {
            pool: few.column,
            people: few.people,
        })
        .collect();
    let mut add = |people: u32| {
        let pool = columns.len();
        columns.push(Column { pool, people });
        pool
    };
    let mut found = BTreeMap::new();
    let earlier = by_name(populations[0]);
    for (position, after) in populations[1].atoms.iter().enumerate() {
        let own = after.answered[questions[1]];
        let before = earlier.get(after.name.as_str()).copied();
        let was = before.map(|at| {
            let atom = &populations[0].atoms[at];
            (atom.invited, atom.answered[questions[0]])
        });
        let is_full = was.is_some_and(|(invited, answered)| {
            invited == Some(answered) && after.invited == Some(own)
        });
        let joined = few.iter().find(|few| few.atom == position);
        let extra = joined.map(|few| few.column);
        let is_same = was.is_some_and(|(_, answered)| answered == own);
        let columns = match (before, was) {
            (Some(at), Some((_, answered))) if is_full && (is_same || extra.is_some()) => {
                let stayed = answered.min(own);
                let stayed = (stayed > 0).then(|| add(stayed));
                let is_more = [answered > own, own > answered];
                let of = |side: usize| [stayed, extra.filter(|_| is_more[side])];
                found.insert(
                    (0, at),
                    Stand {
                        columns: [of(0), of(1)],
                    },
                );
                [of(0), of(1)]
            }
            _ => [[None; 2], [(own > 0).then(|| add(own)), None]],
        };
        found.insert((1, position), Stand { columns });
    }
    for (position, atom) in populations[0].atoms.iter().enumerate() {
        let own = atom.answered[questions[0]];
        found.entry((0, position)).or_insert_with(|| Stand {
            columns: [[(own > 0).then(|| add(own)), None], [None; 2]],
        });
    }
    (columns, found)
}

/// The known sums of both waves over those columns, and their rows.
fn lines(
    populations: [&Population; 2],
    tables: &[Table; 2],
    weight: Weight,
    stands: &BTreeMap<(usize, usize), Stand>,
) -> (Vec<Vec<usize>>, Vec<(usize, usize)>) {
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    for side in [0, 1] {
        let table = &tables[side];
        for position in table.rows_with(weight) {
            let row = &table.rows[position];
            if !row.is_known {
                continue;
            }
            let atoms = table.atoms(&row.cells);
            debug_assert!(
                atoms
                    .iter()
                    .all(|atom| *atom < populations[side].atoms.len())
            );
            let mut line: Vec<usize> = atoms
                .iter()
                .filter_map(|atom| stands.get(&(side, *atom)))
                .flat_map(|stand| stand.columns[side])
                .flatten()
                .collect();
            line.sort_unstable();
            lines.push(line);
            rows.push((side, position));
        }
    }
    (lines, rows)
}
