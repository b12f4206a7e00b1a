//! What leaves the program about people: asked first, named, and never by accident; and what HR adds
//! to a round by hand.

use egui::accesskit::Role;
use frontline::app::{Command, RaterPair, RatingCommand, RatingFile, RatingFileKind};
use frontline::domain::Lang;
use frontline::domain::rating::{RoundState, Source};
use frontline::i18n::message;
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;

use super::fixture;
use super::harness::Desk;

const LANG: Lang = Lang::En;
const TEAMS: usize = 4;

fn desk(state: RoundState) -> Desk {
    let mut shell = fixture::shell(Some(fixture::demo(LANG)), None, LANG);
    fixture::shows_ratings(&mut shell, LANG, TEAMS, state);
    let mut desk = Desk::new(shell, ScreenId::Competencies);
    drop(desk.wishes());
    desk
}

fn word(key: &str) -> String {
    message(LANG, key)
}

/// The files about people that were asked for.
fn picked(desk: &mut Desk) -> Vec<RatingFileKind> {
    let wishes = desk.wishes().into_iter();
    let mut found = Vec::new();
    for wish in wishes {
        if let Outward::Pick(Pick::RatingFile { what, name, .. }) = wish {
            assert!(!name.is_empty());
            found.push(what);
        }
    }
    found
}

#[test]
fn a_text_file_dropped_among_competencies_is_taken_as_a_model_of_them() {
    let mut desk = desk(RoundState::Open);
    let path = std::path::PathBuf::from("/data/own.toml");
    let dropped = desk.shell().on_dropped(vec![path.clone()]);
    let add = Command::Ratings(RatingCommand::AddModel(path.clone()));
    assert_eq!(dropped, [Outward::Run(add)]);
    desk.shell().go(ScreenId::Questionnaires);
    let dropped = desk.shell().on_dropped(vec![path]);
    assert!(
        matches!(dropped.as_slice(), [Outward::Run(command)] if !matches!(command, Command::Ratings(_))),
        "{dropped:?}"
    );
}

#[test]
fn the_workbook_needs_a_tick_before_it_is_written() {
    let mut desk = desk(RoundState::Closed);
    desk.button(&word("competencies-to-excel"));
    assert!(desk.shows("names and levels"), "{}", desk.heard());
    let deed = word("ratings-export-deed");
    desk.button(&deed);
    assert_eq!(picked(&mut desk), []);
    assert!(desk.shows(&word("rated-export-tick")));
    desk.press(Role::CheckBox, &word("ratings-export-confirm"));
    desk.button(&deed);
    assert_eq!(picked(&mut desk), [RatingFileKind::Book { manager: None }]);
}

#[test]
fn a_profile_is_printed_after_a_question_that_names_the_person() {
    let mut desk = desk(RoundState::Closed);
    desk.press(Role::RadioButton, &word("competencies-tab-profile"));
    desk.button(&word("rated-print"));
    assert!(desk.shows("development goals of"), "{}", desk.heard());
    assert_eq!(picked(&mut desk), []);
    desk.button(&word("rated-print-deed"));
    let files = picked(&mut desk);
    assert!(
        matches!(files[..], [RatingFileKind::Profile(_)]),
        "{files:?}"
    );
}

#[test]
fn a_chosen_place_becomes_a_file_in_the_language_of_the_window() {
    let mut shell = fixture::shell(Some(fixture::demo(LANG)), None, LANG);
    fixture::shows_ratings(&mut shell, LANG, TEAMS, RoundState::Open);
    let mut desk = Desk::new(shell, ScreenId::Competencies);
    drop(desk.wishes());
    desk.button(&word("round-print-forms"));
    let wishes = desk.wishes();
    let Some(Outward::Pick(pick)) = wishes.into_iter().find(|it| matches!(it, Outward::Pick(_)))
    else {
        panic!("a place is asked for");
    };
    let mut shell = fixture::shell(Some(fixture::demo(LANG)), None, LANG);
    let path = std::path::PathBuf::from("/data/forms.pdf");
    let outward = shell.on_picked(pick, vec![path.clone()]);
    let written = outward.into_iter().find_map(|wish| {
        if let Outward::Run(Command::Ratings(RatingCommand::Write(file))) = wish {
            Some(file)
        } else {
            None
        }
    });
    let Some(RatingFile {
        what,
        lang,
        path: to,
        ..
    }) = written
    else {
        panic!("a file is written");
    };
    assert_eq!((what, lang, to), (RatingFileKind::Forms, LANG, path));
}

#[test]
fn a_rater_is_added_by_name() {
    let mut desk = desk(RoundState::Open);
    let (people, _) = fixture::people(LANG, TEAMS);
    let unique = |name: &str| people.iter().filter(|it| it.name == name).count() == 1;
    let mut here = people
        .iter()
        .filter(|it| it.left.is_none() && unique(&it.name));
    let (ratee, rater) = (
        here.next().expect("a person"),
        here.next().expect("another"),
    );
    desk.button(&word("round-add-rater"));
    desk.button(&word("round-add-deed"));
    assert!(desk.shows(&word("round-who-missing")), "{}", desk.heard());
    desk.type_into(&word("column-person"), &ratee.name);
    desk.type_into(&word("column-rater"), &rater.name);
    drop(desk.wishes());
    desk.button(&word("round-add-deed"));
    let added = desk.wishes().into_iter().find_map(|wish| {
        if let Outward::Run(Command::Ratings(RatingCommand::AddRater(pair))) = wish {
            Some(pair)
        } else {
            None
        }
    });
    let Some(RaterPair {
        ratee: whom,
        rater: who,
        source,
        ..
    }) = added
    else {
        panic!("a pair is added: {}", desk.heard());
    };
    assert_eq!((whom, who, source), (ratee.id, rater.id, Source::Peer));
}

#[test]
fn an_open_round_says_how_many_days_are_left_and_who_is_missing() {
    let desk = desk(RoundState::Open);
    assert!(desk.shows("left in the round"), "{}", desk.heard());
    assert!(desk.shows(&word("round-missing")));
}
