//! What codes of branches, waves and rounds have in common.

use crate::error::{Error, Field, Result};

/// The most characters of a code.
pub(crate) const MAX_CODE: usize = 64;

/// A code from text: outer white space is dropped.
///
/// # Errors
/// When nothing is left, or more than [`MAX_CODE`] characters.
pub(crate) fn short_code(text: &str, field: Field) -> Result<String> {
    let code = text.trim();
    if code.is_empty() || code.chars().count() > MAX_CODE {
        return Err(Error::invalid(field, text));
    }
    Ok(code.to_owned())
}
