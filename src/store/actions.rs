//! Actions and how they came to stand where they stand. What is worth doing is not decided here.

use rusqlite::{OptionalExtension, Row, params};

use super::{Change, Workspace, damaged, store_error};
use crate::domain::action::{
    Action, ActionId, Entry, Figure, FigureCount, Finding, FollowUp, LinkedMeasure, Origin, Status,
    Step,
};
use crate::domain::{Audience, BranchCode, Channel, Date, Measure, Text};
use crate::error::{ActionFault, Result};

impl Workspace {
    /// All actions by number.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn actions(&self) -> Result<Vec<Action>> {
        let sql =
            "select id, revision, proposal, what, why, owner, branch, due, promised, cost, status
                   from action order by id";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement.query_map([], |row| Ok(action(row)));
        let rows = rows.map_err(store_error)?;
        rows.map(|row| self.with_parts(row.map_err(store_error)??))
            .collect()
    }

    /// An action; none where there is none of this number.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn action(&self, id: ActionId) -> Result<Option<Action>> {
        let found = self.actions()?;
        Ok(found.into_iter().find(|action| action.id == id))
    }

    fn with_parts(&self, action: Action) -> Result<Action> {
        let id = action.id.0;
        let steps = self.parts(
            "select words, is_done from action_step where action = ?1 order by ordinal",
            id,
            |row| {
                Ok(Step {
                    words: get(row, 0)?,
                    is_done: get(row, 1)?,
                })
            },
        )?;
        let follow_ups = self.parts(
            "select day, is_done from action_follow_up where action = ?1 order by day",
            id,
            |row| {
                Ok(FollowUp {
                    day: day(&get::<String>(row, 0)?)?,
                    is_done: get(row, 1)?,
                })
            },
        )?;
        let history = self.parts(
            "select day, status from action_history where action = ?1 order by ordinal",
            id,
            |row| {
                Ok(Entry {
                    day: day(&get::<String>(row, 0)?)?,
                    status: status(&get::<String>(row, 1)?)?,
                })
            },
        )?;
        let finding = self.parts(
            "select origin, kind, measure, dimension, channel, title_ru, title_en, audience, branch,
                    wave, noted, value, low, high, n
             from action_finding where action = ?1",
            id,
            finding,
        )?;
        Ok(Action {
            steps,
            follow_ups,
            history,
            finding: finding.into_iter().next(),
            ..action
        })
    }

    fn parts<T>(
        &self,
        sql: &str,
        action: u32,
        read: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql).map_err(store_error)?;
        let rows = statement.query_map([action], |row| Ok(read(row)));
        rows.map_err(store_error)?
            .map(|row| row.map_err(store_error)?)
            .collect()
    }

    /// Keeps an action whole: a new one (number 0), or a change of the one that has its number and its
    /// revision. Gives its number and revision now.
    ///
    /// # Errors
    /// When the action was changed or removed since it was read, or the file cannot be written.
    pub fn put_action(tx: &Change<'_>, action: &Action) -> Result<(ActionId, u32)> {
        let revision = action.revision + 1;
        let kept = if action.id.0 == 0 {
            insert(tx, action, None)?
        } else {
            let held = revision_of(tx, action.id)?;
            if held != Some(action.revision) {
                return Err(ActionFault::Stale.into());
            }
            remove(tx, action.id)?;
            insert(tx, action, Some(action.id))?
        };
        put_parts(tx, kept, action)?;
        Ok((kept, revision))
    }

    /// Puts a removed action back under its old number.
    ///
    /// # Errors
    /// When the number is taken again, or the file cannot be written.
    pub fn put_action_back(tx: &Change<'_>, action: &Action) -> Result<()> {
        if revision_of(tx, action.id)?.is_some() {
            return Err(ActionFault::Stale.into());
        }
        let kept = insert(tx, action, Some(action.id))?;
        put_parts(tx, kept, action)
    }

    /// Removes an action with everything of it.
    ///
    /// # Errors
    /// When it was changed or removed since it was read, or the file cannot be written.
    pub fn remove_action(tx: &Change<'_>, id: ActionId, revision: u32) -> Result<()> {
        if revision_of(tx, id)? != Some(revision) {
            return Err(ActionFault::Stale.into());
        }
        remove(tx, id)
    }
}

fn revision_of(tx: &Change<'_>, id: ActionId) -> Result<Option<u32>> {
    let sql = "select revision from action where id = ?1";
    tx.query_row(sql, [id.0], |row| row.get(0))
        .optional()
        .map_err(store_error)
}

fn remove(tx: &Change<'_>, id: ActionId) -> Result<()> {
    tx.execute("delete from action where id = ?1", [id.0])
        .map(drop)
        .map_err(store_error)
}

fn insert(tx: &Change<'_>, action: &Action, id: Option<ActionId>) -> Result<ActionId> {
    let Action {
        id: _,
        revision,
        finding: _,
        proposal,
        what,
        why,
        owner,
        branch,
        due,
        follow_ups: _,
        steps: _,
        promised,
        cost,
        status,
        history: _,
    } = action;
    let sql = "insert into action
               (id, revision, proposal, what, why, owner, branch, due, promised, cost, status)
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let values = params![
        id.map(|id| id.0),
        revision + 1,
        proposal,
        what,
        why,
        owner,
        branch.as_ref().map(BranchCode::as_str),
        due.to_string(),
        promised,
        cost,
        status.code()
    ];
    tx.execute(sql, values).map_err(store_error)?;
    let given = u32::try_from(tx.last_insert_rowid()).map_err(|_| damaged("action"))?;
    Ok(ActionId(given))
}

fn put_parts(tx: &Change<'_>, id: ActionId, action: &Action) -> Result<()> {
    let sql = "insert into action_step (action, ordinal, words, is_done) values (?1, ?2, ?3, ?4)";
    for (ordinal, step) in (0_u32..).zip(&action.steps) {
        tx.execute(sql, params![id.0, ordinal, step.words, step.is_done])
            .map_err(store_error)?;
    }
    let sql = "insert into action_follow_up (action, day, is_done) values (?1, ?2, ?3)";
    for follow_up in &action.follow_ups {
        let values = params![id.0, follow_up.day.to_string(), follow_up.is_done];
        tx.execute(sql, values).map_err(store_error)?;
    }
    let sql = "insert into action_history (action, ordinal, day, status) values (?1, ?2, ?3, ?4)";
    for (ordinal, entry) in (0_u32..).zip(&action.history) {
        let values = params![id.0, ordinal, entry.day.to_string(), entry.status.code()];
        tx.execute(sql, values).map_err(store_error)?;
    }
    match &action.finding {
        Some(finding) => put_finding(tx, id, finding),
        None => Ok(()),
    }
}

fn put_finding(tx: &Change<'_>, id: ActionId, finding: &Finding) -> Result<()> {
    let Finding {
        origin,
        measure,
        title,
        audience,
        branch,
        wave,
        noted,
        figure,
    } = finding;
    let (kind, measure, dimension, channel) = columns(measure);
    let n = figure.and_then(|figure| match figure.n {
        FigureCount::FiveToNine => Some(0),
        FigureCount::Exact(n) => Some(n.cast_signed()),
        FigureCount::NotGiven => None,
    });
    let interval = figure.and_then(|figure| figure.interval);
    let sql = "insert into action_finding
               (action, origin, kind, measure, dimension, channel, title_ru, title_en, audience,
                branch, wave, noted, value, low, high, n)
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
    let values = params![
        id.0,
        origin.code(),
        kind,
        measure,
        dimension,
        channel,
        title.ru,
        title.en,
        audience.code(),
        branch.as_ref().map(BranchCode::as_str),
        wave,
        noted.map(|day| day.to_string()),
        figure.map(|figure| figure.value),
        interval.map(|interval| interval.0),
        interval.map(|interval| interval.1),
        n
    ];
    tx.execute(sql, values).map(drop).map_err(store_error)
}

/// Kind, name, dimension and channel of a measure.
fn columns(measure: &LinkedMeasure) -> (&'static str, &str, Option<&str>, Option<&str>) {
    match measure {
        LinkedMeasure::Dimension(id) => ("dimension", id, None, None),
        LinkedMeasure::Item { id, dimension } => ("item", id, Some(dimension), None),
        LinkedMeasure::Outcome {
            measure,
            channel,
            dimension,
        } => (
            "outcome",
            measure.as_str(),
            dimension.as_deref(),
            channel.as_ref().map(Channel::as_str),
        ),
        LinkedMeasure::Competency(id) => ("competency", id, None, None),
    }
}

fn action(row: &Row<'_>) -> Result<Action> {
    Ok(Action {
        id: ActionId(get(row, 0)?),
        revision: get(row, 1)?,
        finding: None,
        proposal: get(row, 2)?,
        what: get(row, 3)?,
        why: get(row, 4)?,
        owner: get(row, 5)?,
        branch: branch(row, 6)?,
        due: day(&get::<String>(row, 7)?)?,
        follow_ups: Vec::new(),
        steps: Vec::new(),
        promised: get(row, 8)?,
        cost: get(row, 9)?,
        status: status(&get::<String>(row, 10)?)?,
        history: Vec::new(),
    })
}

fn finding(row: &Row<'_>) -> Result<Finding> {
    let audience: String = get(row, 7)?;
    let audience = Audience::ALL
        .into_iter()
        .find(|known| known.code() == audience);
    let value: Option<f64> = get(row, 11)?;
    let (low, high): (Option<f64>, Option<f64>) = (get(row, 12)?, get(row, 13)?);
    let n: Option<i64> = get(row, 14)?;
    Ok(Finding {
        origin: Origin::from_code(&get::<String>(row, 0)?).ok_or_else(|| damaged("origin"))?,
        measure: measure(row)?,
        title: Text::new(get::<String>(row, 5)?, get::<String>(row, 6)?),
        audience: audience.ok_or_else(|| damaged("audience"))?,
        branch: branch(row, 8)?,
        wave: get(row, 9)?,
        noted: get::<Option<String>>(row, 10)?
            .map(|text| day(&text))
            .transpose()?,
        figure: value.map(|value| Figure {
            value,
            interval: low.zip(high),
            n: match n {
                None => FigureCount::NotGiven,
                Some(0) => FigureCount::FiveToNine,
                Some(n) => FigureCount::Exact(n.unsigned_abs()),
            },
        }),
    })
}

fn measure(row: &Row<'_>) -> Result<LinkedMeasure> {
    let (kind, name): (String, String) = (get(row, 1)?, get(row, 2)?);
    let dimension: Option<String> = get(row, 3)?;
    match kind.as_str() {
        "dimension" => Ok(LinkedMeasure::Dimension(name)),
        "item" => Ok(LinkedMeasure::Item {
            id: name,
            dimension: dimension.unwrap_or_default(),
        }),
        "outcome" => Ok(LinkedMeasure::Outcome {
            measure: Measure::new(&name)?,
            channel: get::<Option<String>>(row, 4)?.map(|text| Channel::new(&text)),
            dimension,
        }),
        "competency" => Ok(LinkedMeasure::Competency(name)),
        _ => Err(damaged("kind of measure")),
    }
}

fn get<T: rusqlite::types::FromSql>(row: &Row<'_>, column: usize) -> Result<T> {
    row.get(column).map_err(store_error)
}

fn branch(row: &Row<'_>, column: usize) -> Result<Option<BranchCode>> {
    let code: Option<String> = get(row, column)?;
    code.map(|code| BranchCode::new(&code)).transpose()
}

fn day(text: &str) -> Result<Date> {
    text.parse().map_err(|_| damaged("day"))
}

fn status(code: &str) -> Result<Status> {
    Status::from_code(code).ok_or_else(|| damaged("status"))
}
