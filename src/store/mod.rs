//! The workspace: HR's file. The only SQL of the program.
//!
//! The database lives in memory. It is saved as one encrypted container that replaces the file whole,
//! so there is never a journal, a write-ahead log, a readable temporary file or a half-written one
//! beside it. Every change is one named transaction: it is in the file, or nothing happened. Never
//! analyses and never draws.

mod actions;
mod answers;
mod backup;
mod collection;
mod comments;
mod file;
mod image;
mod lists;
mod migrate;
mod network;
mod outcomes;
mod ratings;
mod releases;
mod waves;
mod workspace;

pub use answers::StoredScore;
pub use backup::{BACKUPS_KEPT, Backup, backups};
pub use collection::{StoredDesign, StoredStation, StoredWitness};
pub use comments::{CommentKeeping, StoredComment, StoredMask};
pub use ratings::{FrozenPlace, FrozenRoles, Ratings, StoredCode, StoredRound};
pub use releases::Release;
pub use workspace::{FILE_EXTENSION, FileKind, Opening, Workspace, look_at, remove_workspace};

use crate::error::{Error, Kind};

/// A change in progress: one transaction, committed and saved whole by [`Workspace::change`].
pub type Change<'workspace> = rusqlite::Transaction<'workspace>;

/// SQLite's word for a failure, kept for whoever helps.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it is what `map_err` hands over"
)]
fn store_error(fault: rusqlite::Error) -> Error {
    Kind::Store(fault.to_string()).into()
}

/// A value of the file that no version of the program writes.
fn damaged(what: &str) -> Error {
    Kind::Store(format!("unexpected {what}")).into()
}
