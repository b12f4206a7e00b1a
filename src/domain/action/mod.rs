//! Actions: what the company does about a finding, who, until when, and what it promised itself.
//!
//! Plan–Do–Check–Act. An action keeps the finding that it came from as it stood that day; whether it
//! worked is computed by `analysis` and never typed. Nothing here knows the clock.

mod finding;
mod library;
mod status;

pub use finding::{Figure, FigureCount, Finding, LinkedMeasure, Origin};
pub use library::{Fits, Library, LibraryAction};
pub use status::Status;

use super::{BranchCode, Date};
use crate::error::{Error, Field, Result};

/// The most characters of what is done.
pub const MOST_WHAT: usize = 200;
/// The most characters of any other text.
pub const MOST_TEXT: usize = 1_000;
/// The most characters of an owner's name.
pub const MOST_OWNER: usize = 120;
/// The most steps.
pub const MOST_STEPS: usize = 20;
/// The most follow-up days.
pub const MOST_FOLLOW_UPS: usize = 24;

/// Number of an action in the workspace; zero for one that is not stored yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActionId(pub u32);

/// An action.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// Number.
    pub id: ActionId,
    /// How often it was stored; a change says which state it starts from.
    pub revision: u32,
    /// Where it came from; none for an action of nobody's finding.
    pub finding: Option<Finding>,
    /// Id of the proposal of the library that it was made from.
    pub proposal: Option<String>,
    /// What is done.
    pub what: String,
    /// Why, in words.
    pub why: String,
    /// Who sees to it.
    pub owner: String,
    /// Where; none for the whole company.
    pub branch: Option<BranchCode>,
    /// Until when.
    pub due: Date,
    /// Days to look in between, in order.
    pub follow_ups: Vec<FollowUp>,
    /// Steps in order.
    pub steps: Vec<Step>,
    /// The promised change of the measure, in its own unit: +0.3 points, +10 of NPS.
    pub promised: Option<f64>,
    /// What it costs, in words.
    pub cost: String,
    /// Where it stands.
    pub status: Status,
    /// How it came to stand there, oldest first.
    pub history: Vec<Entry>,
}

/// A day to look how it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FollowUp {
    /// The day.
    pub day: Date,
    /// Was it looked at?
    pub is_done: bool,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub words: String,
    /// Is it done?
    pub is_done: bool,
}

/// A line of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub day: Date,
    /// Where the action stood from then on.
    pub status: Status,
}

impl Action {
    /// The same with trimmed texts, no empty steps, and follow-ups in order.
    ///
    /// # Errors
    /// When nothing is to be done, a text or list is too long, or the promise is no change.
    pub fn checked(mut self) -> Result<Self> {
        let trim = |text: &mut String| *text = text.trim().to_owned();
        [
            &mut self.what,
            &mut self.why,
            &mut self.owner,
            &mut self.cost,
        ]
        .into_iter()
        .for_each(trim);
        self.steps.iter_mut().for_each(|step| trim(&mut step.words));
        self.steps.retain(|step| !step.words.is_empty());
        self.follow_ups.sort();
        self.follow_ups.dedup_by_key(|follow_up| follow_up.day);
        let limits = [
            (&self.what, MOST_WHAT),
            (&self.why, MOST_TEXT),
            (&self.owner, MOST_OWNER),
            (&self.cost, MOST_TEXT),
        ];
        let steps = self.steps.iter().map(|step| (&step.words, MOST_TEXT));
        for (text, most) in limits.into_iter().chain(steps) {
            if text.chars().count() > most {
                return Err(Error::invalid(Field::Name, text.clone()));
            }
        }
        if self.what.is_empty() {
            return Err(Error::invalid(Field::Name, ""));
        }
        for (count, most) in [
            (self.steps.len(), MOST_STEPS),
            (self.follow_ups.len(), MOST_FOLLOW_UPS),
        ] {
            if count > most {
                return Err(Error::invalid(Field::Count, count.to_string()));
            }
        }
        let is_change = |promised: f64| promised.is_finite() && promised.abs() > f64::EPSILON;
        match self.promised {
            Some(promised) if !is_change(promised) => {
                Err(Error::invalid(Field::Number, promised.to_string()))
            }
            Some(_) | None => Ok(self),
        }
    }

    /// The day it began: when it was noted down.
    #[must_use]
    pub fn begun(&self) -> Option<Date> {
        self.history.first().map(|entry| entry.day)
    }

    /// Steps that are done, of all.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let done = self.steps.iter().filter(|step| step.is_done).count();
        (done, self.steps.len())
    }

    /// Is the due day past, with the work still to be done?
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.status.is_open() && self.due < today
    }

    /// Notes where it stands from this day on; on the same day only the last word counts.
    pub fn stands(&mut self, status: Status, day: Date) {
        self.status = status;
        if self
            .history
            .last()
            .is_some_and(|last| last.status == status)
        {
            return;
        }
        self.history.push(Entry { day, status });
    }
}
