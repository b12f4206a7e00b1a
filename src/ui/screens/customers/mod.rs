//! The customers screen.

use egui::Ui;

use super::Screen;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;

/// The customers screen.
#[derive(Default)]
pub(super) struct Customers;

impl Screen for Customers {
    fn prepare(&mut self, _cx: &Cx<'_>) {}

    fn ui(&mut self, _ui: &mut Ui, _cx: &Cx<'_>, _actions: &mut Actions) {}
}
