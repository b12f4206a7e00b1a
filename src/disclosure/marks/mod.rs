//! Passages of a comment that may give somebody away: names, phones, addresses, shifts, days, times,
//! and the company's own branches and positions. Help for whoever reads before a report leaves, not
//! a proof. Works by rules and word lists in both languages; asks nobody and sends nothing anywhere.

mod forms;
mod names;
mod places;
mod times;
mod titles;
mod tokens;

use std::ops::Range;

use crate::domain::passage::{emails, phones};
use titles::Titles;
use tokens::Tokens;

/// What a passage gives away; where two kinds fit, the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// A phone number.
    Phone,
    /// An e-mail address or an account.
    Email,
    /// A street or a house.
    Address,
    /// A branch of the company.
    Branch,
    /// A person's name.
    Name,
    /// A shift.
    Shift,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A position of the company.
    Position,
}

impl MarkKind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Phone,
        Self::Email,
        Self::Address,
        Self::Branch,
        Self::Name,
        Self::Shift,
        Self::Date,
        Self::Time,
        Self::Position,
    ];

    /// The Fluent key of the reason.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Phone => "comment-mark-phone",
            Self::Email => "comment-mark-email",
            Self::Name => "comment-mark-name",
            Self::Address => "comment-mark-address",
            Self::Shift => "comment-mark-shift",
            Self::Date => "comment-mark-date",
            Self::Time => "comment-mark-time",
            Self::Branch => "comment-mark-branch",
            Self::Position => "comment-mark-position",
        }
    }
}

/// A passage and why it is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Why.
    pub kind: MarkKind,
    /// Where, in characters.
    pub range: Range<usize>,
}

/// Finds passages; knows the names of the company's branches and positions.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    titles: Titles,
}

impl Marker {
    /// A marker that also knows these branches and positions.
    #[must_use]
    pub fn new(branches: &[&str], positions: &[&str]) -> Self {
        Self {
            titles: Titles::new(branches, positions),
        }
    }

    /// The marks of a text in the order they stand; none lies over another.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Mark> {
        let tokens = Tokens::of(text);
        let mut found: Vec<(MarkKind, Range<usize>)> = Vec::new();
        found.extend(phones(text).map(|range| (MarkKind::Phone, range)));
        found.extend(emails(text).map(|range| (MarkKind::Email, range)));
        places::find(&tokens, &mut found);
        times::find(&tokens, &mut found);
        names::find(&tokens, &mut found);
        self.titles.find(&tokens, &mut found);
        in_characters(text, &apart(found))
    }
}

/// Joins passages that lie over each other. A day may look like a phone number: it stays a day.
fn apart(mut found: Vec<(MarkKind, Range<usize>)>) -> Vec<(MarkKind, Range<usize>)> {
    let days: Vec<Range<usize>> = found
        .iter()
        .filter(|(kind, _)| *kind == MarkKind::Date)
        .map(|(_, range)| range.clone())
        .collect();
    found.retain(|(kind, range)| {
        *kind != MarkKind::Phone
            || !days
                .iter()
                .any(|day| day.start <= range.start && range.end <= day.end)
    });
    found.sort_by_key(|(kind, range)| (range.start, *kind));
    let mut apart: Vec<(MarkKind, Range<usize>)> = Vec::new();
    for (kind, range) in found {
        match apart.last_mut() {
            Some((known, last)) if range.start < last.end => {
                *known = (*known).min(kind);
                last.end = last.end.max(range.end);
            }
            _ => apart.push((kind, range)),
        }
    }
    apart
}

fn in_characters(text: &str, found: &[(MarkKind, Range<usize>)]) -> Vec<Mark> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let place = |byte: usize| starts.partition_point(|start| *start < byte);
    let mark = |(kind, range): &(MarkKind, Range<usize>)| Mark {
        kind: *kind,
        range: place(range.start)..place(range.end),
    };
    found.iter().map(mark).collect()
}
