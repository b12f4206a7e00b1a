//! What a round needs of people is what roles needed on the day it opened.

use frontline::app::{RatingCommand, RatingReply, RoundResults};
use frontline::domain::rating::{Level, Mark, PersonId, RatingSheet, RoundCode, SheetState};
use std::sync::Arc;

use super::office::Office;

fn rate_all(office: &mut Office, code: &RoundCode) {
    for assignment in office.round(code).assignments.clone() {
        if assignment.state == SheetState::HandedIn {
            continue;
        }
        let mut sheet = RatingSheet::blank(assignment.id, 8);
        sheet.marks = vec![Mark::Level(Level::new(3).unwrap()); 8];
        office.ask(RatingCommand::SaveSheet {
            sheet,
            is_handed_in: true,
        });
    }
}

fn results(office: &mut Office, code: &RoundCode) -> Arc<RoundResults> {
    let RatingReply::Results(results) = office.ask(RatingCommand::Results(code.clone())) else {
        panic!("another answer");
    };
    results
}

/// What is required of somebody in the first competency.
fn required(results: &RoundResults, person: u32) -> u8 {
    let found = results.findings.people.iter();
    let mut own = found.filter(|profile| profile.person == PersonId(person));
    own.next().unwrap().competencies[0].required.unwrap().get()
}

/// The barista's profile with another level everywhere.
fn raise(office: &mut Office, level: u8) {
    let overview = office.overview();
    let model = overview.model("customer-orientation").unwrap();
    let mut profile = model.profiles[model.profile("barista").unwrap()].clone();
    profile.required = vec![Level::new(level).unwrap(); 8];
    office.ask(RatingCommand::SaveProfile {
        model: "customer-orientation".to_owned(),
        profile,
    });
}

#[test]
fn a_profile_that_asks_for_more_later_moves_no_gap_of_a_round_that_has_begun() {
    let mut office = Office::staffed(4);
    raise(&mut office, 2);
    let (code, _) = office.open_round();
    raise(&mut office, 5);
    rate_all(&mut office, &code);
    office.ask(RatingCommand::CloseRound(code.clone()));
    let found = results(&mut office, &code);
    assert_eq!(required(&found, 2), 2, "as on the day it opened");
    raise(&mut office, 4);
    assert_eq!(
        required(&results(&mut office, &code), 2),
        2,
        "and ever after"
    );
    // A round that opens now takes what is needed now.
    let next = office.ask(RatingCommand::CreateRound(frontline::app::RoundDraft {
        name: "Spring".to_owned(),
        model: "customer-orientation".to_owned(),
        opens: frontline::domain::Date::constant(2027, 3, 1),
        closes: frontline::domain::Date::constant(2027, 3, 31),
        keep_until: None,
        weights: Default::default(),
    }));
    assert!(matches!(next, RatingReply::Overview(_)));
    let spring = RoundCode::new("spring").unwrap();
    office.ask(RatingCommand::ProposeRaters {
        round: spring.clone(),
        ratees: Vec::new(),
    });
    office.ask(RatingCommand::OpenRound(spring.clone()));
    rate_all(&mut office, &spring);
    office.ask(RatingCommand::CloseRound(spring.clone()));
    assert_eq!(required(&results(&mut office, &spring), 2), 4);
    assert_eq!(required(&results(&mut office, &code), 2), 2);
}

#[test]
fn who_is_promoted_later_keeps_the_role_of_then_in_the_old_round() {
    let mut office = Office::staffed(4);
    raise(&mut office, 2);
    let (code, _) = office.open_round();
    rate_all(&mut office, &code);
    office.ask(RatingCommand::CloseRound(code.clone()));
    let mut draft = Office::draft("Barista 1", "Branch manager", None);
    draft.id = Some(PersonId(2));
    office.ask(RatingCommand::SavePerson(draft));
    // And the position of old gets another profile.
    office.ask(RatingCommand::LinkPosition {
        position: "Barista".to_owned(),
        profile: Some("courier".to_owned()),
    });
    let found = results(&mut office, &code);
    assert_eq!((required(&found, 2), required(&found, 3)), (2, 2));
    let role = found.findings.people[1].role.unwrap();
    assert_eq!(found.findings.model.profiles[role].id, "barista"); // Whatever shows the old round names the position of then: data, workbook, and screens and the
    // printed page take it from the same findings.
    assert_eq!(found.findings.people[1].position, "Barista");
    let json = frontline::app::round_json(&found);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let people = json["people"].as_array().unwrap();
    let of = |name: &str| people.iter().find(|it| it["name"] == name).unwrap();
    assert_eq!(of("Barista 1")["position"], "Barista");
    assert_eq!(of("Barista 1")["role"], "barista");
    let today = found.overview.person(PersonId(2)).unwrap();
    assert_eq!(
        today.position, "Branch manager",
        "the list of people is of today"
    );
}
