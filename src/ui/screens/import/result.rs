//! The first and the last page of the wizard: which files fit, and what was taken.

use egui::Ui;

use crate::app::ImportReport;
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::icons::Icon;
use crate::ui::screens::parts::{empty_state, wizard_steps};
use crate::ui::screens::{ScreenId, deeds};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, Kit as _, SentenceCard, figure, key_value, page_head};

/// The screen that a kind of import belongs to.
pub(super) fn home_of(kind: &str) -> ScreenId {
    match kind {
        "branches" | "positions" => ScreenId::Organisation,
        "outcomes" | "benchmarks" => ScreenId::Customers,
        "answers" | "staff_scores" => ScreenId::Waves,
        _ => ScreenId::Home,
    }
}

/// The page before a file is chosen.
#[derive(Default)]
pub(super) struct Start {
    title: String,
    sentence: String,
    waiting: String,
    deed: String,
}

impl Start {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            title: message(lang, "wizard-start-title"),
            sentence: message(lang, "wizard-files-tip"),
            waiting: message(lang, "wizard-reading"),
            deed: message(lang, "wizard-choose"),
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, is_waiting: bool, actions: &mut Actions) {
        page_head(ui, &self.title, "", |_| {});
        Card::new().show(ui, |ui| {
            let (sentence, deed) = if is_waiting {
                (&self.waiting, "")
            } else {
                (&self.sentence, self.deed.as_str())
            };
            if empty_state(ui, Icon::FileSpreadsheet, sentence, deed) {
                actions.push(Action::Pick(Pick::Import {
                    kind: None,
                    wave: None,
                }));
            }
        });
    }
}

/// The page after a file was taken.
pub(super) struct Report {
    title: String,
    steps: Vec<String>,
    sentence: String,
    line: String,
    taken: (String, String),
    rows: Vec<(String, String)>,
    next: Vec<(String, Icon, Action)>,
    again: (String, Action),
}

impl Report {
    pub(super) fn new(lang: Lang, report: &ImportReport) -> Self {
        let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
        let text = |value: usize| number::count(lang, u64::try_from(value).unwrap_or(u64::MAX));
        let dropped = if report.dropped.is_empty() {
            message(lang, "wizard-done-none")
        } else {
            report.dropped.join(", ")
        };
        let line = if report.refused > 0 {
            tr!(lang, "wizard-done-refused", count = count(report.refused))
        } else {
            message(lang, "wizard-done-whole")
        };
        Self {
            title: message(lang, "wizard-done-title"),
            steps: [
                "wizard-step-file",
                "wizard-step-columns",
                "wizard-step-result",
            ]
            .map(|key| message(lang, key))
            .into(),
            sentence: tr!(lang, "wizard-done", count = count(report.taken)),
            line,
            taken: (
                text(report.taken),
                tr!(lang, "wizard-taken", count = count(report.taken)),
            ),
            rows: vec![
                (message(lang, "wizard-done-file"), report.file.clone()),
                (message(lang, "wizard-not-taken"), text(report.refused)),
                (message(lang, "wizard-done-dropped"), dropped),
            ],
            next: next(lang, report.kind),
            again: (message(lang, "wizard-again"), deeds::import(report.kind)),
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, actions: &mut Actions) {
        page_head(ui, &self.title, "", |_| {});
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        Card::new()
            .padding(11)
            .show(ui, |ui| wizard_steps(ui, &self.steps, 2));
        SentenceCard::proof(&self.sentence)
            .icon(Icon::CircleCheck)
            .line(&self.line)
            .plain(ui);
        Card::new().show(ui, |ui| {
            ui.set_max_width(560.0);
            figure(ui, &self.taken.0, &self.taken.1);
            ui.add_space(4.0);
            ui.rule();
            for (key, value) in &self.rows {
                key_value(ui, Type::Body, key, value);
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            for (position, (label, icon, action)) in self.next.iter().enumerate() {
                let button = if position == 0 {
                    Button::primary(label)
                } else {
                    Button::secondary(label)
                };
                if ui.add(button.icon(*icon)).clicked() {
                    actions.push(action.clone());
                }
            }
            if ui.add(Button::quiet(&self.again.0)).clicked() {
                actions.push(self.again.1.clone());
            }
        });
    }
}

/// What to do with what was taken.
fn next(lang: Lang, kind: &str) -> Vec<(String, Icon, Action)> {
    let go = |key, icon, screen| (message(lang, key), icon, Action::Go(screen));
    let home = go("wizard-next-home", Icon::House, ScreenId::Home);
    match kind {
        "branches" => vec![
            go(
                "wizard-next-organisation",
                Icon::Store,
                ScreenId::Organisation,
            ),
            go("wizard-next-wave", Icon::CalendarRange, ScreenId::Waves),
        ],
        "positions" => vec![
            go(
                "wizard-next-organisation",
                Icon::Store,
                ScreenId::Organisation,
            ),
            home,
        ],
        "outcomes" => vec![
            go("wizard-next-customers", Icon::Star, ScreenId::Customers),
            go("wizard-next-linkage", Icon::Link2, ScreenId::Linkage),
        ],
        "answers" => vec![
            home,
            go(
                "wizard-next-wave-seen",
                Icon::CalendarRange,
                ScreenId::Waves,
            ),
        ],
        "staff_scores" => vec![
            go("wizard-next-results", Icon::Table, ScreenId::Results),
            home,
        ],
        "people" | "ratings" | "visits" => vec![
            go(
                "wizard-next-competencies",
                Icon::Radar,
                ScreenId::Competencies,
            ),
            home,
        ],
        _ => vec![home],
    }
}
