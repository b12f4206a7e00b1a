//! How a draft will be collected, step by step: questionnaire, classes, keys and stations, days,
//! check. Every choice is sent at once and comes back with the workspace; nothing is decided here.

mod asked;
mod cards;
mod check;
mod modal;
mod move_dialog;
mod policy;
mod pools;
mod rows;
mod shown;
mod station_dialog;
mod stations;
mod table;
mod wish;

use std::collections::BTreeSet;

use egui::{Align, Layout, Ui, vec2};

use self::move_dialog::{MoveDialog, Moved};
use self::shown::{BACK, CLOSE, DAYS_TITLE, OPEN, RESET, Shown, TO_LIST, TO_LIST_TIP, UNREADY};
use self::station_dialog::{Changed, StationDialog};
use self::wish::{Wish, carry_out};
use super::days::{Days, DaysForm};
use crate::app::{Collection, Command, Overview, WaveInfo};
use crate::domain::{Lang, Wave, WaveCode, WaveState};
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::parts::HEAD_GAP;
use crate::ui::screens::{Screen, ScreenId};
use crate::ui::theme::{Tone, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Side, Step, StepState, note, page_head, steps_inline, two_columns,
};

/// The steps, in order.
const ASKED: usize = 0;
const CLASSES: usize = 1;
const STATIONS: usize = 2;
const DAYS: usize = 3;
const CHECK: usize = 4;

/// The wizard of one draft.
#[derive(Default)]
pub(in crate::ui::screens) struct Design {
    code: Option<WaveCode>,
    step: usize,
    /// Regions whose rows were opened or closed by hand.
    turned: BTreeSet<String>,
    /// Own groups of stations were chosen and not made yet.
    is_own: bool,
    /// Just come to prepare a wave: own collection is proposed, a file stays one click away.
    is_new: bool,
    /// The step has just changed: it is read from its top.
    is_turned: bool,
    days: Option<(Lang, DaysForm)>,
    was_tried: bool,
    moving: Option<MoveDialog>,
    station: Option<StationDialog>,
    shown: Option<Shown>,
}

/// A draft with its design, as the steps look at it.
pub(super) struct Draft<'a> {
    pub(super) lang: Lang,
    pub(super) overview: &'a Overview,
    pub(super) info: &'a WaveInfo,
    pub(super) collection: &'a Collection,
}

impl Screen for Design {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let draft = cx
            .focused()
            .filter(|info| info.wave.state == WaveState::Draft);
        let (Some(overview), Some(info)) = (cx.overview, draft) else {
            *self = Self::default();
            return;
        };
        if self.code.as_ref() != Some(&info.wave.code) {
            *self = Self {
                code: Some(info.wave.code.clone()),
                step: if info.collection.is_some() {
                    CLASSES
                } else {
                    ASKED
                },
                is_new: info.collection.is_none(),
                ..Self::default()
            };
        }
        if info.collection.is_none() {
            self.step = ASKED;
        }
        if self.days.as_ref().is_none_or(|(lang, _)| *lang != cx.lang) {
            self.days = Some((cx.lang, DaysForm::new(cx.lang, Some(&info.wave))));
        }
        self.shown = Some(Shown::new(cx.lang, overview, info));
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(shown) = self.shown.take() else {
            return;
        };
        let mut wishes = Vec::new();
        if std::mem::take(&mut self.is_new) {
            wishes.push(Wish::Collect);
        }
        self.page_ui(ui, &shown, (&mut wishes, actions));
        self.dialogs_ui(ui, &mut wishes);
        if let (Some(overview), Some(info)) = (cx.overview, cx.focused()) {
            for wish in wishes {
                let about = (cx.lang, &overview.branches[..], info);
                if let Wish::Ask(pool) = &wish {
                    self.moving = MoveDialog::of_wave(about, pool);
                } else {
                    carry_out(cx.lang, (overview, info), wish, actions);
                }
            }
        }
        self.shown = Some(shown);
    }
}

impl Design {
    fn page_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown,
        (wishes, actions): (&mut Vec<Wish>, &mut Actions),
    ) {
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        if std::mem::take(&mut self.is_turned) {
            ui.scroll_to_cursor(Some(egui::Align::TOP));
        }
        let height = ui.available_height();
        let top = ui.cursor().top();
        let is_classes = self.step == CLASSES;
        page_head(ui, &shown.title, &shown.subtitle, |ui| {
            let reset = Button::quiet(&shown.words[RESET]).icon(Icon::Undo2);
            if is_classes && ui.add(reset).clicked() {
                wishes.push(Wish::Reset);
            }
            if ui.add(Button::secondary(&shown.words[CLOSE])).clicked() {
                actions.go(ScreenId::Waves);
            }
        });
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        Card::new()
            .padding(10)
            .show(ui, |ui| self.steps_ui(ui, &shown.steps));
        let rest = height - (ui.cursor().top() - top);
        two_columns(ui, 340.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => self.left_ui(ui, (shown, rest), wishes),
                Side::Right => {
                    self.right_ui(ui, shown, (wishes, actions));
                    self.footer_ui(ui, shown, actions);
                }
            }
        });
    }

    fn steps_ui(&self, ui: &mut Ui, labels: &[String; 5]) {
        let steps: Vec<Step<'_>> = labels
            .iter()
            .enumerate()
            .map(|(at, label)| Step {
                label,
                line: "",
                state: match at.cmp(&self.step) {
                    std::cmp::Ordering::Less => StepState::Done,
                    std::cmp::Ordering::Equal => StepState::Now,
                    std::cmp::Ordering::Greater => StepState::Ahead,
                },
            })
            .collect();
        let sides = egui::Margin::symmetric(8, 0);
        egui::Frame::new()
            .inner_margin(sides)
            .show(ui, |ui| steps_inline(ui, &steps));
    }

    fn left_ui(&mut self, ui: &mut Ui, (shown, rest): (&Shown, f32), wishes: &mut Vec<Wish>) {
        let Some(designed) = shown.designed.as_ref().filter(|_| self.step != ASKED) else {
            shown.asked.left_ui(ui, rest);
            return;
        };
        match self.step {
            CLASSES => {
                let pressed = designed.classes_ui(ui, rest, &mut self.turned);
                wishes.extend(pressed.map(Wish::Ask));
            }
            STATIONS => {
                let stations = &designed.stations;
                let dialog = stations.show(ui, rest, &mut self.is_own, wishes);
                if dialog.is_some() {
                    self.station = dialog;
                }
            }
            DAYS => self.days_ui(ui, shown),
            _ => designed.check.left_ui(ui),
        }
    }

    fn days_ui(&mut self, ui: &mut Ui, shown: &Shown) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(&shown.words[DAYS_TITLE]).plain(ui);
            ui.set_max_width(480.0);
            if let Some((_, form)) = &mut self.days {
                form.show(ui, self.was_tried);
            }
        });
    }

    fn right_ui(
        &self,
        ui: &mut Ui,
        shown: &Shown,
        (wishes, actions): (&mut Vec<Wish>, &mut Actions),
    ) {
        let Some(designed) = shown.designed.as_ref().filter(|_| self.step != ASKED) else {
            shown.asked.right_ui(ui, wishes);
            return;
        };
        match self.step {
            CLASSES => designed.policy.show(ui, wishes),
            STATIONS => designed.cards.show(ui, wishes, actions),
            DAYS => {
                Card::new().show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 10.0;
                    let [locked, destroyed] = &designed.days_notes;
                    note(ui, Icon::Lock, Tone::Neutral, locked);
                    note(ui, Icon::Trash2, Tone::Neutral, destroyed);
                });
            }
            _ => designed.check.right_ui(ui),
        }
    }

    /// Back and on, at the right end.
    fn footer_ui(&mut self, ui: &mut Ui, shown: &Shown, actions: &mut Actions) {
        let size = vec2(ui.available_width(), measures::CONTROL);
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            if self.step == CHECK {
                self.open_ui(ui, shown, actions);
            } else {
                self.next_ui(ui, shown, actions);
            }
            let back = Button::secondary(&shown.words[BACK]).icon(Icon::ArrowLeft);
            if self.step > ASKED && ui.add(back).clicked() {
                self.step -= 1;
                self.is_turned = true;
            }
        });
    }

    fn open_ui(&self, ui: &mut Ui, shown: &Shown, actions: &mut Actions) {
        let Some(designed) = &shown.designed else {
            return;
        };
        let is_ready = designed.check.missing.is_empty();
        let reason = (!is_ready).then_some(shown.words[UNREADY].as_str());
        let button = Button::primary(&shown.words[OPEN])
            .icon(Icon::CalendarRange)
            .disabled_because(reason);
        if ui.add(button).clicked() {
            actions.push(designed.check.open.clone());
        }
    }

    fn next_ui(&mut self, ui: &mut Ui, shown: &Shown, actions: &mut Actions) {
        if shown.designed.is_none() {
            // Answers will be imported: there is nothing more to decide here.
            let done = Button::primary(&shown.words[TO_LIST]).tip(&shown.words[TO_LIST_TIP]);
            if ui.add(done).clicked() {
                actions.go(ScreenId::Waves);
            }
            return;
        }
        let Some(label) = shown.next.get(self.step) else {
            return;
        };
        if ui
            .add(Button::primary(label).icon_after(Icon::ArrowRight))
            .clicked()
        {
            self.go_on(shown, actions);
        }
    }

    /// To the next step; days are saved on the way.
    fn go_on(&mut self, shown: &Shown, actions: &mut Actions) {
        if self.step == DAYS {
            self.was_tried = true;
            let read = self.days.as_ref().and_then(|(_, form)| form.read());
            let Some(days) = read else { return };
            if days != Days::of(&shown.wave) {
                actions.run(Command::UpdateWave(Wave {
                    opens: days.opens,
                    closes: days.closes,
                    customers: days.customers,
                    ..shown.wave.clone()
                }));
            }
        }
        self.step += 1;
        self.is_turned = true;
    }

    fn dialogs_ui(&mut self, ui: &Ui, wishes: &mut Vec<Wish>) {
        if let Some(dialog) = &mut self.moving {
            match dialog.show(ui) {
                Moved::Open => {}
                Moved::Cancel => self.moving = None,
                Moved::Done(pools) => {
                    wishes.push(Wish::Pools(pools));
                    self.moving = None;
                }
            }
        }
        if let Some(dialog) = &mut self.station {
            match dialog.show(ui) {
                Changed::Open => {}
                Changed::Cancel => self.station = None,
                Changed::Done(stations) => {
                    wishes.push(Wish::Stations(stations));
                    self.station = None;
                }
            }
        }
    }
}
