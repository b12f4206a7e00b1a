//! What the program takes from outside: the day, randomness, and where files live.

use std::path::{Path, PathBuf};

use crate::domain::{Date, Lang};

/// The day, a source of seeds, and folders. Tests pass fixed ones.
#[derive(Debug, Clone)]
pub struct Surroundings {
    today: Option<Date>,
    seed: Option<u64>,
    config: Option<PathBuf>,
    documents: PathBuf,
    data: PathBuf,
}

impl Surroundings {
    /// Those of this computer and user.
    #[must_use]
    pub fn real() -> Self {
        let project = directories::ProjectDirs::from("", "", "Frontline");
        let user = directories::UserDirs::new();
        let home = user
            .as_ref()
            .map_or_else(|| PathBuf::from("."), |user| user.home_dir().into());
        let documents = user
            .as_ref()
            .and_then(|user| user.document_dir())
            .map(Path::to_owned);
        Self {
            today: None,
            seed: None,
            config: project
                .as_ref()
                .map(|project| project.config_dir().join("settings.toml")),
            documents: documents.unwrap_or_else(|| home.clone()),
            // Local, not roaming: nothing of a workspace should travel by itself.
            data: project.map_or(home, |project| project.data_local_dir().to_owned()),
        }
    }

    /// Fixed day and seed; every file below one folder.
    #[must_use]
    pub fn fixed(today: Date, seed: u64, folder: &Path) -> Self {
        Self {
            today: Some(today),
            seed: Some(seed),
            config: Some(folder.join("settings.toml")),
            documents: folder.to_owned(),
            data: folder.to_owned(),
        }
    }

    /// Are day and seed fixed, as tests fix them?
    #[must_use]
    pub(in crate::app) fn is_fixed(&self) -> bool {
        self.today.is_some()
    }

    /// The same without a place for the user's choices.
    #[must_use]
    pub fn without_settings(self) -> Self {
        Self {
            config: None,
            ..self
        }
    }

    /// Today.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    /// A seed that nobody can guess; the fixed one in tests.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed.unwrap_or_else(rand::random)
    }

    /// Where the user's choices are kept; none where the system has no such place.
    #[must_use]
    pub fn settings_file(&self) -> Option<&Path> {
        self.config.as_deref()
    }

    /// Where reports go by default.
    #[must_use]
    pub fn documents(&self) -> &Path {
        &self.documents
    }

    /// Where the demo lives by default.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// This program's own file, to start it once more as a kiosk.
    #[must_use]
    pub fn program() -> PathBuf {
        std::env::current_exe().unwrap_or_else(|_| PathBuf::from("frontline"))
    }

    /// The language of the system: Russian where it says so, English elsewhere.
    #[must_use]
    pub fn system_lang() -> Lang {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"];
        let set = names
            .into_iter()
            .filter_map(|name| std::env::var(name).ok());
        let first = set
            .into_iter()
            .find(|value| !value.is_empty())
            .unwrap_or_default();
        if first.to_lowercase().starts_with("en") {
            Lang::En
        } else {
            Lang::Ru
        }
    }
}
