//! Settings, branches, positions, questionnaires, benchmarks and remembered mappings.

use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::{Workspace, damaged, store_error};
use crate::domain::{Benchmark, Branch, BranchCode, Position, StaffGroup};
use crate::error::Result;

impl Workspace {
    /// A setting of the workspace, such as the company's name.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        self.connection
            .query_row("select value from setting where key = ?1", [key], |row| {
                row.get(0)
            })
            .optional()
            .map_err(store_error)
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_setting(tx: &Transaction<'_>, key: &str, value: &str) -> Result<()> {
        tx.execute(
            "insert or replace into setting (key, value) values (?1, ?2)",
            [key, value],
        )
        .map(drop)
        .map_err(store_error)
    }

    /// Branches in order of code.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn branches(&self) -> Result<Vec<Branch>> {
        let sql =
            "select code, name, region, format, contact, back_office from branch order by code";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map([], |row| Ok(branch(row)))
            .map_err(store_error)?;
        rows.map(|row| row.map_err(store_error)?).collect()
    }

    /// Adds branches; one of the same code is replaced.
    ///
    /// # Errors
    /// When a value breaks a rule of the file.
    pub fn put_branches(tx: &Transaction<'_>, branches: &[Branch]) -> Result<()> {
        let sql = "insert or replace into branch (code, name, region, format, contact, back_office)
                   values (?1, ?2, ?3, ?4, ?5, ?6)";
        let mut statement = tx.prepare(sql).map_err(store_error)?;
        for branch in branches {
            let Branch {
                code,
                name,
                region,
                format,
                contact,
                back_office,
            } = branch;
            statement
                .execute(params![
                    code.as_str(),
                    name,
                    region,
                    format,
                    contact,
                    back_office
                ])
                .map_err(store_error)?;
        }
        Ok(())
    }

    /// Removes a branch; its answers and outcomes stay, and are shown again if it comes back.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_branch(tx: &Transaction<'_>, code: &BranchCode) -> Result<()> {
        tx.execute("delete from branch where code = ?1", [code.as_str()])
            .map(drop)
            .map_err(store_error)
    }

    /// Positions in order of title.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn positions(&self) -> Result<Vec<Position>> {
        let sql = "select title, staff_group from position order by title";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map([], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })
            .map_err(store_error)?;
        rows.map(|row| {
            let (title, group) = row.map_err(store_error)?;
            Ok(Position {
                title,
                group: staff_group(&group)?,
            })
        })
        .collect()
    }

    /// Adds positions; one of the same title is replaced.
    ///
    /// # Errors
    /// When a value breaks a rule of the file.
    pub fn put_positions(tx: &Transaction<'_>, positions: &[Position]) -> Result<()> {
        let sql = "insert or replace into position (title, staff_group) values (?1, ?2)";
        for position in positions {
            tx.execute(sql, [position.title.as_str(), position.group.code()])
                .map_err(store_error)?;
        }
        Ok(())
    }

    /// Sources of the company's own questionnaires.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn questionnaire_sources(&self) -> Result<Vec<String>> {
        let sql = "select source from questionnaire order by id";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map([], |row| row.get(0))
            .map_err(store_error)?;
        rows.collect::<rusqlite::Result<_>>().map_err(store_error)
    }

    /// Adds a questionnaire of the company; one of the same id is replaced. Waves keep their text.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_questionnaire(tx: &Transaction<'_>, id: &str, source: &str) -> Result<()> {
        tx.execute(
            "insert or replace into questionnaire (id, source) values (?1, ?2)",
            [id, source],
        )
        .map(drop)
        .map_err(store_error)
    }

    /// Benchmarks in order of subject and source.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn benchmarks(&self) -> Result<Vec<Benchmark>> {
        let sql = "select subject, source, period, value from benchmark order by 1, 2, 3";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map([], |row| {
                Ok(Benchmark {
                    subject: row.get(0)?,
                    source: row.get(1)?,
                    period: row.get(2)?,
                    value: row.get(3)?,
                })
            })
            .map_err(store_error)?;
        rows.collect::<rusqlite::Result<_>>().map_err(store_error)
    }

    /// Adds benchmarks; the same subject, source and period is replaced.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_benchmarks(tx: &Transaction<'_>, benchmarks: &[Benchmark]) -> Result<()> {
        let sql = "insert or replace into benchmark (subject, source, period, value)
                   values (?1, ?2, ?3, ?4)";
        for Benchmark {
            subject,
            value,
            source,
            period,
        } in benchmarks
        {
            tx.execute(sql, params![subject, source, period, value])
                .map_err(store_error)?;
        }
        Ok(())
    }

    /// The mapping that the user asked to remember for a file with these heads.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn mapping(&self, kind: &str, heads: &str) -> Result<Option<String>> {
        let sql = "select mapping from mapping where kind = ?1 and heads = ?2";
        self.connection
            .query_row(sql, [kind, heads], |row| row.get(0))
            .optional()
            .map_err(store_error)
    }

    /// Remembers a mapping.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn put_mapping(tx: &Transaction<'_>, kind: &str, heads: &str, mapping: &str) -> Result<()> {
        let sql = "insert or replace into mapping (kind, heads, mapping) values (?1, ?2, ?3)";
        tx.execute(sql, [kind, heads, mapping])
            .map(drop)
            .map_err(store_error)
    }
}

fn branch(row: &Row<'_>) -> Result<Branch> {
    let code: String = row.get(0).map_err(store_error)?;
    Ok(Branch {
        code: BranchCode::new(&code)?,
        name: row.get(1).map_err(store_error)?,
        region: row.get(2).map_err(store_error)?,
        format: row.get(3).map_err(store_error)?,
        contact: row.get(4).map_err(store_error)?,
        back_office: row.get(5).map_err(store_error)?,
    })
}

/// A staff group from its word in the file.
pub(super) fn staff_group(word: &str) -> Result<StaffGroup> {
    StaffGroup::ALL
        .into_iter()
        .find(|group| group.code() == word)
        .ok_or_else(|| damaged("staff group"))
}
