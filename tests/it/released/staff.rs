//! The two pages for the staff: every number on them is a listed figure of the company that other
//! reports tell as well, and nobody is named.

use std::sync::Arc;

use frontline::app::demo::demo_actions;
use frontline::domain::{Audience, Date, Lang};
use frontline::export::BookActions;
use frontline::export::print::{
    Langs, Pages, Sheet, StaffSays, StaffSheet, StaffSubject, pages, staff_told,
};
use frontline::i18n::{message, number};
use frontline::import::released::{Place, Says, Subject};
use frontline::tr;

use super::{Demo, demo};

const TODAY: Date = Date::constant(2026, 11, 20);
const NEXT: Date = Date::constant(2027, 4, 5);

fn sheet(demo: &Demo, next: Option<Date>) -> StaffSheet<'_> {
    let actions = demo_actions(&demo.findings, demo.lang, TODAY);
    StaffSheet {
        company: "Кофейни «Бодрый день» 24".to_owned(),
        findings: &demo.findings,
        wave: demo.last(),
        actions: Some(Arc::new(BookActions {
            actions,
            levels: Vec::new(),
        })),
        next,
        made_on: TODAY,
    }
}

fn drawn(sheet: &StaffSheet<'_>, lang: Lang) -> Pages {
    pages(Sheet::Staff(sheet), Langs::One(lang)).expect("printable")
}

/// All words of the pages, with single blanks.
fn words(print: &Pages) -> String {
    let lines: Vec<String> = print.texts().into_iter().map(|it| it.text).collect();
    lines
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_number_on_the_pages_is_listed_or_no_figure() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        let sheet = sheet(demo, Some(NEXT));
        let told = staff_told(&sheet, lang);
        assert!(told.figures.len() >= 10, "{}", told.figures.len());
        let findings = &demo.findings;
        let mut known: Vec<String> = vec![
            sheet.company.clone(),
            findings.waves[demo.last()].wave.name.clone(),
            number::day(lang, TODAY),
            number::day(lang, NEXT),
            message(lang, "staff-engagement-means"),
            message(lang, "staff-enps-means"),
            tr!(lang, "staff-kept-groups", k = 5),
            tr!(lang, "staff-foot", k = 5),
            tr!(lang, "staff-of-five", mean = ""),
            "1 / 2".to_owned(),
            "2 / 2".to_owned(),
        ];
        known.extend(findings.items.iter().map(|it| it.text.get(lang).to_owned()));
        let actions = &sheet.actions.as_ref().expect("the demo acts").actions;
        known.extend(actions.iter().map(|it| it.what.clone()));
        known.extend(actions.iter().map(|it| number::day(lang, it.due)));
        known.extend(told.figures.iter().map(|(printed, _)| printed.clone()));
        known.sort_by_key(|text| std::cmp::Reverse(text.len()));
        let mut said = words(&drawn(&sheet, lang));
        for text in known {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            said = said.replace(text.trim(), "·");
        }
        assert!(!said.chars().any(|c| c.is_ascii_digit()), "{said}");
    }
}

#[test]
fn what_the_pages_tell_the_csv_tells_as_well() {
    let demo = demo(Lang::En);
    let sheet = sheet(demo, None);
    let wave = demo.findings.waves[demo.last()].wave.code.as_str();
    let (csv, book) = (
        demo.csv(),
        demo.book(&demo.bytes(demo.last(), frontline::export::Scope::Full)),
    );
    let mut kinds = [0; 6];
    for (printed, figure) in staff_told(&sheet, Lang::En).figures {
        let subject = match figure.subject {
            StaffSubject::Sheets => Subject::Sheets,
            StaffSubject::Dimension(at) => {
                Subject::Dimension(demo.findings.dimensions[at].id.as_str().into())
            }
            StaffSubject::Item(at) => Subject::Item(demo.findings.items[at].id.as_str().into()),
            StaffSubject::Enps => Subject::Enps,
        };
        let is_about = |it: &&frontline::import::released::Figure| {
            &*it.about.wave == wave
                && it.about.subject == subject
                && it.about.place == Place::Company
                && it.about.audience == Audience::All
        };
        let others = csv.figures.iter().chain(&book.figures).filter(is_about);
        let near = |a: f64, b: f64, half: f64| (a - b).abs() <= half + 1e-9;
        let is_told = others
            .map(|it| &it.says)
            .any(|says| match (figure.says, says) {
                (StaffSays::Count(n), Says::Count { low, high }) => n == *low && n == *high,
                (StaffSays::Rate(a), Says::Rate { value, .. }) => near(a, *value, 0.005),
                (StaffSays::Mean(a), Says::Mean { value, .. }) => near(a, *value, 0.05),
                (
                    StaffSays::Agree(a),
                    Says::Share {
                        from: 4,
                        to: 5,
                        low,
                        ..
                    },
                )
                | (
                    StaffSays::Disagree(a),
                    Says::Share {
                        from: 1,
                        to: 2,
                        low,
                        ..
                    },
                ) => near(a, *low, 0.005),
                (StaffSays::Net(a), Says::Net { value, .. }) => near(a, *value, 0.5),
                (_, _) => false,
            });
        assert!(is_told, "{printed}: {figure:?}");
        let kind = match figure.says {
            StaffSays::Count(_) => 0,
            StaffSays::Rate(_) => 1,
            StaffSays::Mean(_) => 2,
            StaffSays::Agree(_) => 3,
            StaffSays::Disagree(_) => 4,
            StaffSays::Net(_) => 5,
        };
        kinds[kind] += 1;
    }
    assert!(kinds.iter().all(|count| *count > 0), "{kinds:?}");
}

#[test]
fn no_owner_no_branch_and_no_cost_is_on_the_pages() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        let sheet = sheet(demo, None);
        let said = words(&drawn(&sheet, lang));
        let actions = &sheet.actions.as_ref().expect("the demo acts").actions;
        // An owner may be called “HR”, of which the plain sentences speak as well.
        let idle = StaffSheet {
            actions: None,
            ..sheet.clone()
        };
        let plain = words(&drawn(&idle, lang));
        let mut public = 0;
        for action in actions {
            for secret in [&action.owner, &action.cost, &action.why] {
                let found = said.matches(secret.as_str()).count();
                let anyway = plain.matches(secret.as_str()).count();
                assert!(secret.is_empty() || found <= anyway, "{secret}");
            }
            let finding = action.finding.as_ref();
            let is_public = action.branch.is_none() && finding.is_none_or(|it| it.branch.is_none());
            let what = action.what.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(said.contains(&what), is_public, "{what}");
            public += usize::from(is_public);
        }
        assert!(public > 0 && public < actions.len(), "{public}");
        for branch in &demo.findings.branches {
            assert!(!said.contains(&branch.name), "{}", branch.name);
        }
    }
}

#[test]
fn two_pages_within_their_edges_and_the_same_every_time() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        for next in [Some(NEXT), None] {
            let sheet = sheet(demo, next);
            let print = drawn(&sheet, lang);
            assert_eq!(print.count(), 2);
            for text in print.texts() {
                let (width, height) = print.size(text.page).expect("a page");
                let (place, frame) = (text.place, text.frame);
                assert!(place.x >= frame.x - 0.1 && place.right() <= frame.right() + 0.1);
                assert!(
                    frame.right() <= width && frame.bottom() <= height,
                    "{}",
                    text.text
                );
                assert!(text.size >= 7.5, "{}: {}", text.text, text.size);
            }
            let bytes = |sheet| drawn(sheet, lang).to_pdf().expect("a PDF");
            assert_eq!(bytes(&sheet), bytes(&sheet));
        }
        // A company that has not acted yet says so.
        let empty = StaffSheet {
            actions: None,
            ..sheet(demo, None)
        };
        let none = message(lang, "staff-none-yet");
        assert!(words(&drawn(&empty, lang)).contains(&none));
    }
}
