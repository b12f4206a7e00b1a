//! Files out: the workbook sheet by sheet, JSON, CSV, and what must never be in them.

mod fixture;
mod sheets;
mod safety;

use std::collections::BTreeSet;

use frontline::analysis::Findings;
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
        questionnaires: vec![Text::new("Вовлечённость и клиенты", "Engagement and customers")],
    }
}

fn workbook(findings: &Findings, lang: Lang, scope: Scope) -> Vec<u8> {
    write_workbook(findings, &request(findings, lang, scope), &mut |_| Ok(()))
        .expect("the workbook is written")
}

#[test]
fn zz_look() {
    let findings = fixture::chain(fixture::Size::FULL);
    for lang in Lang::ALL {
        for (name, scope) in [("full", Scope::Full), ("branch", Scope::Branch(2))] {
            let path = format!("/tmp/explook/{name}_{}.xlsx", lang.code());
            std::fs::write(path, workbook(&findings, lang, scope)).expect("written");
        }
    }
}
