//! The rater's form and the shared computer: keys, draft, handing in, and nothing else in sight.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use frontline::app::{Command, RatingCommand};
use frontline::domain::Lang;
use frontline::domain::rating::{Level, Mark, RatingSheet};
use frontline::i18n::message;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};

use super::fixture;
use super::harness::{Desk, draws_everywhere};

const LANG: Lang = Lang::En;

fn shared(lang: Lang, stage: &str) -> Shell {
    let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
    shell.share_desk();
    fixture::shows_desk(&mut shell, lang, stage);
    shell
}

fn desk(stage: &str) -> Desk {
    let mut desk = Desk::new(shared(LANG, stage), ScreenId::RaterDesk);
    drop(desk.wishes());
    desk
}

fn saved(desk: &mut Desk) -> Vec<(RatingSheet, bool)> {
    desk.wishes()
        .into_iter()
        .filter_map(|wish| {
            if let Outward::Run(Command::Ratings(RatingCommand::SaveSheet {
                sheet,
                is_handed_in,
            })) = wish
            {
                Some((sheet, is_handed_in))
            } else {
                None
            }
        })
        .collect()
}

fn level(number: u8) -> Mark {
    Mark::Level(Level::new(number).expect("1 to 5"))
}

#[test]
fn the_desk_draws_everywhere() {
    for stage in ["code", "list", "form", "review"] {
        draws_everywhere(&|lang| shared(lang, stage), ScreenId::RaterDesk);
    }
}

#[test]
fn raters_see_nothing_else_of_the_workspace_and_no_key_leads_there() {
    let mut desk = desk("list");
    let company = fixture::demo(LANG).company;
    assert!(!desk.shows(&company));
    for key in ["nav-home", "nav-results", "nav-settings"] {
        assert!(!desk.shows(&message(LANG, key)), "{key}");
    }
    desk.key(Modifiers::COMMAND, Key::Num1);
    assert_eq!(desk.shell().screen(), ScreenId::RaterDesk);
    desk.shell().go(ScreenId::Home);
    assert_eq!(desk.shell().screen(), ScreenId::RaterDesk);
    let dropped = desk.shell().on_dropped(vec!["/data/staff.xlsx".into()]);
    assert_eq!(dropped, Vec::new());
}

#[test]
fn leaving_the_desk_locks_the_workspace() {
    let mut desk = desk("code");
    desk.button(&message(LANG, "desk-end"));
    desk.button(&message(LANG, "desk-end-deed"));
    assert_eq!(desk.wishes(), [Outward::Run(Command::Lock)]);
}

#[test]
fn a_rater_who_leaves_is_forgotten_and_an_answer_that_comes_late_is_not_shown() {
    let mut desk = desk("form");
    desk.button(&message(LANG, "rate-to-list"));
    desk.button(&message(LANG, "rate-leave"));
    assert!(desk.shows(&message(LANG, "rate-enter-code")));
    let late = frontline::app::RatingReply::Kept(std::sync::Arc::new(fixture::rater_list(LANG)));
    let sheet = fixture::sheet_view(LANG, 3).sheet;
    let save = RatingCommand::SaveSheet {
        sheet,
        is_handed_in: false,
    };
    drop(fixture::rate(desk.shell(), save, late));
    desk.draw();
    assert!(!desk.shows(&message(LANG, "rate-list-title")));
}

#[test]
fn a_code_that_cannot_be_one_is_refused_before_the_worker_hears_of_it() {
    let mut desk = desk("code");
    desk.type_into(&message(LANG, "rate-code"), "7K3");
    desk.button(&message(LANG, "rate-code-open"));
    assert!(desk.shows(&message(LANG, "rate-code-unknown")));
    assert_eq!(desk.wishes(), Vec::new());
}

#[test]
fn digits_choose_a_level_and_zero_means_not_observed() {
    let mut desk = desk("form");
    // Three competencies have a mark; the fourth is on show.
    desk.key(Modifiers::NONE, Key::Num4);
    desk.key(Modifiers::NONE, Key::ArrowUp);
    desk.key(Modifiers::NONE, Key::ArrowRight);
    let first = saved(&mut desk);
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].0.marks[3], level(3));
    assert!(!first[0].1);
    desk.key(Modifiers::NONE, Key::Num0);
    desk.key(Modifiers::NONE, Key::ArrowRight);
    let second = saved(&mut desk);
    assert_eq!(second[0].0.marks[4], Mark::NotObserved);
}

#[test]
fn digits_typed_as_evidence_choose_no_level() {
    let mut desk = desk("form");
    let evidence = message(LANG, "rate-evidence");
    desk.type_role(Role::MultilineTextInput, &evidence, "2 guests at 5");
    desk.key(Modifiers::NONE, Key::Num2);
    desk.button(&message(LANG, "rate-review"));
    let kept = saved(&mut desk);
    assert_eq!(kept[0].0.marks[3], Mark::Open);
    assert_eq!(kept[0].0.evidence[3], "2 guests at 5");
}

#[test]
fn a_sheet_with_open_competencies_cannot_be_handed_in() {
    let mut desk = desk("form");
    desk.button(&message(LANG, "rate-review"));
    assert!(desk.shows("Still to answer"), "{}", desk.heard());
    desk.button(&message(LANG, "rate-hand-in"));
    assert!(
        saved(&mut desk)
            .iter()
            .all(|(_, is_handed_in)| !is_handed_in)
    );
}

#[test]
fn handing_in_asks_once_more_and_a_flat_sheet_is_remarked() {
    let mut desk = desk("review");
    assert!(
        desk.shows(&message(LANG, "rate-all-equal")),
        "{}",
        desk.heard()
    );
    let deed = message(LANG, "rate-hand-in");
    desk.button(&deed);
    assert_eq!(saved(&mut desk), Vec::new());
    assert!(desk.shows(&message(LANG, "rate-hand-in-body")));
    desk.key_on(Role::Button, &message(LANG, "cancel"), Key::Escape);
    assert_eq!(saved(&mut desk), Vec::new());
}

#[test]
fn all_five_anchors_are_in_sight_while_choosing() {
    let desk = desk("form");
    for number in 1..=5 {
        let name = message(LANG, &format!("level-{number}"));
        assert!(desk.shows(&format!("{number} {name}")), "{name}");
    }
}
