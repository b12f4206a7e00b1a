//! How far the company's figures may be trusted: reliability of the dimensions, and the change since
//! the wave before looked at in several ways.

use egui::Ui;

use super::map::Words;
use crate::analysis::{AudienceFindings, Reliability, WaveTests};
use crate::disclosure::Published;
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::screens::common::{columns_of, shown_table};
use crate::ui::widgets::{Cell, Column, Density, Table};

#[derive(Debug)]
struct Trusted {
    dimension: String,
    alpha: String,
    interval: String,
    omega: String,
    /// Why omega is to be distrusted or missing.
    omega_note: String,
    n: String,
    word: String,
    reason: Option<String>,
}

/// The table of reliability.
#[derive(Debug, Default)]
pub(super) struct Trust {
    title: String,
    caption: String,
    heads: [String; 6],
    lines: Vec<Trusted>,
}

impl Trust {
    /// Prepares the table of an audience.
    pub(super) fn new(words: Words<'_>, found: &AudienceFindings) -> Self {
        let lang = words.lang;
        let dimensions = words.findings.dimensions.iter().zip(&found.reliability);
        let asked = dimensions.filter(|(dimension, _)| !dimension.items.is_empty());
        Self {
            title: message(lang, "results-reliability"),
            caption: message(lang, "results-reliability-caption"),
            heads: [
                "results-dimension",
                "results-alpha",
                "results-interval",
                "results-omega",
                "results-n",
                "results-meaning",
            ]
            .map(|key| message(lang, key)),
            lines: asked
                .map(|(dimension, found)| {
                    trusted(words, dimension.title.get(lang).to_owned(), found)
                })
                .collect(),
        }
    }

    /// Draws the table.
    pub(super) fn show(&self, ui: &mut Ui) {
        if self.lines.is_empty() {
            return;
        }
        let columns = [
            Column::text(&self.heads[0]),
            Column::number(&self.heads[1]),
            Column::number(&self.heads[2]),
            Column::number(&self.heads[3]),
            Column::number(&self.heads[4]),
            Column::text(&self.heads[5]).share(1.0, 220.0),
        ];
        let cell = |row: usize, column: usize| {
            let Some(line) = self.lines.get(row) else {
                return Cell::Empty;
            };
            match (column, &line.reason) {
                (0, _) => Cell::Text(&line.dimension),
                (1, Some(reason)) => Cell::Hidden {
                    text: &line.alpha,
                    reason,
                },
                (1, None) => Cell::Strong(&line.alpha),
                (2, _) => Cell::Weak(&line.interval),
                (3, _) if line.omega_note.is_empty() => Cell::Text(&line.omega),
                (3, _) => Cell::Noted {
                    text: &line.omega,
                    reason: &line.omega_note,
                },
                (4, _) => Cell::Text(&line.n),
                _ => Cell::Weak(&line.word),
            }
        };
        let table = Table::new("trusted", &self.title, &columns);
        let head = (self.title.as_str(), self.caption.as_str());
        shown_table(ui, head, table, self.lines.len(), &cell);
    }
}

fn trusted(words: Words<'_>, dimension: String, found: &Reliability) -> Trusted {
    let lang = words.lang;
    let upper = super::super::common::upper_first;
    let (omega, omega_note) = match found.omega {
        Ok((omega, false)) => (number::decimal(lang, omega, 2), String::new()),
        Ok((omega, true)) => (
            number::decimal(lang, omega, 2),
            message(lang, "results-omega-distrust"),
        ),
        Err(reason) => (
            message(lang, "short-hidden-undefined"),
            upper(&phrases::undefined(lang, reason)),
        ),
    };
    match found.alpha {
        Ok((alpha, low, high)) => Trusted {
            dimension,
            alpha: number::decimal(lang, alpha, 2),
            interval: number::interval(lang, low, high, 2),
            omega,
            omega_note,
            n: number::count(lang, found.n as u64),
            word: message(lang, alpha_word(alpha)),
            reason: None,
        },
        Err(reason) => Trusted {
            dimension,
            alpha: message(lang, "short-hidden-undefined"),
            interval: String::new(),
            omega,
            omega_note,
            n: String::new(),
            word: phrases::undefined(lang, reason),
            reason: Some(upper(&phrases::undefined(lang, reason))),
        },
    }
}

/// What an alpha means, in plain words.
fn alpha_word(alpha: f64) -> &'static str {
    if alpha < 0.0 {
        "results-alpha-negative"
    } else if alpha < 0.6 {
        "results-alpha-low"
    } else if alpha < 0.7 {
        "results-alpha-fair"
    } else {
        "results-alpha-good"
    }
}

#[derive(Debug)]
struct Changed {
    dimension: String,
    change: String,
    matched: String,
    /// g, δ.
    effects: [String; 2],
    share: String,
    word: String,
}

/// The table of changes.
#[derive(Debug, Default)]
pub(super) struct Tests {
    title: String,
    caption: String,
    heads: [String; 7],
    lines: Vec<Changed>,
}

impl Tests {
    /// Prepares the table of an audience against the wave before; empty in the first wave.
    pub(super) fn new(words: Words<'_>, found: &AudienceFindings, wave: usize) -> Self {
        let lang = words.lang;
        let before = wave
            .checked_sub(1)
            .and_then(|at| words.findings.waves.get(at));
        let Some(before) = before else {
            return Self::default();
        };
        let dimensions = words.findings.dimensions.iter().enumerate();
        let lines = dimensions
            .zip(&found.tests)
            .filter_map(|((at, known), tests)| {
                let change = found.company.changes.get(at).and_then(Published::value)?;
                Some(Changed {
                    dimension: known.title.get(lang).to_owned(),
                    change: phrases::change(lang, change, 1),
                    ..changed(words, tests)
                })
            });
        Self {
            title: tr!(lang, "results-tests", wave = before.wave.name.as_str()),
            caption: message(lang, "results-tests-caption"),
            heads: [
                "results-dimension",
                "results-tests-change",
                "results-tests-matched",
                "results-tests-g",
                "results-tests-cliff",
                "results-tests-share",
                "results-tests-size",
            ]
            .map(|key| message(lang, key)),
            lines: lines.collect(),
        }
    }

    /// Draws the table.
    pub(super) fn show(&self, ui: &mut Ui) {
        if self.lines.is_empty() {
            return;
        }
        let columns = columns_of(&self.heads, &(3..=4));
        let cell = |row: usize, column: usize| {
            let Some(line) = self.lines.get(row) else {
                return Cell::Empty;
            };
            match column {
                0 => Cell::Text(&line.dimension),
                1 => Cell::Text(&line.change),
                2 => Cell::Text(&line.matched),
                3 => Cell::Strong(&line.effects[0]),
                4 => Cell::Text(&line.effects[1]),
                5 => Cell::Text(&line.share),
                _ => Cell::Weak(&line.word),
            }
        };
        let table = Table::new("tests", &self.title, &columns).density(Density::Roomy);
        let head = (self.title.as_str(), self.caption.as_str());
        shown_table(ui, head, table, self.lines.len(), &cell);
    }
}

fn changed(words: Words<'_>, found: &WaveTests) -> Changed {
    let lang = words.lang;
    let none = || message(lang, "short-hidden-undefined");
    let two = |value: f64| number::signed(lang, value, 2);
    Changed {
        dimension: String::new(),
        change: String::new(),
        matched: found.matched.map_or_else(
            |_| none(),
            |(it, n)| {
                tr!(
                    lang,
                    "results-tests-branches",
                    difference = number::signed(lang, it.difference, 2),
                    interval = number::signed_interval(lang, it.low, it.high, 2),
                    n = n
                )
            },
        ),
        effects: [found.hedges, found.cliff].map(|it| it.map_or_else(|_| none(), two)),
        share: found.favourable.map_or_else(
            |_| none(),
            |it| phrases::points(lang, it.difference, (it.low, it.high)),
        ),
        word: found
            .hedges
            .map_or_else(|_| String::new(), |g| phrases::effect_word(lang, g)),
    }
}
