//! Pools as HR moves branches between them. Pure; the rules are those of the disclosure layer.

use crate::app::{Overview, WaveInfo};
use crate::disclosure::propose_pools;
use crate::domain::{Branch, BranchCode, MinGroup, Pool, WaveCode, WaveState};

/// Where a branch may go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A row of its own.
    Own,
    /// Together with this pool.
    With(Pool),
}

/// The latest other wave that was designed here.
pub(super) fn wave_before<'a>(overview: &'a Overview, wave: &WaveCode) -> Option<&'a WaveInfo> {
    let others = overview.waves.iter().rev();
    others
        .filter(|info| info.wave.code != *wave && info.wave.state != WaveState::Draft)
        .find(|info| info.collection.is_some())
}

/// What the program proposes for this threshold; none where the company is too small.
pub(super) fn proposal(
    overview: &Overview,
    wave: &WaveCode,
    min_group: MinGroup,
) -> Option<Vec<Pool>> {
    let before = wave_before(overview, wave).and_then(|info| info.collection.as_ref());
    let before = before.map_or(&[][..], |collection| &collection.design.pools);
    propose_pools(&overview.branches, min_group, before).ok()
}

/// How many branches share a row.
pub(super) fn together(pools: &[Pool]) -> usize {
    let shared = pools.iter().filter(|pool| pool.len() > 1);
    shared.map(Vec::len).sum()
}

/// People in a pool.
pub(super) fn people(branches: &[Branch], pool: &[BranchCode]) -> u32 {
    let members = branches.iter().filter(|branch| pool.contains(&branch.code));
    members.map(Branch::head_count).sum()
}

/// Where this branch may go from where it is: its own row if it is large enough, and the other
/// pools of its region, or of the company where the region has none.
pub(super) fn targets(
    branches: &[Branch],
    pools: &[Pool],
    code: &BranchCode,
    need: u32,
) -> Vec<Target> {
    let Some(branch) = branches.iter().find(|branch| branch.code == *code) else {
        return Vec::new();
    };
    let is_alone = pools.iter().any(|pool| pool.as_slice() == [code.clone()]);
    let region_of = |code: &BranchCode| {
        let found = branches.iter().find(|branch| branch.code == *code);
        found.map(|branch| branch.region.as_str())
    };
    let others: Vec<&Pool> = pools.iter().filter(|pool| !pool.contains(code)).collect();
    let is_near = |pool: &&&Pool| {
        let mut regions = pool.iter().filter_map(region_of);
        regions.any(|region| region == branch.region)
    };
    let near: Vec<&Pool> = others.iter().filter(is_near).copied().collect();
    let offered = if near.is_empty() { others } else { near };
    let own = (!is_alone && branch.head_count() >= need).then_some(Target::Own);
    own.into_iter()
        .chain(offered.into_iter().cloned().map(Target::With))
        .collect()
}

/// The pools after this branch has moved.
pub(super) fn moved(pools: &[Pool], code: &BranchCode, target: &Target) -> Vec<Pool> {
    let mut after: Vec<Pool> = Vec::new();
    for pool in pools {
        let mut rest: Pool = pool.iter().filter(|it| *it != code).cloned().collect();
        if matches!(target, Target::With(with) if with == pool) {
            rest.push(code.clone());
            rest.sort();
        }
        if !rest.is_empty() {
            after.push(rest);
        }
    }
    if *target == Target::Own {
        after.push(vec![code.clone()]);
    }
    after.sort();
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn branch(code: &str, region: &str, contact: u32) -> Branch {
        Branch {
            region: region.to_owned(),
            contact,
            ..Branch::from_code(BranchCode::new(code).expect("a code"))
        }
    }

    fn code(text: &str) -> BranchCode {
        BranchCode::new(text).expect("a code")
    }

    #[test]
    fn a_branch_leaves_its_pool_and_joins_another() {
        let pools = vec![vec![code("1"), code("2")], vec![code("3")]];
        let after = moved(&pools, &code("2"), &Target::With(vec![code("3")]));
        assert_eq!(after, [vec![code("1")], vec![code("2"), code("3")]]);
        let alone = moved(&pools, &code("2"), &Target::Own);
        assert_eq!(alone, [vec![code("1")], vec![code("2")], vec![code("3")]]);
    }

    #[test]
    fn a_small_branch_is_offered_neighbours_and_no_row_of_its_own() {
        let branches = [
            branch("1", "north", 4),
            branch("2", "north", 30),
            branch("3", "north", 9),
            branch("4", "south", 40),
        ];
        let pools = vec![vec![code("1"), code("3")], vec![code("2")], vec![code("4")]];
        let with_two = Target::With(vec![code("2")]);
        assert_eq!(
            targets(&branches, &pools, &code("1"), 8),
            std::slice::from_ref(&with_two)
        );
        assert_eq!(
            targets(&branches, &pools, &code("3"), 8),
            [Target::Own, with_two]
        );
        // The only branch of its region may go to any pool of the company.
        assert_eq!(targets(&branches, &pools, &code("4"), 8).len(), 2);
    }
}
