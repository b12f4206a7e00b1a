//! The steps of a design, formatted when something changed.

use std::collections::BTreeSet;

use egui::Ui;

use super::asked::Asked;
use super::cards::Cards;
use super::check::Check;
use super::policy::Policy;
use super::rows;
use super::stations::Stations;
use super::table::ClassTable;
use super::{CHECK, CLASSES, DAYS, Draft, STATIONS};
use crate::app::{DAYS_KEPT, Overview, WaveInfo};
use crate::domain::{Lang, Pool, Wave, min_invited};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::widgets::{Card, CardHead, is_narrow};

const STEPS: [&str; 5] = [
    "design-step-asked",
    "design-step-classes",
    "design-step-stations",
    "design-step-days",
    "design-step-check",
];

/// Everything that is drawn, formatted.
pub(super) struct Shown {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) steps: [String; 5],
    /// The button that leads on from each step but the last.
    pub(super) next: [String; 4],
    pub(super) words: [String; 8],
    pub(super) wave: Wave,
    pub(super) asked: Asked,
    pub(super) designed: Option<Designed>,
}

/// The steps that need a design.
pub(super) struct Designed {
    pub(super) table: ClassTable,
    pub(super) table_title: String,
    pub(super) table_caption: String,
    pub(super) policy: Policy,
    pub(super) stations: Stations,
    pub(super) cards: Cards,
    pub(super) days_notes: [String; 2],
    pub(super) check: Check,
}

pub(super) const RESET: usize = 0;
pub(super) const CLOSE: usize = 1;
pub(super) const BACK: usize = 2;
pub(super) const OPEN: usize = 3;
pub(super) const TO_LIST_TIP: usize = 4;
pub(super) const UNREADY: usize = 5;
pub(super) const DAYS_TITLE: usize = 6;
pub(super) const TO_LIST: usize = 7;

impl Shown {
    pub(super) fn new(lang: Lang, overview: &Overview, info: &WaveInfo) -> Self {
        let word = |key| message(lang, key);
        let designed = info.collection.as_deref().map(|collection| {
            Designed::new(&Draft {
                lang,
                overview,
                info,
                collection,
            })
        });
        let steps = STEPS.map(word);
        let to = |at: usize| {
            let step = steps[at].to_lowercase();
            tr!(lang, "design-next", step = step)
        };
        Self {
            title: word("design-title"),
            subtitle: tr!(lang, "design-subtitle", name = info.wave.name.as_str()),
            next: [to(CLASSES), to(STATIONS), to(DAYS), to(CHECK)],
            words: [
                "design-reset",
                "design-close",
                "design-back",
                "home-open-wave",
                "design-imported-tip",
                "design-unready",
                "design-days",
                "design-to-list",
            ]
            .map(word),
            wave: info.wave.clone(),
            asked: Asked::new(lang, info),
            designed,
            steps,
        }
    }
}

impl Designed {
    fn new(draft: &Draft<'_>) -> Self {
        let lang = draft.lang;
        let k = draft.info.wave.min_group;
        let word = |key| message(lang, key);
        let destroyed = match draft.collection.destroy_on {
            Some(day) => tr!(lang, "design-days-destroyed", day = number::day(lang, day)),
            None => tr!(lang, "design-days-destroyed-later", days = DAYS_KEPT),
        };
        Self {
            table: ClassTable {
                heads: [
                    word("branch"),
                    word("group-short-contact"),
                    word("group-short-back_office"),
                    word("design-class"),
                ],
                change: word("design-change"),
                regions: rows::regions(lang, draft.overview, draft.collection, k),
            },
            table_title: word("design-classes"),
            table_caption: tr!(
                lang,
                "design-classes-caption",
                need = i64::from(min_invited(k))
            ),
            policy: Policy::new(draft),
            stations: Stations::new(draft),
            cards: Cards::new(draft),
            days_notes: [word("design-days-locked"), destroyed],
            check: Check::new(draft),
        }
    }

    /// The table of classes; the pool whose “Change…” was pressed.
    pub(super) fn classes_ui(
        &self,
        ui: &mut Ui,
        rest: f32,
        turned: &mut BTreeSet<String>,
    ) -> Option<Pool> {
        let most = if is_narrow(ui) {
            f32::INFINITY
        } else {
            rest - 46.0
        };
        let least = if is_narrow(ui) { 0.0 } else { rest };
        Card::flush()
            .min_height(least)
            .show(ui, |ui| {
                CardHead::flush(&self.table_title)
                    .caption(&self.table_caption)
                    .plain(ui);
                self.table.show(ui, most, turned)
            })
            .inner
    }
}
