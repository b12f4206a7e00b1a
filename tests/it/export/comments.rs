//! The sheet of comments: its fixture, and what must not be in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use frontline::analysis::Findings;
use frontline::disclosure::{CommentPlace, Mask, Piece, PlaceKind, Told, ToldComment, ToldPlace};
use frontline::domain::Text;
use frontline::export::BookComments;

fn words(at: usize, text: &str) -> Piece {
    Piece::Words {
        at,
        text: text.to_owned(),
    }
}

fn comment(number: usize, pieces: Vec<Piece>) -> ToldComment {
    ToldComment {
        number,
        item: if number.is_multiple_of(2) {
            "open_1"
        } else {
            "open_2"
        }
        .to_owned(),
        pieces,
    }
}

/// The first branch on its own with a hidden passage; two small ones together in their region.
pub(super) fn book(findings: &Findings) -> Arc<BookComments> {
    let codes: Vec<_> = findings
        .branches
        .iter()
        .map(|branch| branch.code.clone())
        .collect();
    let own = CommentPlace {
        kind: PlaceKind::Branch,
        branches: vec![codes[0].clone()],
    };
    let rest = CommentPlace {
        kind: PlaceKind::Region("Север".to_owned()),
        branches: vec![
            codes[super::fixture::TOO_FEW].clone(),
            codes[super::fixture::BY_DIFFERENCE].clone(),
        ],
    };
    let hidden = Piece::Hidden(Mask {
        range: 0..4,
        is_destroyed: false,
    });
    let own_comments = vec![
        comment(0, vec![hidden, words(4, " не здоровается")]),
        comment(1, vec![words(0, "=1+1 не считается\n\n\nздесь")]),
        comment(2, vec![words(0, &"длинно и подробно, ".repeat(90))]),
        comment(3, vec![words(0, &"строка\n".repeat(200))]),
        comment(4, vec![words(0, "Коротко")]),
    ];
    let mut branches = BTreeMap::new();
    for place in [&own, &rest] {
        for code in &place.branches {
            branches.insert(code.clone(), place.clone());
        }
    }
    let places = vec![
        ToldPlace {
            place: own,
            comments: own_comments,
        },
        ToldPlace {
            place: rest,
            comments: vec![comment(5, vec![words(0, "Мало людей")])],
        },
    ];
    Arc::new(BookComments {
        told: Told {
            places,
            is_withheld: false,
            branches,
        },
        questions: vec![
            (
                "open_1".to_owned(),
                Text::new("Что мешает?", "What gets in the way?"),
            ),
            (
                "open_2".to_owned(),
                Text::new("Что изменить?", "What to change?"),
            ),
        ],
        least: 10,
    })
}
