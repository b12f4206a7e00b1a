//! The customers screen: what customers say, branch by branch, with intervals and changes.
//! Customers are not staff: nothing here is hidden.

mod rows;

use egui::{Layout, Ui};

use super::common::{Gate, Words, padded, wave_choice, wave_names};
use super::{Screen, linked};
use crate::analysis::Findings;
use crate::app::Command;
use crate::domain::{Channel, Lang, Measure};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Column, Dropdown, Kit as _, Segments, Table, page_head,
};
use rows::Rows;

const KEYS: &[&str] = &[
    "customers-title",
    "customers-import",
    "customers-remove",
    "customers-measure",
    "customers-channel",
    "customers-empty",
    "customers-empty-example",
    "customers-empty-note",
    "customers-bands",
    "wave",
];

/// More channels than this stand in a drop-down.
const MOST_SEGMENTS: usize = 4;

/// The customers screen.
#[derive(Default)]
pub(super) struct Customers {
    gate: Gate,
    words: Words,
    is_empty: bool,
    subtitle: String,
    waves: Vec<String>,
    measures: Vec<Measure>,
    measure_names: Vec<String>,
    measure: usize,
    channels: Vec<Option<Channel>>,
    channel_names: Vec<String>,
    channel: usize,
    rows: Rows,
    example: Vec<[String; 4]>,
    example_heads: [String; 4],
}

impl Screen for Customers {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        self.gate = Gate::new(cx);
        self.words = Words::new(lang, KEYS);
        self.is_empty = cx
            .overview
            .is_none_or(|overview| overview.outcomes.is_empty());
        (self.example_heads, self.example) = example(lang);
        let Some((findings, wave)) = cx.chosen() else {
            return;
        };
        self.waves = wave_names(findings);
        self.measures = distinct_measures(findings);
        let name = |measure: &Measure| measure_name(lang, measure);
        self.measure_names = self.measures.iter().map(name).collect();
        self.measure = self.measure.min(self.measures.len().saturating_sub(1));
        self.subtitle = match wave.wave.customers {
            Some((first, last)) => {
                tr!(
                    lang,
                    "customers-months",
                    months = number::months(lang, first, last)
                )
            }
            None => message(lang, "customers-no-months"),
        };
        self.rebuild(cx);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 6.0;
        self.head_ui(ui, cx, actions);
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        if self.is_empty {
            self.empty_ui(ui, actions);
            return;
        }
        if !self.gate.passes(ui, actions) {
            return;
        }
        if self.choice_ui(ui, actions) {
            self.rebuild(cx);
        }
        if self.rows.show(ui) {
            self.rebuild(cx);
        }
        if let Some(branch) = self.rows.pressed() {
            self.make_action(cx, branch, actions);
        }
        if !self.rows.note().is_empty() {
            ui.text_weak(Type::Small, self.rows.note());
        }
        ui.text_weak(Type::Small, self.words.get("customers-bands"));
    }
}

impl Customers {
    fn rebuild(&mut self, cx: &Cx<'_>) {
        let Some((findings, wave)) = cx.chosen() else {
            return;
        };
        let Some(measure) = self.measures.get(self.measure) else {
            return;
        };
        let of_measure = findings.outcomes.iter().filter(|it| it.measure == *measure);
        self.channels = of_measure.map(|it| it.channel.clone()).collect();
        let name = |channel: &Option<Channel>| match channel {
            None => message(cx.lang, "channel-any"),
            Some(channel) => channel.as_str().to_owned(),
        };
        self.channel_names = self.channels.iter().map(name).collect();
        self.channel = self.channel.min(self.channels.len().saturating_sub(1));
        let channel = self.channels.get(self.channel);
        let outcome = findings
            .outcomes
            .iter()
            .position(|it| it.measure == *measure && Some(&it.channel) == channel);
        let found =
            outcome.and_then(|at| Some((findings.outcomes.get(at)?, wave.customers.get(at)?)));
        if let Some((outcome, found)) = found {
            self.rows.prepare(cx.lang, findings, outcome, found);
        }
    }

    /// An action about the measure on show.
    fn make_action(&self, cx: &Cx<'_>, branch: Option<usize>, actions: &mut Actions) {
        let Some(findings) = cx.ready() else { return };
        let (measure, channel) = (
            self.measures.get(self.measure),
            self.channels.get(self.channel),
        );
        let is_shown = |it: &crate::analysis::OutcomeInfo| {
            Some(&it.measure) == measure && Some(&it.channel) == channel
        };
        let outcome = findings.outcomes.iter().position(is_shown);
        actions.extend(outcome.and_then(|at| linked::of_outcome(cx, at, branch)));
    }

    fn head_ui(&self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let is_shown = !self.is_empty && cx.chosen().is_some();
        let subtitle = if is_shown { self.subtitle.as_str() } else { "" };
        page_head(ui, self.words.get("customers-title"), subtitle, |ui| {
            if is_shown {
                wave_choice(ui, cx, (self.words.get("wave"), &self.waves), actions);
            }
            if !self.is_empty {
                let button = Button::primary(self.words.get("customers-import"));
                if ui.add(button.icon(Icon::Upload)).clicked() {
                    import(actions);
                }
            }
        });
    }

    /// Measure, channel, removal; true when another figure was chosen.
    fn choice_ui(&mut self, ui: &mut Ui, actions: &mut Actions) -> bool {
        let before = (self.measure, self.channel);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let word = self.words.get("customers-measure");
            let choice = Dropdown::new("measure", word, &self.measure_names, Some(self.measure));
            if let Some(measure) = choice.icon(Icon::Star).show(ui) {
                self.measure = measure;
                self.channel = 0;
            }
            let word = self.words.get("customers-channel");
            let names = &self.channel_names;
            let channel = match names.len() {
                0 | 1 => None,
                2..=MOST_SEGMENTS => Segments::new("channel", names, self.channel).show(ui),
                _ => Dropdown::new("channel", word, names, Some(self.channel)).show(ui),
            };
            self.channel = channel.unwrap_or(self.channel);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let button = Button::danger(self.words.get("customers-remove"));
                if ui.add(button.icon(Icon::Trash2)).clicked() {
                    self.ask_removal(actions);
                }
            });
        });
        before != (self.measure, self.channel)
    }

    fn ask_removal(&self, actions: &mut Actions) {
        let (Some(measure), Some(name)) = (
            self.measures.get(self.measure),
            self.measure_names.get(self.measure),
        ) else {
            return;
        };
        let lang = self.rows.lang();
        actions.push(Action::Confirm(Confirmation {
            title: tr!(lang, "customers-remove-title", measure = name.as_str()),
            body: message(lang, "customers-remove-body"),
            deed: message(lang, "customers-remove-deed"),
            is_danger: true,
            command: Box::new(Command::RemoveMeasure(measure.clone())),
        }));
    }

    fn empty_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        Card::flush().show(ui, |ui| {
            padded(ui, |ui| {
                ui.add_space(8.0);
                ui.set_max_width(640.0);
                ui.text(Type::Verdict, self.words.get("customers-empty"));
                ui.text_weak(Type::Body, self.words.get("customers-empty-note"));
                ui.add_space(8.0);
                let button = Button::primary(self.words.get("customers-import"));
                if ui.add(button.icon(Icon::Upload)).clicked() {
                    import(actions);
                }
                ui.add_space(4.0);
            });
            ui.rule();
            CardHead::flush(self.words.get("customers-empty-example")).plain(ui);
            let columns = [
                Column::text(&self.example_heads[0]),
                Column::text(&self.example_heads[1]),
                Column::text(&self.example_heads[2]),
                Column::number(&self.example_heads[3]),
            ];
            let cell = |row: usize, column: usize| {
                let words = self.example.get(row).and_then(|line| line.get(column));
                words.map_or(Cell::Empty, |words| Cell::Text(words))
            };
            let name = self.words.get("customers-empty-example");
            // An example; nothing in it can be pressed.
            let _seen = Table::new("example", name, &columns).show(ui, self.example.len(), &cell);
        });
    }
}

fn import(actions: &mut Actions) {
    let kind = Some("outcomes".to_owned());
    actions.push(Action::Pick(Pick::Import { kind, wave: None }));
}

fn measure_name(lang: Lang, measure: &Measure) -> String {
    let info = crate::analysis::OutcomeInfo {
        measure: measure.clone(),
        channel: None,
    };
    phrases::outcome_title(lang, &info)
}

fn distinct_measures(findings: &Findings) -> Vec<Measure> {
    let all = findings.outcomes.iter().filter(|it| it.channel.is_none());
    all.map(|it| it.measure.clone()).collect()
}

/// A file that would be read: heads and three rows.
fn example(lang: Lang) -> ([String; 4], Vec<[String; 4]>) {
    let heads = [
        "customers-example-branch",
        "customers-example-day",
        "channel",
        "customers-example-score",
    ];
    let heads = heads.map(|key| match key {
        "channel" => message(lang, "customers-channel"),
        key => message(lang, key),
    });
    let line = |branch: &str, day: &str, channel: &str, score: &str| {
        [branch, day, channel, score].map(str::to_owned)
    };
    let lines = vec![
        line("01", "2026-04-03", "sms", "10"),
        line("01", "2026-04-03", "kiosk", "7"),
        line("02", "2026-04-04", "sms", "9"),
    ];
    (heads, lines)
}
