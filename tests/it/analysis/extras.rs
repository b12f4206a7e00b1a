//! The second looks at a link: weights, what is held constant, regions, time, shrinkage.

use frontline::analysis::{Held, Link, LinkExtras, WaveFindings};
use frontline::domain::{Audience, Dataset};
use frontline::stats::Undefined;
use frontline::stats::correlation::{Kind, coefficient};

use super::{assert_near, found};
use crate::fixtures::{Dice, nps, small_dataset, wave};

/// Forty branches with delivered means in two waves: a relation that the region alone makes.
fn regions() -> Dataset {
    use frontline::domain::{Answers, StaffScore, WaveCode, WaveData};
    let mut dice = Dice::new(11);
    let mut dataset = Dataset {
        dimensions: small_dataset().dimensions.into_iter().take(1).collect(),
        waves: ["1", "2"]
            .map(|code| WaveData {
                wave: wave(code),
                answers: Answers::default(),
            })
            .into(),
        ..Dataset::default()
    };
    for place in 0..40_u32 {
        let code = format!("{place:02}");
        let mut branch = crate::fixtures::branch(&code, 10 + place % 7, 3);
        branch.region = ["North", "South", "East", "West"][place as usize % 4].to_owned();
        dataset.branches.push(branch);
        let level = f64::from(place % 4);
        for wave in ["1", "2"] {
            dataset.staff_scores.push(StaffScore {
                branch: place as usize,
                audience: Audience::All,
                wave: WaveCode::new(wave).unwrap(),
                dimension: 0,
                value: 2.5 + 0.4 * level + 0.15 * dice.normal(),
                n: Some(30),
            });
            let liked = 40 + u64::from(place % 4) * 30 + dice.below(20);
            dataset
                .outcomes
                .push(nps(&code, wave, "", (liked, 60, 160 - liked)));
        }
    }
    dataset
}

fn only(wave: &WaveFindings) -> &Link {
    wave.link(Audience::All, 0, 0).expect("the one pair")
}

#[test]
fn a_relation_between_regions_only_is_gone_inside_them() {
    let findings = found(&regions());
    let link = only(&findings.waves[1]);
    let split = link.extras.regions.expect("regions are known").unwrap();
    assert_eq!((split.n, split.regions), (40, 4));
    assert!(
        split.total > 0.8 && split.between.unwrap() > 0.95,
        "{split:?}"
    );
    assert!(split.within.unwrap().abs() < 0.4, "{split:?}");
    let held = |what| link.extras.partial.iter().find(|it| it.held == what);
    let region = held(Held::Region).expect("region is known");
    assert!(region.rho.unwrap().value.abs() < 0.5);
    assert!(region.r.unwrap().low < 0.0 && region.r.unwrap().high > 0.0);
    assert!(held(Held::Size).expect("size is known").rho.unwrap().value > 0.7);
    assert!(held(Held::Format).is_none(), "no branch has a format");
    assert!(held(Held::All).is_some());
    // With 0/1 columns for regions, the partial r is the r inside regions.
    assert_near(region.r.unwrap().value, split.within.unwrap(), 1e-9);
}

#[test]
fn too_few_branches_for_so_many_regions_are_refused() {
    let mut dataset = regions();
    dataset.branches.truncate(8);
    dataset.staff_scores.retain(|score| score.branch < 8);
    for (place, branch) in dataset.branches.iter_mut().enumerate() {
        branch.region = format!("region {}", place.min(6));
    }
    let findings = found(&dataset);
    let extras = &only(&findings.waves[0]).extras;
    let region = extras.partial.iter().find(|it| it.held == Held::Region);
    let region = region.expect("known");
    assert_eq!(region.rho, Err(Undefined::TooFew { n: 8, need: 10 }));
}

#[test]
fn formats_that_repeat_regions_are_collinear() {
    let mut dataset = regions();
    for branch in &mut dataset.branches {
        branch.format = branch.region.clone();
    }
    let findings = found(&dataset);
    let extras = &only(&findings.waves[0]).extras;
    let all = extras.partial.iter().find(|it| it.held == Held::All);
    assert_eq!(all.expect("several").rho, Err(Undefined::Collinear));
}

#[test]
fn two_waves_are_tested_from_thirty_branches() {
    let findings = found(&regions());
    assert!(only(&findings.waves[0]).extras.lagged.is_none());
    let link = only(&findings.waves[1]);
    let lagged = link.extras.lagged.expect("two waves").unwrap();
    assert_eq!(lagged.n, 40);
    assert!(lagged.tests.is_some());
    let column = |wave: usize, staff: bool| -> Vec<f64> {
        let points = &only(&findings.waves[wave]).points;
        let of = |p: &frontline::analysis::LinkPoint| if staff { p.staff } else { p.customer };
        points.iter().map(of).collect()
    };
    let r = |x: &[f64], y: &[f64]| coefficient(Kind::Pearson, x, y).unwrap();
    assert_near(
        lagged.staff_to_customers,
        r(&column(0, true), &column(1, false)),
        1e-12,
    );
    assert_near(
        lagged.customers_to_staff,
        r(&column(0, false), &column(1, true)),
        1e-12,
    );
    let change = |staff| -> Vec<f64> {
        let pairs = column(0, staff).into_iter().zip(column(1, staff));
        pairs.map(|(from, to)| to - from).collect()
    };
    assert_near(
        lagged.changes.unwrap(),
        r(&change(true), &change(false)),
        1e-12,
    );

    let mut fewer = regions();
    fewer.branches.truncate(29);
    fewer.staff_scores.retain(|score| score.branch < 29);
    let findings = found(&fewer);
    let lagged = only(&findings.waves[1]).extras.lagged.unwrap().unwrap();
    assert_eq!((lagged.n, lagged.tests), (29, None));
}

#[test]
fn means_without_answers_have_no_weights() {
    let findings = found(&regions());
    let extras = &only(&findings.waves[0]).extras;
    let none = Undefined::TooFew { n: 0, need: 5 };
    assert_eq!(extras.weighted, Err(none));
    assert_eq!(extras.staff.as_ref().err(), Some(&none));
    assert!(extras.corrected.is_err());
    assert!(
        extras.customers.is_ok(),
        "counts of customers were delivered"
    );
}

#[test]
fn shrunken_figures_lie_between_the_branch_and_the_middle() {
    let findings = found(&small_dataset());
    let wave = &findings.waves[1];
    let contact = wave.audience(Audience::Contact).unwrap();
    let LinkExtras {
        staff, customers, ..
    } = &wave.link(Audience::Contact, 0, 0).unwrap().extras;
    let (staff, customers) = (staff.as_ref().unwrap(), customers.as_ref().unwrap());
    assert!(staff.tau_squared > 0.0 && (0.0..=1.0).contains(&staff.reliability));
    let mut drawn = 0;
    for (row, value) in contact.branches.iter().zip(staff.values.iter()) {
        let score = row.scores[0].value();
        let has_interval = score.is_some_and(|score| score.interval.is_some());
        assert_eq!(
            value.is_some(),
            has_interval,
            "5–9 answers give no precision"
        );
        if let (Some(score), Some(value)) = (score, value) {
            let (low, high) = (score.mean.min(staff.mean), score.mean.max(staff.mean));
            assert!(low - 1e-9 <= *value && *value <= high + 1e-9);
            drawn += 1;
        }
    }
    assert_eq!(drawn, staff.n);
    for (figure, value) in wave.customers[0]
        .branches
        .iter()
        .zip(customers.values.iter())
    {
        let own = figure.unwrap().value;
        let value = value.unwrap();
        assert!((value - customers.mean).abs() <= (own - customers.mean).abs() + 1e-9);
    }
}

#[test]
fn branches_that_do_not_differ_are_a_result_and_no_error() {
    let mut dataset = small_dataset();
    for outcome in &mut dataset.outcomes {
        if let frontline::domain::CustomerValue::Counts(counts) = &mut outcome.value {
            (counts.promoters, counts.passives, counts.detractors) = (50, 30, 20);
        }
    }
    let findings = found(&dataset);
    for link in &findings.waves[1].links {
        if link.outcome == 0 && link.points.len() >= 5 {
            let customers = link.extras.customers.as_ref().unwrap();
            assert_near(customers.tau_squared, 0.0, 1e-12);
            assert!(link.extras.corrected.is_err());
        }
    }
}

#[test]
fn the_corrected_r_is_larger_and_never_above_one() {
    let findings = found(&small_dataset());
    let mut seen = 0;
    for link in findings.waves.iter().flat_map(|wave| &wave.links) {
        let (Ok(corrected), Ok(r)) = (link.extras.corrected, link.pearson) else {
            continue;
        };
        seen += 1;
        assert!(corrected.value.abs() >= r.value.abs() - 1e-12 && corrected.value.abs() <= 1.0);
        let raw = r.value / (corrected.staff * corrected.customers).sqrt();
        assert_eq!(corrected.is_capped, raw.abs() > 1.0);
        assert_near(corrected.value, raw.clamp(-1.0, 1.0), 1e-12);
    }
    assert!(seen > 0, "something could be estimated");
}

#[test]
fn no_extra_names_a_hidden_branch() {
    let findings = found(&small_dataset());
    for wave in &findings.waves {
        for link in wave.links.iter().filter(|link| link.points.len() >= 5) {
            let Ok(staff) = &link.extras.staff else {
                continue;
            };
            let rows = &wave.audience(link.audience).unwrap().branches;
            for (row, value) in rows.iter().zip(staff.values.iter()) {
                assert!(value.is_none() || row.scores[link.dimension].value().is_some());
            }
        }
    }
}
