//! Who may use whom (the table in the crate's documentation).

use super::{Source, code, files};

/// A layer, and the layers it may use. Every layer may use `error`.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("stats", &[]),
    ("disclosure", &["domain", "stats"]),
    ("analysis", &["disclosure", "domain", "stats"]),
    ("i18n", &["domain"]),
    (
        "phrases",
        &["analysis", "disclosure", "domain", "i18n", "stats"],
    ),
    ("seal", &["domain"]),
    ("store", &["domain", "seal"]),
    ("import", &["domain"]),
    (
        "export",
        &[
            "analysis",
            "disclosure",
            "domain",
            "i18n",
            "phrases",
            "stats",
        ],
    ),
    (
        "app",
        &[
            "analysis",
            "disclosure",
            "domain",
            "export",
            "i18n",
            "import",
            "phrases",
            "seal",
            "stats",
            "store",
        ],
    ),
    (
        "ui",
        &[
            "analysis",
            "app",
            "disclosure",
            "domain",
            "i18n",
            "phrases",
            "stats",
        ],
    ),
    (
        "cli",
        &["analysis", "app", "domain", "i18n", "phrases", "ui"],
    ),
];

/// A package, and the layers that may name it.
const HOMES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("rust_xlsxwriter", &["export"]),
    ("krilla", &["export"]),
    ("rustybuzz", &["export"]),
    ("qrcode", &["export"]),
    ("calamine", &["import"]),
    ("csv", &["import"]),
    ("zip", &["import"]),
    ("encoding_rs", &["import"]),
    ("chardetng", &["import"]),
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("rfd", &["ui"]),
    ("clap", &["cli"]),
    ("rpassword", &["cli"]),
    ("statrs", &["stats"]),
    ("nalgebra", &["stats"]),
    ("fluent_bundle", &["i18n"]),
    ("directories", &["app"]),
    ("blake3", &["app", "disclosure", "seal"]),
    ("hpke", &["seal"]),
    ("argon2", &["seal"]),
    ("chacha20poly1305", &["seal"]),
    ("ed25519_dalek", &["seal"]),
    ("getrandom", &["seal"]),
    ("bip39", &["seal"]),
    ("microlp", &["disclosure"]),
];

fn layer(source: &Source) -> Option<&str> {
    let below = source.path.strip_prefix("src/")?;
    let name = below.split('/').next()?.trim_end_matches(".rs");
    Some(name)
}

#[test]
fn layers_use_only_what_the_table_allows() {
    let mut faults = Vec::new();
    for source in files("src", "rs") {
        let own = layer(&source).expect("below src").to_owned();
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == own) else {
            assert!(
                ["lib", "main", "error"].contains(&own.as_str()),
                "unknown layer {own}"
            );
            continue;
        };
        for (number, line) in code(&source) {
            for (used, _) in LAYERS {
                let names = line.contains(&format!("crate::{used}::"))
                    || line.contains(&format!("crate::{used};"));
                if names && *used != own && !allowed.contains(used) {
                    faults.push(format!("{}:{number}: {own} uses {used}", source.path));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_package_has_one_home() {
    let mut faults = Vec::new();
    for source in files("src", "rs") {
        let own = layer(&source).expect("below src").to_owned();
        for (number, line) in code(&source) {
            for (package, homes) in HOMES {
                let is_named = line.contains(&format!(" {package}::"))
                    || line.contains(&format!("({package}::"))
                    || line.contains(&format!("<{package}::"))
                    || line.trim_start().starts_with(&format!("use {package}"));
                // `csv::` may also be a file of the layer itself.
                let is_own_file = super::root()
                    .join(format!("src/{own}/{package}.rs"))
                    .is_file();
                if is_named && !is_own_file && !homes.contains(&own.as_str()) {
                    faults.push(format!(
                        "{}:{number}: {package} outside {homes:?}",
                        source.path
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn pure_layers_touch_neither_clock_nor_files() {
    let forbidden = [
        "std::fs",
        "std::time",
        "Zoned::now",
        "std::env",
        "std::net",
        "thread::sleep",
    ];
    let mut faults = Vec::new();
    for source in files("src", "rs") {
        let own = layer(&source).expect("below src").to_owned();
        let is_pure = [
            "domain",
            "stats",
            "disclosure",
            "analysis",
            "i18n",
            "phrases",
            "export",
            "import",
        ]
        .contains(&own.as_str());
        let is_window = own == "ui";
        for (number, line) in code(&source) {
            for word in forbidden {
                // The window drains messages within a time budget; it still opens no file.
                let is_excused = is_window && word == "std::time" || line.contains("env!");
                if (is_pure || is_window) && line.contains(word) && !is_excused {
                    faults.push(format!("{}:{number}: {word} in {own}", source.path));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_publisher_makes_a_published_value() {
    let mut faults = Vec::new();
    for source in files("src", "rs") {
        if source.path.starts_with("src/disclosure/") {
            continue;
        }
        for (number, line) in code(&source) {
            // A construction, not a pattern: patterns bind names or `..`.
            let is_made = line.contains("Published::Shown { value:")
                && !line.contains("=>")
                && !line.contains("let ");
            if is_made {
                faults.push(format!("{}:{number}", source.path));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "published outside the publisher:\n{}",
        faults.join("\n")
    );
}

#[test]
fn the_program_checks_codes_with_argon2id_alone() {
    let mut faults = Vec::new();
    for source in files("src", "rs") {
        for (number, line) in code(&source) {
            let is_other_hash = line.contains("CodeHash for") && !line.contains("for Argon2idHash");
            if is_other_hash || line.contains(".with_hash(") {
                faults.push(format!("{}:{number}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "another hash:\n{}", faults.join("\n"));
}

#[test]
fn the_auditor_uses_nothing_of_what_it_audits() {
    let mut faults = Vec::new();
    for source in files("src/disclosure/audit", "rs") {
        for (number, line) in code(&source) {
            let leaves = line.contains("super::super") || line.contains("crate::");
            if leaves || line.contains("use rand") {
                faults.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    // And nobody but the auditor solves programs.
    for source in files("src", "rs") {
        if source.path.starts_with("src/disclosure/audit/") {
            continue;
        }
        for (number, line) in code(&source) {
            if line.contains("microlp") {
                faults.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
