//! Tidy aggregates as CSV for Excel: a byte-order mark, `;` and a decimal comma in Russian, `,` and
//! a decimal point in English. Text that a spreadsheet would run as a formula gets a quote in front.

use super::tidy::{COLUMNS, Tidy, Value};
use crate::analysis::Findings;
use crate::domain::Lang;
use crate::i18n::message;

/// All waves of the findings as CSV; with a branch, only that one beside the company.
#[must_use]
pub fn to_csv(findings: &Findings, lang: Lang, own_branch: Option<usize>) -> String {
    let last_wave = findings.waves.len().saturating_sub(1);
    let tidy = Tidy {
        findings,
        lang,
        own: own_branch,
        last_wave,
        has_branch_items: true,
        first_of_branches: 0,
    };
    let mut text = String::from("\u{feff}");
    let heads: Vec<Value> = COLUMNS
        .iter()
        .map(|key| Value::Text(message(lang, key)))
        .collect();
    line(lang, &heads, &mut text);
    for row in tidy.rows() {
        line(lang, &row, &mut text);
    }
    text
}

fn line(lang: Lang, cells: &[Value], text: &mut String) {
    for (position, cell) in cells.iter().enumerate() {
        if position > 0 {
            text.push(separator(lang));
        }
        match cell {
            Value::Number(value) => text.push_str(&number(lang, *value)),
            Value::Text(words) => text.push_str(&quoted(lang, &harmless(words))),
        }
    }
    text.push_str("\r\n");
}

/// A line of texts alone.
pub(super) fn text_line(lang: Lang, cells: &[String], text: &mut String) {
    let cells: Vec<Value> = cells.iter().map(|cell| Value::Text(cell.clone())).collect();
    line(lang, &cells, text);
}

const fn separator(lang: Lang) -> char {
    match lang {
        Lang::Ru => ';',
        Lang::En => ',',
    }
}

fn number(lang: Lang, value: f64) -> String {
    let plain = value.to_string();
    match lang {
        Lang::Ru => plain.replace('.', ","),
        Lang::En => plain,
    }
}

/// A cell that starts like a formula is shown, never run.
fn harmless(words: &str) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

fn quoted(lang: Lang, words: &str) -> String {
    let needs_quotes = words.contains([separator(lang), '"', '\n', '\r']);
    if needs_quotes {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words.to_owned()
    }
}
