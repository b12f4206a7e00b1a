//! Code slips: cut along the dashes, folded along the dots, drawn from a box.
//!
//! A slip names the company, the wave and the station, never the class: whoever finds one on the
//! floor learns no more of its owner than where the computer stands. No number, no order.

use std::sync::Arc;

use super::font::{self, Weight};
use super::input::{Langs, SlipSheet};
use super::page::{A4_HEIGHT, A4_WIDTH, Area, Ink, Op, Page, Pen, mm};
use super::qr::Symbol;
use super::sayings;
use super::text::{Style, fitted};
use crate::domain::Lang;
use crate::error::{Error, Kind, Result};
use crate::i18n::{message, number};
use crate::tr;

/// From the sheet's edge to the slips: room for the cut marks, within what office printers reach.
const SIDE: f32 = mm(12.0);
const ABOVE: f32 = mm(13.0);
/// Where cut marks end and the printer's reach begins.
const EDGE: f32 = mm(8.0);
const COLUMNS: usize = 2;
const WIDTH: f32 = (A4_WIDTH - 2.0 * SIDE) / 2.0;
/// From a slip's edge to its words.
const PAD: f32 = mm(3.8);
const QR: f32 = mm(19.5);
/// Four modules of nothing around a symbol, so that every scanner finds it.
const QUIET: f32 = mm(3.8);
/// Beside the symbol.
const BESIDE: f32 = WIDTH - 2.0 * PAD - QR - QUIET;
/// Cells of the code in sizes of its type, as wide as a W needs.
const CELL: f32 = 0.955;
const HYPHEN: f32 = 0.8;

const SMALL: Style = Style::new(7.0).leading(1.27);

/// How slips lie on a sheet.
struct Grid {
    rows: usize,
    height: f32,
    /// From the top of a slip to its fold: the code lies above, and the fold covers it.
    fold: f32,
}

impl Grid {
    fn of(langs: Langs) -> Self {
        let (rows, fold) = match langs {
            Langs::One(_) => (5, mm(27.0)),
            Langs::Both => (4, mm(29.8)),
        };
        let height = (A4_HEIGHT - 2.0 * ABOVE) / steps(rows);
        Self { rows, height, fold }
    }

    /// The upper left corner of the slip at this place on its sheet.
    fn corner(&self, place: usize) -> (f32, f32) {
        (
            SIDE + steps(place % COLUMNS) * WIDTH,
            ABOVE + steps(place / COLUMNS) * self.height,
        )
    }
}

/// The sheets.
pub(super) fn pages(sheet: &SlipSheet, langs: Langs) -> Result<Vec<Page>> {
    if sheet.codes.is_empty() {
        return Err(Kind::NoData.into());
    }
    if !sheet.codes.iter().all(|code| is_code(code)) {
        return Err(Error::from(Kind::Internal("not a code".into())));
    }
    let grid = Grid::of(langs);
    // All but the code is the same on every slip; it is set once.
    let blank = blank(sheet, langs, &grid);
    let sheets = sheet.codes.chunks(COLUMNS * grid.rows);
    let count = sheets.len();
    sheets
        .enumerate()
        .map(|(number, codes)| {
            let mut page = Page::upright();
            marks(&mut page, &grid);
            footer(&mut page, sheet, langs, (number + 1, count));
            for (place, code) in codes.iter().enumerate() {
                let (x, y) = grid.corner(place);
                page.stamp(&blank, x, y);
                page.stamp(&coded(code)?, x, y);
            }
            Ok(page)
        })
        .collect()
}

/// Three groups of four letters or digits. What they mean is checked where codes are made.
fn is_code(code: &str) -> bool {
    code.len() == 14
        && code.chars().enumerate().all(|(at, c)| {
            if at == 4 || at == 9 {
                c == '-'
            } else {
                c.is_ascii_digit() || c.is_ascii_uppercase()
            }
        })
}

/// The code and its symbol, at the corner of a slip.
fn coded(code: &str) -> Result<Page> {
    let mut page = Page::upright();
    // The first letter stands in the middle of its cell; so far left it begins where words begin.
    let hang = mm(0.7);
    let frame = Area::new(PAD - hang, mm(10.0), BESIDE + hang, mm(6.6));
    let line = font::shape_cells(code, Weight::Bold, CELL, HYPHEN);
    let size = frame.width / line.width;
    let style = Style::new(size).bold();
    page.line(Arc::new(line), style, frame.y + frame.height / 2.0, frame);
    page.ops.push(Op::Qr {
        symbol: Arc::new(Symbol::of(code)?),
        area: Area::new(WIDTH - PAD - QR, PAD, QR, QR),
    });
    Ok(page)
}

/// A slip without its code.
fn blank(sheet: &SlipSheet, langs: Langs, grid: &Grid) -> Page {
    let mut page = Page::upright();
    let wide = BESIDE;
    let head = SMALL.leading(1.3);
    page.text_in(
        &sheet.wave.company,
        head.bold(),
        Area::new(PAD, mm(3.0), wide, head.line_height()),
        6.0,
    );
    page.text_in(
        &sheet.wave.title,
        head,
        Area::new(PAD, mm(6.2), wide, head.line_height()),
        6.0,
    );
    page.stroke(
        (PAD, grid.fold),
        (WIDTH - PAD, grid.fold),
        Pen::dashed(0.4, Ink::Text, 0.4, 2.6),
    );
    match langs {
        Langs::One(lang) => {
            let area = Area::new(PAD, mm(17.4), wide, mm(9.0));
            let bottom = page.text_in(&station(sheet, lang), SMALL, area.cropped(2.0 / 3.0), 6.0);
            page.text_in(
                &until(sheet, lang),
                SMALL.bold(),
                Area::new(area.x, bottom, wide, SMALL.line_height()),
                6.0,
            );
            explained(&mut page, sheet, lang, grid);
        }
        Langs::Both => {
            let area = Area::new(PAD, mm(17.0), wide, mm(9.4));
            let mut y = page.text_in(&sheet.station.name, SMALL, area.cropped(0.64), 5.5);
            for lang in Lang::ALL {
                let line = Area::new(PAD, y, wide, SMALL.line_height());
                y = page.text_in(&until(sheet, lang), SMALL.bold(), line, 6.0);
            }
            explained_twice(&mut page, sheet, grid);
        }
    }
    page
}

fn station(sheet: &SlipSheet, lang: Lang) -> String {
    tr!(
        lang,
        "print-slip-station",
        station = sheet.station.name.as_str()
    )
}

fn until(sheet: &SlipSheet, lang: Lang) -> String {
    tr!(
        lang,
        "print-until",
        day = number::day(lang, sheet.wave.closes)
    )
}

/// The lower half in one language.
fn explained(page: &mut Page, sheet: &SlipSheet, lang: Lang, grid: &Grid) {
    let wide = WIDTH - 2.0 * PAD;
    let top = grid.fold + mm(1.7);
    let words_high = mm(6.9);
    let level_high = SMALL.line_height();
    let sentences = sayings::three(&sheet.wave, lang);
    let texts: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let room = grid.height - mm(2.2) - top - words_high - level_high - mm(1.2);
    let style = fitted(&texts, SMALL.leading(1.36), wide, (room, 5.5));
    let mut y = top;
    for sentence in texts {
        y = page.text(sentence, style, (PAD, y), wide);
    }
    let y = grid.height - mm(2.2) - words_high - level_high;
    page.text_in(
        &message(lang, "print-slip-words"),
        SMALL,
        Area::new(PAD, y, wide, SMALL.line_height()),
        5.5,
    );
    page.text_in(
        &sheet.station.words.joined(lang),
        Style::new(8.0).bold().leading(1.3),
        Area::new(PAD, y + SMALL.line_height(), wide, 8.0 * 1.3),
        5.5,
    );
    page.text_in(
        &tr!(
            lang,
            "print-slip-level",
            level = sayings::level_short(&sheet.wave, lang)
        ),
        SMALL,
        Area::new(PAD, y + words_high, wide, level_high),
        5.5,
    );
}

/// The lower part in both languages: two columns in one size of type, then the words across.
fn explained_twice(page: &mut Page, sheet: &SlipSheet, grid: &Grid) {
    let wide = WIDTH - 2.0 * PAD;
    let between = mm(3.0);
    let column = (wide - between) / 2.0;
    let words = Style::new(7.25).bold().leading(1.36);
    let top = grid.fold + mm(1.7);
    let words_top = grid.height - mm(2.2) - 2.0 * words.line_height();
    let gap = mm(0.7);
    let columns = Lang::ALL.map(|lang| said(sheet, lang));
    let style = columns
        .iter()
        .map(|texts| {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let room = words_top - top - 4.0 * gap;
            fitted(&texts, SMALL.leading(1.24), column, (room, 5.5))
        })
        .fold(
            SMALL,
            |one, other| if other.size < one.size { other } else { one },
        );
    for (texts, x) in columns.iter().zip([PAD, PAD + column + between]) {
        let mut y = top;
        for text in texts {
            y = page.text(text, style, (x, y), column) + gap;
        }
    }
    for (lang, row) in Lang::ALL.into_iter().zip([0.0, words.line_height()]) {
        page.text_in(
            &sheet.station.words.joined(lang),
            words,
            Area::new(PAD, words_top + row, wide, words.line_height()),
            5.5,
        );
    }
}

/// A column: the three sentences, the level, what the words are.
fn said(sheet: &SlipSheet, lang: Lang) -> [String; 5] {
    let [drawn, stored, opened] = sayings::three(&sheet.wave, lang);
    let level = sayings::level_short(&sheet.wave, lang);
    [
        drawn,
        stored,
        opened,
        level,
        message(lang, "print-slip-words-short"),
    ]
}

/// Dashes between the slips for scissors, ticks in the margin for a guillotine.
fn marks(page: &mut Page, grid: &Grid) {
    let (right, bottom) = (A4_WIDTH - SIDE, A4_HEIGHT - ABOVE);
    let dash = Pen::dashed(0.25, Ink::Text, 3.0, 2.4);
    let tick = Pen::new(0.5, Ink::Text);
    let gap = mm(1.2);
    for column in 0..=COLUMNS {
        let x = SIDE + steps(column) * WIDTH;
        page.stroke((x, ABOVE), (x, bottom), dash);
        page.stroke((x, EDGE), (x, ABOVE - gap), tick);
        page.stroke((x, bottom + gap), (x, A4_HEIGHT - EDGE), tick);
    }
    for row in 0..=grid.rows {
        let y = ABOVE + steps(row) * grid.height;
        page.stroke((SIDE, y), (right, y), dash);
        page.stroke((EDGE, y), (SIDE - gap, y), tick);
        page.stroke((right + gap, y), (A4_WIDTH - EDGE, y), tick);
    }
}

/// One line in the margin, cut away with it: for whom works at the cutter.
fn footer(page: &mut Page, sheet: &SlipSheet, langs: Langs, (number, of): (usize, usize)) {
    let lang = langs.list().first().copied().unwrap_or_default();
    let style = Style::new(6.5).leading(1.2);
    let y = A4_HEIGHT - ABOVE + mm(1.4);
    let half = WIDTH - mm(4.0);
    page.text_in(
        &tr!(
            lang,
            "print-slip-sheet",
            number = number,
            of = of,
            station = sheet.station.name.as_str()
        ),
        style,
        Area::new(SIDE + mm(2.0), y, half, style.line_height()),
        5.5,
    );
    page.text_in(
        &message(lang, "print-slip-cut"),
        style,
        Area::new(SIDE + WIDTH + mm(2.0), y, half, style.line_height()),
        5.5,
    );
}

#[expect(clippy::cast_precision_loss, reason = "a sheet has few slips")]
fn steps(count: usize) -> f32 {
    count as f32
}
