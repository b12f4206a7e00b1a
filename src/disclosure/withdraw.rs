//! Which figures to withdraw after an audit: the least that takes each breach's ground away.
//!
//! Detail goes before a mean, a figure about few people before one about many, and a total last. The
//! caller withdraws what is named, publishes anew and audits again: what was taken away may follow in
//! another way, so one round is often not enough. Decides nothing about safety.

use std::collections::BTreeSet;

use super::audit::{Breach, Case, Fact};

/// Something to withdraw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Withdrawal {
    /// The detail beside a mean: intervals, shares, bands and distributions of the same people. The
    /// position of one of its statements.
    Detail(usize),
    /// The cell with its mean and count, and the row of the question with it. The position of one of
    /// its statements.
    Cell(usize),
}

impl Withdrawal {
    /// The statement that names the place.
    #[must_use]
    pub const fn statement(self) -> usize {
        match self {
            Self::Detail(statement) | Self::Cell(statement) => statement,
        }
    }
}

/// The next figures to withdraw, one for each breach, without repetition; none where a breach rests
/// on nothing that may be withdrawn, so that the release must be refused.
///
/// `may_go` tells of a statement whether it can still be withdrawn: those of earlier releases cannot,
/// nor can words in place of a hidden figure.
#[must_use]
pub fn next_to_withdraw(
    case: &Case,
    breaches: &[Breach],
    may_go: &dyn Fn(usize) -> bool,
) -> Option<BTreeSet<Withdrawal>> {
    let mut found = BTreeSet::new();
    for breach in breaches {
        let mut free = breach.statements.iter().copied().filter(|at| may_go(*at));
        let statement = free.next()?;
        found.insert(match case.statements[statement].fact {
            Fact::Share { .. } | Fact::Squares { .. } => Withdrawal::Detail(statement),
            Fact::Count { .. } | Fact::Mean { .. } | Fact::Net { .. } => {
                Withdrawal::Cell(statement)
            }
        });
    }
    Some(found)
}
