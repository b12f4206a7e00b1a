//! Raters and visits of mystery shoppers that HR adds one by one, and what was added by mistake.

use super::super::Service;
use super::people::find;
use super::rounds::{is_fit, planned};
use crate::app::{RaterPair, RatingReply};
use crate::domain::Date;
use crate::domain::rating::{
    Assignment, AssignmentId, Person, PersonId, Rater, RoundCode, RoundState, SheetState, Source,
};
use crate::error::{Error, Field, Kind, RatingFault, Result};
use crate::store::{Ratings, StoredRound};

impl Service {
    /// One more rater of one person, in a draft or while the round is open.
    pub(super) fn add_rater(&mut self, pair: &RaterPair) -> Result<RatingReply> {
        let RaterPair {
            round,
            ratee,
            rater,
            source,
        } = pair;
        let stored = self.workspace()?.ratings()?;
        taking(&stored.round(round)?)?;
        let people = stored.people()?;
        find(&people, *rater)?;
        if !is_fit(find(&people, *ratee)?, *rater, *source) {
            return Err(RatingFault::SourceUnfit.into());
        }
        let added = planned(round, *ratee, *rater, *source);
        self.add(&stored, &added)?;
        self.round_view(round)
    }

    /// A visit of a mystery shopper while the round is open; its sheet is opened at once.
    pub(super) fn add_visit(
        &mut self,
        round: &RoundCode,
        ratee: PersonId,
        (shopper, day): (&str, Date),
    ) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        if stored.round(round)?.round.state != RoundState::Open {
            return Err(RatingFault::RoundState.into());
        }
        find(&stored.people()?, ratee)?;
        if day > self.surroundings.today() {
            return Err(Error::invalid(Field::Date, day.to_string()));
        }
        let visit = Assignment {
            id: AssignmentId(0),
            round: round.clone(),
            ratee,
            rater: Rater::Shopper(Person::tidy_name(shopper)?),
            source: Source::MysteryShopper,
            visit: Some(day),
            state: SheetState::NotBegun,
        };
        let id = self.add(&stored, &visit)?;
        self.open_sheet(id)
    }

    /// Takes somebody out again, as long as nothing is written on the sheet.
    pub(super) fn remove_rater(&mut self, id: AssignmentId) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let all = stored.assignments(None)?;
        let found = all.into_iter().find(|assignment| assignment.id == id);
        let (field, name) = (Field::Rating, id.0.to_string());
        let found = found.ok_or_else(|| Error::from(Kind::NotFound { field, name }))?;
        taking(&stored.round(&found.round)?)?;
        if found.state != SheetState::NotBegun {
            return Err(RatingFault::RoundState.into());
        }
        self.workspace_mut()?
            .change_ratings("remove rater", |tx| Ratings::remove_assignment(tx, id))?;
        self.round_view(&found.round)
    }

    fn add(&mut self, stored: &Ratings, added: &Assignment) -> Result<AssignmentId> {
        let is_known = stored.assignments(Some(&added.round))?.iter().any(|known| {
            let theirs = (known.ratee, &known.rater, known.visit);
            theirs == (added.ratee, &added.rater, added.visit)
        });
        if is_known {
            return Err(RatingFault::RaterKnown.into());
        }
        self.workspace_mut()?
            .change_ratings("add rater", |tx| Ratings::add_assignment(tx, added))
    }
}

/// Does the round still take raters?
fn taking(kept: &StoredRound) -> Result<()> {
    match kept.round.state {
        RoundState::Draft | RoundState::Open => Ok(()),
        RoundState::Closed => Err(RatingFault::RoundState.into()),
    }
}
