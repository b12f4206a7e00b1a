//! How raters rate: severity, range, halo, equal answers, distributions, agreement in words. A
//! reason to compare examples and not a reproach; nobody's levels are corrected for it.

mod rows;

use egui::Ui;

use self::rows::{AgreementRow, Row, advice, coefficient, headline, row};
use super::Wish;
use super::ground::Ground;
use crate::i18n::message;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{
    Card, CardHead, Cell, Chip, Column, Density, Kit as _, SentenceCard, Side, Table, note,
    two_columns,
};

/// Names in the headline.
const MOST_NAMES: usize = 4;
/// Both ends of the scale of severity, in levels.
const SCALE: (f64, f64) = (-2.0, 2.0);
/// Below this share a part of a bar has no figure.
const FIGURE_FROM: f64 = 0.12;

/// The page of calibration.
#[derive(Default)]
pub(super) struct Calibration {
    headline: String,
    lead: String,
    is_clean: bool,
    title: String,
    caption: String,
    heads: [String; 8],
    tips: [String; 3],
    rows: Vec<Row>,
    agreement_title: String,
    agreement_heads: [String; 4],
    agreement: Vec<AgreementRow>,
    advice_title: String,
    advice: Vec<String>,
    note: String,
}

impl Calibration {
    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        let Some(results) = ground.results else {
            return;
        };
        let found = &results.findings.calibration;
        let word = |key| message(lang, key);
        self.title = word("calibration-title");
        self.caption = word("calibration-severity-caption");
        self.lead = word("calibration-lead");
        self.note = word("calibration-not-corrected");
        self.heads = [
            "calibration-rater",
            "calibration-rated",
            "calibration-severity",
            "calibration-verdict",
            "calibration-range",
            "calibration-halo",
            "calibration-straight",
            "calibration-distribution-short",
        ]
        .map(word);
        self.tips = [
            "calibration-range-caption",
            "calibration-halo-caption",
            "calibration-distribution-caption",
        ]
        .map(word);
        self.rows = found.raters.iter().map(|line| row(ground, line)).collect();
        (self.headline, self.is_clean) = headline(ground, found);
        self.advice_title = word("calibration-what-to-do");
        self.advice = advice(ground, found);
        self.agreement_title = word("calibration-agreement");
        self.agreement_heads = [
            "calibration-coefficient",
            "calibration-value",
            "profile-interval",
            "calibration-word",
        ]
        .map(word);
        let agreement = &found.agreement;
        self.agreement = vec![
            coefficient(lang, "agreement-kappa", &agreement.kappa),
            coefficient(lang, "agreement-alpha", &agreement.alpha),
            coefficient(lang, "agreement-ac2", &agreement.ac2),
            coefficient(lang, "agreement-icc-one", &agreement.icc1k),
            coefficient(lang, "agreement-icc-a", &agreement.icc_ak),
            coefficient(lang, "agreement-rwg", &agreement.rwg),
        ];
    }

    pub(super) fn show(&self, ui: &mut Ui) -> Wish {
        let card = if self.is_clean {
            SentenceCard::proof(&self.headline)
        } else {
            SentenceCard::finding(&self.headline)
        };
        card.line(&self.lead).plain(ui);
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title)
                .caption(&self.caption)
                .plain(ui);
            self.raters_ui(ui);
        });
        two_columns(ui, 420.0, measures::GAP_M, |ui, side| match side {
            Side::Left => {
                Card::flush().show(ui, |ui| {
                    CardHead::flush(&self.agreement_title).plain(ui);
                    self.agreement_ui(ui);
                });
            }
            Side::Right => {
                Card::new().show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = measures::GAP_S;
                    ui.text(Type::Heading, &self.advice_title);
                    for words in &self.advice {
                        ui.text_marked(Type::Body, words);
                    }
                    ui.rule();
                    note(ui, Icon::Info, Tone::Neutral, &self.note);
                });
            }
        });
        Wish::Nothing
    }

    fn raters_ui(&self, ui: &mut Ui) {
        let columns = [
            Column::text(&self.heads[0]).share(1.0, 130.0),
            Column::number(&self.heads[1]).width(72.0),
            Column::text(&self.heads[2]).width(120.0).tip(&self.caption),
            Column::text(&self.heads[3]).width(190.0),
            Column::text(&self.heads[4])
                .at_most(120.0)
                .tip(&self.tips[0]),
            Column::text(&self.heads[5])
                .at_most(120.0)
                .tip(&self.tips[1]),
            Column::text(&self.heads[6]).at_most(160.0),
            Column::text(&self.heads[7]).width(180.0).tip(&self.tips[2]),
        ];
        let cell = |row: usize, column: usize| {
            self.rows
                .get(row)
                .map_or(Cell::Empty, |row| row.cell(column))
        };
        // Rows are looked at and not chosen.
        let _seen = Table::new("raters", &self.title, &columns)
            .density(Density::Tall)
            .max_height(420.0)
            .show(ui, self.rows.len(), &cell);
    }

    fn agreement_ui(&self, ui: &mut Ui) {
        let columns = [
            Column::text(&self.agreement_heads[0]).share(1.0, 160.0),
            Column::number(&self.agreement_heads[1]),
            Column::number(&self.agreement_heads[2]),
            Column::text(&self.agreement_heads[3]),
        ];
        let cell = |row: usize, column: usize| match (self.agreement.get(row), column) {
            (Some(row), 0) => Cell::Text(&row.name),
            (Some(row), 1) => Cell::Strong(&row.value),
            (Some(row), 2) => Cell::Weak(&row.interval),
            (Some(row), _) => Cell::Chip(Chip::new(&row.word).tone(row.tone)),
            (None, _) => Cell::Empty,
        };
        // Rows are looked at and not chosen.
        let _seen = Table::new("agreement", &self.agreement_title, &columns)
            .density(Density::Roomy)
            .show(ui, self.agreement.len(), &cell);
    }
}
