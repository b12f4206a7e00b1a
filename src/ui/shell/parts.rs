//! Drawing the frame around the screens. Decides nothing.

use std::path::Path;
use std::time::Duration;

use egui::{Align2, CentralPanel, Frame, Key, Margin, Panel, ScrollArea, Ui, vec2};

use super::Shell;
use crate::i18n::{error_details, error_sentence, message};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::digits::DIGITS;
use crate::ui::icons::Icon;
use crate::ui::screens::{NAVIGATION, ScreenId, upper_first};
use crate::ui::theme::{measures, palette};
use crate::ui::widgets::{
    Answer, Button, Confirm, Failed, FailedAnswer, NavRow, Progress, StatusItem, brand,
    status_line, undo_bar,
};

/// The whole window.
pub(super) fn frame_ui(shell: &mut Shell, ui: &mut Ui, actions: &mut Actions) {
    let is_shared = shell.ratings.is_shared;
    let has_workspace = shell.overview.is_some() && shell.gate_screen().is_none() && !is_shared;
    let colors = palette(ui);
    if !is_shared {
        Panel::bottom("status")
            .exact_size(measures::STATUS_LINE)
            .show_separator_line(false)
            .frame(Frame::NONE.fill(colors.surface))
            .show(ui, |ui| status_ui(shell, ui, actions));
    }
    if has_workspace {
        let is_narrow = ui.available_width() < measures::NARROW_BELOW;
        let width = if is_narrow {
            measures::SIDE_BAR_NARROW
        } else {
            measures::SIDE_BAR
        };
        Panel::left("side")
            .exact_size(width)
            .resizable(false)
            .show_separator_line(true)
            .frame(
                Frame::NONE
                    .fill(colors.surface)
                    .inner_margin(Margin::symmetric(10, 14)),
            )
            .show(ui, |ui| navigation_ui(shell, ui, is_narrow, actions));
    }
    let page = Frame::NONE.fill(colors.window);
    CentralPanel::no_frame()
        .frame(page)
        .show(ui, |ui| page_ui(shell, ui, actions));
    overlays_ui(shell, ui, actions);
    shortcuts(shell, ui, actions);
}

fn navigation_ui(shell: &Shell, ui: &mut Ui, is_narrow: bool, actions: &mut Actions) {
    ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
    brand(ui, &message(shell.lang, "app-name"), is_narrow);
    ui.add_space(16.0);
    for (screen, key, icon) in NAVIGATION {
        if *screen == ScreenId::Settings {
            let rest = ui.available_height() - measures::NAV_ROW - 4.0;
            ui.add_space(rest.max(0.0));
        }
        let is_selected = shell.screen.place() == *screen;
        let label = message(shell.lang, key);
        let badge = (*screen == ScreenId::Actions)
            .then_some(shell.due.as_deref())
            .flatten();
        let row = NavRow::new(*icon, &label)
            .selected(is_selected)
            .badge(badge)
            .narrow(is_narrow);
        if row.show(ui).clicked() {
            actions.go(*screen);
        }
    }
}

fn status_ui(shell: &Shell, ui: &mut Ui, actions: &mut Actions) {
    let lang = shell.lang;
    let Some(overview) = &shell.overview else {
        let text = message(lang, "status-welcome");
        status_line(
            ui,
            &[StatusItem {
                icon: Some(Icon::HardDrive),
                text: &text,
            }],
            &[],
            None,
        );
        return;
    };
    let workspace = if overview.is_demo {
        tr!(lang, "status-demo", company = overview.company.as_str())
    } else {
        tr!(
            lang,
            "status-workspace",
            company = overview.company.as_str()
        )
    };
    let file = tr!(lang, "status-file", file = file_name(&overview.path));
    let strictest = overview
        .waves
        .iter()
        .map(|info| info.wave.min_group.get())
        .max()
        .unwrap_or(5);
    let threshold = tr!(lang, "status-threshold", k = i64::from(strictest));
    let left = [
        StatusItem {
            icon: None,
            text: &workspace,
        },
        StatusItem {
            icon: Some(Icon::HardDrive),
            text: &file,
        },
    ];
    let threshold = StatusItem {
        icon: None,
        text: &threshold,
    };
    let lock = message(lang, "status-lock");
    let lock = StatusItem {
        icon: Some(Icon::Lock),
        text: &lock,
    };
    let lock = shell.gate_screen().is_none().then_some(lock);
    if status_line(ui, &left, &[threshold], lock) {
        actions.run(crate::app::Command::Lock);
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn page_ui(shell: &mut Shell, ui: &mut Ui, actions: &mut Actions) {
    work_bar_ui(shell, ui, actions);
    let margin = Margin {
        left: 24,
        right: 24,
        top: 4,
        bottom: 16,
    };
    let mut page = ScrollArea::vertical()
        .id_salt(("page", shell.screen))
        .auto_shrink(false);
    // A failure is told at the top; who pressed something further down must not miss it.
    let failure = shell.failure.as_mut();
    if failure.is_some_and(|failure| !std::mem::replace(&mut failure.is_seen, true)) {
        page = page.vertical_scroll_offset(0.0);
    }
    page.show(ui, |ui| {
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.set_min_height(ui.available_height());
            failure_ui(shell, ui, actions);
            ui.push_id(shell.screen, |ui| shell.screen_ui(ui, actions));
        });
    });
}

/// A bar under the head while something runs; the kit shows nothing for the first 150 ms.
fn work_bar_ui(shell: &Shell, ui: &mut Ui, actions: &mut Actions) {
    let now = ui.input(|input| input.time);
    let Some(running) = shell.running.last() else {
        return;
    };
    let lang = shell.lang;
    let stage = message(
        lang,
        running
            .stage
            .map_or("stage-working", crate::app::Stage::key),
    );
    let cancel = message(lang, "cancel");
    let progress = Progress {
        stage: &stage,
        share: running.share,
        cancel: Some(&cancel),
        elapsed: Duration::from_secs_f64((now - running.since).max(0.0)),
    };
    let row = Frame::NONE.inner_margin(Margin::symmetric(24, 0));
    if row.show(ui, |ui| progress.show(ui)).inner {
        actions.push(Action::CancelWork);
    }
}

fn failure_ui(shell: &Shell, ui: &mut Ui, actions: &mut Actions) {
    let Some(failure) = &shell.failure else {
        return;
    };
    let lang = shell.lang;
    let sentence = upper_first(&error_sentence(lang, &failure.error));
    let (what, retry, copy) = (
        message(lang, "failure-title"),
        message(lang, "failure-retry"),
        message(lang, "failure-copy"),
    );
    let failed = Failed {
        what: &what,
        place: "",
        remedy: &sentence,
        retry: failure.command.is_some().then_some(retry.as_str()),
        copy: &copy,
    };
    match failed.show(ui) {
        FailedAnswer::Retry => actions.push(Action::Retry),
        FailedAnswer::CopyDetails => actions.push(Action::Copy(error_details(&failure.error))),
        FailedAnswer::Open => {}
    }
    let close = message(lang, "failure-close");
    if ui.add(Button::quiet(&close).small()).clicked() {
        actions.push(Action::Dismiss);
    }
    ui.add_space(measures::GAP_M);
}

fn overlays_ui(shell: &mut Shell, ui: &mut Ui, actions: &mut Actions) {
    if let Some(undo) = shell.offered_undo() {
        let label = message(shell.lang, "undo");
        if undo_bar(ui, &undo.done, &label) {
            shell.undo = None;
            actions.run(undo.command);
        }
    }
    if let Some(confirmation) = shell.confirmation.clone() {
        let cancel = message(shell.lang, "cancel");
        let question = Confirm::new("question", &confirmation.title, &confirmation.deed, &cancel)
            .text(&confirmation.body);
        let question = if confirmation.is_danger {
            question.destructive()
        } else {
            question
        };
        match question.show(ui) {
            Answer::Deed => shell.confirmed(true, actions),
            Answer::Cancel => shell.confirmed(false, actions),
            Answer::Open => {}
        }
    }
    drop_hint_ui(shell, ui);
}

/// While a file hovers over the window.
fn drop_hint_ui(shell: &Shell, ui: &Ui) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let colors = palette(ui);
    let rect = ui.ctx().content_rect();
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop"));
    let painter = ui.ctx().layer_painter(layer);
    painter.rect_filled(rect, 0.0, colors.window.gamma_multiply(0.85));
    let words = message(shell.lang, "drop-hint");
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        words,
        crate::ui::theme::Type::Title.font(),
        colors.accent,
    );
}

/// Ctrl+1 … Ctrl+9 and Ctrl+0 go to the screens of the side bar, Ctrl+comma to the settings.
fn shortcuts(shell: &Shell, ui: &Ui, actions: &mut Actions) {
    let is_barred = shell.confirmation.is_some() || shell.ratings.is_shared;
    if is_barred || shell.gate_screen().is_some() {
        return;
    }
    let is_lock =
        |input: &mut egui::InputState| input.consume_key(egui::Modifiers::COMMAND, Key::L);
    if shell.overview.is_some() && ui.input_mut(is_lock) {
        actions.run(crate::app::Command::Lock);
    }
    let keys = DIGITS.into_iter().skip(1).chain([Key::Num0]);
    for (key, (screen, _, _)) in keys.chain([Key::Comma]).zip(NAVIGATION) {
        if ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, key)) {
            actions.go(*screen);
        }
    }
}
