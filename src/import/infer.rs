//! A questionnaire made of heads alone: `dimension_number`, `LEAD01`, `enps`.

use std::collections::BTreeMap;

use super::items::AnswerWords;
use super::normal::normal;
use super::table::RawTable;
use crate::domain::{
    Item, ItemKind, Questionnaire, QuestionnaireDimension, QuestionnaireKind, Text,
};

/// A head that names an item.
struct Named {
    dimension: String,
    number: String,
    has_underscore: bool,
}

/// A questionnaire from heads: items named `dimension_number` form dimensions; letters followed by
/// digits (`LEAD01`) do where two or more share the letters; `enps` is eNPS. Titles are the ids.
#[must_use]
pub fn infer_questionnaire(heads: &[String]) -> Questionnaire {
    infer(heads, |_, _| true)
}

/// The same from a table, leaving out columns whose first rows are no answers 1 to 5.
#[must_use]
pub fn infer_questionnaire_from(table: &RawTable) -> Questionnaire {
    let words = AnswerWords::new(None);
    infer(table.heads(), |column, kind| {
        words.fits(table.sample(column, 200), kind)
    })
}

/// The questionnaire that is meant where a file names no other: one that has every one of these items,
/// the shortest of several. Its titles, reversals and tags then count.
#[must_use]
pub fn known_questionnaire<'q>(
    items: &[String],
    known: impl Iterator<Item = &'q Questionnaire>,
) -> Option<&'q Questionnaire> {
    known
        .filter(|ours| !items.is_empty() && items.iter().all(|id| ours.item(id).is_some()))
        .min_by_key(|ours| ours.items.len())
}

fn infer(heads: &[String], is_answer: impl Fn(usize, ItemKind) -> bool) -> Questionnaire {
    let mut sharing: BTreeMap<String, usize> = BTreeMap::new();
    for named in heads.iter().filter_map(|head| split(head)) {
        *sharing.entry(named.dimension.to_lowercase()).or_default() += 1;
    }
    let mut dimensions: Vec<QuestionnaireDimension> = Vec::new();
    let mut items: Vec<Item> = Vec::new();
    for (column, head) in heads.iter().enumerate() {
        if is_enps(head) && is_answer(column, ItemKind::Recommend) {
            // A questionnaire asks for it once.
            if items.iter().all(|item| item.kind != ItemKind::Recommend) {
                items.push(item(head, String::new(), ItemKind::Recommend));
            }
            continue;
        }
        let Some(named) = split(head) else { continue };
        let id = named.dimension.to_lowercase();
        let is_shared = sharing.get(&id).is_some_and(|count| *count >= 2);
        let is_item = named.has_underscore || is_shared;
        if !is_item || named.number.len() > 3 || !is_answer(column, ItemKind::Agreement) {
            continue;
        }
        if !dimensions.iter().any(|dimension| dimension.id == id) {
            dimensions.push(dimension(&id, &named.dimension));
        }
        items.push(item(head, id, ItemKind::Agreement));
    }
    Questionnaire {
        id: "imported".to_owned(),
        version: 1,
        kind: QuestionnaireKind::Staff,
        title: Text::default(),
        about: Text::default(),
        minutes: 0,
        scale: ["1", "2", "3", "4", "5"].map(Text::same),
        dimensions,
        items,
    }
}

fn is_enps(head: &str) -> bool {
    matches!(
        normal(head).as_str(),
        "enps" | "e nps" | "enps score" | "индекс enps"
    )
}

fn split(head: &str) -> Option<Named> {
    let head = head.trim();
    let stem = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = head.strip_prefix(stem)?;
    if number.is_empty() || stem.is_empty() || stem.chars().any(char::is_whitespace) {
        return None;
    }
    let dimension = stem.strip_suffix('_').unwrap_or(stem);
    let has_underscore = dimension.len() != stem.len();
    let is_plain = dimension
        .chars()
        .all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let is_word = dimension.chars().any(char::is_alphabetic);
    let is_letters = dimension.chars().all(char::is_alphabetic);
    if !is_plain || !is_word || !(has_underscore || is_letters) {
        return None;
    }
    Some(Named {
        dimension: dimension.to_owned(),
        number: number.to_owned(),
        has_underscore,
    })
}

fn dimension(id: &str, title: &str) -> QuestionnaireDimension {
    let is_outcome = matches!(id, "engagement" | "eng" | "вовлеченность" | "вовлечённость");
    QuestionnaireDimension {
        id: id.to_owned(),
        title: Text::same(title),
        about: Text::default(),
        is_outcome,
    }
}

fn item(head: &str, dimension: String, kind: ItemKind) -> Item {
    Item {
        id: head.trim().to_lowercase(),
        dimension,
        kind,
        text: Text::same(head.trim()),
        short: Text::same(head.trim()),
        is_reversed: false,
        motive: None,
        lever: None,
    }
}
