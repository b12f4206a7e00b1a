//! The bridge: branches as a whole, competency level beside engagement and NPS. No person is joined
//! with an answer here or anywhere.

use egui::Ui;

use super::Wish;
use super::ground::{Ground, one};
use crate::app::BridgeLine;
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::chart::{Axis, LevelBar, Scatter, ScatterPoint, Tick, even_steps};
use crate::ui::widgets::{
    Card, CardHead, Cell, Column, Density, Kit as _, Segments, Side, Table, empty_state, note,
    two_columns,
};

/// Width of the table beside the picture.
const SIDE: f32 = 510.0;
/// Branches that it takes to speak of a relation.
const NEED: usize = 6;

/// The page of branches.
#[derive(Default)]
pub(super) struct Bridge {
    title: String,
    caption: String,
    flag: String,
    audiences: [String; 2],
    is_all: bool,
    contact: Picture,
    all: Picture,
    heads: [String; 4],
    note: String,
    few: String,
    loyalty: String,
    nothing: String,
    axis: (String, String),
    ticks: Vec<(f32, String)>,
}

/// The prepared picture of one audience.
#[derive(Default)]
struct Picture {
    rows: Vec<Row>,
    points: Vec<ScatterPoint>,
    /// Row of each point.
    of: Vec<usize>,
    x: Scale,
    y: Scale,
    selected: Option<usize>,
}

#[derive(Default)]
struct Scale {
    low: f64,
    high: f64,
    ticks: Vec<Tick>,
}

struct Row {
    name: String,
    level: Option<LevelBar>,
    level_words: String,
    engagement: String,
    nps: String,
    is_flagged: bool,
}

impl Bridge {
    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        let Some(results) = ground.results else {
            return;
        };
        let word = |key| message(lang, key);
        self.title = word("bridge-title");
        self.caption = word("bridge-caption");
        self.flag = word("bridge-flag");
        self.audiences = ["bridge-contact", "bridge-all"].map(word);
        self.heads = [
            "person-branch",
            "bridge-level",
            "bridge-engagement",
            "bridge-nps",
        ]
        .map(word);
        self.note = word("bridge-note");
        self.loyalty = word("bridge-loyalty");
        self.nothing = word("bridge-no-round");
        self.axis = (word("bridge-x"), word("bridge-y"));
        let numbers = ["1", "2", "3", "4", "5"].map(str::to_owned);
        self.ticks = LevelBar::ticks().into_iter().zip(numbers).collect();
        self.contact = Picture::new(ground, &results.bridge, false);
        self.all = Picture::new(ground, &results.bridge, true);
        let n = self.picture().points.len();
        self.few = if n < NEED {
            tr!(lang, "bridge-few", need = NEED, n = n)
        } else {
            String::new()
        };
    }

    fn picture(&self) -> &Picture {
        if self.is_all {
            &self.all
        } else {
            &self.contact
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui) -> Wish {
        let mut wish = Wish::Nothing;
        let now = usize::from(self.is_all);
        if let Some(view) = Segments::new("audience", &self.audiences, now).show(ui) {
            self.is_all = view == 1;
            wish = Wish::Again;
        }
        if self.picture().rows.is_empty() {
            Card::new().show(ui, |ui| {
                empty_state(ui, Icon::Store, &self.nothing, None);
            });
            return wish;
        }
        let mut picked = None;
        let room = (ui.available_height() - 60.0).clamp(380.0, 600.0);
        two_columns(ui, SIDE, measures::GAP_M, |ui, side| {
            let row = match side {
                Side::Left => self.cloud_ui(ui, room),
                Side::Right => self.table_ui(ui, room),
            };
            picked = picked.or(row);
        });
        note(ui, Icon::ShieldCheck, Tone::Neutral, &self.note);
        if let Some(row) = picked {
            let picture = if self.is_all {
                &mut self.all
            } else {
                &mut self.contact
            };
            picture.selected = Some(row);
        }
        wish
    }

    fn cloud_ui(&self, ui: &mut Ui, height: f32) -> Option<usize> {
        let picture = self.picture();
        let mut picked = None;
        Card::new().padding(12).min_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            CardHead::new(&self.title).plain(ui);
            ui.text_weak(Type::Small, &self.caption);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let flag = ui.palette().chart[1];
                ui.text_line(Type::Body, flag, "◆");
                ui.text_line(Type::Small, flag, &self.flag);
            });
            let point = picture
                .selected
                .and_then(|row| picture.of.iter().position(|known| *known == row));
            let chart = Scatter {
                id: "bridge",
                name: &self.title,
                x: picture.x.axis(&self.axis.0),
                y: picture.y.axis(&self.axis.1),
                points: &picture.points,
                trend: None,
                quarters: None,
                selected: point,
                height: height - 130.0,
            };
            let chosen = chart.show(ui).selected;
            picked = chosen.and_then(|point| picture.of.get(point).copied());
            let words = if self.few.is_empty() {
                &self.loyalty
            } else {
                &self.few
            };
            ui.text_weak(Type::Small, words);
        });
        picked
    }

    fn table_ui(&self, ui: &mut Ui, height: f32) -> Option<usize> {
        let picture = self.picture();
        let mut picked = None;
        Card::flush().min_height(height).show(ui, |ui| {
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 110.0),
                Column::text(&self.heads[1]).width(146.0).scale(&self.ticks),
                Column::number(&self.heads[2]),
                Column::number(&self.heads[3]),
            ];
            let cell = |row: usize, column: usize| match (picture.rows.get(row), column) {
                (Some(row), 0) if row.is_flagged => Cell::Strong(&row.name),
                (Some(row), 0) => Cell::Text(&row.name),
                (Some(row), 1) => match row.level {
                    Some(bar) => Cell::Level(bar, &row.level_words),
                    None => Cell::Hidden {
                        text: "—",
                        reason: &row.level_words,
                    },
                },
                (Some(row), 2) if row.is_flagged => Cell::Flag(&row.engagement),
                (Some(row), 2) => Cell::Text(&row.engagement),
                (Some(row), _) => Cell::Strong(&row.nps),
                (None, _) => Cell::Empty,
            };
            picked = Table::new("branches", &self.title, &columns)
                .density(Density::Roomy)
                .selected(picture.selected)
                .rounded()
                .max_height(height)
                .show(ui, picture.rows.len(), &cell)
                .selected;
        });
        picked
    }
}

impl Picture {
    fn new(ground: Ground<'_>, lines: &[BridgeLine], is_all: bool) -> Self {
        let lang = ground.lang;
        let level = |line: &BridgeLine| if is_all { line.all } else { line.contact };
        let engagement = |line: &BridgeLine| {
            let (all, contact) = line.engagement;
            if is_all { all } else { contact }
        };
        let levels: Vec<f64> = lines.iter().filter_map(level).map(|it| it.0).collect();
        let engaged: Vec<f64> = lines.iter().filter_map(engagement).collect();
        let (high_level, low_engagement) = (median(&levels), median(&engaged));
        // High competencies without engagement behind them: what the note speaks of.
        let is_flagged = |line: &BridgeLine| {
            let is_able = level(line).is_some_and(|it| it.0 > high_level);
            is_able && engagement(line).is_some_and(|it| it < low_engagement)
        };
        let mut rows = Vec::new();
        let (mut points, mut of) = (Vec::new(), Vec::new());
        for line in lines {
            let row = row(
                ground,
                line,
                (level(line), engagement(line), is_flagged(line)),
            );
            if let (Some((x, _)), Some(y)) = (level(line), line.nps) {
                of.push(rows.len());
                points.push(ScatterPoint {
                    x,
                    y,
                    interval: None,
                    label: row.name.clone(),
                    is_flagged: row.is_flagged,
                    details: tr!(
                        lang,
                        "bridge-details",
                        level = row.level_words.as_str(),
                        engagement = row.engagement.as_str(),
                        nps = row.nps.as_str()
                    ),
                });
            }
            rows.push(row);
        }
        let xs: Vec<f64> = points.iter().map(|point| point.x).collect();
        let ys: Vec<f64> = points.iter().map(|point| point.y).collect();
        Self {
            rows,
            points,
            of,
            x: Scale::new(lang, &xs, (1.0, 5.0)),
            y: Scale::new(lang, &ys, (-100.0, 100.0)),
            selected: None,
        }
    }
}

fn row(
    ground: Ground<'_>,
    line: &BridgeLine,
    (level, engagement, is_flagged): (Option<(f64, usize)>, Option<f64>, bool),
) -> Row {
    let lang = ground.lang;
    let none = || "—".to_owned();
    let bar = level.map(|(value, _)| LevelBar {
        level: Some(value),
        is_flagged: false,
        ..LevelBar::default()
    });
    Row {
        name: ground.branch(&line.branch),
        level: bar,
        level_words: level.map_or_else(
            || message(lang, "bridge-hidden-few"),
            |(value, n)| format!("{} (n = {n})", one(lang, value)),
        ),
        engagement: engagement.map_or_else(none, |value| {
            let words = one(lang, value);
            if is_flagged {
                format!("◆ {words}")
            } else {
                words
            }
        }),
        nps: line
            .nps
            .map_or_else(none, |nps| number::signed(lang, nps, 0)),
        is_flagged,
    }
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}

impl Scale {
    /// Round ends around the values, within what the scale allows.
    fn new(lang: Lang, values: &[f64], (least, most): (f64, f64)) -> Self {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if !(low.is_finite() && high.is_finite()) {
            return Self {
                low: least,
                high: most,
                ticks: Vec::new(),
            };
        }
        let pad = ((high - low) * 0.08).max((most - least) * 0.02);
        let (low, high) = ((low - pad).max(least), (high + pad).min(most));
        let steps = even_steps(low, high, 6);
        let places = usize::from(most - least < 10.0);
        let ticks = steps.iter().map(|at| Tick {
            at: *at,
            text: if places == 0 {
                number::signed(lang, *at, 0)
            } else {
                number::decimal(lang, *at, 1)
            },
        });
        Self {
            low,
            high,
            ticks: ticks.collect(),
        }
    }

    fn axis<'a>(&'a self, title: &'a str) -> Axis<'a> {
        Axis {
            title,
            low: self.low,
            high: self.high,
            ticks: &self.ticks,
        }
    }
}
