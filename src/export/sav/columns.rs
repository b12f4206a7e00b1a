//! Tidy rows as columns of a system file: few words become labelled numbers, names stay text,
//! figures are numbers with what stands in their place beside them.

use super::super::tidy::{COLUMNS, TidyRow, Value};
use crate::analysis::Findings;
use crate::disclosure::Reason;
use crate::domain::{Audience, Lang};
use crate::i18n::message;
use crate::phrases;

/// How a column is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// Names without an order.
    Nominal,
    /// An order.
    Ordinal,
    /// Numbers to compute with.
    Scale,
}

/// What a column holds, row by row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cells {
    /// Numbers; none is missing.
    Numbers {
        values: Vec<Option<f64>>,
        decimals: u8,
        labels: Vec<(f64, String)>,
    },
    /// Text.
    Texts(Vec<String>),
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    /// The name that programs use: Latin letters, digits, `_`.
    pub(super) name: &'static str,
    /// The name of old programs: eight capitals.
    pub(super) short: &'static str,
    /// What a reader sees.
    pub(super) label: String,
    pub(super) level: Level,
    pub(super) cells: Cells,
}

/// Name, old name, decimals of the columns of figures, in the order of the tidy rows.
const FIGURES: [(&str, &str, u8); 6] = [
    ("n", "N", 0),
    ("value", "VALUE", 3),
    ("low", "LOW", 3),
    ("high", "HIGH", 3),
    ("favourable", "FAVOURAB", 3),
    ("change", "CHANGE", 3),
];
/// Fluent keys of what a reader sees of the columns of figures, then of what stands in the place of
/// numbers. The words before them are named as in the CSV.
const LABELS: [&str; 9] = [
    "sav-n",
    "sav-value",
    "sav-low",
    "sav-high",
    "sav-favourable",
    "sav-change",
    "sav-n-words",
    "sav-favourable-words",
    "sav-hidden",
];
/// Where the figures of a row begin, and two of them.
const FIRST: usize = 7;
const COUNT: usize = 7;
const VALUE: usize = 8;
const FAVOURABLE: usize = 11;
/// The longest label of a value that every program shows whole, in bytes.
const LONGEST: usize = 120;

pub(super) fn columns((findings, lang): (&Findings, Lang), rows: &[TidyRow]) -> Vec<Column> {
    let kinds = [
        "kind-dimension",
        "kind-item",
        "kind-motive",
        "kind-lever",
        "kind-enps",
        "kind-customers",
    ];
    let kinds = kinds.map(|key| message(lang, key)).to_vec();
    let named = |name, short, at: usize, level, cells| Column {
        name,
        short,
        label: label(lang, at),
        level,
        cells,
    };
    let names: Vec<String> = findings
        .waves
        .iter()
        .map(|it| it.wave.name.clone())
        .collect();
    let mut waves = coded(rows, 0, &names);
    if let Cells::Numbers { labels, .. } = &mut waves {
        // A name too long for a label gives way to the code, by which the wave is known as well.
        for ((_, label), found) in labels.iter_mut().zip(&findings.waves) {
            if label.len() > LONGEST {
                found.wave.code.as_str().clone_into(label);
            }
        }
    }
    let nominal = Level::Nominal;
    let mut all = vec![
        named("wave", "WAVE", 0, Level::Ordinal, waves),
        named("group", "GROUP", 1, nominal, coded(rows, 1, &groups(lang))),
        named("branch_code", "BRANCHCO", 2, nominal, texts(rows, 2)),
        named("branch", "BRANCH", 3, nominal, texts(rows, 3)),
        named("kind", "KIND", 4, nominal, coded(rows, 4, &kinds)),
        named("id", "ID", 5, nominal, texts(rows, 5)),
        named("title", "TITLE", 6, nominal, texts(rows, 6)),
    ];
    for (at, (name, short, decimals)) in (FIRST..).zip(FIGURES) {
        let cells = Cells::Numbers {
            values: rows.iter().map(|row| number(row, at)).collect(),
            decimals,
            labels: Vec::new(),
        };
        all.push(named(name, short, at, Level::Scale, cells));
    }
    all.extend(words((findings, lang), rows));
    all
}

/// What stands in the place of a number: a range of counts, a band of shares, why nothing does.
fn words((findings, lang): (&Findings, Lang), rows: &[TidyRow]) -> [Column; 3] {
    let instead = |at: usize, is_told: &dyn Fn(&str) -> bool| {
        let text = rows
            .iter()
            .map(|row| match (number(row, VALUE), row.get(at)) {
                (Some(_), Some(Value::Text(words))) if is_told(words) => words.clone(),
                (_, _) => String::new(),
            });
        Cells::Texts(text.collect())
    };
    let column = |name, short, at: usize, cells| Column {
        name,
        short,
        label: label(lang, at),
        level: Level::Nominal,
        cells,
    };
    let counts = instead(COUNT, &|_| true);
    let bands = instead(FAVOURABLE, &|words| words.ends_with('%'));
    let hidden = reasons((findings, lang), rows);
    [
        column("n_words", "NWORDS", 13, counts),
        column("favourable_words", "FAVWORDS", 14, bands),
        column("hidden", "HIDDEN", 15, hidden),
    ]
}

/// 0 where there is a figure, else the reason; the number of a reason is the same in every file.
fn reasons((findings, lang): (&Findings, Lang), rows: &[TidyRow]) -> Cells {
    let mut labels = vec![(0.0, message(lang, "sav-shown"))];
    for (code, reason) in (1_u8..).zip(Reason::ALL) {
        let words = phrases::hidden_short(lang, reason, findings.min_group);
        if labels.iter().all(|(_, known)| *known != words) {
            labels.push((f64::from(code), words));
        }
    }
    let code = |row: &TidyRow| match row.get(VALUE) {
        Some(Value::Text(words)) => labels.iter().find(|(_, known)| known == words),
        Some(Value::Number(_)) | None => labels.first(),
    };
    let values = rows.iter().map(|row| Some(code(row)?.0)).collect();
    Cells::Numbers {
        values,
        decimals: 0,
        labels,
    }
}

fn label(lang: Lang, at: usize) -> String {
    let mut keys = COLUMNS.iter().take(FIRST).chain(&LABELS);
    keys.nth(at)
        .map_or_else(String::new, |key| message(lang, key))
}

fn groups(lang: Lang) -> Vec<String> {
    let staff = Audience::ALL.map(|it| phrases::audience(lang, it));
    let mut all = staff.to_vec();
    all.push(message(lang, "group-customers"));
    all
}

/// A column of few words as numbers from 1 with labels.
fn coded(rows: &[TidyRow], at: usize, words: &[String]) -> Cells {
    let labels: Vec<(f64, String)> = (1_u32..)
        .map(f64::from)
        .zip(words.iter().cloned())
        .collect();
    let code = |row: &TidyRow| {
        let found = labels.iter().find(|(_, word)| word == text(row, at));
        found.map(|(code, _)| *code)
    };
    Cells::Numbers {
        values: rows.iter().map(code).collect(),
        decimals: 0,
        labels,
    }
}

fn texts(rows: &[TidyRow], at: usize) -> Cells {
    Cells::Texts(rows.iter().map(|row| text(row, at).to_owned()).collect())
}

fn text(row: &TidyRow, at: usize) -> &str {
    match row.get(at) {
        Some(Value::Text(words)) => words,
        Some(Value::Number(_)) | None => "",
    }
}

fn number(row: &TidyRow, at: usize) -> Option<f64> {
    match row.get(at) {
        Some(Value::Number(value)) => Some(*value),
        Some(Value::Text(_)) | None => None,
    }
}
