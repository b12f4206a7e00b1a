//! What is due when, and how it is said.

use frontline::analysis::actions::{DueKind, tickler};
use frontline::domain::action::{Action, ActionId, FollowUp, Status};
use frontline::domain::{Date, Lang};
use frontline::phrases;

use super::action;

/// A Wednesday.
const TODAY: Date = Date::constant(2026, 11, 18);

fn due(id: u32, day: Date, status: Status) -> Action {
    Action {
        id: ActionId(id),
        due: day,
        status,
        ..action(None, Date::constant(2026, 10, 1))
    }
}

#[test]
fn days_fall_into_overdue_today_this_week_and_later() {
    let day = |day| Date::constant(2026, 11, day);
    let mut looked = due(5, day(30), Status::Doing);
    looked.follow_ups = vec![
        FollowUp {
            day: day(10),
            is_done: true,
        },
        FollowUp {
            day: day(20),
            is_done: false,
        },
    ];
    let mut checked = due(6, day(1), Status::Checked);
    checked.follow_ups = vec![FollowUp {
        day: day(18),
        is_done: false,
    }];
    let mut kept = due(7, day(1), Status::Kept);
    kept.follow_ups.clone_from(&checked.follow_ups);
    let actions = [
        due(1, day(17), Status::Planned),
        due(2, day(18), Status::Doing),
        due(3, day(22), Status::Planned),
        due(4, day(23), Status::Planned),
        looked,
        checked,
        kept,
    ];
    let found = tickler(&actions, TODAY);
    let ids = |list: &[frontline::analysis::actions::Due]| {
        let ids = list.iter().map(|due| (due.action.0, due.kind));
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids(&found.overdue), [(1, DueKind::Action)]);
    assert_eq!(
        ids(&found.today),
        [(2, DueKind::Action), (6, DueKind::FollowUp)]
    );
    // Until Sunday the 22nd.
    assert_eq!(
        ids(&found.week),
        [(5, DueKind::FollowUp), (3, DueKind::Action)]
    );
    assert_eq!(
        ids(&found.later),
        [(4, DueKind::Action), (5, DueKind::Action)]
    );
}

#[test]
fn days_are_said_in_words_in_both_languages() {
    let day = |day| Date::constant(2026, 11, day);
    let said = |lang, at| phrases::due_in_words(lang, day(at), TODAY);
    assert_eq!(said(Lang::Ru, 18), "сегодня");
    assert_eq!(said(Lang::Ru, 16), "просрочено на 2 дня");
    assert_eq!(said(Lang::Ru, 23), "через 5 дней");
    assert_eq!(said(Lang::En, 17), "overdue by 1 day");
    assert_eq!(said(Lang::En, 19), "in 1 day");
    let next_year = Date::constant(2027, 1, 18);
    assert_eq!(
        phrases::due_in_words(Lang::En, next_year, TODAY),
        "in 61 days"
    );
}
