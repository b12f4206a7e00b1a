//! The shape of the TOML file. A typing error in a key is a fault, not a silently ignored line.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::Text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawModel {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) source: Text,
    #[serde(rename = "competency")]
    pub(super) competencies: Vec<RawCompetency>,
    #[serde(default, rename = "sin")]
    pub(super) sins: Vec<RawSin>,
    #[serde(default)]
    pub(super) appraisal: Vec<RawQuestion>,
    #[serde(default, rename = "profile")]
    pub(super) profiles: Vec<RawProfile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCompetency {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) definition: Text,
    pub(super) evidence: Text,
    pub(super) anchors: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSin {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) sign: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    pub(super) id: String,
    pub(super) text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProfile {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) required: BTreeMap<String, u8>,
}
