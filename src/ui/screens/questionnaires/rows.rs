//! The questions by dimension, with what each is about.

use crate::domain::{Item, Lang, Lever, Motive, Questionnaire};
use crate::i18n::message;
use crate::tr;
use crate::ui::widgets::Cell;

/// A row: the head of a dimension, or a question.
pub(super) struct Line {
    /// Position in the questionnaire; none for a head.
    pub(super) item: Option<usize>,
    text: String,
    note: String,
    motive: String,
    lever: String,
}

impl Line {
    pub(super) fn cell(&self, column: usize) -> Cell<'_> {
        match (self.item, column) {
            (None, 0) => Cell::Group {
                title: &self.text,
                note: &self.note,
                is_open: true,
            },
            (Some(_), 0) => Cell::Text(&self.text),
            (Some(_), 1) => Cell::Weak(&self.motive),
            (Some(_), 2) => Cell::Weak(&self.lever),
            (_, _) => Cell::Empty,
        }
    }
}

pub(super) fn lines(lang: Lang, own: &Questionnaire) -> Vec<Line> {
    let mut lines = Vec::new();
    let of = |id: &str| {
        let items = own
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.dimension == id);
        items
            .map(|(position, item)| line(lang, position, item))
            .collect::<Vec<_>>()
    };
    for dimension in &own.dimensions {
        let items = of(&dimension.id);
        lines.push(head(lang, dimension.title.get(lang), items.len()));
        lines.extend(items);
    }
    let alone = of("");
    if !alone.is_empty() {
        lines.push(head(
            lang,
            &message(lang, "questionnaire-alone"),
            alone.len(),
        ));
        lines.extend(alone);
    }
    lines
}

fn head(lang: Lang, title: &str, count: usize) -> Line {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    Line {
        item: None,
        text: title.to_owned(),
        note: format!("· {}", tr!(lang, "questions-count", count = count)),
        motive: String::new(),
        lever: String::new(),
    }
}

fn line(lang: Lang, position: usize, item: &Item) -> Line {
    let text = item.text.get(lang);
    Line {
        item: Some(position),
        text: if item.is_reversed {
            tr!(lang, "questionnaire-reversed", text = text)
        } else {
            text.to_owned()
        },
        note: String::new(),
        motive: item
            .motive
            .map_or_else(String::new, |motive| message(lang, motive_key(motive))),
        lever: item
            .lever
            .map_or_else(String::new, |lever| message(lang, lever_key(lever))),
    }
}

fn motive_key(motive: Motive) -> &'static str {
    match motive {
        Motive::Want => "motive-want",
        Motive::Know => "motive-know",
        Motive::Can => "motive-can",
    }
}

fn lever_key(lever: Lever) -> &'static str {
    match lever {
        Lever::Standards => "lever-standards",
        Lever::Recruiting => "lever-recruiting",
        Lever::Training => "lever-training",
        Lever::Motivation => "lever-motivation",
        Lever::Control => "lever-control",
    }
}
