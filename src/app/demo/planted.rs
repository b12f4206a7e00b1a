//! The planted truth: what is true of the chain before anybody answers. The table in
//! [`super`] says it in words; the tests hold the findings against it.

use super::draws::{Draws, Stream, shuffled_steps, standardized};
use super::places::{PLACES, Size};
use crate::domain::{Item, Lever, StaffGroup};

/// Correlation of contact staff's empowerment with the customers' latent score, over branches.
pub const EMPOWERMENT_WITH_CUSTOMERS: f64 = 0.88;
/// Position of the branch where staff get more satisfied while customers leave: code 07.
pub const DIVERGING_BRANCH: usize = 6;
/// The lever with the lowest mean.
pub const WEAKEST_LEVER: Lever = Lever::Control;
/// The lever with the highest mean.
pub const STRONGEST_LEVER: Lever = Lever::Training;
/// What empowerment gains between the second and the third wave, in points of the scale.
pub const EMPOWERMENT_GAIN: f64 = 0.22;

/// Dimensions and their company means, in the order of the questionnaire.
pub(super) const DIMENSIONS: [(&str, f64); 12] = [
    ("empowerment", 2.5),
    ("voice", 3.25),
    ("conditions", 3.3),
    ("rest", 3.35),
    ("pay", 3.2),
    ("recognition", 3.45),
    ("growth", 3.55),
    ("manager", 3.85),
    ("team", 3.8),
    ("standards", 3.55),
    ("focus", 3.6),
    ("engagement", 3.65),
];
pub(super) const EMPOWERMENT: usize = 0;
pub(super) const VOICE: usize = 1;
pub(super) const MANAGER: usize = 7;
pub(super) const ENGAGEMENT: usize = 11;

/// Spread of branches in empowerment and in every other dimension.
const EMPOWERMENT_SD: f64 = 0.5;
const OTHER_SD: f64 = 0.2;
/// Spread of branches in what all dimensions share.
const GENERAL_SD: f64 = 0.15;
/// Spread of branches in the customers' latent score; one unit is about 70 points of NPS.
const CUSTOMERS_SD: f64 = 0.32;

/// What is true of each branch: offsets in points of the scale, customers in latent units.
pub(super) struct Latents {
    contact: Vec<[f64; DIMENSIONS.len()]>,
    back_office: Vec<[f64; DIMENSIONS.len()]>,
    customers: Vec<f64>,
    /// Repeat visits beyond what the customers' score explains, standardized.
    visits: Vec<f64>,
}

impl Latents {
    pub(super) fn draw(seed: u64) -> Self {
        let mut draws = Draws::new(seed, Stream::Latents);
        let (empowerment, customers) = linked(&mut draws);
        let back_empowerment = unlinked(&mut draws, &customers);
        let contact = effects(&mut draws, &empowerment, &customers, StaffGroup::Contact);
        let back_office = effects(
            &mut draws,
            &back_empowerment,
            &customers,
            StaffGroup::BackOffice,
        );
        let visits = draws.normals(PLACES.len());
        Self {
            contact,
            back_office,
            customers,
            visits,
        }
    }

    /// Where a dimension stands for a group of a branch in a wave, in points of the scale.
    pub(super) fn staff(&self, group: StaffGroup, branch: usize, wave: usize, dim: usize) -> f64 {
        let effects = match group {
            StaffGroup::Contact => &self.contact,
            StaffGroup::BackOffice => &self.back_office,
        };
        let mut mean = DIMENSIONS[dim].1 + effects[branch][dim];
        if dim == EMPOWERMENT {
            if wave == 2 {
                mean += EMPOWERMENT_GAIN;
            }
            // Who seldom sees customers seldom needs authority.
            if group == StaffGroup::BackOffice {
                mean += 0.3;
            }
        } else if branch == DIVERGING_BRANCH {
            mean += if wave == 2 { 0.65 } else { -0.35 };
        }
        mean
    }

    /// The customers' latent score of a branch, standardized over the planted branches.
    pub(super) fn customers_of(&self, branch: usize) -> f64 {
        self.customers[branch]
    }

    /// The customers' latent score of a branch in a wave.
    pub(super) fn customers(&self, branch: usize, wave: usize) -> f64 {
        if branch == DIVERGING_BRANCH {
            return if wave == 2 { -0.35 } else { 0.4 };
        }
        CUSTOMERS_SD * self.customers[branch] + if wave == 2 { 0.05 } else { 0.0 }
    }

    /// The share of repeat visits, in per cent, before chance.
    pub(super) fn repeat_visits(&self, branch: usize, wave: usize) -> f64 {
        let customers = self.customers(branch, wave) / CUSTOMERS_SD;
        38.0 + 5.0 * (0.6 * customers + 0.8 * self.visits[branch])
    }
}

/// How far an item stands from its dimension.
pub(super) fn item_shift(item: &Item, position: usize) -> f64 {
    // A small fixed unevenness, so that items of a dimension differ.
    let uneven = ((position * 7) % 5) as f64 * 0.05 - 0.1;
    let lever = match item.lever {
        Some(Lever::Control) if item.dimension != DIMENSIONS[EMPOWERMENT].0 => -0.3,
        Some(Lever::Training) => 0.15,
        Some(Lever::Control | Lever::Standards | Lever::Recruiting | Lever::Motivation) | None => {
            0.0
        }
    };
    let worst = if item.id == "empowerment_1" {
        -0.15
    } else {
        0.0
    };
    uneven + lever + worst
}

/// Contact staff's empowerment and the customers' score, standardized over the branches that are
/// large enough for a report of their own. The sample correlation is exactly the planted one.
fn linked(draws: &mut Draws) -> (Vec<f64>, Vec<f64>) {
    let members = branches_where(|size| size != Size::Counter);
    let empowerment = shuffled_steps(draws, members.len());
    let noise = standardized(draws.normals(members.len()), &[&empowerment]);
    let rest = rest_of(EMPOWERMENT_WITH_CUSTOMERS);
    let customers: Vec<f64> = empowerment
        .iter()
        .zip(&noise)
        .map(|(x, e)| EMPOWERMENT_WITH_CUSTOMERS * x + rest * e)
        .collect();
    (
        spread(draws, &members, &empowerment),
        spread(draws, &members, &customers),
    )
}

/// Back-office empowerment, with no correlation at all with the customers' score.
fn unlinked(draws: &mut Draws, customers: &[f64]) -> Vec<f64> {
    let members = branches_where(|size| size == Size::Kitchen);
    let of_members = members.iter().map(|branch| customers[*branch]).collect();
    let customers = standardized(of_members, &[]);
    let values = standardized(draws.normals(members.len()), &[&customers]);
    spread(draws, &members, &values)
}

/// What explains the rest when the planted correlation explains its square.
fn rest_of(correlation: f64) -> f64 {
    (1.0 - correlation * correlation).sqrt()
}

fn branches_where(is_member: impl Fn(Size) -> bool) -> Vec<usize> {
    let is_planted =
        |branch: &usize| *branch != DIVERGING_BRANCH && is_member(PLACES[*branch].size);
    (0..PLACES.len()).filter(is_planted).collect()
}

/// Puts the members' values in place; the other branches get chance, the diverging one zero.
fn spread(draws: &mut Draws, members: &[usize], values: &[f64]) -> Vec<f64> {
    let mut all = draws.normals(PLACES.len());
    all[DIVERGING_BRANCH] = 0.0;
    for (branch, value) in members.iter().zip(values) {
        all[*branch] = *value;
    }
    all
}

fn effects(
    draws: &mut Draws,
    empowerment: &[f64],
    customers: &[f64],
    group: StaffGroup,
) -> Vec<[f64; DIMENSIONS.len()]> {
    let customers = standardized(customers.to_vec(), &[]);
    let general = standardized(draws.normals(PLACES.len()), &[&customers]);
    let mut specific: Vec<Vec<f64>> = DIMENSIONS
        .iter()
        .map(|_| standardized(draws.normals(PLACES.len()), &[&customers]))
        .collect();
    specific[EMPOWERMENT] = empowerment.to_vec();
    (0..PLACES.len())
        .map(|branch| {
            std::array::from_fn(|dimension| {
                let own = specific[dimension][branch];
                let shared = GENERAL_SD * general[branch];
                // Where contact staff may decide, they also feel heard and like the work better.
                let echo = match (dimension, group) {
                    (VOICE | ENGAGEMENT, StaffGroup::Contact) => 0.4 * empowerment[branch],
                    (_, StaffGroup::Contact | StaffGroup::BackOffice) => 0.0,
                };
                if dimension == EMPOWERMENT {
                    EMPOWERMENT_SD * own
                } else {
                    shared + OTHER_SD * (own + echo)
                }
            })
        })
        .collect()
}
