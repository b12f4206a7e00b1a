//! Why a workspace does not open or its keys cannot be changed, as sentences.

use super::message;
use crate::domain::Lang;
use crate::error::VaultFault;
use crate::tr;

/// The refusal as one or two sentences.
pub(super) fn vault_fault(lang: Lang, fault: &VaultFault) -> String {
    match fault {
        VaultFault::WrongPassphrase => message(lang, "vault-wrong-passphrase"),
        VaultFault::WrongWords => message(lang, "vault-wrong-words"),
        VaultFault::WeakPassphrase => message(lang, "vault-weak-passphrase"),
        VaultFault::WordCount(count) => tr!(lang, "vault-word-count", count = *count),
        VaultFault::UnknownWord(number) => tr!(lang, "vault-unknown-word", number = *number),
        VaultFault::WordsMixed => message(lang, "vault-words-mixed"),
        VaultFault::CutOff => message(lang, "vault-cut-off"),
        VaultFault::TrailingBytes => message(lang, "vault-trailing-bytes"),
        VaultFault::Damaged => message(lang, "vault-damaged"),
        VaultFault::Newer(_) => message(lang, "error-newer-workspace"),
        VaultFault::Older { found, seen } => tr!(
            lang,
            "vault-older",
            found = found.to_string(),
            seen = seen.to_string()
        ),
        VaultFault::Unencrypted => message(lang, "vault-unencrypted"),
        VaultFault::NetworkDrive(path) => tr!(lang, "vault-network-drive", path = path.as_str()),
        VaultFault::OtherKeys => message(lang, "vault-other-keys"),
        VaultFault::LastSlot => message(lang, "vault-last-slot"),
        VaultFault::SlotsFull => message(lang, "vault-slots-full"),
        VaultFault::NoSuchSlot => message(lang, "vault-no-such-slot"),
        VaultFault::NoPassphrase => message(lang, "vault-no-passphrase"),
        VaultFault::PassphrasesDiffer => message(lang, "vault-passphrases-differ"),
    }
}
