//! A figure beside others: nothing hidden is told, intervals stand where both sides have one.

use frontline::analysis::{
    Against, Alone, Comparisons, FigurePlace, FigureSubject, Findings, Yardstick,
};
use frontline::domain::{Audience, Benchmark};

use super::{assert_near, found};
use crate::fixtures::small_dataset;

fn place(branch: Option<usize>) -> FigurePlace {
    FigurePlace {
        wave: 1,
        audience: Audience::All,
        branch,
        subject: FigureSubject::Dimension(0),
    }
}

fn beside<'a>(findings: &'a Findings, outside: &'a [Benchmark]) -> Comparisons<'a> {
    Comparisons { findings, outside }
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
    let list = beside(&findings, std::slice::from_ref(&outside)).all(place(Some(0)));
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
fn a_figure_from_outside_may_go_by_the_title_in_either_language() {
    let findings = found(&small_dataset());
    let title = findings.dimensions[0].title.clone();
    let names = [title.ru.to_uppercase(), format!(" {} ", title.en)];
    for subject in names {
        let outside = [Benchmark {
            subject,
            value: 3.1,
            source: "Retail survey".to_owned(),
            period: "2025".to_owned(),
        }];
        let beside = beside(&findings, &outside);
        let subject = FigureSubject::Dimension(0);
        let found = beside.imported(subject, ("Retail survey", "2025"));
        assert_eq!(found, Some(3.1), "{outside:?}");
        assert!(beside.offered(1).len() > beside_nothing(&findings));
        let other = FigureSubject::Dimension(1);
        assert_eq!(beside.imported(other, ("Retail survey", "2025")), None);
    }
}

/// How much there is to compare with where nothing was imported.
fn beside_nothing(findings: &Findings) -> usize {
    beside(findings, &[]).offered(1).len()
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
        assert_eq!(beside(&findings, &[]).all(place(Some(*at))), []);
    }
    let company = beside(&findings, &[]).all(place(None));
    for it in company {
        if let Against::BestBranch(at) = it.against {
            assert!(!hidden.contains(&at));
            assert!(it.change.difference <= 0.0, "nobody is above the best");
        }
    }
}

#[test]
fn a_question_is_compared_as_a_dimension_is_and_a_yardstick_not_with_itself() {
    let findings = found(&small_dataset());
    let all = beside(&findings, &[]);
    let question = |branch| FigurePlace {
        subject: FigureSubject::Item(0),
        ..place(branch)
    };
    let before = all.one(question(None), &Yardstick::PreviousWave).unwrap();
    let then = &findings.waves[0].audience(Audience::All).unwrap().company;
    let now = &findings.waves[1].audience(Audience::All).unwrap().company;
    let (then, now) = (
        then.items[0].value().unwrap(),
        now.items[0].value().unwrap(),
    );
    assert_near(before.change.difference, now.mean - then.mean, 1e-9);
    let (low, high) = before.change.interval.unwrap();
    assert!(low < before.change.difference && before.change.difference < high);
    let sum = |score: &frontline::disclosure::Score| {
        let (low, high) = score.interval.unwrap();
        (high - low) / 2.0
    };
    assert!(
        high - low < 2.0 * (sum(then) + sum(now)),
        "narrower than both together"
    );
    assert_eq!(
        all.one(question(None), &Yardstick::Company),
        Err(Alone::Itself)
    );
    assert_eq!(
        all.one(question(None), &Yardstick::Region),
        Err(Alone::Nothing)
    );
    let first = FigurePlace {
        wave: 0,
        ..question(None)
    };
    assert_eq!(
        all.one(first, &Yardstick::PreviousWave),
        Err(Alone::Nothing)
    );
    assert!(!all.offered(0).contains(&Yardstick::PreviousWave));
    assert!(all.offered(1).contains(&Yardstick::PreviousWave));
}
