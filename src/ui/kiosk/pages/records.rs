//! The exact records as rows: what, what is inside, how large, tied to what.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::number;
use crate::app::kiosk::{KioskFacts, RecordAbout, RecordView};
use crate::domain::Lang;
use crate::i18n::message;
use crate::tr;
use crate::ui::kiosk::paint;
use crate::ui::theme::Type;
use crate::ui::widgets::Kit as _;

/// Where the four columns of the records stand.
pub(super) struct Columns {
    edges: [(f32, f32); 4],
}

impl Columns {
    /// Columns over this width.
    pub(super) fn of(width: f32) -> Self {
        let inner = width - 40.0;
        let (first, size, tie) = (inner * 0.34, 80.0, 62.0);
        let second = inner - first - size - tie;
        Self {
            edges: [
                (20.0, first - 12.0),
                (20.0 + first, second - 12.0),
                (20.0 + first + second, size - 12.0),
                (20.0 + first + second + size, tie),
            ],
        }
    }

    /// Draws one row.
    pub(super) fn row(&self, ui: &Ui, rect: Rect, cells: &[String; 4], is_head: bool) {
        let palette = ui.palette();
        for (index, (cell, (left, width))) in cells.iter().zip(self.edges).enumerate() {
            let (style, ink) = match (is_head, index) {
                (true, _) => (Type::KioskNote, palette.weak),
                (false, 1) => (Type::KioskMedium, palette.text),
                (false, 0) => (Type::KioskNote, palette.text),
                (false, _) => (Type::KioskNote, palette.weak),
            };
            let align = if index >= 2 {
                Align2::RIGHT_CENTER
            } else {
                Align2::LEFT_CENTER
            };
            let place = Rect::from_min_size(
                pos2(rect.left() + left, rect.top()),
                vec2(width, rect.height()),
            );
            let galley = if index == 1 && !is_head {
                paint::wrapped(ui, style, cell, (ink, width))
            } else {
                paint::line(ui, style, cell, (ink, width))
            };
            paint::put(ui, place, align, galley);
        }
    }

    /// A row is as high as what is inside it: a comment is shown whole.
    pub(super) fn height(&self, ui: &Ui, cells: &[String; 4]) -> f32 {
        let (_, width) = self.edges[1];
        let ink = ui.palette().text;
        let inside = paint::wrapped(ui, Type::KioskMedium, &cells[1], (ink, width));
        (inside.size().y + 12.0).max(36.0)
    }
}

/// A record as a row: what, what is inside, bytes, tied to anything?
pub(super) fn record_words(lang: Lang, facts: &KioskFacts, record: &RecordView) -> [String; 4] {
    let asked = &facts.questionnaire;
    let none = message(lang, "kiosk-no-answer-short");
    let values = |words: &dyn Fn(u8) -> String| {
        let each = record.values.iter();
        each.map(|value| value.map_or_else(|| none.clone(), words))
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let (name, inside) = match record.about {
        RecordAbout::Dimension(position) => {
            let dimension = asked.dimensions.get(position);
            let name = dimension.map_or("", |dimension| dimension.title.get(lang));
            (name.to_owned(), values(&|value| value.to_string()))
        }
        RecordAbout::Item(position) => {
            let name = asked
                .items
                .get(position)
                .map_or("", |item| item.short.get(lang));
            let of = |value: u8| tr!(lang, "kiosk-of-ten", score = i64::from(value));
            (name.to_owned(), values(&of))
        }
        RecordAbout::Company => {
            let band = |value: u8| {
                let key = match value {
                    0 => "kiosk-band-low",
                    1 => "kiosk-band-middle",
                    _ => "kiosk-band-high",
                };
                message(lang, key)
            };
            (message(lang, "kiosk-company-record"), values(&band))
        }
        RecordAbout::Comment(position) => {
            let name = asked
                .items
                .get(position)
                .map_or("", |item| item.short.get(lang));
            let inside = if record.comment.is_blank() {
                message(lang, "kiosk-no-comment")
            } else {
                let text = record.comment.as_str().replace('\n', " ");
                tr!(lang, "kiosk-quoted", text = text)
            };
            (name.to_owned(), inside)
        }
    };
    let size = tr!(lang, "kiosk-bytes", bytes = number(record.stored_bytes));
    [name, inside, size, message(lang, "kiosk-tie-none")]
}
