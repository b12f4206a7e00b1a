//! The table of a customer measure: the company first, then the branches.

use egui::Ui;

use crate::analysis::{Change, CustomerFigure, CustomerFindings, Findings, OutcomeInfo};
use crate::domain::{Lang, NpsCounts};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::widgets::chart::{IntervalMark, StackedBar, StackedPart};
use crate::ui::widgets::{Card, Cell, Column, Density, Order, Table};

/// NPS above this reads as high, below the other as low.
const HIGH: f64 = 50.0;
const LOW: f64 = 10.0;

#[derive(Debug, Default)]
struct Line {
    name: String,
    value: String,
    interval: String,
    shrunken: String,
    mark: Option<IntervalMark>,
    n: String,
    parts: Vec<StackedPart>,
    parts_name: String,
    band: String,
    change: String,
    is_settled: bool,
    /// Position of the branch in the findings; none for the company.
    branch: Option<usize>,
    /// Value, n, change: what sorts.
    keys: [Option<f64>; 3],
}

/// The prepared table.
#[derive(Debug, Default)]
pub(super) struct Rows {
    lang: Lang,
    name: String,
    company: Option<Line>,
    lines: Vec<Line>,
    heads: Vec<(Field, String)>,
    /// What shrunken figures mean.
    note: String,
    sort: Option<(Field, Order)>,
    act: String,
    /// The row that an action is to be made of: a branch, or the company.
    pressed: Option<Option<usize>>,
}

/// Columns; measures without counts have fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Branch,
    Value,
    Band,
    Mark,
    Interval,
    Shrunken,
    Count,
    Parts,
    Change,
    Act,
}

impl Rows {
    /// The language of the rows.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// What shrunken figures mean; empty where there are none.
    pub(super) fn note(&self) -> &str {
        &self.note
    }

    /// Prepares the rows of a measure.
    pub(super) fn prepare(
        &mut self,
        lang: Lang,
        findings: &Findings,
        outcome: &OutcomeInfo,
        found: &CustomerFindings,
    ) {
        self.lang = lang;
        self.name = phrases::outcome_title(lang, outcome);
        let words = LineWords { lang, outcome };
        self.note = match (&found.shrunken, outcome.measure.is_nps()) {
            (found @ Ok(_), true) => phrases::shrunken_note(lang, found),
            (_, _) => String::new(),
        };
        let company = message(lang, "company");
        self.company = found
            .company
            .as_ref()
            .map(|figure| words.line(("", &company), Some(figure), found.change.as_ref()));
        let branches = findings.branches.iter().enumerate().map(|(at, branch)| {
            let code = branch.code.as_str();
            let code = if branch.name == code { "" } else { code };
            let figure = found.branches.get(at).and_then(Option::as_ref);
            let change = found.branch_changes.get(at).and_then(Option::as_ref);
            let shrunken = found.shrunken.as_ref().ok();
            let shrunken = shrunken.and_then(|it| *it.values.get(at)?);
            Line {
                branch: Some(at),
                shrunken: shrunken.map_or_else(String::new, |value| {
                    phrases::outcome_value(lang, outcome, value)
                }),
                ..words.line((code, &branch.name), figure, change)
            }
        });
        self.lines = branches.collect();
        let is_nps = outcome.measure.is_nps();
        let all = self.lines.iter().chain(self.company.iter());
        let has_parts = all.clone().any(|line| !line.parts.is_empty());
        let has_marks = all.clone().any(|line| line.mark.is_some());
        let has_changes = all.clone().any(|line| !line.change.is_empty());
        let mut heads = vec![
            (Field::Branch, message(lang, "branch")),
            (
                Field::Value,
                if is_nps {
                    "NPS".to_owned()
                } else {
                    self.name.clone()
                },
            ),
        ];
        if is_nps {
            heads.push((Field::Band, message(lang, "customers-band")));
        }
        if has_marks {
            if is_nps {
                heads.push((Field::Mark, "−100 · 0 · +100".to_owned()));
            }
            heads.push((Field::Interval, message(lang, "results-interval")));
        }
        if !self.note.is_empty() {
            heads.push((Field::Shrunken, message(lang, "customers-shrunken")));
        }
        heads.push((Field::Count, message(lang, "results-n")));
        if has_parts {
            heads.push((Field::Parts, message(lang, "customers-parts")));
        }
        if has_changes {
            heads.push((Field::Change, message(lang, "customers-change")));
        }
        heads.push((Field::Act, message(lang, "action-make-column")));
        self.act = message(lang, "action-make-short");
        self.heads = heads;
        self.sort_lines();
    }

    fn sort_lines(&mut self) {
        let Some((field, order)) = self.sort else {
            return;
        };
        let key = match field {
            Field::Value => 0,
            Field::Count => 1,
            Field::Change => 2,
            Field::Branch
            | Field::Band
            | Field::Mark
            | Field::Interval
            | Field::Shrunken
            | Field::Parts
            | Field::Act => {
                // Branches come in order of code.
                if order == Order::Descending {
                    self.lines.reverse();
                }
                return;
            }
        };
        let is_down = order == Order::Descending;
        self.lines.sort_by(|a, b| match (a.keys[key], b.keys[key]) {
            (Some(a), Some(b)) if is_down => b.total_cmp(&a),
            (Some(a), Some(b)) => a.total_cmp(&b),
            // A branch without a figure stands last, whichever way the rest goes.
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
    }

    /// Draws the table; true when another order was asked for and the rows must be made anew.
    pub(super) fn show(&mut self, ui: &mut Ui) -> bool {
        let columns: Vec<Column<'_>> = self
            .heads
            .iter()
            .map(|(field, head)| match field {
                Field::Branch => Column::text(head).sortable().share(1.0, 150.0),
                Field::Value | Field::Count => Column::number(head).sortable(),
                Field::Interval | Field::Shrunken => Column::number(head),
                Field::Mark => Column::text(head).width(112.0),
                Field::Parts => Column::text(head).width(104.0),
                Field::Change => Column::text(head).sortable(),
                Field::Band | Field::Act => Column::text(head),
            })
            .collect();
        let cell = |row: usize, column: usize| self.cell(row, column);
        let (field, order) = self.sort.unwrap_or((Field::Branch, Order::Ascending));
        let sorted = self
            .heads
            .iter()
            .position(|(known, _)| *known == field)
            .unwrap_or(0);
        let count = self.lines.len() + usize::from(self.company.is_some());
        let card = Card::flush().show(ui, |ui| {
            Table::new("customers", &self.name, &columns)
                .density(Density::Roomy)
                .sorted_by(sorted, order)
                .rounded()
                .show(ui, count, &cell)
        });
        let row = card.inner.link.map(|(row, _)| row);
        self.pressed = row.and_then(|row| self.line(row)).map(|line| line.branch);
        let Some((pressed, _)) = card.inner.sort.and_then(|at| self.heads.get(at)) else {
            return false;
        };
        let order = match (*pressed == field, order) {
            (true, Order::Ascending) => Order::Descending,
            (true, Order::Descending) | (false, _) => Order::Ascending,
        };
        self.sort = Some((*pressed, order));
        true
    }

    fn line(&self, row: usize) -> Option<&Line> {
        match &self.company {
            Some(company) if row == 0 => Some(company),
            Some(_) => self.lines.get(row - 1),
            None => self.lines.get(row),
        }
    }

    /// The row that an action is to be made of.
    pub(super) fn pressed(&self) -> Option<Option<usize>> {
        self.pressed
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let is_company = row == 0 && self.company.is_some();
        let (Some(line), Some((field, _))) = (self.line(row), self.heads.get(column)) else {
            return Cell::Empty;
        };
        match (field, line.mark) {
            (Field::Branch, _) if is_company => Cell::Strong(&line.name),
            (Field::Branch, _) => Cell::Text(&line.name),
            (Field::Value, _) => Cell::Strong(&line.value),
            (Field::Band, _) => Cell::Text(&line.band),
            (Field::Mark, Some(mark)) => Cell::Interval(mark, &line.interval),
            (Field::Mark, None) => Cell::Empty,
            (Field::Interval, _) => Cell::Weak(&line.interval),
            (Field::Shrunken, _) => Cell::Text(&line.shrunken),
            (Field::Count, _) => Cell::Text(&line.n),
            (Field::Parts, _) if line.parts.is_empty() => Cell::Empty,
            (Field::Parts, _) => Cell::Stacked(StackedBar { parts: &line.parts }, &line.parts_name),
            (Field::Change, _) if line.is_settled => Cell::Strong(&line.change),
            (Field::Change, _) => Cell::Weak(&line.change),
            (Field::Act, _) if line.keys[0].is_none() => Cell::Empty,
            (Field::Act, _) => Cell::Link(&self.act),
        }
    }
}

struct LineWords<'a> {
    lang: Lang,
    outcome: &'a OutcomeInfo,
}

impl LineWords<'_> {
    fn line(
        &self,
        (code, name): (&str, &str),
        figure: Option<&CustomerFigure>,
        change: Option<&Change>,
    ) -> Line {
        let name = if code.is_empty() {
            name.to_owned()
        } else {
            format!("{code} {name}")
        };
        let Some(figure) = figure else {
            let value = message(self.lang, "short-hidden-no-answers");
            return Line {
                name,
                value,
                ..Line::default()
            };
        };
        let lang = self.lang;
        let is_nps = self.outcome.measure.is_nps();
        let places = phrases::outcome_places(self.outcome);
        let interval = figure.interval.map_or_else(String::new, |(low, high)| {
            if is_nps {
                number::signed_interval(lang, low, high, places)
            } else {
                number::interval(lang, low, high, places)
            }
        });
        let parts = figure
            .counts
            .map(|counts| self.parts(counts))
            .unwrap_or_default();
        let said: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        #[expect(
            clippy::cast_precision_loss,
            reason = "customers counted, far below 2^53"
        )]
        let n = figure.n.map(|n| n as f64);
        Line {
            parts_name: said.join(" · "),
            branch: None,
            shrunken: String::new(),
            value: phrases::outcome_value(lang, self.outcome, figure.value),
            interval,
            mark: figure.interval.map(|(low, high)| IntervalMark {
                low,
                estimate: figure.value,
                high,
                scale: (-100.0, 100.0),
            }),
            n: figure.n.map_or_else(
                || message(lang, "n-not-delivered"),
                |n| number::count(lang, n),
            ),
            band: if is_nps {
                message(lang, band(figure.value))
            } else {
                String::new()
            },
            change: change.map_or_else(String::new, |change| self.change(change)),
            is_settled: change.is_some_and(|change| change.is_settled),
            keys: [
                Some(figure.value),
                n,
                change.map(|change| change.difference),
            ],
            parts,
            name,
        }
    }

    /// Detractors, passives, promoters.
    fn parts(&self, counts: NpsCounts) -> Vec<StackedPart> {
        let n = counts.n();
        if n == 0 {
            return Vec::new();
        }
        let parts = [counts.detractors, counts.passives, counts.promoters];
        #[expect(
            clippy::cast_precision_loss,
            reason = "customers counted, far below 2^53"
        )]
        let share = |count: u64| count as f64 / n as f64;
        let part = |count: u64| StackedPart {
            share: share(count),
            text: number::decimal(self.lang, share(count) * 100.0, 0),
        };
        parts.map(part).to_vec()
    }

    fn change(&self, change: &Change) -> String {
        let places = phrases::outcome_places(self.outcome);
        let difference = number::signed(self.lang, change.difference, places);
        let figure = match change.interval {
            Some((low, high)) => {
                format!(
                    "{difference} ({})",
                    number::signed_interval(self.lang, low, high, places)
                )
            }
            None => difference,
        };
        let key = match (change.is_settled, change.difference > 0.0) {
            (true, true) => "customers-change-up",
            (true, false) => "customers-change-down",
            (false, _) => "customers-change-open",
        };
        tr!(self.lang, key, figure = figure)
    }
}

/// How an NPS reads, in a word.
fn band(nps: f64) -> &'static str {
    if nps > HIGH {
        "customers-band-high"
    } else if nps >= LOW {
        "customers-band-middle"
    } else {
        "customers-band-low"
    }
}
