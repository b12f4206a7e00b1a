//! The SPSS system file of tidy figures, case by case. Reads nothing but the layout that reports
//! have: whatever else a system file may hold (documents, attributes, weights, missing values of its
//! own) is refused, for nobody would know what it says.

use super::data_rows::{COLUMNS, DataRow, DataWords, Field};
use super::names::Names;
use super::pattern::Pattern;
use super::sav_parts::{Cell, Dictionary, Variable};
use super::sav_rows::Rows;
use super::{Fault, Released};
use crate::domain::Lang;
use crate::error::{Error, Kind, Limit, Result};
use crate::import::limits::{ReadLimits, within};

/// Name and Fluent key of the label of each variable, in order.
const VARIABLES: [(&str, &str); COLUMNS + 3] = [
    ("wave", "book-column-wave"),
    ("group", "book-column-group"),
    ("branch_code", "branch-code"),
    ("branch", "branch"),
    ("kind", "book-column-kind"),
    ("id", "book-column-id"),
    ("title", "book-column-title"),
    ("n", "sav-n"),
    ("value", "sav-value"),
    ("low", "sav-low"),
    ("high", "sav-high"),
    ("favourable", "sav-favourable"),
    ("change", "sav-change"),
    ("n_words", "sav-n-words"),
    ("favourable_words", "sav-favourable-words"),
    ("hidden", "sav-hidden"),
];
/// Positions of the variables that are more than columns of a row.
const FIGURES: std::ops::Range<usize> = 7..COLUMNS;
const COUNT: usize = 7;
const FAVOURABLE: usize = 11;
const COUNT_WORDS: usize = COLUMNS;
const FAVOURABLE_WORDS: usize = COLUMNS + 1;
const HIDDEN: usize = COLUMNS + 2;

/// Everything that a system file of figures says.
///
/// # Errors
/// When the bytes are no system file of this program, break off, or break a limit.
pub fn read_sav(bytes: &[u8], names: &Names, limits: &ReadLimits) -> Result<Released> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    within(Limit::FileBytes, size, limits.file_bytes)?;
    let (dictionary, data) = Dictionary::read(bytes)?;
    within(Limit::Rows, dictionary.rows, u64::from(limits.rows))?;
    let lang = lang(&dictionary, names)
        .ok_or_else(|| Error::from(Kind::FileDamaged("unknown variables".to_owned())))?;
    let mut out = Released::default();
    labels(&dictionary, (names, lang), &mut out);
    let words = DataWords::new(names, lang);
    let mut rows = Rows::new(data, &dictionary);
    let mut number = 0_u64;
    while let Some(cells) = rows.next_row()? {
        number += 1;
        let fields = fields(&dictionary, (number, &cells), &mut out);
        DataRow {
            names,
            words: &words,
            fields: &fields,
        }
        .read(&mut out);
    }
    Ok(out)
}

/// The language in which the variables have their labels; none where they are others.
fn lang(dictionary: &Dictionary, names: &Names) -> Option<Lang> {
    let is_of = |lang: &Lang| {
        let expected = VARIABLES.map(|(name, key)| (name.to_owned(), names.word(*lang, key)));
        let found = dictionary.variables.iter();
        found
            .map(|it| (it.name.clone(), it.label.clone()))
            .eq(expected)
    };
    Lang::ALL.into_iter().find(is_of)
}

/// Labels are words of reports; one that holds a number and is none is noticed.
fn labels(dictionary: &Dictionary, (names, lang): (&Names, Lang), out: &mut Released) {
    let own = names.word(lang, "sav-label");
    let below = Pattern::new(&names.word(lang, "below-threshold"));
    if dictionary.label != own {
        out.unknown("label".to_owned(), &dictionary.label, Fault::Text);
    }
    let is_known = |label: &str| {
        let threshold = below.read(label);
        let threshold = threshold.and_then(|found| found.first()?.parse::<u32>().ok());
        let has_number = label.chars().any(|c| c.is_ascii_digit());
        !has_number || threshold.is_some() || names.wave(label).is_some()
    };
    for variable in &dictionary.variables {
        for (value, label) in &variable.labels {
            if !is_known(label) {
                let cell = format!("label of {} {value}", variable.name);
                out.unknown(cell, label, Fault::Text);
            }
        }
    }
}

/// A case as a row of tidy figures.
fn fields(
    dictionary: &Dictionary,
    (number, cells): (u64, &[Cell]),
    out: &mut Released,
) -> Vec<Field> {
    let place = |at: usize| {
        let name = dictionary.variables.get(at).map_or("", |it| &it.name);
        format!("case {number}, {name}")
    };
    let text = |at: usize| match cells.get(at) {
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::Number(_)) | None => String::new(),
    };
    let mut all = Vec::with_capacity(COLUMNS);
    for (at, (variable, cell)) in dictionary.variables.iter().zip(cells).enumerate() {
        let field = match cell {
            Cell::Text(text) => (text.clone(), None),
            Cell::Number(None) if at == COUNT => (text(COUNT_WORDS), None),
            Cell::Number(None) if at == FAVOURABLE => (text(FAVOURABLE_WORDS), None),
            Cell::Number(None) => (String::new(), None),
            Cell::Number(Some(value)) if FIGURES.contains(&at) => (String::new(), Some(*value)),
            Cell::Number(Some(value)) => match label(variable, *value) {
                Some(label) => (label.to_owned(), None),
                // A code without a label is a number that says who knows what.
                None => {
                    out.unknown(place(at), &value.to_string(), Fault::Number);
                    (String::new(), None)
                }
            },
        };
        if at < COLUMNS {
            let (text, number) = field;
            let cell = place(at);
            all.push(Field { text, number, cell });
        }
    }
    // Words stand where no number does, and nothing stands where something is hidden.
    let has_number = |at: usize| all.get(at).is_some_and(|field| field.number.is_some());
    let is_hidden = !matches!(cells.get(HIDDEN), Some(Cell::Number(Some(0.0))));
    let odd = [(COUNT_WORDS, COUNT), (FAVOURABLE_WORDS, FAVOURABLE)].map(|(words, at)| {
        let is_told = !text(words).is_empty();
        (is_told && (is_hidden || has_number(at))).then_some(words)
    });
    let told = FIGURES.filter(|at| is_hidden && has_number(*at));
    for at in odd.into_iter().flatten().chain(told) {
        let told = all.get(at).and_then(|field| field.number);
        let told = told.map_or_else(|| text(at), |number| number.to_string());
        out.unknown(place(at), &told, Fault::Number);
    }
    all
}

/// The label of a whole number.
fn label(variable: &Variable, value: f64) -> Option<&str> {
    let mut labels = variable.labels.iter();
    let found = labels.find(|(known, _)| known.total_cmp(&value).is_eq());
    found.map(|(_, label)| label.as_str())
}
