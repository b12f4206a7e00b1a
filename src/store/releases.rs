//! The ledger of releases: every file that has left the program.

use rusqlite::{Connection, Transaction, params};

use super::{Workspace, damaged, store_error};
use crate::domain::Date;
use crate::error::Result;

/// A file that was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Running number, from 1.
    pub number: u32,
    /// The day, never the hour.
    pub day: Date,
    /// Code of the wave.
    pub wave: String,
    /// `full` or `branch`.
    pub scope: String,
    /// Code of the branch of a cut; empty for a full report.
    pub branch: String,
    /// Language of the report.
    pub lang: String,
    /// Name of the file, without its folder.
    pub file: String,
    /// BLAKE3 of the file, hexadecimal.
    pub fingerprint: String,
}

impl Workspace {
    /// Releases, newest first.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn releases(&self) -> Result<Vec<Release>> {
        let sql = "select number, day, wave, scope, branch, lang, file, fingerprint
                   from release order by number desc";
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map([], |row| {
                let day: String = row.get(1)?;
                Ok((
                    day,
                    Release {
                        number: row.get(0)?,
                        day: Date::ZERO,
                        wave: row.get(2)?,
                        scope: row.get(3)?,
                        branch: row.get(4)?,
                        lang: row.get(5)?,
                        file: row.get(6)?,
                        fingerprint: row.get(7)?,
                    },
                ))
            })
            .map_err(store_error)?;
        rows.map(|row| {
            let (day, release) = row.map_err(store_error)?;
            Ok(Release {
                day: day.parse().map_err(|_| damaged("day"))?,
                ..release
            })
        })
        .collect()
    }

    /// What was told so far, oldest first, each with the number of the first release that told it, in
    /// the form that [`Self::add_told`] was given.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn told(&self) -> Result<Vec<(u32, Vec<u8>)>> {
        told(&self.connection)
    }

    /// The same within a change.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn told_in(tx: &Transaction<'_>) -> Result<Vec<(u32, Vec<u8>)>> {
        told(tx)
    }

    /// Records what the next release tells, once.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_told(tx: &Transaction<'_>, facts: &[u8]) -> Result<()> {
        let sql = "insert into told (release, facts)
                   select (select coalesce(max(number), 0) + 1 from release), ?1
                   where not exists (select 1 from told where facts = ?1)";
        tx.execute(sql, [facts]).map(drop).map_err(store_error)
    }

    /// Records a release; its number is the next one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_release(tx: &Transaction<'_>, release: &Release) -> Result<()> {
        let sql = "insert into release (day, wave, scope, branch, lang, file, fingerprint)
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let Release {
            number: _,
            day,
            wave,
            scope,
            branch,
            lang,
            file,
            fingerprint,
        } = release;
        tx.execute(
            sql,
            params![
                day.to_string(),
                wave,
                scope,
                branch,
                lang,
                file,
                fingerprint
            ],
        )
        .map(drop)
        .map_err(store_error)
    }

    /// Takes back the releases after one of them, and what they told: their files never came out.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn take_back_releases(tx: &Transaction<'_>, after: u32) -> Result<()> {
        for sql in [
            "delete from told where release > ?1",
            "delete from release where number > ?1",
        ] {
            tx.execute(sql, [after]).map(drop).map_err(store_error)?;
        }
        Ok(())
    }
}

fn told(connection: &Connection) -> Result<Vec<(u32, Vec<u8>)>> {
    let sql = "select release, facts from told order by number";
    let mut statement = connection.prepare(sql).map_err(store_error)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.map_err(store_error)?
        .map(|facts| facts.map_err(store_error))
        .collect()
}
