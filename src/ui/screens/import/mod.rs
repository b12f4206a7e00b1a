//! The import wizard: file, columns and check, result. Every choice is sent as a whole plan and comes
//! back checked; nothing is decided here. Driven by [`Cx::import`] and [`Cx::import_report`].

mod answered;
mod decisions;
mod refusals;
mod result;
mod sheet;
mod shown;
mod words;

use egui::Ui;

use self::result::Report;
use self::shown::Shown;
use super::Screen;
use super::parts::{HEAD_GAP, wizard_steps};
use crate::app::{Command, ImportPlan, ImportStart};
use crate::domain::BranchCode;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::load::Load;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, Kit as _, Side, page_head, two_columns};

/// The import wizard.
#[derive(Default)]
pub(super) struct Import {
    shown: Option<Shown>,
    report: Option<Report>,
    start: result::Start,
    /// All refusals instead of one per reason.
    shows_all: bool,
    /// The unknown branch that is being named.
    naming: Option<String>,
}

/// What the user changed in one frame.
enum Change {
    /// The column at this position means this: position in the roles, 0 for "do not take".
    Role(usize, usize),
    /// Read it as this kind.
    Kind(usize),
    /// Read this sheet.
    Sheet(usize),
    /// The unknown branch is this one.
    Fix(String, BranchCode),
    /// Take a fix back.
    Unfix(String),
    /// The wave at this position: an open one, or the one that would be made.
    Wave(usize),
    /// Another decision about the whole file.
    Plan(Box<ImportPlan>),
}

impl Screen for Import {
    fn prepare(&mut self, cx: &Cx<'_>) {
        self.report = cx.import_report.map(|report| Report::new(cx.lang, report));
        self.start = result::Start::new(cx.lang);
        self.shown = cx.import.ready().map(|view| Shown::new(cx, view));
        let is_naming = |shown: &Shown, name: &str| {
            let groups = &shown.view.groups;
            groups
                .iter()
                .any(|group| group.unknown_branch.as_deref() == Some(name))
        };
        let naming = self.naming.take();
        self.naming = naming.filter(|name| {
            self.shown
                .as_ref()
                .is_some_and(|shown| is_naming(shown, name))
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        if let Some(report) = &self.report {
            report.show(ui, actions);
            return;
        }
        let Some(shown) = &mut self.shown else {
            let is_waiting = matches!(cx.import, Load::Waiting(_));
            self.start.show(ui, is_waiting, actions);
            return;
        };
        let height = ui.available_height();
        let top = ui.cursor().top();
        head_ui(ui, shown);
        if cx.import.is_waiting() {
            ui.set_opacity(0.6);
        }
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        let mut changes = Vec::new();
        strip_ui(ui, shown, actions);
        let rest = height - (ui.cursor().top() - top);
        let (shows_all, naming) = (&mut self.shows_all, &mut self.naming);
        two_columns(ui, 276.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    sheet::sheet_ui(ui, shown, &mut changes);
                    refusals::refusals_ui(ui, shown, (shows_all, naming), (&mut changes, actions));
                }
                Side::Right => {
                    decisions::decisions_ui(ui, shown, rest, (&mut changes, actions));
                }
            }
        });
        for change in changes {
            carry_out(shown, cx.import_start, change, actions);
        }
    }
}

fn head_ui(ui: &mut Ui, shown: &Shown) {
    page_head(ui, &shown.title, &shown.subtitle, |ui| {
        let help = Button::quiet(&shown.words.files)
            .icon(Icon::Info)
            .tip(&shown.words.files_tip);
        ui.add(help);
    });
}

/// The steps and the file.
fn strip_ui(ui: &mut Ui, shown: &Shown, actions: &mut Actions) {
    Card::new().padding(11).show(ui, |ui| {
        let rest = wizard_steps(ui, &shown.steps, 1);
        if rest.width() > 430.0 {
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            let place = rest.expand2(egui::vec2(0.0, 4.0));
            let builder = egui::UiBuilder::new().max_rect(place).layout(layout);
            // The row was already allocated with the steps.
            let mut child = ui.new_child(builder);
            file_ui(&mut child, shown, actions);
        } else {
            let size = egui::vec2(ui.available_width(), measures::CONTROL_SMALL);
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            ui.allocate_ui_with_layout(size, layout, |ui| file_ui(ui, shown, actions));
        }
    });
}

/// From right to left: another file, what is known of this one, its name.
fn file_ui(ui: &mut Ui, shown: &Shown, actions: &mut Actions) {
    let palette = ui.palette();
    ui.spacing_mut().item_spacing.x = measures::GAP_S;
    if ui
        .add(Button::quiet(&shown.words.other_file).small())
        .clicked()
    {
        let kind = Some(shown.plan.kind.clone());
        let wave = shown.plan.wave.clone();
        actions.push(Action::Pick(Pick::Import { kind, wave }));
    }
    ui.text_line(Type::Body, palette.weak, &shown.file_note);
    ui.text_line(Type::Strong, palette.text, &shown.view.file);
    ui.icon(Icon::FileSpreadsheet, measures::ICON, palette.text);
}

/// Turns a change into the next question to the worker.
fn carry_out(
    shown: &mut Shown,
    start: Option<&ImportStart>,
    change: Change,
    actions: &mut Actions,
) {
    let again = |kind: Option<String>, sheet: Option<String>| {
        start.map(|start| {
            Command::StartImport(ImportStart {
                kind,
                sheet,
                ..start.clone()
            })
        })
    };
    match change {
        Change::Kind(position) => {
            let kind = shown
                .view
                .kinds
                .get(position)
                .map(|kind| kind.key.to_owned());
            let question = again(kind, shown.view.sheet.clone());
            question
                .into_iter()
                .for_each(|command| actions.run(command));
            return;
        }
        Change::Sheet(position) => {
            let sheet = shown.view.sheets.get(position).cloned();
            let question = again(Some(shown.plan.kind.clone()), sheet);
            question
                .into_iter()
                .for_each(|command| actions.run(command));
            return;
        }
        Change::Role(column, role) => shown.set_role(column, role),
        Change::Fix(name, code) => drop(shown.plan.fixes.insert(name, code)),
        Change::Unfix(name) => drop(shown.plan.fixes.remove(&name)),
        Change::Wave(position) => {
            let is_new = |place: Option<usize>| place == Some(shown.waves.len());
            // What a column may mean depends on the questionnaire, so the file is read anew.
            let (before, after) = (is_new(shown.chosen_wave()), is_new(Some(position)));
            let open = shown.waves.get(position).map(|wave| wave.0.clone());
            let wave = if after { shown.new_wave.clone() } else { open };
            if let (true, Some(start)) = (before != after, start) {
                actions.run(Command::StartImport(ImportStart {
                    kind: Some(shown.plan.kind.clone()),
                    sheet: shown.view.sheet.clone(),
                    wave,
                    ..start.clone()
                }));
                return;
            }
            shown.plan.wave = wave;
        }
        Change::Plan(plan) => shown.plan = *plan,
    }
    actions.run(Command::CheckImport(shown.plan.clone()));
}
