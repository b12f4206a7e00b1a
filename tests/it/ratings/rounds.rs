//! Rounds in a workspace: planned, opened, rated, closed, erased; people and what stays of them.

use frontline::app::{Command, RatingCommand, RatingReply, Retention, RoundResults};
use frontline::domain::Date;
use frontline::domain::rating::{
    Level, Mark, PersonId, Post, Rater, RatingSheet, Readiness, RoundCode, SheetState, Source,
    Successor,
};
use frontline::error::{Kind, RatingFault};
use std::sync::Arc;

use super::office::Office;

fn state(found: &Kind) -> bool {
    *found == Kind::Rating(RatingFault::RoundState)
}

fn hand_in(office: &mut Office, assignment: frontline::domain::rating::AssignmentId, level: u8) {
    let mut sheet = RatingSheet::blank(assignment, 8);
    sheet.marks = vec![Mark::Level(Level::new(level).unwrap()); 8];
    sheet.evidence[0] = "seen".to_owned();
    office.ask(RatingCommand::SaveSheet {
        sheet,
        is_handed_in: true,
    });
}

fn results(office: &mut Office, code: &RoundCode) -> Arc<RoundResults> {
    let RatingReply::Results(results) = office.ask(RatingCommand::Results(code.clone())) else {
        panic!("another answer");
    };
    results
}

#[test]
fn a_round_goes_from_plan_to_results() {
    let mut office = Office::staffed(6);
    let (code, view) = office.open_round();
    let of = |source| {
        view.assignments
            .iter()
            .filter(|it| it.source == source)
            .count()
    };
    assert_eq!(
        (of(Source::Itself), of(Source::Manager), of(Source::Peer)),
        (7, 6, 24)
    );
    assert!(
        state(&office.fault(RatingCommand::Results(code.clone()))),
        "locked while open"
    );
    for assignment in &view.assignments {
        let level = if assignment.source == Source::Manager {
            2
        } else {
            4
        };
        hand_in(&mut office, assignment.id, level);
    }
    assert!(office.round(&code).info.missing.is_empty());
    office.ask(RatingCommand::CloseRound(code.clone()));
    let results = results(&mut office, &code);
    assert_eq!(results.findings.people.len(), 7);
    let barista = &results.findings.people[1];
    assert_eq!(barista.competencies[0].others.unwrap().value, 3.0);
    assert_eq!(barista.competencies[0].evidence.len(), 6);
    assert!(
        barista.role.is_some(),
        "the position is called as a profile is"
    );
    assert!(state(&office.fault(RatingCommand::OpenRound(code))));
}

#[test]
fn a_rater_finds_the_own_list_by_code_keeps_a_draft_and_hands_in() {
    let mut office = Office::staffed(4);
    let (code, _) = office.open_round();
    let RatingReply::Codes { codes, .. } = office.ask(RatingCommand::MakeCodes(code.clone()))
    else {
        panic!("another answer");
    };
    assert_eq!(codes.len(), 5);
    let (rater, own) = codes[0].clone();
    let RatingReply::RaterList(list) = office.ask(RatingCommand::FindRater(own.clone())) else {
        panic!("another answer");
    };
    assert_eq!(list.rater, Some(rater));
    let first = list.lines[0].assignment.id;
    let mut sheet = RatingSheet::blank(first, 8);
    sheet.marks[0] = Mark::NotObserved;
    office.ask(RatingCommand::SaveSheet {
        sheet: sheet.clone(),
        is_handed_in: false,
    });
    let RatingReply::Sheet(view) = office.ask(RatingCommand::OpenSheet(first)) else {
        panic!("another answer");
    };
    assert_eq!(
        (view.sheet.marks[0], view.is_open),
        (Mark::NotObserved, true)
    );
    let refused = office.fault(RatingCommand::SaveSheet {
        sheet: sheet.clone(),
        is_handed_in: true,
    });
    assert_eq!(refused, Kind::Rating(RatingFault::Incomplete(7)));
    hand_in(&mut office, first, 3);
    let again = RatingCommand::SaveSheet {
        sheet,
        is_handed_in: false,
    };
    assert!(state(&office.fault(again)), "what is handed in stays");
    office.ask(RatingCommand::ReturnSheet(first));
    // New codes make the old ones worthless.
    office.ask(RatingCommand::MakeCodes(code));
    assert_eq!(
        office.fault(RatingCommand::FindRater(own)),
        Kind::Rating(RatingFault::CodeUnknown)
    );
}

#[test]
fn an_open_round_is_frozen_and_longer_keeping_takes_a_reason() {
    let mut office = Office::staffed(3);
    let (code, _) = office.open_round();
    let mut round = office.round(&code).info.round.clone();
    assert_eq!(round.keep_until, Date::constant(2028, 11, 30));
    round.weights = frontline::domain::rating::Weights::new(1, 0, 0).unwrap();
    assert!(state(&office.fault(RatingCommand::UpdateRound(round))));
    office.ask(RatingCommand::CloseRound(code.clone()));
    let mut round = office.round(&code).info.round.clone();
    round.keep_until = Date::constant(2030, 1, 1);
    office.fault(RatingCommand::UpdateRound(round.clone()));
    round.kept_because = "a complaint is open".to_owned();
    office.ask(RatingCommand::UpdateRound(round.clone()));
    round.keep_until = Date::constant(2026, 12, 1);
    office.ask(RatingCommand::UpdateRound(round));
    assert_eq!(office.overview().rounds[0].retention, Retention::Soon);
}

#[test]
fn plans_that_make_no_sense_are_refused() {
    let mut office = Office::staffed(3);
    office.ask(RatingCommand::CreateRound(frontline::app::RoundDraft {
        name: "Autumn".to_owned(),
        model: "customer-orientation".to_owned(),
        opens: Date::constant(2026, 11, 1),
        closes: Date::constant(2026, 11, 30),
        keep_until: None,
        weights: Default::default(),
    }));
    let code = RoundCode::new("autumn").unwrap();
    let plan = |pairs: &[(u32, u32, Source)]| RatingCommand::PlanRound {
        round: code.clone(),
        pairs: pairs
            .iter()
            .map(|(a, b, s)| (PersonId(*a), PersonId(*b), *s))
            .collect(),
    };
    let unfit = Kind::Rating(RatingFault::SourceUnfit);
    for pairs in [
        vec![(2, 3, Source::Itself)],
        vec![(2, 2, Source::Peer)],
        vec![(2, 1, Source::Peer)],
        vec![(2, 3, Source::Peer), (2, 3, Source::Peer)],
        vec![(2, 3, Source::MysteryShopper)],
    ] {
        assert_eq!(office.fault(plan(&pairs)), unfit, "{pairs:?}");
    }
    assert_eq!(
        office.fault(RatingCommand::OpenRound(code.clone())),
        Kind::NoData
    );
}

#[test]
fn managers_go_in_no_circle_and_names_stand_once() {
    let mut office = Office::staffed(2);
    let boss = |manager| {
        let mut draft = Office::draft("Boss", "Branch manager", Some(PersonId(manager)));
        draft.id = Some(PersonId(1));
        RatingCommand::SavePerson(draft)
    };
    assert_eq!(office.fault(boss(1)), Kind::Rating(RatingFault::OwnManager));
    let circle = RatingFault::ManagerLoop("Barista 1".to_owned());
    assert_eq!(office.fault(boss(2)), Kind::Rating(circle));
    let twice = Office::draft("Barista  1", "Barista", None);
    let refused = office.fault(RatingCommand::SavePerson(twice));
    assert_eq!(refused, Kind::Rating(RatingFault::NameTaken));
}

#[test]
fn an_erased_person_is_gone_and_what_they_gave_others_stays_without_a_name() {
    let mut office = Office::staffed(5);
    let (code, view) = office.open_round();
    for assignment in &view.assignments {
        hand_in(&mut office, assignment.id, 3);
    }
    let post = Post {
        branch: frontline::domain::BranchCode::new("01").unwrap(),
        position: "Branch manager".to_owned(),
    };
    office.ask(RatingCommand::SaveSuccessor(Successor {
        post,
        person: PersonId(2),
        readiness: Readiness::Now,
    }));
    assert_eq!(office.overview().succession.covered, (1, 1));
    office.ask(RatingCommand::ErasePerson(PersonId(2)));
    let left = office.overview();
    assert!(left.person(PersonId(2)).is_none());
    assert_eq!(left.succession.covered, (0, 1));
    let round = office.round(&code);
    assert!(round.assignments.iter().all(|it| it.ratee != PersonId(2)));
    assert!(
        round
            .assignments
            .iter()
            .all(|it| it.rater != Rater::Person(PersonId(2)))
    );
    let nameless = round
        .assignments
        .iter()
        .filter(|it| it.rater == Rater::Erased);
    assert_eq!(
        nameless
            .filter(|it| it.state == SheetState::HandedIn)
            .count(),
        4
    );
    office.ask(RatingCommand::CloseRound(code.clone()));
    let found = results(&mut office, &code);
    let peers = found.findings.people[1].competencies[0].by_source[1].unwrap();
    assert_eq!(peers.n, 4, "an erased peer still counts");
}

#[test]
fn an_erased_round_is_gone_and_everything_survives_closing_the_file() {
    let mut office = Office::staffed(3);
    let (code, view) = office.open_round();
    hand_in(&mut office, view.assignments[0].id, 3);
    let path = office.path("own.frontline");
    office.run(Command::CloseWorkspace);
    office.run(Command::Unlock {
        path,
        unlock: frontline::app::Unlock::Passphrase(crate::keyring::passphrase()),
        accepts_older: false,
    });
    assert_eq!(office.round(&code).info.handed_in.0, 1);
    office.ask(RatingCommand::EraseRound(code.clone()));
    assert!(office.overview().rounds.is_empty());
    assert_eq!(office.overview().people.len(), 4);
    assert!(matches!(
        office.fault(RatingCommand::Round(code)),
        Kind::NotFound { .. }
    ));
}
