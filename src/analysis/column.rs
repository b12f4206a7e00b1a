//! A score per class of people: how many answers some classes have, and what may be said of them.

use crate::disclosure::{Published, Publisher, Score, Tally};

/// A score per class.
#[derive(Debug, Clone)]
pub(super) enum Column {
    /// One score a person.
    Joined(Vec<Tally>),
    /// Several questions whose answers must not be joined per person: per question, per class.
    Pooled(Vec<Vec<Tally>>),
}

impl Column {
    /// How many answers of some classes a score rests on.
    pub(super) fn answers(&self, classes: &[usize]) -> u32 {
        let sum = |tallies: &[Tally]| classes.iter().map(|class| tallies[*class].n).sum::<u32>();
        match self {
            Self::Joined(tallies) => sum(tallies),
            Self::Pooled(questions) => questions
                .iter()
                .map(|tallies| sum(tallies))
                .filter(|n| *n > 0)
                .min()
                .unwrap_or(0),
        }
    }

    /// The score of some classes, as far as their answers bear it; of several questions that must not
    /// be joined, only from their `parts`. `known` is the variance of everybody, where published.
    pub(super) fn publish(
        &self,
        classes: &[usize],
        (publisher, known): (Publisher, Option<f64>),
        parts: Option<&[Published<Score>]>,
    ) -> Published<Score> {
        match (self.joined(classes), parts) {
            (Some(tally), None) => publisher.score(&tally, known),
            (Some(tally), Some(parts)) => publisher.composed(tally.n, parts, |mean| {
                Publisher::interval(&tally, mean, known)
            }),
            (None, parts) => {
                let n = self.answers(classes);
                publisher.composed(n, parts.unwrap_or_default(), |_| None)
            }
        }
    }

    /// The tally of some classes together, where scores are per person.
    pub(super) fn joined(&self, classes: &[usize]) -> Option<Tally> {
        match self {
            Self::Joined(tallies) => Some(merged(tallies, classes)),
            Self::Pooled(_) => None,
        }
    }
}

fn merged(tallies: &[Tally], classes: &[usize]) -> Tally {
    let mut all = Tally::default();
    classes.iter().for_each(|class| all.merge(&tallies[*class]));
    all
}
