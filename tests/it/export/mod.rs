//! Files out: the workbook sheet by sheet, JSON, CSV, and what must never be in them.

mod actions;
mod comments;
mod fixture;
mod fixture_company;
mod fixture_links;
mod fixture_words;
mod safety;
mod sheets;

use std::collections::BTreeSet;

use frontline::analysis::{Findings, Yardstick};
use frontline::domain::{Date, Lang, Text};
use frontline::export::{Scope, WorkbookRequest, write_workbook};

/// A request for the last wave.
fn request(findings: &Findings, lang: Lang, scope: Scope) -> WorkbookRequest {
    WorkbookRequest {
        lang,
        wave: findings.waves.len() - 1,
        scope,
        sheets: BTreeSet::new(),
        company: "Кофейни «Бодрый день»".to_owned(),
        made_on: Date::constant(2026, 6, 29),
        questionnaires: vec![Text::new(
            "Вовлечённость и клиенты",
            "Engagement and customers",
        )],
        comments: Some(comments::book(findings)),
        actions: Some(actions::book(findings)),
        compare: Yardstick::default(),
        outside: Vec::new(),
    }
}

fn workbook(findings: &Findings, lang: Lang, scope: Scope) -> Vec<u8> {
    write_workbook(findings, &request(findings, lang, scope), &mut |_| Ok(()))
        .expect("the workbook is written")
}
