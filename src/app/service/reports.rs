//! Findings, and the reports written from them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Service;
use super::overview::questionnaire_of;
use super::proven::check_told;
use super::workspace::COMPANY;
use crate::analysis::Findings;
use crate::app::audit::{Told, count_answers, released_names};
use crate::app::dataset::{WaveInput, build_dataset};
use crate::app::proof::{known, own_limits};
use crate::app::{ExportRequest, ExportScope, Reply, Stage, Watch, files};
use crate::domain::{BranchCode, Dataset, MinGroup, WaveCode, WaveState};
use crate::error::{Field, Kind, Result};
use crate::export::{SHEETS, Scope, WorkbookRequest, to_csv, write_workbook};
use crate::i18n::message;
use crate::import::released::{read_csv, read_workbook};
use crate::store::{Release, Workspace};

/// The seed of every draw: fixed and printed, so that the same data give the same report.
pub const DEFAULT_SEED: u64 = 20_261;

/// A report ready to be written.
struct Report {
    name: String,
    bytes: Vec<u8>,
    branch: String,
}

/// Where a report is to be written.
type PlaceOf<'a> = dyn Fn(&Report) -> PathBuf + 'a;

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

    /// Writes reports. Everything is made before the first file appears, so that cancelling leaves
    /// nothing half-done.
    pub(super) fn export(&mut self, request: ExportRequest, watch: &mut Watch) -> Result<Reply> {
        let findings = self.findings(watch)?;
        let reports = self.reports(&findings, &request, watch)?;
        let place =
            |report: &Report| files::free_path(&request.folder.join(&report.name), &report.bytes);
        let (written, _) = self.put_out((&findings, &request), (reports, &place), watch)?;
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
        let place = |_: &Report| path.to_path_buf();
        let (_, checking) = self.put_out((&findings, &request), (reports, &place), &mut watch)?;
        Ok(findings.proof.is_some().then_some(took + checking))
    }

    /// Checks finished reports against what was proven, writes them and enters them in the ledger.
    /// Gives where they are, and how long the checks took.
    fn put_out(
        &mut self,
        (findings, request): (&Findings, &ExportRequest),
        (reports, place): (Vec<Report>, &PlaceOf<'_>),
        watch: &mut Watch,
    ) -> Result<(Vec<PathBuf>, Duration)> {
        if findings.proof.is_none() {
            return Err(Kind::ReportUnproven.into());
        }
        let start = Instant::now();
        let (dataset, min_group) = self.dataset(watch)?;
        let told = told_by(&dataset, &reports)?;
        check_told((findings, &dataset), &told)?;
        let told = told.to_bytes();
        let proof = self.standing_proof(findings, (&dataset, min_group))?;
        let mut took = start.elapsed();
        let mut releases = Vec::new();
        let mut written = Vec::new();
        for report in reports {
            let path = place(&report);
            files::write(&path, &report.bytes)?;
            releases.push(Release {
                file: files::name_of(&path),
                ..self.release(request, &report)
            });
            written.push(path);
        }
        self.workspace_mut()?.change("release", |tx| {
            super::comments::note_exported(tx, request)?;
            Workspace::add_told(tx, &told)?;
            releases
                .iter()
                .try_for_each(|release| Workspace::add_release(tx, release))
        })?;
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
                Ok(vec![Report {
                    name: file_name(&base, "csv"),
                    bytes,
                    branch: String::new(),
                }])
            }
            ExportScope::Full => {
                let mut make = self.workbook_request(request, wave, Scope::Full, &company);
                make.comments = self.book_comments(&request.wave)?;
                make.actions = self.book_actions()?;
                let mut tell = |share| watch.step(Stage::Writing, Some(share));
                let bytes = write_workbook(findings, &make, &mut tell)?;
                Ok(vec![Report {
                    name: file_name(&base, "xlsx"),
                    bytes,
                    branch: String::new(),
                }])
            }
            ExportScope::Branches(codes) => {
                let mut reports = Vec::new();
                let comments = self.book_comments(&request.wave)?;
                let actions = self.book_actions()?;
                #[expect(clippy::cast_precision_loss, reason = "a share of a progress bar")]
                for (done, code) in codes.iter().enumerate() {
                    watch.step(Stage::Writing, Some(done as f32 / codes.len() as f32))?;
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
                        name: file_name(&name, "xlsx"),
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

/// What finished reports say, read back from their bytes, for the ledger.
///
/// # Errors
/// When a report says something that nobody understands: nobody would know what it gives away.
fn told_by(dataset: &Dataset, reports: &[Report]) -> Result<Told> {
    let (names, limits) = (released_names(dataset), own_limits());
    let mut figures = Vec::new();
    for report in reports {
        let read = if report.name.ends_with(".csv") {
            read_csv(&report.bytes, &names, &limits)?
        } else {
            read_workbook(&report.bytes, &names, &limits)?
        };
        figures.extend(known(read)?);
    }
    Ok(Told::new(figures, count_answers(dataset).0))
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

/// A name that Windows and macOS both accept.
fn file_name(base: &str, extension: &str) -> String {
    let is_forbidden = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    let base: String = base
        .chars()
        .map(|c| if is_forbidden(c) { ' ' } else { c })
        .collect();
    let base = base.split_whitespace().collect::<Vec<_>>().join(" ");
    let base: String = base.trim_matches(['.', ' ']).chars().take(120).collect();
    format!(
        "{}.{extension}",
        if base.is_empty() { "Frontline" } else { &base }
    )
}
