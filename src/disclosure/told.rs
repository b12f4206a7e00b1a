//! Comments as they may be read: in their places, in an order drawn by lot, with what HR has hidden
//! taken out. A hidden passage is not in here at all, only where it stood.

use std::collections::BTreeMap;
use std::ops::Range;

use super::comments::{CommentPlace, CommentPlaces, PlaceKind};
use crate::domain::BranchCode;
use crate::stats::order_by_lot;

/// Fewer comments than this are not counted out loud.
pub const COUNT_FROM: usize = 5;

/// A passage that HR has hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    /// Where, in characters of the stored comment.
    pub range: Range<usize>,
    /// Is the text under it gone for good?
    pub is_destroyed: bool,
}

/// A comment as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptComment {
    /// Position of the class in the wave's answers.
    pub class: usize,
    /// Id of the open question.
    pub item: String,
    /// The words.
    pub words: String,
    /// What is hidden of them, ascending, none over another.
    pub masks: Vec<Mask>,
}

impl std::fmt::Debug for KeptComment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "KeptComment({} hidden)", self.masks.len())
    }
}

/// A piece of a comment.
#[derive(Clone, PartialEq, Eq)]
pub enum Piece {
    /// What may be read, and where it stands in the stored comment, in characters.
    Words {
        /// Position of its first character.
        at: usize,
        /// The words; without control and direction marks, as many characters as are stored.
        text: String,
    },
    /// Something was here.
    Hidden(Mask),
}

impl std::fmt::Debug for Piece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Words { at, .. } => write!(f, "Words(at {at})"),
            Self::Hidden(mask) => write!(f, "Hidden({:?})", mask.range),
        }
    }
}

/// A comment that may be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldComment {
    /// Its number in the wave, drawn by lot: says nothing about class or text.
    pub number: usize,
    /// Id of the question that it answers.
    pub item: String,
    /// What of it may be read, in order.
    pub pieces: Vec<Piece>,
}

impl ToldComment {
    /// How many passages are hidden.
    #[must_use]
    pub fn hidden(&self) -> usize {
        let hidden = |piece: &&Piece| matches!(piece, Piece::Hidden(_));
        self.pieces.iter().filter(hidden).count()
    }
}

/// A number of comments as it may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentCount {
    /// Fewer than [`COUNT_FROM`].
    Few,
    /// So many.
    Exact(usize),
}

impl CommentCount {
    /// A number as it may be said.
    #[must_use]
    pub const fn of(comments: usize) -> Self {
        if comments < COUNT_FROM {
            Self::Few
        } else {
            Self::Exact(comments)
        }
    }
}

/// A place with its comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldPlace {
    /// The place.
    pub place: CommentPlace,
    /// Its comments, in the order drawn by lot; at least one.
    pub comments: Vec<ToldComment>,
}

impl ToldPlace {
    /// How many, as it may be said.
    #[must_use]
    pub fn count(&self) -> CommentCount {
        CommentCount::of(self.comments.len())
    }
}

/// The comments of a wave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Places with comments.
    pub places: Vec<ToldPlace>,
    /// Were there comments that no place may show?
    pub is_withheld: bool,
    /// Where each branch is shown, with comments or without.
    pub branches: BTreeMap<BranchCode, CommentPlace>,
}

impl Told {
    /// The place of a branch on its own.
    #[must_use]
    pub fn of_branch(&self, code: &BranchCode) -> Option<&ToldPlace> {
        self.places.iter().find(|told| {
            told.place.kind == PlaceKind::Branch && told.place.branches.first() == Some(code)
        })
    }

    /// Hidden passages, and the comments they stand in.
    #[must_use]
    pub fn hidden(&self) -> (usize, usize) {
        hidden(&self.places)
    }
}

/// Hidden passages of some places, and the comments they stand in.
#[must_use]
pub fn hidden<'a>(places: impl IntoIterator<Item = &'a ToldPlace>) -> (usize, usize) {
    let comments = places.into_iter().flat_map(|place| &place.comments);
    comments
        .map(ToldComment::hidden)
        .filter(|hidden| *hidden > 0)
        .fold((0, 0), |(passages, comments), hidden| {
            (passages + hidden, comments + 1)
        })
}

/// Puts comments into their places. The order depends on the seed of the wave alone.
#[must_use]
pub fn tell(kept: &[KeptComment], places: &CommentPlaces, seed: u64) -> Told {
    let mut told: Vec<ToldPlace> = places
        .places
        .iter()
        .map(|place| ToldPlace {
            place: place.clone(),
            comments: Vec::new(),
        })
        .collect();
    let mut is_withheld = false;
    for (number, at) in order_by_lot(kept.len(), seed).into_iter().enumerate() {
        let comment = &kept[at];
        match places.of_class.get(comment.class).copied().flatten() {
            None => is_withheld = true,
            Some(place) => told[place].comments.push(ToldComment {
                number,
                item: comment.item.clone(),
                pieces: pieces(comment),
            }),
        }
    }
    told.retain(|place| !place.comments.is_empty());
    let of_branch = |place: &CommentPlace| {
        let codes = place.branches.clone();
        codes.into_iter().map({
            let place = place.clone();
            move |code| (code, place.clone())
        })
    };
    Told {
        places: told,
        is_withheld,
        branches: places.places.iter().flat_map(of_branch).collect(),
    }
}

fn pieces(comment: &KeptComment) -> Vec<Piece> {
    let letters: Vec<char> = comment.words.chars().collect();
    let words = |range: Range<usize>| {
        let own = letters.get(range.clone()).unwrap_or_default();
        let text: String = own.iter().map(|letter| plain(*letter)).collect();
        Piece::Words {
            at: range.start,
            text,
        }
    };
    let mut pieces = Vec::new();
    let mut at = 0;
    for mask in &comment.masks {
        let end = mask.range.end.min(letters.len());
        if mask.range.start > at {
            pieces.push(words(at..mask.range.start.min(letters.len())));
        }
        pieces.push(Piece::Hidden(mask.clone()));
        at = at.max(end);
    }
    if at < letters.len() {
        pieces.push(words(at..letters.len()));
    }
    pieces
}

/// A letter as it is shown: control and direction marks become blanks, one for one.
fn plain(letter: char) -> char {
    let is_direction = matches!(
        letter,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    if letter == '\n' || !(letter.is_control() || is_direction) {
        letter
    } else {
        ' '
    }
}

/// One more passage among masks: those it touches become one with it. Destroyed ones stay as they are,
/// and the passage goes around them.
#[must_use]
pub fn with_mask(masks: &[Mask], range: Range<usize>) -> Vec<Mask> {
    let (gone, mut soft): (Vec<Mask>, Vec<Mask>) =
        masks.iter().cloned().partition(|mask| mask.is_destroyed);
    let mut whole = range;
    soft.retain(|mask| {
        let touches = mask.range.start <= whole.end && whole.start <= mask.range.end;
        if touches {
            whole = whole.start.min(mask.range.start)..whole.end.max(mask.range.end);
        }
        !touches
    });
    let mut rest = vec![whole];
    for mask in &gone {
        rest = rest
            .into_iter()
            .flat_map(|part| {
                let before = part.start..part.end.min(mask.range.start);
                let after = part.start.max(mask.range.end)..part.end;
                if mask.range.end <= part.start || mask.range.start >= part.end {
                    vec![part]
                } else {
                    vec![before, after]
                }
            })
            .filter(|part| part.start < part.end)
            .collect();
    }
    let mut masks: Vec<Mask> = gone.into_iter().chain(soft).collect();
    masks.extend(rest.into_iter().map(|range| Mask {
        range,
        is_destroyed: false,
    }));
    masks.sort_by_key(|mask| mask.range.start);
    masks
}

/// What stands where a passage was destroyed.
const GONE: &str = "▇▇▇";

/// The comment with the text under its masks gone for good, and the masks that tell of it.
#[must_use]
pub fn destroyed(words: &str, masks: &[Mask]) -> (String, Vec<Mask>) {
    let letters: Vec<char> = words.chars().collect();
    let mut left: Vec<char> = Vec::new();
    let mut told = Vec::new();
    let mut at = 0;
    for mask in masks {
        let end = mask.range.end.min(letters.len());
        left.extend(letters.get(at..mask.range.start).unwrap_or_default());
        let start = left.len();
        if mask.is_destroyed {
            left.extend(letters.get(mask.range.start..end).unwrap_or_default());
        } else {
            left.extend(GONE.chars());
        }
        told.push(Mask {
            range: start..left.len(),
            is_destroyed: true,
        });
        at = end;
    }
    left.extend(letters.get(at..).unwrap_or_default());
    (left.into_iter().collect(), told)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(range: Range<usize>, is_destroyed: bool) -> Mask {
        Mask {
            range,
            is_destroyed,
        }
    }

    #[test]
    fn masks_that_touch_become_one() {
        let masks = with_mask(&[mask(2..5, false), mask(9..12, false)], 4..9);
        assert_eq!(masks, [mask(2..12, false)]);
    }

    #[test]
    fn a_mask_goes_around_what_is_destroyed() {
        let masks = with_mask(&[mask(3..6, true)], 0..10);
        assert_eq!(
            masks,
            [mask(0..3, false), mask(3..6, true), mask(6..10, false)]
        );
        assert_eq!(with_mask(&masks, 0..10), masks);
    }

    #[test]
    fn what_is_destroyed_is_replaced_and_told() {
        let (words, masks) = destroyed(
            "Анна кричит на Олю",
            &[mask(0..4, false), mask(15..18, false)],
        );
        assert_eq!(words, "▇▇▇ кричит на ▇▇▇");
        assert_eq!(masks, [mask(0..3, true), mask(14..17, true)]);
        assert_eq!(destroyed(&words, &masks), (words.clone(), masks.clone()));
    }

    #[test]
    fn a_hidden_passage_is_not_in_the_pieces() {
        let comment = KeptComment {
            class: 0,
            item: String::new(),
            words: "Анна\u{202e} кричит".to_owned(),
            masks: vec![mask(0..4, false)],
        };
        let pieces = pieces(&comment);
        assert_eq!(
            pieces,
            [
                Piece::Hidden(mask(0..4, false)),
                Piece::Words {
                    at: 4,
                    text: "  кричит".to_owned()
                }
            ]
        );
    }
}
