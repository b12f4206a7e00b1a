//! Use cases: what the window and the command line can ask for, and what they hear back.
//!
//! One [`Command`] in, exactly one [`Event::Done`] or [`Event::Failed`] out, with progress between.
//! The [`Worker`] runs commands one after another on a thread of its own and wakes whoever listens;
//! it does not know egui. Time and randomness come in through [`Surroundings`].

mod command;
#[allow(dead_code)]
mod files;
pub mod demo;
mod import_view;
mod overview;
mod settings;

pub use command::{
    Command, Event, ExportRequest, ExportScope, ImportPlan, ImportStart, Reply, Stage, Ticket,
    WaveDraft,
};
pub use import_view::{
    ImportColumn, ImportKindView, ImportReport, ImportRow, ImportView, RefusalGroupView,
    RefusalView, RoleView,
};
pub use overview::{
    Overview, Participation, QuestionnaireInfo, QuestionnaireOrigin, ReleaseInfo, WaveInfo,
};
pub use settings::{Settings, ThemeChoice};

/// The sheets of a workbook: key, as used in requests, and name on the tab.
#[must_use]
pub fn report_sheets(_lang: crate::domain::Lang) -> Vec<(&'static str, String)> {
    Vec::new()
}
