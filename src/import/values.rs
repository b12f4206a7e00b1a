//! Numbers, counts, scores and staff groups out of cells, as people write them in both languages.

use super::normal::{best_fit, normal};
use super::refusal::RefusalReason;
use super::table::Cell;
use crate::domain::{Audience, NpsScore};

/// A number from text: spaces between thousands, comma or point, a percent sign, a real minus. One
/// comma is a decimal comma: `1,234` is a little more than one. Per cent stay per cent: `12 %` is 12.
#[must_use]
pub fn parse_number(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let mut plain = String::with_capacity(text.len());
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let is_comma_decimal = match (commas, points) {
        (1, 0) => true,
        (1, _) => text.rfind(',') > text.rfind('.'),
        _ => false,
    };
    let is_point_decimal = !is_comma_decimal && points == 1;
    for c in text.chars() {
        match c {
            '0'..='9' => plain.push(c),
            ',' if is_comma_decimal => plain.push('.'),
            '.' if is_point_decimal => plain.push('.'),
            ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' => {}
            '-' | '\u{2212}' | '–' if plain.is_empty() => plain.push('-'),
            '+' if plain.is_empty() => {}
            'e' | 'E' if plain.ends_with(|c: char| c.is_ascii_digit()) => {
                return text
                    .replace(',', ".")
                    .parse()
                    .ok()
                    .filter(|n: &f64| n.is_finite());
            }
            _ => return None,
        }
    }
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A count from text: `1 234`, `1,234` and `1234` are the same.
#[must_use]
pub fn parse_count(text: &str) -> Option<u64> {
    let is_gap = |c: &char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'');
    let text: String = text.trim().chars().filter(|c| !is_gap(c)).collect();
    let mut groups = text.split([',', '.']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    // `12.0`, `12,00`
    if let [decimals] = rest.as_slice()
        && decimals.len() != 3
        && decimals.bytes().all(|b| b == b'0')
    {
        return first.parse().ok();
    }
    if !rest.is_empty()
        && (first.is_empty() || first.len() > 3 || rest.iter().any(|group| group.len() != 3))
    {
        return None;
    }
    let digits = format!("{first}{}", rest.concat());
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        digits.parse().ok()
    } else {
        None
    }
}

/// A number from a cell.
pub(super) fn number(cell: Cell<'_>) -> Result<f64, RefusalReason> {
    match cell {
        Cell::Number(number) if number.is_finite() => Ok(number),
        Cell::Text(text) => parse_number(text).ok_or_else(|| no_number(text)),
        Cell::Empty => Err(RefusalReason::EmptyCell),
        Cell::Fault => Err(RefusalReason::CellFault),
        Cell::Number(_) | Cell::Day(_) | Cell::Bool(_) => Err(RefusalReason::NotANumber),
    }
}

fn no_number(text: &str) -> RefusalReason {
    if text.chars().any(|c| c.is_ascii_digit()) {
        RefusalReason::NotANumber
    } else {
        RefusalReason::TextWhereNumber
    }
}

/// A count from a cell: whole, not negative, at most ten million.
pub(super) fn count(cell: Cell<'_>) -> Result<u64, RefusalReason> {
    const MOST: f64 = 10_000_000.0;
    if let Cell::Text(text) = cell
        && let Some(count) = parse_count(text)
    {
        return if count <= 10_000_000 {
            Ok(count)
        } else {
            Err(RefusalReason::CountRange)
        };
    }
    let number = number(cell)?;
    if !(0.0..=MOST).contains(&number) {
        return Err(RefusalReason::CountRange);
    }
    whole(number).ok_or(RefusalReason::NotWhole)
}

/// A whole number between 0 and ten million.
pub(super) fn whole(number: f64) -> Option<u64> {
    if number.fract().abs() > 1e-9 || !(0.0..=10_000_000.0).contains(&number) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked just above"
    )]
    let whole = number.round() as u64;
    Some(whole)
}

/// A score from 0 to 10; words behind the number, as in "10 – for sure", do not matter.
pub(super) fn score(cell: Cell<'_>) -> Result<NpsScore, RefusalReason> {
    let number = match cell {
        Cell::Text(text) => match leading_number(text) {
            Some(number) => f64::from(number),
            None => number(cell)?,
        },
        Cell::Empty | Cell::Number(_) | Cell::Day(_) | Cell::Bool(_) | Cell::Fault => number(cell)?,
    };
    if !(0.0..=10.0).contains(&number) {
        return Err(RefusalReason::ScoreRange);
    }
    let score = whole(number)
        .and_then(|score| u8::try_from(score).ok())
        .ok_or(RefusalReason::NotWhole)?;
    NpsScore::new(score).map_err(|_| RefusalReason::ScoreRange)
}

/// The number that a label starts with: `5 — strongly agree`, `4. Agree`, `3 (so-so)`, `2`.
pub(super) fn leading_number(text: &str) -> Option<u8> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let mut rest = text.chars().skip(digits.len()).skip_while(|c| *c == ' ');
    match (rest.next(), rest.next()) {
        (None, _) => digits.parse().ok(),
        // `3,5` and `3.5` are numbers, not labels; `10:30` is a time, `3-4` a range.
        (Some('.' | ',' | ':' | '-' | '/'), Some(next)) if next.is_ascii_digit() => None,
        (Some('.' | ')' | '(' | '-' | '–' | '—' | ':' | '=' | ',' | '/'), _) => {
            digits.parse().ok()
        }
        (Some(_), _) => None,
    }
}

/// Words for contact staff and for the back office; stems end in `*`.
const CONTACT: &[&str] = &[
    "contact*",
    "контакт*",
    "front*",
    "фронт*",
    "первая линия",
    "линейн*",
    "сервис*",
    "зал",
    "customer facing",
    "line staff",
];
const BACK: &[&str] = &[
    "back*",
    "бэк*",
    "бек*",
    "non contact*",
    "noncontact*",
    "неконтакт*",
    "не контакт*",
    "non customer*",
];
/// Words that mean the back office where nothing speaks of contact ("front office").
const OFFICE: &[&str] = &[
    "офис*",
    "office*",
    "support*",
    "поддержк*",
    "администрац*",
    "вспомогат*",
];
const ALL: &[&str] = &["all", "total", "все", "всего", "итого", "весь персонал"];

/// Whose answers: a staff group, or all. `is_flag` where the column says yes or no to "contact".
#[must_use]
pub fn parse_group(text: &str, is_flag: bool) -> Option<Audience> {
    let word = normal(text);
    if is_flag {
        match word.as_str() {
            "1" | "true" | "yes" | "да" | "y" | "истина" => return Some(Audience::Contact),
            "0" | "false" | "no" | "нет" | "n" | "ложь" => {
                return Some(Audience::BackOffice);
            }
            _ => {}
        }
    }
    // "Back" first: "non-contact" contains "contact".
    if best_fit(&word, BACK) > 0 {
        return Some(Audience::BackOffice);
    }
    if best_fit(&word, CONTACT) > 0 {
        return Some(Audience::Contact);
    }
    if best_fit(&word, OFFICE) > 0 {
        return Some(Audience::BackOffice);
    }
    ALL.contains(&word.as_str()).then_some(Audience::All)
}

/// A staff group from a cell.
pub(super) fn group(cell: Cell<'_>, is_flag: bool) -> Result<Audience, RefusalReason> {
    match cell {
        Cell::Empty => Err(RefusalReason::EmptyCell),
        Cell::Fault => Err(RefusalReason::CellFault),
        Cell::Text(_) | Cell::Number(_) | Cell::Bool(_) | Cell::Day(_) => {
            parse_group(&cell.to_text(), is_flag).ok_or(RefusalReason::UnknownGroup)
        }
    }
}
