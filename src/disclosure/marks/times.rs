//! Days, times of day and shifts: with a rota at hand they name whoever was there.

use std::ops::Range;

use super::MarkKind;
use super::tokens::{Token, Tokens};

const MONTHS: [&str; 24] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "янв",
    "фев",
    "мар",
    "апр",
    "июн",
    "июл",
    "авг",
    "сен",
    "сент",
    "окт",
    "ноя",
    "дек",
];
const MONTHS_EN: [&str; 23] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
];
const WEEKDAYS: [&str; 7] = [
    "понедельник",
    "вторник",
    "среду",
    "четверг",
    "пятницу",
    "субботу",
    "воскресенье",
];
const WEEKDAYS_EN: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const ORDINALS: [&str; 21] = [
    "первого",
    "второго",
    "третьего",
    "четвертого",
    "пятого",
    "шестого",
    "седьмого",
    "восьмого",
    "девятого",
    "десятого",
    "одиннадцатого",
    "двенадцатого",
    "тринадцатого",
    "четырнадцатого",
    "пятнадцатого",
    "шестнадцатого",
    "семнадцатого",
    "восемнадцатого",
    "девятнадцатого",
    "двадцатого",
    "тридцатого",
];
/// «Прошлую пятницу», «эту среду»: one of them, not each.
const THAT: [&str; 5] = ["прошл", "минувш", "позапрошл", "следующ", "предыдущ"];
const THAT_EN: [&str; 5] = ["last", "this", "next", "on", "that"];
/// Shifts by time of day, order or weekday.
const KINDS: [&str; 18] = [
    "ночн",
    "дневн",
    "утренн",
    "вечерн",
    "перв",
    "втор",
    "трет",
    "суточн",
    "вчерашн",
    "прошл",
    "минувш",
    "субботн",
    "воскресн",
    "пятничн",
    "предыдущ",
    "последн",
    "четвергов",
    "понедельничн",
];
/// Endings of one thing; those of many are left out.
const ONE: [&str; 12] = [
    "ую", "юю", "ая", "яя", "ой", "ей", "ья", "ью", "ьей", "ью", "ою", "ею",
];
const SHIFT: [&str; 5] = ["смена", "смену", "смене", "сменой", "смены"];
const KINDS_EN: [&str; 15] = [
    "night",
    "morning",
    "evening",
    "afternoon",
    "day",
    "late",
    "early",
    "first",
    "second",
    "third",
    "weekend",
    "graveyard",
    "closing",
    "opening",
    "last",
];

/// Adds the days, times and shifts of a text.
pub(super) fn find(tokens: &Tokens<'_>, found: &mut Vec<(MarkKind, Range<usize>)>) {
    for at in 0..tokens.len() {
        let date = month_day(tokens, at)
            .or_else(|| digits(tokens, at))
            .or_else(|| weekday(tokens, at))
            .or_else(|| near_day(tokens, at));
        let finds = [
            (MarkKind::Date, date),
            (MarkKind::Time, clock(tokens, at)),
            (MarkKind::Shift, shift(tokens, at)),
        ];
        for (kind, span) in finds {
            if let Some((first, last)) = span {
                found.push((kind, tokens.span(first, last)));
            }
        }
    }
}

type Span = Option<(usize, usize)>;

fn is_day(token: &Token<'_>) -> bool {
    token.len() <= 2 && token.number().is_some_and(|day| (1..=31).contains(&day))
}

/// «5 марта», «5-го марта», «пятого марта», «с 5 на 6 марта», “March 5th”, “5th of March”.
fn month_day(tokens: &Tokens<'_>, at: usize) -> Span {
    let month = tokens.get(at)?;
    let is_en = month.is(&MONTHS_EN);
    if !is_en && !month.is(&MONTHS) {
        return None;
    }
    if is_en
        && let Some(day) = tokens.get(at + 1)
        && day.follows()
        && is_day(day)
    {
        let has_suffix = tokens.get(at + 2).is_some_and(|it| it.gap.is_empty());
        return Some((at, if has_suffix { at + 2 } else { at + 1 }));
    }
    if !month.follows() {
        return None;
    }
    let mut first = at.checked_sub(1)?;
    if is_en && tokens.get(first)?.is(&["of"]) {
        first = first.checked_sub(1)?;
    }
    let is_suffix = tokens
        .get(first)?
        .is(&["го", "ого", "е", "st", "nd", "rd", "th"]);
    if is_suffix {
        first = first.checked_sub(1)?;
    }
    let day = tokens.get(first)?;
    if !is_day(day) && !day.is(&ORDINALS) {
        return None;
    }
    // From one day to another, or a compound number.
    if let Some(before) = first.checked_sub(1).and_then(|at| tokens.get(at)) {
        let is_compound = before.is(&["двадцать", "тридцать"]);
        let is_span = matches!(day.gap, "-" | "–" | " - " | " – ") && is_day(before);
        if is_compound || is_span {
            first -= 1;
        } else if before.is(&["на", "по", "и"])
            && first >= 2
            && tokens.get(first - 2).is_some_and(is_day)
        {
            first -= 2;
        }
    }
    let year = tokens.get(at + 1);
    let has_year = year.is_some_and(|it| it.follows() && it.len() == 4 && it.number().is_some());
    Some((first, if has_year { at + 1 } else { at }))
}

/// 05.03, 5.03.2026, 05/03/26, 2026-03-05; not 24/7, 2/2 or 4.5.
fn digits(tokens: &Tokens<'_>, at: usize) -> Span {
    let (first, second) = (tokens.get(at)?, tokens.get(at + 1)?);
    let third = tokens.get(at + 2).filter(|it| it.gap == second.gap);
    let third = third.filter(|it| it.number().is_some());
    let is_month = |token: &Token<'_>| {
        token.len() <= 2
            && token
                .number()
                .is_some_and(|month| (1..=12).contains(&month))
    };
    let is_year = |token: &Token<'_>| matches!(token.len(), 2 | 4);
    match (second.gap, third) {
        ("-", Some(third)) if first.len() == 4 && is_month(second) && is_day(third) => {
            first.number()?;
            Some((at, at + 2))
        }
        ("." | "/", Some(third)) if is_year(third) => {
            let is_date = is_day(first) && is_month(second) || is_month(first) && is_day(second);
            is_date.then_some((at, at + 2))
        }
        ("." | "/", None) => {
            let both = first.len() == 2 && second.len() == 2;
            let is_time = second.gap == "." && tokens.before(at, 1).is_some_and(before_time);
            (both && is_day(first) && is_month(second) && !is_time).then_some((at, at + 1))
        }
        _ => None,
    }
}

/// «В пятницу», «в прошлую пятницу», “last Friday”, “on Friday”; not «по пятницам», “Fridays”.
fn weekday(tokens: &Tokens<'_>, at: usize) -> Span {
    let day = tokens.get(at)?;
    if !day.follows() {
        return None;
    }
    if day.is(&WEEKDAYS_EN) {
        let is_that = tokens.before(at, 1)?.is(&THAT_EN);
        return is_that.then_some((at - 1, at));
    }
    if !day.is(&WEEKDAYS) {
        return None;
    }
    let before = tokens.before(at, 1)?;
    if before.is(&["в", "во"]) {
        return Some((at - 1, at));
    }
    let is_that = before.is(&["эту", "этот", "это", "ту", "тот"])
        || THAT.iter().any(|stem| before.lower.starts_with(stem));
    is_that.then_some((at - 1, at))
}

/// «Вчера», «прошлой ночью», “yesterday”, “last night”.
fn near_day(tokens: &Tokens<'_>, at: usize) -> Span {
    let token = tokens.get(at)?;
    if token.is(&["вчера", "позавчера", "yesterday"]) {
        return Some((at, at));
    }
    let before = tokens.before(at, 1)?;
    let is_night = token.is(&["ночью", "вечером", "утром"])
        && THAT.iter().any(|stem| before.lower.starts_with(stem));
    let is_night_en = token.is(&["night"])
        && before.is(&["last"])
        && !tokens
            .get(at + 1)
            .is_some_and(|it| it.is(&["shift", "shifts"]));
    (token.follows() && (is_night || is_night_en)).then_some((at - 1, at))
}

fn before_time(token: &Token<'_>) -> bool {
    token.is(&["в", "к", "около", "после", "at", "by", "around"])
}

/// 14:30, «в 12.30», «в 8 утра», «к 20 часам», “8 pm”, “at 8 o’clock”.
fn clock(tokens: &Tokens<'_>, at: usize) -> Span {
    let hour = tokens.get(at)?;
    if hour.len() > 2 || hour.number()? > 24 {
        return None;
    }
    let next = tokens.get(at + 1)?;
    let is_asked = tokens.before(at, 1).is_some_and(before_time);
    let is_minute = next.len() == 2 && next.number().is_some_and(|minute| minute < 60);
    if is_minute && (next.gap == ":" || next.gap == "." && is_asked) {
        let has_half = tokens
            .get(at + 2)
            .is_some_and(|it| it.is(&["am", "pm"]) && it.gap.len() <= 1);
        return Some((at, if has_half { at + 2 } else { at + 1 }));
    }
    let is_near = next.gap.is_empty() || next.follows();
    let is_half = next.is(&["am", "pm"])
        || next.is(&["a", "p"])
            && tokens
                .get(at + 2)
                .is_some_and(|it| it.gap == "." && it.is(&["m"]));
    if is_near && is_half {
        return Some((at, if next.len() == 1 { at + 2 } else { at + 1 }));
    }
    let is_oclock = next.is(&["o"]) && tokens.get(at + 2).is_some_and(|it| it.is(&["clock"]));
    if is_asked && is_oclock {
        return Some((at, at + 2));
    }
    let is_part = next.is(&[
        "утра",
        "вечера",
        "ночи",
        "дня",
        "час",
        "часа",
        "часов",
        "часам",
    ]);
    (is_asked && is_near && is_part).then_some((at, at + 1))
}

/// «Ночную смену», «2-я смена», «смена № 3», “Friday’s shift”, “the night shift”; not «ночные смены».
fn shift(tokens: &Tokens<'_>, at: usize) -> Span {
    let token = tokens.get(at)?;
    if token.is(&["shift"]) {
        return shift_en(tokens, at);
    }
    if !token.is(&SHIFT) {
        return None;
    }
    if let Some(number) = tokens.get(at + 1)
        && matches!(number.gap, " № " | " №" | " N" | " #" | " ")
        && number.number().is_some()
        && number.len() == 1
        && !tokens
            .get(at + 2)
            .is_some_and(|it| it.is(&["через", "раза"]) || it.is(&MONTHS) || it.gap == "-")
    {
        return Some((at, at + 1));
    }
    let before = tokens.before(at, 1).filter(|_| token.follows())?;
    let ends_as_one = ONE.iter().any(|ending| before.lower.ends_with(ending));
    let is_kind = KINDS.iter().any(|stem| before.lower.starts_with(stem));
    if is_kind && ends_as_one {
        return Some((at - 1, at));
    }
    let is_ordinal = before.gap == "-" && before.is(&["я", "й", "ю", "ой", "ую", "ая", "ей"]);
    let number = tokens.before(at, 2).and_then(Token::number);
    (is_ordinal && number.is_some()).then(|| (at - 2, at))
}

fn shift_en(tokens: &Tokens<'_>, at: usize) -> Span {
    let before = tokens.before(at, 1).filter(|_| {
        tokens
            .get(at)
            .is_some_and(|it| it.follows() || it.gap == "-")
    })?;
    let mut first = at - 1;
    if before.is(&["s"]) && matches!(before.gap, "'" | "’") {
        first = first.checked_sub(1)?;
    }
    let owner = tokens.get(first)?;
    let fits = owner.is(&KINDS_EN) || owner.is(&WEEKDAYS_EN) || owner.is(&["yesterday", "today"]);
    if !fits {
        return None;
    }
    // “Last Friday’s shift”.
    let is_more = first > 0
        && tokens.get(first).is_some_and(Token::follows)
        && tokens
            .get(first - 1)
            .is_some_and(|it| it.is(&["last", "this"]) || it.is(&WEEKDAYS_EN));
    Some((if is_more { first - 1 } else { first }, at))
}
