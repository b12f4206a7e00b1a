//! Steps of a course of work: done, now, ahead.
//! Must not decide which step is now.

use egui::accesskit::Role;
use egui::{Align2, Color32, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Where we are.
    Now,
    /// Before us.
    Ahead,
}

/// One step with its prepared words.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// Its name.
    pub label: &'a str,
    /// A weak line under it; only drawn by [`steps_below`].
    pub line: &'a str,
    /// Where it stands.
    pub state: StepState,
}

const CIRCLE: f32 = 24.0;

/// Numbered circles joined by lines, names and lines below, as on Home.
pub fn steps_below(ui: &mut Ui, steps: &[Step<'_>]) {
    let palette = ui.palette();
    let size = vec2(ui.available_width(), 66.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    #[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
    let pitch = rect.width() / steps.len().max(1) as f32;
    for (index, step) in steps.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
        let left = rect.left() + index as f32 * pitch;
        let center = egui::pos2(left + CIRCLE / 2.0, rect.top() + CIRCLE / 2.0);
        circle(ui, center, (index, step.state));
        if index + 1 < steps.len() {
            let color = if step.state == StepState::Done {
                palette.ok
            } else {
                palette.border
            };
            let from = center.x + CIRCLE / 2.0 + 6.0;
            let to = left + pitch - 6.0;
            ui.painter().hline(from..=to, center.y, (2.0, color));
        }
        let style = if step.state == StepState::Now {
            Type::Strong
        } else {
            Type::Body
        };
        let room = pitch - 6.0;
        let words = Rect::from_min_size(egui::pos2(left, rect.top() + 33.0), vec2(room, 17.0));
        let label = text::line(ui.painter(), style, step.label, (palette.text, room));
        let below = text::line(ui.painter(), Type::Small, step.line, (palette.weak, room));
        let is_elided = label.elided || below.elided;
        text::paint_galley(ui.painter(), words, Align2::LEFT_CENTER, label);
        let under = words.translate(vec2(0.0, 16.0));
        text::paint_galley(ui.painter(), under, Align2::LEFT_CENTER, below);
        name(ui, (left, pitch, rect), step, is_elided);
    }
}

/// Numbered circles with their names beside them, as on top of an import.
pub fn steps_inline(ui: &mut Ui, steps: &[Step<'_>]) {
    let palette = ui.palette();
    let look = (Color32::PLACEHOLDER, f32::INFINITY);
    let width = |step: &Step<'_>| {
        let words = text::line(ui.painter(), Type::Strong, step.label, look);
        CIRCLE + measures::GAP_S + words.size().x
    };
    let widths: Vec<f32> = steps.iter().map(width).collect();
    let total: f32 = widths.iter().sum();
    let room = ui.available_width();
    #[expect(clippy::cast_precision_loss, reason = "a handful of steps")]
    let gaps = (steps.len().max(2) - 1) as f32;
    let gap = ((room - total) / gaps).clamp(20.0, 128.0);
    let shrink = ((room - gaps * gap) / total).min(1.0);
    let size = vec2((total * shrink + gaps * gap).min(room), CIRCLE + 4.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut x = rect.left();
    for (index, (step, width)) in steps.iter().zip(&widths).enumerate() {
        let width = width * shrink;
        let center = egui::pos2(x + CIRCLE / 2.0, rect.center().y);
        circle(ui, center, (index, step.state));
        let (style, ink) = match step.state {
            StepState::Done => (Type::Body, palette.text),
            StepState::Now => (Type::Strong, palette.accent),
            StepState::Ahead => (Type::Body, palette.weak),
        };
        let words = Rect::from_min_max(
            egui::pos2(x + CIRCLE + measures::GAP_S, rect.top()),
            egui::pos2(x + width + 0.5, rect.bottom()),
        );
        let galley = text::line(
            ui.painter(),
            style,
            step.label,
            (ink, words.width().max(8.0)),
        );
        let is_elided = galley.elided;
        let end = text::paint_galley(ui.painter(), words, Align2::LEFT_CENTER, galley).right();
        name(ui, (x, width, rect), step, is_elided);
        x += width + gap;
        if index + 1 < steps.len() {
            let line = Stroke::new(1.0, palette.border);
            ui.painter().hline(end + 12.0..=x - 12.0, center.y, line);
        }
    }
}

fn name(ui: &mut Ui, (left, width, rect): (f32, f32, Rect), step: &Step<'_>, is_elided: bool) {
    let whole = Rect::from_min_size(egui::pos2(left, rect.top()), vec2(width, rect.height()));
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(whole, id, Sense::hover());
    response.widget_info(|| {
        let is_done = step.state == StepState::Done;
        WidgetInfo::selected(Role::ListItem, true, is_done, step.label)
    });
    if is_elided {
        text::tip(response, &format!("{}\n{}", step.label, step.line));
    }
}

fn circle(ui: &Ui, center: Pos2, (index, state): (usize, StepState)) {
    let palette = ui.palette();
    let painter = ui.painter();
    let radius = CIRCLE / 2.0;
    if state == StepState::Done {
        painter.circle_filled(center, radius, palette.ok_soft);
        text::paint_icon(painter, center, Icon::Check, (14.0, palette.ok));
        return;
    }
    let ink = if state == StepState::Now {
        painter.circle_filled(center, radius, palette.accent);
        palette.on_accent
    } else {
        let edge = Stroke::new(1.0, palette.control_border);
        painter.circle(center, radius - 0.5, palette.surface, edge);
        palette.text
    };
    let style = if state == StepState::Now {
        Type::SmallStrong
    } else {
        Type::Small
    };
    let number = (index + 1).to_string();
    let galley = text::line(painter, style, &number, (ink, f32::INFINITY));
    let square = Rect::from_center_size(center, vec2(CIRCLE, CIRCLE));
    text::paint_galley(painter, square, Align2::CENTER_CENTER, galley);
}
