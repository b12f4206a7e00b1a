//! All questions of a paper form on one page, for the keyboard: a row an item, by dimension. In the
//! comparison only the rows that differ, with what either entry says.

use egui::{Key, ScrollArea, Ui};

use super::paper_row::{self, Deed, Row, Said};
use super::review::dimension_head;
use crate::app::kiosk::Given;
use crate::domain::{ItemKind, Questionnaire};
use crate::i18n::message;
use crate::tr;
use crate::ui::kiosk::keys;
use crate::ui::kiosk::paper::{PaperStep, words_id};
use crate::ui::kiosk::state::{Kiosk, Page};

use super::number;

impl Kiosk {
    pub(super) fn paper_sheet_ui(&mut self, ui: &mut Ui, step: PaperStep) {
        let Some(facts) = self.facts.clone() else {
            return;
        };
        let asked = &*facts.questionnaire;
        let lang = self.lang;
        self.follow_focus(ui, step);
        self.paper_keys(ui, step);
        let items = self.paper_items(step);
        let mut done = None;
        ScrollArea::vertical()
            .id_salt(("kiosk-paper", step))
            .max_height(ui.available_height() - 4.0)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut last = None;
                for item in &items {
                    let Some(own) = asked.items.get(*item) else {
                        continue;
                    };
                    if last != Some(&own.dimension) {
                        last = Some(&own.dimension);
                        dimension_head(ui, lang, asked, own);
                    }
                    let deed = self.paper_row_ui(ui, step, (asked, *item));
                    done = deed.map(|deed| (*item, deed)).or(done);
                }
                ui.add_space(8.0);
            });
        if let Some((item, deed)) = done {
            self.paper_deed(ui, step, (item, deed));
        }
    }

    fn paper_row_ui(
        &mut self,
        ui: &mut Ui,
        step: PaperStep,
        (asked, item): (&Questionnaire, usize),
    ) -> Option<Deed> {
        let own = asked.items.get(item)?;
        let lang = self.lang;
        let id = self.paper_row_id(step, item);
        let text = own.text.get(lang);
        let mut row = Row {
            id,
            number: item + 1,
            text,
            lang,
            said: None,
        };
        let entries = self.visit.paper.as_ref()?.entries();
        if step == PaperStep::Compare {
            row.said = Some(match own.kind {
                ItemKind::Open => Said::Words(comment(entries.0, item), comment(entries.1, item)),
                ItemKind::Agreement | ItemKind::Recommend | ItemKind::Observed => {
                    Said::Values(entries.0.given(item), entries.1.given(item))
                }
            });
        }
        if let Some(range) = own.kind.range() {
            let given = self
                .paper_draft(step)
                .map_or(Given::Nothing, |draft| draft.given(item));
            return row.values(ui, range, given);
        }
        let name = tr!(lang, "kiosk-paper-comment-name", number = number(item + 1));
        if step == PaperStep::Compare {
            let sheet = self.visit.draft.as_ref()?;
            let is_done = sheet.is_done(item);
            let deed = row.choice(ui, is_done.then(|| comment(sheet, item)));
            let text = self.visit.draft.as_mut()?.comment_mut(item)?;
            if is_done && !text.is_blank() {
                paper_row::hint(ui, &message(lang, "kiosk-paper-words-right"));
                paper_row::words(ui, (words_id(id), lang), text, &name);
            }
            return deed;
        }
        row.question(ui);
        let hint = if step == PaperStep::Second {
            "kiosk-paper-comment-again"
        } else {
            "kiosk-paper-comment"
        };
        let text = self.paper_draft_mut(step)?.comment_mut(item)?;
        paper_row::words(ui, (id, lang), text, &name);
        paper_row::hint(ui, &message(lang, hint));
        None
    }

    /// Keys of the row that holds the keyboard.
    fn paper_keys(&mut self, ui: &Ui, step: PaperStep) {
        let Some(row) = self.visit.paper.as_ref().map(|paper| paper.row) else {
            return;
        };
        if !ui.is_enabled() {
            return;
        }
        let id = self.paper_row_id(step, row);
        let focused = ui.memory(egui::Memory::focused);
        let is_own = focused == Some(id);
        let is_text = focused == Some(words_id(id)) || (is_own && self.is_words_row(step, row));
        if is_text {
            if !keys::take(ui, Key::Enter) {
                return;
            }
            self.paper_enter(step);
        } else if is_own {
            for key in keys::pressed_in_row(ui) {
                self.paper_press(step, key);
            }
        } else {
            return;
        }
        let now = self.visit.paper.as_ref().map_or(row, |paper| paper.row);
        if self.page == Page::Paper(step) && (now != row || focused != Some(id)) {
            self.focus_row(ui, step, now);
        }
    }

    fn paper_deed(&mut self, ui: &Ui, step: PaperStep, (item, deed): (usize, Deed)) {
        if self.page != Page::Paper(step) {
            return;
        }
        if let Some(paper) = &mut self.visit.paper {
            paper.move_to(item);
        }
        self.focus_row(ui, step, item);
        match deed {
            Deed::Hold => {}
            Deed::Give(value) => self.paper_give(step, item, value),
            Deed::Take(is_second) => self.paper_take(item, is_second),
        }
    }
}

fn comment(entry: &crate::app::kiosk::Draft, item: usize) -> &str {
    entry.comment(item).map_or("", |text| text.as_str().trim())
}
