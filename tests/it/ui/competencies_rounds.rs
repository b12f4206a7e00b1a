//! A new round of assessment: which competencies it is about, and what the page says before the first.

use std::sync::Arc;

use egui::accesskit::Role;
use frontline::app::{Command, RatingCommand, RatingOverview, RatingReply};
use frontline::domain::rating::{CompetencyModel, RoundState};
use frontline::domain::{Date, Lang, Text};
use frontline::i18n::message;
use frontline::import::customer_orientation;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;

use super::fixture;
use super::harness::Desk;

const LANG: Lang = Lang::En;
const OWN: &str = "Baristas of our chain";

fn word(key: &str) -> String {
    message(LANG, key)
}

fn own_model() -> Arc<CompetencyModel> {
    Arc::new(CompetencyModel {
        id: "baristas".to_owned(),
        title: Text::new("Бариста нашей сети", OWN),
        ..(*customer_orientation()).clone()
    })
}

/// The page of rounds over what the workspace holds.
fn desk(change: impl Fn(&mut RatingOverview)) -> Desk {
    let mut shell = fixture::shell(Some(fixture::demo(LANG)), None, LANG);
    let mut overview = fixture::rating_overview(LANG, 2, RoundState::Draft);
    change(&mut overview);
    let reply = RatingReply::Overview(Arc::new(overview));
    drop(fixture::rate(&mut shell, RatingCommand::Open, reply));
    let mut desk = Desk::new(shell, ScreenId::Competencies);
    drop(desk.wishes());
    desk
}

fn asks_for_a_model(desk: &Desk) -> bool {
    // The side bar has the same word.
    let choice = format!("ComboBox “{}”", word("round-model"));
    desk.heard().contains(&choice)
}

/// Fills the form in and presses its button; the id of the model that the round is to be about.
fn made(desk: &mut Desk) -> String {
    desk.type_into(&word("round-name"), "Winter 2026");
    desk.type_into(&word("round-opens"), "01.12.2026");
    desk.type_into(&word("round-closes"), "15.12.2026");
    desk.button(&word("round-make"));
    let wishes = desk.wishes();
    let drafts = wishes.iter().filter_map(|wish| {
        if let Outward::Run(Command::Ratings(RatingCommand::CreateRound(draft))) = wish {
            Some(draft)
        } else {
            None
        }
    });
    let drafts: Vec<_> = drafts.collect();
    let [draft] = drafts.as_slice() else {
        panic!("one round, not {wishes:?}");
    };
    let days = (Date::constant(2026, 12, 1), Date::constant(2026, 12, 15));
    assert_eq!((draft.opens, draft.closes), days);
    draft.model.clone()
}

#[test]
fn a_round_about_the_only_model_asks_for_none() {
    let mut desk = desk(|_| {});
    desk.button(&word("round-new"));
    assert!(!asks_for_a_model(&desk), "{}", desk.heard());
    assert_eq!(made(&mut desk), customer_orientation().id);
}

#[test]
fn a_round_is_about_the_model_that_was_chosen() {
    let mut desk = desk(|overview| overview.models.push(own_model()));
    desk.button(&word("round-new"));
    assert!(asks_for_a_model(&desk), "{}", desk.heard());
    desk.press(Role::ComboBox, &word("round-model"));
    desk.press(Role::ListBoxOption, OWN);
    assert_eq!(made(&mut desk), "baristas");
}

#[test]
fn a_model_that_comes_while_the_form_is_open_can_be_chosen() {
    let mut desk = desk(|_| {});
    desk.button(&word("round-new"));
    let mut overview = fixture::rating_overview(LANG, 2, RoundState::Draft);
    overview.models.insert(0, own_model());
    let add = RatingCommand::AddModel("/data/own.toml".into());
    let reply = RatingReply::Overview(Arc::new(overview));
    drop(fixture::rate(desk.shell(), add, reply));
    desk.draw();
    drop(desk.wishes());
    // What was chosen stays chosen.
    let own = customer_orientation().id.clone();
    assert_eq!(made(&mut desk), own);
    desk.button(&word("round-new"));
    desk.press(Role::ComboBox, &word("round-model"));
    desk.press(Role::ListBoxOption, OWN);
    assert_eq!(made(&mut desk), "baristas");
}

#[test]
fn a_round_that_was_made_keeps_its_model() {
    let mut desk = desk(|overview| overview.models.push(own_model()));
    desk.press(Role::Row, &fixture_round());
    desk.button(&word("round-change"));
    assert!(desk.shows(&word("round-name")), "{}", desk.heard());
    assert!(!asks_for_a_model(&desk), "{}", desk.heard());
}

/// The draft of the fixture, by name.
fn fixture_round() -> String {
    let overview = fixture::rating_overview(LANG, 2, RoundState::Draft);
    overview.rounds[0].round.name.clone()
}

#[test]
fn before_the_first_round_the_page_says_that_the_people_are_here() {
    for lang in [Lang::En, Lang::Ru] {
        let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
        let mut overview = fixture::rating_overview(lang, 2, RoundState::Draft);
        overview.rounds.clear();
        let reply = RatingReply::Overview(Arc::new(overview));
        drop(fixture::rate(&mut shell, RatingCommand::Open, reply));
        let mut desk = Desk::new(shell, ScreenId::Competencies);
        assert!(desk.shows(&message(lang, "competencies-empty")));
        for key in ["Load the list", "Загрузите список"] {
            assert!(!desk.shows(key), "{}", desk.heard());
        }
        // The next thing to do is a button.
        desk.button(&message(lang, "round-new"));
        assert!(desk.shows(&message(lang, "round-make")), "{}", desk.heard());
    }
}
