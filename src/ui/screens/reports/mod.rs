//! The reports screen: what to write and for whom, what will be hidden in it and why, and what was
//! written before. Writes nothing itself; asks the worker.

mod form;
mod hidden;
mod kind;
mod ledger;

use egui::Ui;

use super::Screen;
use super::common::{Gate, Words, wave_names};
use crate::analysis::{Findings, WaveFindings};
use crate::app::{Command, ExportRequest, ExportScope};
use crate::domain::{Audience, Lang};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::measures;
use crate::ui::widgets::{Button, SentenceCard, Side, is_narrow, page_head, two_columns};
use form::Form;
use hidden::HiddenList;
use kind::Kind;
use ledger::{Ledger, Written};

const KEYS: &[&str] = &[
    "reports-title",
    "reports-subtitle",
    "reports-busy",
    "reports-nobody",
    "reports-no-sheets",
    "reports-choose-folder",
];

/// Width of the form; the rest is what follows from it.
const FORM: f32 = 284.0;

/// The reports screen.
#[derive(Default)]
pub(super) struct Reports {
    gate: Gate,
    words: Words,
    form: Form,
    hidden: HiddenList,
    written: Written,
    ledger: Ledger,
    headline: String,
    detail: String,
    is_proven: bool,
    deed: String,
    files: usize,
}

impl Screen for Reports {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        self.gate = Gate::new(cx);
        self.words = Words::new(lang, KEYS);
        self.ledger = Ledger::new(cx);
        self.written = Written::new(cx);
        let Some((findings, wave)) = cx.chosen() else {
            return;
        };
        self.form.prepare(cx, findings, wave, wave_names(findings));
        self.hidden = HiddenList::new(lang, findings, wave);
        let proof = phrases::proof(lang, findings);
        self.is_proven = proof.is_some();
        let hidden = detail(lang, wave);
        (self.headline, self.detail) = match proof {
            Some((headline, looked)) => {
                let causes = causes(cx, findings);
                (headline, format!("{looked} {causes}{hidden}"))
            }
            None => {
                let unproven = message(lang, "reports-not-proven");
                (
                    headline(lang, findings, wave),
                    format!("{unproven} {hidden}"),
                )
            }
        };
        self.name_deed(lang);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 6.0;
        page_head(
            ui,
            self.words.get("reports-title"),
            self.words.get("reports-subtitle"),
            |_| {},
        );
        ui.spacing_mut().item_spacing.y = measures::GAP_M;
        if !self.gate.passes(ui, actions) {
            return;
        }
        let height = if is_narrow(ui) {
            0.0
        } else {
            ui.available_height()
        };
        let mut is_changed = false;
        // The form is at the left; the wide column of the layout is what follows from it.
        let mirrored = ui.available_width() - FORM - measures::GAP_M;
        two_columns(ui, mirrored, measures::GAP_M, |ui, side| match side {
            Side::Left => is_changed = self.form.show(ui, cx, height, actions),
            Side::Right => {
                ui.spacing_mut().item_spacing.y = measures::GAP_M;
                // The head of a card remembers how wide its button was; a new label is measured anew.
                ui.push_id(("promise", self.files), |ui| {
                    self.promise_ui(ui, cx, actions);
                });
                self.written.show(ui, actions);
                self.hidden.show(ui);
                self.ledger.show(ui);
            }
        });
        if is_changed {
            self.name_deed(cx.lang);
        }
    }
}

impl Reports {
    fn name_deed(&mut self, lang: Lang) {
        let files = match self.form.kind {
            Kind::Full | Kind::Short | Kind::Staff | Kind::Csv | Kind::Sav => 1,
            Kind::Branches => self.form.chosen_count(),
        };
        self.files = files;
        self.deed = tr!(lang, "reports-export", n = files);
    }

    fn promise_ui(&self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let card = if self.is_proven {
            SentenceCard::proof(&self.headline).line(&self.detail)
        } else {
            SentenceCard::finding(&self.headline)
                .line(&self.detail)
                .icon(Icon::EyeOff)
        };
        let has_folder = !cx.report_folder.as_os_str().is_empty();
        let reason = self.reason(cx);
        let deed = if has_folder {
            self.deed.as_str()
        } else {
            self.words.get("reports-choose-folder")
        };
        card.show(ui, |ui| {
            let button = Button::primary(deed).icon(Icon::FileDown).large();
            if !ui.add(button.disabled_because(reason)).clicked() {
                return;
            }
            match self.request(cx) {
                Some(request) if has_folder => actions.run(Command::Export(request)),
                Some(_) => actions.push(Action::Pick(Pick::ReportFolder)),
                None => {}
            }
        });
    }

    /// Why nothing can be written now.
    fn reason(&self, cx: &Cx<'_>) -> Option<&str> {
        if cx.is_busy {
            return Some(self.words.get("reports-busy"));
        }
        match self.form.kind {
            Kind::Branches if self.form.chosen_count() == 0 => {
                Some(self.words.get("reports-nobody"))
            }
            Kind::Full | Kind::Branches if !self.form.has_sheets() => {
                Some(self.words.get("reports-no-sheets"))
            }
            Kind::Full | Kind::Branches | Kind::Short | Kind::Staff | Kind::Csv | Kind::Sav => None,
        }
    }

    fn request(&self, cx: &Cx<'_>) -> Option<ExportRequest> {
        let (findings, wave) = cx.chosen()?;
        let scope = match self.form.kind {
            Kind::Full => ExportScope::Full,
            Kind::Csv => ExportScope::Csv,
            Kind::Sav => ExportScope::Sav,
            Kind::Short => ExportScope::Short,
            Kind::Staff => ExportScope::Staff,
            Kind::Branches => {
                let chosen = self
                    .form
                    .chosen()
                    .filter_map(|branch| findings.branches.get(branch));
                ExportScope::Branches(chosen.map(|branch| branch.code.clone()).collect())
            }
        };
        Some(ExportRequest {
            wave: wave.wave.code.clone(),
            scope,
            lang: self.form.lang,
            sheets: self.form.sheet_ids(),
            compare: self.form.compare(),
            folder: cx.report_folder.to_path_buf(),
        })
    }
}

fn headline(lang: Lang, findings: &Findings, wave: &WaveFindings) -> String {
    let strictest = findings.min_group.max(wave.wave.min_group);
    tr!(lang, "reports-promise", k = i64::from(strictest.get()))
}

/// The earlier reports beside which something had to be taken back, each with its day.
fn causes(cx: &Cx<'_>, findings: &Findings) -> String {
    let causes = findings.proof.as_ref().map_or(&[][..], |it| &it.causes);
    let releases = cx.overview.map_or(&[][..], |it| it.releases.as_slice());
    let named = causes.iter().filter_map(|number| {
        let release = releases.iter().find(|it| it.number == *number)?;
        let day = number::day(cx.lang, release.day);
        Some(tr!(
            cx.lang,
            "reports-cause-one",
            file = release.file.as_str(),
            day = day
        ))
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() {
        return String::new();
    }
    let list = named.join(", ");
    let mut sentence = tr!(cx.lang, "reports-cause", n = named.len(), list = list);
    sentence.push(' ');
    sentence
}

/// How many rows are withheld; the reasons stand in the list below.
fn detail(lang: Lang, wave: &WaveFindings) -> String {
    let Some(found) = wave.audience(Audience::All) else {
        return String::new();
    };
    let hidden = found
        .branches
        .iter()
        .filter(|row| row.sheets.reason().is_some())
        .count();
    let shown = found.branches.len() - hidden;
    let group = phrases::audience(lang, Audience::All);
    tr!(
        lang,
        "reports-promise-detail",
        shown = shown,
        hidden = hidden,
        group = group
    )
}
