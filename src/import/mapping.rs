//! What each column means: guessed, edited on screen, remembered for files with the same heads, or
//! read from a `--map` file.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::kind::ImportKind;
use super::normal::normal;
use super::role::Role;
use crate::error::{Error, Field, Kind, Place, Result};

/// The meaning of the columns of a file. As TOML:
///
/// ```toml
/// kind = "outcomes"
/// [columns]
/// "Точка" = "branch"
/// "Оценка 0-10" = "score"
/// "ФИО гостя" = "skip"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What the file holds.
    pub kind: ImportKind,
    /// Head → meaning; heads that are not named are not taken.
    pub columns: BTreeMap<String, Role>,
}

impl Mapping {
    /// A mapping that takes nothing yet.
    #[must_use]
    pub fn new(kind: ImportKind) -> Self {
        Self {
            kind,
            columns: BTreeMap::new(),
        }
    }

    /// Reads a `--map` file.
    ///
    /// # Errors
    /// When it is not TOML of this shape; the text is what the parser says, with the line.
    pub fn from_toml(text: &str) -> Result<Self> {
        toml::from_str(text)
            .map_err(|error| Kind::FileDamaged(error.to_string().trim().to_owned()).into())
    }

    /// Writes a `--map` file.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).expect("names and words always have a TOML form")
    }

    /// What a column means.
    #[must_use]
    pub fn role(&self, head: &str) -> &Role {
        self.columns.get(head).unwrap_or(&Role::Skip)
    }

    /// The word of a column's meaning; empty where it is not taken.
    #[must_use]
    pub fn code_of(&self, head: &str) -> String {
        let role = self.role(head);
        if *role == Role::Skip {
            String::new()
        } else {
            role.code()
        }
    }

    /// Gives a column a meaning, and takes that meaning from the column that had it.
    pub fn set(&mut self, head: &str, role: Role) {
        if role != Role::Skip {
            for other in self.columns.values_mut().filter(|other| **other == role) {
                *other = Role::Skip;
            }
        }
        self.columns.insert(head.to_owned(), role);
    }

    /// A key for remembering: the same for files with the same heads, however they are spelt.
    #[must_use]
    pub fn heads_key(heads: &[String]) -> String {
        heads
            .iter()
            .map(|head| normal(head))
            .collect::<Vec<_>>()
            .join("|")
    }

    /// The columns that are still wanting; empty when the mapping is complete. Where one of several
    /// would do, the most usual is named.
    #[must_use]
    pub fn missing(&self) -> Vec<Role> {
        let has = |role: &Role| self.columns.values().any(|given| given == role);
        let has_items = self
            .columns
            .values()
            .any(|role| matches!(role, Role::Item(_)));
        let has_named = self
            .columns
            .values()
            .any(|role| matches!(role, Role::Named(_)));
        let has_rated = self
            .columns
            .values()
            .any(|role| matches!(role, Role::Rated(_)));
        let mut missing: Vec<Role> = Vec::new();
        let mut need = |role: &Role| {
            if !has(role) {
                missing.push(role.clone());
            }
        };
        match self.kind {
            ImportKind::Branches if has(&Role::Name) => {}
            ImportKind::Branches => need(&Role::Branch),
            ImportKind::Outcomes => {
                need(&Role::Branch);
                if [Role::Promoters, Role::Passives, Role::Detractors]
                    .iter()
                    .any(&has)
                {
                    need(&Role::Promoters);
                    need(&Role::Passives);
                    need(&Role::Detractors);
                } else if !has(&Role::Score) && !has(&Role::Value) && !has_named {
                    missing.push(Role::Score);
                }
            }
            ImportKind::Answers => {
                need(&Role::Branch);
                if !has_items {
                    missing.push(Role::Item(String::new()));
                }
            }
            ImportKind::StaffScores => {
                need(&Role::Branch);
                need(&Role::Dimension);
                need(&Role::Value);
            }
            ImportKind::Benchmarks => {
                need(&Role::Subject);
                need(&Role::Value);
            }
            ImportKind::Positions => {
                need(&Role::Title);
                need(&Role::Group);
            }
            ImportKind::People => {
                need(&Role::Person);
                need(&Role::Position);
                need(&Role::Branch);
            }
            ImportKind::Ratings | ImportKind::Visits => {
                need(&Role::Person);
                if self.kind == ImportKind::Visits {
                    need(&Role::Date);
                }
                if !has_rated {
                    need(&Role::Competency);
                    need(&Role::Level);
                }
            }
        }
        missing
    }

    /// Is the mapping fit for a file with these heads?
    ///
    /// # Errors
    /// [`Kind::ColumnMissing`] names what a needed column may be called, or a head that the file
    /// lacks; [`Kind::ColumnTwice`] a meaning given to two columns; [`Kind::Invalid`] a meaning that
    /// this kind has not.
    pub fn validate(&self, heads: &[String]) -> Result<()> {
        let mut seen = BTreeSet::new();
        for (head, role) in &self.columns {
            if *role == Role::Skip {
                continue;
            }
            if !heads.contains(head) {
                return Err(Kind::ColumnMissing(head.clone()).into());
            }
            if !self.kind.takes(role) {
                return Err(
                    Error::invalid(Field::Name, role.code()).at(Place::Column(head.clone()))
                );
            }
            if !seen.insert(role) {
                return Err(
                    Error::from(Kind::ColumnTwice(role.code())).at(Place::Column(head.clone()))
                );
            }
        }
        match self.missing().first() {
            Some(role) => Err(Kind::ColumnMissing(self.names_of(role)).into()),
            None => Ok(()),
        }
    }

    /// A few heads that would have fitted: `branch, филиал, точка`.
    fn names_of(&self, role: &Role) -> String {
        let spec = self.kind.roles().iter().find(|spec| spec.role == role);
        let Some(spec) = spec else {
            return "dimension_1, dimension_2".to_owned();
        };
        let words: Vec<&str> = spec
            .words
            .iter()
            .take(3)
            .map(|word| word.trim_end_matches('*'))
            .collect();
        words.join(", ")
    }
}
