//! Sheets: opened, kept as drafts, handed in, given back.

use std::sync::Arc;

use super::super::Service;
use super::overview::model_of;
use super::people::find;
use crate::app::{RaterList, RaterListLine, RatingReply, SheetView};
use crate::domain::rating::{
    Assignment, AssignmentId, CompetencyModel, Rater, RatingSheet, RoundState, SheetState,
};
use crate::error::{Error, Field, Kind, RatingFault, Result};
use crate::store::{Ratings, StoredRound};

impl Service {
    pub(super) fn open_sheet(&self, id: AssignmentId) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let (assignment, kept) = assignment(&stored, id)?;
        let model = model_of(&stored, &kept)?;
        let sheet = stored.sheets(&kept.round.code, &ids(&model))?.remove(&id);
        let sheet = sheet.unwrap_or_else(|| RatingSheet::blank(id, model.competencies.len()));
        let is_open = is_open(&assignment, &kept);
        let ratee = find(&stored.people()?, assignment.ratee)?.clone();
        let view = SheetView {
            assignment,
            ratee,
            model,
            sheet,
            is_open,
        };
        Ok(RatingReply::Sheet(Arc::new(view)))
    }

    pub(super) fn save_sheet(
        &mut self,
        sheet: &RatingSheet,
        is_handed_in: bool,
    ) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let (assignment, kept) = assignment(&stored, sheet.assignment)?;
        if !is_open(&assignment, &kept) {
            return Err(RatingFault::RoundState.into());
        }
        let model = model_of(&stored, &kept)?;
        check(sheet, &model)?;
        let left = model.competencies.len() - sheet.marked();
        if is_handed_in && left > 0 {
            return Err(RatingFault::Incomplete(left).into());
        }
        drop(stored);
        let state = if is_handed_in {
            SheetState::HandedIn
        } else {
            SheetState::Draft
        };
        self.workspace_mut()?.change_ratings("save sheet", |tx| {
            Ratings::put_sheet(tx, sheet, &ids(&model))?;
            Ratings::set_sheet_state(tx, sheet.assignment, state)
        })?;
        let stored = self.workspace()?.ratings()?;
        let list = rater_list(&stored, &kept, &assignment.rater)?;
        Ok(RatingReply::Kept(Arc::new(list)))
    }

    pub(super) fn return_sheet(&mut self, id: AssignmentId) -> Result<RatingReply> {
        let (assignment, kept) = assignment(&self.workspace()?.ratings()?, id)?;
        let is_handed_in = assignment.state == SheetState::HandedIn;
        if kept.round.state != RoundState::Open || !is_handed_in {
            return Err(RatingFault::RoundState.into());
        }
        self.workspace_mut()?.change_ratings("return sheet", |tx| {
            Ratings::set_sheet_state(tx, id, SheetState::Draft)
        })?;
        self.round_view(&kept.round.code)
    }
}

fn is_open(assignment: &Assignment, kept: &StoredRound) -> bool {
    kept.round.state == RoundState::Open && assignment.state != SheetState::HandedIn
}

/// Ids of the competencies in their order.
pub(super) fn ids(model: &CompetencyModel) -> Vec<&str> {
    let ids = model.competencies.iter();
    ids.map(|competency| competency.id.as_str()).collect()
}

fn assignment(stored: &Ratings, id: AssignmentId) -> Result<(Assignment, StoredRound)> {
    let all = stored.assignments(None)?;
    let found = all.into_iter().find(|assignment| assignment.id == id);
    let (field, name) = (Field::Rating, id.0.to_string());
    let found = found.ok_or_else(|| Error::from(Kind::NotFound { field, name }))?;
    let kept = stored.round(&found.round)?;
    Ok((found, kept))
}

/// Does a sheet fit the model?
fn check(sheet: &RatingSheet, model: &CompetencyModel) -> Result<()> {
    let length = model.competencies.len();
    let has_sins = sheet
        .sins
        .iter()
        .all(|seen| model.sins.iter().any(|sin| sin.id == *seen));
    if sheet.marks.len() != length || sheet.evidence.len() != length || !has_sins {
        return Err(Error::invalid(
            Field::Rating,
            sheet.assignment.0.to_string(),
        ));
    }
    let most = RatingSheet::MAX_EVIDENCE;
    if sheet
        .evidence
        .iter()
        .any(|text| text.chars().count() > most)
    {
        return Err(RatingFault::TooLong(most).into());
    }
    Ok(())
}

/// Whom somebody rates in a round: those to go first, then by name.
pub(super) fn rater_list(stored: &Ratings, kept: &StoredRound, rater: &Rater) -> Result<RaterList> {
    let model = model_of(stored, kept)?;
    let sheets = stored.sheets(&kept.round.code, &ids(&model))?;
    let people = stored.people()?;
    let mut lines = Vec::new();
    for assignment in stored.assignments(Some(&kept.round.code))? {
        if assignment.rater == *rater {
            let marked = sheets.get(&assignment.id).map_or(0, RatingSheet::marked);
            let ratee = find(&people, assignment.ratee)?.clone();
            let marked = (marked, model.competencies.len());
            lines.push(RaterListLine {
                assignment,
                ratee,
                marked,
            });
        }
    }
    lines.sort_by(|a, b| {
        let is_done = |line: &RaterListLine| line.assignment.state == SheetState::HandedIn;
        (is_done(a), &a.ratee.name).cmp(&(is_done(b), &b.ratee.name))
    });
    Ok(RaterList {
        rater: match rater {
            Rater::Person(person) => Some(*person),
            Rater::Shopper(_) | Rater::Erased => None,
        },
        round: kept.round.clone(),
        lines,
    })
}
