//! Everything of the screen in words, prepared when something changed.

use std::sync::Arc;

use super::super::common::Words;
use super::panel::Detail;
use super::tickler::Upcoming;
use crate::analysis::actions::{Check, Verdict, check, tickler};
use crate::app::{ActionBoard, Overview};
use crate::domain::action::{Action as Plan, ActionId, Status};
use crate::domain::{Date, Lang, MinGroup};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::Tone;

const KEYS: &[&str] = &[
    "actions-title",
    "actions-empty",
    "actions-board",
    "actions-list",
    "actions-calendar",
    "action-new",
    "action-edit",
    "action-remove",
    "action-close",
    "action-nothing-here",
    "action-finding",
    "action-check-title",
    "action-steps",
    "action-follow-ups",
    "action-history",
    "action-status",
    "action-cost",
    "action-promised",
    "action-why",
    "action-card-keys",
    "tickler-title",
    "tickler-none",
    "tickler-overdue",
    "tickler-today",
    "tickler-week",
    "tickler-later",
    "actions-search",
    "actions-filter",
    "actions-none-found",
    "calendar-back",
    "calendar-on",
    "calendar-today",
    "calendar-none",
];

/// The page.
pub(super) struct Shown {
    pub(super) words: Words,
    pub(super) views: [String; 3],
    pub(super) subtitle: String,
    pub(super) statuses: [String; 6],
    pub(super) cards: Vec<Card>,
    pub(super) tickler: Upcoming,
    pub(super) detail: Option<Detail>,
    board: Arc<ActionBoard>,
}

/// An action as the board and the list show it.
pub(super) struct Card {
    pub(super) id: ActionId,
    pub(super) what: String,
    pub(super) place: String,
    pub(super) owner: String,
    pub(super) line: String,
    pub(super) status: Status,
    pub(super) due: Due,
    pub(super) steps: String,
    pub(super) verdict: Option<Told>,
    pub(super) is_chosen: bool,
    /// Everything in one line, for search and for screen readers.
    pub(super) name: String,
}

/// What the check says: in full, and as short as a card on the board asks for.
pub(super) struct Told {
    pub(super) word: String,
    pub(super) short: String,
    pub(super) tone: Tone,
    pub(super) icon: Icon,
}

/// When an action is due, in words.
pub(super) struct Due {
    pub(super) day: Date,
    pub(super) text: String,
    pub(super) words: String,
    /// As short as a card asks for.
    pub(super) short: String,
    pub(super) tone: Tone,
    pub(super) icon: Icon,
    pub(super) is_late: bool,
}

impl Shown {
    pub(super) fn new(cx: &Cx<'_>, overview: &Overview, chosen: Option<ActionId>) -> Self {
        let lang = cx.lang;
        let words = Words::new(lang, KEYS);
        let board = Arc::clone(&overview.actions);
        let evidence = cx.evidence();
        let checks: Vec<Check> = board
            .actions
            .iter()
            .map(|action| check(action, &evidence))
            .collect();
        let min_group = evidence
            .findings
            .map_or_else(MinGroup::default, |findings| findings.min_group);
        let cards = board.actions.iter().zip(&checks);
        let cards = cards.map(|(action, check)| {
            Card::new(lang, overview, (action, check), chosen == Some(action.id))
        });
        let due = tickler(&board.actions, overview.today);
        let mut at = board.actions.iter().position(|it| Some(it.id) == chosen);
        let detail = at
            .take()
            .and_then(|at| Some((board.actions.get(at)?, checks.get(at)?)))
            .map(|(action, check)| Detail::new(cx, overview, (action, check), min_group));
        let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
        Self {
            views: ["actions-board", "actions-list", "actions-calendar"]
                .map(|key| words.get(key).to_owned()),
            subtitle: tr!(
                lang,
                "actions-subtitle",
                overdue = count(due.overdue.len()),
                today = count(due.today.len()),
                week = count(due.week.len())
            ),
            statuses: Status::ALL.map(|status| message(lang, status.key())),
            cards: cards.collect(),
            tickler: Upcoming::new(lang, &due, (&board.actions, overview.today)),
            detail,
            words,
            board,
        }
    }

    /// The action of a number.
    pub(super) fn action(&self, id: ActionId) -> Option<&Plan> {
        self.board.actions.iter().find(|action| action.id == id)
    }

    /// All actions.
    pub(super) fn actions(&self) -> &[Plan] {
        &self.board.actions
    }
}

impl Card {
    fn new(
        lang: Lang,
        overview: &Overview,
        (action, check): (&Plan, &Check),
        is_chosen: bool,
    ) -> Self {
        let place = phrases::action_place(lang, &overview.branches, action.branch.as_ref());
        let due = Due::new(lang, action, overview.today);
        let line = if action.owner.is_empty() {
            place.clone()
        } else {
            format!("{place} · {}", action.owner)
        };
        let steps = match action.progress() {
            (_, 0) => String::new(),
            (done, all) => tr!(lang, "action-steps-done", done = done, all = all),
        };
        let name = format!(
            "{}. {line}. {}. {}",
            action.what,
            message(lang, action.status.key()),
            due.words
        );
        Self {
            id: action.id,
            what: action.what.clone(),
            owner: action.owner.clone(),
            status: action.status,
            verdict: verdict(lang, action, check),
            place,
            line,
            due,
            steps,
            is_chosen,
            name,
        }
    }
}

impl Due {
    fn new(lang: Lang, action: &Plan, today: Date) -> Self {
        let text = number::day(lang, action.due);
        let is_late = action.is_overdue(today);
        let is_today = action.status.is_open() && action.due == today;
        let (tone, icon) = match (is_late, is_today) {
            (true, _) => (Tone::Bad, Icon::TriangleAlert),
            (false, true) => (Tone::Warn, Icon::Clock),
            (false, false) => (Tone::Neutral, Icon::Calendar),
        };
        let short = match (is_late, is_today) {
            (true, _) => message(lang, "action-due-late-short"),
            (false, true) => message(lang, "action-due-today"),
            (false, false) => number::day_of_year(lang, action.due),
        };
        let words = if is_late || is_today {
            phrases::due_in_words(lang, action.due, today)
        } else {
            text.clone()
        };
        Self {
            day: action.due,
            text,
            words,
            short,
            tone,
            icon,
            is_late,
        }
    }
}

/// What the check says, once the work is done or a later wave is there.
fn verdict(lang: Lang, action: &Plan, check: &Check) -> Option<Told> {
    let word = phrases::check_word(lang, check);
    let told = |short: String, (tone, icon)| Told {
        word: word.clone(),
        short,
        tone,
        icon,
    };
    match check {
        Ok(measured) => {
            let short = match measured.verdict {
                Verdict::NoChange => message(lang, "action-verdict-no-change-short"),
                Verdict::Worked | Verdict::Worse | Verdict::Unclear => word.clone(),
            };
            Some(told(short, tone_of(measured.verdict)))
        }
        Err(_) if action.status == Status::Checked => {
            Some(told(word.clone(), (Tone::Neutral, Icon::Clock)))
        }
        Err(_) => None,
    }
}

/// Colour and icon of a verdict; the word stands beside them.
pub(super) fn tone_of(verdict: Verdict) -> (Tone, Icon) {
    match verdict {
        Verdict::Worked => (Tone::Ok, Icon::TrendingUp),
        Verdict::NoChange => (Tone::Neutral, Icon::Minus),
        Verdict::Worse => (Tone::Bad, Icon::TrendingDown),
        Verdict::Unclear => (Tone::Warn, Icon::Info),
    }
}
