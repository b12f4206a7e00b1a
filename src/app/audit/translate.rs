//! Figures of all releases to what the auditor looks at.

use std::collections::{BTreeMap, BTreeSet};

use super::atoms::{Grown, PublishedSets, atoms};
use super::facts::{Crowd, facts, mean_bounds, segment};
use super::printed::Printed;
use super::sets::Sets;
use super::stored::Told;
use super::table::{Question, Truth, WaveTable};
use crate::disclosure::audit::{Case, Fact, Question as Asked, Statement};
use crate::domain::Audience;
use crate::import::released::{About, Figure, Place, Says, Subject};

/// What the auditor gets, and what did not fit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Translated {
    /// For the auditor.
    pub case: Case,
    /// Figures that contradict the people they are said to be of: a report with one must not leave.
    pub misfits: Vec<Misfit>,
    /// Figures that say something which no fact holds: intervals of composed scores, and rates of
    /// unknown head counts.
    pub unstated: usize,
    /// Figures of waves of which only ready-made means are known: published before, by others.
    pub delivered: usize,
}

/// A figure that contradicts the people it is said to be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Which release: position in the list.
    pub release: usize,
    /// Where it stands.
    pub cell: String,
    /// What is wrong.
    pub kind: MisfitKind,
}

/// What is wrong with a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MisfitKind {
    /// There are no such people, or they have no row of their own.
    Nobody,
    /// It was not asked.
    NotAsked,
    /// The count is not theirs.
    Count,
    /// The mean is not theirs.
    Value,
}

/// Translates releases in order of time, the one to be audited last. `truth` belongs to the tables
/// of the last one.
#[must_use]
pub fn translate(releases: &[&Told], min_group: u32, truth: Option<&Truth>) -> Translated {
    let mut waves: Vec<Grown<'_>> = Vec::new();
    let mut placed: Vec<BTreeMap<&str, (usize, usize)>> = Vec::new();
    for told in releases {
        let tables = told.tables.iter();
        placed.push(
            tables
                .map(|table| (table.wave.as_str(), place(&mut waves, table)))
                .collect(),
        );
    }
    let mut work = Work {
        min_group,
        waves: &waves,
        found: Vec::new(),
        out: Translated::default(),
    };
    for (release, (told, placed)) in releases.iter().zip(&placed).enumerate() {
        let is_last = release + 1 == releases.len();
        let truth = truth.filter(|_| is_last);
        work.release(release, told, (placed, truth));
    }
    let Work { found, mut out, .. } = work;
    let mut published: PublishedSets = vec![BTreeSet::new(); waves.len()];
    for it in &found {
        published[it.population].insert(it.batches.clone());
    }
    let tables = releases.last().map_or(&[][..], |told| &told.tables);
    let (populations, atom_of) = atoms(&mut waves, &published, truth.map(|it| (tables, it)));
    out.case = Case {
        min_group,
        populations,
        statements: statements(found, &atom_of),
    };
    out
}

/// The population and the table in it that a table of a release is.
fn place<'a>(waves: &mut Vec<Grown<'a>>, table: &'a WaveTable) -> (usize, usize) {
    // Answers that were replaced make a population of their own.
    let same = |(_, grown): &(usize, &mut Grown<'a>)| grown.wave == table.wave;
    for (at, grown) in waves.iter_mut().enumerate().filter(same) {
        if let Some(known) = grown.known(table) {
            return (at, known);
        }
        if grown.grows_into(table) {
            return (at, grown.push(table));
        }
    }
    waves.push(Grown::new(table));
    (waves.len() - 1, 0)
}

/// A fact about some batches, before they are joined to atoms.
struct Stated {
    population: usize,
    question: usize,
    batches: Vec<usize>,
    fact: Fact,
    place: String,
}

struct Work<'a> {
    min_group: u32,
    waves: &'a [Grown<'a>],
    found: Vec<Stated>,
    out: Translated,
}

impl Work<'_> {
    fn release(
        &mut self,
        release: usize,
        told: &Told,
        (placed, truth): (&BTreeMap<&str, (usize, usize)>, Option<&Truth>),
    ) {
        let sets: Vec<Sets<'_>> = told
            .tables
            .iter()
            .map(|table| Sets::new(table, self.min_group))
            .collect();
        let reading = Reading {
            told,
            sets,
            placed,
            truth,
            printed: Printed::new(&told.figures),
        };
        for figure in &told.figures {
            let resolved = reading.resolve(figure);
            let Some((about, says)) = resolved else {
                self.out.unstated += 1;
                continue;
            };
            if let Err(kind) = self.figure(&reading, (&about, &says), &figure.cell) {
                let cell = figure.cell.clone();
                self.out.misfits.push(Misfit {
                    release,
                    cell,
                    kind,
                });
            }
        }
    }

    fn figure(
        &mut self,
        reading: &Reading<'_>,
        (about, says): (&About, &Says),
        cell: &str,
    ) -> Result<(), MisfitKind> {
        let tables = &reading.told.tables;
        let Some(at) = tables.iter().position(|table| table.wave == about.wave) else {
            self.out.delivered += 1;
            return Ok(());
        };
        let table = &tables[at];
        let question = match (segment(says), &about.subject) {
            (Some(_), Subject::Dimension(id)) => Question::Segments(id.clone()),
            (_, subject) => Question::Of(subject.clone()),
        };
        let classes = reading.sets[at].of(&about.place, about.audience);
        let classes = classes.ok_or(MisfitKind::Nobody)?;
        let position = table.questions.iter().position(|it| *it == question);
        let position = position.ok_or(MisfitKind::NotAsked)?;
        let count = |classes: &[usize]| -> u32 {
            let people = classes
                .iter()
                .map(|class| table.classes[*class].answered[position]);
            people.sum()
        };
        let people = count(&classes);
        let everybody = reading.sets[at].of(&Place::Company, Audience::All);
        let all = everybody.map_or(0, |all| count(&all));
        let printed = &reading.printed;
        let parts = parts(table, position, &classes);
        let crowd = Crowd {
            people,
            invited: reading.sets[at].invited(&classes),
            mean: printed.mean(about),
            net: printed.net(about),
            is_explained: printed.is_explained(about, says, (people, all))
                || printed.is_composed(about, says, &parts),
        };
        let facts = facts(&about.subject, says, crowd);
        if facts.is_empty() && !crowd.is_explained {
            self.out.unstated += 1;
        }
        let fits = if crowd.is_explained {
            Ok(())
        } else {
            reading.fits((at, position, &classes), says, people)
        };
        let (population, version) = reading.placed[about.wave.as_str()];
        let batches = self.waves[population].batches(version, &classes);
        for fact in facts {
            self.found.push(Stated {
                population,
                question: position,
                batches: batches.clone(),
                fact,
                place: cell.to_owned(),
            });
        }
        fits
    }
}

/// The questions that a composed one is made of, with how many of some classes answered them.
fn parts(table: &WaveTable, question: usize, classes: &[usize]) -> Vec<(Subject, u32)> {
    let part = |part: &u16| {
        let at = usize::from(*part);
        let Question::Of(subject) = table.questions.get(at)? else {
            return None;
        };
        let people = classes
            .iter()
            .map(|class| table.classes[*class].answered[at]);
        Some((subject.clone(), people.sum()))
    };
    table.parts[question].iter().filter_map(part).collect()
}

/// A release while it is read.
struct Reading<'a> {
    told: &'a Told,
    sets: Vec<Sets<'a>>,
    placed: &'a BTreeMap<&'a str, (usize, usize)>,
    truth: Option<&'a Truth>,
    printed: Printed<'a>,
}

impl Reading<'_> {
    /// A difference tells the value of the earlier wave, where the later one stands in full.
    fn resolve(&self, figure: &Figure) -> Option<(About, Says)> {
        let Says::Difference {
            before,
            value,
            step,
        } = &figure.says
        else {
            return Some((figure.about.clone(), figure.says.clone()));
        };
        let is_net = figure.about.subject == Subject::Enps;
        let now = if is_net {
            self.printed.net(&figure.about)? * 100.0
        } else {
            self.printed.mean(&figure.about)?
        };
        let about = About {
            wave: before.clone(),
            ..figure.about.clone()
        };
        let (value, step) = (now - value, *step);
        Some(if is_net {
            (about, Says::Net { value, step })
        } else {
            (about, Says::Mean { value, step })
        })
    }

    /// Does the figure agree with the people it is said to be of?
    fn fits(
        &self,
        (table, question, classes): (usize, usize, &[usize]),
        says: &Says,
        people: u32,
    ) -> Result<(), MisfitKind> {
        match *says {
            // The fewest answers of any item count where items must not be joined: not these.
            Says::Count { low, high } if !self.is_pooled(table, question) => {
                let is_theirs = (low..=high).contains(&people);
                if is_theirs {
                    Ok(())
                } else {
                    Err(MisfitKind::Count)
                }
            }
            Says::Mean { value, step } => {
                let sums = self.truth.and_then(|truth| truth.sums.get(table));
                let Some(sums) = sums else { return Ok(()) };
                let mean = self.mean((table, question), classes, sums);
                let (low, high) = mean_bounds(value, step, people);
                if (low - 1e-6..=high + 1e-6).contains(&mean) {
                    Ok(())
                } else {
                    Err(MisfitKind::Value)
                }
            }
            Says::Count { .. }
            | Says::Rate { .. }
            | Says::Interval { .. }
            | Says::Share { .. }
            | Says::Segment { .. }
            | Says::Net { .. }
            | Says::NetInterval { .. }
            | Says::Difference { .. } => Ok(()),
        }
    }

    /// The mean of all answers of some classes to a question, or to the parts of a composed one.
    fn mean(&self, (table, question): (usize, usize), classes: &[usize], sums: &[Vec<f64>]) -> f64 {
        let table = &self.told.tables[table];
        let parts = table.parts[question].iter().map(|part| usize::from(*part));
        let mut questions: Vec<usize> = parts.collect();
        if questions.is_empty() {
            questions.push(question);
        }
        let (mut sum, mut answers) = (0.0, 0);
        for class in classes {
            for question in &questions {
                sum += sums[*class][*question];
                answers += table.classes[*class].answered[*question];
            }
        }
        sum / f64::from(answers)
    }

    fn is_pooled(&self, table: usize, question: usize) -> bool {
        let is_tag = |question: &Question| {
            matches!(
                question,
                Question::Of(Subject::Motive(_) | Subject::Lever(_))
            )
        };
        let table = &self.told.tables[table];
        table.questions.get(question).is_some_and(is_tag)
    }
}

/// The questions of a table as the auditor knows them.
pub(super) fn questions(table: &WaveTable) -> Vec<Asked> {
    let levels = |from: u8, to: u8| (from..=to).map(f64::from).collect();
    let asked = table.questions.iter().zip(&table.parts);
    let asked = asked.map(|(question, parts)| {
        let (key, values, is_composed) = match question {
            Question::Segments(id) => (format!("segments:{id}"), levels(1, 3), false),
            Question::Of(subject) => match subject {
                Subject::Sheets => ("sheets".to_owned(), levels(1, 1), false),
                Subject::Dimension(id) => (format!("dimension:{id}"), levels(1, 5), true),
                Subject::Item(id) => (format!("item:{id}"), levels(1, 5), false),
                Subject::Motive(it) => (format!("motive:{it:?}"), levels(1, 5), true),
                Subject::Lever(it) => (format!("lever:{it:?}"), levels(1, 5), true),
                Subject::Enps => ("enps".to_owned(), levels(0, 10), false),
            },
        };
        Asked {
            key,
            values,
            is_composed,
            parts: parts.iter().map(|part| usize::from(*part)).collect(),
        }
    });
    asked.collect()
}

/// Statements in order, each once.
fn statements(found: Vec<Stated>, atom_of: &[Vec<usize>]) -> Vec<Statement> {
    let mut seen = BTreeSet::new();
    let mut statements = Vec::new();
    for it in found {
        let atoms: BTreeSet<usize> = it
            .batches
            .iter()
            .filter_map(|batch| atom_of[it.population].get(*batch))
            .copied()
            .collect();
        let atoms: Vec<usize> = atoms.into_iter().collect();
        if !seen.insert((it.population, it.question, atoms.clone(), bits(it.fact))) {
            continue;
        }
        statements.push(Statement {
            wave: it.population,
            question: it.question,
            atoms,
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
