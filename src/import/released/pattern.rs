//! Messages as patterns, and numbers as each language prints them.

use crate::domain::Lang;

/// A message whose variables are holes: `n = {$n}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pattern {
    pieces: Vec<String>,
}

impl Pattern {
    /// The pattern of a message with variables that show themselves.
    pub(super) fn new(message: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = message;
        while let Some((before, after)) = rest.split_once("{$") {
            pieces.push(before.to_owned());
            rest = after.split_once('}').map_or("", |(_, after)| after);
        }
        pieces.push(rest.to_owned());
        Self { pieces }
    }

    /// The same with each piece changed.
    pub(super) fn map(self, change: impl Fn(&str) -> String) -> Self {
        let pieces = self.pieces.iter().map(|piece| change(piece));
        Self {
            pieces: pieces.collect(),
        }
    }

    /// How many letters are fixed.
    pub(super) fn letters(&self) -> usize {
        let letters = self.pieces.iter().flat_map(|piece| piece.chars());
        letters.filter(|c| c.is_alphabetic()).count()
    }

    /// What stands in the holes, in order; none where the text is another.
    pub(super) fn read<'t>(&self, text: &'t str) -> Option<Vec<&'t str>> {
        let (first, others) = self.pieces.split_first()?;
        let mut rest = text.strip_prefix(first.as_str())?;
        let Some((last, middle)) = others.split_last() else {
            return rest.is_empty().then(Vec::new);
        };
        let mut found = Vec::new();
        for piece in middle {
            let (hole, after) = rest.split_once(piece.as_str())?;
            found.push(hole);
            rest = after;
        }
        found.push(rest.strip_suffix(last.as_str())?);
        Some(found)
    }
}

/// A printed number and its last decimal: `−0,3` is −0.3 in steps of 0.1, `64 %` is 0.64 in steps of
/// 0.01.
pub(super) fn printed(lang: Lang, text: &str) -> Option<(f64, f64)> {
    let text = text.trim();
    let (text, scale) = match text.strip_suffix('%') {
        Some(number) => (number.trim(), 0.01),
        None => (text, 1.0),
    };
    let mut plain = String::new();
    let mut decimals: Option<i32> = None;
    for c in text.chars() {
        match (c, lang) {
            ('0'..='9', _) => {
                plain.push(c);
                decimals = decimals.map(|n| n + 1);
            }
            ('\u{2212}' | '-', _) if plain.is_empty() => plain.push('-'),
            ('+', _) if plain.is_empty() => {}
            (',', Lang::Ru) | ('.', Lang::En) if decimals.is_none() => {
                plain.push('.');
                decimals = Some(0);
            }
            ('\u{202f}' | '\u{a0}', Lang::Ru) | (',', Lang::En) => {}
            (_, _) => return None,
        }
    }
    let value: f64 = plain.parse().ok()?;
    Some((value * scale, 10_f64.powi(-decimals.unwrap_or(0)) * scale))
}

/// A printed interval: `3,5…3,8`, or `30–40 %`.
pub(super) fn printed_interval(lang: Lang, text: &str) -> Option<(f64, f64, f64)> {
    let is_share = text.trim().ends_with('%');
    let (low, high) = text.split_once('…').or_else(|| text.split_once('–'))?;
    let low = low.trim();
    let low = if is_share && !low.ends_with('%') {
        format!("{low}%")
    } else {
        low.to_owned()
    };
    let ((low, step), (high, _)) = (printed(lang, &low)?, printed(lang, high)?);
    Some((low, high, step))
}

/// A printed count: `34`, or `5–9`.
pub(super) fn printed_count(lang: Lang, text: &str) -> Option<(u32, u32)> {
    let whole = |text: &str| {
        let (value, step) = printed(lang, text)?;
        ((step - 1.0).abs() < 1e-9).then(|| whole(value)).flatten()
    };
    match text.split_once(['–', '-']) {
        Some((low, high)) if !low.is_empty() => Some((whole(low)?, whole(high)?)),
        Some(_) | None => whole(text).map(|n| (n, n)),
    }
}

/// A number as a count.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked before"
)]
pub(super) fn whole(value: f64) -> Option<u32> {
    let is_count = (0.0..=4e9).contains(&value) && (value - value.round()).abs() < 1e-9;
    is_count.then(|| value.round() as u32)
}

/// A printed band of a share: `20–30 %`, `≤ 20 %`, `≥ 80 %`, or one share.
pub(super) fn printed_band(lang: Lang, text: &str) -> Option<(f64, f64)> {
    if let Some(high) = text.strip_prefix('≤') {
        return Some((0.0, printed(lang, high)?.0));
    }
    if let Some(low) = text.strip_prefix('≥') {
        return Some((printed(lang, low)?.0, 1.0));
    }
    if let Some((low, high, _)) = printed_interval(lang, text) {
        return Some((low, high));
    }
    let (value, step) = printed(lang, text)?;
    Some(around(value, step))
}

/// What a share may be that is printed so.
pub(super) fn around(value: f64, step: f64) -> (f64, f64) {
    ((value - step / 2.0).max(0.0), (value + step / 2.0).min(1.0))
}

/// The text with every number as `#`.
pub(super) fn numberless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii_digit() {
            out.push(c);
            continue;
        }
        out.push('#');
        loop {
            let mut ahead = chars.clone();
            match (ahead.next(), ahead.next()) {
                (Some(next), _) if next.is_ascii_digit() => {
                    chars.next();
                }
                (Some('.' | ',' | '\u{202f}'), Some(after)) if after.is_ascii_digit() => {
                    chars.next();
                }
                (_, _) => break,
            }
        }
    }
    out
}
