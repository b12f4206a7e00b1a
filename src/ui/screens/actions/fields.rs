//! The fields of the form: what is typed, and what can be read from it.

use super::super::parts::{day_text, parse_day};
use crate::domain::action::{Action as Plan, FollowUp, MOST_OWNER, MOST_TEXT, MOST_WHAT, Step};
use crate::domain::{BranchCode, Date, Lang};
use crate::i18n::number;

/// What is typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields {
    pub(super) what: String,
    pub(super) why: String,
    pub(super) owner: String,
    /// Position in the list of places; 0 is the company.
    pub(super) place: usize,
    pub(super) due: String,
    pub(super) follow_ups: String,
    pub(super) steps: String,
    pub(super) promised: String,
    pub(super) cost: String,
}

/// Which fields cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Faults {
    pub(super) what: bool,
    pub(super) why: bool,
    pub(super) owner: bool,
    pub(super) due: bool,
    pub(super) follow_ups: bool,
    pub(super) promised: bool,
    pub(super) cost: bool,
}

impl Fields {
    /// The fields of an action.
    pub(super) fn of(lang: Lang, action: &Plan, places: &[BranchCode], places_of: usize) -> Self {
        let place = action.branch.as_ref();
        let place = place.and_then(|code| places.iter().position(|known| known == code));
        let days = action.follow_ups.iter().map(|it| day_text(it.day));
        let steps = action.steps.iter().map(|step| step.words.as_str());
        Self {
            what: action.what.clone(),
            why: action.why.clone(),
            owner: action.owner.clone(),
            place: place.map_or(0, |at| at + 1),
            due: day_text(action.due),
            follow_ups: days.collect::<Vec<_>>().join(", "),
            steps: steps.collect::<Vec<_>>().join("\n"),
            promised: action
                .promised
                .map_or_else(String::new, |value| number::signed(lang, value, places_of)),
            cost: action.cost.clone(),
        }
    }

    /// What cannot be read.
    pub(super) fn faults(&self) -> Faults {
        let is_long = |text: &str, most: usize| text.trim().chars().count() > most;
        Faults {
            what: self.what.trim().is_empty() || is_long(&self.what, MOST_WHAT),
            why: is_long(&self.why, MOST_TEXT),
            owner: is_long(&self.owner, MOST_OWNER),
            due: parse_day(&self.due).is_none(),
            follow_ups: days(&self.follow_ups).is_none(),
            promised: promised(&self.promised).is_none(),
            cost: is_long(&self.cost, MOST_TEXT),
        }
    }

    /// The action with what is typed; none where something cannot be read.
    pub(super) fn read(&self, action: &Plan, places: &[BranchCode]) -> Option<Plan> {
        if self.faults() != Faults::default() {
            return None;
        }
        let place = self.place.checked_sub(1);
        let branch = match place.and_then(|at| places.get(at)) {
            Some(code) => Some(code.clone()),
            // A branch that is no longer in the list stays named.
            None if place.is_none() => None,
            None => action.branch.clone(),
        };
        let was_done = |words: &str| {
            let known = action.steps.iter().find(|step| step.words == words);
            known.is_some_and(|step| step.is_done)
        };
        let looked_at = |day: Date| {
            let known = action.follow_ups.iter().find(|it| it.day == day);
            known.is_some_and(|it| it.is_done)
        };
        let steps = self
            .steps
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty());
        let follow_ups = days(&self.follow_ups)?;
        Some(Plan {
            what: self.what.trim().to_owned(),
            why: self.why.trim().to_owned(),
            owner: self.owner.trim().to_owned(),
            cost: self.cost.trim().to_owned(),
            branch,
            due: parse_day(&self.due)?,
            follow_ups: follow_ups
                .into_iter()
                .map(|day| FollowUp {
                    day,
                    is_done: looked_at(day),
                })
                .collect(),
            steps: steps
                .map(|words| Step {
                    is_done: was_done(words),
                    words: words.to_owned(),
                })
                .collect(),
            promised: promised(&self.promised)?,
            ..action.clone()
        })
    }
}

/// Days with commas or spaces between them; none where one cannot be read.
fn days(text: &str) -> Option<Vec<Date>> {
    let words = text.split([',', ';', ' ', '\n']);
    let words = words.map(str::trim).filter(|word| !word.is_empty());
    words.map(parse_day).collect()
}

/// A change such as «+0,3» or “−10”; empty for none. None where it cannot be read, or is no change.
#[expect(
    clippy::option_option,
    reason = "nothing typed and something unreadable are two things"
)]
fn promised(text: &str) -> Option<Option<f64>> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            ',' => '.',
            '−' | '–' => '-',
            other => other,
        })
        .collect();
    if text.is_empty() {
        return Some(None);
    }
    let value: f64 = text.parse().ok()?;
    (value.is_finite() && value.abs() > f64::EPSILON && value.abs() <= 1000.0)
        .then_some(Some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_read_in_both_ways_of_writing() {
        assert_eq!(promised("+0,3"), Some(Some(0.3)));
        assert_eq!(promised(" −10 "), Some(Some(-10.0)));
        assert_eq!(promised(""), Some(None));
        for wrong in ["0", "a lot", "1e9", "NaN"] {
            assert_eq!(promised(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn follow_ups_are_days_with_anything_between_them() {
        let day = |day| Date::constant(2026, 12, day);
        let found = days("01.12.2026, 2026-12-15;20.12.2026");
        assert_eq!(found, Some(vec![day(1), day(15), day(20)]));
        assert_eq!(days(""), Some(Vec::new()));
        assert_eq!(days("01.12.2026, soon"), None);
    }
}
