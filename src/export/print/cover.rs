//! The sheet that lies on a box of slips: whose box it is, how many slips, how to hand them out.
//!
//! Names the class, and so never stands on the slips themselves. Holds no code.

use super::input::{BoxCover, Langs};
use super::page::{A4_HEIGHT, A4_WIDTH, Area, Ink, Page, Pen, mm};
use super::sayings;
use super::text::{Align, Style, fitted, height};
use crate::domain::Lang;
use crate::error::{Kind, Result};
use crate::i18n::{message, number};
use crate::tr;

const SIDE: f32 = mm(18.0);
const WIDTH: f32 = A4_WIDTH - 2.0 * SIDE;
const BOTTOM: f32 = A4_HEIGHT - mm(16.0);
const BODY: Style = Style::new(12.0);
const HOW: [&str; 6] = [
    "print-cover-how-cut",
    "print-cover-how-count",
    "print-cover-how-mix",
    "print-cover-how-draw",
    "print-cover-how-list",
    "print-cover-how-rest",
];
/// Stations beyond these go to a further page.
const STATIONS: usize = 6;

/// A page for each box, and language after language.
pub(super) fn pages(boxes: &[BoxCover], langs: Langs) -> Result<Vec<Page>> {
    if boxes.is_empty() || boxes.iter().any(|cover| cover.stations.is_empty()) {
        return Err(Kind::NoData.into());
    }
    let mut pages = Vec::new();
    for cover in boxes {
        for lang in langs.list() {
            for (index, stations) in cover.stations.chunks(STATIONS).enumerate() {
                let mut page = Page::upright();
                let y = head(&mut page, cover, *lang);
                let y = table(&mut page, stations, *lang, y);
                if index == 0 {
                    how(&mut page, cover, *lang, y);
                }
                foot(&mut page, cover, *lang);
                pages.push(page);
            }
        }
    }
    Ok(pages)
}

fn slips(cover: &BoxCover) -> u32 {
    cover.stations.iter().map(|(_, slips)| *slips).sum()
}

/// Company, wave, the class in large type, the two figures.
fn head(page: &mut Page, cover: &BoxCover, lang: Lang) -> f32 {
    let small = Style::new(10.5);
    page.text_in(
        &format!("{} · {}", cover.wave.company, cover.wave.title),
        small.ink(Ink::Weak),
        Area::new(SIDE, mm(16.0), WIDTH, mm(10.0)),
        8.0,
    );
    let class = page.text_low(
        &cover.class,
        Style::new(30.0).bold().leading(1.18),
        Area::new(SIDE, mm(34.0), WIDTH, mm(27.0)),
        13.0,
    );
    page.text_in(
        &message(lang, "print-cover-box"),
        small.bold().ink(Ink::Accent),
        Area::new(SIDE, class - mm(6.0), WIDTH, mm(6.0)),
        8.0,
    );
    let y = mm(66.0);
    let half = WIDTH / 2.0;
    let figures = [
        ("print-cover-slips", slips(cover)),
        ("print-cover-invited", cover.invited),
    ];
    for (column, (key, figure)) in [0.0, half].into_iter().zip(figures) {
        let x = SIDE + column;
        page.text_in(
            &number::count(lang, u64::from(figure)),
            Style::new(30.0).bold().leading(1.15),
            Area::new(x, y, half - mm(6.0), mm(12.5)),
            18.0,
        );
        page.text_in(
            &message(lang, key),
            small.ink(Ink::Weak),
            Area::new(x, y + mm(12.5), half - mm(6.0), mm(6.0)),
            8.0,
        );
    }
    mm(92.0)
}

/// Slips per station.
fn table(page: &mut Page, stations: &[(String, u32)], lang: Lang, top: f32) -> f32 {
    let small = Style::new(9.5).ink(Ink::Weak);
    let figures = mm(26.0);
    let names = WIDTH - figures - mm(4.0);
    page.text(
        &message(lang, "print-cover-station"),
        small,
        (SIDE, top),
        names,
    );
    page.text(
        &message(lang, "print-cover-slips-head"),
        small.align(Align::Right),
        (SIDE + WIDTH - figures, top),
        figures,
    );
    let mut y = top + small.line_height() + mm(0.8);
    page.stroke((SIDE, y), (SIDE + WIDTH, y), Pen::new(0.8, Ink::Edge));
    let row = BODY.leading(1.25);
    for (name, slips) in stations {
        let lines = height(name, row, names).min(2.0 * row.line_height());
        let top = y + mm(1.1);
        page.text_in(name, row, Area::new(SIDE, top, names, lines), 7.0);
        page.text_in(
            &number::count(lang, u64::from(*slips)),
            row.bold().align(Align::Right),
            Area::new(SIDE + WIDTH - figures, top, figures, row.line_height()),
            7.0,
        );
        y = top + lines + mm(1.1);
        page.stroke((SIDE, y), (SIDE + WIDTH, y), Pen::new(0.4, Ink::Line));
    }
    if stations.len() > 1 {
        y = page.text(
            &message(lang, "print-cover-apart"),
            small,
            (SIDE, y + mm(1.4)),
            WIDTH,
        );
    }
    y + mm(9.0)
}

/// Six steps, and a box to note what is left.
fn how(page: &mut Page, cover: &BoxCover, lang: Lang, top: f32) {
    let slips = slips(cover);
    let texts: Vec<String> = HOW
        .iter()
        .map(|key| tr!(lang, key, slips = slips))
        .collect();
    let indent = mm(9.0);
    let room = BOTTOM - mm(30.0) - top - mm(9.0);
    let all: Vec<&str> = texts.iter().map(String::as_str).collect();
    let gaps = mm(1.8) * 6.0;
    let style = fitted(&all, BODY, WIDTH - indent, (room - gaps, 7.0));
    let mut y = page.text(
        &message(lang, "print-cover-how"),
        Style::new(14.0).bold(),
        (SIDE, top),
        WIDTH,
    ) + mm(1.6);
    for (index, text) in texts.iter().enumerate() {
        let badge = style.bold().ink(Ink::Accent);
        page.text(&format!("{}", index + 1), badge, (SIDE, y), indent);
        y = page.text(text, style, (SIDE + indent, y), WIDTH - indent) + mm(1.8);
    }
}

/// Two blanks to fill by hand, and what this sheet is not for.
fn foot(page: &mut Page, cover: &BoxCover, lang: Lang) {
    let y = BOTTOM - mm(22.0);
    let small = Style::new(9.5);
    let half = (WIDTH - mm(8.0)) / 2.0;
    for (column, key) in [
        (0.0, "print-cover-left"),
        (half + mm(8.0), "print-cover-signed"),
    ] {
        let x = SIDE + column;
        page.stroke(
            (x, y + mm(4.0)),
            (x + half, y + mm(4.0)),
            Pen::new(0.6, Ink::Edge),
        );
        page.text_in(
            &message(lang, key),
            small.ink(Ink::Weak),
            Area::new(x, y + mm(4.8), half, mm(5.0)),
            7.0,
        );
    }
    page.text_in(
        &tr!(
            lang,
            "print-cover-note",
            level = sayings::level(&cover.wave, lang),
            day = number::day(lang, cover.wave.closes)
        ),
        small.ink(Ink::Weak),
        Area::new(SIDE, BOTTOM - mm(9.5), WIDTH, mm(9.5)),
        7.0,
    );
}
