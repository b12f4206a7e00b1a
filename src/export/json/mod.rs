//! Findings as JSON for other programs. Version 1; keys are fixed, lists are ordered, the same
//! findings give the same text.
//!
//! A hidden value is `{"hidden": reason}`, an undefined one `{"undefined": reason}`; neither is ever
//! null, blank or zero. Numbers are as published, unrounded beyond that.

mod company;
mod drivers;
mod extras;
mod lines;
mod links;
mod notes;
mod ratings;
mod ratings_calibration;
mod shape;
mod staff;

use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Lang;
pub use ratings::RatedRound;

/// The version of the shape. Raised when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// A key of the document and what writes its value.
type Key<'a> = (&'a str, &'a (dyn Fn() -> String + Sync));

/// The findings as JSON. With a language, links and divergences also carry their sentences.
#[must_use]
pub fn to_json(findings: &Findings, lang: Option<Lang>) -> String {
    let mut bytes = Vec::new();
    write_json(findings, lang, &mut bytes).expect("a Vec takes bytes");
    String::from_utf8(bytes).expect("serde writes UTF-8")
}

/// Writes the findings as JSON piece by piece: a large company makes many megabytes of it.
///
/// # Errors
/// Those of `out`.
pub fn write_json(
    findings: &Findings,
    lang: Option<Lang>,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    write_json_with(findings, lang, None, out)
}

/// The same, with ratings of people where they were asked for by name.
///
/// # Errors
/// Those of `out`.
pub fn write_json_with(
    findings: &Findings,
    lang: Option<Lang>,
    rated: Option<&RatedRound<'_>>,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    // The keys of the document know nothing of each other: each is written on whatever core is free.
    let before: &[Key] = &[
        ("version", &|| text(&VERSION)),
        ("program", &|| {
            text(concat!("frontline ", env!("CARGO_PKG_VERSION")))
        }),
        ("min_group", &|| text(&findings.min_group.get())),
        ("seed", &|| text(&findings.seed)),
        ("draws", &|| text(&findings.draws)),
        ("permutations", &|| text(&findings.permutations)),
        ("waves", &|| text(&links::waves(findings))),
        ("dimensions", &|| text(&staff::dimensions(findings))),
        ("items", &|| text(&staff::items(findings))),
    ];
    let after: &[Key] = &[
        ("enps", &|| text(&staff::enps(findings))),
        ("segments", &|| text(&company::segments(findings))),
        ("customers", &|| text(&links::customers(findings))),
        ("drivers", &|| text(&drivers::drivers(findings, lang))),
        ("linkage", &|| text(&links::linkage(findings, lang))),
        ("contact_vs_back_office", &|| {
            text(&links::comparisons(findings))
        }),
        ("divergences", &|| text(&notes::divergences(findings, lang))),
        ("hidden", &|| text(&notes::hidden(findings))),
    ];
    let values = |keys: &[Key]| -> Vec<String> { keys.par_iter().map(|key| key.1()).collect() };
    out.write_all(b"{")?;
    for ((key, _), value) in before.iter().zip(values(before)) {
        write!(out, "\n  \"{key}\": {value},")?;
    }
    out.write_all(b"\n  \"branches\": ")?;
    let shape = |row: &_| staff::branch(findings, *row);
    entries(&staff::rows(findings), shape, out)?;
    for ((key, _), value) in after.iter().zip(values(after)) {
        write!(out, ",\n  \"{key}\": {value}")?;
    }
    if let Some(rated) = rated {
        write!(
            out,
            ",\n  \"competencies\": {}",
            text(&ratings::round(rated))
        )?;
    }
    out.write_all(b"\n}\n")
}

/// The findings of a round of assessment as JSON.
#[must_use]
pub fn ratings_to_json(rated: &RatedRound<'_>) -> String {
    let mut out = text(&ratings::round(rated));
    out.push('\n');
    out
}

/// The value of a key of the document.
fn text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut bytes = Vec::new();
    write(value, 1, &mut bytes);
    String::from_utf8(bytes).expect("serde writes UTF-8")
}

/// A list as the value of a key, for lists of many long entries: each is shaped when it is written,
/// some here and some there, and while they go out the next are made in the memory of those before.
fn entries<P: Sync, T: Serialize>(
    places: &[P],
    shape: impl Fn(&P) -> T + Sync,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    /// Entries of a piece, and pieces of a batch.
    const ENTRIES: usize = 16;
    const PIECES: usize = 4;
    let fill = |places: &[P], pieces: &mut [Vec<u8>]| {
        pieces.iter_mut().for_each(Vec::clear);
        let pieces = pieces.par_iter_mut().zip(places.par_chunks(ENTRIES));
        pieces.for_each(|(piece, places)| {
            for place in places {
                piece.extend_from_slice(b",\n    ");
                write(&shape(place), 2, piece);
            }
        });
    };
    let (mut ready, mut next) = (vec![Vec::new(); PIECES], vec![Vec::new(); PIECES]);
    out.write_all(b"[")?;
    // The first entry has no comma before it.
    let mut skipped = 1;
    let mut send = |pieces: &[Vec<u8>]| {
        for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
            out.write_all(piece.get(skipped..).unwrap_or_default())?;
            skipped = 0;
        }
        io::Result::Ok(())
    };
    for batch in places.chunks(ENTRIES * PIECES) {
        let (sent, ()) = rayon::join(|| send(&ready), || fill(batch, &mut next));
        sent?;
        std::mem::swap(&mut ready, &mut next);
    }
    send(&ready)?;
    let end: &[u8] = if places.is_empty() { b"]" } else { b"\n  ]" };
    out.write_all(end)
}

fn write<T: Serialize + ?Sized>(value: &T, depth: usize, bytes: &mut Vec<u8>) {
    let mut serializer = serde_json::Serializer::with_formatter(bytes, lines::Lines::inside(depth));
    value
        .serialize(&mut serializer)
        .expect("plain structs with text keys serialize");
}
