//! Recovery words from the command line: on a sheet to print, or shown once, and never lost between.

use crate::cli::{folder, ok, refused, write};

/// What opens the key file in these tests.
const QUICK: &str = "--passphrase-file";

fn words_of(shown: &str) -> Vec<String> {
    let numbered = shown.lines().filter_map(|line| {
        let (number, word) = line.trim().split_once(". ")?;
        number.parse::<u8>().ok().map(|_| word.to_owned())
    });
    numbered.collect()
}

#[test]
fn a_witness_gets_the_words_on_a_sheet_instead_of_the_screen() {
    let place = folder();
    let at = place.path();
    let new = |key: &str, more: &[&str]| {
        let mut arguments = vec!["witness", key, "new", "--name", "Совет"];
        arguments.extend(more);
        ok(at, &arguments)
    };
    let shown = new("shown.flwitness", &[]);
    assert_eq!(words_of(&shown).len(), 24, "{shown}");
    let said = new("k.flwitness", &["--recovery-sheet", "k.pdf"]);
    assert!(said.contains("Совет"), "{said}");
    assert_eq!(words_of(&said), [""; 0], "the words are on the sheet only");
    let sheet = std::fs::read(at.join("k.pdf")).unwrap();
    assert!(sheet.starts_with(b"%PDF"));

    // The words that are shown open the key without the passphrase.
    let typed = write(at, "words.txt", &words_of(&shown).join(" "));
    ok(
        at,
        &[
            "witness",
            "shown.flwitness",
            QUICK,
            &typed,
            "card",
            "--out",
            "c.flcard",
        ],
    );
    assert!(at.join("c.flcard").is_file());
}

#[test]
fn words_whose_sheet_cannot_be_written_are_shown_after_all() {
    let place = folder();
    let at = place.path();
    let output = crate::cli::frontline(
        at,
        &[
            "witness",
            "k.flwitness",
            "new",
            "--name",
            "Council",
            "--recovery-sheet",
            "k.flwitness/k.pdf",
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    let shown = String::from_utf8(output.stdout).unwrap();
    assert_eq!(words_of(&shown).len(), 24, "{shown}");
    // And the key is there, once.
    assert!(at.join("k.flwitness").is_file());
    refused(at, &["witness", "k.flwitness", "new", "--name", "Council"]);
}
