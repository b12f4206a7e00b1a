//! People and branches against competencies, filtered and sorted; the chosen cell in words beside.
//! Everything is formatted once; a filter only picks rows.

mod lines;
mod panel;

use egui::Ui;

use self::lines::{Line, by, choices, group_line, person_line};
use self::panel::{Panel, group_panel, person_panel};
use super::Wish;
use super::ground::{Ground, in_row};
use crate::domain::rating::PersonId;
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, Dropdown, HeatHead, HeatMap, HeatPlace, HeatRow, Kit as _, Order, Segments, Side,
    TextField, checkbox, empty_state, figure, heat_legend, key_values, two_columns,
};

/// Width of the panel.
const SIDE: f32 = 268.0;
/// Least height of the map.
const LEAST: f32 = 360.0;

const KEYS: [&str; 12] = [
    "matrix-title",
    "people-search",
    "matrix-filter-branch",
    "matrix-filter-position",
    "matrix-filter-gap",
    "matrix-nobody",
    "matrix-caption",
    "heat-low",
    "heat-high",
    "matrix-open-profile",
    "matrix-person",
    "matrix-met-short",
];

/// The page of the matrix.
#[derive(Default)]
pub(super) struct Matrix {
    words: Vec<String>,
    views: [String; 2],
    is_branches: bool,
    heads: Vec<String>,
    people: Vec<Line>,
    branches: Vec<Line>,
    company: HeatRow,
    branch_names: Vec<String>,
    branch: usize,
    positions: Vec<String>,
    position: usize,
    search: String,
    only_short: bool,
    sort: (Option<HeatHead>, bool),
    shown: Vec<HeatRow>,
    order: Vec<usize>,
    count: String,
    selected: Option<HeatPlace>,
    panel: Panel,
}

impl Matrix {
    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        let Some(results) = ground.results else {
            return;
        };
        let findings = &results.findings;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        self.views =
            ["competencies-tab-people", "competencies-tab-bridge"].map(|key| message(lang, key));
        let names = findings.model.competencies.iter();
        self.heads = names.map(|it| it.name.get(lang).to_owned()).collect();
        let people = findings.people.iter();
        self.people = people
            .map(|found| person_line(ground, findings, found))
            .collect();
        let branches = findings.branches.iter();
        self.branches = branches
            .map(|found| {
                let name = ground.branch(&found.branch);
                group_line(lang, (found.branch.as_str(), name), &found.all)
            })
            .collect();
        let company = (String::new(), message(lang, "matrix-company"));
        self.company = group_line(lang, (&company.0, company.1), &findings.company).row;
        self.branch_names = choices(&self.words[2], self.people.iter().map(|it| &it.branch));
        self.positions = choices(&self.words[3], self.people.iter().map(|it| &it.position));
        self.branch = self.branch.min(self.branch_names.len().saturating_sub(1));
        self.position = self.position.min(self.positions.len().saturating_sub(1));
        self.filter(ground);
    }

    /// Picks and orders the rows that are asked for.
    fn filter(&mut self, ground: Ground<'_>) {
        let lines = if self.is_branches {
            &self.branches
        } else {
            &self.people
        };
        let wanted = self.search.trim().to_lowercase();
        let branch = self
            .branch_names
            .get(self.branch)
            .filter(|_| self.branch > 0);
        let position = self
            .positions
            .get(self.position)
            .filter(|_| self.position > 0);
        let is_wanted = |line: &Line| {
            (wanted.is_empty() || line.searched.contains(&wanted))
                && (!self.only_short || line.is_short)
                && branch.is_none_or(|branch| line.branch == *branch)
                && position.is_none_or(|position| line.position == *position)
        };
        let mut order: Vec<usize> = (0..lines.len())
            .filter(|at| is_wanted(&lines[*at]))
            .collect();
        if let (Some(head), is_down) = self.sort {
            order.sort_by(|a, b| by(head, &lines[*a], &lines[*b]));
            if is_down {
                order.reverse();
            }
        }
        self.shown = order.iter().map(|at| lines[*at].row.clone()).collect();
        let (shown, all) = (order.len(), lines.len());
        self.count = tr!(ground.lang, "matrix-people-shown", shown = shown, all = all);
        self.order = order;
        let is_there = |place: &HeatPlace| place.row.is_none_or(|row| row < self.order.len());
        self.selected = self.selected.filter(is_there);
        let first = HeatPlace {
            row: (!self.order.is_empty()).then_some(0),
            column: 0,
        };
        let place = self.selected.unwrap_or(first);
        self.look(ground, place);
    }

    fn line(&self, row: usize) -> Option<&Line> {
        let lines = if self.is_branches {
            &self.branches
        } else {
            &self.people
        };
        self.order.get(row).and_then(|at| lines.get(*at))
    }

    /// Makes the panel of a cell.
    fn look(&mut self, ground: Ground<'_>, place: HeatPlace) {
        let Some(results) = ground.results else {
            return;
        };
        let findings = &results.findings;
        self.selected = Some(place);
        let line = place.row.and_then(|row| self.line(row));
        let person = line.and_then(|line| line.person);
        let title = self.heads.get(place.column).cloned().unwrap_or_default();
        let found = findings.people.iter().find(|it| Some(it.person) == person);
        self.panel = if let Some(found) = found {
            person_panel(ground, found, place.column)
        } else {
            let branch = line.and_then(|line| {
                let own = |it: &&crate::analysis::ratings::BranchLevels| {
                    it.branch.as_str() == line.row.code
                };
                findings.branches.iter().find(own)
            });
            let group = branch.map_or(&findings.company, |it| &it.all);
            let over = line
                .map_or(&self.company.name, |line| &line.row.name)
                .clone();
            Panel {
                over,
                ..group_panel(ground.lang, group, place.column)
            }
        };
        self.panel.title = title;
    }

    pub(super) fn show(&mut self, ui: &mut Ui, ground: Ground<'_>) -> Wish {
        let mut wish = Wish::Nothing;
        let bottom = ui.cursor().top() + ui.available_height();
        if self.filters_ui(ui) {
            self.filter(ground);
        }
        let height = (bottom - ui.cursor().top() - 24.0).max(LEAST);
        let mut out = crate::ui::widgets::HeatResponse::default();
        two_columns(ui, SIDE, measures::GAP_M, |ui, side| match side {
            Side::Left => {
                Card::flush().show(ui, |ui| {
                    if self.shown.is_empty() {
                        empty_state(ui, Icon::Search, &self.words[5], None);
                        ui.add_space(measures::GAP_L);
                    } else {
                        out = self.map_ui(ui, height);
                    }
                });
                ui.text_weak(Type::Small, &self.words[6]);
            }
            Side::Right => {
                if let Some(person) = self.panel_ui(ui) {
                    wish = Wish::Profile(person);
                }
            }
        });
        if let Some(place) = out.selected {
            self.look(ground, place);
        }
        if let Some(head) = out.sort {
            let is_same = self.sort.0 == Some(head);
            self.sort = (Some(head), is_same && !self.sort.1);
            self.filter(ground);
        }
        wish
    }

    fn map_ui(&self, ui: &mut Ui, height: f32) -> crate::ui::widgets::HeatResponse {
        let head = if self.is_branches {
            &self.views[1]
        } else {
            &self.words[10]
        };
        let mut map = HeatMap::new("matrix", &self.words[0], &self.heads, &self.shown)
            .row_heads(head, &self.words[11])
            .company(&self.company)
            .selected(self.selected)
            .max_height(height);
        if let (Some(head), is_down) = self.sort {
            let order = if is_down {
                Order::Descending
            } else {
                Order::Ascending
            };
            map = map.sorted_by(head, order);
        }
        map.show(ui)
    }

    /// Draws the filters; true when one changed.
    fn filters_ui(&mut self, ui: &mut Ui) -> bool {
        let mut is_changed = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 8.0);
            let now = usize::from(self.is_branches);
            if let Some(view) = Segments::new("view", &self.views, now).show(ui) {
                self.is_branches = view == 1;
                self.selected = None;
                is_changed = true;
            }
            let field = TextField::search("find", &self.words[1]).width(180.0);
            let search = &mut self.search;
            is_changed |= in_row(ui, 180.0, |ui| field.show(ui, search)).changed();
            if !self.is_branches {
                let name = &self.words[2];
                let choice = Dropdown::new("branch", name, &self.branch_names, Some(self.branch));
                if let Some(branch) = choice.icon(Icon::Store).show(ui) {
                    self.branch = branch;
                    is_changed = true;
                }
                let name = &self.words[3];
                let choice = Dropdown::new("position", name, &self.positions, Some(self.position));
                if let Some(position) = choice.icon(Icon::Users).show(ui) {
                    self.position = position;
                    is_changed = true;
                }
            }
            let mark = &mut self.only_short;
            is_changed |= checkbox(ui, mark, &self.words[4], None).changed();
            ui.text_weak(Type::Small, &self.count);
        });
        is_changed
    }

    /// The chosen cell; the answer is the person whose profile is wanted.
    fn panel_ui(&self, ui: &mut Ui) -> Option<PersonId> {
        let mut wants = None;
        let panel = &self.panel;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.text_weak(Type::Small, &panel.over);
            ui.text(Type::Heading, &panel.title);
            figure(ui, &panel.value, &panel.unit);
            let lines: Vec<(&str, &str)> = panel
                .lines
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str()))
                .collect();
            key_values(ui, &lines);
            if let Some(person) = panel.person {
                let open = Button::primary(&self.words[9]).full_width();
                wants = ui.add(open).clicked().then_some(person);
            }
        });
        Card::new().padding(12).show(ui, |ui| {
            heat_legend(ui, &self.words[7], &self.words[8]);
        });
        wants
    }
}
