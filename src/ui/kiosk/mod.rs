//! The kiosk: what an employee sees on the shared computer of a branch.
//!
//! [`Kiosk`] draws pages and collects wishes; it never touches a file and knows only
//! [`crate::app::kiosk`]. Everything of one respondent lives in one value, `Visit`, and in egui's own
//! memory; both are thrown away at the end of a visit, and the next frame starts from nothing. Must
//! not log, copy to the clipboard, or keep anything between two visits.
//!
//! Words are looked up while drawing: a page has a few dozen of them and nothing here repaints
//! unless somebody touches it.

mod controls;
mod entry;
mod exit;
mod frame;
mod idle;
mod keys;
mod pages;
mod paint;
mod paper;
mod state;
mod visit;
mod window;
mod wipe;

pub use paper::PaperStep;
pub use state::{Kiosk, Page, Wish};
pub use window::{Start, run, run_with, zoom_for};
