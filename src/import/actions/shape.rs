//! The shape of the TOML file. A typing error in a key is a fault, not a silently ignored line.

use serde::Deserialize;

use crate::domain::Text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLibrary {
    pub(super) format: String,
    pub(super) version: u32,
    #[serde(rename = "action")]
    pub(super) actions: Vec<RawAction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAction {
    pub(super) id: String,
    #[serde(rename = "for")]
    pub(super) fits: Vec<String>,
    pub(super) title: RawText,
    pub(super) why: RawText,
    pub(super) steps: Vec<RawText>,
    pub(super) check: RawText,
    pub(super) weeks: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawText {
    ru: String,
    en: String,
}

impl From<RawText> for Text {
    fn from(raw: RawText) -> Self {
        Self::new(raw.ru, raw.en)
    }
}
