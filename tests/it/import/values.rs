//! Numbers, dates and groups as people write them.

use frontline::domain::Audience;
use frontline::import::{
    Cell, DayOrder, RefusalReason, When, parse_count, parse_group, parse_number, parse_when,
};

#[test]
fn numbers_are_read_in_both_notations() {
    let good = [
        ("1 234,5", 1234.5),
        ("1\u{a0}234,5", 1234.5),
        ("1\u{2009}234", 1234.0),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1_234_567.0),
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("12 %", 12.0),
        ("12%", 12.0),
        ("-0,4", -0.4),
        ("\u{2212}5", -5.0),
        ("+7", 7.0),
        ("1e3", 1000.0),
        (" 8 ", 8.0),
    ];
    for (text, number) in good {
        assert_eq!(parse_number(text), Some(number), "{text:?}");
    }
    for text in [
        "",
        "—",
        "abc",
        "5 баллов",
        "1-2",
        "nan",
        "inf",
        "1e999",
        "12:30",
    ] {
        assert_eq!(parse_number(text), None, "{text:?}");
    }
}

#[test]
fn counts_take_every_kind_of_thousands() {
    for text in [
        "1234",
        "1 234",
        "1,234",
        "1.234",
        "1\u{a0}234",
        "1234.0",
        "1234,00",
    ] {
        assert_eq!(parse_count(text), Some(1234), "{text:?}");
    }
    for text in ["12,5", "-3", "много", "1,23,4", ""] {
        assert_eq!(parse_count(text), None, "{text:?}");
    }
}

fn when(text: &str, order: DayOrder) -> String {
    match parse_when(Cell::Text(text), order) {
        Ok(When::Day(day)) => day.to_string(),
        Ok(When::Months(first, last)) => format!("{first}..{last}"),
        Err(reason) => reason.key().to_owned(),
    }
}

#[test]
fn days_are_read_as_they_are_written() {
    for text in [
        "2026-06-03",
        "2026-06-03T10:20:00",
        "2026-06-03 10:20",
        "03.06.2026",
        "3.6.26",
        "03.06.2026 10:20:33",
        "2026/06/03",
        "3 июня 2026",
        "3 июня 2026 г.",
        "3 June 2026",
        "June 3, 2026",
    ] {
        assert_eq!(when(text, DayOrder::Unknown), "2026-06-03", "{text:?}");
    }
    assert_eq!(
        when("6/3/2026", DayOrder::Unknown),
        "refused-ambiguous-date"
    );
    assert_eq!(when("6/3/2026", DayOrder::DayFirst), "2026-03-06");
    assert_eq!(when("6/3/2026", DayOrder::MonthFirst), "2026-06-03");
    assert_eq!(when("6/23/2026 4:05:06", DayOrder::Unknown), "2026-06-23");
    assert_eq!(when("23/6/2026", DayOrder::Unknown), "2026-06-23");
    assert_eq!(when("5/5/2026", DayOrder::Unknown), "2026-05-05");
    assert_eq!(
        when("31.06.2026", DayOrder::Unknown),
        "refused-no-such-date"
    );
    assert_eq!(
        when("46176", DayOrder::Unknown),
        "2026-06-03",
        "a serial day saved as text"
    );
    assert_eq!(when("вчера", DayOrder::Unknown), "refused-not-a-date");
    let serial = parse_when(Cell::Number(46_176.0), DayOrder::Unknown);
    assert_eq!(serial, Ok(When::Day(jiff::civil::date(2026, 6, 3))));
    assert_eq!(
        parse_when(Cell::Number(9.0), DayOrder::Unknown),
        Err(RefusalReason::NotADate)
    );
}

#[test]
fn periods_are_read_as_they_are_written() {
    for text in [
        "июнь 2026",
        "Июнь 2026 г.",
        "июнь 2026 года",
        "June 2026",
        "Jun-26",
        "2026-06",
        "06.2026",
        "6/2026",
    ] {
        assert_eq!(
            when(text, DayOrder::Unknown),
            "2026-06..2026-06",
            "{text:?}"
        );
    }
    for text in [
        "2026-Q2",
        "Q2 2026",
        "2 кв. 2026",
        "II кв. 2026",
        "II квартал 2026 г.",
        "2кв 2026",
        "2026-04..2026-06",
    ] {
        assert_eq!(
            when(text, DayOrder::Unknown),
            "2026-04..2026-06",
            "{text:?}"
        );
    }
    assert_eq!(when("2026", DayOrder::Unknown), "2026-01..2026-12");
    assert_eq!(when("H1 2026", DayOrder::Unknown), "2026-01..2026-06");
    assert_eq!(
        when("2 полугодие 2026", DayOrder::Unknown),
        "2026-07..2026-12"
    );
}

#[test]
fn staff_groups_have_many_names() {
    for text in [
        "contact",
        "Контактный",
        "контактный персонал",
        "front",
        "Front-office",
        "Фронт",
        "Первая линия",
    ] {
        assert_eq!(
            parse_group(text, false),
            Some(Audience::Contact),
            "{text:?}"
        );
    }
    for text in [
        "back_office",
        "Back office",
        "бэк-офис",
        "Бэкофис",
        "офис",
        "неконтактный",
        "non-contact",
    ] {
        assert_eq!(
            parse_group(text, false),
            Some(Audience::BackOffice),
            "{text:?}"
        );
    }
    assert_eq!(parse_group("все", false), Some(Audience::All));
    assert_eq!(parse_group("1", false), None);
    assert_eq!(parse_group("1", true), Some(Audience::Contact));
    assert_eq!(parse_group("нет", true), Some(Audience::BackOffice));
    assert_eq!(parse_group("марсианин", true), None);
}
