//! Branches and questionnaires of the company.

use std::path::Path;

use super::Service;
use crate::app::{Reply, files};
use crate::domain::{Branch, BranchCode, Measure};
use crate::error::{Field, Kind, Place, Result};
use crate::import::{embedded, parse_questionnaire};
use crate::store::Workspace;

impl Service {
    pub(super) fn save_branch(
        &mut self,
        branch: Branch,
        previous: Option<BranchCode>,
    ) -> Result<Reply> {
        let is_new_code = previous.as_ref() != Some(&branch.code);
        let workspace = self.workspace_mut()?;
        if is_new_code
            && workspace
                .branches()?
                .iter()
                .any(|known| known.code == branch.code)
        {
            let name = branch.code.as_str().to_owned();
            return Err(Kind::Exists {
                field: Field::Branch,
                name,
            }
            .into());
        }
        workspace.change("save branch", |tx| {
            if let Some(previous) = previous.filter(|_| is_new_code) {
                Workspace::remove_branch(tx, &previous)?;
            }
            Workspace::put_branches(tx, &[branch])
        })?;
        self.changed()
    }

    pub(super) fn remove_branch(&mut self, code: &BranchCode) -> Result<Reply> {
        self.workspace_mut()?
            .change("remove branch", |tx| Workspace::remove_branch(tx, code))?;
        self.changed()
    }

    pub(super) fn add_questionnaire(&mut self, path: &Path) -> Result<Reply> {
        let text = files::read_text(path)?;
        let questionnaire = parse_questionnaire(&text)
            .map_err(|error| error.at(Place::File(files::name_of(path))))?;
        if embedded().iter().any(|ours| ours.id == questionnaire.id) {
            let field = Field::Questionnaire;
            return Err(Kind::Exists {
                field,
                name: questionnaire.id,
            }
            .into());
        }
        self.workspace_mut()?.change("add questionnaire", |tx| {
            Workspace::put_questionnaire(tx, &questionnaire.id, &text)
        })?;
        self.changed()
    }

    pub(super) fn remove_measure(&mut self, measure: &Measure) -> Result<Reply> {
        self.workspace_mut()?.change("remove measure", |tx| {
            Workspace::remove_measure(tx, measure).map(drop)
        })?;
        self.changed()
    }
}
