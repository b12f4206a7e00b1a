//! A sheet being written from top to bottom: title, sentence, tables, notes, and how it prints.

use rust_xlsxwriter::{Chart, Format, Worksheet};

use super::context::Context;
use super::style::{self, Prose};
use crate::error::Result;
use crate::phrases::Sentence;
use crate::tr;

/// Row number as the writer counts, from 0.
pub(super) type Row = u32;
/// Column number, from 0.
pub(super) type Col = u16;

/// The first column after the narrow margin.
pub(super) const FIRST: Col = 1;

/// Pixels between the top of a row and the picture in it.
const BELOW: u32 = 6;

/// A sheet and the row to write next.
pub(super) struct Page<'a> {
    pub(super) sheet: &'a mut Worksheet,
    /// The next free row.
    pub(super) row: Row,
    widths: Vec<f64>,
    breaks: Vec<Row>,
}

impl<'a> Page<'a> {
    /// A sheet with its column widths (without the margin), page set-up and footer.
    pub(super) fn new(
        context: &Context<'_>,
        sheet: &'a mut Worksheet,
        widths: &[f64],
    ) -> Result<Self> {
        // The messages keep a blank after the size code: a title may start with a digit.
        let footer = tr!(
            context.lang,
            "page-footer",
            title = context.title().replace('&', "&&"),
            k = i64::from(context.min_group.get())
        );
        Self::with_footer(sheet, widths, &footer)
    }

    /// The same with any footer.
    pub(super) fn with_footer(
        sheet: &'a mut Worksheet,
        widths: &[f64],
        footer: &str,
    ) -> Result<Self> {
        let mut all = vec![2.0];
        all.extend_from_slice(widths);
        for (column, width) in (0..).zip(&all) {
            sheet.set_column_width(column, *width)?;
        }
        sheet
            .set_paper_size(9)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
            .set_footer(footer)
            .set_screen_gridlines(false);
        Ok(Self {
            sheet,
            row: 0,
            widths: all,
            breaks: Vec::new(),
        })
    }

    /// The last column with a width.
    pub(super) fn last(&self) -> Col {
        Col::try_from(self.widths.len().saturating_sub(1)).unwrap_or(Col::MAX)
    }

    /// Title and the sentence that says what the sheet shows.
    pub(super) fn title(&mut self, title: &str, lead: &str) -> Result<()> {
        self.sheet.set_row_height(self.row, 28)?;
        self.sheet
            .write_with_format(self.row, FIRST, title, &style::title())?;
        self.row += 1;
        if !lead.is_empty() {
            self.paragraph(lead, &style::lead())?;
        }
        self.row += 1;
        Ok(())
    }

    /// The title of a part, ruled across the sheet.
    pub(super) fn section(&mut self, title: &str) -> Result<()> {
        let format = style::section();
        self.sheet.set_row_height(self.row, 20)?;
        for column in FIRST..=self.last() {
            self.sheet.write_blank(self.row, column, &format)?;
        }
        self.sheet
            .write_with_format(self.row, FIRST, title, &format)?;
        self.row += 1;
        Ok(())
    }

    /// A finding: what to remember in bold, what it rests on below.
    pub(super) fn sentence(&mut self, sentence: &Sentence) -> Result<()> {
        self.paragraph(&sentence.headline, &style::headline())?;
        if sentence.detail.is_empty() {
            Ok(())
        } else {
            self.note(&sentence.detail)
        }
    }

    /// A note across the sheet.
    pub(super) fn note(&mut self, text: &str) -> Result<()> {
        self.paragraph(text, &style::note())
    }

    /// Text across the sheet, in as many lines as it needs.
    pub(super) fn paragraph(&mut self, text: &str, prose: &Prose) -> Result<()> {
        let last = self.last();
        self.block((FIRST, last), text, prose)?;
        self.row += 1;
        Ok(())
    }

    /// Text across some columns of the current row; the row grows as needed and stays the current.
    pub(super) fn block(&mut self, span: (Col, Col), text: &str, prose: &Prose) -> Result<()> {
        self.across(span, text, &prose.format)?;
        let height = self.height(span, text, prose.size);
        self.sheet.set_row_height(self.row, height)?;
        Ok(())
    }

    /// Text across some columns of the current row, whose height is set elsewhere.
    pub(super) fn across(&mut self, span: (Col, Col), text: &str, format: &Format) -> Result<()> {
        let (first, last) = span;
        if first == last {
            self.sheet
                .write_with_format(self.row, first, text, format)?;
        } else {
            self.sheet
                .merge_range(self.row, first, self.row, last, text, format)?;
        }
        Ok(())
    }

    /// Height of a row in points that shows the text in the columns.
    pub(super) fn height(&self, span: (Col, Col), text: &str, size: f64) -> f64 {
        self.lines(span, text, size) * (size * 1.32) + 4.0
    }

    fn lines(&self, (first, last): (Col, Col), text: &str, size: f64) -> f64 {
        let columns = usize::from(first)..=usize::from(last);
        let width: f64 = self.widths.get(columns).unwrap_or_default().iter().sum();
        // A width unit is a digit of 11 points; letters are narrower than digits, but words do not
        // fill a line.
        let per_line = (width * 11.0 / size * 1.08).max(4.0);
        text.split('\n')
            .map(|line| (characters(line) / per_line).ceil().max(1.0))
            .sum()
    }

    /// A picture at the current row, a little below it: the rule of a section stays to be seen.
    pub(super) fn picture(&mut self, chart: &Chart, beside: u32) -> Result<()> {
        self.sheet
            .insert_chart_with_offset(self.row, FIRST, chart, beside, BELOW)?;
        Ok(())
    }

    /// How wide the columns are together, in pixels, without the margin.
    pub(super) fn pixels(&self) -> u32 {
        // A width unit is a digit of seven pixels, and each column has five more around it.
        let columns = self.widths.iter().skip(usize::from(FIRST));
        columns.map(|width| pixels(width * 7.0 + 5.0)).sum()
    }

    /// One row of column heads; each is text and its format.
    pub(super) fn heads(&mut self, heads: &[(String, Format)]) -> Result<()> {
        for (column, (text, format)) in (FIRST..).zip(heads) {
            self.sheet
                .write_with_format(self.row, column, text, format)?;
        }
        self.row += 1;
        Ok(())
    }

    /// The next row starts a printed page.
    pub(super) fn break_here(&mut self) {
        if self.breaks.last() != Some(&self.row) {
            self.breaks.push(self.row);
        }
    }

    /// Ends the sheet: what prints, and which rows repeat on every page.
    pub(super) fn finish(self, repeat: Option<(Row, Row)>) -> Result<()> {
        let last = self.last();
        self.sheet.set_page_breaks(&self.breaks)?;
        self.sheet.set_print_area(0, 0, self.row.max(1), last)?;
        if let Some((first, last)) = repeat {
            self.sheet.set_repeat_rows(first, last)?;
        }
        Ok(())
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a column is a few hundred pixels wide"
)]
fn pixels(width: f64) -> u32 {
    width.max(0.0) as u32
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a line has far fewer characters than 2^53"
)]
fn characters(text: &str) -> f64 {
    text.chars().count() as f64
}
