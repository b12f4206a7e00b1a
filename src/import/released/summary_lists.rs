//! The lists of the summary: dissatisfiers or lowest questions, levers, conditions, branches to look
//! at, segments.

use std::sync::Arc;

use super::page::{Page, mean};
use super::pattern::{Pattern, printed_band};
use super::{About, Place, Says, Segment, Subject};

/// The list on the left: text and figure.
const LEFT: (u32, u32) = (1, 6);
/// The list on the right.
const RIGHT: (u32, u32) = (8, 12);

/// What the list on the left is.
#[derive(Clone, Copy, PartialEq)]
enum Left {
    Nothing,
    Dissatisfiers,
    Lowest,
    Branches,
}

pub(super) fn read(page: &mut Page<'_>) {
    let book = page.book;
    let word = |key: &str| book.word(key);
    let lefts = [
        (word("book-summary-dissatisfiers"), Left::Dissatisfiers),
        (word("book-summary-lowest-items"), Left::Lowest),
        (word("book-summary-branches"), Left::Branches),
    ];
    let rights = ["book-summary-levers", "book-summary-motives"].map(word);
    let mut left = Left::Nothing;
    for row in page.rows() {
        let (first, second) = (page.text((row, LEFT.0)), page.text((row, RIGHT.0)));
        let found = lefts.iter().find(|(word, _)| word == first);
        if found.is_some() || rights.iter().any(|word| word == second) {
            left = found.map_or(Left::Nothing, |(_, left)| *left);
            continue;
        }
        right_line(page, row, second);
        left_line(page, row, (left, first));
        segments(page, row, first);
    }
}

fn right_line(page: &mut Page<'_>, row: u32, text: &str) {
    let book = page.book;
    let text = text.trim_start_matches("◆ ");
    let (lang, names) = (book.lang, book.names);
    let lever = names.lever(lang, text).map(Subject::Lever);
    let motive = || names.motive(lang, text).map(Subject::Motive);
    if let Some(subject) = lever.or_else(motive) {
        let about = About {
            place: book.own_place(),
            ..book.about(subject)
        };
        page.say((row, RIGHT.1), &about, mean);
    }
}

fn left_line(page: &mut Page<'_>, row: u32, (left, text): (Left, &str)) {
    let book = page.book;
    let text = text.trim_start_matches("◆ ");
    let figure = (row, LEFT.1);
    match left {
        Left::Nothing => {}
        Left::Lowest => {
            if let Some(item) = only_item(page, text) {
                let about = About {
                    place: book.own_place(),
                    ..book.about(item)
                };
                page.say(figure, &about, mean);
            }
        }
        Left::Dissatisfiers => {
            let pattern = book.pattern("book-summary-item");
            // A question may have brackets of its own: the interval is in the last ones.
            let item = text.rsplit_once(" (").map_or(text, |(item, _)| item);
            if let (Some(_), Some(item)) = (pattern.read(text), only_item(page, item)) {
                let about = book.about(item);
                page.say(figure, &about, |value| super::page::share(1, 2, value));
                page.other((row, LEFT.0), super::OtherKind::ShareInterval);
            }
        }
        Left::Branches => attention(page, (row, LEFT.0), text),
    }
}

/// The item with this text, where there is one alone.
fn only_item(page: &Page<'_>, text: &str) -> Option<Subject> {
    let text = text.trim_end_matches(" ↺");
    let mut found = page.book.names.items(page.book.lang, text);
    let item = found.next()?;
    found
        .next()
        .is_none()
        .then(|| Subject::Item(item.id.as_str().into()))
}

/// “01 Central — “Engagement” 3.4, company 3.7”.
fn attention(page: &mut Page<'_>, at: (u32, u32), text: &str) {
    let book = page.book;
    let Some((title, reason)) = text.split_once(" — ") else {
        return;
    };
    let Some(code) = book.names.branch_of_title(title) else {
        return;
    };
    let branch = Place::Branch(code.into());
    if let Some([dimension, value, company]) = book.pattern("attention-low").read(reason).as_deref()
    {
        let wave = Some(Arc::clone(&book.wave));
        told(page, at, (dimension, value), (&branch, wave.clone()));
        told(page, at, (dimension, company), (&Place::Company, wave));
    }
    for key in ["attention-divergence", "attention-divergence-possible"] {
        if book.pattern(key).read(reason).is_some() {
            page.words(at);
        }
    }
    if let Some([dimension, change]) = book.pattern("attention-drop").read(reason).as_deref() {
        let keys = ["change-line-interval", "change-line"];
        let found = keys.iter().find_map(|key| book.pattern(key).read(change));
        let Some([before, after, ..]) = found.as_deref() else {
            return;
        };
        let earlier = book.names.before(&book.wave).map(Arc::from);
        told(page, at, (dimension, before), (&branch, earlier));
        told(
            page,
            at,
            (dimension, after),
            (&branch, Some(Arc::clone(&book.wave))),
        );
    }
}

/// A mean in words.
fn told(
    page: &mut Page<'_>,
    at: (u32, u32),
    (dimension, printed): (&str, &str),
    (place, wave): (&Place, Option<Arc<str>>),
) {
    let book = page.book;
    let value = book.printed(printed);
    if let (Some(subject), Some((value, step)), Some(wave)) =
        (book.dimension(dimension), value, wave)
    {
        let about = About {
            wave,
            place: place.clone(),
            ..book.about(subject)
        };
        page.also(at, about, Says::Mean { value, step });
    }
}

/// “Engaged: 42% (37…47%) · Not engaged: 41% (36…46%) · …”.
fn segments(page: &mut Page<'_>, row: u32, text: &str) {
    let book = page.book;
    let keys = [
        "segment-engaged",
        "segment-not-engaged",
        "segment-disengaged",
    ];
    let names = keys.map(|key| book.word(key));
    let Some(outcome) = &book.names.outcome else {
        return;
    };
    let share = Pattern::new(&book.word("segment-share"));
    let about = book.about(Subject::Dimension(outcome.as_str().into()));
    for part in text.split(" · ") {
        let Some((name, told)) = part.split_once(": ") else {
            continue;
        };
        let Some(at) = names.iter().position(|known| known == name) else {
            continue;
        };
        let exact = share.read(told).and_then(|found| found.first().copied());
        let Some((low, high)) = printed_band(book.lang, exact.unwrap_or(told)) else {
            continue;
        };
        let segment = Segment::ALL[at];
        let says = Says::Segment { segment, low, high };
        page.also((row, LEFT.0), about.clone(), says);
    }
}
