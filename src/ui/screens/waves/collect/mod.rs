//! How a wave is collected once it is open: codes, stations, answers that come in, closing, the
//! witness, and the day on which everything sealed is destroyed. Shows published counts only.

mod answers;
mod codes;
mod merged;
mod stations;

use egui::Ui;

use self::answers::Answers;
use self::codes::{CodesForm, CodesOutcome};
use self::merged::Merged;
use self::stations::Stations;
use super::super::participation::Participants;
use crate::app::{Collection, SealedState, WaveInfo};
use crate::domain::{Lang, ProtectionLevel, WaveCode, WaveState};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::parts::{HEAD_GAP, wave_days};
use crate::ui::screens::{Screen, ScreenId, deeds};
use crate::ui::theme::measures;
use crate::ui::widgets::{
    Button, Card, Segments, Side, Step, StepState, is_narrow, page_head, steps_inline, two_columns,
};

/// The collection of one wave.
#[derive(Default)]
pub(in crate::ui::screens) struct CollectionScreen {
    code: Option<WaveCode>,
    /// Participation by branch instead of the stations.
    shows_branches: bool,
    shows_all: bool,
    selected: Option<usize>,
    form: Option<CodesForm>,
    shown: Option<Shown>,
}

/// Everything that is drawn, formatted.
struct Shown {
    title: String,
    subtitle: String,
    steps: Vec<(String, StepState)>,
    to_list: String,
    close: Option<(String, Action)>,
    views: [String; 2],
    stations: Stations,
    participants: Participants,
    answers: Answers,
    merged: Merged,
}

impl Screen for CollectionScreen {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let found = cx.focused().and_then(|info| {
            let collection = info.collection.as_deref()?;
            Some((cx.overview?, info, collection))
        });
        let Some((overview, info, collection)) = found else {
            *self = Self::default();
            return;
        };
        if self.code.as_ref() != Some(&info.wave.code) {
            *self = Self {
                code: Some(info.wave.code.clone()),
                ..Self::default()
            };
        }
        let lang = cx.lang;
        if let Some(form) = &mut self.form {
            form.prepare(cx);
        }
        let last = collection.stations.len();
        self.selected = self.selected.filter(|at| *at < last);
        if last == 1 {
            // Nothing to choose: what can be done with it stands open.
            self.selected = Some(0);
        }
        let is_open = info.wave.state == WaveState::Open;
        self.shown = Some(Shown {
            title: tr!(lang, "collect-title", name = info.wave.name.as_str()),
            subtitle: subtitle(lang, info),
            steps: steps(lang, info, collection),
            to_list: message(lang, "design-to-list"),
            close: is_open.then(|| {
                (
                    message(lang, "home-close-wave"),
                    deeds::close_wave(lang, info),
                )
            }),
            views: ["collect-view-stations", "collect-view-branches"].map(|key| message(lang, key)),
            stations: Stations::new(lang, info, collection),
            participants: Participants::new(lang, overview, info),
            answers: Answers::new(lang, info, collection),
            merged: Merged::new(cx),
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(shown) = self.shown.take() else {
            return;
        };
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        let height = ui.available_height();
        let top = ui.cursor().top();
        page_head(ui, &shown.title, &shown.subtitle, |ui| {
            if ui.add(Button::quiet(&shown.to_list)).clicked() {
                actions.go(ScreenId::Waves);
            }
            if let Some((label, action)) = &shown.close
                && ui.add(Button::secondary(label).icon(Icon::Lock)).clicked()
            {
                actions.push(action.clone());
            }
        });
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        steps_ui(ui, &shown.steps);
        let rest = height - (ui.cursor().top() - top);
        // In a narrow window what to do comes first, and the long table below it.
        if is_narrow(ui) {
            self.right_ui(ui, &shown, cx, actions);
            self.left_ui(ui, &shown, rest);
        } else {
            two_columns(ui, 352.0, measures::GAP_M, |ui, side| {
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                match side {
                    Side::Left => self.left_ui(ui, &shown, rest),
                    Side::Right => self.right_ui(ui, &shown, cx, actions),
                }
            });
        }
        self.shown = Some(shown);
    }
}

impl CollectionScreen {
    fn left_ui(&mut self, ui: &mut Ui, shown: &Shown, rest: f32) {
        let top = ui.cursor().top();
        let now = usize::from(self.shows_branches);
        if let Some(view) = Segments::new("view", &shown.views, now).small().show(ui) {
            self.shows_branches = view == 1;
        }
        let rest = rest - (ui.cursor().top() - top);
        if self.shows_branches {
            shown.participants.show(ui, rest, &mut self.shows_all);
        } else {
            let most = if is_narrow(ui) { f32::INFINITY } else { rest };
            let answer = shown.stations.show(ui, most, self.selected);
            if answer.is_some() {
                self.selected = answer;
                self.form = None;
            }
        }
    }

    fn right_ui(&mut self, ui: &mut Ui, shown: &Shown, cx: &Cx<'_>, actions: &mut Actions) {
        if let Some(form) = &mut self.form {
            match form.show(ui, actions) {
                CodesOutcome::Open => {}
                CodesOutcome::Cancel => self.form = None,
                CodesOutcome::Make(action) => {
                    actions.push(*action);
                    self.form = None;
                }
            }
            return;
        }
        shown.merged.show(ui, actions);
        let wants_codes = shown.answers.show(ui, actions);
        let anew = self
            .selected
            .and_then(|at| shown.stations.selected_ui(ui, at, actions));
        if let (true, Some(info)) = (wants_codes || anew.is_some(), cx.focused()) {
            self.form = CodesForm::new(cx, info, anew);
        }
    }
}

fn subtitle(lang: Lang, info: &WaveInfo) -> String {
    let days = wave_days(lang, &info.wave);
    match info.wave.state {
        WaveState::Draft => String::new(),
        WaveState::Open => tr!(lang, "collect-open", days = days),
        WaveState::Closed => tr!(lang, "collect-closed", days = days),
    }
}

/// Design, codes, collecting, closing, the witness where there is one, findings.
fn steps(lang: Lang, info: &WaveInfo, collection: &Collection) -> Vec<(String, StepState)> {
    let has_codes = has_all_codes(collection);
    let is_closed = info.wave.state == WaveState::Closed;
    let is_opened = matches!(
        collection.answers,
        SealedState::Opened | SealedState::Destroyed
    );
    let mut all = vec![
        ("collect-step-design", true),
        ("collect-step-codes", has_codes || is_closed),
        ("collect-step-answers", is_closed),
        ("collect-step-close", is_closed),
    ];
    if collection.design.level == ProtectionLevel::TwoKeys {
        all.push(("collect-step-witness", is_opened));
    }
    all.push(("collect-step-findings", is_opened));
    let now = all.iter().position(|(_, is_done)| !is_done);
    all.iter()
        .enumerate()
        .map(|(at, (key, is_done))| {
            let state = if *is_done {
                StepState::Done
            } else if now == Some(at) {
                StepState::Now
            } else {
                StepState::Ahead
            };
            (message(lang, key), state)
        })
        .collect()
}

/// Does every station have its codes?
pub(in crate::ui::screens) fn has_all_codes(collection: &Collection) -> bool {
    let mut stations = collection.stations.iter();
    stations.all(|station| station.issued.is_some())
}

fn steps_ui(ui: &mut Ui, steps: &[(String, StepState)]) {
    let steps: Vec<Step<'_>> = steps
        .iter()
        .map(|(label, state)| Step {
            label,
            line: "",
            state: *state,
        })
        .collect();
    Card::new().padding(10).show(ui, |ui| {
        let sides = egui::Margin::symmetric(8, 0);
        egui::Frame::new()
            .inner_margin(sides)
            .show(ui, |ui| steps_inline(ui, &steps));
    });
}
