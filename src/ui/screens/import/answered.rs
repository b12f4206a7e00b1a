//! Whose answers a file holds: the open waves, the one that would be made, and who knows the questions.

use super::shown::count;
use crate::app::{AskedOrigin, ImportView};
use crate::domain::{Lang, WaveCode, WaveState};
use crate::tr;
use crate::ui::cx::Cx;

/// The open waves with their names, newest first.
pub(super) fn open_waves(cx: &Cx<'_>) -> Vec<(WaveCode, String)> {
    let waves = cx.overview.map_or(&[][..], |overview| &overview.waves);
    let open = waves
        .iter()
        .rev()
        .filter(|info| info.wave.state == WaveState::Open);
    open.map(|info| (info.wave.code.clone(), info.wave.name.clone()))
        .collect()
}

/// The code that a wave made for this file gets: the file's name, or the same with a number.
pub(super) fn new_wave(cx: &Cx<'_>, view: &ImportView) -> Option<WaveCode> {
    let stem = std::path::Path::new(&view.file).file_stem()?;
    let stem: String = stem.to_string_lossy().chars().take(56).collect();
    let waves = cx.overview.map_or(&[][..], |overview| &overview.waves);
    let is_free = |code: &WaveCode| waves.iter().all(|info| info.wave.code != *code);
    let numbered = (2..=99).map(|number| format!("{} ({number})", stem.trim()));
    std::iter::once(stem.trim().to_owned())
        .chain(numbered)
        .filter_map(|code| WaveCode::new(&code).ok())
        .find(is_free)
}

/// Names of the open waves and last of the one that would be made.
pub(super) fn wave_names(
    lang: Lang,
    open: &[(WaveCode, String)],
    new: Option<&WaveCode>,
) -> Vec<String> {
    let open = open.iter().map(|(_, name)| name.clone());
    let new = new.map(|code| tr!(lang, "wizard-new-wave", name = code.as_str()));
    open.chain(new).collect()
}

/// «Это вопросы анкеты «Пульс»», or what the heads were taken for.
pub(super) fn asked(lang: Lang, view: &ImportView) -> String {
    let Some(asked) = &view.asked else {
        return String::new();
    };
    match asked.origin {
        AskedOrigin::Wave => String::new(),
        AskedOrigin::Known => tr!(lang, "wizard-asked-known", title = asked.title.get(lang)),
        AskedOrigin::Inferred => tr!(
            lang,
            "wizard-asked-inferred",
            items = count(asked.items),
            dimensions = count(asked.dimensions)
        ),
    }
}

/// Does a column say which wave each row belongs to?
pub(super) fn names_waves(view: &ImportView) -> bool {
    view.plan.roles.iter().any(|role| role == "wave")
}
