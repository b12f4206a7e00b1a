//! What figures are compared with: the choice, and the difference to it in words.

use egui::Ui;

use crate::analysis::{
    Alone, Compared, Comparisons, FigurePlace, FigureSubject, Findings, Yardstick,
};
use crate::domain::Audience;
use crate::i18n::message;
use crate::phrases;
use crate::ui::cx::Cx;
use crate::ui::widgets::Dropdown;

/// The least width of the choice.
const SLIM: f32 = 112.0;

/// The choice.
#[derive(Debug, Default)]
pub(super) struct Against {
    offered: Vec<Yardstick>,
    /// So many of them a manager's report may use; other branches come after them.
    for_cuts: usize,
    names: Vec<String>,
    chosen: Yardstick,
    label: String,
}

/// Differences to what was chosen.
#[derive(Clone, Copy)]
pub(super) struct Differences<'a> {
    comparisons: Comparisons<'a>,
    wave: usize,
    audience: Audience,
    yardstick: &'a Yardstick,
}

impl Differences<'_> {
    /// The figure of a branch (none: the company) beside the other.
    pub(super) fn of(
        self,
        branch: Option<usize>,
        subject: FigureSubject,
    ) -> Result<Compared, Alone> {
        let place = FigurePlace {
            wave: self.wave,
            audience: self.audience,
            branch,
            subject,
        };
        self.comparisons.one(place, self.yardstick)
    }
}

/// The findings with the figures from outside.
pub(super) fn comparisons<'a>(cx: &Cx<'a>, findings: &'a Findings) -> Comparisons<'a> {
    Comparisons {
        findings,
        outside: cx.overview.map_or(&[][..], |overview| &overview.benchmarks),
    }
}

impl Against {
    /// Prepares the choice for the wave that is shown.
    pub(super) fn prepare(&mut self, cx: &Cx<'_>, findings: &Findings) {
        self.label = message(cx.lang, "results-against");
        let offered = comparisons(cx, findings).offered(cx.wave).into_iter();
        let (others, mut own): (Vec<_>, Vec<_>) = offered.partition(Yardstick::is_of_branches);
        self.for_cuts = own.len();
        own.extend(others);
        self.offered = own;
        let names = self.offered.iter();
        self.names = names.map(|it| phrases::yardstick(cx.lang, it)).collect();
        if !self.offered.contains(&self.chosen) {
            self.chosen = self.offered.first().cloned().unwrap_or_default();
        }
    }

    /// Is there anything to compare with?
    pub(super) fn is_offered(&self) -> bool {
        !self.offered.is_empty()
    }

    /// Differences to what is chosen.
    pub(super) fn differences<'a>(
        &'a self,
        cx: &Cx<'a>,
        findings: &'a Findings,
        audience: Audience,
    ) -> Differences<'a> {
        Differences {
            comparisons: comparisons(cx, findings),
            wave: cx.wave,
            audience,
            yardstick: &self.chosen,
        }
    }

    fn position(&self, is_cut: bool) -> usize {
        let now = self.offered.iter().position(|it| *it == self.chosen);
        now.filter(|at| *at < self.count(is_cut)).unwrap_or(0)
    }

    fn count(&self, is_cut: bool) -> usize {
        if is_cut {
            self.for_cuts
        } else {
            self.offered.len()
        }
    }

    /// What is chosen, for a manager's report without other branches.
    pub(super) fn chosen(&self, is_cut: bool) -> Yardstick {
        let found = self.offered.get(self.position(is_cut));
        found.cloned().unwrap_or_default()
    }

    /// Draws the choice in a width, or in what room there is; true when it changed.
    pub(super) fn show(&mut self, ui: &mut Ui, (width, is_cut): (f32, bool)) -> bool {
        let names = self.names.get(..self.count(is_cut)).unwrap_or_default();
        let now = Some(self.position(is_cut));
        let width = width.min(ui.available_width()).max(SLIM);
        let choice = Dropdown::new("against", &self.label, names, now);
        let chosen = choice.width(width).show(ui);
        let Some(found) = chosen.and_then(|at| self.offered.get(at)) else {
            return false;
        };
        self.chosen = found.clone();
        true
    }
}
