//! Findings, and the reports written from them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Service;
use super::overview::questionnaire_of;
use super::proven::check_told;
use super::report_files::{Form, Place, Report, file_name, remove, share, told_by, write_all};
use super::workspace::COMPANY;
use crate::analysis::Findings;
use crate::app::dataset::{WaveInput, build_dataset};
use crate::app::{ExportRequest, ExportScope, Reply, Stage, Watch, files};
use crate::domain::{BranchCode, Dataset, MinGroup, WaveCode, WaveState};
use crate::error::{Field, Kind, Result};
use crate::export::{SHEETS, Scope, WorkbookRequest, to_csv, to_sav, write_workbook};
use crate::i18n::message;
use crate::store::{Release, Workspace};

/// The seed of every draw: fixed and printed, so that the same data give the same report.
pub const DEFAULT_SEED: u64 = 20_261;

impl Service {
    /// Everything that may be analysed: closed waves only, under the strictest of their thresholds.
    pub(super) fn dataset(&self, watch: &mut Watch) -> Result<(Dataset, MinGroup)> {
        watch.step(Stage::Reading, None)?;
        let workspace = self.workspace()?;
        let mut waves = Vec::new();
        for (wave, source) in workspace.waves()? {
            if wave.state == WaveState::Closed {
                let answers = workspace.answers(&wave.code)?;
                let questionnaire = Arc::new(questionnaire_of(&source)?);
                waves.push(WaveInput {
                    wave,
                    questionnaire,
                    answers,
                });
            }
        }
        let strictest = waves.iter().map(|input| input.wave.min_group.get()).max();
        let min_group = MinGroup::new(strictest.unwrap_or(MinGroup::default().get()))?;
        let scores = workspace.staff_scores()?;
        let is_closed = |score: &crate::store::StoredScore| {
            waves.iter().any(|input| input.wave.code == score.wave)
        };
        let scores = scores.into_iter().filter(is_closed).collect();
        let outcomes = workspace.outcomes()?;
        Ok((
            build_dataset(workspace.branches()?, waves, scores, outcomes)?,
            min_group,
        ))
    }

    /// Writes reports: all of them, or none where it is cancelled or fails.
    pub(super) fn export(&mut self, request: ExportRequest, watch: &mut Watch) -> Result<Reply> {
        let findings = self.findings(watch)?;
        let reports = self.reports(&findings, &request, watch)?;
        let place = Place::Folder(&request.folder);
        let (written, _) = self.put_out((&findings, &request), (&reports, place), watch)?;
        self.settings.export_folder = Some(request.folder);
        // A folder that is not remembered is no reason to call the export failed.
        drop(self.settings.save(self.surroundings.settings_file()));
        Ok(Reply::Exported {
            overview: Arc::new(self.overview()?),
            files: written,
        })
    }

    /// Writes one report to a file of this name; for the command line. Gives how long the proof took,
    /// where there is one.
    ///
    /// # Errors
    /// When there is no such closed wave or branch, the file cannot be written, or the proof fails.
    pub fn report_to(
        &mut self,
        (wave, scope): (WaveCode, ExportScope),
        path: &Path,
    ) -> Result<Option<Duration>> {
        let mut watch = Watch::silent();
        let (findings, took) = self.timed_findings(&mut watch)?;
        let lang = self.settings.lang.unwrap_or_default();
        let folder = PathBuf::new();
        let request = ExportRequest {
            wave,
            scope,
            lang,
            sheets: Vec::new(),
            folder,
        };
        let reports = self.reports(&findings, &request, &mut watch)?;
        let place = Place::File(path);
        let (_, checking) = self.put_out((&findings, &request), (&reports, place), &mut watch)?;
        Ok(findings.proof.is_some().then_some(took + checking))
    }

    /// Checks finished reports against what was proven, writes them and enters them in the ledger.
    /// Gives where they are, and how long the checks took.
    fn put_out(
        &mut self,
        (findings, request): (&Findings, &ExportRequest),
        (reports, place): (&[Report], Place<'_>),
        watch: &mut Watch,
    ) -> Result<(Vec<PathBuf>, Duration)> {
        let start = Instant::now();
        let (dataset, min_group) = self.dataset(watch)?;
        let told = told_by(&dataset, reports, watch)?;
        check_told((findings, &dataset), &told)?;
        let told = told.to_bytes();
        let proof = self.standing_proof(findings, (&dataset, min_group))?;
        let mut took = start.elapsed();
        let written = write_all(reports, place, watch)?;
        let releases: Vec<Release> = reports
            .iter()
            .zip(&written)
            .map(|(report, path)| Release {
                file: files::name_of(path),
                ..self.release(request, report)
            })
            .collect();
        let entered = self.workspace_mut()?.change("release", |tx| {
            super::comments::note_exported(tx, request)?;
            Workspace::add_told(tx, &told)?;
            releases
                .iter()
                .try_for_each(|release| Workspace::add_release(tx, release))
        });
        // A report that the ledger does not know must not be about.
        entered.inspect_err(|_| remove(&written))?;
        let start = Instant::now();
        if let Some(proof) = proof {
            self.keep_proof(proof, (&dataset, min_group))?;
        }
        took += start.elapsed();
        Ok((written, took))
    }

    fn reports(
        &self,
        findings: &Findings,
        request: &ExportRequest,
        watch: &mut Watch,
    ) -> Result<Vec<Report>> {
        // Answers to questions that nobody knows make no report.
        if findings.dimensions.is_empty() {
            return Err(Kind::NoData.into());
        }
        let wave = findings
            .waves
            .iter()
            .position(|found| found.wave.code == request.wave);
        let wave = wave.ok_or_else(|| Kind::NotFound {
            field: Field::Wave,
            name: request.wave.as_str().to_owned(),
        })?;
        let company = self.workspace()?.setting(COMPANY)?.unwrap_or_default();
        let base = format!("{company}, {}", findings.waves[wave].wave.name);
        match &request.scope {
            ExportScope::Csv => {
                watch.step(Stage::Writing, None)?;
                let bytes = to_csv(findings, request.lang, None).into_bytes();
                Ok(vec![Report::of_company(&base, Form::Csv, bytes)])
            }
            ExportScope::Sav => {
                watch.step(Stage::Writing, None)?;
                let day = self.surroundings.today();
                let bytes = to_sav(findings, (request.lang, day), None)?;
                Ok(vec![Report::of_company(&base, Form::Sav, bytes)])
            }
            ExportScope::Full => {
                let mut make = self.workbook_request(request, wave, Scope::Full, &company);
                make.comments = self.book_comments(&request.wave)?;
                make.actions = self.book_actions()?;
                let mut tell = |share| watch.step(Stage::Writing, Some(share));
                let bytes = write_workbook(findings, &make, &mut tell)?;
                Ok(vec![Report::of_company(&base, Form::Workbook, bytes)])
            }
            ExportScope::Branches(codes) => {
                let mut reports = Vec::new();
                let comments = self.book_comments(&request.wave)?;
                let actions = self.book_actions()?;
                for (done, code) in codes.iter().enumerate() {
                    watch.step(Stage::Writing, share(done, codes.len()))?;
                    let branch = branch_position(findings, code)?;
                    let mut make =
                        self.workbook_request(request, wave, Scope::Branch(branch), &company);
                    make.comments.clone_from(&comments);
                    make.actions.clone_from(&actions);
                    let bytes = write_workbook(findings, &make, &mut |_| Ok(()))?;
                    let found = &findings.branches[branch];
                    let name = format!("{base}, {} {}", found.code.as_str(), found.name);
                    let branch = found.code.as_str().to_owned();
                    reports.push(Report {
                        name: file_name(&name, Form::Workbook),
                        form: Form::Workbook,
                        bytes,
                        branch,
                    });
                }
                Ok(reports)
            }
        }
    }

    fn workbook_request(
        &self,
        request: &ExportRequest,
        wave: usize,
        scope: Scope,
        company: &str,
    ) -> WorkbookRequest {
        let is_wanted = |key: &str| {
            request.sheets.is_empty() || request.sheets.iter().any(|wanted| wanted == key)
        };
        let sheets = SHEETS
            .iter()
            .filter(|sheet| is_wanted(sheet.title_key))
            .map(|sheet| sheet.id);
        WorkbookRequest {
            lang: request.lang,
            wave,
            scope,
            sheets: sheets.collect(),
            company: company.to_owned(),
            made_on: self.surroundings.today(),
            questionnaires: Vec::new(),
            comments: None,
            actions: None,
        }
    }

    fn release(&self, request: &ExportRequest, report: &Report) -> Release {
        let scope = match request.scope {
            ExportScope::Full => "full",
            ExportScope::Branches(_) => "branch",
            ExportScope::Csv => "csv",
            ExportScope::Sav => "sav",
        };
        Release {
            number: 0,
            day: self.surroundings.today(),
            wave: request.wave.as_str().to_owned(),
            scope: scope.to_owned(),
            branch: report.branch.clone(),
            lang: request.lang.code().to_owned(),
            file: report.name.clone(),
            fingerprint: blake3::hash(&report.bytes).to_hex().to_string(),
        }
    }
}

/// The sheets of a workbook: key, as used in requests, and name on the tab.
#[must_use]
pub fn report_sheets(lang: crate::domain::Lang) -> Vec<(&'static str, String)> {
    SHEETS
        .iter()
        .map(|sheet| (sheet.title_key, message(lang, sheet.title_key)))
        .collect()
}

fn branch_position(findings: &Findings, code: &BranchCode) -> Result<usize> {
    let position = findings
        .branches
        .iter()
        .position(|branch| branch.code == *code);
    position.ok_or_else(|| {
        Kind::NotFound {
            field: Field::Branch,
            name: code.as_str().to_owned(),
        }
        .into()
    })
}
