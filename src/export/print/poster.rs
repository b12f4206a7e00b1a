//! The poster beside a station: what, where, until when, how; what is promised and what nobody can
//! promise; the six words, large enough to be compared from two steps away. Holds no code.

use super::input::Poster;
use super::page::{A4_HEIGHT, A4_WIDTH, Area, Ink, Page, Pen, mm};
use super::pictures::{self, CHECK, Picture, WARNING};
use super::sayings;
use super::text::{Align, Style, height};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;

const SIDE: f32 = mm(16.0);
const WIDTH: f32 = A4_WIDTH - 2.0 * SIDE;
const GAP: f32 = mm(8.0);
const THIRD: f32 = (WIDTH - 2.0 * GAP) / 3.0;
const BOTTOM: f32 = A4_HEIGHT - mm(12.0);

/// The poster in a language.
pub(super) fn page(poster: &Poster, lang: Lang) -> Page {
    let mut page = Page::upright();
    head(&mut page, poster, lang);
    steps(&mut page, lang);
    words(&mut page, poster, lang, mm(126.0));
    let top = mm(177.0);
    let level_top = BOTTOM - mm(19.0);
    let room = level_top - mm(4.0) - top;
    let wave = &poster.wave;
    lists(
        &mut page,
        &[
            Points {
                title: message(lang, "print-promised"),
                icon: CHECK,
                texts: sayings::promises(wave, lang),
            },
            Points {
                title: message(lang, "print-not-promised"),
                icon: WARNING,
                texts: sayings::risks(wave, lang),
            },
        ],
        Area::new(SIDE, top, WIDTH, room),
        11.0,
    );
    level(&mut page, poster, lang, level_top);
    page
}

fn head(page: &mut Page, poster: &Poster, lang: Lang) {
    let wave = &poster.wave;
    let title = page.text_low(
        &wave.title,
        Style::new(44.0).bold().leading(1.12),
        Area::new(SIDE, mm(19.0), WIDTH, mm(27.0)),
        13.0,
    );
    page.text_low(
        &wave.company,
        Style::new(13.0).ink(Ink::Weak),
        Area::new(SIDE, title - mm(6.4), WIDTH, mm(6.4)),
        8.0,
    );
    let day = number::day(lang, wave.closes);
    let facts = [
        ("print-poster-where", poster.station.name.clone()),
        ("print-poster-until", tr!(lang, "print-until", day = day)),
        (
            "print-poster-time",
            tr!(lang, "print-poster-minutes", minutes = poster.minutes),
        ),
    ];
    let top = mm(48.0);
    page.stroke((SIDE, top), (SIDE + WIDTH, top), Pen::new(1.2, Ink::Accent));
    for ((key, value), x) in facts.iter().zip(columns()) {
        page.text(
            &message(lang, key),
            Style::new(9.5).ink(Ink::Weak),
            (x, top + mm(2.2)),
            THIRD,
        );
        page.text_in(
            value,
            Style::new(13.0).bold().leading(1.22),
            Area::new(x, top + mm(6.8), THIRD, mm(14.5)),
            7.5,
        );
    }
}

fn columns() -> [f32; 3] {
    [SIDE, SIDE + THIRD + GAP, SIDE + 2.0 * (THIRD + GAP)]
}

fn steps(page: &mut Page, lang: Lang) {
    let top = mm(72.0);
    let side = mm(22.0);
    let steps = [
        (Picture::Box, "print-step-draw", "print-step-draw-how"),
        (
            Picture::Screen,
            "print-step-answer",
            "print-step-answer-how",
        ),
        (Picture::Envelope, "print-step-seal", "print-step-seal-how"),
    ];
    for (((picture, title, how), x), number) in steps.into_iter().zip(columns()).zip(1..) {
        pictures::draw(page, picture, Area::new(x, top, side, side));
        page.text(
            &format!("{number}"),
            Style::new(26.0).bold().ink(Ink::Accent).leading(1.0),
            (x + side + mm(4.0), top + side - mm(10.0)),
            mm(12.0),
        );
        page.text_in(
            &message(lang, title),
            Style::new(13.0).bold().leading(1.2),
            Area::new(x, top + side + mm(2.6), THIRD, mm(5.8)),
            9.0,
        );
        page.text_in(
            &message(lang, how),
            Style::new(10.5).leading(1.3),
            Area::new(x, top + side + mm(8.6), THIRD, mm(19.5)),
            8.0,
        );
    }
}

/// The six words, two rows of three, and what they are for.
fn words(page: &mut Page, poster: &Poster, lang: Lang, top: f32) {
    let area = Area::new(SIDE, top, WIDTH, mm(45.0));
    page.block(area, mm(2.0), None, Some(Pen::new(1.6, Ink::Accent)));
    let inner = Area::new(
        area.x + mm(6.0),
        area.y + mm(3.6),
        area.width - mm(12.0),
        area.height - mm(7.2),
    );
    page.text_in(
        &message(lang, "print-words-title"),
        Style::new(12.0).bold(),
        Area::new(inner.x, inner.y, inner.width, mm(6.0)),
        9.0,
    );
    let column = inner.width / 3.0;
    let style = Style::new(23.0).bold().leading(1.2);
    let widest = poster
        .station
        .words
        .get(lang)
        .iter()
        .map(|word| super::text::width(word, style))
        .fold(1.0, f32::max);
    let style = Style {
        size: style.size * ((column - mm(3.0)) / widest).min(1.0),
        ..style
    };
    let row = mm(10.2);
    let places = [0.0, row].into_iter().flat_map(|down| {
        [0.0, column, 2.0 * column].map(|right| (inner.x + right, inner.y + mm(6.6) + down))
    });
    for (word, (x, y)) in poster.station.words.get(lang).iter().zip(places) {
        page.text_in(word, style, Area::new(x, y, column, row), style.size);
    }
    page.text_in(
        &message(lang, "print-words-mean"),
        Style::new(9.5).leading(1.3),
        Area::new(inner.x, inner.y + mm(28.6), inner.width, mm(9.0)),
        7.5,
    );
}

/// A list under a head, each point with an icon.
pub(super) struct Points {
    pub(super) title: String,
    pub(super) icon: char,
    pub(super) texts: Vec<String>,
}

/// Two lists side by side in one size of type, at most this one.
pub(super) fn lists(page: &mut Page, both: &[Points; 2], area: Area, size: f32) {
    let column = (area.width - GAP) / 2.0;
    let indent = mm(6.5);
    let gap = mm(1.7);
    let head = Style::new(size + 2.5).bold().leading(1.3);
    let mut style = Style::new(size).leading(1.3);
    let needs = |style: Style| {
        both.iter()
            .map(|points| {
                let texts = points.texts.iter();
                texts
                    .map(|text| height(text, style, column - indent) + gap)
                    .sum::<f32>()
            })
            .fold(0.0, f32::max)
    };
    let top = area.y + head.line_height() + mm(2.0);
    while needs(style) > area.bottom() - top && style.size > 6.0 {
        style.size -= 0.25;
    }
    for (points, x) in both.iter().zip([area.x, area.x + column + GAP]) {
        page.text_in(
            &points.title,
            head,
            Area::new(x, area.y, column, head.line_height()),
            9.0,
        );
        let mut y = top;
        for text in &points.texts {
            let size = style.size * 1.15;
            let corner = (x, y + (style.line_height() - size) / 2.0);
            page.icon(points.icon, corner, size, Ink::Accent);
            y = page.text(text, style, (x + indent, y), column - indent) + gap;
        }
    }
}

/// The level of protection, across the foot.
fn level(page: &mut Page, poster: &Poster, lang: Lang, top: f32) {
    page.stroke((SIDE, top), (SIDE + WIDTH, top), Pen::new(1.2, Ink::Accent));
    page.text_in(
        &sayings::level(&poster.wave, lang),
        Style::new(12.0).bold().leading(1.3),
        Area::new(SIDE, top + mm(2.0), WIDTH, mm(6.0)),
        9.0,
    );
    page.text_in(
        &sayings::level_meaning(&poster.wave, lang),
        Style::new(10.0).leading(1.3).align(Align::Left),
        Area::new(SIDE, top + mm(8.0), WIDTH, mm(10.5)),
        7.0,
    );
}
