//! Days, months, quarters and years as people and programs write them, in both languages. A day
//! that could be read two ways is refused, not guessed.

use super::refusal::RefusalReason;
use super::table::Cell;
use crate::domain::{Date, Month};

/// Which comes first in `03/06/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayOrder {
    /// Not known: a date that fits both ways is refused.
    #[default]
    Unknown,
    /// The day, as in Europe.
    DayFirst,
    /// The month, as in the United States.
    MonthFirst,
}

/// When something was: a day, or whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// One day.
    Day(Date),
    /// From the first to the last month.
    Months(Month, Month),
}

/// Excel's day zero.
const EXCEL_EPOCH: Date = jiff::civil::date(1899, 12, 30);

/// Reads a day or a period from a cell.
///
/// # Errors
/// The reason, when it is none, there is no such day, or it can be read two ways.
pub fn parse_when(cell: Cell<'_>, order: DayOrder) -> Result<When, RefusalReason> {
    match cell {
        Cell::Day(day) => Ok(When::Day(day)),
        Cell::Number(number) => serial_day(number).ok_or(RefusalReason::NotADate),
        Cell::Text(text) => parse_text(text, order),
        Cell::Empty => Err(RefusalReason::EmptyCell),
        Cell::Fault => Err(RefusalReason::CellFault),
        Cell::Bool(_) => Err(RefusalReason::NotADate),
    }
}

/// Excel's serial day (1982 to 2119), or a year.
fn serial_day(number: f64) -> Option<When> {
    let whole = number.trunc();
    if (1990.0..=2100.0).contains(&number) && (number - whole).abs() < f64::EPSILON {
        return year(&whole.to_string());
    }
    if !(30_000.0..80_000.0).contains(&whole) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "between 30,000 and 80,000")]
    let days = whole as i64;
    EXCEL_EPOCH
        .checked_add(jiff::Span::new().days(days))
        .ok()
        .map(When::Day)
}

fn parse_text(text: &str, order: DayOrder) -> Result<When, RefusalReason> {
    if let Some(day) = iso_day(text) {
        return Ok(When::Day(day));
    }
    let text = text
        .to_lowercase()
        .replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
    let text = text
        .trim_end_matches("г.")
        .trim_end_matches(" г")
        .trim_end_matches("года")
        .trim();
    if let Some(result) = numeric_day(text, order) {
        return result.map(When::Day);
    }
    if let Some(result) = worded(text) {
        return result;
    }
    numeric_period(text)
        .or_else(|| quarter(text))
        .or_else(|| half_year(text))
        .or_else(|| year(text))
        .or_else(|| text.parse().ok().and_then(serial_day))
        .ok_or(RefusalReason::NotADate)
}

/// `2026-06-03`, with or without a time behind.
pub(super) fn iso_day(text: &str) -> Option<Date> {
    let text = text.trim();
    let day: String = text.chars().take(10).collect();
    let is_shape = day.len() == 10
        && day.bytes().enumerate().all(|(i, b)| {
            if i == 4 || i == 7 {
                b == b'-'
            } else {
                b.is_ascii_digit()
            }
        });
    let ends = text
        .chars()
        .nth(10)
        .is_none_or(|c| c == 'T' || c == ' ' || c == 't');
    if is_shape && ends {
        day.parse().ok()
    } else {
        None
    }
}

/// `03.06.2026 10:20`, `3/6/26`, `2026/06/03`: none when it has another shape.
fn numeric_day(text: &str, order: DayOrder) -> Option<Result<Date, RefusalReason>> {
    let day = text.split([' ', 't', ',']).next()?;
    let separator = day.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '.' | '/' | '-') {
        return None;
    }
    let parts: Vec<&str> = day.split(separator).collect();
    let &[a, b, c] = parts.as_slice() else {
        return None;
    };
    let is_number = |part: &str| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
    };
    if ![a, b, c].into_iter().all(is_number) {
        return None;
    }
    let number = |part: &str| part.parse::<i16>().unwrap_or(0);
    if a.len() == 4 {
        return Some(day_of(number(a), number(b), number(c)));
    }
    let year = match c.len() {
        4 => number(c),
        2 => 2000 + number(c),
        _ => return Some(Err(RefusalReason::NotADate)),
    };
    let (first, second) = (number(a), number(b));
    // A dot is only ever written day first.
    let order = if separator == '.' {
        DayOrder::DayFirst
    } else {
        order
    };
    Some(match order {
        DayOrder::DayFirst => day_of(year, second, first),
        DayOrder::MonthFirst => day_of(year, first, second),
        DayOrder::Unknown if first > 12 || first == second => day_of(year, second, first),
        DayOrder::Unknown if second > 12 => day_of(year, first, second),
        DayOrder::Unknown => Err(RefusalReason::AmbiguousDate),
    })
}

fn day_of(year: i16, month: i16, day: i16) -> Result<Date, RefusalReason> {
    let made = i8::try_from(month)
        .ok()
        .zip(i8::try_from(day).ok())
        .filter(|_| (1900..=2100).contains(&year))
        .and_then(|(month, day)| Date::new(year, month, day).ok());
    made.ok_or(RefusalReason::NoSuchDate)
}

/// Does this text prove an order of day and month?
pub(super) fn proven_order(text: &str) -> Option<DayOrder> {
    let day = text.split([' ', 'T', ',']).next()?;
    let mut parts = day.split(['/', '-']);
    let first: u32 = parts.next()?.parse().ok()?;
    let second: u32 = parts.next()?.parse().ok()?;
    parts.next()?.parse::<u32>().ok()?;
    match (first, second) {
        (13..=31, 1..=12) => Some(DayOrder::DayFirst),
        (1..=12, 13..=31) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// Stems of the months, Russian and English, in order.
const MONTHS: [&[&str]; 12] = [
    &["янв", "jan"],
    &["фев", "feb"],
    &["мар", "mar"],
    &["апр", "apr"],
    &["май", "мая", "may"],
    &["июн", "jun"],
    &["июл", "jul"],
    &["авг", "aug"],
    &["сен", "sep"],
    &["окт", "oct"],
    &["ноя", "nov"],
    &["дек", "dec"],
];

fn month_of(word: &str) -> Option<i8> {
    let is_named = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    let index = MONTHS.iter().position(|stems| is_named(stems))?;
    i8::try_from(index + 1).ok()
}

/// «июнь 2026», "3 June 2026", "Jun-26".
fn worded(text: &str) -> Option<Result<When, RefusalReason>> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let month = words.iter().find_map(|word| month_of(word))?;
    let numbers: Vec<i16> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let full_year = |year: i16| if year < 100 { 2000 + year } else { year };
    match *numbers.as_slice() {
        [year] => Some(one_month(full_year(year), month).ok_or(RefusalReason::NotADate)),
        [day, year] => Some(day_of(full_year(year), i16::from(month), day).map(When::Day)),
        _ => None,
    }
}

fn one_month(year: i16, month: i8) -> Option<When> {
    Month::new(year, month)
        .ok()
        .map(|month| When::Months(month, month))
}

/// `2026-06`, `06.2026`, `2026-04..2026-06`.
fn numeric_period(text: &str) -> Option<When> {
    if let Some((first, last)) = text.split_once("..") {
        let (first, last): (Month, Month) = (first.parse().ok()?, last.parse().ok()?);
        return (first <= last).then_some(When::Months(first, last));
    }
    let (a, b) = text.split_once(['-', '/', '.'])?;
    let (year, month) = if a.len() == 4 { (a, b) } else { (b, a) };
    if year.len() != 4 || month.len() > 2 {
        return None;
    }
    one_month(year.parse().ok()?, month.parse().ok()?)
}

/// "2026-Q2", "Q2 2026", «2 кв. 2026», «II квартал 2026».
fn quarter(text: &str) -> Option<When> {
    const ROMAN: [&str; 4] = ["i", "ii", "iii", "iv"];
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let is_quarter = words
        .iter()
        .any(|word| word.starts_with("кв") || word.starts_with('q') || word.ends_with("кв"));
    if !is_quarter {
        return None;
    }
    let year = year_in(&words)?;
    let number = words.iter().find_map(|word| {
        let digit = word.trim_start_matches('q').trim_end_matches("кв");
        let roman = ROMAN
            .iter()
            .position(|roman| *roman == digit)
            .and_then(|i| i8::try_from(i + 1).ok());
        digit
            .parse::<i8>()
            .ok()
            .filter(|n| (1..=4).contains(n))
            .or(roman)
    })?;
    months(year, (number - 1) * 3 + 1, 3)
}

/// "H1 2026", «1 полугодие 2026».
fn half_year(text: &str) -> Option<When> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let is_half = words
        .iter()
        .any(|word| word.starts_with("полугод") || matches!(*word, "h1" | "h2"));
    if !is_half {
        return None;
    }
    let year = year_in(&words)?;
    let is_second = words
        .iter()
        .any(|word| matches!(*word, "h2" | "2" | "ii" | "второе"));
    months(year, if is_second { 7 } else { 1 }, 6)
}

/// The one word of four digits.
fn year_in(words: &[&str]) -> Option<i16> {
    words
        .iter()
        .filter(|word| word.len() == 4)
        .find_map(|word| word.parse().ok())
}

fn year(text: &str) -> Option<When> {
    if text.len() != 4 {
        return None;
    }
    months(text.parse().ok()?, 1, 12)
}

fn months(year: i16, first: i8, count: i16) -> Option<When> {
    let first = Month::new(year, first).ok()?;
    Some(When::Months(first, first.plus(count - 1)))
}

/// First and last day of months.
pub(super) fn days_of(first: Month, last: Month) -> Option<(Date, Date)> {
    let start = Date::new(first.year(), first.month(), 1).ok()?;
    let end = Date::new(last.year(), last.month(), 1)
        .ok()?
        .last_of_month();
    Some((start, end))
}
