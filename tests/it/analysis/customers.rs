//! Customer figures: channels, weights, waves, changes.

use frontline::domain::{Measure, Month, Period};

use super::{assert_near, found};
use crate::fixtures::{measure, nps, small_dataset};

#[test]
fn nps_comes_first_over_all_channels_and_then_through_each() {
    let findings = found(&small_dataset());
    let list: Vec<(&str, Option<&str>)> = findings
        .outcomes
        .iter()
        .map(|info| {
            (
                info.measure.as_str(),
                info.channel.as_ref().map(|c| c.as_str()),
            )
        })
        .collect();
    let expected = [
        ("nps", None),
        ("nps", Some("kiosk")),
        ("nps", Some("sms")),
        ("repeat visits, %", None),
    ];
    assert_eq!(list, expected);
}

#[test]
fn counts_of_channels_and_branches_are_merged() {
    let mut dataset = small_dataset();
    dataset.outcomes = vec![
        nps("01", "2026", "sms", (10, 5, 5)),
        nps("01", "2026", "kiosk", (2, 4, 4)),
        nps("02", "2026", "sms", (30, 10, 0)),
        nps("nowhere", "2026", "sms", (0, 0, 99)),
    ];
    let findings = found(&dataset);
    let all = &findings.waves[1].customers[0];
    assert_near(
        all.branches[0].unwrap().value,
        100.0 * (12.0 - 9.0) / 30.0,
        1e-12,
    );
    let company = all.company.unwrap();
    assert_eq!(company.n, Some(70));
    assert_near(company.value, 100.0 * (42.0 - 9.0) / 70.0, 1e-12);
    let (low, high) = company.interval.unwrap();
    assert!(low < company.value && company.value < high);
    assert!(
        findings.waves[0].customers[0].company.is_none(),
        "other wave"
    );
    assert!(
        all.branch_changes.iter().all(Option::is_none),
        "nothing to compare with"
    );
}

#[test]
fn values_are_weighted_only_where_every_n_is_known() {
    let mut dataset = small_dataset();
    let name = "repeat visits, %";
    dataset.outcomes = vec![
        measure("01", name, 10.0, Some(1)),
        measure("01", name, 40.0, Some(3)),
    ];
    let value = |dataset: &_| found(dataset).waves[0].customers[0].company.unwrap();
    assert_near(value(&dataset).value, 32.5, 1e-12);
    assert_eq!(value(&dataset).n, Some(4));
    dataset.outcomes.push(measure("02", name, 100.0, None));
    assert_near(value(&dataset).value, (32.5 + 100.0) / 2.0, 1e-12);
    assert_eq!(value(&dataset).n, None);
}

#[test]
fn months_belong_to_the_wave_that_covers_them() {
    let mut dataset = small_dataset();
    let month = |m| Month::new(2026, m).unwrap();
    dataset.waves[0].wave.customers = Some((month(1), month(3)));
    dataset.waves[1].wave.customers = Some((month(4), month(6)));
    dataset.outcomes = vec![nps("01", "x", "", (6, 2, 2)), nps("01", "x", "", (2, 2, 6))];
    dataset.outcomes[0].period = Period::Months(month(2), month(2));
    dataset.outcomes[1].period = Period::Months(month(5), month(5));
    let findings = found(&dataset);
    assert_eq!(findings.outcomes[0].measure, Measure::nps());
    let figure = |wave: usize| findings.waves[wave].customers[0].branches[0].unwrap().value;
    assert_near(figure(0), 40.0, 1e-12);
    assert_near(figure(1), -40.0, 1e-12);
    let change = findings.waves[1].customers[0].branch_changes[0].unwrap();
    assert_near(change.difference, -80.0, 1e-12);
    assert!(change.interval.is_some());
}
