//! Questionnaires: what is asked, in which dimensions, and what each item is about.
//!
//! The TOML form is read by `import::questionnaire`, which names the line of a fault.

use serde::{Deserialize, Serialize};

use super::Text;

/// What a questionnaire is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionnaireKind {
    /// Staff answer about their work.
    Staff,
    /// Customers answer.
    Customer,
    /// A mystery shopper ticks what was seen.
    MysteryShopping,
}

/// One of the three conditions of good service: хотеть – знать – мочь.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motive {
    /// Values, conviction, satisfied needs.
    Want,
    /// Knowledge, training, feedback.
    Know,
    /// Authority, resources, systems, managers who ease the work.
    Can,
}

impl Motive {
    /// All three, in the order of the saying.
    pub const ALL: [Self; 3] = [Self::Want, Self::Know, Self::Can];
}

/// One of the five levers that make up a branch's NPS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lever {
    /// Service standards.
    Standards,
    /// Recruiting.
    Recruiting,
    /// Training.
    Training,
    /// Motivation.
    Motivation,
    /// Control.
    Control,
}

impl Lever {
    /// All five.
    pub const ALL: [Self; 5] = [
        Self::Standards,
        Self::Recruiting,
        Self::Training,
        Self::Motivation,
        Self::Control,
    ];
}

/// Id of the optional dimension that asks what has changed since the last survey.
pub const CHANGES_DIMENSION: &str = "changes";
/// Id of its one question, which stands beside the actions of a wave.
pub const CHANGES_ITEM: &str = "changes_1";

/// How an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Agreement, 1 to 5.
    Agreement,
    /// Likelihood to recommend, 0 to 10.
    Recommend,
    /// Seen or not seen, 1 or 0 (mystery shopping).
    Observed,
    /// Free text.
    Open,
}

impl ItemKind {
    /// Lowest and highest valid answer; none for free text.
    #[must_use]
    pub const fn range(self) -> Option<(u8, u8)> {
        match self {
            Self::Agreement => Some((1, 5)),
            Self::Recommend => Some((0, 10)),
            Self::Observed => Some((0, 1)),
            Self::Open => None,
        }
    }
}

/// A dimension (тема): several items about one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionnaireDimension {
    /// Id, `a-z0-9_`.
    pub id: String,
    /// Title on screens: "Empowerment".
    pub title: Text,
    /// What it covers, one sentence.
    pub about: Text,
    /// Is it the outcome that the others are meant to explain (engagement)?
    pub is_outcome: bool,
}

/// One question or statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Id, `a-z0-9_`; by custom `dimension_number`.
    pub id: String,
    /// Id of its dimension; empty for items that stand alone (eNPS, open questions).
    pub dimension: String,
    /// How it is answered.
    pub kind: ItemKind,
    /// The words.
    pub text: Text,
    /// A few words for narrow columns and charts.
    pub short: Text,
    /// Does agreement mean dissatisfaction?
    pub is_reversed: bool,
    /// Which of the three conditions it speaks of.
    pub motive: Option<Motive>,
    /// Which of the five levers it speaks of.
    pub lever: Option<Lever>,
}

/// A questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Questionnaire {
    /// Id, `a-z0-9_-`.
    pub id: String,
    /// Version, raised with each change of wording.
    pub version: u32,
    /// What it is for.
    pub kind: QuestionnaireKind,
    /// Title.
    pub title: Text,
    /// What it is for, one or two sentences.
    pub about: Text,
    /// Minutes it takes.
    pub minutes: u32,
    /// Labels of the answers 1 to 5.
    pub scale: [Text; 5],
    /// Dimensions in the order they are asked.
    pub dimensions: Vec<QuestionnaireDimension>,
    /// Items in the order they are asked.
    pub items: Vec<Item>,
}

impl Questionnaire {
    /// The items of a dimension, in order.
    pub fn items_of<'a>(&'a self, dimension: &'a str) -> impl Iterator<Item = &'a Item> {
        self.items
            .iter()
            .filter(move |item| item.dimension == dimension)
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }
}
