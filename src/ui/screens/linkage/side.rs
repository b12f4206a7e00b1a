//! What the verdict rests on: contact staff against back office, and four small cards.

use egui::{Ui, vec2};

use super::Ground;
use crate::analysis::{Coefficient, Link};
use crate::domain::{Audience, Lang};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::chart::{Axis, Forest, ForestRow, Tick};
use crate::ui::widgets::{Card, CardHead, Kit as _, equal_cells};

/// From so many branches the number itself is no longer the weak point.
const ENOUGH: usize = 30;
/// Common size of such links: what is weaker than this can hardly be seen with few branches.
const COMMON: f64 = 0.40;

#[derive(Debug)]
struct Support {
    tone: Tone,
    head: String,
    figure: String,
    note: String,
}

/// The column beside the cloud.
#[derive(Debug, Default)]
pub(super) struct RestsOn {
    title: String,
    name: String,
    forest: Vec<ForestRow>,
    ticks: Vec<Tick>,
    sentence: String,
    heading: String,
    cards: Vec<Support>,
}

impl RestsOn {
    /// Prepares the column of a link.
    pub(super) fn new(ground: Ground<'_>, link: &Link) -> Self {
        let lang = ground.cx.lang;
        let ticks = [-1.0, -0.5, 0.0, 0.5, 1.0];
        let ticks = ticks.map(|at| Tick {
            at,
            text: number::decimal(lang, at, 1),
        });
        let (forest, sentence) = comparison(ground, link);
        Self {
            title: message(lang, "linkage-groups"),
            name: message(lang, "linkage-groups-name"),
            forest,
            ticks: ticks.to_vec(),
            sentence,
            heading: message(lang, "linkage-rests-on"),
            cards: vec![
                branches(lang, link),
                sensitivity(lang, link),
                influence(ground, link),
                reliability(ground, link),
            ],
        }
    }

    /// Draws the column.
    pub(super) fn show(&self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = measures::GAP_S;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            CardHead::new(&self.title).plain(ui);
            if !self.forest.is_empty() {
                let axis = Axis {
                    title: "",
                    low: -1.05,
                    high: 1.05,
                    ticks: &self.ticks,
                };
                Forest {
                    name: &self.name,
                    axis,
                    rows: &self.forest,
                }
                .show(ui);
            }
            ui.text_marked(Type::Small, &self.sentence);
        });
        ui.add_space(4.0);
        ui.text(Type::Heading, &self.heading);
        equal_cells(ui, (self.cards.len(), 2), |ui, index| {
            if let Some(card) = self.cards.get(index) {
                card.show(ui);
            }
        });
    }
}

impl Support {
    fn show(&self, ui: &mut Ui) {
        Card::new().padding(11).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 1.0);
            ui.spacing_mut().interact_size.y = 16.0;
            ui.horizontal(|ui| {
                let icon = if self.tone == Tone::Ok {
                    Icon::Check
                } else {
                    Icon::Info
                };
                let color = ui.palette().tone(self.tone);
                ui.icon(icon, measures::ICON_SMALL, color);
                ui.text_weak(Type::Small, &self.head);
            });
            ui.text(Type::Verdict, &self.figure);
            let ink = ui.palette().weak;
            ui.text_line(Type::Small, ink, &self.note);
        });
    }
}

fn comparison(ground: Ground<'_>, link: &Link) -> (Vec<ForestRow>, String) {
    let Ground { cx, wave, .. } = ground;
    let lang = cx.lang;
    let same = |it: &&crate::analysis::GroupComparison| {
        it.dimension == link.dimension && it.outcome == link.outcome
    };
    let Some(found) = wave.comparisons.iter().find(same) else {
        return (Vec::new(), message(lang, "linkage-no-groups"));
    };
    let row = |audience: Audience, rho: &Result<Coefficient, _>| {
        let rho = rho.as_ref().ok()?;
        Some(ForestRow {
            label: phrases::audience_short(lang, audience),
            low: rho.low,
            estimate: rho.value,
            high: rho.high,
            text: number::decimal(lang, rho.value, 2),
            is_comparison: audience == Audience::BackOffice,
        })
    };
    let rows = [
        row(Audience::Contact, &found.contact),
        row(Audience::BackOffice, &found.back_office),
    ];
    let said = phrases::comparison(lang, ground.findings, found);
    let sentence = if said.detail.is_empty() {
        format!("**{}**", said.headline)
    } else {
        format!("**{}.** {}", said.headline, said.detail)
    };
    (rows.into_iter().flatten().collect(), sentence)
}

fn branches(lang: Lang, link: &Link) -> Support {
    let n = link.points.len();
    Support {
        tone: if n >= ENOUGH { Tone::Ok } else { Tone::Warn },
        head: message(lang, "linkage-card-branches"),
        figure: tr!(lang, "n-equals", n = number::count(lang, n as u64)),
        note: tr!(lang, "linkage-card-left-out", left = link.left_out),
    }
}

fn sensitivity(lang: Lang, link: &Link) -> Support {
    let figure = link.detectable.map_or_else(
        || message(lang, "linkage-not-computed"),
        |rho| {
            tr!(
                lang,
                "linkage-detectable",
                rho = number::decimal(lang, rho, 2)
            )
        },
    );
    Support {
        tone: if link.detectable.is_some_and(|rho| rho <= COMMON) {
            Tone::Ok
        } else {
            Tone::Warn
        },
        head: message(lang, "linkage-card-sensitivity"),
        figure,
        note: message(lang, "linkage-card-weaker"),
    }
}

fn influence(ground: Ground<'_>, link: &Link) -> Support {
    let lang = ground.cx.lang;
    let head = message(lang, "linkage-card-influence");
    match &link.influence {
        Ok(found) => {
            let branch = ground.findings.branches.get(found.branch);
            let branch = branch.map_or("", |branch| branch.name.as_str());
            let rho = number::decimal(lang, found.without, 2);
            Support {
                tone: if found.is_robust {
                    Tone::Ok
                } else {
                    Tone::Warn
                },
                head,
                figure: number::interval(lang, found.min, found.max, 2),
                note: tr!(lang, "linkage-card-without", branch = branch, rho = rho),
            }
        }
        Err(reason) => Support {
            tone: Tone::Warn,
            head,
            figure: message(lang, "linkage-not-computed"),
            note: phrases::undefined(lang, *reason),
        },
    }
}

fn reliability(ground: Ground<'_>, link: &Link) -> Support {
    let lang = ground.cx.lang;
    let head = message(lang, "linkage-card-reliability");
    let found = ground.wave.audience(link.audience);
    let found = found.and_then(|found| found.reliability.get(link.dimension));
    let ends = found.and_then(|it| it.between.ok()).map(|it| it.icc2);
    match found.map(|it| it.icc2) {
        Some(Ok(icc)) => {
            let (tone, key) = if icc >= 0.7 {
                (Tone::Ok, "linkage-icc-good")
            } else if icc >= 0.5 {
                (Tone::Warn, "linkage-icc-fair")
            } else {
                (Tone::Warn, "linkage-icc-low")
            };
            let figure = format!("ICC(2) {}", number::decimal(lang, icc, 2));
            let word = message(lang, key);
            let note = match ends {
                Some((low, high)) => {
                    let interval = number::interval(lang, low, high, 2);
                    tr!(lang, "linkage-icc-note", interval = interval, word = word)
                }
                None => word,
            };
            Support {
                tone,
                head,
                figure,
                note,
            }
        }
        Some(Err(reason)) => Support {
            tone: Tone::Warn,
            head,
            figure: message(lang, "linkage-not-computed"),
            note: phrases::undefined(lang, reason),
        },
        None => Support {
            tone: Tone::Warn,
            head,
            figure: message(lang, "linkage-not-computed"),
            note: message(lang, "linkage-icc-means"),
        },
    }
}
