//! Reports in memory: what is asked for, made of the findings. Writes no file.

use rayon::prelude::*;

use super::Service;
use super::report_files::{Form, Report, TOGETHER, file_name, share};
use super::workspace::COMPANY;
use crate::analysis::Findings;
use crate::app::{ExportRequest, ExportScope, Stage, Watch};
use crate::domain::{Audience, BranchCode, Date, Lang, WaveCode, WaveState};
use crate::error::{Field, Kind, Result};
use crate::export::print::{
    Langs, Sheet, StaffFigure, StaffSays, StaffSheet, StaffSubject, pages, staff_told,
};
use crate::export::{SHEETS, Scope, WorkbookRequest, to_csv, to_sav, write_workbook};
use crate::i18n::message;
use crate::import::released::{About, Figure, Place, Says, Subject};

/// What reports are made of.
struct Made<'a> {
    findings: &'a Findings,
    request: &'a ExportRequest,
    /// Position of the wave.
    wave: usize,
    company: String,
    /// How their names begin.
    base: String,
}

impl Service {
    /// Makes the reports of a request.
    ///
    /// # Errors
    /// When there is no such wave or branch, or it is cancelled.
    pub(super) fn reports(
        &self,
        findings: &Findings,
        request: &ExportRequest,
        watch: &mut Watch,
    ) -> Result<Vec<Report>> {
        // Answers to questions that nobody knows make no report.
        if findings.dimensions.is_empty() {
            return Err(Kind::NoData.into());
        }
        let wave = wave_position(findings, &request.wave)?;
        let company = self.workspace()?.setting(COMPANY)?.unwrap_or_default();
        // A long name leaves room for that of a branch.
        let base = format!("{company}, {}", findings.waves[wave].wave.name);
        let base = base.chars().take(80).collect();
        let made = Made {
            findings,
            request,
            wave,
            company,
            base,
        };
        watch.step(Stage::Writing, None)?;
        let one = |form: Form, bytes: Vec<u8>| vec![Report::of_company(&made.base, form, bytes)];
        let lang = request.lang;
        Ok(match &request.scope {
            ExportScope::Csv => one(Form::Csv, to_csv(findings, lang, None).into_bytes()),
            ExportScope::Sav => {
                let day = self.surroundings.today();
                one(Form::Sav, to_sav(findings, (lang, day), None)?)
            }
            ExportScope::Full => {
                let mut make = self.workbook_request(&made, Scope::Full)?;
                make.comments = self.book_comments(&request.wave)?;
                make.actions = self.book_actions()?;
                one(Form::Workbook, book(findings, &make, watch)?)
            }
            ExportScope::Short => {
                let mut make = self.workbook_request(&made, Scope::Short)?;
                make.actions = self.book_actions()?;
                one(Form::Workbook, book(findings, &make, watch)?)
            }
            ExportScope::Branches(codes) => self.cuts(&made, codes, watch)?,
            ExportScope::Staff => vec![self.staff(&made)?],
        })
    }

    /// A workbook per branch, several at once.
    fn cuts(
        &self,
        made: &Made<'_>,
        codes: &[BranchCode],
        watch: &mut Watch,
    ) -> Result<Vec<Report>> {
        let comments = self.book_comments(&made.request.wave)?;
        let actions = self.book_actions()?;
        let mut wanted = Vec::new();
        for code in codes {
            let branch = branch_position(made.findings, code)?;
            let mut make = self.workbook_request(made, Scope::Branch(branch))?;
            make.comments.clone_from(&comments);
            make.actions.clone_from(&actions);
            wanted.push((branch, make));
        }
        let mut reports = Vec::new();
        for some in wanted.chunks(TOGETHER) {
            watch.step(Stage::Writing, share(reports.len(), wanted.len()))?;
            let books: Vec<Result<Vec<u8>>> = some
                .par_iter()
                .map(|(_, make)| write_workbook(made.findings, make, &mut |_| Ok(())))
                .collect();
            for ((branch, _), bytes) in some.iter().zip(books) {
                let found = &made.findings.branches[*branch];
                let name = format!("{}, {} {}", made.base, found.code.as_str(), found.name);
                reports.push(Report {
                    name: file_name(&name, Form::Workbook),
                    form: Form::Workbook,
                    bytes: bytes?,
                    branch: found.code.as_str().to_owned(),
                    told: Vec::new(),
                });
            }
        }
        Ok(reports)
    }

    /// The two pages for the staff. What they say is taken from where they are drawn, because a
    /// document of drawn letters cannot be read back.
    fn staff(&self, made: &Made<'_>) -> Result<Report> {
        let sheet = StaffSheet {
            company: made.company.clone(),
            findings: made.findings,
            wave: made.wave,
            actions: self.book_actions()?,
            next: self.next_survey()?,
            made_on: self.surroundings.today(),
        };
        let lang = made.request.lang;
        let bytes = pages(Sheet::Staff(&sheet), Langs::One(lang))?.to_pdf()?;
        let title = message(lang, "staff-title");
        let mut report = Report::of_company(&format!("{}, {title}", made.base), Form::Pdf, bytes);
        let told = staff_told(&sheet, lang).figures;
        let figures = told.iter().map(|(printed, it)| figure(made, printed, it));
        report.told = figures.collect();
        Ok(report)
    }

    /// First day of the next survey that is not closed.
    fn next_survey(&self) -> Result<Option<Date>> {
        let waves = self.workspace()?.waves()?;
        let coming = waves.iter().map(|(wave, _)| wave);
        let coming = coming.filter(|wave| wave.state != WaveState::Closed);
        Ok(coming.filter_map(|wave| wave.opens).min())
    }

    fn workbook_request(&self, made: &Made<'_>, scope: Scope) -> Result<WorkbookRequest> {
        let wanted = &made.request.sheets;
        let is_wanted = |key: &str| wanted.is_empty() || wanted.iter().any(|it| it == key);
        let sheets = SHEETS
            .iter()
            .filter(|sheet| is_wanted(sheet.title_key))
            .map(|sheet| sheet.id);
        Ok(WorkbookRequest {
            lang: made.request.lang,
            wave: made.wave,
            scope,
            sheets: sheets.collect(),
            company: made.company.clone(),
            made_on: self.surroundings.today(),
            questionnaires: Vec::new(),
            comments: None,
            actions: None,
            compare: made.request.compare.clone(),
            outside: self.workspace()?.benchmarks()?,
        })
    }
}

fn book(findings: &Findings, make: &WorkbookRequest, watch: &mut Watch) -> Result<Vec<u8>> {
    let mut tell = |share| watch.step(Stage::Writing, Some(share));
    write_workbook(findings, make, &mut tell)
}

/// A printed figure as the ledger keeps it, no finer than it is printed.
fn figure(made: &Made<'_>, printed: &str, it: &StaffFigure) -> Figure {
    let StaffFigure { subject, says } = *it;
    let findings = made.findings;
    let subject = match subject {
        StaffSubject::Sheets => Subject::Sheets,
        StaffSubject::Dimension(at) => {
            Subject::Dimension(findings.dimensions[at].id.as_str().into())
        }
        StaffSubject::Item(at) => Subject::Item(findings.items[at].id.as_str().into()),
        StaffSubject::Enps => Subject::Enps,
    };
    let band = |from: u8, to: u8, value: f64| Says::Share {
        from,
        to,
        low: (value - 0.005).max(0.0),
        high: (value + 0.005).min(1.0),
    };
    let says = match says {
        StaffSays::Count(n) => Says::Count { low: n, high: n },
        StaffSays::Rate(value) => Says::Rate { value, step: 0.01 },
        StaffSays::Mean(value) => Says::Mean { value, step: 0.1 },
        StaffSays::Agree(value) => band(4, 5, value),
        StaffSays::Disagree(value) => band(1, 2, value),
        StaffSays::Net(value) => Says::Net { value, step: 1.0 },
    };
    Figure {
        about: About {
            wave: made.request.wave.as_str().into(),
            subject,
            place: Place::Company,
            audience: Audience::All,
        },
        says,
        cell: printed.to_owned(),
    }
}

/// Branches with a row of their own in a wave: those that can have a cut.
pub(super) fn own_branches(findings: &Findings, wave: &WaveCode) -> Result<Vec<BranchCode>> {
    let found = &findings.waves[wave_position(findings, wave)?];
    let rows = found
        .audience(Audience::All)
        .map_or(&[][..], |all| &all.branches);
    let shown = findings.branches.iter().zip(rows);
    let shown = shown.filter(|(_, row)| row.sheets.value().is_some());
    Ok(shown.map(|(branch, _)| branch.code.clone()).collect())
}

pub(super) fn wave_position(findings: &Findings, code: &WaveCode) -> Result<usize> {
    let wave = findings.waves.iter().position(|it| it.wave.code == *code);
    wave.ok_or_else(|| missing(Field::Wave, code.as_str()))
}

fn branch_position(findings: &Findings, code: &BranchCode) -> Result<usize> {
    let position = findings.branches.iter().position(|it| it.code == *code);
    position.ok_or_else(|| missing(Field::Branch, code.as_str()))
}

fn missing(field: Field, name: &str) -> crate::error::Error {
    let name = name.to_owned();
    Kind::NotFound { field, name }.into()
}

/// The sheets of a workbook: key, as used in requests, and name on the tab.
#[must_use]
pub fn report_sheets(lang: Lang) -> Vec<(&'static str, String)> {
    SHEETS
        .iter()
        .map(|sheet| (sheet.title_key, message(lang, sheet.title_key)))
        .collect()
}
