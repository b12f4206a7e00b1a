//! Text on a page: lines broken at words, type made smaller where a box asks for it.
//!
//! A long name never leaves its box: it wraps, then shrinks, and only then ends in an ellipsis.

use std::sync::Arc;

use super::font::{self, CAP_HEIGHT, Line, Weight};
use super::page::{Area, Ink, Op, Page, Placed};

/// Where a line stands in its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Center,
    Right,
}

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Size in points.
    pub(super) size: f32,
    /// From line to line, in sizes.
    pub(super) leading: f32,
    /// Strength.
    pub(super) weight: Weight,
    /// Colour.
    pub(super) ink: Ink,
    /// Place in the box.
    pub(super) align: Align,
}

impl Style {
    /// Plain text of this size.
    pub(super) const fn new(size: f32) -> Self {
        Self {
            size,
            leading: 1.36,
            weight: Weight::Regular,
            ink: Ink::Text,
            align: Align::Left,
        }
    }

    /// Bold.
    pub(super) const fn bold(self) -> Self {
        Self {
            weight: Weight::Bold,
            ..self
        }
    }

    /// In this colour.
    pub(super) const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// With lines so far apart.
    pub(super) const fn leading(self, leading: f32) -> Self {
        Self { leading, ..self }
    }

    /// With lines as high as this many points: one line fills a row of a table.
    pub(super) const fn leading_of(self, points: f32) -> Self {
        self.leading(points / self.size)
    }

    /// At this side of the box.
    pub(super) const fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    const fn sized(self, size: f32) -> Self {
        Self { size, ..self }
    }

    /// From line to line, in points.
    pub(super) const fn line_height(&self) -> f32 {
        self.size * self.leading
    }
}

/// Room for rounding: a line may be this much wider than its box, in points.
const SLACK: f32 = 0.01;

/// How high a text is when it is set in this width.
pub(super) fn height(text: &str, style: Style, width: f32) -> f32 {
    lines_high(wrap(text, style, width).len(), style)
}

#[expect(clippy::cast_precision_loss, reason = "a page has few lines")]
fn lines_high(count: usize, style: Style) -> f32 {
    count as f32 * style.line_height()
}

/// How wide a text is on one line.
pub(super) fn width(text: &str, style: Style) -> f32 {
    font::shape(text, style.weight).width * style.size
}

impl Page {
    /// Text from the upper edge of the box downwards, as many lines as it takes. Returns where the
    /// last line ends.
    pub(super) fn text(&mut self, text: &str, style: Style, corner: (f32, f32), width: f32) -> f32 {
        let lines = wrap(text, style, width);
        let area = Area::new(corner.0, corner.1, width, lines_high(lines.len(), style));
        self.place(lines, style, area);
        area.bottom()
    }

    /// Text inside a box: in smaller type if need be, down to `least`; what does not fit even then
    /// ends in an ellipsis. Returns where the last line ends.
    pub(super) fn text_in(&mut self, text: &str, style: Style, area: Area, least: f32) -> f32 {
        let fitted = fitted(&[text], style, area.width, (area.height, least));
        let mut lines = wrap(text, fitted, area.width);
        let room = room(area.height, fitted);
        if lines.len() > room {
            let rest: Vec<&str> = lines
                .iter()
                .skip(room - 1)
                .map(|l| l.text.as_str())
                .collect();
            let last = cut(&rest.join(" "), fitted, area.width);
            lines.truncate(room - 1);
            lines.push(last);
        }
        let bottom = area.y + lines_high(lines.len(), fitted);
        self.place(lines, fitted, area);
        bottom
    }

    /// The same, standing on the lower edge of the box. Returns where the first line begins.
    pub(super) fn text_low(&mut self, text: &str, style: Style, area: Area, least: f32) -> f32 {
        let fitted = fitted(&[text], style, area.width, (area.height, least));
        let own = height(text, fitted, area.width).min(area.height);
        let top = area.bottom() - own;
        self.text_in(text, fitted, Area::new(area.x, top, area.width, own), least);
        top
    }

    /// A shaped line with its capitals centered on this height.
    pub(super) fn line(&mut self, line: Arc<Line>, style: Style, middle: f32, frame: Area) {
        let length = line.width * style.size;
        let x = match style.align {
            Align::Left => frame.x,
            Align::Center => frame.x + (frame.width - length) / 2.0,
            Align::Right => frame.right() - length,
        };
        self.ops.push(Op::Text(Placed {
            line,
            x,
            baseline: middle + style.size * CAP_HEIGHT / 2.0,
            size: style.size,
            weight: style.weight,
            ink: style.ink,
            frame,
        }));
    }

    fn place(&mut self, lines: Vec<Line>, style: Style, area: Area) {
        let mut middle = area.y + style.line_height() / 2.0;
        for line in lines {
            self.line(Arc::new(line), style, middle, area);
            middle += style.line_height();
        }
    }
}

/// The style at the largest size, not above its own and not below `least`, at which all texts
/// together stand one under the other in this width and height.
pub(super) fn fitted(texts: &[&str], style: Style, width: f32, (high, least): (f32, f32)) -> Style {
    let mut style = style;
    loop {
        let needed: f32 = texts.iter().map(|text| height(text, style, width)).sum();
        let next = style.size - 0.25;
        if needed <= high + SLACK || next < least {
            return style;
        }
        style = style.sized(next);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a page has few lines, and heights are positive"
)]
fn room(high: f32, style: Style) -> usize {
    (((high + SLACK) / style.line_height()).floor() as usize).max(1)
}

/// As much of a text as fits on one line, with an ellipsis for the rest.
fn cut(text: &str, style: Style, width: f32) -> Line {
    let letters: Vec<char> = text.chars().collect();
    for end in (1..=letters.len()).rev() {
        let kept: String = letters.iter().take(end).collect();
        let line = font::shape(&format!("{}…", kept.trim_end()), style.weight);
        if line.width * style.size <= width + SLACK {
            return line;
        }
    }
    font::shape("…", style.weight)
}

/// Breaks a text into lines of this width.
pub(super) fn wrap(text: &str, style: Style, width: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for chunk in text.split('\n').flat_map(chunks) {
        for piece in pieces(&chunk, style, width) {
            let candidate = if current.is_empty() {
                piece.clone()
            } else {
                format!("{current} {piece}")
            };
            if fits(&candidate, style, width) {
                current = candidate;
            } else {
                lines.push(font::shape(&current, style.weight));
                current = piece;
            }
        }
    }
    if !current.is_empty() || lines.is_empty() {
        lines.push(font::shape(&current, style.weight));
    }
    lines
}

fn fits(text: &str, style: Style, width: f32) -> bool {
    font::shape(text, style.weight).width * style.size <= width + SLACK
}

/// Words that stay together: a short word does not end a line, and a dash does not begin one.
fn chunks(text: &str) -> Vec<String> {
    let mut chunks: Vec<String> = Vec::new();
    let mut is_open = false;
    for word in text.split([' ', '\t']).filter(|word| !word.is_empty()) {
        let is_dash = ["—", "–", "·"].contains(&word);
        match chunks.last_mut() {
            Some(last) if is_open || is_dash => {
                last.push(' ');
                last.push_str(word);
            }
            _ => chunks.push(word.to_owned()),
        }
        is_open = leans_on_next(word);
    }
    chunks
}

/// One letter anywhere, two in Russian, a number: typographers do not end a line with these.
fn leans_on_next(word: &str) -> bool {
    let letters = word.chars().count();
    let is_cyrillic = word.chars().all(|c| ('\u{400}'..='\u{52f}').contains(&c));
    let is_number = word.chars().all(|c| c.is_ascii_digit());
    (letters == 1 && word.chars().all(char::is_alphabetic))
        || (letters == 2 && is_cyrillic)
        || (letters <= 3 && is_number)
}

/// The chunk whole if it fits; else its words, and a word too long for any line in parts.
fn pieces(chunk: &str, style: Style, width: f32) -> Vec<String> {
    if fits(chunk, style, width) {
        return vec![chunk.to_owned()];
    }
    let mut pieces = Vec::new();
    for word in chunk.split(' ') {
        let mut part = String::new();
        for letter in word.chars() {
            let mut longer = part.clone();
            longer.push(letter);
            if !part.is_empty() && !fits(&longer, style, width) {
                pieces.push(std::mem::take(&mut part));
            }
            part.push(letter);
        }
        pieces.push(part);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style::new(10.0);

    fn lines(text: &str, width: f32) -> Vec<String> {
        wrap(text, STYLE, width)
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn short_words_and_numbers_do_not_end_a_line() {
        let broken = lines("Words and a word of 5 people — here", 60.0);
        for line in &broken {
            assert!(!line.ends_with(" a") && !line.ends_with(" 5"), "{broken:?}");
            assert!(!line.starts_with('—'), "{broken:?}");
        }
        assert_eq!(broken.join(" "), "Words and a word of 5 people — here");
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_and_whole() {
        let word = "W".repeat(40);
        let broken = lines(&word, 55.0);
        assert!(broken.len() > 5);
        assert_eq!(broken.concat(), word);
    }

    #[test]
    fn what_does_not_fit_at_the_least_size_ends_in_an_ellipsis() {
        let mut page = Page::upright();
        let area = Area::new(0.0, 0.0, 80.0, 15.0);
        page.text_in(&"long name ".repeat(30), STYLE, area, 8.0);
        let Some(Op::Text(placed)) = page.ops.last() else {
            panic!("a line was set");
        };
        assert!(placed.line.text.ends_with('…') && placed.size < 8.3);
        assert_eq!(page.ops.len(), 1);
    }

    #[test]
    fn nothing_is_still_a_line_high() {
        assert_eq!(wrap("", STYLE, 50.0).len(), 1);
    }
}
