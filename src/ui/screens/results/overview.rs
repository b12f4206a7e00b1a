//! The company in one view: what people are dissatisfied with, want–know–can, levers, eNPS, how far
//! the figures may be trusted, and the waves side by side.

use egui::Ui;

use super::charts::Waves;
use super::map::Words;
use crate::analysis::AudienceFindings;
use crate::disclosure::{Published, Score};
use crate::domain::{Lever, Motive};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::chart::{Bar, IntervalMark, StackedBar, StackedPart};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Column, Density, Kit as _, Side, Table, figure, key_value,
    two_columns,
};

/// Dissatisfiers that are listed.
const LISTED: usize = 10;

#[derive(Debug)]
struct Ranked {
    place: String,
    text: String,
    share: String,
    mark: IntervalMark,
    interval: String,
    n: String,
}

#[derive(Debug)]
struct Measured {
    label: String,
    value: String,
    share: Option<f64>,
}

#[derive(Debug)]
struct Trusted {
    dimension: String,
    alpha: String,
    interval: String,
    n: String,
    word: String,
    reason: Option<String>,
}

#[derive(Debug, Default)]
struct Enps {
    figure: String,
    unit: String,
    note: String,
    parts: Vec<StackedPart>,
    names: [String; 3],
}

/// The tab of the company.
#[derive(Debug, Default)]
pub(super) struct CompanyView {
    title: [String; 5],
    caption: [String; 4],
    heads: [String; 9],
    all_items: String,
    nothing: String,
    ranked: Vec<Ranked>,
    motives: Vec<Measured>,
    levers: Vec<Measured>,
    enps: Enps,
    trusted: Vec<Trusted>,
    waves: Waves,
}

impl CompanyView {
    /// Prepares the view of an audience.
    pub(super) fn new(words: Words<'_>, found: &AudienceFindings, _wave: usize) -> Self {
        let lang = words.lang;
        let row = &found.company;
        let motives = row.motives.iter().zip(Motive::ALL);
        let levers = row.levers.iter().zip(Lever::ALL);
        let score = |label: String, score: &Published<Score>| measured(words, label, score);
        Self {
            title: [
                "results-dissatisfiers",
                "results-motives-title",
                "results-levers-title",
                "results-enps",
                "results-reliability",
            ]
            .map(|key| message(lang, key)),
            caption: [
                "results-dissatisfiers-caption",
                "results-motives-caption",
                "results-levers-caption",
                "results-reliability-caption",
            ]
            .map(|key| message(lang, key)),
            heads: [
                "results-place",
                "results-item",
                "results-unfavourable",
                "results-interval",
                "results-n",
                "results-dimension",
                "results-alpha",
                "results-interval",
                "results-meaning",
            ]
            .map(|key| message(lang, key)),
            all_items: message(lang, "results-all-items"),
            nothing: message(lang, "results-no-items"),
            ranked: ranked(words, found),
            motives: motives
                .map(|(it, motive)| score(phrases::motive(lang, motive), it))
                .collect(),
            levers: levers
                .map(|(it, lever)| score(phrases::lever(lang, lever), it))
                .collect(),
            enps: enps(words, found),
            trusted: trusted(words, found),
            waves: Waves::new(words, found),
        }
    }

    /// Draws the view; true when all questions are asked for.
    pub(super) fn show(&self, ui: &mut Ui) -> bool {
        let mut wants_items = false;
        two_columns(ui, 340.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    wants_items = self.ranked_ui(ui);
                    self.waves.show(ui);
                }
                Side::Right => {
                    self.enps_ui(ui);
                    measured_ui(ui, (&self.title[1], &self.caption[1]), &self.motives);
                    measured_ui(ui, (&self.title[2], &self.caption[2]), &self.levers);
                }
            }
        });
        self.trusted_ui(ui);
        wants_items
    }

    fn ranked_ui(&self, ui: &mut Ui) -> bool {
        let columns = [
            Column::number(&self.heads[0]).width(44.0),
            Column::text(&self.heads[1]).share(1.0, 200.0),
            Column::number(&self.heads[2]),
            Column::text(&self.heads[3]).width(150.0),
            Column::number(&self.heads[4]),
        ];
        let cell = |row: usize, column: usize| {
            let Some(line) = self.ranked.get(row) else {
                return Cell::Empty;
            };
            match column {
                0 => Cell::Weak(&line.place),
                1 => Cell::Wrapped(&line.text),
                2 => Cell::Strong(&line.share),
                3 => Cell::Interval(line.mark, &line.interval),
                _ => Cell::Text(&line.n),
            }
        };
        let card = Card::flush().show(ui, |ui| {
            let mut is_clicked = false;
            CardHead::flush(&self.title[0])
                .caption(&self.caption[0])
                .show(ui, |ui| {
                    is_clicked = ui.add(Button::quiet(&self.all_items).small()).clicked();
                });
            if self.ranked.is_empty() {
                super::super::common::padded(ui, |ui| ui.text_weak(Type::Body, &self.nothing));
            } else {
                let table = Table::new("ranked", &self.title[0], &columns).density(Density::Tall);
                drop_response(table.show(ui, self.ranked.len(), &cell));
            }
            is_clicked
        });
        card.inner
    }

    fn enps_ui(&self, ui: &mut Ui) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_XS;
            CardHead::new(&self.title[3]).plain(ui);
            figure(ui, &self.enps.figure, &self.enps.unit);
            if !self.enps.parts.is_empty() {
                let width = ui.available_width();
                let name = self.enps.names.join(", ");
                StackedBar {
                    parts: &self.enps.parts,
                }
                .show(ui, width, &name);
                for name in &self.enps.names {
                    ui.text_weak(Type::Small, name);
                }
            }
            ui.text_weak(Type::Small, &self.enps.note);
        });
    }

    fn trusted_ui(&self, ui: &mut Ui) {
        if self.trusted.is_empty() {
            return;
        }
        let columns = [
            Column::text(&self.heads[5]),
            Column::number(&self.heads[6]),
            Column::number(&self.heads[7]),
            Column::number(&self.heads[4]),
            Column::text(&self.heads[8]).share(1.0, 240.0),
        ];
        let cell = |row: usize, column: usize| {
            let Some(line) = self.trusted.get(row) else {
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
                (3, _) => Cell::Text(&line.n),
                _ => Cell::Weak(&line.word),
            }
        };
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title[4])
                .caption(&self.caption[3])
                .plain(ui);
            let table = Table::new("trusted", &self.title[4], &columns);
            drop_response(table.show(ui, self.trusted.len(), &cell));
        });
    }
}

/// These tables only show; nothing can be pressed in them.
fn drop_response(_response: crate::ui::widgets::TableResponse) {}

fn measured_ui(ui: &mut Ui, (title, caption): (&str, &str), lines: &[Measured]) {
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        CardHead::new(title).plain(ui);
        ui.text_weak(Type::Small, caption);
        for line in lines {
            ui.add_space(4.0);
            key_value(ui, Type::Body, &line.label, &line.value);
            if let Some(share) = line.share {
                let width = ui.available_width();
                let bar = Bar {
                    share,
                    target: None,
                    is_flagged: false,
                };
                bar.show(ui, width, &line.label);
            }
        }
    });
}

fn measured(words: Words<'_>, label: String, score: &Published<Score>) -> Measured {
    Measured {
        label,
        value: phrases::published_mean(words.lang, score, words.min_group),
        share: score.value().map(|score| (score.mean - 1.0) / 4.0),
    }
}

fn ranked(words: Words<'_>, found: &AudienceFindings) -> Vec<Ranked> {
    let lang = words.lang;
    let listed = found.dissatisfiers.iter().take(LISTED).enumerate();
    let lines = listed.filter_map(|(place, line)| {
        let (low, high) = line.interval;
        let percents = number::interval(lang, low * 100.0, high * 100.0, 0);
        Some(Ranked {
            place: number::count(lang, place as u64 + 1),
            text: words
                .findings
                .items
                .get(line.item)?
                .text
                .get(lang)
                .to_owned(),
            share: number::decimal(lang, line.unfavourable * 100.0, 0),
            mark: IntervalMark {
                low,
                estimate: line.unfavourable,
                high,
                scale: (0.0, 1.0),
            },
            interval: tr!(lang, "interval-95", interval = percents),
            n: number::count(lang, u64::from(line.n)),
        })
    });
    lines.collect()
}

fn enps(words: Words<'_>, found: &AudienceFindings) -> Enps {
    let lang = words.lang;
    let (value, n) = match &found.company.enps {
        Published::Shown { value, n } => (value, n),
        Published::Hidden(reason) => {
            return Enps {
                figure: phrases::hidden_short(lang, *reason, words.min_group),
                note: super::super::common::upper_first(&phrases::hidden(
                    lang,
                    *reason,
                    words.min_group,
                )),
                ..Enps::default()
            };
        }
    };
    let interval = number::signed_interval(lang, value.low, value.high, 0);
    let mut enps = Enps {
        figure: number::signed(lang, value.value, 0),
        unit: tr!(
            lang,
            "results-enps-unit",
            n = phrases::n_equals(lang, *n, words.min_group),
            interval = interval
        ),
        note: message(lang, "results-enps-note"),
        ..Enps::default()
    };
    if let (Some(promoters), Some(detractors)) = (value.promoters, value.detractors) {
        let shares = [
            detractors,
            (1.0 - promoters - detractors).max(0.0),
            promoters,
        ];
        enps.parts = shares
            .map(|share| StackedPart {
                share,
                text: number::decimal(lang, share * 100.0, 0),
            })
            .to_vec();
        let keys = [
            "results-detractors",
            "results-passives",
            "results-promoters",
        ];
        enps.names = std::array::from_fn(|at| {
            tr!(lang, keys[at], share = number::percent(lang, shares[at]))
        });
    }
    enps
}

fn trusted(words: Words<'_>, found: &AudienceFindings) -> Vec<Trusted> {
    let lang = words.lang;
    let dimensions = words.findings.dimensions.iter().zip(&found.reliability);
    let asked = dimensions.filter(|(dimension, _)| !dimension.items.is_empty());
    let lines = asked.map(|(dimension, found)| {
        let title = dimension.title.get(lang).to_owned();
        match found.alpha {
            Ok((alpha, low, high)) => Trusted {
                dimension: title,
                alpha: number::decimal(lang, alpha, 2),
                interval: number::interval(lang, low, high, 2),
                n: number::count(lang, found.n as u64),
                word: message(lang, alpha_word(alpha)),
                reason: None,
            },
            Err(reason) => Trusted {
                dimension: title,
                alpha: message(lang, "short-hidden-undefined"),
                interval: String::new(),
                n: String::new(),
                word: phrases::undefined(lang, reason),
                reason: Some(super::super::common::upper_first(&phrases::undefined(
                    lang, reason,
                ))),
            },
        }
    });
    lines.collect()
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
