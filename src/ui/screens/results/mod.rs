//! The results screen: heat map with its panel, all questions, overview of the company.
//! Shows published figures only; what is hidden stands there with its reason.

mod charts;
mod comments;
mod lines;
mod map;
mod overview;
mod panel;
mod people;
mod questions;
mod tab;
mod trust;

use egui::{Layout, Ui};

use super::against::{Against, comparisons};
use super::common::{Gate, Words, upper_first, wave_choice, wave_names};
use super::{Screen, ScreenId, linked};
use crate::analysis::{FigurePlace, FigureSubject, Findings, WaveFindings};
use crate::disclosure::Published;
use crate::domain::Audience;
use crate::i18n::message;
use crate::phrases;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::measures;
use crate::ui::widgets::{
    Button, Card, HeatMap, HeatPlace, HeatResponse, Segments, Side, heat_legend, is_narrow,
    page_head, two_columns,
};
use comments::Comments;
use map::{Figure, Map, Sorting, subtitle};
use overview::CompanyView;
use panel::{Asked, Panel};
use questions::Questions;
use tab::Tab;

const KEYS: &[&str] = &[
    "results-title",
    "results-to-excel",
    "results-heat",
    "wave",
    "branch",
    "results-mean",
    "results-mean-low",
    "results-mean-high",
    "results-favourable",
    "results-favourable-low",
    "results-favourable-high",
    "results-change",
    "results-change-low",
    "results-change-high",
];

/// Width of the choice of what to compare with, where there is room for it.
const AGAINST: f32 = 180.0;
/// Below this width the name of the page would not fit beside all controls.
const TIGHT: f32 = 780.0;
/// Width of the panel beside the map.
const PANEL: f32 = 276.0;
/// The map is never lower than this; the page scrolls instead.
const LEAST: f32 = 380.0;
/// Around the row of switches, so that as many branches as possible fit below.
const HEAD_GAP: f32 = 6.0;

/// The results screen.
#[derive(Default)]
pub(super) struct Results {
    gate: Gate,
    words: Words,
    subtitle: String,
    waves: Vec<String>,
    tabs: Vec<String>,
    tab: Tab,
    audiences: Vec<Audience>,
    audience_names: Vec<String>,
    audience: Option<Audience>,
    figures: Vec<Figure>,
    figure_names: Vec<String>,
    figure: Figure,
    against: Against,
    sorting: Sorting,
    map: Map,
    /// Branch (none: the company) and dimension that the panel speaks of.
    chosen: Option<(Option<usize>, usize)>,
    panel: Panel,
    questions: Questions,
    company: CompanyView,
    comments: Comments,
}

impl Screen for Results {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        self.gate = Gate::new(cx);
        self.words = Words::new(lang, KEYS);
        self.tabs = Tab::names(lang);
        let Some((findings, wave)) = cx.chosen() else {
            return;
        };
        self.waves = wave_names(findings);
        self.audiences = wave.audiences.iter().map(|found| found.audience).collect();
        let short = |audience: &Audience| phrases::audience_short(lang, *audience);
        self.audience_names = self.audiences.iter().map(short).collect();
        if !self
            .audience
            .is_some_and(|audience| self.audiences.contains(&audience))
        {
            self.audience = self.audiences.first().copied();
        }
        self.against.prepare(cx, findings);
        let has_other = self.against.is_offered();
        let offered = Figure::ALL
            .into_iter()
            .filter(|it| has_other || *it != Figure::Change);
        self.figures = offered.collect();
        self.figure_names = self
            .figures
            .iter()
            .map(|it| message(lang, it.keys()[0]))
            .collect();
        if !self.figures.contains(&self.figure) {
            self.figure = Figure::Mean;
        }
        self.rebuild(cx);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let bottom = ui.cursor().top() + ui.available_height();
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        self.head_ui(ui, cx, actions);
        if !self.gate.passes(ui, actions) {
            return;
        }
        if self.tab != Tab::Comments {
            self.switches_ui(ui, cx);
        }
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        let rest = (bottom - ui.cursor().top()).max(LEAST);
        match self.tab {
            Tab::Map => self.map_tab(ui, cx, (rest, actions)),
            Tab::Questions => {
                if self.questions.show(ui) {
                    self.rebuild(cx);
                }
            }
            Tab::Comments => self.comments.show(ui, cx, actions),
            Tab::Overview => {
                let pressed = self.company.show(ui);
                let item = pressed.item.zip(self.audience);
                actions.extend(item.and_then(|(it, audience)| linked::of_item(cx, audience, it)));
                if pressed.all_items {
                    self.questions.scope = None;
                    self.open(Tab::Questions, cx);
                }
            }
        }
    }
}

impl Results {
    fn rebuild(&mut self, cx: &Cx<'_>) {
        let Some((findings, wave)) = cx.chosen() else {
            return;
        };
        let Some(found) = self.audience.and_then(|audience| wave.audience(audience)) else {
            return;
        };
        let words = map_words(cx, findings, wave);
        let differences = self.against.differences(cx, findings, found.audience);
        self.subtitle = subtitle(cx, wave, found);
        self.map = Map::new(words, found, (self.figure, differences), self.sorting);
        let is_known = |place: &(Option<usize>, usize)| {
            place.1 < findings.dimensions.len()
                && place
                    .0
                    .is_none_or(|branch| branch < findings.branches.len())
        };
        let chosen = self
            .chosen
            .filter(is_known)
            .unwrap_or_else(|| map::first_look(found));
        match self.tab {
            Tab::Map => {}
            Tab::Questions => self.questions.prepare(words, found, differences),
            Tab::Comments => self.comments.prepare(cx),
            Tab::Overview => self.company = CompanyView::new(words, found, cx.wave),
        }
        self.choose(cx, chosen);
    }

    fn choose(&mut self, cx: &Cx<'_>, place: (Option<usize>, usize)) {
        self.chosen = Some(place);
        let Some((findings, wave)) = cx.chosen() else {
            return;
        };
        let Some(found) = self.audience.and_then(|audience| wave.audience(audience)) else {
            return;
        };
        let before = cx
            .wave
            .checked_sub(1)
            .and_then(|before| findings.waves.get(before));
        let before = before.map(|wave| wave.wave.name.as_str());
        self.panel = Panel::new(map_words(cx, findings, wave), found, place, before);
        let at = FigurePlace {
            wave: cx.wave,
            audience: found.audience,
            branch: place.0,
            subject: FigureSubject::Dimension(place.1),
        };
        let list = comparisons(cx, findings).all(at);
        self.panel.compare(cx.lang, findings, &list);
    }

    fn open(&mut self, tab: Tab, cx: &Cx<'_>) {
        self.tab = tab;
        self.rebuild(cx);
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let has_results = cx.chosen().is_some();
        let subtitle = if has_results {
            self.subtitle.as_str()
        } else {
            ""
        };
        let mut tab = None;
        let is_tight = ui.available_width() < TIGHT;
        page_head(ui, self.words.get("results-title"), subtitle, |ui| {
            if !has_results {
                return;
            }
            tab = Segments::new("tab", &self.tabs, self.tab.position()).show(ui);
            wave_choice(ui, cx, (self.words.get("wave"), &self.waves), actions);
            let button = Button::secondary(self.words.get("results-to-excel"));
            let button = button.icon(Icon::FileSpreadsheet);
            let button = if is_tight { button.icon_only() } else { button };
            if ui.add(button).clicked() {
                actions.go(ScreenId::Reports);
            }
        });
        if let Some(tab) = tab.and_then(|tab| Tab::ALL.get(tab)) {
            self.open(*tab, cx);
        }
    }

    fn switches_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let mut is_changed = false;
        let [_, low, high] = self.figure.keys();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let now = self
                .audiences
                .iter()
                .position(|known| Some(*known) == self.audience);
            if self.audiences.len() > 1
                && let Some(index) =
                    Segments::new("audience", &self.audience_names, now.unwrap_or(0)).show(ui)
            {
                self.audience = self.audiences.get(index).copied();
                is_changed = true;
            }
            if self.tab == Tab::Questions {
                is_changed |= self.questions.scope_ui(ui);
                is_changed |= self.against.is_offered() && self.against.show(ui, (AGAINST, false));
            }
            if self.tab != Tab::Map {
                return;
            }
            let now = self
                .figures
                .iter()
                .position(|known| *known == self.figure)
                .unwrap_or(0);
            if let Some(index) = Segments::new("figure", &self.figure_names, now).show(ui) {
                self.figure = self.figures.get(index).copied().unwrap_or_default();
                is_changed = true;
            }
            if self.figure == Figure::Change {
                is_changed |= self.against.show(ui, (AGAINST, false));
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.available_width() > 220.0 {
                    heat_legend(ui, self.words.get(low), self.words.get(high));
                }
            });
        });
        if is_changed {
            self.rebuild(cx);
        }
    }

    fn map_tab(&mut self, ui: &mut Ui, cx: &Cx<'_>, (rest, actions): (f32, &mut Actions)) {
        let mut response = HeatResponse::default();
        let mut asked = Asked::default();
        let narrow = is_narrow(ui);
        two_columns(ui, PANEL, measures::GAP_M, |ui, side| match side {
            Side::Left => response = self.map_ui(ui, cx, rest),
            Side::Right => {
                let (least, most) = if narrow {
                    (0.0, f32::INFINITY)
                } else {
                    (rest, rest - 2.0)
                };
                let card = Card::flush().min_height(least);
                asked = card.show(ui, |ui| self.panel.show(ui, most)).inner;
            }
        });
        if let Some(place) = response.selected {
            let branch = place.row.and_then(|row| self.map.order.get(row).copied());
            self.choose(cx, (branch, place.column));
        }
        if let Some(head) = response.sort {
            self.sorting = self.sorting.pressed(head);
            self.rebuild(cx);
        }
        if asked.action {
            let cell = self.chosen.zip(self.audience);
            actions.extend(cell.and_then(|(cell, audience)| linked::of_cell(cx, audience, cell)));
        }
        if asked.items {
            self.questions.scope = self.chosen.and_then(|(branch, _)| branch);
            self.open(Tab::Questions, cx);
        }
    }

    fn map_ui(&self, ui: &mut Ui, cx: &Cx<'_>, height: f32) -> HeatResponse {
        let tip = |place: HeatPlace| self.tip(cx, place);
        let selected = self.chosen.and_then(|(branch, column)| {
            let row = branch.map(|branch| self.map.row_of(branch));
            match row {
                None => Some(HeatPlace { row: None, column }),
                Some(row) => Some(HeatPlace {
                    row: Some(row?),
                    column,
                }),
            }
        });
        let name = self.words.get("results-heat");
        let card = Card::flush().min_height(height);
        let shown = card.show(ui, |ui| {
            HeatMap::new("heat", name, &self.map.heads, &self.map.rows)
                .row_heads(self.words.get("branch"), "n")
                .company(&self.map.company)
                .selected(selected)
                .sorted_by(self.sorting.head, self.sorting.order)
                .tip(&tip)
                .max_height(height - 2.0)
                .show(ui)
        });
        shown.inner
    }

    /// Asked only for the cell under the pointer.
    fn tip(&self, cx: &Cx<'_>, place: HeatPlace) -> Option<String> {
        let (findings, wave) = cx.chosen()?;
        let found = wave.audience(self.audience?)?;
        let branch = match place.row {
            None => None,
            Some(at) => Some(*self.map.order.get(at)?),
        };
        let (row, named) = match branch {
            None => (&found.company, &self.map.company),
            Some(branch) => (found.branches.get(branch)?, self.map.rows.get(place.row?)?),
        };
        let head = self.map.heads.get(place.column)?;
        let words = map_words(cx, findings, wave);
        let differences = self.against.differences(cx, findings, found.audience);
        let shown = (self.figure, differences);
        let below = match words.reason((branch, row), place.column, shown) {
            Err(reason) => upper_first(&reason),
            Ok(Some(compared)) => compared,
            Ok(None) => {
                let figure = message(cx.lang, self.figure.keys()[0]);
                let value = &named.cells.get(place.column)?.text;
                let n = row.scores.get(place.column).and_then(Published::n);
                let n = n.map_or_else(String::new, |n| {
                    phrases::n_equals(cx.lang, n, words.min_group)
                });
                format!("{figure} {value}, {n}")
            }
        };
        Some(format!("{} · {head}\n{below}", named.name))
    }
}

fn map_words<'a>(cx: &Cx<'_>, findings: &'a Findings, wave: &WaveFindings) -> map::Words<'a> {
    let min_group = findings.min_group.max(wave.wave.min_group);
    map::Words {
        lang: cx.lang,
        findings,
        min_group,
    }
}
