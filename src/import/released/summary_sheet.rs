//! The summary: figures on top with what they rest on, in cells and in words.

use super::page::{Page, mean, net, rate};
use super::pattern::{Pattern, printed_count, printed_interval};
use super::{About, OtherKind, Says, Subject};

/// What stands over a figure on top.
enum Tile {
    Staff(Subject),
    Customers,
}

pub(super) fn read(page: &mut Page<'_>) {
    let rows = page.rows();
    for row in &rows {
        let labels = page.heads(*row);
        let tiles: Vec<(u32, Tile)> = labels
            .iter()
            .filter_map(|(at, label)| Some((*at, tile(page, label)?)))
            .collect();
        if tiles.is_empty() || tiles.len() < labels.len() {
            continue;
        }
        for (at, tile) in tiles {
            page.words((*row, at));
            figure(page, (*row, at), &tile);
        }
        break;
    }
    super::summary_lists::read(page);
}

fn tile(page: &Page<'_>, label: &str) -> Option<Tile> {
    let book = page.book;
    if label == book.word("book-column-response") {
        return Some(Tile::Staff(Subject::Sheets));
    }
    if label == book.word("book-column-enps") {
        return Some(Tile::Staff(Subject::Enps));
    }
    if book.names.is_measure(book.lang, label) {
        return Some(Tile::Customers);
    }
    let keys = [
        "book-summary-mean",
        "book-summary-lowest",
        "book-summary-highest",
    ];
    keys.iter().find_map(|key| {
        let pattern = book.pattern(key);
        let title = pattern.read(label)?.first().copied()?;
        Some(Tile::Staff(book.dimension(title)?))
    })
}

/// Value, what it rests on, what changed: the three rows below a label.
fn figure(page: &mut Page<'_>, (row, column): (u32, u32), tile: &Tile) {
    let [value, basis, change] = [1, 2, 3].map(|below| (row + below, column));
    let subject = match tile {
        Tile::Customers => {
            for at in [value, basis, change] {
                page.other(at, OtherKind::Customers);
            }
            return;
        }
        Tile::Staff(subject) => subject.clone(),
    };
    let about = About {
        place: page.book.own_place(),
        ..page.book.about(subject)
    };
    let says = match about.subject {
        Subject::Sheets => rate,
        Subject::Enps => net,
        Subject::Dimension(_) | Subject::Item(_) | Subject::Motive(_) | Subject::Lever(_) => mean,
    };
    page.say(value, &about, says);
    rests_on(page, basis, &about);
    changed(page, change, &about);
}

/// “95% interval 3.5…3.8, n = 120” or “n = 120 of 150 invited”.
fn rests_on(page: &mut Page<'_>, at: (u32, u32), about: &About) {
    let (book, text) = (page.book, page.text(at));
    let of_invited = book.pattern("book-summary-of-invited");
    let count = book.pattern("n-equals");
    let interval = book.pattern("interval-95");
    let (interval_text, rest) = match of_invited.read(text).as_deref() {
        Some([n, _]) => (None, *n),
        Some(_) | None => match text.rsplit_once(", ") {
            Some((interval, n)) => (Some(interval), n),
            None => (None, text),
        },
    };
    if let Some(ends) = interval_text.and_then(|text| ends(&interval, text)) {
        let Some((low, high, step)) = printed_interval(book.lang, ends) else {
            return;
        };
        let says = if about.subject == Subject::Enps {
            Says::NetInterval { low, high, step }
        } else {
            Says::Interval { low, high, step }
        };
        page.figure(at, about.clone(), says);
    }
    let n = ends(&count, rest).and_then(|n| printed_count(book.lang, n));
    if let Some((low, high)) = n {
        page.also(at, about.clone(), Says::Count { low, high });
    }
}

fn ends<'t>(pattern: &Pattern, text: &'t str) -> Option<&'t str> {
    pattern.read(text)?.first().copied()
}

/// “▲ +0.1: higher than before”.
fn changed(page: &mut Page<'_>, at: (u32, u32), about: &About) {
    let text = page.text(at).trim_start_matches(['▲', '▼', ' ']);
    let Some((number, _)) = text.split_once(": ") else {
        return;
    };
    let before = page.book.names.before(&about.wave).map(str::to_owned);
    if let (Some((value, step)), Some(before)) = (page.book.printed(number), before) {
        page.figure(
            at,
            about.clone(),
            Says::Difference {
                before,
                value,
                step,
            },
        );
    }
}
