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
mod company;
mod composed;
mod counts;
mod jobs;
mod memory;
mod moves;
mod range;
mod read;
mod single;
mod small;
mod span;
mod table;
mod verdict;
mod walk;
mod waves;
mod witness;

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

pub use case::{Atom, Case, Fact, Population, Question, Statement};
use jobs::{Found, Index, Job};
pub use memory::Memory;
pub use verdict::{Audited, Breach, BreachKind, Certificate, Residual, Stopped, Verdict, Watch};

/// Proves that a case is safe, or finds what is not.
///
/// # Errors
/// When it is called off, or the case does not fit together.
pub fn audit(case: &Case, watch: &dyn Watch) -> Result<Verdict, Stopped> {
    let Audited {
        breaches,
        certificate,
    } = audit_again(case, &Memory::default(), watch)?;
    Ok(if breaches.is_empty() {
        Verdict::Proven(certificate)
    } else {
        Verdict::Broken(breaches)
    })
}

/// The same after other audits of much the same figures: what they proved is not proven again.
///
/// # Errors
/// When it is called off, or the case does not fit together.
pub fn audit_again(case: &Case, memory: &Memory, watch: &dyn Watch) -> Result<Audited, Stopped> {
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
    breaches.sort_by(|a, b| {
        let key = |breach: &Breach| (breach.wave, breach.question, breach.kind);
        key(a).cmp(&key(b)).then_with(|| a.atoms.cmp(&b.atoms))
    });
    Ok(Audited {
        breaches,
        certificate,
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
