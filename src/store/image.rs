//! The database as bytes in memory: loaded, checked, brought up to date, wiped. It never touches the
//! disk: no journal, no write-ahead log, no temporary file.

use rusqlite::Connection;

use super::migrate::{self, Schema};
use super::store_error;
use crate::error::{Kind, Result};

/// The first bytes of every SQLite file: a preview version left its workspaces unencrypted.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Is this an unencrypted database?
pub(super) fn is_database(start: &[u8]) -> bool {
    start.starts_with(SQLITE)
}

/// An empty database, up to date.
pub(super) fn empty(schema: Schema) -> Result<Connection> {
    let mut made = Connection::open_in_memory().map_err(store_error)?;
    prepare(&mut made, schema)?;
    let image = made.serialize("main").map_err(store_error)?;
    // Loaded like any other, so that every image lies in one piece and is sealed without a copy.
    let mut connection = deserialized(&image)?;
    prepare(&mut connection, schema)?;
    Ok(connection)
}

/// A database from its bytes, as it is: checked, not yet brought up to date.
pub(super) fn load(image: &[u8], schema: Schema) -> Result<Connection> {
    if !is_database(image) {
        return Err(Kind::NotAWorkspace.into());
    }
    if !is_whole(image) {
        return Err(Kind::FileDamaged("pages missing".to_owned()).into());
    }
    let connection = deserialized(image)?;
    let check: String = connection
        .query_row("pragma quick_check(1)", [], |row| row.get(0))
        .map_err(store_error)?;
    if check != "ok" {
        return Err(Kind::Store(check).into());
    }
    if migrate::version(&connection, schema)? == 0 {
        return Err(Kind::NotAWorkspace.into());
    }
    Ok(connection)
}

fn deserialized(image: &[u8]) -> Result<Connection> {
    let mut connection = Connection::open_in_memory().map_err(store_error)?;
    connection
        .deserialize_read_exact("main", image, image.len(), false)
        .map_err(store_error)?;
    Ok(connection)
}

/// Has the image all the pages that its head counts? SQLite forgives a cut in the last page.
/// Page size stands in bytes 16–17 (1 means 65,536), the number of pages in 28–31.
fn is_whole(image: &[u8]) -> bool {
    let Some(head) = image.first_chunk::<100>() else {
        return false;
    };
    let page = match u64::from(u16::from_be_bytes([head[16], head[17]])) {
        1 => 65_536,
        page => page,
    };
    let pages = u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]]));
    u64::try_from(image.len()).is_ok_and(|length| length == page * pages)
}

/// Sets how the database behaves, and brings it up to date.
pub(super) fn prepare(connection: &mut Connection, schema: Schema) -> Result<()> {
    let pragmas = [
        ("foreign_keys", "on"),
        ("trusted_schema", "off"),
        // Nothing may leave memory, and what was deleted is overwritten.
        ("temp_store", "memory"),
        ("secure_delete", "on"),
    ];
    for (name, value) in pragmas {
        connection
            .pragma_update(None, name, value)
            .map_err(store_error)?;
    }
    let journal = "pragma journal_mode = memory";
    let kept: String = connection
        .query_row(journal, [], |row| row.get(0))
        .map_err(store_error)?;
    if kept != "memory" {
        return Err(Kind::Store(format!("journal in {kept}")).into());
    }
    migrate::migrate(connection, schema)
}

/// Overwrites what the database holds. As far as it goes: a fault here is nothing the user could
/// mend, and the memory is given back in any case.
pub(super) fn wipe(connection: &Connection) {
    let wiped = || -> rusqlite::Result<()> {
        connection.execute_batch("pragma foreign_keys = off; pragma journal_mode = off;")?;
        let sql =
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'";
        let mut names = connection.prepare(sql)?;
        let names = names.query_map([], |row| row.get::<_, String>(0))?;
        let names = names.collect::<rusqlite::Result<Vec<_>>>()?;
        for name in names {
            connection.execute_batch(&format!("drop table \"{name}\""))?;
        }
        Ok(())
    };
    drop(wiped());
}
