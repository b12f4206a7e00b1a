//! Waves side by side: the weakest dimensions of the company over time. At most four lines.

use egui::Ui;

use super::map::Words;
use crate::analysis::AudienceFindings;
use crate::disclosure::Published;
use crate::i18n::{message, number};
use crate::ui::theme::Type;
use crate::ui::widgets::chart::{Axis, LineChart, Series, Tick};
use crate::ui::widgets::{Card, CardHead, Kit as _};

/// Lines that one chart bears.
const MOST: usize = 4;
const HEIGHT: f32 = 260.0;

/// The chart of waves.
#[derive(Debug, Default)]
pub(super) struct Waves {
    title: String,
    caption: String,
    axis: [String; 2],
    only_one: String,
    waves: Vec<String>,
    ticks: Vec<Tick>,
    series: Vec<Series>,
}

impl Waves {
    /// The four weakest dimensions of the chosen wave over all waves.
    pub(super) fn new(words: Words<'_>, found: &AudienceFindings) -> Self {
        let lang = words.lang;
        let findings = words.findings;
        let dimensions = found.weakest.iter().take(MOST).copied();
        let series = dimensions.filter_map(|dimension| {
            let title = findings
                .dimensions
                .get(dimension)?
                .title
                .get(lang)
                .to_owned();
            let scores = findings.waves.iter().map(|wave| {
                let row = &wave.audience(found.audience)?.company;
                row.scores
                    .get(dimension)
                    .and_then(Published::value)
                    .copied()
            });
            let scores: Vec<_> = scores.collect();
            Some(Series {
                name: title,
                values: scores
                    .iter()
                    .map(|score| score.map(|score| score.mean))
                    .collect(),
                intervals: scores
                    .iter()
                    .map(|score| score.and_then(|it| it.interval))
                    .collect(),
            })
        });
        Self {
            title: message(lang, "results-waves"),
            caption: message(lang, "results-waves-caption"),
            axis: [message(lang, "wave"), message(lang, "results-mean-axis")],
            only_one: message(lang, "results-waves-one"),
            waves: super::wave_names(findings),
            ticks: (1..=5)
                .map(|at| Tick {
                    at: f64::from(at),
                    text: number::decimal(lang, f64::from(at), 0),
                })
                .collect(),
            series: series.collect(),
        }
    }

    /// Draws the card.
    pub(super) fn show(&self, ui: &mut Ui) {
        Card::new().show(ui, |ui| {
            CardHead::new(&self.title).caption(&self.caption).plain(ui);
            if self.waves.len() < 2 {
                ui.text_weak(Type::Body, &self.only_one);
                return;
            }
            let chart = LineChart {
                name: &self.title,
                time_title: &self.axis[0],
                waves: &self.waves,
                y: Axis {
                    title: &self.axis[1],
                    low: 1.0,
                    high: 5.0,
                    ticks: &self.ticks,
                },
                series: &self.series,
                height: HEIGHT,
            };
            chart.show(ui);
        });
    }
}
