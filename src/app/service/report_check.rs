//! A finished report that came back: is it what was released, and does it still give nobody away?

use std::path::Path;

use super::Service;
use super::proven::check_told;
use crate::app::audit::Told;
use crate::app::proof::{known, own_limits, prove_figures};
use crate::app::{Watch, files};
use crate::disclosure::Proof;
use crate::domain::MinGroup;
use crate::error::{Error, Kind, Place, ReportFault, Result};
use crate::import::released::{Names, read_csv, read_json, read_sav, read_workbook};

/// What was found of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedReport {
    /// What was proven of it, with everything released before.
    pub proof: Proof,
    /// The number of the release whose bytes these are; none where it was changed or never released.
    pub release: Option<u32>,
}

impl Service {
    /// Reads a report back (workbook, CSV, SPSS system file or JSON) and proves it against the open workspace.
    ///
    /// # Errors
    /// When it cannot be read, holds a number that nobody understands, or would give people away.
    pub fn check_report(&mut self, path: &Path) -> Result<CheckedReport> {
        self.read_and_prove(path).map_err(Error::of_what_came_back)
    }

    fn read_and_prove(&mut self, path: &Path) -> Result<CheckedReport> {
        let mut watch = Watch::silent();
        let at = |error: Error| error.at(Place::File(files::name_of(path)));
        let bytes = files::read(path)?;
        let fingerprint = blake3::hash(&bytes).to_hex().to_string();
        let basis = self.basis(&mut watch)?;
        let (names, limits) = (&basis.counted.names, own_limits());
        let extension = path.extension().map(|it| it.to_ascii_lowercase());
        let read = match extension.as_ref().and_then(|it| it.to_str()) {
            Some("csv") => read_csv(&bytes, names, &limits),
            Some("sav") => read_sav(&bytes, names, &limits),
            Some("json") => read_json(&bytes, names, &limits),
            Some(_) | None => read_workbook(&bytes, names, &limits),
        };
        let figures = known(read.map_err(at)?).map_err(at)?;
        let earlier = self.told()?;
        let told = Told::new(figures.clone(), Vec::new());
        let mut proof = prove_figures(
            (&basis.counted, basis.min_group),
            &earlier,
            figures,
            &mut watch,
        );
        let is_misread =
            |failed: &Error| matches!(failed.kind(), Kind::Report(ReportFault::Misread(_)));
        if proof.as_ref().is_err_and(is_misread) {
            // A few sheets alone may lack the counts that their means rest on.
            proof = self.proven_as_part((names, &told), &mut watch).or(proof);
        }
        let releases = self.workspace()?.releases()?;
        let release = releases.iter().find(|it| it.fingerprint == fingerprint);
        Ok(CheckedReport {
            proof: proof.map_err(at)?,
            release: release.map(|it| it.number),
        })
    }

    /// The proof of the findings, where these figures say nothing beyond them.
    fn proven_as_part(
        &mut self,
        (names, told): (&Names, &Told),
        watch: &mut Watch,
    ) -> Result<Proof> {
        let findings = self.findings(watch)?;
        let proven = self.proven(&findings, names)?;
        check_told(&proven, told)?;
        let proof = findings.proof.clone();
        proof.ok_or_else(|| Kind::Report(ReportFault::Unproven).into())
    }

    /// The threshold that reports of the open workspace obey.
    ///
    /// # Errors
    /// When the workspace is damaged.
    pub fn min_group(&mut self) -> Result<MinGroup> {
        Ok(self.basis(&mut Watch::silent())?.min_group)
    }

    /// What was told so far, oldest first, each with the first release that told it.
    pub(super) fn told(&self) -> Result<Vec<(u32, Told)>> {
        let told = self.workspace()?.told()?;
        let read = |(release, facts): &(u32, Vec<u8>)| Ok((*release, Told::from_bytes(facts)?));
        told.iter().map(read).collect()
    }
}
