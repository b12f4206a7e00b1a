//! What is planted in the demo's round is found by calibration and training needs.

use std::collections::BTreeMap;

use frontline::analysis::ratings::{
    HandedIn, RoundFindings, RoundInput, SeverityVerdict, Why, analyze_round,
};
use frontline::app::demo::{
    DemoChain, LENIENT_BRANCH, STRICT_BRANCH, WEAKEST_BRANCH, WEAKEST_COMPETENCY,
};
use frontline::domain::Lang;
use frontline::domain::rating::Rater;

fn found(chain: &DemoChain) -> RoundFindings {
    let round = &chain.round;
    let sheets: Vec<HandedIn> = round
        .sheets
        .iter()
        .map(|(assignment, sheet)| HandedIn {
            assignment: assignment.clone(),
            sheet: sheet.clone(),
        })
        .collect();
    let mut roles: BTreeMap<String, String> = round.roles.iter().cloned().collect();
    for (position, role) in [
        ("Barista", "barista"),
        ("Cashier", "cashier"),
        ("Courier", "courier"),
        ("Shift manager", "shift_manager"),
    ] {
        roles.insert(position.to_owned(), role.to_owned());
    }
    analyze_round(&RoundInput {
        round: &round.round,
        model: &super::kit::model(),
        people: &round.people,
        roles: &roles,
        sheets: &sheets,
        before: None,
    })
}

#[test]
fn two_managers_and_the_weakest_competency_are_found_in_every_seed() {
    let mut false_finds = 0;
    for seed in 1..=10 {
        let chain = DemoChain::generate(seed, Lang::En);
        let found = found(&chain);
        let manager_of = |place: usize| {
            let branch = &chain.branches[place].code;
            let is_boss = |person: &&frontline::domain::rating::Person| {
                person.branch == *branch && person.manager.is_none()
            };
            Rater::Person(chain.round.people.iter().find(is_boss).unwrap().id)
        };
        let verdict = |place: usize| {
            let rater = manager_of(place);
            let line = found
                .calibration
                .raters
                .iter()
                .find(|line| line.rater == rater);
            line.unwrap().severity.unwrap()
        };
        let (strict, lenient) = (verdict(STRICT_BRANCH), verdict(LENIENT_BRANCH));
        assert_eq!(
            strict.verdict,
            SeverityVerdict::Strict,
            "seed {seed}: {strict:?}"
        );
        assert_eq!(
            lenient.verdict,
            SeverityVerdict::Lenient,
            "seed {seed}: {lenient:?}"
        );
        let all = found.calibration.raters.iter();
        let judged = all.filter(|line| {
            line.severity
                .is_ok_and(|found| found.verdict != SeverityVerdict::Even)
        });
        false_finds += judged.count() - 2;
        let need = &found.needs[0];
        assert_eq!(
            found.model.competencies[need.competency].id,
            WEAKEST_COMPETENCY
        );
        let weakest = &chain.branches[WEAKEST_BRANCH].code;
        let mut first = need.places.iter().take(2);
        assert!(first.any(|place| place.branch == *weakest), "seed {seed}");
        let counters = found
            .people
            .iter()
            .filter(|person| person.sources[2].n == Err(Why::FewPeers));
        assert!(counters.count() >= 9, "three counters have two peers each");
        super::edges::assert_no_nan(&format!("{found:?}"));
    }
    assert!(
        false_finds <= 12,
        "{false_finds} managers beside those planted, of 220"
    );
}

#[test]
fn the_round_is_the_same_in_both_languages_but_for_names() {
    let (ru, en) = (
        DemoChain::generate(3, Lang::Ru),
        DemoChain::generate(3, Lang::En),
    );
    assert_eq!(ru.round.people.len(), en.round.people.len());
    for ((a, one), (b, other)) in ru.round.sheets.iter().zip(&en.round.sheets) {
        assert_eq!((a.ratee, a.source), (b.ratee, b.source));
        assert_eq!(one.marks, other.marks);
    }
    let mut names: Vec<&str> = ru.round.people.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), ru.round.people.len());
}
