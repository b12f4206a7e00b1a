//! The sheet of actions: its fixture. One overdue, one looked at again, one about a hidden branch.

use std::sync::Arc;

use frontline::analysis::Findings;
use frontline::domain::action::{
    Action, ActionId, Entry, Finding, LinkedMeasure, Origin, Status, Step,
};
use frontline::domain::{Audience, Date};
use frontline::export::BookActions;

use super::fixture::TOO_FEW;

fn action(findings: &Findings, branch: Option<usize>, wave: usize, status: Status) -> Action {
    let dimension = &findings.dimensions[0];
    let code = branch.map(|at| findings.branches[at].code.clone());
    let begun = Date::constant(2026, 1, 15);
    Action {
        id: ActionId(1),
        revision: 1,
        finding: Some(Finding {
            origin: Origin::Cell,
            measure: LinkedMeasure::Dimension(dimension.id.clone()),
            title: dimension.title.clone(),
            audience: Audience::All,
            branch: code.clone(),
            wave: findings.waves[wave].wave.code.as_str().to_owned(),
            noted: Some(begun),
            figure: None,
        }),
        proposal: None,
        what: "Set limits for each position".to_owned(),
        why: "So that guests are helped on the spot".to_owned(),
        owner: "Head of service".to_owned(),
        branch: code,
        due: Date::constant(2026, 6, 20),
        follow_ups: Vec::new(),
        steps: vec![
            Step {
                words: "Collect cases".to_owned(),
                is_done: true,
            },
            Step {
                words: "Write the card".to_owned(),
                is_done: false,
            },
        ],
        promised: Some(0.3),
        cost: String::new(),
        status,
        history: vec![Entry {
            day: begun,
            status: Status::Planned,
        }],
    }
}

/// Three actions of the invented chain.
pub(super) fn book(findings: &Findings) -> Arc<BookActions> {
    let last = findings.waves.len() - 1;
    Arc::new(BookActions {
        actions: vec![
            action(findings, Some(0), last, Status::Doing),
            action(findings, None, last - 1, Status::Checked),
            action(findings, Some(TOO_FEW), last - 1, Status::Planned),
        ],
        levels: Vec::new(),
    })
}
