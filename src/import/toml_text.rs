//! Texts in TOML: files of questions, competencies and actions.

use serde::de::DeserializeOwned;

use crate::error::{Error, Kind, Place, Result};

/// Reads a text; `fault` makes an error of what the parser says, which gets its line.
///
/// # Errors
/// When the text is empty or does not have the shape.
pub(super) fn parse<T: DeserializeOwned, E: Into<Error>>(
    text: &str,
    fault: impl Fn(String) -> E,
) -> Result<T> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Kind::FileEmpty.into());
    }
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = Place::Line(line_of(text, start));
        fault(error.message().to_owned()).into().at(line)
    })
}

/// The line, from 1, in which a byte of a text stands.
pub(super) fn line_of(text: &str, start: usize) -> u32 {
    let breaks = text
        .bytes()
        .take(start)
        .filter(|byte| *byte == b'\n')
        .count();
    u32::try_from(breaks + 1).unwrap_or(u32::MAX)
}
