//! Anonymous collection: keys, codes, packs, stations, sealed records, bundles and releases.
//!
//! This layer knows no SQL, no window and no words for users. It has no clock: days are passed in.

pub mod bytes;
pub mod secret;
pub mod words;
