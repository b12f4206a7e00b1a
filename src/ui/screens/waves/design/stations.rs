//! Where people answer: a PC in every branch, one PC here, or groups of the user's own.

use std::collections::BTreeMap;

use egui::Ui;

use super::station_dialog::StationDialog;
use super::{Draft, Wish};
use crate::domain::{Branch, BranchCode, Lang, StationDesign};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Column, OptionCard, Table, equal_cells, is_narrow,
};

/// How stations are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    PerBranch,
    Here,
    Own,
}

impl Layout {
    const ALL: [Self; 3] = [Self::PerBranch, Self::Here, Self::Own];

    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::PerBranch => ("design-stations-branch", "design-stations-branch-line"),
            Self::Here => ("design-stations-here", "design-stations-here-line"),
            Self::Own => ("design-stations-own", "design-stations-own-line"),
        }
    }

    /// The layout that these stations have.
    pub(super) fn of(stations: &[StationDesign]) -> Self {
        if stations.len() == 1 {
            Self::Here
        } else if stations.iter().all(|station| station.branches.len() == 1) {
            Self::PerBranch
        } else {
            Self::Own
        }
    }
}

/// The left side of the step, formatted.
pub(super) struct Stations {
    lang: Lang,
    words: Words,
    caption: String,
    layout: Layout,
    stations: Vec<StationDesign>,
    branches: Vec<Branch>,
    rows: Vec<[String; 4]>,
}

impl Stations {
    pub(super) fn new(draft: &Draft<'_>) -> Self {
        let lang = draft.lang;
        let stations = draft.collection.design.stations.clone();
        let branches = &draft.overview.branches;
        let change = message(lang, "design-change");
        let rows = stations
            .iter()
            .map(|station| {
                let own = branches
                    .iter()
                    .filter(|branch| station.branches.contains(&branch.code));
                let names: Vec<&str> = own.clone().map(|branch| branch.name.as_str()).collect();
                let people: u32 = own.map(Branch::head_count).sum();
                [
                    station.name.clone(),
                    names.join(", "),
                    number::count(lang, u64::from(people)),
                    change.clone(),
                ]
            })
            .collect();
        let count = i64::try_from(stations.len()).unwrap_or(i64::MAX);
        Self {
            lang,
            caption: tr!(lang, "design-stations-caption", count = count),
            layout: Layout::of(&stations),
            branches: branches.clone(),
            rows,
            stations,
            words: Words::new(
                lang,
                &[
                    "design-stations",
                    "design-stations-branch",
                    "design-stations-branch-line",
                    "design-stations-here",
                    "design-stations-here-line",
                    "design-stations-own",
                    "design-stations-own-line",
                    "design-station",
                    "design-stations-head",
                    "design-station-branches",
                    "participation-invited",
                    "design-station-join",
                ],
            ),
        }
    }

    /// Draws both cards; `is_own` keeps the choice of own groups while they look like the others.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        height: f32,
        is_own: &mut bool,
        wishes: &mut Vec<Wish>,
    ) -> Option<StationDialog> {
        let top = ui.cursor().top();
        let layout = if *is_own { Layout::Own } else { self.layout };
        Card::new().show(ui, |ui| {
            CardHead::new(self.words.get("design-stations")).plain(ui);
            let per_row = if ui.available_width() < 560.0 { 1 } else { 3 };
            equal_cells(ui, (3, per_row), |ui, index| {
                let Some(option) = Layout::ALL.get(index).copied() else {
                    return;
                };
                let (title, line) = option.keys();
                let card = OptionCard::new(self.words.get(title), layout == option)
                    .line(self.words.get(line));
                if card.show(ui).clicked() {
                    *is_own = option == Layout::Own;
                    self.choose(option, wishes);
                }
            });
        });
        let rest = height - (ui.cursor().top() - top);
        self.table_ui(ui, (rest, layout == Layout::Own))
    }

    fn choose(&self, option: Layout, wishes: &mut Vec<Wish>) {
        if option == self.layout {
            return;
        }
        match option {
            Layout::PerBranch => wishes.push(Wish::Stations(per_branch(&self.branches))),
            Layout::Here => wishes.push(Wish::Stations(here(self.lang, &self.branches))),
            Layout::Own => {}
        }
    }

    fn table_ui(&self, ui: &mut Ui, (height, is_own): (f32, bool)) -> Option<StationDialog> {
        let mut dialog = None;
        let most = if is_narrow(ui) {
            f32::INFINITY
        } else {
            height.max(200.0)
        };
        Card::flush().show(ui, |ui| {
            let head =
                CardHead::flush(self.words.get("design-stations-head")).caption(&self.caption);
            head.show(ui, |ui| {
                if is_own {
                    let join = Button::quiet(self.words.get("design-station-join"));
                    if ui.add(join.icon(Icon::Combine).small()).clicked() {
                        dialog = Some(None);
                    }
                }
            });
            let columns = [
                Column::text(self.words.get("design-station")).at_most(220.0),
                Column::text(self.words.get("design-station-branches")).share(1.0, 140.0),
                Column::number(self.words.get("participation-invited")),
                Column::text("").width(if is_own { 96.0 } else { 8.0 }),
            ];
            let table = Table::new("stations", self.words.get("design-stations"), &columns)
                .max_height(most - 46.0);
            let answer = table.show(ui, self.rows.len(), &|row, column| match (
                self.rows.get(row).and_then(|cells| cells.get(column)),
                column,
            ) {
                (Some(words), 0) => Cell::Strong(words),
                (Some(words), 1) => Cell::Weak(words),
                (Some(words), 2) => Cell::Text(words),
                (Some(words), 3) if is_own => Cell::Link(words),
                _ => Cell::Empty,
            });
            if let Some((row, _)) = answer.link {
                dialog = Some(Some(row));
            }
        });
        dialog.map(|station| StationDialog::new(self.lang, &self.branches, &self.stations, station))
    }
}

/// A PC in every branch with staff, named after it.
fn per_branch(branches: &[Branch]) -> Vec<StationDesign> {
    let staffed = branches.iter().filter(|branch| branch.head_count() > 0);
    staffed
        .map(|branch| StationDesign {
            name: own_name(branches, branch),
            branches: vec![branch.code.clone()],
        })
        .collect()
}

/// The name of a branch as a station: with its code where another branch has the same name.
pub(super) fn own_name(branches: &[Branch], branch: &Branch) -> String {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for other in branches {
        *names.entry(other.name.as_str()).or_default() += 1;
    }
    let is_twice = names.get(branch.name.as_str()).copied().unwrap_or(0) > 1;
    let name = if is_twice || branch.name.trim().is_empty() {
        format!("{} {}", branch.code.as_str(), branch.name)
    } else {
        branch.name.clone()
    };
    name.trim().chars().take(60).collect()
}

/// Everybody at one PC.
fn here(lang: Lang, branches: &[Branch]) -> Vec<StationDesign> {
    let staffed = branches.iter().filter(|branch| branch.head_count() > 0);
    let codes: Vec<BranchCode> = staffed.map(|branch| branch.code.clone()).collect();
    vec![StationDesign {
        name: message(lang, "design-station-here"),
        branches: codes,
    }]
}
