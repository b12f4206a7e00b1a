//! Published values into cells: a real number where there is one, words where it is hidden. Never
//! blank, never zero in place of something unknown.

use rust_xlsxwriter::Format;

use super::context::Context;
use super::page::{Col, Page, Row};
use super::style;
use crate::analysis::Row as ScoreRow;
use crate::disclosure::{Favourable, Published, Reason, Score, ShownCount};
use crate::error::Result;
use crate::phrases;
use crate::stats::Undefined;

/// Where a cell is.
pub(super) type At = (Row, Col);

impl Page<'_> {
    /// A number.
    pub(super) fn number(&mut self, at: At, value: f64, format: &Format) -> Result<()> {
        self.sheet
            .write_number_with_format(at.0, at.1, value, format)?;
        Ok(())
    }

    /// Text; what starts like a formula is written as text all the same.
    pub(super) fn text(&mut self, at: At, text: &str, format: &Format) -> Result<()> {
        self.sheet
            .write_string_with_format(at.0, at.1, text, format)?;
        Ok(())
    }

    /// The words that stand for a hidden value.
    pub(super) fn hidden(
        &mut self,
        context: &Context<'_>,
        at: At,
        reason: Reason,
        format: &Format,
    ) -> Result<()> {
        let text = phrases::hidden_short(context.lang, reason, context.min_group);
        self.text(at, &text, &format.clone().set_font_color(style::WEAK))
    }

    /// A published number, or the words in its place.
    pub(super) fn published(
        &mut self,
        context: &Context<'_>,
        at: At,
        value: &Published<f64>,
        format: &Format,
    ) -> Result<()> {
        match value {
            Published::Shown { value, .. } => self.number(at, *value, format),
            Published::Hidden(reason) => self.hidden(context, at, *reason, format),
        }
    }

    /// A published mean.
    pub(super) fn mean(
        &mut self,
        context: &Context<'_>,
        at: At,
        score: &Published<Score>,
        format: &Format,
    ) -> Result<()> {
        self.published(context, at, &score.map(|score| score.mean), format)
    }

    /// How many answers.
    pub(super) fn n<T>(
        &mut self,
        context: &Context<'_>,
        at: At,
        value: &Published<T>,
        format: &Format,
    ) -> Result<()> {
        match value {
            Published::Hidden(reason) => self.hidden(context, at, *reason, format),
            Published::Shown {
                n: ShownCount::Exact(n),
                ..
            } => self.number(at, f64::from(*n), format),
            Published::Shown { n, .. } => {
                let text = phrases::shown_n(context.lang, *n, context.min_group);
                self.text(at, &text, format)
            }
        }
    }

    /// Response rate of a row; hidden with the row.
    pub(super) fn response_rate(
        &mut self,
        context: &Context<'_>,
        at: At,
        row: &ScoreRow,
        format: &Format,
    ) -> Result<()> {
        match (row.sheets.reason(), row.response_rate) {
            (Some(reason), _) => self.hidden(context, at, reason, format),
            (None, Some(rate)) => self.number(at, rate, format),
            (None, None) => self.hidden(context, at, Reason::NoAnswers, format),
        }
    }

    /// Two cells with the ends of an interval; `missing` is why there may be none.
    pub(super) fn interval(
        &mut self,
        context: &Context<'_>,
        at: At,
        interval: Result<(f64, f64), Reason>,
        format: &Format,
    ) -> Result<()> {
        let next = (at.0, at.1 + 1);
        match interval {
            Ok((low, high)) => {
                self.number(at, low, format)?;
                self.number(next, high, format)
            }
            Err(reason) => {
                self.hidden(context, at, reason, format)?;
                self.hidden(context, next, reason, format)
            }
        }
    }

    /// A favourable share: a number where n bears it, else its band.
    pub(super) fn favourable(
        &mut self,
        context: &Context<'_>,
        at: At,
        score: &Published<Score>,
        format: &Format,
    ) -> Result<()> {
        match score {
            Published::Hidden(reason) => self.hidden(context, at, *reason, format),
            Published::Shown { value, .. } => match &value.favourable {
                None => self.hidden(context, at, Reason::DetailTooFine, format),
                Some(Favourable::Exact { favourable, .. }) => self.number(at, *favourable, format),
                Some(band @ Favourable::Band { .. }) => {
                    self.text(at, &phrases::favourable(context.lang, band), format)
                }
            },
        }
    }

    /// A statistic, or why it has no value.
    pub(super) fn statistic(
        &mut self,
        context: &Context<'_>,
        at: At,
        value: Result<f64, Undefined>,
        format: &Format,
    ) -> Result<()> {
        match value {
            Ok(value) => self.number(at, value, format),
            Err(_) => self.hidden(context, at, Reason::Undefined, format),
        }
    }
}

/// The interval of a published score, or why there is none.
pub(super) fn score_interval(score: &Published<Score>) -> Result<(f64, f64), Reason> {
    match score {
        Published::Hidden(reason) => Err(*reason),
        Published::Shown { value, .. } => value.interval.ok_or(Reason::DetailTooFine),
    }
}
