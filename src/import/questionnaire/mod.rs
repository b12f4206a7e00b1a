//! Questionnaires from TOML, checked line by line; and the four that the program brings along.
//!
//! Faults are data with the line they stand in; the sentence is made at the edge. This module never
//! opens a file: it is given the text.

mod checker;
mod shape;
mod write;

use std::sync::LazyLock;

use self::checker::faults_of;
use self::shape::RawQuestionnaire;
pub use self::write::write_questionnaire;
use super::toml_text;
use crate::domain::Questionnaire;
use crate::error::{Error, Kind, Place, QuestionnaireFault as Fault, Result};

/// The questionnaires that the program brings along: file name and text, in the order of the list.
pub const EMBEDDED: &[(&str, &str)] = &[
    (
        "engagement.toml",
        include_str!("../../../questionnaires/engagement.toml"),
    ),
    (
        "pulse.toml",
        include_str!("../../../questionnaires/pulse.toml"),
    ),
    (
        "customer-nps.toml",
        include_str!("../../../questionnaires/customer-nps.toml"),
    ),
    (
        "mystery-shopping.toml",
        include_str!("../../../questionnaires/mystery-shopping.toml"),
    ),
];

/// The most questions a questionnaire may have.
pub const MAX_ITEMS: usize = 500;
/// The most characters of a question, a title or an answer label: what a kiosk page bears.
pub const MAX_TEXT: usize = 200;
/// The most characters of a label in charts.
pub const MAX_SHORT: usize = 40;
/// The most characters of a description.
pub const MAX_ABOUT: usize = 600;

/// The questionnaires of [`EMBEDDED`], parsed once.
#[must_use]
pub fn embedded() -> &'static [Questionnaire] {
    static PARSED: LazyLock<Vec<Questionnaire>> = LazyLock::new(|| {
        EMBEDDED
            .iter()
            .map(|(_, text)| parse_questionnaire(text).expect("a test parses each of them"))
            .collect()
    });
    &PARSED
}

/// The questionnaire of [`EMBEDDED`] with this id.
#[must_use]
pub fn embedded_by_id(id: &str) -> Option<&'static Questionnaire> {
    embedded()
        .iter()
        .find(|questionnaire| questionnaire.id == id)
}

/// The text of a questionnaire that the program brings along.
#[must_use]
pub fn embedded_source(id: &str) -> Option<&'static str> {
    let position = embedded()
        .iter()
        .position(|questionnaire| questionnaire.id == id)?;
    EMBEDDED.get(position).map(|(_, text)| *text)
}

/// Reads a questionnaire.
///
/// # Errors
/// The first fault of [`questionnaire_faults`], with its line.
pub fn parse_questionnaire(text: &str) -> Result<Questionnaire> {
    let text = without_mark(text);
    let raw = read(text)?;
    match faults_of(&raw, text).into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(raw.into_domain()),
    }
}

/// All faults of a questionnaire in order of their lines; none when it can be used.
#[must_use]
pub fn questionnaire_faults(text: &str) -> Vec<Error> {
    let text = without_mark(text);
    match read(text) {
        Ok(raw) => faults_of(&raw, text),
        Err(fault) => vec![fault],
    }
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn read(text: &str) -> Result<RawQuestionnaire> {
    toml_text::parse(text, |said| Kind::Questionnaire(Fault::Syntax(said)))
}

fn fault_at(line: u32, fault: Fault) -> Error {
    Error::from(Kind::Questionnaire(fault)).at(Place::Line(line))
}
