//! A questionnaire as the text of a questionnaire file. It writes what it is given: whether a reader
//! takes it is the checker's business.

use serde::Serialize;

use crate::domain::{
    Item, ItemKind, Lever, Motive, Questionnaire, QuestionnaireDimension, QuestionnaireKind, Text,
};

// Plain values come before texts: a TOML table ends the values of the one above it.

#[derive(Serialize)]
struct Written<'a> {
    id: &'a str,
    version: u32,
    kind: QuestionnaireKind,
    minutes: u32,
    title: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<&'a [Text; 5]>,
    dimension: Vec<WrittenDimension<'a>>,
    item: Vec<WrittenItem<'a>>,
}

#[derive(Serialize)]
struct WrittenDimension<'a> {
    id: &'a str,
    outcome: bool,
    title: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'a Text>,
}

#[derive(Serialize)]
struct WrittenItem<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dimension: Option<&'a str>,
    kind: ItemKind,
    reversed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    motive: Option<Motive>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lever: Option<Lever>,
    text: &'a Text,
    short: &'a Text,
}

/// The text of a file that [`parse_questionnaire`](super::parse_questionnaire) reads back as the same
/// questionnaire.
#[must_use]
pub fn write_questionnaire(questionnaire: &Questionnaire) -> String {
    let Questionnaire {
        id,
        version,
        kind,
        title,
        about,
        minutes,
        scale,
        dimensions,
        items,
    } = questionnaire;
    let written = Written {
        id,
        version: *version,
        kind: *kind,
        minutes: *minutes,
        title,
        about: said(about),
        scale: scale
            .iter()
            .any(|label| said(label).is_some())
            .then_some(scale),
        dimension: dimensions.iter().map(dimension).collect(),
        item: items.iter().map(item).collect(),
    };
    toml::to_string(&written).expect("texts, numbers and words fit into TOML")
}

fn dimension(dimension: &QuestionnaireDimension) -> WrittenDimension<'_> {
    let QuestionnaireDimension {
        id,
        title,
        about,
        is_outcome,
    } = dimension;
    WrittenDimension {
        id,
        outcome: *is_outcome,
        title,
        about: said(about),
    }
}

fn item(item: &Item) -> WrittenItem<'_> {
    let Item {
        id,
        dimension,
        kind,
        text,
        short,
        is_reversed,
        motive,
        lever,
    } = item;
    WrittenItem {
        id,
        dimension: (!dimension.is_empty()).then_some(dimension),
        kind: *kind,
        reversed: *is_reversed,
        motive: *motive,
        lever: *lever,
        text,
        short,
    }
}

/// The text, where there is one.
fn said(text: &Text) -> Option<&Text> {
    let Text { ru, en } = text;
    (!ru.is_empty() || !en.is_empty()).then_some(text)
}
