//! Waves: made in a form that checks, opened, closed, removed after a question.

use egui::accesskit::Role;
use frontline::app::{Command, Overview, WaveDraft};
use frontline::domain::{Date, Lang, MinGroup, Month, WaveCode, WaveState};
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn waves(overview: Overview) -> Desk {
    let mut desk = Desk::new(
        fixture::shell(Some(overview), None, Lang::En),
        ScreenId::Waves,
    );
    desk.wishes();
    desk
}

fn winter() -> WaveCode {
    WaveCode::new("2026-winter").expect("a code")
}

#[test]
fn a_wave_is_made_from_what_was_typed() {
    let mut desk = waves(fixture::organised(Lang::En));
    desk.button("New wave");
    desk.type_into("Name", "Spring 2027");
    desk.type_into("First day", "05.04.2027")
        .type_into("Last day", "2027-04-23");
    desk.press(Role::RadioButton, "7");
    desk.button("Make the wave");
    let questionnaire = fixture::organised(Lang::En).questionnaires[0]
        .questionnaire
        .id
        .clone();
    let draft = WaveDraft {
        name: "Spring 2027".to_owned(),
        questionnaire,
        opens: Some(Date::constant(2027, 4, 5)),
        closes: Some(Date::constant(2027, 4, 23)),
        customers: None,
        min_group: MinGroup::new(7).expect("offered"),
    };
    assert_eq!(desk.wishes(), [Outward::Run(Command::CreateWave(draft))]);
}

#[test]
fn a_wrong_day_is_named_and_nothing_is_asked() {
    let mut desk = waves(fixture::organised(Lang::En));
    desk.button("New wave")
        .type_into("Name", "Spring")
        .type_into("First day", "31.06.2027");
    desk.button("Make the wave");
    assert!(desk.shows("A date is needed"));
    assert_eq!(desk.wishes(), []);
}

#[test]
fn a_last_day_before_the_first_is_refused() {
    let mut desk = waves(fixture::organised(Lang::En));
    desk.button("New wave").type_into("Name", "Spring");
    desk.type_into("First day", "05.04.2027")
        .type_into("Last day", "01.04.2027");
    desk.button("Make the wave");
    assert!(desk.shows("The last day is before the first"));
    assert_eq!(desk.wishes(), []);
}

#[test]
fn a_draft_can_be_changed_and_removed() {
    let mut desk = waves(fixture::with_wave(Lang::En, WaveState::Draft));
    desk.button("Change")
        .type_into("Name", " again")
        .button("Save");
    let wishes = desk.wishes();
    let [Outward::Run(Command::UpdateWave(wave))] = wishes.as_slice() else {
        panic!("one deed, not {wishes:?}");
    };
    assert_eq!(wave.code, winter());
    assert_eq!(
        wave.customers.map(|months| months.0),
        Month::new(2026, 10).ok()
    );
    desk.button("Remove the draft…").button("Remove the wave");
    assert_eq!(desk.wishes(), [Outward::Run(Command::RemoveWave(winter()))]);
}

#[test]
fn an_open_wave_takes_answers_and_is_closed_after_a_question() {
    let mut desk = waves(fixture::with_wave(Lang::En, WaveState::Open));
    desk.button("Import answers…");
    let pick = Pick::Import {
        kind: Some("answers".to_owned()),
        wave: Some(winter()),
    };
    assert_eq!(desk.wishes(), [Outward::Pick(pick)]);
    desk.button("Close the wave…").button("Close the wave");
    assert_eq!(desk.wishes(), [Outward::Run(Command::CloseWave(winter()))]);
}

#[test]
fn another_wave_can_be_looked_at() {
    let mut desk = waves(fixture::with_wave(Lang::En, WaveState::Open));
    desk.press(Role::Row, "Spring 2026");
    assert!(desk.shows("The wave is finished"));
}

#[test]
fn waves_draw_in_every_state_language_theme_and_size() {
    let states: [fn(Lang) -> Overview; 5] = [
        fixture::empty,
        fixture::organised,
        fixture::demo,
        |lang| fixture::with_wave(lang, WaveState::Draft),
        |lang| fixture::with_wave(lang, WaveState::Open),
    ];
    for state in states {
        draws_everywhere(
            &|lang| fixture::shell(Some(state(lang)), None, lang),
            ScreenId::Waves,
        );
    }
}
