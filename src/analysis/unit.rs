//! Who stands together in a row: a branch, or branches that are reported as one.

use super::scoring::Scores;
use crate::disclosure::{Parts, Subject, Withdrawn};
use crate::domain::{Audience, Class};

/// A row: the classes of one branch, or of branches that are reported together.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Position of the branch; none where several are reported together.
    pub(super) branch: Option<usize>,
    /// Positions of its classes.
    pub(super) classes: Vec<usize>,
    /// Did its answers come in two groups and stand together now?
    pub(super) is_merged: bool,
}

impl Unit {
    pub(super) fn of(family: &[usize], scores: &Scores) -> Self {
        let class = |position: &usize| &scores.classes[*position];
        let branches = family
            .first()
            .map_or(&[][..], |first| &class(first).branches);
        // The file told the groups of this branch apart, and the answers were too few to keep that.
        let is_split = |class: &&Class| class.branches == branches && class.group.is_some();
        Self {
            branch: match branches {
                [branch] => Some(*branch),
                _ => None,
            },
            classes: family.to_vec(),
            is_merged: family
                .iter()
                .all(|position| class(position).group.is_none())
                && scores
                    .delivered
                    .iter()
                    .any(|delivered| is_split(&delivered)),
        }
    }

    /// Did an audit take one of its cells back?
    pub(super) fn is_gone(
        &self,
        (all, wave): (&Withdrawn, usize),
        subject: Option<Subject>,
    ) -> bool {
        self.branch
            .is_some_and(|branch| all.has_gap((wave, branch), subject))
    }

    pub(super) fn parts(&self, classes: &[Class], answers: impl Fn(usize) -> u32) -> Parts {
        let mut parts = Parts::default();
        for class in &self.classes {
            let n = answers(*class);
            if classes[*class].counts_for(Audience::Contact) {
                parts.contact += n;
            } else if classes[*class].counts_for(Audience::BackOffice) {
                parts.back_office += n;
            } else {
                parts.rest += n;
            }
        }
        parts
    }
}
