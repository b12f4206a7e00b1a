//! Competency assessment: rounds, the rater's form, profiles, matrix, calibration, training,
//! successors, branches, people. Personal data stand here and nowhere else in the window.

mod bridge;
mod calibration;
mod desk;
mod goals;
mod ground;
mod matrix;
mod needs;
mod people;
mod posts;
mod profile;
mod rate;
mod rounds;
mod succession;

use egui::{Key, Modifiers, Ui};

pub(super) use self::desk::RaterDesk;
use self::ground::Ground;
use super::Screen;
use super::common::Words;
use crate::domain::rating::{PersonId, RoundCode, RoundState};
use crate::i18n::{error_sentence, message, number};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::load::Load;
use crate::ui::theme::measures;
use crate::ui::widgets::{Card, Dropdown, Segments, dimmed, empty_state, locked_state, page_head};

/// The pages, in the order of the tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Tab {
    #[default]
    Rounds,
    Profile,
    Matrix,
    Calibration,
    Needs,
    Succession,
    Bridge,
    People,
}

impl Tab {
    const ALL: [Self; 8] = [
        Self::Rounds,
        Self::Profile,
        Self::Matrix,
        Self::Calibration,
        Self::Needs,
        Self::Succession,
        Self::Bridge,
        Self::People,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Rounds => "competencies-tab-rounds",
            Self::Profile => "competencies-tab-profile",
            Self::Matrix => "competencies-tab-matrix",
            Self::Calibration => "competencies-tab-calibration",
            Self::Needs => "competencies-tab-needs",
            Self::Succession => "competencies-tab-succession",
            Self::Bridge => "competencies-tab-bridge",
            Self::People => "competencies-tab-people",
        }
    }

    /// Does it show findings, which are locked until the round is closed?
    const fn needs_results(self) -> bool {
        match self {
            Self::Profile | Self::Matrix | Self::Calibration | Self::Needs | Self::Bridge => true,
            Self::Rounds | Self::Succession | Self::People => false,
        }
    }
}

/// What a page wants of the screen around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Wish {
    /// Nothing.
    #[default]
    Nothing,
    /// Something about the look of the page changed: prepare it anew.
    Again,
    /// Show this person's profile.
    Profile(PersonId),
    /// Show another page.
    Tab(Tab),
}

/// Below this width the tabs stand in a drop-down.
const TABS_FROM: f32 = 990.0;

const KEYS: &[&str] = &[
    "competencies-title",
    "competencies-pages",
    "competencies-round-word",
    "competencies-empty",
    "competencies-no-people",
    "people-import",
    "round-new",
    "competencies-to-rounds",
    "rate-back",
];

/// The screen of competencies.
#[derive(Default)]
pub(super) struct Competencies {
    tab: Tab,
    words: Words,
    tabs: Vec<String>,
    rounds: Vec<(RoundCode, String)>,
    round_names: Vec<String>,
    round: Option<usize>,
    lock: Option<String>,
    failure: String,
    form: rate::Form,
    pages: Pages,
}

#[derive(Default)]
struct Pages {
    rounds: rounds::Rounds,
    profile: profile::Profile,
    matrix: matrix::Matrix,
    calibration: calibration::Calibration,
    needs: needs::Needs,
    succession: succession::SuccessionPage,
    bridge: bridge::Bridge,
    people: people::People,
}

impl Screen for Competencies {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        self.words = Words::new(lang, KEYS);
        self.tabs = Tab::ALL
            .iter()
            .map(|tab| message(lang, tab.key()))
            .collect();
        self.failure = match &cx.ratings.overview {
            Load::Failed(error) => error_sentence(lang, error),
            Load::Empty | Load::Waiting(_) | Load::Ready(_) => String::new(),
        };
        self.form.prepare(lang, cx.ratings.sheet.as_deref());
        let Some(ground) = Ground::new(cx) else {
            return;
        };
        self.rounds = ground
            .overview
            .rounds
            .iter()
            .map(|info| (info.round.code.clone(), info.round.name.clone()))
            .collect();
        self.round_names = self.rounds.iter().map(|(_, name)| name.clone()).collect();
        let current = cx.ratings.current();
        let is_current =
            |(code, _): &(RoundCode, String)| current.is_some_and(|it| it.round.code == *code);
        self.round = self.rounds.iter().position(is_current);
        self.lock = current
            .filter(|info| info.round.state != RoundState::Closed)
            .map(|info| {
                let day = number::day(lang, info.round.closes);
                let key = match info.round.state {
                    RoundState::Open => "round-locked-until",
                    RoundState::Draft | RoundState::Closed => "round-locked-draft",
                };
                tr!(lang, key, round = info.round.name.as_str(), day = day)
            });
        self.pages.prepare(self.tab, cx, ground);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 2.0;
        if cx.ratings.sheet.is_some() {
            self.form.show(ui, cx, actions);
            return;
        }
        let wish = match self.head_ui(ui, actions) {
            Wish::Nothing => self.turned(ui),
            wish @ (Wish::Again | Wish::Profile(_) | Wish::Tab(_)) => wish,
        };
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        let below = self.body_ui(ui, cx, actions);
        self.follow(if wish == Wish::Nothing { below } else { wish }, cx);
    }
}

impl Competencies {
    /// Ctrl+PageDown and Ctrl+PageUp turn to the next page and the one before.
    fn turned(&self, ui: &Ui) -> Wish {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
        let now = Tab::ALL
            .iter()
            .position(|tab| *tab == self.tab)
            .unwrap_or(0);
        let next = if pressed(Key::PageDown) {
            Some((now + 1) % Tab::ALL.len())
        } else if pressed(Key::PageUp) {
            Some((now + Tab::ALL.len() - 1) % Tab::ALL.len())
        } else {
            None
        };
        next.map_or(Wish::Nothing, |at| Wish::Tab(Tab::ALL[at]))
    }

    fn follow(&mut self, wish: Wish, cx: &Cx<'_>) {
        match wish {
            Wish::Nothing => return,
            Wish::Again => {}
            Wish::Profile(person) => {
                self.pages.profile.choose(person);
                self.tab = Tab::Profile;
            }
            Wish::Tab(tab) => self.tab = tab,
        }
        self.prepare(cx);
    }

    fn head_ui(&self, ui: &mut Ui, actions: &mut Actions) -> Wish {
        let mut wish = Wish::Nothing;
        let now = Tab::ALL
            .iter()
            .position(|tab| *tab == self.tab)
            .unwrap_or(0);
        let is_wide = ui.available_width() >= TABS_FROM;
        page_head(ui, self.words.get("competencies-title"), "", |ui| {
            let name = self.words.get("competencies-pages");
            let picked = if is_wide {
                Segments::new("tabs", &self.tabs, now).show(ui)
            } else {
                Dropdown::new("tabs", name, &self.tabs, Some(now)).show(ui)
            };
            if let Some(tab) = picked.and_then(|index| Tab::ALL.get(index)) {
                wish = Wish::Tab(*tab);
            }
            if !self.round_names.is_empty() {
                let word = self.words.get("competencies-round-word");
                let choice = Dropdown::new("round", word, &self.round_names, self.round);
                let picked = choice.icon(Icon::CalendarRange).show(ui);
                if let Some((code, _)) = picked.and_then(|index| self.rounds.get(index)) {
                    actions.push(Action::ChooseRound(code.clone()));
                }
            }
        });
        wish
    }

    fn body_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) -> Wish {
        let Some(ground) = Ground::new(cx) else {
            if !self.failure.is_empty() {
                Card::new().show(ui, |ui| {
                    empty_state(ui, Icon::CircleAlert, &self.failure, None);
                });
            }
            return Wish::Nothing;
        };
        if ground.overview.people.is_empty() && self.tab != Tab::People {
            return self.no_people_ui(ui, actions);
        }
        if self.tab.needs_results() && ground.results.is_none() {
            return self.no_results_ui(ui, cx);
        }
        let is_waiting = cx.ratings.results.is_waiting() && self.tab.needs_results();
        let (pages, tab) = (&mut self.pages, self.tab);
        dimmed(ui, is_waiting, |ui| {
            ui.push_id(("page", self.round), |ui| {
                pages.show(tab, ui, (cx, ground), actions)
            })
            .inner
        })
    }

    /// Nobody is here yet: a list of people comes first.
    fn no_people_ui(&self, ui: &mut Ui, actions: &mut Actions) -> Wish {
        let mut wish = Wish::Nothing;
        Card::new().show(ui, |ui| {
            let sentence = self.words.get("competencies-no-people");
            if super::parts::empty_state(ui, Icon::Users, sentence, self.words.get("people-import"))
            {
                actions.push(super::deeds::import("people"));
                wish = Wish::Tab(Tab::People);
            }
        });
        wish
    }

    /// No round, or one that is not closed yet.
    fn no_results_ui(&self, ui: &mut Ui, cx: &Cx<'_>) -> Wish {
        let mut wish = Wish::Nothing;
        Card::new().show(ui, |ui| {
            if self.rounds.is_empty() {
                let words = (
                    self.words.get("competencies-empty"),
                    self.words.get("round-new"),
                );
                if super::parts::empty_state(ui, Icon::Radar, words.0, words.1) {
                    wish = Wish::Tab(Tab::Rounds);
                }
            } else if let Some(lock) = &self.lock {
                locked_state(ui, lock);
            } else if let Load::Failed(error) = &cx.ratings.results {
                empty_state(ui, Icon::CircleAlert, &error_sentence(cx.lang, error), None);
            } else {
                ui.add_space(120.0);
            }
        });
        wish
    }
}

impl Pages {
    fn prepare(&mut self, tab: Tab, cx: &Cx<'_>, ground: Ground<'_>) {
        match tab {
            Tab::Rounds => self.rounds.prepare(cx, ground),
            Tab::Profile => self.profile.prepare(ground),
            Tab::Matrix => self.matrix.prepare(ground),
            Tab::Calibration => self.calibration.prepare(ground),
            Tab::Needs => self.needs.prepare(ground),
            Tab::Succession => self.succession.prepare(ground),
            Tab::Bridge => self.bridge.prepare(ground),
            Tab::People => self.people.prepare(ground),
        }
    }

    fn show(
        &mut self,
        tab: Tab,
        ui: &mut Ui,
        (cx, ground): (&Cx<'_>, Ground<'_>),
        actions: &mut Actions,
    ) -> Wish {
        match tab {
            Tab::Rounds => self.rounds.show(ui, (cx, ground), actions),
            Tab::Profile => self.profile.show(ui, ground, actions),
            Tab::Matrix => self.matrix.show(ui, ground),
            Tab::Calibration => self.calibration.show(ui),
            Tab::Needs => self.needs.show(ui, actions),
            Tab::Succession => self.succession.show(ui, ground, actions),
            Tab::Bridge => self.bridge.show(ui),
            Tab::People => self.people.show(ui, ground, actions),
        }
    }
}
