//! The second half of the loop of a wave: findings, actions, checked. What is due, what waits for a
//! decision. Must not draw.

use super::next::{Deed, Step, deed};
use super::steps::Stage;
use crate::analysis::actions::{Evidence, check};
use crate::app::{Overview, WaveInfo};
use crate::domain::action::{Action as Plan, Status};
use crate::domain::{Lang, WaveState};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::screens::ScreenId;

/// How far the actions of a wave are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Standing {
    /// Actions about findings of the wave.
    pub(super) all: usize,
    /// Past their day.
    pub(super) overdue: usize,
    /// Looked at again by a later wave.
    pub(super) measured: usize,
    /// Looked at again, done, and nobody has decided what becomes of them.
    pub(super) waiting: usize,
    /// Kept, changed or dropped.
    pub(super) decided: usize,
}

impl Standing {
    /// Of the actions of a wave.
    pub(super) fn of(overview: &Overview, info: &WaveInfo, evidence: &Evidence<'_>) -> Self {
        let code = info.wave.code.as_str();
        let is_own = |action: &&Plan| action.finding.as_ref().is_some_and(|it| it.wave == code);
        let mut standing = Self::default();
        for action in overview.actions.actions.iter().filter(is_own) {
            let is_measured = check(action, evidence).is_ok();
            standing.all += 1;
            standing.overdue += usize::from(action.is_overdue(overview.today));
            standing.measured += usize::from(is_measured);
            standing.waiting += usize::from(is_measured && action.status == Status::Checked);
            standing.decided += usize::from(action.status.is_decided());
        }
        standing
    }

    /// Has every action been looked at again, or decided upon?
    fn is_checked(self) -> bool {
        self.all > 0 && self.waiting == 0 && (self.measured == self.all || self.decided == self.all)
    }
}

/// Findings, actions, checked: key, caption, done.
pub(super) fn stages(
    lang: Lang,
    (overview, info): (&Overview, &WaveInfo),
    standing: Standing,
) -> [Stage; 3] {
    let is_reported = is_reported(overview, info);
    let is_closed = info.wave.state == WaveState::Closed;
    let findings = if is_reported {
        "step-findings-done"
    } else {
        "step-findings-later"
    };
    let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let actions = if standing.all == 0 {
        message(lang, "step-actions-none")
    } else {
        tr!(lang, "step-actions-some", count = count(standing.all))
    };
    let checked = if standing.all == 0 {
        message(lang, "step-checked-later")
    } else {
        tr!(
            lang,
            "step-checked-some",
            done = count(standing.measured.max(standing.decided)),
            all = count(standing.all)
        )
    };
    [
        (
            "step-findings",
            message(lang, findings),
            is_closed && (is_reported || standing.all > 0),
        ),
        ("step-actions", actions, standing.all > 0),
        ("step-checked", checked, standing.is_checked()),
    ]
}

/// Has a report on the wave left the program?
pub(super) fn is_reported(overview: &Overview, info: &WaveInfo) -> bool {
    let mut releases = overview.releases.iter();
    releases.any(|release| release.wave == info.wave.name)
}

/// The next step, where actions decide it.
pub(super) fn next_step(
    lang: Lang,
    (overview, info): (&Overview, &WaveInfo),
    standing: Standing,
) -> Option<Step> {
    let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let actions = |key| deed(lang, key, Icon::ListChecks, Action::Go(ScreenId::Actions));
    let name = info.wave.name.as_str();
    if standing.overdue > 0 {
        return Some(Step {
            sentence: tr!(lang, "home-step-overdue", count = count(standing.overdue)),
            line: message(lang, "home-step-overdue-line"),
            primary: actions("home-see-actions"),
            others: vec![results(lang)],
        });
    }
    if standing.waiting > 0 {
        return Some(Step {
            sentence: tr!(lang, "home-step-decide", count = count(standing.waiting)),
            line: message(lang, "home-step-decide-line"),
            primary: actions("home-see-actions"),
            others: vec![results(lang)],
        });
    }
    (standing.all == 0 && is_reported(overview, info)).then(|| Step {
        sentence: tr!(lang, "home-step-act", name = name),
        line: message(lang, "home-step-act-line"),
        primary: results(lang),
        others: vec![actions("home-see-actions")],
    })
}

fn results(lang: Lang) -> Deed {
    let to = Action::Go(ScreenId::Results);
    deed(lang, "home-see-results", Icon::Table, to)
}
