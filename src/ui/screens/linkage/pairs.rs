//! All pairs of an audience: every link that was computed, with its interval and its corrected p.

use egui::Ui;

use super::Ground;
use crate::analysis::{Link, Verdict, WaveFindings};
use crate::domain::{Audience, Lang};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::cx::Cx;
use crate::ui::theme::Tone;
use crate::ui::widgets::chart::IntervalMark;
use crate::ui::widgets::{Card, Cell, Chip, Column, Density, Order, Table};

#[derive(Debug)]
struct Pair {
    /// Position in the links of the wave.
    link: usize,
    dimension: usize,
    outcome: usize,
    names: [String; 2],
    rho: String,
    interval: String,
    mark: Option<IntervalMark>,
    reason: String,
    n: String,
    p: String,
    verdict: String,
    tone: Tone,
    /// ρ, n, p: what sorts.
    keys: [Option<f64>; 3],
}

/// The table of pairs.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    rows: Vec<Pair>,
    heads: Vec<String>,
    name: String,
    sort: Option<(usize, Order)>,
    selected: Option<usize>,
    of: Option<(Lang, String, usize)>,
}

/// Columns that sort by a figure, and the position of its key.
const FIGURES: [(usize, usize); 3] = [(2, 0), (5, 1), (6, 2)];

impl Pairs {
    /// Prepares the rows of an audience.
    pub(super) fn prepare(&mut self, ground: Ground<'_>, audience: Audience) {
        let Ground { cx, wave, .. } = ground;
        let lang = cx.lang;
        self.of = Some(Self::mark(cx, wave));
        self.name = message(lang, "linkage-pairs");
        let keys = [
            "linkage-staff",
            "linkage-customers",
            "linkage-rho",
            "results-interval",
        ];
        self.heads = keys.iter().map(|key| message(lang, key)).collect();
        self.heads.push("−1 · 0 · +1".to_owned());
        self.heads.push(message(lang, "results-n"));
        self.heads.push(tr!(lang, "linkage-holm", m = wave.pairs));
        self.heads.push(message(lang, "linkage-verdict"));
        let links = wave
            .links
            .iter()
            .enumerate()
            .filter(|(_, link)| link.audience == audience);
        self.rows = links.map(|(at, link)| pair(ground, at, link)).collect();
        self.sort_rows();
    }

    fn mark(cx: &Cx<'_>, wave: &WaveFindings) -> (Lang, String, usize) {
        (
            cx.lang,
            wave.wave.code.as_str().to_owned(),
            wave.links.len(),
        )
    }

    /// Are the rows those of this wave in this language?
    pub(super) fn is_of(&self, cx: &Cx<'_>, wave: &WaveFindings) -> bool {
        self.of.as_ref() == Some(&Self::mark(cx, wave))
    }

    /// Marks the row of a link.
    pub(super) fn select(&mut self, wave: &WaveFindings, link: &Link) {
        let is_it = |row: &Pair| {
            wave.links
                .get(row.link)
                .is_some_and(|it| std::ptr::eq(it, link))
        };
        self.selected = self.rows.iter().position(is_it);
    }

    fn sort_rows(&mut self) {
        let (column, order) = self.sort.unwrap_or((6, Order::Ascending));
        let is_down = order == Order::Descending;
        let figure = FIGURES
            .iter()
            .find(|(at, _)| *at == column)
            .map(|(_, key)| *key);
        self.rows.sort_by(|a, b| {
            let by = match figure {
                None if column == 1 => (a.outcome, a.dimension).cmp(&(b.outcome, b.dimension)),
                None => (a.dimension, a.outcome).cmp(&(b.dimension, b.outcome)),
                Some(key) => match (a.keys[key], b.keys[key]) {
                    (Some(a), Some(b)) => a.total_cmp(&b),
                    // What is undefined stands last, whichever way the rest goes.
                    (a, b) => return b.is_some().cmp(&a.is_some()),
                },
            };
            let by = if is_down { by.reverse() } else { by };
            // Equal p values are common after correction: the stronger link first.
            by.then_with(|| strength(b).total_cmp(&strength(a)))
        });
    }

    /// Draws the table; `Some` is the position of a link just chosen.
    pub(super) fn show(&mut self, ui: &mut Ui) -> Option<usize> {
        let columns: Vec<Column<'_>> = self
            .heads
            .iter()
            .enumerate()
            .map(|(at, head)| match at {
                0 | 1 => Column::text(head).sortable(),
                2 | 5 | 6 => Column::number(head).sortable(),
                3 => Column::number(head),
                4 => Column::text(head).width(150.0),
                _ => Column::text(head),
            })
            .collect();
        let cell = |row: usize, column: usize| self.cell(row, column);
        let (sorted, order) = self.sort.unwrap_or((6, Order::Ascending));
        let card = Card::flush().show(ui, |ui| {
            Table::new("pairs", &self.name, &columns)
                .density(Density::Roomy)
                .selected(self.selected)
                .sorted_by(sorted, order)
                .rounded()
                .show(ui, self.rows.len(), &cell)
        });
        if let Some(column) = card.inner.sort {
            let order = match (column == sorted, order) {
                (true, Order::Ascending) => Order::Descending,
                (true, Order::Descending) | (false, _) => Order::Ascending,
            };
            let kept = self
                .selected
                .and_then(|row| self.rows.get(row))
                .map(|row| row.link);
            self.sort = Some((column, order));
            self.sort_rows();
            self.selected = self.rows.iter().position(|row| Some(row.link) == kept);
            return None;
        }
        card.inner
            .selected
            .and_then(|row| self.rows.get(row))
            .map(|row| row.link)
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let Some(pair) = self.rows.get(row) else {
            return Cell::Empty;
        };
        match (column, pair.mark) {
            (0, _) => Cell::Text(&pair.names[0]),
            (1, _) => Cell::Text(&pair.names[1]),
            (2, None) => Cell::Hidden {
                text: &pair.rho,
                reason: &pair.reason,
            },
            (2, Some(_)) => Cell::Strong(&pair.rho),
            (3, _) => Cell::Weak(&pair.interval),
            (4, Some(mark)) => Cell::Interval(mark, &pair.interval),
            (4, None) => Cell::Empty,
            (5, _) => Cell::Text(&pair.n),
            (6, _) => Cell::Text(&pair.p),
            _ => Cell::Chip(Chip::new(&pair.verdict).tone(pair.tone)),
        }
    }
}

fn strength(pair: &Pair) -> f64 {
    pair.keys[0].map_or(0.0, f64::abs)
}

fn pair(ground: Ground<'_>, at: usize, link: &Link) -> Pair {
    let Ground { cx, findings, .. } = ground;
    let lang = cx.lang;
    let dimension = findings.dimensions.get(link.dimension);
    let outcome = findings.outcomes.get(link.outcome);
    let rho = link.spearman.as_ref();
    let is_claim = matches!(link.verdict, Verdict::Positive | Verdict::Negative);
    let tone = if is_claim && phrases::is_corrected(link) {
        Tone::Accent
    } else {
        Tone::Neutral
    };
    Pair {
        link: at,
        dimension: link.dimension,
        outcome: link.outcome,
        names: [
            dimension.map_or_else(String::new, |it| it.title.get(lang).to_owned()),
            outcome.map_or_else(String::new, |it| phrases::outcome_title(lang, it)),
        ],
        rho: rho.map_or_else(
            |_| message(lang, "short-hidden-undefined"),
            |rho| number::decimal(lang, rho.value, 2),
        ),
        interval: rho.map_or_else(
            |_| String::new(),
            |rho| number::interval(lang, rho.low, rho.high, 2),
        ),
        mark: rho.ok().map(|rho| IntervalMark {
            low: rho.low,
            estimate: rho.value,
            high: rho.high,
            scale: (-1.0, 1.0),
        }),
        reason: rho
            .err()
            .map_or_else(String::new, |reason| phrases::undefined(lang, *reason)),
        n: number::count(lang, link.points.len() as u64),
        p: link
            .holm_p
            .map_or_else(String::new, |p| number::p_value(lang, p)),
        verdict: phrases::verdict_word(lang, link),
        tone,
        #[expect(clippy::cast_precision_loss, reason = "a number of branches")]
        keys: [
            rho.ok().map(|rho| rho.value),
            Some(link.points.len() as f64),
            link.holm_p,
        ],
    }
}
