//! What matters: which dimension goes most with engagement, the map of importance and score, every
//! dimension with its interval, and what can be said of the customers' NPS. Never what causes what.

use egui::Ui;

use super::Ground;
use super::chart::{Scale, axis_number};
use crate::analysis::{DriverLine, DriverModel, SharesBy};
use crate::domain::Audience;
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::chart::{IntervalMark, Quarters, Scatter, ScatterPoint};
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Column, Density, Kit as _, Segments, SentenceCard, Side, Table,
    key_values, two_columns,
};

/// Width of the column beside the map.
const BESIDE: f32 = 380.0;
/// The map counts shares in per cent, so that round steps of its axis are round per cents.
const PERCENT: f64 = 100.0;
/// Height of the map.
const MAP: f32 = 400.0;
/// Head of the card, its padding.
const AROUND: f32 = 24.0 + 24.0;

/// The map of importance and score.
#[derive(Debug)]
struct Map {
    x: Scale,
    y: Scale,
    points: Vec<ScatterPoint>,
    medians: (f64, f64),
}

#[derive(Debug)]
struct Line {
    rank: String,
    title: String,
    share: String,
    mark: Option<IntervalMark>,
    interval: String,
    reason: String,
    /// Relative weight, mean, r, β, VIF.
    figures: [String; 5],
    flag: Option<(String, String)>,
    dimension: usize,
}

/// The view of drivers.
#[derive(Debug, Default)]
pub(super) struct Drivers {
    audiences: Vec<Audience>,
    names: Vec<String>,
    now: usize,
    sentence: Option<phrases::Sentence>,
    nps: Option<phrases::Sentence>,
    facts: Vec<(String, String)>,
    map: Option<Map>,
    lines: Vec<Line>,
    selected: Option<usize>,
    heads: Vec<String>,
    words: Words,
    act: String,
}

#[derive(Debug, Default)]
struct Words {
    map: String,
    caption: String,
    map_name: String,
    corners: [String; 4],
    rests_on: String,
    nps: String,
    table: String,
    note: String,
}

impl Drivers {
    /// Prepares the view for an audience; everybody where it is not there.
    pub(super) fn new(ground: Ground<'_>, audience: Option<Audience>) -> Self {
        let Ground { cx, findings, wave } = ground;
        let lang = cx.lang;
        let found = &wave.drivers.engagement;
        let now = found.iter().position(|it| Some(it.audience) == audience);
        let now = now.unwrap_or(0);
        let mut view = Self {
            audiences: found.iter().map(|it| it.audience).collect(),
            names: found
                .iter()
                .map(|it| phrases::audience_short(lang, it.audience))
                .collect(),
            now,
            words: Words::new(ground),
            act: message(lang, "action-make"),
            heads: heads(ground),
            ..Self::default()
        };
        let Some(found) = found.get(now) else {
            return view;
        };
        view.sentence = Some(phrases::drivers(lang, findings, found));
        let nps = wave.drivers.nps_of(found.audience);
        view.nps = nps.map(|nps| phrases::nps_drivers(lang, findings, wave, nps));
        if let Ok(model) = &found.model {
            if model.shares_by == SharesBy::RelativeWeights {
                view.words.note = message(lang, "matters-note-weights");
            }
            view.facts = facts(ground, model);
            view.map = map(ground, model);
            let most = scale_end(model);
            let lines = (1..).zip(&model.lines);
            view.lines = lines
                .map(|(rank, it)| line(ground, rank, (it, most)))
                .collect();
        }
        if view.lines.iter().all(|line| line.flag.is_none()) {
            // Nothing to be careful about: no column for it.
            view.heads.pop();
        }
        view
    }

    /// Whose answers are looked at.
    pub(super) fn audience(&self) -> Option<Audience> {
        self.audiences.get(self.now).copied()
    }

    /// Draws the view; the dimension that an action is to be made of.
    pub(super) fn show(&mut self, ui: &mut Ui, ground: Ground<'_>) -> Option<usize> {
        if let Some(sentence) = &self.sentence {
            SentenceCard::finding(&sentence.headline)
                .line(&sentence.detail)
                .plain(ui);
        }
        if self.names.len() > 1
            && let Some(index) = Segments::new("matters", &self.names, self.now).show(ui)
        {
            *self = Self::new(ground, self.audiences.get(index).copied());
        }
        if self.map.is_some() {
            two_columns(ui, BESIDE, measures::GAP_M, |ui, side| match side {
                Side::Left => self.map_ui(ui),
                Side::Right => self.side_ui(ui),
            });
        } else {
            self.side_ui(ui);
        }
        if !self.lines.is_empty() {
            self.table_ui(ui);
        }
        let chosen = self.selected.and_then(|at| self.lines.get(at))?;
        let act = Button::secondary(&self.act).icon(Icon::ListChecks);
        let is_pressed = ui.add(act).clicked();
        is_pressed.then_some(chosen.dimension)
    }

    fn map_ui(&mut self, ui: &mut Ui) {
        let Some(map) = &self.map else { return };
        let words = &self.words;
        let chart = Scatter {
            id: "importance",
            name: &words.map_name,
            x: map.x.axis(),
            y: map.y.axis(),
            points: &map.points,
            trend: None,
            quarters: Some(Quarters {
                x: map.medians.0,
                y: map.medians.1 * PERCENT,
                words: words.corners.each_ref().map(String::as_str),
            }),
            selected: self.selected,
            height: MAP - AROUND,
        };
        let card = Card::new().padding(12).min_height(MAP).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            CardHead::new(&words.map).caption(&words.caption).plain(ui);
            chart.show(ui).selected
        });
        self.selected = card.inner.or(self.selected);
    }

    fn side_ui(&self, ui: &mut Ui) {
        if !self.facts.is_empty() {
            Card::new().show(ui, |ui| {
                CardHead::new(&self.words.rests_on).plain(ui);
                let rows = self.facts.iter();
                let rows: Vec<(&str, &str)> = rows
                    .map(|(key, value)| (key.as_str(), value.as_str()))
                    .collect();
                key_values(ui, &rows);
            });
        }
        if let Some(nps) = &self.nps {
            Card::new().show(ui, |ui| {
                CardHead::new(&self.words.nps).plain(ui);
                ui.text(Type::Strong, &nps.headline);
                ui.text_weak(Type::Body, &nps.detail);
            });
        }
    }

    fn table_ui(&mut self, ui: &mut Ui) {
        let columns: Vec<Column<'_>> = self
            .heads
            .iter()
            .enumerate()
            .map(|(at, head)| match at {
                0 | 2 | 5..=9 => Column::number(head),
                1 => Column::text(head).share(1.0, 150.0),
                4 => Column::text(head).width(120.0),
                _ => Column::text(head),
            })
            .collect();
        let cell = |row: usize, column: usize| self.cell(row, column);
        let table = Card::flush().show(ui, |ui| {
            Table::new("drivers", &self.words.table, &columns)
                .density(Density::Roomy)
                .selected(self.selected)
                .rounded()
                .show(ui, self.lines.len(), &cell)
        });
        self.selected = table.inner.selected.or(self.selected);
        ui.text_weak(Type::Small, &self.words.note);
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let Some(line) = self.lines.get(row) else {
            return Cell::Empty;
        };
        match (column, line.mark) {
            (0, _) => Cell::Weak(&line.rank),
            (1, _) => Cell::Text(&line.title),
            (2, _) => Cell::Strong(&line.share),
            (3, Some(_)) => Cell::Weak(&line.interval),
            (3, None) => Cell::Hidden {
                text: &line.interval,
                reason: &line.reason,
            },
            (4, Some(mark)) => Cell::Interval(mark, &line.interval),
            (4, None) => Cell::Empty,
            (5..=9, _) => Cell::Text(&line.figures[column - 5]),
            _ => line
                .flag
                .as_ref()
                .map_or(Cell::Empty, |(text, reason)| Cell::Noted { text, reason }),
        }
    }
}

impl Words {
    fn new(ground: Ground<'_>) -> Self {
        let say = |key: &str| message(ground.cx.lang, key);
        let corners = ["weak", "strong", "later", "keep"];
        Self {
            map: say("matters-map"),
            caption: say("matters-caption"),
            map_name: say("matters-map-name"),
            corners: corners.map(|corner| say(&format!("matters-{corner}"))),
            rests_on: say("matters-rests-on"),
            nps: say("matters-nps"),
            table: say("matters-table"),
            note: say("matters-note"),
        }
    }
}

fn heads(ground: Ground<'_>) -> Vec<String> {
    let lang = ground.cx.lang;
    vec![
        message(lang, "matters-rank"),
        message(lang, "matters-topic"),
        message(lang, "matters-share"),
        message(lang, "results-interval"),
        String::new(),
        message(lang, "matters-weight"),
        message(lang, "matters-mean"),
        "r".to_owned(),
        "β".to_owned(),
        "VIF".to_owned(),
        message(lang, "matters-flag"),
    ]
}

fn facts(ground: Ground<'_>, model: &DriverModel) -> Vec<(String, String)> {
    let lang = ground.cx.lang;
    let count = |n: usize| number::count(lang, u64::try_from(n).unwrap_or(u64::MAX));
    let mut facts = vec![
        ("matters-sheets", count(model.n)),
        ("matters-all", number::percent(lang, model.r_squared)),
        ("matters-adjusted", number::percent(lang, model.adjusted)),
    ];
    if let Some(r) = model.mean_inter_driver {
        facts.push(("matters-inter", number::decimal(lang, r, 2)));
    }
    facts.push(("matters-vif", number::decimal(lang, model.largest_vif, 1)));
    if let Some((used, _)) = model.draws {
        facts.push(("matters-draws", count(used)));
    }
    facts
        .into_iter()
        .map(|(key, value)| (message(lang, key), value))
        .collect()
}

/// The end of the scale that all interval bars share.
fn scale_end(model: &DriverModel) -> f64 {
    let ends = model.lines.iter().map(|line| match line.interval {
        Ok((_, high)) => high,
        Err(_) => line.share,
    });
    ends.fold(0.01, f64::max)
}

fn line(ground: Ground<'_>, rank: u64, (found, most): (&DriverLine, f64)) -> Line {
    let lang = ground.cx.lang;
    let interval = found.interval.ok();
    Line {
        rank: number::count(lang, rank),
        title: title(ground, found),
        share: number::percent(lang, found.share),
        mark: interval.map(|(low, high)| IntervalMark {
            low,
            estimate: found.share,
            high,
            scale: (0.0, most),
        }),
        interval: interval.map_or_else(
            || message(lang, "short-hidden-undefined"),
            |ends| phrases::share_interval(lang, ends),
        ),
        reason: found
            .interval
            .err()
            .map_or_else(String::new, |reason| phrases::undefined(lang, reason)),
        figures: [
            number::percent(lang, found.relative_weight),
            number::decimal(lang, found.mean, 1),
            number::decimal(lang, found.r, 2),
            number::decimal(lang, found.beta, 2),
            number::decimal(lang, found.vif, 1),
        ],
        flag: phrases::driver_flag(lang, found),
        dimension: found.dimension,
    }
}

fn title(ground: Ground<'_>, line: &DriverLine) -> String {
    let dimension = ground.findings.dimensions.get(line.dimension);
    dimension.map_or_else(String::new, |it| it.title.get(ground.cx.lang).to_owned())
}

/// The map; a single dimension needs none.
fn map(ground: Ground<'_>, model: &DriverModel) -> Option<Map> {
    let lang = ground.cx.lang;
    let medians = model.medians().filter(|_| model.lines.len() > 1)?;
    let words = |line: &DriverLine| {
        let mean = number::decimal(lang, line.mean, 1);
        let share = number::percent(lang, line.share);
        match line.interval {
            Ok(ends) => {
                let interval = phrases::share_interval(lang, ends);
                let key = "matters-point";
                tr!(lang, key, mean = mean, share = share, interval = interval)
            }
            Err(_) => tr!(lang, "matters-point-plain", mean = mean, share = share),
        }
    };
    let point = |line: &DriverLine| ScatterPoint {
        x: line.mean,
        y: line.share * PERCENT,
        interval: None,
        label: title(ground, line),
        is_flagged: false,
        details: words(line),
    };
    let means: Vec<f64> = model.lines.iter().map(|line| line.mean).collect();
    let shares = model.lines.iter().map(|line| line.share * PERCENT);
    let shares: Vec<f64> = shares.collect();
    let mean_words = |value, step| axis_number(lang, value, step, false);
    let share_words = |value, _| number::percent(lang, value / PERCENT);
    Some(Map {
        x: Scale::new(message(lang, "matters-x"), &means, (1.0, 5.0), &mean_words),
        y: Scale::new(
            message(lang, "matters-y"),
            &shares,
            (0.0, PERCENT),
            &share_words,
        ),
        points: model.lines.iter().map(point).collect(),
        medians,
    })
}
