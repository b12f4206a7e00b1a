//! The window: egui only. Views take what they show by reference and push actions; no store, no
//! files, no SQL.

pub mod action;
mod brand_icon;
pub mod cx;
mod dialogs;
mod digits;
pub mod fonts;
pub mod gate;
pub mod icons;
pub mod kiosk;
pub mod load;
pub mod ratings;
pub mod screens;
pub mod shell;
pub mod theme;
pub mod widgets;
mod window;

pub use window::{Window, run_window};
