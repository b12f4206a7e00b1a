//! The desk behind the kiosk: what the employee's screens may know and ask for.
//!
//! One [`Request`] in, at most one [`Event`] out, on a thread of its own ([`Desk`]). Nothing here
//! writes a log, a setting or a draft; whatever a respondent typed is overwritten when it goes out of
//! use, and no `Debug` shows it. The station file is the only thing that is ever written.

mod clerk;
mod code;
mod desk;
mod draft;
mod facts;
mod paper;
mod scrub;
mod secret;
mod station;

pub use clerk::{Clerk, Collector};
pub use code::{CODE_LENGTH, CODE_LETTERS, code_letter};
pub use desk::{Desk, quiet_panics};
pub use draft::{Draft, Given};
pub use facts::{
    ClassFacts, CodeRefusal, CommentCheck, DayCheck, Event, KioskFacts, Mark, RecordAbout,
    RecordView, Request, Session, Stored,
};
pub use paper::{agreed, mismatches, take_over};
pub use scrub::scrub_freed_memory;
pub use secret::SecretText;
pub use station::open_station;

/// Bytes of UTF-8 that a comment may hold.
pub const COMMENT_BYTES: usize = 2_000;
