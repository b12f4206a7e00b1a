//! What will be hidden or coarsened and why, gathered from the notes of the findings.

use std::collections::{BTreeMap, BTreeSet};

use egui::Ui;

use crate::analysis::{Findings, HiddenNote, HiddenWhat, WaveFindings};
use crate::disclosure::Reason;
use crate::domain::{Audience, Lang, MinGroup};
use crate::i18n::message;
use crate::phrases;
use crate::tr;
use crate::ui::theme::Type;
use crate::ui::widgets::{Card, CardHead, Cell, Chip, Column, Density, Kit as _, Table};

/// Branches that are named one by one; more are counted.
const NAMED: usize = 2;

/// Kinds of what is kept back, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Row,
    Dimensions,
    Items,
    Enps,
    Shares,
    Distributions,
}

impl What {
    fn of(what: HiddenWhat) -> Self {
        match what {
            HiddenWhat::Row => Self::Row,
            HiddenWhat::Dimension(_) => Self::Dimensions,
            HiddenWhat::Item(_) => Self::Items,
            HiddenWhat::Enps => Self::Enps,
            HiddenWhat::Shares => Self::Shares,
            HiddenWhat::Distributions => Self::Distributions,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Row => "reports-hidden-row",
            Self::Dimensions => "reports-hidden-dimensions",
            Self::Items => "reports-hidden-items",
            Self::Enps => "reports-hidden-enps",
            Self::Shares => "reports-hidden-shares",
            Self::Distributions => "reports-hidden-distributions",
        }
    }
}

#[derive(Debug)]
struct Line {
    place: String,
    what: String,
    instead: String,
    reason: String,
}

/// The list.
#[derive(Debug, Default)]
pub(super) struct HiddenList {
    lines: Vec<Line>,
    heads: [String; 4],
    title: String,
    note: String,
}

impl HiddenList {
    /// Gathers the notes of a wave.
    pub(super) fn new(lang: Lang, findings: &Findings, wave: &WaveFindings) -> Self {
        let min_group = findings.min_group.max(wave.wave.min_group);
        let mut groups: BTreeMap<(What, Audience, Reason), Group> = BTreeMap::new();
        for note in &wave.hidden {
            let what = What::of(note.what);
            // Shares of 5–9 answers already say so.
            if what == What::Enps && note.reason == Reason::DetailTooFine {
                continue;
            }
            let group = groups
                .entry((what, note.audience, note.reason))
                .or_default();
            group.add(note);
        }
        let lines = groups.iter().flat_map(|((what, audience, reason), group)| {
            let place = group.places(lang, findings);
            let suffix = match audience {
                Audience::All => String::new(),
                Audience::Contact | Audience::BackOffice => {
                    format!(" · {}", phrases::audience_short(lang, *audience))
                }
            };
            place.into_iter().map(move |place| Line {
                place: format!("{place}{suffix}"),
                what: tr!(lang, what.key(), n = group.cells),
                instead: instead(lang, *what, *reason, min_group),
                reason: why(lang, *what, *reason, min_group),
            })
        });
        Self {
            lines: lines.collect(),
            heads: [
                "reports-where",
                "reports-withheld-what",
                "reports-instead",
                "reports-reason",
            ]
            .map(|key| message(lang, key)),
            title: message(lang, "reports-hidden"),
            note: message(lang, "reports-hidden-note"),
        }
    }

    /// Draws the card.
    pub(super) fn show(&self, ui: &mut Ui) {
        let columns = [
            Column::text(&self.heads[0]),
            Column::text(&self.heads[1]),
            Column::text(&self.heads[2]),
            Column::text(&self.heads[3]).share(1.0, 150.0),
        ];
        let cell = |row: usize, column: usize| {
            let Some(line) = self.lines.get(row) else {
                return Cell::Empty;
            };
            match column {
                0 => Cell::Strong(&line.place),
                1 => Cell::Text(&line.what),
                2 => Cell::Chip(Chip::new(&line.instead)),
                _ => Cell::Wrapped(&line.reason),
            }
        };
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title).plain(ui);
            if !self.lines.is_empty() {
                let table = Table::new("hidden", &self.title, &columns).density(Density::Tall);
                // The list only tells; nothing in it can be pressed.
                let _seen = table.show(ui, self.lines.len(), &cell);
            }
            super::super::common::padded(ui, |ui| ui.text_weak(Type::Small, &self.note));
        });
    }
}

/// Notes of one kind for one reason.
#[derive(Debug, Default)]
struct Group {
    branches: BTreeSet<Option<usize>>,
    cells: usize,
}

impl Group {
    fn add(&mut self, note: &HiddenNote) {
        self.branches.insert(note.branch);
        self.cells += 1;
    }

    /// Names of the branches where they are few; else one line that counts them.
    fn places(&self, lang: Lang, findings: &Findings) -> Vec<String> {
        if self.branches.len() > NAMED {
            return vec![tr!(lang, "reports-rows", n = self.branches.len())];
        }
        let name =
            |branch: &Option<usize>| super::super::common::row_title(lang, findings, *branch);
        self.branches.iter().map(name).collect()
    }
}

/// What stands there instead.
fn instead(lang: Lang, what: What, reason: Reason, min_group: MinGroup) -> String {
    match what {
        What::Row | What::Dimensions | What::Items | What::Enps => {
            phrases::hidden_short(lang, reason, min_group)
        }
        What::Shares => message(lang, "reports-instead-mean"),
        What::Distributions => message(lang, "reports-instead-band"),
    }
}

fn why(lang: Lang, what: What, reason: Reason, min_group: MinGroup) -> String {
    let k = i64::from(min_group.get());
    match (what, reason) {
        (What::Shares, _) => tr!(lang, "reports-why-shares", k = k),
        (What::Distributions, _) => message(lang, "reports-why-distributions"),
        (_, Reason::TooFew) => tr!(lang, "reports-why-few", k = k),
        (_, Reason::Difference) => message(lang, "reports-why-difference"),
        (_, Reason::Merged) => message(lang, "reports-why-merged"),
        (_, Reason::ProvesAnswer) => message(lang, "reports-why-proves-answer"),
        (_, Reason::Changed) => message(lang, "reports-why-changed"),
        (_, Reason::DetailTooFine | Reason::NotAsked | Reason::NoAnswers | Reason::Undefined) => {
            phrases::hidden(lang, reason, min_group)
        }
    }
}
