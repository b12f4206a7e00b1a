//! Codes that are not taken, days that are not open, and comments that say too much.

use egui::Key;
use frontline::domain::Date;
use frontline::ui::kiosk::Page;

use super::booth::{Booth, Setting};
use super::double::{FOREIGN, GOOD};

#[test]
fn a_mistyped_code_names_the_group_and_can_be_mended() {
    let mut booth = Booth::new();
    booth.enter_with("K7M2QX9TRB4J");
    assert_eq!(booth.page(), Page::Code);
    assert!(booth.shows("В третьей группе знак не тот"));
    booth.key(Key::Backspace).write("H").key(Key::Enter);
    assert_eq!(booth.page(), Page::Question(0));
}

#[test]
fn a_code_with_more_slips_is_refused_without_a_group() {
    let mut booth = Booth::new();
    booth.enter_with("K7M3QX9TRB4J");
    assert!(booth.shows("Один из знаков не тот"));
}

#[test]
fn a_spent_code_is_refused() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]).answer_all("");
    booth.key(Key::Enter).key(Key::Enter).key(Key::Enter);
    assert_eq!(booth.page(), Page::Start);
    booth.enter_with(GOOD[0]);
    assert_eq!(booth.page(), Page::Code);
    assert!(booth.shows("По этому коду уже ответили"));
}

#[test]
fn a_code_of_another_station_is_refused() {
    let mut booth = Booth::new();
    booth.enter_with(FOREIGN);
    assert_eq!(booth.page(), Page::Code);
    assert!(booth.shows("не для этого компьютера"));
}

#[test]
fn letters_are_forgiven_and_pasting_is_not_possible() {
    let mut booth = Booth::new();
    booth.key(Key::Enter).key(Key::Enter);
    booth.event(egui::Event::Paste(GOOD[0].to_owned()));
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Code, "nothing was pasted");
    // Lower case, a dash, and a Cyrillic letter for its twin.
    booth.write("\u{43a}7m2-qx9t-rb4h").key(Key::Enter);
    assert_eq!(booth.page(), Page::Question(0));
}

#[test]
fn before_and_after_the_days_there_is_a_friendly_page() {
    let on = |day| {
        Booth::of(Setting {
            day,
            ..Setting::default()
        })
    };
    let early = on(Date::constant(2026, 9, 30));
    assert_eq!(early.page(), Page::Closed);
    assert!(early.shows("Опрос начнётся 1\u{a0}октября 2026"));
    let late = on(Date::constant(2026, 10, 21));
    assert_eq!(late.page(), Page::Closed);
    assert!(late.shows("Опрос закончился 20\u{a0}октября 2026"));
    assert_eq!(on(Date::constant(2026, 10, 20)).page(), Page::Start);
}

#[test]
fn a_comment_with_a_name_or_phone_is_warned_about() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]);
    for _ in 0..8 {
        booth.key(Key::N).key(Key::Enter);
    }
    assert_eq!(booth.page(), Page::Question(8));
    booth.write("Всё хорошо");
    assert!(!booth.shows("Похоже, здесь"));
    booth.write(". Спросите Петрову, 8 916 123-45-67");
    assert!(booth.shows("имя из списка сотрудников («Петрову»), номер телефона"));
    // Names stand together, each once.
    booth.write(", Петровой или петрову");
    assert!(booth.shows("имя из списка сотрудников («Петрову», «Петровой»), номер телефона"));
    booth.tap("Стереть комментарий");
    assert!(!booth.shows("Петрову"));
}

#[test]
fn a_comment_stops_at_two_thousand_bytes() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]);
    for _ in 0..8 {
        booth.key(Key::N).key(Key::Enter);
    }
    booth.write(&"ж".repeat(1_500));
    assert!(booth.shows("Свободно 0 из 2000 байт"));
    booth.write("a");
    assert!(booth.shows("Свободно 0 из 2000 байт"));
}
