//! Nothing is left over in any form, and the forms agree.

use std::collections::{BTreeMap, BTreeSet};

use frontline::domain::Lang;
use frontline::export::Scope;
use frontline::import::released::{About, Figure, OtherKind, Released, Says};

use super::{demo, left};

#[test]
fn every_number_of_a_workbook_is_explained_in_both_languages() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        let scopes = [
            Scope::Full,
            Scope::Short,
            Scope::Branch(0),
            Scope::Branch(16),
            Scope::Branch(20),
        ];
        for wave in [0, demo.last()] {
            for scope in scopes {
                let released = demo.book(&demo.bytes(wave, scope));
                assert!(
                    released.other.unknown.is_empty(),
                    "{lang:?} wave {wave} {scope:?}\n{}",
                    left(&released)
                );
                assert!(released.figures.len() > 100, "{}", released.figures.len());
            }
        }
    }
}

#[test]
fn every_number_of_csv_and_json_is_explained() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        for released in [demo.csv(), demo.json()] {
            assert!(released.other.unknown.is_empty(), "{}", left(&released));
            assert!(
                released.figures.len() > 10_000,
                "{}",
                released.figures.len()
            );
            assert!(released.other.kinds[&OtherKind::Customers] > 1_000);
        }
    }
}

#[test]
fn each_sheet_gives_the_figures_that_it_holds() {
    let demo = demo(Lang::En);
    let released = demo.book(&demo.bytes(demo.last(), Scope::Full));
    let mut sheets: BTreeMap<&str, usize> = BTreeMap::new();
    for figure in &released.figures {
        let (sheet, _) = figure.cell.split_once('!').expect("a sheet and an address");
        *sheets.entry(sheet).or_default() += 1;
    }
    let with_figures: Vec<&str> = sheets.keys().copied().collect();
    assert_eq!(
        with_figures,
        [
            "Data",
            "Drivers",
            "Heat map",
            "Linkage",
            "Questions",
            "Summary",
            "Trend"
        ]
    );
    assert!(
        sheets["Heat map"] > 1_000 && sheets["Questions"] > 400,
        "{sheets:?}"
    );
    for kind in [
        OtherKind::OverBranches,
        OtherKind::OverPeople,
        OtherKind::CompleteSheets,
        OtherKind::Branches,
        OtherKind::Rank,
    ] {
        assert!(released.other.kinds.contains_key(&kind), "{kind:?}");
    }
}

/// What a figure says, apart from its numbers.
fn kind(says: &Says) -> String {
    match says {
        Says::Count { .. } => "count".to_owned(),
        Says::Rate { .. } => "rate".to_owned(),
        Says::Mean { .. } => "mean".to_owned(),
        Says::Interval { .. } => "interval".to_owned(),
        Says::Share { from, to, .. } => format!("share {from}-{to}"),
        Says::Segment { segment, .. } => format!("{segment:?}"),
        Says::Net { .. } => "net".to_owned(),
        Says::NetInterval { .. } => "net interval".to_owned(),
        Says::Difference { before, .. } => format!("since {before}"),
    }
}

/// Its numbers and how far they are rounded.
fn numbers(says: &Says) -> (Vec<f64>, f64) {
    match *says {
        Says::Count { low, high } => (vec![f64::from(low), f64::from(high)], 0.0),
        Says::Rate { value, step }
        | Says::Mean { value, step }
        | Says::Net { value, step }
        | Says::Difference { value, step, .. } => (vec![value], step),
        Says::Interval { low, high, step } | Says::NetInterval { low, high, step } => {
            (vec![low, high], step)
        }
        Says::Share { low, high, .. } | Says::Segment { low, high, .. } => (vec![low, high], 0.01),
    }
}

type Index<'a> = BTreeMap<(&'a About, String), Vec<&'a Figure>>;

fn index(released: &Released) -> Index<'_> {
    let mut found = Index::new();
    for figure in &released.figures {
        let key = (&figure.about, kind(&figure.says));
        found.entry(key).or_default().push(figure);
    }
    found
}

/// Figures of one that are in the other too and say the same; the keys that only the first has.
fn compare<'a>(one: &'a Index<'a>, other: &'a Index<'a>) -> (usize, Vec<&'a (&'a About, String)>) {
    let (mut same, mut only) = (0, Vec::new());
    for (key, figures) in one {
        let Some(others) = other.get(key) else {
            only.push(key);
            continue;
        };
        for figure in figures {
            for found in others {
                let ((a, step), (b, wider)) = (numbers(&figure.says), numbers(&found.says));
                let slack = (step + wider) / 2.0 + 1e-9;
                let pairs = a.iter().zip(&b);
                let is_close = pairs.clone().all(|(a, b)| (a - b).abs() <= slack);
                assert!(is_close, "{figure:?}\n{found:?}");
                same += 1;
            }
        }
    }
    (same, only)
}

#[test]
fn csv_and_json_say_what_the_workbook_says() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        let (csv, json) = (demo.csv(), demo.json());
        let book = demo.book(&demo.bytes(demo.last(), Scope::Full));
        let (csv, json, book) = (index(&csv), index(&json), index(&book));
        let (same, only) = compare(&csv, &json);
        assert!(only.is_empty() && same > 10_000, "{same}: {only:?}");
        let (same, mut only) = compare(&book, &json);
        // The trend subtracts values that stand beside each other.
        only.retain(|(_, kind)| !kind.starts_with("since"));
        assert!(only.is_empty() && same > 10_000, "{same}: {only:?}");
        let (same, _) = compare(&csv, &book);
        assert!(same > 10_000, "{same}");
    }
}

#[test]
fn the_sheet_of_data_lacks_counts_of_sheets_levels_and_segments_alone() {
    let demo = demo(Lang::En);
    let book = demo.book(&demo.bytes(demo.last(), Scope::Full));
    let is_data = |figure: &&Figure| figure.cell.starts_with("Data!");
    let told = |wanted: bool| -> Released {
        Released {
            figures: book
                .figures
                .iter()
                .filter(|it| is_data(it) == wanted)
                .cloned()
                .collect(),
            ..Released::default()
        }
    };
    let (data, others) = (told(true), told(false));
    let (data, others) = (index(&data), index(&others));
    let (same, only) = compare(&others, &data);
    assert!(same > 1_000, "{same}");
    let beyond: BTreeSet<String> = only
        .into_iter()
        .map(|(about, kind)| {
            let subject = format!("{:?}", about.subject);
            let subject = subject.split('(').next().unwrap_or_default().to_owned();
            format!("{subject} {kind}")
        })
        .collect();
    let beyond: Vec<&str> = beyond.iter().map(String::as_str).collect();
    assert_eq!(
        beyond,
        [
            "Dimension Disengaged",
            "Dimension Engaged",
            "Dimension NotEngaged",
            "Enps since 2026-spring",
            "Item share 1-1",
            "Item share 1-2",
            "Item share 2-2",
            "Item share 3-3",
            "Item share 4-4",
            "Item share 5-5",
            "Motive since 2026-spring",
            "Sheets count",
            "Sheets rate",
        ]
    );
}
