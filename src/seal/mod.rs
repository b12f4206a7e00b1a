//! Anonymous collection: keys, codes, packs, stations, sealed records, bundles and releases.
//!
//! This layer knows no SQL, no window and no words for users. It has no clock: days are passed in.

pub mod bag;
pub mod batch;
pub mod bundle;
pub mod bytes;
pub mod card;
pub mod code;
pub mod container;
pub mod envelope;
pub mod groups;
pub mod issue;
pub mod keys;
pub mod layout;
pub mod marks;
pub mod merge;
pub mod opened;
pub mod pack;
pub mod plan;
pub mod record;
pub mod release;
pub mod secret;
pub mod sheet;
pub mod sorting;
pub mod station;
pub mod station_file;
pub mod storage;
pub mod verify;
pub mod witness;
pub mod words;

/// Hears of progress (done, of how many) and says whether to go on.
pub type Watch<'a> = &'a (dyn Fn(usize, usize) -> bool + Sync);
