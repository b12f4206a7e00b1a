//! The workbooks of a large company: 300 branches × 3 waves, the full one with every sheet and a cut
//! for each manager, beside the same cells written with XlsxWriter in Python; the goals are ten times
//! faster and below 300 MB. Then the reading back for the ledger, which has no counterpart there.
//!
//! `cargo bench --bench workbooks`; `FRONTLINE_PYTHON` names a Python with XlsxWriter and openpyxl. The
//! peer writes the same sheets, cells with their formats, merges, conditions and charts, from what it
//! has read of ours before the clock starts; it need not compute what to write. Then their bare values.

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

mod dice;
#[path = "../it/python.rs"]
mod python;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use frontline::analysis::{Findings, Yardstick};
use frontline::app::{OneShot, analyze_files};
use frontline::domain::{Audience, Date, Lang, MinGroup};
use frontline::export::{Scope, WorkbookRequest, to_csv, write_workbook};
use rayon::prelude::*;

use dice::Dice;
use python::python_with;

const BRANCHES: usize = 300;
const WAVES: usize = 3;
const ANSWERS: usize = 20;
const DIMENSIONS: usize = 8;
const ITEMS: usize = 5;
const TIMES: f64 = 10.0;
const MEMORY: u64 = 300;

fn responses() -> String {
    let mut dice = Dice(88_172_645_463_325_252);
    let mut text = "branch,wave".to_owned();
    for dimension in 1..=DIMENSIONS {
        for item in 1..=ITEMS {
            write!(text, ",theme{dimension}_{item}").expect("a String takes text");
        }
    }
    text.push('\n');
    for wave in 1..=WAVES {
        for branch in 0..BRANCHES {
            let lean = dice.below(2);
            for _ in 0..ANSWERS {
                write!(text, "{branch:03},{wave}").expect("a String takes text");
                for _ in 0..DIMENSIONS * ITEMS {
                    let answer = 1 + dice.below(4) + lean;
                    write!(text, ",{answer}").expect("a String takes text");
                }
                text.push('\n');
            }
        }
    }
    text
}

fn outcomes() -> String {
    let mut dice = Dice(12_345);
    let mut text = "branch,wave,promoters,passives,detractors\n".to_owned();
    for wave in 1..=WAVES {
        for branch in 0..BRANCHES {
            let [up, middle, down] = [60, 30, 30].map(|most| 5 + dice.below(most));
            writeln!(text, "{branch:03},{wave},{up},{middle},{down}").expect("a String takes text");
        }
    }
    text
}

fn findings(folder: &Path) -> std::sync::Arc<Findings> {
    let write = |name: &str, text: String| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("the benchmark's own folder");
        path
    };
    let request = OneShot {
        responses: Some(write("responses.csv", responses())),
        staff_scores: None,
        questionnaire: None,
        outcomes: vec![write("outcomes.csv", outcomes())],
        branches: None,
        ratings: None,
        seed: 1,
        min_group: MinGroup::default(),
        draws: 1_000,
        is_proven: false,
        lang: Lang::En,
    };
    let analyzed = analyze_files(&request).expect("every row is good");
    analyzed.findings
}

fn request(findings: &Findings, scope: Scope) -> WorkbookRequest {
    WorkbookRequest {
        lang: Lang::En,
        wave: findings.waves.len() - 1,
        scope,
        sheets: BTreeSet::new(),
        company: "Bench".to_owned(),
        made_on: Date::constant(2026, 11, 22),
        questionnaires: Vec::new(),
        comments: None,
        actions: None,
        compare: Yardstick::default(),
        outside: Vec::new(),
    }
}

fn book(findings: &Findings, scope: Scope) -> Vec<u8> {
    write_workbook(findings, &request(findings, scope), &mut |_| Ok(())).expect("it is written")
}

/// The most memory that this process has held so far, in megabytes, where the system tells.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    number.unwrap_or(0) / 1024
}

/// What the peer writes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writes {
    SameSheets,
    BareValues,
}

fn peer(
    folder: &Path,
    (full, cut): (&[u8], &[u8]),
    (cuts, writes): (usize, Writes),
) -> Option<(f64, u64)> {
    let Some(mut python) = python_with("xlsxwriter, openpyxl") else {
        println!("peer: needs Python with XlsxWriter and openpyxl (FRONTLINE_PYTHON)");
        return None;
    };
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("the benchmark's own folder");
        path
    };
    let (full, cut) = (write("full.xlsx", full), write("cut.xlsx", cut));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/benches/workbooks_peer.py");
    let output = python
        .arg(script)
        .args([full.as_path(), cut.as_path(), folder])
        .arg(cuts.to_string())
        .args((writes == Writes::BareValues).then_some("bare"))
        .output()
        .expect("Python starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}");
    let mut words = said.split_whitespace();
    let seconds = words.next()?.parse().ok()?;
    Some((seconds, words.next()?.parse().ok()?))
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let findings = findings(folder.path());
    let wave = findings.waves.last().expect("three waves");
    let all = wave.audience(Audience::All).expect("everybody");
    let shown: Vec<usize> = (0..findings.branches.len())
        .filter(|at| all.branches[*at].sheets.value().is_some())
        .collect();
    println!(
        "{} branches, {} waves, {} cuts",
        findings.branches.len(),
        findings.waves.len(),
        shown.len()
    );

    let start = Instant::now();
    let full = book(&findings, Scope::Full);
    let took_full = start.elapsed();
    let start = Instant::now();
    let cuts: Vec<Vec<u8>> = shown
        .chunks(8)
        .flat_map(|some| {
            let books = some
                .par_iter()
                .map(|at| book(&findings, Scope::Branch(*at)));
            books.collect::<Vec<_>>()
        })
        .collect();
    let took_cuts = start.elapsed();
    let ours = took_full + took_cuts;
    let size: usize = cuts.iter().map(Vec::len).sum();
    println!(
        "ours: full {:.2} s ({} KB), cuts {:.2} s ({} KB), at most {} MB",
        took_full.as_secs_f64(),
        full.len() / 1024,
        took_cuts.as_secs_f64(),
        size / 1024,
        memory(),
    );
    assert!(memory() < MEMORY, "above {MEMORY} MB");
    let start = Instant::now();
    let csv = to_csv(&findings, Lang::En, None);
    println!(
        "the CSV beside them: {:.2} s, {} KB",
        start.elapsed().as_secs_f64(),
        csv.len() / 1024
    );

    let first = cuts.first().expect("a cut");
    for (writes, what) in [
        (Writes::SameSheets, "the same sheets"),
        (
            Writes::BareValues,
            "their bare values, no formats and no charts",
        ),
    ] {
        let books = (full.as_slice(), first.as_slice());
        let Some((seconds, megabytes)) = peer(folder.path(), books, (cuts.len(), writes)) else {
            return;
        };
        let ratio = seconds / ours.max(Duration::from_millis(1)).as_secs_f64();
        println!("peer, {what}: {seconds:.2} s, {megabytes} MB; ratio {ratio:.1}");
    }
    println!("goal: {TIMES:.0} times faster than the same sheets");
}
