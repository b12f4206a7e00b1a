//! Raters and visits that HR adds one by one.

use frontline::app::{RaterPair, RatingCommand, RatingReply};
use frontline::domain::Date;
use frontline::domain::rating::{
    AssignmentId, Level, Mark, PersonId, Rater, RatingSheet, RoundCode, SheetState, Source,
};
use frontline::error::{Kind, RatingFault};

use super::office::{Office, TODAY};

fn pair(code: &RoundCode, ratee: u32, rater: u32, source: Source) -> RatingCommand {
    RatingCommand::AddRater(RaterPair {
        round: code.clone(),
        ratee: PersonId(ratee),
        rater: PersonId(rater),
        source,
    })
}

#[test]
fn a_rater_joins_an_open_round_once_and_goes_while_nothing_is_written() {
    let mut office = Office::staffed(3);
    let (code, view) = office.open_round();
    let before = view.assignments.len();
    office.person("Region", "Region manager", None);
    let added = office.ask(pair(&code, 2, 5, Source::Manager));
    let RatingReply::Round(view) = added else {
        panic!("another answer");
    };
    assert_eq!(view.assignments.len(), before + 1);
    let known = Kind::Rating(RatingFault::RaterKnown);
    assert_eq!(office.fault(pair(&code, 2, 5, Source::Peer)), known);
    let unfit = Kind::Rating(RatingFault::SourceUnfit);
    assert_eq!(office.fault(pair(&code, 2, 2, Source::Peer)), unfit);
    assert_eq!(
        office.fault(pair(&code, 5, 4, Source::MysteryShopper)),
        unfit
    );
    let id = view
        .assignments
        .iter()
        .find(|it| it.rater == Rater::Person(PersonId(5)));
    let id = id.unwrap().id;
    office.ask(RatingCommand::RemoveRater(id));
    assert_eq!(office.round(&code).assignments.len(), before);
    // A sheet on which something stands is not taken away.
    let first = view.assignments[0].id;
    office.ask(RatingCommand::SaveSheet {
        sheet: RatingSheet::blank(first, 8),
        is_handed_in: false,
    });
    let state = Kind::Rating(RatingFault::RoundState);
    assert_eq!(office.fault(RatingCommand::RemoveRater(first)), state);
    office.ask(RatingCommand::CloseRound(code.clone()));
    assert_eq!(office.fault(pair(&code, 3, 5, Source::Manager)), state);
    let gone = AssignmentId(9_999);
    assert!(matches!(
        office.fault(RatingCommand::RemoveRater(gone)),
        Kind::NotFound { .. }
    ));
}

#[test]
fn a_visit_opens_its_sheet_and_counts_when_handed_in() {
    let mut office = Office::staffed(2);
    let (code, _) = office.open_round();
    let visit = |day: Date, shopper: &str| RatingCommand::AddVisit {
        round: code.clone(),
        ratee: PersonId(2),
        shopper: shopper.to_owned(),
        day,
    };
    let day = Date::constant(2026, 11, 12);
    let RatingReply::Sheet(sheet) = office.ask(visit(day, " Outlook  agency ")) else {
        panic!("another answer");
    };
    assert_eq!(sheet.assignment.source, Source::MysteryShopper);
    assert_eq!(sheet.assignment.visit, Some(day));
    let named = Rater::Shopper("Outlook agency".to_owned());
    assert_eq!(sheet.assignment.rater, named);
    let known = Kind::Rating(RatingFault::RaterKnown);
    assert_eq!(office.fault(visit(day, "Outlook agency")), known);
    let tomorrow = TODAY.tomorrow().unwrap();
    assert!(matches!(
        office.fault(visit(tomorrow, "Outlook agency")),
        Kind::Invalid { .. }
    ));
    assert!(matches!(
        office.fault(visit(day, "  ")),
        Kind::Invalid { .. }
    ));
    let mut filled = sheet.sheet.clone();
    filled.marks = vec![Mark::Level(Level::new(4).unwrap()); 8];
    office.ask(RatingCommand::SaveSheet {
        sheet: filled,
        is_handed_in: true,
    });
    let round = office.round(&code);
    let done = round
        .assignments
        .iter()
        .filter(|it| it.state == SheetState::HandedIn);
    assert_eq!(done.count(), 1);
    office.ask(RatingCommand::CloseRound(code.clone()));
    let state = Kind::Rating(RatingFault::RoundState);
    assert_eq!(office.fault(visit(day, "Another")), state);
}
