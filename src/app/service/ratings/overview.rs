//! People, rounds, models and posts as screens see them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::Service;
use crate::analysis::ratings::{PEERS_MIN, RoundFindings, SuccessionInput, succession};
use crate::app::{RatingOverview, Retention, RoundInfo};
use crate::domain::rating::{
    Assignment, CompetencyModel, Person, PersonId, Rater, RoleProfile, Round, RoundCode,
    RoundState, SheetState, Source,
};
use crate::domain::{Date, Lang};
use crate::error::Result;
use crate::import::{CUSTOMER_ORIENTATION, customer_orientation, parse_competencies};
use crate::store::{FrozenPlace, FrozenRoles, Ratings, StoredRound};

/// Days before the retention date on which it is called near.
const SOON_DAYS: i32 = 31;

impl Service {
    /// Everything of people and rounds but sheets and results.
    pub(super) fn rating_state(&self) -> Result<RatingOverview> {
        let workspace = self.workspace()?;
        let stored = workspace.ratings()?;
        let people = stored.people()?;
        let models = models_of(&stored)?;
        let roles = roles_of(&stored, &people, &models)?;
        let rounds = stored.rounds()?;
        let today = self.surroundings.today();
        let newest = self.newest_findings(&stored, &rounds)?.map(|found| {
            // A new post is measured by what it needs today.
            let today = models
                .iter()
                .find(|model| model.compares_with(&found.model));
            let model = today.map_or_else(|| Arc::clone(&found.model), Arc::clone);
            RoundFindings { model, ..found }
        });
        let posts = succession(&SuccessionInput {
            people: &people,
            successors: &stored.successors()?,
            roles: &roles,
            newest: newest.as_ref(),
            today,
        });
        let assignments = stored.assignments(None)?;
        let codes: BTreeSet<RoundCode> =
            stored.codes()?.into_iter().map(|code| code.round).collect();
        let infos = rounds.into_iter().rev().map(|kept| {
            let own: Vec<&Assignment> = assignments
                .iter()
                .filter(|assignment| assignment.round == kept.round.code)
                .collect();
            let has_codes = codes.contains(&kept.round.code);
            round_info(kept.round, &own, today, has_codes)
        });
        let rounds = infos.collect();
        Ok(RatingOverview {
            rounds,
            goals: stored.goals()?,
            branches: workspace.branches()?,
            succession: Arc::new(posts),
            people,
            models,
            roles,
            today,
        })
    }

    /// Findings of the newest closed round, for the gaps of successors.
    fn newest_findings(
        &self,
        stored: &Ratings,
        rounds: &[StoredRound],
    ) -> Result<Option<RoundFindings>> {
        let closed = rounds
            .iter()
            .rfind(|kept| kept.round.state == RoundState::Closed);
        if stored.successors()?.is_empty() {
            return Ok(None);
        }
        closed
            .map(|kept| self.findings_of(stored, kept, None))
            .transpose()
    }
}

/// What a list says of a round.
pub(super) fn round_info(
    round: Round,
    assignments: &[&Assignment],
    today: Date,
    has_codes: bool,
) -> RoundInfo {
    let handed_in = assignments
        .iter()
        .filter(|assignment| assignment.state == SheetState::HandedIn)
        .count();
    let mut missing: BTreeMap<PersonId, usize> = BTreeMap::new();
    let mut peers: BTreeMap<PersonId, usize> = BTreeMap::new();
    let mut managed: BTreeSet<PersonId> = BTreeSet::new();
    let mut ratees: BTreeSet<PersonId> = BTreeSet::new();
    for assignment in assignments {
        ratees.insert(assignment.ratee);
        match assignment.source {
            Source::Peer => *peers.entry(assignment.ratee).or_default() += 1,
            Source::Manager => {
                managed.insert(assignment.ratee);
            }
            Source::Itself | Source::MysteryShopper => {}
        }
        if let (Rater::Person(rater), true) =
            (&assignment.rater, assignment.state != SheetState::HandedIn)
        {
            *missing.entry(*rater).or_default() += 1;
        }
    }
    let mut missing: Vec<(PersonId, usize)> = missing.into_iter().collect();
    missing.sort_by_key(|(person, sheets)| (std::cmp::Reverse(*sheets), *person));
    RoundInfo {
        retention: retention(&round, today),
        round,
        ratees: ratees.len(),
        handed_in: (handed_in, assignments.len()),
        missing,
        few_peers: peers.values().filter(|peers| **peers < PEERS_MIN).count(),
        no_manager: ratees.difference(&managed).count(),
        has_codes,
    }
}

fn retention(round: &Round, today: Date) -> Retention {
    let days = round
        .keep_until
        .since(today)
        .map_or(0, |span| span.get_days());
    if round.is_overdue_on(today) {
        Retention::Over
    } else if days < SOON_DAYS {
        Retention::Soon
    } else {
        Retention::Kept
    }
}

/// Models: ours first, then the company's own; changed and added role profiles are in their place.
pub(in crate::app::service) fn models_of(stored: &Ratings) -> Result<Vec<Arc<CompetencyModel>>> {
    let mut models = vec![(*customer_orientation()).clone()];
    for source in stored.model_sources()? {
        models.push(parse_competencies(&source)?);
    }
    for model in &mut models {
        put_profiles(stored, model)?;
    }
    Ok(models.into_iter().map(Arc::new).collect())
}

/// The model of a round as it stood: with the role profiles of the day on which it opened, and while
/// it is a draft with those of today.
pub(in crate::app::service) fn model_of(
    stored: &Ratings,
    kept: &StoredRound,
) -> Result<Arc<CompetencyModel>> {
    let mut model = if kept.model_source == CUSTOMER_ORIENTATION {
        (*customer_orientation()).clone()
    } else {
        parse_competencies(&kept.model_source)?
    };
    match stored.frozen_roles(&kept.round.code)? {
        Some(frozen) => model.profiles = frozen.profiles,
        None => put_profiles(stored, &mut model)?,
    }
    Ok(Arc::new(model))
}

/// People and roles as of the opening of a round: who was promoted since, or whose role asks for more
/// now, keeps the gaps of then, and who moved still counts where they were rated.
pub(super) fn roles_then(
    stored: &Ratings,
    kept: &StoredRound,
) -> Result<(Vec<Person>, BTreeMap<String, String>)> {
    let mut people = stored.people()?;
    let mut roles = roles_of(stored, &people, &models_of(stored)?)?;
    if let Some(frozen) = stored.frozen_roles(&kept.round.code)? {
        for person in &mut people {
            if let Some(place) = frozen.places.get(&person.id) {
                roles.remove(&place.position);
                place.put_back(person);
            }
        }
        roles.extend(frozen.roles);
    }
    Ok((people, roles))
}

/// Roles as they are today, for a round that opens over these people.
pub(super) fn roles_now(
    stored: &Ratings,
    kept: &StoredRound,
    ratees: &BTreeSet<PersonId>,
) -> Result<FrozenRoles> {
    let people = stored.people()?;
    let rated = people.iter().filter(|person| ratees.contains(&person.id));
    Ok(FrozenRoles {
        profiles: model_of(stored, kept)?.profiles.clone(),
        roles: roles_of(stored, &people, &models_of(stored)?)?,
        places: rated
            .map(|person| (person.id, FrozenPlace::of(person)))
            .collect(),
    })
}

fn put_profiles(stored: &Ratings, model: &mut CompetencyModel) -> Result<()> {
    for (of, profile) in stored.role_profiles()? {
        if of != model.id || profile.required.len() != model.competencies.len() {
            continue;
        }
        match model.profile(&profile.id) {
            Some(place) => model.profiles[place] = profile,
            None => model.profiles.push(profile),
        }
    }
    Ok(())
}

/// Which role each position has: as it was linked, else the profile of the same name.
pub(in crate::app::service) fn roles_of(
    stored: &Ratings,
    people: &[Person],
    models: &[Arc<CompetencyModel>],
) -> Result<BTreeMap<String, String>> {
    let mut linked: BTreeMap<String, String> = stored.position_roles()?.into_iter().collect();
    name_roles(&mut linked, people, models);
    // An empty profile says that the position has none.
    linked.retain(|_, profile| !profile.is_empty());
    Ok(linked)
}

/// A position that is called as a profile is has that role, unless something else was said.
pub(in crate::app) fn name_roles(
    linked: &mut BTreeMap<String, String>,
    people: &[Person],
    models: &[Arc<CompetencyModel>],
) {
    let profiles = || models.iter().flat_map(|model| &model.profiles);
    for person in people {
        if linked.contains_key(&person.position) {
            continue;
        }
        let title = person.position.to_lowercase();
        let is_called = |profile: &&RoleProfile| {
            let names = Lang::ALL.map(|lang| profile.name.get(lang).to_lowercase());
            names.contains(&title)
        };
        if let Some(profile) = profiles().find(is_called) {
            linked.insert(person.position.clone(), profile.id.clone());
        }
    }
}
