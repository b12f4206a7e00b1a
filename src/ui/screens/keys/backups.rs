//! The backups of a workspace as rows, each with its restore, and the question before it.

use std::path::Path;

use egui::Ui;

use crate::app::{BackupInfo, Command, Unlock};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Confirmation};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Kit as _};

/// Rows, formatted.
#[derive(Default)]
pub(super) struct BackupRows {
    /// Day, and number with size.
    rows: Vec<(String, String)>,
    deed: String,
    body: String,
    titles: Vec<String>,
    confirm: String,
}

impl BackupRows {
    pub(super) fn new(lang: Lang, backups: &[BackupInfo]) -> Self {
        let row = |backup: &BackupInfo| {
            let megabytes = i64::try_from(backup.bytes >> 20).unwrap_or(i64::MAX);
            let about = tr!(
                lang,
                "backup-about",
                number = backup.generation.to_string(),
                size = megabytes
            );
            (number::day(lang, backup.day), about)
        };
        let rows: Vec<_> = backups.iter().map(row).collect();
        let title = |(day, _): &(String, String)| tr!(lang, "backup-title", day = day.as_str());
        Self {
            titles: rows.iter().map(title).collect(),
            rows,
            deed: message(lang, "backup-deed"),
            body: message(lang, "backup-body"),
            confirm: message(lang, "backup-confirm"),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Draws the rows; the one whose restore was pressed.
    pub(super) fn show(&self, ui: &mut Ui) -> Option<usize> {
        let mut chosen = None;
        for (place, (day, about)) in self.rows.iter().enumerate() {
            ui.push_id(("backup", place), |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = measures::GAP_M;
                    let (ink, weak) = (ui.palette().text, ui.palette().weak);
                    if ui.add(Button::quiet(&self.deed).small()).clicked() {
                        chosen = Some(place);
                    }
                    ui.text_line(Type::Body, ink, day);
                    ui.text_line(Type::Small, weak, about);
                });
            });
        }
        chosen
    }

    /// The question before a restore.
    pub(super) fn question(
        &self,
        chosen: usize,
        (path, backup): (&Path, &Path),
        unlock: Option<Unlock>,
    ) -> Action {
        Action::Confirm(Confirmation {
            title: self.titles.get(chosen).cloned().unwrap_or_default(),
            body: self.body.clone(),
            deed: self.confirm.clone(),
            is_danger: false,
            command: Box::new(Command::RestoreBackup {
                path: path.to_owned(),
                backup: backup.to_owned(),
                unlock,
            }),
        })
    }
}
