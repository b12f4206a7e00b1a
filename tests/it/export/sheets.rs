//! Every sheet as text that can be reviewed, and the figures of the workbook beside the JSON.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use frontline::domain::Lang;
use frontline::export::{SHEETS, Scope, to_csv, to_json};
use frontline::i18n::message;

use super::fixture::{self, Size, chain};
use super::{request, workbook};

/// A workbook read back.
pub(super) fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("calamine opens it")
}

/// Cells of a sheet as lines, empty rows left out; numbers as they are stored.
fn text(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> String {
    let range = book.worksheet_range(name).expect("the sheet is there");
    let mut text = String::new();
    for row in range.rows() {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| match cell {
                Data::Float(value) => format!("{value:.4}")
                    .trim_end_matches('0')
                    .trim_end_matches('.')
                    .to_owned(),
                Data::String(words) => words.clone(),
                Data::Empty => String::new(),
                Data::Int(_)
                | Data::Bool(_)
                | Data::DateTime(_)
                | Data::DateTimeIso(_)
                | Data::DurationIso(_)
                | Data::Error(_) => {
                    format!("{cell:?}")
                }
            })
            .collect();
        let line = cells.join(" | ");
        let line = line.trim_end_matches([' ', '|']).trim_start_matches(" | ");
        if !line.is_empty() {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// The number in a cell.
fn number(cell: &Data) -> Option<f64> {
    if let Data::Float(value) = cell {
        Some(*value)
    } else {
        None
    }
}

fn check(lang: Lang, scope: Scope, label: &str) {
    let findings = chain(Size::SMALL);
    let mut book = open(workbook(&findings, lang, scope));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| {
        for spec in SHEETS {
            let name = message(lang, spec.title_key);
            let title = format!("workbook_{label}_{}_{:?}", lang.code(), spec.id);
            insta::assert_snapshot!(title, text(&mut book, &name));
        }
    });
}

#[test]
fn every_sheet_reads_as_text_in_russian() {
    check(Lang::Ru, Scope::Full, "full");
}

#[test]
fn every_sheet_reads_as_text_in_english() {
    check(Lang::En, Scope::Full, "full");
}

#[test]
fn every_sheet_of_a_branch_reads_as_text() {
    check(Lang::Ru, Scope::Branch(0), "branch");
}

#[test]
fn branch_without_a_report_of_its_own_still_gets_its_customers() {
    check(Lang::En, Scope::Branch(fixture::TOO_FEW), "hidden");
}

#[test]
fn only_the_wanted_sheets_are_written_beside_the_rules() {
    let findings = chain(Size::SMALL);
    let mut wanted = request(&findings, Lang::En, Scope::Full);
    wanted.sheets = [frontline::export::SheetId::Trend].into();
    let bytes = frontline::export::write_workbook(&findings, &wanted, &mut |_| Ok(()));
    let book = open(bytes.expect("the workbook is written"));
    assert_eq!(book.sheet_names(), ["Read me", "Trend", "Method and audit"]);
}

/// The figures of a pair in the order of the table's columns.
fn figures(pair: &serde_json::Value) -> [&serde_json::Value; 10] {
    [
        &pair["spearman"]["rho"],
        &pair["spearman"]["lo"],
        &pair["spearman"]["hi"],
        &pair["pearson"]["r"],
        &pair["pearson"]["lo"],
        &pair["pearson"]["hi"],
        &pair["holm_p"],
        &pair["bh_p"],
        &pair["leave_one_out"]["min"],
        &pair["leave_one_out"]["max"],
    ]
}

#[test]
fn linkage_table_equals_the_json() {
    let findings = chain(Size::FULL);
    let json: serde_json::Value =
        serde_json::from_str(&to_json(&findings, Some(Lang::En))).expect("JSON parses");
    let mut book = open(workbook(&findings, Lang::En, Scope::Full));
    let range = book.worksheet_range("Linkage").expect("the sheet is there");
    let titles: std::collections::BTreeMap<&str, &str> = findings
        .dimensions
        .iter()
        .map(|d| (d.title.en.as_str(), d.id.as_str()))
        .collect();
    let groups = [
        ("Everyone", "all"),
        ("Contact", "contact"),
        ("Back office", "back_office"),
    ];
    let last = findings.waves.last().expect("a wave").wave.code.as_str();
    let mut compared = 0;
    for row in range.rows() {
        let [
            Data::String(title),
            Data::String(outcome),
            Data::String(group),
            Data::Float(n),
            rest @ ..,
        ] = row
        else {
            continue;
        };
        let Some((_, group)) = groups.iter().find(|(word, _)| word == group) else {
            continue;
        };
        let channel = outcome
            .split_once(" (")
            .map(|(_, rest)| rest.trim_end_matches(')'));
        let measure = if outcome.starts_with("Customer NPS") {
            "nps"
        } else {
            outcome
        };
        let pair = json["linkage"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|pair| {
                pair["dimension"] == titles[title.as_str()]
                    && pair["outcome"] == measure
                    && pair["channel"].as_str() == channel
                    && pair["group"] == *group
                    && pair["wave"] == last
            });
        let pair = pair.expect("the pair is in the JSON");
        let values: Vec<f64> = rest.iter().map_while(number).collect();
        let expected = figures(pair);
        assert_eq!(pair["n"].as_f64(), Some(*n));
        assert_eq!(values.len(), expected.len());
        for (value, expected) in values.iter().zip(expected) {
            // The JSON reader of the test may be off by the last bit; the writer is not.
            let expected = expected.as_f64().expect("a number");
            assert!(
                (value - expected).abs() < 1e-12,
                "{value} is not {expected}"
            );
        }
        compared += 1;
    }
    assert_eq!(
        compared,
        12 * 4 * 3,
        "every pair of the last wave stands in the table"
    );
}

#[test]
fn heat_map_equals_the_json() {
    let findings = chain(Size::FULL);
    let json: serde_json::Value =
        serde_json::from_str(&to_json(&findings, None)).expect("JSON parses");
    let mut book = open(workbook(&findings, Lang::En, Scope::Full));
    let range = book
        .worksheet_range("Heat map")
        .expect("the sheet is there");
    let last = findings.waves.last().expect("a wave").wave.code.as_str();
    let mut compared = 0;
    let rows = range
        .rows()
        .filter(|row| row.first() == Some(&Data::String("Everyone".to_owned())));
    for row in rows.take(findings.branches.len() + 1) {
        let code = row[1].to_string();
        let code = (!code.is_empty()).then_some(code.as_str());
        let branch = json["branches"]
            .as_array()
            .expect("a list")
            .iter()
            .find(|branch| {
                branch["code"].as_str() == code
                    && branch["wave"] == last
                    && branch["group"] == "all"
            });
        let branch = branch.expect("the branch is in the JSON");
        for (cell, score) in row[5..]
            .iter()
            .zip(branch["dimensions"].as_array().expect("a list"))
        {
            match (cell, &score["score"]) {
                (Data::Float(shown), score) => assert_eq!(score["mean"].as_f64(), Some(*shown)),
                (Data::String(words), score) => {
                    assert!(
                        score["hidden"].is_string(),
                        "{words} stands for a hidden value"
                    );
                }
                (other, _) => panic!("{other:?} is neither a number nor words"),
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 25 * 12);
}

#[test]
fn json_has_the_fixed_keys_and_says_why_a_value_is_missing() {
    let findings = chain(Size::SMALL);
    let json: serde_json::Value =
        serde_json::from_str(&to_json(&findings, None)).expect("JSON parses");
    assert_eq!(json["version"], 1);
    for key in [
        "dimensions",
        "items",
        "branches",
        "drivers",
        "waves",
        "hidden",
        "contact_vs_back_office",
        "linkage",
    ] {
        assert!(json[key].is_array(), "{key}");
    }
    let pair = &json["linkage"][0];
    for key in [
        "dimension",
        "outcome",
        "group",
        "wave",
        "n",
        "spearman",
        "pearson",
        "kendall",
        "bca",
        "permutation",
        "holm_p",
        "bh_p",
        "leave_one_out",
        "theil_sen",
        "verdict",
    ] {
        assert!(!pair[key].is_null(), "{key}");
    }
    assert_eq!(pair["bca"]["undefined"], "too_few");
    assert!(json["enps"]["company"]["value"].is_number());
    let hidden = json["branches"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|branch| branch["code"] == "04");
    assert_eq!(hidden.expect("the branch")["n"]["hidden"], "too_few");
    assert_eq!(to_json(&findings, None), to_json(&findings, None));
}

#[test]
fn json_tells_drivers_their_refusals_and_where_the_single_links_stand() {
    let findings = chain(Size::FULL);
    let json: serde_json::Value =
        serde_json::from_str(&to_json(&findings, Some(Lang::En))).expect("JSON parses");
    let drivers = json["drivers"].as_array().expect("a list");
    assert_eq!(drivers.len(), 3 * 3 * 2, "waves, groups, outcomes");
    let is_refused = |group: &str, outcome: &str, reason: &str| {
        let mut rows = drivers
            .iter()
            .filter(|it| it["group"] == group && it["outcome"] == outcome);
        rows.all(|it| it["model"]["undefined"] == reason)
    };
    assert!(is_refused("back_office", "engagement", "too_few_persons"));
    assert!(is_refused("all", "nps", "too_few_branches"));
    for row in drivers {
        assert!(row["says"]["headline"].is_string());
        for place in row["single"].as_array().into_iter().flatten() {
            let place = usize::try_from(place.as_u64().expect("a position")).expect("small");
            let link = &json["linkage"][place];
            assert_eq!(link["wave"], row["wave"]);
            assert_eq!(link["group"], row["group"]);
            assert_eq!(link["outcome"], "nps");
        }
        let model = &row["model"];
        for (place, line) in model["drivers"]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            assert_eq!(line["rank"].as_u64(), u64::try_from(place + 1).ok());
            let has_interval = line["interval"]["lo"].is_number();
            assert!(has_interval || line["interval"]["undefined"] == "too_few");
        }
    }
}

#[test]
fn csv_follows_the_language_and_never_runs_as_a_formula() {
    let mut findings = chain(Size::SMALL);
    findings.branches[0].name = "=1+1".to_owned();
    let ru = to_csv(&findings, Lang::Ru, None);
    let en = to_csv(&findings, Lang::En, Some(1));
    assert!(ru.starts_with('\u{feff}') && en.starts_with('\u{feff}'));
    assert!(ru.contains(";'=1+1;") && !ru.contains(";=1+1"));
    assert!(
        ru.lines().nth(1).expect("a row").contains(";2,"),
        "a decimal comma"
    );
    assert!(
        en.lines().nth(1).expect("a row").contains(",2."),
        "a decimal point"
    );
    assert!(!en.contains("=1+1"), "a cut holds one branch");
    assert!(ru.lines().all(|line| line.split(';').count() >= 13));
}

#[test]
fn a_large_company_has_only_the_branches_of_its_last_wave_among_the_data() {
    let told = |branches| {
        let findings = chain(Size {
            branches,
            ..Size::SMALL
        });
        let mut book = open(workbook(&findings, Lang::En, Scope::Full));
        let name = message(Lang::En, "sheet-data");
        let range = book.worksheet_range(&name).expect("the sheet is there");
        let of_wave = |wave: usize, has_branch: bool| {
            let name = &findings.waves[wave].wave.name;
            let is_meant = |row: &&[Data]| {
                let wave = row.iter().position(|cell| cell == name.as_str());
                wave.is_some_and(|at| (row[at + 2] != Data::Empty) == has_branch)
            };
            range.rows().filter(is_meant).count()
        };
        let counts = [
            of_wave(0, false),
            of_wave(0, true),
            of_wave(1, false),
            of_wave(1, true),
        ];
        let left_out = message(Lang::En, "book-data-earlier-left-out");
        (counts, text(&mut book, &name).contains(&left_out))
    };
    let (few, is_told) = told(6);
    assert!(few.iter().all(|rows| *rows > 0) && !is_told);
    let (many, is_told) = told(600);
    assert_eq!([many[0], many[1], many[2]], [few[0], 0, few[2]]);
    assert!(many[3] > few[3] && is_told);
}
