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

use serde::Serialize;

use crate::analysis::Findings;
use crate::domain::Lang;

/// The version of the shape. Raised when a key changes its meaning or goes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    program: &'static str,
    min_group: u32,
    seed: u64,
    draws: usize,
    permutations: usize,
    waves: Vec<links::Wave<'a>>,
    dimensions: Vec<staff::Dimension<'a>>,
    items: Vec<staff::Item<'a>>,
    branches: Vec<staff::Branch<'a>>,
    enps: staff::Enps<'a>,
    segments: Vec<company::SegmentsOf<'a>>,
    customers: Vec<links::Customer<'a>>,
    drivers: Vec<drivers::Drivers<'a>>,
    linkage: Vec<links::Linkage<'a>>,
    contact_vs_back_office: Vec<links::Comparison<'a>>,
    divergences: Vec<notes::Diverging<'a>>,
    hidden: Vec<notes::HiddenNote<'a>>,
}

/// The findings as JSON. With a language, links and divergences also carry their sentences.
#[must_use]
pub fn to_json(findings: &Findings, lang: Option<Lang>) -> String {
    let document = Document {
        version: VERSION,
        program: concat!("frontline ", env!("CARGO_PKG_VERSION")),
        min_group: findings.min_group.get(),
        seed: findings.seed,
        draws: findings.draws,
        permutations: findings.permutations,
        waves: links::waves(findings),
        dimensions: staff::dimensions(findings),
        items: staff::items(findings),
        branches: staff::branches(findings),
        enps: staff::enps(findings),
        segments: company::segments(findings),
        customers: links::customers(findings),
        drivers: drivers::drivers(findings, lang),
        linkage: links::linkage(findings, lang),
        contact_vs_back_office: links::comparisons(findings),
        divergences: notes::divergences(findings, lang),
        hidden: notes::hidden(findings),
    };
    let mut text = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut text, lines::Lines::default());
    document
        .serialize(&mut serializer)
        .expect("plain structs with text keys serialize");
    let mut text = String::from_utf8(text).expect("serde writes UTF-8");
    text.push('\n');
    text
}
