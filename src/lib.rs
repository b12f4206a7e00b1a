//! Frontline.
pub mod domain;
pub mod error;
pub mod import;
pub mod i18n;
pub mod stats;
pub mod ui;
