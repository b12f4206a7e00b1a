//! Which encoding a text file has, also where the text is short and Russian. Never guesses between
//! Western tables: a text in none of ours is refused rather than read as rubbish.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252,
};

use crate::error::{Kind, Result};

/// How much of a file is looked at to guess.
pub(in crate::import) const LOOK_AT: usize = 256 << 10;

/// Is it text at all? No zero bytes (unless as UTF-16 has them), no control characters, no mark of
/// another kind of file.
pub(in crate::import) fn is_text(bytes: &[u8]) -> bool {
    let head = bytes.get(..LOOK_AT.min(bytes.len())).unwrap_or(bytes);
    if head.starts_with(b"%PDF") || head.starts_with(b"{\\rtf") {
        return false;
    }
    if starts_as_markup(head) {
        return false;
    }
    if utf16(head).is_some() {
        return true;
    }
    let is_control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c);
    let controls = head.iter().filter(is_control).count();
    controls * 1_000 < head.len().max(1) && !head.contains(&0)
}

/// Old systems save web pages under the name of a workbook.
fn starts_as_markup(head: &[u8]) -> bool {
    let start: Vec<u8> = head
        .iter()
        .skip_while(|b| b.is_ascii_whitespace() || **b >= 0x80)
        .take(14)
        .map(u8::to_ascii_lowercase)
        .collect();
    [&b"<html"[..], b"<!doctype", b"<?xml", b"<table", b"<meta"]
        .iter()
        .any(|mark| start.starts_with(mark))
}

/// UTF-16 by its mark, or by zero bytes at every other place.
fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    if head.starts_with(&[0xff, 0xfe]) {
        return Some(UTF_16LE);
    }
    if head.starts_with(&[0xfe, 0xff]) {
        return Some(UTF_16BE);
    }
    // Separators, digits and line ends are below U+0100, also in Russian text.
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let half = head.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if half >= 4 && odd * 10 >= half && even * 20 <= odd {
        return Some(UTF_16LE);
    }
    if half >= 4 && even * 10 >= half && odd * 20 <= even {
        return Some(UTF_16BE);
    }
    None
}

/// The encoding of a text that starts with these bytes; `is_all` when nothing follows.
pub(in crate::import) fn guess(head: &[u8], is_all: bool) -> Result<&'static Encoding> {
    if head.starts_with(&[0xef, 0xbb, 0xbf]) {
        return Ok(UTF_8);
    }
    if let Some(encoding) = utf16(head) {
        return Ok(encoding);
    }
    match std::str::from_utf8(head) {
        Ok(_) => return Ok(UTF_8),
        // Cut inside a letter.
        Err(error) if !is_all && error.error_len().is_none() => return Ok(UTF_8),
        Err(_) => {}
    }
    single_byte(head).ok_or_else(|| Kind::UnknownEncoding.into())
}

/// Windows-1251, the two other Cyrillic tables still met, or Western with a few accents.
fn single_byte(head: &[u8]) -> Option<&'static Encoding> {
    let (best, score) = [WINDOWS_1251, IBM866, KOI8_U]
        .into_iter()
        .map(|encoding| (encoding, cyrillic_score(head, encoding)))
        .fold((WINDOWS_1251, f64::MIN), |best, next| {
            if next.1 > best.1 { next } else { best }
        });
    if score > 0.5 {
        return Some(best);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, true);
    let guessed = detector.guess(Some(b"ru"), Utf8Detection::Deny);
    let is_ours = [WINDOWS_1251, IBM866, KOI8_U, WINDOWS_1252].contains(&guessed);
    let is_clean = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(head);
        !text
            .chars()
            .any(|c| c == '\u{fffd}' || ('\u{80}'..'\u{a0}').contains(&c))
    };
    if is_ours && is_clean(guessed) {
        Some(guessed)
    } else {
        None
    }
}

/// How much like Russian the bytes above ASCII read: −1 to 1. Wrong tables show capitals inside
/// words, box drawing, or rare letters.
fn cyrillic_score(head: &[u8], encoding: &'static Encoding) -> f64 {
    let (text, _) = encoding.decode_without_bom_handling(head);
    let (mut good, mut all) = (0.0_f64, 0.0_f64);
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            all += 1.0;
            good += match c {
                // Two alphabets in one word: a Western accent.
                _ if c.is_alphabetic() && before.is_ascii_alphabetic() => -1.0,
                'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' => 1.0,
                'а'..='я' | 'ё' | 'і' | 'ї' | 'є' | 'ґ' | 'қ' | 'ң' => 0.7,
                'А'..='Я' | 'Ё' | 'І' | 'Ї' | 'Є' if before.is_lowercase() => -1.0,
                'А'..='Я' | 'Ё' | 'І' | 'Ї' | 'Є' => 0.7,
                '№' | '«' | '»' | '—' | '–' | '\u{a0}' | '…' | '“' | '”' | '’' => {
                    0.5
                }
                _ => -1.0,
            };
        }
        before = c;
    }
    if all == 0.0 { 0.0 } else { good / all }
}

/// The whole text. A byte that means nothing in the encoding refuses the file.
pub(in crate::import) fn decode<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
) -> Result<Cow<'a, str>> {
    let (text, has_faults) = encoding.decode_with_bom_removal(bytes);
    if has_faults {
        return Err(Kind::UnknownEncoding.into());
    }
    Ok(text)
}
