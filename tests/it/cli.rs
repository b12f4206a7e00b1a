//! The command line: words, files and exit codes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// What every test workspace is made with.
const PASSPHRASE: &str = "seven quiet walnuts travel north";

pub(crate) fn frontline(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_frontline"))
        .args(arguments)
        .current_dir(dir)
        // No display, and no choices of whoever runs the tests.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("XDG_CONFIG_HOME", dir)
        .env("XDG_DATA_HOME", dir)
        .env("HOME", dir)
        .env("FRONTLINE_PASSPHRASE", PASSPHRASE)
        .output()
        .expect("the program was built for this test")
}

pub(crate) fn ok(dir: &Path, arguments: &[&str]) -> String {
    let output = frontline(dir, arguments);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {stderr}");
    String::from_utf8(output.stdout).expect("the program writes UTF-8")
}

/// What the program says when it refuses.
pub(crate) fn refused(dir: &Path, arguments: &[&str]) -> String {
    let output = frontline(dir, arguments);
    assert_eq!(
        output.status.code(),
        Some(1),
        "{arguments:?} was not refused"
    );
    String::from_utf8(output.stderr).expect("the program writes UTF-8")
}

pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

pub(crate) fn write(dir: &Path, name: &str, text: &str) -> String {
    std::fs::write(dir.join(name), text).expect("a temporary file");
    name.to_owned()
}

fn json(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("the file was just written");
    serde_json::from_str(&text).expect("the program writes JSON")
}

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

/// One borough of the New York schools as staff scores and outcomes.
fn reshaped_schools(borough: &str) -> (String, String) {
    let text = std::fs::read_to_string(data("nyc2015_linkage.csv")).expect("our own data");
    let mut rows = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = rows.next().expect("a head row");
    let column = |name: &str| {
        heads
            .iter()
            .position(|head| *head == name)
            .expect("a known head")
    };
    let (mut scores, mut outcomes) = (
        "branch,dimension,value\n".to_owned(),
        "branch,measure,value\n".to_owned(),
    );
    for row in rows.filter(|row| row[column("borough")] == borough) {
        let branch = row[column("dbn")];
        for dimension in ["t_commitment", "t_influence"] {
            scores.push_str(&format!(
                "{branch},{dimension},{}\n",
                row[column(dimension)]
            ));
        }
        for measure in ["s_trust_teacher", "p_trust_teacher"] {
            outcomes.push_str(&format!("{branch},{measure},{}\n", row[column(measure)]));
        }
    }
    (scores, outcomes)
}

fn near(found: &Value, expected: &Value, what: &str) {
    let found = found
        .as_f64()
        .unwrap_or_else(|| panic!("{what}: {found} is no number"));
    let expected = expected.as_f64().expect("a reference number");
    assert!(
        (found - expected).abs() <= 1e-6,
        "{what}: {found} instead of {expected}"
    );
}

#[test]
fn staff_scores_of_new_york_schools_give_the_reference_correlations() {
    let dir = folder();
    let reference = json(&data("nyc2015_reference.json"));
    let entries = reference["entries"].as_array().expect("entries");
    let entry = |id: &str| {
        let found = entries.iter().find(|entry| entry["id"] == id);
        &found.unwrap_or_else(|| panic!("no entry {id}"))["value"]
    };
    let mut checked = 0;
    for borough in ["Manhattan", "Bronx"] {
        let (scores, outcomes) = reshaped_schools(borough);
        write(dir.path(), "scores.csv", &scores);
        write(dir.path(), "outcomes.csv", &outcomes);
        ok(
            dir.path(),
            &[
                "analyze",
                "--staff-scores",
                "scores.csv",
                "--outcomes",
                "outcomes.csv",
                "--json",
                "out.json",
            ],
        );
        let found = json(&dir.path().join("out.json"));
        for (dimension, outcome, name) in [
            ("t_commitment", "s_trust_teacher", "commit_strust"),
            ("t_influence", "p_trust_teacher", "infl_ptrust"),
        ] {
            let links = found["linkage"].as_array().expect("links");
            let link = links
                .iter()
                .find(|link| link["dimension"] == dimension && link["outcome"] == outcome)
                .expect("every pair is there");
            let pearson = entry(&format!("nyc15_{borough}_{name}.pearson"));
            near(&link["pearson"]["r"], &pearson["r"], name);
            near(&link["pearson"]["lo"], &pearson["ci"][0], name);
            near(&link["pearson"]["hi"], &pearson["ci"][1], name);
            near(&link["pearson"]["p"], &pearson["p"], name);
            let spearman = entry(&format!("nyc15_{borough}_{name}.spearman"));
            near(&link["spearman"]["rho"], &spearman["rho"], name);
            near(
                &link["spearman"]["lo"],
                &spearman["ci_bonett_wright"][0],
                name,
            );
            near(
                &link["spearman"]["hi"],
                &spearman["ci_bonett_wright"][1],
                name,
            );
            assert_eq!(link["n"], pearson["n"], "{name}");
            checked += 1;
        }
    }
    assert_eq!(checked, 4);
}

#[test]
fn demo_writes_everything_and_its_files_can_be_analyzed_again() {
    let dir = folder();
    let said = ok(
        dir.path(),
        &["--lang", "en", "demo", "--no-window", "--dir", "demo"],
    );
    assert!(said.contains("chain.frontline"), "{said}");
    let demo = dir.path().join("demo");
    let names = [
        "branches.csv",
        "responses-2026-autumn.csv",
        "outcomes-nps.csv",
    ];
    assert!(names.iter().all(|name| demo.join(name).is_file()));
    ok(
        &demo,
        &[
            "--lang",
            "en",
            "analyze",
            "--responses",
            "responses-2026-autumn.csv",
            "--outcomes",
            "outcomes-nps.csv",
            "--branches",
            "branches.csv",
            "--json",
            "out.json",
            "--xlsx",
            "out.xlsx",
            "--draws",
            "500",
        ],
    );
    let found = json(&demo.join("out.json"));
    assert_eq!(found["version"], 1);
    for key in [
        "dimensions",
        "items",
        "branches",
        "enps",
        "drivers",
        "waves",
        "hidden",
        "contact_vs_back_office",
        "linkage",
    ] {
        assert!(!found[key].is_null(), "no key {key}");
    }
    assert!(
        demo.join("out.xlsx")
            .metadata()
            .expect("the workbook")
            .len()
            > 10_000
    );
}

/// A workspace with branches, an open wave with answers, and customer scores.
pub(crate) fn filled_workspace(at: &Path) {
    let lines: &[&[&str]] = &[
        &["demo", "--no-window", "--dir", "demo", "--lang", "en"],
        &["new", "own.frontline", "--company", "Own", "--quick-key"],
        &["import", "own.frontline", "branches", "demo/branches.csv"],
        &[
            "wave",
            "own.frontline",
            "new",
            "Autumn 2026",
            "--customers",
            "2026-08..2026-10",
            "--opens",
            "2026-10-05",
        ],
        &["wave", "own.frontline", "open", "autumn-2026"],
        &[
            "import",
            "own.frontline",
            "answers",
            "demo/responses-2026-autumn.csv",
            "--wave",
            "autumn-2026",
        ],
        &[
            "import",
            "own.frontline",
            "outcomes",
            "demo/outcomes-nps.csv",
        ],
    ];
    for line in lines {
        ok(at, line);
    }
}

#[test]
fn workspace_goes_from_files_to_a_report() {
    let dir = folder();
    let at = dir.path();
    filled_workspace(at);
    let report = |more: &[&'static str]| {
        let mut line = vec![
            "--lang",
            "ru",
            "report",
            "own.frontline",
            "--wave",
            "autumn-2026",
        ];
        line.extend(more);
        line
    };
    let locked = refused(at, &report(&["--xlsx", "r.xlsx"]));
    assert!(
        !at.join("r.xlsx").exists(),
        "results stay closed until the wave is closed: {locked}"
    );
    ok(at, &["wave", "own.frontline", "close", "autumn-2026"]);
    ok(at, &report(&["--xlsx", "r.xlsx"]));
    ok(at, &report(&["--xlsx", "b.xlsx", "--branch", "07"]));
    assert!(at.join("r.xlsx").is_file() && at.join("b.xlsx").is_file());
    let list = ok(at, &["wave", "own.frontline", "list"]);
    assert!(list.contains("autumn-2026\tclosed"), "{list}");
}

#[test]
fn refusals_say_file_and_reason_in_the_users_language() {
    let dir = folder();
    let at = dir.path();
    let scores = write(at, "scores.csv", "branch,dimension\nA,x\n");
    let said = refused(at, &["--lang", "ru", "analyze", "--staff-scores", &scores]);
    assert!(
        said.contains("scores.csv") && said.contains("не хватает столбца"),
        "{said}"
    );
    let said = refused(
        at,
        &["--lang", "en", "analyze", "--responses", "missing.csv"],
    );
    assert!(said.contains("there is no file"), "{said}");
    let empty = write(at, "empty.csv", "  \n");
    let said = refused(at, &["--lang", "en", "analyze", "--responses", &empty]);
    assert!(said.contains("no data"), "{said}");
    let said = refused(
        at,
        &[
            "--lang",
            "en",
            "analyze",
            "--responses",
            &empty,
            "--min-group",
            "3",
        ],
    );
    assert!(said.contains("Threshold"), "{said}");
}

#[test]
fn a_machine_without_display_is_told_of_no_window() {
    if !cfg!(target_os = "linux") {
        // Windows and macOS always have a display.
        return;
    }
    let dir = folder();
    let said = refused(dir.path(), &["--lang", "en", "demo", "--dir", "demo"]);
    assert!(said.contains("--no-window"), "{said}");
}

#[test]
fn wrong_usage_ends_with_two() {
    let dir = folder();
    assert_eq!(frontline(dir.path(), &["analyze"]).status.code(), Some(2));
    assert_eq!(frontline(dir.path(), &["dance"]).status.code(), Some(2));
}

/// Data with other licences is read from beside the project, where it is there.
fn reference_folder() -> PathBuf {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reference");
    std::env::var_os("FRONTLINE_REFERENCE").map_or(beside, PathBuf::from)
}

#[test]
fn leadership_items_by_company_give_the_reference_alpha_and_means() {
    let folder = reference_folder();
    let Ok(text) = std::fs::read_to_string(folder.join("data/lq2002.csv")) else {
        println!("not run: {} is not on this machine", folder.display());
        return;
    };
    // Branch = company; the person's number and the ready scale mean stay out.
    let mut responses = String::new();
    for (row, line) in text.lines().enumerate() {
        let cells: Vec<&str> = line.split(',').collect();
        let company = if row == 0 { "branch" } else { cells[0] };
        responses.push_str(&format!("{company},{}\n", cells[2..13].join(",")));
    }
    let dir = folder_with("responses.csv", &responses);
    ok(
        dir.path(),
        &[
            "analyze",
            "--responses",
            "responses.csv",
            "--json",
            "out.json",
            "--draws",
            "100",
        ],
    );
    let found = json(&dir.path().join("out.json"));
    let reference = json(&folder.join("values.json"));
    let entry = |id: &str| {
        let entries = reference["entries"].as_array().expect("entries");
        &entries
            .iter()
            .find(|entry| entry["id"] == id)
            .expect("a known entry")["value"]
    };
    let lead = &found["dimensions"][0];
    near(
        &lead["alpha"]["value"],
        &entry("lq_lead.alpha")["raw_alpha"],
        "alpha",
    );
    near(
        &lead["alpha"]["lo"],
        &entry("lq_lead.alpha_feldt95")["lower"],
        "Feldt, lower",
    );
    near(
        &lead["alpha"]["hi"],
        &entry("lq_lead.alpha_feldt95")["upper"],
        "Feldt, upper",
    );
    near(&lead["icc1"], &entry("lq_LEAD.anova")["ICC1"], "ICC(1)");
    near(&lead["icc2"], &entry("lq_LEAD.anova")["ICC2"], "ICC(2)");
    let means = entry("lq_LEAD.blup");
    let levels = means["levels"].as_array().expect("levels");
    for (position, code) in levels.iter().enumerate() {
        let branches = found["branches"].as_array().expect("branches");
        let branch = branches
            .iter()
            .find(|branch| branch["code"] == *code && branch["group"] == "all");
        let score = &branch.expect("a known company")["dimensions"][0]["score"];
        near(&score["mean"], &means["raw"][position], "a branch mean");
    }
    assert_eq!(levels.len(), 6);
}

fn folder_with(name: &str, text: &str) -> tempfile::TempDir {
    let dir = folder();
    write(dir.path(), name, text);
    dir
}
