//! People, positions, role profiles, models.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::Service;
use crate::app::{PersonDraft, RatingReply, files};
use crate::domain::BranchCode;
use crate::domain::rating::{Person, PersonId, RoleProfile};
use crate::error::{Error, Field, Kind, Place, RatingFault, Result};
use crate::import::{customer_orientation, parse_competencies};
use crate::store::Ratings;

/// The most characters of a position.
const MAX_POSITION: usize = 120;

impl Service {
    pub(super) fn save_person(&mut self, draft: PersonDraft) -> Result<RatingReply> {
        let PersonDraft {
            id,
            name,
            position,
            branch,
            group,
            manager,
            left,
        } = draft;
        let known = self.workspace()?.ratings()?.people()?;
        let position = position.split_whitespace().collect::<Vec<_>>().join(" ");
        if position.chars().count() > MAX_POSITION {
            return Err(Error::invalid(Field::Name, position));
        }
        if let Some(id) = id {
            find(&known, id)?;
            check_manager(&known, id, manager)?;
        }
        if let Some(manager) = manager {
            find(&known, manager)?;
        }
        let person = Person {
            id: id.unwrap_or(PersonId(0)),
            name: Person::tidy_name(&name)?,
            position,
            branch,
            group,
            manager,
            left,
        };
        self.workspace_mut()?.change_ratings("save person", |tx| {
            Ratings::put_person(tx, &person, id.is_none()).map(drop)
        })?;
        self.ratings_changed()
    }

    /// Everything about a person goes; sheets that they filled for others stay without a name.
    pub(super) fn erase_person(&mut self, person: PersonId) -> Result<RatingReply> {
        find(&self.workspace()?.ratings()?.people()?, person)?;
        self.workspace_mut()?
            .change_ratings("erase person", |tx| Ratings::erase_person(tx, person))?;
        self.ratings_changed()
    }

    /// Names that are known at these branches: who works or worked there, and whom they report to,
    /// all the way up. For the kiosk's warning before a comment names somebody; nothing else of a
    /// person goes with them.
    pub(in crate::app::service) fn names_known_at(
        &self,
        branches: &[BranchCode],
    ) -> Result<Vec<String>> {
        let people = self.workspace()?.ratings()?.people()?;
        let by_id: BTreeMap<PersonId, &Person> =
            people.iter().map(|person| (person.id, person)).collect();
        let mut known = BTreeMap::new();
        for person in people.iter().filter(|p| branches.contains(&p.branch)) {
            let mut next = Some(person);
            while let Some(person) = next {
                if known.insert(person.id, person.name.clone()).is_some() {
                    break;
                }
                next = person.manager.and_then(|above| by_id.get(&above).copied());
            }
        }
        Ok(known.into_values().collect())
    }

    pub(super) fn link_position(
        &mut self,
        position: &str,
        profile: Option<&str>,
    ) -> Result<RatingReply> {
        if let Some(profile) = profile {
            let models = super::models_of(&self.workspace()?.ratings()?)?;
            if models.iter().all(|model| model.profile(profile).is_none()) {
                return Err(not_found(Field::Role, profile));
            }
        }
        self.workspace_mut()?
            .change_ratings("link position", |tx| {
                Ratings::put_position_role(tx, position, Some(profile.unwrap_or_default()))
            })?;
        self.ratings_changed()
    }

    pub(super) fn save_profile(
        &mut self,
        model: &str,
        profile: &RoleProfile,
    ) -> Result<RatingReply> {
        let models = super::models_of(&self.workspace()?.ratings()?)?;
        let known = models.iter().find(|known| known.id == model);
        let known = known.ok_or_else(|| not_found(Field::Model, model))?;
        let has_names = [&profile.name.ru, &profile.name.en].iter().all(|name| {
            let length = name.trim().chars().count();
            (1..=Person::MAX_NAME).contains(&length)
        });
        if !has_names || profile.id.trim().is_empty() {
            return Err(Error::invalid(Field::Role, profile.id.as_str()));
        }
        if profile.required.len() != known.competencies.len() {
            return Err(Error::invalid(Field::Role, profile.id.as_str()));
        }
        self.workspace_mut()?.change_ratings("save profile", |tx| {
            Ratings::put_role_profile(tx, model, profile)
        })?;
        self.ratings_changed()
    }

    pub(super) fn add_model(&mut self, path: &Path) -> Result<RatingReply> {
        let text = files::read_text(path)?;
        let at_file = |error: Error| error.at(Place::File(files::name_of(path)));
        let model = parse_competencies(&text).map_err(at_file)?;
        if model.id == customer_orientation().id {
            let (field, name) = (Field::Model, model.id);
            return Err(Kind::Exists { field, name }.into());
        }
        self.workspace_mut()?
            .change_ratings("add model", |tx| Ratings::put_model(tx, &model.id, &text))?;
        self.ratings_changed()
    }
}

fn not_found(field: Field, name: &str) -> Error {
    let name = name.to_owned();
    Kind::NotFound { field, name }.into()
}

/// The person of a number.
pub(super) fn find(people: &[Person], id: PersonId) -> Result<&Person> {
    let found = people.iter().find(|person| person.id == id);
    found.ok_or_else(|| not_found(Field::Person, &id.0.to_string()))
}

/// Nobody manages themselves, nor whom they report to.
fn check_manager(people: &[Person], person: PersonId, manager: Option<PersonId>) -> Result<()> {
    if manager == Some(person) {
        return Err(RatingFault::OwnManager.into());
    }
    let mut above = manager;
    for _ in 0..=people.len() {
        let Some(next) = above else { return Ok(()) };
        let next = find(people, next)?;
        if next.manager == Some(person) {
            return Err(RatingFault::ManagerLoop(next.name.clone()).into());
        }
        above = next.manager;
    }
    Ok(())
}
