//! What the classes lead to, who must co-operate to open answers, and the threshold.

use egui::Ui;

use super::pools::{proposal, together, wave_before};
use super::{Draft, Wish};
use crate::disclosure::PoolFault;
use crate::domain::{Branch, BranchCode, Lang, MinGroup, ProtectionLevel, min_invited};
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Card, Chip, Kit as _, OptionCard, Segments, SentenceCard, note};

/// The right side of the step of classes, formatted.
pub(super) struct Policy {
    title: String,
    line: String,
    is_faulty: bool,
    compared: Option<(String, bool)>,
    level: ProtectionLevel,
    threshold: usize,
    thresholds: [String; 3],
    threshold_note: String,
    words: Words,
}

/// Why a design cannot open yet, in words.
pub(super) fn fault_words(lang: Lang, branches: &[Branch], need: u32, fault: &PoolFault) -> String {
    let name = |code: &BranchCode| {
        let found = branches.iter().find(|branch| branch.code == *code);
        found.map_or_else(|| code.as_str().to_owned(), |branch| branch.name.clone())
    };
    match fault {
        PoolFault::Missing(code) => tr!(lang, "design-fault-missing", name = name(code)),
        PoolFault::Unfit(code) => tr!(lang, "design-fault-unfit", name = name(code)),
        PoolFault::TooSmall { branch, invited } => tr!(
            lang,
            "design-fault-small",
            name = name(branch),
            invited = i64::from(*invited),
            need = i64::from(need)
        ),
        PoolFault::CompanyTooSmall { invited } => tr!(
            lang,
            "design-fault-company",
            invited = i64::from(*invited),
            need = i64::from(need)
        ),
    }
}

impl Policy {
    pub(super) fn new(draft: &Draft<'_>) -> Self {
        let lang = draft.lang;
        let k = draft.info.wave.min_group;
        let fault = draft.collection.fault.as_ref();
        let (title, line) = match fault {
            Some(fault) => (
                message(lang, "design-fault-title"),
                fault_words(lang, &draft.overview.branches, min_invited(k), fault),
            ),
            None => consequence(draft),
        };
        Self {
            title,
            line,
            is_faulty: fault.is_some(),
            compared: compared(draft),
            level: draft.collection.design.level,
            threshold: MinGroup::OFFERED
                .iter()
                .position(|offered| *offered == k.get())
                .unwrap_or(usize::MAX),
            thresholds: MinGroup::OFFERED.map(|k| k.to_string()),
            threshold_note: threshold_note(draft),
            words: Words::new(
                lang,
                &[
                    "design-protection",
                    "design-two-keys",
                    "design-two-keys-line",
                    "design-one-key",
                    "design-one-key-line",
                    "design-advised",
                    "design-threshold",
                    "design-frozen",
                ],
            ),
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, wishes: &mut Vec<Wish>) {
        let sentence = if self.is_faulty {
            SentenceCard::failure(&self.title)
        } else {
            SentenceCard::consequence(&self.title)
        };
        let sentence = sentence.line(&self.line);
        match &self.compared {
            Some((words, true)) if !self.is_faulty => {
                let chip = Chip::new(words).tone(Tone::Ok).icon(Icon::Check);
                sentence.chip(chip).plain(ui);
            }
            Some((words, false)) if !self.is_faulty => {
                let chip = Chip::new(words).tone(Tone::Warn).icon(Icon::Info);
                sentence.chip(chip).plain(ui);
            }
            Some(_) | None => sentence.plain(ui),
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.text(Type::Heading, self.words.get("design-protection"));
            for level in ProtectionLevel::ALL {
                self.level_ui(ui, level, wishes);
            }
            ui.add_space(measures::GAP_XS);
            self.threshold_ui(ui, wishes);
            ui.rule();
            note(ui, Icon::Lock, Tone::Warn, self.words.get("design-frozen"));
        });
    }

    fn level_ui(&self, ui: &mut Ui, level: ProtectionLevel, wishes: &mut Vec<Wish>) {
        let (title, line) = match level {
            ProtectionLevel::TwoKeys => ("design-two-keys", "design-two-keys-line"),
            ProtectionLevel::OneKey => ("design-one-key", "design-one-key-line"),
        };
        let card =
            OptionCard::new(self.words.get(title), self.level == level).line(self.words.get(line));
        let card = match level {
            ProtectionLevel::TwoKeys => card.badge(self.words.get("design-advised")),
            ProtectionLevel::OneKey => card,
        };
        if card.show(ui).clicked() && self.level != level {
            wishes.push(Wish::Level(level));
        }
    }

    fn threshold_ui(&self, ui: &mut Ui, wishes: &mut Vec<Wish>) {
        ui.horizontal(|ui| {
            ui.set_min_height(measures::CONTROL);
            ui.text(Type::Strong, self.words.get("design-threshold"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let segments = Segments::new("threshold", &self.thresholds, self.threshold);
                let picked = segments.show(ui).and_then(|at| MinGroup::OFFERED.get(at));
                if let Some(k) = picked.and_then(|k| MinGroup::new(*k).ok()) {
                    wishes.push(Wish::Threshold(k));
                }
            });
        });
        ui.text_weak(Type::Small, &self.threshold_note);
    }
}

fn count(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// «6 филиалов войдут в отчёт вместе с соседями», and how many rows there will be.
fn consequence(draft: &Draft<'_>) -> (String, String) {
    let lang = draft.lang;
    let pools = &draft.collection.design.pools;
    let shared = together(pools);
    let groups = pools.iter().filter(|pool| pool.len() > 1).count();
    if shared == 0 {
        return (
            message(lang, "design-consequence-none"),
            tr!(
                lang,
                "design-consequence-none-line",
                rows = count(pools.len())
            ),
        );
    }
    let line = tr!(
        lang,
        "design-consequence-line",
        alone = count(pools.len() - groups),
        groups = count(groups),
        rows = count(pools.len()),
        branches = count(pools.iter().map(Vec::len).sum())
    );
    let title = tr!(lang, "design-consequence", count = count(shared));
    (title, line)
}

/// Are figures comparable with the wave before?
fn compared(draft: &Draft<'_>) -> Option<(String, bool)> {
    let is_same = draft.collection.is_as_before?;
    let before = wave_before(draft.overview, &draft.info.wave.code)?;
    let name = before.wave.name.as_str();
    let words = if is_same {
        tr!(draft.lang, "design-as-before", name = name)
    } else {
        tr!(draft.lang, "design-not-as-before", name = name)
    };
    Some((words, is_same))
}

/// What the threshold does, and what another one would.
fn threshold_note(draft: &Draft<'_>) -> String {
    let lang = draft.lang;
    let wave = &draft.info.wave;
    let now = wave.min_group.get();
    let shared = |k: u32| -> Option<i64> {
        let pools = proposal(draft.overview, &wave.code, MinGroup::new(k).ok()?)?;
        Some(count(together(&pools)))
    };
    let others: Vec<String> = MinGroup::OFFERED
        .iter()
        .filter(|k| **k != now)
        .map(|k| match shared(*k) {
            Some(count) => tr!(lang, "design-what-if", k = i64::from(*k), count = count),
            None => tr!(lang, "design-what-if-never", k = i64::from(*k)),
        })
        .collect();
    let note = tr!(lang, "design-threshold-note", k = i64::from(now));
    format!("{note} {}", others.join(" "))
}
