//! Simulated chains: branches of two groups whose people lean the same way, more or less.

use frontline::domain::{Class, StaffGroup};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// What makes a chain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) branches: usize,
    /// Staff of a branch, on average.
    pub(crate) staff: f64,
    pub(crate) items: usize,
    /// Share of the invited who answer.
    pub(crate) response: f64,
    /// Share of single answers that are left out.
    pub(crate) missing: f64,
    /// How much people agree: 0 answers at random, 1 all the same.
    pub(crate) agreement: f64,
}

/// Classes of people with their answers: for each person the level of each item, 0 where missing.
#[derive(Debug, Clone)]
pub(crate) struct Chain {
    pub(crate) classes: Vec<Class>,
    pub(crate) sheets: Vec<Vec<Vec<u8>>>,
}

impl Chain {
    pub(crate) fn random(random: &mut ChaCha8Rng, shape: Shape) -> Self {
        let (mut classes, mut sheets) = (Vec::new(), Vec::new());
        for branch in 0..shape.branches {
            let size = shape.staff * (0.6 + 0.8 * random.random::<f64>());
            let contact = size * (0.55 + 0.25 * random.random::<f64>());
            let mood = 3.0 + 1.6 * random.random::<f64>();
            for (group, people) in [
                (StaffGroup::Contact, contact),
                (StaffGroup::BackOffice, size - contact),
            ] {
                let invited = whole(people);
                classes.push(Class {
                    branches: vec![branch],
                    group: Some(group),
                    invited_contact: Some(if group == StaffGroup::Contact {
                        invited
                    } else {
                        0
                    }),
                    invited_back_office: Some(if group == StaffGroup::Contact {
                        0
                    } else {
                        invited
                    }),
                });
                let mut own = Vec::new();
                for _ in 0..invited {
                    if random.random_bool(shape.response) {
                        own.push(sheet(random, shape, mood));
                    }
                }
                sheets.push(own);
            }
        }
        Self { classes, sheets }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few people"
)]
fn whole(people: f64) -> u32 {
    people.round().max(0.0) as u32
}

fn sheet(random: &mut ChaCha8Rng, shape: Shape, mood: f64) -> Vec<u8> {
    let own = mood
        + (1.0 - shape.agreement) * 1.2 * (random.random::<f64>() + random.random::<f64>() - 1.0);
    let item = |random: &mut ChaCha8Rng| {
        if random.random_bool(shape.missing) {
            return 0;
        }
        let noise = random.random::<f64>() + random.random::<f64>() - 1.0;
        let level = own + (1.0 - shape.agreement) * 2.0 * noise;
        (1..=5_u8)
            .min_by(|a, b| {
                let far = |level_of: u8| (f64::from(level_of) - level).abs();
                far(*a).total_cmp(&far(*b))
            })
            .expect("five levels")
    };
    (0..shape.items).map(|_| item(random)).collect()
}
