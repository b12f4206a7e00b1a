//! The shared computer: a code, the rater's own list, the form. Nothing else of the workspace can
//! be reached from here; the way back is the workspace's own key.

use egui::{Key, Ui, vec2};

use super::super::Screen;
use super::super::common::Words;
use super::ground::source;
use super::rate::Form;
use crate::app::{Command, RaterListLine, RatingCommand};
use crate::domain::Lang;
use crate::domain::rating::{AssignmentId, RaterCode, SheetState};
use crate::i18n::{error_sentence, message, number};
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{
    Button, Card, Cell, Chip, Column, Density, Kit as _, Table, TextField, brand, note, page_head,
};

/// Seconds without a touch after which the list of a rater who went away is closed.
const LEFT_ALONE: f64 = 180.0;

const KEYS: &[&str] = &[
    "app-name",
    "rate-enter-code",
    "rate-code",
    "rate-code-open",
    "rate-code-unknown",
    "round-rater-codes-note",
    "rate-list-title",
    "rate-list-done",
    "rate-leave",
    "rate-leave-body",
    "desk-end",
    "desk-only",
];

/// The screen of a shared computer.
#[derive(Default)]
pub(in super::super) struct RaterDesk {
    words: Words,
    code: String,
    error: String,
    form: Form,
    list: Option<List>,
    touched: f64,
}

/// A rater's list in words.
struct List {
    subtitle: String,
    heads: [String; 4],
    rows: Vec<Row>,
    progress: String,
    is_done: bool,
}

struct Row {
    id: AssignmentId,
    name: String,
    part: String,
    state: String,
    tone: Tone,
    marked: String,
}

impl Screen for RaterDesk {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        self.words = Words::new(lang, KEYS);
        self.form.prepare(lang, cx.ratings.sheet.as_deref());
        let error = cx.ratings.code_error.as_ref();
        self.error = error.map_or_else(String::new, |error| error_sentence(lang, error));
        let progress = cx.ratings.rater_progress();
        self.list = cx.ratings.list.ready().map(|list| {
            let day = number::day(lang, list.round.closes);
            let until = tr!(lang, "round-until", day = day);
            List {
                subtitle: format!("{} · {until}", list.round.name),
                heads: ["matrix-person", "rate-part", "rate-state", "rate-marked"]
                    .map(|key| message(lang, key)),
                rows: list.lines.iter().map(|line| row(lang, line)).collect(),
                progress: tr!(lang, "round-progress", done = progress.0, all = progress.1),
                is_done: progress.0 == progress.1,
            }
        });
        if self.list.is_some() {
            self.code.clear();
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 2.0;
        self.watch(ui, cx, actions);
        if cx.ratings.sheet.is_some() {
            self.form.show(ui, cx, actions);
        } else if self.list.is_some() {
            self.list_ui(ui, actions);
        } else {
            self.code_ui(ui, cx, actions);
        }
    }
}

fn row(lang: Lang, line: &RaterListLine) -> Row {
    let state = line.assignment.state;
    Row {
        id: line.assignment.id,
        name: line.ratee.name.clone(),
        part: source(lang, line.assignment.source),
        state: message(lang, state.key()),
        tone: match state {
            SheetState::NotBegun => Tone::Neutral,
            SheetState::Draft => Tone::Accent,
            SheetState::HandedIn => Tone::Ok,
        },
        marked: tr!(
            lang,
            "rate-progress",
            done = line.marked.0,
            all = line.marked.1
        ),
    }
}

impl RaterDesk {
    /// Whoever goes away without leaving must not be found by the next.
    fn watch(&mut self, ui: &Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let (now, is_touched) = ui.input(|input| (input.time, !input.events.is_empty()));
        if is_touched || now < self.touched {
            self.touched = now;
        }
        let is_anybody = self.list.is_some() || cx.ratings.sheet.is_some();
        if !is_anybody {
            return;
        }
        let rest = self.touched + LEFT_ALONE - now;
        if rest <= 0.0 {
            self.leave(actions);
        } else {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(rest.max(1.0)));
        }
    }

    fn leave(&mut self, actions: &mut Actions) {
        self.form.keep(actions);
        self.code.clear();
        actions.push(Action::ForgetRater);
    }

    fn code_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let width = ui.available_width().min(460.0);
        let side = (ui.available_width() - width) / 2.0;
        let room = ui.available_height();
        ui.add_space((room / 2.0 - 210.0).max(12.0));
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = measures::GAP_M;
                    brand(ui, self.words.get("app-name"), false);
                    Card::new().padding(24).shadow().show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = measures::GAP_M;
                        self.entry_ui(ui, cx, actions);
                    });
                    let end = Button::quiet(self.words.get("desk-end")).icon(Icon::Lock);
                    if ui.add(end).clicked() {
                        actions.push(end_question(cx.lang));
                    }
                });
            });
        });
    }

    fn entry_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        ui.text(Type::Verdict, self.words.get("rate-enter-code"));
        let error = (!self.error.is_empty()).then_some(self.error.as_str());
        let field = TextField::new("code", self.words.get("rate-code"))
            .hint("7K3M-Q9TX")
            .error(error)
            .width(f32::INFINITY)
            .show(ui, &mut self.code);
        if field.changed() {
            self.error.clear();
        }
        // Whoever sits down can type at once.
        let is_free = ui.memory(|memory| memory.focused().is_none());
        if is_free && !field.lost_focus() {
            field.request_focus();
        }
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let open = Button::primary(self.words.get("rate-code-open")).full_width();
        if ui.add(open).clicked() || is_entered {
            match RaterCode::parse(&self.code) {
                Ok(code) if !cx.ratings.list.is_waiting() => {
                    actions.rate(RatingCommand::FindRater(code));
                }
                Ok(_) => {}
                Err(_) => self.error = self.words.get("rate-code-unknown").to_owned(),
            }
        }
        let words = self.words.get("round-rater-codes-note");
        note(ui, Icon::Info, Tone::Neutral, words);
        note(ui, Icon::Lock, Tone::Neutral, self.words.get("desk-only"));
    }

    fn list_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let Some(list) = &self.list else { return };
        let mut is_left = false;
        page_head(
            ui,
            self.words.get("rate-list-title"),
            &list.subtitle,
            |ui| {
                ui.text_weak(Type::Body, &list.progress);
                let leave = Button::secondary(self.words.get("rate-leave"))
                    .icon(Icon::Lock)
                    .tip(self.words.get("rate-leave-body"));
                is_left = ui.add(leave).clicked();
            },
        );
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        if list.is_done {
            note(
                ui,
                Icon::CircleCheck,
                Tone::Ok,
                self.words.get("rate-list-done"),
            );
        }
        let columns = [
            Column::text(&list.heads[0]).share(1.0, 200.0),
            Column::text(&list.heads[1]),
            Column::text(&list.heads[2]),
            Column::number(&list.heads[3]),
        ];
        let cell = |row: usize, column: usize| match (list.rows.get(row), column) {
            (Some(row), 0) => Cell::Link(&row.name),
            (Some(row), 1) => Cell::Text(&row.part),
            (Some(row), 2) => Cell::Chip(Chip::new(&row.state).tone(row.tone)),
            (Some(row), _) => Cell::Text(&row.marked),
            (None, _) => Cell::Empty,
        };
        Card::flush().show(ui, |ui| {
            let name = self.words.get("rate-list-title");
            let out = Table::new("people", name, &columns)
                .density(Density::Tall)
                .selected(None)
                .rounded()
                .show(ui, list.rows.len(), &cell);
            let pressed = out.selected.or(out.link.map(|(row, _)| row)).or(out.opened);
            if let Some(row) = pressed.and_then(|row| list.rows.get(row)) {
                actions.rate(RatingCommand::OpenSheet(row.id));
            }
        });
        if is_left {
            self.leave(actions);
        }
    }
}

/// The way back to the workspace is its own key.
fn end_question(lang: Lang) -> Action {
    Action::Confirm(Confirmation {
        title: message(lang, "desk-end"),
        body: message(lang, "desk-end-body"),
        deed: message(lang, "desk-end-deed"),
        is_danger: false,
        command: Box::new(Command::Lock),
    })
}
