//! Findings, and the reports written from them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Service;
use super::basis::Basis;
use super::overview::questionnaire_of;
use super::proven::{Remembered, check_told};
use super::report_files::{NotNamed, Place, Report, stage_all, told_by};
use super::report_make::own_branches;
use crate::analysis::{Findings, Yardstick};
use crate::app::dataset::{WaveInput, build_dataset};
use crate::app::{ExportRequest, ExportScope, Reply, Stage, Watch, files};
use crate::domain::{Dataset, MinGroup, WaveCode, WaveState};
use crate::error::{Error, Result};
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

    /// Writes one report to a file of this name; for the command line. Means are compared with the
    /// default where nothing else was asked for. Gives how long the proof took, where there is one.
    ///
    /// # Errors
    /// When there is no such closed wave or branch, the file cannot be written, or the proof fails.
    pub fn report_to(
        &mut self,
        (wave, scope, compare): (WaveCode, ExportScope, Option<Yardstick>),
        path: &Path,
    ) -> Result<Option<Duration>> {
        let mut watch = Watch::silent();
        let (findings, took) = self.timed_findings(&mut watch)?;
        let request = self.plain_request((wave, scope, compare));
        let reports = self.reports(&findings, &request, &mut watch)?;
        let place = Place::File(path);
        let (_, checking) = self.put_out((&findings, &request), (&reports, place), &mut watch)?;
        Ok(findings.proof.is_some().then_some(took + checking))
    }

    /// Writes a cut for every branch that has a row of its own into a folder: all of them or none.
    /// Gives the files, and how long the proof took, where there is one.
    ///
    /// # Errors
    /// As [`Service::report_to`], and when the work is called off.
    pub fn cuts_to(
        &mut self,
        (wave, compare): (WaveCode, Option<Yardstick>),
        folder: &Path,
        watch: &mut Watch,
    ) -> Result<(Vec<PathBuf>, Option<Duration>)> {
        let (findings, took) = self.timed_findings(watch)?;
        let branches = own_branches(&findings, &wave)?;
        let request = self.plain_request((wave, ExportScope::Branches(branches), compare));
        let reports = self.reports(&findings, &request, watch)?;
        let place = Place::Folder(folder);
        let (written, checking) = self.put_out((&findings, &request), (&reports, place), watch)?;
        Ok((written, findings.proof.is_some().then_some(took + checking)))
    }

    /// All sheets in the language of the service.
    fn plain_request(
        &self,
        (wave, scope, compare): (WaveCode, ExportScope, Option<Yardstick>),
    ) -> ExportRequest {
        ExportRequest {
            wave,
            scope,
            lang: self.settings.lang.unwrap_or_default(),
            sheets: Vec::new(),
            compare: compare.unwrap_or_default(),
            folder: PathBuf::new(),
        }
    }

    /// Checks finished reports against what was proven, enters them in the ledger and puts them out.
    /// Gives where they are, and how long the checks and the ledger took.
    fn put_out(
        &mut self,
        (findings, request): (&Findings, &ExportRequest),
        (reports, place): (&[Report], Place<'_>),
        watch: &mut Watch,
    ) -> Result<(Vec<PathBuf>, Duration)> {
        let start = Instant::now();
        let basis = self.basis(watch)?;
        let told = self.told_of((findings, request), (reports, &basis), watch)?;
        let proof = self.standing_proof(findings, &basis)?;
        let mut took = start.elapsed();
        let waiting = stage_all(reports, place, watch)?;
        let start = Instant::now();
        let before = self.last_release()?;
        self.enter((request, reports), waiting.paths(), (&told, proof, &basis))?;
        let written = match waiting.name_all() {
            Ok(written) => written,
            Err(failed) => return Err(self.taken_back(failed, before)),
        };
        took += start.elapsed();
        Ok((written, took))
    }

    /// What finished reports say, as the ledger keeps it; nothing but what was proven.
    fn told_of(
        &mut self,
        (findings, request): (&Findings, &ExportRequest),
        (reports, basis): (&[Report], &Basis),
        watch: &mut Watch,
    ) -> Result<Vec<u8>> {
        let mut told = told_by(&basis.counted, reports, watch)?;
        let proven = self.proven(findings, &basis.counted.names)?;
        check_told(&proven, &told)?;
        if !request.tells_all() {
            // Read without what its figures are made of, a part would look like other figures.
            // What was proven as a whole is kept as a whole: too much, never too little.
            told.figures = proven;
        }
        Ok(told.to_bytes())
    }

    /// Enters reports in the ledger, before they have their names: a report that the ledger does not
    /// know must never be about, not even where the program is killed at this moment.
    fn enter(
        &mut self,
        (request, reports): (&ExportRequest, &[Report]),
        paths: &[PathBuf],
        (told, proof, basis): (&[u8], Option<Remembered>, &Basis),
    ) -> Result<()> {
        let releases: Vec<Release> = reports
            .iter()
            .zip(paths)
            .map(|(report, path)| Release {
                file: files::name_of(path),
                ..self.release(request, report)
            })
            .collect();
        self.workspace_mut()?.change("release", |tx| {
            super::comments::note_exported(tx, request)?;
            Workspace::add_told(tx, told)?;
            for release in &releases {
                Workspace::add_release(tx, release)?;
            }
            let Some(proof) = proof else { return Ok(()) };
            let of = basis.fingerprint(&Workspace::told_in(tx)?);
            let (key, text) = proof.now_of(of).setting();
            Workspace::set_setting(tx, key, &text)
        })
    }

    fn last_release(&self) -> Result<u32> {
        let releases = self.workspace()?.releases()?;
        Ok(releases.first().map_or(0, |it| it.number))
    }

    /// Takes back the entries of reports that got no names, and gives the reason. Where one of them
    /// may be about all the same, the entries stay: too much, never too little.
    fn taken_back(&mut self, failed: NotNamed, before: u32) -> Error {
        if failed.is_all_gone
            && let Ok(workspace) = self.workspace_mut()
        {
            let taken = workspace.change("release", |tx| Workspace::take_back_releases(tx, before));
            // An entry that stays harms nobody; the reason why there is no report is told.
            drop(taken);
        }
        failed.error
    }

    fn release(&self, request: &ExportRequest, report: &Report) -> Release {
        let scope = match request.scope {
            ExportScope::Full => "full",
            ExportScope::Branches(_) => "branch",
            ExportScope::Csv => "csv",
            ExportScope::Sav => "sav",
            ExportScope::Short => "short",
            ExportScope::Staff => "staff",
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
