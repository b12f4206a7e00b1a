//! People and their ratings: a second image in the workspace's file, sealed under a key of its own.
//! It is opened for a question or a change and wiped afterwards. The two images are never attached to
//! each other, so no query can join a person with a survey answer.

mod frozen;
mod people;
mod plans;
mod rounds;
mod sheets;

use rusqlite::{Connection, Row, Transaction};
use zeroize::Zeroizing;

use super::migrate::RATINGS;
use super::{Workspace, damaged, image, store_error};
use crate::domain::Date;
use crate::error::{Error, Kind, Result};
use crate::seal::container::SectionKind;

pub use frozen::{FrozenPlace, FrozenRoles};
pub use rounds::{StoredCode, StoredRound};

/// The opened image. Dropping it wipes it.
#[derive(Debug)]
pub struct Ratings {
    connection: Connection,
}

impl Drop for Ratings {
    fn drop(&mut self) {
        image::wipe(&self.connection);
    }
}

impl Workspace {
    /// Has anybody asked for ratings in this workspace yet?
    #[must_use]
    pub fn has_ratings(&self) -> bool {
        self.others.contains_key(&SectionKind::Ratings)
    }

    /// Opens the image of ratings; an empty one where there is none yet.
    ///
    /// # Errors
    /// When it is damaged or newer.
    pub fn ratings(&self) -> Result<Ratings> {
        let connection = match self.others.get(&SectionKind::Ratings) {
            Some(image) => {
                let mut connection = image::load(image, RATINGS)?;
                image::prepare(&mut connection, RATINGS)?;
                connection
            }
            None => image::empty(RATINGS)?,
        };
        Ok(Ratings { connection })
    }

    /// One named transaction on people and ratings: what `deed` did is in the file, or nothing
    /// happened.
    ///
    /// # Errors
    /// When `deed` fails, or the file cannot be written; the workspace is then as before.
    pub fn change_ratings<T>(
        &mut self,
        name: &'static str,
        deed: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut opened = self.ratings()?;
        let transaction = opened.connection.transaction().map_err(store_error)?;
        let value = deed(&transaction)?;
        transaction
            .commit()
            .map_err(|fault| Error::from(Kind::Store(format!("{name}: {fault}"))))?;
        let bytes = opened.connection.serialize("main").map_err(store_error)?;
        let bytes = Zeroizing::new(bytes.to_vec());
        let before = self.others.insert(SectionKind::Ratings, bytes);
        if let Err(error) = self.save() {
            match before {
                Some(before) => self.others.insert(SectionKind::Ratings, before),
                None => self.others.remove(&SectionKind::Ratings),
            };
            return Err(error);
        }
        Ok(value)
    }
}

impl Ratings {
    /// All rows of a question, each made by `of`.
    fn all<T>(
        &self,
        sql: &str,
        parameters: impl rusqlite::Params,
        of: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare(sql).map_err(store_error)?;
        let rows = statement
            .query_map(parameters, |row| Ok(of(row)))
            .map_err(store_error)?;
        rows.map(|row| row.map_err(store_error)?).collect()
    }
}

/// A value of a row.
fn get<T: rusqlite::types::FromSql>(row: &Row<'_>, column: usize) -> Result<T> {
    row.get(column).map_err(store_error)
}

/// A day of a row.
fn day(row: &Row<'_>, column: usize) -> Result<Date> {
    get::<String>(row, column)?
        .parse()
        .map_err(|_| damaged("day"))
}

/// A day of a row that may be missing.
fn some_day(row: &Row<'_>, column: usize) -> Result<Option<Date>> {
    let text: Option<String> = get(row, column)?;
    text.map(|text| text.parse().map_err(|_| damaged("day")))
        .transpose()
}

/// The value that has this word.
fn worded<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str, word: &str) -> Result<T> {
    let mut found = all.iter().copied();
    found
        .find(|value| code(*value) == word)
        .ok_or_else(|| damaged("word"))
}
