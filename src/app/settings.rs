//! What the program remembers about its user: language, theme, last workspace. Never about staff.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::domain::Lang;

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
}
