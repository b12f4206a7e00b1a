//! The look: colour roles, type styles, measures, and egui's style made from them once.
//! Must not draw anything.

pub mod measures;
mod palette;
mod type_style;
mod visuals;

use egui::{Context, Theme, ThemePreference};

pub use palette::{DARK, HeatStop, LIGHT, Palette, Tone};
pub use type_style::Type;

use super::fonts;

/// The user's choice of theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// What the operating system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl From<ThemeChoice> for ThemePreference {
    fn from(choice: ThemeChoice) -> Self {
        match choice {
            ThemeChoice::System => Self::System,
            ThemeChoice::Light => Self::Light,
            ThemeChoice::Dark => Self::Dark,
        }
    }
}

/// Installs fonts and both styles. Call once, when the window is made.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.set_style_of(Theme::Light, visuals::style(&LIGHT));
    ctx.set_style_of(Theme::Dark, visuals::style(&DARK));
}

/// Shows the theme that the user chose.
pub fn choose(ctx: &Context, choice: ThemeChoice) {
    ctx.set_theme(choice);
}

/// The palette of what is being drawn now. A pointer to a constant, so it costs nothing.
#[must_use]
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode {
        &DARK
    } else {
        &LIGHT
    }
}
