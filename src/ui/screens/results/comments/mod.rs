//! What people wrote: by place, with what might give somebody away marked, and HR's masks. Shows what
//! the disclosure rules let through and nothing behind a mask.

mod draw;
mod row;
mod section;

use std::ops::Range;

use egui::{Ui, vec2};

use super::super::ScreenId;
use super::super::common::{Words, nothing_here};
use crate::app::{Command, CommentDeed, CommentsState, CommentsView};
use crate::disclosure::CommentCount;
use crate::domain::{BranchCode, Lang, WaveCode};
use crate::i18n::message;
use crate::phrases;
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::load::Load;
use crate::ui::theme::{Tone, Type};
use crate::ui::widgets::{Card, Dropdown, Kit as _, TextField, checkbox, note};
use draw::{DeedWords, Drawing, Wish};
use row::Row;
use section::{Section, rows_ui, section_head};

const KEYS: &[&str] = &[
    "comments-note",
    "comments-note-exported",
    "comments-place",
    "comments-question",
    "comments-search",
    "comments-only-marked",
    "comments-found-few",
    "comments-found-none",
    "comments-clear",
    "comments-failed",
    "failure-retry",
];

/// What the user looks for.
#[derive(Debug, Clone, Default, PartialEq)]
struct Search {
    text: String,
    place: usize,
    question: usize,
    only_marked: bool,
}

/// The page of comments.
#[derive(Default)]
pub(super) struct Comments {
    words: Words,
    deeds: DeedWords,
    wave: Option<WaveCode>,
    state: Option<CommentsState>,
    /// Why there is nothing to read, and what helps.
    empty: (String, String),
    is_exported: bool,
    is_dimmed: bool,
    has_failed: bool,
    sections: Vec<Section>,
    places: Vec<String>,
    questions: Vec<String>,
    search: Search,
    applied: Search,
    found: String,
    selection: Option<(usize, Range<usize>)>,
    /// Heights of rows by section at this width.
    heights: (f32, Vec<Vec<f32>>),
}

impl Comments {
    /// Sorts the comments of the chosen wave into rows.
    pub(super) fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        self.words = Words::new(lang, KEYS);
        self.deeds = DeedWords::new(lang);
        self.is_dimmed = cx.comments.is_waiting();
        self.has_failed = matches!(cx.comments, Load::Failed(_));
        let wave = cx.chosen().map(|(_, wave)| wave.wave.code.clone());
        if wave != self.wave {
            self.search = Search::default();
            self.selection = None;
        }
        self.wave = wave;
        let view = cx
            .comments
            .ready()
            .filter(|view| Some(&view.wave) == self.wave.as_ref());
        self.sections.clear();
        self.heights.1.clear();
        self.state = view.map(|view| view.state);
        let Some(view) = view else {
            return;
        };
        self.is_exported = view.is_exported;
        self.empty = nothing(lang, view);
        let branches = cx
            .overview
            .map_or(&[][..], |overview| overview.branches.as_slice());
        let name = |code: &BranchCode| {
            let found = branches.iter().find(|branch| branch.code == *code);
            found.map_or_else(
                || code.as_str().to_owned(),
                |branch| format!("{} {}", code.as_str(), branch.name),
            )
        };
        for told in &view.told.places {
            let rows = told
                .comments
                .iter()
                .map(|it| Row::new(lang, view, it))
                .collect();
            self.sections.push(Section {
                title: phrases::comment_place(lang, &told.place, &name),
                why: phrases::comment_place_why(lang, &told.place, (&name, view.least)),
                count: phrases::comment_count(lang, told.count()),
                hidden: phrases::hidden_count(lang, crate::disclosure::hidden([told])),
                rows,
                found: Vec::new(),
            });
        }
        let titles = self.sections.iter().map(|section| section.title.clone());
        self.places = std::iter::once(message(lang, "comments-all-places"))
            .chain(titles)
            .collect();
        let asked = view
            .questions
            .iter()
            .map(|(_, text)| text.get(lang).to_owned());
        self.questions = std::iter::once(message(lang, "comments-all-questions"))
            .chain(asked)
            .collect();
        self.apply(lang);
    }

    /// Lets rows through the search.
    fn apply(&mut self, lang: Lang) {
        let search = &self.search;
        let wanted = search.text.trim().to_lowercase();
        for (at, section) in self.sections.iter_mut().enumerate() {
            let is_place = search.place == 0 || search.place == at + 1;
            let fits = |row: &Row| {
                is_place
                    && (search.question == 0 || row.asked == Some(search.question - 1))
                    && (!search.only_marked || !row.hide_marked.is_empty())
                    && row.lower.contains(&wanted)
            };
            let rows = section.rows.iter().enumerate();
            section.found = rows
                .filter(|(_, row)| fits(row))
                .map(|(at, _)| at)
                .collect();
        }
        let found: usize = self
            .sections
            .iter()
            .map(|section| section.found.len())
            .sum();
        self.found = match CommentCount::of(found) {
            CommentCount::Few => message(lang, "comments-found-few"),
            CommentCount::Exact(n) => {
                tr!(
                    lang,
                    "comments-found",
                    n = i64::try_from(n).unwrap_or(i64::MAX)
                )
            }
        };
        self.applied = self.search.clone();
    }

    /// Draws the page and asks for comments that are not here yet.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        if self.has_failed {
            let words = (
                self.words.get("comments-failed"),
                self.words.get("failure-retry"),
            );
            if nothing_here(ui, Icon::CircleAlert, words) {
                self.ask(CommentDeed::Read, actions);
            }
            return;
        }
        let Some(state) = self.state else {
            if !self.is_dimmed {
                self.ask(CommentDeed::Read, actions);
            }
            return;
        };
        if state != CommentsState::Shown {
            if nothing_here(ui, Icon::MessageSquare, (&self.empty.0, &self.empty.1)) {
                actions.go(ScreenId::Waves);
            }
            return;
        }
        if self.is_dimmed {
            ui.multiply_opacity(0.6);
        }
        self.search_ui(ui);
        if self.search != self.applied {
            self.apply(cx.lang);
        }
        note(
            ui,
            Icon::Info,
            Tone::Neutral,
            self.words.get("comments-note"),
        );
        if self.is_exported {
            note(
                ui,
                Icon::Lock,
                Tone::Warn,
                self.words.get("comments-note-exported"),
            );
        }
        let wish = self.sections_ui(ui);
        if let Some((number, wish)) = wish
            && !self.is_dimmed
        {
            self.selection = None;
            self.carry_out(cx.lang, (number, wish), actions);
        }
    }

    fn search_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(10.0, 6.0);
            let label = self.words.get("comments-search");
            TextField::search("comment-search", label)
                .width(220.0)
                .show(ui, &mut self.search.text);
            let place = Dropdown::new(
                "comment-place",
                self.words.get("comments-place"),
                &self.places,
                Some(self.search.place),
            );
            if let Some(place) = place.width(230.0).icon(Icon::Store).show(ui) {
                self.search.place = place;
            }
            if self.questions.len() > 2 {
                let question = Dropdown::new(
                    "comment-question",
                    self.words.get("comments-question"),
                    &self.questions,
                    Some(self.search.question),
                );
                if let Some(question) = question.width(230.0).show(ui) {
                    self.search.question = question;
                }
            }
            let label = self.words.get("comments-only-marked");
            checkbox(ui, &mut self.search.only_marked, label, None);
            if self.search != Search::default() {
                let weak = ui.palette().weak;
                ui.text_line(Type::Small, weak, &self.found);
            }
        });
    }

    fn sections_ui(&mut self, ui: &mut Ui) -> Option<(usize, Wish)> {
        let names_question = self.questions.len() > 2;
        self.measure(ui, names_question);
        let mut wish = None;
        let mut is_empty = true;
        let mut drawing = Drawing {
            words: &self.deeds,
            is_exported: self.is_exported,
            names_question,
            selection: &mut self.selection,
        };
        for (section, heights) in self.sections.iter().zip(&self.heights.1) {
            if section.found.is_empty() {
                continue;
            }
            is_empty = false;
            let shown = Card::flush().show(ui, |ui| {
                section_head(ui, section);
                rows_ui(ui, (section, heights), &mut drawing)
            });
            wish = shown.inner.or(wish);
        }
        if is_empty {
            let words = (
                self.words.get("comments-found-none"),
                self.words.get("comments-clear"),
            );
            if nothing_here(ui, Icon::Search, words) {
                self.search = Search::default();
            }
        }
        wish
    }

    /// Heights of all rows, measured when the width or the rows have changed.
    fn measure(&mut self, ui: &Ui, names_question: bool) {
        let width = ui.available_width() - 2.0;
        if (self.heights.0 - width).abs() < 0.5 && self.heights.1.len() == self.sections.len() {
            return;
        }
        let section = |section: &Section| {
            let rows = section.rows.iter();
            rows.map(|row| draw::height(ui, row, width, names_question))
                .collect()
        };
        self.heights = (width, self.sections.iter().map(section).collect());
    }

    fn ask(&self, deed: CommentDeed, actions: &mut Actions) {
        if let Some(wave) = self.wave.clone() {
            actions.run(Command::Comments(wave, deed));
        }
    }

    fn carry_out(&self, lang: Lang, (comment, wish): (usize, Wish), actions: &mut Actions) {
        let Some(wave) = self.wave.clone() else {
            return;
        };
        let command = |deed| Command::Comments(wave.clone(), deed);
        let hide = |ranges| command(CommentDeed::Hide { comment, ranges });
        let restore = |ranges| command(CommentDeed::Restore { comment, ranges });
        match wish {
            Wish::Hide(ranges) if self.is_exported => actions.push(Action::Confirm(Confirmation {
                title: message(lang, "comments-hide-title"),
                body: message(lang, "comments-hide-body"),
                deed: message(lang, "comments-hide-deed"),
                is_danger: false,
                command: Box::new(hide(ranges)),
            })),
            Wish::Hide(ranges) => {
                actions.run(hide(ranges.clone()));
                actions.push(Action::OfferUndo {
                    done: message(lang, "comments-hidden-done"),
                    undo: Box::new(restore(ranges)),
                });
            }
            Wish::Restore(ranges) => {
                actions.run(restore(ranges.clone()));
                actions.push(Action::OfferUndo {
                    done: message(lang, "comments-restored-done"),
                    undo: Box::new(hide(ranges)),
                });
            }
            Wish::Destroy => actions.push(Action::Confirm(Confirmation {
                title: message(lang, "comments-destroy-title"),
                body: message(lang, "comments-destroy-body"),
                deed: message(lang, "comments-destroy-deed"),
                is_danger: true,
                command: Box::new(command(CommentDeed::Destroy { comment })),
            })),
        }
    }
}

/// Why there is nothing to read, and the deed that helps; may be empty.
fn nothing(lang: Lang, view: &CommentsView) -> (String, String) {
    let none = String::new();
    match view.state {
        CommentsState::Shown => (none.clone(), none),
        CommentsState::Nobody => (message(lang, "comments-nobody"), none),
        CommentsState::Withheld => {
            let least = i64::from(view.least);
            (tr!(lang, "comments-withheld", least = least), none)
        }
        CommentsState::Sealed => (
            message(lang, "comments-sealed"),
            message(lang, "comments-sealed-deed"),
        ),
        CommentsState::NotCollected => (message(lang, "comments-not-collected"), none),
    }
}
