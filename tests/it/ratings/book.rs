//! The workbook of a round read back: its figures are those of the JSON, a manager's cut holds own
//! people only, and peers below three are in no cell.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use frontline::analysis::ratings::OTHERS_MIN;
use frontline::app::{
    RatingCommand, RatingFile, RatingFileKind, RatingReply, RoundResults, round_json,
};
use frontline::domain::Lang;
use frontline::domain::rating::{
    Level, Mark, PersonId, Post, RatingSheet, Readiness, RoundCode, Source, Successor,
};
use frontline::error::{Kind, RatingFault};
use frontline::i18n::message;
use serde_json::Value;

use super::office::Office;

/// Two managers: the first of six people, the second of three, whose peers are fewer than three.
fn two_teams() -> (Office, RoundCode) {
    let mut office = Office::staffed(6);
    let second = PersonId(8);
    let mut draft = Office::draft("Second boss", "Branch manager", None);
    draft.branch = frontline::domain::BranchCode::new("02").unwrap();
    office.ask(RatingCommand::SavePerson(draft));
    for number in 7..=9 {
        let mut draft = Office::draft(&format!("Courier {number}"), "Courier", Some(second));
        draft.branch = frontline::domain::BranchCode::new("02").unwrap();
        office.ask(RatingCommand::SavePerson(draft));
    }
    let (code, _) = office.open_round();
    for assignment in office.round(&code).assignments.clone() {
        let number = u8::try_from(assignment.id.0 % 5).unwrap();
        let of = |competency: u8| 1 + (number + competency * 2) % 5;
        let mut sheet = RatingSheet::blank(assignment.id, 8);
        for (place, mark) in (0_u8..).zip(&mut sheet.marks) {
            *mark = match assignment.source {
                Source::Manager => Mark::Level(Level::new(2 + place % 3).unwrap()),
                Source::Itself | Source::Peer | Source::MysteryShopper => {
                    Mark::Level(Level::new(of(place)).unwrap())
                }
            };
        }
        office.ask(RatingCommand::SaveSheet {
            sheet,
            is_handed_in: true,
        });
    }
    office.ask(RatingCommand::CloseRound(code.clone()));
    let post = |branch: &str| Post {
        branch: frontline::domain::BranchCode::new(branch).unwrap(),
        position: "Branch manager".to_owned(),
    };
    // The first manager's successor is of the second manager's team.
    office.ask(RatingCommand::SaveSuccessor(Successor {
        post: post("01"),
        person: PersonId(10),
        readiness: Readiness::InAYear,
    }));
    (office, code)
}

fn results(office: &mut Office, code: &RoundCode) -> std::sync::Arc<RoundResults> {
    let RatingReply::Results(results) = office.ask(RatingCommand::Results(code.clone())) else {
        panic!("another answer");
    };
    results
}

struct Book(Xlsx<Cursor<Vec<u8>>>);

impl Book {
    fn of(office: &mut Office, code: &RoundCode, manager: Option<PersonId>) -> Self {
        let path = office.path("ratings.xlsx");
        let file = RatingFile {
            round: code.clone(),
            what: RatingFileKind::Book { manager },
            lang: Lang::En,
            path: path.clone(),
        };
        let command = frontline::app::Command::Ratings(RatingCommand::Write(file));
        let reply = office.service.run(command).unwrap();
        assert!(matches!(reply, frontline::app::Reply::Saved(saved) if saved == path));
        Self(Xlsx::new(Cursor::new(std::fs::read(path).unwrap())).unwrap())
    }

    fn sheet(&mut self, key: &str) -> Range<Data> {
        self.0.worksheet_range(&message(Lang::En, key)).unwrap()
    }

    /// Every text of every sheet.
    fn texts(&mut self) -> Vec<String> {
        let names = self.0.sheet_names();
        let mut texts = Vec::new();
        for name in names {
            let range = self.0.worksheet_range(&name).unwrap();
            let cells = range.used_cells();
            for (_, _, cell) in cells {
                if let Data::String(text) = cell {
                    texts.push(text.clone());
                }
            }
        }
        texts
    }
}

/// The row below which the first column says this.
fn row_of(range: &Range<Data>, text: &str) -> u32 {
    let end = range.end().unwrap().0;
    let is_it = |row: &u32| matches!(cell(range, *row, 1), Data::String(found) if found == text);
    (0..=end)
        .find(is_it)
        .unwrap_or_else(|| panic!("no row «{text}»"))
}

fn cell(range: &Range<Data>, row: u32, column: u32) -> Data {
    range
        .get_value((row, column))
        .cloned()
        .unwrap_or(Data::Empty)
}

/// A cell holds the number of the JSON, or a word where the JSON says why there is none.
fn same(range: &Range<Data>, at: (u32, u32), value: &Value) {
    match (cell(range, at.0, at.1), value) {
        (Data::Float(found), Value::Number(wanted)) => {
            let wanted = wanted.as_f64().unwrap();
            assert!(
                (found - wanted).abs() < 1e-9,
                "{at:?}: {found} and {wanted}"
            );
        }
        (Data::String(word), Value::Object(reason)) => {
            assert!(
                reason.contains_key("undefined") && !word.is_empty(),
                "{at:?}"
            );
        }
        (found, wanted) => panic!("{at:?}: {found:?} and {wanted}"),
    }
}

/// The `value` of an object, or the object that says why there is none.
fn value(of: &Value) -> &Value {
    of.get("value").unwrap_or(of)
}

#[test]
fn figures_of_people_and_groups_are_those_of_the_json() {
    let (mut office, code) = two_teams();
    let json: Value = serde_json::from_str(&round_json(&results(&mut office, &code))).unwrap();
    let mut book = Book::of(&mut office, &code, None);
    let people = book.sheet("sheet-competencies");
    for profile in json["people"].as_array().unwrap() {
        let row = row_of(&people, profile["name"].as_str().unwrap());
        same(&people, (row, 5), value(&profile["overall"]));
        same(&people, (row, 6), &profile["met"]);
        same(&people, (row, 7), &profile["met_of"]);
        for (place, line) in (0..).zip(profile["competencies"].as_array().unwrap()) {
            same(&people, (row, 8 + place), value(&line["level"]));
            same(&people, (row, 16 + place), value(&line["gap"]));
        }
    }
    assert_eq!(json["people"].as_array().unwrap().len(), 11);
    let groups = book.sheet("sheet-rated-groups");
    let row = row_of(&groups, &message(Lang::En, "matrix-company"));
    same(&groups, (row, 3), value(&json["company"]["overall"]));
    for (place, found) in (0..).zip(json["company"]["competencies"].as_array().unwrap()) {
        same(&groups, (row, 7 + place), value(&found["mean"]));
    }
    for branch in json["branches"].as_array().unwrap() {
        let row = row_of(&groups, branch["code"].as_str().unwrap());
        same(&groups, (row, 2), &branch["all"]["people"]);
        for (place, found) in (0..).zip(branch["all"]["competencies"].as_array().unwrap()) {
            same(&groups, (row, 7 + place), value(&found["mean"]));
        }
    }
    let model = super::kit::model();
    for need in json["training"].as_array().unwrap() {
        let at = model
            .position(need["competency"].as_str().unwrap())
            .unwrap();
        let row = row_of(&groups, &model.competencies[at].name.en);
        same(&groups, (row, 2), &need["people"]);
        same(&groups, (row, 5), &need["weight"]);
    }
}

#[test]
fn calibration_says_what_the_json_says_and_names_no_peer() {
    let (mut office, code) = two_teams();
    let json: Value = serde_json::from_str(&round_json(&results(&mut office, &code))).unwrap();
    let mut book = Book::of(&mut office, &code, None);
    let sheet = book.sheet("sheet-calibration");
    let found = &json["calibration"];
    for line in found["raters"].as_array().unwrap() {
        let name = line["rater"].as_str().unwrap();
        let verdict = line["severity"]["verdict"].as_str();
        let name = match verdict {
            Some("strict" | "lenient") => format!("◆ {name}"),
            _ => name.to_owned(),
        };
        let row = row_of(&sheet, &name);
        same(&sheet, (row, 3), &line["rated"]);
        let severity = &line["severity"];
        same(
            &sheet,
            (row, 4),
            severity.get("difference").unwrap_or(severity),
        );
        same(&sheet, (row, 9), &line["adjusted_severity"]);
    }
    for (key, name) in [
        ("kappa_self_manager", "agreement-kappa"),
        ("krippendorff_alpha", "agreement-alpha"),
        ("gwet_ac2", "agreement-ac2"),
        ("icc_1k", "agreement-icc-one"),
        ("icc_ak_manager_peers", "agreement-icc-a"),
        ("rwg_median", "agreement-rwg"),
    ] {
        let row = row_of(&sheet, &message(Lang::En, name));
        same(&sheet, (row, 3), value(&found[key]));
    }
    for (_, _, cell) in sheet.used_cells() {
        let names_a_peer = matches!(cell, Data::String(text) if text.contains("Barista"));
        assert!(!names_a_peer, "peers are in no line");
    }
}

#[test]
fn peers_below_three_are_in_no_cell() {
    let (mut office, code) = two_teams();
    let results = results(&mut office, &code);
    let mut book = Book::of(&mut office, &code, None);
    let people = book.sheet("sheet-competencies");
    // Three couriers rate each other: two peers each. The manager alone makes the level.
    for number in 7..=9 {
        let row = row_of(&people, &format!("Courier {number}"));
        for place in 0..8 {
            let manager = 2.0 + f64::from(place % 3);
            assert_eq!(cell(&people, row, 8 + place), Data::Float(manager));
        }
    }
    let hidden = results.findings.people.iter().filter(|profile| {
        let peers = profile.sources.iter().find(|it| it.source == Source::Peer);
        peers.is_some_and(|it| it.n.is_err())
    });
    assert_eq!(hidden.count(), 3);
}

#[test]
fn the_cut_of_a_manager_holds_only_own_people() {
    let (mut office, code) = two_teams();
    for (manager, own, others) in [
        (PersonId(1), "Barista", ["Courier", "Second boss"]),
        (PersonId(8), "Courier", ["Barista", "Boss"]),
    ] {
        let mut book = Book::of(&mut office, &code, Some(manager));
        let texts = book.texts();
        let holds = |name: &str| texts.iter().any(|text| text.contains(name));
        assert!(holds(own));
        for other in others {
            let names: BTreeSet<&String> =
                texts.iter().filter(|text| text.contains(other)).collect();
            assert!(names.is_empty(), "{other}: {names:?}");
        }
    }
}

#[test]
fn a_cut_tells_of_the_company_only_what_leaves_enough_others() {
    let (mut office, code) = two_teams();
    let company = message(Lang::En, "matrix-company");
    // The first team has six of eleven rated with a level from others: too few are left.
    let levels = |office: &mut Office, manager| {
        let mut book = Book::of(office, &code, Some(PersonId(manager)));
        let groups = book.sheet("sheet-rated-groups");
        let row = row_of(&groups, &company);
        (0..8)
            .map(|place| cell(&groups, row, 7 + place))
            .collect::<Vec<_>>()
    };
    let rated = |results: &RoundResults| results.findings.company.competencies[0].mean.unwrap().n;
    let all = rated(&results(&mut office, &code));
    for (manager, team) in [(1, 6), (8, 3)] {
        let cells = levels(&mut office, manager);
        let is_told = all - team >= OTHERS_MIN;
        for cell in cells {
            assert_eq!(
                matches!(cell, Data::Float(_)),
                is_told,
                "{manager}: {cell:?}"
            );
        }
    }
    assert!(
        all - 6 < OTHERS_MIN && all - 3 >= OTHERS_MIN,
        "both cases are seen: {all}"
    );
}

#[test]
fn who_manages_nobody_has_no_cut_and_an_open_round_no_book() {
    let (mut office, code) = two_teams();
    let write = |manager| {
        RatingCommand::Write(RatingFile {
            round: code.clone(),
            what: RatingFileKind::Book { manager },
            lang: Lang::Ru,
            path: std::path::PathBuf::from("never.xlsx"),
        })
    };
    let refused = office.fault(write(Some(PersonId(2))));
    assert_eq!(refused, Kind::Rating(RatingFault::NoTeam));
    let mut office = Office::staffed(2);
    office.open_round();
    let refused = office.fault(write(None));
    assert_eq!(refused, Kind::Rating(RatingFault::RoundState));
}

#[test]
fn the_same_round_gives_the_same_bytes_in_both_languages() {
    let (mut office, code) = two_teams();
    for lang in Lang::ALL {
        let mut write = |name: &str| {
            let path = office.path(name);
            office
                .service
                .run(frontline::app::Command::Ratings(RatingCommand::Write(
                    RatingFile {
                        round: code.clone(),
                        what: RatingFileKind::Book { manager: None },
                        lang,
                        path: path.clone(),
                    },
                )))
                .unwrap();
            std::fs::read(path).unwrap()
        };
        assert_eq!(write("one.xlsx"), write("two.xlsx"));
    }
}
