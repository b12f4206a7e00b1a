//! “Check a file”: what the program found in a pack, station file, bundle or workbook. Anybody may
//! ask; no secret is needed and none is shown.

use egui::Ui;

use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::common::upper_first;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Chip, Kit as _, note};

/// The card, formatted.
pub(super) struct VerifiedCard {
    title: String,
    line: String,
    deed: String,
    found: Option<Found>,
}

struct Found {
    file: String,
    kind: String,
    verdict: String,
    holds: bool,
    /// Statement, and does it hold?
    statements: Vec<(String, bool)>,
    figures: Vec<String>,
    needs_pack: Option<String>,
}

impl VerifiedCard {
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let lang = cx.lang;
        let found = cx.verified.map(|verified| {
            let failed = verified.statements.iter().filter(|it| !it.1).count();
            let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
            let verdict = if verified.holds {
                tr!(
                    lang,
                    "verify-holds",
                    count = count(verified.statements.len())
                )
            } else {
                tr!(lang, "verify-fails", count = count(failed))
            };
            let statements = verified.statements.iter();
            Found {
                file: verified.file.clone(),
                kind: message(lang, verified.kind),
                verdict,
                holds: verified.holds,
                statements: statements
                    .map(|(key, holds)| (upper_first(&message(lang, key)), *holds))
                    .collect(),
                figures: verified
                    .figures
                    .iter()
                    .map(|(key, figure)| {
                        format!("{}: {}", message(lang, key), number::count(lang, *figure))
                    })
                    .collect(),
                needs_pack: verified
                    .needs_pack()
                    .then(|| message(lang, "verify-needs-pack")),
            }
        });
        Self {
            title: message(lang, "verify-title"),
            line: message(lang, "verify-line"),
            deed: message(lang, "verify-deed"),
            found,
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, actions: &mut Actions) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(&self.title).plain(ui);
            ui.text_weak(Type::Small, &self.line);
            let button = Button::secondary(&self.deed).icon(Icon::ShieldCheck);
            if ui.add(button.small()).clicked() {
                actions.push(Action::Pick(Pick::Verify));
            }
            if let Some(found) = &self.found {
                ui.rule();
                found.show(ui);
            }
        });
    }
}

impl Found {
    fn show(&self, ui: &mut Ui) {
        ui.text(Type::Strong, &self.file);
        ui.text_weak(Type::Small, &self.kind);
        let (tone, icon) = if self.holds {
            (Tone::Ok, Icon::Check)
        } else {
            (Tone::Bad, Icon::CircleAlert)
        };
        Chip::new(&self.verdict).tone(tone).icon(icon).show(ui);
        for (statement, holds) in &self.statements {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                let palette = ui.palette();
                let (icon, ink) = if *holds {
                    (Icon::Check, palette.ok)
                } else {
                    (Icon::X, palette.bad)
                };
                ui.icon(icon, measures::ICON, ink);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.text(Type::Body, statement);
                });
            });
        }
        for figure in &self.figures {
            ui.text_weak(Type::Small, figure);
        }
        if let Some(words) = &self.needs_pack {
            note(ui, Icon::Info, Tone::Neutral, words);
        }
    }
}
