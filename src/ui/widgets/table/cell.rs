//! What can stand in a cell, and how it is painted.
//! Must not format numbers; the words are ready.

use egui::{Align2, Color32, Rect, Ui, vec2};

use super::super::chart::{BandBar, Bar, IntervalMark, LevelBar, StackedBar};
use super::super::chip::Chip;
use super::super::text::{self, Kit as _};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};

/// One cell of a table: prepared words, or a mark with its accessible name.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    /// Nothing, on purpose.
    Empty,
    /// Plain text.
    Text(&'a str),
    /// Text that steps back, such as a code.
    Weak(&'a str),
    /// The figure of the row.
    Strong(&'a str),
    /// Text in a tone, medium weight.
    Toned(Tone, &'a str),
    /// A flag or gap: strong, in the flag colour of charts.
    Flag(&'a str),
    /// Small text over at most two lines; needs rows of 34 points.
    Wrapped(&'a str),
    /// A strong line over a weak one; needs rows of 34 points.
    TwoLines(&'a str, &'a str),
    /// A state.
    Chip(Chip<'a>),
    /// A state and weak words after it.
    ChipText(Chip<'a>, &'a str),
    /// Words to press; the response tells row and column.
    Link(&'a str),
    /// A withheld value on the hidden colour, with the reason as tooltip.
    Hidden {
        /// What stands there, such as “< 5”.
        text: &'a str,
        /// Why it is withheld.
        reason: &'a str,
    },
    /// A caution in the tone of warnings, with its explanation as tooltip.
    Noted {
        /// The word.
        text: &'a str,
        /// What it means.
        reason: &'a str,
    },
    /// A value that is wrong, on the soft colour of errors, with the reason as tooltip.
    Wrong {
        /// The value as it came.
        text: &'a str,
        /// What is wrong with it.
        reason: &'a str,
    },
    /// A bar with its accessible name.
    Bar(Bar, &'a str),
    /// A share known by its ten-point band only, and its accessible name.
    Band(BandBar, &'a str),
    /// Parts from disagreement to agreement, and their accessible name.
    Stacked(StackedBar<'a>, &'a str),
    /// An estimate with its interval, and its accessible name.
    Interval(IntervalMark, &'a str),
    /// A level on its scale, and its accessible name.
    Level(LevelBar, &'a str),
    /// An icon with its accessible name.
    Icon(Icon, Tone, &'a str),
    /// In the first column only: the row is the head of a group over the whole width.
    Group {
        /// Name of the group.
        title: &'a str,
        /// Weak words after it.
        note: &'a str,
        /// Are its rows shown?
        is_open: bool,
    },
}

impl<'a> Cell<'a> {
    /// What a screen reader says.
    #[must_use]
    pub fn name(&self) -> &'a str {
        match self {
            Self::Empty => "",
            Self::Text(text)
            | Self::Weak(text)
            | Self::Strong(text)
            | Self::Toned(_, text)
            | Self::Flag(text)
            | Self::Wrapped(text)
            | Self::TwoLines(text, _)
            | Self::Link(text)
            | Self::Hidden { text, .. }
            | Self::Noted { text, .. }
            | Self::Wrong { text, .. }
            | Self::Bar(_, text)
            | Self::Band(_, text)
            | Self::Stacked(_, text)
            | Self::Interval(_, text)
            | Self::Level(_, text)
            | Self::Icon(_, _, text)
            | Self::Group { title: text, .. } => text,
            Self::Chip(chip) | Self::ChipText(chip, _) => chip.text(),
        }
    }

    /// Why, where the cell has a reason to tell.
    pub(super) fn reason(&self) -> Option<&'a str> {
        match self {
            Self::Hidden { reason, .. }
            | Self::Noted { reason, .. }
            | Self::Wrong { reason, .. } => Some(reason),
            Self::Empty
            | Self::Text(_)
            | Self::Weak(_)
            | Self::Strong(_)
            | Self::Toned(..)
            | Self::Flag(_)
            | Self::Wrapped(_)
            | Self::TwoLines(..)
            | Self::Link(_)
            | Self::Bar(..)
            | Self::Band(..)
            | Self::Stacked(..)
            | Self::Interval(..)
            | Self::Level(..)
            | Self::Icon(..)
            | Self::Chip(_)
            | Self::ChipText(..)
            | Self::Group { .. } => None,
        }
    }

    fn style(&self) -> Type {
        match self {
            Self::Strong(_) | Self::Flag(_) | Self::TwoLines(..) | Self::Group { .. } => {
                Type::Strong
            }
            Self::Toned(..) | Self::Link(_) | Self::Noted { .. } => Type::Medium,
            Self::Wrapped(_) => Type::Small,
            Self::Wrong { .. } => Type::Strong,
            Self::Empty
            | Self::Text(_)
            | Self::Weak(_)
            | Self::Hidden { .. }
            | Self::Bar(..)
            | Self::Band(..)
            | Self::Stacked(..)
            | Self::Interval(..)
            | Self::Level(..)
            | Self::Icon(..)
            | Self::Chip(_)
            | Self::ChipText(..) => Type::Body,
        }
    }

    /// The width the content would like.
    pub(super) fn width(&self, ui: &Ui) -> f32 {
        let measure = |style: Type, words: &str| {
            let look = (Color32::PLACEHOLDER, f32::INFINITY);
            text::line(ui.painter(), style, words, look).size().x
        };
        match self {
            Self::Empty | Self::Group { .. } => 0.0,
            Self::Text(words)
            | Self::Weak(words)
            | Self::Strong(words)
            | Self::Toned(_, words)
            | Self::Flag(words)
            | Self::Link(words)
            | Self::Hidden { text: words, .. }
            | Self::Noted { text: words, .. }
            | Self::Wrong { text: words, .. } => measure(self.style(), words),
            Self::Wrapped(words) => measure(Type::Small, words).min(180.0),
            Self::TwoLines(upper, lower) => {
                measure(Type::Strong, upper).max(measure(Type::Small, lower))
            }
            Self::Chip(chip) => chip.size(ui, f32::INFINITY).x,
            Self::ChipText(chip, words) => {
                chip.size(ui, f32::INFINITY).x + measures::GAP_XS + measure(Type::Body, words)
            }
            Self::Bar(..) | Self::Band(..) => 150.0,
            Self::Stacked(..) => 180.0,
            Self::Interval(..) => 100.0,
            Self::Level(..) => 200.0,
            Self::Icon(..) => measures::ICON,
        }
    }

    /// Paints the cell in its rectangle; true if words had to be elided.
    pub(super) fn paint(&self, ui: &Ui, rect: Rect, align: Align2) -> bool {
        let palette = ui.palette();
        let line = |style: Type, words: &str, ink: Color32| {
            let galley = text::line(ui.painter(), style, words, (ink, rect.width() + 0.5));
            let is_elided = galley.elided;
            text::paint_galley(ui.painter(), rect, align, galley);
            is_elided
        };
        match self {
            Self::Empty | Self::Group { .. } => false,
            Self::Text(words) | Self::Strong(words) => line(self.style(), words, palette.text),
            Self::Weak(words) | Self::Hidden { text: words, .. } => {
                line(Type::Body, words, palette.weak)
            }
            Self::Toned(tone, words) => line(Type::Medium, words, palette.tone(*tone)),
            Self::Flag(words) => line(Type::Strong, words, palette.chart[1]),
            Self::Noted { text: words, .. } => line(Type::Medium, words, palette.tone(Tone::Warn)),
            Self::Link(words) => line(Type::Medium, words, palette.accent),
            Self::Wrong { text: words, .. } => line(Type::Strong, words, palette.bad),
            Self::Wrapped(words) => paint_wrapped(ui, rect, words),
            Self::TwoLines(upper, lower) => paint_two(ui, rect, (upper, lower)),
            Self::Chip(chip) => chip.paint(ui, rect, align),
            Self::ChipText(chip, words) => {
                let is_elided = chip.paint(ui, rect, Align2::LEFT_CENTER);
                let mut rest = rect;
                rest.min.x += chip.size(ui, rect.width()).x + measures::GAP_XS;
                let look = (palette.weak, rest.width().max(8.0));
                let galley = text::line(ui.painter(), Type::Small, words, look);
                let is_cut = galley.elided;
                text::paint_galley(ui.painter(), rest, Align2::LEFT_CENTER, galley);
                is_elided || is_cut
            }
            Self::Bar(bar, _) => {
                bar.paint(ui, rect);
                false
            }
            Self::Band(band, _) => {
                band.paint(ui, rect);
                false
            }
            Self::Stacked(bar, _) => {
                bar.paint(ui, rect);
                false
            }
            Self::Interval(mark, _) => {
                mark.paint(ui, rect);
                false
            }
            Self::Level(bar, _) => {
                bar.paint(ui, rect);
                false
            }
            Self::Icon(icon, tone, _) => {
                let center = align
                    .align_size_within_rect(vec2(measures::ICON, measures::ICON), rect)
                    .center();
                let look = (measures::ICON, palette.tone(*tone));
                text::paint_icon(ui.painter(), center, *icon, look);
                false
            }
        }
    }
}

fn paint_wrapped(ui: &Ui, rect: Rect, words: &str) -> bool {
    let mut job = Type::Small.wrapped(words, ui.palette().text, rect.width());
    job.wrap.max_rows = 2;
    for section in &mut job.sections {
        section.format.line_height = Some(15.0);
    }
    let galley = ui.painter().layout_job(job);
    let is_elided = galley.elided;
    text::paint_galley(ui.painter(), rect, Align2::LEFT_CENTER, galley);
    is_elided
}

fn paint_two(ui: &Ui, rect: Rect, (upper, lower): (&str, &str)) -> bool {
    let palette = ui.palette();
    let width = rect.width();
    let first = text::line(ui.painter(), Type::Strong, upper, (palette.text, width));
    let second = text::line(ui.painter(), Type::Small, lower, (palette.weak, width));
    let is_elided = first.elided || second.elided;
    let height = first.size().y + second.size().y - 2.0;
    let top = rect.center().y - height / 2.0;
    let below = top + first.size().y - 2.0;
    ui.painter()
        .galley(egui::pos2(rect.left(), top), first, palette.text);
    ui.painter()
        .galley(egui::pos2(rect.left(), below), second, palette.weak);
    is_elided
}
