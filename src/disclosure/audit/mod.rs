//! The auditor: proves on what a finished file says that no small group can be computed from it and
//! that no small group's answer can be proven.
//!
//! It shares nothing with the publisher, on purpose: a mistake in the rules of publishing must not
//! hide itself here. Its input is what a reader of all files holds ([`Statement`]s, read back from
//! the files) and what the program knows about the people behind them ([`Population`]).
//!
//! # What a reader is taken to know
//!
//! Every figure of every release, the rules by which figures are rounded and clipped (they are the
//! bounds of a [`Fact`]), who belongs to which group, and how many of each group answered each
//! question, even where no count was published. Not: any single answer, and no guess at what is
//! likely. Who answers knows the own answer and could take it out of a figure; that is what the
//! threshold is for and is not looked at here.
//!
//! A *data set* gives every person who answered a question one of its values. It *agrees* when all
//! figures are true of it. What is true of every data set that agrees is what a reader can prove.
//!
//! # What a breach is
//!
//! With `k` the threshold, and *small* meaning fewer than the larger of `k` and ten people:
//!
//! - [`BreachKind::SmallSet`]: a combination of known sums touches 1 to k − 1 people and nobody else.
//!   A sum is known where its bounds leave one whole number; a sum of composed values where they
//!   leave less than a whole answer. So a mean of seven rounded to a tenth is as good as exact. A
//!   group of fewer than `k` whose sum follows from bounds counts as well.
//! - [`BreachKind::Answer`]: of a group of fewer than `k`, somebody surely gave a certain answer.
//! - [`BreachKind::Unanimous`], [`BreachKind::Side`]: all of a small group surely gave the same
//!   answer, or are on one side of the scale (4 and 5, 1 and 2; promoters, detractors).
//! - [`BreachKind::ExactCount`]: how many of a small group gave a certain answer is known and is not
//!   zero. Only single answers: a known share of 4 and 5 together is none while both sides are open.
//! - [`BreachKind::Count`]: how many answered in a group of 1 to k − 1 follows from published counts
//!   (of which a reader is *not* taken to know more than was published). That they are *somewhere*
//!   below `k` may be said by the figure itself.
//! - [`BreachKind::Changed`]: what 1 to k − 1 people answered who left or joined between two waves,
//!   if whoever stayed answered the same and everybody answered both times.
//! - [`BreachKind::Undecided`]: the figures contradict each other, or the search was given up. It is
//!   refused: what is not shown to be safe is not safe.
//!
//! Groups of which nothing tells the members apart are one pool: any of its people could be any
//! member, so a claim about a member is one about the pool.
//!
//! # How it is proven
//!
//! Small sets: by exact elimination in whole numbers and an exhaustive search of what is left
//! (`span`); nothing rests on floating point. The rest: a claim is *not* provable once one data set
//! agrees with every figure and contradicts it. Such data sets are sought from cheap to dear and
//! checked in whole numbers (`single`, `witness`); where none is found, the claim counts as proven.
//! So the auditor errs on one side only: it may refuse what is safe, never pass what is not. Composed
//! values are real numbers and rest on linear bounds with a margin (`composed`). A composed question
//! and its parts are looked at together (`table`): its mean is the mean of all answers to its parts.
//!
//! # What is not claimed
//!
//! That a large group which all but agrees hides its members: it is told ([`Residual`]). That a
//! reader cannot guess well. That figures of other kinds (a correlation, a reliability) say nothing;
//! intervals of means are looked at where they are stated ([`Fact::Squares`]).

mod case;
mod claim;
mod composed;
mod counts;
mod memory;
mod moves;
mod range;
mod read;
mod single;
mod small;
mod span;
mod table;
mod verdict;
mod waves;
mod witness;

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

pub use case::{Atom, Case, Fact, Population, Question, Statement};
pub use memory::Memory;
use single::Sizes;
use table::{Group, Table};
pub use verdict::{Breach, BreachKind, Certificate, Residual, Stopped, Verdict, Watch};
use waves::Pair;
use witness::Answers;

/// A group of fewer people than this, or than the threshold, is small.
const SMALL: u32 = 10;

/// Agreement in a group of so many people is told and not prevented.
const LARGE: u32 = 30;

/// Proves that a case is safe, or finds what is not.
///
/// # Errors
/// When it is called off, or the case does not fit together.
pub fn audit(case: &Case, watch: &dyn Watch) -> Result<Verdict, Stopped> {
    audit_again(case, &Memory::default(), watch)
}

/// The same after other audits of much the same figures: what they proved is not proven again.
///
/// # Errors
/// When it is called off, or the case does not fit together.
pub fn audit_again(case: &Case, memory: &Memory, watch: &dyn Watch) -> Result<Verdict, Stopped> {
    check(case)?;
    let index = Index::new(case);
    let jobs = index.jobs(case);
    let done = AtomicUsize::new(0);
    let run = |job: &Job| {
        if watch.is_cancelled() {
            return Err(Stopped::Cancelled);
        }
        let found = job.find(case, &index, memory);
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        watch.progress(share(done, jobs.len()));
        Ok(found)
    };
    let found: Vec<Found> = jobs.par_iter().map(run).collect::<Result<_, _>>()?;
    let mut breaches = Vec::new();
    let mut certificate = Certificate {
        min_group: case.min_group,
        statements: case.statements.len(),
        questions: case.populations.iter().map(|it| it.questions.len()).sum(),
        sets: sets(case),
        ..Certificate::default()
    };
    for mut found in found {
        breaches.append(&mut found.breaches);
        certificate.systems_solved += found.solved;
        certificate.residual.append(&mut found.residual);
    }
    Ok(if breaches.is_empty() {
        Verdict::Proven(certificate)
    } else {
        breaches.sort_by(|a, b| {
            let key = |breach: &Breach| (breach.wave, breach.question, breach.kind);
            key(a).cmp(&key(b)).then_with(|| a.atoms.cmp(&b.atoms))
        });
        Verdict::Broken(breaches)
    })
}

#[expect(clippy::cast_precision_loss, reason = "a share for a progress bar")]
fn share(done: usize, all: usize) -> f32 {
    done as f32 / all.max(1) as f32
}

/// Different sets of people that figures were published for.
fn sets(case: &Case) -> usize {
    let mut sets: Vec<(usize, &[usize])> = case
        .statements
        .iter()
        .map(|statement| (statement.wave, statement.atoms.as_slice()))
        .collect();
    sets.sort_unstable();
    sets.dedup();
    sets.len()
}

/// Does everything point to something?
fn check(case: &Case) -> Result<(), Stopped> {
    for (position, population) in case.populations.iter().enumerate() {
        let is_question = |question: &Question| {
            let values = &question.values;
            let is_rising = values.windows(2).all(|pair| pair[0] < pair[1]);
            let is_scale = (1..=31).contains(&values.len())
                && values.iter().all(|value| value.abs() < 1e4)
                && is_rising;
            let is_part = |part: &usize| {
                let part = population.questions.get(*part);
                question.is_composed && part.is_some_and(|part| !part.is_composed)
            };
            let is_whole = question.is_composed || read::whole(values).is_some();
            is_scale && is_whole && question.parts.iter().all(is_part)
        };
        let is_atom = |atom: &Atom| atom.answered.len() == population.questions.len();
        if !population.questions.iter().all(is_question) || !population.atoms.iter().all(is_atom) {
            return Err(Stopped::UnfitPopulation(position));
        }
    }
    let is_statement = |statement: &Statement| {
        let population = case.populations.get(statement.wave)?;
        population.questions.get(statement.question)?;
        population.atoms.get(*statement.atoms.last()?)?;
        let is_rising = statement.atoms.windows(2).all(|pair| pair[0] < pair[1]);
        let is_finite = match statement.fact {
            Fact::Count { low, high } => low <= high,
            Fact::Mean { low, high } | Fact::Squares { low, high } | Fact::Net { low, high } => {
                low.is_finite() && high.is_finite()
            }
            Fact::Share {
                from,
                to,
                low,
                high,
            } => from <= to && low.is_finite() && high.is_finite(),
        };
        (is_rising && is_finite).then_some(())
    };
    let unfit = case
        .statements
        .iter()
        .position(|statement| is_statement(statement).is_none());
    unfit.map_or(Ok(()), |at| Err(Stopped::UnfitStatement(at)))
}

/// Statements by wave and question.
struct Index(Vec<Vec<Vec<usize>>>);

/// One piece of work; pieces do not depend on each other.
enum Job {
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
struct Found {
    breaches: Vec<Breach>,
    solved: usize,
    residual: Vec<Residual>,
}

impl Index {
    fn new(case: &Case) -> Self {
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
        let questions = group.single.iter().chain(&group.composed);
        let own = questions.flat_map(|question| self.of(group.wave, *question));
        own.copied().collect()
    }

    fn jobs(&self, case: &Case) -> Vec<Job> {
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
    fn find(&self, case: &Case, index: &Index, memory: &Memory) -> Found {
        let of_group = |group: &Group| {
            let all = group.single.iter().chain(&group.composed);
            all.map(|question| (group.wave, *question)).collect()
        };
        let (kind, questions): (u8, Vec<(usize, usize)>) = match self {
            Self::Single(group) => (0, of_group(group)),
            Self::Composed(group) => (1, of_group(group)),
            Self::Counts(wave, question) => (2, vec![(*wave, *question)]),
            Self::Waves(pair) => (3, pair.waves.into_iter().zip(pair.questions).collect()),
        };
        let said = questions
            .iter()
            .flat_map(|(wave, question)| index.of(*wave, *question));
        let said: Vec<usize> = said.copied().collect();
        let key = memory::fingerprint(case, kind, &questions, &said);
        memory.known_or(key, &said, || self.run(case, index))
    }

    fn run(&self, case: &Case, index: &Index) -> Found {
        let sizes = Sizes {
            threshold: case.min_group.max(1),
            small: case.min_group.max(SMALL),
            large: LARGE,
        };
        match self {
            Self::Single(group) => single(case, group, &index.of_group(group), sizes),
            Self::Composed(group) => composed(case, group, &index.of_group(group), sizes),
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

fn single(case: &Case, group: &Group, statements: &[usize], sizes: Sizes) -> Found {
    let table = Table::new(case, group, statements);
    let mut found = read(&table, sizes, 0);
    let (breaches, solved) = single::prove(&table, example(case, &table), sizes);
    found.add(breaches, solved);
    found
}

fn composed(case: &Case, group: &Group, statements: &[usize], sizes: Sizes) -> Found {
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
