//! The shapes of the TOML file, and how they become the domain's. Nothing is checked here.

use serde::Deserialize;
use toml::Spanned;

use crate::domain::{
    Item, ItemKind, Lever, Motive, Questionnaire, QuestionnaireDimension, QuestionnaireKind, Text,
};

// The shapes of the file. Keys are those that an HR specialist reads, so a typing error in one is a
// fault and not a silently ignored line.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestionnaire {
    pub(super) id: Spanned<String>,
    #[serde(default = "first_version")]
    pub(super) version: u32,
    pub(super) kind: QuestionnaireKind,
    #[serde(default)]
    pub(super) minutes: u32,
    pub(super) title: RawText,
    #[serde(default)]
    pub(super) about: RawText,
    #[serde(default)]
    pub(super) scale: Option<[RawText; 5]>,
    #[serde(default, rename = "dimension")]
    pub(super) dimensions: Vec<RawDimension>,
    #[serde(rename = "item")]
    pub(super) items: Vec<RawItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDimension {
    pub(super) id: Spanned<String>,
    pub(super) title: RawText,
    #[serde(default)]
    pub(super) about: RawText,
    #[serde(default)]
    pub(super) outcome: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawItem {
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) dimension: Option<Spanned<String>>,
    #[serde(default = "agreement")]
    pub(super) kind: ItemKind,
    pub(super) text: RawText,
    #[serde(default)]
    pub(super) short: RawText,
    #[serde(default)]
    pub(super) motive: Option<Motive>,
    #[serde(default)]
    pub(super) lever: Option<Lever>,
    #[serde(default)]
    pub(super) reversed: bool,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RawText {
    #[serde(default)]
    pub(super) ru: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) en: Option<Spanned<String>>,
}

pub(super) fn first_version() -> u32 {
    1
}

pub(super) fn agreement() -> ItemKind {
    ItemKind::Agreement
}

impl RawText {
    pub(super) fn languages(&self) -> [(&'static str, Option<&Spanned<String>>); 2] {
        [("ru", self.ru.as_ref()), ("en", self.en.as_ref())]
    }

    pub(super) fn is_absent(&self) -> bool {
        self.ru.is_none() && self.en.is_none()
    }

    pub(super) fn into_domain(self) -> Text {
        let text = |value: Option<Spanned<String>>| {
            value
                .map(|value| value.get_ref().trim().to_owned())
                .unwrap_or_default()
        };
        Text {
            ru: text(self.ru),
            en: text(self.en),
        }
    }
}

impl RawQuestionnaire {
    pub(super) fn into_domain(self) -> Questionnaire {
        Questionnaire {
            id: self.id.into_inner(),
            version: self.version,
            kind: self.kind,
            title: self.title.into_domain(),
            about: self.about.into_domain(),
            minutes: self.minutes,
            scale: self
                .scale
                .map_or_else(Default::default, |scale| scale.map(RawText::into_domain)),
            dimensions: self
                .dimensions
                .into_iter()
                .map(RawDimension::into_domain)
                .collect(),
            items: self.items.into_iter().map(RawItem::into_domain).collect(),
        }
    }
}

impl RawDimension {
    pub(super) fn into_domain(self) -> QuestionnaireDimension {
        QuestionnaireDimension {
            id: self.id.into_inner(),
            title: self.title.into_domain(),
            about: self.about.into_domain(),
            is_outcome: self.outcome,
        }
    }
}

impl RawItem {
    pub(super) fn into_domain(self) -> Item {
        let text = self.text.into_domain();
        let short = if self.short.is_absent() {
            text.clone()
        } else {
            self.short.into_domain()
        };
        Item {
            id: self.id.into_inner(),
            dimension: self.dimension.map(Spanned::into_inner).unwrap_or_default(),
            kind: self.kind,
            text,
            short,
            is_reversed: self.reversed,
            motive: self.motive,
            lever: self.lever,
        }
    }
}

impl RawItem {
    pub(super) fn dimension_id(&self) -> Option<&str> {
        self.dimension
            .as_ref()
            .map(|dimension| dimension.get_ref().as_str())
    }

    /// Does the kind of answer fit the questionnaire, and the item its place? What is rated belongs
    /// to a dimension; what stands alone is the recommendation and the open question.
    pub(super) fn fits(&self, questionnaire: QuestionnaireKind) -> bool {
        let has_dimension = self.dimension.is_some();
        match (self.kind, questionnaire) {
            (ItemKind::Agreement, QuestionnaireKind::Staff | QuestionnaireKind::Customer)
            | (ItemKind::Observed, QuestionnaireKind::MysteryShopping) => has_dimension,
            (ItemKind::Recommend, QuestionnaireKind::Staff | QuestionnaireKind::Customer)
            | (ItemKind::Open, _) => !has_dimension && !self.reversed,
            (ItemKind::Agreement | ItemKind::Recommend, QuestionnaireKind::MysteryShopping)
            | (ItemKind::Observed, QuestionnaireKind::Staff | QuestionnaireKind::Customer) => false,
        }
    }
}
