//! Figures of all releases to what the auditor looks at.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::asked::AskedOf;
use super::atoms::{Grown, PublishedSets, atoms};
use super::facts::{Crowd, facts, mean_bounds};
use super::printed::Printed;
use super::said::Of;
use super::sets::Row;
use super::statements::{RowBatches, Stated, statements};
use super::stored::Told;
use super::table::{Question, Truth, WaveTable};
use crate::disclosure::audit::{Case, Question as Asked};
use crate::import::released::{Figure, Says, Subject};

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
    // What stands in one release may explain what stands in another, as long as both are about the
    // same answers.
    let mut printed: HashMap<(usize, usize), Printed<'_>> = HashMap::new();
    for (told, placed) in releases.iter().zip(&placed) {
        for figure in &told.figures {
            if let Some(at) = placed.get(&*figure.about.wave) {
                let of = Of::from(&figure.about);
                printed.entry(*at).or_default().note(of, &figure.says);
            }
        }
    }
    let mut work = Work {
        min_group,
        waves: &waves,
        printed: &printed,
        rows: Vec::new(),
        found: Vec::new(),
        out: Translated::default(),
    };
    for (release, (told, placed)) in releases.iter().zip(&placed).enumerate() {
        let is_last = release + 1 == releases.len();
        let truth = truth.filter(|_| is_last);
        work.release(release, told, (placed, truth));
    }
    let Work {
        rows,
        found,
        mut out,
        ..
    } = work;
    let mut published: PublishedSets = vec![BTreeSet::new(); waves.len()];
    let stated: BTreeSet<usize> = found.iter().map(|it| it.row).collect();
    for row in stated {
        let row = &rows[row];
        published[row.population].insert(row.batches.clone());
    }
    let tables = releases.last().map_or(&[][..], |told| &told.tables);
    let (populations, atom_of) = atoms(&mut waves, &published, truth.map(|it| (tables, it)));
    out.case = Case {
        min_group,
        populations,
        statements: statements(found, &rows, &atom_of),
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

struct Work<'a> {
    min_group: u32,
    waves: &'a [Grown<'a>],
    /// By population, and table in it.
    printed: &'a HashMap<(usize, usize), Printed<'a>>,
    rows: Vec<RowBatches>,
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
        let mut tables = HashMap::new();
        for (at, table) in told.tables.iter().enumerate() {
            let (population, version) = placed[table.wave.as_str()];
            let asked = AskedOf::new((at, table), self.min_group, self.rows.len());
            let batches = |row: &Row| self.waves[population].batches(version, &row.classes);
            self.rows
                .extend(asked.sets.rows.iter().map(|row| RowBatches {
                    population,
                    batches: batches(row),
                }));
            tables.entry(table.wave.as_str()).or_insert(asked);
        }
        let reading = Reading {
            tables,
            truth,
            printed: placed
                .iter()
                .filter_map(|(wave, at)| Some((*wave, self.printed.get(at)?)))
                .collect(),
        };
        for figure in &told.figures {
            let Some((of, says)) = reading.resolve(figure) else {
                self.out.unstated += 1;
                continue;
            };
            if let Err(kind) = self.figure(&reading, (of, &says), &figure.cell) {
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
        (of, says): (Of<'_>, &Says),
        cell: &str,
    ) -> Result<(), MisfitKind> {
        let Some(asked) = reading.tables.get(of.wave) else {
            self.out.delivered += 1;
            return Ok(());
        };
        let row = asked.sets.of(of.place, of.audience);
        let row = row.ok_or(MisfitKind::Nobody)?;
        let Row { classes, invited } = &asked.sets.rows[row];
        let position = asked.position(of.subject, says);
        let position = position.ok_or(MisfitKind::NotAsked)?;
        let people = asked.people(classes, position);
        let all = asked.everybody.get(position).copied().unwrap_or(0);
        let parts = asked.parts(position, classes);
        let is_explained = reading.printed.get(of.wave).is_some_and(|printed| {
            printed.is_explained(of, says, (people, all)) || printed.is_composed(of, says, &parts)
        });
        let crowd = Crowd {
            people,
            invited: *invited,
            mean: reading.mean(of),
            net: reading.net(of),
            is_explained,
        };
        let facts = facts(of.subject, says, crowd);
        if facts.is_empty() && !crowd.is_explained {
            self.out.unstated += 1;
        }
        let fits = if crowd.is_explained {
            Ok(())
        } else {
            reading.fits(asked, (position, classes), says, people)
        };
        self.found.extend(facts.into_iter().map(|fact| Stated {
            row: asked.first_row + row,
            question: position,
            fact,
            place: cell.to_owned(),
        }));
        fits
    }
}

/// A release while it is read.
struct Reading<'a> {
    tables: HashMap<&'a str, AskedOf<'a>>,
    truth: Option<&'a Truth>,
    /// By wave.
    printed: HashMap<&'a str, &'a Printed<'a>>,
}

impl<'a> Reading<'a> {
    /// A difference tells the value of the earlier wave, where the later one stands in full.
    fn resolve(&self, figure: &'a Figure) -> Option<(Of<'a>, Cow<'a, Says>)> {
        let now = Of::from(&figure.about);
        let Says::Difference {
            before,
            value,
            step,
        } = &figure.says
        else {
            return Some((now, Cow::Borrowed(&figure.says)));
        };
        let is_net = figure.about.subject == Subject::Enps;
        let of = Of {
            wave: before,
            ..now
        };
        let now = if is_net {
            self.net(now)? * 100.0
        } else {
            self.mean(now)?
        };
        let (value, step) = (now - value, *step);
        let says = if is_net {
            Says::Net { value, step }
        } else {
            Says::Mean { value, step }
        };
        Some((of, Cow::Owned(says)))
    }

    /// The mean that is printed in full.
    fn mean(&self, of: Of<'_>) -> Option<f64> {
        self.printed.get(of.wave)?.mean(of)
    }

    /// The NPS that is printed in full, −1 to 1.
    fn net(&self, of: Of<'_>) -> Option<f64> {
        self.printed.get(of.wave)?.net(of)
    }

    /// Does the figure agree with the people it is said to be of?
    fn fits(
        &self,
        asked: &AskedOf<'_>,
        (question, classes): (usize, &[usize]),
        says: &Says,
        people: u32,
    ) -> Result<(), MisfitKind> {
        match *says {
            // The fewest answers of any item count where items must not be joined: not these.
            Says::Count { low, high } if !asked.is_pooled(question) => {
                let is_theirs = (low..=high).contains(&people);
                if is_theirs {
                    Ok(())
                } else {
                    Err(MisfitKind::Count)
                }
            }
            Says::Mean { value, step } => {
                let sums = self.truth.and_then(|truth| truth.sums.get(asked.at));
                let Some(sums) = sums else { return Ok(()) };
                let mean = asked.mean(question, classes, sums);
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
