//! What the program remembers about its user: language, theme, last workspace. Never about staff.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::files;
use crate::domain::Lang;
use crate::error::{Error, Kind, Result};

/// Light, dark, or as the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Remembered choices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Settings {
    /// Language; none until chosen: then the system's.
    pub lang: Option<Lang>,
    /// Theme.
    pub theme: ThemeChoice,
    /// Zoom in per cent, 80 to 200; 0 for the default.
    pub zoom: u16,
    /// The workspace that was open last.
    pub last_workspace: Option<PathBuf>,
    /// Workspaces that were open, newest first, ten at most.
    pub recent: Vec<PathBuf>,
    /// Folder of the last export.
    pub export_folder: Option<PathBuf>,
    /// Minutes without input after which the workspace locks itself; 0 for the default.
    pub auto_lock: u16,
    /// The newest save that was seen of each workspace, by its random id: an older file in its
    /// place is noticed.
    pub seen: BTreeMap<String, u64>,
}

/// What the user may choose between for [`Settings::auto_lock`], in minutes.
pub const AUTO_LOCK_CHOICES: [u16; 4] = [5, 15, 30, 60];
const AUTO_LOCK: u16 = 15;

impl Settings {
    /// Minutes without input after which the workspace locks itself.
    #[must_use]
    pub fn auto_lock_minutes(&self) -> u16 {
        if AUTO_LOCK_CHOICES.contains(&self.auto_lock) {
            self.auto_lock
        } else {
            AUTO_LOCK
        }
    }

    /// The remembered choices; the defaults where there are none or they cannot be read.
    #[must_use]
    pub fn load(file: Option<&Path>) -> Self {
        let text = file.and_then(|file| files::read_text(file).ok());
        text.and_then(|text| toml::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Remembers them.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, file: Option<&Path>) -> Result<()> {
        let Some(file) = file else { return Ok(()) };
        let text = toml::to_string(self)
            .map_err(|fault| Error::from(Kind::Internal(fault.to_string())))?;
        files::write(file, text.as_bytes())
    }
}
