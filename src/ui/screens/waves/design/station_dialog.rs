//! One station of the user's own: its name, and which branches answer there. A branch that is taken
//! out gets a station of its own, so that nobody is forgotten.

use egui::{ScrollArea, Ui};

use super::modal::{Ending, Frames, dialog};
use super::stations::own_name;
use crate::domain::{Branch, Lang, StationDesign};
use crate::i18n::message;
use crate::tr;
use crate::ui::widgets::{TextField, checkbox};

/// The dialog with what was typed and ticked.
pub(super) struct StationDialog {
    stations: Vec<StationDesign>,
    /// The station that is being changed; none for a new one.
    at: Option<usize>,
    name: String,
    ticks: Vec<(Branch, String, bool)>,
    words: [String; 7],
}

/// What was decided.
pub(super) enum Changed {
    Open,
    Done(Vec<StationDesign>),
    Cancel,
}

const TITLE: usize = 0;
const LINE: usize = 1;
const NAME: usize = 2;
const DEED: usize = 3;
const CANCEL: usize = 4;
const BAD_NAME: usize = 5;
const NOBODY: usize = 6;

impl StationDialog {
    pub(super) fn new(
        lang: Lang,
        branches: &[Branch],
        stations: &[StationDesign],
        at: Option<usize>,
    ) -> Self {
        let now = at.and_then(|at| stations.get(at));
        let staffed = branches.iter().filter(|branch| branch.head_count() > 0);
        let tick = |branch: &Branch| {
            let words = tr!(
                lang,
                "design-move-branch",
                code = branch.code.as_str(),
                name = branch.name.as_str(),
                count = i64::from(branch.head_count())
            );
            let is_here = now.is_some_and(|station| station.branches.contains(&branch.code));
            (branch.clone(), words, is_here)
        };
        Self {
            stations: stations.to_vec(),
            at,
            name: now.map_or_else(String::new, |station| station.name.clone()),
            ticks: staffed.map(tick).collect(),
            words: [
                "design-station-title",
                "design-station-line",
                "design-station-name",
                "design-station-deed",
                "cancel",
                "design-station-bad-name",
                "design-station-nobody",
            ]
            .map(|key| message(lang, key)),
        }
    }

    /// Draws the dialog.
    pub(super) fn show(&mut self, ui: &Ui) -> Changed {
        let is_named = self.is_named();
        let has_branches = self.ticks.iter().any(|(_, _, is_on)| *is_on);
        let (name, ticks, words) = (&mut self.name, &mut self.ticks, &self.words);
        let reason = if !is_named {
            Some(words[BAD_NAME].as_str())
        } else if !has_branches {
            Some(words[NOBODY].as_str())
        } else {
            None
        };
        let frames = Frames {
            id: "station",
            title: &words[TITLE],
            line: &words[LINE],
            deed: &words[DEED],
            cancel: &words[CANCEL],
            reason,
        };
        let ending = dialog(ui, frames, |ui| {
            TextField::new("station-name", &words[NAME])
                .width(f32::INFINITY)
                .show(ui, name);
            let most = (ui.ctx().content_rect().height() - 330.0).clamp(96.0, 320.0);
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                ui.set_width(ui.available_width());
                for (_, words, is_on) in ticks.iter_mut() {
                    checkbox(ui, is_on, words, None);
                }
            });
        });
        match ending {
            Ending::Open => Changed::Open,
            Ending::Deed => Changed::Done(self.changed()),
            Ending::Cancel => Changed::Cancel,
        }
    }

    /// Is the name fit, and no other station's that will remain?
    fn is_named(&self) -> bool {
        let name = self.name.trim();
        let length = name.chars().count();
        let others = self.stations.iter().enumerate();
        let is_taken = others
            .filter(|(at, _)| Some(*at) != self.at)
            .any(|(_, station)| station.name == name);
        (1..=60).contains(&length) && !is_taken
    }

    fn changed(&self) -> Vec<StationDesign> {
        let is_here = |branch: &Branch| {
            let mut ticks = self.ticks.iter();
            ticks.any(|(it, _, is_on)| *is_on && it.code == branch.code)
        };
        let all: Vec<Branch> = self.ticks.iter().map(|(it, _, _)| it.clone()).collect();
        let here: Vec<_> = all.iter().filter(|branch| is_here(branch)).collect();
        let was_here = |branch: &Branch| {
            let now = self.at.and_then(|at| self.stations.get(at));
            now.is_some_and(|station| station.branches.contains(&branch.code))
        };
        let mut after = Vec::new();
        for (at, station) in self.stations.iter().enumerate() {
            let mut rest = station.clone();
            if Some(at) == self.at {
                rest.name = self.name.trim().to_owned();
                rest.branches = here.iter().map(|branch| branch.code.clone()).collect();
            } else {
                rest.branches
                    .retain(|code| !here.iter().any(|branch| branch.code == *code));
            }
            if !rest.branches.is_empty() {
                after.push(rest);
            }
        }
        if self.at.is_none() {
            after.push(StationDesign {
                name: self.name.trim().to_owned(),
                branches: here.iter().map(|branch| branch.code.clone()).collect(),
            });
        }
        for branch in all
            .iter()
            .filter(|branch| was_here(branch) && !is_here(branch))
        {
            let mut name = own_name(&all, branch);
            if after.iter().any(|station| station.name == name) {
                name = format!("{} {name}", branch.code.as_str());
            }
            after.push(StationDesign {
                name: name.chars().take(60).collect(),
                branches: vec![branch.code.clone()],
            });
        }
        after
    }
}
