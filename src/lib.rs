//! Frontline.
pub mod analysis;
pub mod app;
pub mod cli;
pub mod disclosure;
pub mod domain;
pub mod error;
pub mod export;
pub mod i18n;
pub mod import;
pub mod phrases;
pub mod stats;
pub mod store;
pub mod ui;
