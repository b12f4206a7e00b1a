//! All questions by dimension: n, mean with interval, who agrees, the five answers.
//! For the company or one branch, as far as its n bears.

use egui::Ui;

use super::super::against::Differences;
use super::map::Words;
use crate::analysis::{Alone, AudienceFindings, Compared, FigureSubject, Row};
use crate::disclosure::{Favourable, Published, Score};
use crate::domain::{Item, ItemKind};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::chart::{BandBar, StackedBar, StackedPart, bar_key};
use crate::ui::widgets::{Card, CardHead, Cell, Column, Density, Dropdown, Table};

/// The shares of a line, as far as n bears.
#[derive(Debug)]
enum Shares {
    Levels(Vec<StackedPart>),
    Band(BandBar),
    Hidden(String),
}

#[derive(Debug)]
enum Line {
    Dimension {
        title: String,
        note: String,
        at: usize,
    },
    Item(Box<ItemLine>),
}

#[derive(Debug)]
struct ItemLine {
    text: String,
    /// n, mean, interval, favourable answers.
    cells: [String; 4],
    /// The difference to what is compared with and its interval, or why there is none.
    difference: Result<String, [String; 2]>,
    hidden: Option<String>,
    shares: Shares,
    name: String,
}

/// The tab of questions.
#[derive(Debug, Default)]
pub(super) struct Questions {
    /// The branch; none for the company.
    pub(super) scope: Option<usize>,
    scopes: Vec<String>,
    scope_word: String,
    lines: Vec<Line>,
    closed: Vec<usize>,
    heads: [String; 7],
    title: String,
    caption: String,
    key: [String; 3],
    empty: String,
}

impl Questions {
    /// Prepares the lines of the chosen scope.
    pub(super) fn prepare(
        &mut self,
        words: Words<'_>,
        found: &AudienceFindings,
        differences: Differences<'_>,
    ) {
        let lang = words.lang;
        let branches = (0..words.findings.branches.len())
            .map(|branch| phrases::branch_title(words.findings, branch));
        self.scopes = std::iter::once(message(lang, "company"))
            .chain(branches)
            .collect();
        self.scope_word = message(lang, "branch");
        self.title = message(lang, "results-tab-questions");
        self.caption = message(lang, "results-questions-caption");
        self.empty = message(lang, "results-no-items");
        self.heads = [
            "results-item",
            "results-n",
            "results-mean",
            "results-interval",
            "results-agree-head",
            "results-difference",
            "results-levels",
        ]
        .map(|key| message(lang, key));
        self.key = ["results-no", "results-neither", "results-yes"].map(|key| message(lang, key));
        let branch = self.scope.filter(|at| *at < found.branches.len());
        let row = branch.and_then(|branch| found.branches.get(branch));
        let row = row.unwrap_or(&found.company);
        self.lines.clear();
        for (at, dimension) in words.findings.dimensions.iter().enumerate() {
            if dimension.items.is_empty() {
                continue;
            }
            let note = dimension_note(words, row, at);
            self.lines.push(Line::Dimension {
                title: dimension.title.get(lang).to_owned(),
                note,
                at,
            });
            if self.closed.contains(&at) {
                continue;
            }
            for at in &dimension.items {
                let known = words.findings.items.get(*at).zip(row.items.get(*at));
                let Some((item, score)) = known else { continue };
                if item.kind == ItemKind::Agreement {
                    let found = differences.of(branch, FigureSubject::Item(*at));
                    let line = line(words, item, (score, found));
                    self.lines.push(Line::Item(Box::new(line)));
                }
            }
        }
    }

    /// The choice of the company or a branch; true when it changed.
    pub(super) fn scope_ui(&mut self, ui: &mut Ui) -> bool {
        let now = self.scope.map_or(0, |branch| branch + 1);
        let choice = Dropdown::new("scope", &self.scope_word, &self.scopes, Some(now));
        let Some(index) = choice.icon(Icon::Store).show(ui) else {
            return false;
        };
        self.scope = index.checked_sub(1);
        true
    }

    /// Draws the table; true when a group was opened or closed and the lines must be made anew.
    pub(super) fn show(&mut self, ui: &mut Ui) -> bool {
        if self.lines.is_empty() {
            super::super::common::nothing_here(ui, Icon::ClipboardList, (&self.empty, ""));
            return false;
        }
        let columns = [
            Column::text(&self.heads[0]).share(1.0, 240.0),
            Column::number(&self.heads[1]),
            Column::number(&self.heads[2]),
            Column::number(&self.heads[3]),
            Column::number(&self.heads[4]),
            Column::number(&self.heads[5]),
            Column::text(&self.heads[6]).width(216.0),
        ];
        let cell = |row: usize, column: usize| self.cell(row, column);
        let card = Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title)
                .caption(&self.caption)
                .show(ui, |ui| {
                    bar_key(ui, 200.0, [&self.key[0], &self.key[1], &self.key[2]]);
                });
            Table::new("questions", &self.title, &columns)
                .density(Density::Tall)
                .show(ui, self.lines.len(), &cell)
        });
        let Some(group) = card.inner.group else {
            return false;
        };
        if let Some(Line::Dimension { at, .. }) = self.lines.get(group) {
            let at = *at;
            match self.closed.iter().position(|closed| *closed == at) {
                Some(known) => {
                    self.closed.remove(known);
                }
                None => self.closed.push(at),
            }
        }
        true
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let line = match self.lines.get(row) {
            Some(Line::Item(line)) => line,
            Some(Line::Dimension { title, note, at }) if column == 0 => {
                return Cell::Group {
                    title,
                    note,
                    is_open: !self.closed.contains(at),
                };
            }
            Some(Line::Dimension { .. }) | None => return Cell::Empty,
        };
        if let (Some(reason), 1..) = (&line.hidden, column) {
            return match column {
                1 | 2 => Cell::Hidden {
                    text: &line.cells[1],
                    reason,
                },
                _ => Cell::Empty,
            };
        }
        match (column, &line.shares) {
            (0, _) => Cell::Wrapped(&line.text),
            (1, _) => Cell::Text(&line.cells[0]),
            (2, _) => Cell::Strong(&line.cells[1]),
            (3, _) => Cell::Weak(&line.cells[2]),
            (4, Shares::Hidden(reason)) => Cell::Hidden {
                text: &line.cells[3],
                reason,
            },
            (4, _) => Cell::Text(&line.cells[3]),
            (5, _) => match &line.difference {
                Ok(text) => Cell::Text(text),
                Err([text, reason]) => Cell::Hidden { text, reason },
            },
            (_, Shares::Levels(parts)) => Cell::Stacked(StackedBar { parts }, &line.name),
            (_, Shares::Band(band)) => Cell::Band(*band, &line.name),
            (_, Shares::Hidden(_)) => Cell::Empty,
        }
    }
}

fn dimension_note(words: Words<'_>, row: &Row, dimension: usize) -> String {
    match row.scores.get(dimension) {
        Some(Published::Shown { value, n }) => {
            let mean = number::decimal(words.lang, value.mean, 1);
            let n = phrases::n_equals(words.lang, *n, words.min_group);
            tr!(words.lang, "results-dimension-note", mean = mean, n = n)
        }
        Some(Published::Hidden(reason)) => {
            phrases::hidden_short(words.lang, *reason, words.min_group)
        }
        None => String::new(),
    }
}

fn line(
    words: Words<'_>,
    item: &Item,
    (score, compared): (&Published<Score>, Result<Compared, Alone>),
) -> ItemLine {
    let lang = words.lang;
    let text = item.text.get(lang);
    let text = if item.is_reversed {
        tr!(lang, "results-reversed", text = text)
    } else {
        text.to_owned()
    };
    let (value, n) = match score {
        Published::Shown { value, n } => (value, n),
        Published::Hidden(reason) => {
            let short = phrases::hidden_short(lang, *reason, words.min_group);
            let reason = phrases::hidden(lang, *reason, words.min_group);
            return ItemLine {
                name: format!("{text} {short}"),
                text,
                cells: [short.clone(), short, String::new(), String::new()],
                difference: Ok(String::new()),
                hidden: Some(super::super::common::upper_first(&reason)),
                shares: Shares::Hidden(String::new()),
            };
        }
    };
    let shares = shares(words, value);
    let agree = match &value.favourable {
        Some(share) => phrases::favourable(lang, share),
        None => message(lang, "short-hidden-detail"),
    };
    let words_of = value
        .interval
        .map(|(low, high)| number::interval(lang, low, high, 1));
    let mean = number::decimal(lang, value.mean, 1);
    ItemLine {
        name: format!("{text} {agree}"),
        cells: [
            phrases::shown_n(lang, *n, words.min_group),
            mean,
            words_of.unwrap_or_default(),
            agree,
        ],
        difference: difference(words, compared),
        text,
        hidden: None,
        shares,
    }
}

/// `▲ +0,3 (+0,1…+0,5)`, or a dash and its reason.
fn difference(words: Words<'_>, found: Result<Compared, Alone>) -> Result<String, [String; 2]> {
    let lang = words.lang;
    let change = match found {
        Ok(found) => found.change,
        Err(alone) => {
            let reason = phrases::alone(lang, alone, words.min_group);
            return Err([
                phrases::alone_short(lang, alone, words.min_group),
                super::super::common::upper_first(&reason),
            ]);
        }
    };
    let difference = phrases::difference_marked(lang, &change);
    Ok(match change.interval {
        None => difference,
        Some((low, high)) => {
            let interval = number::signed_interval(lang, low, high, 1);
            format!("{difference} ({interval})")
        }
    })
}

fn shares(words: Words<'_>, score: &Score) -> Shares {
    match score.favourable {
        None => Shares::Hidden(message(words.lang, "results-shares-from-ten")),
        Some(Favourable::Band { low, high }) => Shares::Band(BandBar {
            low: f64::from(low) / 100.0,
            high: f64::from(high) / 100.0,
        }),
        Some(Favourable::Exact { levels, .. }) => {
            let part = |share: f64| StackedPart {
                share,
                text: number::decimal(words.lang, share * 100.0, 0),
            };
            Shares::Levels(levels.map(part).to_vec())
        }
    }
}
