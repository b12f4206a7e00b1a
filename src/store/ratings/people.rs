//! People, positions and their roles, models of competencies.

use rusqlite::{Row, Transaction, params};

use super::{Ratings, get, some_day, worded};
use crate::domain::rating::{Level, Person, PersonId, RoleProfile};
use crate::domain::{BranchCode, StaffGroup, Text};
use crate::error::{RatingFault, Result};
use crate::store::{damaged, store_error};

impl Ratings {
    /// People in order of name.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn people(&self) -> Result<Vec<Person>> {
        let sql = "select id, name, position, branch, staff_group, manager, left_on from person
                   order by name, id";
        self.all(sql, [], person)
    }

    /// Position as in the staff list and the id of its role profile.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn position_roles(&self) -> Result<Vec<(String, String)>> {
        let sql = "select position, profile from position_role order by position";
        self.all(sql, [], |row| Ok((get(row, 0)?, get(row, 1)?)))
    }

    /// The texts of the company's own models.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn model_sources(&self) -> Result<Vec<String>> {
        self.all("select source from model order by id", [], |row| {
            get(row, 0)
        })
    }

    /// Role profiles that were added or changed: model and profile.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn role_profiles(&self) -> Result<Vec<(String, RoleProfile)>> {
        let sql =
            "select model, id, name_ru, name_en, required from role_profile order by model, id";
        self.all(sql, [], role_profile)
    }

    /// Adds a person and gives the number, or changes the one of this number.
    ///
    /// # Errors
    /// When the branch has somebody of that name in that position.
    pub fn put_person(tx: &Transaction<'_>, person: &Person, is_new: bool) -> Result<PersonId> {
        let Person {
            id,
            name,
            position,
            branch,
            group,
            manager,
            left,
        } = person;
        let id = (!is_new).then_some(id.0);
        let taken: bool = tx
            .query_row(
                "select exists (select 1 from person
                 where branch = ?1 and position = ?2 and name = ?3 and id is not ?4)",
                params![branch.as_str(), position, name, id],
                |row| row.get(0),
            )
            .map_err(store_error)?;
        if taken {
            return Err(RatingFault::NameTaken.into());
        }
        let sql = "insert into person (id, name, position, branch, staff_group, manager, left_on)
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                   on conflict (id) do update set name = excluded.name,
                     position = excluded.position, branch = excluded.branch,
                     staff_group = excluded.staff_group, manager = excluded.manager,
                     left_on = excluded.left_on";
        let manager = manager.map(|manager| manager.0);
        let left = left.map(|day| day.to_string());
        let values = params![
            id,
            name,
            position,
            branch.as_str(),
            group.code(),
            manager,
            left
        ];
        tx.execute(sql, values).map_err(store_error)?;
        match id {
            Some(id) => Ok(PersonId(id)),
            None => u32::try_from(tx.last_insert_rowid())
                .map(PersonId)
                .map_err(|_| damaged("number")),
        }
    }

    /// Sets who manages somebody.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn set_manager(
        tx: &Transaction<'_>,
        person: PersonId,
        manager: Option<PersonId>,
    ) -> Result<()> {
        let manager = manager.map(|manager| manager.0);
        tx.execute(
            "update person set manager = ?2 where id = ?1",
            params![person.0, manager],
        )
        .map(drop)
        .map_err(store_error)
    }

    /// Erases a person: everything about them goes; sheets that they filled for others stay without
    /// a name.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn erase_person(tx: &Transaction<'_>, person: PersonId) -> Result<()> {
        let steps = [
            "delete from assignment where ratee = ?1",
            "delete from assignment where rater = ?1 and state <> 'handed_in'",
            "update assignment set rater_kind = 'erased', rater = null where rater = ?1",
            "delete from rater_code where rater = ?1",
            "delete from appraisal where person = ?1",
            "delete from goal where person = ?1",
            "delete from successor where person = ?1",
            "update person set manager = null where manager = ?1",
            "delete from person where id = ?1",
        ];
        for sql in steps {
            tx.execute(sql, [person.0]).map_err(store_error)?;
        }
        Ok(())
    }

    /// Sets which role a position has; none takes it away.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_position_role(
        tx: &Transaction<'_>,
        position: &str,
        profile: Option<&str>,
    ) -> Result<()> {
        tx.execute("delete from position_role where position = ?1", [position])
            .map_err(store_error)?;
        if let Some(profile) = profile {
            let sql = "insert into position_role (position, profile) values (?1, ?2)";
            tx.execute(sql, [position, profile]).map_err(store_error)?;
        }
        Ok(())
    }

    /// Keeps the text of a model of the company's own.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_model(tx: &Transaction<'_>, id: &str, source: &str) -> Result<()> {
        let sql = "insert or replace into model (id, source) values (?1, ?2)";
        tx.execute(sql, [id, source]).map(drop).map_err(store_error)
    }

    /// Keeps a role profile that was added or changed.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_role_profile(
        tx: &Transaction<'_>,
        model: &str,
        profile: &RoleProfile,
    ) -> Result<()> {
        let required = levels_text(profile);
        let sql = "insert or replace into role_profile (model, id, name_ru, name_en, required)
                   values (?1, ?2, ?3, ?4, ?5)";
        let values = params![
            model,
            profile.id,
            profile.name.ru,
            profile.name.en,
            required
        ];
        tx.execute(sql, values).map(drop).map_err(store_error)
    }
}

fn person(row: &Row<'_>) -> Result<Person> {
    let manager: Option<u32> = get(row, 5)?;
    Ok(Person {
        id: PersonId(get(row, 0)?),
        name: get(row, 1)?,
        position: get(row, 2)?,
        branch: BranchCode::new(&get::<String>(row, 3)?)?,
        group: staff_group(&get::<String>(row, 4)?)?,
        manager: manager.map(PersonId),
        left: some_day(row, 6)?,
    })
}

pub(super) fn staff_group(code: &str) -> Result<StaffGroup> {
    worded(&StaffGroup::ALL, StaffGroup::code, code)
}

/// The levels of a profile as they are kept.
pub(super) fn levels_text(profile: &RoleProfile) -> String {
    let levels = profile.required.iter().map(|level| level.get().to_string());
    levels.collect::<Vec<_>>().join(",")
}

/// A profile after the text of its model or round.
pub(super) fn role_profile(row: &Row<'_>) -> Result<(String, RoleProfile)> {
    let required: String = get(row, 4)?;
    let level = |text: &str| {
        let level = text.parse().map_err(|_| damaged("level"))?;
        Level::new(level).map_err(|_| damaged("level"))
    };
    let profile = RoleProfile {
        id: get(row, 1)?,
        name: Text::new(get::<String>(row, 2)?, get::<String>(row, 3)?),
        required: required.split(',').map(level).collect::<Result<_>>()?,
    };
    Ok((get(row, 0)?, profile))
}
