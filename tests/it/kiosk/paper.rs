//! Paper forms: typed in twice, compared, sealed through the same station with the same code.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use frontline::domain::{ItemKind, Lang, Questionnaire};
use frontline::ui::kiosk::{Page, PaperStep};

use super::booth::{Booth, Setting};
use super::double::{self, FOREIGN, GOOD, PASSWORD};

const CODE: Page = Page::Paper(PaperStep::Code);
const FIRST: Page = Page::Paper(PaperStep::First);
const SECOND: Page = Page::Paper(PaperStep::Second);
const COMPARE: Page = Page::Paper(PaperStep::Compare);
const SEALED: Page = Page::Paper(PaperStep::Sealed);

const CANARY: &str = "Канарейка поёт про смену 7431";
/// Seven rated questions of the short survey, and the score.
const ANSWERS: [Key; 8] = [
    Key::Num4,
    Key::Num2,
    Key::Num5,
    Key::Num1,
    Key::Num3,
    Key::Num4,
    Key::Num2,
    Key::Num8,
];
const VALUES: [u8; 8] = [4, 2, 5, 1, 3, 4, 2, 8];

/// How many comments a survey asks for.
fn comments(asked: &Questionnaire) -> usize {
    let open = |kind| kind == ItemKind::Open;
    asked.items.iter().filter(|item| open(item.kind)).count()
}

/// Past the password, and by Tab to the paper forms.
fn to_paper(booth: &mut Booth) {
    let both = Modifiers::CTRL | Modifiers::SHIFT;
    booth.chord(Key::Q, both).write(PASSWORD).key(Key::Enter);
    assert_eq!(booth.page(), Page::Operator);
    let name = match booth.lang() {
        Lang::Ru => "Внести анкеты…",
        Lang::En => "Enter paper forms…",
    };
    for _ in 0..12 {
        booth.key(Key::Tab);
        if booth.focused() == name {
            break;
        }
    }
    booth.key(Key::Enter);
    assert_eq!(booth.page(), CODE);
}

fn at_the_first_entry() -> Booth {
    let mut booth = Booth::new();
    to_paper(&mut booth);
    booth.write(GOOD[0]).key(Key::Enter);
    assert_eq!(booth.page(), FIRST);
    booth
}

/// Types a form in up to its last comment, and goes on.
fn type_in(booth: &mut Booth, answers: &[Key], comment: &str) {
    for key in answers {
        booth.key(*key).key(Key::Enter);
    }
    for _ in 0..comments(&double::short()) {
        if !comment.is_empty() {
            booth.write(comment);
        }
        booth.key(Key::Enter);
    }
}

fn given(booth: &Booth, sheet: usize) -> Vec<Option<u8>> {
    let kept = booth.kept.lock().expect("one thread");
    kept.sheets[sheet].0[..ANSWERS.len()].to_vec()
}

fn sheets(booth: &Booth) -> usize {
    booth.kept.lock().expect("one thread").sheets.len()
}

#[test]
fn two_equal_entries_are_sealed_once_by_keys_alone() {
    let mut booth = at_the_first_entry();
    type_in(&mut booth, &ANSWERS, "Хотим менять  кофе");
    assert_eq!(booth.page(), SECOND);
    type_in(&mut booth, &ANSWERS, " Хотим менять кофе");
    assert_eq!(booth.page(), COMPARE);
    assert!(booth.shows("Обе записи совпали"));
    assert_eq!(sheets(&booth), 0, "nothing is stored before the seal");
    booth.key(Key::Enter);
    assert_eq!(booth.page(), SEALED);
    assert!(booth.shows("уничтожьте бумагу или заприте"));
    assert_eq!(sheets(&booth), 1);
    assert_eq!(given(&booth, 0), VALUES.map(Some));
    let kept = booth.kept.lock().expect("one thread");
    assert_eq!(kept.spent, [GOOD[0]]);
    assert!(
        kept.sheets[0]
            .1
            .iter()
            .any(|text| text == "Хотим менять  кофе")
    );
}

#[test]
fn what_differs_has_to_be_settled_before_the_seal() {
    let mut booth = at_the_first_entry();
    type_in(&mut booth, &ANSWERS, "");
    let mut again = ANSWERS;
    again[1] = Key::Num3;
    again[7] = Key::Num9;
    type_in(&mut booth, &again, "");
    assert_eq!(booth.page(), COMPARE);
    assert!(booth.shows("Записи разошлись в 2 вопросах"));
    assert!(booth.shows("Первый раз — 2, второй — 3"));
    let asked = double::short();
    assert!(booth.shows(&asked.items[1].text.ru));
    assert!(!booth.shows(&asked.items[0].text.ru), "only what differs");
    booth.key(Key::Enter).tap("Запечатать");
    assert_eq!((booth.page(), sheets(&booth)), (COMPARE, 0));
    assert!(booth.shows("Вопрос 2: выберите ответ"));
    booth.key(Key::Num3).key(Key::Enter);
    booth.tap("Запечатать");
    assert_eq!((booth.page(), sheets(&booth)), (COMPARE, 0));
    // Neither entry was right.
    booth.key(Key::Num1).key(Key::Num0).key(Key::Enter);
    assert_eq!(booth.page(), SEALED);
    let mut right = VALUES.map(Some);
    right[1] = Some(3);
    right[7] = Some(10);
    assert_eq!(given(&booth, 0), right);
    assert_eq!(sheets(&booth), 1);
}

#[test]
fn a_comment_typed_otherwise_is_chosen_and_may_be_mended() {
    let mut booth = at_the_first_entry();
    type_in(&mut booth, &ANSWERS, "Кофе остыл");
    for key in ANSWERS {
        booth.key(key).key(Key::Enter);
    }
    booth.write("Кофе остыл совсем").key(Key::Enter);
    while booth.page() == SECOND {
        booth.key(Key::Enter);
    }
    assert!(booth.shows("Записи разошлись в 1 вопросе"));
    booth.key(Key::Enter);
    assert_eq!((booth.page(), sheets(&booth)), (COMPARE, 0));
    booth.key(Key::Num1).key(Key::Num2).key(Key::Tab);
    booth.write(" и давно").key(Key::Enter);
    assert_eq!(booth.page(), SEALED);
    let kept = booth.kept.lock().expect("one thread");
    let written: Vec<&String> = kept.sheets[0]
        .1
        .iter()
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(written[0], "Кофе остыл совсем и давно");
    assert!(
        written[1..].iter().all(|text| *text == "Кофе остыл"),
        "not typed again"
    );
}

#[test]
fn the_second_entry_is_blind() {
    let mut booth = at_the_first_entry();
    type_in(&mut booth, &ANSWERS, CANARY);
    assert_eq!(booth.page(), SECOND);
    assert!(booth.shows("осталось 8 вопросов"), "all rows are empty");
    assert!(!booth.shows("7431"));
    booth.key(Key::Backspace).chord(Key::Z, Modifiers::COMMAND);
    for _ in 0..9 {
        booth.key(Key::Num0).key(Key::Minus).key(Key::Enter);
        booth.chord(Key::Z, Modifiers::COMMAND);
        assert!(!booth.shows("7431"));
    }
    assert_eq!(booth.page(), SECOND);
}

#[test]
fn no_answer_and_ten_have_their_keys_and_nothing_is_skipped() {
    let mut booth = at_the_first_entry();
    booth.key(Key::Enter);
    assert!(booth.shows("Вопрос 1: выберите ответ"));
    for _ in 0..2 {
        booth.key(Key::Num0).key(Key::Enter);
        for _ in 0..6 {
            booth.key(Key::Num7).key(Key::Minus).key(Key::Enter);
        }
        booth.key(Key::Num1).key(Key::Num0).key(Key::Enter);
        for _ in 0..comments(&double::short()) {
            booth.key(Key::Enter);
        }
    }
    booth.key(Key::Enter);
    assert_eq!(booth.page(), SEALED);
    let mut right = [None; 8];
    right[7] = Some(10);
    assert_eq!(given(&booth, 0), right);
}

#[test]
fn a_row_that_was_passed_over_keeps_the_form_from_going_on() {
    let mut booth = at_the_first_entry();
    booth.key(Key::ArrowDown);
    for key in &ANSWERS[1..] {
        booth.key(*key).key(Key::Enter);
    }
    booth.tap("Внести второй раз");
    assert_eq!(booth.page(), FIRST);
    assert!(booth.shows("Вопрос 1: выберите ответ"));
    booth.key(Key::Num4).tap("Внести второй раз");
    assert_eq!(booth.page(), SECOND);
}

#[test]
fn a_form_can_be_typed_in_by_mouse() {
    let mut booth = at_the_first_entry();
    for (index, value) in VALUES.iter().enumerate() {
        let cell = format!("Вопрос {}: {value}", index + 1);
        booth.tap_role(Role::RadioButton, &cell);
    }
    booth.tap("Внести второй раз");
    type_in(&mut booth, &ANSWERS, "");
    assert!(booth.shows("Обе записи совпали"));
    booth.tap("Запечатать");
    assert_eq!(given(&booth, 0), VALUES.map(Some));
}

#[test]
fn a_spent_code_is_refused_both_ways() {
    let mut booth = Booth::new();
    booth.enter_with(GOOD[0]).answer_all("");
    booth.key(Key::Enter).key(Key::Enter).key(Key::Enter);
    to_paper(&mut booth);
    booth.write(GOOD[0]).key(Key::Enter);
    assert_eq!(booth.page(), CODE);
    assert!(booth.shows("По этому коду ответ уже есть"));
    for _ in 0..12 {
        booth.key(Key::Backspace);
    }
    booth.write(FOREIGN).key(Key::Enter);
    assert!(booth.shows("спросите HR, где её внести"));
    for _ in 0..12 {
        booth.key(Key::Backspace);
    }
    booth.write(GOOD[1]).key(Key::Enter);
    for _ in 0..2 {
        type_in(&mut booth, &ANSWERS, "");
    }
    booth.key(Key::Enter).tap("Закончить");
    assert_eq!(booth.page(), Page::Operator);
    booth.tap("Вернуться к опросу").enter_with(GOOD[1]);
    assert_eq!(
        booth.page(),
        Page::Code,
        "spent on paper, spent on the screen"
    );
    assert_eq!(sheets(&booth), 2);
}

#[test]
fn three_quiet_minutes_wipe_both_entries() {
    let mut booth = at_the_first_entry();
    type_in(&mut booth, &ANSWERS, CANARY);
    for key in ANSWERS {
        booth.key(key).key(Key::Enter);
    }
    booth.write(CANARY);
    booth.wait(120.0);
    assert!(booth.shows(CANARY), "somebody reads the paper");
    booth.wait(46.0);
    assert!(booth.shows("Вы ещё здесь?") && !booth.shows("7431"));
    booth.wait(15.0);
    assert_eq!(booth.page(), Page::Start);
    assert!(!booth.shows("7431"));
    booth.enter_with(GOOD[0]);
    assert_eq!(booth.page(), Page::Question(0), "the code is not spent");
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Question(0), "and nothing is answered");
    assert_eq!(sheets(&booth), 0);
}

#[test]
fn the_next_form_begins_empty() {
    let mut booth = at_the_first_entry();
    for _ in 0..2 {
        type_in(&mut booth, &ANSWERS, CANARY);
    }
    booth.key(Key::Enter);
    assert_eq!(booth.page(), SEALED);
    assert!(!booth.shows("7431"), "gone before the page is drawn");
    booth.key(Key::Enter);
    assert_eq!(booth.page(), CODE);
    assert!(!booth.shows(GOOD[0]));
    booth.write(GOOD[1]).key(Key::Enter);
    assert!(booth.shows("осталось 8 вопросов"));
    assert!(!booth.shows("7431"));
    booth.key(Key::Num3).tap("Стереть и начать заново");
    assert_eq!(booth.page(), CODE);
    booth.write(GOOD[1]).key(Key::Enter);
    assert!(booth.shows("осталось 8 вопросов"), "erased with the form");
    assert_eq!(sheets(&booth), 1);
}

#[test]
fn a_disk_that_refuses_keeps_the_form() {
    let mut booth = at_the_first_entry();
    for _ in 0..2 {
        type_in(&mut booth, &ANSWERS, "");
    }
    booth.kept.lock().expect("one thread").breaks_once = true;
    booth.key(Key::Enter);
    assert_eq!(booth.page(), COMPARE);
    assert!(booth.shows("код действует"));
    booth.key(Key::Enter);
    assert_eq!((booth.page(), sheets(&booth)), (SEALED, 1));
}

#[test]
fn the_exit_password_ends_a_form() {
    let mut booth = at_the_first_entry();
    booth.key(Key::Num4);
    to_paper(&mut booth);
    booth.write(GOOD[0]).key(Key::Enter);
    assert!(booth.shows("осталось 8 вопросов"));
}

/// Types the full form in twice, the second time otherwise, and looks at every page.
fn on_every_page(booth: &mut Booth, look: &dyn Fn(&Booth)) {
    let asked = double::full();
    let both = Modifiers::CTRL | Modifiers::SHIFT;
    booth.chord(Key::Q, both).write(PASSWORD).key(Key::Enter);
    look(booth);
    to_paper(booth);
    look(booth);
    booth.write(FOREIGN).key(Key::Enter);
    look(booth);
    for _ in 0..12 {
        booth.key(Key::Backspace);
    }
    booth.write(GOOD[0]).key(Key::Enter);
    for (value, words) in [
        (Key::Num2, "Кофе остыл. "),
        (Key::Num4, "Кофе давно остыл. "),
    ] {
        look(booth);
        for item in &asked.items {
            if item.kind == ItemKind::Open {
                booth.write(&words.repeat(40));
                look(booth);
            } else {
                booth.key(value);
            }
            booth.key(Key::Enter);
        }
    }
    look(booth);
    for _ in &asked.items {
        booth.key(Key::Num2).key(Key::Enter);
    }
    look(booth);
    assert_eq!(booth.page(), SEALED);
}

#[test]
fn no_page_overflows_in_either_language() {
    let low = Vec2::new(1024.0, 700.0);
    for (size, scale) in [(low, 1.0), (low, 1.5), (Vec2::new(1280.0, 800.0), 1.5)] {
        for lang in Lang::ALL {
            let mut booth = Booth::of(Setting {
                lang,
                size,
                scale,
                asked: double::full(),
                ..Setting::default()
            });
            on_every_page(&mut booth, &|booth| {
                let page = booth.page();
                let outside = booth.outside(size);
                assert!(outside.is_empty(), "{page:?} {size} {outside:?}");
                assert!(!booth.has_id_clash(), "{page:?} {size}");
                for (name, rect) in booth.targets() {
                    let is_in = rect.left() >= -0.5 && rect.right() <= size.x + 0.5;
                    assert!(is_in, "{name} at {rect:?} on {page:?}");
                }
                let foot = size.y - if size.y < 760.0 { 76.0 } else { 88.0 };
                let mut all = booth.targets().into_iter();
                let covered = all.find(|own| own.1.y_range().contains(foot));
                assert!(page != Page::Operator || covered.is_none(), "{covered:?}");
            });
        }
    }
}
