//! What every sheet reads: the findings, the request, and what follows from both.

use super::{Scope, WorkbookRequest};
use crate::analysis::{AudienceFindings, Findings, WaveFindings};
use crate::domain::{Audience, Item, Lang, MinGroup};
use crate::error::{Error, Field, Kind, Result};
use crate::i18n::message;
use crate::phrases;
use crate::tr;

/// Findings seen by one request.
pub(super) struct Context<'a> {
    pub(super) findings: &'a Findings,
    pub(super) request: &'a WorkbookRequest,
    pub(super) lang: Lang,
    pub(super) wave: &'a WaveFindings,
    pub(super) min_group: MinGroup,
}

impl<'a> Context<'a> {
    pub(super) fn new(findings: &'a Findings, request: &'a WorkbookRequest) -> Result<Self> {
        let missing = |field, position: usize| -> Error {
            Kind::NotFound {
                field,
                name: position.to_string(),
            }
            .into()
        };
        let wave = findings.waves.get(request.wave);
        let wave = wave.ok_or_else(|| missing(Field::Wave, request.wave))?;
        if let Scope::Branch(branch) = request.scope {
            findings
                .branches
                .get(branch)
                .ok_or_else(|| missing(Field::Branch, branch))?;
        }
        let min_group = findings.min_group;
        Ok(Self {
            findings,
            request,
            lang: request.lang,
            wave,
            min_group,
        })
    }

    /// The branch of a cut.
    pub(super) fn own_branch(&self) -> Option<usize> {
        match self.request.scope {
            Scope::Full | Scope::Short => None,
            Scope::Branch(branch) => Some(branch),
        }
    }

    /// The branches this workbook may name, in order of code.
    pub(super) fn branches(&self) -> Vec<usize> {
        match self.request.scope {
            Scope::Full | Scope::Short => (0..self.findings.branches.len()).collect(),
            Scope::Branch(branch) => vec![branch],
        }
    }

    /// Waves up to the one of the report.
    pub(super) fn waves(&self) -> &'a [WaveFindings] {
        self.findings
            .waves
            .get(..=self.request.wave)
            .unwrap_or_default()
    }

    /// The wave before.
    pub(super) fn previous(&self) -> Option<&'a WaveFindings> {
        self.request
            .wave
            .checked_sub(1)
            .and_then(|before| self.findings.waves.get(before))
    }

    /// Everybody's answers.
    pub(super) fn all(&self) -> Option<&'a AudienceFindings> {
        self.wave.audience(Audience::All)
    }

    /// A message without variables.
    pub(super) fn text(&self, key: &str) -> String {
        message(self.lang, key)
    }

    /// A dimension's title.
    pub(super) fn dimension(&self, position: usize) -> &'a str {
        self.findings
            .dimensions
            .get(position)
            .map_or("", |found| found.title.get(self.lang))
    }

    /// A question, marked where its answers are turned round.
    pub(super) fn question(&self, item: &Item) -> String {
        let mark = if item.is_reversed { " ↺" } else { "" };
        format!("{}{mark}", item.text.get(self.lang))
    }

    /// The name of the company, or “Whole company”.
    pub(super) fn company(&self) -> String {
        if self.request.company.is_empty() {
            self.text("company")
        } else {
            self.request.company.clone()
        }
    }

    /// The title in the properties and on the first sheet.
    pub(super) fn title(&self) -> String {
        let wave = self.wave.wave.name.as_str();
        match self.own_branch() {
            None => tr!(
                self.lang,
                "book-title",
                company = self.company(),
                wave = wave
            ),
            Some(branch) => tr!(
                self.lang,
                "book-title-branch",
                branch = phrases::branch_title(self.findings, branch),
                wave = wave
            ),
        }
    }
}
