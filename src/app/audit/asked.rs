//! What was asked in a wave as it stood at one release, and who answered.

use std::collections::HashMap;

use super::facts::segment;
use super::sets::Sets;
use super::table::{Question, WaveTable};
use crate::domain::Audience;
use crate::import::released::{Place, Says, Subject};

/// The questions and rows of a table.
pub(super) struct AskedOf<'a> {
    /// Position of the table in its release.
    pub(super) at: usize,
    pub(super) table: &'a WaveTable,
    pub(super) sets: Sets<'a>,
    positions: Positions<'a>,
    /// How many answered each question.
    pub(super) everybody: Vec<u32>,
    /// Where its rows begin among those of all releases.
    pub(super) first_row: usize,
}

/// Where questions stand.
#[derive(Default)]
struct Positions<'a> {
    of: HashMap<&'a Subject, usize>,
    segments: HashMap<&'a str, usize>,
}

/// Where the questions of a table stand.
fn positions(table: &WaveTable) -> Positions<'_> {
    let mut positions = Positions::default();
    // The first of several that are the same.
    for (at, question) in table.questions.iter().enumerate().rev() {
        match question {
            Question::Of(subject) => positions.of.insert(subject, at),
            Question::Segments(id) => positions.segments.insert(id, at),
        };
    }
    positions
}

impl<'a> AskedOf<'a> {
    /// The table at this place of its release, with its rows under a threshold; they begin at
    /// `first_row` among those of all releases.
    pub(super) fn new(
        (at, table): (usize, &'a WaveTable),
        min_group: u32,
        first_row: usize,
    ) -> Self {
        let mut asked = Self {
            at,
            table,
            sets: Sets::new(table, min_group),
            positions: positions(table),
            everybody: Vec::new(),
            first_row,
        };
        if let Some(row) = asked.sets.of(&Place::Company, Audience::All) {
            let classes = &asked.sets.rows[row].classes;
            let questions = 0..table.questions.len();
            asked.everybody = questions.map(|it| asked.people(classes, it)).collect();
        }
        asked
    }

    /// The question that a figure answers.
    pub(super) fn position(&self, subject: &Subject, says: &Says) -> Option<usize> {
        match (segment(says), subject) {
            (Some(_), Subject::Dimension(id)) => self.positions.segments.get(&**id).copied(),
            (_, subject) => self.positions.of.get(subject).copied(),
        }
    }

    /// How many of some classes answered a question.
    pub(super) fn people(&self, classes: &[usize], question: usize) -> u32 {
        let answered = |class: &usize| self.table.classes[*class].answered[question];
        classes.iter().map(answered).sum()
    }

    /// The questions that a composed one is made of, with how many of some classes answered them.
    pub(super) fn parts(&self, question: usize, classes: &[usize]) -> Vec<(&'a Subject, u32)> {
        let part = |part: &u16| {
            let at = usize::from(*part);
            let Question::Of(subject) = self.table.questions.get(at)? else {
                return None;
            };
            Some((subject, self.people(classes, at)))
        };
        let parts = self.table.parts[question].iter();
        parts.filter_map(part).collect()
    }

    /// The mean of all answers of some classes to a question, or to the parts of a composed one.
    pub(super) fn mean(&self, question: usize, classes: &[usize], sums: &[Vec<f64>]) -> f64 {
        let parts = self.table.parts[question].iter();
        let mut questions: Vec<usize> = parts.map(|part| usize::from(*part)).collect();
        if questions.is_empty() {
            questions.push(question);
        }
        let (mut sum, mut answers) = (0.0, 0);
        for class in classes {
            for question in &questions {
                sum += sums[*class][*question];
                answers += self.table.classes[*class].answered[*question];
            }
        }
        sum / f64::from(answers)
    }

    /// Is it made of items that must not be joined?
    pub(super) fn is_pooled(&self, question: usize) -> bool {
        matches!(
            self.table.questions.get(question),
            Some(Question::Of(Subject::Motive(_) | Subject::Lever(_)))
        )
    }
}
