//! A model of competencies: what is rated, how each level shows, and what a role needs.
//!
//! The TOML form is read by `import::competencies`, which names the line of a fault.

use super::Level;
use crate::domain::Text;

/// Competencies, service sins, questions of the yearly talk and role profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetencyModel {
    /// Id, `a-z0-9_-`.
    pub id: String,
    /// Version, raised with each change of wording: rounds of different versions do not compare.
    pub version: u32,
    /// Title.
    pub title: Text,
    /// Where the practice comes from, one sentence.
    pub source: Text,
    /// Competencies in the order they are rated; at least one.
    pub competencies: Vec<Competency>,
    /// Observable negative indicators: evidence, not a level.
    pub sins: Vec<Sin>,
    /// Questions of the yearly talk.
    pub appraisal: Vec<AppraisalQuestion>,
    /// Roles and the levels that they need.
    pub profiles: Vec<RoleProfile>,
}

/// One competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competency {
    /// Id, `a-z0-9_`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What it is, one or two sentences.
    pub definition: Text,
    /// What the rater writes down.
    pub evidence: Text,
    /// Observable behaviour of each level, level 1 first.
    pub anchors: [Text; Level::COUNT],
}

impl Competency {
    /// What the level looks like.
    #[must_use]
    pub fn anchor(&self, level: Level) -> &Text {
        &self.anchors[level.index()]
    }
}

/// A service sin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sin {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What can be observed.
    pub sign: Text,
}

/// A question of the yearly talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppraisalQuestion {
    /// Id.
    pub id: String,
    /// The question.
    pub text: Text,
}

/// What a role needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleProfile {
    /// Id.
    pub id: String,
    /// Name of the role.
    pub name: Text,
    /// The level needed, parallel to [`CompetencyModel::competencies`].
    pub required: Vec<Level>,
}

impl CompetencyModel {
    /// Position of the competency with this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.competencies
            .iter()
            .position(|competency| competency.id == id)
    }

    /// Position of the role profile with this id.
    #[must_use]
    pub fn profile(&self, id: &str) -> Option<usize> {
        self.profiles.iter().position(|profile| profile.id == id)
    }

    /// Do rounds with these two models compare?
    #[must_use]
    pub fn compares_with(&self, other: &Self) -> bool {
        let ids = |model: &Self| -> Vec<String> {
            let ids = model.competencies.iter();
            ids.map(|competency| competency.id.clone()).collect()
        };
        self.id == other.id && self.version == other.version && ids(self) == ids(other)
    }
}
