//! Where the passphrase comes from: a file, the environment, or a prompt without echo. Never an
//! argument: those are visible to everybody on the computer.

use std::io::IsTerminal as _;
use std::path::Path;

use super::arguments::KeyArguments;
use crate::app::{Passphrase, RecoveryWords, Unlock, read_passphrase};
use crate::domain::Lang;
use crate::error::{Result, VaultFault};
use crate::i18n::message;
use crate::tr;

/// The environment variable that is named in the help.
const VARIABLE: &str = "FRONTLINE_PASSPHRASE";

/// What opens a workspace: a passphrase, or recovery words where 24 of them were given.
pub(super) fn to_open(key: &KeyArguments, workspace: &Path, lang: Lang) -> Result<Unlock> {
    let name = workspace
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let question = tr!(lang, "cli-passphrase", name = name);
    let given = match given(key)? {
        Some(given) => given,
        None => asked(&question)?,
    };
    Ok(match RecoveryWords::parse(given.reveal()) {
        Ok(words) => Unlock::Words(words),
        Err(_) => Unlock::Passphrase(given),
    })
}

/// The passphrase of a workspace that is being made; a prompt asks twice.
pub(super) fn to_make(key: &KeyArguments, lang: Lang) -> Result<Passphrase> {
    if let Some(given) = given(key)? {
        return Ok(given);
    }
    let first = asked(&message(lang, "cli-new-passphrase"))?;
    let second = asked(&message(lang, "cli-repeat-passphrase"))?;
    if first != second {
        return Err(VaultFault::PassphrasesDiffer.into());
    }
    Ok(first)
}

fn given(key: &KeyArguments) -> Result<Option<Passphrase>> {
    if let Some(file) = &key.passphrase_file {
        return read_passphrase(file).map(Some);
    }
    let Ok(text) = std::env::var(VARIABLE) else {
        return Ok(None);
    };
    let text = zeroize::Zeroizing::new(text);
    Ok(Some(Passphrase::new(&text)).filter(|passphrase| !passphrase.is_empty()))
}

fn asked(question: &str) -> Result<Passphrase> {
    if !std::io::stdin().is_terminal() {
        return Err(VaultFault::NoPassphrase.into());
    }
    let typed =
        rpassword::prompt_password(format!("{question} ")).map_err(|_| VaultFault::NoPassphrase)?;
    let typed = zeroize::Zeroizing::new(typed);
    Ok(Passphrase::new(&typed))
}
