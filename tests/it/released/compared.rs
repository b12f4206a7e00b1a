//! Means beside what they are compared with: each difference is read back as that of two printed
//! means, and nothing else passes for one.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader};
use frontline::analysis::{Comparisons, Yardstick};
use frontline::domain::{Benchmark, Date, Lang};
use frontline::export::{Scope, WorkbookRequest, write_workbook};
use frontline::import::released::{Fault, OtherKind, Place, Released, Says, Subject};

use super::planted::changed;
use super::{Demo, demo, left};

const HEAT_MAP: &str = "xl/worksheets/sheet3.xml";

fn outside(demo: &Demo) -> Vec<Benchmark> {
    let subjects = [
        demo.findings.dimensions[0].id.clone(),
        demo.findings.items[0].id.clone(),
    ];
    let made = subjects.map(|subject| Benchmark {
        subject,
        value: 3.25,
        source: "Retail survey".to_owned(),
        period: "2025".to_owned(),
    });
    made.to_vec()
}

fn book(demo: &Demo, scope: Scope, compare: Yardstick) -> Vec<u8> {
    let request = WorkbookRequest {
        lang: demo.lang,
        wave: demo.last(),
        scope,
        sheets: BTreeSet::new(),
        company: "Bright Day".to_owned(),
        made_on: Date::constant(2026, 6, 29),
        questionnaires: Vec::new(),
        comments: None,
        actions: None,
        compare,
        outside: outside(demo),
    };
    write_workbook(&demo.findings, &request, &mut |_| Ok(())).expect("it is written")
}

fn offered(demo: &Demo) -> Vec<Yardstick> {
    let outside = outside(demo);
    let comparisons = Comparisons {
        findings: &demo.findings,
        outside: &outside,
    };
    comparisons.offered(demo.last())
}

/// The cells of the heat map, each with its address as Excel counts.
fn cells(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range("Heat map").expect("a sheet");
    let end = range.end().expect("cells");
    let whole = range.range((0, 0), end);
    whole.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn every_comparison_is_understood_in_every_scope() {
    for lang in [Lang::Ru, Lang::En] {
        let demo = demo(lang);
        let all = offered(demo);
        assert_eq!(all.len(), 5, "{all:?}");
        for yardstick in all {
            for scope in [Scope::Full, Scope::Short, Scope::Branch(0)] {
                let released = demo.book(&book(demo, scope, yardstick.clone()));
                assert!(
                    released.other.unknown.is_empty(),
                    "{scope:?}, {yardstick:?}\n{}",
                    left(&released)
                );
            }
        }
    }
}

#[test]
fn a_cut_is_never_compared_with_other_branches() {
    let demo = demo(Lang::En);
    let own = Place::Branch(demo.findings.branches[0].code.as_str().into());
    for yardstick in [Yardstick::Region, Yardstick::BestBranch] {
        let bytes = book(demo, Scope::Branch(0), yardstick);
        let released = demo.book(&bytes);
        let others = released.figures.iter().map(|it| &it.about.place);
        let others: BTreeSet<&Place> = others.filter(|it| **it != own).collect();
        assert_eq!(others, BTreeSet::from([&Place::Company]));
        let rows = cells(&bytes);
        let title = Data::String("Difference from the whole company".to_owned());
        assert!(rows.iter().any(|row| row.contains(&title)));
    }
}

#[test]
fn the_best_branch_of_a_question_is_told_as_a_figure_of_that_branch() {
    let demo = demo(Lang::En);
    let released = demo.book(&book(demo, Scope::Full, Yardstick::BestBranch));
    let of_item = released.figures.iter().filter(|it| {
        it.cell.starts_with("Questions!")
            && matches!(it.about.subject, Subject::Item(_))
            && matches!(it.about.place, Place::Branch(_))
    });
    let means: Vec<&Says> = of_item.map(|it| &it.says).collect();
    assert!(!means.is_empty());
    assert!(means.iter().all(|says| matches!(says, Says::Mean { .. })));
}

/// The faults of the workbook against the company with the text of a cell below the first difference
/// of a branch replaced: `down` rows below it.
fn planted(down: usize, cell: impl Fn(f64) -> String) -> (String, Released) {
    let demo = demo(Lang::En);
    let bytes = book(demo, Scope::Full, Yardstick::Company);
    let rows = cells(&bytes);
    let title = Data::String("Difference from the whole company".to_owned());
    let at = rows
        .iter()
        .position(|row| row.contains(&title))
        .expect("a title");
    let is_branch = |row: &&(usize, &Vec<Data>)| matches!(row.1[6], Data::Float(_));
    let numbered = rows.iter().enumerate().skip(at);
    let (row, found) = numbered
        .clone()
        .find(|it| is_branch(&it))
        .expect("a difference");
    let Data::Float(difference) = found[6] else {
        panic!("{found:?}");
    };
    let address = format!("G{}", row + down + 1);
    let bytes = changed(&bytes, HEAT_MAP, |text| {
        let (before, rest) = text
            .split_once(&format!("<c r=\"{address}\""))
            .expect("the cell");
        let (_, after) = rest.split_once("</c>").expect("its end");
        format!("{before}<c r=\"{address}\">{}</c>{after}", cell(difference))
    });
    (format!("Heat map!{address}"), demo.book(&bytes))
}

#[test]
fn a_difference_that_is_not_that_of_two_printed_means_is_noticed() {
    let (_, as_it_was) = planted(0, |difference| format!("<v>{difference}</v>"));
    assert!(as_it_was.other.unknown.is_empty(), "{}", left(&as_it_was));
    assert!(as_it_was.other.kinds[&OtherKind::Derived] > 0);
    let (address, released) = planted(0, |difference| format!("<v>{}</v>", difference + 0.01));
    let found = &released.other.unknown;
    assert!(
        found
            .iter()
            .any(|it| it.cell == address && it.fault == Fault::Number),
        "{}",
        left(&released)
    );
}

#[test]
fn a_number_in_the_place_of_an_interval_is_noticed() {
    let (address, released) = planted(1, |_| "<v>0.25</v>".to_owned());
    // The text that stood there is noticed too: it has no cell any more.
    let found = &released.other.unknown[0];
    assert_eq!((&found.cell, found.fault), (&address, Fault::Number));
}
