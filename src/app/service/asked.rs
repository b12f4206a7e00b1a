//! What the answers of a file are answers to: the questionnaire of their wave, one that is known, or
//! one made of the heads of the file.

use super::overview::questionnaire_of;
use crate::app::AskedOrigin;
use crate::domain::{Lang, Questionnaire, Text, WaveCode};
use crate::error::Result;
use crate::i18n::{FluentValue, message_with};
use crate::import::{
    Mapping, RawTable, Role, embedded, embedded_source, infer_questionnaire_from,
    known_questionnaire, parse_questionnaire,
};
use crate::store::Workspace;

/// What was asked.
pub(super) enum Asked {
    /// What the wave asks that the answers are for.
    Wave(Questionnaire),
    /// Ours or the company's own, with its text: it has every question of the file.
    Known(Questionnaire, String),
    /// Nobody knows these questions: the heads of the file must do.
    Inferred,
}

impl Asked {
    /// `items` are the ids of the questions.
    pub(super) fn of(
        workspace: &Workspace,
        wave: Option<&WaveCode>,
        items: &[String],
    ) -> Result<Self> {
        for (known, source) in workspace.waves()? {
            if Some(&known.code) == wave && !source.is_empty() {
                return Ok(Self::Wave(questionnaire_of(&source)?));
            }
        }
        let mut own = Vec::new();
        for source in workspace.questionnaire_sources()? {
            own.push((parse_questionnaire(&source)?, source));
        }
        let all = embedded().iter().chain(own.iter().map(|(own, _)| own));
        let Some(found) = known_questionnaire(items, all) else {
            return Ok(Self::Inferred);
        };
        let source = own
            .iter()
            .find(|(own, _)| std::ptr::eq(own, found))
            .map(|(_, source)| source.clone());
        let source = source.or_else(|| embedded_source(&found.id).map(str::to_owned));
        Ok(Self::Known(found.clone(), source.unwrap_or_default()))
    }

    /// The questionnaire, unless the file has to make it.
    pub(super) fn questionnaire(&self) -> Option<&Questionnaire> {
        match self {
            Self::Wave(questionnaire) | Self::Known(questionnaire, _) => Some(questionnaire),
            Self::Inferred => None,
        }
    }

    pub(super) fn origin(&self) -> AskedOrigin {
        match self {
            Self::Wave(_) => AskedOrigin::Wave,
            Self::Known(..) => AskedOrigin::Known,
            Self::Inferred => AskedOrigin::Inferred,
        }
    }
}

/// Ids of the questions that the heads of a file name.
pub(super) fn items_of_heads(table: &RawTable) -> Vec<String> {
    let inferred = infer_questionnaire_from(table);
    inferred.items.into_iter().map(|item| item.id).collect()
}

/// Ids of the questions that are taken.
pub(super) fn items_of(mapping: &Mapping) -> Vec<String> {
    let items = mapping.columns.values().filter_map(|role| {
        if let Role::Item(id) = role {
            Some(id.clone())
        } else {
            None
        }
    });
    items.collect()
}

/// The title of a questionnaire made of the heads of this file.
pub(super) fn inferred_title(file: &str) -> Text {
    let title = |lang: Lang| {
        let file = FluentValue::from(file.to_owned());
        message_with(lang, "import-questions-of", &[("file", file)])
    };
    Text::new(title(Lang::Ru), title(Lang::En))
}
