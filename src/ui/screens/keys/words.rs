//! The recovery words, shown once: to be written down or printed before anything else.

use egui::{Sense, Ui, vec2};

use super::fields::alone;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::gate::Gate;
use crate::ui::icons::Icon;
use crate::ui::screens::Screen;
use crate::ui::screens::common::Words;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, Kit as _, checkbox, note};

const WORDS: &[&str] = &[
    "words-title",
    "words-text",
    "words-kept",
    "words-kept-wanted",
    "words-print",
    "words-deed",
    "words-note-secret",
    "words-note-once",
];
/// Height of a word's row.
const ROW: f32 = 30.0;

/// The page.
#[derive(Default)]
pub(in crate::ui::screens) struct WordsPage {
    is_kept: bool,
    words: Words,
}

impl Screen for WordsPage {
    fn prepare(&mut self, cx: &Cx<'_>) {
        self.words = Words::new(cx.lang, WORDS);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Gate::Words(recovery) = cx.gate else {
            return;
        };
        let Self { is_kept, words } = self;
        alone(ui, (760.0, 520.0), |ui| {
            ui.text(Type::Title, words.get("words-title"));
            ui.text_weak(Type::Body, words.get("words-text"));
            Card::new().padding(20).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                ui.scope(|ui| recovery_words_ui(ui, &recovery.words()));
                ui.rule();
                note(ui, Icon::EyeOff, Tone::Warn, words.get("words-note-secret"));
                note(ui, Icon::Info, Tone::Neutral, words.get("words-note-once"));
            });
            checkbox(ui, is_kept, words.get("words-kept"), None);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let reason = (!*is_kept).then(|| words.get("words-kept-wanted"));
                let deed = Button::primary(words.get("words-deed")).disabled_because(reason);
                if ui.add(deed).clicked() {
                    actions.push(Action::WordsKept);
                }
                let print = Button::secondary(words.get("words-print")).icon(Icon::Printer);
                if ui.add(print).clicked() {
                    actions.push(Action::Pick(Pick::RecoverySheet));
                }
            });
        });
    }
}

/// Words in columns, read downwards like the printed sheet.
pub(in crate::ui::screens) fn recovery_words_ui(ui: &mut Ui, list: &[&str]) {
    let columns = if ui.available_width() < 560.0 { 3 } else { 4 };
    let rows = list.len().div_ceil(columns);
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = ui.available_width() / columns as f32;
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    for row in 0..rows {
        ui.horizontal(|ui| {
            for column in 0..columns {
                let place = column * rows + row;
                if let Some(word) = list.get(place) {
                    word_ui(ui, width, place + 1, word);
                }
            }
        });
    }
}

fn word_ui(ui: &mut Ui, width: f32, number: usize, word: &str) {
    let palette = ui.palette();
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let name = format!("{number}. {word}");
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, name.as_str())
    });
    let painter = ui.painter();
    let middle = rect.center().y;
    let at = |x: f32| egui::pos2(rect.left() + x, middle);
    painter.text(
        at(22.0),
        egui::Align2::RIGHT_CENTER,
        number.to_string(),
        Type::Small.font(),
        palette.weak,
    );
    painter.text(
        at(32.0),
        egui::Align2::LEFT_CENTER,
        word,
        Type::Heading.font(),
        palette.text,
    );
}
