//! Tidy aggregates: one row per figure, the same rows in the workbook's table and in CSV.
//!
//! Only published values; where one is hidden, the words for it stand in its place.

use crate::analysis::{AudienceFindings, Change, CustomerFigure, Findings, Row, WaveFindings};
use crate::disclosure::{NpsFigure, Published, Reason, Score, ShownCount};
use crate::domain::{Lang, Lever, Motive};
use crate::i18n::message;
use crate::phrases;

/// A value of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// A real number.
    Number(f64),
    /// Words: a title, or why there is no number.
    Text(String),
}

/// Fluent keys of the columns, in order.
pub(super) const COLUMNS: [&str; 13] = [
    "book-column-wave",
    "book-column-group",
    "branch-code",
    "branch",
    "book-column-kind",
    "book-column-id",
    "book-column-title",
    "book-column-n",
    "book-column-value",
    "book-column-low",
    "book-column-high",
    "book-column-favourable",
    "book-column-change",
];

/// How many columns at the left are words that say what the row is.
pub(super) const LABELS: usize = 7;

/// A row, parallel to [`COLUMNS`].
pub(super) type TidyRow = [Value; COLUMNS.len()];

/// What the rows are made from.
pub(super) struct Tidy<'a> {
    pub(super) findings: &'a Findings,
    pub(super) lang: Lang,
    /// Only this branch beside the company.
    pub(super) own: Option<usize>,
    /// The last wave that is told.
    pub(super) last_wave: usize,
    /// Also every question of every branch: most of the rows of a large company.
    pub(super) has_branch_items: bool,
    /// The first wave whose branches are told; of those before only the company.
    pub(super) first_of_branches: usize,
}

/// Which wave, group and branch a row speaks of.
#[derive(Clone, Copy)]
struct Place<'a> {
    wave: &'a WaveFindings,
    group: &'a str,
    branch: Option<usize>,
}

/// What is measured, and the figures in the order of the columns.
struct Line<'a> {
    kind: &'a str,
    id: &'a str,
    title: &'a str,
    figures: [Value; 6],
}

impl Tidy<'_> {
    /// All rows, in order of wave, group, branch, subject.
    pub(super) fn rows(&self) -> Vec<TidyRow> {
        let mut rows = Vec::new();
        let waves = self.findings.waves.iter().enumerate();
        for (position, wave) in waves.take(self.last_wave + 1) {
            let branches = if position < self.first_of_branches {
                Vec::new()
            } else {
                self.branches()
            };
            for found in &wave.audiences {
                self.staff((wave, found), &branches, &mut rows);
            }
            self.customers(wave, &branches, &mut rows);
        }
        rows
    }

    fn branches(&self) -> Vec<usize> {
        let all = 0..self.findings.branches.len();
        all.filter(|at| self.own.is_none_or(|own| own == *at))
            .collect()
    }

    fn staff(
        &self,
        (wave, found): (&WaveFindings, &AudienceFindings),
        branches: &[usize],
        rows: &mut Vec<TidyRow>,
    ) {
        let group = phrases::audience(self.lang, found.audience);
        let company = Place {
            wave,
            group: &group,
            branch: None,
        };
        self.row(company, &found.company, rows);
        for branch in branches {
            if let Some(row) = found.branches.get(*branch) {
                self.row(
                    Place {
                        branch: Some(*branch),
                        ..company
                    },
                    row,
                    rows,
                );
            }
        }
    }

    fn row(&self, place: Place<'_>, row: &Row, rows: &mut Vec<TidyRow>) {
        for (position, (about, score)) in
            self.findings.dimensions.iter().zip(&row.scores).enumerate()
        {
            let title = about.title.get(self.lang);
            let figures = self.score(score, row.changes.get(position));
            rows.push(self.line(
                place,
                Line {
                    kind: "kind-dimension",
                    id: &about.id,
                    title,
                    figures,
                },
            ));
        }
        let is_told = place.branch.is_none() || self.has_branch_items;
        let items = self.findings.items.iter().zip(&row.items);
        for (about, score) in items.filter(|_| is_told) {
            let title = about.text.get(self.lang);
            let figures = self.score(score, None);
            rows.push(self.line(
                place,
                Line {
                    kind: "kind-item",
                    id: &about.id,
                    title,
                    figures,
                },
            ));
        }
        // What nobody was asked would fill half the rows of a large company with words.
        let is_asked = |score: &Published<Score>| score.reason() != Some(Reason::NotAsked);
        let motives = Motive::ALL.into_iter().zip(&row.motives);
        for (motive, score) in motives.filter(|(_, score)| is_asked(score)) {
            let title = phrases::motive(self.lang, motive);
            let figures = self.score(score, None);
            rows.push(self.line(
                place,
                Line {
                    kind: "kind-motive",
                    id: "",
                    title: &title,
                    figures,
                },
            ));
        }
        let levers = Lever::ALL.into_iter().zip(&row.levers);
        for (lever, score) in levers.filter(|(_, score)| is_asked(score)) {
            let title = phrases::lever(self.lang, lever);
            let figures = self.score(score, None);
            rows.push(self.line(
                place,
                Line {
                    kind: "kind-lever",
                    id: "",
                    title: &title,
                    figures,
                },
            ));
        }
        let title = message(self.lang, "book-column-enps");
        let figures = self.enps(&row.enps);
        rows.push(self.line(
            place,
            Line {
                kind: "kind-enps",
                id: "enps",
                title: &title,
                figures,
            },
        ));
    }

    fn customers(&self, wave: &WaveFindings, branches: &[usize], rows: &mut Vec<TidyRow>) {
        let group = message(self.lang, "group-customers");
        let company = Place {
            wave,
            group: &group,
            branch: None,
        };
        for (outcome, found) in self.findings.outcomes.iter().zip(&wave.customers) {
            let title = phrases::outcome_title(self.lang, outcome);
            let id = outcome.measure.as_str();
            let line = |figures| Line {
                kind: "kind-customers",
                id,
                title: &title,
                figures,
            };
            let figures = self.customer(found.company.as_ref(), found.change.as_ref());
            rows.push(self.line(company, line(figures)));
            for branch in branches {
                let figure = found.branches.get(*branch).and_then(Option::as_ref);
                let change = found.branch_changes.get(*branch).and_then(Option::as_ref);
                let place = Place {
                    branch: Some(*branch),
                    ..company
                };
                rows.push(self.line(place, line(self.customer(figure, change))));
            }
        }
    }

    fn line(&self, place: Place<'_>, line: Line<'_>) -> TidyRow {
        let about = place
            .branch
            .and_then(|branch| self.findings.branches.get(branch));
        let company = message(self.lang, "company");
        let text = |text: &str| Value::Text(text.to_owned());
        let [n, value, low, high, favourable, change] = line.figures;
        [
            text(&place.wave.wave.name),
            text(place.group),
            text(about.map_or("", |about| about.code.as_str())),
            text(about.map_or(&company, |about| &about.name)),
            Value::Text(message(self.lang, line.kind)),
            text(line.id),
            text(line.title),
            n,
            value,
            low,
            high,
            favourable,
            change,
        ]
    }

    fn score(&self, score: &Published<Score>, change: Option<&Published<Change>>) -> [Value; 6] {
        let (value, n) = match score {
            Published::Hidden(reason) => return self.all_hidden(*reason),
            Published::Shown { value, n } => (value, *n),
        };
        let too_fine = || self.hidden(Reason::DetailTooFine);
        let (low, high) = value.interval.map_or_else(
            || (too_fine(), too_fine()),
            |(low, high)| (Value::Number(low), Value::Number(high)),
        );
        let favourable = match &value.favourable {
            None => too_fine(),
            Some(crate::disclosure::Favourable::Exact { favourable, .. }) => {
                Value::Number(*favourable)
            }
            Some(band @ crate::disclosure::Favourable::Band { .. }) => {
                Value::Text(phrases::favourable(self.lang, band))
            }
        };
        let change = match change {
            None => self.none(),
            Some(Published::Hidden(reason)) => self.hidden(*reason),
            Some(Published::Shown { value, .. }) => Value::Number(value.difference),
        };
        [
            self.n(n),
            Value::Number(value.mean),
            low,
            high,
            favourable,
            change,
        ]
    }

    fn enps(&self, enps: &Published<NpsFigure>) -> [Value; 6] {
        match enps {
            Published::Hidden(reason) => self.all_hidden(*reason),
            Published::Shown { value, n } => [
                self.n(*n),
                Value::Number(value.value),
                Value::Number(value.low),
                Value::Number(value.high),
                self.none(),
                self.none(),
            ],
        }
    }

    fn customer(&self, figure: Option<&CustomerFigure>, change: Option<&Change>) -> [Value; 6] {
        let Some(figure) = figure else {
            return self.all_hidden(Reason::NoAnswers);
        };
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
        let n = figure.n.map_or_else(
            || Value::Text(message(self.lang, "n-not-delivered")),
            |n| Value::Number(n as f64),
        );
        let (low, high) = figure.interval.map_or_else(
            || (self.none(), self.none()),
            |(low, high)| (Value::Number(low), Value::Number(high)),
        );
        let change = change.map_or_else(|| self.none(), |change| Value::Number(change.difference));
        [
            n,
            Value::Number(figure.value),
            low,
            high,
            self.none(),
            change,
        ]
    }

    fn n(&self, n: ShownCount) -> Value {
        n.exact().map_or_else(
            || Value::Text(phrases::shown_n(self.lang, n, self.findings.min_group)),
            |n| Value::Number(f64::from(n)),
        )
    }

    /// A column that does not apply to this kind of row.
    fn none(&self) -> Value {
        Value::Text(message(self.lang, "not-applicable"))
    }

    fn hidden(&self, reason: Reason) -> Value {
        Value::Text(phrases::hidden_short(
            self.lang,
            reason,
            self.findings.min_group,
        ))
    }

    fn all_hidden(&self, reason: Reason) -> [Value; 6] {
        std::array::from_fn(|_| self.hidden(reason))
    }
}
