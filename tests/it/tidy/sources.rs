//! Size and habits of source files.

use super::{code, files};

/// Files stay small enough to read in one go.
const MAX_LINES: usize = 420;

#[test]
fn files_stay_small() {
    let long: Vec<String> = files("src", "rs")
        .into_iter()
        .chain(files("tests", "rs"))
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > MAX_LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = files("src", "rs")
        .into_iter()
        .chain(files("tests", "rs"))
        .filter(|source| !source.text.starts_with("//!"))
        .map(|source| source.path)
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn nothing_is_left_open() {
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("todo", "!("),
        concat!("#[ig", "nore"),
    ];
    let mut faults = Vec::new();
    for source in files("src", "rs").into_iter().chain(files("tests", "rs")) {
        for (number, line) in source.text.lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                faults.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn cyrillic_stands_only_where_it_belongs() {
    // Words that files and people use: heads to guess, seasons in wave codes, the demo's names,
    // look-alikes of Latin letters, case endings, words that give people away.
    let allowed = [
        "src/import/",
        "src/app/demo/",
        "src/app/wave_months.rs",
        "src/app/import_view/view.rs",
        "src/i18n/number.rs",
        "src/seal/code.rs",
        "src/domain/passage.rs",
        "src/disclosure/marks/",
        "src/ui/fonts.rs",
    ];
    let mut faults = Vec::new();
    for source in files("src", "rs") {
        if allowed.iter().any(|path| source.path.starts_with(path)) {
            continue;
        }
        for (number, line) in code(&source) {
            let text = line.split("//").next().unwrap_or_default();
            if text.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c)) {
                faults.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "user text outside the Fluent files:\n{}",
        faults.join("\n")
    );
}
