//! The sheet of questions: every item of the company, what stands beside it, its distribution.

use std::collections::BTreeMap;

use super::page::{Page, mean, share};
use super::{About, Fault, OtherKind, Place, Says, Subject};
use crate::domain::Audience;

/// Columns of the dimension and of the question.
const DIMENSION: u32 = 1;
const QUESTION: u32 = 2;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Column {
    Count,
    Mean,
    Low,
    High,
    Level(u8),
    Favourable,
    Group(Audience),
    Own,
    OwnDifference,
    Statistic,
}

pub(super) fn read(page: &mut Page<'_>) {
    let book = page.book;
    let head = book.word("book-column-dimension");
    let mut columns: Vec<(u32, Column)> = Vec::new();
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for row in page.rows() {
        let first = page.text((row, DIMENSION));
        if first == head {
            columns = heads(page, row);
            continue;
        }
        let text = page.text((row, QUESTION)).trim_end_matches(" ↺");
        let Some(dimension) = book.names.dimension(book.lang, first) else {
            continue;
        };
        // Two questions of a dimension may have the same words: they come in order.
        let times = met.entry(format!("{dimension}\n{text}")).or_default();
        let mut same = book.names.items(book.lang, text);
        let item = same
            .by_ref()
            .filter(|item| item.dimension == dimension)
            .nth(*times);
        *times += 1;
        match item {
            Some(item) => figures(page, row, &Subject::Item(item.id.as_str().into()), &columns),
            None => page.notice((row, QUESTION), Fault::Name),
        }
    }
}

fn heads(page: &mut Page<'_>, row: u32) -> Vec<(u32, Column)> {
    let book = page.book;
    let level = book.pattern("book-column-level");
    let plain = [
        ("book-column-n", Column::Count),
        ("book-column-mean", Column::Mean),
        ("book-column-low", Column::Low),
        ("book-column-high", Column::High),
        ("book-column-favourable", Column::Favourable),
        ("book-column-own-mean", Column::Own),
        ("book-column-own-difference", Column::OwnDifference),
        ("book-column-item-rest", Column::Statistic),
        ("book-column-alpha-dropped", Column::Statistic),
    ];
    let plain = plain.map(|(key, column)| (book.word(key), column));
    let mut columns = Vec::new();
    for (at, title) in page.heads(row) {
        let of_word = plain.iter().find(|(word, _)| *word == title);
        let of_group = || book.names.audience(book.lang, &title).map(Column::Group);
        let of_level = || {
            let found = level.read(&title)?;
            found.first()?.parse().ok().map(Column::Level)
        };
        let column = of_word.map(|(_, column)| *column);
        match column.or_else(of_group).or_else(of_level) {
            Some(column) => {
                columns.push((at, column));
                page.other((row, at), OtherKind::Parameter);
            }
            None if at <= QUESTION => {}
            None => page.notice((row, at), Fault::Name),
        }
    }
    columns
}

fn figures(page: &mut Page<'_>, row: u32, item: &Subject, columns: &[(u32, Column)]) {
    let company = page.book.about(item.clone());
    let own = About {
        place: page.book.own_place(),
        ..company.clone()
    };
    let end = |wanted: Column| columns.iter().find(|(_, column)| *column == wanted);
    for (at, column) in columns {
        let cell = (row, *at);
        match *column {
            Column::Count => page.count(cell, &company),
            Column::Mean => page.say(cell, &company, mean),
            Column::Low => {
                let high = end(Column::High).and_then(|(high, _)| page.number((row, *high)));
                let high_at = end(Column::High).map(|(high, _)| (row, *high));
                if let (Some(high), Some(high_at), Some(_)) = (high, high_at, page.number(cell)) {
                    page.other(high_at, OtherKind::Derived);
                    page.say(cell, &company, |low| Says::Interval {
                        low,
                        high,
                        step: 0.0,
                    });
                }
            }
            // Taken with the lower end; alone it is noticed.
            Column::High => {}
            Column::Level(level) => page.say(cell, &company, |value| share(level, level, value)),
            Column::Favourable => favourable(page, cell, &company),
            Column::Group(audience) => {
                let about = About {
                    audience,
                    place: Place::Company,
                    ..company.clone()
                };
                page.say(cell, &about, mean);
            }
            Column::Own => page.say(cell, &own, mean),
            Column::OwnDifference => page.other(cell, OtherKind::Derived),
            Column::Statistic => page.other(cell, OtherKind::OverPeople),
        }
    }
}

/// A favourable share: a number, or its band in words.
pub(super) fn favourable(page: &mut Page<'_>, at: (u32, u32), about: &About) {
    page.say(at, about, |value| share(4, 5, value));
    let text = page.text(at);
    if !text.chars().any(|c| c == '%') {
        return;
    }
    if let Some((low, high)) = super::pattern::printed_band(page.book.lang, text) {
        let says = Says::Share {
            from: 4,
            to: 5,
            low,
            high,
        };
        page.figure(at, about.clone(), says);
    }
}
