//! What the shell does with files that were chosen or dropped on the window.

use std::path::{Path, PathBuf};

use super::{Outward, Shell};
use crate::app::{
    Command, DesignChange, ImportStart, RatingCommand, RatingFile, Settings, WaveInfo, WitnessDeed,
    extensions,
};
use crate::domain::{WaveCode, WaveState};
use crate::i18n::message;
use crate::ui::action::{Confirmation, Pick};
use crate::ui::screens::ScreenId;

impl Shell {
    /// The user chose files; all but bundles come one at a time.
    pub fn on_picked(&mut self, pick: Pick, mut paths: Vec<PathBuf>) -> Vec<Outward> {
        if pick == Pick::Bundles {
            self.run(Command::MergeBundles(paths));
        } else if !paths.is_empty() {
            let path = paths.swap_remove(0);
            self.on_one_picked(pick, path);
        }
        std::mem::take(&mut self.outward)
    }

    fn on_one_picked(&mut self, pick: Pick, path: PathBuf) {
        let command = match pick {
            Pick::OpenWorkspace => Command::OpenWorkspace(path),
            Pick::NewWorkspace { company } => return self.ask_new_keys(path, Some(company)),
            Pick::RecoverySheet => return self.print_words(path),
            Pick::Import { kind, wave } => Command::StartImport(ImportStart {
                path,
                kind,
                sheet: None,
                wave,
            }),
            Pick::Questionnaire => Command::AddQuestionnaire(path),
            Pick::CompetencyModel => Command::Ratings(RatingCommand::AddModel(path)),
            Pick::RatingFile { round, what, .. } => {
                let lang = self.lang;
                Command::Ratings(RatingCommand::Write(RatingFile {
                    round,
                    what,
                    lang,
                    path,
                }))
            }
            Pick::ReportFolder => return self.keep_report_folder(path),
            Pick::Refusals => Command::SaveRefusals(path),
            Pick::WitnessCard(wave) => Command::DesignWave {
                wave,
                change: DesignChange::AddWitness(path),
            },
            Pick::CodesFolder => return self.keep_codes_folder(path),
            Pick::Pack { wave, station } => Command::ExportPack {
                wave,
                station,
                path,
            },
            Pick::Bundles => Command::MergeBundles(vec![path]),
            Pick::Batch(wave) => Command::ExportBatch { wave, path },
            Pick::Release => Command::ImportRelease(path),
            Pick::Verify => Command::VerifyFile(path),
            Pick::WitnessKey => return self.keep_witness_file(path),
            Pick::NewWitnessKey { name, passphrase } => Command::Witness(WitnessDeed::Create {
                path,
                name,
                passphrase,
            }),
            Pick::WitnessSheet => return self.print_witness_words(path),
            Pick::SaveCard => Command::Witness(WitnessDeed::SaveCard(path)),
            Pick::ReadBatch => Command::Witness(WitnessDeed::ReadBatch(path)),
            Pick::SaveRelease => return self.ask_release(path),
        };
        self.run(command);
    }

    fn print_witness_words(&mut self, path: PathBuf) {
        let words = self.witness.ready().and_then(|view| view.recovery.clone());
        if let Some(words) = words {
            self.run(Command::Witness(WitnessDeed::PrintWords { path, words }));
        }
    }

    fn keep_report_folder(&mut self, path: PathBuf) {
        let settings = Settings {
            export_folder: Some(path),
            ..self.settings.clone()
        };
        self.remember(settings);
    }

    fn keep_codes_folder(&mut self, path: PathBuf) {
        self.codes_folder = path;
        self.is_stale = true;
    }

    fn keep_witness_file(&mut self, path: PathBuf) {
        self.witness_file = Some(path);
        self.is_stale = true;
    }

    /// A release happens once, so the question comes after the place is chosen.
    fn ask_release(&mut self, path: PathBuf) {
        let lang = self.lang;
        self.confirmation = Some(Confirmation {
            title: message(lang, "witness-release-title"),
            body: message(lang, "witness-release-body"),
            deed: message(lang, "witness-release-deed"),
            is_danger: false,
            command: Box::new(Command::Witness(WitnessDeed::Release(path))),
        });
    }

    /// Files were dropped on the window: bundles are merged together, of the rest the first is
    /// taken for what its name says.
    pub fn on_dropped(&mut self, paths: Vec<PathBuf>) -> Vec<Outward> {
        if self.ratings.is_shared {
            return Vec::new();
        }
        let (bundles, rest): (Vec<PathBuf>, Vec<PathBuf>) = paths
            .into_iter()
            .partition(|path| extension(path) == extensions::BUNDLE);
        if !bundles.is_empty() {
            return self.on_picked(Pick::Bundles, bundles);
        }
        let Some(path) = rest.into_iter().next() else {
            return Vec::new();
        };
        let is_witness = self.screen == ScreenId::Witness;
        let pick = match extension(&path).as_str() {
            "frontline" => Pick::OpenWorkspace,
            "toml" if self.screen == ScreenId::Competencies => Pick::CompetencyModel,
            "toml" => Pick::Questionnaire,
            extensions::RELEASE if !is_witness => Pick::Release,
            extensions::BATCH if is_witness && self.witness.ready().is_some() => Pick::ReadBatch,
            extensions::WITNESS if self.overview.is_none() => {
                self.go(ScreenId::Witness);
                Pick::WitnessKey
            }
            extensions::CARD => self.designed_wave().map_or(Pick::Verify, Pick::WitnessCard),
            extensions::PACK
            | extensions::STATION
            | extensions::BATCH
            | extensions::RELEASE
            | extensions::WITNESS => Pick::Verify,
            _ => Pick::Import {
                kind: None,
                wave: self.open_wave(),
            },
        };
        self.on_picked(pick, vec![path])
    }

    /// The draft that a witness's card is for: the one on the screen, else the latest.
    fn designed_wave(&self) -> Option<WaveCode> {
        let waves = &self.overview.as_ref()?.waves;
        let is_designed =
            |info: &&WaveInfo| info.wave.state == WaveState::Draft && info.collection.is_some();
        let mut drafts = waves.iter().rev().filter(is_designed);
        let shown = self
            .focus
            .as_ref()
            .filter(|_| self.screen == ScreenId::Design);
        let found = match shown {
            Some(code) => drafts.find(|info| info.wave.code == *code),
            None => drafts.next(),
        };
        found.map(|info| info.wave.code.clone())
    }

    fn open_wave(&self) -> Option<WaveCode> {
        let is_open = |info: &&WaveInfo| info.wave.state == WaveState::Open;
        let found = self.overview.as_ref()?.waves.iter().rev().find(is_open)?;
        Some(found.wave.code.clone())
    }
}

fn extension(path: &Path) -> String {
    path.extension()
        .map(|extension| extension.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}
