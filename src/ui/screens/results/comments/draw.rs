//! Drawing one comment: text that can be selected, what the pointer meets in it, and its deeds.
//! Decides nothing about what may be shown.

use std::ops::Range;

use egui::{CursorIcon, Frame, Galley, Key, Margin, Modifiers, TextBuffer, TextEdit, Ui, vec2};

use super::row::{Look, Row, tip};
use crate::domain::Lang;
use crate::i18n::message;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Kit as _};

/// What the user wants with a comment; ranges are characters of the stored comment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Hide passages.
    Hide(Vec<Range<usize>>),
    /// Bring passages back.
    Restore(Vec<Range<usize>>),
    /// Destroy what is hidden.
    Destroy,
}

/// Words of the deeds, looked up once.
#[derive(Debug, Default)]
pub(super) struct DeedWords {
    lang: Lang,
    hide_selected: String,
    hide_whole: String,
    restore: String,
    restore_late: String,
    destroy: String,
}

impl DeedWords {
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            hide_selected: message(lang, "comments-hide-selected"),
            hide_whole: message(lang, "comments-hide-whole"),
            restore: message(lang, "comments-restore"),
            restore_late: message(lang, "comments-restore-late"),
            destroy: message(lang, "comments-destroy"),
        }
    }
}

/// What a row is drawn with.
pub(super) struct Drawing<'a> {
    pub(super) words: &'a DeedWords,
    /// What is hidden cannot come back.
    pub(super) is_exported: bool,
    /// Has the wave more than one open question?
    pub(super) names_question: bool,
    /// The selection: number of the comment and characters on screen.
    pub(super) selection: &'a mut Option<(usize, Range<usize>)>,
}

/// Padding of a row at its sides.
const SIDE: f32 = 16.0;
/// Above and below the text, and the line of deeds.
const ABOVE: f32 = 10.0;
const DEEDS: f32 = 32.0;
const QUESTION: f32 = 18.0;

/// The height of a row whose width is this.
pub(super) fn height(ui: &Ui, row: &Row, width: f32, names_question: bool) -> f32 {
    let job = row.job(ui.palette(), (width - 2.0 * SIDE).max(80.0));
    let text = ui.painter().layout_job(job).size().y;
    let question = if names_question { QUESTION } else { 0.0 };
    ABOVE + question + text + measures::GAP_XS + DEEDS
}

/// Draws a row in the room that it has; the wish, if there is one.
pub(super) fn row_ui(ui: &mut Ui, row: &Row, drawing: &mut Drawing<'_>) -> Option<Wish> {
    let frame = Frame::new().inner_margin(Margin {
        left: 16,
        right: 16,
        top: 10,
        bottom: 0,
    });
    let mut wish = None;
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(measures::GAP_S, 0.0);
        if drawing.names_question {
            let weak = ui.palette().weak;
            ui.text_line(Type::Small, weak, &row.question);
            ui.add_space(2.0);
        }
        wish = text_ui(ui, row, drawing);
        ui.add_space(measures::GAP_XS);
        wish = deeds_ui(ui, row, drawing).or_else(|| wish.take());
    });
    wish
}

fn text_ui(ui: &mut Ui, row: &Row, drawing: &mut Drawing<'_>) -> Option<Wish> {
    let palette = ui.palette();
    let width = ui.available_width();
    let job = row.job(palette, width);
    let mut layouter = |ui: &Ui, _: &dyn TextBuffer, wrap: f32| {
        let mut job = job.clone();
        job.wrap.max_width = wrap;
        ui.painter().layout_job(job)
    };
    let id = ui.make_persistent_id("text");
    // Before the field hears of it: it would drop the selection.
    let is_key = ui.memory(|memory| memory.has_focus(id))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete));
    let mut text = row.text.as_str();
    let shown = TextEdit::multiline(&mut text)
        .id(id)
        .font(Type::Body.font())
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .desired_rows(1)
        .desired_width(width)
        .layouter(&mut layouter)
        .show(ui);
    let response = shown.response.response.accessible_name(&row.name);
    // Only to be read: what is typed goes nowhere.
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_read_only());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let selected = shown.cursor_range.map(|range| {
        let range = range.as_sorted_char_range();
        range.start.0..range.end.0
    });
    if let Some(range) = &selected {
        remember(drawing.selection, row.number, range);
    }
    // What was on screen before a passage was hidden must not stay behind in the memory of the field.
    let mut state = shown.state;
    state.clear_undoer();
    state.store(ui.ctx(), id);
    let hovered = response
        .hover_pos()
        .and_then(|at| row.at(place(&shown.galley, at - shown.galley_pos)?));
    let hint = hovered.map_or_else(String::new, |it| {
        tip(drawing.words.lang, &it.look, drawing.is_exported)
    });
    let response = if hint.is_empty() {
        response
    } else {
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_ui_at_pointer(|ui| {
                ui.set_max_width(320.0);
                ui.text(Type::Small, &hint);
            })
    };
    let is_clicked = response.clicked() && selected.as_ref().is_none_or(Range::is_empty);
    if is_clicked {
        return hovered.and_then(|it| deed_on(&it.look, &it.stored, drawing.is_exported));
    }
    if is_key {
        let range = selected?;
        if !range.is_empty() {
            return Some(Wish::Hide(row.stored(&range)));
        }
        let found = row.at(range.start)?;
        return deed_on(&found.look, &found.stored, drawing.is_exported);
    }
    None
}

/// One click on a mark hides it; on what is hidden, brings it back.
fn deed_on(look: &Look, stored: &Range<usize>, is_exported: bool) -> Option<Wish> {
    match look {
        Look::Marked(_) => Some(Wish::Hide(vec![stored.clone()])),
        Look::Hidden(false) if !is_exported => Some(Wish::Restore(vec![stored.clone()])),
        Look::Plain | Look::Hidden(_) => None,
    }
}

fn remember(known: &mut Option<(usize, Range<usize>)>, number: usize, range: &Range<usize>) {
    if !range.is_empty() {
        *known = Some((number, range.clone()));
    } else if known.as_ref().is_none_or(|(of, _)| *of == number) {
        *known = None;
    }
}

/// The character under the pointer; none beside the text.
fn place(galley: &Galley, at: egui::Vec2) -> Option<usize> {
    let inside = galley
        .rows
        .iter()
        .any(|row| row.rect().expand(1.0).contains(at.to_pos2()));
    if !inside {
        return None;
    }
    let cursor = galley.cursor_from_pos(at).index.0;
    // The cursor stands between letters: the pointer may be on the one before.
    let rect = galley.pos_from_cursor(egui::text::CCursor::new(cursor));
    Some(if at.x < rect.left() {
        cursor.saturating_sub(1)
    } else {
        cursor
    })
}

fn deeds_ui(ui: &mut Ui, row: &Row, drawing: &mut Drawing<'_>) -> Option<Wish> {
    let words = drawing.words;
    let mut wish = None;
    let size = vec2(ui.available_width(), DEEDS);
    let layout = egui::Layout::left_to_right(egui::Align::Min);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.spacing_mut().item_spacing.x = measures::GAP_XS;
        let selected = drawing.selection.as_ref();
        let selected = selected.filter(|(number, _)| *number == row.number);
        let selected = selected
            .map(|(_, range)| row.stored(range))
            .unwrap_or_default();
        if !selected.is_empty() {
            let hide = Button::secondary(&words.hide_selected).icon(Icon::EyeOff);
            if ui.add(hide.small()).clicked() {
                wish = Some(Wish::Hide(selected));
            }
        } else if !row.hide_marked.is_empty() {
            let hide = Button::quiet(&row.hide_marked).icon(Icon::EyeOff);
            if ui.add(hide.small()).clicked() {
                wish = Some(Wish::Hide(row.marked()));
            }
        }
        let whole = row.whole();
        if !whole.is_empty() {
            let icon = if row.hide_marked.is_empty() {
                Icon::EyeOff
            } else {
                Icon::MessageSquare
            };
            let hide = Button::quiet(&words.hide_whole).icon(icon).icon_only();
            if ui.add(hide.small()).clicked() {
                wish = Some(Wish::Hide(whole));
            }
        }
        let hidden = row.hidden();
        if !hidden.is_empty() {
            let late = drawing.is_exported.then_some(words.restore_late.as_str());
            let back = Button::quiet(&words.restore).icon(Icon::Undo2).icon_only();
            if ui.add(back.small().disabled_because(late)).clicked() {
                wish = Some(Wish::Restore(hidden));
            }
            let destroy = Button::quiet(&words.destroy).icon(Icon::Trash2).icon_only();
            if ui.add(destroy.small()).clicked() {
                wish = Some(Wish::Destroy);
            }
        }
    });
    wish
}
