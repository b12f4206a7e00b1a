//! The home screen: the next step as a sentence with its button, where the wave stands, who has
//! answered, what needs attention and what changed. Decides from published figures only.

mod changed;
mod collected;
mod next;
mod plan;
mod side;
mod steps;

use egui::Ui;

use self::changed::Changed;
use self::next::Step;
use self::plan::Standing;
use self::side::Alert;
use self::steps::WaveStep;
use super::Screen;
use super::participation::Participants;
use super::parts::{HEAD_GAP, wave_days};
use crate::app::{Overview, WaveInfo};
use crate::domain::{Lang, WaveState};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, Dropdown, Kit as _, Side, page_head, two_columns};

/// The home screen.
#[derive(Default)]
pub(super) struct Home {
    /// The wave the user looks at, by position; the last one until chosen.
    chosen: Option<usize>,
    shows_all: bool,
    shown: Option<Shown>,
}

/// Everything that is drawn, formatted.
struct Shown {
    title: String,
    subtitle: String,
    wave_label: String,
    waves: Vec<String>,
    wave: usize,
    next: String,
    step: Step,
    steps: Vec<WaveStep>,
    participants: Option<Participants>,
    alerts: Vec<Alert>,
    alerts_title: String,
    alerts_none: String,
    changed: Changed,
}

impl Screen for Home {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let Some(overview) = cx.overview else {
            self.shown = None;
            return;
        };
        let last = overview.waves.len().saturating_sub(1);
        let position = self.chosen.filter(|chosen| *chosen <= last).unwrap_or(last);
        let wave = overview.waves.get(position);
        let lang = cx.lang;
        let evidence = cx.evidence();
        let standing = wave.map(|info| Standing::of(overview, info, &evidence));
        let standing = standing.unwrap_or_default();
        self.shown = Some(Shown {
            title: message(lang, "nav-home"),
            subtitle: wave.map_or_else(
                || message(lang, "home-no-wave"),
                |info| wave_line(lang, overview, info),
            ),
            wave_label: message(lang, "wave"),
            waves: overview
                .waves
                .iter()
                .map(|info| info.wave.name.clone())
                .collect(),
            wave: position,
            next: message(lang, "home-next"),
            step: next::next_step(lang, overview, (wave, standing)),
            steps: steps::wave_steps(lang, overview, (wave, standing)),
            participants: wave.map(|info| Participants::new(lang, overview, info)),
            alerts: side::alerts(cx, overview, wave),
            alerts_title: message(lang, "home-attention"),
            alerts_none: message(lang, "home-attention-none"),
            changed: Changed::new(cx, wave),
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(shown) = &self.shown else { return };
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        let height = ui.available_height() - measures::PAGE_HEAD - HEAD_GAP;
        let mut picked = None;
        page_head(ui, &shown.title, &shown.subtitle, |ui| {
            if shown.waves.len() > 1 {
                picked = Dropdown::new("wave", &shown.wave_label, &shown.waves, Some(shown.wave))
                    .icon(Icon::Calendar)
                    .show(ui);
            }
        });
        let mut shows_all = self.shows_all;
        two_columns(ui, 372.0, measures::GAP_L, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_L;
            match side {
                Side::Left => shown.left_ui(ui, height, &mut shows_all, actions),
                Side::Right => shown.right_ui(ui, height, actions),
            }
        });
        self.shows_all = shows_all;
        if picked.is_some() {
            self.chosen = picked;
            self.prepare(cx);
        }
    }
}

impl Shown {
    fn left_ui(&self, ui: &mut Ui, height: f32, shows_all: &mut bool, actions: &mut Actions) {
        let top = ui.cursor().top();
        Card::new().padding(20).shadow().show(ui, |ui| {
            self.next_ui(ui, actions);
            ui.add_space(measures::GAP_S);
            ui.rule();
            ui.add_space(measures::GAP_S);
            steps::steps_ui(ui, &self.steps);
        });
        let rest = height - (ui.cursor().top() - top);
        if let Some(participants) = &self.participants {
            participants.show(ui, rest, shows_all);
        }
    }

    fn next_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.text_toned(
            Type::SmallMedium,
            crate::ui::theme::Tone::Accent,
            &self.next,
        );
        ui.text(Type::Verdict, &self.step.sentence);
        if !self.step.line.is_empty() {
            ui.text_weak(Type::Body, &self.step.line);
        }
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let deed = &self.step.primary;
            if ui
                .add(Button::primary(&deed.label).icon(deed.icon))
                .clicked()
            {
                actions.push(deed.action.clone());
            }
            for deed in &self.step.others {
                if ui
                    .add(Button::secondary(&deed.label).icon(deed.icon))
                    .clicked()
                {
                    actions.push(deed.action.clone());
                }
            }
        });
    }

    fn right_ui(&self, ui: &mut Ui, height: f32, actions: &mut Actions) {
        let top = ui.cursor().top();
        side::alerts_ui(
            ui,
            (&self.alerts_title, &self.alerts_none),
            &self.alerts,
            actions,
        );
        let rest = height - (ui.cursor().top() - top);
        self.changed.show(ui, rest);
    }
}

/// «Волна «Осень 2026» · сбор открыт до 27 ноября».
fn wave_line(lang: Lang, overview: &Overview, info: &WaveInfo) -> String {
    let wave = &info.wave;
    let name = wave.name.as_str();
    match (wave.state, wave.closes) {
        (WaveState::Draft, _) => {
            tr!(
                lang,
                "home-wave-draft",
                name = name,
                days = wave_days(lang, wave)
            )
        }
        (WaveState::Open, Some(last)) if last < overview.today => {
            tr!(
                lang,
                "home-wave-late",
                name = name,
                day = number::day(lang, last)
            )
        }
        (WaveState::Open, Some(last)) => {
            tr!(
                lang,
                "home-wave-open",
                name = name,
                day = number::day(lang, last)
            )
        }
        (WaveState::Open, None) => tr!(lang, "home-wave-open-ended", name = name),
        (WaveState::Closed, _) => {
            tr!(
                lang,
                "home-wave-closed",
                name = name,
                days = wave_days(lang, wave)
            )
        }
    }
}
