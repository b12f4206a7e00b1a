//! Prints about people: one person's profile on one page, and paper forms for raters. Personal data;
//! drawn from findings and models, never from a single peer's rating.

mod forms;
mod input;
mod profile;
mod profile_levels;
mod profile_radar;

pub use input::{ProfileSheet, RaterForm};

pub(super) use forms::pages as form_pages;
pub(super) use profile::page as profile_page;

use super::page::{A4_WIDTH, Area, Ink, Page, Pen, mm};
use super::text::{self, Style};

/// Left edge of what is printed.
const LEFT: f32 = mm(15.0);
/// Width of what is printed.
const WIDTH: f32 = A4_WIDTH - 2.0 * LEFT;
/// A line between rows.
const HAIR: Pen = Pen::new(0.4, Ink::Line);
/// A line under heads.
const RULE: Pen = Pen::new(0.8, Ink::Edge);

/// One line of text in the middle of a row, in smaller type or shortened where it must be.
pub(super) fn in_row(page: &mut Page, text: &str, style: Style, area: Area) {
    let mut style = style;
    while text::width(text, style) > area.width && style.size > 5.25 {
        style.size -= 0.25;
    }
    page.text_in(text, style.leading_of(area.height), area, 5.0);
}

/// A text of one or two lines in the middle of a row; words are not broken.
pub(super) fn in_cell(page: &mut Page, text: &str, style: Style, area: Area) {
    let style = whole_words(text, style, area.width);
    let style = text::fitted(&[text], style, area.width, (area.height, 5.0));
    let high = text::height(text, style, area.width).min(area.height);
    let top = area.y + (area.height - high) / 2.0;
    page.text_in(text, style, Area::new(area.x, top, area.width, high), 5.0);
}

/// The type made so small that the longest word stands on one line.
fn whole_words(text: &str, style: Style, width: f32) -> Style {
    let words = text.split(' ').map(|word| text::width(word, style));
    let longest = words.fold(1.0, f32::max);
    let size = (style.size * (width / longest).min(1.0)).max(5.0);
    Style { size, ..style }
}

/// The head of a part with its line.
fn section(page: &mut Page, title: &str, (x, y, width): (f32, f32, f32)) -> f32 {
    let style = Style::new(9.5).bold().ink(Ink::Accent);
    let area = Area::new(x, y, width, mm(4.6));
    in_row(page, title, style, area);
    page.stroke((x, area.bottom()), (x + width, area.bottom()), RULE);
    area.bottom()
}
