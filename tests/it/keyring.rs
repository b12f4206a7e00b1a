//! Keys for tests: recovery words open in no time, where a passphrase is slow by design.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use frontline::domain::Date;
use frontline::error::Error;
use frontline::seal::container::{Passphrase, RecoveryWords, Unlock, Vault};
use frontline::store::{Opening, Workspace};

/// The day of every test.
pub(crate) const TODAY: Date = Date::constant(2026, 11, 21);

/// A passphrase that is taken everywhere.
pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("seven quiet walnuts travel north")
}

/// The words that open what [`create`] makes.
pub(crate) fn words() -> &'static RecoveryWords {
    static WORDS: OnceLock<RecoveryWords> = OnceLock::new();
    WORDS.get_or_init(|| RecoveryWords::generate().expect("randomness"))
}

/// Keys for a new workspace.
pub(crate) fn vault() -> Vault {
    Vault::for_words(words()).expect("randomness")
}

/// A new workspace.
pub(crate) fn create(path: &Path) -> Result<Workspace, Error> {
    Workspace::create(path, vault(), TODAY)
}

/// Opens what [`create`] made.
pub(crate) fn open(path: &Path) -> Result<Workspace, Error> {
    open_on(path, TODAY, &BTreeMap::new())
}

/// Opens it on a day, knowing what was seen before.
pub(crate) fn open_on(
    path: &Path,
    today: Date,
    seen: &BTreeMap<String, u64>,
) -> Result<Workspace, Error> {
    let unlock = Unlock::Words(words().clone());
    let opening = Opening {
        unlock: &unlock,
        seen,
        accepts_older: false,
        today,
    };
    Workspace::open(path, &opening)
}
