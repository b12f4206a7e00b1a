//! Deeds that more than one screen offers, with the question that comes before them.
//! Must not draw.

use crate::app::{Command, WaveInfo};
use crate::disclosure::Published;
use crate::domain::{Lang, ProtectionLevel};
use crate::i18n::message;
use crate::phrases;
use crate::tr;
use crate::ui::action::{Action, Confirmation, Pick};

/// Chooses a file of this kind.
pub(super) fn import(kind: &str) -> Action {
    Action::Pick(Pick::Import {
        kind: Some(kind.to_owned()),
        wave: None,
    })
}

/// Chooses a file with answers for a wave.
pub(super) fn import_answers(info: &WaveInfo) -> Action {
    let wave = Some(info.wave.code.clone());
    Action::Pick(Pick::Import {
        kind: Some("answers".to_owned()),
        wave,
    })
}

/// Opens a wave, after a question that says what freezes.
pub(super) fn open_wave(lang: Lang, info: &WaveInfo) -> Action {
    let name = info.wave.name.as_str();
    Action::Confirm(Confirmation {
        title: tr!(lang, "wave-open-title", name = name),
        body: tr!(
            lang,
            "wave-open-body",
            questionnaire = info.questionnaire.title.get(lang),
            k = i64::from(info.wave.min_group.get())
        ),
        deed: message(lang, "wave-open-deed"),
        is_danger: false,
        command: Box::new(Command::OpenWave(info.wave.code.clone())),
    })
}

/// Closes a wave, after a question that says how many answered.
pub(super) fn close_wave(lang: Lang, info: &WaveInfo) -> Action {
    let name = info.wave.name.as_str();
    let answers = returned_of(lang, info);
    Action::Confirm(Confirmation {
        title: tr!(lang, "wave-close-title", name = name),
        body: tr!(lang, close_key(info), answers = answers),
        deed: message(lang, "wave-close-deed"),
        is_danger: false,
        command: Box::new(Command::CloseWave(info.wave.code.clone())),
    })
}

/// What closing does depends on who holds the keys.
fn close_key(info: &WaveInfo) -> &'static str {
    match info.collection.as_ref().map(|it| it.design.level) {
        Some(ProtectionLevel::TwoKeys) => "collect-close-body-two",
        Some(ProtectionLevel::OneKey) => "collect-close-body-one",
        None => "wave-close-body",
    }
}

/// Removes a wave, after a question.
pub(super) fn remove_wave(lang: Lang, info: &WaveInfo) -> Action {
    let name = info.wave.name.as_str();
    Action::Confirm(Confirmation {
        title: tr!(lang, "wave-remove-title", name = name),
        body: message(lang, "wave-remove-body"),
        deed: message(lang, "wave-remove-deed"),
        is_danger: true,
        command: Box::new(Command::RemoveWave(info.wave.code.clone())),
    })
}

/// «443 из 693», or what may be said instead.
pub(super) fn returned_of(lang: Lang, info: &WaveInfo) -> String {
    let invited = crate::i18n::number::count(lang, u64::from(info.invited));
    tr!(
        lang,
        "answers-of",
        answers = returned(lang, &info.returned, info),
        invited = invited
    )
}

/// How many answered, as it may be said.
pub(super) fn returned(lang: Lang, sheets: &Published<()>, info: &WaveInfo) -> String {
    let k = info.wave.min_group;
    match sheets {
        Published::Shown { n, .. } => phrases::shown_n(lang, *n, k),
        Published::Hidden(crate::disclosure::Reason::NoAnswers) => "0".to_owned(),
        Published::Hidden(reason) => phrases::hidden_short(lang, *reason, k),
    }
}
