//! Where the heads of a table stand and what they are called. What they mean is not asked here.

use super::grid::{Grid, Packed};
use super::table::Cell;

/// The row of the heads: the first that is nearly as wide as the table and holds words.
pub(super) fn find_head(grid: &Grid) -> Option<usize> {
    const LOOK_AT: usize = 30;
    let filled = |row: usize| {
        grid.row(row)
            .iter()
            .filter(|c| !matches!(c, Packed::Empty))
            .count()
    };
    let rows = grid.len().min(LOOK_AT);
    let widest = (0..rows).map(filled).max()?;
    let is_head = |row: &usize| {
        let words = (0..grid.row(*row).len())
            .filter(|column| is_word(grid.cell(*row, *column)))
            .count();
        let wide = filled(*row);
        wide * 10 >= widest * 6 && words * 10 >= wide * 7
    };
    (0..rows).find(is_head).or(Some(0))
}

fn is_word(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => text.chars().any(char::is_alphabetic),
        Cell::Empty | Cell::Number(_) | Cell::Day(_) | Cell::Bool(_) | Cell::Fault => false,
    }
}

/// SurveyMonkey writes the questions in one row and the choices below.
pub(super) fn is_two_row_head(grid: &Grid, head: usize) -> bool {
    let has = |word: &str| {
        (0..grid.row(head).len()).any(|column| {
            matches!(grid.cell(head, column), Cell::Text(text) if text.eq_ignore_ascii_case(word))
        })
    };
    let below_is_marked = (0..grid.row(head + 1).len()).any(|column| {
        matches!(grid.cell(head + 1, column), Cell::Text(text)
            if ["Response", "Open-Ended Response"].iter().any(|mark| text.eq_ignore_ascii_case(mark)))
    });
    (has("Respondent ID") && has("Collector ID")) || (has("respondent_id") && below_is_marked)
}

pub(super) fn read_heads(grid: &Grid, head: usize, head_rows: usize) -> Vec<String> {
    let width = grid.width(200 + head).max(grid.row(head).len());
    let mut above = String::new();
    let mut heads: Vec<String> = Vec::with_capacity(width);
    for column in 0..width {
        let text = tidy(&grid.cell(head, column).to_text());
        let text = if head_rows == 2 {
            if !text.is_empty() {
                above.clone_from(&text);
            }
            with_choice(&above, &tidy(&grid.cell(head + 1, column).to_text()))
        } else {
            text
        };
        let text = if text.is_empty() {
            column_letters(column)
        } else {
            text
        };
        heads.push(unlike(&heads, text));
    }
    heads
}

/// One line, single spaces.
fn tidy(head: &str) -> String {
    head.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn with_choice(question: &str, choice: &str) -> String {
    let is_mark = choice.is_empty()
        || ["Response", "Open-Ended Response"]
            .iter()
            .any(|mark| choice.eq_ignore_ascii_case(mark));
    if is_mark {
        question.to_owned()
    } else {
        format!("{question} [{choice}]")
    }
}

fn unlike(heads: &[String], text: String) -> String {
    if !heads.contains(&text) {
        return text;
    }
    let mut number = 2_usize;
    loop {
        let other = format!("{text} ({number})");
        if !heads.contains(&other) {
            return other;
        }
        number += 1;
    }
}

/// A, B, … Z, AA: how Excel names a column.
fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        let offset = u8::try_from(rest % 26).expect("below 26");
        letters.push(char::from(b'A' + offset));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
