//! Home: the next step in every state of the workspace, and its buttons.

use frontline::app::{Command, Overview};
use frontline::domain::{Lang, WaveCode, WaveState};
use frontline::ui::action::Pick;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn home(overview: Overview) -> Desk {
    Desk::new(
        fixture::shell(Some(overview), None, Lang::En),
        ScreenId::Home,
    )
}

fn winter() -> WaveCode {
    WaveCode::new("2026-winter").expect("a code")
}

#[test]
fn an_empty_workspace_is_told_to_load_branches() {
    let mut desk = home(fixture::empty(Lang::En));
    assert!(desk.shows("Load the list of branches"));
    desk.wishes();
    desk.button("Load the list…");
    let pick = Pick::Import {
        kind: Some("branches".to_owned()),
        wave: None,
    };
    assert_eq!(desk.wishes(), [Outward::Pick(pick)]);
}

#[test]
fn with_branches_the_next_step_is_a_wave() {
    let mut desk = home(fixture::organised(Lang::En));
    assert!(desk.shows("Plan the first survey wave"));
    desk.button("Plan a wave");
    assert_eq!(desk.shell().screen(), ScreenId::Waves);
}

#[test]
fn a_draft_is_opened_only_after_a_question() {
    let mut desk = home(fixture::with_wave(Lang::En, WaveState::Draft));
    desk.wishes();
    desk.button("Open, answers from a file…");
    assert_eq!(desk.wishes(), []);
    desk.button("Open the wave");
    assert_eq!(desk.wishes(), [Outward::Run(Command::OpenWave(winter()))]);
}

#[test]
fn an_open_wave_without_answers_asks_for_them() {
    let mut desk = home(fixture::without_answers(Lang::En));
    desk.wishes();
    desk.button("Import answers…");
    let pick = Pick::Import {
        kind: Some("answers".to_owned()),
        wave: Some(winter()),
    };
    assert_eq!(desk.wishes(), [Outward::Pick(pick)]);
}

#[test]
fn branches_where_few_answered_are_named_and_the_wave_can_be_closed() {
    let mut desk = home(fixture::with_wave(Lang::En, WaveState::Open));
    assert!(desk.shows("less than half have answered"));
    desk.wishes();
    desk.button("Close the wave…");
    desk.button("Close the wave");
    assert_eq!(desk.wishes(), [Outward::Run(Command::CloseWave(winter()))]);
}

#[test]
fn a_closed_wave_without_customers_asks_for_scores() {
    let desk = home(fixture::without_customers(Lang::En));
    assert!(desk.shows("Load the customer scores for wave"));
}

#[test]
fn a_closed_wave_with_customers_leads_to_linkage() {
    let mut desk = home(fixture::demo(Lang::En));
    desk.button("Open linkage");
    assert_eq!(desk.shell().screen(), ScreenId::Linkage);
}

#[test]
fn a_hidden_count_is_never_a_number() {
    let overview = fixture::demo(Lang::En);
    let desk = home(overview);
    assert!(desk.shows("< 5"));
    assert!(desk.shows("shown from 5 answers"));
}

#[test]
fn home_draws_in_every_state_language_theme_and_size() {
    let states: [fn(Lang) -> Overview; 6] = [
        fixture::empty,
        fixture::organised,
        fixture::without_answers,
        fixture::without_customers,
        fixture::demo,
        |lang| fixture::with_wave(lang, WaveState::Open),
    ];
    for state in states {
        let make = |lang| -> Shell { fixture::shell(Some(state(lang)), None, lang) };
        draws_everywhere(&make, ScreenId::Home);
    }
}

#[test]
fn home_draws_with_findings() {
    let shell = fixture::shell(
        Some(fixture::demo(Lang::En)),
        Some(fixture::findings(Lang::En)),
        Lang::En,
    );
    let desk = Desk::new(shell, ScreenId::Home);
    assert!(!desk.has_id_clash());
    assert!(desk.shows("Spring 2026 → Autumn 2026"));
    assert!(desk.shows("Rechnoy Port"));
}
