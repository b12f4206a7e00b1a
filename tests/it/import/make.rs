//! Small files of every kind, and the shortest way through the importer.

use std::io::{Cursor, Write};

use frontline::domain::{Branch, BranchCode};
use frontline::error::{Kind, Result};
use frontline::import::{
    Checked, Context, ImportKind, Mapping, RawTable, ReadLimits, check, guess, read_table,
};
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<RawTable> {
    read_table(
        name,
        bytes,
        &ReadLimits::default(),
        None,
        &mut |_, _| Ok(()),
    )
}

/// A table from text, which must be readable.
pub(super) fn table(text: &str) -> RawTable {
    read("file.csv", text.as_bytes()).expect("the text is a table")
}

/// What went wrong.
pub(super) fn fault(bytes: &[u8]) -> Kind {
    read("file", bytes)
        .expect_err("the file must be refused")
        .kind()
        .clone()
}

pub(super) fn code(text: &str) -> BranchCode {
    BranchCode::new(text).expect("codes in tests are valid")
}

/// Branches from `code name` lines.
pub(super) fn branches(lines: &[&str]) -> Vec<Branch> {
    let branch = |line: &&str| {
        let (number, name) = line.split_once(' ').unwrap_or((line, line));
        Branch {
            name: name.to_owned(),
            ..Branch::from_code(code(number))
        }
    };
    lines.iter().map(branch).collect()
}

/// Guess and check in one go, as a user who changes nothing.
pub(super) fn take(table: &RawTable, kind: ImportKind, context: &Context<'_>) -> Checked {
    let guess = guess(table, Some(kind), context);
    take_as(table, &guess.mapping, context)
}

pub(super) fn take_as(table: &RawTable, mapping: &Mapping, context: &Context<'_>) -> Checked {
    check(table, mapping, context, &mut |_, _| Ok(())).expect("the mapping fits the file")
}

/// Refusals as `row column value key`.
pub(super) fn refusals(checked: &Checked) -> Vec<String> {
    checked
        .refused
        .iter()
        .map(|refusal| {
            let key = refusal.reason.key().trim_start_matches("refused-");
            format!(
                "{} {} {} {}",
                refusal.row, refusal.column, refusal.value, key
            )
        })
        .collect()
}

/// Heads that are dropped, each with why.
pub(super) fn dropped(checked: &Checked) -> Vec<String> {
    checked
        .dropped
        .iter()
        .map(|dropped| {
            format!(
                "{}: {}",
                dropped.head,
                dropped.why.key().trim_start_matches("import-dropped-")
            )
        })
        .collect()
}

/// A workbook of strings.
pub(super) fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet
                .write_string(row, column, *cell)
                .expect("a small sheet");
        }
    }
    book.save_to_buffer().expect("a small workbook")
}

/// An archive of these entries.
pub(super) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a small archive");
        zip.write_all(bytes).expect("a small archive");
    }
    zip.finish().expect("a small archive").into_inner()
}

/// An OpenDocument spreadsheet with this inside of its one table.
pub(super) fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="One">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A workbook whose only sheet has this XML.
pub(super) fn raw_xlsx(sheet: &str) -> Vec<u8> {
    let types = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let relations = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let book = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#
    );
    let root = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    zip(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// A fixture that LibreOffice wrote.
pub(super) fn data(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/data/import/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("the fixture is in the repository")
}
