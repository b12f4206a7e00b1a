//! The pieces of work of an audit: questions that are looked at together, and what is done with them.

use super::memory::{self, Memory};
use super::single::{self, Sizes};
use super::table::{self, Group, Table};
use super::verdict::{Breach, BreachKind, Residual};
use super::waves::{self, Pair};
use super::witness::Answers;
use super::{Case, Fact, Population, composed, counts, small};

/// A group of fewer people than this, or than the threshold, is small.
const SMALL: u32 = 10;

/// Agreement in a group of so many people is told and not prevented.
const LARGE: u32 = 30;

/// Statements by wave and question.
pub(super) struct Index(Vec<Vec<Vec<usize>>>);

/// One piece of work; pieces do not depend on each other.
pub(super) enum Job {
    /// Questions with whole answers, together with composed ones over them.
    Single(Group),
    /// A composed question whose parts are not known.
    Composed(Group),
    /// The counts of a question.
    Counts(usize, usize),
    /// A question in two waves.
    Waves(Pair),
}

/// What a piece of work found.
#[derive(Default)]
pub(super) struct Found {
    pub(super) breaches: Vec<Breach>,
    pub(super) solved: usize,
    pub(super) residual: Vec<Residual>,
}

impl Index {
    pub(super) fn new(case: &Case) -> Self {
        let questions = |population: &Population| vec![Vec::new(); population.questions.len()];
        let mut index: Vec<_> = case.populations.iter().map(questions).collect();
        for (position, statement) in case.statements.iter().enumerate() {
            index[statement.wave][statement.question].push(position);
        }
        Self(index)
    }

    fn of(&self, wave: usize, question: usize) -> &[usize] {
        &self.0[wave][question]
    }

    fn of_group(&self, group: &Group) -> Vec<usize> {
        let own = group
            .questions()
            .flat_map(|(wave, question)| self.of(wave, question));
        own.copied().collect()
    }

    pub(super) fn jobs(&self, case: &Case) -> Vec<Job> {
        let mut jobs = Vec::new();
        for (wave, population) in case.populations.iter().enumerate() {
            let is_asked = |question: usize| {
                let said = self.of(wave, question).iter();
                let mut facts = said.map(|at| case.statements[*at].fact);
                facts.any(|fact| !matches!(fact, Fact::Count { .. }))
            };
            let joined = groups((wave, population), &is_asked);
            jobs.extend(joined.into_iter().map(Job::Single));
            for (question, asked) in population.questions.iter().enumerate() {
                jobs.push(Job::Counts(wave, question));
                if asked.is_composed && asked.parts.is_empty() {
                    jobs.push(Job::Composed(Group {
                        wave,
                        single: vec![question],
                        composed: Vec::new(),
                    }));
                }
                for earlier in 0..wave {
                    let before = &case.populations[earlier].questions;
                    if let Some(same) = before.iter().position(|it| it.key == asked.key) {
                        jobs.push(Job::Waves(Pair {
                            waves: [earlier, wave],
                            questions: [same, question],
                        }));
                    }
                }
            }
        }
        jobs
    }
}

/// Questions with whole answers, joined where something is said of a composed question that is made
/// of them.
fn groups(
    (wave, population): (usize, &Population),
    is_asked: &dyn Fn(usize) -> bool,
) -> Vec<Group> {
    let questions = &population.questions;
    let mut group_of: Vec<usize> = (0..questions.len()).collect();
    for (_, question) in questions.iter().enumerate().filter(|(at, _)| is_asked(*at)) {
        let Some(first) = question.parts.first() else {
            continue;
        };
        for part in &question.parts {
            let (from, to) = (group_of[*part], group_of[*first]);
            let members = group_of.iter_mut().filter(|group| **group == from);
            members.for_each(|group| *group = to);
        }
    }
    let mut groups = vec![Group::default(); questions.len()];
    for (position, question) in questions.iter().enumerate() {
        if !question.is_composed {
            groups[group_of[position]].single.push(position);
        } else if let Some(part) = question.parts.first().filter(|_| is_asked(position)) {
            groups[group_of[*part]].composed.push(position);
        }
    }
    groups.retain(|group| !group.single.is_empty());
    groups.iter_mut().for_each(|group| group.wave = wave);
    groups
}

impl Job {
    /// What the piece of work finds, or found before on the same figures.
    pub(super) fn find(&self, case: &Case, index: &Index, memory: &Memory) -> Found {
        let (kind, questions): (u8, Vec<(usize, usize)>) = match self {
            Self::Single(group) => (0, group.questions().collect()),
            Self::Composed(group) => (1, group.questions().collect()),
            Self::Counts(wave, question) => (2, vec![(*wave, *question)]),
            Self::Waves(pair) => (3, pair.waves.into_iter().zip(pair.questions).collect()),
        };
        let said = questions
            .iter()
            .flat_map(|(wave, question)| index.of(*wave, *question));
        let said: Vec<usize> = said.copied().collect();
        let key = memory::fingerprint(case, kind, &questions, &said);
        memory.known_or(key, &said, || self.run(case, index, memory))
    }

    fn run(&self, case: &Case, index: &Index, memory: &Memory) -> Found {
        let sizes = Sizes {
            threshold: case.min_group.max(1),
            small: case.min_group.max(SMALL),
            large: LARGE,
        };
        match self {
            Self::Single(group) => single((case, memory), group, &index.of_group(group), sizes),
            Self::Composed(group) => whole(case, group, &index.of_group(group), sizes),
            Self::Counts(wave, question) => {
                let statements = index.of(*wave, *question);
                counts::counts(case, (*wave, *question), statements, sizes).into()
            }
            Self::Waves(pair) => {
                let of = |side: usize| index.of(pair.waves[side], pair.questions[side]);
                waves::changed(case, *pair, [of(0), of(1)], sizes).into()
            }
        }
    }
}

impl From<(Vec<Breach>, usize)> for Found {
    fn from((breaches, solved): (Vec<Breach>, usize)) -> Self {
        Self {
            breaches,
            solved,
            residual: Vec::new(),
        }
    }
}

fn single(
    (case, memory): (&Case, &Memory),
    group: &Group,
    statements: &[usize],
    sizes: Sizes,
) -> Found {
    let table = Table::new(case, group, statements);
    let mut found = read(&table, sizes, 0);
    let questions: Vec<(usize, usize)> = group.questions().collect();
    let people = memory::fingerprint(case, 0, &questions, &[]);
    // Counts do not bear on single answers.
    let is_count = |at: &usize| matches!(case.statements[*at].fact, Fact::Count { .. });
    let bearing = statements.iter().copied().filter(|at| !is_count(at));
    let said = memory::said(case, &bearing.collect::<Vec<_>>());
    let safe = memory.safe(people, &said);
    let proof = single::prove(&table, example(case, &table), (&safe, sizes));
    memory.keep(people, said, proof.safe);
    found.add(proof.breaches, proof.solved);
    found
}

fn whole(case: &Case, group: &Group, statements: &[usize], sizes: Sizes) -> Found {
    let table = Table::new(case, group, statements);
    let mut found = read(&table, sizes, 2);
    let values = &case.populations[group.wave].questions[group.single[0]].values;
    let (breaches, solved) = composed::prove(&table, values, sizes);
    found.add(breaches, solved);
    found
}

/// Impossible figures, small sets, and large groups that agree.
fn read(table: &Table, sizes: Sizes, slack: i64) -> Found {
    let (breaches, solved) = small::small_sets(table, sizes, slack);
    let mut found = Found {
        breaches,
        solved,
        residual: Vec::new(),
    };
    found
        .breaches
        .extend(table.impossible.iter().map(|at| Breach {
            wave: table.wave,
            question: table.items.first().map_or(0, |item| item.question),
            atoms: Vec::new(),
            people: 0,
            kind: BreachKind::Undecided,
            statements: vec![*at],
            combination: Vec::new(),
        }));
    for row in table.rows.iter().filter(|row| row.people >= sizes.large) {
        if let Some(is_high) = single::agreement(table, row) {
            found.residual.push(Residual {
                wave: table.wave,
                question: table.items[table.cells[row.cells[0]].item].question,
                statement: row.statement,
                people: row.people,
                is_high,
            });
        }
    }
    found
}

/// The example's answers of every cell; none where it is incomplete.
fn example(case: &Case, table: &Table) -> Option<Answers> {
    let atoms = &case.populations[table.wave].atoms;
    let of = |cell: &table::Cell| {
        let item = &table.items[cell.item];
        let mut counts = vec![0; item.values.len()];
        for atom in &table.pools[cell.pool] {
            let own = atoms[*atom].example.get(item.question)?;
            counts.iter_mut().zip(own).for_each(|(all, n)| *all += n);
        }
        Some(counts)
    };
    table.cells.iter().map(of).collect()
}

impl Found {
    fn add(&mut self, breaches: Vec<Breach>, solved: usize) {
        for breach in breaches {
            let is_known =
                |other: &Breach| other.question == breach.question && other.atoms == breach.atoms;
            if !self.breaches.iter().any(is_known) {
                self.breaches.push(breach);
            }
        }
        self.solved += solved;
    }
}
