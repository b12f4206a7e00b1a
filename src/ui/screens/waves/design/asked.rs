//! The first step: what is asked, and where the answers come from.

use egui::Ui;

use super::Wish;
use crate::app::WaveInfo;
use crate::domain::{CHANGES_ITEM, Lang};
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{
    Card, CardHead, Cell, Column, Kit as _, OptionCard, Table, checkbox, is_narrow, note,
};

/// The step, formatted.
pub(super) struct Asked {
    title: String,
    caption: String,
    heads: [String; 2],
    rows: Vec<(String, String)>,
    is_ours: bool,
    asks_changes: bool,
    words: Words,
}

impl Asked {
    pub(super) fn new(lang: Lang, info: &WaveInfo) -> Self {
        let own = &info.questionnaire;
        let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
        let mut rows: Vec<(String, String)> = own
            .dimensions
            .iter()
            .map(|dimension| {
                let items = own.items_of(&dimension.id).count();
                (dimension.title.get(lang).to_owned(), items.to_string())
            })
            .collect();
        let alone = own.items_of("").count();
        if alone > 0 {
            rows.push((message(lang, "design-asked-alone"), alone.to_string()));
        }
        Self {
            title: own.title.get(lang).to_owned(),
            caption: tr!(
                lang,
                "design-asked-caption",
                items = count(own.items.len()),
                minutes = i64::from(own.minutes)
            ),
            heads: [
                message(lang, "design-asked-dimension"),
                message(lang, "design-asked-items"),
            ],
            rows,
            is_ours: info.collection.is_some(),
            asks_changes: own.items.iter().any(|it| it.id == CHANGES_ITEM),
            words: Words::new(
                lang,
                &[
                    "design-source",
                    "design-source-ours",
                    "design-source-ours-line",
                    "design-source-import",
                    "design-source-import-line",
                    "design-advised",
                    "design-asked-frozen",
                    "changes-ask",
                    "changes-ask-line",
                ],
            ),
        }
    }

    pub(super) fn left_ui(&self, ui: &mut Ui, height: f32) {
        let most = if is_narrow(ui) { f32::INFINITY } else { height };
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title)
                .caption(&self.caption)
                .plain(ui);
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 160.0),
                Column::number(&self.heads[1]),
            ];
            let table = Table::new("asked", &self.title, &columns).max_height(most - 46.0);
            let _ = table.show(ui, self.rows.len(), &|row, column| match (
                self.rows.get(row),
                column,
            ) {
                (Some((name, _)), 0) => Cell::Text(name),
                (Some((_, items)), _) => Cell::Text(items),
                (None, _) => Cell::Empty,
            });
        });
    }

    pub(super) fn right_ui(&self, ui: &mut Ui, wishes: &mut Vec<Wish>) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            ui.text(Type::Heading, self.words.get("design-source"));
            let ours = OptionCard::new(self.words.get("design-source-ours"), self.is_ours)
                .badge(self.words.get("design-advised"))
                .line(self.words.get("design-source-ours-line"));
            if ours.show(ui).clicked() && !self.is_ours {
                wishes.push(Wish::Collect);
            }
            let import = OptionCard::new(self.words.get("design-source-import"), !self.is_ours)
                .line(self.words.get("design-source-import-line"));
            if import.show(ui).clicked() && self.is_ours {
                wishes.push(Wish::Import);
            }
            ui.rule();
            let mut asks = self.asks_changes;
            let line = Some(self.words.get("changes-ask-line"));
            if checkbox(ui, &mut asks, self.words.get("changes-ask"), line).changed() {
                wishes.push(Wish::AskChanges(asks));
            }
            ui.rule();
            note(
                ui,
                Icon::Lock,
                Tone::Warn,
                self.words.get("design-asked-frozen"),
            );
        });
    }
}
