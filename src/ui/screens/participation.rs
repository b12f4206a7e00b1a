//! Who has answered: branches, lowest share first. Counts and shares come as they may be said.

use egui::{Ui, vec2};

use super::deeds;
use crate::app::{Overview, Participation, WaveInfo};
use crate::disclosure::{Published, Reason, ShownCount};
use crate::domain::{Branch, Lang, WaveState};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::chart::Bar;
use crate::ui::widgets::{Button, Card, Cell, Column, Kit as _, Table, figure};

/// The share of answers that a company should aim at.
const GOAL: f64 = 0.7;
/// From below this share a bar is flagged, as the advice above it is given.
const FEW: f64 = 0.5;
/// Rows that are shown before the rest is asked for.
const FIRST: usize = 10;

/// The table of participation, formatted.
pub(super) struct Participants {
    title: String,
    caption: String,
    answered: (String, String),
    rate: Option<(String, String)>,
    heads: [String; 5],
    rows: Vec<Line>,
    show_all: String,
    show_few: String,
}

struct Line {
    code: String,
    name: String,
    invited: String,
    returned: String,
    bar: Option<Bar>,
    note: String,
    rate: String,
    reason: Option<String>,
}

impl Participants {
    pub(super) fn new(lang: Lang, overview: &Overview, info: &WaveInfo) -> Self {
        let head = |key| message(lang, key);
        let mut order: Vec<(&Branch, &Participation)> =
            overview.branches.iter().zip(&info.participation).collect();
        order.sort_by(|(a, left), (b, right)| {
            rank(left).total_cmp(&rank(right)).then(a.code.cmp(&b.code))
        });
        let rows: Vec<Line> = order
            .into_iter()
            .map(|(branch, own)| line(lang, branch, own, info))
            .collect();
        let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let title = match info.wave.state {
            WaveState::Open => "participation-today",
            WaveState::Draft | WaveState::Closed => "participation-final",
        };
        let invited = number::count(lang, u64::from(info.invited));
        Self {
            title: head(title),
            caption: tr!(
                lang,
                "participation-goal",
                goal = number::percent(lang, GOAL)
            ),
            answered: (
                deeds::returned(lang, &info.returned, info),
                tr!(lang, "participation-of", invited = invited),
            ),
            rate: info
                .rate
                .map(|rate| (number::percent(lang, rate), head("participation-rate-note"))),
            heads: [
                head("branch-code"),
                head("branch"),
                head("participation-invited"),
                head("participation-returned"),
                head("participation-rate"),
            ],
            show_all: tr!(lang, "participation-show-all", count = count),
            show_few: head("participation-show-few"),
            rows,
        }
    }

    /// Draws the card, at least `least` points high.
    pub(super) fn show(&self, ui: &mut Ui, least: f32, shows_all: &mut bool) {
        Card::flush().min_height(least).show(ui, |ui| {
            self.head_ui(ui);
            let rows = if *shows_all {
                self.rows.len()
            } else {
                self.rows.len().min(FIRST)
            };
            let columns = [
                Column::text(&self.heads[0]).at_most(110.0),
                Column::text(&self.heads[1]).share(1.0, 130.0),
                Column::number(&self.heads[2]),
                Column::number(&self.heads[3]),
                Column::text(&self.heads[4]).share(1.0, 150.0),
                Column::number("").width(96.0),
            ];
            let table = Table::new("participation", &self.title, &columns);
            let _ = table.show(ui, rows, &|row, column| self.cell(row, column));
            if self.rows.len() > FIRST {
                egui::Frame::new()
                    .inner_margin(egui::Margin::symmetric(12, 6))
                    .show(ui, |ui| {
                        let label = if *shows_all {
                            &self.show_few
                        } else {
                            &self.show_all
                        };
                        if ui.add(Button::quiet(label).small()).clicked() {
                            *shows_all = !*shows_all;
                        }
                    });
            }
        });
    }

    fn head_ui(&self, ui: &mut Ui) {
        let margin = egui::Margin {
            left: 16,
            right: 16,
            top: 12,
            bottom: 8,
        };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(38.0);
                ui.vertical(|ui| {
                    ui.set_width(230.0_f32.min(ui.available_width() * 0.4));
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.text(Type::Heading, &self.title);
                    ui.text_weak(Type::Small, &self.caption);
                });
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing = vec2(measures::GAP_XL, 0.0);
                    if let Some((number, note)) = &self.rate {
                        figure(ui, number, note);
                    }
                    figure(ui, &self.answered.0, &self.answered.1);
                });
            });
        });
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let Some(line) = self.rows.get(row) else {
            return Cell::Empty;
        };
        match column {
            0 => Cell::Weak(&line.code),
            1 => Cell::Text(&line.name),
            2 => Cell::Text(&line.invited),
            3 => match &line.reason {
                Some(reason) => Cell::Hidden {
                    text: &line.returned,
                    reason,
                },
                None => Cell::Text(&line.returned),
            },
            4 => match line.bar {
                Some(bar) => Cell::Bar(bar, &line.rate),
                None => Cell::Weak(&line.note),
            },
            _ => Cell::Text(&line.rate),
        }
    }
}

/// Lowest share first; hidden branches after the lowest known ones, those without staff last.
fn rank(own: &Participation) -> f64 {
    match (own.rate, own.returned.reason()) {
        (Some(rate), _) => rate,
        (None, Some(Reason::NoAnswers)) => 0.0,
        (None, Some(_)) => 0.5,
        (None, None) => 2.0,
    }
}

fn line(lang: Lang, branch: &Branch, own: &Participation, info: &WaveInfo) -> Line {
    let k = info.wave.min_group;
    let rate = match (own.rate, own.returned.n()) {
        (Some(rate), Some(ShownCount::FiveToNine)) => {
            tr!(
                lang,
                "participation-about",
                rate = number::percent(lang, rate)
            )
        }
        (Some(rate), _) => number::percent(lang, rate),
        (None, _) => String::new(),
    };
    let (note, reason) = match &own.returned {
        Published::Hidden(Reason::NoAnswers) => (message(lang, "participation-nobody"), None),
        Published::Hidden(reason) => (
            tr!(lang, "participation-hidden", k = i64::from(k.get())),
            Some(phrases::hidden(lang, *reason, k)),
        ),
        Published::Shown { .. } if own.rate.is_none() => {
            (message(lang, "participation-no-staff"), None)
        }
        Published::Shown { .. } => (String::new(), None),
    };
    Line {
        code: branch.code.as_str().to_owned(),
        name: branch.name.clone(),
        invited: number::count(lang, u64::from(own.invited)),
        returned: deeds::returned(lang, &own.returned, info),
        bar: own.rate.map(|share| Bar {
            share,
            target: Some(GOAL),
            is_flagged: share < FEW,
        }),
        note,
        rate,
        reason,
    }
}
