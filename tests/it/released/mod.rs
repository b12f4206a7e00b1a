//! Finished files read back: every number explained, what is planted noticed, four forms of the same
//! findings agreeing, and the people behind each figure found again.

mod acting;
mod agree;
mod compared;
mod listed;
mod planted;
mod reread;
mod sav;
mod staff;
mod stored;
mod translated;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use frontline::analysis::{Findings, Options, Yardstick, analyze};
use frontline::app::audit::released_names;
use frontline::app::demo::{DemoChain, demo_actions};
use frontline::domain::{Dataset, Date, Lang, Text};
use frontline::export::{BookActions, Scope, WorkbookRequest, to_csv, to_json, write_workbook};
use frontline::import::ReadLimits;
use frontline::import::released::{Names, Released, read_csv, read_json, read_workbook};

/// The demo chain with its findings, once for all tests of a language.
struct Demo {
    lang: Lang,
    dataset: Dataset,
    findings: Findings,
    names: Names,
}

fn demo(lang: Lang) -> &'static Demo {
    static RU: OnceLock<Demo> = OnceLock::new();
    static EN: OnceLock<Demo> = OnceLock::new();
    let make = || {
        let dataset = DemoChain::generate(1, lang).dataset();
        let options = Options {
            draws: 100,
            permutations: 99,
            ..Options::default()
        };
        let findings = analyze(&dataset, &options, &mut |_| Ok(())).expect("nothing stops it");
        Demo {
            lang,
            names: released_names(&dataset),
            dataset,
            findings,
        }
    };
    match lang {
        Lang::Ru => RU.get_or_init(make),
        Lang::En => EN.get_or_init(make),
    }
}

impl Demo {
    fn bytes(&self, wave: usize, scope: Scope) -> Vec<u8> {
        let request = WorkbookRequest {
            lang: self.lang,
            wave,
            scope,
            sheets: BTreeSet::new(),
            company: "Кофейни & «Бодрый день» 24".to_owned(),
            made_on: Date::constant(2026, 6, 29),
            questionnaires: vec![Text::new("Вовлечённость 2.0", "Engagement 2.0")],
            comments: None,
            actions: None,
            compare: Yardstick::default(),
            outside: Vec::new(),
        };
        write_workbook(&self.findings, &request, &mut |_| Ok(())).expect("it is written")
    }

    fn acting(&self, wave: usize, scope: Scope, today: Date) -> Vec<u8> {
        let actions = demo_actions(&self.findings, self.lang, today);
        let request = WorkbookRequest {
            lang: self.lang,
            wave,
            scope,
            sheets: BTreeSet::new(),
            company: "Bright Day".to_owned(),
            made_on: today,
            questionnaires: Vec::new(),
            comments: None,
            actions: Some(Arc::new(BookActions {
                actions,
                levels: Vec::new(),
            })),
            compare: Yardstick::default(),
            outside: Vec::new(),
        };
        write_workbook(&self.findings, &request, &mut |_| Ok(())).expect("it is written")
    }

    fn last(&self) -> usize {
        self.findings.waves.len() - 1
    }

    fn book(&self, bytes: &[u8]) -> Released {
        read_workbook(bytes, &self.names, &ReadLimits::default()).expect("it can be read")
    }

    fn csv(&self) -> Released {
        let text = to_csv(&self.findings, self.lang, None);
        read_csv(text.as_bytes(), &self.names, &ReadLimits::default()).expect("it can be read")
    }

    fn json(&self) -> Released {
        let text = to_json(&self.findings, None);
        read_json(text.as_bytes(), &self.names, &ReadLimits::default()).expect("it can be read")
    }
}

/// What nobody could explain, for the message of a failing test.
fn left(released: &Released) -> String {
    let all = released.other.unknown.iter().take(40);
    let lines = all.map(|it| format!("{:?} {}: {}", it.fault, it.cell, it.text));
    lines.collect::<Vec<_>>().join("\n")
}
