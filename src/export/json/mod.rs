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
mod shape;
mod staff;

use rayon::prelude::*;
use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Lang;

/// The version of the shape. Raised when a key changes its meaning or goes.
const VERSION: u32 = 1;

/// The findings as JSON. With a language, links and divergences also carry their sentences.
#[must_use]
pub fn to_json(findings: &Findings, lang: Option<Lang>) -> String {
    // The keys of the document know nothing of each other: each is written on whatever core is free.
    let keys: &[(&str, &(dyn Fn() -> String + Sync))] = &[
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
        ("branches", &|| {
            entries(&staff::rows(findings), |row| staff::branch(findings, *row))
        }),
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
    let values: Vec<String> = keys.par_iter().map(|(_, write)| write()).collect();
    let size = values.iter().map(|value| value.len() + 64).sum();
    let mut document = String::with_capacity(size);
    for ((key, _), value) in keys.iter().zip(&values) {
        document.push_str(if document.is_empty() {
            "{\n  \""
        } else {
            ",\n  \""
        });
        document.push_str(key);
        document.push_str("\": ");
        document.push_str(value);
    }
    document.push_str("\n}\n");
    document
}

/// The value of a key of the document.
fn text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut bytes = Vec::new();
    write(value, 1, &mut bytes);
    String::from_utf8(bytes).expect("serde writes UTF-8")
}

/// A list as the value of a key, for lists of many long entries: each is shaped when it is written,
/// some here and some there.
fn entries<P: Sync, T: Serialize>(places: &[P], shape: impl Fn(&P) -> T + Sync) -> String {
    const TOGETHER: usize = 64;
    let some = |places: &[P]| {
        let mut bytes = Vec::new();
        for place in places {
            bytes.extend_from_slice(b",\n    ");
            write(&shape(place), 2, &mut bytes);
        }
        String::from_utf8(bytes).expect("serde writes UTF-8")
    };
    let parts: Vec<String> = places.par_chunks(TOGETHER).map(some).collect();
    let list = parts.concat();
    // The first entry has no comma before it.
    list.strip_prefix(',')
        .map_or_else(|| "[]".to_owned(), |list| format!("[{list}\n  ]"))
}

fn write<T: Serialize + ?Sized>(value: &T, depth: usize, bytes: &mut Vec<u8>) {
    let mut serializer = serde_json::Serializer::with_formatter(bytes, lines::Lines::inside(depth));
    value
        .serialize(&mut serializer)
        .expect("plain structs with text keys serialize");
}
