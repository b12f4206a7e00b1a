//! The sheet of questions: every item of the company, what stands beside it, its distribution.

use std::collections::BTreeMap;

use super::page::{Page, mean, share};
use super::{About, Fault, OtherKind, Place, Says, Subject};
use crate::domain::Audience;

/// Columns of the dimension and of the question.
const DIMENSION: u32 = 1;
const QUESTION: u32 = 2;

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
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
    /// The company in an earlier wave, by its code.
    Before(String),
    /// Code of the best branch, and its mean.
    Best,
    BestMean,
    Outside,
    Difference,
    DifferenceInterval,
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
    let (before, outside) = (
        book.pattern("book-column-before"),
        book.pattern("book-column-outside"),
    );
    let plain = [
        ("book-column-n", Column::Count),
        ("book-column-mean", Column::Mean),
        ("book-column-low", Column::Low),
        ("book-column-high", Column::High),
        ("book-column-favourable", Column::Favourable),
        ("book-column-own-mean", Column::Own),
        ("book-column-own-difference", Column::OwnDifference),
        ("book-column-best", Column::Best),
        ("book-column-best-mean", Column::BestMean),
        ("book-column-item-difference", Column::Difference),
        (
            "book-column-difference-interval",
            Column::DifferenceInterval,
        ),
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
        let of_wave = || {
            let found = before.read(&title)?;
            let wave = book.names.wave(found.first()?)?;
            Some(Column::Before(wave.to_owned()))
        };
        let of_outside = || outside.read(&title).map(|_| Column::Outside);
        let column = of_word.map(|(_, column)| column.clone());
        let column = column.or_else(of_group).or_else(of_level);
        match column.or_else(of_wave).or_else(of_outside) {
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
        match column {
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
            Column::Level(level) => page.say(cell, &company, |value| share(*level, *level, value)),
            Column::Favourable => favourable(page, cell, &company),
            Column::Group(audience) => {
                let about = About {
                    audience: *audience,
                    place: Place::Company,
                    ..company.clone()
                };
                page.say(cell, &about, mean);
            }
            Column::Own => page.say(cell, &own, mean),
            Column::Before(wave) => {
                let about = About {
                    wave: wave.as_str().into(),
                    ..company.clone()
                };
                page.say(cell, &about, mean);
            }
            // Words; the mean beside it is taken as that of the branch.
            Column::Best => {}
            Column::BestMean => best_mean(page, cell, &company),
            Column::Outside => page.other(cell, OtherKind::Parameter),
            Column::OwnDifference => derived(page, cell, (Column::Own, Column::Mean), columns),
            Column::Difference => {
                let other = columns.iter().map(|(_, column)| column);
                let other = other.filter(|column| {
                    matches!(
                        column,
                        Column::Before(_) | Column::BestMean | Column::Outside
                    )
                });
                for other in other.cloned().collect::<Vec<_>>() {
                    derived(page, cell, (Column::Mean, other), columns);
                }
            }
            Column::DifferenceInterval => {
                let difference = columns.iter().find(|(_, column)| {
                    matches!(column, Column::Difference | Column::OwnDifference)
                });
                let difference = difference.and_then(|(at, _)| page.number((row, *at)));
                if let Some(difference) = difference {
                    page.interval_of(cell, difference);
                }
            }
            Column::Statistic => page.other(cell, OtherKind::OverPeople),
        }
    }
}

/// The mean of the branch that the cell before it names.
fn best_mean(page: &mut Page<'_>, at: (u32, u32), company: &About) {
    let code = page.text((at.0, at.1 - 1));
    if let Some(code) = page.book.names.branch(code) {
        let about = About {
            place: Place::Branch(code.into()),
            ..company.clone()
        };
        page.say(at, &about, mean);
    }
}

/// Takes a number that is one printed mean less another.
fn derived(
    page: &mut Page<'_>,
    at: (u32, u32),
    (from, less): (Column, Column),
    columns: &[(u32, Column)],
) {
    let value = |wanted: &Column| {
        let found = columns.iter().find(|(_, column)| column == wanted);
        found.and_then(|(column, _)| page.number((at.0, *column)))
    };
    let expected = value(&from)
        .zip(value(&less))
        .map(|(from, less)| from - less);
    let is_it = page
        .number(at)
        .zip(expected)
        .is_some_and(|(found, expected)| (found - expected).abs() < 1e-9);
    if is_it {
        page.other(at, OtherKind::Derived);
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
