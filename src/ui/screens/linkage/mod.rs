//! The linkage screen: the verdict first, then what it rests on, then every pair.
//! Draws what the findings hold and says how far it may be trusted; claims nothing itself.

mod chart;
mod divergences;
mod drivers;
mod lag;
mod method;
mod pairs;
mod side;

use egui::Ui;

use super::common::{Gate, Words, nothing_here, wave_choice, wave_names};
use super::{Screen, ScreenId, linked};
use crate::analysis::{Findings, Link, WaveFindings};
use crate::domain::Audience;
use crate::i18n::message;
use crate::phrases;
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::measures;
use crate::ui::widgets::{
    Button, Dropdown, Segments, SentenceCard, Side, is_narrow, page_head, two_columns,
};
use chart::Cloud;
use divergences::Divergences;
use drivers::Drivers;
use method::Method;
use pairs::Pairs;
use side::RestsOn;

const KEYS: &[&str] = &[
    "linkage-title",
    "linkage-copy",
    "linkage-dimension",
    "linkage-outcome",
    "linkage-none",
    "linkage-none-deed",
    "wave",
];

/// Width of the column beside the scatter plot.
const SIDE: f32 = 440.0;
/// Rows of the table of pairs that stay in sight below the chart.
const PEEK: f32 = 28.0 + 4.0 * 30.0;
/// The chart is never lower than the column beside it.
const LEAST: f32 = 440.0;

/// Which pair is looked at: audience, dimension, outcome.
type Chosen = (Audience, usize, usize);

/// What a pair's words depend on.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    cx: &'a Cx<'a>,
    findings: &'a Findings,
    wave: &'a WaveFindings,
}

/// The linkage screen.
#[derive(Default)]
pub(super) struct Linkage {
    gate: Gate,
    words: Words,
    waves: Vec<String>,
    views: Vec<String>,
    view: usize,
    audiences: Vec<Audience>,
    audience_names: Vec<String>,
    dimensions: Vec<String>,
    outcomes: Vec<String>,
    /// Position of each of them in the findings.
    outcome_at: Vec<usize>,
    chosen: Option<Chosen>,
    verdict: Option<phrases::Sentence>,
    cloud: Cloud,
    rests: RestsOn,
    pairs: Pairs,
    divergences: Divergences,
    drivers: Drivers,
    method: Method,
}

impl Screen for Linkage {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        self.gate = Gate::new(cx);
        self.words = Words::new(lang, KEYS);
        let Some((findings, wave)) = cx.chosen() else {
            return;
        };
        let ground = Ground { cx, findings, wave };
        self.waves = wave_names(findings);
        let flagged = wave.divergences.iter().filter(|it| it.is_certain).count();
        self.views = vec![
            message(lang, "linkage-view-link"),
            tr!(lang, "linkage-view-divergences", n = flagged),
            message(lang, "linkage-view-drivers"),
        ];
        let has_links = |audience: &Audience| wave.links.iter().any(|it| it.audience == *audience);
        self.audiences = Audience::ALL.into_iter().filter(has_links).collect();
        let short = |audience: &Audience| phrases::audience_short(lang, *audience);
        self.audience_names = self.audiences.iter().map(short).collect();
        let titles = findings
            .dimensions
            .iter()
            .map(|it| it.title.get(lang).to_owned());
        self.dimensions = titles.collect();
        let related = findings.outcomes.iter().enumerate();
        let related =
            related.filter(|(position, _)| wave.links.iter().any(|it| it.outcome == *position));
        let titled = related.map(|(position, it)| (position, phrases::outcome_title(lang, it)));
        (self.outcome_at, self.outcomes) = titled.unzip();
        self.divergences = Divergences::new(ground);
        self.drivers = Drivers::new(ground, self.drivers.audience());
        let is_there = |it: &Chosen| wave.link(it.0, it.1, it.2).is_some();
        let chosen = self.chosen.filter(is_there).or_else(|| first_look(wave));
        if let Some(chosen) = chosen {
            self.choose(ground, chosen);
        } else {
            self.chosen = None;
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let bottom = ui.cursor().top() + ui.available_height();
        ui.spacing_mut().item_spacing.y = 6.0;
        self.head_ui(ui, cx, actions);
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        if !self.gate.passes(ui, actions) {
            return;
        }
        let Some((findings, wave)) = cx.chosen() else {
            return;
        };
        if self.view == 1 {
            let row = self.divergences.show(ui);
            actions.extend(row.and_then(|row| linked::of_divergence(cx, row)));
            return;
        }
        if self.view == 2 {
            let at = self.drivers.show(ui, Ground { cx, findings, wave });
            let driver = at.zip(self.drivers.audience());
            actions.extend(driver.and_then(|(at, audience)| linked::of_driver(cx, audience, at)));
            return;
        }
        if self.chosen.is_none() {
            let words = (
                self.words.get("linkage-none"),
                self.words.get("linkage-none-deed"),
            );
            if nothing_here(ui, Icon::Link2, words) {
                actions.go(ScreenId::Customers);
            }
            return;
        }
        let ground = Ground { cx, findings, wave };
        self.verdict_ui(ui, actions);
        self.choice_ui(ui, ground);
        let room = (bottom - ui.cursor().top() - PEEK).clamp(LEAST, 620.0);
        let height = if is_narrow(ui) { 380.0 } else { room };
        two_columns(ui, SIDE, measures::GAP_M, |ui, side| match side {
            Side::Left => self.cloud.show(ui, height),
            Side::Right => self.rests.show(ui),
        });
        if let Some(link) = self.pairs.show(ui).and_then(|link| wave.links.get(link)) {
            self.choose(ground, (link.audience, link.dimension, link.outcome));
        }
        self.method.show(ui);
    }
}

impl Linkage {
    /// Makes everything that speaks of one pair; the other pairs stay prepared.
    fn choose(&mut self, ground: Ground<'_>, chosen: Chosen) {
        let Ground { cx, findings, wave } = ground;
        let Some(link) = wave.link(chosen.0, chosen.1, chosen.2) else {
            return;
        };
        let is_other = self.chosen.is_none_or(|known| known.0 != chosen.0);
        self.chosen = Some(chosen);
        self.verdict = Some(phrases::verdict(cx.lang, findings, link, wave.pairs));
        self.cloud = Cloud::new(ground, link);
        self.rests = RestsOn::new(ground, link);
        self.method.prepare(ground, link);
        if is_other || !self.pairs.is_of(cx, wave) {
            self.pairs.prepare(ground, chosen.0);
        }
        self.pairs.select(wave, link);
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let has_results = cx.chosen().is_some();
        page_head(ui, self.words.get("linkage-title"), "", |ui| {
            if !has_results {
                return;
            }
            if let Some(view) = Segments::new("view", &self.views, self.view).show(ui) {
                self.view = view;
            }
            wave_choice(ui, cx, (self.words.get("wave"), &self.waves), actions);
        });
    }

    fn verdict_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let Some(verdict) = &self.verdict else { return };
        SentenceCard::finding(&verdict.headline)
            .line(&verdict.detail)
            .show(ui, |ui| {
                let copy = Button::secondary(self.words.get("linkage-copy"));
                if ui.add(copy.icon(Icon::Copy).icon_only()).clicked() {
                    actions.push(Action::Copy(format!(
                        "{}. {}",
                        verdict.headline, verdict.detail
                    )));
                }
            });
    }

    fn choice_ui(&mut self, ui: &mut Ui, ground: Ground<'_>) {
        let Some((audience, dimension, outcome)) = self.chosen else {
            return;
        };
        let mut chosen = (audience, dimension, outcome);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let now = self
                .audiences
                .iter()
                .position(|known| *known == audience)
                .unwrap_or(0);
            if self.audiences.len() > 1
                && let Some(index) = Segments::new("audience", &self.audience_names, now).show(ui)
            {
                chosen.0 = self.audiences.get(index).copied().unwrap_or(audience);
            }
            let word = self.words.get("linkage-dimension");
            let choice = Dropdown::new("dimension", word, &self.dimensions, Some(dimension));
            chosen.1 = choice.icon(Icon::Users).show(ui).unwrap_or(dimension);
            let word = self.words.get("linkage-outcome");
            let now = self.outcome_at.iter().position(|known| *known == outcome);
            let choice = Dropdown::new("outcome", word, &self.outcomes, now).icon(Icon::Star);
            let picked = choice.show(ui).and_then(|index| self.outcome_at.get(index));
            chosen.2 = picked.copied().unwrap_or(outcome);
        });
        if chosen != (audience, dimension, outcome) {
            self.choose(ground, chosen);
        }
    }
}

/// The pair that the headline speaks of, else the first one.
fn first_look(wave: &WaveFindings) -> Option<Chosen> {
    let headline = wave.headline.and_then(|headline| wave.links.get(headline));
    let link: &Link = headline.or_else(|| wave.links.first())?;
    Some((link.audience, link.dimension, link.outcome))
}
