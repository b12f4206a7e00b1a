//! One competency of a person: by source, the gap with its interval, the evidence in words; beside
//! it the sins that were seen and how far the raters agree.

use egui::{Ui, vec2};

use super::super::ground::{Ground, interval, one, source, why};
use crate::analysis::ratings::{
    CompetencyLine, Evidence, Mean, PersonProfile, Rated, RoundFindings,
};
use crate::domain::Lang;
use crate::domain::rating::{Level, Source};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Card, CardHead, Chip, Kit as _, hidden_value, level_badge};

/// The prepared words.
#[derive(Default)]
pub(super) struct Detail {
    title: String,
    by_source: Vec<(String, Result<String, String>)>,
    gap: String,
    change: String,
    evidence: Vec<(String, String, String)>,
    nothing: String,
    sins_title: String,
    sins: Vec<String>,
    sins_none: String,
    agreement: String,
    peers: String,
    levels: Vec<(String, String)>,
}

impl Detail {
    pub(super) fn prepare(
        &mut self,
        ground: Ground<'_>,
        (findings, found): (&RoundFindings, &PersonProfile),
        competency: usize,
    ) {
        let lang = ground.lang;
        let model = &findings.model;
        let name = model
            .competencies
            .get(competency)
            .map_or("", |it| it.name.get(lang));
        self.title = tr!(lang, "profile-evidence", competency = name);
        self.nothing = message(lang, "profile-evidence-none");
        self.sins_title = message(lang, "profile-sins");
        self.sins_none = message(lang, "profile-sins-none");
        self.peers = message(lang, "peers-from-three");
        let sin = |at: usize| model.sins.get(at).map_or("", |sin| sin.name.get(lang));
        self.sins = found
            .sins
            .iter()
            .filter(|count| count.n > 0)
            .map(|count| tr!(lang, "profile-sin-count", sin = sin(count.sin), n = count.n))
            .collect();
        let agreement = match found.agreement {
            Ok(value) => format!("r_wg {}", one(lang, value)),
            Err(reason) => why(lang, reason),
        };
        self.agreement = format!("{} – {agreement}", message(lang, "profile-agreement"));
        self.levels = Level::all()
            .iter()
            .map(|level| (level.get().to_string(), message(lang, level.key())))
            .collect();
        let Some(line) = found.competencies.get(competency) else {
            return;
        };
        self.by_source = by_source(lang, line);
        self.gap = gap(lang, line);
        self.change = match (&line.change, &findings.before) {
            (Ok(change), Ok(before)) => {
                let word = tr!(lang, "profile-change", round = before.name.as_str());
                let (now, then) = (change.before + change.difference, change.before);
                let difference = number::signed(lang, change.difference, 1);
                let range = interval(lang, change.interval, true);
                format!(
                    "{word}: {} → {}, {difference} ({range})",
                    one(lang, then),
                    one(lang, now)
                )
            }
            (Err(reason), _) | (_, Err(reason)) => why(lang, *reason),
        };
        self.evidence = line
            .evidence
            .iter()
            .filter(|it| !it.text.trim().is_empty())
            .map(|it| {
                (
                    badge(lang, line, it),
                    source(lang, it.source),
                    it.text.clone(),
                )
            })
            .collect();
    }

    pub(super) fn evidence_ui(&self, ui: &mut Ui) {
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title).rule().plain(ui);
            super::super::super::common::padded(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    for (name, value) in &self.by_source {
                        ui.text_weak(Type::Body, name);
                        match value {
                            Ok(words) => {
                                ui.text(Type::Strong, words);
                            }
                            Err(reason) => hidden_value(ui, "—", reason),
                        }
                        ui.add_space(measures::GAP_S);
                    }
                });
                ui.text_marked(Type::Body, &self.gap);
                ui.text_weak(Type::Small, &self.change);
            });
            ui.rule();
            if self.evidence.is_empty() {
                super::super::super::common::padded(ui, |ui| {
                    ui.text_weak(Type::Body, &self.nothing);
                });
            }
            for (place, (level, who, text)) in self.evidence.iter().enumerate() {
                if place > 0 {
                    ui.rule();
                }
                super::super::super::common::padded(ui, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = measures::GAP_M;
                        level_badge(ui, level);
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = 1.0;
                            ui.text(Type::SmallMedium, who);
                            ui.text(Type::Body, text);
                        });
                    });
                });
            }
        });
    }

    pub(super) fn side_ui(&self, ui: &mut Ui) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.text(Type::Heading, &self.sins_title);
            if self.sins.is_empty() {
                ui.text_weak(Type::Body, &self.sins_none);
            } else {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                    for words in &self.sins {
                        Chip::new(words).tone(Tone::Warn).show(ui);
                    }
                });
            }
            ui.add_space(4.0);
            ui.rule();
            ui.text_weak(Type::Small, &self.agreement);
            ui.text_weak(Type::Small, &self.peers);
            let half = ui.available_width() / 2.0;
            egui::Grid::new("level-names")
                .num_columns(2)
                .min_col_width(half - 8.0)
                .spacing(vec2(8.0, 2.0))
                .show(ui, |ui| {
                    for (place, (number, name)) in self.levels.iter().enumerate() {
                        ui.horizontal(|ui| {
                            ui.spacing_mut().item_spacing.x = measures::GAP_M;
                            ui.text(Type::SmallStrong, number);
                            ui.text(Type::Small, name);
                        });
                        if place % 2 == 1 {
                            ui.end_row();
                        }
                    }
                });
        });
    }
}

fn mean(lang: Lang, mean: &Rated<Mean>) -> Result<String, String> {
    match mean {
        Ok(mean) => Ok(format!("{} · n = {}", one(lang, mean.value), mean.n)),
        Err(reason) => Err(why(lang, *reason)),
    }
}

fn by_source(lang: Lang, line: &CompetencyLine) -> Vec<(String, Result<String, String>)> {
    let others = Source::OTHERS.iter().zip(&line.by_source);
    let mut parts: Vec<(String, Result<String, String>)> = others
        .map(|(part, value)| {
            (
                super::super::ground::sources(lang, *part),
                mean(lang, value),
            )
        })
        .collect();
    let own = line.own.as_ref().map(|level| level.get().to_string());
    let own = own.map_err(|reason| why(lang, *reason));
    parts.push((source(lang, Source::Itself), own));
    parts
}

/// “Gap −0.7 (95% interval −1.2…−0.2): established”.
fn gap(lang: Lang, line: &CompetencyLine) -> String {
    let word = message(lang, "profile-gap");
    match &line.gap {
        Err(reason) => format!("{word} – {}", why(lang, *reason)),
        Ok(gap) => {
            let verdict = crate::phrases::gap_word(lang, gap.verdict);
            let value = number::signed(lang, gap.value, 1);
            match gap.interval {
                Ok((low, high)) => {
                    let range = number::signed_interval(lang, low, high, 1);
                    let range = tr!(lang, "interval-95", interval = range);
                    format!("{word} **{value}** ({range}): {verdict}")
                }
                Err(_) => format!("{word} **{value}**: {verdict}"),
            }
        }
    }
}

/// The level that stands beside a text: that of its source.
fn badge(lang: Lang, line: &CompetencyLine, evidence: &Evidence) -> String {
    let level = match evidence.source {
        Source::Itself => line.own.as_ref().ok().map(|level| level.value()),
        Source::Manager | Source::Peer | Source::MysteryShopper => {
            let place = Source::OTHERS.iter().position(|it| *it == evidence.source);
            let mean = place.and_then(|place| line.by_source.get(place));
            mean.and_then(|mean| mean.as_ref().ok())
                .map(|mean| mean.value)
        }
    };
    level.map_or_else(
        || "—".to_owned(),
        |level| {
            if (level - level.round()).abs() < 0.05 {
                number::decimal(lang, level, 0)
            } else {
                one(lang, level)
            }
        },
    )
}
