//! From the first page to the thanks, by keys and by fingers.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use frontline::domain::Lang;
use frontline::ui::kiosk::Page;

use super::booth::{Booth, Setting};
use super::double::{self, GOOD, PASSWORD};

const COMMENT: &str = "Хотим сами менять остывший кофе";

#[test]
fn the_whole_survey_is_answered_by_keys_with_russian_comments() {
    let mut booth = Booth::new();
    assert_eq!(booth.page(), Page::Start);
    booth.enter_with("k7m2-qx9t rb4h");
    assert_eq!(booth.page(), Page::Question(0));
    booth.answer_all(COMMENT);
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Stored);
    assert!(booth.shows("4 · 2 · 5 · 1 · 3"), "the exact record");
    assert!(booth.shows("8 из 10"));
    assert!(booth.shows(COMMENT));
    assert!(booth.shows("Садовая, контактный персонал"));
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Thanks);
    let kept = booth.kept.lock().expect("one thread");
    let (values, comments) = &kept.sheets[0];
    let given: Vec<u8> = values.iter().flatten().copied().collect();
    assert_eq!(given, [4, 2, 5, 1, 3, 4, 2, 8]);
    assert!(comments.iter().any(|text| text == COMMENT));
}

#[test]
fn the_thanks_leave_by_themselves() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]).answer_all(COMMENT);
    booth.key(Key::Enter).key(Key::Enter);
    booth.wait(9.0);
    assert_eq!(booth.page(), Page::Thanks);
    booth.wait(1.2);
    assert_eq!(booth.page(), Page::Start);
}

#[test]
fn the_whole_survey_is_answered_by_fingers() {
    let mut booth = Booth::of(Setting {
        lang: Lang::En,
        ..Setting::default()
    });
    booth.tap("Start").tap("Got it, go on");
    for letter in GOOD[1].chars() {
        booth.tap(&letter.to_string());
    }
    booth.tap("Go on");
    assert_eq!(booth.page(), Page::Question(0));
    for item in 0..7 {
        assert_eq!(booth.page(), Page::Question(item));
        booth.tap_role(Role::RadioButton, "Mostly yes").tap("Next");
    }
    booth.tap_role(Role::RadioButton, "10 of 10").tap("Next");
    while matches!(booth.page(), Page::Question(_)) {
        booth.tap("No comment").tap("Next");
    }
    booth.tap("What is stored about me").tap("Seal");
    assert_eq!(booth.page(), Page::Thanks);
    let kept = booth.kept.lock().expect("one thread");
    let given: Vec<u8> = kept.sheets[0].0.iter().flatten().copied().collect();
    assert_eq!(given, [4, 4, 4, 4, 4, 4, 4, 10]);
    assert!(kept.sheets[0].1.iter().all(String::is_empty));
}

#[test]
fn an_answer_may_be_declined_and_nothing_moves_ahead_by_itself() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]);
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Question(0), "no answer, no next page");
    assert!(booth.shows("Выберите ответ или «Не хочу отвечать»"));
    booth.key(Key::Num3);
    assert_eq!(booth.page(), Page::Question(0));
    booth.key(Key::Num0).key(Key::Enter);
    booth.key(Key::N).key(Key::Enter);
    booth.tap("Не хочу отвечать").key(Key::Enter);
    assert_eq!(booth.page(), Page::Question(3));
    for _ in 0..4 {
        booth.key(Key::Num1).key(Key::Enter);
    }
    // On the scale to ten a 0 is an answer, and a 1 with a 0 is a ten.
    booth.key(Key::Num1).key(Key::Num0).key(Key::Enter);
    while matches!(booth.page(), Page::Question(_)) {
        booth.chord(Key::Enter, Modifiers::COMMAND);
    }
    booth.key(Key::Enter).key(Key::Enter);
    let kept = booth.kept.lock().expect("one thread");
    let values = &kept.sheets[0].0;
    assert_eq!(values[..3], [None, None, None]);
    assert_eq!(values[7], Some(10));
}

#[test]
fn arrows_choose_and_backspace_goes_back() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]);
    booth
        .key(Key::ArrowDown)
        .key(Key::ArrowDown)
        .key(Key::Enter);
    booth.key(Key::ArrowUp).key(Key::Enter);
    assert_eq!(booth.page(), Page::Question(2));
    booth.key(Key::Backspace).key(Key::Backspace);
    assert_eq!(booth.page(), Page::Question(0));
    booth.answer_all("");
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Stored);
}

#[test]
fn any_answer_can_be_mended_from_the_review() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]).answer_all(COMMENT);
    let first = double::short().items[0].text.ru.clone();
    booth.tap(&format!("{first} — Скорее да"));
    assert_eq!(booth.page(), Page::Question(0));
    booth.key(Key::Num1).key(Key::Enter);
    assert_eq!(booth.page(), Page::Review);
    assert!(booth.shows(&format!("{first} — Совсем нет")));
    booth.key(Key::Enter).key(Key::Enter);
    let kept = booth.kept.lock().expect("one thread");
    assert_eq!(kept.sheets[0].0[0], Some(1));
}

#[test]
fn the_language_changes_on_every_page_and_answers_stay() {
    let mut booth = Booth::new();
    let switch = |booth: &mut Booth, name: &str, lang: Lang| {
        let before = booth.page();
        booth.tap_role(Role::RadioButton, name);
        assert_eq!((booth.page(), booth.lang()), (before, lang));
    };
    let both = |booth: &mut Booth| {
        switch(booth, "English", Lang::En);
        switch(booth, "Русский", Lang::Ru);
    };
    both(&mut booth);
    booth.key(Key::Enter);
    both(&mut booth);
    booth.key(Key::Enter).write("K7M2QX");
    both(&mut booth);
    booth.write("9TRB4H").key(Key::Enter);
    booth.key(Key::Num5);
    both(&mut booth);
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Question(1), "the answer stayed");
    booth.key(Key::Backspace).answer_all(COMMENT);
    both(&mut booth);
    booth.key(Key::Enter);
    switch(&mut booth, "English", Lang::En);
    assert!(booth.shows("What is stored about me"));
    assert!(booth.shows(COMMENT));
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Thanks);
    both(&mut booth);
}

#[test]
fn what_is_stored_can_be_seen_before_anything_is_typed() {
    let mut booth = Booth::new();
    booth.key(Key::Enter).tap("Покажите, что сохранится");
    assert_eq!(booth.page(), Page::Stored);
    assert!(booth.shows("нет ответа · нет ответа"));
    assert!(!booth.shows("Запечатать\n"), "nothing to seal yet");
    booth.tap("Назад");
    assert_eq!(booth.page(), Page::Trust);
    booth.tap("Чего программа не может");
    assert!(booth.shows("манеру письма"));
    booth.tap("Понятно");
    assert!(booth.shows("берег · лампа · окно · сахар · туча · якорь"));
}

#[test]
fn a_disk_that_refuses_loses_nothing() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]).answer_all(COMMENT);
    booth.kept.lock().expect("one thread").breaks_once = true;
    booth.key(Key::Enter).key(Key::Enter);
    assert_eq!(booth.page(), Page::Stored);
    assert!(booth.shows("код действует"));
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Thanks);
    assert_eq!(booth.kept.lock().expect("one thread").sheets.len(), 1);
}

#[test]
fn leaving_the_kiosk_needs_the_exit_password() {
    let mut booth = Booth::new();
    let both = Modifiers::CTRL | Modifiers::SHIFT;
    booth.chord(Key::Q, both).write("guess").key(Key::Enter);
    assert!(booth.shows("Это не тот пароль."));
    assert_ne!(booth.page(), Page::Operator);
    booth.write(PASSWORD).key(Key::Enter);
    assert_eq!(booth.page(), Page::Operator);
    assert!(booth.shows("От 10 до 14"), "participation in steps only");
    booth.tap("Записать пакет…");
    assert!(booth.shows("sadovaya.flbundle"));
    booth.tap("Закрыть киоск");
    assert!(booth.is_closed());
}

#[test]
fn the_exit_password_ends_an_open_visit() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]).key(Key::Num4).key(Key::Enter);
    let both = Modifiers::CTRL | Modifiers::SHIFT;
    booth.chord(Key::Q, both).write(PASSWORD).key(Key::Enter);
    assert_eq!(booth.page(), Page::Operator);
    booth.tap("Вернуться к опросу");
    assert_eq!(booth.page(), Page::Start);
    booth.enter_with(GOOD[0]);
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Question(0), "nothing is answered");
}

#[test]
fn one_key_is_called_one_key() {
    let (station, kept) = double::Double::new(double::short());
    let clerk = double::clerk(station.without_witness(), double::open_day());
    let size = egui::Vec2::new(1280.0, 800.0);
    let mut booth = Booth::over(clerk, kept, (Lang::Ru, size, 1.0));
    booth.key(Key::Enter);
    assert!(booth.shows("Второго ключа в этом опросе нет."));
    booth.tap("Чего программа не может");
    assert!(booth.shows("тайные копии этого диска"));
}
