//! `analyze --ratings`: one file of ratings as one round, people taken from the file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::service::import_ratings::sheet_of;
use super::service::ratings::name_roles;
use crate::analysis::ratings::{HandedIn, RoundFindings, RoundInput, analyze_round};
use crate::domain::Date;
use crate::domain::rating::{
    Assignment, AssignmentId, CompetencyModel, Person, Round, RoundCode, RoundState, SheetState,
    Weights,
};
use crate::export::RatedRound;
use crate::import::{ImportedRatings, RatingsKnown, RoundKnown, customer_orientation};

/// What a file of ratings says.
#[derive(Debug, Clone, PartialEq)]
pub struct RatedFile {
    /// The findings.
    pub findings: RoundFindings,
    /// People of the file.
    pub people: Vec<Person>,
}

/// The one round that such a file belongs to.
fn round(model: &CompetencyModel, state: RoundState) -> Round {
    let long_ago = Date::constant(1990, 1, 1);
    Round {
        code: RoundCode::new("1").expect("a digit is a code"),
        name: "1".to_owned(),
        model: model.id.clone(),
        opens: long_ago,
        closes: long_ago,
        keep_until: long_ago,
        kept_because: String::new(),
        weights: Weights::default(),
        state,
    }
}

/// Nobody is known; everybody is taken from the file.
pub(super) fn known() -> RatingsKnown {
    let model = customer_orientation();
    RatingsKnown {
        people: Vec::new(),
        rounds: vec![RoundKnown {
            round: round(&model, RoundState::Open),
            model,
            pairs: Default::default(),
        }],
        accepts_people: true,
    }
}

impl RatedFile {
    /// Computes the findings of the sheets of a file.
    pub(super) fn of(ratings: ImportedRatings) -> Self {
        let model = customer_orientation();
        let ids: Vec<&str> = model.competencies.iter().map(|it| it.id.as_str()).collect();
        let ImportedRatings { people, sheets } = ratings;
        let handed_in: Vec<HandedIn> = sheets
            .into_iter()
            .zip(1..)
            .map(|(rating, number)| {
                let id = AssignmentId(number);
                HandedIn {
                    sheet: sheet_of(id, &rating, &ids),
                    assignment: Assignment {
                        id,
                        round: rating.round,
                        ratee: rating.ratee,
                        rater: rating.rater,
                        source: rating.source,
                        visit: rating.visit,
                        state: SheetState::HandedIn,
                    },
                }
            })
            .collect();
        let mut roles = BTreeMap::new();
        name_roles(&mut roles, &people, &[Arc::clone(&model)]);
        let findings = analyze_round(&RoundInput {
            round: &round(&model, RoundState::Closed),
            model: &model,
            people: &people,
            roles: &roles,
            sheets: &handed_in,
            before: None,
        });
        Self { findings, people }
    }

    /// For JSON.
    pub(super) fn shown(&self) -> RatedRound<'_> {
        RatedRound {
            findings: &self.findings,
            people: &self.people,
        }
    }
}
