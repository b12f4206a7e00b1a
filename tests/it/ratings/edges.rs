//! Edges have named reasons; nothing is NaN.

use frontline::analysis::ratings::{GapVerdict, Insight, SeverityVerdict, Why};
use frontline::domain::rating::{Source, Weights};

use super::kit::Desk;

const ALL: [u8; 8] = [3; 8];

fn round_of(people: u32, mut rate: impl FnMut(&mut Desk, u32)) -> Desk {
    let mut desk = Desk::with(people);
    for person in 1..=people {
        rate(&mut desk, person);
    }
    desk
}

#[test]
fn all_equal_ratings_give_their_reason_and_neither_0_nor_1() {
    let desk = round_of(6, |desk, person| {
        desk.rate(person, person, Source::Itself, ALL);
        desk.rate(person, 20, Source::Manager, ALL);
        for peer in 21..24 {
            desk.rate(person, peer, Source::Peer, ALL);
        }
    });
    let found = desk.findings();
    let agreement = &found.calibration.agreement;
    for value in [
        &agreement.kappa,
        &agreement.alpha,
        &agreement.ac2,
        &agreement.icc1k,
    ] {
        assert_eq!(*value, Err(Why::AllEqual));
    }
    assert_eq!(agreement.icc_ak, Err(Why::AllEqual));
    assert_eq!(found.calibration.rating_sd, Err(Why::AllEqual));
    assert_eq!(
        found.calibration.raters[0].r_with_others,
        Err(Why::AllEqual)
    );
    let line = &found.people[0].competencies[0];
    assert_eq!(line.others.unwrap().interval, Err(Why::AllEqual));
    assert_eq!(found.company.overall.unwrap().interval, Err(Why::AllEqual));
    assert_no_nan(&format!("{found:?}"));
}

#[test]
fn one_rater_gives_a_level_and_no_interval() {
    let desk = round_of(3, |desk, person| {
        desk.rate(person, 20, Source::Manager, [2; 8]);
    });
    let found = desk.findings();
    let line = &found.people[0].competencies[0];
    assert_eq!(line.others.unwrap().value, 2.0);
    assert_eq!(line.others.unwrap().interval, Err(Why::OneRater));
    assert_eq!(line.gap.unwrap().verdict, GapVerdict::Single);
    assert_eq!(found.people[0].agreement, Err(Why::OneRater));
    assert_eq!(found.calibration.agreement.alpha, Err(Why::OneRater));
    assert_eq!(found.calibration.raters[0].severity, Err(Why::Disjoint));
    assert_no_nan(&format!("{found:?}"));
}

#[test]
fn what_nobody_observed_has_no_level() {
    let desk = round_of(2, |desk, person| {
        desk.rate(person, 20, Source::Manager, [0, 3, 3, 3, 3, 3, 3, 3]);
    });
    let found = desk.findings();
    let line = &found.people[0].competencies[0];
    assert_eq!(line.others, Err(Why::Nobody));
    assert_eq!(line.gap, Err(Why::Nobody));
    assert_eq!(found.company.competencies[0].mean, Err(Why::Nobody));
    assert!(found.people[0].overall.is_ok());
    let desk = round_of(2, |desk, person| {
        desk.rate(person, 20, Source::Manager, [0; 8]);
    });
    let found = desk.findings();
    assert_eq!(found.people[0].overall, Err(Why::Nobody));
    assert_eq!(found.calibration.rating_sd, Err(Why::Nobody));
    assert_no_nan(&format!("{found:?}"));
}

#[test]
fn raters_with_nobody_in_common_are_not_compared() {
    let desk = round_of(10, |desk, person| {
        let manager = 20 + person;
        desk.rate(person, manager, Source::Manager, [person as u8 % 5 + 1; 8]);
    });
    let found = desk.findings();
    assert_eq!(found.calibration.raters.len(), 10);
    for rater in &found.calibration.raters {
        assert_eq!(rater.severity, Err(Why::Disjoint));
        assert_eq!(rater.adjusted, Err(Why::Disjoint));
    }
    assert_eq!(found.calibration.agreement.kappa, Err(Why::NoSelf));
}

#[test]
fn an_empty_round_has_reasons_everywhere() {
    let found = Desk::with(3).findings();
    assert!(found.people.is_empty());
    assert_eq!(found.company.overall, Err(Why::Nobody));
    assert_eq!(found.calibration.agreement.rwg, Err(Why::Nobody));
    assert_eq!(found.before, Err(Why::NoEarlier));
}

#[test]
fn two_peers_are_in_no_number_and_three_are() {
    let mut desk = Desk::with(1);
    desk.rate(1, 20, Source::Manager, [2; 8]);
    desk.rate(1, 2, Source::Peer, [5; 8]);
    desk.rate(1, 3, Source::Peer, [5; 8]);
    let found = desk.findings();
    let line = &found.people[0].competencies[0];
    assert_eq!(line.by_source[1], Err(Why::FewPeers));
    assert_eq!(line.others.unwrap().value, 2.0);
    assert_eq!(found.people[0].sources[2].n, Err(Why::FewPeers));
    desk.rate(1, 4, Source::Peer, [4; 8]);
    let found = desk.findings();
    let line = &found.people[0].competencies[0];
    let peers = line.by_source[1].unwrap();
    assert_eq!((peers.n, peers.value), (3, 14.0 / 3.0));
    assert!((line.others.unwrap().value - f64::midpoint(2.0, 14.0 / 3.0)).abs() < 1e-12);
}

#[test]
fn peers_alone_below_three_leave_their_reason() {
    let mut desk = Desk::with(1);
    desk.rate(1, 2, Source::Peer, [5; 8]);
    let found = desk.findings();
    assert_eq!(found.people[0].overall, Err(Why::FewPeers));
    assert_eq!(found.company.overall, Err(Why::Nobody));
}

#[test]
fn weights_move_the_level_and_never_the_self_rating() {
    let mut desk = Desk::with(1);
    desk.rate(1, 1, Source::Itself, [5; 8]);
    desk.rate(1, 20, Source::Manager, [2; 8]);
    for peer in 21..24 {
        desk.rate(1, peer, Source::Peer, [4; 8]);
    }
    desk.weights = Weights::new(3, 1, 0).unwrap();
    let found = desk.findings();
    let line = &found.people[0].competencies[0];
    assert_eq!(line.others.unwrap().value, 2.5);
    assert_eq!(line.self_minus_others, Ok(2.5));
    assert_eq!(line.insight, Some(Insight::BlindSpot));
}

#[test]
fn a_third_of_the_scale_makes_a_hidden_strength() {
    let mut desk = Desk::with(1);
    desk.rate(1, 1, Source::Itself, [3; 8]);
    for peer in 21..24 {
        let level = if peer == 21 { 5 } else { 4 };
        desk.rate(1, peer, Source::Peer, [level; 8]);
    }
    let found = desk.findings();
    let insights: Vec<_> = found.people[0]
        .competencies
        .iter()
        .map(|line| line.insight)
        .collect();
    assert_eq!(insights, [Some(Insight::HiddenStrength); 8]);
}

#[test]
fn a_strict_manager_stands_out_and_straight_lines_are_counted() {
    let desk = round_of(12, |desk, person| {
        let strict = person <= 6;
        let truth = 2 + (person % 3) as u8;
        let manager = if strict { 30 } else { 31 };
        let level = if strict { truth - 1 } else { truth };
        let mut levels = [level; 8];
        levels[0] = truth;
        desk.rate(
            person,
            manager,
            Source::Manager,
            if strict { [level; 8] } else { levels },
        );
        for peer in 21..24 {
            let mut levels = [truth; 8];
            levels[(peer + person) as usize % 8] += 1;
            desk.rate(person, peer, Source::Peer, levels);
        }
    });
    let raters = desk.findings().calibration.raters;
    assert_eq!(raters[0].severity.unwrap().verdict, SeverityVerdict::Strict);
    assert_eq!(raters[1].severity.unwrap().verdict, SeverityVerdict::Even);
    assert_eq!(raters[0].straight, (6, 6));
    assert!(raters[0].halo.unwrap().is_high);
    assert!(raters[0].adjusted.unwrap() < raters[1].adjusted.unwrap());
}

#[test]
fn change_is_counted_between_rounds_of_the_same_model() {
    let rate = |level: u8| {
        round_of(4, |desk, person| {
            desk.rate(person, 20, Source::Manager, [level; 8]);
            for peer in 21..24 {
                let mut levels = [level; 8];
                levels[(peer % 8) as usize] = level + 1;
                desk.rate(person, peer, Source::Peer, levels);
            }
        })
    };
    let before = rate(2).findings();
    let now = rate(3).findings_after(Some(&before));
    let change = now.people[0].competencies[0].change.unwrap();
    assert!((change.difference - 1.0).abs() < 1e-12);
    assert!(change.interval.is_ok());
    assert!(now.before.is_ok());
    let mut other = before;
    let mut model = (*other.model).clone();
    model.version += 1;
    other.model = std::sync::Arc::new(model);
    let now = rate(3).findings_after(Some(&other));
    assert_eq!(now.before, Err(Why::OtherModel));
    assert_eq!(now.people[0].competencies[0].change, Err(Why::OtherModel));
}

pub(super) fn assert_no_nan(text: &str) {
    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
}
