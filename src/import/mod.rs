//! Files into values, and a list of what was refused and why. Never the store: `app` commits.
//!
//! The way of a file, the same for the wizard, `import` and `analyze`:
//! 1. [`read_table`] (or [`CsvStream::open`] for a million rows) makes a [`RawTable`] of any file,
//!    with the guards against hostile ones;
//! 2. [`guess()`] says what kind it is and what each column means, as a [`Mapping`] to edit;
//! 3. [`check()`] turns rows into typed values and lists every refusal with row, column, value, reason.
//!
//! Nothing here knows words for users: reasons, roles, kinds and notes have a `key()` that names
//! their sentence in `import.ftl`. Names, e-mail, addresses, tokens, times and free text never
//! leave this module.

mod actions;
mod branch_finder;
mod check;
mod competencies;
mod csv_stream;
mod dates;
mod formats;
mod grid;
mod guess;
mod heads;
mod infer;
mod items;
mod kind;
mod kind_words;
mod limits;
mod mapping;
mod memo;
mod normal;
mod personal;
mod plain;
mod preset;
pub mod questionnaire;
mod ratings;
mod refusal;
pub mod released;
mod role;
mod row;
mod table;
mod toml_text;
mod values;

pub use actions::{ACTIONS, action_library, parse_actions};
pub use check::{
    Accepted, Checked, Context, ImportedAnswers, ImportedClass, ImportedPerson, ImportedRating,
    ImportedRatings, ImportedScore, ImportedSheets, Note, OutcomeKey, Summary, UnknownBranches,
    check,
};
pub use competencies::{CUSTOMER_ORIENTATION, customer_orientation, parse_competencies};
pub use csv_stream::CsvStream;
pub use dates::{DayOrder, When, parse_when};
pub use formats::{FileType, file_type};
pub use guess::{ColumnGuess, Guess, guess};
pub use infer::{infer_questionnaire, infer_questionnaire_from, known_questionnaire};
pub use kind::{ImportKind, Need, RoleSpec};
pub use limits::{ReadLimits, Tick};
pub use mapping::Mapping;
pub use personal::{DropReason, Dropped};
pub use preset::Preset;
pub use questionnaire::{
    EMBEDDED, MAX_ABOUT, MAX_ITEMS, MAX_SHORT, MAX_TEXT, embedded, embedded_by_id, embedded_source,
    parse_questionnaire, questionnaire_faults, write_questionnaire,
};
pub use ratings::{RatingsKnown, RoundKnown};
pub use refusal::{Refusal, RefusalGroup, RefusalReason};
pub use role::Role;
pub use table::{Area, Cell, RawTable, read_table};
pub use values::{parse_count, parse_group, parse_number};
