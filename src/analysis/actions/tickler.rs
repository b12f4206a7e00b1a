//! What is due when: overdue, today, this week, later.

use crate::domain::Date;
use crate::domain::action::{Action, ActionId};

/// Days of open actions, each group by day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tickler {
    /// Days that are past with nothing done.
    pub overdue: Vec<Due>,
    /// Today.
    pub today: Vec<Due>,
    /// Until Sunday.
    pub week: Vec<Due>,
    /// After that.
    pub later: Vec<Due>,
}

/// A day of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day.
    pub day: Date,
    /// Whose.
    pub action: ActionId,
    /// What is due.
    pub kind: DueKind,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// A look at how it goes.
    FollowUp,
    /// The action itself.
    Action,
}

impl Tickler {
    /// All days, earliest first.
    pub fn all(&self) -> impl Iterator<Item = &Due> {
        self.overdue
            .iter()
            .chain(&self.today)
            .chain(&self.week)
            .chain(&self.later)
    }
}

/// What is due, seen from a day. Of an action that is done or given up nothing is due; follow-ups of
/// one that waits for its check are.
#[must_use]
pub fn tickler(actions: &[Action], today: Date) -> Tickler {
    let mut all = Vec::new();
    for action in actions {
        if action.status.is_open() {
            all.push(Due {
                day: action.due,
                action: action.id,
                kind: DueKind::Action,
            });
        }
        if action.status.is_decided() {
            continue;
        }
        let open = action.follow_ups.iter().filter(|it| !it.is_done);
        all.extend(open.map(|follow_up| Due {
            day: follow_up.day,
            action: action.id,
            kind: DueKind::FollowUp,
        }));
    }
    all.sort();
    let sunday = last_of_week(today);
    let mut found = Tickler::default();
    for due in all {
        if due.day < today {
            found.overdue.push(due);
        } else if due.day == today {
            found.today.push(due);
        } else if due.day <= sunday {
            found.week.push(due);
        } else {
            found.later.push(due);
        }
    }
    found
}

/// The Sunday of a day's week.
fn last_of_week(day: Date) -> Date {
    let left = 7 - i64::from(day.weekday().to_monday_one_offset());
    day.checked_add(jiff::Span::new().days(left)).unwrap_or(day)
}
