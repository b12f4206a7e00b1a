//! Nothing of one person reaches the next: when nobody moves, when somebody leaves, and afterwards.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use frontline::domain::Lang;
use frontline::ui::kiosk::Page;

use super::booth::Booth;
use super::double::GOOD;

const CANARY: &str = "Канарейка поёт про смену 7431";

/// Writes the canary into the first comment and stays there.
fn up_to_the_comment(booth: &mut Booth) {
    booth.enter_with(GOOD[0]);
    for _ in 0..8 {
        booth.key(Key::Num5).key(Key::Enter).key(Key::N);
        if booth.page() == Page::Question(8) {
            break;
        }
    }
    while booth.page() != Page::Question(8) {
        booth.key(Key::N).key(Key::Enter);
    }
    booth.write(CANARY);
    assert!(booth.shows(CANARY));
}

#[test]
fn a_quiet_minute_counts_down_and_wipes() {
    let mut booth = Booth::new();
    up_to_the_comment(&mut booth);
    booth.wait(74.0);
    assert!(booth.shows(CANARY), "somebody may be thinking");
    booth.wait(2.0);
    assert!(booth.shows("Вы ещё здесь?"));
    assert!(!booth.shows(CANARY), "the countdown hides the answers");
    booth.wait(15.0);
    assert_eq!(booth.page(), Page::Start);
    assert!(!booth.shows(CANARY));
    assert!(booth.kept.lock().expect("one thread").forgets > 0);
    assert!(booth.kept.lock().expect("one thread").spent.is_empty());
}

#[test]
fn whoever_is_still_there_goes_on() {
    let mut booth = Booth::new();
    up_to_the_comment(&mut booth);
    booth.wait(80.0).tap("Я здесь, продолжить");
    assert_eq!(booth.page(), Page::Question(8));
    assert!(booth.shows(CANARY));
    booth.wait(70.0);
    assert!(booth.shows(CANARY), "the quiet counts anew");
}

#[test]
fn a_bumped_table_does_not_stop_the_countdown() {
    let mut booth = Booth::new();
    up_to_the_comment(&mut booth);
    booth.wait(80.0);
    booth.event(Event::PointerMoved(egui::pos2(3.0, 3.0)));
    booth.wait(11.0);
    assert_eq!(booth.page(), Page::Start);
}

#[test]
fn the_first_page_forgets_the_language_too() {
    let mut booth = Booth::new();
    booth.tap_role(Role::RadioButton, "English");
    booth.key(Key::Enter);
    booth.wait(91.0).draw();
    assert_eq!((booth.page(), booth.lang()), (Page::Start, Lang::Ru));
}

/// Walks through every page as the next person and looks for the canary on each.
fn look_everywhere(booth: &mut Booth) {
    let see = |booth: &Booth| {
        let all = booth.everything();
        assert!(!all.contains(CANARY), "{:?} shows it", booth.page());
        assert!(!all.contains("7431"), "{:?} shows a part", booth.page());
        assert!(!all.contains(GOOD[0]), "{:?} shows the code", booth.page());
    };
    let undo = |booth: &mut Booth| {
        booth.chord(Key::Z, Modifiers::COMMAND);
        booth.chord(Key::Z, Modifiers::COMMAND | Modifiers::SHIFT);
        booth.chord(Key::Y, Modifiers::COMMAND);
    };
    assert_eq!(booth.page(), Page::Start);
    see(booth);
    booth.key(Key::Enter);
    see(booth);
    booth.tap("Покажите, что сохранится");
    see(booth);
    booth.tap("Назад").key(Key::Enter);
    undo(booth);
    see(booth);
    booth.write(GOOD[1]).key(Key::Enter);
    while let Page::Question(item) = booth.page() {
        undo(booth);
        see(booth);
        booth.key(Key::Enter);
        if booth.page() == Page::Question(item) && item < 8 {
            booth.key(Key::N).key(Key::Enter);
        } else if item >= 8 {
            undo(booth);
            see(booth);
            booth.chord(Key::Enter, Modifiers::COMMAND);
        }
    }
    assert_eq!(booth.page(), Page::Review);
    see(booth);
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Stored);
    see(booth);
    booth.key(Key::Enter);
    see(booth);
    let kept = booth.kept.lock().expect("one thread");
    let last = kept.sheets.last().expect("the second sheet");
    assert!(
        last.0.iter().all(Option::is_none),
        "no answer was inherited"
    );
    assert!(last.1.iter().all(|text| text.trim().is_empty()));
}

#[test]
fn the_next_person_sees_nothing_after_a_wipe() {
    let mut booth = Booth::new();
    up_to_the_comment(&mut booth);
    booth.wait(76.0).wait(16.0);
    look_everywhere(&mut booth);
}

#[test]
fn the_next_person_sees_nothing_after_the_thanks() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]).answer_all(CANARY);
    booth.key(Key::Enter).key(Key::Enter);
    assert!(!booth.shows("7431"), "gone before the thanks are drawn");
    booth.key(Key::Enter);
    look_everywhere(&mut booth);
}

#[test]
fn the_next_person_sees_nothing_after_somebody_left() {
    let mut booth = Booth::new();
    up_to_the_comment(&mut booth);
    booth.tap("Что обо мне сохранится?").tap("Стереть и уйти");
    look_everywhere(&mut booth);
}

#[test]
fn what_was_rubbed_out_does_not_come_back() {
    let mut booth = Booth::new();
    up_to_the_comment(&mut booth);
    booth.tap("Стереть комментарий");
    booth.chord(Key::Z, Modifiers::COMMAND);
    assert!(!booth.shows("7431"));
}

#[test]
fn nothing_goes_to_the_clipboard() {
    let mut booth = Booth::new();
    up_to_the_comment(&mut booth);
    booth.chord(Key::A, Modifiers::COMMAND);
    booth.event(Event::Copy).event(Event::Cut);
    assert!(booth.shows(CANARY), "cut does nothing");
    booth.event(Event::Paste("from elsewhere".to_owned()));
    assert!(!booth.shows("from elsewhere"));
    booth.wait(76.0).wait(16.0);
    assert_eq!(booth.copied(), [""; 0]);
}
