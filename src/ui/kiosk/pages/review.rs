//! All answers by dimension, each with the way to mend it.

use egui::accesskit::Role;
use egui::{Align2, Key, Modifiers, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::number;
use crate::app::kiosk::{Draft, Given};
use crate::domain::{Item, ItemKind, Lang, Questionnaire};
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::controls::TARGET;
use crate::ui::kiosk::frame::{Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::paint;
use crate::ui::kiosk::state::{Kiosk, Page};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

impl Kiosk {
    pub(in crate::ui::kiosk) fn review_ui(&mut self, ui: &mut Ui, body: Rect, foot: Rect) {
        let Some(facts) = self.facts.clone() else {
            return;
        };
        let asked = &*facts.questionnaire;
        let room = paint::column(body, 880.0_f32.min(body.width() - 2.0 * SIDE));
        let picked = paint::within(ui, (room, "review"), |ui| self.review_body(ui, asked));
        let words = FootWords {
            back: message(self.lang, "kiosk-back"),
            note: message(self.lang, "kiosk-promise"),
            on: message(self.lang, "kiosk-review-on"),
            cap: "Enter",
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        match foot_keys(ui, &words, pressed) {
            Foot::Back => self.go(Page::Question(asked.items.len().saturating_sub(1))),
            Foot::On => self.show_stored(),
            Foot::Link | Foot::Erase | Foot::Nothing => {}
        }
        if let Some(item) = picked {
            self.go(Page::Question(item));
            self.visit.is_mending = true;
        }
    }

    fn review_body(&self, ui: &mut Ui, asked: &Questionnaire) -> Option<usize> {
        let draft = self.visit.draft.as_ref()?;
        let lang = self.lang;
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.add_space(4.0);
        ui.text(Type::KioskQuestion, &message(lang, "kiosk-review-title"));
        let open = (0..asked.items.len())
            .filter(|item| !matches!(draft.given(*item), Given::Value(_)))
            .filter(|item| draft.comment(*item).is_none_or(|text| text.is_blank()))
            .count();
        let line = if open == 0 {
            message(lang, "kiosk-review-line")
        } else {
            tr!(lang, "kiosk-review-open", count = number(open))
        };
        ui.text_weak(Type::KioskBody, &line);
        ui.add_space(6.0);
        let height = ui.available_height() - 8.0;
        let by_keys = scroll_by_keys(ui);
        let mut picked = None;
        ScrollArea::vertical()
            .id_salt("kiosk-review")
            .max_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                if by_keys != 0.0 {
                    ui.scroll_with_delta(vec2(0.0, by_keys));
                }
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut last = None;
                for (position, item) in asked.items.iter().enumerate() {
                    if last != Some(&item.dimension) {
                        last = Some(&item.dimension);
                        dimension_head(ui, lang, asked, item);
                    }
                    let words = answer_words(lang, asked, (draft, position));
                    if row(ui, position, item.text.get(lang), &words) {
                        picked = Some(position);
                    }
                }
            });
        picked
    }
}

/// How far arrows, and page up and down, move a list while no control holds the keyboard.
pub(super) fn scroll_by_keys(ui: &Ui) -> f32 {
    if !ui.is_enabled() || ui.memory(|memory| memory.focused().is_some()) {
        return 0.0;
    }
    let keys = [
        (Key::ArrowDown, -64.0),
        (Key::ArrowUp, 64.0),
        (Key::PageDown, -400.0),
        (Key::PageUp, 400.0),
    ];
    ui.input_mut(|input| {
        keys.iter()
            .filter(|(key, _)| input.consume_key(Modifiers::NONE, *key))
            .map(|(_, delta)| *delta)
            .sum()
    })
}

/// The dimension of an item, over its first one.
pub(super) fn dimension_head(ui: &mut Ui, lang: Lang, asked: &Questionnaire, item: &Item) {
    let dimension = asked
        .dimensions
        .iter()
        .find(|dimension| dimension.id == item.dimension);
    let words = dimension.map_or_else(
        || message(lang, "kiosk-review-rest"),
        |dimension| dimension.title.get(lang).to_owned(),
    );
    ui.add_space(12.0);
    ui.text(Type::KioskStrong, &words);
    ui.add_space(4.0);
}

/// What was answered, in words.
pub(super) fn answer_words(
    lang: Lang,
    asked: &Questionnaire,
    (draft, position): (&Draft, usize),
) -> String {
    let Some(item) = asked.items.get(position) else {
        return String::new();
    };
    if item.kind == ItemKind::Open {
        let text = draft.comment(position).filter(|text| !text.is_blank());
        return text.map_or_else(
            || message(lang, "kiosk-no-comment"),
            |text| {
                tr!(
                    lang,
                    "kiosk-quoted",
                    text = text.as_str().replace('\n', " ")
                )
            },
        );
    }
    match draft.given(position) {
        Given::Nothing | Given::Declined => message(lang, "kiosk-no-answer"),
        Given::Value(value) if item.kind == ItemKind::Recommend => {
            tr!(lang, "kiosk-of-ten", score = i64::from(value))
        }
        Given::Value(value) => {
            let label = asked.scale.get(usize::from(value).saturating_sub(1));
            label.map_or_else(|| value.to_string(), |label| label.get(lang).to_owned())
        }
    }
}

/// One answer; true when it is to be mended.
fn row(ui: &mut Ui, position: usize, question: &str, answer: &str) -> bool {
    let palette = ui.palette();
    let width = ui.available_width() - 12.0;
    let right = (width * 0.34).clamp(180.0, 320.0);
    let left = width - right - 76.0;
    let asked = paint::wrapped(ui, Type::KioskNote, question, (palette.text, left));
    let height = (asked.size().y + 20.0).max(TARGET);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("row", position)), Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{question} — {answer}")));
    if !ui.is_rect_visible(rect) {
        if response.has_focus() {
            response.scroll_to_me(Some(egui::Align::Center));
        }
        return response.clicked();
    }
    let fill = if response.hovered() {
        palette.accent_soft
    } else {
        palette.surface
    };
    ui.painter()
        .rect_filled(rect, measures::RADIUS_CONTROL, fill);
    paint::rule(
        ui,
        (rect.left() + 16.0, rect.right() - 16.0),
        rect.bottom() - 1.0,
    );
    let place = Rect::from_min_size(rect.min + vec2(16.0, 0.0), vec2(left, height));
    paint::put(ui, place, Align2::LEFT_CENTER, asked);
    let place = Rect::from_min_max(
        pos2(rect.right() - right - 44.0, rect.top()),
        pos2(rect.right() - 48.0, rect.bottom()),
    );
    let given = paint::line(ui, Type::KioskMedium, answer, (palette.text, place.width()));
    paint::put(ui, place, Align2::LEFT_CENTER, given);
    let center = pos2(rect.right() - 24.0, rect.center().y);
    paint::icon(ui, center, Icon::Pencil, (18.0, palette.accent));
    paint::ring(ui, &response);
    if response.has_focus() && response.gained_focus() {
        response.scroll_to_me(Some(egui::Align::Center));
    }
    response.clicked()
}
