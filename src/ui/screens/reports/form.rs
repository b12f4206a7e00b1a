//! What to write: report, wave, language, branches, sheets, folder.

use std::collections::BTreeSet;

use egui::{ScrollArea, Ui, vec2};

use super::super::against::Against;
use super::super::common::padded;
use super::kind::{KINDS, Kind};
use crate::analysis::{Findings, WaveFindings, Yardstick};
use crate::app::report_sheets;
use crate::domain::{Audience, Lang};
use crate::i18n::message;
use crate::phrases;
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, Dropdown, Kit as _, OptionCard, checkbox};

/// Rows of the list of branches that are seen at once.
const SEEN: f32 = 7.0;
const ROW: f32 = 26.0;

#[derive(Debug)]
struct Sheet {
    id: &'static str,
    title: String,
    is_on: bool,
}

#[derive(Debug)]
struct Recipient {
    branch: usize,
    title: String,
    is_on: bool,
}

/// The form.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// Which report.
    pub(super) kind: Kind,
    /// Language of the report.
    pub(super) lang: Lang,
    has_lang: bool,
    against: Against,
    kinds: Vec<(String, String)>,
    waves: Vec<String>,
    langs: Vec<String>,
    heads: Vec<String>,
    sheets: Vec<Sheet>,
    sheet_count: String,
    recipients: Vec<Recipient>,
    left_out: BTreeSet<String>,
    recipient_count: String,
    withheld: String,
    is_list_open: bool,
    are_sheets_open: bool,
    folder: String,
}

impl Form {
    /// Prepares the form for a wave.
    pub(super) fn prepare(
        &mut self,
        cx: &Cx<'_>,
        findings: &Findings,
        wave: &WaveFindings,
        waves: Vec<String>,
    ) {
        let lang = cx.lang;
        if !self.has_lang {
            self.lang = lang;
            self.has_lang = true;
        }
        self.waves = waves;
        self.against.prepare(cx, findings);
        self.kinds = KINDS
            .iter()
            .map(|(_, a, b)| (message(lang, a), message(lang, b)))
            .collect();
        self.langs = Lang::ALL
            .iter()
            .map(|it| {
                message(
                    lang,
                    match it {
                        Lang::Ru => "language-ru",
                        Lang::En => "language-en",
                    },
                )
            })
            .collect();
        let heads = [
            "reports-what",
            "wave",
            "reports-language",
            "reports-for-whom",
            "reports-sheets",
            "reports-folder",
            "reports-folder-choose",
            "reports-everybody",
            "reports-nobody-deed",
            "reports-show-list",
            "reports-hide-list",
            "reports-show-sheets",
            "reports-against",
        ];
        self.heads = heads.iter().map(|key| message(lang, key)).collect();
        let off: BTreeSet<&str> = self
            .sheets
            .iter()
            .filter(|sheet| !sheet.is_on)
            .map(|sheet| sheet.id)
            .collect();
        let sheets = report_sheets(lang).into_iter();
        self.sheets = sheets
            .map(|(id, title)| Sheet {
                id,
                title,
                is_on: !off.contains(id),
            })
            .collect();
        self.recipients = recipients(findings, wave, &self.left_out);
        let withheld = findings.branches.len() - self.recipients.len();
        self.withheld = tr!(lang, "reports-withheld", n = withheld);
        if withheld == 0 {
            self.withheld.clear();
        }
        self.folder = cx.report_folder.display().to_string();
        self.count(lang);
    }

    fn count(&mut self, lang: Lang) {
        let on = self.sheets.iter().filter(|sheet| sheet.is_on).count();
        self.sheet_count = tr!(lang, "reports-of", n = on, all = self.sheets.len());
        let chosen = self.chosen_count();
        self.recipient_count = tr!(lang, "reports-of", n = chosen, all = self.recipients.len());
    }

    /// Branches that get a report of their own.
    pub(super) fn chosen(&self) -> impl Iterator<Item = usize> {
        self.recipients
            .iter()
            .filter(|it| it.is_on)
            .map(|it| it.branch)
    }

    /// How many of them.
    pub(super) fn chosen_count(&self) -> usize {
        self.chosen().count()
    }

    /// Is any sheet wanted?
    pub(super) fn has_sheets(&self) -> bool {
        self.sheets.is_empty() || self.sheets.iter().any(|sheet| sheet.is_on)
    }

    /// Ids of the wanted sheets; empty for all, and for a report without sheets.
    pub(super) fn sheet_ids(&self) -> Vec<String> {
        if !self.kind.has_sheets() || self.sheets.iter().all(|sheet| sheet.is_on) {
            return Vec::new();
        }
        let on = self.sheets.iter().filter(|sheet| sheet.is_on);
        on.map(|sheet| sheet.id.to_owned()).collect()
    }

    /// What the means of the report are compared with.
    pub(super) fn compare(&self) -> Yardstick {
        self.against.chosen(self.kind == Kind::Branches)
    }

    fn head(&self, at: usize) -> &str {
        self.heads.get(at).map_or("", String::as_str)
    }

    /// Draws the form; true when something was changed.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        height: f32,
        actions: &mut Actions,
    ) -> bool {
        let card = Card::flush().min_height(height).show(ui, |ui| {
            padded(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                let mut is_changed = self.kind_ui(ui);
                self.wave_ui(ui, cx, actions);
                if self.kind.compares() && self.against.is_offered() {
                    ui.text_weak(Type::Small, self.head(12));
                    let room = (ui.available_width(), self.kind == Kind::Branches);
                    is_changed |= self.against.show(ui, room);
                }
                if self.kind == Kind::Branches {
                    is_changed |= self.recipients_ui(ui);
                }
                if self.kind.has_sheets() {
                    is_changed |= self.sheets_ui(ui);
                }
                self.folder_ui(ui, actions);
                is_changed
            })
        });
        if card.inner {
            self.count(cx.lang);
        }
        card.inner
    }

    fn kind_ui(&mut self, ui: &mut Ui) -> bool {
        let before = self.kind;
        ui.text(Type::Heading, self.head(0));
        for ((kind, _, _), (title, line)) in KINDS.iter().zip(&self.kinds) {
            let is_chosen = self.kind == *kind;
            let card = OptionCard::new(title, is_chosen);
            // Six lines at once would leave no room for what follows.
            let card = if is_chosen { card.line(line) } else { card };
            if card.show(ui).clicked() {
                self.kind = *kind;
            }
        }
        self.kind != before
    }

    fn wave_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        ui.add_space(measures::GAP_XS);
        let room = ui.available_width() - measures::GAP_S;
        let (wide, slim) = (room * 0.55, room * 0.45);
        let mut lang = None;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(wide);
                ui.text_weak(Type::Small, self.head(1));
                let choice = Dropdown::new("wave", self.head(1), &self.waves, Some(cx.wave));
                if let Some(wave) = choice.width(wide).show(ui) {
                    actions.push(Action::SelectWave(wave));
                }
            });
            ui.vertical(|ui| {
                ui.set_width(slim);
                ui.text_weak(Type::Small, self.head(2));
                let now = Lang::ALL.iter().position(|known| *known == self.lang);
                let choice = Dropdown::new("lang", self.head(2), &self.langs, now);
                lang = choice.width(slim).show(ui);
            });
        });
        if let Some(lang) = lang.and_then(|at| Lang::ALL.get(at)) {
            self.lang = *lang;
        }
    }

    fn recipients_ui(&mut self, ui: &mut Ui) -> bool {
        let mut is_changed = false;
        counted_head(ui, self.head(3), &self.recipient_count);
        let (word, icon) = if self.is_list_open {
            (self.head(10), Icon::ChevronUp)
        } else {
            (self.head(9), Icon::ChevronDown)
        };
        let button = Button::secondary(word)
            .icon(Icon::Store)
            .icon_after(icon)
            .full_width();
        if ui.add(button).clicked() {
            self.is_list_open = !self.is_list_open;
        }
        if self.is_list_open {
            is_changed |= self.list_ui(ui);
        }
        if !self.withheld.is_empty() {
            ui.text_weak(Type::Small, &self.withheld);
        }
        is_changed
    }

    fn list_ui(&mut self, ui: &mut Ui) -> bool {
        let mut all = None;
        ui.horizontal(|ui| {
            if ui.add(Button::quiet(self.head(7)).small()).clicked() {
                all = Some(true);
            }
            if ui.add(Button::quiet(self.head(8)).small()).clicked() {
                all = Some(false);
            }
        });
        let mut is_changed = all.is_some();
        let count = self.recipients.len();
        let area = ScrollArea::vertical()
            .id_salt("recipients")
            .max_height(SEEN * ROW);
        area.auto_shrink([false, true])
            .show_rows(ui, ROW - 6.0, count, |ui, seen| {
                for line in self.recipients.get_mut(seen).unwrap_or_default() {
                    is_changed |= checkbox(ui, &mut line.is_on, &line.title, None).changed();
                }
            });
        if let Some(is_on) = all {
            self.recipients
                .iter_mut()
                .for_each(|line| line.is_on = is_on);
        }
        if is_changed {
            let off = self.recipients.iter().filter(|line| !line.is_on);
            self.left_out = off.map(|line| line.title.clone()).collect();
        }
        is_changed
    }

    fn sheets_ui(&mut self, ui: &mut Ui) -> bool {
        if self.sheets.is_empty() {
            return false;
        }
        let mut is_changed = false;
        let title = self.head(4).to_owned();
        counted_head(ui, &title, &self.sheet_count);
        let (word, icon) = if self.are_sheets_open {
            (self.head(10), Icon::ChevronUp)
        } else {
            (self.head(11), Icon::ChevronDown)
        };
        let button = Button::secondary(word)
            .icon(Icon::FileSpreadsheet)
            .icon_after(icon)
            .full_width();
        if ui.add(button).clicked() {
            self.are_sheets_open = !self.are_sheets_open;
        }
        if !self.are_sheets_open {
            return false;
        }
        let area = ScrollArea::vertical()
            .id_salt("sheets")
            .max_height(SEEN * ROW);
        area.auto_shrink([false, true]).show(ui, |ui| {
            for sheet in &mut self.sheets {
                is_changed |= checkbox(ui, &mut sheet.is_on, &sheet.title, None).changed();
            }
        });
        is_changed
    }

    fn folder_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        ui.add_space(measures::GAP_XS);
        ui.text(Type::Heading, self.head(5));
        if !self.folder.is_empty() {
            ui.text_weak(Type::Small, &self.folder);
        }
        if ui
            .add(Button::secondary(self.head(6)).full_width())
            .clicked()
        {
            actions.push(Action::Pick(Pick::ReportFolder));
        }
    }
}

fn counted_head(ui: &mut Ui, title: &str, count: &str) {
    ui.add_space(measures::GAP_XS);
    // The head remembers how wide the count was; a new one is measured anew.
    ui.push_id((title, count), |ui| {
        crate::ui::widgets::CardHead::new(title).show(ui, |ui| {
            ui.text_weak(Type::Small, count);
        });
    });
}

/// Only branches with a row of their own can get a report of their own.
fn recipients(
    findings: &Findings,
    wave: &WaveFindings,
    left_out: &BTreeSet<String>,
) -> Vec<Recipient> {
    let Some(found) = wave.audience(Audience::All) else {
        return Vec::new();
    };
    let shown = found
        .branches
        .iter()
        .enumerate()
        .filter(|(_, row)| row.sheets.value().is_some());
    let lines = shown.map(|(branch, _)| {
        let title = phrases::branch_title(findings, branch);
        Recipient {
            branch,
            is_on: !left_out.contains(&title),
            title,
        }
    });
    lines.collect()
}
