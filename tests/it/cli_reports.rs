//! The files that `frontline report` writes, each by its own word, and what `verify` says of files of our own.

use std::path::Path;

use calamine::Reader as _;

use crate::cli::{filled_workspace, folder, frontline, ok, refused, write};

#[test]
fn each_word_writes_its_file_and_cuts_go_to_a_folder() {
    let dir = folder();
    let at = dir.path();
    filled_workspace(at);
    ok(at, &["wave", "own.frontline", "close", "autumn-2026"]);
    let report = |more: &[&'static str]| {
        let mut line = vec!["--lang", "ru", "report", "own.frontline"];
        line.extend(["--wave", "autumn-2026"]);
        line.extend(more);
        line
    };
    let said = ok(
        at,
        &report(&[
            "--short", "s.xlsx", "--csv", "t.csv", "--sav", "t.sav", "--staff", "p.pdf", "--cuts",
            "cuts",
        ]),
    );
    let cuts = std::fs::read_dir(at.join("cuts"))
        .expect("a folder")
        .count();
    assert!(cuts > 5 && said.lines().count() == cuts, "{said}");
    for (file, start) in [
        ("s.xlsx", "PK"),
        ("t.csv", "\u{feff}"),
        ("t.sav", "$FL2@(#) SPSS DATA FILE"),
        ("p.pdf", "%PDF-"),
    ] {
        let bytes = std::fs::read(at.join(file)).expect(file);
        assert!(bytes.starts_with(start.as_bytes()), "{file}");
    }
    // A cut is a workbook; and something has to be asked for.
    let wrong = frontline(at, &report(&["--branch", "07", "--csv", "b.csv"]));
    assert_eq!(wrong.status.code(), Some(2));
    assert_eq!(frontline(at, &report(&[])).status.code(), Some(2));
}

/// All words of a workbook's sheets.
fn words(path: &Path) -> String {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    let sheets = book.worksheets();
    let cells = sheets
        .iter()
        .flat_map(|(_, sheet)| sheet.cells().map(|(_, _, cell)| cell.to_string()));
    cells.collect::<Vec<_>>().join("\n")
}

/// The line that asks for a report of the closed wave.
fn compared(lang: &'static str, with: &'static str, out: &[&'static str]) -> Vec<&'static str> {
    let mut line = vec!["--lang", lang, "report", "own.frontline"];
    line.extend(["--wave", "autumn-2026", "--compare", with]);
    line.extend(out);
    line
}

#[test]
fn a_report_is_compared_with_what_is_asked_for() {
    let dir = folder();
    let at = dir.path();
    filled_workspace(at);
    ok(at, &["wave", "own.frontline", "close", "autumn-2026"]);
    let figures = "dimension,value,source,period\nempowerment,3.4,Retail survey,2025\n\
        conditions,3.8,Retail survey,2025\nempowerment_1,3.1,Cafés of the town,\n";
    write(at, "outside.csv", figures);
    ok(
        at,
        &["import", "own.frontline", "benchmarks", "outside.csv"],
    );
    for (lang, with, title) in [
        (
            "en",
            "region",
            "Difference from the other branches of the region",
        ),
        (
            "ru",
            "retail SURVEY",
            "Разница с внешними данными: Retail survey, 2025",
        ),
        (
            "en",
            "cafés of the town",
            "Cafés of the town, date not given",
        ),
    ] {
        ok(at, &compared(lang, with, &["--xlsx", "r.xlsx"]));
        let found = words(&at.join("r.xlsx"));
        assert!(found.contains(title), "{with}: {found}");
    }
    // A manager's cut knows the source as well.
    let cut = ["--xlsx", "cut.xlsx", "--branch", "07"];
    ok(at, &compared("en", "Retail survey, 2025", &cut));
    let found = words(&at.join("cut.xlsx"));
    assert!(found.contains("Retail survey, 2025"), "{found}");
}

#[test]
fn a_comparison_that_is_not_possible_is_refused_before_anything_is_written() {
    let dir = folder();
    let at = dir.path();
    filled_workspace(at);
    ok(at, &["wave", "own.frontline", "close", "autumn-2026"]);
    let out = ["--xlsx", "r.xlsx"];
    for (lang, with, said) in [
        ("en", "before", "this is the first wave"),
        ("ru", "before", "это первая волна"),
        (
            "en",
            "imported",
            "no imported figures about these questions",
        ),
        (
            "ru",
            "imported",
            "загруженных показателей по этим вопросам нет",
        ),
        (
            "en",
            "neighbours",
            "“neighbours”. This wave can be compared with: company; region; best",
        ),
        ("ru", "соседи", "«соседи» нельзя"),
    ] {
        let found = refused(at, &compared(lang, with, &out));
        assert!(found.contains(said), "{found}");
    }
    let cuts = ["--xlsx", "r.xlsx", "--cuts", "cuts"];
    for (lang, said) in [
        ("en", "not compared with other branches"),
        ("ru", "с другими филиалами не сравнивают"),
    ] {
        let found = refused(at, &compared(lang, "best", &cuts));
        assert!(found.contains(said), "{found}");
    }
    let figures = "dimension,value,source,period\nempowerment,3.4,Retail survey,2024\n\
        empowerment,3.5,Retail survey,2025\n";
    write(at, "outside.csv", figures);
    ok(
        at,
        &["import", "own.frontline", "benchmarks", "outside.csv"],
    );
    for with in ["imported", "Retail survey"] {
        let found = refused(at, &compared("en", with, &out));
        let both = "Retail survey, 2024; Retail survey, 2025";
        assert!(found.contains(both), "{found}");
    }
    assert!(!at.join("r.xlsx").exists() && !at.join("cuts").exists());
    // A table of published figures compares nothing.
    let wrong = frontline(at, &compared("en", "company", &["--csv", "t.csv"]));
    assert_eq!(wrong.status.code(), Some(2));
}

/// A file of the tests that never changes.
fn frozen(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/seal")
        .join(name)
}

#[test]
fn a_broken_file_of_our_own_is_refused_in_words_that_fit_it() {
    let dir = folder();
    let at = dir.path();
    let mut bytes = std::fs::read(frozen("v2.flstation")).expect("a frozen file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(at.join("broken.flstation"), &bytes).expect("a file");
    let said = refused(at, &["--lang", "en", "verify", "broken.flstation"]);
    assert!(
        said.contains("broken.flstation") && !said.contains("Excel"),
        "{said}"
    );
    assert!(said.contains("not everything that is promised"), "{said}");
    // A sealed file alone cannot show its signature: it is said how it can.
    let bundle = frozen("v2.flbundle");
    let copy = at.join("alone.flbundle");
    std::fs::copy(bundle, &copy).expect("a file");
    let said = ok(at, &["--lang", "en", "verify", "alone.flbundle"]);
    assert!(said.contains("(.flpack)"), "{said}");
}
