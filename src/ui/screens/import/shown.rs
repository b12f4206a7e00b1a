//! What the wizard draws, formatted once per answer of the worker.

use std::sync::Arc;

use super::answered::{asked, names_waves, new_wave, open_waves, wave_names};
use super::words::Words;
use crate::app::{ImportPlan, ImportView, RefusalView};
use crate::domain::{Branch, BranchCode, Lang, WaveCode};
use crate::i18n::{FluentValue, has_message, message, message_with, number};
use crate::tr;
use crate::ui::cx::Cx;
use crate::ui::screens::parts::span;

/// A refusal, formatted.
pub(super) struct Line {
    pub(super) row: String,
    pub(super) column: String,
    pub(super) value: String,
    pub(super) reason: String,
    /// The suggestion, or the invitation to choose.
    pub(super) fix: String,
    pub(super) count: String,
}

/// The wizard over a file, formatted.
pub(super) struct Shown {
    pub(super) view: Arc<ImportView>,
    /// The plan with the choices that are still being checked.
    pub(super) plan: ImportPlan,
    pub(super) words: Words,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) steps: Vec<String>,
    pub(super) file_note: String,
    pub(super) preset: String,
    pub(super) kinds: Vec<String>,
    pub(super) kind: Option<usize>,
    pub(super) sheet: Option<usize>,
    /// Titles of the roles; "do not take" first.
    pub(super) roles: Vec<String>,
    pub(super) numbers: Vec<String>,
    pub(super) groups: Vec<Line>,
    pub(super) refusals: Vec<Line>,
    pub(super) refused_title: String,
    pub(super) show_all: String,
    pub(super) fixes: Vec<(String, String)>,
    pub(super) branches: Vec<String>,
    pub(super) branch_codes: Vec<BranchCode>,
    pub(super) has_unknown: bool,
    pub(super) ready: String,
    pub(super) ready_note: String,
    pub(super) counts: Vec<(String, String)>,
    pub(super) dropped: String,
    /// Is the file about people by name?
    pub(super) names_people: bool,
    pub(super) take_good_note: String,
    pub(super) waves: Vec<(WaveCode, String)>,
    /// Names of the open waves, and last of the one that would be made.
    pub(super) wave_names: Vec<String>,
    /// A closed wave for answers collected elsewhere, named after the file.
    pub(super) new_wave: Option<WaveCode>,
    /// Which questionnaire the answers are to, where that is not plain.
    pub(super) asked: String,
    pub(super) take: String,
    pub(super) obstacle: Option<String>,
}

impl Shown {
    pub(super) fn new(cx: &Cx<'_>, view: &Arc<ImportView>) -> Self {
        let lang = cx.lang;
        let branches: &[Branch] = cx.overview.map_or(&[], |overview| &overview.branches);
        let waves = open_waves(cx);
        let new_wave = new_wave(cx, view);
        let named = |code: &BranchCode| branch_name(branches, code);
        let lines = |refusals: &[RefusalView]| -> Vec<Line> {
            refusals
                .iter()
                .map(|refusal| line(lang, refusal, None, String::new()))
                .collect()
        };
        Self {
            plan: view.plan.clone(),
            words: Words::new(lang),
            title: title(lang, view.kind.key, view.kind.title_key),
            subtitle: message(lang, "wizard-subtitle"),
            steps: [
                "wizard-step-file",
                "wizard-step-columns",
                "wizard-step-result",
            ]
            .map(|key| message(lang, key))
            .into(),
            file_note: file_note(lang, view),
            preset: view.preset_key.map_or_else(String::new, |key| {
                tr!(lang, "wizard-preset", program = message(lang, key))
            }),
            kinds: view
                .kinds
                .iter()
                .map(|kind| message(lang, kind.title_key))
                .collect(),
            kind: view.kinds.iter().position(|kind| kind.key == view.kind.key),
            sheet: view
                .sheets
                .iter()
                .position(|sheet| Some(sheet) == view.sheet.as_ref()),
            roles: role_titles(lang, view),
            numbers: view
                .rows
                .iter()
                .map(|row| number::count(lang, u64::from(row.number)))
                .collect(),
            groups: groups(lang, view, &named),
            refusals: lines(&view.refusals),
            refused_title: tr!(lang, "wizard-refused", count = count(view.refused)),
            show_all: tr!(lang, "wizard-show-all", count = count(view.refused)),
            fixes: view
                .plan
                .fixes
                .iter()
                .map(|(name, code)| (name.clone(), named(code)))
                .collect(),
            branches: branches.iter().map(|branch| named(&branch.code)).collect(),
            branch_codes: branches.iter().map(|branch| branch.code.clone()).collect(),
            has_unknown: view.plan.add_branches
                || view
                    .groups
                    .iter()
                    .any(|group| group.unknown_branch.is_some()),
            ready: number::count(lang, u64::try_from(view.ready).unwrap_or(u64::MAX)),
            ready_note: tr!(lang, "wizard-ready", count = count(view.ready)),
            counts: counts(lang, view),
            dropped: dropped(lang, view),
            names_people: matches!(view.kind.key, "people" | "ratings" | "visits"),
            take_good_note: tr!(lang, "wizard-take-good-note", count = count(view.refused)),
            wave_names: wave_names(lang, &waves, new_wave.as_ref()),
            new_wave,
            asked: asked(lang, view),
            take: tr!(lang, "wizard-take", count = count(view.ready)),
            obstacle: obstacle(lang, view),
            waves,
            view: Arc::clone(view),
        }
    }

    /// The wave that is chosen, by its place among the names.
    pub(super) fn chosen_wave(&self) -> Option<usize> {
        let wave = self.plan.wave.as_ref()?;
        let open = self.waves.iter().position(|(code, _)| code == wave);
        let is_new = self.new_wave.as_ref() == Some(wave);
        open.or_else(|| is_new.then_some(self.waves.len()))
    }

    /// Gives the column another role; the column that had it before is no longer taken.
    pub(super) fn set_role(&mut self, column: usize, role: usize) {
        let key = role
            .checked_sub(1)
            .and_then(|role| self.view.kind.roles.get(role));
        let key = key.map_or_else(String::new, |role| role.key.clone());
        for known in &mut self.plan.roles {
            if !key.is_empty() && *known == key {
                known.clear();
            }
        }
        if let Some(place) = self.plan.roles.get_mut(column) {
            *place = key;
        }
    }
}

pub(super) fn count(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn title(lang: Lang, kind: &str, title_key: &str) -> String {
    let key = format!("wizard-title-{kind}");
    message(
        lang,
        if has_message(lang, &key) {
            &key
        } else {
            title_key
        },
    )
}

fn branch_name(branches: &[Branch], code: &BranchCode) -> String {
    let known = branches.iter().find(|branch| branch.code == *code);
    known
        .filter(|branch| branch.name != code.as_str())
        .map_or_else(
            || code.as_str().to_owned(),
            |branch| format!("{} {}", code.as_str(), branch.name),
        )
}

fn file_note(lang: Lang, view: &ImportView) -> String {
    let rows = count(view.row_count);
    match (&view.sheet, view.format_note.is_empty()) {
        (Some(sheet), _) => tr!(
            lang,
            "wizard-file-sheet",
            sheet = sheet.as_str(),
            count = rows
        ),
        (None, false) => {
            tr!(
                lang,
                "wizard-file-format",
                format = view.format_note.as_str(),
                count = rows
            )
        }
        (None, true) => tr!(lang, "wizard-file-rows", count = rows),
    }
}

fn role_titles(lang: Lang, view: &ImportView) -> Vec<String> {
    let titles = view.kind.roles.iter().map(|role| {
        if role.is_message {
            message(lang, &role.title)
        } else {
            role.title.clone()
        }
    });
    std::iter::once(message(lang, "column-skip"))
        .chain(titles)
        .collect()
}

fn groups(lang: Lang, view: &ImportView, named: &dyn Fn(&BranchCode) -> String) -> Vec<Line> {
    let lines = view.groups.iter().map(|group| {
        let fix = match (&group.unknown_branch, &group.suggestion) {
            (None, _) => String::new(),
            (Some(_), Some(code)) => tr!(lang, "import-fix-close", branch = named(code)),
            (Some(_), None) => message(lang, "import-fix-choose"),
        };
        line(lang, &group.first, Some(group.count), fix)
    });
    lines.collect()
}

fn line(lang: Lang, refusal: &RefusalView, same: Option<usize>, fix: String) -> Line {
    let values: Vec<(&str, FluentValue<'_>)> = refusal
        .reason_values
        .iter()
        .map(|(name, value)| (*name, FluentValue::from(value.as_str())))
        .collect();
    Line {
        row: number::count(lang, u64::from(refusal.row)),
        column: refusal.column.clone(),
        value: if refusal.value.is_empty() {
            "—".to_owned()
        } else {
            refusal.value.clone()
        },
        reason: message_with(lang, refusal.reason_key, &values),
        fix,
        count: same.map_or_else(String::new, |same| {
            number::count(lang, u64::try_from(same).unwrap_or(u64::MAX))
        }),
    }
}

fn counts(lang: Lang, view: &ImportView) -> Vec<(String, String)> {
    let of = |value: usize| number::count(lang, u64::try_from(value).unwrap_or(u64::MAX));
    let mut rows = vec![
        (message(lang, "wizard-in-file"), of(view.row_count)),
        (message(lang, "wizard-not-taken"), of(view.refused)),
        (message(lang, "wizard-known"), of(view.known)),
    ];
    if let Some((first, last)) = view.span {
        rows.push((message(lang, "wizard-span"), span(lang, first, last)));
    }
    if view.branches_known > 0 {
        let value = tr!(
            lang,
            "wizard-branches-of",
            seen = count(view.branches_seen),
            known = count(view.branches_known)
        );
        rows.push((message(lang, "wizard-branches"), value));
    }
    rows
}

/// «Имена и тексты: столбцы «ФИО гостя» и «Комментарий» не читаются».
fn dropped(lang: Lang, view: &ImportView) -> String {
    let quoted = view
        .dropped
        .iter()
        .map(|head| tr!(lang, "wizard-quoted", head = head.as_str()));
    let quoted: Vec<String> = quoted.collect();
    if quoted.is_empty() {
        return String::new();
    }
    tr!(
        lang,
        "wizard-dropped-heads",
        heads = quoted.join(", "),
        count = count(quoted.len())
    )
}

/// Why the file cannot be taken as it stands.
fn obstacle(lang: Lang, view: &ImportView) -> Option<String> {
    if !view.missing_roles.is_empty() {
        let titles: Vec<String> = view
            .missing_roles
            .iter()
            .map(|key| message(lang, key))
            .collect();
        return Some(tr!(lang, "wizard-missing", columns = titles.join(", ")));
    }
    if view.kind.key == "answers" && view.plan.wave.is_none() && !names_waves(view) {
        return Some(message(lang, "wizard-choose-wave"));
    }
    if view.ready == 0 {
        return Some(message(lang, "wizard-nothing"));
    }
    (view.refused > 0 && !view.plan.accept_good_rows).then(|| message(lang, "wizard-refused-left"))
}
