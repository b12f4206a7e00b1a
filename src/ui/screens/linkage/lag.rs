//! The lag table in the method fold: staff of the wave before with customers of this one and the
//! reverse, changes, each side with itself. Below thirty branches figures only.

use egui::Ui;

use super::Ground;
use crate::analysis::{LaggedLink, Link};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::phrases;
use crate::stats::Undefined;
use crate::tr;
use crate::ui::screens::common::{columns_of, shown_table};
use crate::ui::widgets::{Cell, Table};

/// Figures of a row after its title and n.
const FIGURES: usize = 6;

#[derive(Debug)]
struct Row {
    title: String,
    n: String,
    figures: [String; FIGURES],
    word: String,
}

/// The table; empty in the first wave.
#[derive(Debug, Default)]
pub(super) struct Lag {
    title: String,
    note: String,
    heads: Vec<String>,
    rows: Vec<Row>,
    selected: Option<usize>,
}

impl Lag {
    /// Every dimension of the group of a link with its outcome.
    pub(super) fn new(ground: Ground<'_>, link: &Link) -> Self {
        let Ground { cx, findings, wave } = ground;
        let lang = cx.lang;
        let same = wave
            .links
            .iter()
            .filter(|it| it.audience == link.audience && it.outcome == link.outcome);
        let known: Vec<(&Link, Result<LaggedLink, Undefined>)> = same
            .filter_map(|it| Some((it, it.extras.lagged?)))
            .collect();
        if known.is_empty() {
            return Self::default();
        }
        let keys = [
            "lag-staff-customers",
            "lag-customers-staff",
            "lag-changes",
            "lag-now",
            "lag-staff-stability",
            "lag-customers-stability",
            "lag-directions",
        ];
        let mut heads = vec![
            message(lang, "results-dimension"),
            message(lang, "results-n"),
        ];
        heads.extend(keys.map(|key| message(lang, key)));
        let title = |it: &Link| {
            let dimension = findings.dimensions.get(it.dimension);
            dimension.map_or_else(String::new, |it| it.title.get(lang).to_owned())
        };
        Self {
            title: message(lang, "lag-title"),
            note: message(lang, "lag-note"),
            heads,
            selected: known
                .iter()
                .position(|(it, _)| it.dimension == link.dimension),
            rows: known
                .iter()
                .map(|(it, found)| row(lang, title(it), *found))
                .collect(),
        }
    }

    /// Draws the table.
    pub(super) fn show(&self, ui: &mut Ui) {
        if self.rows.is_empty() {
            return;
        }
        let columns = columns_of(&self.heads, &(1..=FIGURES + 1));
        let cell = |row: usize, column: usize| {
            let Some(row) = self.rows.get(row) else {
                return Cell::Empty;
            };
            match column {
                0 => Cell::Text(&row.title),
                1 => Cell::Text(&row.n),
                2..=7 => Cell::Text(&row.figures[column - 2]),
                _ => Cell::Weak(&row.word),
            }
        };
        let table = Table::new("lag", &self.title, &columns).selected(self.selected);
        let head = (self.title.as_str(), self.note.as_str());
        shown_table(ui, head, table, self.rows.len(), &cell);
    }
}

fn row(lang: Lang, title: String, found: Result<LaggedLink, Undefined>) -> Row {
    let Ok(found) = found else {
        let reason = found.err();
        return Row {
            title,
            n: String::new(),
            figures: std::array::from_fn(|_| message(lang, "short-hidden-undefined")),
            word: reason.map_or_else(String::new, |it| phrases::undefined(lang, it)),
        };
    };
    let two = |value: f64| number::decimal(lang, value, 2);
    let changes = found
        .changes
        .map_or_else(|_| message(lang, "short-hidden-undefined"), two);
    Row {
        title,
        n: number::count(lang, u64::try_from(found.n).unwrap_or(u64::MAX)),
        figures: [
            two(found.staff_to_customers),
            two(found.customers_to_staff),
            changes,
            two(found.same_wave.1),
            two(found.staff_stability),
            two(found.customers_stability),
        ],
        word: match found.tests.map(|tests| tests.difference) {
            None => message(lang, "lag-few"),
            Some(Ok((_, p))) => tr!(lang, "lag-test", p = number::p_statement(lang, p)),
            Some(Err(reason)) => phrases::undefined(lang, reason),
        },
    }
}
