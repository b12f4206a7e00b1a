//! Which step comes next, in words. Advice is decided from the rounded figures that are on screen.
//! Must not draw.

use super::super::deeds;
use super::plan::{Standing, is_reported};
use crate::app::{Overview, WaveInfo};
use crate::disclosure::Reason;
use crate::domain::{Lang, WaveState};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::screens::ScreenId;

/// A button of the next step.
pub(super) struct Deed {
    pub(super) label: String,
    pub(super) icon: Icon,
    pub(super) action: Action,
}

/// The next step: a sentence, a line, its button and what else could be done.
pub(super) struct Step {
    pub(super) sentence: String,
    pub(super) line: String,
    pub(super) primary: Deed,
    pub(super) others: Vec<Deed>,
}

/// Below this share of answers a branch is worth a reminder.
const FEW: f64 = 0.5;

/// Does the wave have any answers, its own or ready-made means?
pub(super) fn has_answers(info: &WaveInfo) -> bool {
    info.has_means || info.returned.reason() != Some(Reason::NoAnswers)
}

/// Do customer figures belong to the wave?
pub(super) fn has_customers(overview: &Overview, info: &WaveInfo) -> bool {
    overview
        .outcomes
        .iter()
        .any(|outcome| info.wave.covers(&outcome.period))
}

pub(super) fn next_step(
    lang: Lang,
    overview: &Overview,
    (wave, standing): (Option<&WaveInfo>, Standing),
) -> Step {
    if overview.branches.is_empty() {
        return first_branches(lang);
    }
    let Some(info) = wave else {
        return first_wave(lang, overview);
    };
    if let Some(step) = super::collected::next_step(lang, info) {
        return step;
    }
    match info.wave.state {
        WaveState::Draft => draft(lang, info),
        WaveState::Open if !has_answers(info) => no_answers(lang, info),
        WaveState::Open => collecting(lang, overview, info),
        WaveState::Closed if !has_customers(overview, info) => no_customers(lang, info),
        WaveState::Closed => super::plan::next_step(lang, (overview, info), standing)
            .unwrap_or_else(|| finished(lang, overview, info)),
    }
}

pub(super) fn deed(lang: Lang, key: &str, icon: Icon, action: Action) -> Deed {
    Deed {
        label: message(lang, key),
        icon,
        action,
    }
}

fn first_branches(lang: Lang) -> Step {
    Step {
        sentence: message(lang, "home-step-branches"),
        line: message(lang, "home-step-branches-line"),
        primary: deed(
            lang,
            "home-import-branches",
            Icon::Upload,
            deeds::import("branches"),
        ),
        others: vec![deed(
            lang,
            "home-add-branch",
            Icon::Plus,
            Action::Go(ScreenId::Organisation),
        )],
    }
}

fn first_wave(lang: Lang, overview: &Overview) -> Step {
    let branches = i64::try_from(overview.branches.len()).unwrap_or(i64::MAX);
    let staff: u64 = overview
        .branches
        .iter()
        .map(|branch| u64::from(branch.head_count()))
        .sum();
    Step {
        sentence: message(lang, "home-step-wave"),
        line: tr!(
            lang,
            "home-step-wave-line",
            branches = branches,
            staff = i64::try_from(staff).unwrap_or(i64::MAX)
        ),
        primary: deed(
            lang,
            "home-make-wave",
            Icon::CalendarRange,
            Action::Go(ScreenId::Waves),
        ),
        others: vec![deed(
            lang,
            "home-see-questionnaires",
            Icon::ClipboardList,
            Action::Go(ScreenId::Questionnaires),
        )],
    }
}

fn draft(lang: Lang, info: &WaveInfo) -> Step {
    Step {
        sentence: tr!(lang, "home-step-prepare", name = info.wave.name.as_str()),
        line: message(lang, "home-step-prepare-line"),
        primary: deed(
            lang,
            "wave-prepare",
            Icon::KeyRound,
            Action::ShowWave(info.wave.code.clone()),
        ),
        others: vec![deed(
            lang,
            "home-open-import",
            Icon::CalendarRange,
            deeds::open_wave(lang, info),
        )],
    }
}

fn no_answers(lang: Lang, info: &WaveInfo) -> Step {
    Step {
        sentence: message(lang, "home-step-answers"),
        line: message(lang, "home-step-answers-line"),
        primary: deed(
            lang,
            "home-import-answers",
            Icon::Download,
            deeds::import_answers(info),
        ),
        others: Vec::new(),
    }
}

fn collecting(lang: Lang, overview: &Overview, info: &WaveInfo) -> Step {
    let import = || match info.collection {
        Some(_) => super::collected::merge(lang),
        None => deed(
            lang,
            "home-import-answers",
            Icon::Download,
            deeds::import_answers(info),
        ),
    };
    let close = || {
        deed(
            lang,
            "home-close-wave",
            Icon::Lock,
            deeds::close_wave(lang, info),
        )
    };
    let is_over = info.wave.closes.is_some_and(|last| last < overview.today);
    let few = few_answers(overview, info);
    let answered = info.rate.map(|rate| number::percent(lang, rate));
    if is_over || few.is_empty() {
        let sentence = match (is_over, answered) {
            (true, _) => tr!(lang, "home-step-over", name = info.wave.name.as_str()),
            (false, Some(rate)) => tr!(lang, "home-step-close", rate = rate),
            (false, None) => message(lang, "home-step-close-plain"),
        };
        let line = message(lang, "home-step-close-line");
        return Step {
            sentence,
            line,
            primary: close(),
            others: vec![import()],
        };
    }
    let count = i64::try_from(few.len()).unwrap_or(i64::MAX);
    Step {
        sentence: tr!(lang, "home-step-remind", count = count),
        line: tr!(lang, "home-step-remind-line", branches = listed(lang, &few)),
        primary: import(),
        others: vec![close()],
    }
}

/// Names of branches that may be told to have answered little.
fn few_answers<'a>(overview: &'a Overview, info: &WaveInfo) -> Vec<&'a str> {
    let pairs = overview.branches.iter().zip(&info.participation);
    let few = pairs.filter(|(_, branch)| branch.rate.is_some_and(|rate| rate < FEW));
    few.map(|(branch, _)| branch.name.as_str()).collect()
}

/// Up to five names, and how many more.
fn listed(lang: Lang, names: &[&str]) -> String {
    let shown: Vec<&str> = names.iter().take(5).copied().collect();
    let rest = names.len() - shown.len();
    let list = shown.join(", ");
    if rest == 0 {
        return list;
    }
    tr!(
        lang,
        "home-and-more",
        list = list,
        count = i64::try_from(rest).unwrap_or(i64::MAX)
    )
}

fn no_customers(lang: Lang, info: &WaveInfo) -> Step {
    Step {
        sentence: tr!(lang, "home-step-customers", name = info.wave.name.as_str()),
        line: message(lang, "home-step-customers-line"),
        primary: deed(
            lang,
            "home-import-customers",
            Icon::Star,
            deeds::import("outcomes"),
        ),
        others: vec![deed(
            lang,
            "home-see-results",
            Icon::Table,
            Action::Go(ScreenId::Results),
        )],
    }
}

fn finished(lang: Lang, overview: &Overview, info: &WaveInfo) -> Step {
    let is_reported = is_reported(overview, info);
    let report = deed(
        lang,
        "home-make-report",
        Icon::FileSpreadsheet,
        Action::Go(ScreenId::Reports),
    );
    let linkage = deed(
        lang,
        "home-see-linkage",
        Icon::Link2,
        Action::Go(ScreenId::Linkage),
    );
    let results = deed(
        lang,
        "home-see-results",
        Icon::Table,
        Action::Go(ScreenId::Results),
    );
    if is_reported {
        let next = deed(
            lang,
            "home-make-next-wave",
            Icon::CalendarRange,
            Action::Go(ScreenId::Waves),
        );
        return Step {
            sentence: tr!(lang, "home-step-reported", name = info.wave.name.as_str()),
            line: message(lang, "home-step-reported-line"),
            primary: next,
            others: vec![results],
        };
    }
    Step {
        sentence: message(lang, "home-step-linkage"),
        line: tr!(
            lang,
            "home-step-linkage-line",
            name = info.wave.name.as_str()
        ),
        primary: linkage,
        others: vec![report],
    }
}
