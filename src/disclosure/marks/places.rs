//! Streets and houses.

use std::ops::Range;

use super::MarkKind;
use super::tokens::{Token, Tokens};

const STREETS: [&str; 30] = [
    "ул",
    "улица",
    "улице",
    "улицы",
    "улицу",
    "улицей",
    "проспект",
    "проспекте",
    "проспекта",
    "проспекту",
    "пр",
    "просп",
    "переулок",
    "переулке",
    "переулка",
    "пер",
    "площадь",
    "площади",
    "пл",
    "шоссе",
    "бульвар",
    "бульваре",
    "бульвара",
    "набережная",
    "набережной",
    "наб",
    "проезд",
    "проезде",
    "микрорайон",
    "мкр",
];
const STREETS_EN: [&str; 12] = [
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "lane",
    "ln",
    "square",
    "boulevard",
    "blvd",
    "drive",
];
const HOUSES: [&str; 8] = [
    "дом",
    "дома",
    "доме",
    "д",
    "кв",
    "квартира",
    "квартире",
    "корпус",
];

/// Adds the addresses of a text.
pub(super) fn find(tokens: &Tokens<'_>, found: &mut Vec<(MarkKind, Range<usize>)>) {
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at) else {
            continue;
        };
        let span = if token.is(&STREETS) {
            street(tokens, at)
        } else if token.is(&STREETS_EN) {
            street_en(tokens, at)
        } else if token.is(&HOUSES) {
            let number = tokens.get(at + 1);
            let is_house = number.is_some_and(|it| is_close(it) && it.number().is_some());
            is_house.then_some((at, at + 1))
        } else {
            None
        };
        if let Some((first, last)) = span {
            found.push((MarkKind::Address, tokens.span(first, last)));
        }
    }
}

fn is_close(token: &Token<'_>) -> bool {
    token.follows() || matches!(token.gap, "." | ". " | ".\u{a0}" | ", ")
}

/// «на улице Мира, 5», «ул. Садовая д. 3», «на Садовой улице».
fn street(tokens: &Tokens<'_>, at: usize) -> Option<(usize, usize)> {
    let named = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|it| is_close(it) && it.is_capital() && !it.is_first)
    };
    let before = tokens.before(at, 1).is_some_and(|before| {
        before.is_capital() && !before.is_first && tokens.get(at).is_some_and(Token::follows)
    });
    let mut last = at;
    while last < at + 3 && named(last + 1) {
        last += 1;
    }
    let first = if before { at - 1 } else { at };
    if last == at && !before {
        return None;
    }
    if tokens
        .get(last + 1)
        .is_some_and(|it| is_close(it) && it.is(&HOUSES))
    {
        last += 1;
    }
    if tokens
        .get(last + 1)
        .is_some_and(|it| is_close(it) && it.number().is_some())
    {
        last += 1;
    }
    Some((first, last))
}

/// “12 Garden Street”, “on Baker Street”.
fn street_en(tokens: &Tokens<'_>, at: usize) -> Option<(usize, usize)> {
    let own = tokens.get(at)?;
    let mut first = at;
    while first > 0
        && at - first < 3
        && tokens.get(first).is_some_and(Token::follows)
        && tokens
            .before(first, 1)
            .is_some_and(|it| it.is_capital() && !it.is(&["on", "at", "the"]))
    {
        first -= 1;
    }
    if first == at {
        return None;
    }
    let has_number = tokens.get(first).is_some_and(Token::follows)
        && tokens
            .before(first, 1)
            .is_some_and(|it| it.number().is_some());
    if has_number {
        return Some((first - 1, at));
    }
    (own.is_capital() && own.len() > 2).then_some((first, at))
}
