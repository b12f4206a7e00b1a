//! Finished reports: read back for the ledger, and written all or none.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::app::audit::{Counted, Told};
use crate::app::proof::{known, own_limits};
use crate::app::{Stage, Watch, files};
use crate::error::Result;
use crate::import::ReadLimits;
use crate::import::released::{BookReader, Figure, Names, read_csv, read_sav};

/// What kind of file a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Workbook,
    Csv,
    Sav,
    Pdf,
}

impl Form {
    /// What its name ends with.
    pub(super) const fn extension(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Csv => "csv",
            Self::Sav => "sav",
            Self::Pdf => "pdf",
        }
    }
}

/// A report ready to be written.
pub(super) struct Report {
    /// The name that it would like to have.
    pub(super) name: String,
    pub(super) form: Form,
    pub(super) bytes: Vec<u8>,
    /// Code of the branch of a cut.
    pub(super) branch: String,
    /// What it says, where that cannot be read back from it.
    pub(super) told: Vec<Figure>,
}

impl Report {
    /// One of the whole company.
    pub(super) fn of_company(name: &str, form: Form, bytes: Vec<u8>) -> Self {
        Self {
            name: file_name(name, form),
            form,
            bytes,
            branch: String::new(),
            told: Vec::new(),
        }
    }
}

/// So many reports are made or read back at once; in between one may cancel.
pub(super) const TOGETHER: usize = 8;

/// What finished reports say, read back from their bytes, for the ledger.
///
/// # Errors
/// When a report says something that nobody understands: nobody would know what it gives away.
pub(super) fn told_by(counted: &Counted, reports: &[Report], watch: &mut Watch) -> Result<Told> {
    let (names, limits) = (&counted.names, own_limits());
    let books = BookReader::new(names);
    let mut told = Told::default();
    for (done, some) in reports.chunks(TOGETHER).enumerate() {
        watch.step(Stage::Proving, share(done * TOGETHER, reports.len()))?;
        let read: Vec<Result<Vec<Figure>>> = some
            .par_iter()
            .map(|report| figures(report, (&books, names), &limits))
            .collect();
        let mut all = std::mem::take(&mut told.figures);
        for figures in read {
            all.extend(figures?);
        }
        // Cuts repeat the company's figures: each is kept once.
        told = Told::new(all, Vec::new());
    }
    told.tables.clone_from(&counted.tables);
    Ok(told)
}

fn figures(
    report: &Report,
    (books, names): (&BookReader<'_>, &Names),
    limits: &ReadLimits,
) -> Result<Vec<Figure>> {
    let read = match report.form {
        Form::Workbook => books.read(&report.bytes, limits),
        Form::Csv => read_csv(&report.bytes, names, limits),
        Form::Sav => read_sav(&report.bytes, names, limits),
        Form::Pdf => return Ok(report.told.clone()),
    };
    known(read?)
}

/// How far along, for a progress bar.
#[expect(clippy::cast_precision_loss, reason = "a share of a progress bar")]
pub(super) fn share(done: usize, all: usize) -> Option<f32> {
    (all > 1).then(|| done as f32 / all as f32)
}

/// Where reports belong.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// This file, which is replaced.
    File(&'a Path),
    /// A folder, in which nothing is replaced.
    Folder(&'a Path),
}

/// Writes reports where they belong: all of them, or none.
///
/// # Errors
/// When one of them cannot be written, or it is cancelled before the first has its name.
pub(super) fn write_all(
    reports: &[Report],
    place: Place<'_>,
    watch: &mut Watch,
) -> Result<Vec<PathBuf>> {
    let mut staged = Vec::new();
    let mut paths: Vec<PathBuf> = Vec::new();
    // Windows and macOS take upper and lower case for the same name.
    let mut taken = BTreeSet::new();
    let small = |path: &Path| files::name_of(path).to_lowercase();
    for (done, report) in reports.iter().enumerate() {
        watch.step(Stage::Writing, share(done, reports.len()))?;
        let path = match place {
            Place::File(path) => path.to_path_buf(),
            Place::Folder(folder) => {
                let is_taken = |path: &Path| taken.contains(&small(path));
                files::free_path(&folder.join(&report.name), &report.bytes, &is_taken)
            }
        };
        taken.insert(small(&path));
        staged.push(files::stage(&path, &report.bytes)?);
        paths.push(path);
    }
    // From here on it is a matter of names: quick, and not to be cancelled.
    for (done, file) in staged.into_iter().enumerate() {
        if let Err(failed) = file.persist() {
            remove(paths.get(..done).unwrap_or_default());
            return Err(failed);
        }
    }
    Ok(paths)
}

/// Takes back what was written.
pub(super) fn remove(paths: &[PathBuf]) {
    for path in paths {
        // What cannot be removed is at worst a report too many; the reason why it was is told.
        drop(std::fs::remove_file(path));
    }
}

/// A name that Windows and macOS both accept.
pub(super) fn file_name(base: &str, form: Form) -> String {
    let is_forbidden = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    let base: String = base
        .chars()
        .map(|c| if is_forbidden(c) { ' ' } else { c })
        .collect();
    let base = base.split_whitespace().collect::<Vec<_>>().join(" ");
    let base: String = base.trim_matches(['.', ' ']).chars().take(120).collect();
    format!(
        "{}.{}",
        if base.is_empty() { "Frontline" } else { &base },
        form.extension()
    )
}
