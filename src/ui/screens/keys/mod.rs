//! Pages and cards about keys: the passphrase of a new workspace, the lock, the recovery words, and
//! who can open the file. They ask; the worker does.

mod backups;
mod card;
mod fields;
mod forms;
mod new_keys;
mod unlock;
mod words;

pub(super) use card::KeysCard;
pub(super) use fields::{NewPassphrase, refusal, unlock_of};
pub(super) use new_keys::NewKeysPage;
pub(super) use unlock::UnlockPage;
pub(super) use words::{WordsPage, recovery_words_ui};
