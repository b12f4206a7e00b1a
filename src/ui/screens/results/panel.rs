//! The panel beside the heat map: one branch, one dimension, as far as its n bears.
//! Prepared when a cell is chosen; drawing only reads.

use egui::{ScrollArea, Ui, vec2};

use super::super::common::{audience_inside, padded, row_title};
use super::lines::{Line, Mark, agreement, items, lowest_marked};
use super::map::Words;
use crate::analysis::{AudienceFindings, Compared, Findings, Row};
use crate::disclosure::{Published, Reason};
use crate::domain::{Lang, Lever, Motive};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Type;
use crate::ui::widgets::chart::{BandBar, Bar, StackedBar, bar_key};
use crate::ui::widgets::{Button, Kit as _, figure, key_value};

/// What was pressed in the panel.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// Show all questions.
    pub(super) items: bool,
    /// Make an action of this cell.
    pub(super) action: bool,
}

/// Everything the panel says.
#[derive(Debug, Default)]
pub(super) struct Panel {
    place: String,
    title: String,
    mean: String,
    unit: String,
    hidden: String,
    shrunken: String,
    agreement: Vec<Line>,
    items_note: String,
    items: Vec<Line>,
    change_title: String,
    change: String,
    change_word: String,
    compared_title: String,
    /// Against what, how far, and whether that is established.
    compared: Vec<[String; 3]>,
    motives: String,
    levers: String,
    heads: [String; 4],
    key: [String; 3],
    deed: String,
    act: String,
}

impl Panel {
    /// Prepares the panel of a row (none: the company) and a dimension.
    pub(super) fn new(
        words: Words<'_>,
        found: &AudienceFindings,
        (branch, dimension): (Option<usize>, usize),
        previous: Option<&str>,
    ) -> Self {
        let lang = words.lang;
        let row = branch.map_or(Some(&found.company), |branch| found.branches.get(branch));
        let known = words.findings.dimensions.get(dimension);
        let (Some(row), Some(known)) = (row, known) else {
            return Self::default();
        };
        let place = row_title(lang, words.findings, branch);
        let group = audience_inside(lang, found.audience);
        let mut panel = Self {
            place: format!("{place} · {group}"),
            title: known.title.get(lang).to_owned(),
            heads: [
                message(lang, "results-agreement"),
                message(lang, "results-dissatisfiers"),
                message(lang, "results-motives"),
                message(lang, "results-levers"),
            ],
            key: ["results-no", "results-neither", "results-yes"].map(|key| message(lang, key)),
            deed: message(lang, "results-all-items"),
            act: message(lang, "action-make"),
            ..Self::default()
        };
        panel.figure(words, found, row, (branch, dimension));
        let shrunken = found
            .shrunken
            .get(dimension)
            .and_then(|it| it.as_ref().ok());
        let shrunken = shrunken.and_then(|it| *it.values.get(branch?)?);
        panel.shrunken = shrunken.map_or_else(String::new, |mean| {
            let mean = number::decimal(lang, mean, 1);
            tr!(lang, "results-shrunken", mean = mean)
        });
        panel.agreement = agreement(words, found, row, (branch, dimension));
        (panel.items_note, panel.items) = items(words, row, &known.items);
        panel.change(lang, row, (dimension, previous));
        let motives = row.motives.iter().zip(Motive::ALL);
        panel.motives = lowest_marked(
            lang,
            motives.map(|(score, motive)| {
                (
                    phrases::motive(lang, motive),
                    score.value().map(|score| score.mean),
                )
            }),
        );
        let levers = row.levers.iter().zip(Lever::ALL);
        panel.levers = lowest_marked(
            lang,
            levers.map(|(score, lever)| {
                (
                    phrases::lever(lang, lever),
                    score.value().map(|score| score.mean),
                )
            }),
        );
        panel
    }

    /// The figure beside others; nothing where it is hidden.
    pub(super) fn compare(&mut self, lang: Lang, findings: &Findings, list: &[Compared]) {
        self.compared_title = message(lang, "results-compared");
        let lines = list.iter().map(|it| {
            [
                phrases::against(lang, findings, &it.against),
                phrases::compared(lang, &it.change),
                phrases::compared_word(lang, &it.change),
            ]
        });
        self.compared = lines.collect();
    }

    fn figure(
        &mut self,
        words: Words<'_>,
        found: &AudienceFindings,
        row: &Row,
        (branch, dimension): (Option<usize>, usize),
    ) {
        let lang = words.lang;
        let company = found
            .company
            .scores
            .get(dimension)
            .and_then(Published::value);
        let company = company.map(|score| number::decimal(lang, score.mean, 1));
        match row.scores.get(dimension) {
            Some(Published::Shown { value, n }) => {
                self.mean = number::decimal(lang, value.mean, 1);
                let n = phrases::n_equals(lang, *n, words.min_group);
                self.unit = match (branch, company) {
                    (Some(_), Some(company)) => {
                        tr!(lang, "results-unit-company", n = n, company = company)
                    }
                    (None, _) | (_, None) => tr!(lang, "results-unit", n = n),
                };
            }
            Some(Published::Hidden(reason)) => self.hide(words, *reason, company),
            None => self.hide(words, Reason::NotAsked, company),
        }
    }

    fn hide(&mut self, words: Words<'_>, reason: Reason, company: Option<String>) {
        let lang = words.lang;
        self.mean = phrases::hidden_short(lang, reason, words.min_group);
        self.unit = company
            .map(|company| tr!(lang, "results-unit-hidden", company = company))
            .unwrap_or_default();
        self.hidden =
            super::super::common::upper_first(&phrases::hidden(lang, reason, words.min_group));
    }

    fn change(&mut self, lang: Lang, row: &Row, (dimension, previous): (usize, Option<&str>)) {
        let Some(previous) = previous else { return };
        let Some(Published::Shown { value, .. }) = row.changes.get(dimension) else {
            return;
        };
        self.change_title = tr!(lang, "results-change-since", wave = previous);
        self.change = phrases::change(lang, value, 1);
        self.change_word = phrases::change_word(lang, value);
    }

    /// Draws the panel in its flush card.
    pub(super) fn show(&self, ui: &mut Ui, height: f32) -> Asked {
        let area = ScrollArea::vertical()
            .id_salt("panel")
            .max_height(height)
            .auto_shrink(false);
        let inside = |ui: &mut Ui| {
            let mut asked = Asked::default();
            padded(ui, |ui| {
                ui.text_weak(Type::Small, &self.place);
                ui.text(Type::Heading, &self.title);
                figure(ui, &self.mean, &self.unit);
                if !self.hidden.is_empty() {
                    ui.text_weak(Type::Small, &self.hidden);
                }
                if !self.shrunken.is_empty() {
                    ui.text_weak(Type::Small, &self.shrunken);
                }
                ui.add_space(4.0);
                let act = Button::secondary(&self.act).icon(Icon::ListChecks);
                asked.action = ui.add(act.small()).clicked();
            });
            self.agreement_ui(ui);
            self.items_ui(ui);
            self.change_ui(ui);
            self.compared_ui(ui);
            asked.items = self.lacking_ui(ui);
            asked
        };
        if height.is_finite() {
            area.show(ui, inside).inner
        } else {
            inside(ui)
        }
    }

    fn agreement_ui(&self, ui: &mut Ui) {
        if self.agreement.is_empty() {
            return;
        }
        ui.rule();
        padded(ui, |ui| {
            ui.text(Type::Strong, &self.heads[0]);
            let mut has_parts = false;
            for line in &self.agreement {
                ui.add_space(3.0);
                key_value(ui, Type::Small, &line.label, &line.value);
                mark_ui(ui, line);
                has_parts |= matches!(line.mark, Mark::Parts(_));
            }
            if has_parts {
                let width = ui.available_width();
                bar_key(ui, width, [&self.key[0], &self.key[1], &self.key[2]]);
            }
        });
    }

    fn items_ui(&self, ui: &mut Ui) {
        if self.items.is_empty() {
            return;
        }
        ui.rule();
        padded(ui, |ui| {
            ui.text(Type::Strong, &self.heads[1]);
            ui.text_weak(Type::Small, &self.items_note);
            for line in &self.items {
                ui.add_space(3.0);
                key_value(ui, Type::Small, &line.label, &line.value);
                mark_ui(ui, line);
            }
        });
    }

    fn change_ui(&self, ui: &mut Ui) {
        if self.change.is_empty() {
            return;
        }
        ui.rule();
        padded(ui, |ui| {
            ui.text(Type::Strong, &self.change_title);
            ui.text(Type::Small, &self.change);
            ui.text_weak(Type::Small, &self.change_word);
        });
    }

    fn compared_ui(&self, ui: &mut Ui) {
        if self.compared.is_empty() {
            return;
        }
        ui.rule();
        padded(ui, |ui| {
            ui.text(Type::Strong, &self.compared_title);
            for [against, how_far, word] in &self.compared {
                ui.add_space(3.0);
                ui.text(Type::Small, against);
                ui.text_weak(Type::Small, &format!("{how_far} · {word}"));
            }
        });
    }

    fn lacking_ui(&self, ui: &mut Ui) -> bool {
        ui.rule();
        padded(ui, |ui| {
            let lines = [
                (&self.heads[2], &self.motives),
                (&self.heads[3], &self.levers),
            ];
            for (head, line) in lines {
                if !line.is_empty() {
                    ui.text(Type::Strong, head);
                    ui.text_marked(Type::Small, line);
                    ui.add_space(4.0);
                }
            }
            ui.add(Button::quiet(&self.deed).small()).clicked()
        })
    }
}

fn mark_ui(ui: &mut Ui, line: &Line) {
    let width = ui.available_width();
    let name = format_args!("{} {}", line.label, line.value).to_string();
    match &line.mark {
        Mark::Parts(parts) => {
            StackedBar { parts }.show(ui, width, &name);
        }
        Mark::Band(low, high) => {
            BandBar {
                low: *low,
                high: *high,
            }
            .show(ui, width, &name);
        }
        Mark::Share(share) => {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                Bar {
                    share: *share,
                    target: None,
                    is_flagged: false,
                }
                .show(ui, width, &name);
            });
        }
        Mark::Words => {}
    }
}
