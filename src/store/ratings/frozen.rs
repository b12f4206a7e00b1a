//! What roles needed, and who had which position at which branch, when a round opened.

use std::collections::BTreeMap;

use rusqlite::{Row, Transaction, params};

use super::people::{levels_text, role_profile, staff_group};
use super::{Ratings, get};
use crate::domain::rating::{Person, PersonId, RoleProfile, RoundCode};
use crate::domain::{BranchCode, StaffGroup};
use crate::error::Result;
use crate::store::store_error;

/// Roles as of the day a round opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrozenRoles {
    /// Role profiles of its model, in their order.
    pub profiles: Vec<RoleProfile>,
    /// Position → id of its profile.
    pub roles: BTreeMap<String, String>,
    /// The place of everybody who was to be rated.
    pub places: BTreeMap<PersonId, FrozenPlace>,
}

/// Where somebody worked on the day a round opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenPlace {
    /// Position as in the staff list.
    pub position: String,
    /// Branch and staff group; none in a round that was opened before they were kept.
    pub branch: Option<(BranchCode, StaffGroup)>,
}

impl FrozenPlace {
    /// Where this person works today.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            position: person.position.clone(),
            branch: Some((person.branch.clone(), person.group)),
        }
    }

    /// Puts a person where they worked then.
    pub fn put_back(&self, person: &mut Person) {
        person.position.clone_from(&self.position);
        if let Some((branch, group)) = &self.branch {
            person.branch.clone_from(branch);
            person.group = *group;
        }
    }
}

impl Ratings {
    /// Roles as of the opening of a round; none for a draft, and for a round that was opened before
    /// they were kept.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn frozen_roles(&self, round: &RoundCode) -> Result<Option<FrozenRoles>> {
        let sql = "select is_frozen from round where code = ?1";
        let is_frozen: Vec<bool> = self.all(sql, [round.as_str()], |row| get(row, 0))?;
        if is_frozen != [true] {
            return Ok(None);
        }
        let sql = "select round, id, name_ru, name_en, required from round_profile
                   where round = ?1 order by place";
        let profiles = self.all(sql, [round.as_str()], role_profile)?;
        let sql = "select position, profile from round_role where round = ?1";
        let roles = self.all(sql, [round.as_str()], |row| {
            Ok((get::<String>(row, 0)?, get::<String>(row, 1)?))
        })?;
        let sql = "select person, position, branch, staff_group from round_position
                   where round = ?1";
        let places = self.all(sql, [round.as_str()], |row| {
            Ok((PersonId(get(row, 0)?), place(row)?))
        })?;
        Ok(Some(FrozenRoles {
            profiles: profiles.into_iter().map(|(_, profile)| profile).collect(),
            roles: roles.into_iter().collect(),
            places: places.into_iter().collect(),
        }))
    }

    /// Keeps roles as they are today for a round that opens.
    ///
    /// # Errors
    /// When the image cannot be written, or the round has its roles already.
    pub fn freeze_roles(
        tx: &Transaction<'_>,
        round: &RoundCode,
        frozen: &FrozenRoles,
    ) -> Result<()> {
        let code = round.as_str();
        let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
            let mut statement = tx.prepare_cached(sql).map_err(store_error)?;
            statement.execute(values).map(drop).map_err(store_error)
        };
        run(
            "update round set is_frozen = 1 where code = ?1",
            params![code],
        )?;
        for (place, profile) in (0_u32..).zip(&frozen.profiles) {
            let sql = "insert into round_profile (round, id, place, name_ru, name_en, required)
                       values (?1, ?2, ?3, ?4, ?5, ?6)";
            let name = &profile.name;
            let required = levels_text(profile);
            run(
                sql,
                params![code, profile.id, place, name.ru, name.en, required],
            )?;
        }
        for (position, profile) in &frozen.roles {
            let sql = "insert into round_role (round, position, profile) values (?1, ?2, ?3)";
            run(sql, params![code, position, profile])?;
        }
        for (person, place) in &frozen.places {
            let sql = "insert into round_position (round, person, position, branch, staff_group)
                       values (?1, ?2, ?3, ?4, ?5)";
            let branch = place.branch.as_ref();
            let group = branch.map(|(_, group)| group.code());
            let branch = branch.map(|(branch, _)| branch.as_str());
            run(sql, params![code, person.0, place.position, branch, group])?;
        }
        Ok(())
    }
}

/// A place after the person it belongs to.
fn place(row: &Row<'_>) -> Result<FrozenPlace> {
    let branch: Option<String> = get(row, 2)?;
    let group: Option<String> = get(row, 3)?;
    let branch = match branch.zip(group) {
        Some((branch, group)) => Some((BranchCode::new(&branch)?, staff_group(&group)?)),
        None => None,
    };
    Ok(FrozenPlace {
        position: get(row, 1)?,
        branch,
    })
}
