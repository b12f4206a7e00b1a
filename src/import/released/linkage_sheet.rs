//! Customers, linkage and method: their tables hold customers and statistics, and here and there the
//! mean of a branch.

use std::sync::Arc;

use super::page::{Page, mean};
use super::{About, Fault, OtherKind, Place, Says, Subject};
use crate::domain::Audience;

const FIRST: u32 = 1;
const SECOND: u32 = 2;
/// Label and value of what a verdict rests on.
const FACT: u32 = 8;

/// Customers: every number of a row that names a branch or the company, below a head.
pub(super) fn customers(page: &mut Page<'_>) {
    let book = page.book;
    let (code, company) = (book.word("branch-code"), book.word("company"));
    let mut columns: Vec<u32> = Vec::new();
    for row in page.rows() {
        let first = page.text((row, FIRST));
        let is_company = first.is_empty() && page.text((row, SECOND)) == company;
        if first == code {
            let heads = page.heads(row).into_iter().map(|(at, _)| at);
            columns = heads.filter(|at| *at > SECOND).collect();
        } else if is_company || book.names.branch(first).is_some() {
            for at in &columns {
                page.other((row, *at), OtherKind::Customers);
            }
        }
    }
}

/// Linkage: pairs and comparisons are statistics, the dots are branches.
pub(super) fn linkage(page: &mut Page<'_>) {
    let book = page.book;
    let heads = ["book-column-dimension", "branch", "book-column-figure"];
    let [dimension, branch, figure] = heads.map(|key| book.word(key));
    let mut divergence: Option<String> = None;
    for row in page.rows() {
        let first = page.text((row, FIRST));
        if first == dimension {
            pairs(page, row);
        } else if first == branch {
            dots(page, row);
        } else if first == figure {
            own(page, row);
        } else if let Some(code) = diverging(page, first) {
            divergence = Some(code);
        } else if let Some(code) = divergence.take() {
            divergence_note(page, (row, FIRST), &code);
        }
        if is_fact(page, page.text((row, FACT))) {
            // Facts are texts: a number beside them is none.
            for at in page.columns(row).into_iter().filter(|at| *at >= FACT) {
                page.words((row, at));
            }
        }
    }
}

fn pairs(page: &mut Page<'_>, head: u32) {
    let book = page.book;
    let (n, word) = (book.word("book-column-n"), book.word("book-column-word"));
    let verdict = book.word("book-column-verdict");
    let heads = page.heads(head);
    let is_words = |title: &String| *title == word || *title == verdict;
    let words: Vec<u32> = heads
        .iter()
        .filter(|(_, title)| is_words(title))
        .map(|(at, _)| *at)
        .collect();
    let columns = heads.into_iter();
    let columns = columns.filter(|(at, title)| *at > SECOND && !is_words(title));
    let columns: Vec<(u32, OtherKind)> = columns
        .map(|(at, title)| {
            let is_count = title == n;
            (
                at,
                if is_count {
                    OtherKind::Branches
                } else {
                    OtherKind::OverBranches
                },
            )
        })
        .collect();
    for row in page.below(head) {
        if book.dimension(page.text((row, FIRST))).is_some() {
            page.others(row, &columns);
            words.iter().for_each(|at| page.words((row, *at)));
        }
    }
}

/// The dots of the picture: a mean and a customer figure of each branch.
fn dots(page: &mut Page<'_>, head: u32) {
    let book = page.book;
    let heads = page.heads(head);
    let title = heads.get(1).map_or("", |(_, title)| title.as_str());
    let Some((subject, audience)) = side(page, title) else {
        page.notice((head, SECOND), Fault::Name);
        return;
    };
    for row in page.below(head) {
        let Some(code) = book.names.branch_of_title(page.text((row, FIRST))) else {
            page.notice((row, FIRST), Fault::Name);
            continue;
        };
        let about = About {
            place: Place::Branch(code.into()),
            audience,
            ..book.about(subject.clone())
        };
        page.say((row, SECOND), &about, mean);
        let shrunken = book.word("book-column-shrunken-staff");
        for (at, head) in heads.iter().skip(2) {
            let kind = if *head == shrunken {
                OtherKind::OverBranches
            } else {
                OtherKind::Customers
            };
            page.other((row, *at), kind);
        }
    }
}

/// “Empowerment, contact staff”.
fn side(page: &Page<'_>, title: &str) -> Option<(Subject, Audience)> {
    let book = page.book;
    let titles = |audience: Audience| {
        let group = ("group", super::Arg::Text(audience.code()));
        let message = (book.names.word)(book.lang, "book-linkage-side", &[group]);
        super::pattern::Pattern::new(&message)
    };
    // The group that is everybody's word comes last: its pattern may fit the others as well.
    let order = [Audience::Contact, Audience::BackOffice, Audience::All];
    order.into_iter().find_map(|audience| {
        let found = titles(audience).read(title)?;
        Some((book.dimension(found.first()?)?, audience))
    })
}

/// Where the branch of a cut stands beside the company.
fn own(page: &mut Page<'_>, head: u32) {
    let book = page.book;
    let heads = page.heads(head);
    let places: Vec<(u32, Place)> = heads
        .iter()
        .skip(1)
        .filter_map(|(at, title)| match book.names.branch_of_title(title) {
            Some(code) => Some((*at, Place::Branch(code.into()))),
            None => (*title == book.word("company")).then_some((*at, Place::Company)),
        })
        .collect();
    for row in page.below(head) {
        let title = page.text((row, FIRST));
        let staff = title.split_once(" · ").and_then(|(dimension, group)| {
            let audience = book.names.audience(book.lang, group)?;
            Some((book.dimension(dimension)?, audience))
        });
        for (at, place) in &places {
            match &staff {
                Some((subject, audience)) => {
                    let about = About {
                        place: place.clone(),
                        audience: *audience,
                        ..book.about(subject.clone())
                    };
                    page.say((row, *at), &about, mean);
                }
                None if book.names.is_measure(book.lang, title) => {
                    page.other((row, *at), OtherKind::Customers);
                }
                None => {}
            }
        }
    }
}

/// Code of the branch that a divergence speaks of.
fn diverging(page: &Page<'_>, text: &str) -> Option<String> {
    let book = page.book;
    let text = text.strip_prefix(['◆', '◇'])?.trim_start();
    let keys = ["verdict-divergence", "verdict-divergence-possible"];
    keys.iter().find_map(|key| {
        ["nps", "other"].iter().find_map(|measure| {
            let set = ("measure", super::Arg::Text(measure));
            let message = (book.names.word)(book.lang, key, &[set]);
            let pattern = super::pattern::Pattern::new(&message);
            let branch = pattern.read(text)?.first().copied()?;
            Some(book.names.branch_of_title(branch)?.to_owned())
        })
    })
}

/// “Engagement” 3.1 → 3.6: means of the branch in two waves.
fn divergence_note(page: &mut Page<'_>, at: (u32, u32), code: &str) {
    let book = page.book;
    let text = page.text(at);
    let keys = [
        "verdict-divergence-note",
        "verdict-divergence-possible-note",
    ];
    let found = keys.iter().find_map(|key| {
        ["nps", "other"].iter().find_map(|measure| {
            let set = ("measure", super::Arg::Text(measure));
            let message = (book.names.word)(book.lang, key, &[set]);
            super::pattern::Pattern::new(&message).read(text)
        })
    });
    let Some([dimension, before, after, ..]) = found.as_deref() else {
        return;
    };
    let earlier = book.names.before(&book.wave).map(Arc::from);
    let waves = [earlier, Some(Arc::clone(&book.wave))];
    let Some(subject) = book.dimension(dimension) else {
        return;
    };
    for (wave, printed) in waves.into_iter().zip([before, after]) {
        let (Some(wave), Some((value, step))) = (wave, book.printed(printed)) else {
            continue;
        };
        let about = About {
            wave,
            place: Place::Branch(code.into()),
            ..book.about(subject.clone())
        };
        page.also(at, about, Says::Mean { value, step });
    }
}

/// Is it the label of something that a verdict rests on?
fn is_fact(page: &Page<'_>, text: &str) -> bool {
    let facts = page.book.names.keys.iter();
    let mut facts = facts.filter(|key| key.starts_with("fact-"));
    !text.is_empty() && facts.any(|key| page.book.pattern(key).read(text).is_some())
}

/// Method: reliability and what lies between branches; the rest is sentences.
pub(super) fn method(page: &mut Page<'_>) {
    let book = page.book;
    let head = book.word("book-column-dimension");
    let kinds = [
        ("book-column-alpha", OtherKind::OverPeople),
        ("book-column-omega", OtherKind::OverPeople),
        ("book-column-low", OtherKind::OverPeople),
        ("book-column-high", OtherKind::OverPeople),
        ("book-column-rows", OtherKind::CompleteSheets),
        ("book-column-rwg", OtherKind::OverBranches),
        ("book-column-branches", OtherKind::Branches),
        ("book-column-icc1", OtherKind::OverBranches),
        ("book-column-icc2", OtherKind::OverBranches),
        ("book-column-f", OtherKind::OverBranches),
    ];
    let kinds = kinds.map(|(key, kind)| (book.word(key), kind));
    let labels: Vec<_> = labels(page);
    for row in page.rows() {
        let first = page.text((row, FIRST));
        if first == head {
            let heads = page.heads(row).into_iter();
            let columns = heads.filter_map(|(at, title)| {
                let found = kinds.iter().find(|(word, _)| *word == title);
                found.map(|(_, kind)| (at, *kind))
            });
            let columns: Vec<(u32, OtherKind)> = columns.collect();
            for row in page.below(row) {
                if book.dimension(page.text((row, FIRST))).is_some() {
                    page.others(row, &columns);
                }
            }
        } else if labels.iter().any(|label| label == first) && !first.is_empty() {
            page.words((row, SECOND));
        }
    }
}

/// Labels whose text is made of statistics and parameters.
fn labels(page: &Page<'_>) -> Vec<String> {
    let keys = page.book.names.keys.iter();
    let keys = keys.filter(|key| {
        let is_second_look = key.starts_with("extras-");
        is_second_look || ["audit-program", "audit-seed"].contains(&key.as_str())
    });
    keys.map(|key| page.book.word(key)).collect()
}
