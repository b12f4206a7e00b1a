//! The rows of the paper form: circles to cross, boxes for the code, lines for words.

use super::page::{A4_WIDTH, Area, Ink, Page, Pen, mm};
use super::text::{Align, Style, fitted, height};
use crate::domain::{Lang, Questionnaire};
use crate::i18n::message;

/// Left and right margin: the same, so that both sides of a sheet match.
pub(super) const LEFT: f32 = mm(15.0);
/// Between the margins.
pub(super) const WIDTH: f32 = A4_WIDTH - 2.0 * LEFT;
/// The labels over the circles, and their distance to the first row.
pub(super) const SCALE_HIGH: f32 = mm(11.5);

const NUMBER: f32 = mm(7.0);
const STEP: f32 = mm(13.6);
const SKIP: f32 = mm(15.5);
/// Where the circles of a row of five begin.
const CIRCLES: f32 = LEFT + WIDTH - SKIP - mm(1.0) - 5.0 * STEP;
const TEXT: Style = Style::new(9.5).leading(1.27);
/// Room for a head beside the labels.
pub(super) const TITLE_WIDTH: f32 = CIRCLES - LEFT - mm(3.0);
const TEXT_WIDTH: f32 = CIRCLES - LEFT - NUMBER - mm(1.5);
const ROW_PAD: f32 = mm(1.1);
const ROW_LEAST: f32 = mm(7.7);
const RADIUS: f32 = mm(2.6);
const RING: Pen = Pen::new(0.9, Ink::Edge);
const HAIR: Pen = Pen::new(0.4, Ink::Line);
/// Empty lines for an answer in words, and how far apart a pen needs them.
const LINES: u8 = 4;
const LINE_HIGH: f32 = mm(8.4);

/// One question with its number in the form, the same on every copy.
pub(super) struct Row<'a> {
    pub(super) number: usize,
    pub(super) text: &'a str,
}

/// The boxes for the code from the slip. Returns where they end.
pub(super) fn code_box(page: &mut Page, lang: Lang, top: f32) -> f32 {
    let cell = (mm(7.6), mm(9.6));
    let hyphen = mm(4.6);
    let boxes = 12.0 * cell.0 + 2.0 * hyphen;
    let frame = Area::new(LEFT, top, WIDTH, cell.1 + mm(7.0));
    page.block(frame, mm(1.5), None, Some(Pen::new(1.0, Ink::Accent)));
    let label = Area::new(
        LEFT + mm(4.0),
        top + mm(2.2),
        WIDTH - boxes - mm(12.0),
        frame.height - mm(4.4),
    );
    let title = message(lang, "print-form-code");
    let hint = message(lang, "print-form-code-hint");
    let bold = Style::new(11.0).bold();
    let y = page.text_in(
        &title,
        bold,
        Area::new(label.x, label.y, label.width, bold.line_height()),
        8.0,
    );
    page.text_in(
        &hint,
        Style::new(8.5).leading(1.25),
        Area::new(label.x, y, label.width, label.bottom() - y),
        6.5,
    );
    let mut x = LEFT + WIDTH - boxes - mm(4.0);
    let y = top + mm(3.5);
    for place in 0..12_u8 {
        if place > 0 && place % 4 == 0 {
            let middle = y + cell.1 / 2.0;
            page.stroke(
                (x + mm(1.3), middle),
                (x + hyphen - mm(1.3), middle),
                Pen::new(1.2, Ink::Text),
            );
            x += hyphen;
        }
        page.block(
            Area::new(x, y, cell.0, cell.1),
            0.0,
            Some(Ink::Paper),
            Some(Pen::new(0.8, Ink::Edge)),
        );
        x += cell.0;
    }
    frame.bottom()
}

/// What stands over the circles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heads {
    /// The five answers and the way out.
    Five,
    /// Only the way out: yes and no are written beside their circles.
    Skip,
}

/// The labels over their columns.
pub(super) fn scale(
    page: &mut Page,
    questionnaire: &Questionnaire,
    lang: Lang,
    (heads, top): (Heads, f32),
) -> f32 {
    let skip = message(lang, "print-form-skip");
    let labels: Vec<&str> = match heads {
        Heads::Five => questionnaire
            .scale
            .iter()
            .map(|text| text.get(lang))
            .collect(),
        Heads::Skip => Vec::new(),
    };
    let base = Style::new(7.5).leading(1.18).align(Align::Center);
    let high = SCALE_HIGH - mm(2.0);
    let column = STEP - mm(0.3);
    // One size for all five: labels of different sizes would weigh differently.
    let size = labels
        .iter()
        .map(|label| fitted(&[label], narrow(base, label, column), column, (high, 5.0)).size)
        .fold(base.size, f32::min);
    let style = Style { size, ..base };
    for (label, middle) in labels.iter().zip(middles()) {
        // Two short lines rather than one that runs into its neighbour.
        let wide = longest_word(label, style).max(column * 0.7);
        label_above(page, label, style, (middle, top, wide));
    }
    let wide = SKIP - mm(1.0);
    let style = fitted(&[&skip], narrow(style, &skip, wide), wide, (high, 5.0));
    label_above(page, &skip, style, (skip_middle(), top, wide));
    page.stroke(
        (LEFT, top + SCALE_HIGH),
        (LEFT + WIDTH, top + SCALE_HIGH),
        Pen::new(0.8, Ink::Edge),
    );
    top + SCALE_HIGH
}

/// The type made so small that the longest word need not be broken.
fn narrow(style: Style, text: &str, width: f32) -> Style {
    let longest = longest_word(text, style);
    Style {
        size: (style.size * (width / longest).min(1.0)).max(5.0),
        ..style
    }
}

fn longest_word(text: &str, style: Style) -> f32 {
    text.split(' ')
        .map(|word| super::text::width(word, style))
        .fold(1.0, f32::max)
}

/// A label whose last line stands on the line below the heads.
fn label_above(page: &mut Page, text: &str, style: Style, (middle, top, width): (f32, f32, f32)) {
    let own = height(text, style, width);
    let room = SCALE_HIGH - mm(1.4);
    let down = (room - own).max(0.0);
    page.text_in(
        text,
        style,
        Area::new(middle - width / 2.0, top + down, width, room - down),
        5.0,
    );
}

fn middles() -> [f32; 5] {
    [0.5, 1.5, 2.5, 3.5, 4.5].map(|step| CIRCLES + step * STEP)
}

fn skip_middle() -> f32 {
    LEFT + WIDTH - SKIP / 2.0
}

fn ring(page: &mut Page, middle: (f32, f32), digit: Option<u8>) {
    page.circle(middle, RADIUS, None, Some(RING));
    if let Some(digit) = digit {
        let area = Area::new(
            middle.0 - RADIUS,
            middle.1 - RADIUS,
            2.0 * RADIUS,
            2.0 * RADIUS,
        );
        let style = Style::new(7.5)
            .ink(Ink::Weak)
            .align(Align::Center)
            .leading_of(area.height);
        page.text_in(&digit.to_string(), style, area, 6.0);
    }
}

impl Row<'_> {
    /// How high a row with five circles is.
    pub(super) fn agreement_height(&self) -> f32 {
        (height(self.text, TEXT, TEXT_WIDTH) + 2.0 * ROW_PAD).max(ROW_LEAST)
    }

    /// Number and text on the left, in the middle of the row.
    fn question(&self, page: &mut Page, top: f32, high: f32) {
        let text_high = height(self.text, TEXT, TEXT_WIDTH);
        let y = top + (high - text_high) / 2.0;
        page.text(
            &self.number.to_string(),
            TEXT.ink(Ink::Weak),
            (LEFT, y),
            NUMBER,
        );
        page.text(self.text, TEXT, (LEFT + NUMBER, y), TEXT_WIDTH);
        page.stroke((LEFT, top + high), (LEFT + WIDTH, top + high), HAIR);
    }

    /// Five circles, and one for “prefer not to answer”.
    pub(super) fn agreement(&self, page: &mut Page, top: f32) -> f32 {
        let high = self.agreement_height();
        self.question(page, top, high);
        let middle = top + high / 2.0;
        for (x, digit) in middles().into_iter().zip(1..) {
            ring(page, (x, middle), Some(digit));
        }
        ring(page, (skip_middle(), middle), None);
        top + high
    }

    /// Yes, no, and the way out.
    pub(super) fn observed(&self, page: &mut Page, lang: Lang, top: f32) -> f32 {
        let high = self.agreement_height();
        self.question(page, top, high);
        let middle = top + high / 2.0;
        let words = ["print-form-yes", "print-form-no"];
        for (x, key) in [CIRCLES + mm(4.0), CIRCLES + 2.5 * STEP]
            .into_iter()
            .zip(words)
        {
            ring(page, (x, middle), None);
            beside(page, &message(lang, key), x, middle, 1.8 * STEP);
        }
        ring(page, (skip_middle(), middle), None);
        top + high
    }

    /// How high the question from 0 to 10 is.
    pub(super) fn recommend_height(&self) -> f32 {
        mm(3.0) + height(self.text, TEXT.bold(), WIDTH - NUMBER) + mm(17.5)
    }

    /// Eleven circles under the question, the ends in words under them.
    pub(super) fn recommend(&self, page: &mut Page, lang: Lang, top: f32) -> f32 {
        let y = self.across(page, top + mm(3.0));
        let middle = y + mm(5.2);
        let first = LEFT + NUMBER + RADIUS;
        let step = mm(10.4);
        for digit in 0..=10_u8 {
            ring(page, (first + f32::from(digit) * step, middle), Some(digit));
        }
        let x = first + 11.4 * step;
        ring(page, (x, middle), None);
        let end = LEFT + WIDTH - x - RADIUS - mm(1.5);
        beside(page, &message(lang, "print-form-skip"), x, middle, end);
        let label = Style::new(8.0).ink(Ink::Weak);
        let labels = Area::new(first - RADIUS, middle + mm(4.0), 10.0 * step, mm(4.5));
        let half = labels.width / 2.0;
        page.text_in(
            &message(lang, "print-form-never"),
            label,
            Area::new(labels.x, labels.y, half, labels.height),
            6.0,
        );
        page.text_in(
            &message(lang, "print-form-surely"),
            label.align(Align::Right),
            Area::new(
                labels.x + half + 2.0 * RADIUS,
                labels.y,
                half,
                labels.height,
            ),
            6.0,
        );
        let bottom = top + self.recommend_height();
        page.stroke((LEFT, bottom), (LEFT + WIDTH, bottom), HAIR);
        bottom
    }

    /// How high a question with lines to write on is.
    pub(super) fn open_height(&self, lang: Lang) -> f32 {
        let hint = height(&message(lang, "print-form-comment"), HINT, WIDTH - NUMBER);
        mm(4.0)
            + height(self.text, TEXT.bold(), WIDTH - NUMBER)
            + hint
            + mm(1.0)
            + f32::from(LINES) * LINE_HIGH
            + mm(1.0)
    }

    /// Lines to write on, under the question and a hint to name nobody.
    pub(super) fn open(&self, page: &mut Page, lang: Lang, top: f32) -> f32 {
        let y = self.across(page, top + mm(4.0));
        let x = LEFT + NUMBER;
        let hint = message(lang, "print-form-comment");
        let mut y = page.text(&hint, HINT, (x, y), WIDTH - NUMBER) + mm(1.0);
        for _ in 0..LINES {
            y += LINE_HIGH;
            page.stroke((x, y), (LEFT + WIDTH, y), Pen::new(0.5, Ink::Edge));
        }
        top + self.open_height(lang)
    }

    /// Number and text over the whole width.
    fn across(&self, page: &mut Page, top: f32) -> f32 {
        page.text(
            &self.number.to_string(),
            TEXT.ink(Ink::Weak),
            (LEFT, top),
            NUMBER,
        );
        page.text(self.text, TEXT.bold(), (LEFT + NUMBER, top), WIDTH - NUMBER)
    }
}

const HINT: Style = Style::new(8.5).leading(1.28);

/// A word to the right of a circle.
fn beside(page: &mut Page, text: &str, x: f32, middle: f32, width: f32) {
    let style = Style::new(8.5).leading(1.18);
    let x = x + RADIUS + mm(1.4);
    let room = width - RADIUS - mm(1.4);
    let style = fitted(&[text], narrow(style, text, room), room, (mm(8.0), 6.0));
    let high = height(text, style, room);
    page.text(text, style, (x, middle - high / 2.0), room);
}
