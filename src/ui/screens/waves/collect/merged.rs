//! What became of the files that came in last, and the folders that codes were written to.

use std::path::PathBuf;

use egui::Ui;

use crate::app::extensions;
use crate::i18n::{error_sentence, message};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::common::upper_first;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _};

/// The outcome of the last merge, and of the last codes.
pub(super) struct Merged {
    title: String,
    /// File, what became of it, and was it taken?
    files: Vec<(String, String, bool)>,
    codes: Option<(String, String, PathBuf)>,
    show_folder: String,
}

impl Merged {
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let lang = cx.lang;
        let files = cx.merged.iter().map(|file| match &file.outcome {
            Ok((station, new)) => {
                let words = tr!(
                    lang,
                    "merged-taken",
                    station = station.as_str(),
                    count = i64::from(*new)
                );
                (file.file.clone(), words, true)
            }
            Err(error) => {
                let words = upper_first(&error_sentence(lang, error));
                (file.file.clone(), words, false)
            }
        });
        let count = i64::try_from(cx.exported.len()).unwrap_or(i64::MAX);
        let made = cx.exported.first();
        let told = made.map_or_else(Default::default, |made| {
            if extensions::is_sealed(made) {
                let name = made.file_name().unwrap_or_default().to_string_lossy();
                let title = tr!(lang, "witness-saved", file = name.into_owned());
                let is_batch = made.extension().is_some_and(|it| it == extensions::BATCH);
                let line = is_batch.then(|| message(lang, "collect-saved-line"));
                return (title, line.unwrap_or_default());
            }
            let title = tr!(lang, "codes-made", count = count);
            (title, message(lang, "codes-made-line"))
        });
        let folder = made.and_then(|path| path.parent());
        Self {
            title: message(lang, "merged-title"),
            files: files.collect(),
            codes: folder.map(|folder| {
                let (title, line) = told;
                (title, line, folder.to_owned())
            }),
            show_folder: message(lang, "settings-show-folder"),
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, actions: &mut Actions) {
        if let Some((title, line, folder)) = &self.codes {
            Card::new().show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = measures::GAP_S;
                CardHead::new(title).plain(ui);
                if !line.is_empty() {
                    ui.text_weak(Type::Small, line);
                }
                let open = Button::secondary(&self.show_folder).icon(Icon::HardDrive);
                if ui.add(open.small()).clicked() {
                    actions.push(Action::OpenPath(folder.clone()));
                }
            });
        }
        if self.files.is_empty() {
            return;
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            CardHead::new(&self.title).plain(ui);
            for (file, words, is_taken) in &self.files {
                file_ui(ui, (file, words), *is_taken);
            }
        });
    }
}

fn file_ui(ui: &mut Ui, (file, words): (&str, &str), is_taken: bool) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let palette = ui.palette();
        let (icon, tone) = if is_taken {
            (Icon::Check, Tone::Ok)
        } else {
            (Icon::CircleAlert, Tone::Bad)
        };
        ui.icon(icon, measures::ICON, palette.tone(tone));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.text(Type::Strong, words);
            ui.text_weak(Type::Small, file);
        });
    });
}
