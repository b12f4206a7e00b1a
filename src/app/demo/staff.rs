//! The answers of the staff: persons around their branch, in whole sheets.

use super::draws::{Draws, Stream};
use super::places::{PLACES, POSITIONS};
use super::planted::{
    DIMENSIONS, DIVERGING_BRANCH, EMPOWERMENT, ENGAGEMENT, Latents, MANAGER, item_shift,
};
use super::{Sheet, asked_items};
use crate::domain::{Branch, ItemKind, MISSING, StaffGroup};

/// Share of answers left out.
const MISSING_SHARE: f64 = 0.02;
/// Spread of persons: in everything, in one dimension, in one item.
const PERSON_SD: f64 = 0.45;
const DIMENSION_SD: f64 = 0.4;
const ITEM_SD: f64 = 0.75;

/// The sheets of a wave in a random order.
pub(super) fn sheets(seed: u64, latents: &Latents, branches: &[Branch], wave: usize) -> Vec<Sheet> {
    let mut draws = Draws::new(seed, Stream::Staff(wave));
    let mut sheets = Vec::new();
    for (branch, place) in branches.iter().enumerate() {
        let rate = if branch == DIVERGING_BRANCH {
            0.8
        } else {
            draws.between(0.65, 0.8)
        };
        for group in StaffGroup::ALL {
            let staff = match group {
                StaffGroup::Contact => place.contact,
                StaffGroup::BackOffice => place.back_office,
            };
            let mut positions = positions_of(group, staff);
            draws.shuffle(&mut positions);
            for position in positions.into_iter().take(answering(staff, rate)) {
                let person = Person {
                    branch,
                    group,
                    position,
                };
                sheets.push(person.answers(&mut draws, latents, wave));
            }
        }
    }
    draws.shuffle(&mut sheets);
    sheets
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 40 people"
)]
fn answering(staff: u32, rate: f64) -> usize {
    (f64::from(staff) * rate).round() as usize
}

/// The positions of a group's people, in the shares of [`POSITIONS`].
fn positions_of(group: StaffGroup, staff: u32) -> Vec<usize> {
    let mut ten = Vec::with_capacity(10);
    for (position, (_, of_group, share)) in POSITIONS.iter().enumerate() {
        if *of_group == group {
            ten.extend((0..*share).map(|_| position));
        }
    }
    // Steps of three visit all ten places, so that even four people hold different positions.
    (0..staff as usize)
        .map(|person| ten[person * 3 % ten.len()])
        .collect()
}

struct Person {
    branch: usize,
    group: StaffGroup,
    position: usize,
}

impl Person {
    fn answers(self, draws: &mut Draws, latents: &Latents, wave: usize) -> Sheet {
        let own = person_offsets(draws);
        let level = |dim: usize| latents.staff(self.group, self.branch, wave, dim) + own[dim];
        let mut values = Vec::new();
        for (column, item) in asked_items().enumerate() {
            let answer = match item.kind {
                ItemKind::Recommend => {
                    let liking = level(ENGAGEMENT) - DIMENSIONS[ENGAGEMENT].1;
                    whole(7.1 + 2.0 * liking + 1.4 * draws.normal(), 0.0, 10.0)
                }
                ItemKind::Agreement | ItemKind::Observed | ItemKind::Open => {
                    let dim = DIMENSIONS.iter().position(|(id, _)| *id == item.dimension);
                    let dim = dim.expect("a test compares the table with the questionnaire");
                    let agreement =
                        level(dim) + item_shift(item, column) + ITEM_SD * draws.normal();
                    let agreement = whole(agreement, 1.0, 5.0);
                    if item.is_reversed {
                        6 - agreement
                    } else {
                        agreement
                    }
                }
            };
            values.push(if draws.uniform() < MISSING_SHARE {
                MISSING
            } else {
                answer
            });
        }
        let Self {
            branch,
            group,
            position,
        } = self;
        Sheet {
            branch,
            group,
            position,
            values,
        }
    }
}

/// How a person differs from colleagues, per dimension. Engagement follows empowerment and the
/// manager.
fn person_offsets(draws: &mut Draws) -> [f64; DIMENSIONS.len()] {
    let general = PERSON_SD * draws.normal();
    let mut own: [f64; DIMENSIONS.len()] = std::array::from_fn(|_| draws.normal());
    own[ENGAGEMENT] = 0.6 * own[EMPOWERMENT] + 0.4 * own[MANAGER] + 0.7 * own[ENGAGEMENT];
    own.map(|value| general + DIMENSION_SD * value)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0–10"
)]
fn whole(value: f64, low: f64, high: f64) -> u8 {
    value.round().clamp(low, high) as u8
}

/// The head counts; the plan, give or take one.
pub(super) fn head_counts(seed: u64) -> Vec<(u32, u32)> {
    use super::places::Size;
    let mut draws = Draws::new(seed, Stream::HeadCounts);
    PLACES
        .iter()
        .enumerate()
        .map(|(branch, place)| {
            let step = draws.below(3);
            let is_fixed = place.size == Size::Counter || branch == DIVERGING_BRANCH;
            let contact = if is_fixed {
                place.contact
            } else {
                place.contact + step - 1
            };
            (contact, place.back_office)
        })
        .collect()
}
