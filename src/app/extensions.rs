//! How files of own collection end, without the dot.

use std::path::Path;

/// A pack: what a station needs to collect.
pub const PACK: &str = "flpack";
/// The answers on a station's disk.
pub const STATION: &str = "flstation";
/// Answers on their way from a station.
pub const BUNDLE: &str = "flbundle";
/// Sealed answers on their way to the witness.
pub const BATCH: &str = "flbatch";
/// Answers that the witness has released.
pub const RELEASE: &str = "flrelease";
/// A witness's card: name and public keys.
pub const CARD: &str = "flcard";
/// A witness's own key file.
pub const WITNESS: &str = "flwitness";

/// Is it a file of own collection, which no other program opens?
#[must_use]
pub fn is_sealed(path: &Path) -> bool {
    let own = [PACK, STATION, BUNDLE, BATCH, RELEASE, CARD, WITNESS];
    path.extension()
        .is_some_and(|known| own.iter().any(|own| known == *own))
}
