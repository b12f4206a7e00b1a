//! The system's own file dialogs, off the drawing thread, and its way to open a file or a kiosk.

use std::path::{Path, PathBuf};

use rfd::AsyncFileDialog;

use super::action::Pick;
use crate::app::{RatingFileKind, Surroundings, extensions};
use crate::domain::Lang;
use crate::i18n::message;

/// Shows the dialog; `chosen` is called on another thread if the user chooses something.
pub(super) fn pick(
    lang: Lang,
    pick: Pick,
    chosen: impl FnOnce(Pick, Vec<PathBuf>) + Send + 'static,
) {
    let dialog = AsyncFileDialog::new().set_title(message(lang, title_key(&pick)));
    // The dialog is made here, on the main thread, as macOS demands; only the waiting moves.
    match shape(lang, &pick) {
        Shape::Open(name, extensions) => {
            wait(
                filtered(dialog, &name, extensions).pick_file(),
                pick,
                chosen,
            );
        }
        Shape::OpenAny => wait(dialog.pick_file(), pick, chosen),
        Shape::Save(file, name, extensions) => {
            let dialog = filtered(dialog, &name, extensions).set_file_name(file);
            wait(dialog.save_file(), pick, chosen);
        }
        Shape::Folder => wait(dialog.pick_folder(), pick, chosen),
        Shape::OpenMany(name, extensions) => {
            let dialog = filtered(dialog, &name, extensions).pick_files();
            std::thread::spawn(move || {
                if let Some(files) = pollster::block_on(dialog) {
                    let paths = files.iter().map(|file| file.path().to_owned());
                    chosen(pick, paths.collect());
                }
            });
        }
    }
}

/// Shows the folder dialog for a bundle of the kiosk.
pub(super) fn pick_bundle_folder(lang: Lang, chosen: impl FnOnce(PathBuf) + Send + 'static) {
    let dialog = AsyncFileDialog::new().set_title(message(lang, "kiosk-bundle-folder"));
    wait(dialog.pick_folder(), Pick::ReportFolder, |_, folders| {
        if let Some(folder) = folders.into_iter().next() {
            chosen(folder);
        }
    });
}

/// What a dialog asks for: words for the kind of file, and how such files end.
enum Shape {
    Open(String, &'static [&'static str]),
    OpenMany(String, &'static [&'static str]),
    OpenAny,
    /// The name that is offered comes first.
    Save(String, String, &'static [&'static str]),
    Folder,
}

fn shape(lang: Lang, pick: &Pick) -> Shape {
    let word = |key| message(lang, key);
    let own = || word("dialog-own-files");
    let tables = &["xlsx", "xls", "ods", "csv", "tsv", "txt"];
    let named = |name: &str, extension| format!("{name}.{extension}");
    match pick {
        Pick::OpenWorkspace => Shape::Open(word("dialog-workspace"), &["frontline"]),
        Pick::NewWorkspace { company } => {
            let name = named(company, "frontline");
            Shape::Save(name, word("dialog-workspace"), &["frontline"])
        }
        Pick::Import { .. } => Shape::Open(word("dialog-tables"), tables),
        Pick::CompetencyModel | Pick::Questionnaire => Shape::Open("TOML".to_owned(), &["toml"]),
        Pick::RatingFile { what, name, .. } => rating_shape(*what, name),
        Pick::ReportFolder | Pick::CodesFolder => Shape::Folder,
        Pick::Refusals => Shape::Save(word("dialog-refusals-name"), "CSV".to_owned(), &["csv"]),
        Pick::WitnessCard(_) => Shape::Open(own(), &[extensions::CARD]),
        Pick::Pack { station, .. } => {
            Shape::Save(named(station, extensions::PACK), own(), &[extensions::PACK])
        }
        Pick::Bundles => Shape::OpenMany(own(), &[extensions::BUNDLE]),
        Pick::Batch(wave) => {
            let name = named(wave.as_str(), extensions::BATCH);
            Shape::Save(name, own(), &[extensions::BATCH])
        }
        Pick::Release => Shape::Open(own(), &[extensions::RELEASE]),
        Pick::RecoverySheet | Pick::WitnessSheet => {
            Shape::Save(word("dialog-recovery-name"), "PDF".to_owned(), &["pdf"])
        }
        Pick::Verify => Shape::OpenAny,
        Pick::WitnessKey => Shape::Open(own(), &[extensions::WITNESS]),
        Pick::NewWitnessKey { name, .. } => {
            let name = named(name, extensions::WITNESS);
            Shape::Save(name, own(), &[extensions::WITNESS])
        }
        Pick::SaveCard => {
            let name = named(&word("dialog-card-name"), extensions::CARD);
            Shape::Save(name, own(), &[extensions::CARD])
        }
        Pick::ReadBatch => Shape::Open(own(), &[extensions::BATCH]),
        Pick::SaveRelease => {
            let name = named(&word("dialog-release-name"), extensions::RELEASE);
            Shape::Save(name, own(), &[extensions::RELEASE])
        }
    }
}

fn rating_shape(what: RatingFileKind, name: &str) -> Shape {
    let (kind, extension, list): (&str, &str, &'static [&'static str]) = match what {
        RatingFileKind::Book { .. } => ("Excel", "xlsx", &["xlsx"]),
        RatingFileKind::Profile(_) | RatingFileKind::Forms => ("PDF", "pdf", &["pdf"]),
    };
    // Signs that no file name bears would make the system's dialog refuse the offer.
    let plain: String = name
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
            other => other,
        })
        .collect();
    Shape::Save(format!("{plain}.{extension}"), kind.to_owned(), list)
}

fn filtered(dialog: AsyncFileDialog, name: &str, extensions: &[&str]) -> AsyncFileDialog {
    dialog.add_filter(name, extensions)
}

fn title_key(pick: &Pick) -> &'static str {
    match pick {
        Pick::OpenWorkspace => "dialog-open-workspace",
        Pick::NewWorkspace { .. } => "dialog-new-workspace",
        Pick::Import { .. } => "dialog-import",
        Pick::CompetencyModel => "model-import",
        Pick::Questionnaire => "dialog-questionnaire",
        Pick::RatingFile { what, .. } => match what {
            RatingFileKind::Book { .. } => "rated-dialog-book",
            RatingFileKind::Profile(_) => "rated-dialog-profile",
            RatingFileKind::Forms => "rated-dialog-forms",
        },
        Pick::ReportFolder => "dialog-folder",
        Pick::Refusals => "dialog-refusals",
        Pick::RecoverySheet | Pick::WitnessSheet => "dialog-recovery",
        Pick::WitnessCard(_) => "dialog-card",
        Pick::CodesFolder => "dialog-codes-folder",
        Pick::Pack { .. } => "dialog-pack",
        Pick::Bundles => "dialog-bundles",
        Pick::Batch(_) => "dialog-batch",
        Pick::Release => "dialog-release",
        Pick::Verify => "dialog-verify",
        Pick::WitnessKey => "dialog-witness-key",
        Pick::NewWitnessKey { .. } => "dialog-new-witness-key",
        Pick::SaveCard => "dialog-save-card",
        Pick::ReadBatch => "dialog-read-batch",
        Pick::SaveRelease => "dialog-save-release",
    }
}

fn wait<F>(dialog: F, pick: Pick, chosen: impl FnOnce(Pick, Vec<PathBuf>) + Send + 'static)
where
    F: Future<Output = Option<rfd::FileHandle>> + Send + 'static,
{
    std::thread::spawn(move || {
        if let Some(file) = pollster::block_on(dialog) {
            chosen(pick, vec![file.path().to_owned()]);
        }
    });
}

/// Starts this program once more as a kiosk. Where that fails nothing happens; the workspace is
/// closed all the same.
pub(super) fn start_kiosk(pack: &Path) {
    let program = Surroundings::program();
    drop(
        std::process::Command::new(program)
            .arg("kiosk")
            .arg(pack)
            .spawn(),
    );
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
