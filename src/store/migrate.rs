//! Versions of the workspace. An applied migration is never edited; a newer file is refused.

use rusqlite::Connection;

use super::store_error;
use crate::error::{Kind, Result};

/// "Frnt": tells our files from any other SQLite file.
const APPLICATION_ID: u32 = 0x4672_6e74;

const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_workspace.sql"),
    include_str!("migrations/0002_collection.sql"),
    include_str!("migrations/0003_comments.sql"),
    include_str!("migrations/0004_ledger.sql"),
];

/// The version that this program writes.
#[must_use]
pub(super) fn newest_version() -> u32 {
    u32::try_from(MIGRATIONS.len()).expect("a handful of migrations")
}

/// The version of an image; an empty database has version 0.
pub(super) fn version(connection: &Connection) -> Result<u32> {
    let pragma = |name: &str| {
        connection
            .pragma_query_value(None, name, |row| row.get::<_, u32>(0))
            .map_err(store_error)
    };
    let version = pragma("user_version")?;
    if version > 0 && pragma("application_id")? != APPLICATION_ID {
        return Err(Kind::NotAWorkspace.into());
    }
    Ok(version)
}

/// Brings an image up to date.
pub(super) fn migrate(connection: &mut Connection) -> Result<()> {
    let found = version(connection)?;
    let known = newest_version();
    if found > known {
        return Err(Kind::NewerWorkspace { found, known }.into());
    }
    let transaction = connection.transaction().map_err(store_error)?;
    for sql in MIGRATIONS.iter().skip(found as usize) {
        transaction.execute_batch(sql).map_err(store_error)?;
    }
    transaction
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(store_error)?;
    transaction
        .pragma_update(None, "user_version", known)
        .map_err(store_error)?;
    transaction.commit().map_err(store_error)
}
