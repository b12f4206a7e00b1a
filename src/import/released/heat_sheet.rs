//! The heat map: rows of branches for each group, then the differences to the wave before.

use std::sync::Arc;

use super::page::{Page, mean, net, rate};
use super::{About, Fault, Place, Says, Subject};
use crate::domain::Audience;

/// Columns of group, code, name, count, response.
const GROUP: u32 = 1;
const CODE: u32 = 2;
const NAME: u32 = 3;
const COUNT: u32 = 4;
const RATE: u32 = 5;

pub(super) fn read(page: &mut Page<'_>) {
    let book = page.book;
    let (group, company) = (book.word("book-column-group"), book.word("company"));
    let legend = book.word("heat-map-legend");
    let differences = book.pattern("heat-map-differences");
    let mut columns: Vec<(u32, Subject)> = Vec::new();
    let mut before: Option<String> = None;
    for row in page.rows() {
        let first = page.text((row, GROUP));
        if first == legend {
            for column in page.columns(row) {
                page.other((row, column), super::OtherKind::Parameter);
            }
        } else if first == group {
            columns = heads(page, row);
        } else if let Some(found) = differences.read(first) {
            let wave = found.first().and_then(|name| book.names.wave(name));
            match wave {
                Some(wave) => before = Some(wave.to_owned()),
                None => page.notice((row, GROUP), Fault::Name),
            }
        } else if let Some(audience) = book.names.audience(book.lang, first) {
            let code = page.text((row, CODE));
            let place = match book.names.branch(code) {
                Some(code) => Place::Branch(code.into()),
                None if code.is_empty() && page.text((row, NAME)) == company => Place::Company,
                None => {
                    page.notice((row, CODE), Fault::Name);
                    continue;
                }
            };
            figures(page, row, (place, audience), (&columns, before.as_deref()));
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

fn figures(
    page: &mut Page<'_>,
    row: u32,
    (place, audience): (Place, Audience),
    (columns, before): (&[(u32, Subject)], Option<&str>),
) {
    let about = |subject: Subject| About {
        wave: Arc::clone(&page.book.wave),
        subject,
        place: place.clone(),
        audience,
    };
    let sheets = about(Subject::Sheets);
    let columns: Vec<(u32, About)> = columns
        .iter()
        .map(|(column, subject)| (*column, about(subject.clone())))
        .collect();
    page.count((row, COUNT), &sheets);
    match before {
        None => {
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
        Some(before) => {
            // The last column of differences is empty: nobody tells the change of eNPS here.
            let dimensions = columns
                .into_iter()
                .filter(|(_, about)| about.subject != Subject::Enps);
            for (column, about) in dimensions {
                page.say((row, column), &about, |value| Says::Difference {
                    before: before.to_owned(),
                    value,
                    step: 0.0,
                });
            }
        }
    }
}
