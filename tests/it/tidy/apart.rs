//! People and surveys stay apart: no table, file, type or export joins a person with an answer.

use super::{code, files, root};

/// Where people and ratings live, and nothing of a survey may be named.
const RATINGS: &[&str] = &[
    "src/domain/rating/",
    "src/store/ratings/",
    "src/analysis/ratings/",
    "src/import/ratings.rs",
    "src/import/check/ratings.rs",
    "src/import/check/people.rs",
    "src/import/competencies/",
    "src/app/service/import_ratings.rs",
];

/// Words of surveys: answers, codes and sheets of stations.
const SURVEY: &[&str] = &[
    "StoredAnswers",
    "SheetBlock",
    "SheetClass",
    "Answers",
    "answers",
    "CompanyView",
    "Dataset",
    "domain::collection",
    "store::collection",
    "service::collection",
    "seal::code",
    "seal::sheet",
    "seal::record",
    "seal::station",
    "WaveCode",
];

/// Where answers live, and nobody may be named.
const ANSWERS: &[&str] = &[
    "src/store/answers.rs",
    "src/store/collection.rs",
    "src/app/dataset.rs",
    "src/domain/dataset.rs",
    "src/app/service/collection/",
    "src/app/kiosk/",
    "src/seal/",
];

/// Words of ratings.
const PEOPLE: &[&str] = &["domain::rating", "PersonId", "change_ratings", ".ratings()"];

fn faults(places: &[&str], words: &[&str], excused: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in files("src", "rs") {
        if !places.iter().any(|place| source.path.starts_with(place)) {
            continue;
        }
        for (number, line) in code(&source) {
            let is_excused = excused.iter().any(|word| line.contains(word));
            for word in words
                .iter()
                .filter(|word| line.contains(**word) && !is_excused)
            {
                faults.push(format!("{}:{number}: {word}", source.path));
            }
        }
    }
    faults
}

#[test]
fn modules_of_ratings_name_nothing_of_a_survey() {
    // The one list of everything that a file can hold stands where files are taken in.
    let found = faults(
        RATINGS,
        SURVEY,
        &["Accepted::Answers", "ImportKind::Answers"],
    );
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn modules_of_answers_name_nobody() {
    let found = faults(ANSWERS, PEOPLE, &[]);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Names of tables that a file makes.
fn tables(text: &str) -> Vec<String> {
    let made = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("create table "));
    made.map(|rest| rest.trim_end_matches(" (").to_owned())
        .collect()
}

#[test]
fn the_two_schemas_share_no_file_and_no_table() {
    let mut of_ratings = Vec::new();
    let mut of_surveys = Vec::new();
    for source in files("src/store/migrations", "sql") {
        let name = source.path.rsplit('/').next().expect("a file has a name");
        if name.starts_with("ratings_") {
            of_ratings.extend(tables(&source.text));
        } else {
            of_surveys.extend(tables(&source.text));
        }
    }
    assert!(of_ratings.contains(&"person".to_owned()) && of_surveys.contains(&"wave".to_owned()));
    for table in &of_ratings {
        assert!(!of_surveys.contains(table), "{table} stands in both images");
    }
    for source in files("src/store", "rs") {
        for (number, line) in code(&source) {
            let is_attached = line.to_lowercase().contains("attach database");
            assert!(
                !is_attached,
                "{}:{number}: images are never attached",
                source.path
            );
        }
    }
    assert!(root().join("src/store/ratings/mod.rs").is_file());
}
