//! The tickler: what is overdue, due today, this week, later.

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use super::super::common::{Words, padded};
use super::Wish;
use crate::analysis::actions::{Due, Tickler};
use crate::domain::action::{Action as Plan, ActionId};
use crate::domain::{Date, Lang};
use crate::i18n::number;
use crate::phrases;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _};

/// Days that are shown of each group.
const MOST: usize = 8;

/// The tickler in words.
pub(super) struct Upcoming {
    groups: [Vec<Line>; 4],
}

/// A day of an action.
pub(super) struct Line {
    pub(super) action: ActionId,
    pub(super) what: String,
    pub(super) when: String,
}

const HEADS: [(&str, Tone, Icon); 4] = [
    ("tickler-overdue", Tone::Bad, Icon::TriangleAlert),
    ("tickler-today", Tone::Warn, Icon::Clock),
    ("tickler-week", Tone::Neutral, Icon::Calendar),
    ("tickler-later", Tone::Neutral, Icon::Calendar),
];

impl Upcoming {
    pub(super) fn new(lang: Lang, due: &Tickler, (actions, today): (&[Plan], Date)) -> Self {
        let lines = |list: &[Due]| {
            let list = list.iter().take(MOST);
            list.filter_map(|due| line(lang, due, (actions, today)))
                .collect()
        };
        Self {
            groups: [&due.overdue, &due.today, &due.week, &due.later].map(|list| lines(list)),
        }
    }

    /// Draws it.
    pub(super) fn show(&self, ui: &mut Ui, height: f32, words: &Words, wish: &mut Wish) {
        Card::flush().min_height(height).show(ui, |ui| {
            CardHead::flush(words.get("tickler-title")).rule().plain(ui);
            let mut inside = |ui: &mut Ui| {
                if self.groups.iter().all(Vec::is_empty) {
                    padded(ui, |ui| ui.text_weak(Type::Body, words.get("tickler-none")));
                }
                let heads = HEADS.iter().zip(&self.groups);
                for (head, lines) in heads.filter(|(_, lines)| !lines.is_empty()) {
                    group_ui(ui, (words.get(head.0), head.1, head.2), lines, wish);
                }
            };
            if height > 0.0 {
                let area = ScrollArea::vertical()
                    .id_salt("tickler")
                    .max_height(height - 56.0);
                area.auto_shrink([false, true]).show(ui, inside);
            } else {
                inside(ui);
            }
        });
    }
}

fn line(lang: Lang, due: &Due, (actions, today): (&[Plan], Date)) -> Option<Line> {
    let action = actions.iter().find(|action| action.id == due.action)?;
    let kind = phrases::due_kind(lang, due.kind);
    let near = phrases::due_in_words(lang, due.day, today);
    Some(Line {
        action: due.action,
        what: action.what.clone(),
        when: format!("{} · {near} · {kind}", number::day(lang, due.day)),
    })
}

fn group_ui(ui: &mut Ui, (head, tone, icon): (&str, Tone, Icon), lines: &[Line], wish: &mut Wish) {
    padded(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_XS;
            let ink = ui.palette().tone(tone);
            ui.icon(icon, measures::ICON_SMALL, ink);
            ui.text_toned(Type::Strong, tone, head);
        });
        for (position, line) in lines.iter().enumerate() {
            ui.push_id((position, line.action.0), |ui| line_ui(ui, line, wish));
        }
    });
}

/// An action to press, and when.
pub(super) fn line_ui(ui: &mut Ui, line: &Line, wish: &mut Wish) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.add_space(2.0);
    if ui.add(Button::quiet(&line.what).small()).clicked() {
        wish.shows = Some(line.action);
    }
    // As far in as the words of the button.
    let inset = Margin {
        left: 4,
        ..Margin::ZERO
    };
    Frame::new().inner_margin(inset).show(ui, |ui| {
        ui.text_weak(Type::Small, &line.when);
    });
}
