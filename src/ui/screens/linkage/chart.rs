//! The cloud of branches: staff from left to right, customers from below to above.
//! Axes end on round values; they never follow the data to the last decimal.

use std::collections::BTreeMap;

use egui::Ui;

use super::super::common::audience_inside;
use super::Ground;
use crate::analysis::{Link, LinkPoint};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::theme::Type;
use crate::ui::widgets::chart::{Axis, Scatter, ScatterPoint, Tick, Trend, even_steps};
use crate::ui::widgets::{Card, CardHead, Kit as _};

/// Up to so many branches the axis makes room for the intervals too.
const WITH_INTERVALS: usize = 60;
/// The line of branches outside the picture.
const LINE: f32 = 16.0;
/// Branches outside the picture that are named for each reason.
const MOST_NAMES: usize = 8;
/// More ticks than any axis here can have.
const MOST_TICKS: u32 = 30;
/// Head of the card, its padding, and the caption.
const AROUND: f32 = 24.0 + 24.0 + 24.0;

#[derive(Debug, Default)]
pub(super) struct Scale {
    title: String,
    low: f64,
    high: f64,
    ticks: Vec<Tick>,
}

/// The prepared cloud of one pair.
#[derive(Debug, Default)]
pub(super) struct Cloud {
    title: String,
    caption: String,
    note: String,
    absent: String,
    flag: String,
    name: String,
    x: Scale,
    y: Scale,
    points: Vec<ScatterPoint>,
    trend: Option<Trend>,
    selected: Option<usize>,
    has_flags: bool,
}

impl Cloud {
    /// Prepares the cloud of a link.
    pub(super) fn new(ground: Ground<'_>, link: &Link) -> Self {
        let Ground { cx, findings, .. } = ground;
        let lang = cx.lang;
        let dimension = findings.dimensions.get(link.dimension);
        let dimension = dimension.map_or("", |it| it.title.get(lang));
        let Some(outcome) = findings.outcomes.get(link.outcome) else {
            return Self::default();
        };
        let title = phrases::outcome_title(lang, outcome);
        let staff: Vec<f64> = link.points.iter().map(|point| point.staff).collect();
        let mut customer: Vec<f64> = link.points.iter().map(|point| point.customer).collect();
        if link.points.len() <= WITH_INTERVALS {
            let ends = link.points.iter().filter_map(|point| point.interval);
            customer.extend(ends.flat_map(|(low, high)| [low, high]));
        }
        let is_nps = outcome.measure.is_nps();
        let group = audience_inside(lang, link.audience);
        let is_scale = staff.iter().all(|mean| (1.0..=5.0).contains(mean));
        let axis_key = if is_scale {
            "linkage-x"
        } else {
            "linkage-x-other"
        };
        let x_title = tr!(lang, axis_key, dimension = dimension, group = group);
        let y_title = if is_nps {
            tr!(lang, "linkage-y-nps", outcome = title.as_str())
        } else {
            title.clone()
        };
        let points = points(ground, link, (dimension, &title));
        let limits = if is_scale {
            (1.0, 5.0)
        } else {
            (f64::NEG_INFINITY, f64::INFINITY)
        };
        let x = Scale::new(x_title, &staff, limits, &|value, step| {
            axis_number(lang, value, step, false)
        });
        let limits = if is_nps {
            (-100.0, 100.0)
        } else {
            (f64::NEG_INFINITY, f64::INFINITY)
        };
        let y = Scale::new(y_title, &customer, limits, &|value, step| {
            axis_number(lang, value, step, is_nps)
        });
        Self {
            title: message(lang, "linkage-branches"),
            caption: message(lang, "linkage-caption"),
            note: note(lang, link),
            absent: absent(ground, link),
            flag: message(lang, "linkage-flag"),
            name: format!("{dimension}, {title}"),
            has_flags: points.iter().any(|point| point.is_flagged),
            x,
            y,
            points,
            trend: link.line.as_ref().map(trend),
            selected: None,
        }
    }

    /// Draws the card.
    pub(super) fn show(&mut self, ui: &mut Ui, height: f32) {
        Card::new().padding(12).min_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            CardHead::new(&self.title)
                .caption(&self.caption)
                .show(ui, |ui| {
                    if self.has_flags {
                        ui.spacing_mut().item_spacing.x = 4.0;
                        let flag = ui.palette().chart[1];
                        ui.text_line(Type::Body, flag, "◆");
                        ui.text_line(Type::Small, flag, &self.flag);
                    }
                });
            let below = if self.absent.is_empty() { 0.0 } else { LINE };
            let chart = Scatter {
                id: "cloud",
                name: &self.name,
                x: self.x.axis(),
                y: self.y.axis(),
                points: &self.points,
                trend: self.trend.as_ref(),
                quarters: None,
                selected: self.selected,
                height: height - AROUND - below,
            };
            if let Some(point) = chart.show(ui).selected {
                self.selected = Some(point);
            }
            ui.text_weak(Type::Small, &self.note);
            if !self.absent.is_empty() {
                ui.text_weak(Type::Small, &self.absent);
            }
        });
    }
}

/// How many branches are in the picture, and how many of contact staff's are mixed.
fn note(lang: Lang, link: &Link) -> String {
    let note = tr!(lang, "linkage-note", n = link.points.len());
    match phrases::mixed(lang, link) {
        Some(mixed) => format!("{note}, {mixed}."),
        None => format!("{note}."),
    }
}

/// The branches that are not in the picture, by why they are not.
fn absent(Ground { cx, findings, wave }: Ground<'_>, link: &Link) -> String {
    let lang = cx.lang;
    let rows = wave.audience(link.audience).map(|found| &found.branches);
    let reason = |branch: usize| {
        let row = rows.and_then(|rows| rows.get(branch))?;
        match row.scores.get(link.dimension)?.reason() {
            Some(reason) => Some(phrases::hidden_short(lang, reason, findings.min_group)),
            None => Some(message(lang, "linkage-absent-customers")),
        }
    };
    let is_in = |branch: usize| link.points.iter().any(|point| point.branch == branch);
    let mut by_reason = BTreeMap::<String, Vec<&str>>::new();
    for (at, branch) in findings.branches.iter().enumerate() {
        if let (false, Some(reason)) = (is_in(at), reason(at)) {
            by_reason.entry(reason).or_default().push(&branch.name);
        }
    }
    if by_reason.is_empty() {
        return String::new();
    }
    let lists = by_reason.into_iter().map(|(reason, names)| {
        let more = names.len().saturating_sub(MOST_NAMES);
        let named = names.iter().take(MOST_NAMES).copied();
        let names = named.collect::<Vec<_>>().join(", ");
        tr!(
            lang,
            "linkage-absent-reason",
            names = names,
            more = more,
            reason = reason
        )
    });
    let lists = lists.collect::<Vec<_>>().join("; ");
    tr!(lang, "linkage-absent", lists = lists)
}

fn trend(line: &crate::analysis::TrendLine) -> Trend {
    let ends = [line.band.first(), line.band.last()];
    let at = |x: f64| (x, line.intercept + line.slope * x);
    Trend {
        line: ends.into_iter().flatten().map(|(x, _, _)| at(*x)).collect(),
        band: line.band.clone(),
    }
}

pub(super) fn axis_number(lang: Lang, value: f64, step: f64, is_signed: bool) -> String {
    let places = usize::from(step < 0.999) + usize::from(step < 0.0999);
    if is_signed {
        number::signed(lang, value, places)
    } else {
        number::decimal(lang, value, places)
    }
}

impl Scale {
    /// Round ends around the values, within what the scale allows.
    pub(super) fn new(
        title: String,
        values: &[f64],
        (least, most): (f64, f64),
        words: &dyn Fn(f64, f64) -> String,
    ) -> Self {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if !(low.is_finite() && high.is_finite()) {
            return Self {
                title,
                low: 0.0,
                high: 1.0,
                ticks: Vec::new(),
            };
        }
        let pad = ((high - low) * 0.06).max(0.05);
        let (low, high) = ((low - pad).max(least), (high + pad).min(most));
        let steps = even_steps(low, high, 7);
        let step = match steps.as_slice() {
            [first, second, ..] => second - first,
            [] | [_] => high - low,
        };
        let low = ((low / step).floor() * step).max(least);
        let high = ((high / step).ceil() * step).min(most);
        let first = (low / step - 1e-9).ceil();
        let at = |index: u32| (first + f64::from(index)) * step;
        let ticks = (0..MOST_TICKS)
            .map(at)
            .take_while(|at| *at <= high + step * 1e-9);
        let ticks = ticks
            .map(|at| Tick {
                at,
                text: words(at, step),
            })
            .collect();
        Self {
            title,
            low,
            high,
            ticks,
        }
    }

    pub(super) fn axis(&self) -> Axis<'_> {
        Axis {
            title: &self.title,
            low: self.low,
            high: self.high,
            ticks: &self.ticks,
        }
    }
}

/// The branches of a link as the cloud shows them, each with its words for the hover.
fn points(
    Ground { cx, findings, wave }: Ground<'_>,
    link: &Link,
    (dimension, title): (&str, &str),
) -> Vec<ScatterPoint> {
    let lang = cx.lang;
    let Some(outcome) = findings.outcomes.get(link.outcome) else {
        return Vec::new();
    };
    let is_nps = outcome.measure.is_nps();
    let places = phrases::outcome_places(outcome);
    let words = |point: &LinkPoint| {
        let value = phrases::outcome_value(lang, outcome, point.customer);
        let interval = point.interval.map_or_else(String::new, |(low, high)| {
            let range = if is_nps {
                number::signed_interval(lang, low, high, places)
            } else {
                number::interval(lang, low, high, places)
            };
            format!(" ({range})")
        });
        let staff = number::decimal(lang, point.staff, 1);
        format!("{dimension} {staff} · {title} {value}{interval}")
    };
    let is_flagged = |branch: usize| {
        wave.divergences
            .iter()
            .any(|it| it.branch == branch && it.is_certain)
    };
    link.points
        .iter()
        .map(|point| ScatterPoint {
            x: point.staff,
            y: point.customer,
            interval: point.interval,
            label: findings
                .branches
                .get(point.branch)
                .map_or_else(String::new, |it| it.name.clone()),
            is_flagged: is_flagged(point.branch),
            details: words(point),
        })
        .collect()
}
