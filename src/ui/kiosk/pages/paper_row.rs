//! A row of a paper form as it is typed in: the question, and circles as on the paper, or words. Must
//! not know steps; a press is only reported.

use egui::accesskit::Role;
use egui::{
    Align, Align2, EventFilter, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect,
    Response, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::comment::Field;
use super::number;
use crate::app::kiosk::{Given, SecretText};
use crate::domain::Lang;
use crate::i18n::message;
use crate::tr;
use crate::ui::kiosk::paint;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::Kit as _;

/// One circle.
const CELL: egui::Vec2 = vec2(36.0, 32.0);
const GAP: f32 = 4.0;
/// Room for the number.
const NUMBER: f32 = 40.0;
/// Bytes that are left when the room of a comment is told.
const SCARCE: usize = 200;

/// What was pressed in a row.
#[derive(Clone, Copy, Debug)]
pub(super) enum Deed {
    /// The row itself.
    Hold,
    /// A value, or none on purpose.
    Give(Option<u8>),
    /// The words of the first entry, or of the second.
    Take(bool),
}

/// What both entries say.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// Values.
    Values(Given, Given),
    /// Comments.
    Words(&'a str, &'a str),
}

/// A row.
pub(super) struct Row<'a> {
    pub(super) id: Id,
    /// The number of the question, as on the paper.
    pub(super) number: usize,
    pub(super) text: &'a str,
    pub(super) lang: Lang,
    /// What the entries say, where they differ.
    pub(super) said: Option<Said<'a>>,
}

impl Row<'_> {
    /// A question with circles.
    pub(super) fn values(
        &self,
        ui: &mut Ui,
        (first, last): (u8, u8),
        given: Given,
    ) -> Option<Deed> {
        let palette = ui.palette();
        let count = f32::from(last - first) + 2.0;
        let cells = count * (CELL.x + GAP) + 8.0;
        let width = ui.available_width() - 12.0;
        let look = (palette.text, width - NUMBER - cells - 20.0);
        let question = paint::wrapped(ui, Type::KioskNote, self.text, look);
        let note = self.said_words();
        let look = (palette.accent, look.1);
        let note = note.map(|note| paint::wrapped(ui, Type::KioskNote, &note, look));
        let words = question.size().y + note.as_ref().map_or(0.0, |note| note.size().y);
        let (rect, _) =
            ui.allocate_exact_size(vec2(width, (words + 14.0).max(42.0)), Sense::hover());
        let response = self.hold(ui, rect, given);
        let mut deed = response.clicked().then_some(Deed::Hold);
        if !ui.is_rect_visible(rect) {
            return deed;
        }
        self.ground(ui, rect, &response);
        let top = rect.center().y - words / 2.0;
        let left = rect.left() + NUMBER;
        let below = top + question.size().y;
        ui.painter().galley(pos2(left, top), question, palette.text);
        if let Some(note) = note {
            ui.painter().galley(pos2(left, below), note, palette.accent);
        }
        let mut x = rect.right() - cells;
        for value in first..=last {
            let place = Rect::from_min_size(pos2(x, rect.center().y - CELL.y / 2.0), CELL);
            if self.cell(ui, place, Some(value), given) {
                deed = Some(Deed::Give(Some(value)));
            }
            x += CELL.x + GAP;
        }
        let place = Rect::from_min_size(pos2(x + 4.0, rect.center().y - CELL.y / 2.0), CELL);
        if self.cell(ui, place, None, given) {
            deed = Some(Deed::Give(None));
        }
        deed
    }

    /// A question that is answered in words; the words come below.
    pub(super) fn question(&self, ui: &mut Ui) {
        let width = ui.available_width() - 12.0;
        let look = (ui.palette().text, width - NUMBER - 12.0);
        let question = paint::wrapped(ui, Type::KioskNote, self.text, look);
        let size = vec2(width, question.size().y + 12.0);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        self.number(ui, rect);
        let place = Rect::from_min_max(rect.min + vec2(NUMBER, 0.0), rect.max);
        paint::put(ui, place, Align2::LEFT_CENTER, question);
    }

    /// Two comments that differ, to choose one of; `chosen` is what was.
    pub(super) fn choice(&self, ui: &mut Ui, chosen: Option<&str>) -> Option<Deed> {
        let Some(Said::Words(first, second)) = self.said else {
            return None;
        };
        let top = ui.cursor().min;
        let width = ui.available_width() - 12.0;
        self.question(ui);
        let mut deed = None;
        let entries = [
            ("kiosk-paper-words-first", first),
            ("kiosk-paper-words-second", second),
        ];
        for (index, (key, words)) in entries.into_iter().enumerate() {
            if self.entry(ui, (index, key), (words, chosen == Some(words))) {
                deed = Some(Deed::Take(index == 1));
            }
        }
        let rect = Rect::from_min_max(top, pos2(top.x + width, ui.cursor().top()));
        let response = self.hold(ui, rect.with_max_x(top.x + NUMBER), Given::Nothing);
        if self.has_keyboard(ui) {
            let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height() - 8.0));
            ui.painter().rect_filled(bar, 2.0, ui.palette().accent);
        }
        deed.or(response.clicked().then_some(Deed::Hold))
    }

    /// One entry's comment, a button with the digit that takes it.
    fn entry(&self, ui: &mut Ui, (index, key): (usize, &str), said: (&str, bool)) -> bool {
        let (words, is_chosen) = said;
        let palette = ui.palette();
        let none = message(self.lang, "kiosk-no-comment");
        let words = if words.is_empty() { &none } else { words };
        let width = ui.available_width() - 12.0 - NUMBER;
        let name = message(self.lang, key);
        let inner = width - 56.0;
        let head = paint::line(ui, Type::KioskNote, &name, (palette.weak, inner));
        let body = paint::wrapped(ui, Type::KioskBody, words, (palette.text, inner));
        let high = head.size().y + body.size().y + 16.0;
        let (whole, _) = ui.allocate_exact_size(vec2(width + NUMBER, high + 6.0), Sense::hover());
        let rect = Rect::from_min_size(whole.min + vec2(NUMBER, 0.0), vec2(width, high));
        let response = ui.interact(rect, self.id.with(("entry", index)), Sense::CLICK);
        response
            .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}. {words}")));
        let (fill, edge) = if is_chosen {
            (palette.accent_soft, (2.0, palette.accent))
        } else if response.hovered() {
            (palette.accent_soft, (1.0, palette.control_border))
        } else {
            (palette.surface, (1.0, palette.control_border))
        };
        paint::sheet(ui, rect, fill, edge);
        let cap = Rect::from_min_size(rect.min + vec2(12.0, 10.0), vec2(26.0, 26.0));
        paint::cap(ui, cap, &(index + 1).to_string(), palette.text);
        let left = rect.left() + 48.0;
        let below = rect.top() + 8.0 + head.size().y;
        ui.painter()
            .galley(pos2(left, rect.top() + 8.0), head, palette.weak);
        ui.painter().galley(pos2(left, below), body, palette.text);
        response.clicked()
    }

    /// The row as the keyboard and a screen reader hold it.
    fn hold(&self, ui: &Ui, rect: Rect, given: Given) -> Response {
        let response = ui.interact(rect, self.id, Sense::click());
        let name = format!("{}. {}", self.number, self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, &name));
        let said = self.given_words(given);
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_value(said);
        });
        if response.gained_focus() {
            response.scroll_to_me(Some(Align::Center));
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
            tab: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        response
    }

    fn ground(&self, ui: &Ui, rect: Rect, response: &Response) {
        let palette = ui.palette();
        let has_focus = self.has_keyboard(ui);
        if has_focus || response.hovered() {
            let fill = if has_focus {
                palette.accent_soft
            } else {
                palette.raised
            };
            ui.painter()
                .rect_filled(rect, measures::RADIUS_CONTROL, fill);
        }
        paint::rule(ui, (rect.left(), rect.right()), rect.bottom() - 1.0);
        self.number(ui, rect);
        if has_focus {
            let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height() - 1.0));
            ui.painter().rect_filled(bar, 2.0, palette.accent);
        }
    }

    fn has_keyboard(&self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.has_focus(self.id))
    }

    fn number(&self, ui: &Ui, rect: Rect) {
        let look = (ui.palette().weak, NUMBER);
        let galley = paint::line(ui, Type::KioskNote, &self.number.to_string(), look);
        let place = rect.with_max_x(rect.left() + NUMBER - 10.0);
        paint::put(ui, place, Align2::RIGHT_CENTER, galley);
    }

    fn cell(&self, ui: &Ui, rect: Rect, value: Option<u8>, given: Given) -> bool {
        let palette = ui.palette();
        let own = value.map_or(Given::Declined, Given::Value);
        let is_chosen = own == given;
        let response = ui.interact(rect, self.id.with(("cell", value)), Sense::CLICK);
        let name = tr!(
            self.lang,
            "kiosk-paper-cell",
            number = number(self.number),
            value = self.given_words(own)
        );
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &name));
        let (fill, edge, ink) = if is_chosen {
            (palette.accent, (1.0, palette.accent), palette.on_accent)
        } else if response.hovered() {
            (palette.accent_soft, (1.0, palette.accent), palette.text)
        } else if self.was_said(own) {
            (palette.surface, (2.0, palette.accent), palette.text)
        } else {
            (palette.surface, (1.0, palette.border), palette.weak)
        };
        paint::sheet(ui, rect, fill, edge);
        let style = if is_chosen {
            Type::KioskStrong
        } else {
            Type::KioskNote
        };
        let label = value.map_or_else(|| "—".to_owned(), |value| value.to_string());
        let galley = paint::line(ui, style, &label, (ink, rect.width()));
        paint::put(ui, rect, Align2::CENTER_CENTER, galley);
        response.clicked()
    }

    /// Does one of the entries say this?
    fn was_said(&self, own: Given) -> bool {
        match self.said {
            Some(Said::Values(first, second)) => first == own || second == own,
            Some(Said::Words(..)) | None => false,
        }
    }

    fn said_words(&self) -> Option<String> {
        match self.said {
            Some(Said::Values(first, second)) => Some(tr!(
                self.lang,
                "kiosk-paper-said",
                first = self.given_words(first),
                second = self.given_words(second)
            )),
            Some(Said::Words(..)) | None => None,
        }
    }

    fn given_words(&self, given: Given) -> String {
        match given {
            Given::Value(value) => value.to_string(),
            Given::Nothing | Given::Declined => message(self.lang, "kiosk-no-answer-short"),
        }
    }
}

/// A field for words; Enter is left to the page, with Shift it makes a new line.
pub(super) fn words(ui: &mut Ui, (id, lang): (Id, Lang), text: &mut SecretText, name: &str) {
    let palette = ui.palette();
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let edge = if has_focus {
        Stroke::new(2.0, palette.accent)
    } else {
        Stroke::new(1.0, palette.control_border)
    };
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(edge)
        .corner_radius(measures::RADIUS_CONTROL)
        .inner_margin(Margin::symmetric(12, 8));
    let mut field = Field(text);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(NUMBER);
        let shown = TextEdit::multiline(&mut field)
            .id(id)
            .font(Type::KioskBody.font())
            .text_color(palette.text)
            .frame(frame)
            .desired_rows(2)
            .desired_width(ui.available_width() - 14.0)
            .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
            .show(ui);
        let response = shown.response.response.accessible_name(name);
        if response.gained_focus() {
            response.scroll_to_me(Some(Align::Center));
        }
        // What was rubbed out must not come back, least of all to the next form.
        let mut state = shown.state;
        state.clear_undoer();
        state.store(ui.ctx(), id);
    });
    let left = text.bytes_left();
    if left < SCARCE {
        let of = crate::app::kiosk::COMMENT_BYTES;
        let line = tr!(
            lang,
            "kiosk-comment-left",
            left = number(left),
            of = number(of)
        );
        hint(ui, &line);
    }
}

/// A quiet line below a field.
pub(super) fn hint(ui: &mut Ui, words: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(NUMBER);
        ui.vertical(|ui| ui.text_weak(Type::KioskNote, words));
    });
    ui.add_space(8.0);
}
