//! The heat map: rows of branches for each group, then the differences to what they are
//! compared with, each taken only where the two figures above make it.

use std::sync::Arc;

use super::heat_beside::{Beside, Other};
use super::page::{Page, mean, net, rate};
use super::{About, Fault, Place, Says, Subject};
use crate::domain::Audience;

/// Columns of group, code, name, count, response.
const GROUP: u32 = 1;
const CODE: u32 = 2;
const NAME: u32 = 3;
const COUNT: u32 = 4;
const RATE: u32 = 5;

/// What the rows below a title hold.
enum Block {
    /// Means.
    Means,
    /// Differences.
    Differences(Other),
}

pub(super) fn read(page: &mut Page<'_>) {
    let book = page.book;
    let (group, company) = (book.word("book-column-group"), book.word("company"));
    let (legend, outside) = (book.word("heat-map-legend"), book.word("heat-map-outside"));
    let mut columns: Vec<(u32, Subject)> = Vec::new();
    let mut block = Block::Means;
    let mut beside = Beside::default();
    for row in page.rows() {
        let first = page.text((row, GROUP));
        if first == legend {
            for column in page.columns(row) {
                page.other((row, column), super::OtherKind::Parameter);
            }
        } else if first == group {
            columns = heads(page, row);
        } else if let Some(other) = Other::of_title(book, first) {
            if other == Other::Wave(None) {
                page.notice((row, GROUP), Fault::Name);
            }
            block = Block::Differences(other);
        } else if first == outside {
            beside.outside(page, row, &columns);
        } else if let Some(audience) = book.names.audience(book.lang, first) {
            let code = page.text((row, CODE));
            let branch = match book.names.branch(code) {
                Some(code) => Some(code.to_owned()),
                None if code.is_empty() && page.text((row, NAME)) == company => None,
                None => {
                    page.notice((row, CODE), Fault::Name);
                    continue;
                }
            };
            match &block {
                Block::Means => {
                    beside.keep(page, row, ((audience, branch.clone()), &columns));
                    means(page, row, (branch, audience), &columns);
                }
                Block::Differences(other) => {
                    differences(page, row, (branch, audience), (&columns, other, &beside));
                }
            }
        }
    }
}

fn heads(page: &mut Page<'_>, row: u32) -> Vec<(u32, Subject)> {
    let enps = page.book.word("book-column-enps");
    let mut columns = Vec::new();
    for (column, title) in page.heads(row) {
        if column <= RATE {
            continue;
        }
        match page.book.dimension(&title) {
            Some(dimension) => columns.push((column, dimension)),
            None if title == enps => columns.push((column, Subject::Enps)),
            None => page.notice((row, column), Fault::Name),
        }
    }
    columns
}

/// The columns with what each figure of a row is about, and the sheets of the row.
fn abouts(
    page: &Page<'_>,
    (branch, audience): (Option<String>, Audience),
    columns: &[(u32, Subject)],
) -> (About, Vec<(u32, About)>) {
    let place = branch.map_or(Place::Company, |code| Place::Branch(code.into()));
    let about = |subject: Subject| About {
        wave: Arc::clone(&page.book.wave),
        subject,
        place: place.clone(),
        audience,
    };
    let each = columns.iter();
    let each = each.map(|(column, subject)| (*column, about(subject.clone())));
    (about(Subject::Sheets), each.collect())
}

fn means(
    page: &mut Page<'_>,
    row: u32,
    of: (Option<String>, Audience),
    columns: &[(u32, Subject)],
) {
    let (sheets, columns) = abouts(page, of, columns);
    page.count((row, COUNT), &sheets);
    page.say((row, RATE), &sheets, rate);
    for (column, about) in columns {
        let says = if about.subject == Subject::Enps {
            net
        } else {
            mean
        };
        page.say((row, column), &about, says);
    }
}

/// A row of differences, and the row of their intervals below it. The last column is empty: nobody
/// tells a difference of eNPS here.
fn differences(
    page: &mut Page<'_>,
    row: u32,
    of: (Option<String>, Audience),
    (columns, other, beside): (&[(u32, Subject)], &Other, &Beside),
) {
    let key = (of.1, of.0.clone());
    let (sheets, columns) = abouts(page, of, columns);
    page.count((row, COUNT), &sheets);
    let dimensions = columns.into_iter();
    for (column, about) in dimensions.filter(|(_, about)| about.subject != Subject::Enps) {
        let at = (row, column);
        match other {
            Other::Wave(Some(before)) => page.say(at, &about, |value| Says::Difference {
                before: before.clone(),
                value,
                step: 0.0,
            }),
            Other::Wave(None) => {}
            Other::Company | Other::Region | Other::Best | Other::Outside => {
                let found = page.number(at);
                if found.is_some_and(|it| beside.explains(page.book, (other, &key, column), it)) {
                    page.other(at, super::OtherKind::Derived);
                }
            }
        }
        if let Some(difference) = page.number(at) {
            page.interval_of((row + 1, column), difference);
        }
    }
}
