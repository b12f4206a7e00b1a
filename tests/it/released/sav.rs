//! The system file: the figures of the CSV and nothing beyond them, as the reader of the auditor, PSPP
//! and pandas see it; broken files are refused and end no program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use frontline::analysis::Findings;
use frontline::domain::{Date, Lang};
use frontline::error::Result;
use frontline::export::{to_csv, to_sav};
use frontline::import::ReadLimits;
use frontline::import::released::{Released, read_sav};
use serde_json::Value;

use super::{Demo, demo, left};
use crate::fixtures::Dice;
use crate::python::python_with;

const DAY: Date = Date::constant(2026, 6, 29);

fn bytes(demo: &Demo) -> Vec<u8> {
    to_sav(&demo.findings, (demo.lang, DAY), None).expect("it is written")
}

/// A file of a few kilobytes: one wave of one branch.
fn small(demo: &Demo) -> Vec<u8> {
    let waves = demo.findings.waves.iter().take(1).cloned().collect();
    let findings = Findings {
        waves,
        ..demo.findings.clone()
    };
    to_sav(&findings, (demo.lang, DAY), Some(0)).expect("it is written")
}

fn read(demo: &Demo, bytes: &[u8]) -> Result<Released> {
    read_sav(bytes, &demo.names, &ReadLimits::default())
}

/// What is said of whom, wherever it stands.
fn said(released: &Released) -> BTreeSet<String> {
    let figures = released.figures.iter();
    figures
        .map(|figure| format!("{:?} {:?}", figure.about, figure.says))
        .collect()
}

#[test]
fn a_system_file_says_what_the_csv_says_and_nothing_else() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        let released = read(demo, &bytes(demo)).expect("it can be read");
        assert!(released.other.unknown.is_empty(), "{}", left(&released));
        let csv = demo.csv();
        assert_eq!(released.figures.len(), csv.figures.len());
        assert_eq!(said(&released), said(&csv));
        assert_eq!(released.other.kinds, csv.other.kinds);
    }
}

#[test]
fn the_same_figures_give_the_same_bytes_on_the_same_day() {
    let demo = demo(Lang::Ru);
    assert_eq!(bytes(demo), bytes(demo));
    let later = to_sav(&demo.findings, (Lang::Ru, Date::constant(2026, 7, 1)), None);
    let later = later.expect("it is written");
    let differ: Vec<usize> = bytes(demo)
        .iter()
        .zip(&later)
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .map(|(at, _)| at)
        .collect();
    assert!(differ.iter().all(|at| (92..101).contains(at)), "{differ:?}");
}

#[test]
fn a_system_file_that_breaks_off_anywhere_is_refused() {
    let demo = demo(Lang::En);
    let whole = small(demo);
    assert!(read(demo, &whole).is_ok());
    // Every byte of the dictionary and of the first cases, then here and there.
    let ends = (0..6_000).chain((6_000..whole.len()).step_by(211));
    for end in ends.filter(|end| *end < whole.len()) {
        assert!(
            read(demo, &whole[..end]).is_err(),
            "{end} of {}",
            whole.len()
        );
    }
    let mut longer = whole;
    longer.push(0);
    assert!(read(demo, &longer).is_err());
}

#[test]
fn bytes_changed_at_random_never_end_the_program() {
    let demo = demo(Lang::En);
    let whole = small(demo);
    let figures = said(&read(demo, &whole).expect("it can be read"));
    let mut dice = Dice::new(77);
    let mut refused = 0;
    for _ in 0..1_500 {
        let mut changed = whole.clone();
        for _ in 0..=dice.below(3) {
            let at = usize::try_from(dice.below(whole.len() as u64)).expect("small");
            changed[at] = u8::try_from(dice.below(256)).expect("a byte");
        }
        match read(demo, &changed) {
            Err(_) => refused += 1,
            // What is read all the same is noticed, or is another figure, or no figure at all.
            Ok(released) => drop(said(&released).difference(&figures).count()),
        }
    }
    assert!(refused > 150, "{refused}");
    for noise in 0..400 {
        let length = usize::try_from(dice.below(600)).expect("small");
        let mut junk: Vec<u8> = (0..length)
            .map(|_| u8::try_from(dice.below(256)).expect("a byte"))
            .collect();
        if noise % 2 == 0 {
            // Behind a good header, so that what follows it is reached.
            junk = [&whole[..176], &junk].concat();
        }
        assert!(read(demo, &junk).is_err());
    }
}

/// Where these bytes begin.
fn find(whole: &[u8], wanted: &[u8]) -> usize {
    let found = whole.windows(wanted.len()).position(|at| at == wanted);
    found.expect("it is there")
}

#[test]
fn what_reports_do_not_have_is_refused_or_noticed() {
    let demo = demo(Lang::En);
    let whole = small(demo);
    // A document record between labels and further records.
    let machine = [7, 3, 4, 8].map(i32::to_le_bytes).concat();
    let at = find(&whole, &machine);
    let mut document = whole.clone();
    let mut lines = [6, 1].map(i32::to_le_bytes).concat();
    lines.extend([b'7'; 80]);
    document.splice(at..at, lines);
    assert!(read(demo, &document).is_err());
    // Attributes of the file, which most programs never show.
    let mut attributes = whole.clone();
    let end = find(&whole, &[7, 20, 1, 5].map(i32::to_le_bytes).concat());
    let mut record = [7, 17, 1, 6].map(i32::to_le_bytes).concat();
    record.extend(b"a('7')");
    attributes.splice(end..end, record);
    assert!(read(demo, &attributes).is_err());
    // Another word with a number as the label of a value.
    let mut label = whole.clone();
    let at = find(&label, b"shown");
    label[at..at + 5].copy_from_slice(b"n=123");
    let released = read(demo, &label).expect("it can be read");
    assert!(!released.other.unknown.is_empty());
    // The file's own label.
    let mut title = whole;
    let at = find(&title, b"Published figures only");
    title[at..at + 22].copy_from_slice(b"secretly 17 of 20 said");
    let released = read(demo, &title).expect("it can be read");
    assert_eq!(released.other.unknown.len(), 1, "{}", left(&released));
}

/// The CSV as rows of texts, without its heads.
fn csv_rows(demo: &Demo) -> Vec<Vec<String>> {
    let text = to_csv(&demo.findings, Lang::En, None);
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("our own CSV"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

fn written(demo: &Demo) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("figures.sav");
    std::fs::write(&path, bytes(demo)).expect("written");
    (folder, path)
}

#[test]
fn pandas_sees_labels_levels_and_the_figures_of_the_csv() {
    let Some(mut python) = python_with("pyreadstat") else {
        println!("not run: needs Python with pyreadstat (FRONTLINE_PYTHON)");
        return;
    };
    let demo = demo(Lang::En);
    let (_folder, path) = written(demo);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/released/read_sav.py");
    let output = python.arg(script).arg(&path).output();
    let output = output.expect("Python starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(found["encoding"], "UTF-8");
    assert_eq!(found["label"], "Published figures only");
    assert_eq!(found["created"], "2026-06-29 00:00:00");
    let levels = &found["levels"];
    for (name, level) in [
        ("wave", "ordinal"),
        ("group", "nominal"),
        ("branch_code", "nominal"),
        ("title", "nominal"),
        ("n", "scale"),
        ("value", "scale"),
        ("hidden", "nominal"),
    ] {
        assert_eq!(levels[name], level, "{name}");
    }
    assert_eq!(found["names"][10], "high");
    assert_eq!(found["labels"][10], "95% interval, upper end");
    assert_eq!(found["values"]["group"]["4"], "Customers");
    assert_eq!(found["values"]["hidden"]["1"], "< 5");
    let rows = found["rows"].as_array().expect("rows");
    let expected = csv_rows(demo);
    assert_eq!(rows.len(), expected.len());
    let number = |value: &Value| value.as_str().and_then(|text| text.parse::<f64>().ok());
    let label = |name: &str, value: &Value| {
        let code = number(value).expect("a code");
        let labels = &found["values"][name];
        labels[format!("{code:.0}")]
            .as_str()
            .expect("a label")
            .to_owned()
    };
    let mut numbers = 0;
    for (row, expected) in rows.iter().zip(&expected) {
        assert_eq!(label("wave", &row[0]), expected[0]);
        assert_eq!(label("group", &row[1]), expected[1]);
        for at in [2, 3, 5, 6] {
            let text = row[at].as_str().expect("text");
            let quoted = expected[at].trim_start_matches('\'');
            assert_eq!(text, quoted);
        }
        assert_eq!(label("kind", &row[4]), expected[4]);
        for at in 7..13 {
            // A number is the same number; words are no number, and told apart where they say more.
            assert_eq!(number(&row[at]), expected[at].parse().ok(), "{expected:?}");
            numbers += usize::from(!row[at].is_null());
        }
        let words = |at: usize| row[at].as_str().expect("text");
        assert!(words(13).is_empty() || words(13) == expected[7]);
        assert_eq!(words(14).is_empty(), !expected[11].ends_with('%'));
        let why = label("hidden", &row[15]);
        assert!(why == "shown" || why == expected[8], "{expected:?}");
    }
    assert!(numbers > 10_000, "{numbers}");
}

#[test]
fn pspp_opens_it_with_labels_and_turns_it_into_the_figures_of_the_csv() {
    let has = |name: &str| {
        let found = Command::new(name)
            .arg("--version")
            .stdout(Stdio::null())
            .status();
        found.is_ok_and(|status| status.success())
    };
    if !has("pspp") || !has("pspp-convert") {
        println!("not run: needs pspp and pspp-convert");
        return;
    }
    for lang in Lang::ALL {
        let demo = demo(lang);
        let (folder, path) = written(demo);
        let table = folder.path().join("back.csv");
        let output = Command::new("pspp-convert").arg(&path).arg(&table).output();
        let output = output.expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{said}");
        let mut reader = csv::Reader::from_path(&table).expect("a CSV");
        let rows: Vec<csv::StringRecord> =
            reader.records().map(|row| row.expect("a row")).collect();
        let numbers = |texts: &[&str]| -> Vec<Option<f64>> {
            texts.iter().map(|text| text.parse().ok()).collect()
        };
        let english = csv_rows(demo);
        assert_eq!(rows.len(), english.len());
        for (row, expected) in rows.iter().zip(&english) {
            let found: Vec<&str> = row.iter().skip(7).take(6).collect();
            let wanted: Vec<&str> = expected.iter().skip(7).map(String::as_str).collect();
            assert_eq!(numbers(&found), numbers(&wanted));
        }
        let syntax = folder.path().join("show.sps");
        let lines = format!("GET FILE='{}'.\nDISPLAY DICTIONARY.\n", path.display());
        std::fs::write(&syntax, lines).expect("written");
        let output = Command::new("pspp")
            .arg(&syntax)
            .output()
            .expect("it starts");
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{shown}");
        let words = |key: &str| frontline::i18n::message(lang, key);
        for wanted in ["branch_code", "favourable", "Nominal", "Ordinal", "Scale"] {
            assert!(shown.contains(wanted), "no {wanted}: {shown}");
        }
        for key in [
            "book-column-wave",
            "kind-dimension",
            "group-customers",
            "sav-shown",
        ] {
            assert!(shown.contains(&words(key)), "no {key}: {shown}");
        }
        assert!(
            !shown.contains("warning") && !shown.contains("error"),
            "{shown}"
        );
    }
}
