//! Classes before collection: which branches are reported together, so that nobody is alone.
//!
//! Pools are built inside a region from head counts, then split by staff group where both groups
//! are large enough. Company ⊃ region ⊃ pool ⊃ class is a nesting, so that no two figures of the
//! plan differ by a few people. The same branches pool with the same neighbours from wave to wave.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Branch, BranchCode, MinGroup, Pool, SheetClass, StaffGroup, min_invited};

/// Why a plan of pools cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PoolFault {
    /// A branch with staff is in no pool.
    Missing(BranchCode),
    /// A branch is in two pools, or is unknown, or has no staff.
    Unfit(BranchCode),
    /// A pool has fewer people than a class needs.
    TooSmall {
        /// The first branch of the pool.
        branch: BranchCode,
        /// People in the pool.
        invited: u32,
    },
    /// The company has fewer people than one class needs.
    CompanyTooSmall {
        /// People in the company.
        invited: u32,
    },
}

/// Proposes pools: every branch alone where it is large enough, small ones with a neighbour of
/// their region. `before` are the pools of the previous wave; a small branch keeps its neighbours.
///
/// # Errors
/// When the whole company is smaller than one class.
pub fn propose_pools(
    branches: &[Branch],
    min_group: MinGroup,
    before: &[Pool],
) -> Result<Vec<Pool>, PoolFault> {
    let need = min_invited(min_group);
    let all: u32 = branches.iter().map(Branch::head_count).sum();
    if all < need {
        return Err(PoolFault::CompanyTooSmall { invited: all });
    }
    let mut draft = Draft::new(branches, need);
    draft.repeat(before);
    while let Some(small) = draft.smallest_short() {
        let partner = draft.neighbour(small);
        draft.join(small, partner);
    }
    Ok(draft.into_pools())
}

/// One pool while pools are being joined.
struct Candidate {
    members: BTreeSet<usize>,
    regions: BTreeSet<String>,
    invited: u32,
}

struct Draft<'a> {
    branches: &'a [Branch],
    need: u32,
    pools: Vec<Candidate>,
}

impl<'a> Draft<'a> {
    fn new(branches: &'a [Branch], need: u32) -> Self {
        let staffed = branches.iter().enumerate();
        let pools = staffed
            .filter(|(_, branch)| branch.head_count() > 0)
            .map(|(at, branch)| Candidate {
                members: BTreeSet::from([at]),
                regions: BTreeSet::from([branch.region.clone()]),
                invited: branch.head_count(),
            })
            .collect();
        Self {
            branches,
            need,
            pools,
        }
    }

    /// Joins what was joined before, where one of the partners is still short of people.
    fn repeat(&mut self, before: &[Pool]) {
        for pool in before.iter().filter(|pool| pool.len() > 1) {
            let members: Vec<usize> = (0..self.pools.len())
                .filter(|at| self.pools[*at].is_one_of(pool, self.branches))
                .collect();
            let same_region = members
                .iter()
                .all(|at| self.pools[*at].regions == self.pools[members[0]].regions);
            let is_short = members.iter().any(|at| self.pools[*at].invited < self.need);
            if members.len() > 1 && is_short && same_region {
                for at in members.iter().skip(1).rev() {
                    self.join(*at, members[0]);
                }
            }
        }
    }

    fn smallest_short(&self) -> Option<usize> {
        let short = (0..self.pools.len()).filter(|at| self.pools[*at].invited < self.need);
        short.min_by_key(|at| (self.pools[*at].invited, *at))
    }

    /// The pool of the same region that is also short or else smallest; the nearest code breaks
    /// ties. Where a region has no other pool, the smallest one of the company.
    fn neighbour(&self, small: usize) -> usize {
        let own = &self.pools[small];
        let first = own.members.first().copied().unwrap_or(0);
        let others = (0..self.pools.len()).filter(|at| *at != small);
        let key = |at: &usize| {
            let pool = &self.pools[*at];
            let other = pool.members.first().copied().unwrap_or(0);
            let is_foreign = pool.regions != own.regions;
            (is_foreign, pool.invited, first.abs_diff(other), *at)
        };
        others
            .min_by_key(key)
            .expect("the company is larger than one class")
    }

    fn join(&mut self, from: usize, into: usize) {
        let taken = self.pools.remove(from);
        let into = if into > from { into - 1 } else { into };
        let pool = &mut self.pools[into];
        pool.members.extend(taken.members);
        pool.regions.extend(taken.regions);
        pool.invited += taken.invited;
    }

    fn into_pools(self) -> Vec<Pool> {
        let codes = |pool: Candidate| {
            let members = pool.members.into_iter();
            members
                .map(|at| self.branches[at].code.clone())
                .collect::<Pool>()
        };
        let mut pools: Vec<Pool> = self.pools.into_iter().map(codes).collect();
        for pool in &mut pools {
            pool.sort();
        }
        pools.sort();
        pools
    }
}

impl Candidate {
    fn is_one_of(&self, pool: &Pool, branches: &[Branch]) -> bool {
        self.members
            .iter()
            .all(|at| pool.contains(&branches[*at].code))
    }
}

/// Checks pools that HR has changed by hand.
///
/// # Errors
/// The first fault: a branch forgotten or twice, or a pool with too few people.
pub fn check_pools(
    branches: &[Branch],
    pools: &[Pool],
    min_group: MinGroup,
) -> Result<(), PoolFault> {
    let known: BTreeMap<&BranchCode, &Branch> = branches
        .iter()
        .filter(|branch| branch.head_count() > 0)
        .map(|branch| (&branch.code, branch))
        .collect();
    let mut seen = BTreeSet::new();
    for pool in pools {
        let mut invited = 0;
        for code in pool {
            let Some(branch) = known.get(code) else {
                return Err(PoolFault::Unfit(code.clone()));
            };
            if !seen.insert(code) {
                return Err(PoolFault::Unfit(code.clone()));
            }
            invited += branch.head_count();
        }
        if let Some(branch) = pool.first()
            && invited < min_invited(min_group)
        {
            let branch = branch.clone();
            return Err(PoolFault::TooSmall { branch, invited });
        }
    }
    match known.keys().find(|code| !seen.contains(**code)) {
        Some(code) => Err(PoolFault::Missing((*code).clone())),
        None => Ok(()),
    }
}

/// The classes of a pool: its two staff groups where both are large enough, else everybody.
#[must_use]
pub fn classes_of_pool(branches: &[Branch], pool: &Pool, min_group: MinGroup) -> Vec<SheetClass> {
    let members = branches.iter().filter(|branch| pool.contains(&branch.code));
    let (contact, back_office) = members.fold((0, 0), |(contact, back), branch| {
        (contact + branch.contact, back + branch.back_office)
    });
    let class = |group, contact, back_office| SheetClass {
        branches: pool.clone(),
        group,
        invited_contact: Some(contact),
        invited_back_office: Some(back_office),
    };
    let need = min_invited(min_group);
    let (of_contact, of_back) = (StaffGroup::Contact, StaffGroup::BackOffice);
    match (contact, back_office) {
        (_, 0) => vec![class(Some(of_contact), contact, 0)],
        (0, _) => vec![class(Some(of_back), 0, back_office)],
        _ if contact >= need && back_office >= need => vec![
            class(Some(of_contact), contact, 0),
            class(Some(of_back), 0, back_office),
        ],
        _ => vec![class(None, contact, back_office)],
    }
}
