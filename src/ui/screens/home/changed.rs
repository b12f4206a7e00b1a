//! What changed from the closed wave before to this one, over the whole company.

use egui::{Frame, Margin, Ui};

use crate::analysis::{AudienceFindings, Change, Findings, WaveFindings, enps_change};
use crate::app::WaveInfo;
use crate::domain::{Audience, Lang, WaveState};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Card, Cell, Column, Density, Kit as _, Table};

/// Dimensions beside the outcome dimension.
const DIMENSIONS: usize = 2;

/// The card, formatted.
pub(super) struct Changed {
    title: String,
    caption: String,
    heads: [String; 5],
    rows: Vec<Line>,
    none: String,
    locked: Option<String>,
}

struct Line {
    name: String,
    before: String,
    after: String,
    difference: String,
    tone: Option<Tone>,
    interval: String,
}

impl Changed {
    pub(super) fn new(cx: &Cx<'_>, wave: Option<&WaveInfo>) -> Self {
        let lang = cx.lang;
        let pair = cx.ready().and_then(|findings| {
            let chosen = wave.and_then(|info| {
                findings
                    .waves
                    .iter()
                    .position(|found| found.wave.code == info.wave.code)
            });
            let now = chosen.unwrap_or(findings.waves.len().checked_sub(1)?);
            let before = findings.waves.get(now.checked_sub(1)?)?;
            Some((findings, before, findings.waves.get(now)?))
        });
        let head = |key| message(lang, key);
        Self {
            title: head("changed-title"),
            caption: pair.map_or_else(String::new, |(_, before, now)| {
                let (before, now) = (before.wave.name.as_str(), now.wave.name.as_str());
                tr!(lang, "changed-waves", before = before, now = now)
            }),
            heads: [
                head("changed-figure"),
                head("changed-before"),
                head("changed-after"),
                head("changed-difference"),
                head("changed-interval"),
            ],
            rows: pair
                .map(|(findings, before, now)| rows(lang, findings, before, now))
                .unwrap_or_default(),
            none: head(if wave.is_some() {
                "changed-none"
            } else {
                "changed-none-yet"
            }),
            locked: wave
                .filter(|info| info.wave.state != WaveState::Closed)
                .map(|info| tr!(lang, "changed-locked", name = info.wave.name.as_str())),
        }
    }

    /// Draws the card, at least `least` points high.
    pub(super) fn show(&self, ui: &mut Ui, least: f32) {
        Card::flush().min_height(least).show(ui, |ui| {
            let margin = Margin {
                left: 16,
                right: 16,
                top: 14,
                bottom: 8,
            };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.text(Type::Heading, &self.title);
                let caption = if self.rows.is_empty() {
                    &self.none
                } else {
                    &self.caption
                };
                ui.text_weak(Type::Small, caption);
            });
            if !self.rows.is_empty() {
                let columns = [
                    Column::text(&self.heads[0]).share(1.0, 84.0),
                    Column::number(&self.heads[1]),
                    Column::number(&self.heads[2]),
                    Column::number(&self.heads[3]),
                    Column::number(&self.heads[4]),
                ];
                let table = Table::new("changed", &self.title, &columns).density(Density::Tall);
                let _ = table.show(ui, self.rows.len(), &|row, column| self.cell(row, column));
            }
            if let Some(locked) = &self.locked {
                Frame::new()
                    .inner_margin(Margin::symmetric(16, 10))
                    .show(ui, |ui| {
                        ui.horizontal_top(|ui| {
                            let weak = ui.palette().weak;
                            ui.icon(Icon::Lock, measures::ICON_SMALL, weak);
                            ui.vertical(|ui| ui.text_weak(Type::Small, locked));
                        });
                    });
            }
        });
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let Some(line) = self.rows.get(row) else {
            return Cell::Empty;
        };
        match column {
            0 => Cell::Wrapped(&line.name),
            1 => Cell::Weak(&line.before),
            2 => Cell::Strong(&line.after),
            3 => match line.tone {
                Some(tone) => Cell::Toned(tone, &line.difference),
                None => Cell::Text(&line.difference),
            },
            _ => Cell::Weak(&line.interval),
        }
    }
}

fn rows(lang: Lang, findings: &Findings, before: &WaveFindings, now: &WaveFindings) -> Vec<Line> {
    let mut rows = Vec::new();
    if let Some(all) = now.audience(Audience::All) {
        rows.extend(dimensions(lang, findings, all));
        rows.extend(enps(lang, before.audience(Audience::All), all));
    }
    let outcomes = findings.outcomes.iter().zip(&now.customers);
    let changes = outcomes.filter(|(outcome, _)| outcome.channel.is_none());
    rows.extend(changes.filter_map(|(outcome, customers)| {
        let change = customers.change?;
        let is_nps = outcome.measure.is_nps();
        let places = usize::from(!is_nps);
        let name = phrases::outcome_title(lang, outcome);
        // Of any other measure nobody here knows which direction is good.
        Some(line(lang, name, &change, (places, is_nps, is_nps)))
    }));
    rows
}

/// The outcome dimension, then those that changed most among the settled ones, else most of all.
fn dimensions(lang: Lang, findings: &Findings, all: &AudienceFindings) -> Vec<Line> {
    let known = findings.dimensions.iter().zip(&all.company.changes);
    let known = known.filter_map(|(dimension, change)| Some((dimension, *change.value()?)));
    let (mut first, mut rest): (Vec<_>, Vec<_>) =
        known.partition(|(dimension, _)| dimension.is_outcome);
    rest.sort_by(|(_, a), (_, b)| {
        let size = |change: &Change| change.difference.abs();
        b.is_settled
            .cmp(&a.is_settled)
            .then(size(b).total_cmp(&size(a)))
    });
    first.truncate(1);
    first.extend(rest.into_iter().take(DIMENSIONS));
    let lines = first.into_iter().map(|(dimension, change)| {
        let name = tr!(lang, "changed-mean", dimension = dimension.title.get(lang));
        line(lang, name, &change, (1, true, false))
    });
    lines.collect()
}

/// eNPS before and after.
fn enps(lang: Lang, before: Option<&AudienceFindings>, now: &AudienceFindings) -> Option<Line> {
    let change = enps_change(&before?.company.enps, &now.company.enps);
    let name = message(lang, "changed-enps");
    Some(line(lang, name, change.value()?, (0, true, true)))
}

/// `(places, is_good_up, is_signed)`: decimals, whether more is better, whether values carry a sign.
fn line(
    lang: Lang,
    name: String,
    change: &Change,
    (places, is_good_up, is_signed): (usize, bool, bool),
) -> Line {
    let value = |value| {
        if is_signed {
            number::signed(lang, value, places)
        } else {
            number::decimal(lang, value, places)
        }
    };
    let tone = (change.is_settled && is_good_up).then_some(if change.difference > 0.0 {
        Tone::Ok
    } else {
        Tone::Bad
    });
    Line {
        name,
        before: value(change.before),
        after: value(change.after),
        difference: number::signed(lang, change.difference, places),
        tone,
        interval: change.interval.map_or_else(
            || "—".to_owned(),
            |(low, high)| number::interval(lang, low, high, places),
        ),
    }
}
