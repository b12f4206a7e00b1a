//! Versions of the workspace. An applied migration is never edited; a newer file is refused.

use rusqlite::Connection;

use super::store_error;
use crate::error::{Kind, Result};

/// An image's own number and its steps.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema {
    /// Tells our images from each other and from any other SQLite file.
    application_id: u32,
    migrations: &'static [&'static str],
}

/// The workspace itself: "Frnt".
pub(super) const WORKSPACE: Schema = Schema {
    application_id: 0x4672_6e74,
    migrations: &[
        include_str!("migrations/0001_workspace.sql"),
        include_str!("migrations/0002_collection.sql"),
        include_str!("migrations/0003_comments.sql"),
        include_str!("migrations/0004_ledger.sql"),
        include_str!("migrations/0005_actions.sql"),
    ],
};

/// People and ratings: "FrnR".
pub(super) const RATINGS: Schema = Schema {
    application_id: 0x4672_6e52,
    migrations: &[
        include_str!("migrations/ratings_0001.sql"),
        include_str!("migrations/ratings_0002.sql"),
        include_str!("migrations/ratings_0003.sql"),
    ],
};

impl Schema {
    /// The version that this program writes.
    #[must_use]
    pub(super) fn newest_version(self) -> u32 {
        u32::try_from(self.migrations.len()).expect("a handful of migrations")
    }
}

/// The version of an image; an empty database has version 0.
pub(super) fn version(connection: &Connection, schema: Schema) -> Result<u32> {
    let pragma = |name: &str| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, u32>(0))
            .map_err(store_error)
    };
    let version = pragma("user_version")?;
    if version > 0 && pragma("application_id")? != schema.application_id {
        return Err(Kind::NotAWorkspace.into());
    }
    Ok(version)
}

/// Brings an image up to date.
pub(super) fn migrate(connection: &mut Connection, schema: Schema) -> Result<()> {
    let found = version(connection, schema)?;
    let known = schema.newest_version();
    if found > known {
        return Err(Kind::NewerWorkspace { found, known }.into());
    }
    let transaction = connection.transaction().map_err(store_error)?;
    for sql in schema.migrations.iter().skip(found as usize) {
        transaction.execute_batch(sql).map_err(store_error)?;
    }
    transaction
        .pragma_update(None, "application_id", schema.application_id)
        .map_err(store_error)?;
    transaction
        .pragma_update(None, "user_version", known)
        .map_err(store_error)?;
    transaction.commit().map_err(store_error)
}
