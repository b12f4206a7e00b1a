//! The company's people: eNPS, and engagement segments with the rule that makes them.

use egui::Ui;

use super::map::Words;
use crate::analysis::AudienceFindings;
use crate::disclosure::{Published, Segments};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::chart::{StackedBar, StackedPart};
use crate::ui::widgets::{Card, CardHead, Kit as _, figure, key_value};

/// The card of eNPS.
#[derive(Debug, Default)]
pub(super) struct Enps {
    title: String,
    figure: String,
    unit: String,
    note: String,
    parts: Vec<StackedPart>,
    names: [String; 3],
}

impl Enps {
    /// Prepares the card of an audience.
    pub(super) fn new(words: Words<'_>, found: &AudienceFindings) -> Self {
        Self {
            title: message(words.lang, "results-enps"),
            ..enps(words, found)
        }
    }

    /// Draws the card.
    pub(super) fn show(&self, ui: &mut Ui) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_XS;
            CardHead::new(&self.title).plain(ui);
            figure(ui, &self.figure, &self.unit);
            if !self.parts.is_empty() {
                let width = ui.available_width();
                let name = self.names.join(", ");
                StackedBar { parts: &self.parts }.show(ui, width, &name);
                for name in &self.names {
                    ui.text_weak(Type::Small, name);
                }
            }
            ui.text_weak(Type::Small, &self.note);
        });
    }
}

/// The card of engagement segments.
#[derive(Debug, Default)]
pub(super) struct Groups {
    title: String,
    parts: Vec<StackedPart>,
    lines: Vec<(String, String)>,
    rule: String,
}

impl Groups {
    /// Prepares the card of an audience; empty where no dimension stands for engagement.
    pub(super) fn new(words: Words<'_>, found: &AudienceFindings) -> Self {
        let lang = words.lang;
        let Some(rule) = phrases::segments_rule(lang, words.findings) else {
            return Self::default();
        };
        let parts = match found.segments.value() {
            // From the lowest to the highest, as in every bar of answers.
            Some(Segments::Exact { shares, .. }) => shares
                .iter()
                .rev()
                .map(|share| StackedPart {
                    share: *share,
                    text: number::decimal(lang, share * 100.0, 0),
                })
                .collect(),
            Some(Segments::Band { .. }) | None => Vec::new(),
        };
        Self {
            title: message(lang, "results-segments"),
            parts,
            lines: phrases::segments(lang, &found.segments, words.min_group),
            rule,
        }
    }

    /// Draws the card.
    pub(super) fn show(&self, ui: &mut Ui) {
        if self.lines.is_empty() {
            return;
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_XS;
            CardHead::new(&self.title).plain(ui);
            if !self.parts.is_empty() {
                let width = ui.available_width();
                StackedBar { parts: &self.parts }.show(ui, width, &self.title);
            }
            for (name, share) in &self.lines {
                key_value(ui, Type::Small, name, share);
            }
            ui.text_weak(Type::Small, &self.rule);
        });
    }
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
