//! A wave that the program collects itself: which step comes next, and where it stands.
//! Must not draw.

use super::super::deeds;
use super::super::waves::collect::has_all_codes;
use super::next::{Deed, Step, deed, has_answers};
use super::steps::Stage;
use crate::app::{Collection, SealedState, WaveInfo};
use crate::domain::{Lang, ProtectionLevel, WaveState};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Pick};
use crate::ui::icons::Icon;

/// Takes answers from stations.
pub(super) fn merge(lang: Lang) -> Deed {
    let pick = Action::Pick(Pick::Bundles);
    deed(lang, "collect-merge", Icon::GitMerge, pick)
}

/// The next step, where own collection decides it.
pub(super) fn next_step(lang: Lang, info: &WaveInfo) -> Option<Step> {
    let collection = info.collection.as_deref()?;
    let name = info.wave.name.as_str();
    let show = |key, icon| {
        let action = Action::ShowWave(info.wave.code.clone());
        deed(lang, key, icon, action)
    };
    let step = |sentence, line: &str, primary| Step {
        sentence,
        line: message(lang, line),
        primary,
        others: Vec::new(),
    };
    match (info.wave.state, collection.answers) {
        (WaveState::Draft, _) if is_ready(collection) => Some(step(
            tr!(lang, "home-step-designed", name = name),
            "home-step-designed-line",
            show("home-check-design", Icon::ListChecks),
        )),
        (WaveState::Draft, _) => Some(step(
            tr!(lang, "home-step-design", name = name),
            "home-step-design-line",
            show("wave-go-on", Icon::KeyRound),
        )),
        (WaveState::Open, _) if !has_all_codes(collection) => Some(step(
            message(lang, "collect-no-code"),
            "collect-no-code-line",
            show("home-make-codes", Icon::Printer),
        )),
        (WaveState::Open, _) if !has_answers(info) => Some(Step {
            others: vec![show("wave-stations", Icon::KeyRound)],
            ..step(
                message(lang, "home-step-hand-out"),
                "home-step-hand-out-line",
                merge(lang),
            )
        }),
        (WaveState::Closed, SealedState::AwaitsRelease) => Some(step(
            message(lang, "answers-await"),
            "answers-await-line",
            show("home-to-witness", Icon::KeyRound),
        )),
        (WaveState::Open, _)
        | (
            WaveState::Closed,
            SealedState::None | SealedState::Sealed | SealedState::Opened | SealedState::Destroyed,
        ) => None,
    }
}

/// Could the draft be opened as it is?
fn is_ready(collection: &Collection) -> bool {
    let needs_witness = collection.design.level == ProtectionLevel::TwoKeys;
    collection.fault.is_none() && !(needs_witness && collection.witnesses.is_empty())
}

/// Design, codes, answers, closing, and the witness where there is one.
pub(super) fn stages(lang: Lang, info: &WaveInfo) -> Option<Vec<Stage>> {
    let collection = info.collection.as_deref()?;
    let state = info.wave.state;
    let is_closed = state == WaveState::Closed;
    let is_opened = matches!(
        collection.answers,
        SealedState::Opened | SealedState::Destroyed
    );
    let mut stages = vec![
        (
            "collect-step-design",
            rows(lang, collection),
            state != WaveState::Draft,
        ),
        (
            "collect-step-codes",
            codes(lang, collection),
            state != WaveState::Draft && has_all_codes(collection),
        ),
        ("collect-step-answers", answers(lang, info), is_closed),
        ("collect-step-close", last_day(lang, info), is_closed),
    ];
    if collection.design.level == ProtectionLevel::TwoKeys {
        let names: Vec<&str> = collection
            .witnesses
            .iter()
            .map(|witness| witness.name.as_str())
            .collect();
        stages.push(("collect-step-witness", names.join(", "), is_opened));
    }
    Some(stages)
}

fn rows(lang: Lang, collection: &Collection) -> String {
    let rows = i64::try_from(collection.design.pools.len()).unwrap_or(i64::MAX);
    tr!(lang, "home-rows", count = rows)
}

fn codes(lang: Lang, collection: &Collection) -> String {
    let issued = collection.stations.iter();
    let issued: u32 = issued.filter_map(|station| station.issued).sum();
    if issued == 0 {
        message(lang, "home-codes-none")
    } else {
        tr!(lang, "home-codes-issued", count = i64::from(issued))
    }
}

fn answers(lang: Lang, info: &WaveInfo) -> String {
    if info.wave.state == WaveState::Draft {
        message(lang, "step-answers-later")
    } else if has_answers(info) {
        deeds::returned_of(lang, info)
    } else {
        message(lang, "step-answers-none")
    }
}

fn last_day(lang: Lang, info: &WaveInfo) -> String {
    info.wave.closes.map_or_else(
        || message(lang, "step-no-day"),
        // Eight steps leave no room for day and month in one line.
        |last| number::day_of_year(lang, last).replace('\u{a0}', " "),
    )
}
