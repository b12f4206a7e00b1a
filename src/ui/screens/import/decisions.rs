//! The right column: what is ready, what stays outside, what to do about bad rows, and the deed.

use egui::{Layout, Rect, Sense, Ui, vec2};

use super::Change;
use super::answered::names_waves;
use super::shown::Shown;
use crate::app::Command;
use crate::ui::action::Actions;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Dropdown, Kit as _, checkbox, figure, is_narrow, radio,
};

pub(super) fn decisions_ui(
    ui: &mut Ui,
    shown: &Shown,
    height: f32,
    (changes, actions): (&mut Vec<Change>, &mut Actions),
) {
    let top = ui.cursor().top();
    ready_ui(ui, shown);
    if shown.view.kind.key == "answers" {
        answers_ui(ui, shown, changes);
    }
    dropped_ui(ui, shown);
    choices_ui(ui, shown, changes);
    let rest = height - (ui.cursor().top() - top) - measures::CONTROL;
    if rest > 0.0 && !is_narrow(ui) {
        ui.add_space((rest - measures::GAP_M).max(0.0));
    }
    deed_ui(ui, shown, actions);
}

fn ready_ui(ui: &mut Ui, shown: &Shown) {
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        figure(ui, &shown.ready, &shown.ready_note);
        share_bar(ui, shown);
        for (key, value) in &shown.counts {
            ui.add_space(3.0);
            crate::ui::widgets::key_value(ui, Type::Body, key, value);
        }
    });
}

/// How much of the file is ready; the rest in the colour of flags.
fn share_bar(ui: &mut Ui, shown: &Shown) {
    let palette = ui.palette();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
    let all = (shown.view.ready + shown.view.refused).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a share of the width")]
    let share = shown.view.ready as f32 / all as f32;
    let split = rect.left() + rect.width() * share;
    if shown.view.refused > 0 {
        let rest = Rect::from_min_max(
            egui::pos2(split.min(rect.right() - 3.0), rect.top()),
            rect.max,
        );
        ui.painter().rect_filled(rest, 2.0, palette.chart[1]);
    }
    let end = if shown.view.refused > 0 {
        split.min(rect.right() - 4.0)
    } else {
        split
    };
    let ready = Rect::from_min_max(rect.min, egui::pos2(end, rect.bottom()));
    ui.painter().rect_filled(ready, 2.0, palette.accent);
}

fn answers_ui(ui: &mut Ui, shown: &Shown, changes: &mut Vec<Change>) {
    let words = &shown.words;
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = measures::GAP_S;
        CardHead::new(&words.answers_to).plain(ui);
        if shown.plan.wave.is_none() && names_waves(&shown.view) {
            ui.text_weak(Type::Small, &words.waves_in_file);
        }
        let chosen = shown.chosen_wave();
        let width = ui.available_width();
        let waves = Dropdown::new("wave", &words.wave, &shown.wave_names, chosen).width(width);
        let picked = waves.placeholder(&words.wave).icon(Icon::Calendar).show(ui);
        changes.extend(picked.map(Change::Wave));
        if !shown.asked.is_empty() {
            ui.text_weak(Type::Small, &shown.asked);
        }
        if shown.view.is_known_file {
            ui.text_toned(Type::Small, crate::ui::theme::Tone::Warn, &words.known_file);
        }
        // What was never there cannot be replaced.
        if chosen.is_some_and(|chosen| chosen < shown.waves.len()) {
            earlier_ui(ui, shown, changes);
        }
    });
}

/// Whether the answers of the file take the place of the wave's earlier ones.
fn earlier_ui(ui: &mut Ui, shown: &Shown, changes: &mut Vec<Change>) {
    let words = &shown.words;
    let replaces = shown.plan.replace_answers;
    let mut wish = None;
    if radio(ui, replaces, &words.replace, Some(&words.replace_note)).clicked() && !replaces {
        wish = Some(true);
    }
    if radio(ui, !replaces, &words.add, Some(&words.add_note)).clicked() && replaces {
        wish = Some(false);
    }
    if let Some(replace_answers) = wish {
        let plan = crate::app::ImportPlan {
            replace_answers,
            ..shown.plan.clone()
        };
        changes.push(Change::Plan(Box::new(plan)));
    }
}

fn dropped_ui(ui: &mut Ui, shown: &Shown) {
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let words = &shown.words;
        let (head, usual) = if shown.names_people {
            (&words.people, &words.people_line)
        } else {
            (&words.dropped, &words.dropped_none)
        };
        CardHead::new(head).plain(ui);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let ok = ui.palette().ok;
            ui.icon(Icon::ShieldCheck, measures::ICON, ok);
            ui.vertical(|ui| {
                if shown.names_people || shown.dropped.is_empty() {
                    ui.text(Type::Body, usual);
                }
                if !shown.dropped.is_empty() {
                    ui.text(Type::Body, &shown.dropped);
                }
            });
        });
    });
}

fn choices_ui(ui: &mut Ui, shown: &Shown, changes: &mut Vec<Change>) {
    let words = &shown.words;
    let mut plan = shown.plan.clone();
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if shown.view.refused > 0 {
            CardHead::new(&words.bad_rows).plain(ui);
            let good = plan.accept_good_rows;
            if radio(ui, good, &words.take_good, Some(&shown.take_good_note)).clicked() {
                plan.accept_good_rows = true;
            }
            let note = Some(words.all_or_nothing_note.as_str());
            if radio(ui, !good, &words.all_or_nothing, note).clicked() {
                plan.accept_good_rows = false;
            }
            ui.add_space(2.0);
            ui.rule();
            ui.add_space(2.0);
        }
        if shown.has_unknown {
            let note = Some(words.add_branches_note.as_str());
            checkbox(ui, &mut plan.add_branches, &words.add_branches, note);
        }
        checkbox(
            ui,
            &mut plan.remember,
            &words.remember,
            Some(&words.remember_note),
        );
    });
    if plan != shown.plan {
        changes.push(Change::Plan(Box::new(plan)));
    }
}

fn deed_ui(ui: &mut Ui, shown: &Shown, actions: &mut Actions) {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), measures::CONTROL),
        Layout::right_to_left(egui::Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let take = Button::primary(&shown.take).disabled_because(shown.obstacle.as_deref());
            if ui.add(take).clicked() {
                actions.run(Command::CommitImport(shown.plan.clone()));
            }
            if ui.add(Button::secondary(&shown.words.cancel)).clicked() {
                actions.run(Command::CancelImport);
                actions.go(super::result::home_of(&shown.plan.kind));
            }
        },
    );
}
