//! The window: egui only. Views take what they show by reference and push actions; no store, no files, no SQL.

pub mod fonts;
pub mod icons;
pub mod theme;
pub mod widgets;
