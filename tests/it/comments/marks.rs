//! Passages that give somebody away, in both languages: what must be marked, and what must not.

use frontline::disclosure::marks::{MarkKind, Marker};

use MarkKind::{Address, Branch, Date, Email, Name, Phone, Position, Shift, Time};

fn marker() -> Marker {
    let branches = [
        "Кофейня Садовая",
        "Кофейня Речной порт",
        "Cafe Harbour",
        "Кофейня Мира",
    ];
    let positions = [
        "Шеф-повар",
        "Старший смены",
        "Управляющая",
        "Shift supervisor",
        "Barista",
    ];
    Marker::new(&branches, &positions)
}

/// Kind and words of every mark.
fn marked(text: &str) -> Vec<(MarkKind, String)> {
    let letters: Vec<char> = text.chars().collect();
    marker()
        .marks(text)
        .into_iter()
        .map(|mark| (mark.kind, letters[mark.range].iter().collect()))
        .collect()
}

/// A text, and the kinds and words that must be marked in it.
type Case = (&'static str, &'static [(MarkKind, &'static str)]);

const RUSSIAN: &[Case] = &[
    ("Наш Сергей опаздывает", &[(Name, "Сергей")]),
    ("спросите у сергея, он знает", &[(Name, "сергея")]),
    ("Мария Ивановна кричит на всех", &[(Name, "Мария Ивановна")]),
    (
        "Попросили Марию Ивановну помочь",
        &[(Name, "Марию Ивановну")],
    ),
    ("Иванов И. И. не даёт отпуск", &[(Name, "Иванов И. И")]),
    ("Не хватает А. Петровой на кассе", &[(Name, "А. Петровой")]),
    ("Кричит только Палыч", &[(Name, "Палыч")]),
    ("Все боятся Кузнецова", &[(Name, "Кузнецова")]),
    ("Работать с Ольгой Ли приятно", &[(Name, "Ольгой Ли")]),
    ("Наша Вера всё решает", &[(Name, "Вера")]),
    (
        "Айгуль и Нурлан работают за троих",
        &[(Name, "Айгуль"), (Name, "Нурлан")],
    ),
    ("господин Шмидт не здоровается", &[(Name, "Шмидт")]),
    ("Звоните +7 912 345-67-89", &[(Phone, "+7 912 345-67-89")]),
    ("или 123-45-67", &[(Phone, "123-45-67")]),
    ("пишите на anna@mail.ru", &[(Email, "anna@mail.ru")]),
    ("мой телеграм @kot_kot", &[(Email, "@kot_kot")]),
    (
        "в ночную смену 5 марта",
        &[(Shift, "ночную смену"), (Date, "5 марта")],
    ),
    ("после 2-й смены", &[(Shift, "2-й смены")]),
    ("вторая смена всегда грязная", &[(Shift, "вторая смена")]),
    ("смена № 3 не убирает", &[(Shift, "смена № 3")]),
    ("с 5 на 6 марта 2026 года", &[(Date, "5 на 6 марта 2026")]),
    (
        "это было двадцать первого декабря",
        &[(Date, "двадцать первого декабря")],
    ),
    ("05.03 нас не отпустили", &[(Date, "05.03")]),
    ("5.03.2026 сломалась печь", &[(Date, "5.03.2026")]),
    ("в прошлую пятницу", &[(Date, "прошлую пятницу")]),
    ("во вторник приезжала проверка", &[(Date, "во вторник")]),
    ("Вчера накричали при гостях", &[(Date, "Вчера")]),
    ("прошлой ночью не было света", &[(Date, "прошлой ночью")]),
    ("в 14:30 отключили воду", &[(Time, "14:30")]),
    ("пришёл к 8 утра", &[(Time, "8 утра")]),
    ("на улице Ленина, 5 темно", &[(Address, "улице Ленина, 5")]),
    ("точка на Садовой улице", &[(Address, "Садовой улице")]),
    ("ул. Мира д. 7", &[(Address, "ул. Мира д. 7")]),
    ("у нас в Садовой холодно", &[(Branch, "Садовой")]),
    ("нашего шеф-повара не слушают", &[(Position, "шеф-повара")]),
    (
        "Старшему смены не доплачивают",
        &[(Position, "Старшему смены")],
    ),
    ("управляющей всё равно", &[(Position, "управляющей")]),
];

const ENGLISH: &[Case] = &[
    ("Ask Olga about it", &[(Name, "Olga")]),
    ("We all fear Mr. Brown", &[(Name, "Brown")]),
    ("It was Anna Kowalski who left", &[(Name, "Anna Kowalski")]),
    ("Only J. Smith knows", &[(Name, "J. Smith")]),
    ("the rota is made by Mark", &[(Name, "Mark")]),
    ("talk to jennifer first", &[(Name, "jennifer")]),
    ("John’s team is fine", &[(Name, "John")]),
    ("last Friday’s shift", &[(Shift, "last Friday’s shift")]),
    ("on the night shift nobody helps", &[(Shift, "night shift")]),
    ("on Monday the boiler broke", &[(Date, "on Monday")]),
    ("Yesterday I was told off", &[(Date, "Yesterday")]),
    ("on March 5th we closed", &[(Date, "March 5th")]),
    ("the 5th of March", &[(Date, "5th of March")]),
    ("2026-03-05 was bad", &[(Date, "2026-03-05")]),
    ("05/03/2026 was worse", &[(Date, "05/03/2026")]),
    ("at 8 pm they lock the door", &[(Time, "8 pm")]),
    ("came at 9:15 am", &[(Time, "9:15 am")]),
    ("the shop on Baker Street", &[(Address, "Baker Street")]),
    ("at 12 Garden Road", &[(Address, "12 Garden Road")]),
    ("down in Harbour it leaks", &[(Branch, "Harbour")]),
    (
        "our shift supervisor shouts",
        &[(Position, "shift supervisor")],
    ),
    ("call 020 7946 0123 or me", &[(Phone, "020 7946 0123")]),
    ("call +44 20 7946 0123", &[(Phone, "+44 20 7946 0123")]),
    ("me@chain.co.uk", &[(Email, "me@chain.co.uk")]),
];

const CLEAN: &[&str] = &[
    "Зарплату задерживают, людей не хватает",
    "Ночные смены плохо оплачиваются",
    "Нет света в подсобке и воды тоже",
    "График 2/2 лучше, чем 5/2",
    "Работаем 24/7 без выходных",
    "По пятницам всегда завал",
    "Вера в руководство потеряна. Надежда только на премию",
    "Любовь к гостям не купишь",
    "Оценка 4.5 из 5, план 3.05 не нужен никому",
    "Нужно 12 часов отдыха, а не 8",
    "2 смены подряд – это тяжело",
    "Кассиры и повара не виноваты",
    "Спасибо Вам за опрос. Ваш вопрос важен",
    "С Новым годом поздравили, и хорошо",
    "Основная проблема – зарплата",
    "Отличная команда и понятные задачи",
    "Магазин маленький, склад далеко",
    "Каждую пятницу разгрузка",
    "мира и добра всем",
    "смены слишком длинные",
    "Виновна система, а не люди",
    "Will you raise our pay?",
    "Mark the exits, please. Grace under pressure",
    "We need 12 hours of rest",
    "Night shifts pay too little",
    "Every Monday is delivery day, Fridays are busy",
    "open 24/7 and always short of staff",
    "I may leave, I will not stay",
    "1.5 times the pay, version 2.10",
    "HR and IT never answer. The App is slow",
    "",
];

#[test]
fn what_gives_somebody_away_is_marked() {
    let mut faults = Vec::new();
    for (text, wanted) in RUSSIAN.iter().chain(ENGLISH) {
        let found = marked(text);
        let wanted: Vec<(MarkKind, String)> = wanted
            .iter()
            .map(|(kind, words)| (*kind, (*words).to_owned()))
            .collect();
        if found != wanted {
            faults.push(format!("{text}\n   {found:?}\n   {wanted:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn ordinary_words_are_left_alone() {
    let found: Vec<_> = CLEAN
        .iter()
        .map(|text| (text, marked(text)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn marks_stand_in_order_and_inside_the_text() {
    let pieces = [
        "Ёлка ",
        "Анна Ивановна",
        "5 марта",
        " @a_b_c ",
        "…",
        "İ",
        "ночную смену",
        "\n",
        "8:30",
        "ул. Ёж, 5",
    ];
    let mut turn: usize = 7;
    for _ in 0..3_000 {
        let mut text = String::new();
        for _ in 0..turn % 9 {
            turn = (turn * 31 + 11) % 1_000_003;
            text.push_str(pieces[turn % pieces.len()]);
        }
        turn = (turn * 17 + 5) % 1_000_003;
        let length = text.chars().count();
        let mut end = 0;
        for mark in marker().marks(&text) {
            assert!(end <= mark.range.start, "{text:?}");
            assert!(
                mark.range.start < mark.range.end && mark.range.end <= length,
                "{text:?}"
            );
            end = mark.range.end;
        }
    }
}
