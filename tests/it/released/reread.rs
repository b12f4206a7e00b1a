//! Finished workbooks read back by programs that are not ours: openpyxl finds the same numbers and
//! nothing hidden, LibreOffice computes the formulas anew to what they carry.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use calamine::{Data, Reader as _, Xlsx};
use frontline::domain::Lang;
use frontline::export::Scope;
use frontline::import::released::{Place, Says, Subject};
use serde_json::Value;

use super::{Demo, demo};
use crate::python::python_with;

/// Numbers of a workbook: sheet, address, value.
type Numbers = BTreeMap<(String, String), f64>;

fn scopes() -> [Scope; 3] {
    [Scope::Full, Scope::Short, Scope::Branch(0)]
}

fn address(row: usize, column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).expect("a letter"));
    let first = if column < 26 {
        String::new()
    } else {
        char::from(b'A' + u8::try_from(column / 26 - 1).expect("a letter")).to_string()
    };
    format!("{first}{letter}{}", row + 1)
}

/// The numbers of a workbook, without days, which are numbers to some readers and none to others.
fn numbers(bytes: &[u8]) -> Numbers {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let mut found = Numbers::new();
    for (name, range) in book.worksheets() {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let number = match value {
                Data::Float(number) => Some(*number),
                Data::Int(number) => Some(*number as f64),
                Data::String(_)
                | Data::Bool(_)
                | Data::DateTime(_)
                | Data::DateTimeIso(_)
                | Data::DurationIso(_)
                | Data::Error(_)
                | Data::Empty => None,
            };
            if let Some(number) = number {
                let at = address(row + top as usize, column + left as usize);
                found.insert((name.clone(), at), number);
            }
        }
    }
    found
}

fn read_by_openpyxl(bytes: &[u8]) -> Option<Value> {
    let mut python = python_with("openpyxl")?;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("book.xlsx");
    std::fs::write(&path, bytes).expect("written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/released/reread.py");
    let output = python.arg(script).arg(&path).output();
    let output = output.expect("Python starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("Warning"), "{said}");
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

#[test]
fn openpyxl_finds_the_same_numbers_nobody_s_name_and_nothing_hidden() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        for scope in scopes() {
            let bytes = demo.bytes(demo.last(), scope);
            let Some(found) = read_by_openpyxl(&bytes) else {
                println!("not run: needs Python with openpyxl (FRONTLINE_PYTHON)");
                return;
            };
            let people = found["people"].as_array().expect("a list");
            let is_nobody = |it: &Value| it.as_str().unwrap_or_default().is_empty();
            assert!(people.iter().all(is_nobody), "{people:?}");
            assert_eq!(found["names"], serde_json::json!([]));
            let mut theirs = Numbers::new();
            let mut formulas = 0;
            for sheet in found["sheets"].as_array().expect("sheets") {
                let name = sheet["name"].as_str().expect("a name");
                assert_eq!(sheet["state"], "visible", "{name}");
                assert_eq!(sheet["hidden"], serde_json::json!([]), "{name}");
                assert_eq!(sheet["pivots"], 0);
                formulas += sheet["formulas"].as_array().expect("a list").len();
                for (at, value) in sheet["cells"].as_object().expect("cells") {
                    let value = value.as_str().expect("text").parse().expect("a number");
                    theirs.insert((name.to_owned(), at.clone()), value);
                }
            }
            let ours = numbers(&bytes);
            assert_eq!(theirs.len(), ours.len(), "{lang:?} {scope:?}");
            assert_eq!(theirs, ours, "{lang:?} {scope:?}");
            assert!(
                ours.len() > 200 && (scope == Scope::Short || formulas > 5),
                "{formulas}"
            );
        }
    }
}

/// Rows of the sheet of data as openpyxl sees them: place of the value by what the row is about.
fn data_rows(demo: &Demo, bytes: &[u8]) -> BTreeMap<[String; 4], usize> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let name = frontline::i18n::message(demo.lang, "sheet-data");
    let range = book.worksheet_range(&name).expect("the sheet of data");
    let (top, left) = range.start().unwrap_or_default();
    let text = |row: usize, column: u32| {
        let at = (u32::try_from(row).expect("small"), column);
        range
            .get_value(at)
            .map_or_else(String::new, ToString::to_string)
    };
    let mut rows = BTreeMap::new();
    for row in top as usize..top as usize + range.height() {
        let key = [1, 2, 3, 6].map(|column| text(row, column));
        assert!(left <= 1);
        rows.insert(key, row);
    }
    rows
}

#[test]
fn openpyxl_finds_the_means_of_the_json() {
    let demo = demo(Lang::En);
    let bytes = demo.bytes(demo.last(), Scope::Full);
    let Some(found) = read_by_openpyxl(&bytes) else {
        println!("not run: needs Python with openpyxl (FRONTLINE_PYTHON)");
        return;
    };
    let sheets = found["sheets"].as_array().expect("sheets");
    let data = sheets.iter().find(|sheet| sheet["name"] == "Data");
    let cells = &data.expect("the sheet of data")["cells"];
    let rows = data_rows(demo, &bytes);
    let wave = &demo.findings.waves[demo.last()].wave;
    let mut compared = 0;
    for figure in demo.json().figures {
        let (id, value) = match (&figure.about.subject, &figure.says) {
            (Subject::Dimension(id) | Subject::Item(id), Says::Mean { value, .. }) => (id, *value),
            (_, _) => continue,
        };
        if &*figure.about.wave != wave.code.as_str() {
            continue;
        }
        let branch = match &figure.about.place {
            Place::Company => String::new(),
            Place::Branch(code) => code.to_string(),
        };
        let group = frontline::phrases::audience(Lang::En, figure.about.audience);
        let key = [wave.name.clone(), group, branch, id.to_string()];
        let Some(row) = rows.get(&key) else {
            continue;
        };
        let cell = cells[address(*row, 9)].as_str().expect("a number");
        let cell: f64 = cell.parse().expect("a number");
        assert!((cell - value).abs() < 1e-9, "{key:?}: {cell} and {value}");
        compared += 1;
    }
    assert!(compared > 500, "{compared}");
}

/// The workbook without the results that formulas carry, and how many there were.
fn without_results(bytes: &[u8]) -> (Vec<u8>, usize) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut removed = 0;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("an entry");
        let name = file.name().expect("a name in UTF-8").into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("readable");
        if name.starts_with("xl/worksheets/sheet") {
            let text = String::from_utf8(content).expect("XML is text");
            let mut parts = text.split("</f><v>");
            let mut left = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                removed += 1;
                let (_, rest) = part.split_once("</v>").expect("a result ends");
                left.push_str("</f>");
                left.push_str(rest);
            }
            content = left.into_bytes();
        }
        let options = zip::write::SimpleFileOptions::default();
        out.start_file(name, options).expect("an entry");
        out.write_all(&content).expect("written");
    }
    (out.finish().expect("an archive").into_inner(), removed)
}

#[test]
fn libreoffice_computes_formulas_to_the_results_that_they_carry() {
    let has_office = Command::new("soffice")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !has_office {
        println!("not run: needs LibreOffice (soffice)");
        return;
    }
    let demo = demo(Lang::En);
    for scope in [Scope::Full, Scope::Branch(0)] {
        let whole = demo.bytes(demo.last(), scope);
        let (bare, formulas) = without_results(&whole);
        assert!(formulas > 10, "{formulas}");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("bare.xlsx");
        std::fs::write(&path, bare).expect("written");
        let output = Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}",
                folder.path().join("profile").display()
            ))
            .args([
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
            ])
            .arg(folder.path().join("out"))
            .arg(&path)
            .output()
            .expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        let computed = std::fs::read(folder.path().join("out/bare.xlsx")).expect(&said);
        let (theirs, ours) = (numbers(&computed), numbers(&whole));
        let mut compared = 0;
        for (at, value) in &ours {
            let found = theirs.get(at);
            let is_same = found.is_some_and(|it| (it - value).abs() <= 1e-9 * value.abs().max(1.0));
            assert!(is_same, "{scope:?} {at:?}: {value} and {found:?}");
            compared += 1;
        }
        assert!(compared > 1_000 || scope != Scope::Full, "{compared}");
    }
}
