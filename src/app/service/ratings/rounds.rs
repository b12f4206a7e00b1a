//! Rounds: made, planned, opened, closed, erased.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::Service;
use super::overview::{model_of, roles_now, round_info};
use super::people::find;
use crate::app::{RatingReply, RoundDraft, RoundView};
use crate::domain::rating::{
    Assignment, AssignmentId, Person, PersonId, Rater, Round, RoundCode, RoundState, SheetState,
    Source,
};
use crate::error::{Error, Field, Kind, RatingFault, Result};
use crate::import::{CUSTOMER_ORIENTATION, customer_orientation};
use crate::seal::secret::{SystemEntropy, random};
use crate::store::{Change, Ratings, StoredRound};

/// How long a round is kept where nothing else is said.
const KEPT_YEARS: i32 = 2;
/// The most peers that are proposed for a person.
const PEERS_PROPOSED: usize = 4;

impl Service {
    pub(super) fn create_round(&mut self, draft: RoundDraft) -> Result<RatingReply> {
        let RoundDraft {
            name,
            model,
            opens,
            closes,
            keep_until,
            weights,
        } = draft;
        let name = Person::tidy_name(&name)?;
        let stored = self.workspace()?.ratings()?;
        let model_source = source_of(&stored, &model)?;
        let years = jiff::Span::new().years(KEPT_YEARS);
        let usual = closes.checked_add(years);
        let usual = usual.map_err(|_| Error::invalid(Field::Date, closes.to_string()))?;
        let round = Round {
            code: free_code(&stored.rounds()?, &name)?,
            name,
            model,
            opens,
            closes,
            keep_until: keep_until.unwrap_or(usual),
            kept_because: String::new(),
            weights,
            state: RoundState::Draft,
        };
        round.check_days()?;
        let kept = StoredRound {
            round,
            model_source,
            salt: random(&mut SystemEntropy)?,
        };
        self.workspace_mut()?
            .change_ratings("create round", |tx| Ratings::put_round(tx, &kept))?;
        self.ratings_changed()
    }

    pub(super) fn update_round(&mut self, round: Round) -> Result<RatingReply> {
        let known = self.workspace()?.ratings()?.round(&round.code)?;
        let before = &known.round;
        round.check_days()?;
        let is_frozen = round.weights == before.weights
            && round.model == before.model
            && round.opens == before.opens;
        let is_allowed = match before.state {
            RoundState::Draft => round.model == before.model,
            RoundState::Open => is_frozen,
            RoundState::Closed => is_frozen && round.closes == before.closes,
        };
        if round.state != before.state || !is_allowed {
            return Err(RatingFault::RoundState.into());
        }
        // Keeping personal data longer than was said takes a reason.
        let is_longer = before.state == RoundState::Closed && round.keep_until > before.keep_until;
        if is_longer && round.kept_because.trim().is_empty() {
            return Err(Error::invalid(Field::Date, round.keep_until.to_string()));
        }
        let name = Person::tidy_name(&round.name)?;
        let kept = StoredRound {
            round: Round { name, ..round },
            ..known
        };
        self.workspace_mut()?
            .change_ratings("update round", |tx| Ratings::put_round(tx, &kept))?;
        self.ratings_changed()
    }

    pub(super) fn plan_round(
        &mut self,
        code: &RoundCode,
        pairs: &[(PersonId, PersonId, Source)],
    ) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let known = stored.round(code)?;
        if known.round.state != RoundState::Draft {
            return Err(RatingFault::RoundState.into());
        }
        let people = stored.people()?;
        let mut seen = BTreeSet::new();
        for (ratee, rater, source) in pairs {
            let ratee = find(&people, *ratee)?;
            find(&people, *rater)?;
            if !is_fit(ratee, *rater, *source) || !seen.insert((ratee.id, *rater)) {
                return Err(RatingFault::SourceUnfit.into());
            }
        }
        drop(stored);
        self.workspace_mut()?.change_ratings("plan round", |tx| {
            Ratings::clear_assignments(tx, code)?;
            for (ratee, rater, source) in pairs {
                Ratings::add_assignment(tx, &planned(code, *ratee, *rater, *source))?;
            }
            Ok(())
        })?;
        self.round_view(code)
    }

    pub(super) fn propose_raters(
        &mut self,
        code: &RoundCode,
        ratees: &[PersonId],
    ) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let opens = stored.round(code)?.round.opens;
        let people = stored.people()?;
        drop(stored);
        let here: Vec<&Person> = people
            .iter()
            .filter(|person| person.is_here_on(opens))
            .collect();
        let chosen = here
            .iter()
            .filter(|person| ratees.is_empty() || ratees.contains(&person.id));
        let pairs: Vec<_> = chosen.flat_map(|ratee| proposal(ratee, &here)).collect();
        self.plan_round(code, &pairs)
    }

    pub(super) fn open_round(&mut self, code: &RoundCode) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let kept = stored.round(code)?;
        let assignments = stored.assignments(Some(code))?;
        if assignments.is_empty() {
            return Err(Kind::NoData.into());
        }
        let ratees = assignments.iter().map(|it| it.ratee).collect();
        let frozen = roles_now(&stored, &kept, &ratees)?;
        drop(stored);
        self.move_round(code, (RoundState::Draft, RoundState::Open), |tx| {
            Ratings::freeze_roles(tx, code, &frozen)
        })
    }

    pub(super) fn close_round(&mut self, code: &RoundCode) -> Result<RatingReply> {
        self.move_round(code, (RoundState::Open, RoundState::Closed), |_| Ok(()))
    }

    fn move_round(
        &mut self,
        code: &RoundCode,
        (from, to): (RoundState, RoundState),
        with: impl FnOnce(&Change<'_>) -> Result<()>,
    ) -> Result<RatingReply> {
        let mut kept = self.workspace()?.ratings()?.round(code)?;
        if kept.round.state != from {
            return Err(RatingFault::RoundState.into());
        }
        kept.round.state = to;
        self.workspace_mut()?.change_ratings("move round", |tx| {
            Ratings::put_round(tx, &kept)?;
            with(tx)
        })?;
        self.ratings_changed()
    }

    pub(super) fn erase_round(&mut self, code: &RoundCode) -> Result<RatingReply> {
        self.workspace()?.ratings()?.round(code)?;
        self.workspace_mut()?
            .change_ratings("erase round", |tx| Ratings::erase_round(tx, code))?;
        self.ratings_changed()
    }

    pub(super) fn round_view(&self, code: &RoundCode) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let kept = stored.round(code)?;
        let assignments = stored.assignments(Some(code))?;
        let has_codes = stored.codes()?.iter().any(|known| known.round == *code);
        let own: Vec<&Assignment> = assignments.iter().collect();
        let model = model_of(&stored, &kept)?;
        let info = round_info(kept.round, &own, self.surroundings.today(), has_codes);
        let view = RoundView {
            info,
            model,
            assignments,
        };
        Ok(RatingReply::Round(Arc::new(view)))
    }
}

/// May this person rate that one in this part? A mystery shopper is none of the staff.
pub(super) fn is_fit(ratee: &Person, rater: PersonId, source: Source) -> bool {
    let is_own = ratee.id == rater;
    match source {
        Source::Itself => is_own,
        Source::Manager => !is_own,
        Source::Peer => !is_own && ratee.manager != Some(rater),
        Source::MysteryShopper => false,
    }
}

pub(super) fn planned(
    round: &RoundCode,
    ratee: PersonId,
    rater: PersonId,
    source: Source,
) -> Assignment {
    Assignment {
        id: AssignmentId(0),
        round: round.clone(),
        ratee,
        rater: Rater::Person(rater),
        source,
        visit: None,
        state: SheetState::NotBegun,
    }
}

/// The person, their manager, and those who follow them in branch and group, in turn, so that
/// everybody is asked about equally often.
fn proposal(ratee: &Person, here: &[&Person]) -> Vec<(PersonId, PersonId, Source)> {
    let mut pairs = vec![(ratee.id, ratee.id, Source::Itself)];
    let manager = here.iter().find(|person| Some(person.id) == ratee.manager);
    pairs.extend(manager.map(|manager| (ratee.id, manager.id, Source::Manager)));
    let mut team: Vec<&&Person> = here
        .iter()
        .filter(|person| person.branch == ratee.branch && person.group == ratee.group)
        .filter(|person| ratee.manager != Some(person.id) && person.manager != Some(ratee.id))
        .collect();
    team.sort_by_key(|person| person.id);
    let own = team
        .iter()
        .position(|person| person.id == ratee.id)
        .unwrap_or(0);
    let others = team
        .iter()
        .cycle()
        .skip(own + 1)
        .take(team.len().saturating_sub(1));
    let peers = others.take(PEERS_PROPOSED);
    pairs.extend(peers.map(|peer| (ratee.id, peer.id, Source::Peer)));
    pairs
}

/// The text of a model: ours or the company's own.
fn source_of(stored: &Ratings, id: &str) -> Result<String> {
    if id == customer_orientation().id {
        return Ok(CUSTOMER_ORIENTATION.to_owned());
    }
    for source in stored.model_sources()? {
        if crate::import::parse_competencies(&source)?.id == id {
            return Ok(source);
        }
    }
    let (field, name) = (Field::Model, id.to_owned());
    Err(Kind::NotFound { field, name }.into())
}

/// The name in lower case where it is free, else with a number.
fn free_code(rounds: &[StoredRound], name: &str) -> Result<RoundCode> {
    let is_free = |code: &RoundCode| rounds.iter().all(|kept| kept.round.code != *code);
    let plain: String = name
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-");
    let plain: String = plain.chars().take(56).collect();
    let first = RoundCode::new(&plain)?;
    if is_free(&first) {
        return Ok(first);
    }
    (2..)
        .map(|number| RoundCode::new(&format!("{plain}-{number}")))
        .find(|code| code.as_ref().is_ok_and(is_free))
        .unwrap_or_else(|| Err(Error::invalid(Field::Round, name)))
}
