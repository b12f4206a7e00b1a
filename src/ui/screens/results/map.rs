//! The heat map in words: which figure stands in a cell, and on which stop of the scale it lies.
//! Must not draw.

use super::super::against::Differences;
use crate::analysis::{
    Alone, AudienceFindings, Change, Compared, FigureSubject, Findings, Row, WaveFindings,
};
use crate::disclosure::{Favourable, Published, Reason, Score, ShownCount};
use crate::domain::{Lang, MinGroup};
use crate::i18n::number;
use crate::phrases;
use crate::tr;
use crate::ui::cx::Cx;
use crate::ui::theme::HeatStop;
use crate::ui::widgets::{HeatCell, HeatHead, HeatRow, Order};

/// What the cells show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Figure {
    /// The mean, 1 to 5.
    #[default]
    Mean,
    /// The share of those who agree.
    Favourable,
    /// The difference to what it is compared with.
    Change,
}

impl Figure {
    /// All of them, in the order of the switch.
    pub(super) const ALL: [Self; 3] = [Self::Mean, Self::Favourable, Self::Change];

    /// Fluent keys: name, low end and high end of the scale.
    pub(super) const fn keys(self) -> [&'static str; 3] {
        match self {
            Self::Mean => ["results-mean", "results-mean-low", "results-mean-high"],
            Self::Favourable => [
                "results-favourable",
                "results-favourable-low",
                "results-favourable-high",
            ],
            Self::Change => [
                "results-change",
                "results-change-low",
                "results-change-high",
            ],
        }
    }
}

/// Stops of the share of those who agree, per cent. Ten-point bands never straddle one.
const FAVOURABLE: [f64; 6] = [20.0, 30.0, 40.0, 60.0, 70.0, 80.0];
/// Stops of the difference.
const CHANGE: [f64; 6] = [-0.5, -0.3, -0.1, 0.1, 0.3, 0.5];
/// The middle of the scale.
const NEUTRAL: u8 = 3;

/// The order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sorting {
    /// By what.
    pub(super) head: HeatHead,
    /// Which way.
    pub(super) order: Order,
}

impl Default for Sorting {
    fn default() -> Self {
        Self {
            head: HeatHead::Name,
            order: Order::Ascending,
        }
    }
}

impl Sorting {
    /// What pressing a head means: the same head turns the order, figures begin with the lowest.
    pub(super) fn pressed(self, head: HeatHead) -> Self {
        let order = match (self.head == head, self.order) {
            (true, Order::Ascending) => Order::Descending,
            (true, Order::Descending) | (false, _) => Order::Ascending,
        };
        Self { head, order }
    }
}

/// A figure, and what its differences lead from.
pub(super) type Shown<'a> = (Figure, Differences<'a>);

/// The prepared heat map.
#[derive(Debug, Default)]
pub(super) struct Map {
    /// Titles of dimensions.
    pub(super) heads: Vec<String>,
    /// The company.
    pub(super) company: HeatRow,
    /// Branches as they stand.
    pub(super) rows: Vec<HeatRow>,
    /// For each row, the position of its branch in the findings.
    pub(super) order: Vec<usize>,
}

/// Everything that a cell's words depend on.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    /// Language.
    pub(super) lang: Lang,
    /// The findings.
    pub(super) findings: &'a Findings,
    /// The threshold of the wave.
    pub(super) min_group: MinGroup,
}

impl Map {
    /// Makes the map of an audience.
    pub(super) fn new(
        words: Words<'_>,
        found: &AudienceFindings,
        shown: Shown<'_>,
        sorting: Sorting,
    ) -> Self {
        let findings = words.findings;
        let order = order(findings, found, (shown, sorting));
        let rows = order.iter().filter_map(|branch| {
            let known = findings.branches.get(*branch)?;
            let code = known.code.as_str();
            // Where a branch has no name of its own the code stands as the name.
            let code = if known.name == code { "" } else { code };
            let row = (Some(*branch), found.branches.get(*branch)?);
            Some(words.row((code, &known.name), row, shown))
        });
        let name = crate::i18n::message(words.lang, "company");
        Self {
            heads: findings
                .dimensions
                .iter()
                .map(|dimension| dimension.title.get(words.lang).to_owned())
                .collect(),
            company: words.row(("", &name), (None, &found.company), shown),
            rows: rows.collect(),
            order,
        }
    }

    /// The row that a branch stands in.
    pub(super) fn row_of(&self, branch: usize) -> Option<usize> {
        self.order.iter().position(|known| *known == branch)
    }
}

impl Words<'_> {
    fn row(
        self,
        (code, name): (&str, &str),
        (branch, row): (Option<usize>, &Row),
        shown: Shown<'_>,
    ) -> HeatRow {
        let count = self.findings.dimensions.len();
        HeatRow {
            code: code.to_owned(),
            name: name.to_owned(),
            n: match row.sheets {
                Published::Shown { n, .. } => phrases::shown_n(self.lang, n, self.min_group),
                Published::Hidden(reason) => self.hidden(reason),
            },
            cells: (0..count)
                .map(|dimension| self.cell((branch, row), dimension, shown))
                .collect(),
        }
    }

    fn cell(
        self,
        (branch, row): (Option<usize>, &Row),
        dimension: usize,
        (figure, differences): Shown<'_>,
    ) -> HeatCell {
        let shown = match figure {
            Figure::Mean => published_score(row, dimension).map(|score| {
                (
                    number::decimal(self.lang, score.mean, 1),
                    of_mean(score.mean),
                )
            }),
            Figure::Favourable => share(row, dimension)
                .map(|share| (short_share(self.lang, &share), of_share(&share))),
            Figure::Change => difference(differences, branch, dimension).map(|it| {
                let text = phrases::difference_marked(self.lang, &it.change);
                // A cell is narrow.
                (text.replace(' ', ""), of_change(&it.change))
            }),
        };
        match shown {
            Ok((text, stop)) => HeatCell {
                text,
                stop: Some(stop),
            },
            Err(alone) => HeatCell {
                text: phrases::alone_short(self.lang, alone, self.min_group),
                stop: None,
            },
        }
    }

    fn hidden(self, reason: Reason) -> String {
        phrases::hidden_short(self.lang, reason, self.min_group)
    }

    /// What stands behind a difference; nothing for other figures.
    ///
    /// # Errors
    /// With the reason why a cell shows no figure.
    pub(super) fn reason(
        self,
        (branch, row): (Option<usize>, &Row),
        dimension: usize,
        (figure, differences): Shown<'_>,
    ) -> Result<Option<String>, String> {
        let found = match figure {
            Figure::Mean => published_score(row, dimension).map(|_| None),
            Figure::Favourable => share(row, dimension).map(|_| None),
            Figure::Change => difference(differences, branch, dimension).map(Some),
        };
        let found = found.map_err(|alone| phrases::alone(self.lang, alone, self.min_group))?;
        Ok(found.map(|it| {
            let against = phrases::against(self.lang, self.findings, &it.against);
            let how_far = phrases::compared(self.lang, &it.change);
            let word = phrases::compared_word(self.lang, &it.change);
            format!("{against}\n{how_far} · {word}")
        }))
    }
}

/// A mean lies on its stop as it is printed, so that equal figures have equal colours.
fn of_mean(mean: f64) -> HeatStop {
    HeatStop::of_mean((mean * 10.0).round() / 10.0)
}

fn of_share(share: &Favourable) -> HeatStop {
    let percent = match share {
        Favourable::Band { low, high } => f64::midpoint(f64::from(*low), f64::from(*high)),
        Favourable::Exact { favourable, .. } => (favourable * 100.0).round(),
    };
    HeatStop::of(percent, &FAVOURABLE)
}

/// A change that is not settled has no colour.
fn of_change(change: &Change) -> HeatStop {
    if change.is_settled {
        HeatStop::of(change.difference, &CHANGE)
    } else {
        HeatStop::at(NEUTRAL)
    }
}

/// A share without its unit, which stands in the legend.
fn short_share(lang: Lang, share: &Favourable) -> String {
    phrases::favourable(lang, share)
        .trim_end_matches(['%', '\u{a0}', ' '])
        .to_owned()
}

fn published_score(row: &Row, dimension: usize) -> Result<Score, Alone> {
    match row.scores.get(dimension) {
        Some(Published::Shown { value, .. }) => Ok(*value),
        Some(Published::Hidden(reason)) => Err(Alone::Hidden(*reason)),
        None => Err(Alone::Hidden(Reason::NotAsked)),
    }
}

fn share(row: &Row, dimension: usize) -> Result<Favourable, Alone> {
    published_score(row, dimension)?
        .favourable
        .ok_or(Alone::Hidden(Reason::DetailTooFine))
}

fn difference(
    differences: Differences<'_>,
    branch: Option<usize>,
    dimension: usize,
) -> Result<Compared, Alone> {
    differences.of(branch, FigureSubject::Dimension(dimension))
}

fn order(
    findings: &Findings,
    found: &AudienceFindings,
    (shown, sorting): (Shown<'_>, Sorting),
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..findings.branches.len().min(found.branches.len())).collect();
    let is_down = sorting.order == Order::Descending;
    let row = |branch: usize| Some((branch, found.branches.get(branch)?));
    let key = |branch: usize| sort_key(row(branch), sorting.head, shown);
    match sorting.head {
        // Branches come in order of code.
        HeatHead::Name if is_down => order.reverse(),
        HeatHead::Name => {}
        HeatHead::Count | HeatHead::Dimension(_) => {
            order.sort_by(|a, b| match (key(*a), key(*b)) {
                // What is hidden stands last, whichever way the rest goes.
                (Some(a), Some(b)) if is_down => b.total_cmp(&a),
                (Some(a), Some(b)) => a.total_cmp(&b),
                (a, b) => b.is_some().cmp(&a.is_some()),
            });
        }
    }
    order
}

/// Only what is shown may sort: an order by hidden figures would give them away.
fn sort_key(
    row: Option<(usize, &Row)>,
    head: HeatHead,
    (figure, differences): Shown<'_>,
) -> Option<f64> {
    let (branch, row) = row?;
    match (head, figure) {
        (HeatHead::Name, _) => None,
        (HeatHead::Count, _) => row.sheets.n().map(|n| n.exact().map_or(5.0, f64::from)),
        (HeatHead::Dimension(at), Figure::Mean) => published_score(row, at)
            .ok()
            .map(|score| (score.mean * 10.0).round()),
        (HeatHead::Dimension(at), Figure::Favourable) => {
            share(row, at).ok().map(|share| match share {
                Favourable::Band { low, high } => f64::midpoint(f64::from(low), f64::from(high)),
                Favourable::Exact { favourable, .. } => favourable * 100.0,
            })
        }
        (HeatHead::Dimension(at), Figure::Change) => {
            let found = difference(differences, Some(branch), at);
            found.ok().map(|it| it.change.difference)
        }
    }
}

/// The cell to begin with: the weakest dimension, in the branch with 10 answers that is lowest there.
pub(super) fn first_look(found: &AudienceFindings) -> (Option<usize>, usize) {
    let dimension = found.weakest.first().copied().unwrap_or(0);
    let has_detail = |row: &Row| row.sheets.n().and_then(ShownCount::exact).is_some();
    let means = found
        .branches
        .iter()
        .enumerate()
        .filter(|(_, row)| has_detail(row));
    let lowest = means
        .filter_map(|(branch, row)| Some((branch, published_score(row, dimension).ok()?.mean)))
        .min_by(|a, b| a.1.total_cmp(&b.1));
    (lowest.map(|(branch, _)| branch), dimension)
}

/// “closed 29 May 2026 · 21 branches, 1 hidden”.
pub(super) fn subtitle(cx: &Cx<'_>, wave: &WaveFindings, found: &AudienceFindings) -> String {
    let hidden = found
        .branches
        .iter()
        .filter(|row| row.sheets.reason().is_some())
        .count();
    let shown = found.branches.len() - hidden;
    let rows = tr!(cx.lang, "results-rows", shown = shown, hidden = hidden);
    match wave.wave.closes {
        None => rows,
        Some(day) => {
            let closed = tr!(cx.lang, "results-closed", day = number::day(cx.lang, day));
            format!("{closed} · {rows}")
        }
    }
}
