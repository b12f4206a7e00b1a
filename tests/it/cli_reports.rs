//! The files that `frontline report` writes, each by its own word, and what `verify` says of files of our own.

use crate::cli::{filled_workspace, folder, frontline, ok, refused};

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
