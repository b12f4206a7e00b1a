//! One question: five big answers, eleven scores, or a comment; progress; the way not to answer.

use egui::{Key, Rect, Ui, pos2, vec2};

use super::number;
use crate::app::kiosk::Given;
use crate::domain::{ItemKind, Questionnaire};
use crate::i18n::message;
use crate::tr;
use crate::ui::kiosk::controls::{self, Big, TARGET};
use crate::ui::kiosk::frame::{COLUMN, Foot, FootWords, SIDE, foot_keys, foot_ui};
use crate::ui::kiosk::keys::{self, Pressed};
use crate::ui::kiosk::paint;
use crate::ui::kiosk::state::{Kiosk, Page};
use crate::ui::theme::{Tone, Type};
use crate::ui::widgets::Kit as _;

/// Seconds in which a 0 after a 1 makes a 10.
const TEN_WITHIN: f64 = 1.5;

impl Kiosk {
    pub(in crate::ui::kiosk) fn question_ui(
        &mut self,
        ui: &mut Ui,
        (body, foot): (Rect, Rect),
        item: usize,
    ) {
        let Some(facts) = self.facts.clone() else {
            return;
        };
        let asked = &*facts.questionnaire;
        let Some(own) = asked.items.get(item) else {
            return;
        };
        self.progress_ui(ui, body, (asked, item));
        let mut room = paint::column(body, COLUMN.min(body.width() - 2.0 * SIDE));
        room.min.y += if body.height() < 600.0 { 24.0 } else { 42.0 };
        paint::within(ui, (room, "question"), |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.text_weak(Type::KioskBody, &self.place_words(asked, item));
            let top = ui.cursor().top();
            ui.text(Type::KioskQuestion, own.text.get(self.lang));
            // Room for two lines always: the answers keep their place from question to question.
            let two_lines = top + 2.0 * Type::KioskQuestion.line() + 6.0;
            ui.add_space((two_lines - ui.cursor().top()).max(0.0));
            ui.add_space(if body.height() < 600.0 { 6.0 } else { 16.0 });
            match own.kind {
                // Staff surveys have no observed items; the questionnaire's checker refuses them.
                ItemKind::Agreement | ItemKind::Observed => self.scale_ui(ui, asked, item),
                ItemKind::Recommend => self.scores_ui(ui, item),
                ItemKind::Open => self.comment_ui(ui, &facts, item),
            }
        });
        let has_back = item > 0 || self.visit.is_mending;
        let words = FootWords {
            back: if has_back {
                message(self.lang, "kiosk-back")
            } else {
                String::new()
            },
            note: message(self.lang, "kiosk-promise"),
            link: message(self.lang, "kiosk-stored-link"),
            on: message(
                self.lang,
                if self.visit.is_mending {
                    "kiosk-mended"
                } else {
                    "kiosk-next"
                },
            ),
            cap: if own.kind == ItemKind::Open {
                "Ctrl+Enter"
            } else {
                "Enter"
            },
            ..FootWords::default()
        };
        let pressed = foot_ui(ui, foot, &words);
        match foot_keys(ui, &words, pressed) {
            Foot::Back => self.step_back(item),
            Foot::On => self.step_on(item),
            Foot::Link => self.show_stored(),
            Foot::Erase | Foot::Nothing => {}
        }
    }

    fn place_words(&self, asked: &Questionnaire, item: usize) -> String {
        let own = asked.items.get(item);
        let place = tr!(
            self.lang,
            "kiosk-place",
            number = number(item + 1),
            of = number(asked.items.len())
        );
        let dimension = own.and_then(|own| {
            asked
                .dimensions
                .iter()
                .find(|dimension| dimension.id == own.dimension)
        });
        let left = asked.items.len().saturating_sub(item);
        let minutes = number(left) * i64::from(asked.minutes);
        let all = number(asked.items.len()).max(1);
        let minutes = (minutes + all - 1) / all;
        let rest = tr!(self.lang, "kiosk-minutes-left", minutes = minutes.max(1));
        match dimension {
            Some(dimension) => format!("{place} · {} · {rest}", dimension.title.get(self.lang)),
            None => format!("{place} · {rest}"),
        }
    }

    /// Blocks of the dimensions, as wide as they have questions.
    fn progress_ui(&self, ui: &Ui, body: Rect, (asked, item): (&Questionnaire, usize)) {
        let mut blocks: Vec<(&str, usize)> = Vec::new();
        for own in &asked.items {
            match blocks.last_mut() {
                Some((dimension, count)) if *dimension == own.dimension => *count += 1,
                Some(_) | None => blocks.push((&own.dimension, 1)),
            }
        }
        let palette = ui.palette();
        let gap = 4.0;
        #[expect(clippy::cast_precision_loss, reason = "a few dozen questions")]
        let (gaps, all, done) = (
            gap * blocks.len().saturating_sub(1) as f32,
            asked.items.len().max(1) as f32,
            (item + 1) as f32,
        );
        let width = body.width() - 2.0 * SIDE - gaps;
        let mut left = body.left() + SIDE;
        let mut before = 0.0;
        for (_, count) in blocks {
            #[expect(clippy::cast_precision_loss, reason = "a few dozen questions")]
            let count = count as f32;
            let size = vec2(width * count / all, 8.0);
            let block = Rect::from_min_size(pos2(left, body.top() + 4.0), size);
            ui.painter().rect_filled(block, 2.0, palette.grid);
            let share = ((done - before) / count).clamp(0.0, 1.0);
            if share > 0.0 {
                let mut full = block;
                full.set_width(block.width() * share);
                ui.painter().rect_filled(full, 2.0, palette.accent);
            }
            left += size.x + gap;
            before += count;
        }
    }

    /// Five answers, one below the other.
    fn scale_ui(&mut self, ui: &mut Ui, asked: &Questionnaire, item: usize) {
        let labels: Vec<(u8, &str)> = (1_u8..)
            .zip(asked.scale.iter().map(|label| label.get(self.lang)))
            .collect();
        self.answers_ui(ui, &labels, item);
    }

    fn answers_ui(&mut self, ui: &mut Ui, labels: &[(u8, &str)], item: usize) {
        let whole = ui.available_rect_before_wrap();
        #[expect(clippy::cast_precision_loss, reason = "five answers")]
        let count = labels.len().max(1) as f32;
        let least = 48.0 + 20.0 + 26.0;
        let room = whole.height() - least;
        let gap = if room / count < 68.0 { 8.0 } else { 12.0 };
        let height = ((room - gap * (count - 1.0)) / count).clamp(TARGET, 64.0);
        let chosen = self
            .visit
            .draft
            .as_ref()
            .and_then(|draft| draft.value(item));
        let mut top = whole.top();
        let mut picked = None;
        for (value, words) in labels {
            let place = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), height));
            top += height + gap;
            let key = value.to_string();
            let response = controls::answer(ui, place, (&key, words), chosen == Some(*value));
            let is_again =
                chosen == Some(*value) && ui.input(|input| input.key_pressed(Key::Enter));
            if response.clicked() && is_again {
                self.step_on(item);
            } else if response.clicked() {
                picked = Some(*value);
            }
        }
        ui.allocate_rect(
            Rect::from_min_max(whole.min, pos2(whole.right(), top - gap + 8.0)),
            egui::Sense::hover(),
        );
        self.decline_ui(ui, item, "0");
        let first = labels.first().map_or(1, |(value, _)| *value);
        let last = labels.last().map_or(5, |(value, _)| *value);
        let asked = if ui.is_enabled() {
            keys::pressed(ui)
        } else {
            Vec::new()
        };
        if let Some(value) = picked {
            self.choose(item, value);
        }
        for key in asked {
            match key {
                Pressed::Digit(0) | Pressed::Decline => self.decline(ui, item),
                Pressed::Digit(digit) if (first..=last).contains(&digit) => {
                    self.choose_by_key(ui, item, digit);
                }
                Pressed::Digit(_) => {}
                Pressed::Previous => self.move_choice(ui, item, (first, last, false)),
                Pressed::Next => self.move_choice(ui, item, (first, last, true)),
                Pressed::On => self.step_on(item),
                Pressed::Back => self.step_back(item),
            }
        }
    }

    /// 0 to 10 in one row, with words at both ends.
    fn scores_ui(&mut self, ui: &mut Ui, item: usize) {
        let whole = ui.available_rect_before_wrap();
        let gap = 8.0;
        let width = (whole.width() - 10.0 * gap) / 11.0;
        let chosen = self
            .visit
            .draft
            .as_ref()
            .and_then(|draft| draft.value(item));
        let mut picked = None;
        for value in 0_u8..=10 {
            let left = whole.left() + f32::from(value) * (width + gap);
            let place = Rect::from_min_size(pos2(left, whole.top()), vec2(width, 64.0));
            let name = tr!(self.lang, "kiosk-score-name", score = i64::from(value));
            let is_chosen = chosen == Some(value);
            if controls::score(ui, place, (value, &name), is_chosen).clicked() {
                picked = Some(value);
            }
        }
        let low = Rect::from_min_size(
            pos2(whole.left(), whole.top() + 72.0),
            vec2(whole.width(), 24.0),
        );
        let weak = (ui.palette().weak, whole.width() / 2.0 - 12.0);
        for (key, align) in [
            ("kiosk-score-low", egui::Align2::LEFT_CENTER),
            ("kiosk-score-high", egui::Align2::RIGHT_CENTER),
        ] {
            let galley = paint::line(ui, Type::KioskNote, &message(self.lang, key), weak);
            paint::put(ui, low, align, galley);
        }
        ui.allocate_rect(
            Rect::from_min_max(whole.min, pos2(whole.right(), low.bottom() + 16.0)),
            egui::Sense::hover(),
        );
        self.decline_ui(ui, item, "N");
        if let Some(value) = picked {
            self.choose(item, value);
        }
        let asked = if ui.is_enabled() {
            keys::pressed(ui)
        } else {
            Vec::new()
        };
        for key in asked {
            match key {
                Pressed::Digit(digit) => self.score_by_key(ui, item, digit),
                Pressed::Decline => self.decline(ui, item),
                Pressed::Previous => self.move_choice(ui, item, (0, 10, false)),
                Pressed::Next => self.move_choice(ui, item, (0, 10, true)),
                Pressed::On => self.step_on(item),
                Pressed::Back => self.step_back(item),
            }
        }
    }

    /// The way not to answer: a full button, and the line that asks for an answer.
    pub(super) fn decline_ui(&mut self, ui: &mut Ui, item: usize, key: &str) {
        let is_declined = self
            .visit
            .draft
            .as_ref()
            .is_some_and(|draft| draft.given(item) == Given::Declined);
        let words = message(self.lang, "kiosk-decline");
        let mut was_pressed = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            let mut button = Big::secondary(&words).chosen(is_declined);
            if !key.is_empty() {
                button = button.cap_before(key);
            }
            was_pressed = ui.add(button).clicked();
            if self.visit.is_answer_missing {
                let line = message(self.lang, "kiosk-answer-missing");
                ui.text_toned(Type::KioskNote, Tone::Accent, &line);
            }
        });
        if was_pressed {
            self.decline(ui, item);
        }
    }
}

/// What answers and keys do.
impl Kiosk {
    fn choose(&mut self, item: usize, value: u8) {
        if let Some(draft) = &mut self.visit.draft {
            draft.choose(item, value);
        }
        self.visit.is_answer_missing = false;
    }

    fn choose_by_key(&mut self, ui: &Ui, item: usize, value: u8) {
        let_go(ui);
        self.choose(item, value);
    }

    pub(super) fn decline(&mut self, ui: &Ui, item: usize) {
        let_go(ui);
        if let Some(draft) = &mut self.visit.draft {
            draft.decline(item);
        }
        self.visit.is_answer_missing = false;
    }

    fn score_by_key(&mut self, ui: &Ui, item: usize, digit: u8) {
        let now = ui.input(|input| input.time);
        let was_one = self.visit.one_at.is_some_and(|at| now - at <= TEN_WITHIN);
        let value = if digit == 0 && was_one { 10 } else { digit };
        self.visit.one_at = (digit == 1).then_some(now);
        self.choose_by_key(ui, item, value);
    }

    fn move_choice(&mut self, ui: &Ui, item: usize, (first, last, is_on): (u8, u8, bool)) {
        let now = self
            .visit
            .draft
            .as_ref()
            .and_then(|draft| draft.value(item));
        let value = match now {
            Some(value) if is_on => value.saturating_add(1).min(last),
            Some(value) => value.saturating_sub(1).max(first),
            None if is_on => first,
            None => last,
        };
        self.choose_by_key(ui, item, value);
    }

    pub(super) fn step_on(&mut self, item: usize) {
        let is_done = self
            .visit
            .draft
            .as_ref()
            .is_some_and(|draft| draft.is_done(item));
        if !is_done && !self.is_open_item(item) {
            self.visit.is_answer_missing = true;
            return;
        }
        let count = self
            .facts
            .as_ref()
            .map_or(0, |facts| facts.questionnaire.items.len());
        if self.visit.is_mending || item + 1 >= count {
            self.visit.is_mending = false;
            self.go(Page::Review);
        } else {
            self.go(Page::Question(item + 1));
        }
    }

    pub(super) fn step_back(&mut self, item: usize) {
        if self.visit.is_mending {
            self.visit.is_mending = false;
            self.go(Page::Review);
        } else if item > 0 {
            self.go(Page::Question(item - 1));
        }
    }
}

/// The keyboard answers for the page now, not for the control that held it.
fn let_go(ui: &Ui) {
    ui.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
}
