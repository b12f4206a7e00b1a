//! Who rates whom, and what was rated.

use std::collections::HashMap;

use rusqlite::{Row, Transaction, params};

use super::{Ratings, get, some_day, worded};
use crate::domain::rating::{
    Assignment, AssignmentId, Level, Mark, PersonId, Rater, RatingSheet, RoundCode, SheetState,
    Source,
};
use crate::error::Result;
use crate::store::{damaged, store_error};

const COLUMNS: &str = "id, round, ratee, rater_kind, rater, shopper, source, visit, state";

impl Ratings {
    /// Assignments of a round in order of ratee, part and number; of all rounds where none is named.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn assignments(&self, round: Option<&RoundCode>) -> Result<Vec<Assignment>> {
        let sql = format!(
            "select {COLUMNS} from assignment where ?1 is null or round = ?1
             order by round, ratee, source, id"
        );
        self.all(&sql, [round.map(RoundCode::as_str)], assignment)
    }

    /// The sheets of a round, marks in the order of these competencies, by assignment.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn sheets(
        &self,
        round: &RoundCode,
        competencies: &[&str],
    ) -> Result<HashMap<AssignmentId, RatingSheet>> {
        let mut sheets: HashMap<AssignmentId, RatingSheet> = HashMap::new();
        let places: HashMap<&str, usize> = competencies.iter().copied().zip(0..).collect();
        let sql = "select m.assignment, m.competency, m.level, m.evidence from mark m
                   join assignment a on a.id = m.assignment where a.round = ?1";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let mut rows = statement.query([round.as_str()]).map_err(store_error)?;
        while let Some(row) = rows.next().map_err(store_error)? {
            let id = AssignmentId(get(row, 0)?);
            let competency = row.get_ref(1).map_err(store_error)?;
            let competency = competency.as_str().map_err(|_| damaged("text"))?;
            let Some(place) = places.get(competency) else {
                continue;
            };
            let sheet = sheets
                .entry(id)
                .or_insert_with(|| RatingSheet::blank(id, competencies.len()));
            sheet.marks[*place] = mark(get(row, 2)?)?;
            sheet.evidence[*place] = get(row, 3)?;
        }
        let sql = "select s.assignment, s.sin from sin_seen s
                   join assignment a on a.id = s.assignment where a.round = ?1 order by s.sin";
        let seen: Vec<(u32, String)> = self.all(sql, [round.as_str()], |row| {
            Ok((get(row, 0)?, get(row, 1)?))
        })?;
        for (id, sin) in seen {
            let id = AssignmentId(id);
            let sheet = sheets
                .entry(id)
                .or_insert_with(|| RatingSheet::blank(id, competencies.len()));
            sheet.sins.push(sin);
        }
        Ok(sheets)
    }

    /// Adds an assignment and gives its number.
    ///
    /// # Errors
    /// When this rater rates this person in this round already.
    pub fn add_assignment(tx: &Transaction<'_>, assignment: &Assignment) -> Result<AssignmentId> {
        let (kind, rater, shopper) = rater_columns(&assignment.rater);
        let sql = "insert into assignment
                   (round, ratee, rater_kind, rater, shopper, source, visit, state)
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let mut statement = tx.prepare_cached(sql).map_err(store_error)?;
        statement
            .execute(params![
                assignment.round.as_str(),
                assignment.ratee.0,
                kind,
                rater,
                shopper,
                assignment.source.code(),
                assignment.visit.map(|day| day.to_string()),
                assignment.state.code(),
            ])
            .map_err(store_error)?;
        u32::try_from(tx.last_insert_rowid())
            .map(AssignmentId)
            .map_err(|_| damaged("number"))
    }

    /// Takes one assignment away, with its sheet.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn remove_assignment(tx: &Transaction<'_>, assignment: AssignmentId) -> Result<()> {
        tx.execute("delete from assignment where id = ?1", [assignment.0])
            .map(drop)
            .map_err(store_error)
    }

    /// Takes all assignments of a round away, with their sheets.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn clear_assignments(tx: &Transaction<'_>, round: &RoundCode) -> Result<()> {
        tx.execute("delete from assignment where round = ?1", [round.as_str()])
            .map(drop)
            .map_err(store_error)
    }

    /// Sets how far a sheet is.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn set_sheet_state(
        tx: &Transaction<'_>,
        assignment: AssignmentId,
        state: SheetState,
    ) -> Result<()> {
        let sql = "update assignment set state = ?2 where id = ?1";
        tx.execute(sql, params![assignment.0, state.code()])
            .map(drop)
            .map_err(store_error)
    }

    /// Sets in which part a sheet was filled, as a file says.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn set_source(
        tx: &Transaction<'_>,
        assignment: AssignmentId,
        source: Source,
    ) -> Result<()> {
        let sql = "update assignment set source = ?2 where id = ?1";
        let mut statement = tx.prepare_cached(sql).map_err(store_error)?;
        statement
            .execute(params![assignment.0, source.code()])
            .map(drop)
            .map_err(store_error)
    }

    /// Keeps a sheet whole in place of what was there.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_sheet(
        tx: &Transaction<'_>,
        sheet: &RatingSheet,
        competencies: &[&str],
    ) -> Result<()> {
        let id = sheet.assignment.0;
        for sql in [
            "delete from mark where assignment = ?1",
            "delete from sin_seen where assignment = ?1",
        ] {
            let mut statement = tx.prepare_cached(sql).map_err(store_error)?;
            statement.execute([id]).map_err(store_error)?;
        }
        let sql = "insert into mark (assignment, competency, level, evidence)
                   values (?1, ?2, ?3, ?4)";
        let mut statement = tx.prepare_cached(sql).map_err(store_error)?;
        for ((competency, mark), evidence) in
            competencies.iter().zip(&sheet.marks).zip(&sheet.evidence)
        {
            let level = match mark {
                Mark::Open => None,
                Mark::NotObserved => Some(0),
                Mark::Level(level) => Some(level.get()),
            };
            if level.is_some() || !evidence.is_empty() {
                statement
                    .execute(params![id, competency, level, evidence])
                    .map_err(store_error)?;
            }
        }
        let sql = "insert or ignore into sin_seen (assignment, sin) values (?1, ?2)";
        let mut statement = tx.prepare_cached(sql).map_err(store_error)?;
        for sin in &sheet.sins {
            statement.execute(params![id, sin]).map_err(store_error)?;
        }
        Ok(())
    }
}

fn rater_columns(rater: &Rater) -> (&'static str, Option<u32>, &str) {
    match rater {
        Rater::Person(person) => ("person", Some(person.0), ""),
        Rater::Shopper(name) => ("shopper", None, name),
        Rater::Erased => ("erased", None, ""),
    }
}

fn mark(level: Option<u8>) -> Result<Mark> {
    Ok(match level {
        None => Mark::Open,
        Some(0) => Mark::NotObserved,
        Some(level) => Mark::Level(Level::new(level).map_err(|_| damaged("level"))?),
    })
}

fn assignment(row: &Row<'_>) -> Result<Assignment> {
    let kind: String = get(row, 3)?;
    let rater: Option<u32> = get(row, 4)?;
    let rater = match (kind.as_str(), rater) {
        ("person", Some(person)) => Rater::Person(PersonId(person)),
        ("shopper", _) => Rater::Shopper(get(row, 5)?),
        ("erased", _) => Rater::Erased,
        _ => return Err(damaged("rater")),
    };
    Ok(Assignment {
        id: AssignmentId(get(row, 0)?),
        round: RoundCode::new(&get::<String>(row, 1)?)?,
        ratee: PersonId(get(row, 2)?),
        rater,
        source: worded(&Source::ALL, Source::code, &get::<String>(row, 6)?)?,
        visit: some_day(row, 7)?,
        state: worded(&SheetState::ALL, SheetState::code, &get::<String>(row, 8)?)?,
    })
}
