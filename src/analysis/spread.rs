//! How many people have which score of a dimension, by the part of staff they count for. Kept for the
//! company only, so that ranks and segments need no score per person.

use crate::domain::{Audience, Class};

/// Contact staff, back office, and classes that count for neither.
const PARTS: usize = 3;

/// The part of staff that a class counts for.
pub(super) fn part_of(class: &Class) -> usize {
    if class.counts_for(Audience::Contact) {
        0
    } else if class.counts_for(Audience::BackOffice) {
        1
    } else {
        2
    }
}

/// People by the sum of their answers and how many they gave.
#[derive(Debug, Clone)]
pub(super) struct Spread {
    /// Most points a sum can have, plus one.
    width: usize,
    people: [Vec<u32>; PARTS],
}

impl Spread {
    /// Nobody yet, for a dimension of so many questions.
    pub(super) fn new(questions: usize) -> Self {
        let width = 5 * questions + 1;
        Self {
            width,
            people: std::array::from_fn(|_| vec![0; (questions + 1) * width]),
        }
    }

    /// Counts a person whose answers add up to `sum`.
    #[inline]
    pub(super) fn add(&mut self, part: usize, sum: u32, answered: usize) {
        let sum = usize::try_from(sum).unwrap_or(usize::MAX);
        if let Some(people) = self.people[part].get_mut(answered * self.width + sum) {
            *people += 1;
        }
    }

    /// The people of an audience: answers given, their sum, people.
    fn of(&self, audience: Audience) -> impl Iterator<Item = (usize, usize, u32)> {
        let parts = match audience {
            Audience::All => &self.people[..],
            Audience::Contact => &self.people[..1],
            Audience::BackOffice => &self.people[1..2],
        };
        let places = parts.iter().flat_map(|part| part.iter().enumerate());
        let filled = places.filter(|(_, people)| **people > 0);
        filled.map(|(place, people)| (place / self.width, place % self.width, *people))
    }

    /// Scores of an audience, each with how many people have it, in no order.
    #[expect(clippy::cast_precision_loss, reason = "a few answers of a person")]
    pub(super) fn scores(&self, audience: Audience) -> Vec<(f64, u64)> {
        let people = self.of(audience);
        people
            .map(|(answered, sum, people)| (sum as f64 / answered as f64, u64::from(people)))
            .collect()
    }

    /// People who score 4 and above, between, 2 and below.
    pub(super) fn segments(&self, audience: Audience) -> [u32; 3] {
        let mut found = [0; 3];
        for (answered, sum, people) in self.of(audience) {
            let segment = if sum >= ENGAGED * answered {
                0
            } else if sum > DISENGAGED * answered {
                1
            } else {
                2
            };
            found[segment] += people;
        }
        found
    }
}

/// From this score on a person is engaged.
const ENGAGED: usize = 4;

/// Up to this score a person is actively disengaged.
const DISENGAGED: usize = 2;
