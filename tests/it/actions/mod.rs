//! Actions: their library, where they are kept, whether they worked, what is due.

#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps nothing fails, and helpers stand in its place"
)]

mod asked;
mod kept;
mod library;
mod scenario;
mod words;

use frontline::domain::action::{Action, ActionId, Entry, Finding, LinkedMeasure, Origin, Status};
use frontline::domain::{Audience, BranchCode, Date, Text};

/// A finding about a dimension.
fn finding(dimension: &str, branch: Option<&str>, wave: &str) -> Finding {
    Finding {
        origin: Origin::Dimension,
        measure: LinkedMeasure::Dimension(dimension.to_owned()),
        title: Text::same(dimension),
        audience: Audience::All,
        branch: branch.map(|code| BranchCode::new(code).unwrap()),
        wave: wave.to_owned(),
        noted: None,
        figure: None,
    }
}

/// A planned action about a finding, begun on a day.
fn action(finding: Option<Finding>, begun: Date) -> Action {
    Action {
        id: ActionId(0),
        revision: 0,
        finding,
        proposal: None,
        what: "Set limits for each position".to_owned(),
        why: "So that guests are helped on the spot".to_owned(),
        owner: "Head of service".to_owned(),
        branch: None,
        due: Date::constant(2026, 12, 1),
        follow_ups: Vec::new(),
        steps: Vec::new(),
        promised: None,
        cost: String::new(),
        status: Status::Planned,
        history: vec![Entry {
            day: begun,
            status: Status::Planned,
        }],
    }
}
