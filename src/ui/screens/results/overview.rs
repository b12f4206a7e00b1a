//! The company in one view: what people are dissatisfied with, want–know–can, levers, eNPS, engagement,
//! the waves side by side, and how far the figures may be trusted.

use egui::Ui;

use super::charts::Waves;
use super::map::Words;
use super::people::{Enps, Groups};
use super::trust::{Tests, Trust};
use crate::analysis::AudienceFindings;
use crate::disclosure::{Published, Score};
use crate::domain::{Lever, Motive};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::chart::{Bar, IntervalMark};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Column, Density, Kit as _, Side, Table, key_value, two_columns,
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
    item: usize,
}

#[derive(Debug)]
struct Measured {
    label: String,
    value: String,
    share: Option<f64>,
}

/// What was pressed.
#[derive(Debug, Default)]
pub(super) struct Pressed {
    /// Show all questions.
    pub(super) all_items: bool,
    /// Make an action about this item.
    pub(super) item: Option<usize>,
}

/// The tab of the company.
#[derive(Debug, Default)]
pub(super) struct CompanyView {
    title: [String; 3],
    caption: [String; 3],
    heads: [String; 6],
    all_items: String,
    act: String,
    nothing: String,
    ranked: Vec<Ranked>,
    motives: Vec<Measured>,
    levers: Vec<Measured>,
    enps: Enps,
    groups: Groups,
    trust: Trust,
    tests: Tests,
    waves: Waves,
}

impl CompanyView {
    /// Prepares the view of an audience.
    pub(super) fn new(words: Words<'_>, found: &AudienceFindings, wave: usize) -> Self {
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
            ]
            .map(|key| message(lang, key)),
            caption: [
                "results-dissatisfiers-caption",
                "results-motives-caption",
                "results-levers-caption",
            ]
            .map(|key| message(lang, key)),
            heads: [
                "results-place",
                "results-item",
                "results-unfavourable",
                "results-interval",
                "results-n",
                "action-make-column",
            ]
            .map(|key| message(lang, key)),
            all_items: message(lang, "results-all-items"),
            act: message(lang, "action-make-short"),
            nothing: message(lang, "results-no-items"),
            ranked: ranked(words, found),
            motives: motives
                .map(|(it, motive)| score(phrases::motive(lang, motive), it))
                .collect(),
            levers: levers
                .map(|(it, lever)| score(phrases::lever(lang, lever), it))
                .collect(),
            enps: Enps::new(words, found),
            groups: Groups::new(words, found),
            trust: Trust::new(words, found),
            tests: Tests::new(words, found, wave),
            waves: Waves::new(words, found),
        }
    }

    /// Draws the view.
    pub(super) fn show(&self, ui: &mut Ui) -> Pressed {
        let mut pressed = Pressed::default();
        two_columns(ui, 340.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    pressed = self.ranked_ui(ui);
                    self.waves.show(ui);
                    self.groups.show(ui);
                }
                Side::Right => {
                    self.enps.show(ui);
                    measured_ui(ui, (&self.title[1], &self.caption[1]), &self.motives);
                    measured_ui(ui, (&self.title[2], &self.caption[2]), &self.levers);
                }
            }
        });
        self.tests.show(ui);
        self.trust.show(ui);
        pressed
    }

    fn ranked_ui(&self, ui: &mut Ui) -> Pressed {
        let columns = [
            Column::number(&self.heads[0]).width(44.0),
            Column::text(&self.heads[1]).share(1.0, 200.0),
            Column::number(&self.heads[2]),
            Column::text(&self.heads[3]).width(150.0),
            Column::number(&self.heads[4]),
            Column::text(&self.heads[5]),
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
                4 => Cell::Text(&line.n),
                _ => Cell::Link(&self.act),
            }
        };
        let card = Card::flush().show(ui, |ui| {
            let mut pressed = Pressed::default();
            CardHead::flush(&self.title[0])
                .caption(&self.caption[0])
                .show(ui, |ui| {
                    pressed.all_items = ui.add(Button::quiet(&self.all_items).small()).clicked();
                });
            if self.ranked.is_empty() {
                super::super::common::padded(ui, |ui| ui.text_weak(Type::Body, &self.nothing));
            } else {
                let table = Table::new("ranked", &self.title[0], &columns).density(Density::Tall);
                let answer = table.show(ui, self.ranked.len(), &cell);
                let row = answer.link.and_then(|(row, _)| self.ranked.get(row));
                pressed.item = row.map(|line| line.item);
            }
            pressed
        });
        card.inner
    }
}

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
            item: line.item,
        })
    });
    lines.collect()
}
