//! Yearly talks, goals, successors.

use super::super::Service;
use super::people::find;
use crate::app::RatingReply;
use crate::domain::rating::{AppraisalAnswer, DevelopmentGoal, GoalId, PersonId, Post, Successor};
use crate::error::{Error, Field, RatingFault, Result};
use crate::store::Ratings;

/// The most characters of an answer, a goal or an action.
const MAX_TEXT: usize = 2_000;

impl Service {
    pub(super) fn save_appraisal(&mut self, answers: &[AppraisalAnswer]) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let people = stored.people()?;
        for answer in answers {
            stored.round(&answer.round)?;
            find(&people, answer.person)?;
            check_length(&answer.answer)?;
        }
        drop(stored);
        self.workspace_mut()?.change_ratings("save talk", |tx| {
            answers
                .iter()
                .try_for_each(|answer| Ratings::put_appraisal(tx, answer))
        })?;
        self.ratings_changed()
    }

    pub(super) fn save_goal(&mut self, goal: &DevelopmentGoal) -> Result<RatingReply> {
        find(&self.workspace()?.ratings()?.people()?, goal.person)?;
        if goal.goal.trim().is_empty() {
            return Err(Error::invalid(Field::Name, ""));
        }
        for text in [&goal.goal, &goal.action, &goal.follow_up] {
            check_length(text)?;
        }
        self.workspace_mut()?
            .change_ratings("save goal", |tx| Ratings::put_goal(tx, goal))?;
        self.ratings_changed()
    }

    pub(super) fn remove_goal(&mut self, goal: GoalId) -> Result<RatingReply> {
        self.workspace_mut()?
            .change_ratings("remove goal", |tx| Ratings::remove_goal(tx, goal))?;
        self.ratings_changed()
    }

    pub(super) fn save_successor(&mut self, successor: &Successor) -> Result<RatingReply> {
        find(&self.workspace()?.ratings()?.people()?, successor.person)?;
        self.workspace_mut()?
            .change_ratings("save successor", |tx| Ratings::put_successor(tx, successor))?;
        self.ratings_changed()
    }

    pub(super) fn remove_successor(
        &mut self,
        post: &Post,
        person: PersonId,
    ) -> Result<RatingReply> {
        self.workspace_mut()?
            .change_ratings("remove successor", |tx| {
                Ratings::remove_successor(tx, post, person)
            })?;
        self.ratings_changed()
    }
}

fn check_length(text: &str) -> Result<()> {
    if text.chars().count() > MAX_TEXT {
        return Err(RatingFault::TooLong(MAX_TEXT).into());
    }
    Ok(())
}
