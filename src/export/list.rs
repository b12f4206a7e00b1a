//! A plain list as CSV for Excel, such as the rows that an import refused.

use super::csv::text_line;
use crate::domain::Lang;

/// Heads and rows as CSV: byte-order mark, the language's separator, nothing that runs as a formula.
#[must_use]
pub fn list_to_csv<const N: usize>(
    lang: Lang,
    heads: &[String; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let mut text = String::from("\u{feff}");
    text_line(lang, heads, &mut text);
    for row in rows {
        text_line(lang, &row, &mut text);
    }
    text
}
