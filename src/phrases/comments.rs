//! Comments: the title of a place, why it stands together, how many there are, what stands in place of
//! hidden words.

use crate::disclosure::{CommentCount, CommentPlace, Piece, PlaceKind, ToldComment};
use crate::domain::{BranchCode, Lang};
use crate::i18n::message;
use crate::tr;

/// “08 Sadovaya”, “08 Sadovaya, 09 Mira”, “North: small branches”.
#[must_use]
pub fn comment_place(
    lang: Lang,
    place: &CommentPlace,
    name: &dyn Fn(&BranchCode) -> String,
) -> String {
    match &place.kind {
        PlaceKind::Branch | PlaceKind::Pool => names(place, name),
        PlaceKind::Region(region) => tr!(lang, "comment-place-region", region = region.as_str()),
        PlaceKind::Company => message(lang, "comment-place-company"),
    }
}

/// Why the branches of a place are not shown apart; empty for a branch on its own.
#[must_use]
pub fn comment_place_why(
    lang: Lang,
    place: &CommentPlace,
    (name, least): (&dyn Fn(&BranchCode) -> String, u32),
) -> String {
    match &place.kind {
        PlaceKind::Branch => String::new(),
        PlaceKind::Pool => message(lang, "comment-why-pool"),
        PlaceKind::Region(_) | PlaceKind::Company => tr!(
            lang,
            "comment-why-together",
            branches = names(place, name),
            least = i64::from(least)
        ),
    }
}

fn names(place: &CommentPlace, name: &dyn Fn(&BranchCode) -> String) -> String {
    place
        .branches
        .iter()
        .map(name)
        .collect::<Vec<_>>()
        .join(", ")
}

/// “12 comments”, “fewer than 5 comments”.
#[must_use]
pub fn comment_count(lang: Lang, count: CommentCount) -> String {
    match count {
        CommentCount::Few => message(lang, "comment-count-few"),
        CommentCount::Exact(n) => {
            tr!(
                lang,
                "comment-count",
                n = i64::try_from(n).unwrap_or(i64::MAX)
            )
        }
    }
}

/// What stands where HR has hidden words.
#[must_use]
pub fn hidden_words(lang: Lang) -> String {
    message(lang, "comment-hidden")
}

/// The whole comment as it may be read.
#[must_use]
pub fn comment_text(lang: Lang, comment: &ToldComment) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words { text, .. } => text.clone(),
        Piece::Hidden(_) => hidden_words(lang),
    };
    comment.pieces.iter().map(piece).collect()
}

/// How much HR has hidden; empty where nothing is.
#[must_use]
pub fn hidden_count(lang: Lang, (passages, comments): (usize, usize)) -> String {
    if passages == 0 {
        return String::new();
    }
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    tr!(
        lang,
        "comment-hidden-count",
        passages = count(passages),
        comments = count(comments)
    )
}
