//! The system's own file dialogs, off the drawing thread, and its way to open a file.

use std::path::{Path, PathBuf};

use rfd::AsyncFileDialog;

use super::action::Pick;
use crate::domain::Lang;
use crate::i18n::message;

/// Shows the dialog; `chosen` is called on another thread if the user chooses something.
pub(super) fn pick(lang: Lang, pick: Pick, chosen: impl FnOnce(Pick, PathBuf) + Send + 'static) {
    let dialog = AsyncFileDialog::new().set_title(message(lang, title_key(&pick)));
    let tables: &[&str] = &["xlsx", "xls", "ods", "csv", "tsv", "txt"];
    let tables_word = message(lang, "dialog-tables");
    let workspace_word = message(lang, "dialog-workspace");
    // The dialog is made here, on the main thread, as macOS demands; only the waiting moves.
    match &pick {
        Pick::OpenWorkspace => {
            let dialog = dialog
                .add_filter(workspace_word, &["frontline"])
                .pick_file();
            wait(dialog, pick, chosen);
        }
        Pick::NewWorkspace { company } => {
            let name = format!("{company}.frontline");
            let dialog = dialog
                .set_file_name(name)
                .add_filter(workspace_word, &["frontline"]);
            wait(dialog.save_file(), pick, chosen);
        }
        Pick::Import { .. } => {
            wait(
                dialog.add_filter(tables_word, tables).pick_file(),
                pick,
                chosen,
            );
        }
        Pick::Questionnaire => wait(
            dialog.add_filter("TOML", &["toml"]).pick_file(),
            pick,
            chosen,
        ),
        Pick::ReportFolder => wait(dialog.pick_folder(), pick, chosen),
        Pick::Refusals => {
            let name = message(lang, "dialog-refusals-name");
            let dialog = dialog.set_file_name(name).add_filter("CSV", &["csv"]);
            wait(dialog.save_file(), pick, chosen);
        }
    }
}

/// Shows the folder dialog for a bundle of the kiosk.
pub(super) fn pick_bundle_folder(lang: Lang, chosen: impl FnOnce(PathBuf) + Send + 'static) {
    let dialog = AsyncFileDialog::new().set_title(message(lang, "kiosk-bundle-folder"));
    wait(dialog.pick_folder(), Pick::ReportFolder, |_, folder| {
        chosen(folder);
    });
}

fn title_key(pick: &Pick) -> &'static str {
    match pick {
        Pick::OpenWorkspace => "dialog-open-workspace",
        Pick::NewWorkspace { .. } => "dialog-new-workspace",
        Pick::Import { .. } => "dialog-import",
        Pick::Questionnaire => "dialog-questionnaire",
        Pick::ReportFolder => "dialog-folder",
        Pick::Refusals => "dialog-refusals",
    }
}

fn wait<F>(dialog: F, pick: Pick, chosen: impl FnOnce(Pick, PathBuf) + Send + 'static)
where
    F: Future<Output = Option<rfd::FileHandle>> + Send + 'static,
{
    std::thread::spawn(move || {
        if let Some(file) = pollster::block_on(dialog) {
            chosen(pick, file.path().to_owned());
        }
    });
}

/// Opens a file or folder with the system's own program. Where there is none, nothing happens: the
/// path stands on the screen.
pub(super) fn open_path(path: &Path) {
    let program = if cfg!(target_os = "windows") {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    if let Ok(mut child) = std::process::Command::new(program).arg(path).spawn() {
        std::thread::spawn(move || child.wait());
    }
}
