//! What must never be in a workbook: hidden figures, other branches, names of users, hidden sheets,
//! anything that differs from run to run.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, SheetVisible};
use frontline::domain::Lang;
use frontline::error::Kind;
use frontline::export::{SHEETS, Scope, write_workbook};

use super::fixture::{self, Size, chain};
use super::sheets::open;
use super::{request, workbook};

/// Every file inside the workbook, unpacked.
fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("an entry");
        let name = file.name().expect("a name in UTF-8").into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).expect("XML is text");
        parts.push((name, text));
    }
    parts
}

#[test]
fn same_input_gives_the_same_bytes() {
    for lang in Lang::ALL {
        let findings = chain(Size::SMALL);
        assert_eq!(
            workbook(&findings, lang, Scope::Full),
            workbook(&chain(Size::SMALL), lang, Scope::Full)
        );
    }
}

#[test]
fn properties_name_the_report_and_nobody() {
    let findings = chain(Size::SMALL);
    let parts = parts(workbook(&findings, Lang::Ru, Scope::Full));
    let core = &parts
        .iter()
        .find(|(name, _)| name == "docProps/core.xml")
        .expect("properties")
        .1;
    assert!(
        core.contains("<dc:creator></dc:creator>") || core.contains("<dc:creator/>"),
        "{core}"
    );
    assert!(
        core.contains("<cp:lastModifiedBy></cp:lastModifiedBy>")
            || core.contains("<cp:lastModifiedBy/>")
    );
    assert!(core.contains("2026-06-29T00:00:00Z"), "{core}");
    assert!(core.contains("Бодрый день") && core.contains("Осень 2025"));
    assert!(
        parts
            .iter()
            .all(|(name, _)| !name.contains("pivot") && !name.contains("custom"))
    );
}

#[test]
fn no_sheet_is_hidden() {
    let findings = chain(Size::SMALL);
    let book = open(workbook(&findings, Lang::En, Scope::Full));
    assert_eq!(book.sheets_metadata().len(), SHEETS.len());
    assert!(
        book.sheets_metadata()
            .iter()
            .all(|sheet| sheet.visible == SheetVisible::Visible)
    );
}

#[test]
fn no_cell_of_a_hidden_row_holds_a_number() {
    let findings = chain(Size::SMALL);
    let mut book = open(workbook(&findings, Lang::En, Scope::Full));
    let names =
        [fixture::TOO_FEW, fixture::BY_DIFFERENCE].map(|at| findings.branches[at].name.clone());
    let mut rows = 0;
    for sheet in ["Heat map", "Data"] {
        let range = book.worksheet_range(sheet).expect("the sheet is there");
        for row in range.rows() {
            let is_named = row
                .iter()
                .any(|cell| matches!(cell, Data::String(text) if names.contains(text)));
            let is_customers = row
                .iter()
                .any(|cell| matches!(cell, Data::String(text) if text == "Customers"));
            if is_named && !is_customers {
                rows += 1;
                assert!(
                    !row.iter()
                        .any(|cell| matches!(cell, Data::Float(_) | Data::Int(_))),
                    "{sheet}: {row:?}"
                );
            }
        }
    }
    assert!(rows > 20, "{rows} rows were looked at");
}

#[test]
fn no_published_value_is_left_blank() {
    let findings = chain(Size::SMALL);
    let mut book = open(workbook(&findings, Lang::En, Scope::Full));
    let range = book.worksheet_range("Data").expect("the sheet is there");
    let table = range
        .rows()
        .skip_while(|row| row.first() != Some(&Data::String("Wave".to_owned())));
    let mut rows = 0;
    for row in table.skip(1) {
        rows += 1;
        for cell in &row[7..13] {
            assert!(!matches!(cell, Data::Empty), "{row:?}");
        }
    }
    assert!(rows > 300, "{rows}");
}

#[test]
fn cut_of_a_branch_holds_no_other_branch() {
    let findings = chain(Size::FULL);
    for lang in Lang::ALL {
        for own in [0, 2, 7, fixture::TOO_FEW] {
            for (name, text) in parts(workbook(&findings, lang, Scope::Branch(own))) {
                for (at, branch) in findings.branches.iter().enumerate() {
                    let is_other = at != own && text.contains(branch.name.as_str());
                    assert!(!is_other, "{name} of branch {own} names {}", branch.name);
                }
            }
        }
    }
}

#[test]
fn formulas_stand_over_shown_cells_and_carry_their_results() {
    let findings = chain(Size::SMALL);
    let mut book = open(workbook(&findings, Lang::En, Scope::Full));
    let names = book.sheet_names();
    let mut formulas = 0;
    for name in names {
        let formula = book.worksheet_formula(&name).expect("formulas can be read");
        let values = book.worksheet_range(&name).expect("the sheet is there");
        let (top, left) = formula.start().unwrap_or_default();
        for (row, column, text) in formula.used_cells() {
            let at = (
                top + u32::try_from(row).expect("small"),
                left + u32::try_from(column).expect("small"),
            );
            let result = values.get_value(at);
            assert!(
                matches!(result, Some(Data::Float(_))),
                "{name} {at:?} {text}: {result:?}"
            );
            formulas += 1;
        }
    }
    assert!(formulas > 10, "{formulas}");
}

#[test]
fn stopping_the_work_writes_nothing() {
    let findings = chain(Size::SMALL);
    let wanted = request(&findings, Lang::Ru, Scope::Full);
    let mut heard = Vec::new();
    let stopped = write_workbook(&findings, &wanted, &mut |share| {
        heard.push(share);
        if heard.len() == 3 {
            Err(Kind::Cancelled.into())
        } else {
            Ok(())
        }
    });
    assert!(stopped.is_err_and(|error| error.is_cancelled()));
    assert!(heard.is_sorted() && heard.iter().all(|share| (0.0..=1.0).contains(share)));
}

#[test]
fn a_wave_or_branch_that_is_not_there_is_refused() {
    let findings = chain(Size::SMALL);
    let mut wanted = request(&findings, Lang::Ru, Scope::Branch(99));
    assert!(write_workbook(&findings, &wanted, &mut |_| Ok(())).is_err());
    wanted.scope = Scope::Full;
    wanted.wave = 9;
    assert!(write_workbook(&findings, &wanted, &mut |_| Ok(())).is_err());
}
