//! The trend: waves side by side for the company and for the branch of a cut, then tests of the change.

use std::sync::Arc;

use super::page::{Page, mean, net, rate, share};
use super::{About, OtherKind, Place, Says, Subject};
use crate::domain::Audience;

const TITLE: u32 = 1;

/// The columns of a head row.
#[derive(Default)]
struct Columns {
    /// Code of the wave that a column is of.
    waves: Vec<(u32, Arc<str>)>,
    change: Option<u32>,
    ends: Vec<u32>,
    /// Columns of statistics.
    others: Vec<u32>,
    /// The change in words.
    words: Option<u32>,
}

/// Which table the rows below belong to.
#[derive(Clone)]
enum Table {
    /// Dimensions of some people.
    Dimensions(Place, Audience),
    /// Other figures of the company.
    Scores,
    /// People of two waves as two groups: the change is one of means.
    People,
    /// Branches against themselves.
    Tests,
    /// The share that agrees.
    Shares,
}

pub(super) fn read(page: &mut Page<'_>) {
    let book = page.book;
    let head = book.word("book-column-figure");
    let dimension = book.word("book-column-dimension");
    let sections = [
        ("book-trend-scores", Table::Scores),
        ("book-trend-people", Table::People),
        ("book-trend-tests", Table::Tests),
        ("book-trend-shares", Table::Shares),
    ];
    let sections = sections.map(|(key, table)| (book.word(key), table));
    let mut table: Option<Table> = None;
    let mut columns = Columns::default();
    for row in page.rows() {
        let first = page.text((row, TITLE));
        if first == head || first == dimension {
            columns = heads(page, row);
        } else if page.columns(row) == [TITLE] {
            let found = sections.iter().find(|(word, _)| word == first);
            table = found
                .map(|(_, table)| table.clone())
                .or_else(|| of_people(page, first))
                .or(table);
        } else if let Some(table) = &table {
            line(page, row, table, &columns);
        }
    }
}

/// The table of a group, or of the branch of a cut.
fn of_people(page: &Page<'_>, title: &str) -> Option<Table> {
    let names = page.book.names;
    if let Some(audience) = names.audience(page.book.lang, title) {
        return Some(Table::Dimensions(Place::Company, audience));
    }
    let code = names.branch_of_title(title)?.to_owned();
    Some(Table::Dimensions(Place::Branch(code.into()), Audience::All))
}

fn heads(page: &mut Page<'_>, row: u32) -> Columns {
    let book = page.book;
    let ends = ["book-column-low", "book-column-high"].map(|key| book.word(key));
    let changes = ["book-column-change", "book-column-matched"].map(|key| book.word(key));
    let word = book.word("book-column-word");
    let mut columns = Columns::default();
    for (at, title) in page.heads(row) {
        if let Some(wave) = book.names.wave(&title).filter(|_| at > TITLE) {
            columns.waves.push((at, wave.into()));
        } else if changes.contains(&title) {
            columns.change = Some(at);
        } else if ends.contains(&title) {
            columns.ends.push(at);
        } else if title == word {
            columns.words = Some(at);
        } else if at > TITLE {
            columns.others.push(at);
        }
    }
    columns
}

fn line(page: &mut Page<'_>, row: u32, table: &Table, columns: &Columns) {
    let book = page.book;
    let title = page.text((row, TITLE));
    let company = |subject| book.about(subject);
    match table {
        Table::Dimensions(place, audience) => {
            let Some(subject) = book.dimension(title) else {
                return;
            };
            let about = About {
                place: place.clone(),
                audience: *audience,
                ..company(subject)
            };
            values(page, row, &about, (columns, mean));
        }
        Table::Scores => scores(page, row, columns),
        Table::People => {
            let Some(subject) = book.dimension(title) else {
                return;
            };
            others(page, row, columns, OtherKind::OverPeople);
            change(page, row, &company(subject), columns);
        }
        Table::Tests => {
            if book.dimension(title).is_some() {
                others(page, row, columns, OtherKind::OverPeople);
                if let Some(at) = columns.change {
                    page.other((row, at), OtherKind::OverBranches);
                }
                ends(page, row, columns);
            }
        }
        Table::Shares => {
            let Some(subject) = book.dimension(title) else {
                return;
            };
            values_alone(
                page,
                row,
                &company(subject),
                (columns, |value| share(4, 5, value)),
            );
            if let Some(at) = columns.change {
                page.other((row, at), OtherKind::Derived);
            }
            ends(page, row, columns);
        }
    }
}

/// eNPS, conditions and response of the company; customers stand among them.
fn scores(page: &mut Page<'_>, row: u32, columns: &Columns) {
    let book = page.book;
    let title = page.text((row, TITLE));
    if title == book.word("book-column-enps") {
        values(page, row, &book.about(Subject::Enps), (columns, net));
    } else if let Some(motive) = book.names.motive(book.lang, title) {
        values(
            page,
            row,
            &book.about(Subject::Motive(motive)),
            (columns, mean),
        );
    } else if title == book.word("book-column-response") {
        values_alone(page, row, &book.about(Subject::Sheets), (columns, rate));
        if let Some(at) = columns.change {
            page.other((row, at), OtherKind::Derived);
        }
    } else if book.names.is_measure(book.lang, title) {
        let waves = columns.waves.iter().map(|(at, _)| *at);
        let all = waves
            .chain(columns.change)
            .chain(columns.ends.iter().copied());
        for at in all {
            page.other((row, at), OtherKind::Customers);
        }
    }
}

/// The value of each wave, and the change.
fn values(
    page: &mut Page<'_>,
    row: u32,
    about: &About,
    (columns, says): (&Columns, fn(f64) -> Says),
) {
    values_alone(page, row, about, (columns, says));
    change(page, row, about, columns);
}

fn values_alone(
    page: &mut Page<'_>,
    row: u32,
    about: &About,
    (columns, says): (&Columns, fn(f64) -> Says),
) {
    for (at, wave) in &columns.waves {
        let about = About {
            wave: Arc::clone(wave),
            ..about.clone()
        };
        page.say((row, *at), &about, says);
    }
}

/// The change against the wave before, and its interval.
fn change(page: &mut Page<'_>, row: u32, about: &About, columns: &Columns) {
    let before = page.book.names.before(&about.wave).map(str::to_owned);
    if let (Some(at), Some(before)) = (columns.change, before) {
        page.say((row, at), about, |value| Says::Difference {
            before,
            value,
            step: 0.0,
        });
    }
    ends(page, row, columns);
}

fn ends(page: &mut Page<'_>, row: u32, columns: &Columns) {
    if let Some(at) = columns.words {
        page.words((row, at));
    }
    for at in &columns.ends {
        page.other((row, *at), OtherKind::ChangeInterval);
    }
}

fn others(page: &mut Page<'_>, row: u32, columns: &Columns, kind: OtherKind) {
    for at in &columns.others {
        page.other((row, *at), kind);
    }
}
