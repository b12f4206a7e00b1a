//! How anonymity works, on half an A4: printed twice to a sheet and cut in the middle.

use super::input::PrintedWave;
use super::page::{A4_HEIGHT, A4_WIDTH, Area, Ink, Page, Pen, mm};
use super::pictures::{CHECK, WARNING};
use super::poster::{Points, lists};
use super::sayings;
use super::text::{Style, fitted};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;

const HALF: f32 = A4_HEIGHT / 2.0;
const SIDE: f32 = mm(12.0);
const WIDTH: f32 = HALF - 2.0 * SIDE;
const BOTTOM: f32 = A4_WIDTH - mm(11.0);

/// A lying page with the leaflet twice.
pub(super) fn page(wave: &PrintedWave, lang: Lang) -> Page {
    let mut page = Page::lying();
    let half = half(wave, lang);
    page.stamp(&half, 0.0, 0.0);
    page.stamp(&half, HALF, 0.0);
    page.stroke(
        (HALF, mm(8.0)),
        (HALF, A4_WIDTH - mm(8.0)),
        Pen::dashed(0.25, Ink::Text, 3.0, 2.4),
    );
    page
}

fn half(wave: &PrintedWave, lang: Lang) -> Page {
    let mut page = Page::lying();
    page.text_in(
        &format!("{} · {}", wave.company, wave.title),
        Style::new(9.0).ink(Ink::Weak).leading(1.25),
        Area::new(SIDE, mm(11.0), WIDTH, mm(8.2)),
        7.0,
    );
    page.text_in(
        &message(lang, "print-leaflet-title"),
        Style::new(19.0).bold().leading(1.15),
        Area::new(SIDE, mm(20.0), WIDTH, mm(8.6)),
        12.0,
    );
    let path = [
        message(lang, "print-leaflet-slip"),
        message(lang, "print-leaflet-seal"),
        tr!(
            lang,
            "print-leaflet-open",
            day = number::day(lang, wave.closes)
        ),
        sayings::level_meaning(wave, lang),
    ];
    let texts: Vec<&str> = path.iter().map(String::as_str).collect();
    let indent = mm(6.5);
    let top = mm(31.0);
    let end = mm(91.0);
    let style = fitted(
        &texts,
        Style::new(10.5).leading(1.32),
        WIDTH - indent,
        (end - top - 6.0 * mm(1.4), 7.0),
    );
    let mut y = top;
    for (text, number) in texts.into_iter().zip(1..) {
        let badge = style.bold().ink(Ink::Accent);
        page.text(&format!("{number}"), badge, (SIDE, y), indent);
        y = page.text(text, style, (SIDE + indent, y), WIDTH - indent) + mm(1.4);
    }
    page.stroke((SIDE, end), (SIDE + WIDTH, end), Pen::new(1.0, Ink::Accent));
    let list = |key: &str, icon: char, texts: Vec<String>| Points {
        title: message(lang, key),
        icon,
        texts,
    };
    lists(
        &mut page,
        &[
            list("print-promised", CHECK, sayings::promises(wave, lang)),
            list("print-not-promised", WARNING, sayings::risks(wave, lang)),
        ],
        Area::new(SIDE, end + mm(3.0), WIDTH, BOTTOM - end - mm(3.0)),
        9.75,
    );
    page
}
