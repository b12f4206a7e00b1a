//! A comment ready to be drawn: its text with what is marked and hidden in it, and the way from a place
//! on the screen back to the stored comment.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Stroke};

use crate::app::CommentsView;
use crate::disclosure::marks::{Mark, MarkKind};
use crate::disclosure::{Piece, ToldComment};
use crate::domain::Lang;
use crate::i18n::message;
use crate::tr;
use crate::ui::theme::{Palette, Type};

/// Blanks that are filled: the block before “hidden by HR”. The text face has no block of its own.
const BLOCK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// What a stretch of the text on screen is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Look {
    /// As it was written.
    Plain,
    /// May give somebody away.
    Marked(MarkKind),
    /// Hidden by HR; destroyed or not.
    Hidden(bool),
}

/// A stretch of the text on screen.
#[derive(Debug)]
pub(super) struct Stretch {
    /// What it is.
    pub(super) look: Look,
    /// Characters on screen.
    pub(super) shown: Range<usize>,
    /// Characters of the stored comment.
    pub(super) stored: Range<usize>,
}

/// A comment ready to be drawn.
pub(super) struct Row {
    /// Its number in the wave.
    pub(super) number: usize,
    /// The question that it answers.
    pub(super) question: String,
    /// Position of that question among the open ones.
    pub(super) asked: Option<usize>,
    /// The text on screen.
    pub(super) text: String,
    /// The same in lower case, to search in.
    pub(super) lower: String,
    /// What it consists of.
    pub(super) stretches: Vec<Stretch>,
    /// Name for screen readers.
    pub(super) name: String,
    /// “Hide what is marked: 2”; empty where nothing is.
    pub(super) hide_marked: String,
}

impl Row {
    /// Prepares a comment.
    pub(super) fn new(lang: Lang, view: &CommentsView, comment: &ToldComment) -> Self {
        let asked = view
            .questions
            .iter()
            .position(|(id, _)| *id == comment.item);
        let question = asked.and_then(|at| view.questions.get(at));
        let question = question.map_or("", |(_, text)| text.get(lang));
        let none = Vec::new();
        let marks = view.marks.get(comment.number).unwrap_or(&none);
        let mut row = Self {
            number: comment.number,
            question: question.to_owned(),
            asked,
            text: String::new(),
            lower: String::new(),
            stretches: Vec::new(),
            name: tr!(lang, "comments-one", question = question),
            hide_marked: String::new(),
        };
        for piece in &comment.pieces {
            match piece {
                Piece::Words { at, text } => row.add_words(*at, text, marks),
                Piece::Hidden(mask) => {
                    let words = format!("{BLOCK} {}", message(lang, "comment-hidden-word"));
                    row.add(Look::Hidden(mask.is_destroyed), &words, mask.range.clone());
                }
            }
        }
        row.lower = row.text.to_lowercase();
        let marked = row.marked().len();
        if marked > 0 {
            let n = i64::try_from(marked).unwrap_or(i64::MAX);
            row.hide_marked = tr!(lang, "comments-hide-marked", n = n);
        }
        row
    }

    fn add(&mut self, look: Look, words: &str, stored: Range<usize>) {
        let start = self.stretches.last().map_or(0, |last| last.shown.end);
        self.text.push_str(words);
        self.stretches.push(Stretch {
            look,
            shown: start..start + words.chars().count(),
            stored,
        });
    }

    fn add_words(&mut self, at: usize, text: &str, marks: &[Mark]) {
        let letters: Vec<char> = text.chars().collect();
        let end = at + letters.len();
        let words = |range: &Range<usize>| -> String {
            let own = letters.get(range.start - at..range.end - at);
            own.unwrap_or_default().iter().collect()
        };
        let mut from = at;
        let own = marks
            .iter()
            .filter(|mark| at <= mark.range.start && mark.range.end <= end);
        for mark in own {
            if from < mark.range.start {
                let plain = from..mark.range.start;
                self.add(Look::Plain, &words(&plain), plain);
            }
            self.add(
                Look::Marked(mark.kind),
                &words(&mark.range),
                mark.range.clone(),
            );
            from = mark.range.end;
        }
        if from < end {
            let plain = from..end;
            self.add(Look::Plain, &words(&plain), plain);
        }
    }

    /// What stands at a character on screen.
    pub(super) fn at(&self, place: usize) -> Option<&Stretch> {
        self.stretches
            .iter()
            .find(|stretch| stretch.shown.contains(&place))
    }

    /// Stored characters under a selection on screen; what is hidden already is left out.
    pub(super) fn stored(&self, selection: &Range<usize>) -> Vec<Range<usize>> {
        let open = self
            .stretches
            .iter()
            .filter(|it| !matches!(it.look, Look::Hidden(_)));
        let cut = open.map(|stretch| {
            let start = selection
                .start
                .clamp(stretch.shown.start, stretch.shown.end);
            let end = selection.end.clamp(stretch.shown.start, stretch.shown.end);
            let offset = |place: usize| stretch.stored.start + (place - stretch.shown.start);
            offset(start)..offset(end)
        });
        joined(cut.filter(|range| range.start < range.end))
    }

    /// Stored characters of everything that may be read.
    pub(super) fn whole(&self) -> Vec<Range<usize>> {
        self.stored(&(0..usize::MAX))
    }

    /// Stored characters of what is marked.
    pub(super) fn marked(&self) -> Vec<Range<usize>> {
        let marked = self
            .stretches
            .iter()
            .filter(|it| matches!(it.look, Look::Marked(_)));
        marked.map(|stretch| stretch.stored.clone()).collect()
    }

    /// Stored characters of what is hidden and can still come back.
    pub(super) fn hidden(&self) -> Vec<Range<usize>> {
        let hidden = self
            .stretches
            .iter()
            .filter(|it| it.look == Look::Hidden(false));
        hidden.map(|stretch| stretch.stored.clone()).collect()
    }

    /// The text laid out at a width, in the colours of the theme.
    pub(super) fn job(&self, palette: &Palette, width: f32) -> LayoutJob {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        let mut rest = self.text.as_str();
        for stretch in &self.stretches {
            let length = stretch.shown.len();
            let end = rest
                .char_indices()
                .nth(length)
                .map_or(rest.len(), |(at, _)| at);
            let (words, after) = rest.split_at(end);
            rest = after;
            let words = match words.strip_prefix(BLOCK) {
                Some(after) if matches!(stretch.look, Look::Hidden(_)) => {
                    let filled = TextFormat {
                        background: palette.weak,
                        ..Type::Body.format(palette.weak)
                    };
                    job.append(BLOCK, 0.0, filled);
                    after
                }
                Some(_) | None => words,
            };
            job.append(words, 0.0, format(&stretch.look, palette));
        }
        job
    }
}

/// Neighbouring ranges as one.
fn joined(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => joined.push(range),
        }
    }
    joined
}

fn format(look: &Look, palette: &Palette) -> TextFormat {
    let plain = |color: Color32| Type::Body.format(color);
    match look {
        Look::Plain => plain(palette.text),
        Look::Marked(_) => TextFormat {
            background: palette.warn_soft,
            underline: Stroke::new(1.0, palette.warn),
            ..plain(palette.text)
        },
        Look::Hidden(_) => TextFormat {
            background: palette.hidden,
            ..plain(palette.weak)
        },
    }
}

/// What the pointer is told over a stretch; nothing over plain text.
pub(super) fn tip(lang: Lang, look: &Look, is_exported: bool) -> String {
    match look {
        Look::Plain => String::new(),
        Look::Marked(kind) => {
            tr!(
                lang,
                "comment-mark-click",
                reason = message(lang, kind.key())
            )
        }
        Look::Hidden(true) => message(lang, "comments-destroyed-tip"),
        Look::Hidden(false) if is_exported => message(lang, "comments-hidden-tip"),
        Look::Hidden(false) => message(lang, "comments-restore-click"),
    }
}
