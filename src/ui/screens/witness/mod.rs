//! The witness's side: a key file of their own, no workspace, and never an answer in sight. Written
//! for a works-council member: what each thing is, and what to do next.

mod desk;
mod fault;
mod recovery;
mod start;

use egui::Ui;

use self::desk::Desk;
use self::fault::Fault;
use self::recovery::Recovery;
use self::start::Start;
use super::parts::HEAD_GAP;
use super::verified::VerifiedCard;
use super::{Screen, ScreenId};
use crate::app::{Command, RecoveryWords, WitnessDeed};
use crate::domain::Lang;
use crate::i18n::message;
use crate::ui::action::Actions;
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::measures;
use crate::ui::widgets::{Button, page_head};

/// The page is no wider than this.
const WIDEST: f32 = 1080.0;

/// The witness's screen.
#[derive(Default)]
pub(super) struct Witness {
    start: Option<(Lang, Start)>,
    /// The key whose recovery words were written down.
    written: Option<RecoveryWords>,
    shown: Option<Shown>,
    /// Another page has just come: it is read from its top.
    is_turned: bool,
}

/// Everything that is drawn, formatted.
struct Shown {
    title: String,
    subtitle: String,
    back: String,
    close: String,
    face: Face,
    fault: Fault,
    verified: VerifiedCard,
}

/// What stands on the page.
enum Face {
    Start,
    Recovery(Box<Recovery>),
    Desk(Box<Desk>),
}

impl Screen for Witness {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        let word = |key| message(lang, key);
        let view = cx.witness.ready();
        if view.is_some() || self.start.as_ref().is_none_or(|(known, _)| *known != lang) {
            self.start = Some((lang, Start::new(lang)));
        }
        if let Some((_, start)) = &mut self.start {
            start.prepare(lang, (cx.witness_file, cx.witness_gone));
        }
        let face = match view {
            None => Face::Start,
            Some(view) => match &view.recovery {
                Some(words) if self.written.as_ref() != Some(words) => {
                    Face::Recovery(Box::new(Recovery::new(lang, words)))
                }
                Some(_) | None => Face::Desk(Box::new(Desk::new(lang, view))),
            },
        };
        let kind = std::mem::discriminant(&face);
        let before = self.shown.as_ref();
        self.is_turned |= before.is_some_and(|it| std::mem::discriminant(&it.face) != kind);
        self.shown = Some(Shown {
            title: word("witness-title"),
            subtitle: view.map_or_else(|| word("witness-subtitle"), |view| view.name.clone()),
            back: word("witness-back"),
            close: word("witness-close"),
            verified: VerifiedCard::new(cx),
            fault: Fault::new(cx),
            face,
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(mut shown) = self.shown.take() else {
            return;
        };
        if std::mem::take(&mut self.is_turned) {
            ui.scroll_to_cursor(Some(egui::Align::TOP));
        }
        let room = ui.available_width();
        let width = room.min(WIDEST);
        let mut is_written = false;
        ui.horizontal_top(|ui| {
            ui.add_space((room - width) / 2.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = HEAD_GAP;
                shown.head_ui(ui, actions);
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                let besides = (&shown.verified, &shown.fault);
                match &mut shown.face {
                    Face::Start => {
                        if let Some((_, start)) = &mut self.start {
                            start.show(ui, besides, actions);
                        }
                    }
                    Face::Recovery(recovery) => {
                        is_written = recovery.show(ui, &shown.fault, actions);
                    }
                    Face::Desk(desk) => desk.show(ui, besides, actions),
                }
            });
        });
        self.shown = Some(shown);
        if is_written {
            let view = cx.witness.ready();
            self.written = view.and_then(|view| view.recovery.clone());
            self.prepare(cx);
        }
    }
}

impl Shown {
    fn head_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        page_head(ui, &self.title, &self.subtitle, |ui| match &self.face {
            Face::Start => {
                let back = Button::secondary(&self.back).icon(Icon::ArrowLeft);
                if ui.add(back).clicked() {
                    actions.go(ScreenId::Welcome);
                }
            }
            // The words must be written down first.
            Face::Recovery(_) => {}
            Face::Desk(_) => {
                let close = Button::secondary(&self.close).icon(Icon::Lock);
                if ui.add(close).clicked() {
                    actions.run(Command::Witness(WitnessDeed::Close));
                }
            }
        });
    }
}
