//! The reports screen.

use egui::Ui;

use super::Screen;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;

/// The reports screen.
#[derive(Default)]
pub(super) struct Reports;

impl Screen for Reports {
    fn prepare(&mut self, _cx: &Cx<'_>) {}

    fn ui(&mut self, _ui: &mut Ui, _cx: &Cx<'_>, _actions: &mut Actions) {}
}
