//! Yearly talks, goals, successors.

use rusqlite::{Transaction, params};

use super::{Ratings, get, some_day, worded};
use crate::domain::BranchCode;
use crate::domain::rating::{
    AppraisalAnswer, DevelopmentGoal, GoalId, GoalState, PersonId, Post, Readiness, RoundCode,
    Successor,
};
use crate::error::Result;
use crate::store::store_error;

impl Ratings {
    /// Answers of the yearly talks of a round.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn appraisal(&self, round: &RoundCode) -> Result<Vec<AppraisalAnswer>> {
        let sql = "select person, question, answer from appraisal where round = ?1
                   order by person, question";
        self.all(sql, [round.as_str()], |row| {
            Ok(AppraisalAnswer {
                round: round.clone(),
                person: PersonId(get(row, 0)?),
                question: get(row, 1)?,
                answer: get(row, 2)?,
            })
        })
    }

    /// Keeps an answer; an empty one is removed.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_appraisal(tx: &Transaction<'_>, answer: &AppraisalAnswer) -> Result<()> {
        let AppraisalAnswer {
            round,
            person,
            question,
            answer,
        } = answer;
        let text = answer.trim();
        if text.is_empty() {
            let sql = "delete from appraisal where round = ?1 and person = ?2 and question = ?3";
            return tx
                .execute(sql, params![round.as_str(), person.0, question])
                .map(drop)
                .map_err(store_error);
        }
        let sql = "insert or replace into appraisal (round, person, question, answer)
                   values (?1, ?2, ?3, ?4)";
        tx.execute(sql, params![round.as_str(), person.0, question, text])
            .map(drop)
            .map_err(store_error)
    }

    /// Goals by person and due day.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn goals(&self) -> Result<Vec<DevelopmentGoal>> {
        let sql = "select id, person, competency, goal, action, due, follow_up, state from goal
                   order by person, coalesce(due, '9999'), id";
        self.all(sql, [], |row| {
            Ok(DevelopmentGoal {
                id: GoalId(get(row, 0)?),
                person: PersonId(get(row, 1)?),
                competency: get(row, 2)?,
                goal: get(row, 3)?,
                action: get(row, 4)?,
                due: some_day(row, 5)?,
                follow_up: get(row, 6)?,
                state: worded(&GoalState::ALL, GoalState::code, &get::<String>(row, 7)?)?,
            })
        })
    }

    /// Adds a goal (number 0) or changes one.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_goal(tx: &Transaction<'_>, goal: &DevelopmentGoal) -> Result<()> {
        let DevelopmentGoal {
            id,
            person,
            competency,
            goal,
            action,
            due,
            follow_up,
            state,
        } = goal;
        let id = (id.0 != 0).then_some(id.0);
        let sql = "insert or replace into goal
                   (id, person, competency, goal, action, due, follow_up, state)
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let due = due.map(|day| day.to_string());
        let values = params![
            id,
            person.0,
            competency,
            goal,
            action,
            due,
            follow_up,
            state.code()
        ];
        tx.execute(sql, values).map(drop).map_err(store_error)
    }

    /// Removes a goal.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn remove_goal(tx: &Transaction<'_>, goal: GoalId) -> Result<()> {
        tx.execute("delete from goal where id = ?1", [goal.0])
            .map(drop)
            .map_err(store_error)
    }

    /// Named successors by post and readiness.
    ///
    /// # Errors
    /// When the image is damaged.
    pub fn successors(&self) -> Result<Vec<Successor>> {
        let sql = "select branch, position, person, readiness from successor
                   order by branch, position, person";
        self.all(sql, [], |row| {
            Ok(Successor {
                post: Post {
                    branch: BranchCode::new(&get::<String>(row, 0)?)?,
                    position: get(row, 1)?,
                },
                person: PersonId(get(row, 2)?),
                readiness: worded(&Readiness::ALL, Readiness::code, &get::<String>(row, 3)?)?,
            })
        })
    }

    /// Names a successor, or changes readiness.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn put_successor(tx: &Transaction<'_>, successor: &Successor) -> Result<()> {
        let Successor {
            post,
            person,
            readiness,
        } = successor;
        let sql = "insert or replace into successor (branch, position, person, readiness)
                   values (?1, ?2, ?3, ?4)";
        let values = params![
            post.branch.as_str(),
            post.position,
            person.0,
            readiness.code()
        ];
        tx.execute(sql, values).map(drop).map_err(store_error)
    }

    /// Takes a named successor away.
    ///
    /// # Errors
    /// When the image cannot be written.
    pub fn remove_successor(tx: &Transaction<'_>, post: &Post, person: PersonId) -> Result<()> {
        let sql = "delete from successor where branch = ?1 and position = ?2 and person = ?3";
        tx.execute(sql, params![post.branch.as_str(), post.position, person.0])
            .map(drop)
            .map_err(store_error)
    }
}
