//! Every screen without a display: state, language, theme, clicks.

mod fixture;
mod harness;
mod home;
mod import_wizard;
mod organisation;
mod questionnaires;
mod settings;
mod waves;
mod welcome;
