//! Branches where staff got more satisfied and customers less: the first thing a director sees.

use super::changes::Comparison;
use super::customers::change_p;
use super::{Change, CustomerFindings, Divergence, OutcomeInfo};
use crate::domain::{Audience, Dimension};
use crate::stats::LEVEL;
use crate::stats::multiple::{Method, adjust};

/// What divergences are made of: two waves in a row.
pub(super) struct Divergences<'a> {
    pub(super) dimensions: &'a [Dimension],
    pub(super) outcomes: &'a [OutcomeInfo],
    pub(super) staff: &'a Comparison<'a, 'a>,
    pub(super) before: &'a [CustomerFindings],
    pub(super) after: &'a [CustomerFindings],
}

/// A branch and a dimension with both changes.
struct Candidate {
    found: Divergence,
    p: Option<f64>,
}

impl Divergences<'_> {
    /// The divergences, certain ones first, and how many certain ones chance alone would bring.
    ///
    /// NPS over all channels stands for customers: of other measures nobody knows which way is up.
    /// The outcome dimension stands for staff; where there is none every dimension is tested, and a
    /// branch is named once, with the clearest of them.
    pub(super) fn find(&self) -> (Vec<Divergence>, f64) {
        let is_nps = |info: &&OutcomeInfo| info.measure.is_nps() && info.channel.is_none();
        let Some(outcome) = self.outcomes.iter().position(|info| is_nps(&info)) else {
            return (Vec::new(), 0.0);
        };
        let mut candidates = self.candidates(outcome);
        let p: Vec<Option<f64>> = candidates.iter().map(|candidate| candidate.p).collect();
        let Ok(adjusted) = adjust(Method::BenjaminiHochberg, &p) else {
            return (Vec::new(), 0.0);
        };
        for (candidate, p) in candidates.iter_mut().zip(adjusted.p) {
            let Divergence {
                staff, customer, ..
            } = &candidate.found;
            candidate.found.is_certain =
                p.is_some_and(|p| p <= 1.0 - LEVEL) && staff.is_settled && customer.is_settled;
        }
        candidates.retain(|candidate| {
            candidate.found.staff.difference > 0.0 && candidate.found.customer.difference < 0.0
        });
        (ranked(candidates), expected_by_chance(adjusted.tests))
    }

    fn candidates(&self, outcome: usize) -> Vec<Candidate> {
        let stands_for_staff: Vec<usize> = match self.dimensions.iter().position(|d| d.is_outcome) {
            Some(outcome) => vec![outcome],
            None => (0..self.dimensions.len()).collect(),
        };
        let (Some(before), Some(after)) = (self.before.get(outcome), self.after.get(outcome))
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (branch, customer) in after.branch_changes.iter().enumerate() {
            let Some(customer) = customer else { continue };
            let side = |side: &CustomerFindings| side.branches.get(branch).copied().flatten();
            let customer_p = change_p(side(before).as_ref(), side(after).as_ref());
            for dimension in &stands_for_staff {
                let staff = self.staff.change(*dimension, (Some(branch), Audience::All));
                let Some(change) = staff.change.value() else {
                    continue;
                };
                found.push(Candidate {
                    found: divergence(branch, *dimension, outcome, (*change, *customer)),
                    // Both must have changed: the larger p decides.
                    p: staff
                        .p
                        .zip(customer_p)
                        .map(|(staff, customer)| staff.max(customer)),
                });
            }
        }
        found
    }
}

fn divergence(
    branch: usize,
    dimension: usize,
    outcome: usize,
    (staff, customer): (Change, Change),
) -> Divergence {
    Divergence {
        branch,
        dimension,
        outcome,
        staff,
        customer,
        is_certain: false,
    }
}

/// Certain ones first, then by p, then by the customers' loss; each branch once.
fn ranked(mut candidates: Vec<Candidate>) -> Vec<Divergence> {
    candidates.sort_by(|a, b| {
        let p = |candidate: &Candidate| candidate.p.unwrap_or(f64::INFINITY);
        let loss = |candidate: &Candidate| candidate.found.customer.difference;
        (b.found.is_certain.cmp(&a.found.is_certain))
            .then(p(a).total_cmp(&p(b)))
            .then(loss(a).total_cmp(&loss(b)))
            .then(a.found.branch.cmp(&b.found.branch))
    });
    let mut seen = std::collections::BTreeSet::new();
    let first = candidates
        .into_iter()
        .filter(|candidate| seen.insert(candidate.found.branch));
    first.map(|candidate| candidate.found).collect()
}

/// Tests × chance that staff seem to rise × chance that customers seem to fall, where neither did.
#[expect(clippy::cast_precision_loss, reason = "tests are few")]
fn expected_by_chance(tests: usize) -> f64 {
    let one_sided = (1.0 - LEVEL) / 2.0;
    tests as f64 * one_sided * one_sided
}
