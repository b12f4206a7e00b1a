//! Branches where staff got more satisfied and customers less: each with both changes, and how many
//! chance alone would bring.

use egui::Ui;

use super::Ground;
use crate::analysis::{Change, Divergence};
use crate::i18n::{message, method_text};
use crate::phrases;
use crate::tr;
use crate::ui::theme::{Tone, Type};
use crate::ui::widgets::chart::IntervalMark;
use crate::ui::widgets::{
    Card, CardHead, Cell, Chip, Column, Density, Kit as _, SentenceCard, Table,
};

/// Scale of the column of staff changes.
const STAFF: (f64, f64) = (-2.0, 2.0);

#[derive(Debug)]
struct Flagged {
    branch: String,
    staff: String,
    staff_mark: Option<IntervalMark>,
    customer: String,
    customer_mark: Option<IntervalMark>,
    word: String,
    is_certain: bool,
}

/// The view of divergences.
#[derive(Debug, Default)]
pub(super) struct Divergences {
    headline: String,
    detail: String,
    rows: Vec<Flagged>,
    heads: [String; 7],
    act: String,
    name: String,
    explained: (String, String),
}

impl Divergences {
    /// Prepares the view of a wave.
    pub(super) fn new(ground: Ground<'_>) -> Self {
        let Ground { cx, findings, wave } = ground;
        let lang = cx.lang;
        let certain = wave.divergences.iter().filter(|it| it.is_certain).count();
        let possible = wave.divergences.len() - certain;
        let headline = if wave.divergences.is_empty() {
            let is_first = cx.wave == 0;
            message(
                lang,
                if is_first {
                    "linkage-divergence-first"
                } else {
                    "linkage-divergence-none"
                },
            )
        } else {
            tr!(
                lang,
                "linkage-divergence-headline",
                certain = certain,
                possible = possible
            )
        };
        let first = wave.divergences.first();
        let dimension = first.and_then(|it| findings.dimensions.get(it.dimension));
        let outcome = first.and_then(|it| findings.outcomes.get(it.outcome));
        let dimension = dimension.map_or_else(
            || message(lang, "linkage-staff"),
            |it| it.title.get(lang).to_owned(),
        );
        let outcome = outcome.map_or_else(
            || message(lang, "linkage-customers"),
            |it| phrases::outcome_title(lang, it),
        );
        Self {
            headline,
            detail: phrases::divergences_by_chance(lang, wave),
            rows: wave
                .divergences
                .iter()
                .map(|it| flagged(ground, it))
                .collect(),
            heads: [
                message(lang, "branch"),
                tr!(lang, "linkage-change-of", what = dimension.as_str()),
                "−2 · 0 · +2".to_owned(),
                tr!(lang, "linkage-change-of", what = outcome.as_str()),
                "−100 · 0 · +100".to_owned(),
                message(lang, "linkage-verdict"),
                message(lang, "action-make-column"),
            ],
            act: message(lang, "action-make-short"),
            name: message(lang, "linkage-divergences"),
            explained: method_text(lang, "divergence"),
        }
    }

    /// Draws the view; the position of the divergence that an action is to be made of.
    pub(super) fn show(&self, ui: &mut Ui) -> Option<usize> {
        let mut acts = None;
        SentenceCard::finding(&self.headline)
            .line(&self.detail)
            .plain(ui);
        if !self.rows.is_empty() {
            let columns = [
                Column::text(&self.heads[0]),
                Column::text(&self.heads[1]),
                Column::text(&self.heads[2]).width(130.0),
                Column::text(&self.heads[3]),
                Column::text(&self.heads[4]).width(130.0),
                Column::text(&self.heads[5]),
                Column::text(&self.heads[6]),
            ];
            let cell = |row: usize, column: usize| self.cell(row, column);
            Card::flush().show(ui, |ui| {
                let table = Table::new("divergences", &self.name, &columns);
                let table = table.density(Density::Tall).rounded();
                let answer = table.show(ui, self.rows.len(), &cell);
                acts = answer.link.map(|(row, _)| row);
            });
        }
        Card::new().show(ui, |ui| {
            CardHead::new(&self.explained.0).plain(ui);
            ui.text_weak(Type::Body, &self.explained.1);
        });
        acts
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let Some(line) = self.rows.get(row) else {
            return Cell::Empty;
        };
        let mark = |mark: Option<IntervalMark>, name| match mark {
            Some(mark) => Cell::Interval(mark, name),
            None => Cell::Empty,
        };
        match column {
            0 if line.is_certain => Cell::Flag(&line.branch),
            0 => Cell::Text(&line.branch),
            1 => Cell::Wrapped(&line.staff),
            2 => mark(line.staff_mark, &line.staff),
            3 => Cell::Wrapped(&line.customer),
            4 => mark(line.customer_mark, &line.customer),
            6 => Cell::Link(&self.act),
            _ => {
                let tone = if line.is_certain {
                    Tone::Warn
                } else {
                    Tone::Neutral
                };
                Cell::Chip(Chip::new(&line.word).tone(tone))
            }
        }
    }
}

fn flagged(ground: Ground<'_>, found: &Divergence) -> Flagged {
    let Ground { cx, findings, .. } = ground;
    let lang = cx.lang;
    let outcome = findings.outcomes.get(found.outcome);
    let places = outcome.map_or(0, phrases::outcome_places);
    let title = phrases::branch_title(findings, found.branch);
    let is_certain = found.is_certain;
    let spread = if outcome.is_none_or(|it| it.measure.is_nps()) {
        100.0
    } else {
        found
            .customer
            .before
            .abs()
            .max(found.customer.after.abs())
            .max(1.0)
    };
    let word = if is_certain {
        "linkage-certain"
    } else {
        "linkage-possible"
    };
    Flagged {
        branch: if is_certain {
            format!("◆ {title}")
        } else {
            title
        },
        staff: phrases::change(lang, &found.staff, 1),
        staff_mark: mark(&found.staff, STAFF),
        customer: phrases::change(lang, &found.customer, places),
        customer_mark: mark(&found.customer, (-spread, spread)),
        word: message(lang, word),
        is_certain,
    }
}

fn mark(change: &Change, scale: (f64, f64)) -> Option<IntervalMark> {
    let (low, high) = change.interval?;
    Some(IntervalMark {
        low,
        estimate: change.difference,
        high,
        scale,
    })
}
