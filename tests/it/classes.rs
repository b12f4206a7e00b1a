//! Classes before collection: nobody alone, nobody forgotten, the same pools from wave to wave.

use frontline::disclosure::{PoolFault, check_pools, classes_of_pool, propose_pools};
use frontline::domain::{Branch, BranchCode, MinGroup, Pool, StaffGroup, min_invited};
use proptest::prelude::*;

fn branch(code: &str, region: &str, contact: u32, back_office: u32) -> Branch {
    let code = BranchCode::new(code).expect("a code");
    Branch {
        region: region.to_owned(),
        contact,
        back_office,
        ..Branch::from_code(code)
    }
}

fn codes(pools: &[Pool]) -> Vec<Vec<&str>> {
    pools
        .iter()
        .map(|pool| pool.iter().map(BranchCode::as_str).collect())
        .collect()
}

#[test]
fn a_small_branch_joins_another_small_one_of_its_region_before_a_large_one() {
    let branches = [
        branch("01", "North", 30, 12),
        branch("02", "North", 4, 1),
        branch("03", "North", 5, 2),
        branch("04", "South", 4, 1),
        branch("05", "South", 20, 9),
    ];
    let pools = propose_pools(&branches, MinGroup::default(), &[]).expect("large enough");
    assert_eq!(
        codes(&pools),
        [vec!["01"], vec!["02", "03"], vec!["04", "05"]]
    );
}

#[test]
fn groups_stay_apart_only_where_both_are_large_enough() {
    let k = MinGroup::default();
    let branches = [branch("01", "", 30, 12), branch("02", "", 30, 7)];
    let both = classes_of_pool(&branches, &vec![branches[0].code.clone()], k);
    assert_eq!(
        both.iter().map(|class| class.group).collect::<Vec<_>>(),
        [Some(StaffGroup::Contact), Some(StaffGroup::BackOffice)]
    );
    let merged = classes_of_pool(&branches, &vec![branches[1].code.clone()], k);
    assert_eq!(merged.len(), 1);
    assert_eq!(merged[0].group, None);
    assert_eq!(merged[0].invited_contact, Some(30));
}

#[test]
fn a_higher_threshold_pools_more_branches() {
    let branches: Vec<Branch> = (0..12)
        .map(|at| branch(&format!("{at:02}"), "A", 6 + at, 2))
        .collect();
    let rows = |k| {
        let k = MinGroup::new(k).expect("5 or more");
        propose_pools(&branches, k, &[]).expect("large").len()
    };
    assert!(
        rows(5) > rows(7) && rows(7) > rows(10),
        "{} {} {}",
        rows(5),
        rows(7),
        rows(10)
    );
}

#[test]
fn a_company_smaller_than_one_class_is_refused() {
    let branches = [branch("01", "", 4, 3)];
    assert_eq!(
        propose_pools(&branches, MinGroup::default(), &[]),
        Err(PoolFault::CompanyTooSmall { invited: 7 })
    );
}

#[test]
fn pools_that_forget_or_repeat_a_branch_are_refused() {
    let branches = [
        branch("01", "", 9, 0),
        branch("02", "", 9, 0),
        branch("03", "", 2, 0),
    ];
    let code = |at: usize| branches[at].code.clone();
    let check = |pools: &[Pool]| check_pools(&branches, pools, MinGroup::default());
    assert_eq!(check(&[vec![code(0)], vec![code(1), code(2)]]), Ok(()));
    assert_eq!(check(&[vec![code(0)]]), Err(PoolFault::Missing(code(1))));
    assert_eq!(
        check(&[vec![code(0), code(2)], vec![code(1), code(2)]]),
        Err(PoolFault::Unfit(code(2)))
    );
    let small = PoolFault::TooSmall {
        branch: code(2),
        invited: 2,
    };
    assert_eq!(
        check(&[vec![code(0)], vec![code(1)], vec![code(2)]]),
        Err(small)
    );
}

fn chain() -> impl Strategy<Value = Vec<Branch>> {
    let one = (0u8..4, 0u32..40, 0u32..15);
    prop::collection::vec(one, 1..40).prop_map(|rows| {
        let made = rows.into_iter().enumerate();
        made.map(|(at, (region, contact, back))| {
            branch(&format!("{at:03}"), &format!("R{region}"), contact, back)
        })
        .collect()
    })
}

proptest! {
    #[test]
    fn a_proposed_plan_always_passes_its_own_check(branches in chain(), k in prop::sample::select(vec![5u32, 7, 10])) {
        let k = MinGroup::new(k).expect("offered");
        match propose_pools(&branches, k, &[]) {
            Ok(pools) => {
                prop_assert_eq!(check_pools(&branches, &pools, k), Ok(()));
                let classes: Vec<_> = pools.iter().flat_map(|pool| classes_of_pool(&branches, pool, k)).collect();
                let invited = |class: &frontline::domain::SheetClass| {
                    class.invited_contact.unwrap_or(0) + class.invited_back_office.unwrap_or(0)
                };
                prop_assert!(classes.iter().all(|class| invited(class) >= min_invited(k)));
                prop_assert_eq!(
                    classes.iter().map(invited).sum::<u32>(),
                    branches.iter().map(Branch::head_count).sum::<u32>()
                );
            }
            Err(fault) => {
                let invited = branches.iter().map(Branch::head_count).sum();
                prop_assert_eq!(fault, PoolFault::CompanyTooSmall { invited });
                prop_assert!(invited < min_invited(k));
            }
        }
    }

    #[test]
    fn the_same_branches_pool_alike_in_the_next_wave(branches in chain()) {
        let k = MinGroup::default();
        if let Ok(first) = propose_pools(&branches, k, &[]) {
            prop_assert_eq!(propose_pools(&branches, k, &first), Ok(first));
        }
    }

    #[test]
    fn only_a_region_without_partners_reaches_into_another(branches in chain()) {
        let k = MinGroup::default();
        if let Ok(pools) = propose_pools(&branches, k, &[]) {
            let region = |code: &BranchCode| branches.iter().find(|b| b.code == *code).expect("known").region.clone();
            for pool in &pools {
                let regions: std::collections::BTreeSet<String> = pool.iter().map(region).collect();
                if regions.len() > 1 {
                    // Some region of the pool is short as a whole, or was exhausted by its pool.
                    let whole = regions.iter().any(|name| {
                        branches.iter().filter(|b| b.region == *name && b.head_count() > 0).all(|b| pool.contains(&b.code))
                    });
                    prop_assert!(whole);
                }
            }
        }
    }
}
