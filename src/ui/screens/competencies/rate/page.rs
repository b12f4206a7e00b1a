//! A page of the form: one competency with its five anchors, and the evidence.

use egui::{Layout, Sense, Ui, vec2};

use super::shown::{Shown, SinWords};
use super::{Form, level_of};
use crate::domain::rating::{Mark, RatingSheet};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Anchor, Button, Card, Kit as _, TextField, checkbox, note};

/// Keys of the five levels.
const KEYS: [&str; 5] = ["1", "2", "3", "4", "5"];

impl Form {
    /// Draws the page; the answer is the page to turn to.
    pub(super) fn page_ui(&mut self, ui: &mut Ui) -> Option<usize> {
        let at = self.at;
        let mark = self.mark(at);
        let now = ui.input(|input| input.time);
        let mut turn = None;
        let mut chosen = None;
        let (Some(shown), Some(draft)) = (&self.shown, &mut self.draft) else {
            return None;
        };
        let words = shown.competencies.get(at)?;
        let mut is_typing = false;
        let mut is_changed = false;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.text_weak(Type::Small, &words.counter);
            ui.text(Type::Verdict, &words.name);
            ui.text_weak(Type::Body, &words.definition);
            if at == 0 {
                note(
                    ui,
                    Icon::Info,
                    Tone::Neutral,
                    &format!("{} {}", shown.how, shown.how_doubt),
                );
            }
            ui.add_space(2.0);
            let levels = KEYS.iter().zip(&shown.levels).zip(&words.anchors);
            for (number, ((key, name), text)) in (1_u8..).zip(levels) {
                let this = level_of(number);
                let anchor = Anchor::new(key, name, text).chosen(mark == this);
                if ui.push_id(number, |ui| anchor.show(ui)).inner.clicked() {
                    chosen = Some(this);
                }
            }
            let none = Anchor::new("0", &shown.not_observed, &shown.not_observed_note)
                .chosen(mark == Mark::NotObserved);
            if ui.push_id("none", |ui| none.show(ui)).inner.clicked() {
                chosen = Some(Mark::NotObserved);
            }
            ui.add_space(4.0);
            (is_typing, is_changed) = evidence_ui(ui, (at, mark), shown, draft);
            ui.add_space(4.0);
            turn = turn_ui(ui, shown, (at, mark));
        });
        self.is_typing = is_typing;
        if is_changed {
            self.changed = Some(now);
        }
        if let Some(mark) = chosen {
            self.set(at, mark, now);
        }
        turn
    }
}

/// The evidence: does it hold the keyboard, was it changed?
fn evidence_ui(
    ui: &mut Ui,
    (at, mark): (usize, Mark),
    shown: &Shown,
    draft: &mut RatingSheet,
) -> (bool, bool) {
    let Some(text) = draft.evidence.get_mut(at) else {
        return (false, false);
    };
    let is_extreme = mark
        .level()
        .is_some_and(|level| matches!(level.get(), 1 | 5));
    let note = if is_extreme && text.trim().is_empty() {
        &shown.evidence_wanted
    } else {
        &shown.evidence_hint
    };
    let hint = shown.competencies.get(at).map_or("", |it| &it.evidence);
    let response = ui
        .push_id(("evidence", at), |ui| {
            TextField::new("text", &shown.evidence)
                .hint(hint)
                .note(note)
                .rows(2)
                .width(f32::INFINITY)
                .show(ui, text)
        })
        .inner;
    let is_changed = response.changed();
    if text.chars().count() > RatingSheet::MAX_EVIDENCE {
        *text = text.chars().take(RatingSheet::MAX_EVIDENCE).collect();
    }
    (response.has_focus(), is_changed)
}

fn turn_ui(ui: &mut Ui, shown: &Shown, (at, mark): (usize, Mark)) -> Option<usize> {
    let mut turn = None;
    let size = vec2(ui.available_width(), measures::CONTROL);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(egui::Align::Center), |ui| {
        if at > 0
            && ui
                .add(Button::secondary(&shown.back).icon(Icon::ArrowLeft))
                .clicked()
        {
            turn = Some(at - 1);
        }
        let next = shown.competencies.get(at).map_or("", |it| &it.next);
        let next = if mark == Mark::Open {
            Button::secondary(next)
        } else {
            Button::primary(next)
        };
        if ui.add(next.icon_after(Icon::ArrowRight)).clicked() {
            turn = Some(at + 1);
        }
    });
    turn
}

/// One step in the list at the side: its name, and the mark it has.
pub(super) fn step_ui(
    ui: &mut Ui,
    name: &str,
    (mark, is_here): (Mark, bool),
    shown: &Shown,
) -> bool {
    let palette = ui.palette();
    let size = vec2(ui.available_width(), 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let words = shown.mark(mark);
    response.widget_info(|| {
        let role = egui::accesskit::Role::Button;
        let label = format!("{name}: {words}");
        egui::WidgetInfo::selected(role, true, is_here, label)
    });
    let fill = if is_here {
        palette.accent_soft
    } else if response.hovered() || response.has_focus() {
        palette.raised
    } else {
        palette.surface
    };
    ui.painter().rect_filled(rect, measures::RADIUS_CHIP, fill);
    let mut row = ui.new_child(
        egui::UiBuilder::new()
            .id_salt(name)
            .max_rect(rect.shrink2(vec2(8.0, 0.0)))
            .layout(Layout::left_to_right(egui::Align::Center)),
    );
    let (icon, ink) = match mark {
        Mark::Open => (Icon::Minus, palette.weak),
        Mark::NotObserved => (Icon::EyeOff, palette.weak),
        Mark::Level(_) => (Icon::Check, palette.accent),
    };
    row.icon(icon, measures::ICON_SMALL, ink);
    let style = if is_here { Type::Strong } else { Type::Body };
    row.text_line(style, palette.text, name);
    if let Mark::Level(level) = mark {
        let at = rect.right_center() - vec2(14.0, 0.0);
        let font = Type::Strong.font();
        let text = level.get().to_string();
        let align = egui::Align2::CENTER_CENTER;
        ui.painter().text(at, align, text, font, palette.text);
    }
    response.clicked()
}

/// A sin to tick; true when it was ticked or taken back.
pub(super) fn sin_ui(ui: &mut Ui, sin: &SinWords, ticked: &mut Vec<String>) -> bool {
    let was_on = ticked.contains(&sin.id);
    let mut is_on = was_on;
    ui.push_id(&sin.id, |ui| {
        checkbox(ui, &mut is_on, &sin.name, Some(&sin.sign))
    });
    if is_on == was_on {
        return false;
    }
    if is_on {
        ticked.push(sin.id.clone());
        ticked.sort();
    } else {
        ticked.retain(|id| *id != sin.id);
    }
    true
}
