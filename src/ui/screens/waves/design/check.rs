//! The last step: what freezes, what people should hear before they are asked, and what is still
//! missing. Decides from the design only.

use egui::Ui;

use super::Draft;
use super::policy::fault_words;
use super::pools::together;
use crate::app::Command;
use crate::domain::{Branch, BranchCode, Lang, ProtectionLevel, min_invited};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Confirmation};
use crate::ui::icons::Icon;
use crate::ui::screens::parts::wave_days;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Card, CardHead, Kit as _, SentenceCard, note};

/// The step, formatted.
pub(super) struct Check {
    title: String,
    line: String,
    frozen: (String, Vec<(String, String)>),
    told: (String, Vec<(Icon, Tone, String)>),
    pub(super) missing: Vec<String>,
    pub(super) open: Action,
}

impl Check {
    pub(super) fn new(draft: &Draft<'_>) -> Self {
        let lang = draft.lang;
        let missing = missing(draft);
        let (title, line) = if missing.is_empty() {
            ("design-ready", "design-ready-line")
        } else {
            ("design-unready", "design-unready-line")
        };
        Self {
            title: message(lang, title),
            line: message(lang, line),
            frozen: (message(lang, "design-freezes"), frozen(draft)),
            told: (message(lang, "design-tell"), told(draft)),
            open: open(draft),
            missing,
        }
    }

    pub(super) fn left_ui(&self, ui: &mut Ui) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(&self.frozen.0).plain(ui);
            for (key, value) in &self.frozen.1 {
                pair_ui(ui, key, value);
            }
        });
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            CardHead::new(&self.told.0).plain(ui);
            for (icon, tone, words) in &self.told.1 {
                note(ui, *icon, *tone, words);
            }
        });
    }

    pub(super) fn right_ui(&self, ui: &mut Ui) {
        let sentence = if self.missing.is_empty() {
            SentenceCard::proof(&self.title)
        } else {
            SentenceCard::failure(&self.title)
        };
        sentence.line(&self.line).plain(ui);
        if self.missing.is_empty() {
            return;
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            for words in &self.missing {
                note(ui, Icon::CircleAlert, Tone::Bad, words);
            }
        });
    }
}

/// A weak key of a fixed width and its value, which wraps.
fn pair_ui(ui: &mut Ui, key: &str, value: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = measures::GAP_M;
        let width = 150.0_f32.min(ui.available_width() * 0.35);
        ui.allocate_ui(egui::vec2(width, 18.0), |ui| {
            ui.set_min_width(width);
            ui.vertical(|ui| ui.text_weak(Type::Body, key));
        });
        ui.vertical(|ui| ui.text(Type::Body, value));
    });
}

fn count(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// What keeps the wave from being opened.
fn missing(draft: &Draft<'_>) -> Vec<String> {
    let lang = draft.lang;
    let wave = &draft.info.wave;
    let mut missing = Vec::new();
    if let Some(fault) = &draft.collection.fault {
        let need = min_invited(wave.min_group);
        missing.push(fault_words(lang, &draft.overview.branches, need, fault));
    }
    let has_witness = !draft.collection.witnesses.is_empty();
    if draft.collection.design.level == ProtectionLevel::TwoKeys && !has_witness {
        missing.push(message(lang, "design-witness-missing"));
    }
    if wave.closes.is_none() || wave.opens.is_none() {
        missing.push(message(lang, "design-days-missing"));
    }
    if wave.closes.is_some_and(|last| last < draft.overview.today) {
        missing.push(message(lang, "design-days-past"));
    }
    missing
}

/// Key and value of everything that cannot change afterwards.
fn frozen(draft: &Draft<'_>) -> Vec<(String, String)> {
    let lang = draft.lang;
    let word = |key| message(lang, key);
    let design = &draft.collection.design;
    let view = if design.has_company_view {
        "design-view-on"
    } else {
        "design-view-off"
    };
    vec![
        (
            word("wave-questionnaire"),
            draft.info.questionnaire.title.get(lang).to_owned(),
        ),
        (word("design-rows"), rows_words(draft)),
        (word("design-protection"), protection(draft)),
        (
            word("wave-threshold"),
            tr!(
                lang,
                "wave-threshold-value",
                k = i64::from(draft.info.wave.min_group.get())
            ),
        ),
        (word("design-view"), word(view)),
        (
            word("design-stations"),
            tr!(
                lang,
                "design-stations-codes",
                count = count(design.stations.len()),
                codes = i64::from(draft.info.invited)
            ),
        ),
        (word("wave-days"), wave_days(lang, &draft.info.wave)),
    ]
}

fn rows_words(draft: &Draft<'_>) -> String {
    let pools = &draft.collection.design.pools;
    tr!(
        draft.lang,
        "design-rows-value",
        rows = count(pools.len()),
        classes = count(draft.collection.classes.len()),
        shared = count(together(pools))
    )
}

fn protection(draft: &Draft<'_>) -> String {
    let lang = draft.lang;
    match draft.collection.design.level {
        ProtectionLevel::OneKey => message(lang, "design-one-key"),
        ProtectionLevel::TwoKeys => {
            let names: Vec<&str> = draft
                .collection
                .witnesses
                .iter()
                .map(|witness| witness.name.as_str())
                .collect();
            if names.is_empty() {
                return message(lang, "design-two-keys-nobody");
            }
            tr!(lang, "design-two-keys-names", names = names.join(", "))
        }
    }
}

/// What staff and managers should hear before anybody is asked.
fn told(draft: &Draft<'_>) -> Vec<(Icon, Tone, String)> {
    let lang = draft.lang;
    let word = |key| message(lang, key);
    let design = &draft.collection.design;
    let mut told = Vec::new();
    let shared: Vec<String> = design
        .pools
        .iter()
        .filter(|pool| pool.len() > 1)
        .map(|pool| names(&draft.overview.branches, pool))
        .collect();
    if !shared.is_empty() {
        let words = tr!(lang, "design-tell-pools", names = shared.join("; "));
        told.push((Icon::Merge, Tone::Warn, words));
    }
    let whole = draft.collection.classes.iter();
    let whole = whole.filter(|class| class.group.is_none()).count();
    if whole > 0 {
        let words = tr!(lang, "design-tell-groups", count = count(whole));
        told.push((Icon::Users, Tone::Warn, words));
    }
    let k = i64::from(draft.info.wave.min_group.get());
    told.push((
        Icon::EyeOff,
        Tone::Neutral,
        tr!(lang, "design-tell-threshold", k = k),
    ));
    told.push((
        Icon::MessageSquare,
        Tone::Neutral,
        word("design-tell-comments"),
    ));
    told.push((Icon::Pencil, Tone::Neutral, word("design-tell-style")));
    match design.level {
        ProtectionLevel::OneKey => {
            told.push((Icon::Key, Tone::Warn, word("design-tell-one-key")));
        }
        ProtectionLevel::TwoKeys => {
            told.push((Icon::KeyRound, Tone::Neutral, word("design-tell-two-keys")));
        }
    }
    if draft
        .overview
        .branches
        .iter()
        .any(|it| it.head_count() == 0)
    {
        told.push((Icon::Store, Tone::Warn, word("design-tell-empty")));
    }
    told
}

fn names(branches: &[Branch], pool: &[BranchCode]) -> String {
    let members = branches.iter().filter(|it| pool.contains(&it.code));
    let names: Vec<&str> = members.map(|branch| branch.name.as_str()).collect();
    names.join(" + ")
}

/// The question that names what freezes.
fn open(draft: &Draft<'_>) -> Action {
    let lang: Lang = draft.lang;
    let wave = &draft.info.wave;
    Action::Confirm(Confirmation {
        title: tr!(lang, "wave-open-title", name = wave.name.as_str()),
        body: tr!(
            lang,
            "design-open-body",
            questionnaire = draft.info.questionnaire.title.get(lang),
            rows = rows_words(draft),
            k = i64::from(wave.min_group.get()),
            protection = protection(draft),
            stations = count(draft.collection.design.stations.len())
        ),
        deed: message(lang, "wave-open-deed"),
        is_danger: false,
        command: Box::new(Command::OpenWave(wave.code.clone())),
    })
}
