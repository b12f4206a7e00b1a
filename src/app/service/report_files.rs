//! Finished reports: read back for the ledger, and written all or none.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::app::audit::{Counted, Told};
use crate::app::files::Staged;
use crate::app::proof::{known, own_limits};
use crate::app::{Stage, Watch, files};
use crate::error::{Error, Result};
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

/// Reports that are written whole and wait for their names; without names they vanish.
pub(super) struct Waiting {
    staged: Vec<Staged>,
    paths: Vec<PathBuf>,
    /// Was a file of this name there before?
    was_there: Vec<bool>,
}

/// Why reports got no names.
pub(super) struct NotNamed {
    pub(super) error: Error,
    /// Could those that had theirs already be removed?
    pub(super) is_all_gone: bool,
}

/// Writes reports beside where they belong, without their names.
///
/// # Errors
/// When one of them cannot be written, or it is cancelled.
pub(super) fn stage_all(
    reports: &[Report],
    place: Place<'_>,
    watch: &mut Watch,
) -> Result<Waiting> {
    let mut waiting = Waiting {
        staged: Vec::new(),
        paths: Vec::new(),
        was_there: Vec::new(),
    };
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
        waiting.staged.push(files::stage(&path, &report.bytes)?);
        waiting.was_there.push(path.exists());
        waiting.paths.push(path);
    }
    Ok(waiting)
}

impl Waiting {
    /// Where the reports will be.
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// Gives all their names, or none: quick, and not to be cancelled.
    ///
    /// # Errors
    /// When one of the names cannot be given; then none of the files is left.
    pub(super) fn name_all(self) -> Result<Vec<PathBuf>, NotNamed> {
        let Self {
            staged,
            paths,
            was_there,
        } = self;
        for (done, file) in staged.into_iter().enumerate() {
            if let Err(error) = file.persist() {
                let named = paths.iter().zip(was_there).take(done);
                // What had the name before was the same report, and stays.
                let new = named.filter(|(_, was_there)| !was_there);
                // Each is tried, whatever came of the others.
                let left = new.filter(|(path, _)| std::fs::remove_file(path).is_err());
                return Err(NotNamed {
                    error,
                    is_all_gone: left.count() == 0,
                });
            }
        }
        Ok(paths)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn report(name: &str) -> Report {
        Report::of_company(name, Form::Csv, name.as_bytes().to_vec())
    }

    #[test]
    fn where_one_name_cannot_be_given_no_new_report_is_left() {
        let folder = tempfile::tempdir().expect("set up for this test");
        let at = |name: &str| folder.path().join(name);
        // An export of the same bytes that is there already.
        std::fs::write(at("b.csv"), b"b").expect("set up for this test");
        let reports = ["a", "b", "c"].map(report);
        let place = Place::Folder(folder.path());
        let waiting = stage_all(&reports, place, &mut Watch::silent()).expect("it is written");
        assert_eq!(waiting.paths(), ["a.csv", "b.csv", "c.csv"].map(at));
        assert!(!at("a.csv").exists(), "nothing has its name yet");
        // Meanwhile somebody takes the last name for a folder.
        std::fs::create_dir(at("c.csv")).expect("set up for this test");
        let Err(failed) = waiting.name_all() else {
            panic!("the name is taken");
        };
        assert!(failed.is_all_gone);
        assert!(!at("a.csv").exists());
        assert_eq!(std::fs::read(at("b.csv")).expect("it stays"), b"b");
        let left = std::fs::read_dir(folder.path()).expect("there").count();
        assert_eq!(left, 2, "the report of before, and the folder");
    }
}
