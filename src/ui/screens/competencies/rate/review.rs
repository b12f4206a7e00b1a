//! The last page of the form: everything that was said, and handing it in.

use egui::Ui;

use super::Form;
use super::shown::Shown;
use crate::app::{Command, RatingCommand};
use crate::domain::rating::{Mark, RatingSheet, RoundState};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Cell, Column, Density, Kit as _, Table, note};

impl Form {
    /// Draws the review; the answer is the page to turn to.
    pub(super) fn review_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        actions: &mut Actions,
    ) -> Option<usize> {
        let (shown, draft) = (self.shown.as_ref()?, self.draft.as_ref()?);
        let mut turn = None;
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        Card::flush().show(ui, |ui| {
            CardHead::flush(&shown.review).plain(ui);
            turn = table_ui(ui, shown, draft);
            super::super::super::common::padded(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                sins_ui(ui, shown, draft);
                if shown.is_open {
                    notes_ui(ui, shown, draft);
                }
            });
        });
        if shown.is_open {
            let left = left(shown, draft);
            let hand_in = Button::primary(&shown.hand_in)
                .icon(Icon::Check)
                .disabled_because((!left.is_empty()).then_some(left.as_str()));
            if ui.add(hand_in).clicked() {
                actions.push(hand_in_question(shown, draft));
            }
        } else if may_return(cx, shown) {
            let back = message(cx.lang, "rate-return");
            if ui.add(Button::secondary(&back).icon(Icon::Undo2)).clicked() {
                actions.rate(RatingCommand::ReturnSheet(shown.assignment));
                actions.push(Action::LeaveSheet);
            }
        }
        turn.filter(|_| shown.is_open)
    }
}

/// HR may give a sheet back while its round is open; raters may not.
fn may_return(cx: &Cx<'_>, shown: &Shown) -> bool {
    let is_round_open = cx
        .ratings
        .current()
        .is_some_and(|info| info.round.state == RoundState::Open);
    shown.is_handed_in && is_round_open && !cx.ratings.is_shared
}

fn table_ui(ui: &mut Ui, shown: &Shown, draft: &RatingSheet) -> Option<usize> {
    let marks: Vec<String> = draft.marks.iter().map(|mark| shown.mark(*mark)).collect();
    let columns = [
        Column::text(&shown.heads[0]).at_most(240.0),
        Column::text(&shown.heads[1]).at_most(200.0),
        Column::text(&shown.heads[2]).share(1.0, 160.0),
    ];
    let cell = |row: usize, column: usize| {
        let is_open = draft.marks.get(row) == Some(&Mark::Open);
        match column {
            0 => shown
                .competencies
                .get(row)
                .map_or(Cell::Empty, |it| Cell::Text(&it.name)),
            1 => marks.get(row).map_or(Cell::Empty, |words| {
                if is_open {
                    Cell::Toned(Tone::Warn, words)
                } else {
                    Cell::Strong(words)
                }
            }),
            _ => draft
                .evidence
                .get(row)
                .map_or(Cell::Empty, |text| Cell::Wrapped(text)),
        }
    };
    let table = Table::new("review", &shown.review, &columns)
        .density(Density::Tall)
        .selected(None);
    table.show(ui, shown.competencies.len(), &cell).selected
}

fn sins_ui(ui: &mut Ui, shown: &Shown, draft: &RatingSheet) {
    let ticked = shown.sins.iter().filter(|sin| draft.sins.contains(&sin.id));
    let names: Vec<&str> = ticked.map(|sin| sin.name.as_str()).collect();
    let words = if names.is_empty() {
        shown.sins_none.clone()
    } else {
        names.join(", ")
    };
    ui.text_marked(Type::Body, &format!("{} – **{words}**", shown.sins_title));
}

/// What stands in the way of handing in: nothing, or the competencies without a mark.
fn left(shown: &Shown, draft: &RatingSheet) -> String {
    let open = draft.marks.iter().zip(&shown.competencies);
    let names: Vec<&str> = open
        .filter(|(mark, _)| **mark == Mark::Open)
        .map(|(_, it)| it.name.as_str())
        .collect();
    if names.is_empty() {
        return String::new();
    }
    let list = names
        .iter()
        .map(|name| match shown.lang {
            crate::domain::Lang::Ru => format!("\u{ab}{name}\u{bb}"),
            crate::domain::Lang::En => (*name).to_owned(),
        })
        .collect::<Vec<_>>()
        .join(", ");
    tr!(shown.lang, "rate-review-left", list = list)
}

fn notes_ui(ui: &mut Ui, shown: &Shown, draft: &RatingSheet) {
    let left = left(shown, draft);
    if !left.is_empty() {
        note(ui, Icon::CircleAlert, Tone::Warn, &left);
    }
    let levels: Vec<u8> = draft
        .marks
        .iter()
        .filter_map(|mark| mark.level())
        .map(|level| level.get())
        .collect();
    let is_flat = levels.len() > 2 && levels.windows(2).all(|pair| pair[0] == pair[1]);
    if is_flat {
        note(
            ui,
            Icon::Info,
            Tone::Neutral,
            &message(shown.lang, "rate-all-equal"),
        );
    }
    let is_bare = |(mark, text): (&Mark, &String)| {
        let is_extreme = mark
            .level()
            .is_some_and(|level| matches!(level.get(), 1 | 5));
        is_extreme && text.trim().is_empty()
    };
    if draft.marks.iter().zip(&draft.evidence).any(is_bare) {
        note(ui, Icon::Info, Tone::Neutral, &shown.evidence_wanted);
    }
}

fn hand_in_question(shown: &Shown, draft: &RatingSheet) -> Action {
    Action::Confirm(Confirmation {
        title: shown.title.clone(),
        body: message(shown.lang, "rate-hand-in-body"),
        deed: shown.hand_in.clone(),
        is_danger: false,
        command: Box::new(Command::Ratings(RatingCommand::SaveSheet {
            sheet: draft.clone(),
            is_handed_in: true,
        })),
    })
}
