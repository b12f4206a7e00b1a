//! Files about people. Each is written whole where the user said, and opened by nobody but the user.

use std::sync::Arc;

use super::super::Service;
use super::super::workspace::COMPANY;
use super::overview::model_of;
use super::people::find;
use crate::analysis::ratings::{
    RoundFindings, SuccessionInput, succession, team_findings, team_of,
};
use crate::app::{RatingFile, RatingFileKind, Reply, files};
use crate::domain::Lang;
use crate::domain::rating::{PersonId, Rater, RoundCode, RoundState, SheetState};
use crate::error::{Error, Field, Kind, RatingFault, Result};
use crate::export::print::{self, Langs, ProfileSheet, RaterForm, Sheet};
use crate::export::{RatedBook, write_rated_workbook};

impl Service {
    pub(super) fn write_rating_file(&self, file: &RatingFile) -> Result<Reply> {
        let RatingFile {
            round,
            what,
            lang,
            path,
        } = file;
        let bytes = match what {
            RatingFileKind::Book { manager } => self.rated_book(round, *manager, *lang)?,
            RatingFileKind::Profile(person) => self.profile_sheet(round, *person, *lang)?,
            RatingFileKind::Forms => self.rater_forms(round, *lang)?,
        };
        files::write_private(path, &bytes)?;
        Ok(Reply::Saved(path.clone()))
    }

    fn rated_book(
        &self,
        round: &RoundCode,
        manager: Option<PersonId>,
        lang: Lang,
    ) -> Result<Vec<u8>> {
        let workspace = self.workspace()?;
        let stored = workspace.ratings()?;
        let findings = self.closed_findings(&stored, round)?;
        let successors = stored.successors()?;
        drop(stored);
        let overview = self.rating_state()?;
        // Successors as far as this round saw them, against what their posts need today.
        let mut models = overview.models.iter();
        let today = models.find(|it| it.compares_with(&findings.model));
        let seen = RoundFindings {
            model: Arc::clone(today.unwrap_or(&findings.model)),
            ..findings.clone()
        };
        let posts = succession(&SuccessionInput {
            people: &overview.people,
            successors: &successors,
            roles: &overview.roles,
            newest: Some(&seen),
            today: overview.today,
        });
        if let Some(manager) = manager {
            find(&overview.people, manager)?;
            if team_of(&overview.people, manager).is_empty() {
                return Err(RatingFault::NoTeam.into());
            }
        }
        let whole = (&findings, &posts);
        let cut = manager.map(|manager| team_findings(whole, &overview.people, manager));
        write_rated_workbook(&RatedBook {
            lang,
            company: &workspace.setting(COMPANY)?.unwrap_or_default(),
            made_on: self.surroundings.today(),
            findings: &findings,
            succession: &posts,
            people: &overview.people,
            branches: &overview.branches,
            cut: cut.as_ref(),
        })
    }

    fn profile_sheet(&self, round: &RoundCode, person: PersonId, lang: Lang) -> Result<Vec<u8>> {
        let workspace = self.workspace()?;
        let stored = workspace.ratings()?;
        let findings = self.closed_findings(&stored, round)?;
        let people = stored.people()?;
        let goals = stored.goals()?;
        drop(stored);
        let person = find(&people, person)?;
        let profile = findings.people.iter().find(|it| it.person == person.id);
        let (field, name) = (Field::Person, person.name.clone());
        let profile = profile.ok_or_else(|| Error::from(Kind::NotFound { field, name }))?;
        let branches = workspace.branches()?;
        let branch = branches.iter().find(|it| it.code == profile.branch);
        let manager = person.manager.and_then(|id| find(&people, id).ok());
        let sheet = ProfileSheet {
            company: workspace.setting(COMPANY)?.unwrap_or_default(),
            branch: branch
                .map_or_else(|| profile.branch.as_str(), |it| &it.name)
                .to_owned(),
            manager: manager.map(|it| it.name.clone()),
            findings: &findings,
            profile,
            person,
            goals: goals.iter().filter(|it| it.person == person.id).collect(),
            made_on: self.surroundings.today(),
        };
        print::pages(Sheet::Profile(&sheet), Langs::One(lang))?.to_pdf()
    }

    fn rater_forms(&self, round: &RoundCode, lang: Lang) -> Result<Vec<u8>> {
        let workspace = self.workspace()?;
        let stored = workspace.ratings()?;
        let kept = stored.round(round)?;
        if kept.round.state != RoundState::Open {
            return Err(RatingFault::RoundState.into());
        }
        let model = model_of(&stored, &kept)?;
        let people = stored.people()?;
        let mut forms = Vec::new();
        for assignment in stored.assignments(Some(round))? {
            if assignment.state == SheetState::HandedIn {
                continue;
            }
            let rater = match &assignment.rater {
                Rater::Person(id) => find(&people, *id)?.name.clone(),
                Rater::Shopper(name) => name.clone(),
                Rater::Erased => continue,
            };
            let ratee = find(&people, assignment.ratee)?;
            forms.push(RaterForm {
                company: workspace.setting(COMPANY)?.unwrap_or_default(),
                round: kept.round.clone(),
                model: model.clone(),
                ratee: ratee.name.clone(),
                position: ratee.position.clone(),
                rater,
                source: assignment.source,
            });
        }
        if forms.is_empty() {
            return Err(Kind::NoData.into());
        }
        // Each rater gets the forms in one piece.
        forms.sort_by(|a, b| (&a.rater, &a.ratee).cmp(&(&b.rater, &b.ratee)));
        print::pages(Sheet::RaterForms(&forms), Langs::One(lang))?.to_pdf()
    }
}
