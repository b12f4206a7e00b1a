//! Findings of a round of 2,000 people × 8 competencies × 5 raters each; the limit is 200 ms.
//!
//! `cargo bench --bench ratings`

#![allow(clippy::print_stdout, reason = "a benchmark says what it measured")]

mod dice;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use frontline::analysis::ratings::{HandedIn, RoundInput, analyze_round};
use frontline::domain::rating::{
    Assignment, AssignmentId, Level, Mark, Person, PersonId, Rater, RatingSheet, Round, RoundCode,
    RoundState, SheetState, Source, Weights,
};
use frontline::domain::{BranchCode, Date, StaffGroup};
use frontline::import::customer_orientation;

use dice::Dice;

const PEOPLE: u32 = 2_000;
const BRANCH: u32 = 20;
const LIMIT: Duration = Duration::from_millis(200);
const RUNS: usize = 15;

fn person(number: u32) -> Person {
    let branch = (number - 1) / BRANCH;
    let manager = branch * BRANCH + 1;
    Person {
        id: PersonId(number),
        name: format!("Person {number}"),
        position: "Barista".to_owned(),
        branch: BranchCode::new(&format!("{branch:03}")).expect("a code"),
        group: StaffGroup::Contact,
        manager: (number != manager).then_some(PersonId(manager)),
        left: None,
    }
}

/// Self, manager and three peers.
fn sheets(people: &[Person], round: &RoundCode) -> Vec<HandedIn> {
    let mut dice = Dice(88_172_645_463_325_252);
    let mut sheets = Vec::new();
    for person in people {
        let branch = (person.id.0 - 1) / BRANCH * BRANCH;
        let peer = |step: u32| PersonId(branch + 1 + (person.id.0 - branch - 1 + step) % BRANCH);
        let manager = person.manager.unwrap_or(peer(4));
        let raters = [
            (person.id, Source::Itself),
            (manager, Source::Manager),
            (peer(1), Source::Peer),
            (peer(2), Source::Peer),
            (peer(3), Source::Peer),
        ];
        for (rater, source) in raters {
            let id = AssignmentId(u32::try_from(sheets.len()).expect("10,000 sheets"));
            let mut sheet = RatingSheet::blank(id, 8);
            for mark in &mut sheet.marks {
                let level = 1 + u8::try_from(dice.below(5)).expect("below 5");
                *mark = Mark::Level(Level::new(level).expect("1 to 5"));
            }
            sheets.push(HandedIn {
                assignment: Assignment {
                    id,
                    round: round.clone(),
                    ratee: person.id,
                    rater: Rater::Person(rater),
                    source,
                    visit: None,
                    state: SheetState::HandedIn,
                },
                sheet,
            });
        }
    }
    sheets
}

fn main() {
    let model = customer_orientation();
    let round = Round {
        code: RoundCode::new("bench").expect("a code"),
        name: "bench".to_owned(),
        model: model.id.clone(),
        opens: Date::constant(2026, 9, 1),
        closes: Date::constant(2026, 9, 30),
        keep_until: Date::constant(2028, 9, 30),
        kept_because: String::new(),
        weights: Weights::default(),
        state: RoundState::Closed,
    };
    let people: Vec<Person> = (1..=PEOPLE).map(person).collect();
    let sheets = sheets(&people, &round.code);
    let roles = BTreeMap::from([("Barista".to_owned(), "barista".to_owned())]);
    let input = RoundInput {
        round: &round,
        model: &model,
        people: &people,
        roles: &roles,
        sheets: &sheets,
        before: None,
    };
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let found = analyze_round(&input);
            assert_eq!(found.people.len(), people.len());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let (median, worst) = (times[RUNS / 2], times[RUNS - 1]);
    println!(
        "{PEOPLE} people, {} sheets: median {median:.1?}, worst {worst:.1?}, limit {LIMIT:.0?}",
        sheets.len()
    );
    assert!(median < LIMIT, "results of a round take {median:.1?}");
}
