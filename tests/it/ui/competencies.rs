//! Competency assessment: pages, locked and empty states, deeds and what they ask first.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Theme, Vec2};
use frontline::app::{Command, RatingCommand, RatingReply};
use frontline::domain::Lang;
use frontline::domain::rating::RoundState;
use frontline::i18n::message;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};

use super::fixture;
use super::harness::{Desk, draws_everywhere};

/// Teams in these tests; each has five people.
const TEAMS: usize = 8;
const SCREEN: ScreenId = ScreenId::Competencies;
const TABS: [&str; 8] = [
    "competencies-tab-rounds",
    "competencies-tab-profile",
    "competencies-tab-matrix",
    "competencies-tab-calibration",
    "competencies-tab-needs",
    "competencies-tab-succession",
    "competencies-tab-bridge",
    "competencies-tab-people",
];

fn shell(lang: Lang, state: RoundState) -> Shell {
    let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
    fixture::shows_ratings(&mut shell, lang, TEAMS, state);
    shell
}

fn desk(lang: Lang, state: RoundState) -> Desk {
    let mut desk = Desk::new(shell(lang, state), SCREEN);
    drop(desk.wishes());
    desk
}

fn asked(desk: &mut Desk) -> Vec<RatingCommand> {
    desk.wishes()
        .into_iter()
        .filter_map(|wish| {
            if let Outward::Run(Command::Ratings(command)) = wish {
                Some(command)
            } else {
                None
            }
        })
        .collect()
}

fn tab(desk: &mut Desk, lang: Lang, key: &str) {
    desk.press(Role::RadioButton, &message(lang, key));
}

#[test]
fn rounds_draw_everywhere() {
    draws_everywhere(&|lang| shell(lang, RoundState::Open), SCREEN);
}

#[test]
fn every_page_fits_its_window_and_shares_no_id() {
    for (lang, theme) in [(Lang::Ru, Theme::Light), (Lang::En, Theme::Dark)] {
        let size = Vec2::new(1280.0, 800.0);
        let mut desk = Desk::sized(shell(lang, RoundState::Closed), SCREEN, theme, size);
        for key in TABS {
            tab(&mut desk, lang, key);
            assert!(!desk.has_id_clash(), "{key} {lang:?}");
            assert_eq!(desk.overflows(), Vec::<String>::new(), "{key} {lang:?}");
        }
    }
}

#[test]
fn results_are_locked_until_the_round_is_closed() {
    let mut desk = desk(Lang::En, RoundState::Open);
    for key in ["competencies-tab-profile", "competencies-tab-matrix"] {
        tab(&mut desk, Lang::En, key);
        assert!(desk.shows("is open until"), "{}", desk.heard());
    }
}

#[test]
fn the_profile_names_gaps_and_never_shows_fewer_than_three_peers() {
    let mut desk = desk(Lang::En, RoundState::Closed);
    tab(&mut desk, Lang::En, "competencies-tab-profile");
    assert!(desk.shows("to the role profile"), "{}", desk.heard());
    let few = ["Peers · n = 1", "Peers · n = 2"];
    assert!(desk.shows("Peers · n = "), "{}", desk.heard());
    assert!(
        few.iter().all(|words| !desk.shows(words)),
        "{}",
        desk.heard()
    );
}

#[test]
fn the_matrix_keeps_only_people_below_their_role_and_opens_a_profile() {
    let mut desk = desk(Lang::En, RoundState::Closed);
    tab(&mut desk, Lang::En, "competencies-tab-matrix");
    assert!(desk.shows("of 40"), "{}", desk.heard());
    desk.search(&message(Lang::En, "people-search"), "no such person");
    assert!(desk.shows(&message(Lang::En, "matrix-nobody")));
    let mut other = self::desk(Lang::En, RoundState::Closed);
    tab(&mut other, Lang::En, "competencies-tab-matrix");
    other.button(&message(Lang::En, "matrix-open-profile"));
    assert!(other.shows(&message(Lang::En, "profile-add-goal")));
}

#[test]
fn the_two_planted_managers_stand_in_the_headline_of_calibration() {
    let mut desk = desk(Lang::En, RoundState::Closed);
    tab(&mut desk, Lang::En, "competencies-tab-calibration");
    let (people, _) = fixture::people(Lang::En, TEAMS);
    let headline = desk.heard();
    for manager in [10, 25] {
        let name = &people[manager].name;
        assert!(headline.contains(name.as_str()), "{name} in {headline}");
    }
}

#[test]
fn closing_a_round_asks_first_and_says_how_many_are_missing() {
    let mut desk = desk(Lang::En, RoundState::Open);
    desk.button(&message(Lang::En, "round-close"));
    assert_eq!(asked(&mut desk), Vec::new());
    assert!(desk.shows("not handed in"), "{}", desk.heard());
}

#[test]
fn a_round_can_be_opened_as_soon_as_raters_are_proposed() {
    let lang = Lang::En;
    let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
    let overview = fixture::rating_overview(lang, TEAMS, RoundState::Draft);
    let mut view = fixture::round_view(lang, &overview);
    let code = view.info.round.code.clone();
    let planned = view.clone();
    view.info.handed_in = (0, 0);
    view.assignments.clear();
    fixture::shows_ratings(&mut shell, lang, TEAMS, RoundState::Draft);
    let mut tell = |asked, view| {
        let reply = RatingReply::Round(Arc::new(view));
        drop(fixture::rate(&mut shell, asked, reply));
    };
    tell(RatingCommand::Round(code.clone()), view.clone());
    let propose = RatingCommand::ProposeRaters {
        round: code,
        ratees: Vec::new(),
    };
    tell(propose, planned.clone());
    let (_, all) = planned.info.handed_in;
    assert!(all > 0);
    let mut desk = Desk::new(shell, SCREEN);
    drop(desk.wishes());
    desk.press(Role::Row, &planned.info.round.name);
    assert!(desk.shows(&format!("0 of {all}")), "{}", desk.heard());
    desk.button(&message(lang, "round-open"));
    assert!(
        desk.shows(&message(lang, "round-open-body")),
        "{}",
        desk.heard()
    );
}

#[test]
fn a_person_is_erased_only_when_the_name_is_typed() {
    let lang = Lang::En;
    let mut desk = desk(lang, RoundState::Closed);
    tab(&mut desk, lang, "competencies-tab-people");
    let (people, _) = fixture::people(lang, TEAMS);
    let mut names: Vec<&str> = people.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    desk.press(Role::Row, names[0]);
    desk.button(&message(lang, "person-erase"));
    assert!(desk.shows(&message(lang, "erase-person-stays")));
    let deed = message(lang, "person-erase-deed");
    desk.button(&deed);
    assert_eq!(asked(&mut desk), Vec::new());
    desk.type_into(&message(lang, "erase-person-confirm"), names[0]);
    desk.button(&deed);
    let id = people
        .iter()
        .find(|it| it.name == names[0])
        .expect("known")
        .id;
    assert_eq!(asked(&mut desk), [RatingCommand::ErasePerson(id)]);
    assert!(desk.shows(&message(lang, "person-erase")));
    let mut left = fixture::rating_overview(lang, TEAMS, RoundState::Closed);
    left.people.retain(|it| it.id != id);
    let reply = RatingReply::Overview(Arc::new(left));
    drop(fixture::rate(
        desk.shell(),
        RatingCommand::ErasePerson(id),
        reply,
    ));
    desk.draw();
    // A form that stayed would make the person anew.
    assert!(
        !desk.shows(&message(lang, "person-erase")),
        "{}",
        desk.heard()
    );
}

#[test]
fn without_people_every_page_offers_the_list_of_people() {
    let lang = Lang::Ru;
    let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
    fixture::shows_ratings(&mut shell, lang, 0, RoundState::Draft);
    let mut desk = Desk::new(shell, SCREEN);
    drop(desk.wishes());
    desk.button(&message(lang, "people-import"));
    let picked = desk.wishes().into_iter().any(|wish| {
        matches!(wish, Outward::Pick(frontline::ui::action::Pick::Import { kind, .. })
            if kind.as_deref() == Some("people"))
    });
    assert!(picked);
}

#[test]
fn the_ratings_are_opened_only_when_somebody_looks_at_them() {
    let lang = Lang::Ru;
    let shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
    let mut home = Desk::new(shell, ScreenId::Home);
    let open = RatingCommand::Open;
    assert!(!asked(&mut home).contains(&open));
    home.button(&message(lang, "nav-competencies"));
    assert!(asked(&mut home).contains(&open));
}
