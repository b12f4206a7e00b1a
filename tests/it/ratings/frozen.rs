//! What a round needs of people is what roles needed on the day it opened.

use frontline::app::{Command, RatingCommand, RatingReply, RoundResults};
use frontline::domain::rating::{Level, Mark, PersonId, RatingSheet, RoundCode, SheetState};
use frontline::domain::{BranchCode, StaffGroup};
use frontline::seal::container::{SectionKind, Unlock, Vault};
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
    assert_eq!(found.findings.model.profiles[role].id, "barista");
    // Whatever shows the old round names the position of then: data, workbook, and screens and the
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

/// Where the figures of a closed round say that somebody works, and the people of its branches.
fn places(office: &mut Office, code: &RoundCode, person: u32) -> (String, Vec<(String, usize)>) {
    let found = results(office, code);
    let own = found.findings.people.iter();
    let mut own = own.filter(|profile| profile.person == PersonId(person));
    let own = own.next().unwrap().branch.as_str().to_owned();
    let branches = found.findings.branches.iter();
    let branches = branches.map(|it| (it.branch.as_str().to_owned(), it.contact.people));
    (own, branches.collect())
}

/// Moves a barista to the back office of another branch.
fn move_away(office: &mut Office, person: u32) {
    let mut draft = Office::draft(&format!("Barista {}", person - 1), "Barista", None);
    draft.id = Some(PersonId(person));
    draft.branch = BranchCode::new("02").unwrap();
    draft.group = StaffGroup::BackOffice;
    office.ask(RatingCommand::SavePerson(draft));
}

#[test]
fn who_moves_later_still_counts_at_the_branch_and_in_the_group_of_then() {
    let mut office = Office::staffed(4);
    let (code, _) = office.open_round();
    rate_all(&mut office, &code);
    office.ask(RatingCommand::CloseRound(code.clone()));
    let before = results(&mut office, &code).findings.branches.clone();
    move_away(&mut office, 2);
    let (branch, branches) = places(&mut office, &code, 2);
    assert_eq!(branch, "01");
    assert_eq!(branches, [("01".to_owned(), 4)], "all four baristas");
    let found = results(&mut office, &code);
    assert_eq!(
        found.findings.branches, before,
        "no figure of the branch moves"
    );
    let json: serde_json::Value =
        serde_json::from_str(&frontline::app::round_json(&found)).unwrap();
    let people = json["people"].as_array().unwrap();
    let own = people.iter().find(|it| it["name"] == "Barista 1").unwrap();
    assert_eq!(own["branch"], "01");
    let today = found.overview.person(PersonId(2)).unwrap();
    assert_eq!(
        today.branch.as_str(),
        "02",
        "the list of people is of today"
    );
}

/// The file as the version before wrote it: of the places of a round the position alone.
fn as_of_the_version_before(office: &mut Office) {
    office.run(Command::Lock);
    let path = office.path("own.frontline");
    let unlock = Unlock::Passphrase(crate::keyring::passphrase());
    let opened = Vault::open(&std::fs::read(&path).unwrap(), &unlock).unwrap();
    let image = office.path("ratings.sqlite");
    std::fs::write(&image, &*opened.sections[&SectionKind::Ratings]).unwrap();
    let old = rusqlite::Connection::open(&image).unwrap();
    old.execute_batch(
        "alter table round_position drop column branch;
         alter table round_position drop column staff_group;
         pragma user_version = 2;",
    )
    .unwrap();
    drop(old);
    let ratings = std::fs::read(&image).unwrap();
    let main = &opened.sections[&SectionKind::Main];
    let sections: [(SectionKind, &[u8]); 2] =
        [(SectionKind::Main, main), (SectionKind::Ratings, &ratings)];
    let mut vault = opened.vault;
    std::fs::write(&path, vault.seal(&sections).unwrap()).unwrap();
    let accepts_older = false;
    office.run(Command::Unlock {
        path,
        unlock,
        accepts_older,
    });
}

#[test]
fn a_round_of_the_version_before_opens_and_is_read_with_the_branches_of_today() {
    let mut office = Office::staffed(4);
    let (code, _) = office.open_round();
    rate_all(&mut office, &code);
    office.ask(RatingCommand::CloseRound(code.clone()));
    as_of_the_version_before(&mut office);
    assert_eq!(places(&mut office, &code, 2).0, "01");
    move_away(&mut office, 2);
    let (branch, branches) = places(&mut office, &code, 2);
    assert_eq!(branch, "02", "what was not kept cannot be known");
    assert_eq!(branches, [("01".to_owned(), 3), ("02".to_owned(), 0)]);
}
