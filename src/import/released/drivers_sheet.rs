//! The sheet of drivers: means of the company in its tables; everything else there is a statistic.

use super::page::{Page, mean};
use super::{About, Fault, OtherKind};
use crate::domain::Audience;

/// Columns of the rank and of the dimension.
const RANK: u32 = 1;
const DIMENSION: u32 = 2;

/// What a column of the tables holds.
#[derive(Clone, Copy)]
enum Column {
    Mean,
    Other(OtherKind),
}

pub(super) fn read(page: &mut Page<'_>) {
    let book = page.book;
    let rank = book.word("book-drivers-rank");
    let over_branches = book.word("book-drivers-nps");
    let mut audience = Audience::All;
    let mut kind = OtherKind::OverPeople;
    for row in page.rows() {
        let first = page.text((row, RANK));
        if first == over_branches {
            (audience, kind) = (Audience::All, OtherKind::OverBranches);
        } else if let Some(found) = book.names.audience(book.lang, first) {
            audience = found;
        } else if first == rank {
            let columns = heads(page, row, kind);
            for row in page.below(row) {
                line(page, row, audience, &columns);
            }
        }
    }
}

fn heads(page: &mut Page<'_>, row: u32, kind: OtherKind) -> Vec<(u32, Column)> {
    let book = page.book;
    let n = OtherKind::Branches;
    let words = [
        ("book-drivers-rank", Column::Other(OtherKind::Rank)),
        ("book-column-mean", Column::Mean),
        ("book-drivers-share", Column::Other(kind)),
        ("book-column-low", Column::Other(kind)),
        ("book-column-high", Column::Other(kind)),
        ("book-drivers-r", Column::Other(kind)),
        ("book-drivers-rho", Column::Other(kind)),
        ("book-drivers-beta", Column::Other(kind)),
        ("book-drivers-weight", Column::Other(kind)),
        ("book-drivers-vif", Column::Other(kind)),
        ("book-column-n", Column::Other(n)),
    ];
    let words = words.map(|(key, column)| (book.word(key), column));
    let heads = page.heads(row).into_iter();
    let found = heads.filter_map(|(at, title)| {
        let found = words.iter().find(|(word, _)| *word == title);
        found.map(|(_, column)| (at, *column))
    });
    found.collect()
}

fn line(page: &mut Page<'_>, row: u32, audience: Audience, columns: &[(u32, Column)]) {
    let book = page.book;
    let title = page.text((row, DIMENSION));
    if title == book.word("book-drivers-median") {
        for (at, _) in columns {
            page.other((row, *at), OtherKind::Derived);
        }
        return;
    }
    let Some(dimension) = book.dimension(title) else {
        page.notice((row, DIMENSION), Fault::Name);
        return;
    };
    let about = About {
        audience,
        ..book.about(dimension)
    };
    for (at, column) in columns {
        match column {
            Column::Mean => page.say((row, *at), &about, mean),
            Column::Other(kind) => page.other((row, *at), *kind),
        }
    }
}
