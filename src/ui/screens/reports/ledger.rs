//! Files just written, and the ledger of all releases.

use std::path::{Path, PathBuf};

use egui::Ui;

use super::super::common::padded;
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Card, CardHead, Cell, Column, Kit as _, Table};

/// Files that are listed by name; the folder holds the rest.
const LISTED: usize = 12;

/// The files of the last export.
#[derive(Debug, Default)]
pub(super) struct Written {
    title: String,
    folder: Option<PathBuf>,
    files: Vec<(String, PathBuf)>,
    more: String,
    deeds: [String; 2],
}

impl Written {
    /// Prepares the list.
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let lang = cx.lang;
        let all = cx.exported.len();
        let files = cx
            .exported
            .iter()
            .take(LISTED)
            .map(|path| (file_name(path), path.clone()));
        let more = all.saturating_sub(LISTED);
        Self {
            title: tr!(lang, "reports-written", n = all),
            folder: cx
                .exported
                .first()
                .and_then(|path| path.parent())
                .map(Path::to_path_buf),
            files: files.collect(),
            more: if more > 0 {
                tr!(lang, "reports-written-more", n = more)
            } else {
                String::new()
            },
            deeds: ["reports-open-folder", "reports-open"].map(|key| message(lang, key)),
        }
    }

    /// Draws the card, where something was written.
    pub(super) fn show(&self, ui: &mut Ui, actions: &mut Actions) {
        if self.files.is_empty() {
            return;
        }
        let columns = [
            Column::text("").share(1.0, 200.0),
            Column::text("").width(110.0),
        ];
        let cell = |row: usize, column: usize| {
            let Some((name, _)) = self.files.get(row) else {
                return Cell::Empty;
            };
            if column == 0 {
                Cell::Text(name)
            } else {
                Cell::Link(&self.deeds[1])
            }
        };
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title).show(ui, |ui| {
                let button = Button::secondary(&self.deeds[0]).small();
                if let (true, Some(folder)) = (ui.add(button).clicked(), &self.folder) {
                    actions.push(Action::OpenPath(folder.clone()));
                }
            });
            let table = Table::new("written", &self.title, &columns);
            let pressed = table.show(ui, self.files.len(), &cell).link;
            if let Some((_, path)) = pressed.and_then(|(row, _)| self.files.get(row)) {
                actions.push(Action::OpenPath(path.clone()));
            }
            if !self.more.is_empty() {
                padded(ui, |ui| ui.text_weak(Type::Small, &self.more));
            }
        });
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The ledger.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    title: String,
    caption: String,
    empty: String,
    heads: [String; 6],
    lines: Vec<[String; 6]>,
}

impl Ledger {
    /// Prepares the ledger, newest first.
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let lang = cx.lang;
        let releases = cx
            .overview
            .map_or(&[][..], |overview| overview.releases.as_slice());
        let lines = releases.iter().map(|release| {
            let report = match release.scope.as_str() {
                "full" => message(lang, "reports-scope-full"),
                "csv" => message(lang, "reports-scope-csv"),
                "short" => message(lang, "reports-scope-short"),
                "staff" => message(lang, "reports-scope-staff"),
                "sav" => message(lang, "reports-scope-sav"),
                _ => tr!(
                    lang,
                    "reports-scope-branch",
                    branch = release.branch.as_str()
                ),
            };
            [
                number::count(lang, u64::from(release.number)),
                number::day(lang, release.day),
                release.wave.clone(),
                report,
                release.file.clone(),
                release.fingerprint.chars().take(8).collect(),
            ]
        });
        Self {
            title: message(lang, "reports-ledger"),
            caption: message(lang, "reports-ledger-caption"),
            empty: message(lang, "reports-ledger-empty"),
            heads: [
                "reports-number",
                "reports-day",
                "wave",
                "reports-report",
                "reports-file",
                "reports-fingerprint",
            ]
            .map(|key| message(lang, key)),
            lines: lines.collect(),
        }
    }

    /// Draws the card.
    pub(super) fn show(&self, ui: &mut Ui) {
        let columns = [
            Column::number(&self.heads[0]),
            Column::text(&self.heads[1]),
            Column::text(&self.heads[2]),
            Column::text(&self.heads[3]),
            Column::text(&self.heads[4]).share(1.0, 120.0),
            Column::text(&self.heads[5]),
        ];
        let cell = |row: usize, column: usize| {
            let words = self.lines.get(row).and_then(|line| line.get(column));
            match (words, column) {
                (None, _) => Cell::Empty,
                (Some(words), 0 | 5) => Cell::Weak(words),
                (Some(words), _) => Cell::Text(words),
            }
        };
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title)
                .caption(&self.caption)
                .plain(ui);
            if self.lines.is_empty() {
                padded(ui, |ui| {
                    ui.horizontal(|ui| {
                        let weak = ui.palette().weak;
                        ui.icon(Icon::FileSpreadsheet, 16.0, weak);
                        ui.text_weak(Type::Body, &self.empty);
                    })
                });
            } else {
                let table = Table::new("ledger", &self.title, &columns);
                // The ledger only tells; nothing in it can be pressed.
                let _seen = table.show(ui, self.lines.len(), &cell);
            }
        });
    }
}
