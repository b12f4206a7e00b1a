//! A figure beside others: nothing hidden is told, intervals stand where both sides have one.

use frontline::analysis::{Against, FigurePlace, compared};
use frontline::domain::{Audience, Benchmark};

use super::{assert_near, found};
use crate::fixtures::small_dataset;

fn place(branch: Option<usize>) -> FigurePlace {
    FigurePlace {
        wave: 1,
        audience: Audience::All,
        branch,
        dimension: 0,
    }
}

#[test]
fn a_branch_stands_beside_wave_company_region_best_branch_and_outside() {
    let mut dataset = small_dataset();
    for branch in &mut dataset.branches {
        branch.region = "North".to_owned();
    }
    let findings = found(&dataset);
    let outside = Benchmark {
        subject: "empowerment".to_owned(),
        value: 3.1,
        source: "Retail survey".to_owned(),
        period: "2025".to_owned(),
    };
    let list = compared(&findings, place(Some(0)), std::slice::from_ref(&outside));
    let row = &findings.waves[1].audience(Audience::All).unwrap().branches[0];
    let own = row.scores[0].value().unwrap();
    let names: Vec<&Against> = list.iter().map(|it| &it.against).collect();
    assert!(matches!(names[0], Against::PreviousWave(_)), "{names:?}");
    assert!(matches!(names[1], Against::Company), "{names:?}");
    assert!(
        matches!(names[2], Against::Region(name, _) if name == "North"),
        "{names:?}"
    );
    for it in &list {
        assert_near(it.change.after, own.mean, 1e-9);
        assert_near(it.change.difference, own.mean - it.change.before, 1e-6);
        let is_imported = matches!(it.against, Against::Imported { .. });
        assert_eq!(it.change.interval.is_none(), is_imported, "{it:?}");
    }
    let last = list.last().unwrap();
    assert_near(last.change.before, outside.value, 1e-9);
    assert!(
        !last.change.is_settled,
        "a figure from outside settles nothing"
    );
}

#[test]
fn a_hidden_branch_is_compared_with_nothing_and_is_never_the_best() {
    let findings = found(&small_dataset());
    let everybody = findings.waves[1].audience(Audience::All).unwrap();
    let hidden: Vec<usize> = (0..findings.branches.len())
        .filter(|at| everybody.branches[*at].scores[0].value().is_none())
        .collect();
    assert!(!hidden.is_empty());
    for at in &hidden {
        assert_eq!(compared(&findings, place(Some(*at)), &[]), []);
    }
    let company = compared(&findings, place(None), &[]);
    for it in company {
        if let Against::BestBranch(at) = it.against {
            assert!(!hidden.contains(&at));
            assert!(it.change.difference <= 0.0, "nobody is above the best");
        }
    }
}
