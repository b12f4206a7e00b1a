//! Recovery sheets: 24 words that open a file when its passphrase is lost, to be sealed in an
//! envelope. Carries no clock's date, only a line to write one on.

use super::input::{Holder, Langs, RecoverySheet};
use super::page::{A4_HEIGHT, A4_WIDTH, Area, Ink, Page, Pen, mm};
use super::text::{Align, Style};
use crate::domain::Lang;
use crate::error::{Error, Kind, Result};
use crate::i18n::message;
use crate::tr;

const SIDE: f32 = mm(18.0);
const WIDTH: f32 = A4_WIDTH - 2.0 * SIDE;
const WORDS: usize = 24;
const COLUMNS: usize = 3;
const ROWS: usize = WORDS / COLUMNS;

/// One page to a language.
pub(super) fn pages(sheet: &RecoverySheet, langs: Langs) -> Result<Vec<Page>> {
    if sheet.words.len() != WORDS {
        return Err(Error::from(Kind::Internal("not 24 recovery words".into())));
    }
    Ok(langs.list().iter().map(|lang| page(sheet, *lang)).collect())
}

fn page(sheet: &RecoverySheet, lang: Lang) -> Page {
    let mut page = Page::upright();
    let (title, can) = match &sheet.holder {
        Holder::Workspace => (
            message(lang, "print-recovery-title-workspace"),
            message(lang, "print-recovery-can-workspace"),
        ),
        Holder::Witness(name) => (
            tr!(lang, "print-recovery-title-witness", name = name.as_str()),
            message(lang, "print-recovery-can-witness"),
        ),
    };
    page.text_in(
        &sheet.company,
        Style::new(11.0).ink(Ink::Weak),
        Area::new(SIDE, mm(16.0), WIDTH, mm(6.0)),
        8.0,
    );
    let y = page.text_in(
        &title,
        Style::new(23.0).bold().leading(1.18),
        Area::new(SIDE, mm(22.5), WIDTH, mm(20.0)),
        12.0,
    );
    let y = page.text_in(
        &tr!(lang, "print-recovery-file", file = sheet.file_name.as_str()),
        Style::new(12.0).bold(),
        Area::new(SIDE, y + mm(2.5), WIDTH, mm(12.0)),
        8.0,
    );
    let y = page.text_in(
        &can,
        Style::new(11.0),
        Area::new(SIDE, y + mm(2.0), WIDTH, mm(22.0)),
        8.0,
    );
    let y = words(&mut page, sheet, y + mm(7.0));
    rules(&mut page, sheet, lang, y + mm(8.0));
    blanks(&mut page, lang);
    page
}

/// The words in three columns, read downwards, each with its number. Returns where they end.
fn words(page: &mut Page, sheet: &RecoverySheet, top: f32) -> f32 {
    let area = Area::new(SIDE, top, WIDTH, mm(84.0));
    page.block(area, mm(2.0), None, Some(Pen::new(1.0, Ink::Accent)));
    let inner = area.inset(mm(4.0));
    let column = inner.width / cells(COLUMNS);
    let row = inner.height / cells(ROWS);
    for (index, word) in sheet.words.iter().enumerate() {
        let x = inner.x + cells(index / ROWS) * column;
        let y = inner.y + cells(index % ROWS) * row;
        let number = Area::new(x, y, mm(9.0), row);
        let style = Style::new(10.0).ink(Ink::Weak).align(Align::Right);
        page.text_in(
            &format!("{}", index + 1),
            style.leading_of(row),
            number,
            8.0,
        );
        let place = Area::new(x + mm(12.0), y, column - mm(14.0), row);
        page.text_in(word, Style::new(15.0).bold().leading_of(row), place, 9.0);
        let line = y + row;
        if index % ROWS + 1 < ROWS {
            page.stroke(
                (x + mm(3.0), line),
                (x + column - mm(3.0), line),
                Pen::new(0.4, Ink::Line),
            );
        }
    }
    area.bottom()
}

/// Where to keep it.
fn rules(page: &mut Page, sheet: &RecoverySheet, lang: Lang, top: f32) {
    let apart = match sheet.holder {
        Holder::Workspace => "print-recovery-apart-workspace",
        Holder::Witness(_) => "print-recovery-apart-witness",
    };
    let keys = [
        "print-recovery-check",
        "print-recovery-envelope",
        apart,
        "print-recovery-no-copy",
        "print-recovery-seen",
    ];
    let style = Style::new(11.5);
    let indent = mm(8.0);
    let mut y = page.text(
        &message(lang, "print-recovery-keep"),
        Style::new(14.0).bold(),
        (SIDE, top),
        WIDTH,
    ) + mm(1.5);
    for (key, number) in keys.into_iter().zip(1..) {
        let badge = style.bold().ink(Ink::Accent);
        page.text(&format!("{number}"), badge, (SIDE, y), indent);
        y = page.text(
            &message(lang, key),
            style,
            (SIDE + indent, y),
            WIDTH - indent,
        ) + mm(1.6);
    }
}

/// Lines to fill by hand.
fn blanks(page: &mut Page, lang: Lang) {
    let y = A4_HEIGHT - mm(27.0);
    let third = (WIDTH - mm(12.0)) / 3.0;
    let keys = [
        "print-recovery-date",
        "print-recovery-sealed-by",
        "print-recovery-place",
    ];
    for (key, column) in keys.into_iter().zip([0.0, 1.0, 2.0]) {
        let x = SIDE + column * (third + mm(6.0));
        page.stroke((x, y), (x + third, y), Pen::new(0.6, Ink::Edge));
        page.text_in(
            &message(lang, key),
            Style::new(9.5).ink(Ink::Weak),
            Area::new(x, y + mm(1.0), third, mm(5.0)),
            7.0,
        );
    }
}

#[expect(clippy::cast_precision_loss, reason = "24 words")]
fn cells(count: usize) -> f32 {
    count as f32
}
