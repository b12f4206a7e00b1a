//! Lines without quotes, cut into cells: what most files of millions of rows consist of. Anything
//! else is left to the general reader.

use std::ops::Range;

/// Whole lines, cut into cells.
pub(super) struct PlainLines {
    text: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<u32>,
    lines: Vec<Line>,
    /// How many lines there are, blank ones too.
    pub(super) count: u64,
}

/// A line that is not blank.
struct Line {
    start: u32,
    /// Its cells among all ends.
    cells: Range<usize>,
    /// How many lines come before it.
    before: u32,
}

/// The cells of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlainLine<'a> {
    text: &'a [u8],
    start: u32,
    ends: &'a [u32],
    /// How many lines come before it.
    pub(super) before: u32,
}

impl PlainLines {
    /// Cuts whole lines; gives the text back where it has quotes or other ends of lines.
    pub(super) fn cut(text: Vec<u8>, separator: u8) -> Result<Self, Vec<u8>> {
        let is_plain = u32::try_from(text.len()).is_ok() && !text.contains(&b'"');
        if !is_plain || has_lone_return(&text) {
            return Err(text);
        }
        let mut ends = Vec::with_capacity(text.len() / 2);
        let (mut lines, mut first, mut start, mut before) = (Vec::new(), 0, 0, 0);
        for (at, byte) in (0_u32..).zip(&text) {
            if *byte == separator {
                ends.push(at);
            } else if *byte == b'\n' {
                let has_return = at > start && text.get(at as usize - 1) == Some(&b'\r');
                let end = at - u32::from(has_return);
                if end > start {
                    ends.push(end);
                    lines.push(Line {
                        start,
                        cells: first..ends.len(),
                        before,
                    });
                    first = ends.len();
                }
                start = at + 1;
                before += 1;
            }
        }
        Ok(Self {
            text,
            ends,
            lines,
            count: u64::from(before),
        })
    }

    /// The text that was cut.
    pub(super) fn into_text(self) -> Vec<u8> {
        self.text
    }

    /// The lines that are not blank.
    pub(super) fn lines(&self) -> impl Iterator<Item = PlainLine<'_>> {
        self.lines.iter().map(|line| PlainLine {
            text: &self.text,
            start: line.start,
            ends: self.ends.get(line.cells.clone()).unwrap_or_default(),
            before: line.before,
        })
    }
}

/// A return that no new line follows would end a line for the general reader.
fn has_lone_return(text: &[u8]) -> bool {
    text.contains(&b'\r')
        && text
            .windows(2)
            .any(|pair| matches!(pair, [b'\r', next] if *next != b'\n'))
}

impl<'a> PlainLine<'a> {
    /// The bytes of a cell.
    pub(super) fn cell(self, column: usize) -> Option<&'a [u8]> {
        let end = *self.ends.get(column)? as usize;
        let start = match column.checked_sub(1) {
            None => self.start as usize,
            Some(before) => *self.ends.get(before)? as usize + 1,
        };
        self.text.get(start..end)
    }

    /// Is there nothing but separators?
    pub(super) fn is_empty(self) -> bool {
        let separators = self.ends.len().saturating_sub(1);
        let length = |end: &u32| (end - self.start) as usize;
        self.ends.last().map_or(0, length) == separators
    }
}
