//! A small language for rounds: who rates whom how.

use std::collections::BTreeMap;
use std::sync::Arc;

use frontline::analysis::ratings::{HandedIn, RoundFindings, RoundInput, analyze_round};
use frontline::domain::rating::{
    Assignment, AssignmentId, CompetencyModel, Level, Mark, Person, PersonId, Rater, RatingSheet,
    Round, RoundCode, RoundState, SheetState, Source, Weights,
};
use frontline::domain::{BranchCode, Date, StaffGroup};
use frontline::import::customer_orientation;

/// A round under way of being written.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) people: Vec<Person>,
    pub(crate) sheets: Vec<HandedIn>,
    pub(crate) roles: BTreeMap<String, String>,
    pub(crate) weights: Weights,
}

pub(crate) fn model() -> Arc<CompetencyModel> {
    customer_orientation()
}

impl Desk {
    /// So many people, numbered from 1, all baristas of branch 01.
    pub(crate) fn with(people: u32) -> Self {
        let person = |number| Person {
            id: PersonId(number),
            name: format!("Person {number}"),
            position: "Barista".to_owned(),
            branch: BranchCode::new("01").unwrap(),
            group: StaffGroup::Contact,
            manager: None,
            left: None,
        };
        Self {
            people: (1..=people).map(person).collect(),
            sheets: Vec::new(),
            roles: BTreeMap::from([("Barista".to_owned(), "barista".to_owned())]),
            weights: Weights::default(),
        }
    }

    /// A sheet with one level per competency; 0 is "not observed".
    pub(crate) fn rate(&mut self, ratee: u32, rater: u32, source: Source, levels: [u8; 8]) {
        let id = AssignmentId(u32::try_from(self.sheets.len() + 1).unwrap());
        let mut sheet = RatingSheet::blank(id, 8);
        for (mark, level) in sheet.marks.iter_mut().zip(levels) {
            *mark = match level {
                0 => Mark::NotObserved,
                level => Mark::Level(Level::new(level).unwrap()),
            };
        }
        self.sheets.push(HandedIn {
            assignment: Assignment {
                id,
                round: round().code,
                ratee: PersonId(ratee),
                rater: Rater::Person(PersonId(rater)),
                source,
                visit: None,
                state: SheetState::HandedIn,
            },
            sheet,
        });
    }

    pub(crate) fn findings(&self) -> RoundFindings {
        self.findings_after(None)
    }

    pub(crate) fn findings_after(&self, before: Option<&RoundFindings>) -> RoundFindings {
        let round = Round {
            weights: self.weights,
            ..round()
        };
        analyze_round(&RoundInput {
            round: &round,
            model: &model(),
            people: &self.people,
            roles: &self.roles,
            sheets: &self.sheets,
            before,
        })
    }
}

/// A closed round.
pub(crate) fn round() -> Round {
    Round {
        code: RoundCode::new("autumn").unwrap(),
        name: "Autumn".to_owned(),
        model: model().id.clone(),
        opens: Date::constant(2026, 9, 1),
        closes: Date::constant(2026, 9, 30),
        keep_until: Date::constant(2028, 9, 30),
        kept_because: String::new(),
        weights: Weights::default(),
        state: RoundState::Closed,
    }
}
